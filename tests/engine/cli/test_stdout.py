"""Who reads stdout finds the result there, whatever a library prints, and when."""

import json
import subprocess
import sys

import pytest

# Stands for a library that comes with the network: prints from Python, below it, and, there, when
# it ends with the process.
NOISE = """
import atexit, ctypes, os, sys
import crossearth_engine.inference.load as load
from crossearth_engine.cli.main import main

def speak(when):
    os.write(1, f"from below, {when}\\n".encode())
    if sys.platform != "win32":
        ctypes.CDLL(None).puts(f"buffered, {when}".encode())

real = load.load_backend

def noisy(*arguments):
    print("EP Error")
    speak("at load")
    return real(*arguments)

import crossearth_engine.cluster.segment as segment
segment.segment_anywhere.__defaults__ = (noisy,)
atexit.register(speak, "at the end")
main()
"""


@pytest.mark.parametrize("switch", [["--json"], []])
def test_stdout_is_for_the_result(tmp_path, raster_factory, color_model, switch):
    raster = raster_factory(size=(64, 64))
    command = ["segment", str(raster), str(tmp_path / "map.tif"), "--model", str(color_model)]
    done = subprocess.run(
        [sys.executable, "-c", NOISE, *command, *switch],
        capture_output=True,
        text=True,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert "EP Error" in done.stderr
    for when in ("at load", "at the end"):
        assert f"from below, {when}" in done.stderr
    if switch:
        (line,) = done.stdout.splitlines()
        assert json.loads(line)["windows"] == 1
    else:
        assert done.stdout.startswith(str(tmp_path / "map.tif"))
        assert "EP Error" not in done.stdout


def test_an_error_is_all_that_stdout_has(tmp_path):
    command = ["segment", "nowhere.tif", str(tmp_path / "map.tif"), "--json"]
    done = subprocess.run(
        [sys.executable, "-c", NOISE, *command], capture_output=True, text=True, timeout=100
    )
    assert done.returncode == json.loads(done.stdout)["status"] == 2
