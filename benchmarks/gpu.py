"""The first ten minutes on a graphics card: does the engine do there what it promises?

Each step runs in a process of its own, with a time limit: a card that is lost, memory that is full
or a call that hangs ends that step. What a step says is printed and saved at once, so that nothing
is lost when the time is over. The steps are in `gpu_steps.py`; models are made up, with random
weights.

    python benchmarks/gpu.py [--device cuda:0] [--write FOLDER] [--steps devices scores …]
        [--quick]

On a CPU, which stands in where there is no card, it shows that every step runs, and nothing of
cards.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch

# Seconds that each step may take; all of them together stay below a quarter of an hour.
LIMITS = {
    "devices": 40,
    "tests": 120,
    "scores": 120,
    "memory": 60,
    "run": 60,
    "out-of-memory": 60,
    "cancel": 45,
    "warm": 60,
    "training": 120,
    "torchrun": 90,
    "onnx": 60,
    "peak": 60,
}
STEPS = Path(__file__).with_name("gpu_steps.py")


@dataclass
class Outcome:
    """What became of a step.

    Attributes:
        step: its name.
        status: ``ok``, ``FAILED`` or ``OUT OF TIME``; while it runs, ``running``.
        rows: what it said, each of ``what``, ``value`` and ``unit``.
        seconds: that it took.
        error: the last lines of what it wrote to stderr, if it failed.
    """

    step: str
    status: str = "running"
    rows: list[dict[str, Any]] = field(default_factory=list)
    seconds: float = 0.0
    error: str = ""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the steps; return how many did not end well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--device", default="cuda:0" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--architecture", help="of the network; tiny with --quick")
    parser.add_argument("--steps", nargs="+", default=list(LIMITS), choices=LIMITS)
    parser.add_argument("--write", type=Path, help="folder for gpu.json and gpu.md")
    parser.add_argument("--quick", action="store_true", help="a tiny network and few repeats")
    parser.add_argument("--limit", type=float, help="seconds for each step, instead of its own")
    arguments = parser.parse_args(argv)
    if arguments.architecture is None:
        arguments.architecture = "crossearth-tiny-128" if arguments.quick else "crossearth-l-512"
    with tempfile.TemporaryDirectory() as folder:
        outcomes: list[Outcome] = []
        for outcome in run_steps(arguments, Path(folder)):
            if not outcomes or outcomes[-1] is not outcome:
                outcomes.append(outcome)
            save(outcomes, arguments)
    return sum(outcome.status != "ok" for outcome in outcomes)


def run_steps(arguments: argparse.Namespace, work: Path) -> Iterator[Outcome]:
    """Yield what becomes of each step: whenever it says something, and at its end."""
    for step in arguments.steps:
        outcome = Outcome(step)
        print(f"\n{step}", flush=True)
        command = [sys.executable, str(STEPS), step, "--work", str(work)]
        command += ["--device", arguments.device, "--architecture", arguments.architecture]
        command += ["--quick"] if arguments.quick else []
        started = time.monotonic()
        errors = work / f"{step}.stderr"
        limit_s = arguments.limit or LIMITS[step]
        with errors.open("wb") as stderr:
            process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=stderr)
            timer = threading.Timer(limit_s, process.kill)
            timer.start()
            for line in process.stdout or ():
                row = told(line)
                if row is not None:
                    outcome.rows.append(row)
                    print(f"  {row['what']}: {row['value']} {row['unit']}", flush=True)
                    yield outcome
            code = process.wait()
            is_late = not timer.is_alive()
            timer.cancel()
        outcome.seconds = round(time.monotonic() - started, 1)
        outcome.status = "OUT OF TIME" if is_late else "FAILED" if code else "ok"
        if outcome.status != "ok":
            outcome.error = "\n".join(errors.read_text("utf-8", "replace").splitlines()[-8:])
            print(outcome.error, flush=True)
        print(f"  {outcome.status}, {outcome.seconds} s", flush=True)
        yield outcome


def told(line: bytes) -> dict[str, Any] | None:
    """Return a row that a step has printed; libraries print other things."""
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) and set(row) == {"what", "value", "unit"} else None


def save(outcomes: Sequence[Outcome], arguments: argparse.Namespace) -> None:
    """Write what is known by now, as JSON and as a table."""
    if arguments.write is None:
        return
    arguments.write.mkdir(parents=True, exist_ok=True)
    content = json.dumps([asdict(outcome) for outcome in outcomes], indent=1)
    (arguments.write / "gpu.json").write_text(content, encoding="utf-8")
    (arguments.write / "gpu.md").write_text(table(outcomes, arguments), encoding="utf-8")


def table(outcomes: Sequence[Outcome], arguments: argparse.Namespace) -> str:
    """Return what is known by now as Markdown."""
    where = "a processor, in place of a card" if arguments.device == "cpu" else arguments.device
    quick = " --quick" if arguments.quick else ""
    lines = [
        f"`python benchmarks/gpu.py --device {arguments.device}{quick}`: "
        f"{arguments.architecture} with random weights (seed 0) on {where}.",
        "",
        "| step | what | value |",
        "|---|---|---|",
    ]
    for outcome in outcomes:
        for row in outcome.rows:
            lines.append(f"| {outcome.step} | {row['what']} | {row['value']} {row['unit']} |")
        lines.append(f"| {outcome.step} | **{outcome.status}** | {outcome.seconds} s |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
