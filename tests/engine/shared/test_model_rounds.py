from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crossearth_engine.shared import leftovers, model_places, model_rounds, moves
from crossearth_engine.shared.model_rounds import (
    current_round,
    earlier_rounds,
    go_back,
    keep_round,
    next_round,
    told_round,
)

# Goes back to a round and dies, as if killed, when the model has gone aside.
KILLED = """
import os, sys
from pathlib import Path
from crossearth_engine.shared import model_rounds, moves
rename = moves.rename
def once(source, target):
    if source.name == "model":
        os._exit(9)
    rename(source, target)
moves.rename = once
model_rounds.go_back(Path(sys.argv[1]), int(sys.argv[2]))
"""


def write_model(folder: Path, number: int | None, weights: bytes) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(weights)
    origin = {} if number is None else {"round": number}
    item = {"properties": {"crossearth:origin": origin}}
    (folder / "model.json").write_text(json.dumps(item))


def adapt(folder: Path, weights: bytes) -> int:
    """Do with a folder what an adaptation does."""
    number = next_round(folder)
    keep_round(folder)
    write_model(folder, number, weights)
    return number


def weights_of(folder: Path) -> bytes:
    return (folder / "model.onnx").read_bytes()


def test_rounds_are_numbered_and_kept(tmp_path: Path) -> None:
    model = tmp_path / "town"
    assert [adapt(model, weights) for weights in (b"one", b"two", b"three")] == [1, 2, 3]
    assert current_round(model) == 3
    kept = earlier_rounds(model)
    assert [(item.number, weights_of(item.folder)) for item in kept] == [(1, b"one"), (2, b"two")]


def test_going_back_loses_nothing(tmp_path: Path) -> None:
    model = tmp_path / "town"
    for weights in (b"one", b"two", b"three"):
        adapt(model, weights)
    go_back(model, 2)
    assert (current_round(model), weights_of(model)) == (2, b"two")
    assert [item.number for item in earlier_rounds(model)] == [1, 3]
    assert adapt(model, b"four") == 4
    go_back(model, 3)
    assert weights_of(model) == b"three"
    assert [item.number for item in earlier_rounds(model)] == [1, 2, 4]
    assert sorted(item.name for item in tmp_path.iterdir()) == [".town.rounds", "town"]


def test_going_back_leaves_a_training_that_is_to_be_gone_on_with(tmp_path: Path) -> None:
    model = tmp_path / "town"
    for weights in (b"one", b"two"):
        adapt(model, weights)
    state = tmp_path / "town.partial" / "state.pt"
    state.parent.mkdir()
    state.write_bytes(b"hours")
    go_back(model, 1)
    assert state.read_bytes() == b"hours"
    assert weights_of(model) == b"one"


def test_going_back_leaves_every_other_model(tmp_path: Path) -> None:
    model, other = tmp_path / "town", tmp_path / "town.back"
    for weights in (b"one", b"two"):
        adapt(model, weights)
    adapt(other, b"other")
    go_back(model, 1)
    assert weights_of(other) == b"other"


@pytest.mark.parametrize("look", ["for models", "for the round"])
def test_a_kill_between_two_moves_hides_no_model(tmp_path: Path, look: str) -> None:
    model = tmp_path / "town"
    for weights in (b"one", b"two"):
        adapt(model, weights)
    killed = subprocess.run([sys.executable, "-c", KILLED, str(model), "1"], check=False)
    assert killed.returncode == 9
    assert not model.exists()
    if look == "for models":
        assert list(model_places.installed([tmp_path])) == ["town"]
        assert weights_of(model) == b"one"
    go_back(model, 2)
    assert weights_of(model) == b"two"
    assert sorted(item.name for item in tmp_path.iterdir()) == [".town.rounds", "town"]


def test_a_model_that_is_being_moved_is_left_to_who_moves_it(tmp_path: Path) -> None:
    model = tmp_path / "town"
    for weights in (b"one", b"two"):
        adapt(model, weights)
    aside = tmp_path / ".town.back"
    with leftovers.working_aside(aside):
        (aside / moves.RECORD_FILE).write_text('{"moves": []}')
        assert list(model_places.installed([tmp_path])) == ["town"]
        with pytest.raises(BlockingIOError, match="Another process"):
            go_back(model, 1)
        assert (aside / moves.RECORD_FILE).exists()
        (aside / moves.RECORD_FILE).unlink()
    assert weights_of(model) == b"two"


def test_a_round_that_there_is_not_changes_nothing(tmp_path: Path) -> None:
    model = tmp_path / "town"
    adapt(model, b"one")
    with pytest.raises(FileNotFoundError, match="no round 7"):
        go_back(model, 7)
    assert weights_of(model) == b"one"
    assert earlier_rounds(model) == []


def test_a_model_without_a_number_is_the_first_round(tmp_path: Path) -> None:
    model = tmp_path / "town"
    write_model(model, None, b"old")
    assert told_round(model) == 0
    assert adapt(model, b"new") == 2
    assert told_round(model) == 2
    assert weights_of(earlier_rounds(model)[0].folder) == b"old"


def test_the_oldest_rounds_go_when_they_take_too_much(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(model_rounds, "LIMIT_BYTES", 3000)
    model = tmp_path / "town"
    for number in range(6):
        adapt(model, bytes([number]) * 1000)
    assert [item.number for item in earlier_rounds(model)] == [4, 5]
    monkeypatch.setattr(model_rounds, "LIMIT_BYTES", 10)
    adapt(model, b"x")
    assert [item.number for item in earlier_rounds(model)] == [6]


def test_a_copy_that_fails_leaves_the_model(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = tmp_path / "town"
    for weights in (b"one", b"two"):
        adapt(model, weights)

    def fill_the_disk(source: Path, target: Path) -> None:
        Path(target).mkdir(parents=True)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", fill_the_disk)
    with pytest.raises(OSError, match="No space"):
        go_back(model, 1)
    assert weights_of(model) == b"two"
    assert sorted(item.name for item in tmp_path.iterdir()) == [".town.rounds", "town"]
    assert [item.name for item in (tmp_path / ".town.rounds").iterdir()] == ["1"]
