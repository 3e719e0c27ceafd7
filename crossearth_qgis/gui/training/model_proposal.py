"""What to start from for the bands and pixels of a raster, and why; one click takes it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ...layers import raster_source
from ...layers.ground import pixel_size_m
from ...models.catalog import CatalogModel
from ...shared import options as engine_options
from ...translation import translate
from ..models.model_download import download_size_text
from ..models.model_facts import format_metres
from ..widgets.hint import INFO, Hint

if TYPE_CHECKING:
    from ...shared import proposals


class ModelProposal(QWidget):
    """A sentence with a button; takes no room where the chosen model is as good as any."""

    taken = pyqtSignal(str)
    """The person takes what is proposed: an id for the picker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self.hint = Hint(self)
        self.button = QPushButton(translate("CrossEarth", "Start from this"), self)
        self.button.clicked.connect(lambda: self.taken.emit(self._id))
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.hint)
        layout.addLayout(row)
        self.hide()

    def show_for(
        self, layer: QgsRasterLayer | None, models: Sequence[CatalogModel], chosen: str
    ) -> None:
        """Propose what fits a raster.

        Args:
            layer: the raster.
            models: that there are, on disk or to be downloaded.
            chosen: id of the one that is chosen; nothing is said where that is the one.
        """
        self._id, text = "", ""
        if layer is not None and layer.isValid() and not raster_source.is_picture(layer):
            size_m = _pixel_size_m(layer)
            found = _proposed(layer, size_m, models)
            if found is not None and chosen != found.id and _is_replaceable(chosen, models):
                self._id = found.id
                model = next((m for m in models if m.id == found.id), None)
                text = _sentence(found, model, size_m)
                if model is not None and model.download_bytes is not None:
                    download = translate("CrossEarth", "It has to be downloaded first, {size}.")
                    text += " " + download.format(size=download_size_text(model))
        self.hint.set_text(text, INFO)
        self.setVisible(bool(text))


def _is_replaceable(chosen: str, models: Sequence[CatalogModel]) -> bool:
    """Whether what is chosen is an RGB network; others were chosen on purpose."""
    if chosen == engine_options.BANDS_ID:
        return False
    model = next((model for model in models if model.id == chosen), None)
    return model is not None and {*model.bands} <= {"red", "green", "blue"}


def _proposed(
    layer: QgsRasterLayer, size_m: float | None, models: Sequence[CatalogModel]
) -> proposals.Proposal | None:
    # Not with the plugin, whose start it would delay.
    from ...shared import proposals

    candidates = [
        proposals.Candidate(model.id, model.bands, model.gsd_m, model.is_on_disk)
        for model in models
        if model.needs_adapting
    ]
    return proposals.propose(
        raster_source.described_bands(layer), size_m, candidates, raster_source.file_name(layer)
    )


def _sentence(found: proposals.Proposal, model: CatalogModel | None, size_m: float | None) -> str:
    if found.id == engine_options.BANDS_ID or model is None:
        return translate(
            "CrossEarth",
            "No model here knows these {count} bands: their names do not tell what they show, or "
            "their pixels are of another size. Start from the bands alone.",
        ).format(count=found.used)
    if model.bands == ("any",):
        return translate(
            "CrossEarth", "“{model}” knows all {count} bands by their wavelengths."
        ).format(model=model.name, count=found.used)
    if model.gsd_m is None or size_m is None:
        return translate(
            "CrossEarth", "“{model}” knows {found} of its {count} bands in this raster."
        ).format(model=model.name, found=found.found, count=len(model.bands))
    return translate(
        "CrossEarth",
        "“{model}” knows {found} of its {count} bands in this raster, and was made for pixels of "
        "{gsd} m; these are of {size} m.",
    ).format(
        model=model.name,
        found=found.found,
        count=len(model.bands),
        gsd=format_metres(model.gsd_m),
        size=format_metres(size_m),
    )


def _pixel_size_m(layer: QgsRasterLayer) -> float | None:
    if layer.extent().isEmpty():
        return None
    pixel = layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
    context = QgsProject.instance().transformContext()
    return pixel_size_m(layer.crs(), layer.extent().center(), pixel, context)
