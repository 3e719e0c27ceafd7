"""What unfinished work lies under, and who may remove it."""

import os
import subprocess
import sys

import pytest

from crossearth_engine.errors import EngineError
from crossearth_engine.publishing import PartialOutput
from crossearth_engine.shared import leftovers

HOLD = """
import sys
from pathlib import Path
from crossearth_engine.shared import leftovers
lock = leftovers.hold(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def partial(tmp_path):
    """The folder of a run that is not there any more."""
    with PartialOutput(tmp_path / "map.tif") as output:
        output.is_kept = True
        (output.folder / "rows.bin").touch()
    return output.folder


def test_an_unfinished_output_is_found_and_removed(tmp_path, partial):
    assert partial == leftovers.partial_folder(tmp_path / "map.tif")
    assert leftovers.partial_folders(tmp_path) == [partial]
    assert leftovers.remove(partial)
    assert not partial.exists()
    assert not leftovers.remove(partial)


def test_it_can_be_resumed_with_a_journal_only(partial):
    assert not leftovers.is_resumable(partial)
    (partial / "journal.json").touch()
    assert leftovers.is_resumable(partial)


def test_one_process_holds_it_until_it_ends(partial):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(partial)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout.readline() == b"held\n"
    assert leftovers.hold(partial) is None
    assert not leftovers.remove(partial)
    holder.kill()
    holder.communicate()
    with leftovers.hold(partial):
        assert leftovers.hold(partial) is None
    assert leftovers.remove(partial)


def test_what_only_has_the_name_is_nobodys_to_remove(tmp_path):
    folder = leftovers.partial_folder(tmp_path / "map.tif")
    folder.mkdir()
    (folder / "diary.txt").touch()
    assert not leftovers.remove(folder)
    assert [path.name for path in folder.iterdir()] == ["diary.txt"]


def test_a_run_that_was_killed_before_its_lock_is_no_obstacle(tmp_path):
    leftovers.partial_folder(tmp_path / "map.tif").mkdir()
    with PartialOutput(tmp_path / "map.tif") as output:
        assert output.folder.is_dir()
    assert not output.folder.exists()


def test_downloads_are_found_whatever_is_in_their_names(tmp_path):
    file = tmp_path / "abc" / "Potsdam(i)[1].pth"
    file.parent.mkdir()
    part = leftovers.download_part(file)
    part.touch()
    (file.parent / "another.pth").touch()
    assert list(leftovers.downloads(tmp_path, file.name)) == [part]


@pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")
@pytest.mark.parametrize("free", range(9))
def test_nothing_is_left_where_there_are_few_descriptors(tmp_path, free):
    import resource

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    lowest = os.open(os.devnull, os.O_RDONLY)
    os.close(lowest)
    held = []

    def exhaust(folder):
        (folder / "rows").mkdir()
        while True:
            held.append(os.open(folder / f"{len(held)}", os.O_CREAT))

    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest + free, before[1]))
    try:
        with pytest.raises((OSError, EngineError)), PartialOutput(tmp_path / "map.tif") as output:
            exhaust(output.folder)
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
        for descriptor in held:
            os.close(descriptor)
    assert list(tmp_path.iterdir()) == []
