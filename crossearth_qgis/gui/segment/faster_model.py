"""Where a map by a model takes too long: a compact one learns the raster from it, and is chosen.

The dialog of ``crossearth:distill``, filled with what is set in the panel; what came of it is told
here afterwards.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...models import catalog
from ...processing.progress_texts import duration_text
from ...quantities import number_text
from ...translation import translate
from ..algorithm_dialog import open_dialog
from ..setup.torch_consent import may_use_torch
from ..widgets.hint import INFO, SUCCESS, WARNING, Hint
from ..widgets.opening import open_outside

SLOW_S = 600.0
"""From so many seconds on a map is one that people would rather not wait for."""

# What a run and its teacher have in common, under the same names.
_SHARED = ("TTA", "SCALES", "STRETCH", "NODATA", "PIXEL_SIZE", "PRECISION", "DEVICE")


Subject = tuple[str, str]
"""Raster and model, as the algorithms take them."""


class FasterModel(QWidget):
    """A sentence with a button; takes no room where a map is quick or nothing can be learned."""

    made = pyqtSignal(str, bool)
    """There is a model of this id; whether it is to be chosen."""
    told = pyqtSignal(str)
    """A sentence for the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parameters: Callable[[], dict[str, Any]]  # since it was set up
        self._subject: Subject | None = None
        self._needs_torch = False
        self._seconds: dict[Subject, float] = {}
        self._report = ""
        self.hint = Hint(self)
        self.button = QPushButton(translate("CrossEarth", "Teach a Faster Model…"), self)
        self.button.setToolTip(
            translate(
                "CrossEarth",
                "The included model learns from this one on windows that are spread over the "
                "raster, and maps the raster in its place",
            )
        )
        self.button.clicked.connect(self._open)
        self.result_hint = Hint(self)
        self.report_button = QPushButton(translate("CrossEarth", "Open Report"), self)
        self.report_button.setToolTip(
            translate("CrossEarth", "Show how well both models agree in the web browser")
        )
        self.report_button.clicked.connect(self._open_report)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.button)
        above.addStretch(1)
        below.addStretch(1)
        below.addWidget(self.report_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.hint)
        layout.addLayout(above)
        layout.addWidget(self.result_hint)
        layout.addLayout(below)
        self.forget()

    def set_up(self, parameters: Callable[[], dict[str, Any]]) -> None:
        """Tell what returns the parameters of ``crossearth:segment`` as set; called once."""
        self._parameters = parameters

    def offer(self, subject: Subject | None, *, needs_torch: bool = False) -> None:
        """Offer what makes sense for a model and a raster.

        Args:
            subject: what is chosen; None where nothing can be learned.
            needs_torch: whether the model needs PyTorch.
        """
        self._subject, self._needs_torch = subject, needs_torch
        seconds = 0.0 if subject is None else self._seconds.get(subject, 0.0)
        text = ""
        if seconds >= SLOW_S:
            text = translate(
                "CrossEarth",
                "This map takes about {time}. A compact model can learn from a part of it, and map "
                "the rest sooner.",
            ).format(time=duration_text(seconds))
        elif subject is not None and needs_torch:
            text = translate(
                "CrossEarth",
                "If a map by this model takes too long, a compact one can learn from it on a part "
                "of the raster.",
            )
        self.hint.set_text(text, INFO)
        self.button.setVisible(bool(text))
        self._fit()

    def take_estimate(self, subject: Subject, seconds: float) -> None:
        """Note how many seconds a run expects to take in all; `offer` says it."""
        self._seconds[subject] = seconds

    def forget(self) -> None:
        """Show no result any more, and know no estimate."""
        self._report = ""
        self._seconds.clear()
        self.result_hint.set_text("")
        self.report_button.hide()
        self.offer(None)

    def _fit(self) -> None:
        self.setVisible(not (self.button.isHidden() and self.result_hint.isHidden()))

    def _open(self) -> None:
        subject = self._subject
        if subject is None or (self._needs_torch and not may_use_torch(self)):
            return
        is_set = self._parameters()
        parameters = {name: is_set[name] for name in _SHARED if name in is_set}
        parameters |= {"INPUT": is_set["INPUT"], "TEACHER": is_set["MODEL"]}
        student, teacher = catalog.find(catalog.default_id()), catalog.find(is_set["MODEL"])
        # They are for both, whose bands have to be the same for that.
        if student and teacher and student.bands == teacher.bands and "BANDS" in is_set:
            parameters["BANDS"] = ",".join(map(str, is_set["BANDS"]))
        dialog = open_dialog("crossearth:distill", parameters)
        dialog.algorithmFinished.connect(
            lambda is_successful, results: self._on_finished(subject, is_successful, results)
        )

    def _on_finished(self, subject: Subject, is_successful: bool, results: dict[str, Any]) -> None:
        if not is_successful or not results.get("ID"):
            return
        agreement, costs = json.loads(results["AGREEMENT"]), json.loads(results["COSTS"])
        is_wanted = agreement["is_better"] is not False
        is_here = self._subject == subject
        model = catalog.find(results["ID"])
        name = model.name if model else results["ID"]
        self.made.emit(results["ID"], is_wanted and is_here)
        text = result_text(name, agreement, costs)
        self.result_hint.set_text(text, SUCCESS if is_wanted else WARNING)
        self._report = results.get("REPORT") or ""
        self.report_button.setVisible(bool(self._report))
        self._fit()

    def _open_report(self) -> None:
        problem = open_outside(QUrl.fromLocalFile(self._report))
        if problem:
            self.told.emit(problem)


def result_text(name: str, agreement: dict[str, Any], costs: dict[str, Any]) -> str:
    """Return how well a distilled model agrees with its teacher, and what is saved by it.

    Args:
        name: of the model.
        agreement: shares of the pixels of windows held out, as the engine tells it.
        costs: seconds and windows, likewise.
    """
    share, before = _percent(agreement["share"]), agreement["before"]
    if agreement["is_better"] is False:
        return translate(
            "CrossEarth",
            "“{model}” gives {share} of the pixels held out the class of its teacher, hardly more "
            "than the student did before ({before}). Map with the student as it was, or have the "
            "teacher look at more windows.",
        ).format(model=name, share=share, before=_percent(before))
    if before is None:
        sentence = translate(
            "CrossEarth",
            "“{model}” gives {share} of the pixels held out the class of its teacher. A map takes "
            "it about {time}, its teacher {teacher_time}.",
        )
    else:
        sentence = translate(
            "CrossEarth",
            "“{model}” gives {share} of the pixels held out the class of its teacher; before it "
            "learned, {before}. A map takes it about {time}, its teacher {teacher_time}.",
        )
    return sentence.format(
        model=name,
        share=share,
        before="" if before is None else _percent(before),
        time=_map_time(costs, "student"),
        teacher_time=_map_time(costs, "teacher"),
    )


def _map_time(costs: dict[str, Any], who: str) -> str:
    return duration_text(costs[f"{who}_window_s"] * costs[f"{who}_windows"])


def _percent(share: float) -> str:
    return translate("CrossEarth", "{percent} %").format(percent=number_text(100 * share, 1))
