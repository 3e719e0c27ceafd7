"""Runs the engine's command line and prints, in a last line, how busy each of its threads was.

python benchmarks/_threads.py segment RASTER MAP …
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

from crossearth_engine.cli.main import main as run_command

TICK_S = 1 / os.sysconf("SC_CLK_TCK")
# By the beginnings of their names.
TASKS = {"reader": "reads", "network": "network", "writer": "joins and writes"}
OTHERS = "plans and finishes"


def main() -> None:
    """Run the command that is given."""
    began, spent = time.perf_counter(), {}
    ended = threading.Event()

    def watch() -> None:
        while not ended.wait(0.02):
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
    print(json.dumps({task: cpu_s / wall_s for task, cpu_s in by_task(spent).items()}))


def note(spent: dict[tuple[str, int], float]) -> None:
    """Note the CPU time so far, seconds, of each thread by its name and number."""
    for thread in threading.enumerate():
        try:
            stat = Path(f"/proc/self/task/{thread.native_id}/stat").read_text(encoding="ascii")
        except OSError:
            continue  # it has just ended
        user, system = stat.rpartition(")")[2].split()[11:13]
        spent[thread.name, thread.native_id or 0] = (int(user) + int(system)) * TICK_S


def by_task(spent: dict[tuple[str, int], float]) -> dict[str, float]:
    """Return CPU seconds by what threads do; those of the network one by one."""
    found: dict[str, float] = {}
    for (name, _), cpu_s in sorted(spent.items()):
        beginning, _, number = name.partition("_")
        task = TASKS.get(beginning, OTHERS)
        if beginning == "network":
            task += f" {int(number) + 1}"
        if name != "watcher":
            found[task] = found.get(task, 0.0) + cpu_s
    return found


if __name__ == "__main__":
    sys.exit(main())
