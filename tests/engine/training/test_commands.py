"""From polygons to areas with error bars, as a person types it and as QGIS sends it."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from click.testing import CliRunner

from crossearth_engine.cli import running
from crossearth_engine.cli.main import main
from crossearth_engine.cluster import finetune as finetune_module
from crossearth_engine.shared import protocol
from crossearth_engine.worker import Worker
from tests.engine.training.scenes import CLASSES, draw_polygons, make_scene, transform


@pytest.fixture
def truth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> np.ndarray:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    truth = make_scene(tmp_path / "scene.tif", size=400, bands=6, dtype="int16")
    draw_polygons(tmp_path / "samples.gpkg", truth, per_class=5)
    return truth


def crossearth(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "crossearth_engine", *line.split()],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(protocol.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )


def fill_in(path: Path, truth: np.ndarray) -> None:
    meta, _, wkb, columns = pyogrio.raw.read(path)
    values = dict(zip(meta["fields"], columns, strict=True))
    points = shapely.from_wkb(wkb)
    cols, rows = ~transform() @ (shapely.get_x(points), shapely.get_y(points))
    names = [CLASSES[truth[int(row), int(col)]] for col, row in zip(cols, rows, strict=True)]
    values["reference"] = np.array(names, object)
    path.unlink()
    pyogrio.raw.write(
        path, wkb, list(values.values()), list(values), crs=meta["crs"], geometry_type="Point"
    )


def test_the_documented_commands_follow_each_other(tmp_path: Path, truth: np.ndarray) -> None:
    steps = (
        "finetune --raster scene.tif --polygons samples.gpkg --field class --model bands "
        "--out models/mine --threads 1 --json",
        "segment scene.tif map.tif --model models/mine --json",
        "sample --map map.tif --out points.gpkg --count 150 --json",
    )
    results = []
    for line in steps:
        done = crossearth(tmp_path, line)
        assert done.returncode == 0, done.stderr
        results.append(json.loads(done.stdout.splitlines()[-1]))
    drawn = np.array(results[0]["accuracy"]["drawn_confusion"])
    assert drawn.trace() > 0.95 * drawn.sum()
    # So few polygons do not show that there is no error.
    assert 0.7 < results[0]["accuracy"]["mean_iou"] < 0.95
    fill_in(tmp_path / "points.gpkg", truth)
    line = "evaluate --map map.tif --reference points.gpkg --field reference --report good.html"
    done = crossearth(tmp_path, line)
    assert done.returncode == 0, done.stderr
    assert "area, ha" in done.stdout
    assert (tmp_path / "good.html").exists()
    assert json.loads((tmp_path / "good.json").read_text())["areas"]["confidence"] == 0.95


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("finetune --raster none.tif --polygons samples.gpkg --field class", "none.tif"),
        ("finetune --raster scene.tif --polygons samples.gpkg --field kind", "no field kind"),
        ("finetune --raster scene.tif --polygons none.gpkg --field class", "none.gpkg"),
        ("evaluate --map scene.tif --reference samples.gpkg", "no class raster"),
        ("evaluate --reference samples.gpkg", "either a map"),
        ("sample --map none.tif --out points.gpkg", "none.tif"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    tmp_path: Path, truth: np.ndarray, monkeypatch: pytest.MonkeyPatch, line: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(running, "until_signaled", lambda job, call: call())
    done = CliRunner().invoke(main, line.split())
    assert done.exit_code == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_training_that_was_stopped_ends_with_a_status_of_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    accuracy = {"classes": [], "overall_accuracy": None, "kappa": None, "split": ""}
    result = {"id": "new", "path": "new", "report": "", "wall_s": 1.0, "round": 1}
    result["accuracy"] = accuracy
    monkeypatch.setattr(running, "until_signaled", lambda job, call: call())
    arguments = ["finetune", "--raster", "a.tif", "--polygons", "p.gpkg", "--field", "class"]
    for partial, status in ((False, 0), (True, 3)):
        monkeypatch.setattr(
            finetune_module, "adapt", lambda *_, partial=partial: {**result, "partial": partial}
        )
        for options in ([], ["--json"]):
            done = CliRunner().invoke(main, [*arguments, *options])
            assert done.exit_code == status, done.output
            assert ("best model until then" in done.output) == partial


def test_worker_knows_the_same_commands(tmp_path: Path, truth: np.ndarray) -> None:
    def ask(command: str, **arguments: Any) -> protocol.Message:
        replies = io.BytesIO()
        worker = Worker(io.BytesIO(), replies)
        request = protocol.Run("1", command, arguments)
        worker._jobs["1"] = worker._new_job("1")
        worker._run(request)
        replies.seek(0)
        messages = list(iter(lambda: protocol.read_message(replies), None))
        return messages[-1]

    made = ask(
        "finetune",
        rasters=[str(tmp_path / "scene.tif")],
        polygons=str(tmp_path / "samples.gpkg"),
        field="class",
        model="bands",
        name="My city",
        threads=1,
    )
    assert isinstance(made, protocol.Done)
    assert made.result["id"] == "my-city"
    assert Path(made.result["report"]).is_file()
    judged = ask(
        "evaluate",
        model="my-city",
        raster=str(tmp_path / "scene.tif"),
        reference=str(tmp_path / "samples.gpkg"),
        field="class",
    )
    assert isinstance(judged, protocol.Done)
    assert judged.result["overall_accuracy"] > 0.9
    failed = ask("sample-points", map="none.tif", out="points.gpkg")
    assert isinstance(failed, protocol.Failed)
    assert failed.code == "unreadable-raster"
