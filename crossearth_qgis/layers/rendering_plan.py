"""What of a layer that only QGIS can read becomes a file: its pixels, before any is fetched.

Web maps are rendered at a resolution that they have, on their own grid of pixels, so that nothing
is resampled on this side: the engine does that. Other layers keep their pixels.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsRasterBlock,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QLocale

from ..errors import UnsupportedLayer
from ..translation import translate
from .ground import pixel_size_m
from .raster_source import is_on_server, is_picture

MAX_PIXELS = 400_000_000
"""More is not fetched on the way: it fills the disk, and of a server it is asking too much."""
# Up to this much coarser than asked for is no reason to fetch four times as many pixels.
_TOLERANCE = 1.15
_BLOCK = 1024  # pixels; whole tiles of every usual size
_MAGNIFICATION = 3
_HAIR = 0.001  # pixels
_WORLD_EDGE = 20037508.342789244  # Web Mercator, where the grids of most tiled maps begin


@dataclass(frozen=True)
class Rendering:
    """What of a layer becomes a file; safe to use in any thread.

    Attributes:
        provider: reads the pixels; a copy that belongs to this object.
        name: of the layer.
        crs: of the layer.
        is_picture: True where a pixel is a colour instead of bands.
        origin: corner (x, y) that pixels are counted from, map units.
        pixel_size: width and height, map units.
        columns, rows: pixels to render, counted from the origin.
        block_size: width and height of what is read at once, pixels.
        magnification: how often a pixel is to be drawn in each direction; see `_magnified`.
        gsd_m: edge of a pixel on the ground; None if unknown.
    """

    provider: Any
    name: str
    crs: QgsCoordinateReferenceSystem
    is_picture: bool
    origin: tuple[float, float]
    pixel_size: tuple[float, float]
    columns: range
    rows: range
    gsd_m: float | None
    block_size: tuple[int, int] = (_BLOCK, _BLOCK)
    magnification: int = 1

    @property
    def size_bytes(self) -> int:
        """Size of the file."""
        return len(self.columns) * len(self.rows) * sum(self._band_bytes())

    def _band_bytes(self) -> list[int]:
        if self.is_picture:
            return [1, 1, 1, 1]
        bands = range(1, self.provider.bandCount() + 1)
        return [QgsRasterBlock.typeSize(self.provider.dataType(band)) for band in bands]

    def extent(self, columns: range, rows: range) -> QgsRectangle:
        """Return the bounds of a part."""
        (left, top), (width, height) = self.origin, self.pixel_size
        return QgsRectangle(
            left + columns.start * width,
            top - rows.stop * height,
            left + columns.stop * width,
            top - rows.start * height,
        )

    def seen_extent(self, columns: range, rows: range) -> QgsRectangle:
        """Return the bounds to ask for a part with: of tiles, no hair of their neighbours."""
        extent = self.extent(columns, rows)
        if self.magnification > 1:
            extent.grow(-_HAIR * self.pixel_size[0])
        return extent


def plan_rendering(
    layer: QgsRasterLayer,
    region: QgsRectangle | None,
    gsd_m: float | None,
    transform_context: QgsCoordinateTransformContext,
) -> Rendering:
    """Return what to render; call it in the main thread. Nothing is fetched.

    Args:
        layer: one that needs rendering.
        region: what is wanted of it, in its CRS; None: all.
        gsd_m: ground sample distance that is wanted of a web map.
        transform_context: of the project.

    Raises:
        UnsupportedLayer: with a sentence that says what to do.
    """
    provider, magnification = _magnified(layer)
    whole = layer.extent()
    wanted = whole if region is None else region.intersect(whole)
    if wanted.isEmpty():
        raise UnsupportedLayer(
            translate("CrossEarth", "The asked area does not touch the layer “{layer}”.").format(
                layer=layer.name()
            )
        )

    def size_m(width: float, height: float) -> float | None:
        return pixel_size_m(layer.crs(), wanted.center(), (width, height), transform_context)

    origin = whole.xMinimum(), whole.yMaximum()
    if provider.xSize() > 0 and provider.ySize() > 0:
        pixel_size = whole.width() / provider.xSize(), whole.height() / provider.ySize()
        if is_on_server(layer):
            factor = _reduction(size_m(*pixel_size), gsd_m)
            pixel_size = pixel_size[0] * factor, pixel_size[1] * factor
    else:
        edge = _picture_pixel(layer, size_m(1.0, 1.0), gsd_m)
        pixel_size = edge, edge
        # The grid of its tiles, wherever somebody says that the layer lies.
        if provider.crs().authid() == "EPSG:3857":
            origin = -_WORLD_EDGE, _WORLD_EDGE
    rendering = Rendering(
        provider=provider,
        name=layer.name(),
        crs=layer.crs(),
        is_picture=is_picture(layer),
        origin=origin,
        pixel_size=pixel_size,
        columns=_touched(
            wanted.xMinimum() - origin[0], wanted.xMaximum() - origin[0], pixel_size[0]
        ),
        rows=_touched(origin[1] - wanted.yMaximum(), origin[1] - wanted.yMinimum(), pixel_size[1]),
        gsd_m=size_m(*pixel_size),
        block_size=_block_size(provider),
        magnification=magnification,
    )
    if len(rendering.columns) * len(rendering.rows) > MAX_PIXELS:
        raise UnsupportedLayer(
            translate(
                "CrossEarth",
                "The layer “{layer}” is {width} × {height} pixels of {size} m in the asked area: "
                "too much to fetch. Limit the run to an extent or to polygons.",
            ).format(
                layer=layer.name(),
                width=QLocale().toString(len(rendering.columns)),
                height=QLocale().toString(len(rendering.rows)),
                size=f"{rendering.gsd_m or pixel_size[0]:.3g}",
            )
        )
    return rendering


def _magnified(layer: QgsRasterLayer) -> tuple[Any, int]:
    """Return a copy of the provider, and how many pixels it draws for one, in each direction.

    QGIS 3.44, and the last releases of 3.40 and 3.42, round the edges of every tile outwards to
    whole pixels (pull request 61591). Edges that lie on whole pixels, but for the last digit of a
    double, become one pixel too far: the tile is stretched. Of a tile that is drawn three times as
    large, without smoothing, the middle of every pixel is right, stretched or not.
    """
    provider = layer.dataProvider()
    is_tiled = provider.name() == "wms" and bool(provider.nativeResolutions())
    if not (is_tiled and is_picture(layer)) or Qgis.versionInt() < 34000:
        return provider.clone(), 1
    parts = provider.dataSourceUri().split("&")
    given = dict(part.partition("=")[::2] for part in parts)
    # Tiles of a known ratio, 1 for 96 dpi, are drawn larger for more dots per inch. No server is
    # told of these.
    ratio = float(given.get("tilePixelRatio") or 0) or 1.0
    ours = {"tilePixelRatio": f"{ratio:g}", "dpiMode": "0"}
    if given.get("type") in ("xyz", "mbtiles"):
        # One that QGIS does not know: it leaves the colours alone, and smooths only without any.
        ours["interpretation"] = "none"
    left_out = {*ours, "SmoothPixmapTransform"}
    kept = [part for part in parts if part.partition("=")[0] not in left_out]
    copy = provider.clone()
    copy.setDataSourceUri("&".join([*kept, *map("=".join, ours.items())]))
    # The copy of a copy reads this, and has what the server offers from the first.
    copy = copy.clone()
    copy.setDpi(round(96 * ratio * _MAGNIFICATION))
    if copy.nativeResolutions() != provider.nativeResolutions():
        return provider.clone(), 1
    return copy, _MAGNIFICATION


def _block_size(provider: Any) -> tuple[int, int]:
    """Return what is read at once, pixels: what a WMS draws as one picture, without seams."""
    if not hasattr(provider, "maximumTileSize"):  # older QGIS, which does not round
        return _BLOCK, _BLOCK
    largest = provider.maximumTileSize()
    return min(_BLOCK, largest.width()), min(_BLOCK, largest.height())


def _picture_pixel(layer: QgsRasterLayer, unit_m: float | None, gsd_m: float | None) -> float:
    """Return the edge of a pixel of a web map, in map units: one that it has, if it is tiled."""
    if gsd_m is None or unit_m is None:
        raise UnsupportedLayer(
            translate(
                "CrossEarth",
                "The layer “{layer}” can be fetched at any resolution, and the model does not say "
                "which it is made for. Give the pixel size that the model sees (GSD).",
            ).format(layer=layer.name())
        )
    wanted = gsd_m / unit_m
    resolutions = sorted(layer.dataProvider().nativeResolutions())
    fine_enough = [edge for edge in resolutions if edge <= wanted * _TOLERANCE]
    if fine_enough:
        return float(fine_enough[-1])
    return float(resolutions[0]) if resolutions else wanted


def _reduction(native_m: float | None, gsd_m: float | None) -> int:
    """Return the power of two by which a map on a server is asked to be reduced."""
    if native_m is None or gsd_m is None:
        return 1
    return int(2 ** max(0, math.floor(math.log2(gsd_m * _TOLERANCE / native_m))))


def _touched(start: float, stop: float, size: float) -> range:
    """Return the pixels that an interval touches, but for rounding."""
    first = math.floor(start / size + 1e-6)
    return range(first, max(math.ceil(stop / size - 1e-6), first + 1))
