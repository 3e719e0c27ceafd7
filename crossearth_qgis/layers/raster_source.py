"""QgsRasterLayer -> a source in plain values, or a clear refusal.

No pixel is read here. The engine opens files itself; what only lives in QGIS (a web map, a
database, memory) has no path until `raster_rendering` has made a file of it. What was set on the
layer and changes what its pixels are or where they lie, its CRS and its values without data, goes
with it; how it is drawn does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsRasterLayer,
    QgsRasterLayerTemporalProperties,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QUrl

from ..engine_paths import for_engine
from ..errors import UnsupportedLayer
from ..models.catalog import CatalogModel
from ..translation import translate
from .stated import crs_text, nodata_text

if TYPE_CHECKING:
    from ..shared import bands

_DAY_S = 86_400
_COLORS = ("Red", "Green", "Blue")
_ON_SERVER = ("WMS:", "WMTS:", "<GDAL_WMS")
_HARMLESS_OPTIONS = ("option:NUM_THREADS=",)
_NOT_A_FILE = ("/vsimem/", "MEM:", "PG:", *_ON_SERVER)


@dataclass(frozen=True)
class RasterSource:
    """A raster in plain values, safe to use in any thread.

    Attributes:
        path: what the engine opens: a file, or what GDAL takes for one. Empty for a layer that has
            to be rendered first.
        name: of the layer.
        crs: what the raster's coordinates mean in QGIS; may be invalid.
        said: what was set on the layer and is another than the file says, by arguments of the
            engine's commands: ``crs``, ``nodata``.
        band_names: as the engine will find them, in order.
    """

    path: str
    name: str
    crs: QgsCoordinateReferenceSystem
    said: dict[str, str]
    band_names: tuple[str, ...]


def engine_bounds(extent: QgsRectangle) -> list[float]:
    """Return (left, bottom, right, top), as the engine's commands take an extent."""
    return [extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum()]


def resolve(layer: QgsRasterLayer) -> RasterSource:
    """Return what the engine needs to open this layer; call it in the main thread.

    Raises:
        UnsupportedLayer: with a sentence that says what to do.
    """
    if not layer.isValid():
        raise UnsupportedLayer(
            translate(
                "CrossEarth",
                "The layer “{layer}” cannot be read: its source is missing or damaged.",
            ).format(layer=layer.name())
        )
    provider = layer.dataProvider()
    path = ""
    if not needs_rendering(layer):
        path = _gdal_path(provider.dataSourceUri())
        if Path(path).exists():
            path = for_engine(path)
    names = tuple(layer.bandName(band) for band in range(1, layer.bandCount() + 1))
    return RasterSource(
        path=path,
        name=layer.name(),
        crs=layer.crs(),
        said=said(layer),
        band_names=_COLORS if is_picture(layer) or has_color_table(layer) else names,
    )


def resolve_file(layer: QgsRasterLayer) -> RasterSource:
    """Return what `resolve` does, for work that can be done with files only.

    Raises:
        UnsupportedLayer: also if the layer is no file.
    """
    source = resolve(layer)
    if not source.path:
        raise UnsupportedLayer(
            translate(
                "CrossEarth",
                "The layer “{layer}” ({provider}) is not a file that the engine can open. Save the "
                "part you need as GeoTIFF first: Layer > Save As…, with raw data or a rendered "
                "image.",
            ).format(layer=layer.name(), provider=layer.dataProvider().name())
        )
    return source


def dated(layer: QgsRasterLayer, source: RasterSource) -> str:
    """Return the path of a layer, as the engine takes it for one of several dates.

    With its date in front, where the layer has one of its own: a fixed range of a day or less.
    """
    times = layer.temporalProperties()
    fixed = QgsRasterLayerTemporalProperties.TemporalMode.FixedTemporalRange
    if not times.isActive() or times.mode() != fixed:
        return source.path
    begin, end = times.fixedTemporalRange().begin(), times.fixedTemporalRange().end()
    is_day = begin.isValid() and (not end.isValid() or begin.secsTo(end) <= _DAY_S)
    return f"{begin.toString('yyyy-MM-dd')}={source.path}" if is_day else source.path


