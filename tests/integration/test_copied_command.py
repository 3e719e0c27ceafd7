"""The command that the panel copies, pasted into a shell, does what the panel does."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QApplication

from crossearth_qgis.gui.segment.segment_panel import SegmentPanel
from tests.integration.test_qgis_process import profile, variables

__all__ = ["profile"]  # a fixture, used by its name

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or shutil.which("sh") is None, reason="There is no POSIX shell"
)


@pytest.fixture
def panel(provider, scene_factory, qgis_new_project, qtbot) -> SegmentPanel:
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    scene = QgsRasterLayer(str(scene_factory("my scene's.tif")), "Scene")
    QgsProject.instance().addMapLayer(scene)
    canvas.setDestinationCrs(scene.crs())
    canvas.setLayers([scene])
    panel = SegmentPanel(provider, canvas)
    panel.follow_project()
    panel.canvas = canvas
    qtbot.addWidget(panel)
    return panel


def paste(panel: SegmentPanel, profile: Path) -> dict:
    """Copy the command, run it in a bare shell, and return the rows of its areas by class."""
    panel.advanced_button.menu().actions()[0].trigger()
    command = QApplication.clipboard().text()
    assert command.count(" run crossearth:segment ") == 1
    environment = variables(profile)
    # As under cron or in a container: there is no display, and nothing says how to do without.
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "QT_QPA_PLATFORM"):
        environment.pop(name, None)
    done = subprocess.run(
        ["sh", "-c", command.replace(" run ", " --json run ", 1)],
        env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(json.loads(done.stdout)["results"]["AREAS"])


def test_the_visible_canvas_is_mapped(panel, profile, tmp_path) -> None:
    panel.canvas.setExtent(QgsRectangle(500_010, 1_999_900, 500_060, 1_999_950))
    panel.area_picker.combo.setCurrentIndex(1)
    panel.output_choice.file_widget.setFilePath(str(tmp_path / "a map.tif"))
    panel.output_choice.boxes["CONFIDENCE"].setChecked(True)
    visible = panel.canvas.mapSettings().visibleExtent()
    pixels = sum(row["pixels"] for row in paste(panel, profile))
    assert pixels == pytest.approx(visible.area() / 0.5**2, rel=0.03)
    assert (tmp_path / "a map_confidence.tif").is_file()


def test_selected_polygons_are_mapped_into_a_temporary_file(panel, profile, tmp_path) -> None:
    memory = QgsVectorLayer("Polygon?crs=EPSG:32643", "Fields", "memory")
    for west in (500_000, 500_100):
        feature = QgsFeature(memory.fields())
        feature.setGeometry(
            QgsGeometry.fromRect(QgsRectangle(west, 1_999_900, west + 50, 1_999_950))
        )
        memory.dataProvider().addFeatures([feature])
    options = QgsVectorFileWriter.SaveVectorOptions()
    path = str(tmp_path / "fields of mine.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, path, QgsProject.instance().transformContext(), options
    )
    fields = QgsVectorLayer(path, "Fields", "ogr")
    QgsProject.instance().addMapLayer(fields)
    fields.selectByIds([next(fields.getFeatures()).id()])
    panel.area_picker.combo.setCurrentIndex(2)
    panel.area_picker.selected_only_box.setChecked(True)
    assert sum(row["pixels"] for row in paste(panel, profile)) == 100 * 100
