"""What to paste into a report of a fault: QGIS's half, and the engine's if it answers.

Works without an engine, for then it is needed most.
"""

from __future__ import annotations

import configparser
import contextlib
import hashlib
import json
import os
import platform

from osgeo import gdal, osr
from qgis import utils
from qgis.core import Qgis
from qgis.PyQt.QtCore import PYQT_VERSION_STR, QLocale, qVersion

from . import log, paths, settings
from .errors import EngineSetupFailed
from .setup import engine_environment
from .setup.child_environment import child_environment
from .setup.child_process import CanceledCallback, stream
from .setup.network_proxy import proxy_for
from .shared import diagnostics, model_places, pip_settings, redaction

_ENGINE_TIMEOUT_S = 120.0  # it tries its devices
_OF_ENGINE = ("engine", "libraries", "devices", "packages")


def report_text(is_canceled: CanceledCallback) -> str:
    """Return the report, fit for everybody to read; starts the engine, so call it in a thread.

    Raises:
        JobCanceled: if ``is_canceled`` said so.
    """
    redact = redaction.of_this_computer()
    folders = (paths.BUNDLED_MODELS, model_places.user_models_folder())
    report: diagnostics.Report = {
        "QGIS": diagnostics.section(_versions),
        "computer": diagnostics.section(diagnostics.computer),
        "network": diagnostics.section(_network),
        **_engine(is_canceled),
        "installation": diagnostics.section(diagnostics.installation),
        "wanted by this version": diagnostics.section(_wanted),
        "settings": {key: redact.variable(key, value) for key, value in settings.changed().items()},
        "models": diagnostics.section(lambda: diagnostics.models(folders)),
        "variables": diagnostics.section(lambda: diagnostics.variables(os.environ, redact)),
        "log of the set-up": diagnostics.last_lines(diagnostics.setup_log_text()),
        "log": diagnostics.last_lines("\n".join(log.recent())),
    }
    if "packages" in report:
        report["packages"] = report.pop("packages")  # the longest, last
    return diagnostics.as_text(diagnostics.for_everybody(report, redact))


def _versions() -> dict[str, str]:
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(paths.ROOT / "metadata.txt", encoding="utf-8")
    proj = ".".join(
        str(ask())
        for ask in (osr.GetPROJVersionMajor, osr.GetPROJVersionMinor, osr.GetPROJVersionMicro)
    )
    return {
        "CrossEarth": metadata.get("general", "version", fallback="unknown"),
        "QGIS": f"{Qgis.QGIS_VERSION} ({Qgis.QGIS_DEV_VERSION})",
        "Qt, PyQt": f"{qVersion()}, {PYQT_VERSION_STR}",
        "Python": platform.python_version(),
        "GDAL, PROJ": f"{gdal.VersionInfo('RELEASE_NAME')}, {proj}",
        "language": QLocale().name(),
        "other plugins": ", ".join(sorted(set(utils.active_plugins) - {paths.ROOT.name})),
    }


def _wanted() -> dict[str, str]:
    """Return what tells this version's lists of packages from those of another one."""
    locks = {
        f"lock of {file.stem}": hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(paths.ENGINE_LOCKS.glob("*.txt"))
    }
    return {"requirements": engine_environment.requirements_digest(), **locks}


def _network() -> dict[str, str]:
    """Return where packages come from, and through which proxy."""
    index = pip_settings.index_address()
    return {
        "index of packages": index,
        "proxy": diagnostics.answer(lambda: proxy_for(index) or "that of the system, or none"),
    }


def _engine(is_canceled: CanceledCallback) -> diagnostics.Report:
    """Return what the engine says of itself, or why it says nothing."""
    environment = engine_environment.find()
    if environment is None:
        return {"engine": {"state": engine_environment.missing_reason()}}
    state = {"state": f"there ({environment.origin})", "program": str(environment.python)}
    # A process of its own: the warm one may be what does not answer, or be at work.
    command = [str(environment.python), "-I", str(paths.ENGINE_MAIN), "diagnostics", "--json"]
    lines: list[str] = []
    try:
        exit_code = stream(
            command, child_environment(), lines.append, is_canceled, timeout_s=_ENGINE_TIMEOUT_S
        )
        state["answer"] = f"exit code {exit_code}"
    except EngineSetupFailed as error:
        state["answer"] = str(error)
    for line in reversed(lines):
        with contextlib.suppress(ValueError):
            found = json.loads(line)
            if isinstance(found, dict):
                own = {name: found[name] for name in _OF_ENGINE if name in found}
                return {**own, "engine": {**state, **own.get("engine", {})}}
    return {"engine": state, "words of the engine": diagnostics.last_lines("\n".join(lines))}
