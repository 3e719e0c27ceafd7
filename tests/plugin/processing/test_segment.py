from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import processing
import pytest
from osgeo import gdal
from qgis.core import (
    NULL,
    QgsApplication,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from crossearth_qgis import settings
from crossearth_qgis.layers import raster_rendering
from crossearth_qgis.layers.result_layers import is_result
from crossearth_qgis.processing.option_texts import format_merge, parse_merge
from crossearth_qgis.processing.segment import SegmentAlgorithm
from tests.tile_server import TileServer, serving

ID = "crossearth:segment"


class Feedback(QgsProcessingFeedback):
    """Remembers what it was told; cancels itself at the first progress if asked to."""

    def __init__(self, *, cancels: bool = False) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.texts: list[str] = []
        self._cancels = cancels

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def setProgressText(self, text: str) -> None:
        self.texts.append(text)
        if self._cancels and text.startswith("Window"):
            self.cancel()


@pytest.fixture
def algorithm(use_provider, fake_engine) -> SegmentAlgorithm:
    use_provider(fake_engine("succeed"))
    return QgsApplication.processingRegistry().createAlgorithmById(ID)


@pytest.fixture
def square(qgis_new_project) -> QgsVectorLayer:
    """Return a polygon layer in degrees with two squares in the scene, one of them selected."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Fields", "memory")
    features = []
    for west in (75.0, 75.001):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON(({west} 18.086, {west + 0.0005} 18.086, {west + 0.0005} 18.0865,"
                f" {west} 18.086))"
            )
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.selectByIds([next(layer.getFeatures()).id()])
    QgsProject.instance().addMapLayer(layer)
    return layer


def arguments_of(fake_engine) -> dict:
    (run,) = [request for request in fake_engine.requests() if request["type"] == "run"]
    assert run["command"] == "segment"
    return run["arguments"]


# Metadata


def test_names_are_those_that_scripts_hold(algorithm) -> None:
    assert algorithm.id() == ID
    assert {parameter.name() for parameter in algorithm.parameterDefinitions()} >= {
        "INPUT",
        "MODEL",
        "BANDS",
        "EXTENT",
        "MASK",
        "MIN_AREA",
        "SIMPLIFY",
        "RIGHT_ANGLES",
        "MERGE",
        "WINDOW_SIZE",
        "OVERLAP",
        "JOIN",
        "CRS",
        "GSD",
        "GRID",
        "STRETCH",
        "MATCH",
        "NODATA",
        "TTA",
        "SCALES",
        "MAJORITY",
        "PRECISION",
        "CLUSTER",
        "DEVICE",
        "RESUME",
        "KEEP_PARTIAL",
        "STRICT",
        "CONFIDENCE",
        "PROBABILITIES",
        "LEAD",
        "UNFAMILIARITY",
        "POLYGONS",
        "REPORT",
        "OUTPUT",
    }
    assert {output.name() for output in algorithm.outputDefinitions()} >= {
        "OUTPUT",
        "CONFIDENCE",
        "PROBABILITIES",
        "LEAD",
        "UNFAMILIARITY",
        "POLYGONS",
        "REPORT",
        "AREAS",
        "WINDOWS",
        "DURATION",
        "SUMMARY",
    }
    assert algorithm.parameterDefinition("JOIN").options() == ["taper", "average"]
    assert algorithm.parameterDefinition("GRID").options() == ["input", "model"]
    assert algorithm.parameterDefinition("PRECISION").options() == [
        "auto",
        "fp32",
        "bf16",
        "fp16",
        "int8",
    ]


def test_everything_is_explained(algorithm) -> None:
    for parameter in algorithm.parameterDefinitions():
        assert parameter.help(), parameter.name()
        assert parameter.description()
    assert algorithm.shortHelpString()
    assert algorithm.shortDescription()
    assert algorithm.group()
    assert algorithm.groupId() == "landcover"
    assert algorithm.helpUrl().startswith("https://")
    assert "land cover" in algorithm.tags()


def test_precision_by_default_is_told_as_on_the_command_line(algorithm) -> None:
    text = algorithm.parameterDefinition("PRECISION").help()
    assert "auto: fp32, so that a map does not depend on where it was made" in text


def test_expert_parameters_are_advanced_and_defaults_suffice(algorithm) -> None:
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    definitions = algorithm.parameterDefinitions()
    assert {item.name() for item in definitions if item.flags() & advanced} == {
        "WINDOW_SIZE",
        "OVERLAP",
        "JOIN",
        "CRS",
        "GSD",
        "PIXEL_SIZE",
        "GRID",
        "STRETCH",
        "MATCH",
        "NODATA",
        "TTA",
        "SCALES",
        "MAJORITY",
        "RIGHT_ANGLES",
        "SIMPLIFY",
        "PRECISION",
        "CLUSTER",
        "DEVICE",
        "RESUME",
        "KEEP_PARTIAL",
        "STRICT",
        "DATES",
        "ALIGN",
        "DATES_AS",
    }
    needed = [
        item.name()
        for item in definitions
        if not item.flags() & optional and item.defaultValue() is None
    ]
    assert needed == ["INPUT", "OUTPUT"]


def test_without_environment_it_cannot_be_executed_and_says_why(algorithm, monkeypatch) -> None:
    assert algorithm.canExecute() == (True, "")
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON")
    can, reason = algorithm.canExecute()
    assert not can
    assert "setupengine" in reason
    assert reason in algorithm.shortHelpString()


# Parameters


def run(parameters: dict, **keywords) -> dict:
    return processing.run(ID, parameters, **keywords)


@pytest.fixture
def parameters(raster_layer, tmp_path) -> dict:
    return {"INPUT": raster_layer, "OUTPUT": str(tmp_path / "out.tif")}


def test_defaults_reach_the_engine_as_plain_values(algorithm, fake_engine, parameters) -> None:
    run(parameters)
    arguments = arguments_of(fake_engine)
    assert Path(arguments.pop("model")).name == "tiny"
    assert arguments == {
        "input": parameters["INPUT"].source(),
        "output": parameters["OUTPUT"],
        "bands": None,
        "extent": None,
        "mask": None,
        "device": "auto",
        "threads": None,
    }


def test_chosen_values_reach_the_engine(algorithm, fake_engine, parameters, tmp_path) -> None:
    confidence = str(tmp_path / "sure.tif")
    more = {
        "MODEL": "tiny",
        "BANDS": [3, 2, 1],
        "WINDOW_SIZE": 48,
        "OVERLAP": 0,
        "JOIN": "average",
        "GSD": 0.5,
        "DEVICE": "cpu",
        "CONFIDENCE": confidence,
        "EXTENT": "500010,500100,1999900,1999990 [EPSG:32643]",
    }
    run({**parameters, **more})
    arguments = arguments_of(fake_engine)
    assert arguments["bands"] == [3, 2, 1]
    assert (arguments["window"], arguments["overlap"]) == (48, 0)
    assert arguments["join"] == "average"
    assert arguments["gsd"] == 0.5
    assert arguments["device"] == "cpu"
    assert arguments["confidence"] == confidence
    assert arguments["extent"] == [500010, 1999900, 500100, 1999990]


@pytest.mark.parametrize("bands", ["3,2,1", "3, 2, 1", "3;2;1", ["3", "2", "1"]])
def test_bands_may_be_written_with_commas_or_semicolons(
    algorithm, fake_engine, parameters, bands
) -> None:
    run({**parameters, "BANDS": bands})
    assert arguments_of(fake_engine)["bands"] == [3, 2, 1]


@pytest.mark.parametrize("nothing", ["", None, NULL, []])
def test_without_bands_the_engine_chooses(algorithm, fake_engine, parameters, nothing) -> None:
    run({**parameters, "BANDS": nothing})
    assert arguments_of(fake_engine)["bands"] is None


def test_every_further_option_reaches_the_engine_under_its_name(
    algorithm, fake_engine, parameters
) -> None:
    options = {
        "PRECISION": "bf16",
        "STRETCH": "2 %, 98 %",
        "MATCH": True,
        "NODATA": -9999,
        "GRID": "model",
        "TTA": True,
        "SCALES": "0.75, 1, 1.5",
        "MIN_AREA": 25.5,
        "SIMPLIFY": 0,
        "RIGHT_ANGLES": 'building, "shed, small"',
        "MAJORITY": 5,
        "MERGE": "built = building, road; green=vegetation;",
        "RESUME": True,
        "KEEP_PARTIAL": True,
    }
    run({**parameters, **options})
    arguments = arguments_of(fake_engine)
    expected = {
        "precision": "bf16",
        "stretch": "2%,98%",
        "match": True,
        "nodata": "-9999",
        "grid": "model",
        "tta": True,
        "scales": [0.75, 1.0, 1.5],
        "min_area": 25.5,
        "simplify": 0.0,
        "right_angles": ["building", "shed, small"],
        "majority": 5,
        "merge": {"built": ["building", "road"], "green": ["vegetation"]},
        "resume": True,
        "keep_partial": True,
    }
    assert {name: arguments[name] for name in expected} == expected


def test_names_with_commas_stand_in_quotes() -> None:
    merged = {"Soil, bare": ["rock; sand", "a=b", "dune"], "green": ["trees"]}
    text = format_merge(merged)
    assert text == '"Soil, bare"="rock; sand","a=b",dune; green=trees'
    assert parse_merge(text) == merged


def test_smallest_area_of_zero_is_none(algorithm, fake_engine, parameters) -> None:
    run({**parameters, "MIN_AREA": 0})
    assert "min_area" not in arguments_of(fake_engine)


def test_what_a_model_of_the_designer_leaves_empty_is_as_by_default(
    algorithm, fake_engine, parameters
) -> None:
    names = ("JOIN", "GRID", "PRECISION", "TTA", "RESUME", "KEEP_PARTIAL", "STRETCH")
    names += ("MATCH", "MERGE")
    run({**parameters, **dict.fromkeys(names)})
    arguments = arguments_of(fake_engine)
    assert not {name.lower() for name in names} & set(arguments)


def test_nodata_may_be_zero(algorithm, fake_engine, parameters) -> None:
    run({**parameters, "NODATA": 0})
    assert arguments_of(fake_engine)["nodata"] == "0"


def test_every_output_reaches_the_engine_and_comes_back(
    algorithm, fake_engine, parameters, tmp_path
) -> None:
    files = {
        "CONFIDENCE": str(tmp_path / "confidence.tif"),
        "PROBABILITIES": str(tmp_path / "probabilities.tif"),
        "POLYGONS": str(tmp_path / "polygons.gpkg"),
        "REPORT": str(tmp_path / "report.html"),
    }
    result = run({**parameters, **files})
    arguments = arguments_of(fake_engine)
    assert {name: arguments[name.lower()] for name in files} == files
    assert {name: result[name] for name in files} == files
    assert json.loads(result["SUMMARY"])["report"] == files["REPORT"]


def test_outputs_in_temporary_files_have_the_suffix_of_their_kind(
    algorithm, fake_engine, parameters
) -> None:
    names = ("PROBABILITIES", "POLYGONS", "REPORT")
    run({**parameters, **dict.fromkeys(names, "TEMPORARY_OUTPUT")})
    arguments = arguments_of(fake_engine)
    assert [Path(arguments[name.lower()]).suffix for name in names] == [".tif", ".gpkg", ".html"]


def test_relative_paths_are_made_absolute(
    algorithm, fake_engine, parameters, raster_factory, tmp_path, monkeypatch
) -> None:
    raster_factory("here.tif")
    monkeypatch.chdir(tmp_path)
    result = run({"INPUT": "here.tif", "OUTPUT": "out.tif", "CONFIDENCE": "sure.tif"})
    arguments = arguments_of(fake_engine)
    assert arguments["input"] == str(tmp_path / "here.tif")
    assert arguments["output"] == str(tmp_path / "out.tif")
    assert arguments["confidence"] == str(tmp_path / "sure.tif")
    assert Path(result["OUTPUT"]).name == "out.tif"


def test_extent_is_brought_into_the_crs_of_the_raster(algorithm, fake_engine, parameters) -> None:
    run({**parameters, "EXTENT": "75,75.001,18.08,18.081 [EPSG:4326]"})
    west, south, east, north = arguments_of(fake_engine)["extent"]
    assert 499_999 < west < east < 500_120
    assert 1_990_000 < south < north < 2_010_000


@pytest.mark.parametrize(("selected_only", "count"), [(False, 2), (True, 1)])
def test_mask_is_written_in_the_crs_of_the_raster(
    algorithm, fake_engine, parameters, square, selected_only: bool, count: int
) -> None:
    mask = QgsProcessingFeatureSourceDefinition(square.id(), selected_only)
    run({**parameters, "MASK": mask})
    content = json.loads(Path(arguments_of(fake_engine)["mask"]).read_text(encoding="utf-8"))
    assert content["crs"]["properties"]["name"] == "EPSG:32643"
    assert len(content["features"]) == count
    x, y = content["features"][0]["geometry"]["coordinates"][0][0]
    assert 499_999 < x < 500_200
    assert 1_990_000 < y < 2_010_000


def test_model_may_be_a_path(algorithm, fake_engine, parameters, tiny_model) -> None:
    run({**parameters, "MODEL": str(tiny_model / "model.json")})
    assert arguments_of(fake_engine)["model"] == str(tiny_model / "model.json")


def test_bare_onnx_file_is_left_to_the_engine(algorithm, fake_engine, parameters, tmp_path) -> None:
    network = tmp_path / "foreign.onnx"
    network.touch()
    run({**parameters, "MODEL": str(network)})
    arguments = arguments_of(fake_engine)
    assert arguments["model"] == str(network)
    assert arguments["bands"] is None


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"MODEL": "unknown"}, "no model “unknown”.*tiny"),
        ({"WINDOW_SIZE": 32, "OVERLAP": 32}, "must be smaller"),
        ({"OVERLAP": 64}, "must be smaller"),
        ({"WINDOW_SIZE": 8, "OVERLAP": 0}, "WINDOW_SIZE: from 32 to 65,?535, not 8"),
        ({"BANDS": [1, 2]}, "needs 3 bands .red, green, blue., but 2 were given"),
        ({"BANDS": [1, 2, 9]}, "layer “Scene” has no band 9: its bands are numbered from 1 to 3"),
        ({"BANDS": "1,2,9"}, "has no band 9"),
        ({"BANDS": "1,2"}, "but 2 were given"),
        ({"BANDS": "red"}, "bands “red” are not understood"),
        ({"JOIN": "glue"}, "JOIN"),
        ({"OUTPUT": "/no/out.png"}, "png"),
        ({"POLYGONS": "/no/out.shp"}, "shp"),
        ({"SCALES": "1;2"}, "scales “1;2” are not understood"),
        ({"SCALES": "0,1"}, "scales “0,1” are not understood"),
        ({"STRETCH": "2%,98"}, "stretch “2%,98” is not understood"),
        ({"STRETCH": "some"}, "stretch “some” is not understood"),
        ({"MERGE": "built"}, "classes to merge “built” are not understood"),
        ({"MERGE": "a=b; a=c"}, "classes to merge “a=b; a=c” are not understood"),
        ({"MERGE": "a=b,,c"}, "classes to merge “a=b,,c” are not understood"),
        ({"MAJORITY": 4}, "odd number of pixels, not 4"),
        ({"PRECISION": "fp8"}, "PRECISION"),
        ({"INPUT": "/no/such.tif"}, "INPUT"),
    ],
)
def test_parameters_that_do_not_go_together_are_refused(
    algorithm, parameters, change: dict, message: str
) -> None:
    with pytest.raises(QgsProcessingException, match=f"(?s){message}"):
        run({**parameters, **change})


def test_output_over_the_input_is_refused(algorithm, parameters) -> None:
    source = parameters["INPUT"].source()
    for name in ("OUTPUT", "CONFIDENCE", "PROBABILITIES", "REPORT"):
        with pytest.raises(QgsProcessingException, match="is itself an input"):
            run({**parameters, name: source})


def test_one_file_for_two_outputs_is_refused(algorithm, parameters) -> None:
    with pytest.raises(QgsProcessingException, match="two files"):
        run({**parameters, "CONFIDENCE": parameters["OUTPUT"]})


def test_too_few_bands_are_refused_before_anything_runs(
    algorithm, parameters, raster_factory
) -> None:
    two = QgsRasterLayer(str(raster_factory("two.tif", count=2, colors=())), "Two")
    with pytest.raises(QgsProcessingException, match="but 2 were given; the layer has 2"):
        run({**parameters, "INPUT": two})


def test_a_grey_layer_is_left_to_the_engine(
    algorithm, fake_engine, parameters, raster_factory
) -> None:
    gray = QgsRasterLayer(str(raster_factory("gray.tif", count=1, colors=())), "Gray")
    run({**parameters, "INPUT": gray})
    assert arguments_of(fake_engine)["bands"] is None


def test_whole_web_map_is_refused_with_the_way_out(algorithm, parameters, tiles) -> None:
    with pytest.raises(QgsProcessingException, match="Limit the run to an extent"):
        run({**parameters, "INPUT": tiles})


def test_web_map_has_the_bands_of_a_picture(algorithm, parameters, tiles) -> None:
    with pytest.raises(QgsProcessingException, match=r"Tiles” has no band 4: its bands .* 1 to 3"):
        run({**parameters, "INPUT": tiles, "BANDS": [1, 2, 4], "EXTENT": TILE})


# Run


def test_result_and_areas_are_returned(algorithm, parameters) -> None:
    result = run(parameters)
    assert result["OUTPUT"] == parameters["OUTPUT"]
    assert Path(parameters["OUTPUT"]).is_file()
    assert result["WINDOWS"] == 4
    assert result["DURATION"] == 12.5
    assert json.loads(result["AREAS"])[0]["name"] == "Water"


def test_progress_warnings_and_areas_are_shown(algorithm, parameters) -> None:
    feedback = Feedback()
    run(parameters, feedback=feedback)
    assert "Window 1 of 4, 3 s left" in feedback.texts
    assert feedback.progress() == 100
    assert "A warning from the engine." in feedback.warnings
    assert "An info from the engine." in feedback.infos
    assert any(
        "Water" in line and "75.0 %" in line and "3.00 ha" in line for line in feedback.infos
    )
    assert any("4 windows" in line and "cpu" in line for line in feedback.infos)


@pytest.mark.usefixtures("no_layer_tree")
def test_layer_is_named_after_raster_and_model_and_gets_the_style_beside_it(
    algorithm, raster_layer, qgis_new_project, tmp_path
) -> None:
    styled = QgsRasterLayer(raster_layer.source(), "styled")
    styled.setOpacity(0.25)
    output = tmp_path / "out.tif"
    styled.saveNamedStyle(str(output.with_suffix(".qml")))
    processing.runAndLoadResults(ID, {"INPUT": raster_layer, "OUTPUT": str(output)})
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.name() == "Scene – Tiny"
    assert layer.opacity() == 0.25
    assert is_result(layer)


@pytest.mark.usefixtures("no_layer_tree")
def test_what_differs_comes_first_in_the_names_of_layers(
    algorithm, raster_layer, qgis_new_project, tmp_path
) -> None:
    paths = {name: str(tmp_path / f"{name}.tif") for name in ("OUTPUT", "CONFIDENCE")}
    processing.runAndLoadResults(ID, {"INPUT": raster_layer, **paths})
    layers = QgsProject.instance().mapLayers().values()
    assert {layer.name() for layer in layers} == {"Scene – Tiny", "Confidence – Scene – Tiny"}
    assert all(is_result(layer) for layer in layers)


@pytest.mark.usefixtures("no_layer_tree")
def test_name_that_a_script_chose_stays(
    algorithm, raster_layer, qgis_new_project, tmp_path
) -> None:
    destination = QgsProcessingOutputLayerDefinition(
        str(tmp_path / "out.tif"), QgsProject.instance()
    )
    destination.destinationName = "Mine"
    processing.runAndLoadResults(ID, {"INPUT": raster_layer, "OUTPUT": destination})
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.name() == "Mine"


def test_runs_in_the_background_while_the_window_lives(
    use_provider, fake_engine, parameters, qtbot
) -> None:
    use_provider(fake_engine("succeed"))
    registered = QgsApplication.processingRegistry().createAlgorithmById(ID)
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    task = QgsProcessingAlgRunnerTask(registered, parameters, context, feedback)
    with qtbot.waitSignal(task.executed, timeout=10_000) as signal:
        QgsApplication.taskManager().addTask(task)
    ok, results = signal.args
    assert ok
    assert results["WINDOWS"] == 4


def test_batch_of_two_uses_one_worker(use_provider, fake_engine, raster_layer, tmp_path) -> None:
    engine = fake_engine("succeed")
    use_provider(engine)
    for index in range(2):
        run({"INPUT": raster_layer, "OUTPUT": str(tmp_path / f"{index}.tif")})
    assert [request["type"] for request in fake_engine.requests()] == ["hello", "run", "run"]


# Layers that only QGIS can read

TILE = "-4000,0,-2000,0 [EPSG:3857]"


@pytest.fixture
def server() -> Iterator[TileServer]:
    with serving() as running:
        yield running


@pytest.fixture
def tiles(server, qgis_new_project) -> QgsRasterLayer:
    layer = QgsRasterLayer(server.xyz_uri(), "Tiles", "wms")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_web_map_is_given_to_the_engine_as_a_file_that_goes_afterwards(
    algorithm, fake_engine, parameters, tiles, server, tmp_path
) -> None:
    feedback = Feedback()
    result = run({**parameters, "INPUT": tiles, "EXTENT": TILE, "GSD": 10}, feedback=feedback)
    arguments = arguments_of(fake_engine)
    assert Path(arguments["input"]).suffix == ".tif"
    assert not Path(arguments["input"]).exists()
    assert arguments["bands"] is None
    assert arguments["extent"] == [-4000, -2000, 0, 0]
    # What the fake engine has copied.
    copied = gdal.Open(result["OUTPUT"])
    assert copied.GetGeoTransform()[1] == pytest.approx(9.5546, rel=1e-4)
    assert server.asked
    assert "Fetching 419 × 210 pixels of Tiles, 9.52 m each" in "\n".join(feedback.infos)
    assert any("Fetching the layer: block" in text for text in feedback.texts)
    assert feedback.progress() == 100


def test_polygons_limit_what_is_fetched(
    algorithm, fake_engine, parameters, tiles, qgis_new_project
) -> None:
    area = QgsVectorLayer("Polygon?crs=EPSG:4326", "Area", "memory")
    feature = QgsFeature(area.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 0.01 0, 0.01 0.01, 0 0))"))
    area.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(area)
    result = run({**parameters, "INPUT": tiles, "MASK": area, "GSD": 10})
    copied = gdal.Open(result["OUTPUT"])
    assert (copied.RasterXSize, copied.RasterYSize) == (117, 117)
    assert Path(arguments_of(fake_engine)["mask"]).exists()


def test_what_could_not_be_fetched_is_a_warning(algorithm, parameters, tiles, server) -> None:
    server.status[(14, 8191, 8192)] = 404
    feedback = Feedback()
    run({**parameters, "INPUT": tiles, "EXTENT": TILE, "GSD": 10}, feedback=feedback)
    assert any("no imagery for 1 piece of" in warning for warning in feedback.warnings)


def test_web_map_without_its_server_is_a_sentence(
    algorithm, fake_engine, parameters, tiles, server, monkeypatch
) -> None:
    monkeypatch.setattr(raster_rendering, "_PAUSE_S", 0.0)
    server.server_close()
    with pytest.raises(QgsProcessingException, match="Tiles” cannot be fetched"):
        run({**parameters, "INPUT": tiles, "EXTENT": TILE, "GSD": 10})
    assert fake_engine.requests() == []


def test_cancel_while_a_web_map_is_fetched_starts_nothing(
    algorithm, fake_engine, parameters, tiles
) -> None:
    feedback = Feedback()
    feedback.setProgressText = lambda _text: feedback.cancel()
    assert run({**parameters, "INPUT": tiles, "EXTENT": TILE}, feedback=feedback) == {}
    assert fake_engine.requests() == []


def test_model_of_unknown_pixel_size_needs_one_for_a_web_map(
    algorithm, parameters, tiles, tmp_path
) -> None:
    network = tmp_path / "foreign.onnx"
    network.touch()
    web = {**parameters, "INPUT": tiles, "EXTENT": TILE, "MODEL": str(network)}
    with pytest.raises(QgsProcessingException, match="GSD"):
        run(web)
    run({**web, "GSD": 10})


# Errors


def test_refusal_of_the_engine_is_its_sentence(use_provider, fake_engine, parameters) -> None:
    use_provider(fake_engine("fail"))
    with pytest.raises(QgsProcessingException, match=r"/a/b\.tif cannot be read: it is truncated"):
        run(parameters)


@pytest.mark.parametrize("behaviour", ["crash", "leave", "babble"])
def test_dead_engine_leaves_nothing_on_disk(
    use_provider, fake_engine, parameters, tmp_path, behaviour: str
) -> None:
    use_provider(fake_engine(behaviour))
    with pytest.raises(QgsProcessingException, match="The engine"):
        run(parameters)
    assert not list(tmp_path.glob("out.tif*"))


@pytest.mark.parametrize("behaviour", ["wait-for-cancel", "ignore-everything"])
def test_cancel_leaves_nothing(
    use_provider, fake_engine, parameters, tmp_path, behaviour: str
) -> None:
    use_provider(fake_engine(behaviour))
    result = run(parameters, feedback=Feedback(cancels=True))
    assert "OUTPUT" not in result
    assert not list(tmp_path.glob("out.tif*"))


def test_canceled_run_that_is_to_keep_its_part_returns_it(
    use_provider, fake_engine, parameters, tmp_path
) -> None:
    use_provider(fake_engine("keep-what-is-done"))
    feedback = Feedback(cancels=True)
    result = run({**parameters, "KEEP_PARTIAL": True}, feedback=feedback)
    assert json.loads(result["SUMMARY"])["partial"]
    assert (tmp_path / "out.tif").is_file()
    assert any("Canceled" in warning for warning in feedback.warnings)


def test_what_a_run_left_that_may_be_resumed_stays(
    use_provider, fake_engine, parameters, tmp_path
) -> None:
    use_provider(fake_engine("crash"))
    with pytest.raises(QgsProcessingException, match="The engine"):
        run({**parameters, "RESUME": True})
    assert (tmp_path / "out.tif.partial" / "rows.bin").is_file()


def test_cancel_while_polygons_are_read_starts_nothing(
    algorithm, fake_engine, parameters, square
) -> None:
    feedback = QgsProcessingFeedback(False)
    feedback.cancel()
    assert run({**parameters, "MASK": square}, feedback=feedback) == {}
    assert fake_engine.requests() == []


def test_empty_mask_is_reported(algorithm, parameters, qgis_new_project) -> None:
    empty = QgsVectorLayer("Polygon?crs=EPSG:4326", "Empty", "memory")
    QgsProject.instance().addMapLayer(empty)
    with pytest.raises(QgsProcessingException, match="no polygons"):
        run({**parameters, "MASK": empty})


def test_self_crossing_mask_is_repaired_even_where_qgis_would_stop(
    algorithm, fake_engine, parameters, qgis_new_project
) -> None:
    bow_tie = QgsVectorLayer("Polygon?crs=EPSG:32643", "Bow tie", "memory")
    feature = QgsFeature(bow_tie.fields())
    feature.setGeometry(QgsGeometry.fromWkt("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))"))
    bow_tie.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(bow_tie)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    run({**parameters, "MASK": bow_tie}, context=context)
    content = json.loads(Path(arguments_of(fake_engine)["mask"]).read_text(encoding="utf-8"))
    assert len(content["features"]) == 1


# A cluster


def test_a_cluster_is_told_what_is_set_for_it_and_sees_the_mask(
    algorithm, fake_engine, parameters, square, tmp_path
) -> None:
    settings.set_device("cpu")
    settings.set_threads(1)
    settings.set_cluster_tls("/home/me/tls")
    settings.set_cluster_places([r"Z:\imagery=/data/imagery"])
    run({**parameters, "MASK": square, "CLUSTER": "tls://gpu-box:8786"})
    told = arguments_of(fake_engine)
    assert told["cluster"] == "tls://gpu-box:8786"
    assert told["tls"] == "/home/me/tls"
    assert told["places"] == [r"Z:\imagery=/data/imagery"]
    assert told["device"] == "auto"
    assert "threads" not in told
    assert Path(told["mask"]).parent == tmp_path
    assert not Path(told["mask"]).exists()


def test_without_a_cluster_nothing_of_it_is_told(algorithm, fake_engine, parameters) -> None:
    settings.set_cluster("tls://gpu-box:8786")
    settings.set_cluster_tls("/home/me/tls")
    run(parameters)
    assert not {"cluster", "tls", "places"} & set(arguments_of(fake_engine))
