"""The script for the first minutes on a graphics card, where there is none."""
# ruff: noqa: E402 - what may be absent is asked for first

import json
import sys

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from benchmarks import gpu

# In place of the steps: one that ends well, one that fails half-way, one that hangs half-way.
STUB = """
import json, sys, time
step = sys.argv[1]
print("a library prints this")
print(json.dumps({"what": "first", "value": 1, "unit": "MB"}), flush=True)
if step == "scores":
    print("CUDA error: out of memory", file=sys.stderr)
    sys.exit(3)
if step == "memory":
    time.sleep(600)
print(json.dumps({"what": "last", "value": step, "unit": ""}), flush=True)
"""


def test_what_a_step_has_said_is_kept_when_it_fails_or_hangs(tmp_path, monkeypatch, capsys):
    stub = tmp_path / "stub.py"
    stub.write_text(STUB)
    monkeypatch.setattr(gpu, "STEPS", stub)
    steps = ["devices", "scores", "memory", "run"]
    folder = tmp_path / "out"
    options = ["--device", "cpu", "--limit", "6", "--write", str(folder)]
    assert gpu.main([*options, "--steps", *steps]) == 2
    outcomes = json.loads((folder / "gpu.json").read_text())
    assert [outcome["step"] for outcome in outcomes] == steps
    assert [outcome["status"] for outcome in outcomes] == ["ok", "FAILED", "OUT OF TIME", "ok"]
    assert [len(outcome["rows"]) for outcome in outcomes] == [2, 1, 1, 2]
    assert outcomes[1]["error"] == "CUDA error: out of memory"
    table = (folder / "gpu.md").read_text()
    assert "a processor, in place of a card" in table
    assert "| run | last | run  |" in table
    assert "OUT OF TIME" in capsys.readouterr().out


def test_the_file_is_written_while_a_step_goes_on(tmp_path, monkeypatch):
    seen = []
    monkeypatch.setattr(
        gpu, "save", lambda outcomes, _: seen.append([(o.status, len(o.rows)) for o in outcomes])
    )
    stub = tmp_path / "stub.py"
    stub.write_text(STUB)
    monkeypatch.setattr(gpu, "STEPS", stub)
    assert gpu.main(["--device", "cpu", "--steps", "devices", "scores"]) == 1
    assert seen == [
        [("running", 1)],
        [("running", 2)],
        [("ok", 2)],
        [("ok", 2), ("running", 1)],
        [("ok", 2), ("FAILED", 1)],
    ]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as Linux does it")
def test_on_a_processor_the_engine_understands_memory_that_really_is_short(tmp_path):
    options = ["--device", "cpu", "--quick", "--limit", "200", "--write", str(tmp_path)]
    assert gpu.main([*options, "--steps", "out-of-memory"]) == 0
    ((outcome),) = json.loads((tmp_path / "gpu.json").read_text())
    load, batch, window, afterwards = (row["value"] for row in outcome["rows"])
    assert load.startswith("ModelTooLarge: Not enough memory on cpu to load")
    assert batch.startswith("OutOfMemory: Not enough memory on cpu")
    assert window.startswith("OutOfMemory: Not enough memory on cpu for one window of 2048 pixels")
    assert afterwards == "works"


@pytest.mark.slow
@pytest.mark.parametrize("step", ["scores", "cancel", "warm"])
def test_steps_run_on_a_processor(tmp_path, step):
    options = ["--device", "cpu", "--quick", "--limit", "300", "--write", str(tmp_path)]
    assert gpu.main([*options, "--steps", step]) == 0
    ((outcome),) = json.loads((tmp_path / "gpu.json").read_text())
    values = {row["what"]: row["value"] for row in outcome["rows"]}
    if step == "scores":
        assert values["fp32, largest difference"] == 0
        assert values["fp32, same bytes twice"] is True
    if step == "cancel":
        assert values["longest wait of 5"] < 2000
        assert values["the next call"] == "works"
    if step == "warm":
        assert len(values) == 3  # after A, twice, after B, before a training
