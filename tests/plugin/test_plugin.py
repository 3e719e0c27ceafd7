from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QDockWidget, QMenu

import crossearth_qgis
from crossearth_qgis import paths


def provider_is_registered() -> bool:
    return QgsApplication.processingRegistry().providerById("crossearth") is not None


class Window:
    """The part of QGIS's window that the plugin uses, which remembers what it holds."""

    def __init__(self, iface) -> None:
        self._iface = iface
        self.held: list[object] = []
        self.menu = QMenu()

    def __getattr__(self, name: str):
        return getattr(self._iface, name)

    def addDockWidget(self, area, dock) -> None:
        assert isinstance(dock, QDockWidget)
        self.held.append(dock)

    def removeDockWidget(self, dock) -> None:
        self.held.remove(dock)

    def rasterMenu(self) -> QMenu:
        return self.menu

    def addToolBarIcon(self, action) -> None:
        self.held.append(action)

    def removeToolBarIcon(self, action) -> None:
        self.held.remove(action)

    def registerOptionsWidgetFactory(self, factory) -> None:
        self.held.append(factory)

    def unregisterOptionsWidgetFactory(self, factory) -> None:
        self.held.remove(factory)


@pytest.fixture
def window(qgis_iface) -> Window:
    return Window(qgis_iface)


def test_loading_and_unloading_twice_leaves_nothing(window, qgis_processing) -> None:
    handlers = list(logging.getLogger("crossearth_qgis").handlers)
    for _ in range(2):
        plugin = crossearth_qgis.classFactory(window)
        plugin.initGui()
        assert provider_is_registered()
        assert len(window.held) == 3
        assert [action.text() for action in window.menu.actions()] == ["CrossEarth"]
        plugin.unload()
        assert not provider_is_registered()
        assert window.held == window.menu.actions() == []
        assert logging.getLogger("crossearth_qgis").handlers == handlers


def test_without_a_window_the_provider_is_all(qgis_processing) -> None:
    plugin = crossearth_qgis.classFactory(None)
    plugin.initProcessing()
    assert provider_is_registered()
    plugin.unload()
    assert not provider_is_registered()


def test_processing_needs_no_widgets_of_ours(tmp_path) -> None:
    program = (
        "import sys; import crossearth_qgis.processing.provider, crossearth_qgis.plugin;"
        "print([name for name in sys.modules if name.startswith('crossearth_qgis.gui')"
        " or name.split('.')[0] in ('torch', 'onnxruntime', 'rasterio', 'crossearth_engine')])"
    )
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=paths.ROOT, check=True
    )
    assert output.stdout.strip() == "[]"
