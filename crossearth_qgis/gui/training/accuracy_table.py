"""How good a model is, class by class: precision, recall and IoU."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...translation import translate

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FIGURES = ("precision", "recall", "iou")


class AccuracyTable(QTableWidget):
    """As high as its rows, never scrolling by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("CrossEarth", "Accuracy of each class"))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def set_classes(self, classes: Sequence[dict[str, Any]]) -> None:
        """Fill the table.

        Args:
            classes: as the engine reports them: ``name`` and shares from 0 to 1, None where there
                was nothing to measure.
        """
        self.setColumnCount(1 + len(_FIGURES))
        self.setHorizontalHeaderLabels(
            [
                translate("CrossEarth", "Class"),
                translate("CrossEarth", "Precision"),
                translate("CrossEarth", "Recall"),
                translate("CrossEarth", "IoU"),
            ]
        )
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setRowCount(len(classes))
        for row, item in enumerate(classes):
            self.setItem(row, 0, QTableWidgetItem(str(item["name"])))
            for column, figure in enumerate(_FIGURES, start=1):
                value = item.get(figure)
                text = "–" if value is None else QLocale().toString(float(value), "f", 2)
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(_RIGHT)
                self.setItem(row, column, cell)
        height = header.sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(height + len(classes) * self.verticalHeader().defaultSectionSize())
