"""How a model is shown a raster: on which grid, and in which range of values.

What is asked for goes first; else what the model was trained with decides.
"""

from __future__ import annotations

import math
from functools import partial

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.band_statistics import percentiles
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.stretch import asked_limits
from crossearth_engine.raster.values import Conversion, Numbers, choose_conversion
from crossearth_engine.raster.working_grid import WorkingGrid

# A projection's scale factor is no reason to resample, nor are pixels that are nearly square.
GSD_TOLERANCE = 0.05
MAX_PIXEL_RATIO = 1.1


def choose_grid(
    source: RasterSource, area: PixelArea, model: ModelInfo, gsd_m: float | None
) -> WorkingGrid:
    """Return the grid to work on: the raster's own where the model is at home on it.

    Args:
        source: the raster.
        area: measures its pixels.
        model: knows which pixels it was trained with.
        gsd_m: ground sample distance that is asked for, metres, or None.

    Raises:
        InvalidRequest: if a GSD is asked for and the raster has no CRS to measure it by.
    """
    if area.gsd_xy_m is None:
        if gsd_m is not None:
            reason = (
                "A GSD was given, but the raster has no CRS that tells how large its pixels are. "
                "Say how large they are (--pixel-size)."
            )
            raise InvalidRequest(reason=reason)
        return source.grid
    if gsd_m is None:
        if model.gsd_range_m is None:
            return source.grid
        low, high = model.gsd_range_m
        finest, coarsest = min(area.gsd_xy_m), max(area.gsd_xy_m)
        is_at_home = low * (1 - GSD_TOLERANCE) <= finest and coarsest <= high * (1 + GSD_TOLERANCE)
        if is_at_home and coarsest <= finest * MAX_PIXEL_RATIO:
            return source.grid
        gsd_m = min(max(math.sqrt(finest * coarsest), low), high)
    return WorkingGrid.of_gsd(source.width, source.height, area.gsd_xy_m, gsd_m)


def convert_values(source: RasterSource, model: ModelInfo, asked: str | None) -> Conversion:
    """Return how pixel values get into the model, and what may be wrong with that.

    Args:
        source: the raster.
        model: knows what it takes.
        asked: ``none``, ``MIN,MAX``, ``P1%,P2%``, or None.

    Raises:
        InvalidRequest: if a stretch is asked for and the model takes pixels as they are, or if
            nothing tells how values become what it takes.
        UnreadableRaster: if blocks are missing or damaged.
    """
    limits = asked_limits(asked)
    numbers = Numbers(
        source.dtype,
        len(source.bands),
        source.calibration,
        source.product_calibration,
        partial(percentiles, source),
        source.own_dtypes,
    )
    is_raw = asked is not None and limits is None
    return choose_conversion(model, numbers, limits, is_raw=is_raw)


def working_gsd(area: PixelArea, grid: WorkingGrid) -> float | None:
    """Return the ground sample distance that the network sees, metres; None if it is unknown.

    Args:
        area: measures the pixels of the raster.
        grid: the grid that it is seen on.
    """
    if area.gsd_xy_m is None:
        return None
    gsd_x, gsd_y = area.gsd_xy_m
    across, down = grid.scale_xy
    return math.sqrt(gsd_x * gsd_y * across * down)


def gsd_warnings(
    model: ModelInfo, area: PixelArea, grid: WorkingGrid, said_gsd_m: float | None = None
) -> list[str]:
    """Return sentences about pixels that the model was not trained with, or that none can measure.

    Args:
        model: knows which it was trained with.
        area: measures the pixels of the raster.
        grid: the grid that it is seen on.
        said_gsd_m: what somebody says that they measure, metres, or None.
    """
    if said_gsd_m is not None and area.gsd_xy_m is not None:
        own = math.sqrt(math.prod(area.gsd_xy_m))
        if abs(own - said_gsd_m) > GSD_TOLERANCE * own:
            unused = (
                f"By its CRS a pixel of the raster measures {own:.3g} m; the {said_gsd_m:g} m that "
                "were given (--pixel-size) are for rasters without one and were not used."
            )
            return [unused, *gsd_warnings(model, area, grid)]
    if area.method is None and area.has_crs:
        return [
            "The CRS does not tell what the pixels of the raster measure: it is a local one, or "
            "the coordinates of the raster are none of it. Areas are given in pixels only, and the "
            "model sees the raster as it is. If it is the wrong CRS, say which is right (--crs); "
            "if you know how large pixels are, say so (--pixel-size)."
        ]
    if area.method is None:
        return [
            "The raster has no CRS to measure by: areas are given in pixels only, and the model "
            "sees it as it is. If you know how large its pixels are, say so (--pixel-size)."
        ]
    gsd = working_gsd(area, grid)
    if gsd is None or area.gsd_xy_m is None or model.gsd_range_m is None:
        return []
    gsd = three_digits(gsd)
    low, high = model.gsd_range_m
    finest, coarsest = sorted(area.gsd_xy_m)
    sizes = f"{low:g} m" if low == high else f"{low:g} to {high:g} m"
    trained = f"{model.name} was trained for {sizes}"
    if coarsest > high * (1 + GSD_TOLERANCE):
        return [
            f"A pixel of the raster measures {coarsest:.3g} m; {trained}. The raster is "
            f"{_describe_scale(gsd / coarsest, gsd)}, and the map will be poorer."
        ]
    if not low * (1 - GSD_TOLERANCE) <= gsd <= high * (1 + GSD_TOLERANCE):
        return [f"The network sees pixels of {gsd:g} m; {trained} and may be unreliable here."]
    if finest < low * (1 - GSD_TOLERANCE):
        return [
            f"A pixel of the raster measures {finest:.3g} m; {trained}. The raster is "
            f"{_describe_scale(gsd / finest, gsd)}: the map has no finer details than that."
        ]
    return []


def three_digits(value: float) -> float:
    """Return a measure as people are told it."""
    return float(f"{value:.3g}")


def _describe_scale(scale: float, gsd: float) -> str:
    """Return what becomes of pixels that are seen ``scale`` times as large, of ``gsd`` metres."""
    if abs(scale - 1) <= GSD_TOLERANCE:
        return "seen as it is"
    return f"{'reduced' if scale > 1 else 'enlarged'} to {gsd:g} m"
