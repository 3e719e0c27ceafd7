"""Text of others shown as text: Qt takes what looks like markup for it, and opens what it names.

Names of models, classes, bands, layers and files, and sentences of servers and libraries come from
others. Lists, tables and text fields show them as they are; labels, tool tips, message bars and
boxes would not.
"""

from __future__ import annotations

import re
from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QWidget

from ...translation import translate

# What a narrow panel has room for in a line; Qt itself breaks at spaces, hyphens and slashes.
_LONG = 24
_LONG_WORD = re.compile(rf"[^\s/-]{{{_LONG},}}")
_BREAK = "\u200b"


class PlainLabel(QLabel):
    """A label that takes no text for markup, and in which a long name takes several lines.

    Such as that of a satellite's product, which would make a panel wider than it is.
    """

    def __init__(self, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        copy = QMenu(self).addAction(translate("CrossEarth", "&Copy"))
        copy.triggered.connect(self._copy_selection)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def text(self) -> str:
        return super().text().replace(_BREAK, "")

    def setText(self, text: str) -> None:
        super().setText(_LONG_WORD.sub(lambda word: _breakable(word[0]), text))

    def selectedText(self) -> str:
        return super().selectedText().replace(_BREAK, "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy_selection()
        else:
            super().keyPressEvent(event)

    def _copy_selection(self) -> None:
        # Qt's own would copy the places where a name may break as well.
        QApplication.clipboard().setText(self.selectedText() or self.text())


def _breakable(word: str) -> str:
    """Return a word that may break behind underscores, and else where there is no more room."""
    parts = [part for part in re.split(r"(?<=_)", word) if part]
    pieces = (part[start : start + _LONG] for part in parts for start in range(0, len(part), _LONG))
    return _BREAK.join(pieces)


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
