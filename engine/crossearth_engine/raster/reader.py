"""Reading a raster window by window: pixels of the chosen bands and which of them are valid.

Opens the file and decides what is valid (nodata value, alpha, mask band, polygons); does not scale
values and does not know where windows lie.
"""

from __future__ import annotations

import math
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
import rasterio.errors
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Resampling
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.errors import UnreadableRaster, UnsupportedType, WrongBandCount
from crossearth_engine.raster.mask import PolygonMask
from crossearth_engine.raster.scale import WorkingGrid
from crossearth_engine.raster.windows import Window

Pixels = NDArray[np.uint8]
Valid = NDArray[np.bool_]


class RasterReader:
    """An open raster.

    Attributes:
        path: as GDAL opened it.
        width, height: pixels.
        crs: coordinate reference system, or None.
        transform: pixel to CRS.
        bands: band indexes that are read, from 1, in the order of the model's bands.
        mask: polygons outside of which nothing is valid, or None.
        grid: the grid that windows are read on; the raster's own unless it is set.
    """

    def __init__(
        self, path: str | Path, band_names: tuple[str, ...], bands: list[int] | None
    ) -> None:
        """Open the raster and settle which band stands for which band of the model.

        Args:
            path: file name or GDAL's name of a source (/vsicurl/…, NETCDF:…).
            band_names: the model's bands; by their number, and red, green, blue by their name,
                bands are chosen when ``bands`` is None.
            bands: index from 1 for each of the model's bands, or None.

        Raises:
            UnreadableRaster: if the source is missing, truncated or not a raster.
            UnsupportedType: if pixels are not uint8.
            WrongBandCount: if ``bands`` has not one existing band for each of the model's.
        """
        self.path = str(path)
        self._band_names = band_names
        self.mask: PolygonMask | None = None
        try:
            self._dataset = rasterio.open(self.path)
        except rasterio.errors.RasterioError as error:
            raise UnreadableRaster(path=self.path, reason=_reason(error, self.path)) from error
        try:
            self.bands = bands if bands is not None else self._choose_bands(band_names)
            self._check_bands(band_names)
        except BaseException:
            self._dataset.close()
            raise
        self.width: int = self._dataset.width
        self.height: int = self._dataset.height
        self.crs = self._dataset.crs
        self.transform = self._dataset.transform
        self.grid = WorkingGrid(self.width, self.height, self.width, self.height)

    def __enter__(self) -> RasterReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._dataset.close()

    def reopen(self) -> RasterReader:
        """Return another reader of the same raster, for another thread: they cannot share one."""
        twin = RasterReader(self.path, self._band_names, self.bands)
        twin.grid, twin.mask = self.grid, self.mask
        return twin

    @property
    def files(self) -> tuple[str, ...]:
        """Files the raster is read from, as GDAL knows them."""
        return tuple(self._dataset.files)

    def bytes_behind_rows(self, working_rows: int) -> int:
        """Return the bytes of the blocks, decoded, behind this many rows of the working grid."""
        block_height = max(height for height, _ in self._dataset.block_shapes)
        _, down = self.grid.scale_xy
        # Rows that start in the middle of a block touch one block more.
        blocks = math.ceil(working_rows * down / block_height) + 1
        rows = min(blocks * block_height, self.height)
        return rows * self.width * int(self._dataset.count)

    def read_window(self, window: Window) -> tuple[Pixels, Valid, Valid]:
        """Return pixels, what of them is data, and what is wanted, on the working grid.

        The part of the window that lies on the raster: smaller than asked where the raster is
        smaller than a window. Where nothing is wanted, pixels are not decoded and are zero.

        Returns:
            Pixels (C, H, W) uint8; validity (H, W) bool; and (H, W) bool, True where the pixel is
            valid and lies in the polygons: outside them there may be data, which the network
            should see.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        inside = window.intersection(Window(0, 0, self.grid.width, self.grid.height))
        if inside is None:
            raise ValueError(f"{window} lies outside the raster")
        shape_yx = (inside.height, inside.width)
        in_polygons = self._in_polygons(inside, self.grid)
        valid = (
            self._read_valid(inside, self.grid) if in_polygons.any() else np.zeros(shape_yx, bool)
        )
        wanted = valid & in_polygons
        if not wanted.any():
            return np.zeros((len(self.bands), *shape_yx), np.uint8), valid, wanted
        pixels = self._read(
            self._dataset.read,
            indexes=self.bands,
            # Means where pixels get larger; smooth where they get smaller.
            resampling=Resampling.average if max(self.grid.scale_xy) > 1 else Resampling.bilinear,
            **_place(inside, self.grid, len(self.bands)),
        )
        return pixels, valid, wanted

    def read_wanted(self, window: Window) -> Valid:
        """Return what is valid and in the polygons, (H, W), of a window of the raster's own grid.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        own = WorkingGrid(self.width, self.height, self.width, self.height)
        in_polygons = self._in_polygons(window, own)
        return in_polygons & self._read_valid(window, own) if in_polygons.any() else in_polygons

    def _in_polygons(self, inside: Window, grid: WorkingGrid) -> Valid:
        if self.mask is None:
            return np.ones((inside.height, inside.width), bool)
        return self.mask.rasterize(inside, self.transform @ grid.to_source)

    def _read_valid(self, inside: Window, grid: WorkingGrid) -> Valid:
        # A mean of the mask above zero: a larger pixel is valid where anything in it is.
        mask = self._read(
            self._dataset.dataset_mask, resampling=Resampling.average, **_place(inside, grid)
        )
        valid: Valid = mask > 0
        return valid

    def _read(self, read: Any, **options: Any) -> Any:
        try:
            return read(**options)
        except (rasterio.errors.RasterioError, ValueError) as error:
            raise UnreadableRaster(path=self.path, reason=_reason(error, self.path)) from error

    def _choose_bands(self, band_names: tuple[str, ...]) -> list[int]:
        wanted = [_COLORS.get(name.lower()) for name in band_names]
        found = list(self._dataset.colorinterp)
        if all(color is not None and color in found for color in wanted):
            return [found.index(color) + 1 for color in wanted]
        data = [i for i, color in enumerate(found, 1) if color != ColorInterp.alpha]
        return data[: len(band_names)]

    def _check_bands(self, band_names: tuple[str, ...]) -> None:
        count = self._dataset.count
        if len(self.bands) != len(band_names) or not all(1 <= i <= count for i in self.bands):
            raise WrongBandCount(
                path=self.path,
                needed=len(band_names),
                names=", ".join(band_names),
                given=", ".join(map(str, self.bands)) or "none",
                available=count,
            )
        for index in self.bands:
            dtype = self._dataset.dtypes[index - 1]
            if dtype != "uint8":
                raise UnsupportedType(path=self.path, dtype=dtype)


_COLORS = {
    "red": ColorInterp.red,
    "green": ColorInterp.green,
    "blue": ColorInterp.blue,
}


def _place(inside: Window, grid: WorkingGrid, *bands: int) -> dict[str, Any]:
    """Return where to read, and to which size, as rasterio wants to be told."""
    across, down = grid.scale_xy
    return {
        "window": RasterioWindow(
            inside.col_off * across,
            inside.row_off * down,
            inside.width * across,
            inside.height * down,
        ),
        "out_shape": (*bands, inside.height, inside.width),
    }


def _reason(error: Exception, path: str) -> str:
    """Return what GDAL said, which rasterio keeps in the chain, without the path in front."""
    innermost: BaseException = error
    while innermost.__cause__ is not None:
        innermost = innermost.__cause__
    return str(innermost).removeprefix(f"{path}: ").rstrip(".") + "."
