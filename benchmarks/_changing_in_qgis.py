"""What ``_panel_in_qgis.py`` does with the part *change*: maps of two years are compared.

With the mouse, as a person would; then parcels get their class on the later map.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton
from qgis.utils import iface
from story_in_qgis import dock, is_drawn, shoot, ticks

PARCEL_PX = 48


def compare_years(watchdog: Any, rasters: list[Path]) -> Iterator[Callable[[], bool]]:
    """Map two rasters of one place, and see what has changed.

    Args:
        watchdog: measures.
        rasters: of the earlier year, and of the later one.
    """
    panel = dock().panel
    for raster in rasters:
        layer = QgsRasterLayer(str(raster), raster.stem)
        QgsProject.instance().addMapLayer(layer)
        iface.setActiveLayer(layer)
        iface.zoomToActiveLayer()
        yield ticks(20)
        yield lambda: panel.run_button.isEnabled()
        QTest.mouseClick(panel.run_button, Qt.MouseButton.LeftButton)
        yield lambda: not panel._runner.is_running
        yield ticks(10)
    later = iface.layerTreeView().currentLayer()
    uses = panel.map_uses
    panel.scroll_area.ensureWidgetVisible(uses)
    yield from _in_dialog(
        watchdog, uses.change_button, "what has changed: the dialog is opened", "change-1"
    )
    panel.scroll_area.ensureWidgetVisible(uses.report_button)
    iface.zoomToActiveLayer()
    yield ticks(10)
    yield is_drawn
    with watchdog.pausing():
        shoot("change-3-told")
    changes = [
        item
        for item in QgsProject.instance().mapLayers().values()
        if item.name().startswith("Change – ")
    ]
    if len(changes) != 1 or changes[0].renderer().type() != "paletted":
        raise RuntimeError(f"No map of changes: {[item.name() for item in changes]}")
    labels = [item.label for item in changes[0].renderer().classes()]
    if not any("→" in label for label in labels) or not Path(uses._report).exists():
        raise RuntimeError(f"{uses.hint.text()} {labels} {uses._report}")
    parcels = _parcels(later if isinstance(later, QgsRasterLayer) else layer)
    iface.setActiveLayer(parcels)
    yield ticks(5)
    yield from _in_dialog(
        watchdog, uses.objects_button, "objects get a class: the dialog is opened", "objects-1"
    )
    yield ticks(10)
    yield is_drawn
    with watchdog.pausing():
        shoot("objects-3-classified")
    watchdog.begin("")


def _in_dialog(
    watchdog: Any, button: QPushButton, phase: str, shot: str
) -> Iterator[Callable[[], bool]]:
    """Open a dialog of QGIS's by a button of the panel, run what it is filled with, close it."""
    watchdog.begin(phase)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    yield ticks(5)
    (dialog,) = (
        item
        for item in QApplication.topLevelWidgets()
        if item.isVisible() and isinstance(item, QgsProcessingAlgorithmDialogBase)
    )
    watchdog.begin(phase.replace("the dialog is opened", "it is computed"))
    with watchdog.pausing():
        shoot(shot, dialog)
    QTest.mouseClick(dialog.runButton(), Qt.MouseButton.LeftButton)
    yield lambda: dialog.wasExecuted()
    yield ticks(5)
    with watchdog.pausing():
        shoot(shot.replace("-1", "-2"), dialog)
    watchdog.begin(phase.replace("the dialog is opened", "it is told"))
    dialog.close()
    yield ticks(5)


def _parcels(raster: QgsRasterLayer) -> QgsVectorLayer:
    """Add squares over a raster to the project."""
    layer = QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}", "parcels", "memory")
    extent, size = raster.extent(), PARCEL_PX * raster.rasterUnitsPerPixelX()
    features = []
    for row in range(int(extent.height() / size)):
        for col in range(int(extent.width() / size)):
            left, top = extent.xMinimum() + col * size, extent.yMaximum() - row * size
            square = QgsRectangle(left, top - size, left + size, top)
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromRect(square))
            features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer
