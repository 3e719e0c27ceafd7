"""The classes to teach: colour, name, and how much of each has been drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qgis.gui import QgsColorDialog
from qgis.PyQt.QtCore import QLocale, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...layers.training_samples import SampleClass, SampleCount
from ...translation import translate
from ..widgets.swatch import swatch_icon

_COLOR, _NAME, _SAMPLES, _PIXELS = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class SampleClasses(QTableWidget):
    """One row per class; names are edited in place, a double click on the colour changes it."""

    class_renamed = pyqtSignal(str, str)  # old name, new name
    class_merged = pyqtSignal(str, str)  # its name, that of the class which it became part of
    color_changed = pyqtSignal()
    class_selected = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: list[SampleClass] = []
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("CrossEarth", "Classes to teach"))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.itemChanged.connect(self._on_item_changed)
        self.cellDoubleClicked.connect(self._on_double_clicked)
        self.itemSelectionChanged.connect(self.class_selected)

    def classes(self) -> list[SampleClass]:
        """Return the classes, in order."""
        return list(self._classes)

    def set_classes(self, classes: Sequence[SampleClass]) -> None:
        """Show classes; the chosen one stays chosen if it is still there."""
        chosen = self.current_class()
        self._classes = list(classes)
        self.blockSignals(True)
        # Here and not in the constructor: a form that is loaded takes the columns away.
        self.setColumnCount(4)
        self.setHorizontalHeaderLabels(
            [
                "",
                translate("CrossEarth", "Class"),
                translate("CrossEarth", "Samples"),
                translate("CrossEarth", "Pixels"),
            ]
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.setRowCount(len(classes))
        for row, item in enumerate(classes):
            color = QTableWidgetItem(swatch_icon(item.color), "")
            color.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
            color.setToolTip(translate("CrossEarth", "Double-click to change the colour"))
            self.setItem(row, _COLOR, color)
            self.setItem(row, _NAME, QTableWidgetItem(item.name))
            for column in (_SAMPLES, _PIXELS):
                cell = QTableWidgetItem("")
                cell.setFlags(Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled)
                cell.setTextAlignment(_RIGHT)
                self.setItem(row, column, cell)
        self.blockSignals(False)
        self.select_class(chosen.name if chosen else (classes[0].name if classes else ""))
        self._fit()

    def set_counts(self, counts: Mapping[str, SampleCount]) -> None:
        """Show how much of each class has been drawn."""
        self.blockSignals(True)
        for row, item in enumerate(self._classes):
            count = counts.get(item.name, SampleCount())
            self.item(row, _SAMPLES).setText(QLocale().toString(count.samples))
            self.item(row, _PIXELS).setText(QLocale().toString(round(count.pixels)))
        self.blockSignals(False)

    def current_class(self) -> SampleClass | None:
        """Return the chosen class."""
        row = self.currentRow()
        return self._classes[row] if 0 <= row < len(self._classes) else None

    def select_class(self, name: str) -> None:
        """Choose a class by its name."""
        for row, item in enumerate(self._classes):
            if item.name == name:
                self.setCurrentCell(row, _NAME)

    def edit_name(self, name: str) -> None:
        """Let the user type another name for a class."""
        self.select_class(name)
        self.setFocus()
        self.editItem(self.item(self.currentRow(), _NAME))

    def _on_item_changed(self, cell: QTableWidgetItem) -> None:
        if cell.column() != _NAME:
            return
        old = self._classes[cell.row()]
        name = cell.text().strip()
        if name == old.name:
            return
        is_taken = name in [item.name for item in self._classes]
        if not name or is_taken:
            self.blockSignals(True)
            cell.setText(old.name)
            self.blockSignals(False)
        if is_taken:
            # In an event of its own: the row goes, and it is being edited.
            QTimer.singleShot(0, lambda: self.class_merged.emit(old.name, name))
        if not name or is_taken:
            return
        self._classes[cell.row()] = SampleClass(name, old.color)
        self.class_renamed.emit(old.name, name)

    def _on_double_clicked(self, row: int, column: int) -> None:
        if column != _COLOR:
            return
        old = self._classes[row]
        color = QgsColorDialog.getColor(QColor(old.color), self)
        if color.isValid():
            self.set_color(row, color.name())

    def set_color(self, row: int, color: str) -> None:
        """Give the class in a row another colour, ``#rrggbb``."""
        self._classes[row] = SampleClass(self._classes[row].name, color)
        self.item(row, _COLOR).setIcon(swatch_icon(color))
        self.color_changed.emit()

    def _fit(self) -> None:
        # A handful of rows is shown without scrolling.
        rows = min(max(self.rowCount(), 2), 8)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(height + rows * self.verticalHeader().defaultSectionSize())