def said(layer: QgsRasterLayer) -> dict[str, str]:
    """Return what was set on a layer and is another than its file says; see `RasterSource.said`."""
    found = {"nodata": "" if is_picture(layer) else nodata_text(layer.dataProvider())}
    # What has to be rendered becomes a file that has the CRS of the layer.
    if not needs_rendering(layer) and layer.crs() != layer.dataProvider().crs():
        found["crs"] = crs_text(layer.crs())
    return {name: text for name, text in found.items() if text}


def said_of(
    sources: Sequence[RasterSource], but: Collection[str] = ()
) -> dict[str, dict[str, str]]:
    """Return what was set on several layers, as the engine takes it for single rasters.

    Args:
        sources: the layers.
        but: what is said of all of them otherwise.
    """
    found = {
        f"{name}_of": {source.path: source.said[name] for source in sources if name in source.said}
        for name in ("crs", "nodata")
        if name not in but
    }
    return {name: texts for name, texts in found.items() if texts}


def needs_rendering(layer: QgsRasterLayer) -> bool:
    """Return whether only QGIS can read the layer, so that a file has to be made of it."""
    provider = layer.dataProvider()
    uri = provider.dataSourceUri()
    if provider.name() != "gdal" or _gdal_path(uri).startswith(_NOT_A_FILE):
        return True
    # Options with which QGIS opens the file: another overview of it, say, or a name and password.
    options = [] if uri.startswith("<") or Path(uri).exists() else uri.split("|")[1:]
    return any(not option.startswith(_HARMLESS_OPTIONS) for option in options)


def is_on_server(layer: QgsRasterLayer) -> bool:
    """Return whether GDAL fetches the layer from a server that draws it at any resolution."""
    provider = layer.dataProvider()
    return provider.name() == "gdal" and provider.dataSourceUri().startswith(_ON_SERVER)


def is_picture(layer: QgsRasterLayer) -> bool:
    """Return whether a pixel of the layer is a colour, as in a web map, instead of bands."""
    pictures = (Qgis.DataType.ARGB32, Qgis.DataType.ARGB32_Premultiplied)
    return layer.dataProvider().dataType(1) in pictures


def has_color_table(layer: QgsRasterLayer) -> bool:
    """Return whether the pixels of the only band are numbers of colours, which the engine sees."""
    provider = layer.dataProvider()
    kinds = [
        provider.colorInterpretationName(band).lower() for band in range(1, layer.bandCount() + 1)
    ]
    return [kind for kind in kinds if kind != "alpha"] == ["palette"]


def default_bands(layer: QgsRasterLayer, model: CatalogModel) -> list[int]:
    """Return the 1-based bands for the model's inputs, as the engine would choose them.

    The list is as long as the model's inputs, even when the raster has fewer bands.
    """
    in_order = range(1, len(model.bands) + 1)
    if is_picture(layer):
        return list(in_order)
    # Not with the plugin, whose start it would delay.
    from ..shared import bands

    choices = bands.choose_bands(model.bands, described_bands(layer), file_name(layer))
    found = [choice.index for choice in choices]
    return [*found, *in_order[len(found) :]]


def described_bands(layer: QgsRasterLayer) -> list[bands.RasterBand]:
    """Return name and colour of each band of a layer, as the engine sees them."""
    from ..shared import bands

    provider = layer.dataProvider()
    return [
        # "Band 4: B04", in the language of QGIS
        bands.RasterBand(
            name=re.sub(r"^\w+ 0*\d+(: | |$)", "", layer.bandName(band)),
            color=provider.colorInterpretationName(band).lower(),
        )
        for band in range(1, layer.bandCount() + 1)
    ]


def file_name(layer: QgsRasterLayer) -> str:
    """Return the name of a layer's file, which may name the sensor."""
    return Path(layer.dataProvider().dataSourceUri()).name


def _gdal_path(uri: str) -> str:
    """Return what GDAL opens for a source as QGIS writes it."""
    # Inline XML and the prefixes of subdatasets may hold anything; QGIS appends options to files.
    if uri.startswith("<"):
        return uri
    path = uri.split("|", 1)[0]
    if path.startswith("file:"):
        return str(QUrl(path.split("?", 1)[0]).toLocalFile())
    if "?" in path and ":" not in path[2:] and not Path(path).exists():
        return path.split("?", 1)[0]
    return path
