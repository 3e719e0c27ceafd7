"""What the plugin repository refuses of a zip that is uploaded, asked before.

The rules are those of its validator (qgis/QGIS-Plugins-Website, ``qgis-app/plugins/validator.py``),
but for two that it asks of the web: whether addresses answer, and who may upload. Bandit and
detect-secrets, which it runs as well, are in ``dev.py lint``. Standard library only.
"""

from __future__ import annotations

import configparser
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

MAX_BYTES = 25_000_000
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about")
ADDRESSES = ("tracker", "repository", "homepage")
REFUSED_FOLDERS = {"__MACOSX", ".git", "__pycache__"}


def problems(plugin_zip: Path) -> list[str]:
    """Return a sentence for each reason why the plugin repository would refuse a zip."""
    try:
        with zipfile.ZipFile(plugin_zip) as archive:
            if broken := archive.testzip():
                return [f"{broken} is damaged."]
            return [*_of_size(plugin_zip), *_of_names(archive), *_of_content(archive)]
    except zipfile.BadZipFile as error:
        return [f"It is no zip: {error}."]


def _of_size(plugin_zip: Path) -> Iterator[str]:
    size = plugin_zip.stat().st_size
    if size > MAX_BYTES:
        yield f"It has {size:,} bytes; {MAX_BYTES:,} are taken."


def _of_names(archive: zipfile.ZipFile) -> Iterator[str]:
    names = archive.namelist()
    tops = {PurePosixPath(name).parts[0] for name in names}
    if len(tops) != 1:
        yield f"There has to be one folder at the top, not {len(tops)}: {', '.join(sorted(tops))}."
    for top in tops:
        if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]+", top):
            yield f"The folder {top} is no name of a Python package."
    for name in names:
        parts = PurePosixPath(name).parts
        if ".." in name or name.startswith("/"):
            yield f"{name} leads out of the plugin's folder."
        if ".pyc" in name or REFUSED_FOLDERS & set(parts):
            yield f"{name} is refused: no compiled Python, nothing of git or macOS."


def _of_content(archive: zipfile.ZipFile) -> Iterator[str]:
    top = PurePosixPath(archive.namelist()[0]).parts[0]
    names = {name.partition("/")[2] for name in archive.namelist()}
    for name in ("__init__.py", "metadata.txt", "LICENSE"):
        if name not in names:
            yield f"{name} is missing."
    if "__init__.py" in names and b"def classFactory(" not in archive.read(f"{top}/__init__.py"):
        yield "__init__.py has no classFactory, by which QGIS loads a plugin."
    if "metadata.txt" in names:
        yield from _of_metadata(archive.read(f"{top}/metadata.txt"), names)


def _of_metadata(data: bytes, names: set[str]) -> Iterator[str]:
    parser = configparser.ConfigParser()  # interpolates, as there and in QGIS
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys are case-sensitive
    try:
        parser.read_string(data.decode("utf-8"))
        general = dict(parser["general"])
    except (configparser.Error, KeyError, UnicodeDecodeError) as error:
        yield f"metadata.txt cannot be read: {error}."
        return
    for key in (*REQUIRED, *ADDRESSES):
        if not general.get(key, "").strip():
            yield f"metadata.txt says no {key}."
    for key in ADDRESSES:
        address = urlsplit(general.get(key, ""))
        if general.get(key) and not (address.scheme in ("http", "https") and "." in address.netloc):
            yield f"metadata.txt: {key} is no address: {general[key]}."
    if "/" in general.get("author", ""):
        yield "metadata.txt: there is a slash in author."
    for key in ("qgisMinimumVersion", "qgisMaximumVersion", "version"):
        if key in general and not re.fullmatch(r"\d+(\.\d+){1,2}([-.\w]*)", general[key]):
            yield f"metadata.txt: {key} is no version: {general[key]}."
    if general.get("icon") and general["icon"] not in names:
        yield f"metadata.txt: the icon {general['icon']} is not in the zip."


if __name__ == "__main__":
    found = problems(Path(sys.argv[1]))
    sys.stdout.writelines(f"{sys.argv[1]}: {problem}\n" for problem in found)
    sys.exit(1 if found else 0)
