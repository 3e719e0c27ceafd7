"""A model judged by the map that a cluster makes: the same figures and report as by one process."""

import json
import signal
import subprocess
import sys
import time

import pytest

from crossearth_engine import errors
from crossearth_engine.accuracy.evaluate import EvaluateRequest
from crossearth_engine.cluster.evaluate import evaluate_anywhere
from tests.engine.cluster.test_processes import cluster as cluster  # a fixture
from tests.engine.cluster.test_segment import ask, engines
from tests.engine.cluster.test_segment import case as case  # a fixture
from tests.engine.conftest import RecordedJob

pytest.importorskip("distributed", reason="dask.distributed is an extra")


def judge(case, folder, **options):
    asked = {"model": case["model"], "raster": case["input"], **options}
    report = folder / f"{options.get('cluster', 'here').partition(':')[0]}.html"
    request = EvaluateRequest.from_arguments({"report": str(report), **asked})
    result = evaluate_anywhere(request, RecordedJob())
    made = json.loads(report.with_suffix(".json").read_text())
    return result | {"wall_s": 0, "report": ""}, made, report


def test_a_cluster_makes_the_map_that_is_judged(tmp_path, case):
    ask(case, tmp_path / "reference", scales=None)
    folder = tmp_path / "judged"
    folder.mkdir()
    reference = str(tmp_path / "reference" / "map.tif")
    here, of_here, _ = judge(case, folder, reference=reference)
    spread, of_spread, report = judge(case, folder, reference=reference, cluster="local:2")
    assert spread == here
    for made in (of_here, of_spread):
        made["made"].pop("report")
    assert of_spread == of_here
    assert "local:2" not in report.read_text()
    assert len(list(folder.iterdir())) == 4  # two reports with their figures
    assert not engines()


@pytest.mark.skipif(sys.platform == "win32", reason="processes are killed by signals")
def test_what_a_killed_run_has_left_is_removed_by_the_next_one(tmp_path, case, cluster):
    ask(case, tmp_path / "reference", scales=None)
    reference = str(tmp_path / "reference" / "map.tif")
    folder = tmp_path / "judged"
    folder.mkdir()
    cluster.worker()
    asked = ["--model", case["model"], "--raster", case["input"], "--reference", reference]
    asked += ["--report", str(folder / "report.html"), "--cluster", str(cluster.file)]
    line = [sys.executable, "-m", "crossearth_engine", "evaluate", *asked]
    killed = subprocess.Popen(line, env=cluster.environment)
    until = time.monotonic() + 60
    while not list(folder.glob("*/*/map.tif.parts/*")) and time.monotonic() < until:
        time.sleep(0.01)
    killed.send_signal(signal.SIGKILL)
    killed.wait()
    assert [path for path in folder.iterdir() if path.is_dir()]
    subprocess.run(line, env=cluster.environment, check=True)
    assert {path.name for path in folder.iterdir()} == {"report.html", "report.json"}


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"map": "map.tif", "cluster": "local:2"}, "leave out --cluster"),
        (
            {"model": "a", "raster": "b", "corruptions": True, "cluster": "local"},
            "leave out --cluster",
        ),
        ({"model": "a", "raster": "b", "cluster": "tls://box:8786"}, r"name one \(--report\)"),
    ],
)
def test_what_a_cluster_does_not_do_is_said(options, words):
    request = EvaluateRequest.from_arguments({"reference": "truth.gpkg", **options})
    with pytest.raises(errors.InvalidRequest, match=words):
        evaluate_anywhere(request, RecordedJob())
