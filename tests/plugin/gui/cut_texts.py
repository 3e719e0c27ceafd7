"""What a person cannot read to its end."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)


def cut_texts(parent: QWidget) -> list[str]:
    """Return the texts of visible widgets that have less room than they need.

    Names of layers, models and files are left out: they may be of any length.
    """
    found = []
    for widget in parent.findChildren(QWidget):
        if widget.isVisible():
            found += [text for text, needed, room in _texts(widget) if needed > room]
    return found


def _texts(widget: QWidget) -> list[tuple[str, int, int]]:
    """Return each text of a widget with the width that it needs, and has."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QComboBox):
        if widget.isEditable() or widget.itemIcon(0).isNull() is False:
            return []
        option = QStyleOptionComboBox()
        widget.initStyleOption(option)
        field = widget.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            widget,
        )
        texts = [widget.itemText(index) for index in range(widget.count())]
        texts = [text for text in texts if widget.objectName().endswith("_combo") and text]
        return [(text, metrics.horizontalAdvance(text), field.width()) for text in texts]
    if isinstance(widget, QAbstractSpinBox):
        return [(widget.text(), widget.minimumSizeHint().width(), widget.width())]
    if isinstance(widget, QLineEdit) and isinstance(widget.parent(), QWidget):
        text = widget.placeholderText()
        needed = metrics.horizontalAdvance(text) + 2 * widget.style().pixelMetric(
            QStyle.PixelMetric.PM_DefaultFrameWidth
        )
        is_name = text.endswith(".tif") or any(letter.isdigit() for letter in text)
        return [] if is_name else [(text, needed, widget.width())]
    if isinstance(widget, QLabel) and widget.wordWrap():
        return []
    if isinstance(widget, (QAbstractButton, QLabel)):
        return [(widget.text(), widget.sizeHint().width(), widget.width())]
    return []
