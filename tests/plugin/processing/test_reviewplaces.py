from __future__ import annotations

import json
from pathlib import Path

import processing
import pytest
from qgis.core import QgsProcessingException

ID = "crossearth:reviewplaces"


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory, tmp_path: Path) -> dict:
    use_provider(fake_engine("find-places"))
    return {
        "MAP": str(raster_factory("map.tif", count=1)),
        "OUTPUT": str(tmp_path / "places.gpkg"),
    }


def arguments(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["command"] == "review"
    return run["arguments"]


def test_places_of_a_map_are_asked_for(parameters, fake_engine) -> None:
    result = processing.run(ID, {**parameters, "COUNT": 5, "BY": "lead"})
    assert arguments(fake_engine) == {
        "map": parameters["MAP"], "out": parameters["OUTPUT"], "count": 5, "by": "lead"
    }  # fmt: skip
    assert result["PLACES"] == 2
    assert json.loads(result["SUMMARY"])["places"][0]["reason"] == "lead"


def test_what_tells_how_sure_the_map_is_is_handed_on(
    parameters, fake_engine, raster_factory
) -> None:
    parameters["LEAD"] = str(raster_factory("lead.tif", count=1))
    processing.run(ID, parameters)
    assert arguments(fake_engine)["lead"] == parameters["LEAD"]


def test_a_model_maps_an_extent_of_a_raster_first(
    parameters, fake_engine, tiny_model, raster_factory
) -> None:
    del parameters["MAP"]
    parameters |= {"RASTER": str(raster_factory()), "MODEL": "tiny"}
    parameters["EXTENT"] = "500000,500100,1999900,2000000 [EPSG:32643]"
    processing.run(ID, parameters)
    asked = arguments(fake_engine)
    assert asked["extent"] == [500_000, 1_999_900, 500_100, 2_000_000]
    assert "tiny" in asked["model"]


def test_an_extent_is_refused_for_a_map(parameters) -> None:
    parameters["EXTENT"] = "500000,500100,1999900,2000000 [EPSG:32643]"
    with pytest.raises(QgsProcessingException, match="taken whole"):
        processing.run(ID, parameters)
