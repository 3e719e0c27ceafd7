"""Import of ONNX files, which needs no PyTorch."""

import json

import numpy as np
import onnx
import pytest
from click.testing import CliRunner
from onnx.external_data_helper import convert_model_to_external_data

from crossearth_engine import transfer
from crossearth_engine.cli.main import main
from crossearth_engine.errors import (
    IncompatibleModel,
    InvalidRequest,
    JobCanceled,
    NotEnoughSpace,
    UnreadableModel,
)
from crossearth_engine.exchange.importing import Description, import_model
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model, installed_models
from tests.engine.conftest import read, run, save_network
from tests.engine.models.test_metadata import DEEPNESS, write_item

WEIGHTS = np.random.default_rng(3).normal(size=(3, 3, 1, 1)).astype(np.float32)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def files_in(folder):
    return {path.name for path in folder.rglob("*") if path.is_file()}


def test_keys_of_deepness_are_kept(tmp_path, raster_factory):
    model = import_model(save_network(tmp_path / "My Roads.onnx", WEIGHTS, DEEPNESS)).model
    assert (model.id, model.name, model.assumed) == ("my-roads", "My Roads", ("bands",))
    assert [item.name for item in model.classes] == ["not road", "road", "roof"]
    assert (model.window_size, model.overlap, model.gsd_m) == (256, 64, pytest.approx(0.2))
    assert find_model("my-roads") == model
    assert model.verify() == model.sha256
    run(raster_factory(), tmp_path / "map.tif", model="my-roads")
    assert files_in(model.weights.parent) == {"model.onnx", "model.json", "SHA256SUMS", "README.md"}


def test_scores_stay_those_of_the_file(tmp_path, raster_factory):
    file = save_network(tmp_path / "m.onnx", WEIGHTS, DEEPNESS)
    raster = raster_factory()
    run(raster, tmp_path / "a.tif", model=str(file), gsd=None)
    import_model(file)
    run(raster, tmp_path / "b.tif", model="m")
    assert np.array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))


def test_bare_file_is_described_by_a_person(tmp_path):
    file = save_network(tmp_path / "bare.onnx", WEIGHTS)
    assert import_model(file, model_id="as-is").model.assumed == (
        "classes", "bands", "window", "scaling",
    )  # fmt: skip
    said = {"classes": ["a", "b", "c"], "bands": ["x", "y", "z"], "window": 64, "gsd": 2.0,
            "mean": [100], "std": [10, 20, 30], "name": "Mine"}  # fmt: skip
    model = import_model(file, description=Description.from_arguments(said)).model
    assert (model.window_size, model.overlap, model.gsd_m) == (64, 10, 2.0)
    assert (model.mean, model.std) == ((100, 100, 100), (10, 20, 30))
    assert (model.name, model.bands, model.assumed) == ("Mine", ("x", "y", "z"), ())


def test_one_channel_keeps_its_threshold(tmp_path, raster_factory):
    metadata = {**DEEPNESS, "class_names": '{"0": "rest", "1": "road"}', "seg_thresh": "0.7"}
    weights = np.full((1, 3, 1, 1), 2.0, np.float32)
    file = save_network(tmp_path / "one.onnx", weights, metadata, activation="Sigmoid")
    model = import_model(file).model
    assert (model.threshold, len(model.classes)) == (0.7, 2)
    run(raster_factory(), tmp_path / "map.tif", model="one")


def test_data_files_come_along(tmp_path):
    file = save_network(tmp_path / "m.onnx", np.ones((9, 3, 9, 9), np.float32), DEEPNESS)
    content = onnx.load(file)
    (tmp_path / "given" / "data").mkdir(parents=True)
    convert_model_to_external_data(content, location="weights.bin", size_threshold=0)
    onnx.save(content, tmp_path / "given" / "m.onnx")
    model = import_model(tmp_path / "given" / "m.onnx").model
    assert "weights.bin" in files_in(model.weights.parent)
    (tmp_path / "given" / "weights.bin").unlink()
    with pytest.raises(IncompatibleModel, match=r"weights\.bin is missing"):
        import_model(tmp_path / "given" / "m.onnx", model_id="again")


