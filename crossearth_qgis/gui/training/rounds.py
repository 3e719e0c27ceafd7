"""The rounds of a model that is adapted again and again: which there are, and back to one."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from ...quantities import size_text
from ...shared import model_places, model_rounds
from ...translation import translate
from ..background import FileTask, running, start_task
from ..widgets.plain_text import PlainLabel


def fresh_name(raster: str) -> str:
    """Return a name for a new model, after its raster and the day, that no model has."""
    name = f"{raster} {date.today().isoformat()}"
    numbered = (name if number == 1 else f"{name} {number}" for number in count(1))
    return next(text for text in numbered if not model_rounds.next_round(_folder(text)) > 1)


def model_of_name(name: str) -> str | None:
    """Return the id of the model that a name stands for, if it has been made."""
    folder = _folder(name)
    return folder.name if name and model_rounds.current_round(folder) else None


class Rounds(QWidget):
    """A line below the name of a model; hidden while there is no such model yet."""

    went_back = pyqtSignal(str, int)
    """The round of this number is the model with this id again, which is still the one here."""
    failed = pyqtSignal(str)
    """A sentence: why that could not be done."""
    busy_changed = pyqtSignal()
    """A round is being brought back now, or is not any more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = Path()
        self._task: FileTask | None = None
        self._going_back, self._number = Path(), 0  # since there was a task
        self.label = PlainLabel(self)
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
            size_text(count, 0)
            for count in (sum(item.size_bytes for item in earlier), model_rounds.LIMIT_BYTES)
        )
        self.label.setText(text.format(number=current, size=size, limit=limit))
        self.back_button.setVisible(bool(earlier))
        self.menu.clear()
        for item in reversed(earlier):
            text = translate("CrossEarth", "Back to Round {number}").format(number=item.number)
            action = self.menu.addAction(text)
            action.triggered.connect(lambda _checked=False, item=item: self.go_back(item.number))

    @property
    def is_busy(self) -> bool:
        """Whether a round is being brought back; its model is not to be adapted meanwhile."""
        return self._task is not None

    def go_back(self, number: int) -> None:
        """Make an earlier round the model again; `went_back` follows, or `failed`."""
        if running(FileTask) is not None:
            self.failed.emit(
                translate(
                    "CrossEarth",
                    "Files of a model are being copied or deleted. Try again when that is done.",
                )
            )
            return
        model = self._going_back = self._model
        title = translate("CrossEarth", "Going back to round {number} of the model {name}")
        self._number = number
        self._task = FileTask(
            title.format(number=number, name=model.name),
            lambda: model_rounds.go_back(model, number),
        )
        self._task.ended.connect(self._on_ended)
        self.back_button.setEnabled(False)
        start_task(self._task)
        self.busy_changed.emit()

    def _on_ended(self, is_successful: bool, reason: str) -> None:
        self._task = None
        self.back_button.setEnabled(True)
        self.set_name(self._model.name)
        self.busy_changed.emit()
        if is_successful:
            # Else somebody works on another one by now, perhaps in another project.
            if self._going_back == self._model:
                self.went_back.emit(self._going_back.name, self._number)
            return
        text = translate("CrossEarth", "Round {number} cannot be brought back: {reason}")
        self.failed.emit(text.format(number=self._number, reason=reason))


def _folder(name: str) -> Path:
    return model_places.user_models_folder() / model_places.as_id(name)
