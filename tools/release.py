"""Make the zip of a release, and be sure of it: nothing is uploaded, nothing is tagged.

Standard library only, valid on Python 3.9.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import package

from .environments import Stop

# Two builds that have nothing in common but the commit; git of the second is as on Windows.
_ENDS_OF_WINDOWS = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.autocrlf"}
_ENDS_OF_WINDOWS["GIT_CONFIG_VALUE_0"] = "true"
_SURROUNDINGS = (
    ("one", 0o022, {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "1"}),
    (
        "another folder/two",
        0o077,
        {"TZ": "America/St_Johns", "LC_ALL": "C.UTF-8", **_ENDS_OF_WINDOWS},
    ),
)


def problems(root: Path, version: str) -> list[str]:
    """Return a sentence for each reason why a checkout is not yet the release of a version."""
    found = []
    if not re.fullmatch(r"\d+\.\d+\.\d+", version):
        found.append(f"{version} is no version: three numbers, such as 1.2.3.")
    if changed := _git(root, "status", "--porcelain"):
        found.append(f"Not committed, or known to nobody:\n{changed}")
    stated = {
        "metadata.txt": package.read_metadata(root)["general"]["version"],
        "engine/crossearth_engine/__init__.py": _engine_version(root),
    }
    found += [f"{path} says {said}." for path, said in stated.items() if said != version]
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = changelog.partition("\n## ")[2].partition("\n")[0]
    if not re.fullmatch(rf"\[?{re.escape(version)}\]? - \d{{4}}-\d\d-\d\d", newest):
        found.append(f"The newest entry of CHANGELOG.md is {newest!r}, not '{version} - its day'.")
    try:
        package.newest_changes(changelog)
    except package.PackageError as error:
        found.append(str(error))
    tagged = _git(root, "rev-list", "--max-count=1", f"v{version}", "--", allow_failure=True)
    if tagged and tagged != _git(root, "rev-parse", "HEAD"):
        found.append(f"The tag v{version} is on another commit, {tagged[:10]}.")
    return found


def build_twice(root: Path, folder: Path) -> Path:
    """Build the zip of the last commit in two checkouts unlike each other, and return one of two.

    Args:
        root: the checkout; what is not committed there is left out.
        folder: where the zip goes, with its SHA-256 beside it.

    Raises:
        Stop: if the two are not the same to the byte.
        subprocess.CalledProcessError: if a build fails.
    """
    with tempfile.TemporaryDirectory() as scratch:
        head = _git(root, "rev-parse", "HEAD")
        built = [
            _build(root, head, Path(scratch) / name, umask, variables)
            for name, umask, variables in _SURROUNDINGS
        ]
        digests = [hashlib.sha256(path.read_bytes()).hexdigest() for path in built]
        if len(set(digests)) > 1:
            raise Stop(f"Two builds of one commit differ: {', '.join(digests)}.")
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / built[0].name
        shutil.copyfile(built[0], target)
    checksum = target.with_name(f"{target.name}.sha256")
    checksum.write_text(f"{digests[0]}  {target.name}\n", encoding="utf-8")
    return target


def next_steps(version: str, plugin_zip: Path) -> str:
    """Return what is left to a person, who alone may publish."""
    name = plugin_zip.name.partition("-")[0]
    return (
        f"{plugin_zip}\n{plugin_zip.with_name(plugin_zip.name + '.sha256')}\n"
        f"Two builds gave the same bytes, and every check passed. To publish:\n"
        f'  git tag -a v{version} -m "Version {version}" && git push origin v{version}\n'
        f"  upload the zip at https://plugins.qgis.org/plugins/{name}/version/add/\n"
        f"  attach the zip and its .sha256 to the release v{version} of the repository"
    )


def _build(root: Path, head: str, folder: Path, umask: int, variables: dict[str, str]) -> Path:
    folder.mkdir(parents=True)
    commands = (
        ["git", "clone", "-q", "--shared", "--no-checkout", str(root), str(folder)],
        ["git", "-C", str(folder), "checkout", "-q", "--detach", head],
        [sys.executable, str(folder / "dev.py"), "zip"],
    )
    before = os.umask(umask)  # git and the build inherit it
    try:
        for command in commands:
            environment = {**os.environ, **variables}
            subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    finally:
        os.umask(before)
    return next((folder / "dist").glob("*.zip"))


def _engine_version(root: Path) -> str:
    source = (root / "engine/crossearth_engine/__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"', source, flags=re.MULTILINE)
    return found[1] if found else "no version"


def _git(root: Path, *arguments: str, allow_failure: bool = False) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=not allow_failure
    )
    return done.stdout.strip() if done.returncode == 0 else ""
