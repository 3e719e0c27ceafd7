"""A raster spoiled as one of `corruptions` says, and the map of a moved one put back in its place.

Goes over rasters in blocks: memory does not depend on how large they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.accuracy.corruptions import Moving, Place, Spoiling
from crossearth_engine.disk_space import check_space
from crossearth_engine.job import Job
from crossearth_engine.publishing import writing
from crossearth_engine.raster.color_table import ColorTable
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.opening import described_bands
from crossearth_engine.raster.sample import Sampler
from crossearth_engine.raster.source import RasterSource, Valid
from crossearth_engine.raster.windows import Window

# A multiple of the cells of JPEG. What is drawn is drawn for each block.
_BLOCK = 512
_TILED = {"tiled": True, "blockxsize": _BLOCK, "blockysize": _BLOCK}
# Of what is no bytes, the values that stand for dark and bright, percent.
_DARK_AND_BRIGHT = (0.5, 99.5)


class CleanRaster:
    """The raster that is going to be spoiled.

    Attributes:
        width, height: pixels.
        bands: those that the model is asked to read, by their numbers in a spoiled raster, or None.
    """

    def __init__(
        self, path: str, bands: list[int] | None, nodata: str | None, crs: str | None
    ) -> None:
        """Open it.

        Args:
            path: of the raster.
            bands: that are read, from 1, or None: any but alpha may be.
            nodata: as in `SegmentRequest`.
            crs: likewise.

        Raises:
            EngineError: one of its kinds for what can be wrong with a raster.
        """
        with OpenRaster(path) as raster:
            colors = raster.ask(lambda: ColorTable.of(raster.file))
            described = raster.ask(lambda: described_bands(raster.file, colors))
        kept = [i for i, band in enumerate(described, 1) if band.color != ColorInterp.alpha.name]
        self.bands = bands
        if colors is not None:
            # Of which there is a band each in a spoiled raster.
            self.bands = None
        elif bands is not None:
            kept = sorted({*bands} & {*kept}) or kept
            self.bands = [kept.index(index) + 1 for index in bands if index in kept]
        self._described = [described[index - 1] for index in kept]
        self._source = RasterSource(path, ("",) * len(kept), kept, nodata, crs)
        self.width, self.height = self._source.width, self._source.height
        self._low = np.zeros((len(kept), 1, 1))
        self._span = np.full((len(kept), 1, 1), 255.0)
        if self._source.dtype != np.uint8:
            low, high = np.transpose(Sampler(self._source).percentiles(_DARK_AND_BRIGHT))
            self._low = low.reshape(-1, 1, 1)
            self._span = np.where(high > low, high - low, 1.0).reshape(-1, 1, 1)

    def __enter__(self) -> CleanRaster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._source.__exit__(kind, error, traceback)

    def spoil(
        self, path: Path, corruption: Spoiling | Moving, level: float, seed: int, job: Job
    ) -> None:
        """Write the raster, spoiled.

        Numbers keep their type and what they measure; what has no data has none.

        Args:
            path: GeoTIFF to write.
            corruption: what is done to it.
            level: how much of it.
            seed: of what is drawn.
            job: asked whether to stop.

        Raises:
            NotEnoughSpace: if it does not fit on the disk, uncompressed as it is.
            UnreadableRaster: if blocks of the raster are damaged.
        """
        height, width, to_source = self.height, self.width, Affine.identity()
        if isinstance(corruption, Moving):
            height, width, to_source = corruption.move(level, self.height, self.width)
        dtype = self._source.dtype
        check_space(path.parent, height * width * len(self._described) * dtype.itemsize)
        with (
            writing(path),
            rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
            rasterio.open(
                path,
                "w",
                driver="GTiff",
                bigtiff="if_safer",
                width=width,
                height=height,
                count=len(self._described),
                dtype=dtype,
                crs=self._source.crs,
                # That of a moved raster, too: nobody tells the model.
                transform=self._source.transform,
                **_TILED,
            ) as target,
        ):
            self._describe(target)
            for block in blocks(height, width):
                job.check()
                if isinstance(corruption, Moving):
                    pixels, valid = self._moved(block, to_source)
                else:
                    pixels, valid = self._spoiled(block, corruption, level, seed)
                if dtype.kind in "iu":
                    limits = np.iinfo(dtype)
                    pixels = np.clip(np.rint(pixels), limits.min, limits.max)
                target.write(pixels.astype(dtype), window=_place(block))
                target.write_mask(valid, window=_place(block))

    def _describe(self, target: Any) -> None:
        """Say of a spoiled raster what is known of this one."""
        target.descriptions = [band.name or None for band in self._described]
        target.colorinterp = [ColorInterp[band.color] for band in self._described]
        for index, band in enumerate(self._described, 1):
            if band.wavelength_um is not None:
                target.update_tags(
                    index, ns="IMAGERY", CENTRAL_WAVELENGTH_UM=str(band.wavelength_um)
                )
        calibration = self._source.calibration or self._source.product_calibration
        if calibration is not None:
            target.scales, target.offsets = calibration.scales, calibration.offsets

    def _spoiled(
        self, block: Window, corruption: Spoiling, level: float, seed: int
    ) -> tuple[NDArray[np.float64], Valid]:
        halo = corruption.halo
        around = _grown(block, halo)
        pixels, valid = self._read(around)
        shade = np.float32((pixels - self._low) / self._span)
        if halo and not valid.all():
            # What lies beyond the edge of the data is as what lies before it.
            shade[:, ~valid] = shade[:, valid].mean(axis=1, keepdims=True) if valid.any() else 0
        place = Place(around.row_off, around.col_off, seed)
        rows, columns = block.slices(around)
        spoiled = corruption.spoil(shade, level, place)[:, rows, columns]
        if self._source.dtype == np.uint8:
            spoiled = np.clip(spoiled, 0, 1)
        kept = valid[rows, columns]
        found = spoiled * self._span + self._low
        return np.where(kept, found, pixels[:, rows, columns]), kept

    def _read(self, around: Window) -> tuple[NDArray[np.float64], Valid]:
        """Return the pixels of a window, mirrored beyond the edges of the raster."""
        top, left = max(-around.row_off, 0), max(-around.col_off, 0)
        bottom = max(around.row_off + around.height - self.height, 0)
        right = max(around.col_off + around.width - self.width, 0)
        edges = ((top, bottom), (left, right))
        pixels, valid = self._source.read(
            Window(
                around.col_off + left,
                around.row_off + top,
                around.width - left - right,
                around.height - top - bottom,
            )
        )
        return (
            np.pad(pixels.astype(np.float64), ((0, 0), *edges), mode="symmetric"),
            np.pad(valid, edges, mode="symmetric"),
        )

    def _moved(self, block: Window, to_source: Affine) -> tuple[NDArray[np.float64], Valid]:
        """Return pixels of the moved raster, bilinear between those of this one."""
        xs, ys = _centres(block, to_source)
        xs, ys = xs - 0.5, ys - 0.5
        is_inside = (xs > -0.5) & (xs < self.width - 0.5) & (ys > -0.5) & (ys < self.height - 0.5)
        found = np.zeros((len(self._described), *xs.shape))
        if not is_inside.any():
            return found, is_inside
        xs, ys = np.clip(xs, 0, self.width - 1), np.clip(ys, 0, self.height - 1)
        left, top = (np.floor(at[is_inside]).astype(int) for at in (xs, ys))
        window = Window(
            int(left.min()), int(top.min()), int(np.ptp(left)) + 2, int(np.ptp(top)) + 2
        )
        window = window.intersection(Window(0, 0, self.width, self.height)) or window
        pixels, valid = self._source.read(window)
        part_x, part_y = xs[is_inside] - left, ys[is_inside] - top
        left, top = left - window.col_off, top - window.row_off
        right = np.minimum(left + 1, window.width - 1)
        bottom = np.minimum(top + 1, window.height - 1)
        values = np.zeros((len(pixels), len(left)))
        has_data = np.ones(len(left), bool)
        for rows, columns, weights in (
            (top, left, (1 - part_y) * (1 - part_x)),
            (top, right, (1 - part_y) * part_x),
            (bottom, left, part_y * (1 - part_x)),
            (bottom, right, part_y * part_x),
        ):
            # What does not count may be no number.
            values += np.where(weights > 0, weights * pixels[:, rows, columns], 0)
            has_data &= valid[rows, columns] | (weights == 0)
        found[:, is_inside] = values
        is_inside[is_inside] = has_data
        return found, is_inside


def put_back(moved: Path, target: Path, like: Path, to_source: Affine) -> None:
    """Write the classes of the map of a moved raster where they belong, nearest neighbours.

    Args:
        moved: the map.
        target: GeoTIFF to write.
        like: map of the raster itself, whose grid it gets.
        to_source: pixels of the moved raster to those of the raster.
    """
    with rasterio.open(moved) as source, rasterio.open(like) as clean:
        profile = {
            name: clean.profile[name] for name in ("width", "height", "crs", "transform", "nodata")
        }
        back = ~to_source
        with rasterio.open(
            target, "w", driver="GTiff", count=1, dtype=clean.dtypes[0], **_TILED, **profile
        ) as dataset:
            for block in blocks(dataset.height, dataset.width):
                columns, rows = (np.floor(at).astype(int) for at in _centres(block, back))
                is_inside = (
                    (columns >= 0) & (columns < source.width) & (rows >= 0) & (rows < source.height)
                )
                classes = np.full(columns.shape, dataset.nodata, dataset.dtypes[0])
                if is_inside.any():
                    left, top = columns[is_inside].min(), rows[is_inside].min()
                    width = columns[is_inside].max() - left + 1
                    height = rows[is_inside].max() - top + 1
                    pixels = source.read(1, window=RasterioWindow(left, top, width, height))
                    classes[is_inside] = pixels[rows[is_inside] - top, columns[is_inside] - left]
                dataset.write(classes, 1, window=_place(block))


def blocks(height: int, width: int) -> Iterator[Window]:
    """Yield the blocks of a raster, row by row."""
    for row in range(0, height, _BLOCK):
        for column in range(0, width, _BLOCK):
            yield Window(column, row, min(_BLOCK, width - column), min(_BLOCK, height - row))


def _place(block: Window) -> RasterioWindow:
    return RasterioWindow(block.col_off, block.row_off, block.width, block.height)


def _grown(block: Window, halo: int) -> Window:
    return Window(
        block.col_off - halo,
        block.row_off - halo,
        block.width + 2 * halo,
        block.height + 2 * halo,
    )


def _centres(block: Window, transform: Affine) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return x and y of the centres of a block's pixels, each (H, W), transformed."""
    rows, columns = np.mgrid[: block.height, : block.width]
    xs, ys = transform @ (columns + block.col_off + 0.5, rows + block.row_off + 0.5)
    return xs, ys
