"""Either all files have their names or none, whatever happens on the way."""

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from crossearth_engine.shared import leftovers, moves
from crossearth_engine.shared.moves import Move

# Moves the files of `moving`, and dies before a renaming, as if killed.
KILLED = """
import os, sys
from pathlib import Path
from crossearth_engine.shared import moves
from tests.engine.shared.test_moves import plan
left, rename = int(sys.argv[2]), moves.rename
def count(source, target):
    global left
    if left == 0:
        os._exit(9)
    left -= 1
    rename(source, target)
moves.rename = count
moves.move_all(*plan(Path(sys.argv[1])))
"""
# A map with its legend here, and its confidence in another folder, with what belongs to it.
NAMES = ("map.tif", "map.qml", "c/conf.tif")
BELONGING = "c/conf.tif.ovr"


def plan(folder):
    first = leftovers.partial_folder(folder / "map.tif")
    other = leftovers.partial_folder(folder / "c/conf.tif")
    return first, [
        Move(first / "final.tif", folder / "map.tif"),
        Move(first / "final.qml", folder / "map.qml"),
        Move(other / "final.tif", folder / "c/conf.tif"),
        Move(other / "final.tif.ovr", folder / BELONGING, is_removal=True),
    ]


@pytest.fixture
def moving(tmp_path):
    """Old files, and new ones that are to replace them."""
    _, all_moves = plan(tmp_path)
    for move in all_moves:
        move.source.parent.mkdir(parents=True, exist_ok=True)
        (move.source.parent / leftovers.LOCK_FILE).touch()
        move.target.write_text("old")
        if not move.is_removal:
            move.source.write_text("new")
    return tmp_path


def state(folder):
    return [
        (folder / name).read_text() if (folder / name).exists() else None
        for name in (*NAMES, BELONGING)
    ]


OLD, NEW = ["old"] * 4, ["new", "new", "new", None]


def test_all_get_their_names_and_what_belonged_to_the_old_ones_goes(moving):
    moves.move_all(*plan(moving))
    assert state(moving) == NEW
    assert not list(moving.rglob(moves.RECORD_FILE))


@pytest.mark.parametrize("steps", [0, 1, 3, 4, 5, 6, 7])
@pytest.mark.parametrize("finder", ["map.tif", "c/conf.tif"])
def test_a_kill_between_two_moves_leaves_no_mixture(moving, steps, finder):
    killed = subprocess.run([sys.executable, "-c", KILLED, str(moving), str(steps + 2)])
    assert killed.returncode == (9 if steps < 7 else 0)
    # Until somebody finishes it there is no map, rather than one with another's legend.
    assert (moving / "map.tif").exists() == (steps in (0, 7))
    leftovers.settle_output(moving / finder)
    assert state(moving) == NEW


@pytest.mark.parametrize("locked", [*NAMES, BELONGING])
def test_a_file_that_cannot_be_moved_leaves_all_as_it_was(moving, monkeypatch, locked):
    monkeypatch.setattr(moves, "PAUSE_S", 0)
    replace = Path.replace

    def refuse(source, target):
        if source == moving / locked:
            raise PermissionError(13, "Permission denied", str(source))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    folder, all_moves = plan(moving)
    with pytest.raises(PermissionError):
        moves.move_all(folder, all_moves)
    assert state(moving) == OLD
    assert all(move.source.read_text() == "new" for move in all_moves if not move.is_removal)
    assert moves.record_folder(folder) is None


@pytest.mark.parametrize("refused", NAMES)
def test_a_name_that_is_refused_leaves_all_as_it_was(moving, monkeypatch, refused):
    monkeypatch.setattr(moves, "PAUSE_S", 0)
    replace = Path.replace

    def refuse(source, target):
        if target == moving / refused:
            raise PermissionError(13, "Permission denied", str(source))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(PermissionError):
        moves.move_all(*plan(moving))
    assert state(moving) == OLD


def test_who_has_a_file_open_for_a_moment_is_waited_for(moving, monkeypatch):
    monkeypatch.setattr(moves, "PAUSE_S", 0)
    replace, refusals = Path.replace, 3

    def refuse(source, target):
        nonlocal refusals
        if source == moving / "map.tif" and refusals:
            refusals -= 1
            raise PermissionError(13, "Permission denied", str(source))
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", refuse)
    moves.move_all(*plan(moving))
    assert state(moving) == NEW


def test_what_can_be_neither_finished_nor_taken_back_is_kept_for_later(moving, monkeypatch):
    monkeypatch.setattr(moves, "PAUSE_S", 0)
    folder, all_moves = plan(moving)

    def refuse(source, target):
        raise PermissionError(13, "Permission denied", str(source))

    with monkeypatch.context() as broken:
        for move in all_moves[:1]:
            move.target.replace(move.aside)
        moves._write(folder, all_moves)
        broken.setattr(Path, "replace", refuse)
        broken.setattr(Path, "rename", refuse)
        assert not leftovers.remove(folder)
    leftovers.settle_output(moving / "map.tif")
    assert state(moving) == NEW


def test_where_a_new_file_is_lost_the_old_ones_come_back(moving):
    folder, all_moves = plan(moving)
    moves._write(folder, all_moves)
    for move in all_moves:
        move.target.replace(move.aside)
    all_moves[1].source.unlink()
    leftovers.settle_output(moving / "map.tif")
    assert state(moving) == OLD


def test_a_record_from_others_has_nothing_to_say_about_files_elsewhere(moving):
    folder, _ = plan(moving)
    precious = moving / "c" / "precious.txt"
    precious.write_text("mine")
    rows = [["map.tif.partial/final.tif", "c/precious.txt", False]]
    (folder / moves.RECORD_FILE).write_text(json.dumps({"moves": rows}))
    leftovers.settle_output(moving / "map.tif")
    assert precious.read_text() == "mine"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"moves": 3}', '{"record": 7}', "\0"])
def test_a_record_that_says_nothing_is_none(moving, content):
    folder, _ = plan(moving)
    (folder / moves.RECORD_FILE).write_text(content)
    assert moves.record_folder(folder) is None
    assert leftovers.remove(folder)
    assert state(moving) == OLD


def test_a_folder_that_refuses_to_be_synced_is_no_error(moving, monkeypatch):
    fsync = os.fsync

    def refuse(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(22, "Invalid argument")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", refuse)
    moves.move_all(*plan(moving))
    assert state(moving) == NEW


def test_a_record_that_does_not_reach_the_disk_leaves_all_as_it_was(moving, monkeypatch):
    folder, all_moves = plan(moving)
    sync_folder = moves.sync_folder

    def fail(parent):
        if parent == folder:
            raise OSError(5, "Input/output error", str(parent))
        sync_folder(parent)

    monkeypatch.setattr(moves, "sync_folder", fail)
    with pytest.raises(OSError, match="Input/output error"):
        moves.move_all(folder, all_moves)
    assert state(moving) == OLD
    assert not list(moving.rglob(moves.RECORD_FILE))
