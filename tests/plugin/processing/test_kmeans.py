from __future__ import annotations

import json
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

ID = "crossearth:kmeans"


@pytest.fixture
def parameters(use_provider, fake_engine, raster_factory, tiny_model, tmp_path: Path) -> dict:
    use_provider(fake_engine("divide"))
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
    assert [row["name"] for row in json.loads(result["AREAS"])] == ["group 1", "group 2"]
    assert (result["ID"], result["PATH"], result["DURATION"]) == ("", "", 12.5)


def test_options_are_told(parameters, fake_engine, tmp_path) -> None:
    more = {
        "MODEL": "bands",
        "GROUPS": 7,
        "SEED": 3,
        "BANDS": "3,2,1",
        "MIN_AREA": 25,
        "EXTENT": "500010,500100,1999900,1999980 [EPSG:32643]",
        "POLYGONS": str(tmp_path / "groups.gpkg"),
        "REPORT": str(tmp_path / "groups.html"),
        "MAJORITY": 5,
        "NAME": "valley",
    }
    result = processing.run(ID, {**parameters, **more})
    asked = arguments(fake_engine)
    assert (asked["model"], asked["groups"], asked["seed"]) == ("bands", 7, 3)
    assert (asked["bands"], asked["min_area"]) == ([3, 2, 1], 25)
    assert asked["extent"] == [500010, 1999900, 500100, 1999980]
    assert (asked["polygons"], asked["report"]) == (more["POLYGONS"], more["REPORT"])
    assert (asked["majority"], asked["name"]) == (5, "valley")
    assert (result["REPORT"], result["ID"]) == (more["REPORT"], "valley")


@pytest.mark.parametrize("groups", [2, 300])
def test_other_numbers_of_groups_are_refused(parameters, fake_engine, groups: int) -> None:
    with pytest.raises(QgsProcessingException, match=rf"GROUPS: from 3 to 30, not {groups}\."):
        processing.run(ID, {**parameters, "GROUPS": groups})


def test_polygons_limit_the_run(parameters, fake_engine) -> None:
    mask = QgsVectorLayer("Polygon?crs=EPSG:4326", "Here", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((75 18, 75.1 18, 75.1 18.1, 75 18))"))
    mask.dataProvider().addFeature(feature)
    processing.run(ID, {**parameters, "MASK": mask})
    asked = json.loads(Path(arguments(fake_engine)["mask"]).read_text(encoding="utf-8"))
    (shape,) = asked["features"]
    # In the CRS of the raster.
    assert shape["geometry"]["coordinates"][0][0][0] > 100_000


def test_a_mask_without_polygons_is_refused(parameters) -> None:
    empty = QgsVectorLayer("Polygon?crs=EPSG:4326", "Here", "memory")
    with pytest.raises(QgsProcessingException, match="no polygons to limit"):
        processing.run(ID, {**parameters, "MASK": empty})


def test_an_even_majority_is_refused(parameters) -> None:
    with pytest.raises(QgsProcessingException, match="odd number"):
        processing.run(ID, {**parameters, "MAJORITY": 4})


def test_layers_are_called_after_raster_and_groups(parameters, tmp_path) -> None:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    gpkg = str(tmp_path / "groups.gpkg")
    for path, name in ((parameters["OUTPUT"], "Groups"), (gpkg, "Polygons")):
        details = QgsProcessingContext.LayerDetails(name, QgsProject.instance())
        context.addLayerToLoadOnCompletion(path, details)
    processing.run(ID, {**parameters, "GROUPS": 7, "POLYGONS": gpkg}, context=context)
    names = {item.name for item in context.layersToLoadOnCompletion().values()}
    assert names == {"scene – 7 groups", "Polygons – scene – 7 groups"}
