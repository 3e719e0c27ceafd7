"""How a model is shown a raster: on which grid, and in which range of values.

What is asked for goes first; else what the model was trained with decides.
"""

from __future__ import annotations

import math

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.matching import Match, measure
from crossearth_engine.raster.sample import Sample, Sampler
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.stretch import Stretch, asked_limits
from crossearth_engine.raster.values import Conversion, Numbers, choose_conversion
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_values import BYTES

# A projection's scale factor is no reason to resample, nor are pixels that are nearly square.
GSD_TOLERANCE = 0.05
# Of pixels that a model was made for, where nobody says how far it reaches.
MAX_GSD_RATIO = 1.5
MAX_PIXEL_RATIO = 1.1
# Pixels so much larger than those that a head was fitted at are still taken as they are.
GSD_LENIENCE = 1.25


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
        wanted = math.sqrt(finest * coarsest)
        if model.gsd_m is not None and high <= low * GSD_LENIENCE * (1 + GSD_TOLERANCE):
            # It was fitted at one size, and the range is lenience: what is resampled comes to it.
            wanted = model.gsd_m
        gsd_m = min(max(wanted, low), high)
    return WorkingGrid.of_gsd(source.width, source.height, area.gsd_xy_m, gsd_m)


def convert_values(
    source: RasterSource, model: ModelInfo, asked: str | None, sampler: Sampler | None = None
) -> Conversion:
    """Return how pixel values get into the model, and what may be wrong with that.

    Args:
        source: the raster.
        model: knows what it takes.
        asked: ``none``, ``MIN,MAX``, ``P1%,P2%``, or None.
        sampler: measures it, where that is needed.

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
        (sampler or Sampler(source)).percentiles,
        source.own_dtypes,
        source.units,
    )
    is_raw = asked is not None and limits is None
    return choose_conversion(model, numbers, limits, is_raw=is_raw)


def match_values(model: ModelInfo, stretch: Stretch | None, sampler: Sampler) -> Match | None:
    """Return what brings the values of a raster to those of the imagery a model was trained on.

    Measured over the whole raster, whichever part is asked for. None where none of its bands has
    moved, or there are hardly any pixels.

    Args:
        model: keeps quantiles of that imagery.
        stretch: is done first.
        sampler: measures the raster.

    Raises:
        InvalidRequest: if the model keeps none.
        UnreadableRaster: if blocks are missing or damaged.
    """
    if model.quantiles is None:
        reason = (
            f"{model.name} does not say which values it was trained on, so that there is nothing "
            "to match the raster to. Leave the matching out (--match), or adapt the model: what "
            "is adapted now keeps them."
        )
        raise InvalidRequest(reason=reason)
    return match_to_training(model, stretch, sampler.whole)


def match_to_training(model: ModelInfo, stretch: Stretch | None, sample: Sample) -> Match | None:
    """Return what brings pixels to those of the imagery that a model was trained on.

    None where they have not moved, there are hardly any, or the model keeps no quantiles.

    Args:
        model: keeps quantiles of that imagery.
        stretch: is done first.
        sample: of the raster.
    """
    own = measure((sample.values, stretch))
    if own is None or model.quantiles is None:
        return None
    match = Match(own, model.quantiles, BYTES if model.value_range == BYTES else None)
    return match if match.is_needed else None


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


def gsd_findings(
    model: ModelInfo, area: PixelArea, grid: WorkingGrid, said_gsd_m: float | None = None
) -> list[Finding]:
    """Return what there is to say of pixels that a model was not trained with, or nobody measures.

    Args:
        model: knows which it was trained with.
        area: measures the pixels of the raster.
        grid: the grid that it is seen on.
        said_gsd_m: what somebody says that they measure, metres, or None.
    """
    if said_gsd_m is not None and area.gsd_xy_m is not None:
        own = math.sqrt(math.prod(area.gsd_xy_m))
        if abs(own - said_gsd_m) > GSD_TOLERANCE * own:
            unused = Finding("pixel-size-unused", {"own": f"{own:.3g}", "said": f"{said_gsd_m:g}"})
            return [unused, *gsd_findings(model, area, grid)]
    if area.method is None and area.has_crs:
        return [Finding("pixels-unmeasured")]
    if area.method is None:
        return [Finding("pixels-unknown")]
    gsd = working_gsd(area, grid)
    if gsd is None or area.gsd_xy_m is None:
        return []
    gsd = three_digits(gsd)
    if model.gsd_range_m is None:
        return _far_from(model, gsd)
    low, high = model.gsd_range_m
    finest, coarsest = sorted(area.gsd_xy_m)
    # One number for a pixel that is not square: the edge of a square with its area.
    own = math.sqrt(finest * coarsest)
    sizes = f"{low:.3g} m" if low == high else f"{low:.3g} to {high:.3g} m"
    trained = {"model": model.name, "sizes": sizes}
    usual = high if model.raster_gsd_m is None else max(high, model.raster_gsd_m)
    if coarsest > usual * (1 + GSD_TOLERANCE):
        change = _describe_scale(gsd / coarsest, gsd)
        return [Finding("pixels-coarse", {"size": f"{own:.3g}", "change": change, **trained})]
    if not low * (1 - GSD_TOLERANCE) <= gsd <= high * (1 + GSD_TOLERANCE):
        return [Finding("pixels-untrained", {"size": f"{gsd:g}", **trained})]
    if finest < low * (1 - GSD_TOLERANCE):
        change = _describe_scale(gsd / finest, gsd)
        return [Finding("pixels-fine", {"size": f"{own:.3g}", "change": change, **trained})]
    return []


def _far_from(model: ModelInfo, gsd: float) -> list[Finding]:
    """Return a finding on pixels unlike those of a model of which nobody says how far it reaches.

    The likes of Deepness would resample without being asked.
    """
    made_for = model.gsd_m
    if made_for is None or 1 / MAX_GSD_RATIO <= gsd / made_for <= MAX_GSD_RATIO:
        return []
    details = {"model": model.name, "size": f"{gsd:g}", "own": f"{made_for:g}"}
    return [Finding("pixels-other", details)]


def three_digits(value: float) -> float:
    """Return a measure as people are told it."""
    return float(f"{value:.3g}")


def _describe_scale(scale: float, gsd: float) -> str:
    """Return what becomes of pixels that are seen ``scale`` times as large, of ``gsd`` metres."""
    if abs(scale - 1) <= GSD_TOLERANCE:
        return "seen as it is"
    return f"{'reduced' if scale > 1 else 'enlarged'} to {gsd:g} m"
