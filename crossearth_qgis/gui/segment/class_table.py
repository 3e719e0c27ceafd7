"""The classes of a result with their areas: a table to read and to copy into a spreadsheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...quantities import area_unit, number_text
from ...translation import translate
from ..widgets.plain_text import as_cell, as_markup
from ..widgets.swatch import swatch_icon

_NAME, _AREA, _PERCENT = range(3)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ClassTable(QTableWidget):
    """Swatch and class, area, percent; as high as its rows, never scrolling by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: list[dict[str, Any]] = []
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("CrossEarth", "Area of each class"))
        self.setToolTip(translate("CrossEarth", "Ctrl+C copies the table or the selected rows"))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def set_classes(self, classes: Sequence[dict[str, Any]]) -> None:
        """Fill the table.

        Args:
            classes: as the engine reports them: ``name``, ``color``, ``pixels``, ``percent`` and
                ``area_m2``, which is None where the raster has no metric CRS.
        """
        self._classes = list(classes)
        unit, unit_m2, decimals = area_unit([item["area_m2"] for item in self._classes])
        # Here and not in the constructor: a form that is loaded takes the columns away.
        self.setColumnCount(3)
        self.setHorizontalHeaderLabels(
            [
                translate("CrossEarth", "Class"),
                translate("CrossEarth", "Pixels")
                if unit_m2 is None
                else translate("CrossEarth", "Area ({unit})").format(unit=unit),
                "%",
            ]
        )
        for column, alignment in enumerate((_LEFT, _RIGHT, _RIGHT)):
            self.horizontalHeaderItem(column).setTextAlignment(alignment)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        # Wider than its numbers need, so that they keep off those of the neighbour.
        header.setMinimumSectionSize(self.fontMetrics().horizontalAdvance("100.000"))
        self.setRowCount(len(self._classes))
        locale = QLocale()
        for row, item in enumerate(self._classes):
            name = QTableWidgetItem(swatch_icon(item["color"]), item["name"])
            # A long name is cut off in a narrow panel.
            name.setToolTip(as_markup(item["name"]))
            if unit_m2 is None:
                amount = locale.toString(float(item["pixels"]), "f", 0)
            else:
                amount = number_text(item["area_m2"] / unit_m2, decimals)
            self.setItem(row, _NAME, name)
            self.setItem(row, _AREA, _number(amount))
            self.setItem(row, _PERCENT, _number(number_text(float(item["percent"]), 1)))
        self.resizeRowsToContents()
        self._fit_height()

    def copy(self) -> None:
        """Put the selected rows, or all, on the clipboard: tab separated, areas in m²."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        chosen = [self._classes[row] for row in rows] or self._classes
        lines = ["class\tarea_m2\tpercent\tpixels"]
        for item in chosen:
            area = "" if item["area_m2"] is None else f"{item['area_m2']:.2f}"
            lines.append(
                f"{as_cell(item['name'])}\t{area}\t{item['percent']:.3f}\t{item['pixels']}"
            )
        QgsApplication.clipboard().setText("\n".join(lines) + "\n")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _fit_height(self) -> None:
        rows = sum(self.rowHeight(row) for row in range(self.rowCount()))
        self.setFixedHeight(
            self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        )


def _number(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setTextAlignment(_RIGHT)
    return item
