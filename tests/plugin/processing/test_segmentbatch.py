from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import processing
import pytest
from crossearth_qgis.shared.products import PRODUCTS
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from crossearth_qgis.bridge.job_listener import JobListener
from crossearth_qgis.errors import EngineCrashed, JobCanceled
from crossearth_qgis.processing.segment import SegmentAlgorithm
from crossearth_qgis.processing.segmentbatch import SegmentBatchAlgorithm

ID = "crossearth:segmentbatch"
# What else is wanted is a switch here, and a file of any name in a single run.
OWN = {
    *("INPUT", "BANDS", "CONFIDENCE", "PROBABILITIES", "POLYGONS", "OUTPUT_FOLDER"),
    *("REPORT", "MOSAIC", "COLLECTION"),
}
OF_ONE = {"DATES", "ALIGN", "DATES_AS", "EXTENT", "OUTPUT"}


@pytest.fixture
def algorithm(use_provider, fake_engine) -> SegmentBatchAlgorithm:
    use_provider(fake_engine("succeed"))
    return QgsApplication.processingRegistry().createAlgorithmById(ID)


@pytest.fixture
def parameters(raster_factory, tmp_path) -> dict:
    rasters = [str(raster_factory(f"{name}.tif")) for name in ("a", "b")]
    return {"INPUT": rasters, "OUTPUT_FOLDER": str(tmp_path / "maps")}


