import dataclasses
import datetime
import hashlib
import json
import re

import pytest

from crossearth_engine.models.metadata import ClassInfo, ModelInfo, read_stac_item
from crossearth_engine.models.stac_item import write_stac_item

INF = float("inf")
VALUES = ("unit", "value_range", "clips", "mean", "std", "assumed")


@pytest.fixture
def model(tmp_path):
    weights = tmp_path / "model.onnx"
    weights.write_bytes(b"weights")
    return ModelInfo(
        id="fields",
        name="Fields",
        description="Fields and the rest.",
        license="Apache-2.0",
        trained_on="Nothing.",
        weights=weights,
        architecture="efficientnet-lite0-fpn",
        bands=("nir", "red"),
        mean=(10.0, 20.0),
        std=(1.0, 2.5),
        window_size=256,
        overlap=64,
        gsd_m=10.0,
        gsd_range_m=(5.0, 20.0),
        classes=(ClassInfo(3, "field", "#00aa10"), ClassInfo(7, "rest", "#ffffff")),
        scores="logits",
    )


def write(model, **changes):
    path = model.weights.with_name("model.json")
    values = {
        "bbox": (1.0, 2.0, 3.0, 4.0),
        "period": (datetime.datetime(2001, 1, 1), datetime.datetime(2002, 1, 1)),
        "title": "Fields, and what is not",
        "total_parameters": 5,
        "pretrained_source": "ImageNet",
        "hyperparameters": {"steps": 3},
        "accuracy": {"mean_iou": 0.5},
    }
    write_stac_item(model, path, **{**values, **changes})
    return path


def test_item_reads_back_as_the_same_model(model):
    read = read_stac_item(write(model))
    assert dataclasses.replace(read, sha256=None, size_bytes=None, description_file=None) == model


@pytest.mark.parametrize("value_range", [(0.0, 255.0), (-3.0, 10_000.0), None])
def test_range_of_values_reads_back(model, value_range):
    model = dataclasses.replace(model, value_range=value_range)
    assert read_stac_item(write(model)).value_range == value_range


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "reflectance", "value_range": (0, 1), "mean": (0.2, 0.3), "std": (0.1, 0.1)},
        {"unit": "dB", "value_range": None, "mean": (-11, -18), "std": (4, 5)},
        {"unit": "bytes"},
        {"value_range": (0, 1), "mean": (0.2, 0.3), "std": (0.1, 1), "assumed": ("values",)},
        {"value_range": (0, 10_000), "mean": (0, 0), "std": (10_000, 10_000)},
        {"value_range": (0, 10_000), "clips": ((0, 10_000),) * 2},
        {"value_range": (5, 300), "mean": (5, 10), "std": (95, 290)},
        {"value_range": None, "mean": (0, 0), "std": (1, 1), "clips": ((-5, INF), (-INF, 900))},
        {"value_range": (0, 40), "mean": (0, 0), "std": (1, 1), "clips": ((0, 30), (5, 40))},
    ],
)
def test_values_and_their_scaling_read_back(model, changes):
    model = dataclasses.replace(model, **changes)
    read = read_stac_item(write(model))
    assert {name: getattr(read, name) for name in VALUES} == {
        name: getattr(model, name) for name in VALUES
    }


def test_what_is_said_of_values_replaces_what_the_base_says(model):
    base = json.loads(write(dataclasses.replace(model, value_range=None)).read_text())
    base["properties"] |= {"crossearth:assumed": ["bands"], "crossearth:overhang": 9}
    read = read_stac_item(write(model, base=base))
    assert (read.value_range, read.assumed, read.overhang) == ((0, 255), (), 0)


def test_an_overhang_reads_back(model):
    model = dataclasses.replace(model, overhang=51)
    assert read_stac_item(write(model)).overhang == 51


def test_other_windows_read_back_and_are_not_taken_from_the_base(model):
    stated = write(dataclasses.replace(model, window_sizes=(384, 512)))
    assert read_stac_item(stated).window_sizes == (384, 512)
    base = json.loads(stated.read_text())
    assert read_stac_item(write(model, base=base)).window_sizes == ()


def test_unknown_gsd_is_left_out(model):
    model = dataclasses.replace(model, gsd_m=None, gsd_range_m=None)
    path = write(model)
    assert "gsd" not in json.loads(path.read_text())["properties"]
    assert read_stac_item(path).gsd_m is None


