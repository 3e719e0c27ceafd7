"""Fetch the Python that the set-up takes where none of a computer will do, for its folder."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import unquote
from urllib.request import urlopen

from .environments import ROOT, Stop
from .lock_targets import PLATFORMS

ARCHIVES = ROOT / "resources" / "python" / "archives.txt"


def fetch_standalone_python(folder: Path, platform_name: str, python: str | None) -> str:
    """Download the archive for a kind of computer, and return its version, such as ``3.12``.

    Args:
        folder: where it goes.
        platform_name: of one of `lock_targets.PLATFORMS`.
        python: the version that is asked for; None for whichever it is.

    Raises:
        Stop: if it is of another version, or what comes is not what was published.
    """
    platform = next(platform for platform in PLATFORMS if platform.name == platform_name)
    target = platform.uv.replace("manylinux_2_28", "unknown-linux-gnu")
    lines = [line.split() for line in ARCHIVES.read_text("utf-8").splitlines()]
    sha256, address = next(line for line in lines if f"-{target}-" in line[1])
    name = unquote(address.rpartition("/")[2])
    version = ".".join(re.findall(r"\d+", name)[:2])
    if python not in (None, version):
        raise Stop(f"The standalone Python is {version}: leave --python out, or name that one.")
    print("Downloading", address, flush=True)
    try:
        with urlopen(address) as response:  # noqa: S310 - an address of our own list
            content = response.read()
    except OSError as error:
        raise Stop(f"{address} cannot be downloaded: {error}") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise Stop(f"{address} is not the file that was published: its SHA-256 is another one.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    return version
