"""What makes a form: loading its ``.ui`` file, and one column of fields."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import QLabel, QWidget


def load_form(widget: QWidget, module_file: str) -> None:
    """Fill a widget from the ``.ui`` file of its module.

    A form names the modules of its own widgets from this package on, as in ``.widgets.hint``: PyQt
    appends such a name to the package that it is given, so two dots would not lead upwards.
    """
    uic.loadUi(str(Path(module_file).with_suffix(".ui")), widget, __package__)


def align_labels(labels: list[QLabel]) -> None:
    """Give labels of several layouts one width, so that their fields form one column."""
    for label in labels:
        label.setMinimumWidth(max(other.sizeHint().width() for other in labels))
