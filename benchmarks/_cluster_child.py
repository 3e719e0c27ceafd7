"""Runs the engine's command line on a cluster; prints in a last line what its time went to.

python benchmarks/_cluster_child.py segment RASTER MAP --cluster local:2 …
"""

from __future__ import annotations

import atexit
import json
import resource
import sys
import time

from crossearth_engine.cli.main import main as run_command
from crossearth_engine.cluster.in_parts import InParts

began = time.perf_counter()
at: dict[str, float] = {}


def noted(name: str, method: str, *, first: bool = False) -> None:
    """Have the time noted at which a method of `InParts` returns: first, or last."""
    whole = getattr(InParts, method)

    def wrapped(*given: object) -> object:
        result = whole(*given)
        if not (first and name in at):
            at[name] = time.perf_counter() - began
        return result

    setattr(InParts, method, wrapped)


def tell() -> None:
    """Print what was noted."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    at["own_cpu_s"] = own.ru_utime + own.ru_stime
    print(json.dumps({"wall_s": time.perf_counter() - began, **at}), flush=True)


noted("planned_s", "_parts", first=True)
noted("parted_s", "_joining")
noted("joined_s", "go_on")
atexit.register(tell)
sys.exit(run_command())
