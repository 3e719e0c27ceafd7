"""Names of any length in combo boxes: cut with an ellipsis, and whole in the tooltip."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_ICON_GAP = 4


class Eliding:
    """Comes before a kind of combo box; Qt itself cuts a long text in the middle of a letter."""

    def paintEvent(self: QComboBox, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        # Of the option only texts are read: it and a font or an icon that Python has seen of it
        # hold each other until Python looks for garbage, which it does in whichever thread is at
        # it, and fonts and icons are no other thread's to delete.
        has_icon = not self.itemIcon(self.currentIndex()).isNull()
        icon = self.iconSize().width() + _ICON_GAP if has_icon else 0
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, field.width() - icon
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class ElidingCombo(Eliding, QComboBox):
    """A combo box of names of any length."""
