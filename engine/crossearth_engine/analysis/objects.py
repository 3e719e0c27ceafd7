"""Which class each object of a layer has on a map: what most of its pixels have. Reads windows.

An object counts the pixels whose centres lie in it; one that is too small to hold any, those that
it touches. Where objects overlap, pixels count for each of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.features import rasterize

from crossearth_engine.accuracy.class_names import first_of_name
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.raster.windows import Window

# Of one object, so many pixels are looked at at once.
STRIP_PIXELS = 1 << 22
# Percent of a window (H, W), and where there is some.
ReadConfidence = Callable[[Window], tuple[NDArray[np.float64], NDArray[np.bool_]]]


@dataclass(frozen=True)
class ObjectClasses:
    """What the objects are, (N,) each.

    Attributes:
        index: of the class among those of the map, the first of those of one name; -1 where the
            map has none.
        pixels: that have a class.
        share: percent of these that have this class; NaN where there is none.
        confidence: mean confidence of those, percent; NaN where there is none.
    """

    index: NDArray[np.intp]
    pixels: NDArray[np.int64]
    share: NDArray[np.float64]
    confidence: NDArray[np.float64]


def classify_objects(
    geometries: NDArray[np.object_],
    classes: ClassRaster,
    confidence: ReadConfidence | None,
    advance: Callable[[int], None],
) -> ObjectClasses:
    """Return the class of each object.

    Args:
        geometries: (N,) shapely geometries in the CRS of the map; None where there is none.
        classes: the map.
        confidence: reads confidence on the pixels of the map; None: it is not known.
        advance: called with how many objects are done; raises to stop.
    """
    count = len(geometries)
    index, pixels = np.full(count, -1, np.intp), np.zeros(count, np.int64)
    share, sure = np.full(count, np.nan), np.full(count, np.nan)
    windows = [_window(item, classes) for item in geometries]
    of_class = first_of_name(classes.classes)
    # By where they lie: blocks of the map are decoded once for all that is in them.
    rows = np.array([-1 if item is None else item.row_off // 512 for item in windows])
    cols = np.array([-1 if item is None else item.col_off for item in windows])
    for done, i in enumerate(np.lexsort((cols, rows)), 1):
        window = windows[i]
        if window is not None:
            votes, sums = _count(geometries[i], window, classes, of_class, confidence)
            pixels[i] = votes.sum()
            if pixels[i]:
                index[i] = votes.argmax()
                share[i] = 100 * votes.max() / pixels[i]
                told, known = sums[:, index[i]]
                sure[i] = told / known if known else np.nan
        advance(done)
    return ObjectClasses(index, pixels, share, sure)


def _count(
    geometry: shapely.Geometry,
    window: Window,
    classes: ClassRaster,
    of_class: NDArray[np.intp],
    confidence: ReadConfidence | None,
) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """Return pixels by class, (K,), and sum and number of their confidences, (2, K)."""
    size = len(classes.classes)
    votes, sums = np.zeros(size, np.int64), np.zeros((2, size))
    is_found = False
    for is_touching in (False, True):
        if is_found:
            break
        for strip in window.strips(STRIP_PIXELS):
            transform = classes.transform @ Affine.translation(strip.col_off, strip.row_off)
            inside = rasterize(
                [geometry], (strip.height, strip.width), transform=transform,
                all_touched=is_touching, dtype="uint8",
            ).astype(bool)  # fmt: skip
            if not inside.any():
                continue
            is_found = True
            indexes = classes.read(strip)
            inside &= indexes >= 0
            found = of_class[indexes]
            votes += np.bincount(found[inside], minlength=size)
            if confidence is not None:
                percent, is_known = confidence(strip)
                inside &= is_known
                sums[0] += np.bincount(found[inside], percent[inside], size)
                sums[1] += np.bincount(found[inside], minlength=size)
    return votes, sums


def _window(geometry: shapely.Geometry | None, classes: ClassRaster) -> Window | None:
    """Return the pixels of the map around an object; None outside of it."""
    if geometry is None or geometry.is_empty:
        return None
    left, bottom, right, top = geometry.bounds
    if not np.isfinite([left, bottom, right, top]).all():
        return None
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    cols, rows = zip(*(~classes.transform @ corner for corner in corners), strict=True)
    # As far as the map reaches, and no farther: coordinates may be of another planet.
    edges = [
        np.clip([np.floor(min(axis)), np.ceil(max(axis))], 0, size).astype(int)
        for axis, size in ((cols, classes.width), (rows, classes.height))
    ]
    (first_col, last_col), (first_row, last_row) = edges
    if min(cols) >= classes.width or max(cols) <= 0:
        return None
    if min(rows) >= classes.height or max(rows) <= 0:
        return None
    # A point on the edge of pixels is in the one that begins there.
    width, height = max(last_col - first_col, 1), max(last_row - first_row, 1)
    first_col, first_row = (
        min(first_col, classes.width - width), min(first_row, classes.height - height)
    )  # fmt: skip
    return Window(int(first_col), int(first_row), int(width), int(height))
