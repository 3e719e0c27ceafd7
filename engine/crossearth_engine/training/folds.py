"""Polygons divided by their place, so that accuracy is measured where nothing was learned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from crossearth_engine.raster.labelled_polygons import (
    Geometries,
    Grid,
    LabelledPolygons,
    PolygonTable,
)
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.wording import say, together

FOLDS = 5
"""At most 8: a pixel's neighbours are bits of a byte."""


class TrainingPolygons(LabelledPolygons):
    """Labelled polygons, each held out in one part of the validation.

    Parts are places, evenly filled. Polygons that touch may lie in different parts: what lies near
    a polygon that is held out is not learned from meanwhile.

    Attributes:
        folds: (N,) part that each polygon is held out in; -1: in none.
        num_folds: how many parts there are; 0 where nothing can be held out.
        held_out: what was held out, a sentence.
    """

    def __init__(
        self, table: PolygonTable, classes: tuple[ClassInfo, ...], grids: Sequence[Grid]
    ) -> None:
        super().__init__(table, classes, grids)
        self.folds = np.full(len(table.geometries), -1, np.intp)
        self.folds[self.is_inside], self.num_folds = _divide(
            table.geometries[self.is_inside],
            self.class_indexes[self.is_inside],
            1 if table.numbers is not None else 2,
        )
        self.held_out = _held_out(table.geometries)

    def of_folds(self, folds: Sequence[int]) -> NDArray[np.bool_]:
        """Return which polygons are held out in one of these parts, (N,)."""
        return np.isin(self.folds, folds)

    def near_folds(self, raster: int, window: Window, margin: int) -> NDArray[np.uint8]:
        """Return for each pixel which parts have polygons nearby, (H, W): bit i stands for part i.

        Args:
            raster: index into ``grids``.
            window: pixels of that grid.
            margin: how many pixels away is near.
        """
        near = np.zeros((window.height, window.width), np.uint8)
        wide = Window(
            window.col_off - margin,
            window.row_off - margin,
            window.width + 2 * margin,
            window.height + 2 * margin,
        )
        indexes = self.polygon_indexes(raster, wide)
        fold_of = np.append(self.folds, [-1, -1])
        for fold in range(self.num_folds):
            is_held_out = fold_of[indexes] == fold
            if is_held_out.any():
                near |= _any_around(is_held_out, margin).astype(np.uint8) << fold
        return near

    def smallest_fold(self) -> int:
        """Return the part with the fewest polygons, of those that hold two classes if any do."""
        of_fold = [self.of_folds([fold]) for fold in range(self.num_folds)]
        kinds = [len(np.unique(self.class_indexes[held_out])) for held_out in of_fold]
        return min(range(self.num_folds), key=lambda i: (kinds[i] < 2, of_fold[i].sum()))

    def split_sentence(self) -> str:
        """Say how the accuracy is measured."""
        if self.num_folds == 0 and self.numbers is not None:
            return say("No accuracy was measured: it needs two polygons or points.")
        if self.num_folds == 0:
            return say("No accuracy was measured: it needs two polygons of at least two classes.")
        if self.numbers is not None:
            how = say(
                "They were divided by their place into {count} parts, and each part was mapped by "
                "a model fitted to the others, without what lies next to the part unless all does.",
                count=self.num_folds,
            )
        else:
            how = say(
                "They were divided by their place into {count} parts, and each part was mapped by "
                "a model fitted to the others, without what lies next to the part unless a class "
                "lies nowhere else.",
                count=self.num_folds,
            )
        return together([self.held_out, how, self.unmeasured_sentence()])

    def unmeasured_sentence(self) -> str:
        """Say which classes are held out nowhere, and what that means; empty if all are."""
        measured = np.unique(self.class_indexes[self.folds >= 0])
        others = np.setdiff1d(self.class_indexes, measured).tolist()
        if not others:
            return ""
        names = ", ".join(sorted(self.classes[i].name for i in others))
        return say(
            "Not measured, for lack of a second polygon: {names}. What of it the model takes for "
            "another class does not count in that one's figures.",
            names=names,
        )


def _held_out(geometries: Geometries) -> str:
    are_points = shapely.get_dimensions(geometries) == 0
    if are_points.all():
        return say("Points of one place were held out together.")
    if are_points.any():
        return say("Whole polygons and points were held out, never single pixels.")
    return say("Whole polygons were held out, never single pixels.")


def _divide(
    geometries: Geometries, class_indexes: NDArray[np.intp], least_classes: int
) -> tuple[NDArray[np.intp], int]:
    """Return the fold of each polygon, and how many folds there are.

    Along the line on which the polygons spread most, each class is cut into strips of equally many
    polygons: folds are places, and each class is in as many of them as it has polygons.
    """
    folds = np.full(len(geometries), -1, np.intp)
    places = shapely.get_coordinates(shapely.centroid(geometries))
    places -= places.mean(axis=0)
    _, _, axes = np.linalg.svd(places, full_matrices=False)
    order = np.argsort(places @ axes[0], kind="stable")
    for index in np.unique(class_indexes):
        members = order[class_indexes[order] == index]
        if len(members) > 1:
            folds[members] = np.arange(len(members)) * FOLDS // len(members)
    if len(np.unique(class_indexes[folds >= 0])) < least_classes:
        return np.full_like(folds, -1), 0
    used = np.unique(folds[folds >= 0])
    return np.where(folds >= 0, np.searchsorted(used, folds), -1), len(used)


def _any_around(pixels: NDArray[np.bool_], margin: int) -> NDArray[np.bool_]:
    """Return whether any of the pixels so near is set, smaller by the margin on all sides."""
    sums = np.pad(pixels, ((1, 0), (1, 0))).cumsum(axis=0, dtype=np.int32).cumsum(axis=1)
    edge = 2 * margin + 1
    inside: NDArray[np.int32] = sums[edge:, edge:] - sums[:-edge, edge:]
    inside -= sums[edge:, :-edge] - sums[:-edge, :-edge]
    return inside > 0
