# ruff: noqa: E402 - what may be absent is asked for first
import dataclasses
import datetime
import hashlib
import json

import numpy as np
import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("safetensors", reason="safetensors is an extra")

from crossearth_engine.cli.main import main
from crossearth_engine.errors import (
    IncompatibleModel,
    InvalidRequest,
    NotAdapted,
    UnreadableModel,
)
from crossearth_engine.exchange.importing import Description, import_model
from crossearth_engine.models.catalog import find_model, installed_models, read_catalog
from crossearth_engine.models.registry import load_to_adapt
from crossearth_engine.networks.crossearth import CONFIGS
from crossearth_engine.networks.rvsa import Rvsa
from tests.engine.conftest import read, run
from tests.engine.networks.tiny import lively, save_like_published


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
    imported = import_model(checkpoint)
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
    import_model(checkpoint)
    raster = raster_factory(size=(200, 150))
    result = run(raster, tmp_path / "map.tif", model="crossearth-potsdam-rgb", device="cpu")
    assert set(np.unique(read(tmp_path / "map.tif"))) <= {1, 2, 3, 4, 5, 6}
    assert result["windows"] == 4


def test_other_file_gets_an_id_from_its_name_and_numbered_classes(tmp_path, tensors):
    model = import_model(save_like_published(tmp_path / "My Model_v2.pth", tensors)).model
    assert model.id == "my-model-v2"
    assert [item.name for item in model.classes] == [f"class {i}" for i in range(6)]
    assert model.license == "unknown"


def test_dataset_gives_classes_and_bands(tmp_path, tensors):
    path = save_like_published(tmp_path / "a.pth", tensors)
    assert import_model(path, description=Description(dataset="vaihingen_irrg")).model.bands == (
        "nir",
        "red",
        "green",
    )
    by_model = import_model(
        path, model_id="b", description=Description(dataset="crossearth-potsdam-rgb")
    ).model
    assert by_model.classes[3].name == "tree"


def test_wrong_class_count_is_told(checkpoint, home):
    with pytest.raises(
        IncompatibleModel, match="tells 6 classes apart, but CASID tropical monsoon has 5"
    ):
        import_model(checkpoint, description=Description(dataset="casid_troms"))
    assert installed_models().keys() == {"crossearth-base-rgb"}


@pytest.mark.parametrize("model_id", ["../evil", "A b", ".hidden"])
def test_ids_are_plain_folder_names(checkpoint, model_id):
    with pytest.raises(InvalidRequest, match="small letters"):
        import_model(checkpoint, model_id=model_id)


def test_a_taken_id_is_told(checkpoint):
    import_model(checkpoint)
    with pytest.raises(InvalidRequest, match="crossearth-potsdam-rgb already"):
        import_model(checkpoint)


def test_unknown_dataset_is_told_with_the_known_ones(checkpoint):
    with pytest.raises(InvalidRequest, match=r"no dataset mars.*potsdam_rgb"):
        import_model(checkpoint, description=Description(dataset="mars"))


