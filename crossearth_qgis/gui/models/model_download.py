"""The offer to download the chosen model, and how a download in progress is doing.

The download is ``crossearth:downloadmodel`` in the background: it goes on while other models are
looked at and run.
"""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...models import catalog, published
from ...models.catalog import CatalogModel
from ...processing.downloadmodel import whole_file_row
from ...quantities import size_text
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from ..setup.torch_consent import may_use_torch
from ..widgets.hint import INFO, Hint
from ..widgets.plain_text import PlainLabel, as_markup

# What installers say may have no end.
_LONGEST_LINE = 160


class ModelDownload(QWidget):
    """A button with a progress bar; takes no room while there is nothing to download."""

    downloaded = pyqtSignal(str)
    """A model is on disk: its id."""
    failed = pyqtSignal(str)
    """A sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provider: QgsProcessingProvider | None = None
        self._model: CatalogModel | None = None
        self._downloading: CatalogModel | None = None
        self._runner = AlgorithmRunner(self)
        self.button = QPushButton(self)
        self.whole_file_box = QCheckBox(self)
        self.whole_file_box.setToolTip(as_markup(whole_file_row().help))
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setTextVisible(False)
        self.progress_label = PlainLabel(parent=self)
        self.progress_label.setWordWrap(True)
        self.hint = Hint(self)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addWidget(self.progress_bar, 1)
        row.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.whole_file_box)
        layout.addWidget(self.progress_label)
        layout.addWidget(self.hint)
        self.button.clicked.connect(self._start_or_pause)
        self._runner.progress_changed.connect(self._show_progress)
        self._runner.text_changed.connect(self._show_text)
        self._runner.line_added.connect(lambda line, _is_problem: self._show_text(line))
        self._runner.succeeded.connect(self._on_succeeded)
        self._runner.failed.connect(self._on_failed)
        self._runner.canceled.connect(self._on_paused)
        self._refresh()

    @property
    def is_running(self) -> bool:
        """True while something is being downloaded."""
        return self._runner.is_running

    def set_provider(self, provider: QgsProcessingProvider) -> None:
        """Say who has ``crossearth:downloadmodel``."""
        self._provider = provider

    def set_model(self, model: CatalogModel | None) -> None:
        """Offer a model, if it can be downloaded."""
        if model != self._model:
            self._model = model
            self.hint.set_text("")
        self._refresh()

    def stop(self) -> None:
        """Pause what is in progress."""
        self._runner.cancel()

    def _start_or_pause(self) -> None:
        if self.is_running:
            self.button.setEnabled(False)
            self._runner.cancel()
            return
        if self._model is None or self._provider is None:
            return
        if self._is_downloaded_elsewhere(self._model):
            text = translate("CrossEarth", "The model “{model}” is being downloaded already.")
            self.hint.set_text(text.format(model=self._model.name), INFO)
            return
        if self._model.needs_torch and not may_use_torch(self):
            return
        self._downloading = self._model
        self.hint.set_text("")
        self.progress_bar.setRange(0, 0)
        self.progress_label.setText(
            translate("CrossEarth", "Connecting to download {model}…").format(
                model=self._downloading.name
            )
        )
        # Asked for each time: QGIS may replace a provider's algorithms.
        algorithm = self._provider.algorithm("downloadmodel")
        is_whole = self._downloading.in_same_file > 1 and self.whole_file_box.isChecked()
        self._runner.start(algorithm, {"MODEL": self._downloading.id, "WHOLE_FILE": is_whole})
        self._refresh()

    def _is_downloaded_elsewhere(self, model: CatalogModel) -> bool:
        """Whether the other page of the panel is downloading a model."""
        others = self.window().findChildren(ModelDownload)
        return any(other.is_running and other._downloading == model for other in others)

    def _refresh(self) -> None:
        model = self._model
        is_offered = model is not None and model.download_bytes is not None
        self.setVisible(self.is_running or is_offered)
        self.progress_bar.setVisible(self.is_running)
        self.progress_label.setVisible(self.is_running)
        self.button.setEnabled(True)
        self.whole_file_box.setVisible(
            not self.is_running and model is not None and is_offered and model.in_same_file > 1
        )
        if self.is_running:
            self.button.setText(translate("CrossEarth", "&Pause"))
            self.button.setToolTip(
                translate("CrossEarth", "Stops the download; what has arrived is kept")
            )
        elif model is not None and is_offered:
            self.whole_file_box.setText(
                translate("CrossEarth", "Keep all {count} models of the file").format(
                    count=model.in_same_file
                )
            )
            arrived = published.arrived_bytes(model)
            text = (
                translate("CrossEarth", "&Continue Download ({size} are here)").format(
                    size=size_text(arrived)
                )
                if arrived
                else translate("CrossEarth", "Do&wnload ({size})").format(
                    size=download_size_text(model)
                )
            )
            self.button.setText(text)
            address = published.shown_address(model.id)
            self.button.setToolTip(
                as_markup(translate("CrossEarth", "From {address}").format(address=address))
            )

    def _show_progress(self, percent: float) -> None:
        # Busy before the first byte, and after the last one: then the file is converted.
        self.progress_bar.setRange(0, 100 if 0 < percent < 100 else 0)
        self.progress_bar.setValue(int(percent))

    def _show_text(self, text: str) -> None:
        name = self._downloading.name if self._downloading else ""
        line = translate("CrossEarth", "{model}: {progress}").format(model=name, progress=text)
        self.progress_label.setText(
            line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
        )

    def _on_succeeded(self, results: dict[str, Any]) -> None:
        self._refresh()
        self.downloaded.emit(results["ID"])

    def _on_failed(self, sentence: str) -> None:
        self._refresh()
        self.hint.set_text(sentence)
        self.failed.emit(sentence)

    def _on_paused(self) -> None:
        self._refresh()
        self.hint.set_text(
            translate("CrossEarth", "Paused; what has arrived is kept."),
            INFO,
        )


def ready_text(model_id: str) -> str:
    """Return a sentence for a model that has come."""
    model = catalog.find(model_id)
    name = model.name if model else model_id
    return translate("CrossEarth", "The model “{name}” is ready.").format(name=name)


def download_size_text(model: CatalogModel) -> str:
    """Return how much there is to download; empty for what cannot be."""
    if model.download_bytes is None:
        return ""
    smallest, largest = model.download_bytes
    if smallest == largest:
        return size_text(smallest)
    return translate("CrossEarth", "{low} to {high}").format(
        low=size_text(smallest), high=size_text(largest)
    )
