"""A framed, theme-following label: some text, then facts in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


class Card(QLabel):
    """Looks like a read-only field and wraps at any width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        self._facts: Sequence[tuple[str, str]] = ()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setForegroundRole(QPalette.ColorRole.Text)
        self.setAutoFillBackground(True)
        self.setMargin(6)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def set_content(self, html: str, facts: Sequence[tuple[str, str]]) -> None:
        """Show text and facts.

        Args:
            html: rich text that comes first; may be empty.
            facts: plain label and plain text of each, of any number of lines; one without text is
                left out.
        """
        self._html, self._facts = html, facts
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._render()

    def _render(self) -> None:
        rows = "".join(
            f'<tr><td style="color:{self._muted_color()}; padding-right:8px">{escape(label)}</td>'
            f"<td>{escape(text).replace(chr(10), '<br>')}</td></tr>"
            for label, text in self._facts
            if text
        )
        self.setText(f'{self._html}<table cellspacing="0" cellpadding="1">{rows}</table>')

    def _muted_color(self) -> str:
        # Between text and ground: readable in every theme.
        text = self.palette().color(QPalette.ColorRole.Text).getRgb()[:3]
        ground = self.palette().color(QPalette.ColorRole.Base).getRgb()[:3]
        mixed = [round(0.7 * a + 0.3 * b) for a, b in zip(text, ground)]
        return "#{:02x}{:02x}{:02x}".format(*mixed)
