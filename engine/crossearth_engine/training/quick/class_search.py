"""Looking at polygons of classes in several ways: compared by mean IoU on those held out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.figures import accuracy_figures, mean_iou
from crossearth_engine.accuracy.reliability import reliability_figures
from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.wording import say, together
from crossearth_engine.training.classes import (
    MIN_PIXELS,
    flood_findings,
    small_class_findings,
    untold_finding,
)
from crossearth_engine.training.prevalence import weighted_by_map, with_one_more
from crossearth_engine.training.quick.head import (
    LINEAR,
    LINEAR_OF_FEW,
    HeadKind,
    confusion_of,
    fit_head,
    fit_trees,
    fold_in,
    out_of_fold,
    reliability_of,
)
from crossearth_engine.training.quick.onnx_encoder import Head, probabilities
from crossearth_engine.training.quick.search import AnyKind, Choice, Search
from crossearth_engine.training.quick.views import View

# Pixels of each class that a trial is fitted to, and the final head.
TRIAL_PIXELS, FINAL_PIXELS = 1200, 4000
# A class of few pixels that is so many times as much of the map as by a plainer head floods it.
_FLOOD, _LEAST_FLOOD = 2.0, 0.01
_WEIGHTED = say(
    "Classes are weighted by how much of each there is likely to be on the ground that was looked "
    "at, not by how much of each was drawn. One polygon more of each is counted than was held out, "
    "taken for any of them alike: few without an error do not show that there is none."
)

Predictor = Callable[[FloatArray], FloatArray]


@dataclass(frozen=True)
class ClassTrial:
    """A choice and how it did.

    Attributes:
        choice: what was tried.
        confusion: (K, K) of the polygons held out, by drawn (rows) and mapped class; empty where
            nothing could be held out.
        reliability: of the same pixels, as `reliability_tally` has it.
        shares: (K,) how much of the ground it takes for each class.
        polygons: (K,) how many of each class were held out.
    """

    choice: Choice
    confusion: NDArray[np.float64]
    reliability: NDArray[np.float64]
    shares: NDArray[np.float64]
    polygons: NDArray[np.int64]

    @property
    def is_judged(self) -> bool:
        """Whether anything was held out."""
        return bool(self.confusion.any())

    @property
    def weighted(self) -> NDArray[np.float64]:
        """The confusion (K, K) that random places of the map are likely to give."""
        counted = with_one_more(self.confusion, self.polygons)
        return weighted_by_map(counted, self.shares, self.polygons)

    @property
    def score(self) -> float:
        """The mean IoU by the polygons alone, to be compared; 0 where nothing was held out."""
        if not self.is_judged:
            return 0.0
        return mean_iou(weighted_by_map(self.confusion, self.shares, self.polygons))


class ClassSearch(Search[ClassTrial]):
    """Looks for a head that tells classes."""

    figure = "mean IoU"
    samples = "polygons of each class"

    def final_head(self, trial: ClassTrial) -> Head:
        """Return a trial's head, fitted to all polygons, for features as they come."""
        for finding in flood_findings(self._classes, self.view.counts, trial.shares):
            self._warn(finding)
        maps, kind, seed = trial.choice.maps, _of_classes(trial.choice.kind), self._request.seed
        table = self._tables[maps]
        trees = fit_trees(table, seed, FINAL_PIXELS) if kind.has_trees else None
        head = Head(fit_head(table, kind, seed, FINAL_PIXELS), trees)
        confusion = trial.confusion
        if not trial.is_judged:
            confusion = confusion_of(table, head.scores(table.features))
        if untold := untold_finding(confusion, trial.is_judged):
            self._warn(untold)
        columns = self._viewer.columns(maps)
        return fold_in(head, self.view.mean[columns], self.view.deviation[columns])

    def accuracy(self, trial: ClassTrial) -> dict[str, Any]:
        """Return how good a trial is, ready for JSON."""
        polygons = self.view.polygons
        count = len(polygons.classes)
        weighted = trial.weighted
        figures = accuracy_figures(trial.confusion, polygons.classes, shares=weighted)
        # What a drawn pixel of each class stands for on the map.
        worth = weighted.sum(axis=1) / np.maximum(trial.confusion.sum(axis=1), 1e-12)
        drawn = np.bincount(polygons.class_indexes, minlength=count)
        likely = weighted.sum(axis=1) / max(weighted.sum(), 1e-12)
        rows = zip(figures["classes"], drawn, self.view.counts, trial.shares, likely, strict=True)
        for row, of_class, pixels, share, weight in rows:
            row["polygons"], row["labelled_pixels"] = int(of_class), int(pixels)
            row["mapped_share"] = round(float(share), 4)
            row["likely_share"] = round(float(weight), 4)
        split = polygons.split_sentence()
        return {
            **figures,
            "split": together([split, _WEIGHTED]) if polygons.num_folds else split,
            "reliability": reliability_figures(np.tensordot(worth, trial.reliability, axes=1)),
            "drawn_confusion": trial.confusion.round(1).tolist(),
            "folds": polygons.num_folds,
            "gsd_m": self.gsd_m,
            "trials": self.trials,
        }

    def _compare(self, maps: str, kinds: Sequence[AnyKind]) -> None:
        """Try kinds of heads, each alone and with trees."""
        table = self._tables[maps] = self._viewer.table(self.view, maps)
        ground = self.view.ground[:, self._viewer.columns(maps)]
        seed, check = self._request.seed, self._job.check
        polygons = self.view.polygons
        held_out_of = polygons.class_indexes[polygons.folds >= 0]
        counts = np.bincount(held_out_of, minlength=table.num_classes)

        def trees(rows: NDArray[np.bool_] | None) -> Predictor:
            check()
            return fit_trees(table, seed, TRIAL_PIXELS, rows).shares

        def plain(kind: HeadKind, rows: NDArray[np.bool_] | None) -> Predictor:
            check()
            head = fit_head(table, kind, seed, TRIAL_PIXELS, rows)
            return lambda features: probabilities(head.scores(features))

        by_trees = out_of_fold(table, trees), trees(None)(ground)
        for kind in map(_of_classes, kinds):
            alone = out_of_fold(table, partial(plain, kind)), plain(kind, None)(ground)
            for has_trees in (False, True):
                held_out, mapped = (
                    ((a + b) / np.float32(2) for a, b in zip(alone, by_trees, strict=True))
                    if has_trees
                    else alone
                )
                shares = np.bincount(mapped.argmax(axis=1), minlength=table.num_classes)
                choice = Choice(maps, replace(kind, has_trees=has_trees))
                confusion, reliability = (
                    tally(table, held_out) for tally in (confusion_of, reliability_of)
                )
                self._keep(ClassTrial(choice, confusion, reliability, shares / len(ground), counts))
            self._step()

    def _keep(self, trial: ClassTrial) -> None:
        self._trials.append(trial)
        maps, head = trial.choice.maps, str(trial.choice.kind)
        self.trials.append({"maps": maps, "head": head, "mean_iou": round(trial.score, 4)})

    def _flooded_with(self, trial: ClassTrial) -> str:
        floods = self._flooding(trial)
        return ", ".join(
            item.name for item, is_so in zip(self._classes, floods, strict=True) if is_so
        )

    def _flooding(self, trial: ClassTrial) -> NDArray[np.bool_]:
        """Return which rare classes (K,) take much more of the map than by the plainest."""
        is_rare = (self.view.counts > 0) & (self.view.counts < MIN_PIXELS)
        plainest = min(self._trials, key=self._plainness)
        most = np.maximum(_FLOOD * plainest.shares, _LEAST_FLOOD)
        return is_rare & (trial.shares > most)

    def _kinds(self, maps: str) -> Sequence[AnyKind]:
        """Return the heads that are tried on a set of maps: the bands are few, networks are not."""
        has_network = self.base.is_pretrained and self.base.networks_in(maps)
        return LINEAR if has_network else LINEAR_OF_FEW

    def _plainness(self, trial: ClassTrial) -> tuple[int, bool, bool]:
        maps, kind = trial.choice.maps, trial.choice.kind
        place = list(self.base.encoder.maps).index(maps)
        return place, _of_classes(kind).has_trees, not self._is_usual(trial.choice)

    def _check(self, view: View) -> None:
        drawn = np.bincount(view.polygons.class_indexes, minlength=len(self._classes))
        for finding in small_class_findings(self._classes, view.counts, drawn):
            self._warn(finding)
        if (view.counts > 0).sum() < 2:
            reason = "Fewer than two classes have valid pixels. Draw polygons on the raster's data."
            raise InvalidRequest(reason=reason)


def _of_classes(kind: AnyKind) -> HeadKind:
    if not isinstance(kind, HeadKind):
        raise TypeError(f"{kind} tells no classes")
    return kind
