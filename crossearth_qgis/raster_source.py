"""QgsRasterLayer -> a source the engine can open. (interface; body follows)"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterLayer

from .model_catalog import CatalogModel


@dataclass(frozen=True)
class RasterSource:
    """A raster in plain values, safe to use in any thread.

    Attributes:
        path: what the engine opens.
        name: of the layer.
        crs: of the layer; may be invalid.
        band_names: as QGIS shows them, in order.
        color_bands: 1-based band of red, green, blue by colour interpretation, or ().
    """

    path: str
    name: str
    crs: QgsCoordinateReferenceSystem
    band_names: tuple[str, ...]
    color_bands: tuple[int, ...]


def resolve(layer: QgsRasterLayer) -> RasterSource:
    """Return what the engine needs to open this layer; call it in the main thread.

    Raises:
        UnsupportedLayer: with a sentence that says what to do.
    """
    raise NotImplementedError


def default_bands(layer: QgsRasterLayer, model: CatalogModel) -> list[int]:
    """Return the 1-based bands for the model's inputs: by colour, else in order."""
    raise NotImplementedError
