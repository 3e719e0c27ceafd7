"""The buttons of a walk, beside its keys."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ...translation import translate
from .plain_text import as_markup

_ICONS = {
    "back": "mActionArrowLeft",
    "next": "mActionArrowRight",
    "skip": "mActionArrowDown",
    "undo": "mActionUndo",
    "map": "mActionShowAllLayers",
}


class WalkSteps(QWidget):
    """A button for each command of `WalkTool` that has one."""

    commanded = pyqtSignal(str)
    """As `WalkTool` tells."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        texts = {
            "back": translate("CrossEarth", "Back (B)"),
            "next": translate("CrossEarth", "Next (N)"),
            "skip": translate("CrossEarth", "Skip (S)"),
            "undo": translate("CrossEarth", "Undo (U)"),
            "map": translate("CrossEarth", "Map on or off (M)"),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, QToolButton] = {}
        for command, text in texts.items():
            button = QToolButton(self)
            button.setIcon(QgsApplication.getThemeIcon(f"/{_ICONS[command]}.svg"))
            button.setToolTip(as_markup(text))
            button.setAccessibleName(text)
            button.setAutoRaise(True)
            button.clicked.connect(lambda _checked=False, name=command: self.commanded.emit(name))
            layout.addWidget(button)
            self.buttons[command] = button
        layout.addStretch(1)

    def show_only(self, commands: Collection[str]) -> None:
        """Show the buttons of these commands; without any there is no row."""
        self.setVisible(bool(commands))
        for command, button in self.buttons.items():
            button.setVisible(command in commands)
