"""The settings of a run as one line for a terminal: ``qgis_process run …``.

A command line knows no project: layers become their sources, and a selection becomes a filter.
"""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

from ...translation import translate

_FILE_PROVIDERS = ("gdal", "ogr")
_WINDOWS_SCRIPTS = (
    "qgis_process-qgis.bat",
    "qgis_process-qgis-ltr.bat",
    "qgis_process-qgis-dev.bat",
)


class NotOnDisk(ValueError):
    """A layer lives in this QGIS only, so no command can name it. ``str`` is for the user."""


# Without it Qt looks for a display, which cron, ssh and containers lack, and ends the program.
_WITHOUT_DISPLAY = "QT_QPA_PLATFORM=offscreen"


def qgis_process_command(
    algorithm_id: str, parameters: dict[str, Any], platform: str = sys.platform
) -> str:
    """Return the command that does in a terminal what the parameters do here.

    On Linux it asks for no display.

    Args:
        algorithm_id: provider and algorithm, ``crossearth:segment``.
        parameters: layer ids or sources, numbers, texts, lists of numbers, a referenced rectangle,
            or a feature source.
        platform: as ``sys.platform``; on win32 it is quoted for cmd, else for a POSIX shell.

    Raises:
        NotOnDisk: if a layer cannot be named outside this QGIS.
    """
    quote = _quote_cmd if platform == "win32" else shlex.quote
    words = [_program(platform), "run", algorithm_id]
    for name, value in parameters.items():
        words += [f"--{name}={text}" for text in _texts(value)]
    line = " ".join(quote(word) for word in words)
    return f"{_WITHOUT_DISPLAY} {line}" if platform == "linux" else line


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, (list, tuple)):
        # A list is one option per item.
        for item in value:
            yield from _texts(item)
    elif isinstance(value, QgsReferencedRectangle):
        corners = (value.xMinimum(), value.xMaximum(), value.yMinimum(), value.yMaximum())
        crs = value.crs().authid()
        yield ",".join(repr(number) for number in corners) + (f" [{crs}]" if crs else "")
    elif isinstance(value, QgsProcessingFeatureSourceDefinition):
        layer = QgsProject.instance().mapLayer(value.source.staticValue())
        yield _source(layer, only_selected=value.selectedFeaturesOnly)
    elif isinstance(value, str) and QgsProject.instance().mapLayer(value):
        yield _source(QgsProject.instance().mapLayer(value))
    else:
        yield str(value)


def _source(layer: QgsMapLayer, only_selected: bool = False) -> str:
    provider, source = layer.providerType(), layer.source()
    if provider == "memory":
        raise NotOnDisk(
            translate(
                "CrossEarth",
                "The layer “{layer}” is in memory only, so a command cannot use it. Save it to a "
                "file first.",
            ).format(layer=layer.name())
        )
    if only_selected:
        source = _with_selection(layer)
    if provider in _FILE_PROVIDERS:
        return source
    return QgsProcessingUtils.encodeProviderKeyAndUri(provider, source)


def _with_selection(layer: QgsVectorLayer) -> str:
    if layer.providerType() != "ogr":
        raise NotOnDisk(
            translate(
                "CrossEarth",
                "A command cannot use the selection in {layer}. Save the selected polygons to a "
                "file first.",
            ).format(layer=layer.name())
        )
    ids = ",".join(str(feature_id) for feature_id in sorted(layer.selectedFeatureIds()))
    keys = [layer.fields().at(index).name() for index in layer.primaryKeyAttributes()]
    # Formats without a key column, such as Shapefile, know their features by OGR's own FID.
    key = QgsExpression.quotedColumnRef(keys[0]) if keys else "FID"
    condition = f"{key} IN ({ids})"
    registry = QgsProviderRegistry.instance()
    parts = registry.decodeUri("ogr", layer.source())
    if parts.get("subset"):
        condition = f"({parts['subset']}) AND {condition}"
    return registry.encodeUri("ogr", {**parts, "subset": condition})


def _quote_cmd(word: str) -> str:
    """Quote a word for cmd and for the C runtime that takes the command line apart."""
    if word and not re.search(r'[\s"&|<>^()%!,;=]', word):
        return word
    # A backslash counts as an escape only before a quote, so those before one are doubled.
    escaped = re.sub(r'(\\*)"', r'\1\1\\"', word)
    escaped = re.sub(r"(\\+)$", r"\1\1", escaped)
    return f'"{escaped}"'


def _program(platform: str) -> str:
    """Return what the program is called on this computer.

    Debian 12 wraps ``qgis_process`` in a script that hands it an option it does not know; what
    the script would start works. On Windows there is a script that makes the program find what it
    needs; a terminal other than OSGeo4W's does not find it by its name.
    """
    if platform == "win32":
        found = filter(None, map(shutil.which, _WINDOWS_SCRIPTS))
        return next(found, "qgis_process")
    return "qgis_process.bin" if shutil.which("qgis_process.bin") else "qgis_process"
