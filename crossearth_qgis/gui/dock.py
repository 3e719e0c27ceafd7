"""The dock that QGIS's window holds. Its content is made when it is first shown.

Most sessions never open it, and every one pays for what is made at the start of QGIS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsProcessingProvider
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QWidget

if TYPE_CHECKING:
    from .segment_panel import SegmentPanel


class SegmentDock(QgsDockWidget):
    """Empty until it is shown.

    Args:
        provider: holds the algorithm.
        map_canvas: tells the active layer and the visible extent.
        parent: QGIS's window.
    """

    news = pyqtSignal(str, bool)
    """A sentence for QGIS's message bar, and whether it tells of a problem."""

    def __init__(
        self,
        provider: QgsProcessingProvider,
        map_canvas: QgsMapCanvas,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider = provider
        self._canvas = map_canvas
        self._panel: SegmentPanel | None = None
        # QGIS remembers the place of a dock by this name.
        self.setObjectName("CrossEarthDock")
        self.setWindowTitle("CrossEarth")

    @property
    def panel(self) -> SegmentPanel:
        """The content, made at first use."""
        if self._panel is None:
            from .segment_panel import SegmentPanel

            self._panel = SegmentPanel(self._provider, self._canvas, self)
            self._panel.news.connect(self.news)
            self.setWidget(self._panel)
        return self._panel

    def stop(self) -> None:
        """Cancel what is in progress; called before the dock goes."""
        if self._panel is not None:
            self._panel.stop()

    def showEvent(self, event: QShowEvent) -> None:
        self.panel.show()
        super().showEvent(event)
