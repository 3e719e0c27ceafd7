"""What sample points tell of each class: accuracies and area, each with its 95 % interval below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...quantities import area_unit, number_text
from ...translation import translate
from ..widgets.plain_text import as_markup

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class EstimatesTable(QTableWidget):
    """A line for the name of each class, and below it one for its figures.

    As high as its rows, never scrolling by itself.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("CrossEarth", "Accuracy and area of each class"))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def set_areas(self, areas: dict[str, Any]) -> None:
        """Fill the table.

        Args:
            areas: as ``evaluate`` reports them: ``unit``, m2 or pixels, and ``classes`` with
                ``area`` in it, ``users_accuracy`` and ``producers_accuracy`` from 0 to 1, and the
                interval of each; None where no point tells.
        """
        rows: Sequence[dict[str, Any]] = areas["classes"]
        unit, size, decimals = translate("CrossEarth", "px"), 1.0, 0
        if areas["unit"] == "m2":
            unit, known, decimals = area_unit([row["area"] or 0.0 for row in rows])
            size = known or 1.0
        columns = (
            (
                translate("CrossEarth", "User's"),
                translate("CrossEarth", "Of what the map calls so, the share that is (precision)"),
            ),
            (
                translate("CrossEarth", "Producer's"),
                translate("CrossEarth", "Of what is so, the share that the map has (recall)"),
            ),
            (
                translate("CrossEarth", "Area, {unit}").format(unit=unit),
                translate("CrossEarth", "Estimated from the points, not counted on the map"),
            ),
        )
        self.clearSpans()
        self.setColumnCount(len(columns))
        self.setHorizontalHeaderLabels([title for title, _tip in columns])
        for column, (_title, tip) in enumerate(columns):
            self.horizontalHeaderItem(column).setToolTip(as_markup(tip))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setRowCount(2 * len(rows))
        for index, row in enumerate(rows):
            name = QTableWidgetItem(str(row["name"]))
            name.setToolTip(as_markup(str(row["name"])))
            font = name.font()
            font.setBold(True)
            name.setFont(font)
            self.setItem(2 * index, 0, name)
            self.setSpan(2 * index, 0, 1, len(columns))
            texts = (
                _share_text(row["users_accuracy"], row["users_interval"]),
                _share_text(row["producers_accuracy"], row["producers_interval"]),
                _text(row["area"], row["area_interval"], size, decimals),
            )
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setTextAlignment(_RIGHT)
                self.setItem(2 * index + 1, column, cell)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have rows be as high as the text is in the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        heights = sum(self.rowHeight(index) for index in range(self.rowCount()))
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + heights + 2 * self.frameWidth())


def share_text(value: float) -> str:
    """Return a share from 0 to 1 in percent, without the sign."""
    return str(QLocale().toString(100 * value, "f", 1))


def _share_text(value: float | None, interval: Sequence[float | None] | None) -> str:
    text = _text(value, interval, 0.01, 1)
    first, _break, rest = text.partition("\n")
    return text if value is None else "\n".join(filter(None, [f"{first} %", rest]))


def _text(
    value: float | None, interval: Sequence[float | None] | None, size: float, decimals: int
) -> str:
    """Return a figure and, in a line below, its interval; in units of a size."""
    if value is None:
        return "–"
    lines = [number_text(value / size, decimals)]
    ends = [end for end in interval or () if end is not None]
    if ends:
        lines.append("–".join(number_text(end / size, decimals) for end in ends))
    return "\n".join(lines)
