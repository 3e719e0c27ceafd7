"""How far a run is: one line and a bar, which take no room while nothing runs."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from .plain_text import PlainLabel


class RunProgress(QWidget):
    """What a runner tells, from `start` until the run has ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_ending = False
        self._sentence = "{text}"
        self.label = PlainLabel(parent=self)
        # A long name shall not widen the panel, nor be cut.
        self.label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(translate("CrossEarth", "Progress"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label)
        layout.addWidget(self.bar)
        self.hide()

    def follow(self, runner: AlgorithmRunner) -> None:
        """Show the progress of a runner, and go when its run ends."""
        runner.progress_changed.connect(self._show_percent)
        runner.text_changed.connect(self._show_text)
        for ended in (runner.succeeded, runner.failed, runner.canceled):
            ended.connect(self.hide)

    def start(self, sentence: str = "{text}") -> None:
        """Appear; called when the runner is started.

        Args:
            sentence: around every text of the run.
        """
        self._is_ending = False
        self._sentence = sentence
        self._show_percent(0)
        self._show_text(translate("CrossEarth", "Starting…"))
        self.show()

    def end_with(self, text: str) -> None:
        """Show a text that stays until the run has ended, whatever the run still tells."""
        self._is_ending = True
        self.label.setText(text)

    def _show_text(self, text: str) -> None:
        if not self._is_ending:
            self.label.setText(self._sentence.format(text=text))

    def _show_percent(self, percent: float) -> None:
        # Busy at first: loading a model and looking at a raster have no percent.
        self.bar.setRange(0, 100 if percent > 0 else 0)
        self.bar.setValue(int(percent))
