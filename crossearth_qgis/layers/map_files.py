"""The files of a map: in which folder they are kept, under which name, and what belongs to one.

No map takes the name of another: where anything is under a name, or a layer of the project expects
something there, the next number is taken.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import tempfile
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer

from ..errors import JobCanceled, UnsupportedLayer
from ..shared import model_places, products
from ..translation import translate
from . import raster_source

FOLDER_NAME = "crossearth_maps"
"""Of the folder beside the project."""

_LONGEST_STEM = 80
_TRUE_FOR_S = 10
_CHUNK_BYTES = 1 << 23
_ITEM, _STYLE, _AUXILIARY = ".json", ".qml", ".aux.xml"


@dataclass(frozen=True)
class MapFolder:
    """Where maps are kept that nobody has chosen a file for.

    Attributes:
        path: may not be there yet.
        reason: why it is not beside the project, a sentence; empty where it is.
    """

    path: Path
    reason: str = ""


def map_folder(raster: QgsRasterLayer | None) -> MapFolder:
    """Return where to keep maps of a raster: beside the project, the raster, or the user's data."""
    project = QgsProject.instance()
    if not project.fileName():
        reason = translate("CrossEarth", "The project has not been saved yet")
    elif project.projectStorage() is not None:
        reason = translate("CrossEarth", "The project is no file")
    else:
        beside = Path(project.absolutePath()) / FOLDER_NAME
        if _is_writable(beside):
            return MapFolder(beside)
        reason = translate("CrossEarth", "The folder of the project cannot be written to")
    own = _folder_of(raster)
    if own is not None and _is_writable(own):
        text = translate("CrossEarth", "{reason}: the map goes beside the raster, to {folder}.")
    else:
        own = model_places.user_data_folder() / "maps"
        text = translate("CrossEarth", "{reason}: the map goes to {folder}.")
    return MapFolder(own, text.format(reason=reason, folder=own))


def map_stem(raster: str, model: str) -> str:
    """Return what to call the file of a map, without suffix, by names of a raster and a model."""
    # Letters of all scripts stay; what shells or file systems take for something else goes.
    words = (re.sub(r"[^\w.-]+", "_", text).strip("._-") for text in (raster, model))
    return "_".join(filter(None, words))[:_LONGEST_STEM]


def as_geotiff(path: Path) -> Path:
    """Return a path with a suffix of GeoTIFF: what was typed may end in a date or a version."""
    return path if path.suffix.lower() in (".tif", ".tiff") else path.with_name(f"{path.name}.tif")


def class_titles(path: Path) -> dict[int, str]:
    """Return what the STAC Item of a map of ours calls its classes, by value; none of others."""
    if not is_of_map(path):
        return {}
    try:
        item = json.loads(path.with_name(path.stem + _ITEM).read_text(encoding="utf-8"))
        entries = item["assets"]["classes"]["classification:classes"]
        return {int(e["value"]): " ".join(str(e.get("title", e["name"])).split()) for e in entries}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def is_of_map(path: Path) -> bool:
    """Return whether a file is a map of ours, or lies beside one: its STAC Item says so."""
    endings = [path.suffix, *(item.ending for item in products.PRODUCTS.values())]
    for stem in [path.name[: -len(text)] for text in endings if text and path.name.endswith(text)]:
        try:
            item = json.loads(path.with_name(stem + _ITEM).read_text(encoding="utf-8"))
            names = [asset["href"] for asset in item["assets"].values()]
            if products.PROCESSING_FIELD in item["properties"] and f"./{path.name}" in names:
                return True
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            continue
    return False


def free_path(path: Path, *, is_resuming: bool = False) -> Path:
    """Return a path for a map: the same, or the next number that nothing has.

    Args:
        path: that is wanted.
        is_resuming: whether what an interrupted run has left there is to be gone on with.
    """
    expected = {_source(layer) for layer in QgsProject.instance().mapLayers().values()}
    for number in count(1):
        tried = path if number == 1 else path.with_name(f"{path.stem}_{number}{path.suffix}")
        taken = [file for file in _names(tried) if file.exists() or file in expected]
        if not taken and (is_resuming or not _partial(tried).exists()):
            break
    return tried


