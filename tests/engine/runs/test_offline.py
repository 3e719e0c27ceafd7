"""Nothing leaves the computer: no command that works on rasters opens a socket, seen by strace."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from crossearth_engine.inference import library_trial
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.library_trials import FILE_NAME, LibraryTrial

ENGINE = Path(__file__).resolve().parents[3] / "engine"

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


class Traced:
    """The command line under strace, with a home and a temporary folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._log = folder / "sockets.txt"
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        self.home = folder / "home"
        # What a computer would have whose owner has switched nothing off.
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ORT_")}
        self._environment = {
            **kept,
            "TMPDIR": str(self.temporary),
            "CROSSEARTH_HOME": str(self.home),
            "PYTHONPATH": str(ENGINE),
        }

    def run(self, *command: str, program: str = sys.executable) -> list[str]:
        """Run a program to its end and return the families of its internet sockets."""
        strace = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(self._log)]
        done = subprocess.run(
            [*strace, program, *command],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=200,
        )
        if "PTRACE" in done.stderr:
            pytest.skip("this machine allows no tracing")
        assert done.returncode == 0, done.stderr
        return re.findall(r"socket\((AF_INET6?)\b", self._log.read_text())

    def has_packages(self, folder: Path) -> None:
        """Have Python find what is in a folder, too."""
        path = f"{folder}{os.pathsep}{self._environment['PYTHONPATH']}"
        self._environment["PYTHONPATH"] = path

    def knows(self, trials: dict[str | None, Any]) -> None:
        """Leave what came of trials where the engine keeps it."""
        self.home.mkdir()
        (self.home / FILE_NAME).write_text(json.dumps(trials))

    def crossearth(self, *arguments: str) -> list[str]:
        """Run a command of the engine and return its sockets."""
        return self.run("-m", "crossearth_engine", *arguments)


@pytest.fixture
def traced(tmp_path: Path) -> Traced:
    return Traced(tmp_path)


def squares(path: Path, left: float, top: float) -> Path:
    """Write squares of 8 by 8 metres, classes by turns, to the right of and below a corner."""
    features = []
    for number in range(12):
        x, y = left + 2 + 10 * (number % 4), top - 2 - 10 * (number // 4)
        ring = [[x, y], [x + 8, y], [x + 8, y - 8], [x, y - 8], [x, y]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        properties = {"class": "ab"[number % 2]}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32636"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return path


def test_a_socket_is_seen(traced: Traced) -> None:
    assert traced.run("-c", "import socket; socket.socket()") == ["AF_INET"]


def test_mapping_adapting_and_judging_open_no_socket_and_leave_no_file(
    traced: Traced, raster_factory: Callable[..., Path], tmp_path: Path
) -> None:
    raster = raster_factory(size=(120, 100))
    polygons = squares(tmp_path / "squares.geojson", 500_000, 4_000_000)
    class_map = str(tmp_path / "map.tif")
    products = [
        f"--report={tmp_path / 'map.html'}",
        f"--polygons={tmp_path / 'map.gpkg'}",
        f"--confidence={tmp_path / 'confidence.tif'}",
    ]
    sockets = {
        "segment": traced.crossearth("segment", str(raster), class_map, *products),
        "finetune": traced.crossearth(
            *("finetune", "--raster", str(raster), "--polygons", str(polygons)),
            *("--field", "class", "--name", "adapted"),
        ),
        "adapted": traced.crossearth("segment", str(raster), class_map, "--model", "adapted"),
        "evaluate": traced.crossearth(
            *("evaluate", "--map", class_map, "--reference", str(polygons), "--field", "class"),
            *("--report", str(tmp_path / "accuracy.html")),
        ),
    }
    assert sockets == {name: [] for name in sockets}
    assert list(traced.temporary.iterdir()) == []


def test_what_stays_loaded_while_idle_sends_nothing(traced: Traced) -> None:
    wait = "from crossearth_engine.inference import onnx_backend; import time; time.sleep(12)"
    assert traced.run("-c", wait) == []
    assert list(traced.temporary.iterdir()) == []


@pytest.mark.openvino
def test_openvino_tells_nobody_even_beside_its_telemetry(
    traced: Traced, raster_factory: Callable[..., Path], context_model: Path, tmp_path: Path
) -> None:
    pytest.importorskip("openvino", reason="openvino is an extra")
    telemetry = tmp_path / "packages" / "openvino_telemetry"
    telemetry.mkdir(parents=True)
    (telemetry / "__init__.py").write_text("import socket; socket.socket()")
    traced.has_packages(telemetry.parent)
    assert traced.run("-c", "import openvino_telemetry") == ["AF_INET"]
    key = library_trial.trial_key(find_model(str(context_model)), 1)
    traced.knows({key: asdict(LibraryTrial("a", "b", is_taken=True, precision="fp32"))})
    class_map = tmp_path / "map.tif"
    options = ["--model", str(context_model), "--threads", "1", "--window", "64"]
    assert traced.crossearth("segment", str(raster_factory()), str(class_map), *options) == []
    assert '"openvino": ' in class_map.with_suffix(".json").read_text()
