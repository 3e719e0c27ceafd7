from __future__ import annotations

import json
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

ID = "crossearth:zonal"


@pytest.fixture
def parcels(qgis_new_project) -> QgsVectorLayer:
    source = "Polygon?crs=EPSG:32643&field=fid:integer&field=owner:string&field=size:double"
    layer = QgsVectorLayer(source, "Parcels", "memory")
    features = []
    for number, owner in ((1, "Ünal"), (1, None)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([number, owner, 1.5])
        corners = "500000 1999900,500100 1999900,500000 2000000,500000 1999900"
        feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({corners}))"))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory, parcels, tmp_path: Path) -> dict:
    use_provider(fake_engine("sort-out"))
    return {
        "OBJECTS": parcels,
        "MAP": str(raster_factory("map.tif", count=1)),
        "OUTPUT": str(tmp_path / "out.gpkg"),
    }


def arguments(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["command"] == "zonal"
    return run["arguments"]


def test_a_layer_that_is_refused_has_its_own_name_and_not_that_of_the_copy(
    use_provider, fake_engine, raster_factory, parcels, tmp_path: Path
) -> None:
    use_provider(fake_engine("refuse-layer"))
    asked = {"OBJECTS": parcels, "MAP": str(raster_factory("map.tif", count=1))}
    with pytest.raises(QgsProcessingException, match=r"^The layer Parcels cannot be used: no\.$"):
        processing.run(ID, {**asked, "OUTPUT": str(tmp_path / "out.gpkg")})


def test_a_copy_of_any_layer_is_handed_on_with_all_its_fields(parameters, fake_engine) -> None:
    feedback = QgsProcessingFeedback(False)
    result = processing.run(ID, parameters, feedback=feedback)
    asked = arguments(fake_engine)
    assert asked.keys() == {"map", "objects", "out"}
    assert (asked["map"], asked["out"]) == (parameters["MAP"], parameters["OUTPUT"])
    copy = QgsVectorLayer(parameters["OUTPUT"], "copy", "ogr")
    assert copy.fields().names() == ["fid", "owner", "size"]  # the first is GDAL's own
    assert next(feature["owner"] for feature in copy.getFeatures()) == "Ünal"
    assert copy.featureCount() == 2
    assert result["COUNT"] == 2
    assert json.loads(result["SUMMARY"])["classes"][0]["objects"] == 2
    assert "Water: 2 objects" in feedback.textLog()
    assert "Trees:" not in feedback.textLog()


def test_selected_objects_alone_are_handed_on_if_asked(parameters, parcels) -> None:
    parcels.selectByIds([parcels.allFeatureIds()[0]])
    parameters["OBJECTS"] = QgsProcessingFeatureSourceDefinition(parcels.id(), True)
    processing.run(ID, parameters)
    assert QgsVectorLayer(parameters["OUTPUT"], "copy", "ogr").featureCount() == 1


def test_an_outline_that_crosses_itself_stops_nothing(parameters, parcels) -> None:
    feature = QgsFeature(parcels.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0,3 3,0 3,3 0,0 0))"))
    parcels.dataProvider().addFeatures([feature])
    processing.run(ID, parameters)
    assert QgsVectorLayer(parameters["OUTPUT"], "copy", "ogr").featureCount() == 3


def test_a_model_and_a_raster_take_the_place_of_a_map(
    parameters, fake_engine, tiny_model, raster_factory
) -> None:
    del parameters["MAP"]
    with pytest.raises(QgsProcessingException, match="either a map"):
        processing.run(ID, parameters)
    parameters |= {"RASTER": str(raster_factory("scene.tif")), "MODEL": "tiny"}
    processing.run(ID, parameters)
    asked = arguments(fake_engine)
    assert asked["raster"] == parameters["RASTER"]
    assert "tiny" in asked["model"]
    assert "map" not in asked


def test_confidence_is_handed_on(parameters, fake_engine, raster_factory) -> None:
    parameters["CONFIDENCE"] = str(raster_factory("confidence.tif", count=1))
    processing.run(ID, parameters)
    assert arguments(fake_engine)["confidence"] == parameters["CONFIDENCE"]
