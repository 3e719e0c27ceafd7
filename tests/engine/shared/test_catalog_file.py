"""Reading catalog.json; that the shipped one makes sense is tested with the networks."""

import json

import pytest

from crossearth_engine.shared.catalog_file import read_catalog
from crossearth_engine.shared.palette import ClassInfo


def content():
    return {
        "hub": "https://hub.example/models",
        "license": "MIT",
        "checked": "named",
        "tasks": [{"id": "crops", "title": "Crops"}, {"id": "fields", "title": "Fields"}],
        "size_gb": [1.5, 4],
        "datasets": [
            {
                "id": "fields",
                "title": "Fields",
                "bands": ["nir", "red"],
                "gsd_m": 0.5,
                "classes": [{"value": 0, "name": "field", "color": "#00ff00"}],
                "imagery": "aerial",
                "tasks": ["fields", "crops"],
                "note": "Of one summer.",
            }
        ],
        "checkpoints": [
            {
                "id": "fields-net",
                "name": "Fields net",
                "file": "fields.pth",
                "architecture": "tiny",
                "dataset": "fields",
                "window_size": 512,
                "stride": 341,
                "note": "No head.",
                "benchmarks": [
                    {
                        "name": "F2F",
                        "target": "More fields",
                        "domain_gap": "unseen year",
                        "published_miou_percent": None,
                    }
                ],
            }
        ],
        "packages": [],
        "fine_tuned": [],
        "backbones": [
            {
                "id": "bare",
                "name": "Bare",
                "file": "bare.pth",
                "hub": "https://other.example",
                "size_bytes": 7,
                "license": "Apache-2.0",
                "checked": "digest",
                "window_size": 512,
                "stride": 341,
                "architecture": "tiny",
            }
        ],
        "encoders": [
            {
                "id": "radar",
                "name": "Radar",
                "file": "radar.pth",
                "hub": "https://third.example",
                "size_mb": [3, 4],
                "license": "unknown",
                "checked": "named",
                "imagery": "Sentinel-1",
                "window_size": 224,
                "stride": 168,
                "architecture": "tiny",
                "bands": ["VV", "VH"],
                "values": "dB",
                "gsd_m": 10,
            }
        ],
    }


@pytest.fixture
def catalog(tmp_path):
    (tmp_path / "catalog.json").write_text(json.dumps(content()))
    return read_catalog(tmp_path)


def test_a_trained_model_has_what_its_dataset_and_the_catalogue_say(catalog):
    model = catalog.models["fields-net"]
    assert (model.hub, model.license, model.overlap) == ("https://hub.example/models", "MIT", 171)
    assert model.size_bytes == (1_500_000_000, 4_000_000_000)
    assert model.bands == ("nir", "red")
    assert model.dataset.classes == (ClassInfo(0, "field", "#00ff00"),)
    assert model.note == "No head. Of one summer."
    assert model.benchmarks[0].published_miou_percent is None


def test_a_network_to_be_adapted_has_no_dataset(catalog):
    model = catalog.models["bare"]
    assert model.dataset is None
    assert (model.hub, model.license) == ("https://other.example", "Apache-2.0")
    assert (model.size_bytes, model.bands) == ((7, 7), ("red", "green", "blue"))


def test_trained_models_come_first(catalog):
    assert list(catalog.models) == ["fields-net", "bare", "radar"]


def test_an_encoder_has_its_sensor_and_the_size_of_its_own_file(catalog):
    model = catalog.models["radar"]
    assert (model.bands, model.values, model.gsd_m) == (("VV", "VH"), "dB", 10)
    assert (model.imagery, model.dataset) == ("Sentinel-1", None)
    assert (model.size_bytes, model.is_own_size) == ((3_000_000, 4_000_000), True)
    assert not catalog.models["fields-net"].is_own_size


def test_a_model_is_told_as_json(catalog):
    trained, bare, _ = (json.loads(json.dumps(m.to_dict())) for m in catalog.models.values())
    for told, entry in ((trained, content()["checkpoints"][0]), (bare, content()["backbones"][0])):
        assert {name: told[name] for name in entry if name != "note"} == {
            name: value for name, value in entry.items() if name != "note"
        }


def test_models_are_grouped_by_what_they_are_for_in_the_order_of_the_tasks(catalog):
    assert [(task, [model.id for model in models]) for task, models in catalog.groups()] == [
        ("fields", ["fields-net"]),
        ("", ["bare", "radar"]),
    ]
    assert catalog.models["fields-net"].to_dict()["tasks"] == ("fields", "crops")
    assert catalog.models["fields-net"].to_dict()["imagery"] == "aerial"


def test_a_task_that_the_catalogue_does_not_name_is_told(tmp_path):
    text = json.dumps(content()).replace('"tasks": ["fields", "crops"]', '"tasks": ["weeds"]')
    (tmp_path / "catalog.json").write_text(text)
    with pytest.raises(ValueError, match="no task weeds"):
        read_catalog(tmp_path)


@pytest.mark.parametrize("text", ["", "[1]", "{}", '{"datasets": [1]}', '{"datasets": null}'])
def test_a_catalogue_that_is_none_is_told(tmp_path, text):
    (tmp_path / "catalog.json").write_text(text)
    with pytest.raises(ValueError, match="not understood"):
        read_catalog(tmp_path)
