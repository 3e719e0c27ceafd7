"""What happens inside QGIS for ``first_click.py``: the set-up page is worked, maps are made."""

from __future__ import annotations

import contextlib
import os
import socket
import sys
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QFileDialog, QToolBar, QWidget
from qgis.utils import iface
from story_in_qgis import SHOTS, Story, dock, is_drawn, shoot, tell, ticks

SIGKILL = 9
SAID: list[str] = []


def first_click() -> Story:
    """The engine from a folder, a map; an upgrade that is killed, a map."""
    yield ticks(10)
    open_window()
    yield ticks(15)
    yield is_drawn
    require(not has_network(), "there is a network")
    page = dock().panel.setup_page
    shoot("setup")
    choose_folder(page)
    yield lambda: not page.is_running
    yield ticks(5)
    require(dock().panel.run_button.isVisible(), page.problem_hint.text())
    yield from one_map("map")

    environments = sys.modules["crossearth_qgis.setup.engine_environment"]
    old = environments.find()
    page.setParent(None)  # it is not to be seen while there is an engine
    page.resize(340, 700)
    page.show()
    choose_folder(page)
    yield lambda: "Installing collected packages" in page.log_pane.text()
    yield ticks(10)
    require(kill_installers(environments.engines_folder()) > 0, "nothing was killed")
    yield lambda: not page.is_running
    yield ticks(5)
    shoot("failed", page)
    require(bool(page.problem_hint.text()), "the upgrade did not fail")
    SAID.append(f"the upgrade failed: {page.problem_hint.text()}")
    require(environments.find() == old, "the old engine is gone")
    page.hide()
    yield from one_map("map-after-the-failure")
    (SHOTS.parent / "said.txt").write_text("\n".join(SAID), encoding="utf-8")


def open_window() -> None:
    """Show a raster and the panel."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1360, 860)
    for bar in window.findChildren(QToolBar):
        bar.hide()
    layer = QgsRasterLayer(os.environ["CROSSEARTH_RASTER"], "Scene")
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    dock().show()


def choose_folder(page: QWidget) -> None:
    """Press the button for a folder and name the one with the packages."""
    QFileDialog.getExistingDirectory = staticmethod(lambda *_: os.environ["CROSSEARTH_WHEELS"])
    page.folder_button.click()


def one_map(name: str) -> Story:
    """Press Run, wait for the map, and take a picture of it."""
    panel = dock().panel
    before = len(QgsProject.instance().mapLayers())
    panel.run_button.click()
    yield lambda: not panel._runner.is_running
    yield ticks(10)
    yield is_drawn
    shoot(name)
    layers = QgsProject.instance().mapLayers().values()
    require(len(layers) == before + 1, "there is no map")
    SAID.append(f"{name}: {', '.join(layer.name() for layer in layers)}")


def kill_installers(folder: Path) -> int:
    """Kill what installs into a folder, and return how many processes that were."""
    count = 0
    for place in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (place / "cmdline").read_bytes().decode(errors="replace").split("\0")
            is_watcher = any(word.endswith("end_with_parent.py") for word in words)
            if "install" in words and words[0].startswith(str(folder)) and not is_watcher:
                os.kill(int(place.name), SIGKILL)
                count += 1
    return count


def has_network() -> bool:
    """Return whether any other computer could be reached: whether there is a way to one."""
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return True
    return False


def require(is_so: bool, otherwise: str) -> None:
    """End the story if something is not as it has to be."""
    if not is_so:
        raise RuntimeError(otherwise)


tell(first_click())
