"""The dock that QGIS's window holds. Its content is made when it is first shown.

Most sessions never open it, and every one pays for what is made at the start of QGIS.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsProcessingProvider, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QTabWidget, QToolButton, QWidget

from .. import paths
from ..translation import translate
from .widgets.opening import open_outside

if TYPE_CHECKING:
    from .segment.segment_panel import SegmentPanel
    from .training.training_panel import TrainingPanel


class CrossEarthDock(QgsDockWidget):
    """Two pages, to map and to adapt; empty until it is shown.

    Args:
        provider: holds the algorithm.
        map_canvas: tells the active layer and the visible extent.
        parent: QGIS's window.
    """

    news = pyqtSignal(str, bool)
    """A sentence for QGIS's message bar, and whether it tells of a problem.

    An empty one takes the last one away.
    """

    draw_requested = pyqtSignal(QgsVectorLayer)
    """The user wants to draw polygons in this layer, which is in editing."""

    def __init__(
        self,
        provider: QgsProcessingProvider,
        map_canvas: QgsMapCanvas,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider = provider
        self._canvas = map_canvas
        self._panels: tuple[SegmentPanel, TrainingPanel] | None = None
        # QGIS remembers the place of a dock by this name.
        self.setObjectName("CrossEarthDock")
        self.setWindowTitle("CrossEarth")

    @property
    def panel(self) -> SegmentPanel:
        """The page to map with, made at first use."""
        return self._content()[0]

    @property
    def training_panel(self) -> TrainingPanel:
        """The page to adapt a model with, made at first use."""
        return self._content()[1]

    def stop(self) -> None:
        """Cancel what is in progress; called before the dock goes."""
        for panel in self._panels or ():
            panel.stop()

    def showEvent(self, event: QShowEvent) -> None:
        self.panel.show()
        super().showEvent(event)

    def _help_button(self, tabs: QTabWidget) -> QToolButton:
        button = QToolButton(tabs)
        button.setAutoRaise(True)
        button.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
        button.setToolTip(translate("CrossEarth", "Help on this page, in the web browser"))
        button.setAccessibleName(translate("CrossEarth", "Help"))
        button.clicked.connect(self._open_help)
        return button

    def _open_help(self) -> None:
        page = self.widget().currentWidget()
        problem = open_outside(QUrl(paths.help_url(page.help_page)))
        if problem:
            self.news.emit(problem, True)

    def _content(self) -> tuple[SegmentPanel, TrainingPanel]:
        if self._panels is None:
            from .segment.segment_panel import SegmentPanel
            from .training.training_panel import TrainingPanel

            tabs = QTabWidget(self)
            tabs.setDocumentMode(True)
            segment_panel = SegmentPanel(self._provider, self._canvas, tabs)
            training_panel = TrainingPanel(self._provider, self._canvas, tabs)
            tabs.addTab(segment_panel, translate("CrossEarth", "Map"))
            tabs.addTab(training_panel, translate("CrossEarth", "Adapt"))
            segment_panel.news.connect(self.news)
            training_panel.news.connect(self.news)
            training_panel.draw_requested.connect(self.draw_requested)
            segment_panel.tell_progress_to(training_panel.map_progress)
            training_panel.adapted.connect(segment_panel.map_with)
            segment_panel.mapping_begun.connect(training_panel.show_mapping)
            tabs.setCornerWidget(self._help_button(tabs))
            self._panels = segment_panel, training_panel
            self.setWidget(tabs)
        return self._panels
