from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from crossearth_qgis.models import catalog, installed
from crossearth_qgis.models.installed import installed_models
from crossearth_qgis.shared import model_rounds
from tests.plugin.support import write_model

NAMES = {"mlm:name": "Town", "crossearth:name": "Town"}


@pytest.fixture
def town(home) -> Path:
    """Return the folder of a model in its second round."""
    folder = write_model(home / "models" / "town", **NAMES)
    model_rounds.keep_round(folder)
    shutil.rmtree(folder)
    return write_model(folder, **NAMES, **{"crossearth:origin": {"round": 2}})


def test_only_what_is_the_users_is_listed(town, home) -> None:
    (home / "models" / "broken").mkdir()
    (home / "models" / "broken" / "model.json").write_text("{")
    models = {model.id: model for model in installed_models()}
    assert set(models) == {"town", "broken"}
    assert (models["town"].name, models["town"].rounds) == ("Town", 1)
    assert models["town"].size_bytes == sum(file.stat().st_size for file in town.iterdir())
    assert models["broken"].name == "broken"


def test_another_name_leaves_the_id(town) -> None:
    installed.rename("town", "Город, 2026")
    model = catalog.find("town")
    assert (model.id, model.name) == ("town", "Город, 2026")
    properties = json.loads((town / "model.json").read_text(encoding="utf-8"))["properties"]
    assert properties["mlm:name"] == "model"
    assert sorted(file.name for file in town.iterdir()) == ["model.json", "model.onnx"]


def test_a_copy_is_a_model_of_its_own(town) -> None:
    weights = (town / "model.onnx").read_bytes()
    ids = [installed.duplicate("town", "Town") for _ in range(2)]
    assert ids == ["town-2", "town-3"]
    installed.delete("town")
    assert not town.exists()
    assert not model_rounds.rounds_folder(town).exists()
    copy = catalog.find("town-2")
    assert (copy.name, copy.is_on_disk) == ("Town", True)
    assert (copy.path / "model.onnx").read_bytes() == weights
    assert [model.rounds for model in installed_models()] == [0, 0]


def test_a_copy_leaves_a_folder_alone_that_is_no_model(town, home) -> None:
    notes = home / "models" / "plans" / "notes.txt"
    notes.parent.mkdir()
    notes.write_text("mine")
    assert installed.duplicate("town", "Plans") == "plans-2"
    assert notes.read_text() == "mine"


def test_what_cannot_be_copied_leaves_nothing(home) -> None:
    (home / "models" / "broken").mkdir(parents=True)
    (home / "models" / "broken" / "model.json").write_text("[]")
    with pytest.raises(ValueError, match="describes no model"):
        installed.duplicate("broken", "Copy")
    assert [folder.name for folder in (home / "models").iterdir()] == ["broken"]


def test_half_a_copy_and_half_a_deletion_are_offered_to_nobody(town, monkeypatch) -> None:
    offered = []

    def look(before):
        def work(*arguments, **settings):
            offered.append([model.id for model in installed_models()])
            return before(*arguments, **settings)

        return work

    monkeypatch.setattr(installed.shutil, "copyfile", look(shutil.copyfile))
    monkeypatch.setattr(installed, "_describe", look(installed._describe))
    assert installed.duplicate("town", "Copy") == "copy"
    assert len(offered) >= 1
    assert all(ids == ["town"] for ids in offered)
    offered.clear()
    monkeypatch.setattr(installed.shutil, "rmtree", look(shutil.rmtree))
    installed.delete("town")
    assert offered[-1] == ["copy"]
    assert [folder.name for folder in town.parent.iterdir()] == ["copy"]


def test_a_model_whose_folder_cannot_be_moved_stays_whole(town, monkeypatch) -> None:
    files = {file: file.read_bytes() for file in town.rglob("*") if file.is_file()}

    def refuse(source: Path, target: Path) -> None:
        if Path(source).name.endswith(".rounds"):
            raise PermissionError(13, "in use", str(source))
        Path(source).replace(target)

    monkeypatch.setattr("crossearth_qgis.shared.moves.rename", refuse)
    with pytest.raises(PermissionError):
        installed.delete("town")
    assert {file: file.read_bytes() for file in town.rglob("*") if file.is_file()} == files
    assert [model.rounds for model in installed_models()] == [1]


def test_a_model_that_is_gone_is_told(home) -> None:
    with pytest.raises(FileNotFoundError, match="no model town"):
        installed.delete("town")