@pytest.mark.parametrize("name", ["model.onnx", "README.md", "sha256sums"])
def test_data_files_do_not_take_the_place_of_others(tmp_path, home, name, monkeypatch):
    monkeypatch.chdir(tmp_path)  # onnx does not name what lies in the working folder
    file = save_network(tmp_path / "m.onnx", np.ones((9, 3, 9, 9), np.float32), DEEPNESS)
    content = onnx.load(file)
    convert_model_to_external_data(content, location=name, size_threshold=0)
    onnx.save(content, file)
    with pytest.raises(IncompatibleModel, match="has the name of another file"):
        import_model(file)
    assert not files_in(home)


def test_item_is_imported_from_its_folder_or_file(tmp_path):
    item = write_item(tmp_path / "given", type="Feature", geometry=None)
    model = import_model(item.parent).model
    assert (model.id, model.name) == ("three-classes", "Three classes")
    assert [entry.value for entry in model.classes] == [10, 20, 0]
    again = import_model(item, model_id="again").model
    assert again.classes == model.classes
    with pytest.raises(InvalidRequest, match="three-classes already"):
        import_model(item)


def test_bundled_ids_are_taken(tmp_path):
    file = save_network(tmp_path / "crossearth-base-rgb.onnx", WEIGHTS, DEEPNESS)
    with pytest.raises(InvalidRequest, match="already"):
        import_model(file)


@pytest.mark.parametrize(
    ("metadata", "error", "sentence"),
    [
        ({"model_type": '"Detector"'}, IncompatibleModel, "only segmentation"),
        ({"class_names": "[1, 2"}, IncompatibleModel, "not understood"),
    ],
)
def test_other_models_leave_nothing(tmp_path, home, metadata, error, sentence):
    with pytest.raises(error, match=sentence):
        import_model(save_network(tmp_path / "m.onnx", WEIGHTS, metadata))
    assert files_in(home) == set()


def test_network_without_a_score_for_every_pixel_is_refused(tmp_path, home):
    # Nothing but running it tells: its shapes are open.
    graph = onnx.load(save_network(tmp_path / "m.onnx", WEIGHTS, DEEPNESS))
    graph.graph.node[0].attribute.append(onnx.helper.make_attribute("strides", [4, 1]))
    onnx.save(graph, tmp_path / "m.onnx")
    with pytest.raises(IncompatibleModel, match="does not return a value for every pixel"):
        import_model(tmp_path / "m.onnx")
    assert files_in(home) == set()


def test_truncated_and_missing_files_are_told(tmp_path, home):
    file = save_network(tmp_path / "m.onnx", WEIGHTS)
    file.write_bytes(file.read_bytes()[:-20])
    with pytest.raises(UnreadableModel, match="truncated"):
        import_model(file)
    with pytest.raises(UnreadableModel, match="no such file"):
        import_model(tmp_path / "nothing.onnx")
    with pytest.raises(UnreadableModel, match="no such file"):
        import_model(tmp_path)
    assert files_in(home) == set()


def test_disk_too_small_is_told_before_anything_is_written(tmp_path, home, monkeypatch):
    file = save_network(tmp_path / "m.onnx", WEIGHTS, DEEPNESS)
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr(transfer.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(NotEnoughSpace, match=r"1\.0 MB are needed, 1\.0 kB are free"):
        import_model(file)
    assert files_in(home) == set()


def test_cancel_leaves_nothing(tmp_path, home):
    job = Job(lambda *_: job.cancel(), lambda *_: None)
    with pytest.raises(JobCanceled):
        import_model(save_network(tmp_path / "m.onnx", WEIGHTS, DEEPNESS), job=job)
    assert files_in(home) == set()
    assert installed_models().keys() == {"crossearth-base-rgb"}


def test_command_says_what_was_assumed(tmp_path):
    file = save_network(tmp_path / "bare.onnx", WEIGHTS, size=32)
    done = CliRunner().invoke(main, ["models", "import", str(file)])
    assert done.stdout == "bare: class 0, class 1, class 2\n"
    assert "Say what is right with --classes, --bands, --mean, --std." in done.stderr
    command = ["models", "import", str(file), "--id", "b", "--classes", "a, b,c", "--bands"]
    command += ["red,green,blue", "--mean", "0", "--std", "255", "--json"]
    described = json.loads(CliRunner().invoke(main, command).stdout)
    assert [item["name"] for item in described["classes"]] == ["a", "b", "c"]
    assert described["assumed"] == []
