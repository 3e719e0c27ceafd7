"""What a command and an option of the command line are called in QGIS.

Most sentences of the engine have one of the plugin's own beside them. The rest, such as the reason
for which a model cannot be used, come as the command line says them.
"""

from __future__ import annotations

import re

from .translation import translate

_COMMAND = re.compile(r"\bcrossearth ((?:models )?[a-z]+(?:-[a-z]+)?)\b")
# No part of a path or a word; what a number follows is asked for a run, else at an import.
_OPTION = re.compile(r"(?<![\w/\\.-])--([a-z]+(?:-[a-z]+)*)\b(?!\.\w|/)(?= (\d)|)")
_OTHER_NAMES = {"field": "CLASS_FIELD", "id": "MODEL_ID", "from": "BASE_ADDRESS"}
# All others are parameters of the same name.
_NOT_IN_QGIS = re.compile(
    "(after|against|before|reference)-(crs|nodata)|(against|reference)-classes|all|asset|batch|"
    "crs-of|date|folder|known|layer|local-only|looks-twice|name-of|nodata-of|out|out-dir|part|"
    "pixel|places?|plan|proxy|scheduler-file|share|shown|threads|tls|without-tls|written"
)


def in_qgis(text: str) -> str:
    """Return a sentence of the engine with commands and options called by their names in QGIS.

    What QGIS does not have stays as the command line calls it.

    Args:
        text: such as “Choose the bands (--bands), or draw points (crossearth sample).”
    """
    return _OPTION.sub(_parameter, _COMMAND.sub(_title, text))


def _title(found: re.Match[str]) -> str:
    title = _titles().get(found[1])
    return translate("CrossEarth", "“{label}”").format(label=title) if title else found[0]


def _parameter(found: re.Match[str]) -> str:
    name = found[1]
    if _NOT_IN_QGIS.fullmatch(name):
        return found[0]
    if name == "window" and found[2]:
        return "WINDOW_SIZE"
    return _OTHER_NAMES.get(name, name.upper().replace("-", "_"))


def _titles() -> dict[str, str]:
    # Built at each call: the translator may have been installed after this module was imported.
    return {
        "segment": translate("CrossEarth", "Segment a raster"),
        "batch": translate("CrossEarth", "Segment many rasters"),
        "kmeans": translate("CrossEarth", "Find groups of pixels that are alike"),
        "change": translate("CrossEarth", "Compare two maps"),
        "zonal": translate("CrossEarth", "Classify the objects of a layer"),
        "review": translate("CrossEarth", "Find places to review"),
        "similar": translate("CrossEarth", "Find similar places"),
        "plan-sample": translate("CrossEarth", "Plan sample points"),
        "sample": translate("CrossEarth", "Draw sample points on a map"),
        "evaluate": translate("CrossEarth", "Measure the accuracy of a map"),
        "finetune": translate("CrossEarth", "Adapt a model to polygons"),
        "distill": translate("CrossEarth", "Distill a model"),
        "models download": translate("CrossEarth", "Download a published model"),
        "models import": translate("CrossEarth", "Import a model"),
        "models export": translate("CrossEarth", "Export a model"),
        "diagnostics": translate("CrossEarth", "Diagnostics"),
    }
