"""The list that opens below the choice of a model: names, and what each model is for."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex, QRect, QSize, Qt
from qgis.PyQt.QtGui import QFont, QFontMetrics, QPainter, QPalette
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

BRIEF_ROLE = Qt.ItemDataRole.UserRole + 1
"""Lines of text below the name; none for what is no model of the catalogue."""

HEADING_ROLE = Qt.ItemDataRole.UserRole + 2
"""True for the heading of a group, which nobody can choose."""

_MARGIN = 4
_WIDEST = 420


class ModelList(QStyledItemDelegate):
    """Draws a name and, paler, the lines that tell the model from others."""

    def __init__(self, combo: QComboBox) -> None:
        super().__init__(combo)
        combo.setItemDelegate(self)
        combo.view().setMinimumWidth(_WIDEST)
        combo.view().setTextElideMode(Qt.TextElideMode.ElideRight)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        lines = 1 + len(index.data(BRIEF_ROLE) or ())
        if index.data(HEADING_ROLE):
            return QSize(0, lines * option.fontMetrics.lineSpacing() + 4 * _MARGIN)
        return QSize(0, lines * option.fontMetrics.lineSpacing() + 2 * _MARGIN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        painter.save()
        if index.data(HEADING_ROLE):
            _paint_heading(painter, option, [index.data(), *(index.data(BRIEF_ROLE) or ())])
        else:
            self._paint_model(painter, option, index)
        painter.restore()

    def _paint_model(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style() if option.widget else QApplication.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        color = option.palette.color(role)
        place = option.rect.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        for number, line in enumerate([index.data(), *(index.data(BRIEF_ROLE) or ())]):
            painter.setFont(option.font if number == 0 else option.widget.font())
            color.setAlphaF(1.0 if number == 0 else 0.7)
            painter.setPen(color)
            _draw_line(painter, place, number, str(line))


def _paint_heading(painter: QPainter, option: QStyleOptionViewItem, lines: list[str]) -> None:
    """Draw title and imagery of a group below a line that parts it from the one before."""
    painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
    top = option.rect.top() + _MARGIN
    painter.drawLine(option.rect.left(), top, option.rect.right(), top)
    # Not those of the option: it is of an item that is disabled, and has the font of the one above.
    font = QFont(option.widget.font())
    font.setBold(True)
    painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text))
    place = option.rect.adjusted(_MARGIN, 3 * _MARGIN, -_MARGIN, 0)
    for number, line in enumerate(lines):
        painter.setFont(font if number == 0 else option.widget.font())
        _draw_line(painter, place, number, str(line))


def _draw_line(painter: QPainter, place: QRect, number: int, text: str) -> None:
    metrics = QFontMetrics(painter.font())
    row = QRect(place)
    row.setTop(place.top() + number * metrics.lineSpacing())
    row.setHeight(metrics.lineSpacing())
    elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, row.width())
    painter.drawText(row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, elided)
