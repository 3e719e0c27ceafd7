# ruff: noqa: E402 - what may be absent is asked for first
import json
import os

import numpy as np
import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("safetensors", reason="safetensors is an extra")

from crossearth_engine.__main__ import main
from crossearth_engine.errors import IncompatibleModel, InvalidRequest, UnreadableModel
from crossearth_engine.models.catalog import find_model, installed_models, read_catalog
from crossearth_engine.models.crossearth import CONFIGS
from crossearth_engine.models.importing import import_checkpoint
from crossearth_engine.models.rvsa import Rvsa
from tests.engine.conftest import read, run
from tests.engine.models.networks import lively, save_like_published


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def tensors():
    return lively(num_classes=6).state_dict()


@pytest.fixture
def checkpoint(tmp_path, tensors):
    return save_like_published(tmp_path / "Potsdam(r)-source.pth", tensors)


def test_published_file_is_known_by_its_name(checkpoint, home):
    imported = import_checkpoint(checkpoint)
    model = imported.model
    assert model.id == "crossearth-potsdam-rgb"
    assert model.weights == (home / "models/crossearth-potsdam-rgb/model.safetensors").resolve()
    assert model.bands == ("red", "green", "blue")
    assert [item.name for item in model.classes][:2] == ["impervious surface", "building"]
    assert [item.value for item in model.classes] == [1, 2, 3, 4, 5, 6]
    assert (model.window_size, model.overlap, model.license) == (128, 43, "MIT")
    assert model.scores == "probabilities"
    assert len(imported.unused) == 4
    assert model.verify() == model.sha256
    assert find_model("crossearth-potsdam-rgb") == model


def test_imported_model_segments_a_raster(checkpoint, raster_factory, tmp_path):
    import_checkpoint(checkpoint)
    raster = raster_factory(size=(200, 150))
    result = run(raster, tmp_path / "map.tif", model="crossearth-potsdam-rgb", device="cpu")
    assert set(np.unique(read(tmp_path / "map.tif"))) <= {1, 2, 3, 4, 5, 6}
    assert result["windows"] == 4


def test_other_file_gets_an_id_from_its_name_and_numbered_classes(tmp_path, tensors):
    model = import_checkpoint(save_like_published(tmp_path / "My Model_v2.pth", tensors)).model
    assert model.id == "my-model-v2"
    assert [item.name for item in model.classes] == [f"class {i}" for i in range(6)]
    assert model.license == "unknown"


def test_dataset_gives_classes_and_bands(tmp_path, tensors):
    path = save_like_published(tmp_path / "a.pth", tensors)
    assert import_checkpoint(path, dataset="vaihingen_irrg").model.bands == ("nir", "red", "green")
    by_model = import_checkpoint(path, model_id="b", dataset="crossearth-potsdam-rgb").model
    assert by_model.classes[3].name == "tree"


def test_wrong_class_count_is_told(checkpoint, home):
    with pytest.raises(
        IncompatibleModel, match="tells 6 classes apart, but CASID tropical monsoon has 5"
    ):
        import_checkpoint(checkpoint, dataset="casid_troms")
    assert installed_models().keys() == {"crossearth-base-rgb"}


@pytest.mark.parametrize("model_id", ["../evil", "A b", "", ".hidden"])
def test_ids_are_plain_folder_names(checkpoint, model_id):
    with pytest.raises(InvalidRequest, match="lower-case"):
        import_checkpoint(checkpoint, model_id=model_id)


def test_a_taken_id_is_told(checkpoint):
    import_checkpoint(checkpoint)
    with pytest.raises(InvalidRequest, match="crossearth-potsdam-rgb already"):
        import_checkpoint(checkpoint)


def test_unknown_dataset_is_told_with_the_known_ones(checkpoint):
    with pytest.raises(InvalidRequest, match=r"no dataset mars.*potsdam_rgb"):
        import_checkpoint(checkpoint, dataset="mars")


