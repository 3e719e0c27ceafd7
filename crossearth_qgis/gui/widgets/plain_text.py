"""Text of others shown as text: Qt takes what looks like markup for it, and opens what it names.

Names of models, classes, bands, layers and files, and sentences of servers and libraries come from
others. Lists, tables and text fields show them as they are; labels, tool tips, message bars and
boxes would not.
"""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QMessageBox, QWidget


class PlainLabel(QLabel):
    """A label that takes no text for markup."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def as_markup(text: str) -> str:
    """Return markup that shows a text as it is, for tool tips and message bars; empty for none."""
    return "<span>{}</span>".format(escape(text).replace("\n", "<br/>")) if text else ""


def as_name(text: str) -> str:
    """Return a name for a label with a buddy, for a button or a menu, where & marks a key."""
    return text.replace("&", "&&")


def as_cell(text: str) -> str:
    """Return a text for a table to paste in a spreadsheet, where no name may be a formula."""
    text = " ".join(text.split())
    return f"'{text}" if text.startswith(("=", "+", "-", "@")) else text


def is_agreed(parent: QWidget, title: str, question: str) -> bool:
    """Ask, and return whether the answer is yes.

    Args:
        parent: the widget that the question belongs to.
        title: of the box.
        question: plain text.
    """
    buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
    box = QMessageBox(QMessageBox.Icon.Question, title, question, buttons, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box.exec() == QMessageBox.StandardButton.Yes
