"""Looking at polygons in several ways, to keep the one that does best on those held out.

Which maps, how strong a regularisation, and whether trees help. Where there is little to choose by,
little is chosen; the pixel size is not chosen at all. What heads there are, and by which figure
they are compared, say those that learn classes (`class_search`) or numbers (`number_search`).
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

import numpy as np

from crossearth_engine.errors import JobCanceled
from crossearth_engine.job import Job
from crossearth_engine.raster.labelled_polygons import PolygonTable
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.quick.frozen_network import FrozenNetwork
from crossearth_engine.training.quick.head import HeadKind, PixelTable
from crossearth_engine.training.quick.number_head import NumberKind
from crossearth_engine.training.quick.onnx_encoder import Head, NumberHead
from crossearth_engine.training.quick.views import Elsewhere, View, Viewer
from crossearth_engine.training.rasters import default_gsd, finest_gsd
from crossearth_engine.training.request import FinetuneRequest

# With fewer parts, or polygons of a class, how polygons held out do says little.
ENOUGH_FOLDS, ENOUGH_POLYGONS = 4, 6

AnyKind = HeadKind | NumberKind


@dataclass(frozen=True)
class Choice:
    """Maps and head, to be compared with others."""

    maps: str
    kind: AnyKind


class AnyTrial(Protocol):
    """A choice and how it did."""

    @property
    def choice(self) -> Choice:
        """What was tried."""

    @property
    def is_judged(self) -> bool:
        """Whether anything was held out."""

    @property
    def score(self) -> float:
        """How good it is, to be compared; more is better."""


Tried = TypeVar("Tried", bound=AnyTrial)


class Search(ABC, Generic[Tried]):
    """Looks at the polygons in several ways and keeps the one that does best where it saw none.

    Attributes:
        base: the network, with the maps that are of use here.
        gsd_m: the pixel size that is looked at.
        trials: what was compared, ready for JSON.
        findings: what to warn the person of.
        done, total: steps, as the job's progress counts them.
        is_canceled: whether it ended early, with what it had.
        worth_of_change: the default stays unless something is better by so much: less is chance.
        figure: what `AnyTrial.score` is, in a sentence.
        samples: what there have to be several of, likewise.
    """

    figure: str
    worth_of_change = 0.02
    samples: str

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
        self._default_maps = list(base.encoder.maps)[-1]
        self._view: View | None = None
        self._tables: dict[str, PixelTable] = {}
        self._trials: list[Tried] = []
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

    def run(self) -> Tried:
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
            self._check(self._view)
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

    @abstractmethod
    def final_head(self, trial: Tried) -> Head | NumberHead:
        """Return a trial's head, fitted to all polygons, for features as they come."""

    @abstractmethod
    def accuracy(self, trial: Tried) -> dict[str, Any]:
        """Return how good a trial is, ready for JSON."""

    @abstractmethod
    def _kinds(self, maps: str) -> Sequence[AnyKind]:
        """Return the heads that are tried on a set of maps."""

    @abstractmethod
    def _compare(self, maps: str, kinds: Sequence[AnyKind]) -> None:
        """Try kinds of heads, and keep how they did in ``_trials``; a step for each."""

    @abstractmethod
    def _check(self, view: View) -> None:
        """Say what of the samples makes a model doubtful; raise InvalidRequest if there is none."""

    def _flooded_with(self, trial: Tried) -> str:
        """Return the names of classes by which a trial may not be taken, however good it is."""
        return ""

    def _decided(self) -> Tried:
        """Return the best trial of those that may be taken."""
        default = next((t for t in self._trials if self._is_default(t.choice)), self._trials[0])
        if not self._is_judged:
            # Nothing shows that a network helps here, and many do not elsewhere.
            alone = (t for t in self._trials if not self.base.networks_in(t.choice.maps))
            plain = next((t for t in alone if self._is_usual(t.choice)), default)
            return plain if self.base.is_optional else default
        order = sorted(self._trials, key=self._worth, reverse=True)
        return next(t for t in order if not self._flooded_with(t))

    @property
    def _is_judged(self) -> bool:
        """Whether there was anything to hold out."""
        return any(trial.is_judged for trial in self._trials)

    def _worth(self, trial: Tried) -> float:
        """Return how good a trial is; networks that may be left out have to pay, each of them."""
        choice, networks = trial.choice, self.base.networks_in(trial.choice.maps)
        if not self.base.is_optional:
            return trial.score + self.worth_of_change * self._is_default(choice)
        return trial.score + self.worth_of_change * (self._is_usual(choice) - networks)

    def _usual(self, maps: str) -> AnyKind:
        """Return the head that is right for most."""
        return self._kinds(maps)[1]

    def _is_default(self, choice: Choice) -> bool:
        return choice.maps == self._default_maps and self._is_usual(choice)

    def _is_usual(self, choice: Choice) -> bool:
        return choice.kind == self._usual(choice.maps)

    def _tell_left_out(self, best: Tried) -> None:
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
        if self._worth(better) > self._worth(best) and (names := self._flooded_with(better)):
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
            f"{what} are taken: on the polygons held out they have a {self.figure} of "
            f"{best.score:.3f}, with all of {self.base.model.name} it is {with_all:.3f}, and each "
            f"network has to bring {self.worth_of_change}.",
        )

    def _is_enough(self, polygons: TrainingPolygons) -> bool:
        """Whether there are polygons enough to tell by those held out what does better."""
        drawn = np.bincount(polygons.class_indexes[polygons.is_inside])
        fewest = int(drawn[drawn > 0].min())
        if polygons.num_folds >= ENOUGH_FOLDS and fewest >= ENOUGH_POLYGONS:
            return True
        self._job.log(
            "info",
            f"With fewer than {ENOUGH_POLYGONS} {self.samples} there is little to choose by: "
            "settings that are right for most are taken.",
        )
        return False

    def _warn(self, finding: Finding) -> None:
        self._job.warn(finding)
        if finding.level == "warning":
            self.findings.append(finding)

    def _step(self) -> None:
        self.done = min(self.done + 1, self.total)
        self._job.progress(self.done, self.total)
