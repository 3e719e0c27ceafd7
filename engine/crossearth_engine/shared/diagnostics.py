"""What a report of a fault says of a computer, and how it is written: for both halves.

A report is a dictionary of sections: each a dictionary of texts, or a list of lines. It goes to
others as `for_everybody` returns it, and no other way.
"""

from __future__ import annotations

import fnmatch
import hashlib
import json
import os
import platform
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Union

from . import model_places
from .model_item import ItemError
from .redaction import Redaction

Section = Union[dict[str, str], list[str]]
Report = dict[str, Section]

LAST_LINES = 60
_LONGEST_LINE = 400
_READ_OF_LINE = 4000
# Colours of a terminal, control characters, and what turns the direction of writing.
_UNSEEN = re.compile(
    r"\x1b\[[0-9;]*[A-Za-z]|[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]"
)
_MOST_TO_READ_BYTES = 500_000_000

# What changes how Python, pip, GDAL, a GPU or QGIS behaves. Others are nobody's business.
_VARIABLES = (
    *("CROSSEARTH_*", "QGIS_*", "QT_*", "OSGEO4W_ROOT", "PATH", "LANG", "LC_*", "TZ"),
    *("PYTHON*", "VIRTUAL_ENV", "CONDA_PREFIX", "CONDA_DEFAULT_ENV", "PIP_*", "UV_*"),
    *("*_PROXY", "SSL_CERT_*", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "HF_*"),
    *("GDAL_*", "CPL_*", "PROJ_*", "VSI_*", "AWS_*", "AZURE_*", "OGR_*"),
    *("CUDA_*", "NVIDIA_*", "HIP_*", "ROCR_*", "ORT_*", "TORCH_*", "PYTORCH_*"),
    *("OMP_*", "MKL_*", "OPENBLAS_*", "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_*"),
    *("TMPDIR", "TEMP", "TMP", "XDG_DATA_HOME", "XDG_SESSION_TYPE", "LOCALAPPDATA"),
    *("FLATPAK_ID", "SNAP", "SNAP_NAME", "container", "WSL_DISTRO_NAME"),
)


def computer() -> dict[str, str]:
    """Return what the computer is and has left."""
    return {
        "system": answer(platform.platform),
        "processor": answer(lambda: f"{platform.machine()}, {os.cpu_count()} cores"),
        "memory": answer(lambda: _gb(_memory_bytes())),
        "free on the disk": answer(lambda: _gb(shutil.disk_usage(_existing(_data())).free)),
        "encoding of names": sys.getfilesystemencoding(),
    }


def variables(environment: Mapping[str, str], redact: Redaction) -> dict[str, str]:
    """Return the environment variables that may have to do with it; secret ones without value."""
    return {
        name: redact.variable(name, value)
        for name, value in sorted(environment.items())
        if any(fnmatch.fnmatchcase(name.upper(), pattern.upper()) for pattern in _VARIABLES)
    }


def models(folders: Iterable[Path]) -> dict[str, str]:
    """Return the installed models by id: digests of their weights, or what is wrong with them."""
    return {
        id: answer(partial(_model, item)) for id, item in model_places.installed(folders).items()
    }


def installation() -> dict[str, str]:
    """Return what the set-up in QGIS has made, and which of it is in use."""
    folder = _data() / "engine"
    found = {"data folder": str(_data())}
    pointer = folder / "current.txt"
    if pointer.is_file():
        found["in use"] = answer(lambda: pointer.read_text(encoding="utf-8"))
    for environment in sorted(path for path in folder.glob("*") if path.is_dir()):
        added = ", ".join(sorted(path.name for path in environment.glob("addons/*")))
        found[environment.name] = _stamp(environment / "complete.json") + (added and f", {added}")
    return found


def setup_log() -> Path:
    """Return where the set-up in QGIS keeps what it said last."""
    return _data() / "engine" / "setup.log"


def setup_log_text() -> str:
    """Return what the set-up in QGIS said last; nothing where there has been none."""
    if not setup_log().exists():
        return ""
    return answer(lambda: setup_log().read_text(encoding="utf-8", errors="replace"))


def last_lines(text: str) -> list[str]:
    """Return the end of a log."""
    return text.splitlines()[-LAST_LINES:]


def for_everybody(report: Report, redact: Redaction) -> Report:
    """Return a report that may be shown to everybody."""
    return {
        name: {_line(key, redact): _line(value, redact) for key, value in section.items()}
        if isinstance(section, dict)
        # At once: a key has many lines.
        else [_cut(line) for line in redact("\n".join(map(_seen, section))).splitlines()]
        for name, section in report.items()
    }


def as_text(report: Report) -> str:
    """Return a report to paste: what a forum or GitHub shows as it is."""
    lines = ["~~~text"]
    for name, section in report.items():
        lines += ["", f"[{name}]", *([] if section else ["none"])]
        if isinstance(section, dict):
            width = max(map(len, section), default=0)
            lines += [f"{key:<{width}}  {value}" for key, value in section.items()]
        else:
            lines += section
    return "\n".join([*lines, "~~~"])


def _line(text: str, redact: Redaction) -> str:
    return _cut(redact(_seen(text)))


def _seen(text: str) -> str:
    """Return one line of what can be shown and copied."""
    line = " ".join(str(text)[:_READ_OF_LINE].splitlines())
    # What cannot be seen could hide a name from us.
    return _UNSEEN.sub("", line).encode("utf-8", "backslashreplace").decode("utf-8")


def _cut(line: str) -> str:
    # Far from the end of what was read, where half of a name may be left.
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"


def section(make: Callable[[], Section]) -> Section:
    """Return a section; or why there is none: one that fails must not take the others with it."""
    try:
        return make()
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def answer(question: Callable[[], str]) -> str:
    """Return an answer; or why there is none, which may be what is wrong."""
    try:
        return question()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def _data() -> Path:
    return model_places.user_data_folder()


def _existing(folder: Path) -> Path:
    """Return the folder, or the one above it that is there."""
    return next(path for path in (folder.absolute(), *folder.absolute().parents) if path.is_dir())


def _gb(count: int) -> str:
    return f"{count / 1e9:.1f} GB"


def _memory_bytes() -> int:
    if sys.platform == "win32":
        import ctypes

        # MEMORYSTATUSEX: its own length, the load, then seven numbers of which the first is all.
        status = (ctypes.c_uint64 * 8)(64)
        ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))
        return status[1]
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")


def _model(item: Path) -> str:
    try:
        model = model_places.read_installed(item)
    except ItemError as error:
        return str(error)
    if not model.is_on_disk:
        return "its weights are missing"
    size = model.weights.stat().st_size
    if size > _MOST_TO_READ_BYTES:
        return f"{size} bytes, sha256 by its metadata {model.sha256}"
    digest = hashlib.sha256(model.weights.read_bytes()).hexdigest()
    is_other = model.sha256 is not None and model.sha256 != digest
    return f"{size} bytes, sha256 {digest}{', not what its metadata says' if is_other else ''}"


def _stamp(file: Path) -> str:
    """Return what was noted when an environment was complete, as it is."""
    try:
        return json.dumps(json.loads(file.read_text(encoding="utf-8")), ensure_ascii=False)
    except FileNotFoundError:
        return "not complete"
    except (OSError, ValueError) as error:
        return f"not complete: {error}"