def files_of(path: Path) -> list[Path]:
    """Return the files that there are of a map, the map itself first."""
    return [file for file in _names(path) if file.exists()]


def copy_map(
    path: Path, target: Path, is_canceled: Callable[[], bool] = lambda: False
) -> dict[Path, Path]:
    """Copy a map with all that belongs to it; nothing may be there.

    No file has its name before all of them are complete. May be called in any thread.

    Returns:
        What each file has become.

    Raises:
        OSError: if it cannot be copied; nothing is left then.
        JobCanceled: likewise.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    copies: dict[Path, Path] = {}
    try:
        path.stat()  # raises if the map is gone: what lies beside it is not worth keeping
        for file in files_of(path):
            copies[file] = target.with_name(target.stem + file.name[len(path.stem) :])
            if file.suffix == _ITEM:
                _partial(copies[file]).write_text(_moved_item(file, target), encoding="utf-8")
            else:
                _copy(file, _partial(copies[file]), is_canceled)
        for copy in copies.values():
            _partial(copy).replace(copy)
    except (OSError, ValueError, LookupError, TypeError, JobCanceled) as error:
        remove([*map(_partial, copies.values()), *copies.values()])
        if isinstance(error, JobCanceled):
            raise
        raise OSError(str(error)) from error
    return copies


def remove(files: Collection[Path]) -> None:
    """Remove files; those that another program has open stay."""
    for file in files:
        with contextlib.suppress(OSError):
            file.unlink()


def _names(path: Path) -> list[Path]:
    """Return what the files of a map are or might be called, the map itself first."""
    beside = [path.with_name(path.stem + item.ending) for item in products.PRODUCTS.values()]
    files = [path, *beside]
    # QGIS and GDAL keep tables and statistics in the last ones.
    auxiliary = [file.with_name(file.name + _AUXILIARY) for file in files]
    return [*files, path.with_suffix(_STYLE), path.with_suffix(_ITEM), *auxiliary]


def _partial(path: Path) -> Path:
    """Return what a file, or what an interrupted run has left of it, is called meanwhile."""
    return path.with_name(f"{path.name}.partial")


def _copy(file: Path, copy: Path, is_canceled: Callable[[], bool]) -> None:
    with file.open("rb") as source, copy.open("wb") as target:
        while chunk := source.read(_CHUNK_BYTES):
            if is_canceled():
                raise JobCanceled
            target.write(chunk)


def _moved_item(file: Path, target: Path) -> str:
    """Return the STAC Item of a map as it has to be beside a copy of the map."""
    item = json.loads(file.read_text(encoding="utf-8"))
    item["id"] = target.stem
    for asset in item["assets"].values():
        asset["href"] = asset["href"].replace(f"./{file.stem}", f"./{target.stem}", 1)
    for link in item["links"]:
        if link["href"].startswith("."):
            source = Path(os.path.normpath(file.parent / link["href"]))
            with contextlib.suppress(ValueError):  # on another drive
                source = Path(os.path.relpath(source, target.parent))
            link["href"] = source.as_posix() if str(source).startswith("..") else f"./{source}"
    return json.dumps(item, indent=1, allow_nan=False) + "\n"


def _source(layer: QgsMapLayer) -> Path:
    return Path(layer.source().partition("|")[0])


def _folder_of(raster: QgsRasterLayer | None) -> Path | None:
    try:
        path = None if raster is None else Path(raster_source.resolve(raster).path)
    except UnsupportedLayer:
        return None
    return path.parent if path is not None and path.is_file() else None


def _is_writable(folder: Path) -> bool:
    """Return whether a folder can be made, or files in it; permissions alone do not tell.

    The form asks with each letter that is typed, and a file on a share takes its time: what was
    found is true for some seconds.
    """
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return _takes_a_file(folder, int(time.monotonic() // _TRUE_FOR_S))


@lru_cache(maxsize=8)
def _takes_a_file(folder: Path, _when: int) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False
