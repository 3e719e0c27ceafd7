import os
import subprocess
import sys
import time

import pytest

from crossearth_engine import errors
from crossearth_engine.map import claim
from crossearth_engine.map.claim import Claim
from tests.engine.conftest import RecordedJob


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(claim, "BEAT_S", 0.05)
    monkeypatch.setattr(claim, "PATIENCE_S", 0.4)
    monkeypatch.setattr(claim, "GLANCE_S", 0.02)


def taken(folder):
    one = Claim(folder, "work")
    return one if one.take(RecordedJob()) else None


def test_only_one_has_it(tmp_path):
    with taken(tmp_path) as one:
        assert taken(tmp_path) is None
        assert f"process {os.getpid()} on" in one.holder()
        one.check()
    with taken(tmp_path):
        assert taken(tmp_path) is None


def test_other_work_in_the_same_folder_is_of_no_matter(tmp_path):
    with taken(tmp_path):
        other = Claim(tmp_path, "work-2")
        assert other.take(RecordedJob())


def test_that_of_a_process_that_was_killed_is_free_at_once(tmp_path, monkeypatch):
    monkeypatch.setattr(claim, "PATIENCE_S", 1e9)
    script = (
        "import sys; from pathlib import Path; from crossearth_engine.job import Job\n"
        "from crossearth_engine.map.claim import Claim\n"
        "one = Claim(Path(sys.argv[1]), 'work')\n"
        "assert one.take(Job(print, print)); one.__enter__()\n"
        "import os; os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", script, tmp_path], check=False).returncode == -9
    with taken(tmp_path) as one:
        one.check()


def test_that_of_another_computer_is_free_when_it_is_not_renewed(tmp_path, monkeypatch):
    monkeypatch.setattr(claim, "_process_space", lambda: ["another", "computer"])
    assert taken(tmp_path) is not None  # and never entered: nothing renews it
    monkeypatch.undo()
    monkeypatch.setattr(claim, "GLANCE_S", 0.02)
    monkeypatch.setattr(claim, "PATIENCE_S", 0.2)
    began = time.monotonic()
    with taken(tmp_path):
        assert time.monotonic() - began >= 0.2


def test_who_was_taken_for_dead_is_told_so(tmp_path):
    slow = taken(tmp_path)
    with taken(tmp_path) as other:
        with slow:
            time.sleep(0.2)
            with pytest.raises(errors.OutputNotWritable, match="another process took over"):
                slow.check()
        # And gives back nothing that is not its own.
        assert taken(tmp_path) is None
        other.check()


def test_who_saw_an_old_claim_takes_none_after_newer_ones(tmp_path):
    with taken(tmp_path):
        pass
    late = Claim(tmp_path, "work")
    number, _ = late._latest()
    with taken(tmp_path):
        pass
    with taken(tmp_path) as newest:
        assert not late._make(number + 1)
        newest.check()
        assert taken(tmp_path) is None


def test_nobody_waits_for_what_is_not_needed_any_more(tmp_path):
    with taken(tmp_path):
        assert not Claim(tmp_path, "work").take(RecordedJob(), lambda: True)


@pytest.mark.parametrize("name", ["scene[1].tif", "a*b.tif", "scene.tif"])
def test_any_name_of_a_file_can_be_claimed(tmp_path, name):
    other = Claim(tmp_path, f"{name}-7.tif")
    assert other.try_take()
    one = Claim(tmp_path, name)
    assert one.try_take()
    assert not Claim(tmp_path, name).try_take()
    one.give_back()
    assert Claim(tmp_path, name).try_take()
    other.check()


def test_who_wakes_up_takes_no_claim_of_its_name_for_its_own(tmp_path, monkeypatch):
    slow = Claim(tmp_path, "work")
    assert slow.try_take()
    with monkeypatch.context() as dead:
        dead.setattr(claim, "_is_gone", lambda said: True)
        second = Claim(tmp_path, "work")
        assert second.try_take()
    second.give_back()
    third = Claim(tmp_path, "work")
    with slow:  # what it would do if it went on
        assert third.try_take()
        with pytest.raises(errors.OutputNotWritable, match="another process took over"):
            slow.check()
        slow.give_back()
    third.check()
    assert not Claim(tmp_path, "work").try_take()


def test_a_folder_that_somebody_removes_meanwhile_is_made_again(tmp_path):
    claim = Claim(tmp_path / "folder", "plan")
    assert claim.take(RecordedJob())
    with claim:
        claim.check()


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    with pytest.raises(errors.OutputNotWritable):
        Claim(tmp_path / "none" / "folder", "plan").take(RecordedJob())
