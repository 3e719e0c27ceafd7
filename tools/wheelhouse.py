"""Fill a folder with the engine's locked packages, for computers without a network.

Started by ``dev.py`` in an environment of its own, which has pip and packaging.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from .environments import Stop, engine_base_python, run, venv_program
from .lock_targets import LOCKS, PLATFORMS, PYTHONS, SETS, Target, read_lock

ALWAYS = ("segment", "adapt")


def fill_wheelhouse(
    folder: Path, platform_name: str | None, python: str | None, sets: Sequence[str]
) -> None:
    """Download the packages that the set-up installs on a kind of computer, and no others.

    Args:
        folder: where the wheels go.
        platform_name: of one of `PLATFORMS`; None for this computer's.
        python: such as ``3.12``; None for the one that runs this.
        sets: what is wanted beyond what the set-up always installs.

    Raises:
        Stop: if there are no wheels for that.
    """
    version = python or "{}.{}".format(*sys.version_info[:2])
    name = platform_name or this_platform()
    if version not in PYTHONS:
        known = ", ".join(PYTHONS)
        raise Stop(f"There are packages for Python {known}, none for {version}: name a --python.")
    names = list(dict.fromkeys([*ALWAYS, *sets]))
    _require_wheels(next(p for p in PLATFORMS if p.name == name).computer(), version, names)
    with tempfile.TemporaryDirectory() as environment:
        run(engine_base_python(), "-m", "venv", environment)
        own = venv_program(Path(environment), "python")
        run(own, "-m", "pip", "install", "-q", "packaging")
        run(own, "-m", "tools.wheelhouse", folder.resolve(), name, version, *names)


def this_platform() -> str:
    """Return the name of this computer's platform, or raise Stop if it has none."""
    this = f"{sys.platform}-{platform.machine()}"
    for known in PLATFORMS:
        if known.computer() == this:
            return known.name
    raise Stop(f"There are no packages for {this}; name another computer's --platform.")


def _require_wheels(computer: str, python: str, names: Sequence[str]) -> None:
    offered = json.loads((LOCKS / "wheels.json").read_text("utf-8"))
    for name in names:
        if lacking := offered[name][computer][python].get("lacking"):
            raise Stop(
                f"The set {name} is not offered for {computer} and Python {python}: "
                f"there is no wheel of {', '.join(lacking)}."
            )


def download(folder: str, platform_name: str, python: str, names: Sequence[str]) -> None:
    """Download sets: the half of `fill_wheelhouse` that needs packaging, and this Python's pip."""
    target = Target(next(p for p in PLATFORMS if p.name == platform_name), python)
    offered = json.loads((LOCKS / "wheels.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as temporary:
        pip = [sys.executable, "-m", "pip", "download", "-q", "-d", folder, "--no-deps"]
        pip += ["--require-hashes", "--only-binary", ":all:", "--python-version", python]
        pip += ["--implementation", "cp"]
        for tag in target.platform.tags:
            pip += ["--platform", tag]
        for name in names:
            # pip would judge the markers by the computer that it runs on.
            entries = [entry for entry in read_lock(name) if target.wants(entry.marker)]
            file = Path(temporary, f"{name}.txt")
            file.write_text("\n".join(entry.unmarked() for entry in entries), "utf-8")
            pages = offered[name][target.platform.computer()][python].get("pages", [])
            # A page that is out of reach is asked again for each package.
            retries = ["--retries", "2"] if pages else []
            sources = [*retries, *(word for page in pages for word in ("--find-links", page))]
            subprocess.run([*pip, "-r", str(file), *sources], check=True)


def main() -> None:
    """Download: the second half of `fill_wheelhouse`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("platform")
    parser.add_argument("python")
    parser.add_argument("sets", nargs="+", choices=SETS)
    arguments = parser.parse_args()
    download(arguments.folder, arguments.platform, arguments.python, arguments.sets)


if __name__ == "__main__":
    main()
