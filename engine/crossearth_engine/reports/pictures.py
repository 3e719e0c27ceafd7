"""Small pictures of large rasters, for reports: the map in its colours, and what was mapped."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import DatasetReader, MemoryFile
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.errors import UnreadableRaster
from crossearth_engine.raster.color_table import ColorTable
from crossearth_engine.raster.gdal import READ_ERRORS
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.opening import transform_of
from crossearth_engine.shared.palette import NODATA, ClassInfo
from crossearth_engine.shared.quantity import color_stops

MAX_EDGE = 1400
# What may be read for a picture of a raster that has no overviews, pixels.
MAX_READ_PIXELS = 40_000_000

# What comes of a raster that is not at hand.
_UNREADABLE: tuple[type[Exception], ...] = (*READ_ERRORS, UnreadableRaster)


def picture_size(width: int, height: int, max_edge: int = MAX_EDGE) -> tuple[int, int]:
    """Return width and height of a picture of a raster, pixels."""
    shrink = min(1.0, max_edge / max(width, height))
    return max(round(width * shrink), 1), max(round(height * shrink), 1)


def map_picture(
    dataset: DatasetReader, classes: tuple[ClassInfo, ...], size: tuple[int, int]
) -> bytes:
    """Return a class raster as PNG, transparent where it has no class.

    Args:
        dataset: the class raster.
        classes: its classes.
        size: width and height of the picture, pixels.
    """
    width, height = size
    # The class most pixels have, not the one that happens to lie in the middle.
    values = dataset.read(1, out_shape=(height, width), resampling=Resampling.mode)
    colors = np.zeros((256, 4), np.uint8)
    for item in classes:
        colors[item.value] = (*item.rgb, 255)
    colors[NODATA] = 0
    return _encode(np.moveaxis(colors[values], -1, 0), "PNG")


def number_picture(
    dataset: DatasetReader, span: tuple[float, float], size: tuple[int, int]
) -> bytes:
    """Return a raster of numbers as PNG, in the colours of its ramp, transparent without a number.

    Args:
        dataset: the raster.
        span: numbers that the colours begin and end with.
        size: width and height of the picture, pixels.
    """
    width, height = size
    shape = (height, width)
    numbers = dataset.read(1, out_shape=shape, resampling=Resampling.average, masked=True)
    stops = color_stops(*span)
    values = [value for value, _color in stops]
    pixels = np.zeros((4, height, width), np.uint8)
    for band, target in enumerate(pixels[:3]):
        ends = [int(color[1 + 2 * band : 3 + 2 * band], 16) for _value, color in stops]
        target[:] = np.rint(np.interp(numbers.filled(values[0]), values, ends))
    pixels[3] = np.where(np.ma.getmaskarray(numbers), 0, 255)
    return _encode(pixels, "PNG")


def input_picture(
    path: str, bands: Sequence[int], bounds_of: DatasetReader, size: tuple[int, int]
) -> bytes | None:
    """Return the part of a raster that a map covers as JPEG, or None where that is not at hand.

    Not where it would take long, and not where the raster has to be warped to look like the map.

    Args:
        path: as GDAL opens it.
        bands: the first three are shown as red, green and blue, or else the first as grey.
        bounds_of: the map, in the CRS of the raster.
        size: width and height of the picture, pixels.
    """
    shown = [*bands[:3]] if len(bands) >= 3 else [*bands[:1]]
    try:
        with OpenRaster(path) as raster:
            found = raster.ask(lambda: _seen(raster.file, shown, bounds_of, size))
    except _UNREADABLE:
        return None
    if found is None:
        return None
    pixels, colors = found
    if colors is not None:
        width, height = size
        mask = np.broadcast_to(np.ma.getmaskarray(pixels), (len(shown), height, width))
        pixels = np.ma.array(colors.colors(pixels.data[0], shown), mask=mask)
    return _encode(_as_bytes(pixels), "JPEG", quality=85)


def _seen(
    source: Any, shown: list[int], bounds_of: DatasetReader, size: tuple[int, int]
) -> tuple[np.ma.MaskedArray, ColorTable | None] | None:
    """Return pixels (C, H, W) for `input_picture`, and the colours that they are the numbers of."""
    width, height = size
    colors = ColorTable.of(source)
    read = [colors.band] if colors is not None else shown
    to_source: Affine = ~transform_of(source) @ bounds_of.transform
    if source.gcps[0] or max(abs(to_source.b), abs(to_source.d)) > 1e-9:
        return None
    window = RasterioWindow(
        to_source.c, to_source.f, bounds_of.width * to_source.a, bounds_of.height * to_source.e
    )
    if window.width * window.height > MAX_READ_PIXELS and not source.overviews(read[0]):
        return None
    # One by one: they may be of several types. Numbers of colours have no mean.
    resampling = Resampling.average if colors is None else Resampling.nearest
    options = {"window": window, "out_shape": (height, width), "resampling": resampling}
    pixels = np.ma.stack([source.read(band, masked=True, **options) for band in read])
    return pixels, colors


def _as_bytes(pixels: np.ma.MaskedArray) -> NDArray[np.uint8]:
    """Return pixels (C, H, W) of any type for the eye, white where there is no data."""
    values = np.ma.masked_invalid(pixels.astype(np.float32))
    result = np.full(values.shape, 255, np.uint8)
    for band, target in zip(values, result, strict=True):
        data = band.compressed()
        if not len(data):
            continue
        low, high = (0, 255) if pixels.dtype == np.uint8 else np.percentile(data, [2, 98])
        scaled = (band - low) * (255 / max(high - low, 1e-9))
        target[:] = np.clip(scaled.filled(255), 0, 255)
    return result


def _encode(pixels: NDArray[np.uint8], driver: str, **options: int) -> bytes:
    """Return (C, H, W) as an image file."""
    count, height, width = pixels.shape
    with MemoryFile() as file, warnings.catch_warnings():
        # A picture lies nowhere.
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with file.open(
            driver=driver, width=width, height=height, count=count, dtype="uint8", **options
        ) as dataset:
            dataset.write(pixels)
        return bytes(file.read())
