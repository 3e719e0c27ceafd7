"""What pixels measure on the ground.

Projected coordinates are taken as they are where that is right within one percent all over the
raster, so that areas agree with pixel counts times pixel size; where a projection distorts
(geographic coordinates, web mercator away from the equator, maps of the poles) areas are those on
the ellipsoid.
"""

from __future__ import annotations

import math
from typing import Any, Literal

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.warp import transform as transform_coordinates

from crossearth_engine.raster.gdal import GDAL_ERRORS
from crossearth_engine.raster.windows import Window

SEMI_MAJOR_AXIS_M, ECCENTRICITY_SQUARED = 6_378_137.0, 0.006694379990  # of WGS 84
AUTHALIC_RADIUS_M = 6_371_007.181  # of the sphere of the same area
TOLERATED_DISTORTION = 0.01
# No imagery has finer pixels, metres; coordinates in degrees that are taken for metres have.
FINEST_PIXEL_M = 1e-3
# Places along each side of a raster where it is looked at whether its projection distorts.
_LOOKED_AT = 5
# Pixels along each side of a window that are measured, in turn, until those between the first are
# known well enough from them. Four times as many, and what is left is a sixteenth.
_MEASURED = (5, 17, 65, 129)
_TOLERATED_BETWEEN = 1e-3

Sizes = NDArray[np.float64]

Method = Literal["planar", "ellipsoidal"]

# What GDAL gives where a file has no place, and the same with north up: rows and columns.
NO_PLACE = (Affine.identity(), Affine.scale(1, -1))


