"""Where Python packages come from on this computer: the index that pip is set to, else PyPI.

pip's own settings are read, and pip itself is not needed: what is fetched without it comes from
where everything else of Python's comes from here, be that the mirror of a company.
"""

from __future__ import annotations

import configparser
import os
import sys
from pathlib import Path

DEFAULT_INDEX = "https://pypi.org/simple"


def index_address() -> str:
    """Return the address of the package index, without a slash at its end."""
    address = os.environ.get("PIP_INDEX_URL") or _configured() or DEFAULT_INDEX
    return address.strip().rstrip("/")


def are_there() -> bool:
    """Return whether anything is set for pip on this computer, in variables or files."""
    return any(name.startswith("PIP_") for name in os.environ) or any(
        path.is_file() for path in _files()
    )


def _configured() -> str | None:
    """Return the index that the files of pip's settings name, the strongest file first."""
    for path in _files():
        settings = configparser.RawConfigParser()
        try:
            settings.read(path, encoding="utf-8")
        except (configparser.Error, UnicodeDecodeError):
            continue
        for section in ("download", "install", "global"):
            for name in ("index-url", "index_url"):
                if address := settings.get(section, name, fallback=None):
                    return address
    return None


def _files() -> list[Path]:
    """Return where pip keeps settings, whether or not they are there: pip's documentation, 1.1."""
    asked = os.environ.get("PIP_CONFIG_FILE")
    if asked == os.devnull:
        return []
    files = [Path(asked)] if asked else []
    home = Path.home()
    if sys.platform == "win32":
        roaming = Path(os.environ.get("APPDATA", home))
        everyone = Path(os.environ.get("PROGRAMDATA", "C:/ProgramData"))
        folders = [Path(sys.prefix), roaming / "pip", home / "pip", everyone / "pip"]
        return files + [folder / "pip.ini" for folder in folders]
    folders = [Path(sys.prefix)]
    if sys.platform == "darwin":
        folders.append(home / "Library/Application Support/pip")
    folders += [
        Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "pip",
        home / ".pip",
        Path("/etc"),
    ]
    if sys.platform == "darwin":
        folders.append(Path("/Library/Application Support/pip"))
    for folder in (os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg").split(os.pathsep):
        folders.append(Path(folder) / "pip")
    return files + [folder / "pip.conf" for folder in folders]