def test_nothing_is_left_of_a_failed_import(checkpoint, home):
    checkpoint.write_bytes(checkpoint.read_bytes()[:1000])
    with pytest.raises(UnreadableModel):
        import_model(checkpoint)
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_nothing_is_left_when_the_disk_is_full(checkpoint, home, monkeypatch):
    def fail(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crossearth_engine.models.checkpoint.safetensors.torch.save_file", fail)
    with pytest.raises(OSError, match="disk is full"):
        import_model(checkpoint)
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
            import_model(tmp_path / "a.pth")
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

    model = import_model(checkpoint).model
    core = json.loads(model.weights.with_name("model.json").read_text(encoding="utf-8"))
    JsonSchemaSTACValidator().validate_core(core, pystac.STACObjectType.ITEM, core["stac_version"])
    item = pystac.Item.from_dict(core)
    assert MLModelExtension.get_schema_uri() in item.stac_extensions
    assert MLModelProperties(**item.properties).architecture == "crossearth-tiny-128"


def test_catalog_is_consistent():
    catalog = read_catalog()
    trained = [model for model in catalog.models.values() if model.id.startswith("crossearth")]
    assert len(trained) == 13
    for model in trained:
        assert model.benchmarks
        assert (model.window_size, model.overlap) in {(512, 171), (1024, 341)}
        if model.architecture in CONFIGS:
            assert CONFIGS[model.architecture].window_size == model.window_size
        else:
            assert model.note
    for dataset in catalog.datasets.values():
        assert len(dataset.bands) == 3
        values = [item.value for item in dataset.classes]
        assert values == list(range(values[0], values[0] + len(values)))


def test_overlap_is_that_of_the_official_settings():
    from crossearth_engine.exchange.importing import _stride

    assert {size: _stride(size) for size in (128, 512, 1024)} == {128: 85, 512: 341, 1024: 683}


def test_what_a_killed_import_left_is_no_model_and_is_replaced(checkpoint, home):
    left = home / "models/crossearth-potsdam-rgb.partial"
    (left / "model").mkdir(parents=True)
    for name in ("crossearth.lock", "model/model.json", "model/model.safetensors"):
        (left / name).write_bytes(b"half")
    assert installed_models().keys() == {"crossearth-base-rgb"}
    import_model(checkpoint)
    assert not left.exists()


def test_card_says_what_people_want_to_know(checkpoint):
    model = import_model(checkpoint, source="https://example.org").model
    card = model.weights.with_name("README.md").read_text(encoding="utf-8")
    assert card.startswith("# CrossEarth, Potsdam RGB\n")
    for line in (
        "| Trained on | ISPRS Potsdam, red-green-blue. |",
        "| 2 | building | #0000ff |",
        "| P(r)2V | ISPRS Vaihingen, infrared-red-green | unseen region and spectral band | 61.9 |",
        "| Licence | MIT |",
        "| File | Potsdam(r)-source.pth |",
        "| From | https://example.org |",
        f"| SHA-256 of the file | `{hashlib.sha256(checkpoint.read_bytes()).hexdigest()}` |",
        f"| SHA-256 | `{model.sha256}` (SHA256SUMS) |",
        f"| Imported | {datetime.datetime.now(datetime.timezone.utc).date()} |",
    ):
        assert line in card
    assert "quoted from the paper's authors and not measured here" in card


def test_classes_can_be_named(tmp_path, tensors):
    path = save_like_published(tmp_path / "a.pth", tensors)
    assert import_model(path, model_id="b").model.assumed == ("classes", "bands")
    names = tuple("uvwxyz")
    said = Description(name="Küste", classes=names, bands=("nir", "red", "green"), gsd=0.25)
    model = import_model(path, description=said).model
    assert tuple(item.name for item in model.classes) == names
    assert (model.name, model.bands, model.gsd_m) == ("Küste", ("nir", "red", "green"), 0.25)
    assert model.assumed == ()


@pytest.mark.parametrize(
    ("said", "error", "sentence"),
    [
        ({"classes": ["a", "b"]}, IncompatibleModel, r"6 classes apart, but what you say has 2"),
        ({"classes": list("aaaaaa")}, InvalidRequest, "distinct"),
        ({"bands": ["a"]}, IncompatibleModel, "takes 3 bands, and you name 1"),
        ({"std": [0]}, InvalidRequest, "more than 0"),
        ({"mean": [1, 2]}, InvalidRequest, "differ in number"),
        ({"gsd": -1}, InvalidRequest, "more than 0 m"),
        ({"window": 0}, InvalidRequest, "does not fit window"),
        ({"window": "x"}, InvalidRequest, "not understood"),
    ],
)
def test_descriptions_that_make_no_sense_are_told(checkpoint, home, said, error, sentence):
    with pytest.raises(error, match=sentence):
        import_model(checkpoint, description=Description.from_arguments(said))
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_more_classes_than_a_map_holds_are_told(tmp_path, tensors):
    many = {name: tensor for name, tensor in tensors.items() if ".cls_embed." not in name}
    many["decode_head.cls_embed.weight"] = torch.zeros(300, 64)
    many["decode_head.cls_embed.bias"] = torch.zeros(300)
    torch.save(many, tmp_path / "a.pth")
    with pytest.raises(IncompatibleModel, match="299 classes apart"):
        import_model(tmp_path / "a.pth")


@pytest.fixture
def backbone(tmp_path, tensors):
    """A file laid out like those of DINOv2, of a tiny network."""
    plain = {
        name.removeprefix("backbone."): tensor
        for name, tensor in tensors.items()
        if name.startswith("backbone.") and ".reins." not in name
    }
    torch.save(plain, tmp_path / "tiny_pretrain.pth")
    return tmp_path / "tiny_pretrain.pth"


def test_backbone_becomes_a_model_to_be_adapted(backbone, tensors, tmp_path, raster_factory):
    model = import_model(backbone).model
    assert model.needs_adapting
    assert (model.id, model.architecture) == ("tiny-pretrain", "crossearth-tiny-128")
    with pytest.raises(NotAdapted, match="Adapt it to polygons of your own first"):
        run(raster_factory(), tmp_path / "map.tif", model="tiny-pretrain")
    network = load_to_adapt(find_model("tiny-pretrain"), 4)
    state = network.state_dict()
    name = "backbone.blocks.3.attn.qkv.weight"
    assert torch.equal(state[name], tensors[name])
    assert network(torch.zeros(1, 3, 128, 128)).shape == (1, 4, 128, 128)
    card = model.weights.with_name("README.md").read_text(encoding="utf-8")
    assert "None yet: the network has to be adapted" in card


def test_trained_model_is_adapted_to_other_classes(checkpoint, tensors):
    model = import_model(checkpoint).model
    state = load_to_adapt(model, 3).state_dict()
    assert state["decode_head.cls_embed.weight"].shape == (4, 64)
    assert all(torch.equal(state[n], t) for n, t in tensors.items() if ".cls_embed." not in n)
    same = load_to_adapt(model, 6).state_dict()
    assert all(torch.equal(same[name], tensor) for name, tensor in tensors.items())


def test_what_cannot_be_trained_on_is_told(checkpoint, tmp_path):
    with pytest.raises(IncompatibleModel, match="for running only"):
        load_to_adapt(find_model("crossearth-base-rgb"), 3)
    model = import_model(checkpoint).model
    with pytest.raises(IncompatibleModel, match="does not fit crossearth-s-512"):
        load_to_adapt(dataclasses.replace(model, architecture="crossearth-s-512"), 3)


def test_item_beside_a_checkpoint_is_imported_with_what_it_says(tmp_path, tensors, checkpoint):
    first = import_model(checkpoint, model_id="first").model
    folder = tmp_path / "given"
    folder.mkdir()
    torch.save(tensors, folder / "weights.pth")
    item = json.loads(first.description_file.read_text(encoding="utf-8"))
    item["id"], item["assets"]["model"]["href"] = "Given Model", "weights.pth"
    item["properties"]["sci:doi"] = "10.1"
    (folder / "model.json").write_text(json.dumps(item))
    model = import_model(folder).model
    assert (model.id, model.classes) == ("given-model", first.classes)
    assert model.weights.name == "model.safetensors"
    kept = json.loads(model.description_file.read_text(encoding="utf-8"))
    assert kept["properties"]["sci:doi"] == "10.1"


def test_item_that_points_outside_its_folder_is_refused(tmp_path, checkpoint):
    first = import_model(checkpoint, model_id="first").model
    folder = tmp_path / "given"
    folder.mkdir()
    for href in ("../Potsdam(r)-source.pth", str(checkpoint), "file:///etc/passwd"):
        item = json.loads(first.description_file.read_text(encoding="utf-8"))
        item["assets"]["model"]["href"] = href
        (folder / "model.json").write_text(json.dumps(item))
        with pytest.raises(IncompatibleModel, match=r"outside its own folder|is missing"):
            import_model(folder, model_id="x")
