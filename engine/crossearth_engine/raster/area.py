"""What a pixel measures on the ground.

Projected coordinates are taken as they are where that is right within one percent, so that areas
agree with pixel counts times pixel size; where a projection distorts (geographic coordinates, web
mercator away from the equator) areas come from an equal-area projection of the ellipsoid.
"""

from __future__ import annotations

import functools
import math
from typing import Literal

from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform as transform_coordinates

from crossearth_engine.raster.gdal import GDAL_ERRORS
from crossearth_engine.raster.windows import Window

EQUAL_AREA_WIDTH_M = 2 * 17_367_530.445  # of EASE-Grid 2.0, from antimeridian to antimeridian
SEMI_MAJOR_AXIS_M, ECCENTRICITY_SQUARED = 6_378_137.0, 0.006694379990  # of WGS 84
TOLERATED_DISTORTION = 0.01
# No imagery has finer pixels, metres; coordinates in degrees that are taken for metres have.
FINEST_PIXEL_M = 1e-3

Method = Literal["planar", "ellipsoidal"]

# What GDAL gives where a file has no place, and the same with north up: rows and columns.
NO_PLACE = (Affine.identity(), Affine.scale(1, -1))


# What comes of coordinates that have no place on the earth: of a local engineering grid, which may
# have units all the same, or of a damaged file.
_NOT_ON_EARTH: tuple[type[Exception], ...] = (*GDAL_ERRORS, ValueError, ArithmeticError)


@functools.cache
def _equal_area() -> CRS:
    """Return EASE-Grid 2.0: cylindrical, metres on the WGS 84 ellipsoid."""
    return CRS.from_epsg(6933)


