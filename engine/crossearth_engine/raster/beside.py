"""What lies beside a TIFF on a server: asked all at once, instead of name by name.

GDAL asks for some forty names, one after the other, each time that it cannot see a list of the
folder: on web servers, where lists are not granted, and where a folder has very many objects.
"""

from __future__ import annotations

import contextvars
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from crossearth_engine.shared.addresses import is_object
from crossearth_engine.storage import objects

KNOWN_S = 60.0
"""How long what was found holds: a run opens a raster several times."""

MOST_KNOWN = 100
"""Of how many rasters."""

LANES = 8
"""How many names are asked for at once."""

_ENDINGS = (".tif", ".tiff")

# Statistics, masks, values and places; then what sensors deliver, of which GDAL takes dates and
# cameras. Overviews are never read. World files are asked for where the TIFF has no place.
_AFTER_NAME = (".aux.xml", ".msk")
_AFTER_STEM = (
    *(".aux", ".xml", ".XML", ".IMD", ".RPB", ".pvl", ".pass", ".rpc", ".txt", "_rpc.txt"),
    *("_RPC.TXT", "_metadata.txt", "_metadata.xml", "_MTL.txt"),
)
_IN_FOLDER = ("METADATA.DIM", "summary.txt")
# In deliveries of some sensors the names of metadata begin otherwise than those of their images.
_NAMED_OTHERWISE = ("IMG_", "IMG-")

_found: dict[str, tuple[float, tuple[str, ...] | None]] = {}


def beside(name: str) -> tuple[str, ...] | None:
    """Return the names of what lies beside a TIFF on a server; None if GDAL is to look itself.

    Args:
        name: GDAL's, as it was given.

    Raises:
        ConnectionError: if the server does not say.
    """
    before = _found.get(name)
    if before is None or time.monotonic() - before[0] > KNOWN_S:
        if len(_found) >= MOST_KNOWN:
            _found.clear()
        before = _found[name] = (time.monotonic(), _looked_for(name))
    return before[1]


def _looked_for(name: str) -> tuple[str, ...] | None:
    place = objects.place_of(name)
    folder, _, file = place.rpartition("/")
    is_web = place.startswith(("/vsicurl/http://", "/vsicurl/https://"))
    if not (is_web or is_object(place)) or not folder:
        return None
    if is_web and "?" in place:
        # A signature is that of one object: what lies beside it has another one.
        is_tiff = place.partition("?")[0].lower().endswith(_ENDINGS)
        return () if is_tiff else None
    stem, dot, ending = file.rpartition(".")
    if f"{dot}{ending}".lower() not in _ENDINGS or stem.startswith(_NAMED_OTHERWISE):
        return None
    own = [*(file + end for end in _AFTER_NAME), *(stem + end for end in _AFTER_STEM)]
    listed = None if is_web else _listed(folder, stem)
    if listed is not None:
        if file not in listed:
            return None
        wanted = {text.casefold() for text in own}
        found = [text for text in listed if text.casefold() in wanted]
        own = []
    else:
        found = []
    return (*found, *_asked_for(folder, [*own, *_IN_FOLDER]))


def _listed(folder: str, start: str) -> list[str] | None:
    """Return the names in a folder that begin like this; None if the store does not list them."""
    try:
        return objects.names(folder, start)
    except (PermissionError, FileNotFoundError):
        return None


def _asked_for(folder: str, names: list[str]) -> list[str]:
    """Return which of these names a server has in a folder.

    Raises:
        ConnectionError: if it does not say.
    """
    with ThreadPoolExecutor(LANES, thread_name_prefix="beside") as pool:
        calls = [
            pool.submit(contextvars.copy_context().run, partial(_is_there, f"{folder}/{name}"))
            for name in names
        ]
        try:
            return [name for name, call in zip(names, calls, strict=True) if call.result()]
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _is_there(name: str) -> bool:
    try:
        return objects.stat(name) is not None
    except PermissionError:
        # So do stores answer that do not tell whether there is such an object.
        return False
