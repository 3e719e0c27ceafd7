"""An open raster: which of its bands are read, pixels as they are, and which of them are valid.

Opens the file and decides what is valid: nodata value, alpha, mask band, no number. How the network
is to see it, on which grid and in which range of values, is not known here. Overviews are never
read: how a raster is seen does not depend on who made them, and how.
"""

from __future__ import annotations

import math
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.digests import file_identity
from crossearth_engine.errors import (
    InvalidRequest,
    UnreadableRaster,
    UnsupportedType,
    WrongBandCount,
)
from crossearth_engine.raster.calibration import (
    Calibration,
    calibration_of_file,
    calibration_of_product,
)
from crossearth_engine.raster.gdal import READ_ERRORS
from crossearth_engine.raster.holes import Blocks
from crossearth_engine.raster.windows import Window
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.bands import BandChoice, RasterBand, choose_bands, contradictions

Pixels = NDArray[Any]
Valid = NDArray[np.bool_]


class RasterSource:
    """An open raster.

    A pixel is valid unless alpha or mask says otherwise, or it holds nodata: in all of the bands
    that are read where pixels are bytes, of which a single band may well have that shade; in any
    of them in other types, and wherever a value is no finite number.

    Attributes:
        path: as GDAL opened it.
        width, height: pixels.
        crs: coordinate reference system, or None.
        transform: pixel to CRS.
        bands: band indexes that are read, from 1, in the order of the model's bands.
        choices: the same with the reason for each.
        hints: sentences about what seems wrong with the bands.
        dtype: of the pixels in the file.
        block_shape: height and width of the blocks that are decoded at once.
        grid: of the pixels in the file.
    """

    def __init__(
        self,
        path: str | Path,
        band_names: tuple[str, ...],
        bands: list[int] | None,
        nodata: float | None = None,
    ) -> None:
        """Open the raster and settle which band stands for which band of the model.

        Args:
            path: file name or GDAL's name of a source (/vsicurl/…, NETCDF:…).
            band_names: the model's bands; by them bands are chosen when ``bands`` is None.
            bands: index from 1 for each of the model's bands, or None.
            nodata: value that is no data, instead of the file's own.

        Raises:
            UnreadableRaster: if the source is missing, truncated or not a raster.
            UnsupportedType: if pixels are complex numbers.
            InvalidRequest: if the raster lacks one of ``bands``.
            WrongBandCount: if there is not one for each of the model's.
        """
        self.path = str(path)
        self._band_names = band_names
        self._own_nodata = nodata
        try:
            # What a server is granted is settled when a file is opened.
            with rasterio.Env(**PATIENCE):
                self._file = rasterio.open(self.path)
        except READ_ERRORS as error:
            raise UnreadableRaster(path=self.path, reason=_reason(error, self.path)) from error
        self._dataset = self._file
        try:
            self._dataset = self._placed(self._file)
            self._choose_bands(bands)
            self._check_bands()
        except BaseException:
            self._close()
            raise
        dataset = self._dataset
        self.width: int = dataset.width
        self.height: int = dataset.height
        self.crs = dataset.crs
        self.transform = dataset.transform
        self.grid = WorkingGrid.own(self.width, self.height)
        self.block_shape: tuple[int, int] = dataset.block_shapes[0]
        self.dtype = np.result_type(*(dataset.dtypes[index - 1] for index in self.bands))
        self._find_masks()

    def __enter__(self) -> RasterSource:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._close()

    def _close(self) -> None:
        self._dataset.close()
        self._file.close()

    def reopen(self) -> RasterSource:
        """Return the same raster opened anew, for another thread: they cannot share one."""
        return RasterSource(self.path, self._band_names, self.bands, self._own_nodata)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the box around the raster, in CRS units."""
        corners = ((0, 0), (self.width, 0), (0, self.height), (self.width, self.height))
        xs, ys = zip(*(self.transform @ corner for corner in corners), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def files(self) -> tuple[str, ...]:
        """Files the raster is read from, as GDAL knows them."""
        return tuple(self._file.files)

    @cached_property
    def calibration(self) -> Calibration | None:
        """What the file says that its numbers measure, or None."""
        return calibration_of_file(self._file, self.bands)

    @cached_property
    def product_calibration(self) -> Calibration | None:
        """What the metadata of its product say that its numbers measure, or None."""
        return calibration_of_product(self._file, self.path, self.bands)

    @property
    def identity(self) -> dict[str, Any]:
        """JSON that differs where pixels or their place do, known without reading them.

        QGIS keeps statistics in ``.aux.xml`` when it shows a raster. What else may be in there
        counts by its effect.
        """
        source = self._dataset
        return {
            "files": [file_identity(path) for path in self.files if not path.endswith(".aux.xml")],
            "crs": None if self.crs is None else self.crs.to_wkt(),
            "transform": list(self.transform),
            "bands": list(self.bands),
            "nodata": [str(value) for value in source.nodatavals],
            "masks": [[flag.name for flag in flags] for flags in source.mask_flag_enums],
            "calibrations": [
                None if calibration is None else asdict(calibration)
                for calibration in (self.calibration, self.product_calibration)
            ],
        }

    @property
    def stored_share(self) -> float:
        """Share of the raster that may hold valid pixels, as far as that is known unread."""
        return 1.0 if self._blocks is None else self._blocks.stored_share

    def bytes_behind_rows(self, rows: float) -> int:
        """Return the bytes of the strips, decoded, behind this many rows wherever they begin.

        0 for a tiled raster, of which a window needs a few blocks and not whole rows.
        """
        block_height, block_width = self.block_shape
        if block_width < self.width:
            return 0
        # Rows that start in the middle of a strip touch one strip more.
        strips = math.ceil(rows / block_height) + 1
        decoded_rows = min(strips * block_height, self.height)
        return int(decoded_rows * self.width * self._dataset.count * self.dtype.itemsize)

    def read(self, window: Window) -> tuple[Pixels, Valid]:
        """Return pixels (C, H, W) of a window, of the file's type, and validity (H, W).

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        valid = self._read_masks(window)
        if not valid.any():
            return np.zeros((len(self.bands), *valid.shape), self.dtype), valid
        pixels = self._read_pixels(window)
        return pixels, self._without_nodata(pixels, valid)

    def read_valid(self, window: Window, among: Valid | None = None) -> Valid:
        """Return validity (H, W) alone: pixels are decoded only where their values mark it.

        Args:
            window: where.
            among: the pixels (H, W) that are asked about, or None for all; no other is valid.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        valid = self._read_masks(window)
        if among is not None:
            valid &= among
        if self._marks_by_value and valid.any():
            valid = self._without_nodata(self._read_pixels(window), valid)
        return valid

    def is_hole(self, window: Window) -> bool:
        """Tell, without reading, that nothing in a window is valid."""
        return self._blocks is not None and not self._blocks.touch(window)

    def _read_pixels(self, window: Window) -> Pixels:
        place = _place(window)
        options = {"indexes": self.bands, "out_dtype": self.dtype, **place}
        pixels: Pixels = self._read(self._dataset.read, **options)
        return pixels

    def _read_masks(self, window: Window) -> Valid:
        """Return validity as alpha and mask bands say, (H, W), and where blocks are stored."""
        if self.is_hole(window):
            return np.zeros((window.height, window.width), bool)
        valid = np.ones((window.height, window.width), bool)
        if self._alpha is not None:
            valid &= self._read(self._dataset.read, indexes=self._alpha, **_place(window)) > 0
        if self._masked_bands:
            masks = self._read(
                self._dataset.read_masks, indexes=self._masked_bands, **_place(window)
            )
            valid &= self._combine(masks == 0)
        return valid

    def _without_nodata(self, pixels: Pixels, masked: Valid) -> Valid:
        """Return validity (H, W) as masks and the values of pixels say."""
        valid: Valid = masked.copy()
        if self._has_nodata:
            # A band without a nodata value has data everywhere.
            is_nodata = np.zeros(pixels.shape, bool)
            for band, value in enumerate(self._nodata):
                if value is not None:
                    np.equal(pixels[band], value, out=is_nodata[band])
            valid &= self._combine(is_nodata)
        if self.dtype.kind == "f":
            valid &= np.isfinite(pixels).all(axis=0)
        return valid

    def _combine(self, is_nodata: Valid) -> Valid:
        """Return where pixels are valid, (H, W), by where their bands (C, H, W) are nodata."""
        nodata: Valid = (np.all if self.dtype == np.uint8 else np.any)(is_nodata, axis=0)
        return ~nodata

    def _find_masks(self) -> None:
        """Settle what marks nodata: values per band, an alpha band, mask bands."""
        dataset = self._dataset
        colors = list(dataset.colorinterp)
        is_masked_by_alpha = ColorInterp.alpha in colors
        self._alpha = colors.index(ColorInterp.alpha) + 1 if is_masked_by_alpha else None
        self._nodata: list[Any] = []
        self._masked_bands: list[int] = []
        for index in self.bands:
            flags = dataset.mask_flag_enums[index - 1]
            value = self._own_nodata
            if value is None and flags == [MaskFlags.nodata]:
                value = dataset.nodatavals[index - 1]
            self._nodata.append(_as_pixel(value, self.dtype))
            if flags == [MaskFlags.nodata] or {MaskFlags.all_valid, MaskFlags.alpha} & {*flags}:
                continue
            if MaskFlags.per_dataset not in flags:
                self._masked_bands.append(index)
            elif not self._masked_bands:
                # One mask for all bands.
                self._masked_bands = [index]
        # What is read where a block is missing, and whether that is no data.
        fills = [dataset.nodatavals[index - 1] or 0 for index in self.bands]
        self._blocks: Blocks | None = None
        if self._alpha is not None and not dataset.nodatavals[self._alpha - 1]:
            self._blocks = Blocks.of(dataset, [self._alpha])
        elif all(v is not None and v == fill for v, fill in zip(self._nodata, fills, strict=True)):
            self._blocks = Blocks.of(dataset, self.bands)
        self._has_nodata = any(value is not None for value in self._nodata)
        self._marks_by_value = self._has_nodata or self.dtype.kind == "f"

    def _read(self, read: Any, **options: Any) -> Any:
        try:
            return read(**options)
        except READ_ERRORS as error:
            raise UnreadableRaster(path=self.path, reason=_reason(error, self.path)) from error

    def _choose_bands(self, bands: list[int] | None) -> None:
        """Choose bands by what the file says of them, unless they are given."""
        described = [_describe(self._dataset, index) for index in self._dataset.indexes]
        sensor_text = Path(self.path).name
        self.choices = choose_bands(self._band_names, described, sensor_text)
        if bands is not None:
            self.choices = [
                BandChoice(name, index, "asked", described[index - 1].name)
                for name, index in zip(self._band_names, bands, strict=False)
                if 1 <= index <= len(described)
            ]
        self.bands = bands if bands is not None else [choice.index for choice in self.choices]
        self.hints = contradictions(self.choices, described, sensor_text)

    def _placed(self, source: Any) -> Any:
        """Return the dataset on a grid with a place: warped where only control points tell."""
        if source.count == 0 and source.subdatasets:
            names = ", ".join(source.subdatasets[:5])
            more = ", …" if len(source.subdatasets) > 5 else ""
            reason = f"it holds several rasters. Choose one of them: {names}{more}."
            raise UnreadableRaster(path=self.path, reason=reason)
        transform = source.transform
        points, points_crs = source.gcps
        if transform.is_identity and points and points_crs:
            return self._warped(source, points_crs)
        if transform.is_identity and (points or source.rpcs):
            reason = (
                "only ground control points without a CRS say where it lies. Rectify it first, "
                "for instance with gdalwarp."
                if points
                else "only the camera's coefficients (RPC) say where it lies. Rectify it first "
                "with an elevation model, for instance with gdalwarp -rpc."
            )
            raise UnreadableRaster(path=self.path, reason=reason)
        if not math.isfinite(sum(transform)) or transform.determinant == 0:
            raise UnreadableRaster(path=self.path, reason="its pixels have no size.")
        return source

    def _warped(self, source: Any, crs: Any) -> Any:
        """Return the raster as QGIS shows it: rectified by its ground control points."""
        nodata = self._own_nodata if self._own_nodata is not None else source.nodata
        has_mask = ColorInterp.alpha in source.colorinterp or nodata is not None
        try:
            return WarpedVRT(
                source,
                src_crs=crs,
                crs=crs,
                src_nodata=nodata,
                nodata=nodata,
                add_alpha=not has_mask,
                resampling=Resampling.bilinear,
            )
        except READ_ERRORS as error:
            raise UnreadableRaster(path=self.path, reason=_reason(error, self.path)) from error

    def _check_bands(self) -> None:
        count, names = self._dataset.count, self._band_names
        missing = [str(index) for index in self.bands if not 1 <= index <= count]
        if missing:
            reason = (
                f"The raster {self.path} has no band {' or '.join(missing)}: its bands are "
                f"numbered from 1 to {count}."
            )
            raise InvalidRequest(reason=reason)
        if len(self.bands) != len(names):
            raise WrongBandCount(
                path=self.path,
                needed=len(names),
                names=", ".join(names),
                given=", ".join(map(str, self.bands)) or "none",
                available=count,
            )
        for index in self.bands:
            dtype = self._dataset.dtypes[index - 1]
            if "complex" in dtype:
                raise UnsupportedType(path=self.path, dtype=dtype)


PATIENCE = {
    "GDAL_HTTP_CONNECTTIMEOUT": 15,
    "GDAL_HTTP_LOW_SPEED_TIME": 30,
    "GDAL_HTTP_LOW_SPEED_LIMIT": 1,
    "GDAL_HTTP_MAX_RETRY": 3,
    "GDAL_HTTP_RETRY_DELAY": 1,
}
"""With servers: seconds to answer and to stand still, and how often they are asked again."""


def _describe(dataset: Any, index: int) -> RasterBand:
    """Return what the file says of a band."""
    imagery, tags = dataset.tags(index, ns="IMAGERY"), dataset.tags(index)
    wavelength = imagery.get("CENTRAL_WAVELENGTH_UM") or tags.get("wavelength")
    try:
        wavelength_um = float(wavelength) if wavelength else None
    except ValueError:
        wavelength_um = None
    if wavelength_um is not None and wavelength_um > 100:
        wavelength_um /= 1000  # nanometres: nothing else is that long
    return RasterBand(
        name=dataset.descriptions[index - 1] or "",
        color=dataset.colorinterp[index - 1].name,
        wavelength_um=wavelength_um,
    )


def _as_pixel(value: float | None, dtype: np.dtype[Any]) -> Any:
    """Return a nodata value as pixels have it, or None if no pixel can."""
    if value is None or not math.isfinite(value):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        pixel = np.array(value).astype(dtype)[()]
    # The nearest single is what is written for a value like -3.4028235e+38.
    is_same = pixel == value or (dtype.kind == "f" and np.isclose(float(pixel), value, rtol=1e-6))
    return pixel if is_same else None


def _place(window: Window) -> dict[str, Any]:
    """Return where to read, as rasterio wants to be told."""
    return {"window": RasterioWindow(window.col_off, window.row_off, window.width, window.height)}


def _reason(error: Exception, path: str) -> str:
    """Return what GDAL said, which rasterio keeps in the chain, without the path in front."""
    innermost: BaseException = error
    while innermost.__cause__ is not None:
        innermost = innermost.__cause__
    return str(innermost).removeprefix(f"{path}: ").rstrip(".") + "."
