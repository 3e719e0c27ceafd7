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
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Resampling
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.errors import UnreadableRaster, UnsupportedType, WrongBandCount
from crossearth_engine.raster.gdal import READ_ERRORS
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
        except READ_ERRORS as error:
            raise UnreadableRaster(path=self.path, reason=_reason(error, self.path)) from error
        try:
            self._check_place()
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
        colors = list(self._dataset.colorinterp)
        is_masked_by_alpha = ColorInterp.alpha in colors
        self._alpha = colors.index(ColorInterp.alpha) + 1 if is_masked_by_alpha else None

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
        """Return the bytes of the strips, decoded, behind this many rows of the working grid.

        0 for a tiled raster, of which a window needs a few blocks and not whole rows.
        """
        block_height, block_width = self._dataset.block_shapes[0]
        if block_width < self.width:
            return 0
        _, down = self.grid.scale_xy
        # Rows that start in the middle of a strip touch one strip more.
        strips = math.ceil(working_rows * down / block_height) + 1
        rows = min(strips * block_height, self.height)
        return int(rows * self.width * self._dataset.count)

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
        valid, wanted = self._read_flags(inside)
        if not wanted.any():
            shape = (len(self.bands), inside.height, inside.width)
            return np.zeros(shape, np.uint8), valid, wanted
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
        return self._read_own_flags(window)[1]

    def _read_flags(self, inside: Window) -> tuple[Valid, Valid]:
        """Return validity and what is wanted of a window of the working grid.

        A pixel of the working grid is what any of the raster's pixels in it is: however large
        it may be, a single wanted pixel in it makes its window worth computing.
        """
        if self.grid.is_source:
            return self._read_own_flags(inside)
        valid = np.zeros((inside.height, inside.width), bool)
        wanted = valid.copy()
        _, down = self.grid.scale_xy
        rows = max(int(MAX_FLAG_PIXELS / max(self.grid.spanned(inside).width * down, 1)), 1)
        for strip in inside.strips(rows * inside.width):
            spanned = self.grid.spanned(strip)
            own_valid, own_wanted = self._read_own_flags(spanned)
            place = slice(strip.row_off - inside.row_off, None)
            target = np.s_[place.start : place.start + strip.height]
            valid[target] = self.grid.any_in(own_valid, spanned, strip)
            wanted[target] = self.grid.any_in(own_wanted, spanned, strip)
        return valid, wanted

    def _read_own_flags(self, window: Window) -> tuple[Valid, Valid]:
        if self.mask is None:
            valid = self._read_valid(window)
            return valid, valid
        in_polygons = self.mask.rasterize(window, self.transform)
        if not in_polygons.any():
            # Nobody will look: do not decode.
            return in_polygons, in_polygons
        valid = self._read_valid(window)
        return valid, valid & in_polygons

    def _read_valid(self, window: Window) -> Valid:
        place = _place(window, WorkingGrid(self.width, self.height, self.width, self.height))
        place.pop("out_shape")
        if self._alpha is not None:
            alpha = self._read(self._dataset.read, indexes=self._alpha, **place)
            is_opaque: Valid = alpha > 0
            return is_opaque
        # Of the bands that are used: another band may have data where these have none.
        masks = self._read(self._dataset.read_masks, indexes=self.bands, **place)
        valid: Valid = (masks > 0).any(axis=0)
        return valid

    def _read(self, read: Any, **options: Any) -> Any:
        try:
            return read(**options)
        except READ_ERRORS as error:
            raise UnreadableRaster(path=self.path, reason=_reason(error, self.path)) from error

    def _choose_bands(self, band_names: tuple[str, ...]) -> list[int]:
        """Return bands by the colours that the file names, and the others in order."""
        found = list(self._dataset.colorinterp)
        colors = [_COLORS.get(name.lower()) for name in band_names]
        named = {i: found.index(color) + 1 for i, color in enumerate(colors) if color in found}
        rest = iter(
            index
            for index, color in enumerate(found, 1)
            if color != ColorInterp.alpha and index not in named.values()
        )
        chosen = (named.get(i) or next(rest, None) for i in range(len(band_names)))
        return [index for index in chosen if index is not None]

    def _check_place(self) -> None:
        transform = self._dataset.transform
        if self._dataset.gcps[0] and transform.is_identity:
            reason = (
                "only ground control points say where it lies. Rectify it first, for instance with "
                "gdalwarp."
            )
            raise UnreadableRaster(path=self.path, reason=reason)
        if not math.isfinite(sum(transform)) or transform.determinant == 0:
            raise UnreadableRaster(path=self.path, reason="its pixels have no size.")

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


MAX_FLAG_PIXELS = 4_000_000
"""How much validity is read at once, in pixels of the raster."""

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
