from __future__ import annotations

import json
from pathlib import Path

import processing
import pytest
from qgis.core import QgsProcessingException

ID = "crossearth:kmeans"


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory, tiny_model, tmp_path: Path) -> dict:
    use_provider(fake_engine("succeed"))
    return {
        "INPUT": str(raster_factory("scene.tif")),
        "MODEL": "tiny",
        "OUTPUT": str(tmp_path / "groups.tif"),
    }


def arguments(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["command"] == "kmeans"
    return run["arguments"]


def test_groups_are_asked_for(parameters, fake_engine) -> None:
    result = processing.run(ID, parameters)
    asked = arguments(fake_engine)
    assert "tiny" in asked.pop("model")
    assert asked == {
        "input": parameters["INPUT"],
        "output": parameters["OUTPUT"],
        "device": "auto",
        "threads": None,
    }
    assert result["OUTPUT"] == parameters["OUTPUT"]
    assert json.loads(result["SUMMARY"])["classes"]


def test_options_are_told(parameters, fake_engine, tmp_path) -> None:
    more = {
        "MODEL": "bands",
        "GROUPS": 7,
        "SEED": 3,
        "BANDS": "3,2,1",
        "MIN_AREA": 25,
        "EXTENT": "500010,500100,1999900,1999980 [EPSG:32643]",
        "POLYGONS": str(tmp_path / "groups.gpkg"),
    }
    processing.run(ID, {**parameters, **more})
    asked = arguments(fake_engine)
    assert (asked["model"], asked["groups"], asked["seed"]) == ("bands", 7, 3)
    assert (asked["bands"], asked["min_area"]) == ([3, 2, 1], 25)
    assert asked["extent"] == [500010, 1999900, 500100, 1999980]
    assert asked["polygons"] == more["POLYGONS"]


@pytest.mark.parametrize("groups", [2, 300])
def test_other_numbers_of_groups_are_refused(parameters, fake_engine, groups: int) -> None:
    with pytest.raises(QgsProcessingException):
        processing.run(ID, {**parameters, "GROUPS": groups})
