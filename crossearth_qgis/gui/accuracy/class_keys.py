"""The classes that a place may be of, each with its key; a click does what the key does."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from ...layers.training_samples import SampleClass
from ...translation import translate
from ..widgets.plain_text import as_markup
from ..widgets.swatch import swatch_icon
from ..widgets.walk_tool import CLASS_KEYS


class ClassKeys(QListWidget):
    """As high as its rows; it leaves the keyboard to the canvas."""

    class_chosen = pyqtSignal(int)
    """Which of the classes, from 0."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setUniformItemSizes(True)
        self.setAccessibleName(translate("CrossEarth", "Classes and their keys"))
        self.itemClicked.connect(lambda item: self.class_chosen.emit(self.row(item)))

    def set_classes(self, classes: Sequence[SampleClass]) -> None:
        """Show classes, the first with the first key."""
        self.clear()
        for number, item in enumerate(classes):
            key = CLASS_KEYS[number] if number < len(CLASS_KEYS) else "–"
            row = QListWidgetItem(swatch_icon(item.color), f"{key}  {item.name}", self)
            row.setToolTip(as_markup(item.name))
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(height + 2 * self.frameWidth())

    def choose(self, name: str, classes: Sequence[SampleClass]) -> None:
        """Mark the class that was given to the place; none of an empty name."""
        names = [item.name for item in classes]
        self.setCurrentRow(names.index(name) if name in names else -1)
        if name not in names:
            self.clearSelection()
