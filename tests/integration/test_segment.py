from __future__ import annotations

import json
import os
import signal
import threading
from pathlib import Path

import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterRasterLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from crossearth_qgis.bridge.job_listener import JobListener
from crossearth_qgis.errors import EngineCrashed, JobCanceled
from crossearth_qgis.processing import segment
from tests.plugin.support import wait_until

ID = "crossearth:segment"
NODATA = 255

pytestmark = pytest.mark.usefixtures("provider")


def classes_of(path: Path) -> bytes:
    dataset = gdal.Open(str(path))
    return dataset.GetRasterBand(1).ReadRaster()


def test_result_is_a_complete_georeferenced_map(scene_factory, tmp_path) -> None:
    scene, output = scene_factory(), tmp_path / "map.tif"
    confidence = tmp_path / "confidence.tif"
    result = processing.run(
        ID, {"INPUT": str(scene), "OUTPUT": str(output), "CONFIDENCE": str(confidence)}
    )
    assert result["OUTPUT"] == str(output)
    source, classes = gdal.Open(str(scene)), gdal.Open(str(output))
    assert classes.GetGeoTransform() == source.GetGeoTransform()
    assert classes.GetSpatialRef().IsSame(source.GetSpatialRef())
    band = classes.GetRasterBand(1)
    assert (band.XSize, band.YSize, band.DataType) == (700, 600, gdal.GDT_Byte)
    assert band.GetNoDataValue() == NODATA
    assert band.GetColorTable() is not None
    areas = json.loads(result["AREAS"])
    assert sum(row["pixels"] for row in areas) == 700 * 600
    assert sum(row["area_m2"] for row in areas) == pytest.approx(700 * 600 * 0.25, rel=0.01)
    assert result["WINDOWS"] == 4
    assert gdal.Open(str(confidence)).RasterXSize == 700
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.usefixtures("no_layer_tree")
def test_layer_is_loaded_styled_and_named(scene_factory, tmp_path, qgis_new_project) -> None:
    layer = QgsRasterLayer(str(scene_factory()), "Town")
    processing.runAndLoadResults(ID, {"INPUT": layer, "OUTPUT": str(tmp_path / "map.tif")})
    (loaded,) = QgsProject.instance().mapLayers().values()
    assert loaded.name() == "Town – CrossEarth base RGB"
    assert loaded.renderer().type() == "paletted"
    labels = {entry.label for entry in loaded.renderer().classes()}
    assert {"building", "water"} <= {label.lower() for label in labels}


def test_extent_limits_the_map(scene_factory, tmp_path) -> None:
    scene = scene_factory()
    result = processing.run(
        ID,
        {
            "INPUT": str(scene),
            "EXTENT": "500050,500150,1999850,1999950 [EPSG:32643]",
            "OUTPUT": str(tmp_path / "map.tif"),
        },
    )
    assert sum(row["pixels"] for row in json.loads(result["AREAS"])) == 200 * 200


def test_polygons_in_another_crs_limit_the_map(scene_factory, tmp_path, qgis_new_project) -> None:
    square = QgsGeometry.fromWkt(
        "POLYGON((500050 1999850, 500150 1999850, 500150 1999950, 500050 1999850))"
    )
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643", "Field", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(square)
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    degrees = processing.run(
        "native:reprojectlayer",
        {"INPUT": layer, "TARGET_CRS": "EPSG:4326", "OUTPUT": str(tmp_path / "field.gpkg")},
    )
    result = processing.run(
        ID,
        {
            "INPUT": str(scene_factory()),
            "MASK": degrees["OUTPUT"],
            "OUTPUT": str(tmp_path / "map.tif"),
        },
    )
    pixels = sum(row["pixels"] for row in json.loads(result["AREAS"]))
    assert pixels == pytest.approx(200 * 200 / 2, rel=0.02)


def test_refusal_is_the_sentence_of_the_plugin(engine, scene_factory, tmp_path) -> None:
    scene = scene_factory()
    elsewhere = {
        "INPUT": str(scene),
        "EXTENT": "600000,600100,1999850,1999950 [EPSG:32643]",
        "OUTPUT": str(tmp_path / "map.tif"),
    }
    with pytest.raises(QgsProcessingException, match="does not touch the raster"):
        processing.run(ID, elsewhere)
    pid = engine.pid
    assert pid is not None
    processing.run(ID, {"INPUT": str(scene), "OUTPUT": str(tmp_path / "map.tif")})
    assert engine.pid == pid


