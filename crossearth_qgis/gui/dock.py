"""The dock that QGIS's window holds. Each of its pages is made when it is first shown.

Most sessions never open it, and every one pays for what is made at the start of QGIS.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QTabWidget, QToolButton, QVBoxLayout, QWidget

from .. import paths
from ..translation import translate

if TYPE_CHECKING:
    from ..processing.provider import CrossEarthProvider
    from .segment.segment_panel import SegmentPanel
    from .training.training_panel import TrainingPanel

_MAP, _ADAPT = 0, 1
_MODULES = ("segment.segment_panel", "training.training_panel")


class CrossEarthDock(QgsDockWidget):
    """Two pages, to map and to adapt; empty until it is shown.

    Args:
        provider: returns the provider, which holds the algorithms.
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
        provider: Callable[[], CrossEarthProvider],
        map_canvas: QgsMapCanvas,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider = provider
        self._canvas = map_canvas
        self._panel: SegmentPanel | None = None
        self._training_panel: TrainingPanel | None = None
        # QGIS remembers the place of a dock by this name.
        self.setObjectName("CrossEarthDock")
        self.setWindowTitle("CrossEarth")
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        for title in (translate("CrossEarth", "Map"), translate("CrossEarth", "Adapt")):
            frame = QWidget(self._tabs)
            QVBoxLayout(frame).setContentsMargins(0, 0, 0, 0)
            self._tabs.addTab(frame, title)
        self._tabs.setCornerWidget(self._help_button())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_step)
        self._tabs.currentChanged.connect(self._open)
        self.setWidget(self._tabs)

    @property
    def panel(self) -> SegmentPanel:
        """The page to map with, made at first use."""
        if self._panel is None:
            from .segment.segment_panel import SegmentPanel

            frame = self._tabs.widget(_MAP)
            self._panel = SegmentPanel(self._provider(), self._canvas, frame)
            self._panel.news.connect(self.news)
            frame.layout().addWidget(self._panel)
        return self._panel

    @property
    def training_panel(self) -> TrainingPanel:
        """The page to adapt a model with, made at first use."""
        if self._training_panel is None:
            from .training.training_panel import TrainingPanel

            frame = self._tabs.widget(_ADAPT)
            page = TrainingPanel(self._provider(), self._canvas, frame)
            page.news.connect(self.news)
            page.draw_requested.connect(self.draw_requested)
            # The run begins in an event of its own, when what was adapted has been shown.
            page.adapted.connect(self.panel.map_with, Qt.ConnectionType.QueuedConnection)
            self.panel.tell_progress_to(page.map_progress)
            self.panel.mapping_begun.connect(page.show_mapping)
            self._training_panel = page
            frame.layout().addWidget(page)
        return self._training_panel

    def stop(self) -> None:
        """Cancel what is in progress; called before the dock goes."""
        self._timer.stop()
        for panel in (self._panel, self._training_panel):
            if panel is not None:
                panel.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()

    def _help_button(self) -> QToolButton:
        button = QToolButton(self._tabs)
        button.setAutoRaise(True)
        button.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
        button.setToolTip(translate("CrossEarth", "Help on this page, in the web browser"))
        button.setAccessibleName(translate("CrossEarth", "Help"))
        button.clicked.connect(self._open_help)
        return button

    def _open_help(self) -> None:
        from .widgets.opening import open_outside

        page = self._make_current()
        problem = open_outside(QUrl(paths.help_url(page.help_page)))
        if problem:
            self.news.emit(problem, True)

    def _open(self, *_index: int) -> None:
        """Make the page that is to be seen, in steps: QGIS draws what there is meanwhile."""
        self._timer.start()

    def _take_step(self) -> None:
        module = f"{__package__}.{_MODULES[self._tabs.currentIndex()]}"
        if module not in sys.modules:
            import_module(module)
            self._timer.start()
        elif self.isVisible():
            self._make_current()

    def _make_current(self) -> SegmentPanel | TrainingPanel:
        return self.panel if self._tabs.currentIndex() == _MAP else self.training_panel
