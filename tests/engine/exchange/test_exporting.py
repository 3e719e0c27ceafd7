# ruff: noqa: E402 - what may be absent is asked for first
import json
import shutil

import numpy as np
import onnx
import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("safetensors", reason="safetensors is an extra")
pytest.importorskip("onnxscript", reason="onnxscript is in the extra torch")

from crossearth_engine import transfer
from crossearth_engine.cli.main import main
from crossearth_engine.errors import (
    ChecksumMismatch,
    EngineError,
    JobCanceled,
    NotAdapted,
    NotEnoughSpace,
    OutputNotWritable,
)
from crossearth_engine.exchange.exporting import export_model
from crossearth_engine.exchange.importing import import_model
from crossearth_engine.inference.load import load_backend
from crossearth_engine.job import Job
from crossearth_engine.models import onnx_export as export
from crossearth_engine.models import registry
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import protocol
from tests.engine.conftest import read, run
from tests.engine.networks.tiny import image, lively, save_like_published

# Tracing even the smallest network takes minutes where others use the cores, too.
pytestmark = pytest.mark.timeout(900)

FILES = {"model.onnx", "model.json", "SHA256SUMS", "README.md"}


def quiet():
    return Job(lambda *_: None, lambda *_: None)


@pytest.fixture(scope="module")
def network():
    return lively(num_classes=6)


