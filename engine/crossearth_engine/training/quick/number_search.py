"""Looking at samples of numbers in several ways: compared by RMSE on those held out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.number_figures import number_figures
from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.wording import say, together
from crossearth_engine.training.quick.head import PixelTable, fold_in
from crossearth_engine.training.quick.number_head import (
    KINDS,
    NumberKind,
    best_share,
    fit_number_trees,
    fit_numbers,
    fit_plane,
    taken_of,
)
from crossearth_engine.training.quick.onnx_encoder import NumberHead
from crossearth_engine.training.quick.search import AnyKind, Choice, Search
from crossearth_engine.training.quick.views import View

# Pixels that a trial is fitted to, and the final head.
TRIAL_PIXELS, FINAL_PIXELS = 4000, 12_000
# Below, what is mapped is hardly better than the mean of all.
LEAST_R2 = 0.05
# How much of trees is right for most.
USUAL_SHARE = 0.5
_METHOD = say(
    "Each sample counts once: of a polygon, the mean of what is mapped in it is compared with its "
    "number. No number is mapped beyond the least and the largest of the samples."
)


@dataclass(frozen=True)
class NumberTrial:
    """A choice and how it did.

    Attributes:
        choice: what was tried.
        observed, predicted: (N,) of the samples held out; empty where none could be.
    """

    choice: Choice
    observed: NDArray[np.float64]
    predicted: NDArray[np.float64]

    @property
    def is_judged(self) -> bool:
        """Whether anything was held out."""
        return len(self.observed) > 0

    @property
    def score(self) -> float:
        """1 - RMSE / deviation, to be compared; 0 where nothing was held out."""
        if not self.is_judged:
            return 0.0
        rmse = float(np.sqrt(np.mean((self.predicted - self.observed) ** 2)))
        return 1 - rmse / max(float(self.observed.std()), 1e-12)


class NumberSearch(Search[NumberTrial]):
    """Looks for a head that tells numbers."""

    figure = "1 - RMSE / deviation"
    worth_of_change = 0.005
    samples = "polygons or points with a number"

    def final_head(self, trial: NumberTrial) -> NumberHead:
        """Return a trial's head, fitted to all samples, for features as they come."""
        maps, kind = trial.choice.maps, _of_numbers(trial.choice.kind)
        r2 = 1 - (1 - trial.score) ** 2
        if trial.is_judged and r2 < LEAST_R2:
            self._warn(Finding("numbers-untold", {"r2": f"{r2:.2f}"}))
        head = fit_numbers(self._tables[maps], kind, self._request.seed, FINAL_PIXELS)
        columns = self._viewer.columns(maps)
        return fold_in(head, self.view.mean[columns], self.view.deviation[columns])

    def accuracy(self, trial: NumberTrial) -> dict[str, Any]:
        """Return how good a trial is, ready for JSON."""
        polygons = self.view.polygons
        split = polygons.split_sentence()
        return {
            **number_figures(trial.observed, trial.predicted),
            "split": together([split, _METHOD]) if trial.is_judged else split,
            "folds": polygons.num_folds,
            "gsd_m": self.gsd_m,
            "trials": self.trials,
        }

    def _kinds(self, maps: str) -> Sequence[AnyKind]:
        return KINDS

    def _is_usual(self, choice: Choice) -> bool:
        return replace(_of_numbers(choice.kind), trees=None) == self._usual(choice.maps)

    def _compare(self, maps: str, kinds: Sequence[AnyKind]) -> None:
        """Try planes and trees of several kinds, with as much of either as is best for it."""
        table = self._tables[maps] = self._viewer.table(self.view, maps)
        numbers = [_of_numbers(kind) for kind in kinds]
        planes, trees = self._out_of_fold(table, numbers)
        for kind in numbers:
            observed, by_trees = _by_sample(table, trees[kind.leaf])
            _, by_plane = _by_sample(table, planes[kind.strength])
            share = best_share(observed, by_plane, by_trees) if len(kinds) > 1 else USUAL_SHARE
            predicted = (1 - share) * by_plane + share * by_trees
            choice = Choice(maps, replace(kind, trees=share))
            self._keep(NumberTrial(choice, observed, predicted))
            self._step()

    def _out_of_fold(
        self, table: PixelTable, kinds: Sequence[NumberKind]
    ) -> tuple[dict[float, NDArray[np.float64]], dict[int, NDArray[np.float64]]]:
        """Return numbers (N,) of pixels by what was fitted to the other folds.

        Of planes by their strength, of trees by their leaf. NaN where a pixel is held out in none,
        or too little is left to learn from.
        """
        seed = self._request.seed
        unknown = np.full(len(table.labels), np.nan)
        planes = {kind.strength: unknown.copy() for kind in kinds}
        trees = {kind.leaf: unknown.copy() for kind in kinds}
        for fold in np.unique(table.folds[table.folds >= 0]):
            held_out, learned = table.folds == fold, table.apart_from(fold)
            if len(np.unique(table.polygons[learned])) < 2:
                continue
            taken = taken_of(table, learned, TRIAL_PIXELS, seed)
            limits = taken.numbers.min(), taken.numbers.max()
            looked_at: FloatArray = table.features[held_out]
            for strength, found in planes.items():
                self._job.check()
                scores = fit_plane(taken, strength).scores(looked_at)[:, 0]
                found[held_out] = np.clip(scores, *limits)
            for leaf, found in trees.items():
                self._job.check()
                fitted = fit_number_trees(table, taken, leaf, seed)
                found[held_out] = fitted.shares(looked_at)[:, 0]
        return planes, trees

    def _keep(self, trial: NumberTrial) -> None:
        self._trials.append(trial)
        figures = number_figures(trial.observed, trial.predicted, with_intervals=False)
        row = {"maps": trial.choice.maps, "head": str(trial.choice.kind)}
        self.trials.append({**row, "rmse": figures["rmse"], "r2": figures["r2"]})

    def _check(self, view: View) -> None:
        numbers = view.table.numbers
        if numbers is None or len(np.unique(view.table.polygons)) < 2:
            reason = (
                "Only one polygon or point has valid pixels of the raster: a regression needs "
                "several, in different places."
            )
            raise InvalidRequest(reason=reason)
        if np.ptp(numbers) == 0:
            reason = (
                f"All polygons and points on the raster have the number {numbers[0]:g}: there is "
                "nothing to tell apart."
            )
            raise InvalidRequest(reason=reason)


def _by_sample(
    table: PixelTable, values: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return number and mean of values (N,) of each sample (M,) of which any are known."""
    chosen = np.isfinite(values)
    if table.numbers is None:
        raise ValueError("The samples tell classes.")
    samples, first, index = np.unique(
        table.polygons[chosen], return_index=True, return_inverse=True
    )
    sums = np.bincount(index, values[chosen], len(samples))
    return table.numbers[chosen][first], sums / np.bincount(index, minlength=len(samples))


def _of_numbers(kind: AnyKind) -> NumberKind:
    if not isinstance(kind, NumberKind):
        raise TypeError(f"{kind} tells no numbers")
    return kind
