"""What can be added to the engine, libraries and builds for cards: a line and a button each."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QGridLayout, QPushButton, QWidget

from ...bridge.engine import Engine
from ...quantities import size_text
from ...setup import addons, engine_environment, packages
from ...setup.graphics_card import nvidia_card
from ...translation import translate
from ..background import running, start_task
from ..widgets.plain_text import PlainLabel, is_agreed
from .setup_task import AddonTask


class AddonsList(QWidget):
    """Offers what is for this computer; `ended` tells how an adding or removing went."""

    ended = pyqtSignal(bool, str)  # success; a sentence, empty when canceled

    def __init__(self, engine: Engine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        # The page before may have begun it: QGIS makes another one whenever it opens its options.
        self._task = running(AddonTask)
        if self._task is not None:
            self._task.ended.connect(self._on_ended)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self.buttons: dict[str, QPushButton] = {}
        self._labels: dict[str, PlainLabel] = {}
        for row, name in enumerate(addons.ADDONS):
            self._labels[name] = PlainLabel(self)
            self._labels[name].setWordWrap(True)
            self.buttons[name] = QPushButton("", self)
            self.buttons[name].clicked.connect(lambda _=False, name=name: self._start(name))
            self._grid.addWidget(self._labels[name], row, 0)
            self._grid.addWidget(self.buttons[name], row, 1)
        self.refresh()

    def refresh(self) -> None:
        """Show what there is and what is offered."""
        folder = engine_environment.installed_folder()
        environment = engine_environment.find()
        is_ours = environment is not None and environment.origin == "installed"
        version = addons.python_version(folder)
        there = addons.added(folder) if is_ours else ()
        card = nvidia_card()
        for name in addons.ADDONS:
            is_for_this = card is not None or name not in addons.FOR_CARDS
            is_offered = is_ours and is_for_this and not packages.offer(name, version).lacking
            is_shown = name in there or is_offered
            self._labels[name].setVisible(is_shown)
            self.buttons[name].setVisible(is_shown)
            self.buttons[name].setEnabled(self._task is None)
            self._labels[name].setText(_described(name, name in there, card))
            self.buttons[name].setText(_action(name, name in there, version))
        self.setHidden(all(button.isHidden() for button in self.buttons.values()))

    def _start(self, name: str) -> None:
        folder = engine_environment.installed_folder()
        is_there = name in addons.added(folder)
        if is_there:
            question = translate("CrossEarth", "Remove {name} from the engine?")
        else:
            question = translate(
                "CrossEarth", "Download {size} and add {name} to the engine in\n{folder}?"
            )
        size = size_text(packages.offer(name, addons.python_version(folder)).download_bytes)
        text = question.format(name=packages.title(name), size=size, folder=folder)
        if not is_agreed(self, packages.title(name), text):
            return
        self._task = AddonTask(self._engine, name, is_removal=is_there)
        self._task.ended.connect(self._on_ended)
        self.refresh()
        start_task(self._task)

    def _on_ended(self, is_successful: bool, sentence: str) -> None:
        self._task = None
        self.refresh()
        self.ended.emit(is_successful, sentence)


def _described(name: str, is_there: bool, card: str | None) -> str:
    if is_there:
        return translate("CrossEarth", "{name}: added").format(name=packages.title(name))
    if name in addons.FOR_CARDS and card:
        return translate("CrossEarth", "{name}: this computer has an {card}").format(
            name=packages.title(name), card=card
        )
    if name == "openvino":
        return translate("CrossEarth", "OpenVINO: maps in less time without a graphics card")
    return packages.title(name)


def _action(name: str, is_there: bool, version: str) -> str:
    if is_there:
        return translate("CrossEarth", "Remove…")
    return translate("CrossEarth", "Add, {size}…").format(
        size=size_text(packages.offer(name, version).download_bytes)
    )
