"""Paths as they are called where a command is given, and as the workers of a cluster call them."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.catalog import installed_models
from crossearth_engine.raster.mask import mask_file
from crossearth_engine.shared.findings import Finding

AnyRequest = TypeVar("AnyRequest", bound=Request)

_WINDOWS = re.compile(r"[A-Za-z]:(?=[\\/]|$)|[\\/]{2}[^\\/]")
# What GDAL has before a path: archives, and a format whose files hold several rasters.
_BEFORE = re.compile(r"(?:/vsi(?:zip|tar|gzip|7z|rar)/\{?)+|[A-Za-z0-9_]{2,}:\"?")


@dataclass(frozen=True)
class Places:
    """Folders, each with what a worker calls it; plain values, which travel.

    Of several rows the one with the longest folder counts; of those with the same, the first in
    which the file or its folder is there, so that workers may have mounted it at different places.

    Attributes:
        rows: pairs of folders, absolute, without a separator at the end.
    """

    rows: tuple[tuple[str, str], ...] = ()

    @classmethod
    def parsed(cls, texts: Sequence[str]) -> Places:
        r"""Return what texts such as ``Z:\imagery=/data/imagery`` mean.

        Raises:
            InvalidRequest: naming the one that means nothing.
        """
        rows = []
        for text in texts:
            here, separator, there = (part.strip() for part in text.partition("="))
            if not separator or not (_is_absolute(here) and _is_absolute(there)):
                raise InvalidRequest(reason=Finding("place-meaningless", {"text": text}))
            rows.append((_bare(here), _bare(there)))
        # Sorting keeps the order of those with the same folder.
        return cls(tuple(sorted(rows, key=lambda row: -len(row[0]))))

    def of_worker(self, value: Any) -> Any:
        """Return a path as this worker calls it; of a list or mapping, with all paths in it.

        What begins with none of the folders stays as it is: a text that is no path, too.
        """
        if isinstance(value, str):
            return self._moved(value)
        if isinstance(value, (list, tuple)):
            return type(value)(map(self.of_worker, value))
        if isinstance(value, dict):
            # By paths there may be something said, too.
            return {self._moved(name): self.of_worker(item) for name, item in value.items()}
        return value

    def _moved(self, text: str) -> str:
        if "://" in text:
            return text
        found = _BEFORE.match(text)
        before = found[0] if found else ""
        path = _plain(text[len(before) :])
        moved = [(here, there) for here, there in self.rows if _is_within(path, here)]
        moved = [(here, there) for here, there in moved if len(here) == len(moved[0][0])]
        if not moved:
            return text
        names = [
            there + _separated(path[len(here) :], here, there) or os.sep for here, there in moved
        ]
        # Where something was to be mounted there may be an empty folder.
        there = [name for name in names if Path(name).exists()]
        there += [name for name in names if Path(name).parent.is_dir()]
        return before + (there or names)[0]


def absolute(request: AnyRequest) -> AnyRequest:
    """Return a request whose paths do not depend on the folder where it is given."""
    changed: dict[str, Any] = {}
    for field in fields(request):
        name, value = field.name, getattr(request, field.name)
        kind = request.options[name].kind
        if name == "model":
            # GDAL's names are no paths, so what is there is asked of texts.
            is_path = os.path.exists(mask_file(value)) and value not in installed_models()  # noqa: PTH110 - as said
            changed[name] = _whole(value) if is_path else value
        elif kind == "path" and value:
            changed[name] = _whole(value)
        elif name in ("rasters", "inputs"):
            changed[name] = type(value)(map(_whole, value))
        elif name in ("crs_of", "nodata_of") and value:
            changed[name] = {_whole(path): said for path, said in value.items()}
    return replace(request, **changed)


def _whole(path: str) -> str:
    """Return an absolute path; a name of GDAL's stays as it is."""
    file = mask_file(path)  # which may be such a name, too
    if _BEFORE.match(file):
        return path
    return os.path.abspath(file) + path[len(file) :]  # noqa: PTH100 - likewise


def _separated(rest: str, here: str, there: str) -> str:
    """Return the rest of a path, with the separators of the system of another folder."""
    if bool(_WINDOWS.match(here)) == bool(_WINDOWS.match(there)):
        return rest
    return rest.translate({ord("\\"): "/"} if there.startswith("/") else {ord("/"): "\\"})


def _is_absolute(path: str) -> bool:
    return path.startswith("/") or bool(_WINDOWS.match(_plain(path)))


def _plain(path: str) -> str:
    r"""Return a path without what Windows has before long ones: ``\\?\`` and ``\\?\UNC\``."""
    if re.match(r"[\\/]{2}\?[\\/]UNC[\\/]", path, re.IGNORECASE):
        return "\\\\" + path[8:]
    return path[4:] if re.match(r"[\\/]{2}\?[\\/]", path) else path


def _bare(path: str) -> str:
    """Return a folder without separators at its end: of a root nothing, of a drive its letter."""
    return _plain(path).rstrip("\\/" if _WINDOWS.match(_plain(path)) else "/")


def _is_within(path: str, folder: str) -> bool:
    """Whether a path begins with a folder, as the system of the folder compares names."""
    start, rest = path[: len(folder)], path[len(folder) :]
    if _WINDOWS.match(folder):
        start, folder = (text.replace("/", "\\").casefold() for text in (start, folder))
        return start == folder and rest[:1] in ("", "\\", "/")
    return path.startswith("/") and start == folder and rest[:1] in ("", "/")
