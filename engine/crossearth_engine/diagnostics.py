"""The engine's half of a report of a fault: what it is made of and can compute with."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import distributions

from crossearth_engine import __version__
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import shipped_models_folder
from crossearth_engine.shared import diagnostics, model_places, redaction
from crossearth_engine.shared.diagnostics import Report, answer, section
from crossearth_engine.shared.library_trials import read_trials


def report() -> Report:
    """Return what a person may paste anywhere; what does not work is in it with its reason."""
    redact = redaction.of_this_computer()
    folders = (shipped_models_folder(), model_places.user_models_folder())
    found: Report = {
        "engine": {
            "version": __version__,
            "python": f"{platform.python_version()} ({platform.python_implementation()})",
            "program": sys.executable,
            "made with": sys.base_prefix,
        },
        "computer": section(diagnostics.computer),
        "libraries": {"GDAL, PROJ": answer(_gdal), "GDAL of pyogrio": answer(_pyogrio)},
        "devices": _devices(),
        "installation": section(diagnostics.installation),
        "models": section(lambda: diagnostics.models(folders)),
        "variables": section(lambda: diagnostics.variables(os.environ, redact)),
        "packages": section(_packages),
        "log of the set-up": diagnostics.last_lines(diagnostics.setup_log_text()),
    }
    return diagnostics.for_everybody(found, redact)


def _packages() -> dict[str, str]:
    found = {item.metadata["Name"] or "?": item.version for item in distributions()}
    return dict(sorted(found.items(), key=lambda item: item[0].lower()))


def _gdal() -> str:
    import rasterio

    return f"{rasterio.__gdal_version__}, {rasterio.__proj_version__}"


def _pyogrio() -> str:
    import pyogrio

    return str(pyogrio.__gdal_version_string__)


def _devices() -> list[str]:
    try:
        from crossearth_engine.inference.devices import DevicesRequest, lines_on, list_devices

        found = list_devices(DevicesRequest(), Job(lambda *_: None, lambda *_: None))["devices"]
        trials = [trial.sentence for trial in read_trials().values()]
    except Exception as error:  # whatever a broken library does is what is asked for
        return [f"{type(error).__name__}: {error}"]
    return [*(line for device in found for line in lines_on(device)), *trials]
