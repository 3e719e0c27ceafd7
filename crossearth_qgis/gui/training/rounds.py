"""The rounds of a model that is adapted again and again: which there are, and back to one."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from qgis.PyQt.QtCore import QLocale, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ...shared import model_places, model_rounds
from ...translation import translate
from ..widgets.plain_text import PlainLabel


def fresh_name(raster: str) -> str:
    """Return a name for a new model, after its raster and the day, that no model has."""
    name = f"{raster} {date.today().isoformat()}"
    numbered = (name if number == 1 else f"{name} {number}" for number in count(1))
    return next(text for text in numbered if not model_rounds.next_round(_folder(text)) > 1)


class Rounds(QWidget):
    """A line below the name of a model; hidden while there is no such model yet."""

    went_back = pyqtSignal(str, int)
    """The round of this number is the model with this id again."""
    failed = pyqtSignal(str)
    """A sentence: why that could not be done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = Path()
        self.label = PlainLabel("", self)
        self.label.setWordWrap(True)
        self.back_button = QToolButton(self)
        self.back_button.setText(translate("CrossEarth", "Go Back"))
        self.back_button.setToolTip(
            translate(
                "CrossEarth",
                "Make an earlier round the model again; the one that is the model now is kept",
            )
        )
        self.back_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.back_button.setMenu(self.menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.back_button)
        self.hide()

    def set_name(self, name: str) -> None:
        """Show the rounds of the model that a name stands for."""
        self._model = _folder(name)
        current = model_rounds.current_round(self._model)
        self.setVisible(current > 0)
        if not current:
            return
        earlier = model_rounds.earlier_rounds(self._model)
        text = translate("CrossEarth", "Is in round {number}.")
        if earlier:
            text = translate("CrossEarth", "Is in round {number}. Others kept: {size} of {limit}.")
        size, limit = (
            QLocale().formattedDataSize(count, 0, QLocale.DataSizeFormat.DataSizeSIFormat)
            for count in (sum(item.size_bytes for item in earlier), model_rounds.LIMIT_BYTES)
        )
        self.label.setText(text.format(number=current, size=size, limit=limit))
        self.back_button.setVisible(bool(earlier))
        self.menu.clear()
        for item in reversed(earlier):
            text = translate("CrossEarth", "Back to Round {number}").format(number=item.number)
            action = self.menu.addAction(text)
            action.triggered.connect(lambda _checked=False, item=item: self.go_back(item.number))

    def go_back(self, number: int) -> None:
        """Make an earlier round the model again."""
        try:
            model_rounds.go_back(self._model, number)
        except OSError as error:
            self.failed.emit(
                translate("CrossEarth", "Round {number} cannot be brought back: {reason}").format(
                    number=number, reason=error
                )
            )
            return
        self.set_name(self._model.name)
        self.went_back.emit(self._model.name, number)


def _folder(name: str) -> Path:
    return model_places.user_models_folder() / model_places.as_id(name)
