"""What happens in QGIS for ``other_computers.py``: options are set, and runs go to a cluster."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtWidgets import QToolBar, QWidget
from qgis.utils import iface
from story_in_qgis import SHOTS, Story, dock, draw_squares, is_drawn, shoot, tell, ticks

from crossearth_qgis.gui.options_page import OptionsPage

DESK = Path(os.environ["CROSSEARTH_DESK"])
MODEL = "town"
SAID: list[str] = []


def other_computers() -> Story:
    """A map that is canceled, one that is made, and a model, all by others."""
    yield ticks(10)
    layer = open_window()
    yield ticks(15)
    yield is_drawn
    set_options()
    yield ticks(5)
    panel = dock().panel
    for page in (panel, dock().training_panel):
        page.hide()  # and seen again, as after a dialog of QGIS
        page.show()
    panel.model_picker.set_value(MODEL)
    panel.expert_group.setCollapsed(False)
    panel.expert_group.follow_settings()
    choose_cluster(panel.expert_group.cluster_combo)
    panel.output_choice.file_widget.setFilePath(str(DESK / "maps" / "map.tif"))
    yield ticks(5)
    panel.scroll_area.ensureWidgetVisible(panel.expert_group.cluster_combo)
    yield ticks(5)
    shoot("map-chosen")
    yield from canceled(panel)
    yield from mapped(panel)
    yield from adapted(layer)
    (SHOTS.parent / "said.txt").write_text("\n".join(SAID), encoding="utf-8")


def open_window() -> QgsRasterLayer:
    """Show the raster and the panel."""
    window = iface.mainWindow()
    window.setGeometry(0, 0, 1360, 860)
    for bar in window.findChildren(QToolBar):
        bar.hide()
    layer = QgsRasterLayer(str(DESK / "scene.tif"), "Scene")
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    iface.zoomToActiveLayer()
    dock().show()
    return layer


def set_options() -> None:
    """Say in QGIS's options where the cluster is, and what it calls the folder."""
    page = OptionsPage(dock().panel._provider.engine)
    page.cluster_widget.setFilePath(os.environ["CROSSEARTH_CLUSTER"])
    page.tls_widget.setFilePath(os.environ["CROSSEARTH_TLS"])
    page.places_edit.setPlainText(os.environ["CROSSEARTH_PLACES"])
    page.resize(900, 900)
    page.show()
    shoot("options", page)
    page.apply()
    page.hide()


def choose_cluster(combo: QWidget) -> None:
    """Compute there."""
    require(not combo.isHidden(), "the cluster is not offered")
    combo.setCurrentIndex(combo.findData(os.environ["CROSSEARTH_CLUSTER"]))


def canceled(panel: QWidget) -> Story:
    """Cancel a run that others are at: nothing is left."""
    panel.run_button.click()
    yield lambda: panel.run_progress.bar.value() >= 10 or not panel._runner.is_running
    require(panel._runner.is_running, f"it ended: {panel.footer_hint.text()}")
    shoot("map-during")
    panel.run_button.click()
    yield lambda: not panel._runner.is_running
    yield ticks(10)
    shoot("map-canceled")
    left = [path.name for path in (DESK / "maps").iterdir()]
    require(not left, f"a canceled run has left {left}")
    SAID.append("canceled: nothing is left")


def mapped(panel: QWidget) -> Story:
    """Have a map made."""
    panel.run_button.click()
    yield lambda: not panel._runner.is_running
    yield ticks(10)
    yield is_drawn
    shoot("map-made")
    require((DESK / "maps" / "map.tif").exists(), panel.footer_hint.text())
    SAID.extend(panel.log_pane.text().splitlines())


def adapted(layer: QgsRasterLayer) -> Story:
    """Have a model adapted by what others see."""
    training = dock().training_panel
    dock().widget().setCurrentIndex(1)
    yield ticks(10)
    training.create_samples(DESK / "samples.gpkg")
    for text in ("bright", "dark"):
        training.add_class(text)
    samples = training.samples_combo.currentLayer()
    draw_squares(samples, layer, 24, threshold=110)
    samples.commitChanges()
    training.model_picker.set_value(MODEL)
    training.name_edit.setText("mine")
    training.map_box.setChecked(False)
    training.options_group.setCollapsed(False)
    choose_cluster(training.cluster_combo)
    yield lambda: training.quick_button.isEnabled()
    training.scroll_area.ensureWidgetVisible(training.options_group)
    yield ticks(8)
    shoot("adapt-chosen")
    require(not training.train_button.isEnabled(), "a cluster does not train")
    training.quick_button.click()
    yield lambda: training.run_progress.bar.value() >= 10 or not training._runner.is_running
    shoot("adapt-during")
    yield lambda: not training._runner.is_running
    yield ticks(10)
    shoot("adapt-made")
    require(training.result_group.isVisible(), training.footer_hint.text())
    SAID.extend(training.log_pane.text().splitlines())


def require(is_so: bool, otherwise: str) -> None:
    """End the story if something is not as it has to be."""
    if not is_so:
        raise RuntimeError(otherwise)


tell(other_computers())