def arguments_of(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["command"] == "segment-batch"
    return run["arguments"]


def test_it_has_the_options_of_a_single_run(algorithm) -> None:
    single = QgsApplication.processingRegistry().createAlgorithmById("crossearth:segment")
    assert isinstance(single, SegmentAlgorithm)
    names = {item.name() for item in algorithm.parameterDefinitions()}
    others = {item.name() for item in single.parameterDefinitions()}
    assert names - OWN == others - OF_ONE - OWN


def test_everything_is_explained(algorithm) -> None:
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert algorithm.shortHelpString()
    assert algorithm.shortDescription()
    assert not algorithm.icon().isNull()


def test_all_rasters_go_in_one_job(algorithm, fake_engine, parameters, tmp_path) -> None:
    report, mosaic = str(tmp_path / "report.html"), str(tmp_path / "all.vrt")
    more = {"BANDS": "3, 2, 1", "MIN_AREA": 5, "REPORT": report, "MOSAIC": mosaic}
    result = processing.run(ID, {**parameters, **more})
    arguments = arguments_of(fake_engine)
    assert arguments["inputs"] == parameters["INPUT"]
    assert arguments["out_dir"] == result["OUTPUT_FOLDER"] == parameters["OUTPUT_FOLDER"]
    assert arguments["bands"] == [3, 2, 1]
    assert arguments["min_area"] == 5
    assert arguments["report"] == result["REPORT"] == report
    assert arguments["mosaic"] == result["MOSAIC"] == mosaic
    assert (arguments["collection"], result["COLLECTION"]) == (None, None)
    assert arguments["mask"] is None
    assert Path(arguments["model"]).name == "tiny"
    assert json.loads(result["SUMMARY"])["windows"] == 4


def test_bands_may_be_written_as_for_one_raster(algorithm, fake_engine, parameters) -> None:
    processing.run(ID, {**parameters, "BANDS": "3;2;1"})
    assert arguments_of(fake_engine)["bands"] == [3, 2, 1]


def test_defaults_leave_the_bands_to_the_engine(algorithm, fake_engine, parameters) -> None:
    processing.run(ID, parameters)
    arguments = arguments_of(fake_engine)
    assert arguments["bands"] is None
    assert arguments["report"] is None


@pytest.mark.parametrize(
    "wanted",
    [
        set(),
        {"POLYGONS"},
        {"CONFIDENCE", "PROBABILITIES", "LEAD", "UNFAMILIARITY", "POLYGONS"},
    ],
)
def test_only_what_is_wanted_beside_the_maps_is_asked_for(
    algorithm, fake_engine, parameters, wanted
) -> None:
    processing.run(ID, {**parameters, **dict.fromkeys(wanted, True)})
    arguments = arguments_of(fake_engine)
    asked = {name for name in PRODUCTS if arguments.get(name) is not None}
    assert asked == {name.lower() for name in wanted}
    assert all(arguments[name] is True for name in asked)


def test_failed_rasters_are_told_in_the_users_words(
    algorithm, fake_engine, parameters, raster_factory
) -> None:
    bad, feedback = str(raster_factory("bad.tif")), QgsProcessingFeedback(False)
    inputs = [*parameters["INPUT"], bad]
    result = processing.run(ID, {**parameters, "INPUT": inputs}, feedback=feedback)
    assert json.loads(result["SUMMARY"])["failed"] == 1
    log = feedback.textLog()
    assert f"The raster {bad} cannot be read: it is truncated" in log
    assert "Maps made: 2, there already: 0, doubtful: 0, failed: 1. 12 s" in log
    assert "Water" in log


def test_what_was_not_made_of_all_maps_is_an_error_in_the_users_words(
    algorithm, parameters, tmp_path
) -> None:
    class Errors(QgsProcessingFeedback):
        def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803
            told.append(error)

    told: list[str] = []
    mosaic = str(tmp_path / "bad.vrt")
    result = processing.run(ID, {**parameters, "MOSAIC": mosaic}, feedback=Errors(False))
    assert told == [f"The output {mosaic} cannot be written: it is open."]
    assert result["MOSAIC"] is None


def test_files_that_qgis_cannot_load_are_left_to_the_engine(
    algorithm, fake_engine, parameters, tmp_path, monkeypatch
) -> None:
    text = tmp_path / "bad_text.tif"
    text.write_text("no raster", encoding="utf-8")
    table = tmp_path / "bad_table.csv"  # which QGIS loads, though not as a raster
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    good, feedback = parameters["INPUT"][0], QgsProcessingFeedback(False)
    inputs = [str(text), good, "bad_missing.tif", str(table), "NETCDF:bad.nc:red"]
    result = processing.run(ID, {**parameters, "INPUT": inputs}, feedback=feedback)
    inputs[2] = str(tmp_path / "bad_missing.tif")
    assert arguments_of(fake_engine)["inputs"] == inputs
    assert json.loads(result["SUMMARY"])["failed"] == 4
    for path in (inputs[0], inputs[2], inputs[3]):
        assert f"The raster {path} cannot be read" in feedback.textLog()


@pytest.mark.parametrize("nothing", [None, ""])
def test_rasters_have_to_be_given(algorithm, parameters, nothing) -> None:
    with pytest.raises(QgsProcessingException, match="INPUT"):
        processing.run(ID, {**parameters, "INPUT": nothing})


def test_a_layer_that_has_lost_its_file_is_named(algorithm, parameters, tmp_path) -> None:
    layer = QgsRasterLayer(str(tmp_path / "gone.tif"), "Gone")
    with pytest.raises(QgsProcessingException, match="layer “Gone” cannot be read"):
        processing.run(ID, {**parameters, "INPUT": [parameters["INPUT"][0], layer]})


def test_when_all_fail_the_algorithm_does(algorithm, parameters, raster_factory) -> None:
    with pytest.raises(QgsProcessingException, match="all rasters have failed"):
        processing.run(ID, {**parameters, "INPUT": [str(raster_factory("bad.tif"))]})


def test_polygons_keep_their_crs(algorithm, fake_engine, parameters, qgis_new_project) -> None:
    area = QgsVectorLayer("Polygon?crs=EPSG:4326", "Area", "memory")
    feature = QgsFeature(area.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((75 18, 76 18, 76 19, 75 18))"))
    area.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(area)
    processing.run(ID, {**parameters, "MASK": area})
    content = json.loads(Path(arguments_of(fake_engine)["mask"]).read_text(encoding="utf-8"))
    assert content["crs"]["properties"]["name"] == "EPSG:4326"
    assert content["features"][0]["geometry"]["coordinates"][0][0] == [75, 18]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"BANDS": "red"}, "bands “red” are not understood"),
        ({"BANDS": "0,1,2"}, "bands “0,1,2” are not understood"),
        ({"MODEL": "unknown"}, "no model “unknown”"),
        ({"SCALES": "x"}, "not understood"),
    ],
)
def test_parameters_that_cannot_be_are_refused(algorithm, parameters, change, message) -> None:
    with pytest.raises(QgsProcessingException, match=message):
        processing.run(ID, {**parameters, **change})


