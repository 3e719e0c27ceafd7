from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPalettedRasterRenderer,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale
from qgis.PyQt.QtGui import QColor

from crossearth_qgis import settings
from crossearth_qgis.processing.evaluate import against_texts

ID = "crossearth:evaluate"


@pytest.fixture
def points(qgis_new_project) -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:32643&field=lc_type:string", "Field work", "memory")
    feature = QgsFeature(layer.fields())
    feature["lc_type"] = "Water"
    feature.setGeometry(QgsGeometry.fromWkt("POINT(500050 1999950)"))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def shown_of(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["arguments"]["reference"].endswith("reference.gpkg")
    return run["arguments"]["shown"]


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory) -> dict:
    use_provider(fake_engine("judge"))
    return {"MAP": str(raster_factory("map.tif", count=1)), "CLASS_FIELD": "lc_type"}


def test_report_names_the_layer_that_was_given(parameters, points, fake_engine) -> None:
    result = processing.run(ID, {**parameters, "REFERENCE": points})
    assert result["OVERALL_ACCURACY"] == 0.9
    assert shown_of(fake_engine) == {"reference": "Field work", "field": "lc_type"}


def test_areas_are_told_with_their_intervals(parameters, points) -> None:
    feedback = QgsProcessingFeedback(False)
    processing.run(ID, {**parameters, "REFERENCE": points}, feedback=feedback)
    assert "Water: 2.50 ha, 2.00 to 4.10 ha (95 %)" in feedback.textLog()


@pytest.mark.parametrize("as_definition", [False, True])
def test_report_names_the_file_that_was_given(
    parameters, points, fake_engine, tmp_path: Path, monkeypatch, as_definition: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    path = "points.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    transform_context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(points, path, transform_context, options)
    reference = QgsProcessingFeatureSourceDefinition(path) if as_definition else path
    processing.run(ID, {**parameters, "REFERENCE": reference})
    assert shown_of(fake_engine)["reference"] == str(tmp_path / path)


def test_the_legends_of_the_layers_name_the_classes(parameters, points, fake_engine) -> None:
    maps = {name: QgsRasterLayer(parameters["MAP"], name) for name in ("MAP", "AGAINST")}
    for name, layer in maps.items():
        legend = [QgsPalettedRasterRenderer.Class(3, QColor("blue"), f"Water {name}")]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, legend))
        QgsProject.instance().addMapLayer(layer)
    processing.run(ID, {**parameters, **maps, "REFERENCE": points})
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["arguments"]["classes"] == ["3=Water MAP"]
    assert run["arguments"]["against_classes"] == ["3=Water AGAINST"]
    assert "reference_classes" not in run["arguments"]


def test_background_is_handed_on(parameters, points, fake_engine) -> None:
    processing.run(ID, {**parameters, "REFERENCE": points, "BACKGROUND": "other"})
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["arguments"]["background"] == "other"


def test_without_a_background_none_is_asked_for(parameters, points, fake_engine) -> None:
    processing.run(ID, {**parameters, "REFERENCE": points})
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert "background" not in run["arguments"]


def test_the_same_points_tell_which_of_two_maps_is_better(
    parameters, points, fake_engine, raster_factory
) -> None:
    feedback = QgsProcessingFeedback(False)
    asked = {**parameters, "REFERENCE": points, "AGAINST": str(raster_factory("b.tif", count=1))}
    result = processing.run(ID, asked, feedback=feedback)
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["arguments"]["against"].endswith("b.tif")
    assert (result["DIFFERENCE"], result["P_VALUE"]) == (0.05, 0.012)
    assert "+5.0 percentage points, +1.0 to +9.0" in feedback.textLog()
    assert "better than the other one" in feedback.textLog()
    assert "1.2 %" in feedback.textLog()


@pytest.fixture
def german_numbers() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    yield
    QLocale.setDefault(before)


def test_the_difference_of_two_maps_is_told_in_the_notation_of_the_user(german_numbers) -> None:
    figures = {"this_accuracy": 0.85, "other_accuracy": 0.9, "difference": -0.05}
    figures |= {"interval": [-0.09, 0.01], "p_value": 0.0512, "is_sure": False}
    difference, verdict = against_texts({"against": figures})
    assert "85,0 %" in difference
    assert "-5,0 percentage points, -9,0 to +1,0" in difference
    assert "5,1 %" in verdict


@pytest.mark.parametrize(
    ("p_value", "text"),
    [
        (0.1234, "12.3 %"),
        (0.0495, "5.0 %"),
        (0.5, "50.0 %"),
        (2e-5, "0.002 %"),
        (5e-14, "< 0.001 %"),
    ],
)
def test_a_chance_has_the_digits_that_the_report_gives_of_it(p_value: float, text: str) -> None:
    figures = {"this_accuracy": 0.89, "other_accuracy": 0.85, "difference": 0.04}
    figures |= {"interval": [0.01, 0.14], "p_value": p_value, "is_sure": p_value < 0.05}
    _difference, verdict = against_texts({"against": figures})
    assert f" {text}" in verdict


def test_a_sure_difference_whose_interval_reaches_over_0_is_explained() -> None:
    figures = {"this_accuracy": 0.89, "other_accuracy": 0.85, "difference": 0.04}
    figures |= {"interval": [-0.05, 0.14], "p_value": 0.016, "is_sure": True}
    *_, last = against_texts({"against": figures})
    assert "More points will tell" in last
    assert len(against_texts({"against": {**figures, "interval": [0.01, 0.14]}})) == 2


# A cluster


@pytest.fixture
def far(parameters, points, tiny_model, tmp_path) -> dict:
    return {
        "RASTER": parameters["MAP"],
        "MODEL": "tiny",
        "REFERENCE": points,
        "CLASS_FIELD": "lc_type",
        "CLUSTER": "tls://gpu-box:8786",
        "REPORT": str(tmp_path / "report.html"),
    }


def test_a_cluster_that_makes_the_map_is_told_what_is_set_for_it(far, fake_engine) -> None:
    settings.set_threads(1)
    settings.set_cluster_tls("/home/me/tls")
    settings.set_cluster_places([r"Z:\imagery=/data/imagery"])
    processing.run(ID, far)
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    told = run["arguments"]
    assert told["cluster"] == "tls://gpu-box:8786"
    assert (told["tls"], told["places"]) == ("/home/me/tls", [r"Z:\imagery=/data/imagery"])
    assert "threads" not in told


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"RASTER": None}, "judged on this computer"),
        ({"CORRUPTIONS": True}, "judged on this computer"),
        ({"REPORT": None}, "choose a file for the report"),
        ({"REPORT": "TEMPORARY_OUTPUT"}, "choose a file for the report"),
    ],
)
def test_what_a_cluster_does_not_judge_is_said_at_once(
    far, parameters, fake_engine, change: dict, words: str
) -> None:
    asked = {**far, **change}
    if asked["RASTER"] is None:
        asked["MAP"] = parameters["MAP"]
    with pytest.raises(QgsProcessingException, match=words):
        processing.run(ID, asked)
    assert not [request for request in fake_engine.requests() if request["type"] == "run"]
    processing.run(
        ID,
        {**asked, "CLUSTER": "local:2", "CORRUPTIONS": False, "MAP": None}
        | {"RASTER": parameters["MAP"]},
    )
