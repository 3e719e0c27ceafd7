"""The panel with a fake engine, a canvas, and layers in the project."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from crossearth_qgis import paths, translation
from crossearth_qgis.gui.segment.segment_panel import SegmentPanel
from crossearth_qgis.processing.provider import CrossEarthProvider
from tools.compile_translations import compile_file

# What is there before any test is no garbage: to look for what is takes milliseconds then.
gc.freeze()


@pytest.fixture(autouse=True)
def garbage_goes_in_the_gui_thread() -> Iterator[None]:
    """Delete a test's widgets here: the next one's threads make Python look for garbage, too."""
    yield
    gc.collect()


@pytest.fixture
def project(qgis_new_project) -> QgsProject:
    return QgsProject.instance()


@pytest.fixture
def scene(project, raster_layer) -> QgsRasterLayer:
    """Return a raster of the project: three bands, 20 pixels of 10 m each way."""
    project.addMapLayer(raster_layer)
    return raster_layer


@pytest.fixture
def polygons(project) -> QgsVectorLayer:
    """Return two squares in the scene, none selected."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643", "Fields", "memory")
    features = []
    for west in (500_000, 500_100):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON(({west} 1999900, {west + 50} 1999900, {west + 50} 1999950,"
                f" {west} 1999900))"
            )
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def make_panel(
    use_provider, fake_engine, qtbot, project
) -> Iterator[Callable[[str], SegmentPanel]]:
    """Return a maker of panels whose engine behaves as told."""
    panels: list[SegmentPanel] = []
    providers: dict[str, CrossEarthProvider] = {}
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)

    def make(behaviour: str = "succeed") -> SegmentPanel:
        if behaviour not in providers:
            providers[behaviour] = use_provider(fake_engine(behaviour))
        panel = SegmentPanel(providers[behaviour], canvas)
        panel.follow_project()
        panel.test_canvas = canvas
        qtbot.addWidget(panel)
        panels.append(panel)
        return panel

    yield make
    for panel in panels:
        panel.stop()


LANGUAGES = ["en", *(path.stem.partition("_")[2] for path in paths.TRANSLATIONS.glob("*.ts"))]


@pytest.fixture(params=sorted(LANGUAGES))
def language(request, tmp_path, monkeypatch) -> Iterator[None]:
    """Let what is made now speak a language, each of ours in turn."""
    for source in paths.TRANSLATIONS.glob("*.ts"):
        compile_file(Path(shutil.copy(source, tmp_path)))
    monkeypatch.setattr(paths, "TRANSLATIONS", tmp_path)
    QgsApplication.instance().setTranslation(request.param)
    translator = translation.install_translator()
    yield
    translation.remove_translator(translator)
    QgsApplication.instance().setTranslation("")
