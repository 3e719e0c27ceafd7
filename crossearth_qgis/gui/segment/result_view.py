"""What a run has made: areas per class, what to know about them, and the way to the report."""

from __future__ import annotations

import json
from typing import Any

from qgis.core import QgsProcessingAlgorithm
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ...finding_sentences import warning_sentences
from ...processing.progress_texts import duration_text
from ...processing.result_log import numbers_text
from ...translation import translate
from ..option_labels import with_labels
from ..widgets.hint import Hint
from ..widgets.opening import open_outside
from ..widgets.plain_text import PlainLabel
from .class_table import ClassTable


class ResultView(QgsCollapsibleGroupBox):
    """Hidden until there is a result; then with the last one, until there is another."""

    keep_requested = pyqtSignal()
    """The map is to stay, which is a temporary one or a preview."""

    told = pyqtSignal(str)
    """A sentence for the user."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = ""
        self.setTitle(translate("CrossEarth", "Result"))
        self.setSaveCollapsedState(False)
        self.result_label = PlainLabel(parent=self)
        self.result_label.setObjectName("result_label")
        self.result_label.setWordWrap(True)
        self.result_label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.warning_hint = Hint(self)
        self.class_table = ClassTable(self)
        self.report_button = QPushButton(translate("CrossEarth", "Open Report"), self)
        self.report_button.setToolTip(
            translate("CrossEarth", "Show the report of this run in the web browser")
        )
        self.report_button.clicked.connect(self._open_report)
        self.keep_button = QPushButton(translate("CrossEarth", "Keep This Map…"), self)
        self.keep_button.setToolTip(
            translate(
                "CrossEarth",
                "Keep the map with all that was made beside it: a temporary one goes when QGIS "
                "closes, a preview when the next one comes",
            )
        )
        self.keep_button.clicked.connect(self.keep_requested)
        # Below each other: beside each other they are wider than a narrow panel in some languages.
        buttons = QVBoxLayout()
        buttons.addWidget(self.keep_button, alignment=Qt.AlignmentFlag.AlignRight)
        buttons.addWidget(self.report_button, alignment=Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.addWidget(self.result_label)
        layout.addWidget(self.warning_hint)
        layout.addWidget(self.class_table)
        layout.addLayout(buttons)
        self.hide()

    def show_results(
        self,
        name: str,
        results: dict[str, Any],
        algorithm: QgsProcessingAlgorithm,
        *,
        is_passing: bool = False,
    ) -> None:
        """Show what a run has returned.

        Args:
            name: what people call the map.
            results: the outputs of ``crossearth:segment``.
            algorithm: that one, whose labels its warnings take.
            is_passing: whether the map goes unless somebody keeps it.
        """
        self.keep_button.setVisible(is_passing)
        summary = json.loads(results["SUMMARY"])
        if summary.get("partial"):
            sentence = translate("CrossEarth", "{name}, canceled after {time}: a part of the map")
        else:
            sentence = translate("CrossEarth", "{name}, made in {time}")
        time = duration_text(results["DURATION"])
        lines = [sentence.format(name=name, time=time), stretch_text(summary.get("stretch"))]
        if numbers := summary.get("numbers"):
            lines.append(numbers_text(numbers))
        matched = summary.get("parameters", {}).get("matched")
        if matched:
            lines.append(translate("CrossEarth", "Values matched to the training imagery"))
        elif matched is not None:
            lines.append(translate("CrossEarth", "Bands have hardly moved: nothing to match"))
        self.result_label.setText("\n".join(filter(None, lines)))
        warnings = [with_labels(text, algorithm) for text in warning_sentences(summary)]
        self.warning_hint.set_text("\n".join(warnings))
        classes = json.loads(results["AREAS"])
        self.class_table.set_classes(classes)
        self.class_table.setVisible(bool(classes))
        self._report = results.get("REPORT") or ""
        self.report_button.setVisible(bool(self._report))
        self.show()
        self.setCollapsed(False)

    def _open_report(self) -> None:
        problem = open_outside(QUrl.fromLocalFile(self._report))
        if problem:
            self.told.emit(problem)


def stretch_text(stretch: list[list[float]] | None) -> str:
    """Return which values became black and white, or nothing where none were changed.

    Args:
        stretch: lowest and highest value of each band.
    """
    if not stretch:
        return ""
    pairs = [f"{low:.6g} – {high:.6g}" for low, high in stretch]
    if len(set(pairs)) == 1:
        pairs = pairs[:1]
    return translate("CrossEarth", "Values stretched: {ranges}").format(ranges="; ".join(pairs))
