"""The page of the dock that stands in for the form until there is an engine.

It says what will be fetched and where it goes, runs the setup in the background with a live log,
and proves the result by segmenting a small made-up raster through the ordinary algorithm.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from qgis.core import QgsProcessing, QgsProcessingProvider, QgsProcessingUtils
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ... import settings
from ...models import catalog
from ...quantities import size_text
from ...setup import engine_environment, packages
from ...setup.graphics_card import nvidia_card
from ...setup.proof import make_proof_raster
from ...setup.python_choice import PythonChoice
from ...shared import pip_settings
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from ..background import start_task
from ..forms import load_form
from ..widgets.card import Card
from ..widgets.diagnostics_dialog import diagnostics_button
from ..widgets.hint import Hint
from ..widgets.log_pane import LogPane
from .python_consent import may_download_python
from .setup_task import SetupTask

_INSTALLED_BYTES = 650_000_000


class SetupPage(QWidget):
    """Explains, runs and proves the setup; emits `ready` when the engine has shown its work."""

    ready = pyqtSignal()

    title_label: QLabel
    intro_label: QLabel
    facts_card: Card
    problem_hint: Hint
    log_group: QgsCollapsibleGroupBox
    log_pane: LogPane
    progress_bar: QProgressBar
    form_layout: QVBoxLayout
    folder_button: QPushButton
    setup_button: QPushButton

    def __init__(self, provider: QgsProcessingProvider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provider = provider
        self._task: SetupTask | None = None
        self._is_proof_due = False
        self._proof = AlgorithmRunner(self)
        load_form(self, __file__)

        font = self.title_label.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.title_label.setFont(font)
        self.setup_button.clicked.connect(self._start_or_cancel)
        self.folder_button.clicked.connect(self._start_from_folder)
        self._diagnostics_button = diagnostics_button(self)
        # In a row of its own: three buttons beside each other are wider than the dock.
        row = self.form_layout.indexOf(self.log_group)
        self.form_layout.insertWidget(row, self._diagnostics_button, 0, Qt.AlignmentFlag.AlignRight)
        self._proof.line_added.connect(self.log_pane.add_line)
        self._proof.succeeded.connect(self._on_proof_succeeded)
        self._proof.failed.connect(self._on_failed)
        self._proof.canceled.connect(lambda: self._on_failed(""))
        self.log_group.hide()
        self.refresh()

    @property
    def is_running(self) -> bool:
        """True while the setup or its proof is in progress."""
        return self._task is not None or self._is_proof_due or self._proof.is_running

    def refresh(self) -> None:
        """Show what would be done, and why it is needed."""
        if self.is_running:
            return
        self.facts_card.set_content("", _facts())
        is_replacement = _is_replacement()
        reason = engine_environment.missing_reason() if is_replacement else ""
        self.problem_hint.set_text(reason)
        self._show_state(
            translate("CrossEarth", "&Repair the Engine")
            if is_replacement
            else translate("CrossEarth", "Set &Up the Engine")
        )

    def cancel(self) -> None:
        """Stop the setup, or its proof."""
        if self._task is not None:
            self._task.cancel()
        self._is_proof_due = False
        self._proof.cancel()
        self.setup_button.setEnabled(False)

    def _start_or_cancel(self) -> None:
        if self.is_running:
            self.cancel()
        else:
            self._start(PythonChoice())

    def _start_from_folder(self) -> None:
        title = translate("CrossEarth", "Folder with the Engine's Packages")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self._start(PythonChoice(packages=Path(folder)))

    def _start(self, choice: PythonChoice) -> None:
        self.log_pane.clear()
        self.log_group.show()
        self._diagnostics_button.hide()  # the log has one, too
        self.log_group.setCollapsed(False)
        self.problem_hint.set_text("")
        self._task = SetupTask(choice)
        self._task.line_added.connect(self.log_pane.add_line)
        self._task.ended.connect(self._on_setup_ended)
        self._show_state(translate("CrossEarth", "Cancel"))
        start_task(self._task)

    def _on_setup_ended(self, is_successful: bool, reason: str) -> None:
        question = self._task.question if self._task is not None else None
        self._task = None
        if question is not None:
            if may_download_python(self, question):
                self._start(PythonChoice(is_download_agreed=True))
            else:
                self._on_failed(question.reason)
            return
        if not is_successful:
            self._on_failed(reason)
            return
        self.log_pane.add_line(translate("CrossEarth", "Trying the engine on a small raster…"))
        # In an event of its own: what ends a setup takes its time, too.
        self._is_proof_due = True
        QTimer.singleShot(0, self._prove)

    def _prove(self) -> None:
        if not self._is_proof_due:  # canceled since
            self._on_failed("")
            return
        self._is_proof_due = False
        raster = make_proof_raster(Path(QgsProcessingUtils.generateTempFilename("proof.tif")))
        self._proof.start(
            self._provider.algorithm("segment"),
            {
                "INPUT": str(raster),
                "MODEL": catalog.default_id(),
                "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
            },
        )

    def _on_proof_succeeded(self, _results: dict[str, Any]) -> None:
        self.log_pane.add_line(translate("CrossEarth", "The engine works."))
        self._show_state(translate("CrossEarth", "Set &Up the Engine"))
        self.ready.emit()

    def _on_failed(self, reason: str) -> None:
        if reason:
            self.log_pane.add_line(reason, True)
            self.problem_hint.set_text(reason)
        else:
            self.log_pane.add_line(translate("CrossEarth", "Canceled."))
        self._show_state(translate("CrossEarth", "&Try Again"))

    def _show_state(self, button_text: str) -> None:
        self.setup_button.setText(button_text)
        self.setup_button.setEnabled(True)
        self.folder_button.setHidden(self.is_running)
        self.progress_bar.setVisible(self.is_running)


def _is_replacement() -> bool:
    # A first start needs no reason; an engine that was there, or was chosen, and is gone does.
    return (
        engine_environment.installed_folder().exists()
        or bool(settings.engine_python())
        or "CROSSEARTH_ENGINE_PYTHON" in os.environ
    )


def _facts() -> list[tuple[str, str]]:
    download = packages.largest_download(*packages.BASE)
    index = urlsplit(pip_settings.index_address()).hostname or pip_settings.index_address()
    card = nvidia_card()
    facts = [
        (
            translate("CrossEarth", "Download"),
            translate(
                "CrossEarth",
                "about {size} from {index}: onnxruntime, rasterio, scikit-learn. Each file is the "
                "one that was tested, or is refused.",
            ).format(size=size_text(download, 0), index=index),
        ),
        (
            translate("CrossEarth", "Python"),
            translate(
                "CrossEarth", "one of this computer; if none will do, you are asked to download one"
            ),
        ),
        (
            translate("CrossEarth", "Goes to"),
            translate("CrossEarth", "{folder} (about {size})").format(
                folder=engine_environment.installed_folder(), size=size_text(_INSTALLED_BYTES, 0)
            ),
        ),
        (
            translate("CrossEarth", "Model"),
            translate("CrossEarth", "comes with the plugin, nothing to download"),
        ),
        (
            translate("CrossEarth", "Remove"),
            translate("CrossEarth", "any time: Settings > Options > CrossEarth"),
        ),
    ]
    if card is not None:
        builds = translate(
            "CrossEarth", "{card}: builds for it can be added later under Settings > Options"
        )
        facts.insert(-1, (translate("CrossEarth", "Card"), builds.format(card=card)))
    return facts
