"""What an operator finds in the log of a run, on a terminal, in a file and in a mail of cron."""

from __future__ import annotations

import datetime
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from crossearth_engine.cli.log import Log
from crossearth_engine.cli.main import main
from crossearth_engine.job import duration_text
from tests.engine.cli.test_command_line import CROSSEARTH, crossearth

LINE = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d) (.*)")


def timed(text: str) -> list[tuple[datetime.datetime, str]]:
    """Take lines apart; each has to begin with a time."""
    lines = [LINE.fullmatch(line) for line in text.splitlines()]
    assert all(lines), text
    return [(datetime.datetime.fromisoformat(line[1]), line[2]) for line in lines]


@pytest.fixture
def scenes(tmp_path, raster_factory) -> list[Path]:
    """Two rasters that can be mapped, and one between them that cannot be read."""
    first, last = raster_factory(name="a.tif"), raster_factory(name="c.tif", size=(96, 64))
    (tmp_path / "b.tif").write_bytes(b"not an image")
    return [first, tmp_path / "b.tif", last]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_a_name_neither_ends_a_line_nor_steers_the_screen(tmp_path, raster_factory, color_model):
    raster, log = raster_factory(name="a\nb\x1b[2J\u2028ü.tif"), tmp_path / "run.log"
    options = ["--out-dir", tmp_path / "maps", "--model", color_model, "--log", log]
    done = crossearth("batch", raster, tmp_path / "gone\n.tif", *options)
    assert done.returncode == 2
    texts = [text for _, text in timed(done.stderr)]
    assert texts == [text for _, text in timed(log.read_text(encoding="utf-8"))]
    assert f"Raster 1 of 2: {tmp_path}/a\\nb\\x1b[2J\\u2028ü.tif" in texts
    rows = [line for line in done.stdout.splitlines() if line.startswith(("done", "failed"))]
    assert len(rows) == 2
    assert all(row.isprintable() for row in rows)


def test_each_line_of_a_batch_has_its_time_and_each_raster_its_duration(
    tmp_path, scenes, color_model
):
    began = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
    done = crossearth("batch", *scenes, "--out-dir", tmp_path / "maps", "--model", color_model)
    assert done.returncode == 2
    lines = timed(done.stderr)
    times = [moment for moment, _ in lines]
    assert began <= times[0]
    assert times == sorted(times)
    assert times[-1] <= datetime.datetime.now(datetime.timezone.utc)
    ends = [text for _, text in lines if re.search(r"Raster \d of 3 \w+ after", text)]
    took = r"\d+\.\d s"
    assert re.fullmatch(rf"Raster 1 of 3 done after {took}; about {took} left\.", ends[0])
    assert re.match(rf"Error: Raster 2 of 3 failed after {took}; about {took} left\. The", ends[1])
    assert re.fullmatch(rf"Raster 3 of 3 done after {took}\.", ends[2])
    assert lines[-2][1].startswith("2 done, 0 skipped, 0 doubtful, 1 failed; it took ")
    assert lines[-1][1] == "crossearth: 1 of 3 rasters failed."
    # A raster that fails is told of once while it is run, and is no warning.
    assert sum("b.tif cannot be read" in text for _, text in lines) == 1
    assert not any(text.startswith("Warning: ") for _, text in lines)


