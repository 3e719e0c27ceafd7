from __future__ import annotations

import json
import shutil
from pathlib import Path

import processing
import pytest
from osgeo import gdal, osr
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)

ID = "crossearth:segmentbatch"

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def scenes(scene_factory) -> list[str]:
    """Return two scenes at one place and one a hundred kilometres away."""
    scenes = [str(scene_factory(f"{name}.tif", 300, 250, seed)) for seed, name in enumerate("abc")]
    far = gdal.Open(scenes[2], gdal.GA_Update)
    far.SetGeoTransform((600_000, 0.5, 0, 2_000_000, 0, -0.5))
    far = None
    return scenes


def run(scenes, folder, feedback=None, **options) -> dict:
    parameters = {"INPUT": scenes, "OUTPUT_FOLDER": str(folder), **options}
    return processing.run(ID, parameters, feedback=feedback or QgsProcessingFeedback(False))


def statuses(result) -> list[str]:
    return [row["status"] for row in json.loads(result["SUMMARY"])["rasters"]]


@pytest.fixture
def place(qgis_new_project) -> QgsVectorLayer:
    """Return polygons that lie in the first two scenes only."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643", "Place", "memory")
    feature = QgsFeature(layer.fields())
    rectangle = QgsRectangle(500_020, 1_999_900, 500_100, 1_999_980)
    feature.setGeometry(QgsGeometry.fromRect(rectangle))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_each_raster_has_the_map_of_a_single_run(scenes, tmp_path) -> None:
    feedback = QgsProcessingFeedback(False)
    percents: list[float] = []
    feedback.progressChanged.connect(percents.append)
    result = run(scenes, tmp_path / "maps", feedback)
    assert statuses(result) == ["done"] * 3
    assert percents[-1] == 100
    for scene in scenes:
        single = tmp_path / "single.tif"
        processing.run("crossearth:segment", {"INPUT": scene, "OUTPUT": str(single)})
        values = [
            gdal.Open(str(path)).ReadAsArray().tobytes()
            for path in (tmp_path / "maps" / Path(scene).name, single)
        ]
        assert values[0] == values[1]
    assert sum(row["pixels"] for row in json.loads(result["SUMMARY"])["classes"]) == 3 * 300 * 250


def test_what_is_wanted_beside_the_maps_is_named_after_them(scenes, tmp_path) -> None:
    namesake = tmp_path / "other" / "a.tif"
    namesake.parent.mkdir()
    shutil.copy(scenes[1], namesake)
    wanted = dict.fromkeys(("CONFIDENCE", "PROBABILITIES", "POLYGONS"), True)
    run([scenes[0], str(namesake)], tmp_path / "maps", **wanted)
    endings = (".tif", "_confidence.tif", "_probabilities.tif", ".gpkg")
    names = {f"{stem}{ending}" for stem in ("a", "a_2") for ending in endings}
    assert {path.name for path in (tmp_path / "maps").iterdir()} >= names


def test_one_outside_the_polygons_fails_alone_and_the_rest_is_not_done_twice(
    scenes, tmp_path, place
) -> None:
    feedback = QgsProcessingFeedback(False)
    result = run(scenes, tmp_path / "maps", feedback, MASK=place)
    assert statuses(result) == ["done", "done", "failed"]
    assert f"does not touch the raster {scenes[2]}" in feedback.textLog()
    again = run(scenes, tmp_path / "maps", MASK=place, RESUME=True)
    assert statuses(again) == ["skipped", "skipped", "failed"]
    with pytest.raises(QgsProcessingException, match="all rasters have failed"):
        run(scenes[2:], tmp_path / "maps", MASK=place)


def test_finished_maps_stay_when_it_is_canceled(scenes, scene_factory, tmp_path) -> None:
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: percent > 30 and feedback.cancel())
    big = str(scene_factory("big.tif", 2500, 2500))
    assert run([scenes[0], big], tmp_path / "maps", feedback) == {}
    assert {path.name for path in (tmp_path / "maps").glob("*.tif")} == {"a.tif"}
    assert not list((tmp_path / "maps").glob("*.partial"))
    assert "finished maps stay" in feedback.textLog()


def test_all_maps_are_one_layer_with_colours_and_names(scenes, tmp_path) -> None:
    # The third lies a hundred kilometres away, on the same grid.
    mosaic, collection = tmp_path / "maps" / "all.vrt", tmp_path / "maps" / "collection.json"
    (tmp_path / "maps").mkdir()
    result = run(
        scenes, tmp_path / "maps", MOSAIC=str(mosaic), COLLECTION=str(collection), THREADS=1
    )
    assert (result["MOSAIC"], result["COLLECTION"]) == (str(mosaic), str(collection))
    layer = QgsRasterLayer(str(mosaic), "All")
    assert layer.isValid()
    names = {item.value: item.label for item in layer.renderer().classes()}
    summary = json.loads(result["SUMMARY"])
    assert names == {item["value"]: item["name"] for item in summary["classes"]}
    for row in (summary["rasters"][1], summary["rasters"][2]):
        own = QgsRasterLayer(row["output"], "One")
        for share in (0.1, 0.5, 0.9):
            rectangle = own.extent()
            point = QgsPointXY(
                rectangle.xMinimum() + share * rectangle.width(),
                rectangle.yMinimum() + share * rectangle.height(),
            )
            expected = own.dataProvider().sample(point, 1)
            assert layer.dataProvider().sample(point, 1) == expected
            assert expected[1]
    links = json.loads(collection.read_text("utf-8"))["links"]
    assert sum(link["rel"] == "item" for link in links) == 3


def test_maps_of_two_zones_are_made_and_the_mosaic_is_told_of(scene_factory, tmp_path) -> None:
    scenes = [str(scene_factory(f"{name}.tif")) for name in "ab"]
    other = gdal.Open(scenes[1], gdal.GA_Update)
    zone = osr.SpatialReference()
    zone.ImportFromEPSG(32644)
    other.SetProjection(zone.ExportToWkt())
    other = None
    feedback = QgsProcessingFeedback(False)
    result = run(scenes, tmp_path / "maps", feedback, MOSAIC=str(tmp_path / "all.vrt"))
    assert (statuses(result), result["MOSAIC"]) == (["done", "done"], None)
    assert "a.tif is in EPSG:32643, b.tif in EPSG:32644" in feedback.textLog()
