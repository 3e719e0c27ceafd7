"""Finding the item of a model: installed ones by id, all others by a path."""

import json
import sys

import pytest

from crossearth_engine.shared import model_places
from crossearth_engine.shared.model_item import ItemError

from .test_model_item import full_item


def write(path, model_id="three-classes", href="./model.onnx"):
    item = full_item()
    item["id"] = model_id
    item["assets"]["model"]["href"] = href
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_name(href).touch()
    path.write_text(json.dumps(item))
    return path


def test_installed_models_have_the_ids_of_their_folders(tmp_path):
    item = write(tmp_path / "mine" / "model.json", model_id="yours")
    assert model_places.installed([tmp_path]) == {"mine": item}
    assert model_places.read_installed(item).id == "mine"


def test_the_earlier_folder_keeps_its_ids_and_the_default_comes_first(tmp_path):
    for folder, model_id in (("a", "x"), ("a", "c"), ("b", "x"), ("b", model_places.DEFAULT_ID)):
        write(tmp_path / folder / model_id / "model.json")
    found = model_places.installed([tmp_path / "a", tmp_path / "none", tmp_path / "b"])
    assert list(found) == [model_places.DEFAULT_ID, "c", "x"]
    assert found["x"].parents[1].name == "a"


def test_an_item_is_found_by_folder_itself_and_weights(tmp_path):
    item = write(tmp_path / "model.json")
    for path in (tmp_path, item, tmp_path / "model.onnx"):
        assert model_places.describing(model_places.path_of(str(path))).description_file == item


def test_an_item_may_have_any_name(tmp_path):
    item = write(tmp_path / "other.json", model_id="other")
    assert model_places.describing(model_places.path_of(str(item))).id == "other"


def test_weights_are_described_by_the_item_of_their_name_first(tmp_path):
    write(tmp_path / "model.json", href="net.onnx", model_id="folder")
    assert model_places.describing(tmp_path / "net.onnx").id == "folder"
    write(tmp_path / "net.json", href="net.onnx", model_id="name")
    assert model_places.describing(tmp_path / "net.onnx").id == "name"


def test_weights_beside_an_item_of_others_are_not_described(tmp_path):
    write(tmp_path / "model.json")
    (tmp_path / "another.onnx").touch()
    assert model_places.describing(tmp_path / "another.onnx") is None


def test_a_broken_item_beside_weights_is_told(tmp_path):
    (tmp_path / "net.onnx").touch()
    (tmp_path / "net.json").write_text("{}")
    with pytest.raises(ItemError, match=r"net\.json"):
        model_places.describing(tmp_path / "net.onnx")


@pytest.mark.parametrize("text", ["", "unknown", "a\0b", "a" * 5000, "~nobody-has-this-name/x"])
def test_what_is_no_path_of_something_is_none(tmp_path, monkeypatch, text):
    write(tmp_path / "model.json")
    monkeypatch.chdir(tmp_path)
    assert model_places.path_of(text) is None


def test_a_folder_without_an_item_is_no_model(tmp_path):
    assert model_places.path_of(str(tmp_path)) is None


@pytest.mark.skipif(sys.platform == "win32", reason="the home is found in another way there")
def test_a_path_may_start_at_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    item = write(tmp_path / "nets" / "model.json")
    assert model_places.path_of("~/nets") == item


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {"CROSSEARTH_HOME": "/data/ours"}, "/data/ours"),
        ("linux", {"XDG_DATA_HOME": "/xdg"}, "/xdg/crossearth"),
        ("linux", {"XDG_DATA_HOME": ""}, "/home/me/.local/share/crossearth"),
        ("darwin", {}, "/home/me/Library/Application Support/crossearth"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/crossearth"),
        ("win32", {}, "/home/me/AppData/Local/crossearth"),
    ],
)
def test_folder_of_the_user_is_where_the_system_keeps_data(
    monkeypatch, platform, variables, expected
):
    for name in ("CROSSEARTH_HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/me", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert model_places.user_data_folder().as_posix() == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My Roads 2.0!", "my-roads-2.0"),
        ("Größe_été", "größe-été"),
        ("e\u0301te\u0301", "été"),
        ("Город 1", "город-1"),
        ("北京", "北京"),
        ("हिन्दी", "हिन्दी"),
        ("İzmir", "i̇zmir"),
        ("...", ""),
        ("\u0301!", ""),
        ("🌲", ""),
    ],
)
def test_ids_hold_small_letters_digits_dots_and_hyphens(text, expected):
    assert model_places.as_id(text) == expected
    assert model_places.as_id(expected) == expected
