"""What a map shows on the ground: how wide it is, and where north is."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform as transform_coordinates

from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.gdal import GDAL_ERRORS

# A scale bar is right all over a map whose pixels differ in width by no more than this.
TOLERATED_SCALE_RATIO = 1.05
_NORTHWARDS_DEGREES = 1e-4


@dataclass(frozen=True)
class Ground:
    """The ground under a map.

    Attributes:
        gsd_xy_m: what a pixel in the middle measures along its row and along its column, metres;
            None where that is not known.
        width_m: what a row measures; None also where one scale does not fit the whole map.
        north_degrees: where north is in the middle, clockwise from above; None if not known.
    """

    gsd_xy_m: tuple[float, float] | None
    width_m: float | None
    north_degrees: float | None

    @classmethod
    def under(cls, crs: CRS | None, transform: Affine, width: int, height: int) -> Ground:
        """Return the ground under ``width`` by ``height`` pixels."""
        gsd = _gsd_xy_m(crs, transform, width, height)
        if crs is None or gsd is None:
            return cls(None, None, None)
        corners = [(0, 0), (width - 1, 0), (0, height - 1), (width - 1, height - 1)]
        sizes = [_gsd_xy_m(crs, transform @ Affine.translation(*place), 1, 1) for place in corners]
        widths = [size[0] for size in sizes if size is not None]
        has_one_scale = len(widths) == 4 and max(widths) <= TOLERATED_SCALE_RATIO * min(widths)
        north = _north(crs, transform, (width / 2, height / 2), gsd)
        return cls(gsd, width * gsd[0] if has_one_scale else None, north)


def crs_name(crs: CRS | None) -> str:
    """Return what people call a CRS, or an empty text."""
    if crs is None:
        return ""
    name = re.match(r'\w+\["([^"]+)"', crs.to_wkt())
    authority = crs.to_authority()
    words = [name[1]] if name else []
    return " ".join([*words, *([f"({':'.join(authority)})"] if authority else [])])


def _gsd_xy_m(
    crs: CRS | None, transform: Affine, width: int, height: int
) -> tuple[float, float] | None:
    gsd = PixelArea(crs, transform, width, height).gsd_xy_m
    return gsd if gsd is not None and all(0 < edge < math.inf for edge in gsd) else None


def _north(
    crs: CRS, transform: Affine, middle: tuple[float, float], gsd_xy_m: tuple[float, float]
) -> float | None:
    x, y = transform @ middle
    try:
        (longitude,), (latitude,) = transform_coordinates(crs, "OGC:CRS84", [x], [y])
        further = [min(latitude + _NORTHWARDS_DEGREES, 90.0)]
        (x,), (y,) = transform_coordinates("OGC:CRS84", crs, [longitude], further)
    except GDAL_ERRORS:
        return None
    column, row = ~transform @ (x, y)
    across, up = column - middle[0], middle[1] - row
    if not math.isfinite(across + up) or across == up == 0:
        return None
    return math.degrees(math.atan2(across * gsd_xy_m[0], up * gsd_xy_m[1]))
