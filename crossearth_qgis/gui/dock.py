"""The dock that QGIS's window holds. Each of its pages is made when it is first shown.

Most sessions never open it, and every one pays for what is made at the start of QGIS. A page is
made in steps, each in an event of its own, so that QGIS is not held up; it is put in its place, and
seen, when it is complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Union

from qgis.core import QgsApplication, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QTabWidget, QToolButton, QVBoxLayout, QWidget

from ..translation import translate

if TYPE_CHECKING:
    from ..processing.provider import CrossEarthProvider
    from .accuracy.accuracy_panel import AccuracyPanel
    from .segment.segment_panel import SegmentPanel
    from .training.training_panel import TrainingPanel

    Page = Union[SegmentPanel, TrainingPanel, AccuracyPanel]

_MAP, _ADAPT, _ACCURACY = range(3)


class CrossEarthDock(QgsDockWidget):
    """Three pages, to map, to adapt and to judge; empty until it is shown.

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
        self._panel: SegmentPanel  # since it was made, as are the next
        self._training_panel: TrainingPanel
        self._accuracy_panel: AccuracyPanel
        self._pages: dict[int, Page] = {}
        # What is left to do until a page is complete, by the index of its tab.
        self._steps = (self._map_steps(), self._adapt_steps(), self._accuracy_steps())
        # QGIS remembers the place of a dock by this name.
        self.setObjectName("CrossEarthDock")
        self.setWindowTitle("CrossEarth")
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        for title in (
            translate("CrossEarth", "Map"),
            translate("CrossEarth", "Adapt"),
            translate("CrossEarth", "Accuracy"),
        ):
            frame = QWidget(self._tabs)
            QVBoxLayout(frame).setContentsMargins(0, 0, 0, 0)
            self._tabs.addTab(frame, title)
        self._tabs.setCornerWidget(self._help_button())
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._take_step)
        self._tabs.currentChanged.connect(self._open)
        self.closed.connect(self._end_walks)
        self.setWidget(self._tabs)

    @property
    def panel(self) -> SegmentPanel:
        """The page to map with, made at first use."""
        self._complete(_MAP)
        return self._panel

    @property
    def training_panel(self) -> TrainingPanel:
        """The page to adapt a model with, made at first use."""
        self._complete(_ADAPT)
        return self._training_panel

    @property
    def accuracy_panel(self) -> AccuracyPanel:
        """The page to judge a map with, made at first use."""
        self._complete(_ACCURACY)
        return self._accuracy_panel

    def stop(self) -> None:
        """Cancel what is in progress; called before the dock goes."""
        self._timer.stop()
        for page in self._pages.values():
            page.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._open()

    def _help_button(self) -> QToolButton:
        button = QToolButton(self._tabs)
        button.setAutoRaise(True)
        button.setIcon(QgsApplication.getThemeIcon("/mActionHelpContents.svg"))
        button.setToolTip(translate("CrossEarth", "Help on this page"))
        button.setAccessibleName(translate("CrossEarth", "Help"))
        button.clicked.connect(self._open_help)
        return button

    def _open_help(self) -> None:
        from .widgets.help_window import HelpWindow

        self._complete(self._tabs.currentIndex())
        window = self.findChild(HelpWindow) or HelpWindow(self)
        window.show_page(self._pages[self._tabs.currentIndex()].help_page)
        window.show()
        window.raise_()

    def _open(self, *_index: int) -> None:
        """Complete the page that is to be seen, in steps."""
        self._timer.start()

    def _end_walks(self) -> None:
        """Give the canvas back: nothing says any more whose the keys are, or why maps are hidden.

        Another dock may lie over this one meanwhile; that is no reason.
        """
        if hasattr(self, "_training_panel"):
            self._training_panel.end_walks()
        if hasattr(self, "_accuracy_panel"):
            self._accuracy_panel.label_box.stop()

    def _take_step(self) -> None:
        if not self.isVisible():
            return  # what is left is done when it is opened again
        for _ in self._steps[self._tabs.currentIndex()]:
            self._timer.start()
            return

    def _complete(self, index: int) -> None:
        for _ in self._steps[index]:
            pass

    def _map_steps(self) -> Iterator[None]:
        module = import_module(".segment.segment_panel", __package__)
        yield
        self._panel = module.SegmentPanel(self._provider(), self._canvas, self._tabs.widget(_MAP))
        yield from self._place_steps(_MAP, self._panel)

    def _adapt_steps(self) -> Iterator[None]:
        yield from self._steps[_MAP]
        module = import_module(".training.training_panel", __package__)
        yield
        page = module.TrainingPanel(self._provider(), self._canvas, self._tabs.widget(_ADAPT))
        self._training_panel = page
        page.draw_requested.connect(self.draw_requested)
        # The run begins in an event of its own, when what was adapted has been shown.
        page.adapted.connect(self._panel.map_with, Qt.ConnectionType.QueuedConnection)
        self._panel.spare_samples(page.samples_over)
        self._panel.tell_progress_to(page.map_progress)
        self._panel.mapping_begun.connect(page.show_mapping)
        yield from self._place_steps(_ADAPT, page)

    def _accuracy_steps(self) -> Iterator[None]:
        module = import_module(".accuracy.accuracy_panel", __package__)
        yield
        frame = self._tabs.widget(_ACCURACY)
        self._accuracy_panel = module.AccuracyPanel(self._provider(), self._canvas, frame)
        yield from self._place_steps(_ACCURACY, self._accuracy_panel)

    def _place_steps(self, index: int, page: Page) -> Iterator[None]:
        """Have a page that was just made show the project, then show the page itself."""
        self._pages[index] = page
        page.hide()  # else its frame would show it, in no place, when that is shown meanwhile
        yield
        page.follow_project()
        page.news.connect(self.news)
        yield
        self._tabs.widget(index).layout().addWidget(page)
        page.show()