@pytest.mark.parametrize("changes", [{}, {"bbox": None, "period": None}])
def test_item_is_valid_to_stac_and_the_extension(model, changes):
    pystac = pytest.importorskip("pystac", reason="pystac is in the extra test")
    pytest.importorskip("stac_model", reason="stac-model is in the extra train")
    from pystac.validation.stac_validator import JsonSchemaSTACValidator
    from stac_model.schema import MLModelExtension, MLModelProperties

    path = write(model, **changes)
    validator = JsonSchemaSTACValidator()  # the core schema, which pystac carries with it
    core = json.loads(path.read_text())
    validator.validate_core(core, pystac.STACObjectType.ITEM, core["stac_version"])
    item = pystac.Item.from_file(path)
    assert MLModelExtension.get_schema_uri() in item.stac_extensions
    properties = MLModelProperties(**item.properties)
    assert properties.input[0].bands == ["nir", "red"]
    assert [band["name"] for band in item.properties["bands"]] == ["nir", "red"]
    assert item.assets["model"].roles[0] == "mlm:model"


def test_random_initialisation_is_told_as_such(model):
    properties = json.loads(write(model, pretrained_source=None).read_text())["properties"]
    assert properties["mlm:pretrained"] is False


def test_what_is_not_known_of_a_network_is_left_out(model):
    path = model.weights.with_name("model.json")
    write_stac_item(model, path)
    properties = json.loads(path.read_text())["properties"]
    for key in ("mlm:pretrained", "mlm:total_parameters", "crossearth:accuracy"):
        assert key not in properties
    assert properties["title"] == "Fields"


def test_names_keep_their_letters_where_the_extension_has_none_for_them(model):
    # Its schema allows letters without accents, digits, and a few signs.
    for name, plain in (("Gebäude, Köln (2024)", "Gebude Kln 2024"), ("森林", "model")):
        path = write(dataclasses.replace(model, name=name))
        properties = json.loads(path.read_text(encoding="utf-8"))["properties"]
        assert properties["mlm:name"] == plain
        assert re.fullmatch(r"[a-zA-Z][a-zA-Z0-9_.\-\s]+[a-zA-Z0-9]", plain)
        assert read_stac_item(path).name == name


def test_what_an_item_of_others_says_beyond_is_kept(model):
    base = {
        "stac_extensions": [
            "https://stac-extensions.github.io/mlm/v1.2.0/schema.json",
            "https://stac-extensions.github.io/scientific/v1.0.0/schema.json",
        ],
        "geometry": {"type": "Point", "coordinates": [1, 2]},
        "bbox": [1, 2, 1, 2],
        "properties": {"sci:doi": "10.1", "datetime": "2020-01-01T00:00:00Z", "title": "Old"},
        "assets": {"source": {"href": "https://example.com/code.py"}},
    }
    path = model.weights.with_name("model.json")
    write_stac_item(model, path, base=base)
    item = json.loads(path.read_text())
    assert (item["id"], item["bbox"]) == ("fields", [1, 2, 1, 2])
    assert [schema.split("/")[3:5] for schema in item["stac_extensions"]] == [
        ["scientific", "v1.0.0"], ["file", "v2.1.0"], ["mlm", "v1.6.0"],
    ]  # fmt: skip
    properties = item["properties"]
    assert (properties["sci:doi"], properties["title"]) == ("10.1", "Old")
    assert properties["datetime"] == "2020-01-01T00:00:00Z"
    assert list(item["assets"]) == ["model"]


@pytest.mark.parametrize("known", [{"file": "old.pth", "note": "Kept."}, "not an object", None])
def test_a_new_origin_adds_to_the_known_one(model, known):
    path = model.weights.with_name("model.json")
    write_stac_item(
        model, path, base={"properties": {"crossearth:origin": known}}, origin={"file": "new.onnx"}
    )
    written = json.loads(path.read_text())["properties"]["crossearth:origin"]
    assert written == {**({"note": "Kept."} if isinstance(known, dict) else {}), "file": "new.onnx"}


def test_a_network_to_be_adapted_has_no_classes_yet(model):
    model = dataclasses.replace(model, classes=(), scores="unknown")
    read = read_stac_item(write(model))
    assert read.needs_adapting
    assert read.classes == ()


def test_digest_is_written_beside_the_item_and_not_into_it(model):
    path = write(model)
    digest = hashlib.sha256(b"weights").hexdigest()
    assert path.with_name("SHA256SUMS").read_text() == f"{digest}  model.onnx\n"
    assert digest not in path.read_text()
