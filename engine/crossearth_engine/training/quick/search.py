"""Looking at polygons in several ways, to keep the one that does best on those held out.

Which maps, how strong a regularisation, and whether trees help. Where there is little to choose by,
little is chosen; the pixel size is not chosen at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.figures import mean_iou
from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import InvalidRequest, JobCanceled
from crossearth_engine.job import Job
from crossearth_engine.raster.labelled_polygons import PolygonTable
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.classes import MIN_PIXELS, flood_findings, small_class_findings
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.prevalence import weighted_by_map, with_one_more
from crossearth_engine.training.quick.frozen_network import FrozenNetwork
from crossearth_engine.training.quick.head import (
    LINEAR,
    LINEAR_OF_FEW,
    HeadKind,
    PixelTable,
    confusion_of,
    fit_head,
    fit_trees,
    fold_in,
    out_of_fold,
    reliability_of,
)
from crossearth_engine.training.quick.onnx_encoder import Head, probabilities
from crossearth_engine.training.quick.views import Elsewhere, View, Viewer
from crossearth_engine.training.rasters import default_gsd, finest_gsd
from crossearth_engine.training.request import FinetuneRequest

# Pixels of each class that a trial is fitted to, and the final head.
TRIAL_PIXELS, FINAL_PIXELS = 1200, 4000
# With fewer parts, or polygons of a class, how polygons held out do says little.
ENOUGH_FOLDS, ENOUGH_POLYGONS = 4, 6
# The default stays unless something is better by so much mean IoU: less is chance.
WORTH_OF_CHANGE = 0.02
# A class of few pixels that is so many times as much of the map as by a plainer head floods it.
_FLOOD, _LEAST_FLOOD = 2.0, 0.01

Predictor = Callable[[FloatArray], FloatArray]


@dataclass(frozen=True)
class Choice:
    """Maps and head, to be compared with others."""

    maps: str
    kind: HeadKind


@dataclass(frozen=True)
class Trial:
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
    def weighted(self) -> NDArray[np.float64]:
        """The confusion (K, K) that random places of the map are likely to give."""
        counted = with_one_more(self.confusion, self.polygons)
        return weighted_by_map(counted, self.shares, self.polygons)

    @property
    def score(self) -> float:
        """The mean IoU by the polygons alone, to be compared; 0 where nothing was held out."""
        if not self.confusion.any():
            return 0.0
        return mean_iou(weighted_by_map(self.confusion, self.shares, self.polygons))


class Search:
    """Looks at the polygons in several ways and keeps the one that does best where it saw none.

    Attributes:
        base: the network, with the maps that are of use here.
        gsd_m: the pixel size that is looked at.
        trials: what was compared, ready for JSON.
        findings: what to warn the person of.
        done, total: steps, as the job's progress counts them.
        is_canceled: whether it ended early, with what it had.
    """

    def __init__(
        self,
        request: FinetuneRequest,
        job: Job,
        base: FrozenNetwork,
        readers: Sequence[RasterReader],
        table: PolygonTable,
        classes: tuple[ClassInfo, ...],
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self._request = request
        self._job = job
        self._classes = classes
        self.gsd_m = finest_gsd(request, readers, base.model)
        if base.is_pretrained:
            is_finer = self.gsd_m != default_gsd(request, readers[0], base.model)
            base = (base.looking_twice() if is_finer else base).with_texture()
        self.base = base
        self._viewer = Viewer(request, job, base, readers, table, classes, self._step, elsewhere)
        every = list(base.encoder.maps)[-1]
        self._default = Choice(every, self._usual(every))
        self._view: View | None = None
        self._tables: dict[str, PixelTable] = {}
        self._trials: list[Trial] = []
        self.trials: list[dict[str, Any]] = []
        self.findings: list[Finding] = []
        self.is_canceled = False
        self.done = self.total = 0

    @property
    def windows(self) -> int:
        """How many windows were looked at."""
        return self._viewer.windows

    @property
    def computed(self) -> int:
        """How many of the windows were not in the cache."""
        return self._viewer.computed

    @property
    def view(self) -> View:
        """What was seen."""
        if self._view is None:
            raise JobCanceled
        return self._view

    def run(self) -> Trial:
        """Look, compare, and return the best trial, of a job that is canceled the best so far."""
        try:
            polygons = self._viewer.polygons(self.gsd_m)
            tiles = self._viewer.tiles(polygons)
            is_enough = self._is_enough(polygons)
            kinds = {
                maps: self._kinds(maps) if is_enough else (self._usual(maps),)
                for maps in self.base.encoder.maps
            }
            self.total = sum(map(len, tiles)) + sum(map(len, kinds.values()))
            for finding in polygons.findings:
                self._warn(finding)
            self._view = self._viewer.look(self.gsd_m, polygons, tiles)
            self._check_classes(self._view)
            for maps, of_maps in kinds.items():
                self._compare(maps, of_maps)
        except JobCanceled:
            if not self._trials:
                raise
            self.is_canceled = True
            self._job.warn(Finding("training-stopped"))
        best = self._decided()
        self._tell_left_out(best)
        return best

    def final_head(self, trial: Trial) -> Head:
        """Return a trial's head, fitted to all polygons, for features as they come."""
        for finding in flood_findings(self._classes, self.view.counts, trial.shares):
            self._warn(finding)
        maps, kind, seed = trial.choice.maps, trial.choice.kind, self._request.seed
        table = self._tables[maps]
        trees = fit_trees(table, seed, FINAL_PIXELS) if kind.has_trees else None
        head = Head(fit_head(table, kind, seed, FINAL_PIXELS), trees)
        columns = self._viewer.columns(maps)
        return fold_in(head, self.view.mean[columns], self.view.deviation[columns])

    def _compare(self, maps: str, kinds: Sequence[HeadKind]) -> None:
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
        for kind in kinds:
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
                self._keep(Trial(choice, confusion, reliability, shares / len(ground), counts))
            self._step()

    def _keep(self, trial: Trial) -> None:
        self._trials.append(trial)
        maps, head = trial.choice.maps, str(trial.choice.kind)
        self.trials.append({"maps": maps, "head": head, "mean_iou": round(trial.score, 4)})

    def _decided(self) -> Trial:
        """Return the best trial; not one by which a class of few pixels floods the map."""
        default = next((t for t in self._trials if t.choice == self._default), self._trials[0])
        if not self._is_judged:
            # Nothing shows that a network helps here, and many do not elsewhere.
            alone = (t for t in self._trials if not self.base.networks_in(t.choice.maps))
            plain = next((t for t in alone if self._is_usual(t.choice)), default)
            return plain if self.base.is_optional else default
        order = sorted(self._trials, key=self._worth, reverse=True)
        return next(t for t in order if not self._flooding(t).any())

    def _flooding(self, trial: Trial) -> NDArray[np.bool_]:
        """Return which rare classes (K,) take much more of the map than by the plainest."""
        is_rare = (self.view.counts > 0) & (self.view.counts < MIN_PIXELS)
        plainest = min(self._trials, key=self._plainness)
        most = np.maximum(_FLOOD * plainest.shares, _LEAST_FLOOD)
        return is_rare & (trial.shares > most)

    @property
    def _is_judged(self) -> bool:
        """Whether there was anything to hold out."""
        return any(trial.confusion.any() for trial in self._trials)

    def _worth(self, trial: Trial) -> float:
        """Return how good a trial is; networks that may be left out have to pay, each of them."""
        choice, networks = trial.choice, self.base.networks_in(trial.choice.maps)
        if not self.base.is_optional:
            return trial.score + WORTH_OF_CHANGE * (choice == self._default)
        return trial.score + WORTH_OF_CHANGE * (self._is_usual(choice) - networks)

    def _kinds(self, maps: str) -> tuple[HeadKind, ...]:
        """Return the heads that are tried on a set of maps: the bands are few, networks are not."""
        has_network = self.base.is_pretrained and self.base.networks_in(maps)
        return LINEAR if has_network else LINEAR_OF_FEW

    def _usual(self, maps: str) -> HeadKind:
        """Return the head that is right for most."""
        return self._kinds(maps)[1]

    def _is_usual(self, choice: Choice) -> bool:
        return choice.kind == self._usual(choice.maps)

    def _tell_left_out(self, best: Trial) -> None:
        """Say which networks do not help, and by what figures."""
        every = list(self.base.encoder.maps)[-1]
        taken = self.base.networks_in(best.choice.maps)
        if not self.base.is_optional or taken == self.base.networks_in(every):
            return
        if not self._is_judged:
            self._warn(Finding("network-unjudged", {"model": self.base.model.name}))
            return
        what = f"{best.choice.maps} and the bands" if taken else "The bands alone"
        tried = [trial for trial in self._trials if trial.choice.maps == every]
        better = max(tried, key=self._worth, default=best)
        flooding = self._flooding(better)
        if self._worth(better) > self._worth(best) and flooding.any():
            names = ", ".join(
                item.name for item, floods in zip(self._classes, flooding, strict=True) if floods
            )
            details = {
                "model": self.base.model.name,
                "taken": f"{best.score:.3f}",
                "all": f"{better.score:.3f}",
                "names": names,
            }
            self._warn(Finding("network-would-flood", details))
            return
        with_all = max((trial.score for trial in tried), default=0.0)
        self._job.log(
            "info",
            f"{what} are taken: on the polygons held out they have a mean IoU of "
            f"{best.score:.3f}, with all of {self.base.model.name} it is {with_all:.3f}, and each "
            f"network has to bring {WORTH_OF_CHANGE}.",
        )

    def _plainness(self, trial: Trial) -> tuple[int, bool, bool]:
        maps, kind = trial.choice.maps, trial.choice.kind
        place = list(self.base.encoder.maps).index(maps)
        return place, kind.has_trees, not self._is_usual(trial.choice)

    def _is_enough(self, polygons: TrainingPolygons) -> bool:
        """Whether there are polygons enough to tell by those held out what does better."""
        drawn = np.bincount(polygons.class_indexes[polygons.is_inside])
        fewest = int(drawn[drawn > 0].min())
        if polygons.num_folds >= ENOUGH_FOLDS and fewest >= ENOUGH_POLYGONS:
            return True
        self._job.log(
            "info",
            f"With fewer than {ENOUGH_POLYGONS} polygons of each class there is little to choose "
            "by: settings that are right for most are taken.",
        )
        return False

    def _check_classes(self, view: View) -> None:
        drawn = np.bincount(view.polygons.class_indexes, minlength=len(self._classes))
        for finding in small_class_findings(self._classes, view.counts, drawn):
            self._warn(finding)
        if (view.counts > 0).sum() < 2:
            reason = "Fewer than two classes have valid pixels. Draw polygons on the raster's data."
            raise InvalidRequest(reason=reason)

    def _warn(self, finding: Finding) -> None:
        self._job.warn(finding)
        if finding.level == "warning":
            self.findings.append(finding)

    def _step(self) -> None:
        self.done = min(self.done + 1, self.total)
        self._job.progress(self.done, self.total)