def test_killed_engine_leaves_nothing_and_the_next_run_works(
    engine, scene_factory, tmp_path
) -> None:
    big, output = scene_factory(width=4000, height=4000), tmp_path / "map.tif"

    feedback = QgsProcessingFeedback(False)

    def kill(percent: float) -> None:
        if percent > 0 and engine.pid is not None:
            os.kill(engine.pid, signal.SIGKILL)

    feedback.progressChanged.connect(kill)
    with pytest.raises(QgsProcessingException, match="killed"):
        processing.run(ID, {"INPUT": str(big), "OUTPUT": str(output)}, feedback=feedback)
    assert not list(tmp_path.glob("map*"))
    small = scene_factory("small.tif")
    processing.run(ID, {"INPUT": str(small), "OUTPUT": str(output)})
    assert output.is_file()


def test_cancel_ends_the_run_in_the_middle_and_leaves_nothing(
    engine, scene_factory, tmp_path, monkeypatch
) -> None:
    # However busy the machine is: the worker ends the run by itself.
    monkeypatch.setattr(segment, "cancel_timeout_s", lambda arguments: 60.0)
    big, output = scene_factory(width=4000, height=4000), tmp_path / "map.tif"
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda percent: percent > 0 and feedback.cancel())
    result = processing.run(ID, {"INPUT": str(big), "OUTPUT": str(output)}, feedback=feedback)
    assert result == {}
    assert feedback.progress() < 50
    assert not list(tmp_path.glob("map*"))
    assert engine.pid is not None


def test_engine_ends_with_its_parent_in_mid_run(engine, scene_factory, tmp_path) -> None:
    big, output = scene_factory(width=4000, height=4000), tmp_path / "map.tif"
    begun = threading.Event()
    arguments = {"input": str(big), "output": str(output), "model": "crossearth-base-rgb"}
    outcome: list[BaseException] = []

    class Listener(JobListener):
        def on_progress(self, message: object) -> None:
            begun.set()

    def job() -> None:
        try:
            engine.run("segment", arguments, Listener())
        except BaseException as error:
            outcome.append(error)

    thread = threading.Thread(target=job)
    thread.start()
    assert begun.wait(60)
    # What the system does with our end of the pipe when QGIS is killed.
    engine._process._stdin.close()
    thread.join(60)
    # It may still have had the time to say that it stops.
    assert isinstance(outcome[0], (EngineCrashed, JobCanceled))
    assert wait_until(lambda: engine.pid is None)
    assert not list(tmp_path.glob("map*"))


def test_two_runs_use_one_engine_and_give_the_same_bytes(engine, scene_factory, tmp_path) -> None:
    scene = scene_factory()
    pids, maps = set(), []
    for name in ("a.tif", "b.tif"):
        processing.run(ID, {"INPUT": str(scene), "OUTPUT": str(tmp_path / name)})
        pids.add(engine.pid)
        maps.append(classes_of(tmp_path / name))
    assert len(pids) == 1
    assert maps[0] == maps[1]


@pytest.mark.usefixtures("no_layer_tree")
def test_model_of_the_designer_runs_it(scene_factory, tmp_path, qgis_new_project) -> None:
    model = QgsProcessingModelAlgorithm("Land cover", "tests")
    model.addModelParameter(
        QgsProcessingParameterRasterLayer("scene", "Scene"), QgsProcessingModelParameter("scene")
    )
    child = QgsProcessingModelChildAlgorithm(ID)
    child.setChildId("segment")
    child.addParameterSources(
        "INPUT", [QgsProcessingModelChildParameterSource.fromModelParameter("scene")]
    )
    for name, value in (("MODEL", "crossearth-base-rgb"), ("JOIN", "taper"), ("DEVICE", "auto")):
        child.addParameterSources(
            name, [QgsProcessingModelChildParameterSource.fromStaticValue(value)]
        )
    wanted = QgsProcessingModelOutput("map", "Map")
    wanted.setChildOutputName("OUTPUT")
    wanted.setChildId("segment")
    child.setModelOutputs({"map": wanted})
    model.addChildAlgorithm(child)
    ok, message = model.validate()
    assert ok, message

    output = tmp_path / "map.tif"
    # Called segment:map or map, by the version of QGIS.
    (name,) = (item.name() for item in model.destinationParameterDefinitions())
    results = processing.runAndLoadResults(
        model.create(), {"scene": str(scene_factory()), name: str(output)}
    )
    assert results[name] == str(output)
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.renderer().type() == "paletted"


def test_context_without_project_is_enough(scene_factory, tmp_path) -> None:
    output = tmp_path / "map.tif"
    processing.run(
        ID,
        {"INPUT": str(scene_factory()), "OUTPUT": str(output)},
        context=QgsProcessingContext(),
        feedback=QgsProcessingFeedback(False),
    )
    assert output.is_file()