def test_a_web_map_is_refused_with_the_way_out(algorithm, parameters, qgis_new_project) -> None:
    uri = "type=xyz&url=https://example.org/{z}/{x}/{y}.png&zmax=1&zmin=0"
    layer = QgsRasterLayer(uri, "Tiles", "wms")
    QgsProject.instance().addMapLayer(layer)
    with pytest.raises(QgsProcessingException, match=r"Tiles” .wms. is not a file.*Save As"):
        processing.run(ID, {**parameters, "INPUT": [layer]})


def test_cancel_returns_nothing(use_provider, fake_engine, parameters) -> None:
    use_provider(fake_engine("wait-for-cancel"))
    feedback = QgsProcessingFeedback(False)
    feedback.progressChanged.connect(lambda _percent: feedback.cancel())
    assert processing.run(ID, parameters, feedback=feedback) == {}
    assert "finished maps stay" in feedback.textLog()


def begin_map(path: Path) -> Path:
    """Leave what a run that was interrupted leaves, and return where."""
    folder = path.with_name(f"{path.name}.partial")
    folder.mkdir(parents=True)
    (folder / "crossearth.lock").touch()
    return folder


def test_what_a_dead_engine_left_is_removed_whatever_its_name(
    use_provider, fake_engine, parameters, tmp_path
) -> None:
    use_provider(fake_engine("crash"))
    begin_map(tmp_path / "maps" / "scene_2.tif")
    of_another_run = begin_map(tmp_path / "maps" / "other.tif")
    with pytest.raises(QgsProcessingException):
        processing.run(ID, parameters)
    assert list((tmp_path / "maps").iterdir()) == [of_another_run]


def test_what_is_to_be_resumed_stays(use_provider, fake_engine, parameters, tmp_path) -> None:
    use_provider(fake_engine("crash"))
    with pytest.raises(QgsProcessingException):
        processing.run(ID, {**parameters, "RESUME": True})
    assert (tmp_path / "maps" / "scene_2.tif.partial" / "rows.bin").exists()


class BusyEngine:
    """Is waited for by a run, while another one into the same folder leaves what can be resumed."""

    is_busy = True

    def __init__(self, folder: Path, go_on: Callable[[JobListener], dict]) -> None:
        self._folder = folder
        self._go_on = go_on

    def run(self, command: str, arguments: dict, listener: JobListener, *_: object) -> dict:
        (begin_map(self._folder / "other.tif") / "journal.json").touch()
        return self._go_on(listener)


def test_what_another_run_left_outlives_a_cancel_in_the_queue(
    use_provider, parameters, tmp_path
) -> None:
    feedback = QgsProcessingFeedback(False)

    def cancel_in_queue(listener: JobListener) -> dict:
        feedback.cancel()
        raise JobCanceled

    use_provider(BusyEngine(tmp_path / "maps", cancel_in_queue))
    assert processing.run(ID, parameters, feedback=feedback) == {}
    assert (tmp_path / "maps" / "other.tif.partial" / "journal.json").exists()


def test_what_another_run_left_does_not_keep_what_this_one_left(
    use_provider, parameters, tmp_path
) -> None:
    folder = tmp_path / "maps"

    def crash(listener: JobListener) -> dict:
        listener.on_turn()
        begin_map(folder / "scene.tif")
        raise EngineCrashed(-9, "")

    use_provider(BusyEngine(folder, crash))
    with pytest.raises(QgsProcessingException):
        processing.run(ID, parameters)
    assert [path.name for path in folder.iterdir()] == ["other.tif.partial"]
