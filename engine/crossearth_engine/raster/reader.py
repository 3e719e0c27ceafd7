"""Reading a raster window by window: pixels of the chosen bands and which of them are valid.

Opens the file and decides what is valid (nodata value, alpha, mask band, polygons); does not scale
values and does not know where windows lie.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
import rasterio.errors
from numpy.typing import NDArray
from rasterio.enums import ColorInterp
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.errors import UnreadableRaster, UnsupportedType, WrongBandCount
from crossearth_engine.raster.mask import PolygonMask
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

    def __enter__(self) -> RasterReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._dataset.close()

    @property
    def row_bytes(self) -> int:
        """Bytes of the decoded blocks behind one pixel row, all bands: the unit of re-reading."""
        block_height, _ = self._dataset.block_shapes[0]
        return int(block_height * self.width * self._dataset.count)

    @property
    def has_georeference(self) -> bool:
        """Whether the transform places the raster anywhere."""
        return not self.transform.is_identity

    @property
    def files(self) -> tuple[str, ...]:
        """Files the raster is read from, as GDAL knows them."""
        return tuple(self._dataset.files)

    def read_window(self, window: Window) -> tuple[Pixels, Valid]:
        """Return pixels (C, H, W) uint8 and validity (H, W) bool of a window.

        The part of the window that lies on the raster: smaller than asked where the raster is
        smaller than a window. Where nothing is valid, pixels are not decoded and are zero.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        inside = window.intersection(Window(0, 0, self.width, self.height))
        if inside is None:
            raise ValueError(f"{window} lies outside the raster")
        valid = self._read_valid(inside)
        if not valid.any():
            return np.zeros((len(self.bands), inside.height, inside.width), np.uint8), valid
        pixels = self._read(self._dataset.read, indexes=self.bands, window=_to_rasterio(inside))
        return pixels, valid

    def _read_valid(self, inside: Window) -> Valid:
        within_polygons: Valid | None = None
        if self.mask is not None:
            within_polygons = self.mask.rasterize(inside)
            if not within_polygons.any():
                return within_polygons
        valid: Valid = self._read(self._dataset.dataset_mask, window=_to_rasterio(inside)) > 0
        return valid if within_polygons is None else valid & within_polygons

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


def _to_rasterio(window: Window) -> RasterioWindow:
    return RasterioWindow(window.col_off, window.row_off, window.width, window.height)


def _reason(error: Exception, path: str) -> str:
    """Return what GDAL said, which rasterio keeps in the chain, without the path in front."""
    innermost: BaseException = error
    while innermost.__cause__ is not None:
        innermost = innermost.__cause__
    return str(innermost).removeprefix(f"{path}: ").rstrip(".") + "."
