"""What a job has said, line by line, for reading and for copying into a report."""

from __future__ import annotations

from html import escape

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QFontDatabase, QPalette
from qgis.PyQt.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ...translation import translate
from .diagnostics_dialog import diagnostics_button

_MAX_LINES = 5000


class LogPane(QWidget):
    """Read-only lines with a button that copies them all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QPlainTextEdit(self)
        self._text.setReadOnly(True)
        self._text.setMaximumBlockCount(_MAX_LINES)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._text.setMinimumHeight(110)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(translate("CrossEarth", "Log"))
        self._copy_button = QPushButton(translate("CrossEarth", "Copy Log"), self)
        self._copy_button.setToolTip(
            translate("CrossEarth", "Copy all lines, to paste in a report")
        )
        self._copy_button.clicked.connect(self.copy)
        buttons = QHBoxLayout()
        buttons.addWidget(diagnostics_button(self))
        buttons.addStretch(1)
        buttons.addWidget(self._copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text, 1)
        layout.addLayout(buttons)
        self.clear()

    def clear(self) -> None:
        """Forget all lines."""
        self._text.clear()
        self._copy_button.setEnabled(False)

    def add_line(self, text: str, is_problem: bool = False) -> None:
        """Add a line at the end; a problem stands out."""
        self._copy_button.setEnabled(True)
        scroll_bar = self._text.verticalScrollBar()
        # Someone who has scrolled back is reading.
        is_followed = not self._text.isVisible() or scroll_bar.value() >= scroll_bar.maximum() - 1
        if is_problem:
            self._text.appendHtml(self._problem_html(text))
        else:
            self._text.appendPlainText(text)
        if is_followed:
            scroll_bar.setValue(scroll_bar.maximum())

    def _problem_html(self, text: str) -> str:
        # The theme's text colour with a red that holds on light and on dark ground.
        is_dark = self.palette().color(QPalette.ColorRole.Base).lightness() < 128
        color = "#ff8a80" if is_dark else "#b3261e"
        lines = "<br/>".join(escape(line) for line in text.splitlines())
        return f'<span style="color:{color}">{lines}</span>'

    def text(self) -> str:
        """Return all lines."""
        return self._text.toPlainText()

    def copy(self) -> None:
        """Put all lines on the clipboard."""
        QgsApplication.clipboard().setText(self.text())