def test_nothing_is_left_of_a_failed_import(checkpoint, home):
    checkpoint.write_bytes(checkpoint.read_bytes()[:1000])
    with pytest.raises(UnreadableModel):
        import_checkpoint(checkpoint)
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_nothing_is_left_when_the_disk_is_full(checkpoint, home, monkeypatch):
    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crossearth_engine.models.checkpoint.safetensors.torch.save_file", fail)
    with pytest.raises(OSError, match="disk is full"):
        import_checkpoint(checkpoint)
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_rvsa_checkpoint_says_what_is_known_of_it(tmp_path):
    with torch.device("meta"):
        names = [f"backbone.{name}" for name in Rvsa().state_dict()]
    for parts, sentence in (
        (["query_embed.weight", "query_feat.weight"], "looks like a plain Mask2Former"),
        (["conv_seg.weight"], "is not the one of CrossEarth (its parts are conv_seg)"),
        ([], "holds no decode head"),
    ):
        all_names = names + [f"decode_head.{part}" for part in parts]
        torch.save({"state_dict": dict.fromkeys(all_names, torch.zeros(1))}, tmp_path / "a.pth")
        with pytest.raises(IncompatibleModel) as caught:
            import_checkpoint(tmp_path / "a.pth")
        assert "RVSA" in str(caught.value)
        assert sentence in str(caught.value)


def test_command_imports_and_says_what_was_left_out(checkpoint):
    result = CliRunner().invoke(main, ["models", "import", str(checkpoint), "--id", "mine"])
    assert result.exit_code == 0
    assert result.stdout.startswith("mine: impervious surface, building")
    assert "4 tensors of the file are not used" in result.stderr


def test_command_ends_with_json_or_one_sentence(checkpoint):
    command = ["models", "import", str(checkpoint), "--json"]
    described = json.loads(CliRunner().invoke(main, command).stdout)
    assert described["id"] == "crossearth-potsdam-rgb"
    assert "style_augmentor.decoder.weight" in described["unused_tensors"]
    again = CliRunner().invoke(main, command)
    assert again.exit_code == 2
    assert again.stderr.count("\n") == 1


def test_item_is_valid_to_stac_and_the_extension(checkpoint):
    pystac = pytest.importorskip("pystac", reason="pystac is in the extra train")
    pytest.importorskip("stac_model", reason="stac-model is in the extra train")
    from pystac.validation.stac_validator import JsonSchemaSTACValidator
    from stac_model.schema import MLModelExtension, MLModelProperties

    model = import_checkpoint(checkpoint).model
    core = json.loads(model.weights.with_name("model.json").read_text(encoding="utf-8"))
    JsonSchemaSTACValidator().validate_core(core, pystac.STACObjectType.ITEM, core["stac_version"])
    item = pystac.Item.from_dict(core)
    assert MLModelExtension.get_schema_uri() in item.stac_extensions
    assert MLModelProperties(**item.properties).architecture == "crossearth-tiny-128"


def test_catalog_is_consistent():
    catalog = read_catalog()
    datasets = {entry["id"]: entry for entry in catalog["datasets"]}
    ids = [entry["id"] for entry in catalog["checkpoints"]]
    assert len(set(ids)) == len(ids) == 13
    for entry in catalog["checkpoints"]:
        assert entry["dataset"] in datasets
        assert entry["benchmarks"]
        assert (entry["window_size"], entry["stride"]) in {(512, 341), (1024, 683)}
        if entry["architecture"] in CONFIGS:
            assert CONFIGS[entry["architecture"]].window_size == entry["window_size"]
        else:
            assert entry["note"]
    for dataset in datasets.values():
        assert len(dataset["bands"]) == 3
        values = [item["value"] for item in dataset["classes"]]
        assert values == list(range(values[0], values[0] + len(values)))


def test_overlap_is_that_of_the_official_settings():
    from crossearth_engine.models.importing import _stride

    assert {size: _stride(size) for size in (128, 512, 1024)} == {128: 85, 512: 341, 1024: 683}


def test_what_a_killed_import_left_is_removed(checkpoint, home):
    left, running = home / "models/.import-left", home / "models/.import-running"
    for folder in (left, running):
        folder.mkdir(parents=True)
        (folder / "model.safetensors").write_bytes(b"half")
    os.utime(left, (0, 0))
    import_checkpoint(checkpoint)
    assert running.exists()
    assert not left.exists()