class PixelArea:
    """Area of a raster's pixels.

    Attributes:
        method: ``planar``, ``ellipsoidal``, or None where the raster has no CRS to measure by, or
            no place in it.
        has_crs: whether it has one, which may be one that tells no sizes.
        gsd_xy_m: what a pixel in the middle of the raster measures along its row and along its
            column, metres, or None.
    """

    def __init__(
        self,
        crs: CRS | None,
        transform: Affine,
        width: int,
        height: int,
        said_gsd_m: float | None = None,
    ) -> None:
        """Find out how to measure.

        Args:
            crs: of the raster, or None.
            transform: pixel to CRS.
            width: of the raster, pixels.
            height: likewise.
            said_gsd_m: edge of a pixel, metres, to be taken where the CRS does not tell.
        """
        self._crs = crs
        self.has_crs = crs is not None
        self._transform = transform
        self._is_placed = transform not in NO_PLACE
        self.method: Method | None = None
        self.gsd_xy_m: tuple[float, float] | None = None
        self._planar_m2 = 0.0
        if crs is not None and self._is_placed:
            self._measure(crs, width // 2, height // 2)
            if self._is_incredible(crs, width, height):
                self._is_placed, self.method, self.gsd_xy_m = False, None, None
        if said_gsd_m is not None and self.gsd_xy_m is None:
            self._take((said_gsd_m, said_gsd_m))

    def on(self, scale_xy: tuple[float, float], width: int, height: int) -> PixelArea:
        """Return the same for larger or smaller pixels over the same ground.

        Args:
            scale_xy: what one of them measures in these pixels, along a row and along a column.
            width: how many there are in a row.
            height: how many there are in a column.
        """
        across, down = scale_xy
        crs = self._crs if self._is_placed else None
        area = PixelArea(crs, self._transform @ Affine.scale(across, down), width, height)
        area.has_crs = self.has_crs
        if self.gsd_xy_m is not None and area.gsd_xy_m is None:
            # The CRS does not tell, but somebody has.
            gsd_x, gsd_y = self.gsd_xy_m
            area._take((gsd_x * across, gsd_y * down))
        return area

    def _take(self, gsd_xy_m: tuple[float, float]) -> None:
        """Measure by the edges of a pixel, metres, which are the same everywhere."""
        self.gsd_xy_m = gsd_xy_m
        self._planar_m2 = math.prod(gsd_xy_m)
        self.method = "planar"

    def _measure(self, crs: CRS, col: int, row: int) -> None:
        """Settle how to measure by a pixel in the middle."""
        true_m2 = self._ellipsoidal(Window(col, row, 1, 1))
        if true_m2:
            try:
                self.gsd_xy_m = self._edges(col, row)
            except _NOT_ON_EARTH:
                true_m2 = 0.0
        if crs.is_projected:
            _, metres_per_unit = crs.linear_units_factor
            self._planar_m2 = abs(self._transform.determinant) * metres_per_unit**2
            planar_is_true = abs(self._planar_m2 - true_m2) <= TOLERATED_DISTORTION * true_m2
            self.method = "planar" if planar_is_true or not true_m2 else "ellipsoidal"
        elif true_m2:
            self.method = "ellipsoidal"

    def _is_incredible(self, crs: CRS, width: int, height: int) -> bool:
        """Whether the coordinates can be none of the CRS: too close together, or beyond a pole."""
        if self.gsd_xy_m is not None and min(self.gsd_xy_m) < FINEST_PIXEL_M:
            return True
        if not crs.is_geographic:
            return False
        corners = [self._transform @ (col, row) for col in (0, width) for row in (0, height)]
        xs, ys = zip(*corners, strict=True)
        _, radians_per_unit = crs.units_factor
        quarter = math.pi / 2 / radians_per_unit
        pixel = sum(abs(part) for part in self._transform[:2] + self._transform[3:5])
        # Those that tell the middle of the outermost pixels reach a little farther.
        return bool(max(map(abs, ys)) > quarter + pixel or max(xs) - min(xs) > 4 * quarter + pixel)

    def mean_m2(self, window: Window) -> float:
        """Return the area of a pixel in the middle of the window, square metres; 0 if unknown."""
        if self.method is None:
            return 0.0
        return self._planar_m2 if self.method == "planar" else self._ellipsoidal(window)

    def _ellipsoidal(self, window: Window) -> float:
        """Return the area of a pixel in the middle of the window, on the ellipsoid; 0 off it."""
        # From a few pixels around the middle: over a whole window near a pole, or across the
        # antimeridian, the equal-area projection is torn.
        width, height = min(window.width, 16), min(window.height, 16)
        left = window.col_off + (window.width - width) // 2
        top = window.row_off + (window.height - height) // 2
        corners = [
            self._transform @ corner
            for corner in (
                (left, top),
                (left + width, top),
                (left + width, top + height),
                (left, top + height),
            )
        ]
        try:
            xs, ys = transform_coordinates(self._crs, _equal_area(), *zip(*corners, strict=True))
        except _NOT_ON_EARTH:
            return 0.0
        # Shoelace formula, from a corner: of a pixel's coordinates only the last digits differ.
        xs = [(x - xs[0] + EQUAL_AREA_WIDTH_M / 2) % EQUAL_AREA_WIDTH_M for x in xs]
        xs, ys = [x - EQUAL_AREA_WIDTH_M / 2 for x in xs], [y - ys[0] for y in ys]
        doubled = sum(xs[i - 1] * ys[i] - xs[i] * ys[i - 1] for i in range(4))
        mean = abs(doubled) / 2 / (width * height)
        return float(mean) if math.isfinite(mean) else 0.0

    def _edges(self, col: int, row: int) -> tuple[float, float]:
        """Return the lengths of a pixel's upper and left edge on the ellipsoid, metres."""
        corners = [
            self._transform @ corner for corner in ((col, row), (col + 1, row), (col, row + 1))
        ]
        longitudes, latitudes = transform_coordinates(
            self._crs, "OGC:CRS84", *zip(*corners, strict=True)
        )
        latitude = math.radians(latitudes[0])
        curvature = 1 - ECCENTRICITY_SQUARED * math.sin(latitude) ** 2
        along_parallel = SEMI_MAJOR_AXIS_M / curvature**0.5 * math.cos(latitude)
        along_meridian = SEMI_MAJOR_AXIS_M * (1 - ECCENTRICITY_SQUARED) / curvature**1.5
        across, down = (
            math.hypot(
                math.radians((longitudes[i] - longitudes[0] + 180) % 360 - 180) * along_parallel,
                math.radians(latitudes[i] - latitudes[0]) * along_meridian,
            )
            for i in (1, 2)
        )
        return across, down
