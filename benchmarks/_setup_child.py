"""Sets the engine up as the plugin does, in QGIS's Python without a window; for `setup_faults`.

    python _setup_child.py WHEELS [--die-before FUNCTION]
    python _setup_child.py --state

Prints what the set-up says; or, as one JSON object, the engine that the plugin would use. Dies
before a function of the set-up is called, by a signal that nothing can catch.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from qgis.core import QgsApplication

from crossearth_qgis.bridge.engine import worker_command
from crossearth_qgis.errors import CrossEarthError
from crossearth_qgis.setup import installation
from crossearth_qgis.setup.python_choice import PythonChoice


def main() -> int:
    """Return 0 if there is an engine in the end."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheels", type=Path, nargs="?")
    parser.add_argument("--die-before", metavar="FUNCTION")
    parser.add_argument("--state", action="store_true")
    arguments = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    if arguments.state:
        state = {"python": None, "reason": ""}
        try:
            state["python"] = worker_command()[0]
        except CrossEarthError as error:
            state["reason"] = str(error)
        print(json.dumps(state))
        return 0 if state["python"] else 1
    if arguments.die_before:
        setattr(installation, arguments.die_before, lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    try:
        installation.create(say, lambda: False, PythonChoice(packages=arguments.wheels))
    except CrossEarthError as error:
        print(f"told: {error}", flush=True)
        return 1
    return 0


def say(line: str) -> None:
    """Hand on a line at once: whoever reads wants to know how far it was."""
    print(line, flush=True)


if __name__ == "__main__":
    status = main()
    sys.stdout.flush()
    os._exit(status)  # QGIS's own end takes objects of Python with it
