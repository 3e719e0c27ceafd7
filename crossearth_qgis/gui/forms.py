"""What makes a form: its ``.ui`` file, one column of fields, and the values that are in them."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from ..processing.options import OptionRow
from .widgets.plain_text import as_markup

_NARROWEST = 60


def load_form(widget: QWidget, module_file: str) -> None:
    """Fill a widget from the ``.ui`` file of its module.

    A form names the modules of its own widgets from this package on, as in ``.widgets.hint``: PyQt
    appends such a name to the package that it is given, so two dots would not lead upwards.
    """
    uic.loadUi(str(Path(module_file).with_suffix(".ui")), widget, __package__)


def present(row: OptionRow, field: QWidget, label: QLabel | None = None) -> None:
    """Call a field what the toolbox calls its parameter, and explain it in the same words.

    Args:
        row: says how people see the option.
        field: for its value.
        label: beside the field; a box without one has its name itself.
    """
    if label is not None:
        label.setText(row.label)
        label.setBuddy(field)
    elif isinstance(field, QAbstractButton):
        field.setText(row.label)
    if isinstance(field, QAbstractSpinBox):
        # It asks for room for its longest text, which would put it below its label.
        field.setMinimumWidth(_NARROWEST)
    field.setAccessibleName(row.label)
    field.setAccessibleDescription(_in_labels(row))
    field.setToolTip(as_markup(_in_labels(row)))


def _in_labels(row: OptionRow) -> str:
    """Return the help of an option, in which values are called what the form calls them."""
    text = row.help
    for value, label in row.choices.items():
        text = re.sub(rf"\b{re.escape(value)}(?=:)", label, text)
    return text


def align_labels(labels: list[QLabel]) -> None:
    """Give labels of several layouts one width, so that their fields form one column."""
    for label in labels:
        label.setMinimumWidth(max(other.sizeHint().width() for other in labels))


def field_values(fields: Mapping[str, QWidget]) -> dict[str, Any]:
    """Return what is set in fields, by their names, ready for JSON."""
    return {name: _access(field)[0]() for name, field in fields.items()}


def set_field_values(fields: Mapping[str, QWidget], values: Mapping[str, Any]) -> None:
    """Set fields to what `field_values` returned.

    Those without a value stay as they are, as do those that cannot have theirs: it may come from
    another version.
    """
    for name, field in fields.items():
        if name in values:
            with contextlib.suppress(TypeError, ValueError, OverflowError):
                _access(field)[1](values[name])


def _access(field: QWidget) -> tuple[Callable[[], Any], Callable[[Any], None]]:
    """Return how to read a field and how to set it."""
    if isinstance(field, (QSpinBox, QDoubleSpinBox)):
        return field.value, field.setValue
    if isinstance(field, QAbstractButton):
        return field.isChecked, field.setChecked
    if isinstance(field, QLineEdit):
        return field.text, field.setText
    if isinstance(field, QComboBox):
        return field.currentData, lambda data: _choose(field, data)
    raise TypeError(f"{type(field).__name__} is no field that is known here")


def _choose(combo: QComboBox, data: object) -> None:
    index = combo.findData(data)
    if index >= 0:
        combo.setCurrentIndex(index)
