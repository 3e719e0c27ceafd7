from __future__ import annotations

import logging
import subprocess
import sys

import pytest
from qgis.core import Qgis, QgsApplication
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QDockWidget, QMenu

import crossearth_qgis
from crossearth_qgis import paths
from tests.plugin.support import is_running, wait_until


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


def test_loading_and_unloading_twice_leaves_nothing(window, qgis_processing, qtbot) -> None:
    handlers = list(logging.getLogger("crossearth_qgis").handlers)
    for _ in range(2):
        plugin = crossearth_qgis.classFactory(window)
        plugin.initGui()
        assert len(window.held) == 3
        assert not provider_is_registered()
        qtbot.waitUntil(provider_is_registered)
        assert [action.text() for action in window.menu.actions()] == ["CrossEarth"]
        plugin.unload()
        assert not provider_is_registered()
        assert window.held == window.menu.actions() == []
        assert logging.getLogger("crossearth_qgis").handlers == handlers


def test_unloading_stops_what_is_in_progress(window, qgis_processing, monkeypatch) -> None:
    stopped: list[str] = []
    plugin = crossearth_qgis.classFactory(window)
    plugin.initGui()
    plugin.initProcessing()
    monkeypatch.setattr(plugin._dock, "stop", lambda: stopped.append("dock"))
    close = plugin._engine.close
    monkeypatch.setattr(plugin._engine, "close", lambda: (stopped.append("engine"), close()))
    plugin.unload()
    assert stopped == ["dock", "engine"]


def test_unloading_ends_the_process_of_the_engine(qgis_processing, fake_engine) -> None:
    plugin = crossearth_qgis.classFactory(None)
    plugin._engine = fake_engine("succeed")
    plugin.initProcessing()
    plugin._engine.run("segment", {})
    pid = plugin._engine.pid
    plugin.unload()
    assert wait_until(lambda: not is_running(pid))


def test_what_was_unloaded_right_away_registers_nothing(window, qgis_processing, qtbot) -> None:
    plugin = crossearth_qgis.classFactory(window)
    plugin.initGui()
    plugin.unload()
    qtbot.wait(200)
    assert not provider_is_registered()


def test_the_options_know_the_engine_before_the_algorithms_are_there(
    window, qgis_processing, qtbot
) -> None:
    plugin = crossearth_qgis.classFactory(window)
    plugin.initGui()
    page = plugin._options_factory.createWidget(None)
    qtbot.addWidget(page)
    assert provider_is_registered()
    assert page._engine is plugin._engine
    plugin.unload()


def test_the_start_of_qgis_waits_for_little_of_ours(tmp_path) -> None:
    program = (
        "import sys; import crossearth_qgis.plugin, crossearth_qgis.gui.dock,"
        " crossearth_qgis.gui.options_factory;"
        "print(sorted(name for name in sys.modules if name.startswith('crossearth_qgis.')"
        " or name in ('qgis.PyQt.uic', 'osgeo.gdal', 'subprocess', 'ssl', 'json')))"
    )
    output = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=paths.ROOT, check=True
    )
    names = ["gui", "gui.dock", "gui.options_factory", "log", "paths", "plugin", "translation"]
    assert output.stdout.strip() == str([f"crossearth_qgis.{name}" for name in names])


@pytest.fixture
def message_bar(window, qtbot) -> QgsMessageBar:
    bar = QgsMessageBar()
    qtbot.addWidget(bar)
    window.messageBar = lambda: bar
    return bar


def test_news_replace_each_other_and_are_not_taken_for_markup(
    window, qgis_processing, message_bar
) -> None:
    plugin = crossearth_qgis.classFactory(window)
    plugin.initGui()
    plugin._dock.news.emit("The layer <b>A</b> cannot be read.", True)
    plugin._dock.news.emit("B & C is ready.", False)
    (item,) = message_bar.items()
    assert item.level() == Qgis.MessageLevel.Success
    assert item.text() == "<span>B &amp; C is ready.</span>"
    plugin._dock.news.emit("The layer <b>A</b> cannot be read.", True)
    (item,) = message_bar.items()
    assert item.level() == Qgis.MessageLevel.Warning
    assert "&lt;b&gt;" in item.text()
    plugin._dock.news.emit("", False)
    assert message_bar.items() == []
    plugin.unload()


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
