"""Maps and samples of ours are read by olmoearth-inferencex, another program that judges maps."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pyogrio
import pytest

from tests.engine.accuracy.test_strata import draw, evaluated, fill, with_errors
from tests.engine.conftest import run
from tests.engine.training.scenes import make_scene

PACKAGE = "olmoearth-inferencex==1.18.1"

pytestmark = [pytest.mark.network, pytest.mark.slow]

Inferencex = Callable[..., str]


@pytest.fixture(scope="module")
def inferencex(tmp_path_factory: pytest.TempPathFactory) -> Inferencex:
    """The command oe-inferencex, of a folder of its own: our environment has what it needs."""
    folder = tmp_path_factory.mktemp("inferencex")
    # Without a network no test waits for it.
    install = ["pip", "install", "-q", "--retries", "0", "--no-deps", "--target", str(folder)]
    done = subprocess.run([sys.executable, "-m", *install, PACKAGE], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"{PACKAGE} cannot be installed: {done.stderr.strip().splitlines()[-1]}")

    def call(*words: str) -> str:
        result = subprocess.run(
            [sys.executable, "-m", "oe_inferencex.cli", *words],
            env={**os.environ, "PYTHONPATH": str(folder)},
            capture_output=True,
            text=True,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout

    return call


def test_map_with_its_confidence_is_assessed(
    inferencex: Inferencex, color_model: Path, tmp_path: Path
) -> None:
    make_scene(tmp_path / "scene.tif", 320)
    confidence = tmp_path / "confidence.tif"
    run(
        tmp_path / "scene.tif",
        tmp_path / "map.tif",
        model=str(color_model),
        confidence=str(confidence),
    )
    band = ("--confidence", str(confidence), "--confidence-range", "0", "100")
    inferencex("assess", str(tmp_path / "map.tif"), *band, "--out", str(tmp_path / "assessed"))
    found = json.loads((tmp_path / "assessed" / "assessment.json").read_text())
    assert found["n_windows"] == (320 // found["patch_px"]) ** 2
    quantiles = [float(value) for value in found["confidence_quantiles"].values()]
    assert 0 < min(quantiles) <= max(quantiles) <= 100


def test_sample_is_graded_as_evaluate_does(inferencex: Inferencex, tmp_path: Path) -> None:
    from tests.engine.accuracy.test_evaluate import write_map

    truth = np.kron(np.random.default_rng(7).choice(3, (40, 40), p=(0.7, 0.25, 0.05)),
                    np.ones((8, 8), int))  # fmt: skip
    path = write_map(tmp_path / "map.tif", with_errors(truth, (0.1, 0.2, 0.3), 3))
    points = fill(draw(path, tmp_path / "points.gpkg", 300), truth)
    ours = evaluated(path, points)
    meta, _, _, columns = pyogrio.raw.read(points)
    with (tmp_path / "points.csv").open("w", newline="") as file:
        csv.writer(file).writerows([meta["fields"], *zip(*columns, strict=True)])
    sizes = {
        name: int(size)
        for name, size in zip(*(dict(zip(meta["fields"], columns, strict=True))[field]
                                for field in ("stratum", "stratum_px")), strict=True)
    }  # fmt: skip
    with (tmp_path / "strata.csv").open("w", newline="") as file:
        csv.writer(file).writerows([("stratum", "pixels"), *sizes.items()])
    words = ("--stratum", "stratum", "--reference", "reference", "--map", "stratum")
    inferencex("grade", str(tmp_path / "points.csv"), *words, "--strata",
               str(tmp_path / "strata.csv"), "--out", str(tmp_path / "grade.json"))  # fmt: skip
    theirs = json.loads((tmp_path / "grade.json").read_text())
    overall = theirs["overall_accuracy"]["stratum"]
    assert overall["estimate"] == pytest.approx(ours["overall_accuracy"])
    for row in ours["areas"]["classes"]:
        graded = theirs["per_class"]["stratum"][row["name"]]
        assert graded["user"]["estimate"] == pytest.approx(row["users_accuracy"])
        assert graded["producer"]["estimate"] == pytest.approx(row["producers_accuracy"])
        # Theirs hold at any sample size, and are longer for it.
        low, high = graded["producer"]["interval"]
        assert low < row["producers_interval"][0] < row["producers_interval"][1]
        assert row["producers_interval"][1] <= high + 1e-9
