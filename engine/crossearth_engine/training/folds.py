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
from crossearth_engine.shared.palette import ClassInfo

FOLDS = 5


class TrainingPolygons(LabelledPolygons):
    """Labelled polygons, each held out in one part of the validation.

    Attributes:
        folds: (N,) part that each polygon is held out in; -1: in none.
        num_folds: how many parts there are; 0 where nothing can be held out.
    """

    def __init__(
        self, table: PolygonTable, classes: tuple[ClassInfo, ...], grids: Sequence[Grid]
    ) -> None:
        super().__init__(table, classes, grids)
        self.folds = np.full(len(table.geometries), -1, np.intp)
        self.folds[self.is_inside], self.num_folds = _divide(
            table.geometries[self.is_inside], self.class_indexes[self.is_inside]
        )

    def of_folds(self, folds: Sequence[int]) -> NDArray[np.bool_]:
        """Return which polygons are held out in one of these parts, (N,)."""
        return np.isin(self.folds, folds)

    def split_sentence(self) -> str:
        """Say how the accuracy is measured."""
        if self.num_folds == 0:
            return (
                "No accuracy was measured: it needs two polygons, apart from each other, of at "
                "least two classes."
            )
        return (
            f"Whole polygons were held out, never single pixels: they were divided by their place "
            f"into {self.num_folds} parts, and each part was mapped by a model fitted to the "
            f"others. Polygons that touch stay together.{self.unmeasured_sentence()}"
        )

    def unmeasured_sentence(self) -> str:
        """Say which classes are held out nowhere, and what that means; empty if all are."""
        measured = np.unique(self.class_indexes[self.folds >= 0])
        others = np.setdiff1d(self.class_indexes, measured).tolist()
        if not others:
            return ""
        names = ", ".join(sorted(self.classes[i].name for i in others))
        return (
            f" Not measured, for lack of a second polygon: {names}. What of it the model takes for "
            "another class does not count in that one's figures."
        )


def _divide(
    geometries: Geometries, class_indexes: NDArray[np.intp]
) -> tuple[NDArray[np.intp], int]:
    """Return the fold of each polygon, and how many folds there are.

    Along the line on which the polygons spread most, each class is cut into strips of equally many
    groups of polygons that touch: folds are places, and each class is in as many of them as it has
    groups.
    """
    folds = np.full(len(geometries), -1, np.intp)
    groups = _touching(geometries)
    places = shapely.get_coordinates(shapely.centroid(geometries))
    places -= places.mean(axis=0)
    _, _, axes = np.linalg.svd(places, full_matrices=False)
    order = np.argsort(places @ axes[0], kind="stable")
    along = list(dict.fromkeys(groups[order].tolist()))
    # A group is of the class that most of its polygons are of.
    classes = {group: np.bincount(class_indexes[groups == group]).argmax() for group in along}
    for index in np.unique(class_indexes):
        members = [group for group in along if classes[group] == index]
        for rank, group in enumerate(members if len(members) > 1 else []):
            folds[groups == group] = rank * FOLDS // len(members)
    if len(np.unique(class_indexes[folds >= 0])) < 2:
        return np.full_like(folds, -1), 0
    used = np.unique(folds[folds >= 0])
    return np.where(folds >= 0, np.searchsorted(used, folds), -1), len(used)


def _touching(geometries: Geometries) -> NDArray[np.intp]:
    """Return a group number for each polygon: those that touch are in one group."""
    first, second = shapely.STRtree(geometries).query(geometries, predicate="intersects")
    groups = np.arange(len(geometries))
    while True:
        lowest = groups.copy()
        np.minimum.at(lowest, first, groups[second])
        if (lowest == groups).all():
            return groups
        groups = lowest