@pytest.fixture(scope="module")
def installed(tmp_path_factory, network):
    """A home with a model in it, and the one export of this module: tracing takes a minute."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CROSSEARTH_HOME", str(home))
        checkpoint = save_like_published(home / "Potsdam(i)-source.pth", network.state_dict())
        model = import_model(checkpoint).model
        export_model(model, home / "out", quiet())
    return model, home / "out"


@pytest.fixture
def model(installed):
    return installed[0]


@pytest.fixture
def exported(installed):
    return installed[1]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """Elsewhere."""
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def _traced(exported, monkeypatch):
    """Tracing, done before."""

    def copy(network, model, path, **_):
        shutil.copy(exported / "model.onnx", path)

    monkeypatch.setattr(export, "export_onnx", copy)


def files_in(folder):
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_crossearth_runs_elsewhere_as_it_does_here(
    model, exported, network, tmp_path, raster_factory
):
    assert files_in(exported) == FILES
    there = import_model(exported).model
    for name in ("id", "name", "classes", "bands", "mean", "std", "window_size", "license"):
        assert getattr(there, name) == getattr(model, name)
    assert there.assumed == ()
    pixels = image(128, 128)
    with torch.inference_mode():
        expected = network(pixels).numpy()
    scores = load_backend(there, "cpu", 1).run(pixels.numpy())
    assert np.abs(scores - expected).max() <= 1e-3

    raster = raster_factory(size=(200, 150))
    run(raster, tmp_path / "here.tif", model=str(model.weights.parent), device="cpu")
    run(raster, tmp_path / "there.tif", model=there.id, device="cpu")
    same = read(tmp_path / "here.tif") == read(tmp_path / "there.tif")
    assert same.mean() > 0.999
    item = json.loads(there.description_file.read_text(encoding="utf-8"))["properties"]
    assert item["crossearth:origin"]["benchmarks"][0]["published_miou_percent"] == 67.5


def test_file_alone_tells_everything_to_us_and_to_deepness(model, exported, tmp_path):
    alone = tmp_path / "alone.onnx"
    shutil.copy(exported / "model.onnx", alone)
    read_back = find_model(str(alone))
    assert (read_back.classes, read_back.bands) == (model.classes, ("nir", "red", "green"))
    keys = {entry.key: entry.value for entry in onnx.load(alone).metadata_props}
    assert json.loads(keys["class_names"])["1"] == "building"
    assert json.loads(keys["tile_size"]) == 128


def test_item_is_valid_to_stac_and_the_extension(exported):
    pystac = pytest.importorskip("pystac", reason="pystac is in the extra test")
    pytest.importorskip("stac_model", reason="stac-model is in the extra train")
    from pystac.validation.stac_validator import JsonSchemaSTACValidator
    from stac_model.schema import MLModelProperties

    core = json.loads((exported / "model.json").read_text(encoding="utf-8"))
    JsonSchemaSTACValidator().validate_core(core, pystac.STACObjectType.ITEM, core["stac_version"])
    assert MLModelProperties(**core["properties"]).framework == "ONNX"
    assert core["assets"]["model"]["mlm:artifact_type"] == "onnx"


def test_bundled_model_is_copied_with_its_card(tmp_path):
    bundled = find_model("crossearth-base-rgb")
    export_model(bundled, tmp_path / "out", quiet())
    assert files_in(tmp_path / "out") == FILES
    card = bundled.weights.with_name("README.md").read_bytes()
    assert (tmp_path / "out" / "README.md").read_bytes() == card
    there = import_model(tmp_path / "out", model_id="copy").model
    assert there.classes == bundled.classes
    item = json.loads(there.description_file.read_text(encoding="utf-8"))
    assert item["bbox"] == [54.9, 24.75, 55.6, 25.4]
    assert item["properties"]["crossearth:accuracy"]["mean_iou"]


def test_backbone_without_classes_is_not_exported(tmp_path, network):
    plain = {
        name: tensor
        for name, tensor in network.state_dict().items()
        if name.startswith("backbone.") and ".reins." not in name
    }
    torch.save(plain, tmp_path / "backbone.pth")
    with pytest.raises(NotAdapted):
        export_model(import_model(tmp_path / "backbone.pth").model, tmp_path / "out", quiet())


@pytest.mark.usefixtures("_traced")
def test_folder_with_something_in_it_is_left_alone(model, tmp_path):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("years of work")
    with pytest.raises(OutputNotWritable, match="new or an empty folder"):
        export_model(model, tmp_path / "out", quiet())
    assert files_in(tmp_path / "out") == {"thesis.txt"}
    (tmp_path / "out" / "thesis.txt").unlink()
    export_model(model, tmp_path / "out", quiet())
    assert files_in(tmp_path / "out") == FILES


def test_disk_too_small_is_told_before_the_start(model, tmp_path, monkeypatch):
    usage = type("Usage", (), {"free": 10_000})
    monkeypatch.setattr(transfer.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(NotEnoughSpace):
        export_model(model, tmp_path / "out", quiet())
    assert not (tmp_path / "out").exists()


@pytest.mark.usefixtures("_traced")
@pytest.mark.parametrize("at", [0, 1, 2])
def test_cancel_leaves_nothing(model, tmp_path, at):
    job = Job(lambda done, *_: job.cancel() if done == at else None, lambda *_: None)
    with pytest.raises(JobCanceled):
        export_model(model, tmp_path / "out", job)
    assert list(tmp_path.iterdir()) == []


def test_cancel_stops_the_network_between_two_layers(model, tmp_path, monkeypatch):
    job = quiet()

    def trace(network, *_, **__):
        job.cancel()
        try:
            network(torch.zeros(1, 3, 128, 128))
        except JobCanceled as error:
            raise RuntimeError("as the tracer does") from error

    monkeypatch.setattr(export, "export_onnx", trace)
    with pytest.raises(JobCanceled):
        export_model(model, tmp_path / "out", job)
    assert list(tmp_path.iterdir()) == []


def test_damaged_weights_are_told(model, tmp_path):
    shutil.copytree(model.weights.parent, tmp_path / "damaged")
    with (tmp_path / "damaged" / model.weights.name).open("r+b") as stream:
        stream.seek(-4, 2)
        stream.write(b"\xff\xff\xff\xff")
    with pytest.raises(ChecksumMismatch):
        export_model(find_model(str(tmp_path / "damaged")), tmp_path / "out", quiet())


@pytest.mark.usefixtures("_traced")
def test_export_with_other_scores_is_refused(model, tmp_path, monkeypatch):
    original = registry.load_to_adapt

    def load_another(*arguments):
        network = original(*arguments)
        with torch.no_grad():
            network.decode_head.cls_embed.weight.neg_()
        return network

    monkeypatch.setattr(registry, "load_to_adapt", load_another)
    with pytest.raises(EngineError, match="of the labels of the exported network"):
        export_model(model, tmp_path / "out", quiet())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("_traced")
def test_command_exports_and_ends_in_one_sentence(model, tmp_path):
    command = ["models", "export", str(model.weights.parent), str(tmp_path / "out")]
    done = CliRunner().invoke(main, [*command, "--json"])
    last = json.loads(done.stdout.splitlines()[-1])
    assert last["path"] == str((tmp_path / "out/model.onnx").resolve())
    again = CliRunner().invoke(main, command)
    assert again.exit_code == 2
    assert "new or an empty folder" in again.stderr


def test_worker_exports(tmp_path):
    from tests.engine.test_worker import WorkerProcess

    worker = WorkerProcess()
    try:
        arguments = {"model": "crossearth-base-rgb", "folder": str(tmp_path / "out")}
        worker.send(protocol.Run("a", "export-model", arguments))
        done, _ = worker.reply("a")
        assert done.result["id"] == "crossearth-base-rgb"
        worker.send(protocol.Run("b", "export-model", {}))
        failed, _ = worker.reply("b")
        assert failed.code == "invalid-request"
    finally:
        worker.process.kill()
        worker.process.wait()
