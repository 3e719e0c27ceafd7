from __future__ import annotations

import json

import pytest

from crossearth_qgis import paths
from crossearth_qgis.models import catalog
from crossearth_qgis.shared import model_places, palette
from tests.plugin.support import write_model


def test_model_is_read_from_its_metadata(tiny_model) -> None:
    (model,) = catalog.models()
    assert (model.id, model.name, model.license) == ("tiny", "Tiny", "CC0-1.0")
    assert (model.window_size, model.overlap) == (64, 16)
    assert (model.gsd_m, model.gsd_range_m) == (0.5, (0.2, 1.0))
    assert model.bands == ("red", "green", "blue")
    assert model.classes == (
        palette.ClassInfo(1, "Water", "#0000ff"),
        palette.ClassInfo(2, "Trees", "#00ff00"),
    )
    assert model.trained_on == "Nothing at all."
    assert model.size_bytes == 13
    assert model.is_on_disk
    assert model.path == tiny_model


def test_model_is_found_by_id_folder_metadata_and_weights(tiny_model) -> None:
    for name in ("tiny", tiny_model, tiny_model / "model.json", tiny_model / "model.onnx"):
        assert catalog.find(str(name)).id == "tiny"


def test_a_model_that_is_not_installed_is_found_as_the_engine_finds_it(tmp_path) -> None:
    folder = write_model(tmp_path / "folder")
    (folder / "model.json").rename(folder / "other.json")
    assert catalog.find(str(folder)) is None
    assert catalog.find(str(folder / "other.json")).id == "folder"
    assert catalog.find(str(folder / "model.onnx")) is None
    (folder / "other.json").rename(folder / "model.json")
    assert catalog.find(str(folder)).weights == folder / "model.onnx"
    # An item of the weights' own name comes first.
    item = (folder / "model.json").read_text(encoding="utf-8")
    (folder / "net.json").write_text(
        item.replace("model.onnx", "net.onnx").replace("Tiny", "Net"), encoding="utf-8"
    )
    (folder / "net.onnx").touch()
    assert catalog.find(str(folder / "net.onnx")).name == "Net"


def test_an_installed_model_has_the_id_of_its_folder(tiny_model) -> None:
    tiny_model.rename(tiny_model.with_name("renamed"))
    assert [model.id for model in catalog.models()] == ["renamed"]
    assert catalog.find("tiny") is None


def test_the_engine_is_told_ids_and_whole_paths(tiny_model, tmp_path, monkeypatch) -> None:
    write_model(tmp_path / "other")
    monkeypatch.chdir(tmp_path)
    assert catalog.engine_name("tiny") == "tiny"
    assert catalog.engine_name("other") == str(tmp_path / "other" / "model.json")
    assert catalog.engine_name("nowhere") == "nowhere"
    assert [catalog.is_there(name) for name in ("tiny", "other", "nowhere")] == [True, True, False]


def test_bundled_model_says_one_range_of_pixel_sizes() -> None:
    model = catalog.find("crossearth-base-rgb")
    low, high = model.gsd_range_m
    assert f"{low:g} to {high:g} m" in model.description


@pytest.mark.parametrize("name", ["", "unknown", "/no/such/folder"])
def test_unknown_model_is_none(tiny_model, name: str) -> None:
    assert catalog.find(name) is None


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"id": 1, "properties": {"mlm:input": []}}'])
def test_broken_model_is_logged_and_left_out(tiny_model, caplog, text: str) -> None:
    broken = tiny_model.with_name("broken")
    broken.mkdir()
    (broken / "model.json").write_text(text, encoding="utf-8")
    assert [model.id for model in catalog.models()] == ["tiny"]
    assert "broken" in caplog.text
    assert catalog.find(str(broken)) is None


def test_bundled_model_comes_first_and_its_id_cannot_be_taken(tiny_model, monkeypatch) -> None:
    bundled = tiny_model.parents[1] / "bundled"
    write_model(bundled / "tiny", **{"mlm:name": "Bundled"})
    write_model(bundled / "zebra")
    monkeypatch.setattr(paths, "BUNDLED_MODELS", bundled)
    assert [model.name for model in catalog.models()] == ["Bundled", "Tiny"]


def test_model_without_weights_is_not_on_disk(tiny_model) -> None:
    (tiny_model / "model.onnx").unlink()
    model = catalog.find("tiny")
    assert not model.is_on_disk
    assert model.size_bytes == 13


def test_bands_may_be_objects_and_optional_keys_absent(tiny_model) -> None:
    item = json.loads((tiny_model / "model.json").read_text(encoding="utf-8"))
    properties = item["properties"]
    properties["mlm:input"][0]["bands"] = [{"name": "nir"}, "red"]
    for key in list(properties):
        if key.startswith("crossearth:") or key in ("gsd", "mlm:name", "description"):
            del properties[key]
    (tiny_model / "model.json").write_text(json.dumps(item), encoding="utf-8")
    model = catalog.find("tiny")
    assert model.bands == ("nir", "red")
    assert (model.window_size, model.overlap, model.gsd_m, model.gsd_range_m) == (
        64,
        16,
        None,
        None,
    )


def test_first_model_on_disk_is_offered_where_the_default_is_missing(tiny_model) -> None:
    assert catalog.default_id() == "tiny"
    write_model(tiny_model.with_name(model_places.DEFAULT_ID))
    assert catalog.default_id() == model_places.DEFAULT_ID


def test_without_any_model_the_default_is_named(home, monkeypatch) -> None:
    monkeypatch.setattr(paths, "BUNDLED_MODELS", home / "none")
    assert catalog.models() == []
    assert catalog.default_id() == model_places.DEFAULT_ID
