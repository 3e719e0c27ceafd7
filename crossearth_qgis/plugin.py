"""CrossEarthPlugin: what QGIS loads and unloads.

QGIS waits for a plugin when it starts, so little is imported and made here: in a window the
algorithms come when QGIS is up, what the dock holds when it is first shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from qgis.core import Qgis, QgsApplication, QgsVectorLayer
from qgis.PyQt.QtCore import Qt, QTimer

from . import log, paths, translation

if TYPE_CHECKING:
    from .processing.provider import CrossEarthProvider

_IMPORTS = (
    "models.catalog",
    "setup.engine_environment",
    "bridge.engine",
    "setup.installation",
    "layers.result_layers",
    "processing.segment",
    "processing.provider",
)
"""What the algorithms need, in steps during which QGIS answers: each is about as long as others."""


class CrossEarthPlugin:
    """Registers the Processing provider and, where there is a window, the panel.

    Args:
        iface: QGIS's window; None in ``qgis_process``.
    """

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._log_handler = log.install_handler()
        self._translator = translation.install_translator()
        self._engine: Any = None
        self._provider: CrossEarthProvider | None = None
        self._steps: Iterator[None] = iter(())
        self._timer: QTimer | None = None
        self._dock: Any = None
        self._action: Any = None
        self._options_factory: Any = None
        self._news: Any = None

    def initProcessing(self) -> None:
        """Register the provider; all that ``qgis_process`` needs."""
        self.provider()

    def provider(self) -> CrossEarthProvider:
        """Return the provider, registered when it is first asked for."""
        if self._provider is None:
            from .bridge.engine import Engine
            from .processing.provider import CrossEarthProvider

            self._engine = self._engine or Engine()
            self._provider = CrossEarthProvider(self._engine)
            QgsApplication.processingRegistry().addProvider(self._provider)
        return self._provider

    def initGui(self) -> None:
        """Add the panel, its action, and the page in QGIS's options; the algorithms come later."""
        from .gui.dock import CrossEarthDock
        from .gui.options_factory import OptionsFactory

        window = self._iface.mainWindow()
        self._dock = CrossEarthDock(self.provider, self._iface.mapCanvas(), window)
        self._dock.news.connect(self._show_news)
        self._dock.draw_requested.connect(self._draw)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        # As the user left it in the last session; closed in the first.
        if not window.restoreDockWidget(self._dock):
            self._dock.hide()
        self._action = self._dock.toggleViewAction()
        self._action.setText("CrossEarth")
        self._action.setIcon(paths.icon("crossearth"))
        self._iface.rasterMenu().addAction(self._action)
        self._iface.addToolBarIcon(self._action)
        self._options_factory = OptionsFactory(self.provider)
        self._iface.registerOptionsWidgetFactory(self._options_factory)
        self._steps = self._registration()
        self._timer = QTimer(window)
        self._timer.timeout.connect(self._take_step)
        self._timer.start(0)

    def _registration(self) -> Iterator[None]:
        """Register the provider, with a pause for QGIS after each step."""
        for name in _IMPORTS:
            import_module(f".{name}", __package__)
            yield
        self.provider()

    def _take_step(self) -> None:
        for _ in self._steps:
            return
        self._stop_timer()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer.deleteLater()
            self._timer = None

    def unload(self) -> None:
        """Undo everything, last first."""
        self._stop_timer()
        if self._options_factory is not None:
            self._iface.unregisterOptionsWidgetFactory(self._options_factory)
            self._options_factory = None
        if self._action is not None:
            self._iface.removeToolBarIcon(self._action)
            self._iface.rasterMenu().removeAction(self._action)
            self._action = None
        if self._dock is not None:
            self._dock.stop()
            self._iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
            self._dock = None
        if self._engine is not None:
            self._engine.close()
        if self._provider is not None:
            QgsApplication.processingRegistry().removeProvider(self._provider)
            self._provider = None
        translation.remove_translator(self._translator)
        log.remove_handler(self._log_handler)

    def _draw(self, layer: QgsVectorLayer) -> None:
        self._iface.setActiveLayer(layer)
        self._iface.actionAddFeature().trigger()

    def _show_news(self, sentence: str, is_problem: bool) -> None:
        from .gui.widgets.plain_text import as_markup

        bar = self._iface.messageBar()
        if self._news in bar.items():
            bar.popWidget(self._news)
        self._news = None
        if sentence:
            level = Qgis.MessageLevel.Warning if is_problem else Qgis.MessageLevel.Success
            self._news = bar.createMessage("CrossEarth", as_markup(sentence))
            bar.pushWidget(self._news, level)
