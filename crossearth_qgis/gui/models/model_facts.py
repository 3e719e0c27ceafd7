"""What a person wants to know of a model before choosing it, in words and with units."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from ...models.catalog import CatalogModel
from ...models.tasks import checked_text, imagery_title, tasks_title
from ...quantities import size_text
from ...translation import translate
from .model_download import download_size_text

_MOST_BANDS = 4


def facts(model: CatalogModel) -> list[tuple[str, str]]:
    """Return label and text of each fact of a model; a text may be empty."""
    return [
        (translate("CrossEarth", "Finds"), tasks_title(model.tasks) if model.tasks else ""),
        (translate("CrossEarth", "Trained on"), model.trained_on),
        (translate("CrossEarth", "Imagery"), imagery_title(model.imagery)),
        (translate("CrossEarth", "Pixel size"), _pixel_sizes(model)),
        (translate("CrossEarth", "Bands"), ", ".join(model.bands)),
        (translate("CrossEarth", "Values"), _values(model)),
        (translate("CrossEarth", "Window"), _windows(model)),
        (translate("CrossEarth", "In the paper"), _paper_scores(model)),
        (translate("CrossEarth", "Size"), _size(model)),
        (translate("CrossEarth", "Licence"), model.license),
        (translate("CrossEarth", "Checked"), checked_text(model.checked)),
    ]


def brief(model: CatalogModel) -> list[str]:
    """Return two lines that tell a model from others: its classes; bands, pixels and size."""
    if model.needs_adapting:
        classes = translate("CrossEarth", "To be adapted first: it knows no classes yet")
    elif model.quantity:
        classes = translate("CrossEarth", "Numbers: {name}").format(name=model.quantity)
    else:
        classes = ", ".join(item.name for item in model.classes)
    bands = ", ".join(model.bands)
    if len(model.bands) > _MOST_BANDS:
        bands = translate("CrossEarth", "{count} bands").format(count=len(model.bands))
    return [classes, " · ".join(filter(None, [bands, _pixel_sizes(model), _size(model)]))]


def format_metres(metres: float) -> str:
    """Return a length with the digits that matter, in the user's notation."""
    return QLocale().toString(metres, "g", 3)


def _windows(model: CatalogModel) -> str:
    if model.window_sizes:
        return translate("CrossEarth", "{least} to {most} px, overlap {overlap} px").format(
            least=min(model.window_sizes), most=max(model.window_sizes), overlap=model.overlap
        )
    return translate("CrossEarth", "{size} px, overlap {overlap} px").format(
        size=model.window_size, overlap=model.overlap
    )


def _pixel_sizes(model: CatalogModel) -> str:
    if model.gsd_range_m:
        low, high = model.gsd_range_m
        if low == high:
            return f"{format_metres(low)} m"
        return translate("CrossEarth", "{low} to {high} m").format(
            low=format_metres(low), high=format_metres(high)
        )
    return f"{format_metres(model.gsd_m)} m" if model.gsd_m else ""


def _values(model: CatalogModel) -> str:
    """Return what values the model takes."""
    if "," in model.takes:
        low, high = (QLocale().toString(float(end), "g", 6) for end in model.takes.split(","))
        return translate("CrossEarth", "{low} to {high}").format(low=low, high=high)
    texts = {
        "": translate("CrossEarth", "as they are"),
        "bytes": translate("CrossEarth", "bytes"),
        "reflectance": translate("CrossEarth", "reflectance, 0 to 1"),
        "dB": translate("CrossEarth", "decibels"),
    }
    return texts.get(model.takes, model.takes)


def _paper_scores(model: CatalogModel) -> str:
    """Return what the authors say of the model, as their words."""
    if not model.published_scores:
        return ""
    scores = [
        f"{benchmark}: {QLocale().toString(percent, 'f', 1)} %"
        if percent is not None
        else translate("CrossEarth", "{benchmark}: not known").format(benchmark=benchmark)
        for benchmark, percent in model.published_scores
    ]
    return "\n".join([translate("CrossEarth", "Mean IoU, not measured here"), *scores])


def _size(model: CatalogModel) -> str:
    if model.download_bytes is not None:
        return translate("CrossEarth", "{size} to download").format(size=download_size_text(model))
    if not model.size_bytes:
        return ""
    text = (
        translate("CrossEarth", "{size}, on disk")
        if model.is_on_disk
        else translate("CrossEarth", "{size}, not on disk")
    )
    return text.format(size=size_text(model.size_bytes))
