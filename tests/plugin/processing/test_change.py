from __future__ import annotations

import gc
import json
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsApplication,
    QgsPalettedRasterRenderer,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRasterLayer,
)
from qgis.PyQt.QtGui import QColor

from crossearth_qgis.layers.result_layers import is_change
from crossearth_qgis.processing.change import _texts
from crossearth_qgis.styling import ChangeStyle

ID = "crossearth:change"


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory, tmp_path: Path) -> dict:
    use_provider(fake_engine("compare"))
    files = {name: str(raster_factory(f"{name}.tif", count=1)) for name in ("before", "after")}
    return {
        "BEFORE": files["before"],
        "AFTER": files["after"],
        "OUTPUT": str(tmp_path / "change.tif"),
    }


def arguments(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["command"] == "change"
    return run["arguments"]


def test_two_files_and_nothing_else_are_asked_for(parameters, fake_engine) -> None:
    feedback = QgsProcessingFeedback(False)
    result = processing.run(ID, parameters, feedback=feedback)
    keys = {"before", "after", "output"}
    assert arguments(fake_engine) == {key: parameters[key.upper()] for key in keys}
    assert (result["CHANGED"], result["REPORT"]) == (0.25, None)
    assert json.loads(result["CHANGES"])["changes"][0]["name"] == "Trees → Water"
    log = feedback.textLog()
    assert "Trees → Water: 1.00 ha, 25.00 %" in log
    assert "no change" not in log
    assert "counted pixels" in log


def test_little_is_not_told_as_nothing() -> None:
    item = {"name": "Trees → Water", "area_m2": 20.0, "pixels": 1, "percent": 0.001}
    told = _texts({"area_method": "planar", "changes": [item], "changed_share": 1e-5})
    assert told[0] == "Trees → Water: < 0.01 ha, < 0.01 %"
    assert told[1].startswith("Changed: < 0.01 %")


def test_options_are_handed_on(parameters, fake_engine, tmp_path: Path) -> None:
    more = {"ALIGN": "after", "BEFORE_CLASSES": "1=water, 2 = forest"}
    more["REPORT"] = str(tmp_path / "report.html")
    processing.run(ID, {**parameters, **more})
    asked = arguments(fake_engine)
    assert asked["align"] == "after"
    assert asked["before_classes"] == ["1=water", "2 = forest"]
    assert asked["report"] == more["REPORT"]


def test_classes_that_are_not_understood_are_told(parameters) -> None:
    with pytest.raises(QgsProcessingException, match="such as 1=water"):
        processing.run(ID, {**parameters, "AFTER_CLASSES": "water, forest"})


def test_the_legend_of_a_layer_names_its_classes(parameters, fake_engine, qgis_new_project) -> None:
    layer = QgsRasterLayer(parameters["AFTER"], "Corine")
    entries = [(1, "water"), (2, "2"), (3, "forest, dense")]
    classes = [
        QgsPalettedRasterRenderer.Class(value, QColor("blue"), label) for value, label in entries
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    QgsProject.instance().addMapLayer(layer)
    processing.run(ID, {**parameters, "AFTER": layer})
    asked = arguments(fake_engine)
    assert asked["after_classes"] == ["1=water", "3=forest, dense"]
    assert "before_classes" not in asked


def run_to_load(parameters) -> tuple[dict, QgsProcessingContext]:
    """Run as QGIS's dialog does, up to where the layer is loaded."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    destination = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", QgsProject.instance())
    algorithm = QgsApplication.processingRegistry().algorithmById(ID).create()
    results, is_ok = algorithm.run(
        {**parameters, "OUTPUT": destination}, context, QgsProcessingFeedback(False)
    )
    assert is_ok
    return results, context


def test_the_map_of_changes_is_called_by_both_maps(parameters, qgis_new_project) -> None:
    results, context = run_to_load(parameters)
    (details,) = context.layersToLoadOnCompletion().values()
    assert details.name == "Change – before → after"
    assert results["CHANGED"] == 0.25


def test_a_second_run_is_styled_as_the_first(parameters, qgis_new_project) -> None:
    for _ in range(2):
        _, context = run_to_load(parameters)
        (details,) = context.layersToLoadOnCompletion().values()
        gc.collect()
        assert type(details.postProcessor()) is ChangeStyle
        layer = QgsRasterLayer(parameters["AFTER"], "changes")
        details.postProcessor().postProcessLayer(layer, context, QgsProcessingFeedback(False))
        assert is_change(layer)
        del details, context  # QGIS deletes the post-processor with the context
