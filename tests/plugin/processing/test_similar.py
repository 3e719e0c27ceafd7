from __future__ import annotations

import json
from pathlib import Path

import processing
import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsVectorLayer

from crossearth_qgis.layers.similarity_style import show_similarity

ID = "crossearth:similar"


@pytest.fixture
def objects() -> QgsVectorLayer:
    layer = QgsVectorLayer("Point?crs=EPSG:32643", "Pools", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POINT(500050 1999950)"))
    layer.dataProvider().addFeature(feature)
    return layer


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory, objects, tmp_path: Path) -> dict:
    use_provider(fake_engine("resemble"))
    return {
        "INPUT": str(raster_factory("scene.tif")),
        "OBJECTS": objects,
        "OUTPUT": str(tmp_path / "similar.tif"),
    }


def arguments(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["command"] == "similar"
    return run["arguments"]


def test_a_raster_of_similarity_is_asked_for(parameters, fake_engine) -> None:
    result = processing.run(ID, parameters)
    asked = arguments(fake_engine)
    assert asked.pop("objects").endswith("objects.gpkg")
    assert asked == {
        "input": parameters["INPUT"], "output": parameters["OUTPUT"], "device": "auto",
        "threads": None,
    }  # fmt: skip
    assert "COUNT" not in result
    assert json.loads(result["SUMMARY"])["output"] == parameters["OUTPUT"]


def test_candidates_are_asked_for_with_their_threshold(
    parameters, fake_engine, tiny_model, tmp_path
) -> None:
    path = str(tmp_path / "found.gpkg")
    more = {"CANDIDATES": path, "THRESHOLD": 55, "FORM": "points", "MODEL": "tiny"}
    result = processing.run(ID, {**parameters, **more})
    asked = arguments(fake_engine)
    assert (asked["candidates"], asked["threshold"], asked["form"]) == (path, 55, "points")
    assert "tiny" in asked["model"]
    assert (result["COUNT"], result["CANDIDATES"]) == (3, path)


def test_what_is_not_similar_enough_is_not_shown(raster_factory) -> None:
    layer = QgsRasterLayer(str(raster_factory("similar.tif", count=1)), "similar")
    show_similarity(layer, 70)
    shade = layer.renderer().shader().shade
    assert not shade(69.0)[0]
    is_shown, *_, alpha = shade(70.0)
    assert is_shown
    assert alpha > 100
    assert layer.renderer().classificationMin() == 70
    show_similarity(layer, 100)
    assert layer.renderer().shader().shade(100.0)[0]
