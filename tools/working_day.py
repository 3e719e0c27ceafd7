#!/usr/bin/env python3
"""Play one working day in a real QGIS, and see whether anything of it was lost.

Two projects, more than twelve maps, five rounds of adaptation, QGIS closed and opened again,
another raster: ``working_day_in_qgis.py`` works the panel as a person would. Then every map has to
be there, under a name of its own, and every layer has to say what it is of. Starts QGIS under Xvfb
with a fresh profile that runs the plugin from this checkout; leaves projects, maps and pictures in
a folder.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
from pathlib import Path

from make_screenshots import LIGHT, ROOT, make_profile, xvfb

TIMEOUT_S = 1500


def main() -> int:
    """Play the day; the status is 1 if something was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("town", type=Path, help="RGB raster of the first project")
    parser.add_argument("field", type=Path, help="another one, of the second project")
    parser.add_argument("folder", type=Path, help="new folder for all that is made")
    parser.add_argument("--engine-python", type=Path, default=ROOT / ".venv" / "bin" / "python")
    arguments = parser.parse_args()
    folder = arguments.folder.absolute()
    for name, raster in (("town", arguments.town), ("field", arguments.field)):
        (folder / name).mkdir(parents=True)
        shutil.copy(raster, folder / name / f"{name}.tif")
    (folder / "pictures").mkdir()
    make_profile(folder / "profile", LIGHT)
    with xvfb() as display:
        # The second one is another start of QGIS.
        for story in ("morning", "afternoon"):
            play(story, folder, display, arguments.engine_python)
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    for line in report["maps"]:
        print(line)
    print(f"{report['runs']} maps made, {report['rounds']} rounds of adaptation")
    for problem in report["problems"]:
        print(f"LOST: {problem}")
    return 1 if report["problems"] else 0


def play(story: str, folder: Path, display: str, engine_python: Path) -> None:
    """Let QGIS live through a part of the day; exits if it breaks."""
    variables = {
        **os.environ,
        "DISPLAY": display,
        "LC_ALL": "C.UTF-8",
        # QGIS's own Python looks for its home along PATH; a virtual environment's is another one.
        "PATH": os.pathsep.join(["/usr/bin", os.environ["PATH"]]),
        "PYTHONPATH": str(Path(__file__).parent.absolute()),
        "CROSSEARTH_SHOTS": str(folder / "pictures"),
        "CROSSEARTH_STORY": story,
        "CROSSEARTH_HOME": str(folder / "home"),
        "CROSSEARTH_ENGINE_PYTHON": str(engine_python.absolute()),
    }
    code = Path(__file__).with_name("working_day_in_qgis.py")
    profiles = folder / "profile"
    subprocess.run(
        ["qgis", "--nologo", "--noversioncheck", "--profiles-path", profiles, "--code", code],
        env=variables,
        timeout=TIMEOUT_S,
        check=False,
    )
    failure = folder / "pictures" / "failure.txt"
    if failure.exists():
        raise SystemExit(failure.read_text(encoding="utf-8"))
    if not (folder / f"{story}.json").exists():
        raise SystemExit(f"QGIS ended before the {story} was over.")


if __name__ == "__main__":
    raise SystemExit(main())
