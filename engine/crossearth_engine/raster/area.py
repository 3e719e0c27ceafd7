"""What a pixel measures on the ground.

Projected coordinates are taken as they are where that is right within one percent, so that areas
agree with pixel counts times pixel size; where a projection distorts (geographic coordinates, web
mercator away from the equator) areas come from an equal-area projection of the ellipsoid.
"""

from __future__ import annotations

from typing import Literal

import rasterio.errors
from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform as transform_coordinates

from crossearth_engine.raster.windows import Window

EQUAL_AREA = CRS.from_epsg(6933)  # EASE-Grid 2.0: cylindrical, metres on the WGS 84 ellipsoid
TOLERATED_DISTORTION = 0.01

Method = Literal["planar", "ellipsoidal"]


class PixelArea:
    """Area of a raster's pixels.

    Attributes:
        method: ``planar``, ``ellipsoidal``, or None where the raster has no CRS to measure by.
        mean_gsd_m: square root of the area of a pixel in the middle of the raster, metres, or None.
    """

    def __init__(self, crs: CRS | None, transform: Affine, width: int, height: int) -> None:
        self._crs = crs
        self._transform = transform
        self.method: Method | None = None
        self.mean_gsd_m: float | None = None
        self._planar_m2 = 0.0
        if crs is None:
            return
        middle = Window(width // 2, height // 2, 1, 1)
        try:
            true_m2 = self._ellipsoidal(middle)
        except rasterio.errors.RasterioError:
            # A local engineering grid: it has units, perhaps, but no place on the earth.
            true_m2 = 0.0
        if crs.is_projected:
            _, metres_per_unit = crs.linear_units_factor
            self._planar_m2 = abs(transform.determinant) * metres_per_unit**2
            planar_is_true = abs(self._planar_m2 - true_m2) <= TOLERATED_DISTORTION * true_m2
            self.method = "planar" if planar_is_true or not true_m2 else "ellipsoidal"
        elif true_m2:
            self.method = "ellipsoidal"
        if self.method is not None:
            self.mean_gsd_m = (true_m2 or self._planar_m2) ** 0.5

    def mean_m2(self, window: Window) -> float:
        """Return the mean area of a pixel of the window, square metres; 0 if it has none."""
        if self.method is None:
            return 0.0
        return self._planar_m2 if self.method == "planar" else self._ellipsoidal(window)

    def _ellipsoidal(self, window: Window) -> float:
        right, bottom = window.col_off + window.width, window.row_off + window.height
        corners = [
            self._transform @ corner
            for corner in (
                (window.col_off, window.row_off),
                (right, window.row_off),
                (right, bottom),
                (window.col_off, bottom),
            )
        ]
        xs, ys = transform_coordinates(self._crs, EQUAL_AREA, *zip(*corners, strict=True))
        # Shoelace formula, from a corner: of a pixel's coordinates only the last digits differ.
        xs, ys = [x - xs[0] for x in xs], [y - ys[0] for y in ys]
        doubled = sum(xs[i - 1] * ys[i] - xs[i] * ys[i - 1] for i in range(4))
        return float(abs(doubled) / 2 / (window.width * window.height))