# What comes of coordinates that have no place on the earth: of a local engineering grid, which may
# have units all the same, or of a damaged file.
_NOT_ON_EARTH: tuple[type[Exception], ...] = (*GDAL_ERRORS, ValueError, ArithmeticError)


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
            self._measure(crs, width, height)
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

    def _measure(self, crs: CRS, width: int, height: int) -> None:
        """Settle how to measure, by pixels all over the raster."""
        # Not on the very edge, which of a map of the world is half off it.
        cols, rows = (
            (np.arange(0.5, _LOOKED_AT) * n / _LOOKED_AT).astype(int) for n in (width, height)
        )
        true_m2 = self._measured(cols, rows)
        true_m2 = true_m2[true_m2 > 0]
        if true_m2.size:
            self.gsd_xy_m = self._edges(width // 2, height // 2)
        if crs.is_projected:
            _, metres_per_unit = crs.linear_units_factor
            self._planar_m2 = abs(self._transform.determinant) * metres_per_unit**2
            distortion = np.abs(self._planar_m2 - true_m2)
            is_true = bool((distortion <= TOLERATED_DISTORTION * true_m2).all())
            self.method = "planar" if is_true else "ellipsoidal"
        elif true_m2.size:
            self.method = "ellipsoidal"

    def _is_incredible(self, crs: CRS, width: int, height: int) -> bool:
        """Whether the coordinates can be none of the CRS: too close together, or beyond a pole."""
        if self.gsd_xy_m is not None and min(self.gsd_xy_m) < FINEST_PIXEL_M:
            return True
        if not crs.is_geographic:
            return False
        corners = [self._transform @ (col, row) for col in (0, width) for row in (0, height)]
        xs, ys = zip(*corners, strict=True)
        quarter = _quarter(crs)
        pixel = sum(abs(part) for part in self._transform[:2] + self._transform[3:5])
        # Those that tell the middle of the outermost pixels reach a little farther.
        return bool(max(map(abs, ys)) > quarter + pixel or max(xs) - min(xs) > 4 * quarter + pixel)

    def middle_m2(self, window: Window) -> float:
        """Return the area of the pixel in the middle of a window, square metres; 0 if unknown."""
        col, row = window.col_off + window.width // 2, window.row_off + window.height // 2
        sizes = self.sizes(Window(col, row, 1, 1))
        return sizes if isinstance(sizes, float) else float(sizes[0, 0])

    def sizes(self, window: Window) -> float | Sizes:
        """Return the area of each pixel of a window, (H, W), square metres.

        One number where all measure the same, and 0 where that is unknown or off the earth. Of a
        large window, pixels in a grid are measured, and those between them interpolated.
        """
        if self.method is None:
            return 0.0
        if self.method == "planar":
            return self._planar_m2
        cols = rows = np.zeros(1, np.intp)
        measured = np.zeros((1, 1))
        for most in _MEASURED:
            finer_cols, finer_rows = _spread(window.width, most), _spread(window.height, most)
            finer = self._measured(window.col_off + finer_cols, window.row_off + finer_rows)
            guessed = _between(measured, rows, cols, finer_rows, finer_cols)
            cols, rows, measured = finer_cols, finer_rows, finer
            if np.allclose(guessed, finer, rtol=_TOLERATED_BETWEEN):
                break
        return _between(measured, rows, cols, np.arange(window.height), np.arange(window.width))

    def axes(self, col: float, row: float) -> NDArray[np.float64]:
        """Return what steps to the next column and to the next row are on the ground, (2, 2).

        As columns of a matrix; only the shape of a pixel matters, not its size nor where north is.
        Where coordinates are taken as they are, angles are, too.
        """
        plane = np.array(self._transform).reshape(3, 3)[:2, :2]
        if self.method != "ellipsoidal":
            return plane if self.method or self._is_placed else np.eye(2)
        cols, rows = math.floor(col) + np.array([0, 1, 0]), math.floor(row) + np.array([0, 0, 1])
        places = self._places(cols, rows)
        steps = places[1:] - places[0]
        if not np.isfinite(steps).all() or not np.cross(*steps).any():
            return plane
        # Their lengths and the angle between them are all that there is of them in a plane.
        found: NDArray[np.float64] = np.linalg.cholesky(steps @ steps.T).T
        return found

    def _measured(self, cols: NDArray[np.intp], rows: NDArray[np.intp]) -> Sizes:
        """Return the areas of the pixels in these rows and columns, (R, C), square metres.

        On the sphere of the area of the ellipsoid, which has neither poles nor an antimeridian
        where a polygon would be torn; 0 off the earth.
        """
        corner_cols = cols[None, :, None] + np.array([0, 1, 1, 0])
        corner_rows = rows[:, None, None] + np.array([0, 0, 1, 1])
        longitudes, latitudes = self._located(*np.broadcast_arrays(corner_cols, corner_rows))
        a, b, c, d = np.moveaxis(_on_sphere(longitudes, _authalic(latitudes)), -2, 0)
        areas = np.abs(_triangle(a, b, c) + _triangle(a, c, d)) * AUTHALIC_RADIUS_M**2
        return np.nan_to_num(areas, nan=0.0, posinf=0.0, neginf=0.0)

    def _located(self, cols: NDArray[Any], rows: NDArray[Any]) -> tuple[Sizes, Sizes]:
        """Return longitudes and latitudes of corners of pixels, radians; NaN off the earth."""
        transform: Any = self._transform  # an Affine, whose types know no arrays
        xs, ys = transform @ (cols.ravel().astype(float), rows.ravel().astype(float))
        if self._crs is not None and self._crs.is_geographic:
            # Pixels whose middle is a pole reach beyond it.
            ys = ys.clip(-_quarter(self._crs), _quarter(self._crs))
        longitudes, latitudes = np.radians(self._transformed(xs, ys))
        return longitudes.reshape(cols.shape), latitudes.reshape(cols.shape)

    def _transformed(self, xs: Sizes, ys: Sizes) -> Sizes:
        """Return longitudes and latitudes, degrees, (2, N); NaN off the earth."""
        try:
            found = np.array(transform_coordinates(self._crs, "OGC:CRS84", xs, ys), np.float64)
            found[:, ~np.isfinite(found).all(axis=0)] = np.nan
            return found
        except _NOT_ON_EARTH:
            # One that is off the earth spoils all: the four of a pixel, in the end.
            if len(xs) <= 4:
                return np.full((2, len(xs)), np.nan)
        half = len(xs) // 8 * 4
        parts = (slice(half), slice(half, None))
        return np.hstack([self._transformed(xs[part], ys[part]) for part in parts])

    def _edges(self, col: int, row: int) -> tuple[float, float] | None:
        """Return the lengths of a pixel's upper and left edge, metres; None off the earth."""
        places = self._places(np.array([col, col + 1, col]), np.array([row, row, row + 1]))
        across, down = np.linalg.norm(places[1:] - places[0], axis=1) * SEMI_MAJOR_AXIS_M
        return (float(across), float(down)) if math.isfinite(across + down) else None

    def _places(self, cols: NDArray[Any], rows: NDArray[Any]) -> Sizes:
        """Return where corners of pixels are, (N, 3), in semi-major axes; NaN off the earth."""
        longitudes, latitudes = self._located(cols, rows)
        # From the centre of the earth, where poles and antimeridian are places like others.
        squashed = np.array([1, 1, 1 - ECCENTRICITY_SQUARED])
        curvature = np.sqrt(1 - ECCENTRICITY_SQUARED * np.sin(latitudes) ** 2)
        places: Sizes = _on_sphere(longitudes, latitudes) * squashed / curvature[:, None]
        return places


def sum_areas(labels: NDArray[Any], counts: NDArray[np.int64], sizes: float | Sizes) -> Sizes:
    """Return the square metres of each label, (K,).

    Args:
        labels: (H, W), of each pixel one of K, as whole numbers.
        counts: (K,) pixels of each.
        sizes: what `PixelArea.sizes` gives for these pixels.
    """
    if isinstance(sizes, float):
        return counts.astype(np.float64) * sizes
    summed = np.bincount(labels.ravel(), sizes.ravel(), len(counts))
    return summed.astype(np.float64, copy=False)


def _spread(length: int, most: int) -> NDArray[np.intp]:
    """Return whole numbers from 0 to ``length`` - 1, evenly spread, at ``most`` so many."""
    spread = np.linspace(0, length - 1, min(length, most))
    return np.unique(np.rint(spread).astype(np.intp))


def _between(
    measured: Sizes,
    rows: NDArray[np.intp],
    cols: NDArray[np.intp],
    at_rows: NDArray[np.intp],
    at_cols: NDArray[np.intp],
) -> Sizes:
    """Return what was measured in rows and columns, (R, C), in others, by linear interpolation."""
    down, across = (
        np.array([np.interp(at, nodes, one) for one in np.eye(len(nodes))])
        for nodes, at in ((rows, at_rows), (cols, at_cols))
    )
    between: Sizes = down.T @ measured @ across
    return between


def _quarter(crs: CRS) -> float:
    """Return the latitude of the pole in units of a geographic CRS."""
    _, radians_per_unit = crs.units_factor
    return math.pi / 2 / float(radians_per_unit)


def _authalic(latitudes: Sizes) -> Sizes:
    """Return latitudes on the sphere of the same area, radians (Snyder 1987, equation 3-18)."""
    e2 = ECCENTRICITY_SQUARED
    return (
        latitudes
        - (e2 / 3 + 31 * e2**2 / 180 + 517 * e2**3 / 5040) * np.sin(2 * latitudes)
        + (23 * e2**2 / 360 + 251 * e2**3 / 3780) * np.sin(4 * latitudes)
        - 761 * e2**3 / 45360 * np.sin(6 * latitudes)
    )


def _on_sphere(longitudes: Sizes, latitudes: Sizes) -> Sizes:
    """Return places on a sphere of radius 1 from its centre, (…, 3)."""
    from_axis = np.cos(latitudes)
    along = (from_axis * np.cos(longitudes), from_axis * np.sin(longitudes), np.sin(latitudes))
    return np.stack(along, axis=-1)


def _triangle(a: Sizes, b: Sizes, c: Sizes) -> Sizes:
    """Return the areas of triangles (…, 3) on a sphere of radius 1, negative if clockwise.

    Van Oosterom and Strackee (1983), with differences of places: of small pixels they are exact.
    """
    volume = (a * np.cross(b - a, c - a)).sum(axis=-1)
    areas: Sizes = 2 * np.arctan2(volume, 1 + (a * b + b * c + c * a).sum(axis=-1))
    return areas
