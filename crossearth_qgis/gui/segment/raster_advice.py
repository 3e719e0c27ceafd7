"""What is worth knowing before a model meets a raster: CRS, pixels on the ground, bands."""

from __future__ import annotations

from qgis.core import QgsProject, QgsRasterLayer

from ...layers import raster_source
from ...layers.drawn import hiding_advice
from ...layers.ground import pixel_size_m
from ...models.catalog import CatalogModel
from ...shared import dates
from ...translation import translate
from ..models.model_facts import format_metres
from ..widgets.dates_button import KEPT_DATES

TOLD_WITHOUT_ENGINE = frozenset(
    {
        *("pixels-coarse", "pixels-fine", "pixels-unknown", "pixels-unmeasured"),
        *("band-only", "colors-numbered"),
    }
)
"""Codes of what the engine finds, too."""


def raster_advice(layer: QgsRasterLayer, model: CatalogModel | None) -> str:
    """Return what is worth knowing before a model meets a raster, or an empty string."""
    if not layer.isValid():
        return ""
    if raster_source.is_picture(layer):
        return _picture_advice(layer)
    advice = (
        _crs_advice(layer),
        _pixel_size_advice(layer, model),
        _band_advice(layer, model),
        hiding_advice(layer),
    )
    return "\n".join(sentence for sentence in advice if sentence)


def _picture_advice(layer: QgsRasterLayer) -> str:
    return translate(
        "CrossEarth",
        "{layer} is a map on a server: the run fetches the area first, at the pixel size of the "
        "model. See to it that its terms of use allow that.",
    ).format(layer=layer.name())


def _crs_advice(layer: QgsRasterLayer) -> str:
    if layer.crs().isValid():
        return ""
    return translate(
        "CrossEarth",
        "The layer has no CRS: areas can only be counted in pixels. Set its CRS first.",
    )


def _pixel_size_advice(layer: QgsRasterLayer, model: CatalogModel | None) -> str:
    size_m = None
    if not layer.extent().isEmpty():
        pixel = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
        context = QgsProject.instance().transformContext()
        size_m = pixel_size_m(layer.crs(), layer.extent().center(), pixel, context)
    if model is None or model.gsd_range_m is None or size_m is None:
        return ""
    low, high = model.gsd_range_m
    # A hundredth of tolerance: the ends of the range were rounded by whoever wrote them.
    if low * 0.99 <= size_m <= high * 1.01:
        return ""
    # The engine brings every raster to the nearest end of the range.
    if size_m > high:
        sentence = translate(
            "CrossEarth",
            "The layer's pixels of {size} m are coarser than the {low} to {high} m that the model "
            "is made for. They are enlarged for it: this takes longer, and the map will be poorer.",
        )
    else:
        sentence = translate(
            "CrossEarth",
            "The layer's pixels of {size} m are finer than the {low} to {high} m that the model "
            "is made for. They are reduced for it: the map has no finer details than that.",
        )
    return sentence.format(
        size=format_metres(size_m), low=format_metres(low), high=format_metres(high)
    )


def _band_advice(layer: QgsRasterLayer, model: CatalogModel | None) -> str:
    if raster_source.has_color_table(layer):
        return translate(
            "CrossEarth",
            "The layer is a picture in numbered colours: its colours are seen as red, green and "
            "blue. If the numbers stand for classes, it is a map already and no imagery.",
        )
    if model is None:
        return ""
    learned = dates.dates_of(model.bands)
    if learned:
        if layer.customProperty(KEPT_DATES):
            return ""  # whether these are they the engine tells
        return translate(
            "CrossEarth",
            "The model has learned the dates {dates}: tick the other ones in the list beside the "
            "raster.",
        ).format(dates=", ".join(learned))
    if layer.bandCount() >= len(model.bands):
        return ""
    return translate(
        "CrossEarth",
        "The layer has fewer bands ({available}) than the model takes ({names}): one stands for "
        "several. Expect a poorer map.",
    ).format(available=layer.bandCount(), names=", ".join(model.bands))
