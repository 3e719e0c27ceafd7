"""One line of advice with an icon, which takes no room while there is nothing to say."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QWidget

from .plain_text import PlainLabel

WARNING = "/mIconWarning.svg"
INFO = "/propertyicons/metadata.svg"
SUCCESS = "/mIconSuccess.svg"


class Hint(QWidget):
    """Icon and wrapped text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = PlainLabel(parent=self)
        self._text = PlainLabel(parent=self)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        # A wrapped label asks for its preferred width as minimum otherwise.
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        self.hide()

    def text(self) -> str:
        """Return what is shown; empty while hidden."""
        return self._text.text()

    def set_text(self, text: str, icon: str = WARNING) -> None:
        """Show a sentence, or nothing.

        Args:
            text: plain text; empty hides the hint.
            icon: one of `WARNING`, `INFO`, `SUCCESS`.
        """
        edge = self.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        self._icon.setPixmap(QgsApplication.getThemeIcon(icon).pixmap(QSize(edge, edge)))
        self._text.setText(text)
        self.setVisible(bool(text))
