"""Runs the engine's command line; prints in a last line what it, and its threads, spent time on.

python benchmarks/_threads.py segment RASTER MAP …
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections import Counter
from pathlib import Path

from crossearth_engine.cli.main import main as run_command
from crossearth_engine.inference.finish import finish
from crossearth_engine.inference.segment import load_network, prepare, segment
from crossearth_engine.inference.sliding import SlidingRun

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
# By the beginnings of their names.
TASKS = {
    "aside": "looks",
    "reader": "reads",
    "network": "network",
    "writer": "joins and writes",
    "finisher": "finishes",
}
OTHERS = "all else"
LIBRARIES = "threads of libraries"
# By the innermost of these functions that is at work.
STAGES = {
    segment.__code__: "opening",
    prepare.__code__: "looking",
    load_network.__code__: "loading",
    SlidingRun.run.__code__: "windows",
    finish.__code__: "finishing",
}


def main() -> None:
    """Run the command that is given."""
    began, spent = time.perf_counter(), {}
    stages: Counter[str] = Counter()
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.005):
            stages[stage()] += 1
            if stages.total() % 4 == 0:  # it takes longer, and CPU time adds up by itself
                note(spent)

    watcher = threading.Thread(target=watch, name="watcher")
    watcher.start()
    try:
        run_command()
    except SystemExit as error:
        if error.code:
            raise
    finally:
        ended.set()
        watcher.join()
    wall_s = time.perf_counter() - began
    threads = {task: cpu_s / wall_s for task, cpu_s in by_task(spent).items()}
    walls = {name: count / stages.total() for name, count in stages.items()}
    print(json.dumps({"stages": walls, "threads": threads}))


def stage() -> str:
    """Return what the run is at."""
    for frame in sys._current_frames().values():
        while frame is not None:
            if frame.f_code in STAGES:
                return STAGES[frame.f_code]
            frame = frame.f_back
    return "starting"


def note(spent: dict[tuple[str, int], float]) -> None:
    """Note the CPU time so far, seconds, of each thread by its name and number.

    Those that Python has not started are called "".
    """
    names = {thread.native_id: thread.name for thread in threading.enumerate()}
    for task in Path("/proc/self/task").iterdir():
        try:
            stat = (task / "stat").read_text(encoding="ascii")
        except OSError:
            continue  # it has just ended
        user, system = stat.rpartition(")")[2].split()[11:13]
        number = int(task.name)
        spent[names.get(number, ""), number] = (int(user) + int(system)) * TICK_S


def by_task(spent: dict[tuple[str, int], float]) -> dict[str, float]:
    """Return CPU seconds by what threads do; those of the network one by one."""
    found: dict[str, float] = {}
    for (name, _), cpu_s in sorted(spent.items()):
        beginning, _, number = name.partition("_")
        task = TASKS.get(beginning, OTHERS) if name else LIBRARIES
        if beginning == "network":
            task += f" {int(number) + 1}"
        if name != "watcher":
            found[task] = found.get(task, 0.0) + cpu_s
    return found


if __name__ == "__main__":
    sys.exit(main())
