#!/usr/bin/env python3
"""Set the engine up in a real QGIS that has no network, map, and let an upgrade fail.

``first_click_in_qgis.py`` works the panel as a person would: one click, a folder with packages, a
map; then the set-up again, whose installer is killed while it installs; then a map once more, with
the engine that was there. Starts QGIS under Xvfb and without a network, from the packed plugin in a
fresh profile; leaves maps, pictures and what was said in a folder. Linux.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from make_screenshots import LIGHT, ROOT, make_profile, xvfb

sys.path.insert(0, str(ROOT))

from dev import install_into_fresh_profile, pack

TIMEOUT_S = 1500


def main() -> int:
    """Work the panel; exits with what broke."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster", type=Path, help="RGB raster to map")
    parser.add_argument("wheels", type=Path, help="folder that dev.py wheelhouse has filled")
    parser.add_argument("folder", type=Path, help="new folder for all that is made")
    arguments = parser.parse_args()
    folder = arguments.folder.absolute()
    (folder / "pictures").mkdir(parents=True)
    raster = Path(shutil.copyfile(arguments.raster, folder / "scene.tif"))
    make_profile(folder / "settings", LIGHT)
    install_into_fresh_profile(pack(folder), folder / "profile")
    shutil.copytree(
        folder / "settings" / "profiles" / "default" / "QGIS",
        folder / "profile" / "profiles" / "default" / "QGIS",
    )
    variables = {
        **{name: value for name, value in os.environ.items() if not name.startswith("PIP_")},
        "LC_ALL": "C.UTF-8",
        # QGIS's own Python looks for its home along PATH; a virtual environment's is another one.
        "PATH": os.pathsep.join(["/usr/bin", os.environ["PATH"]]),
        "PYTHONPATH": str(Path(__file__).parent.absolute()),
        "CROSSEARTH_SHOTS": str(folder / "pictures"),
        "CROSSEARTH_RASTER": str(raster),
        "CROSSEARTH_WHEELS": str(arguments.wheels.absolute()),
        "CROSSEARTH_HOME": str(folder / "home"),
    }
    variables.pop("CROSSEARTH_ENGINE_PYTHON", None)
    code = Path(__file__).with_name("first_click_in_qgis.py")
    qgis = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", folder / "profile"]
    with xvfb() as display:
        subprocess.run(
            ["unshare", "--map-root-user", "--net", *qgis, "--code", code],
            env={**variables, "DISPLAY": display},
            timeout=TIMEOUT_S,
            check=False,
        )
    failure = folder / "pictures" / "failure.txt"
    if failure.exists():
        raise SystemExit(failure.read_text(encoding="utf-8"))
    said = folder / "said.txt"
    if not said.exists():
        raise SystemExit("QGIS ended before its time.")
    print(said.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