def test_a_log_file_grows_and_a_quiet_run_tells_what_went_wrong_only(tmp_path, scenes, color_model):
    log, maps = tmp_path / "a log.txt", tmp_path / "maps"
    options = ("--out-dir", maps, "--model", color_model, "--log", log, "--quiet", "--resume")
    done = crossearth("batch", scenes[0], *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    first = log.read_text("utf-8")
    assert timed(first)[-1][1].startswith("1 done, ")
    done = crossearth("batch", *scenes, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert [text.split(":")[0] for _, text in timed(done.stderr)] == ["Error", "crossearth"]
    later = log.read_text("utf-8")
    assert later.startswith(first)
    texts = [text for _, text in timed(later.removeprefix(first))]
    assert texts[0] == "2 rasters to segment; 1 finished before."
    assert texts[-1] == "crossearth: 1 of 3 rasters failed."
    assert any(f"Raster 2 of 2: {scenes[2]}" == text for text in texts)


def test_a_warning_of_a_quiet_batch_says_of_which_raster_it_is(capsys):
    log = Log()
    log.is_quiet = True
    for level, text in (
        ("info", "Raster 1 of 3: a.tif"), ("info", "Writing the map…"),
        ("info", "Raster 1 of 3 done after 1.0 s."),
        ("info", "Raster 2 of 3: b.tif"), ("warning", "Its pixels are large."),
        ("warning", "It has one band."), ("info", "Raster 2 of 3 done after 1.0 s."),
        ("info", "Raster 3 of 3: c.tif"), ("error", "Raster 3 of 3 failed. It is damaged."),
        ("warning", "The sums are without b.tif."),
    ):  # fmt: skip
        log.tell(level, text)
    assert capsys.readouterr().err.splitlines() == [
        "Raster 2 of 3: b.tif",
        "Warning: Its pixels are large.",
        "Warning: It has one band.",
        "Error: Raster 3 of 3 failed. It is damaged.",
        "Warning: The sums are without b.tif.",
    ]


@pytest.mark.parametrize("command", ["segment", "batch"])
def test_a_log_is_never_written_over_something_else(tmp_path, scenes, color_model, command):
    before = scenes[0].read_bytes()
    other = tmp_path / "scene.img"
    other.write_bytes(before)
    target = [tmp_path / "map.tif"] if command == "segment" else ["--out-dir", tmp_path / "maps"]
    for path, reason in (
        (scenes[0], "is no file .tif"), (tmp_path, "directory"),
        (tmp_path / "none" / "x", "No such"), (other, "is no log"),
    ):  # fmt: skip
        done = crossearth(command, scenes[0], *target, "--model", color_model, "--log", path)
        assert done.returncode in (2, 4)
        assert (done.stdout, len(done.stderr.splitlines())) == ("", 1)
        assert reason in done.stderr
        assert str(path) in done.stderr
    assert scenes[0].read_bytes() == before
    assert not (tmp_path / "map.tif").exists()
    assert not (tmp_path / "maps").exists()


@pytest.mark.parametrize("name", ["map.tif", "map.JSON", "map.tif.aux.xml", "areas.html", "m.vrt"])
def test_a_log_never_lies_where_an_output_is_to_come(tmp_path, scenes, color_model, name):
    log, output = tmp_path / name, tmp_path / "map.tif"
    words = ["segment", scenes[0], output, "--model", color_model, "--log", log]
    done = CliRunner().invoke(main, list(map(str, words)))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"such as {log.stem}.log" in done.stderr
    assert not log.exists()
    assert not output.exists()


def test_a_log_that_cannot_grow_costs_no_map(tmp_path, capsys):
    class FullDisk:
        name = "run.log"

        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    log = Log()
    log.file = FullDisk()
    log.tell("info", "Raster 1 of 2: a.tif")
    log.tell("info", "Raster 2 of 2: b.tif")
    assert capsys.readouterr().err.splitlines() == [
        "Warning: The log run.log ends here: No space left on device.",
        "Raster 1 of 2: a.tif",
        "Raster 2 of 2: b.tif",
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize(("number", "status"), [(0, 0), (1, 2)])
def test_a_log_on_a_full_disk_changes_no_exit_status(tmp_path, scenes, color_model, number, status):
    options = ("--out-dir", tmp_path / "maps", "--model", color_model, "--log", "/dev/full")
    done = crossearth("batch", scenes[number], *options)
    assert done.returncode == status, done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "maps" / "a.tif").is_file() is (status == 0)


@pytest.mark.skipif(sys.platform == "win32", reason="no cron on Windows")
def test_cron_has_no_terminal_no_home_and_no_letters_but_ascii(
    tmp_path, raster_factory, color_model
):
    scene = raster_factory().rename(tmp_path / "Łódź 日本.tif")
    environment = {"PATH": os.defpath, "LC_ALL": "C"}
    environment |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    done = subprocess.run(
        [*CROSSEARTH, "batch", scene, "--out-dir", "Karten ü", "--model", color_model,
         "--log", "nächtlich.log"],
        cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "Karten ü" / "Łódź 日本.tif").is_file()
    texts = [text for _, text in timed((tmp_path / "nächtlich.log").read_text("utf-8"))]
    assert texts[1] == f"Raster 1 of 1: {scene}"


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals on Windows")
def test_after_ctrl_c_the_same_command_goes_on_and_the_log_says_both(
    tmp_path, raster_factory, context_model
):
    inputs = [raster_factory(name=f"{i}.tif", size=(32 if i < 3 else 1200,) * 2) for i in range(4)]
    log = tmp_path / "run.log"
    command = [*CROSSEARTH, "batch", *inputs, "--out-dir", tmp_path / "maps", "--window", "64",
               "--model", context_model, "--resume", "--log", log]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert any("Raster 4 of 4: " in line for line in iter(process.stderr.readline, ""))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    texts = [text for _, text in timed(log.read_text("utf-8"))]
    assert texts[-2] == (
        "Warning: Stopped with 3 of 4 rasters finished. What is done stays; the same command goes "
        "on."
    )
    assert texts[-1] == "crossearth: Interrupted."
    assert sum(" done after " in text for text in texts) == 3
    again = crossearth(*map(str, command[len(CROSSEARTH) :]))
    assert again.returncode == 0, again.stderr
    texts = [text for _, text in timed(log.read_text("utf-8"))][len(texts) :]
    assert texts[0] == "1 raster to segment; 3 finished before."
    assert texts[-1].startswith("1 done, 3 skipped, ")


def test_durations_are_said_as_people_do():
    said = {0.04: "0.0 s", 9.94: "9.9 s", 40.2: "40 s", 200: "3 min 20 s", 7504: "2 h 5 min"}
    assert {seconds: duration_text(seconds) for seconds in said} == said
