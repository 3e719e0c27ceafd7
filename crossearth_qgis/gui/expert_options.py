"""What few need to touch: bands, pixel size, windows, joins, device. Filled from the model."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt import uic
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from .. import raster_source, settings
from ..model_catalog import CatalogModel
from ..translation import translate
from .band_mapping import BandMapping
from .devices import add_devices, device_of, show_device


class ExpertOptions(QgsCollapsibleGroupBox):
    """Collapsed group of fields, with a button that brings the model's values back."""

    band_mapping: BandMapping
    gsd_label: QLabel
    gsd_box: QDoubleSpinBox
    window_label: QLabel
    window_box: QSpinBox
    overlap_label: QLabel
    overlap_box: QSpinBox
    join_label: QLabel
    join_combo: QComboBox
    device_label: QLabel
    device_combo: QComboBox
    reset_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsRasterLayer | None = None
        self._model: CatalogModel | None = None
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self, __package__)
        self.join_combo.addItem(translate("CrossEarth", "Tapered, no visible joins"), "taper")
        self.join_combo.addItem(translate("CrossEarth", "Plain average, as published"), "average")
        add_devices(self.device_combo)
        self.window_box.valueChanged.connect(self._limit_overlap)
        self.reset_button.clicked.connect(self.reset)

    def set_layer(self, layer: QgsRasterLayer | None) -> None:
        """Offer the bands of another raster; the other options stay."""
        self._layer = layer
        self._fill_band_mapping()

    def set_model(self, model: CatalogModel | None) -> None:
        """Take everything from another model; None: one that only the engine can read."""
        self._model = model
        self.reset()

    def reset(self) -> None:
        """Bring the model's values back."""
        model = self._model
        # The values of a file without metadata beside it are unknown here: its own, unseen.
        for box in (self.window_box, self.overlap_box):
            box.setEnabled(model is not None)
            box.setSpecialValueText(
                translate("CrossEarth", "The model's own") if model is None else ""
            )
        if model is None:
            self.window_box.setValue(self.window_box.minimum())
            self.overlap_box.setValue(self.overlap_box.minimum())
        else:
            self.window_box.setValue(model.window_size)
            self.overlap_box.setValue(model.overlap)
        self.gsd_box.setValue(self.gsd_box.minimum())
        self.join_combo.setCurrentIndex(0)
        show_device(self.device_combo, settings.device())
        self._fill_band_mapping()

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of the algorithm that are set here."""
        parameters = {
            "JOIN": self.join_combo.currentData(),
            "DEVICE": device_of(self.device_combo),
        }
        if self.gsd_box.value() > self.gsd_box.minimum():
            parameters["GSD"] = self.gsd_box.value()
        if self._model is not None:
            bands = self.band_mapping.bands()
            if bands:
                parameters["BANDS"] = bands
            parameters["WINDOW_SIZE"] = self.window_box.value()
            parameters["OVERLAP"] = self.overlap_box.value()
        return parameters

    def _limit_overlap(self, window_size: int) -> None:
        self.overlap_box.setMaximum(window_size - 1)

    def _fill_band_mapping(self) -> None:
        layer, model = self._layer, self._model
        is_mappable = layer is not None and layer.isValid() and not raster_source.is_picture(layer)
        if model is None or not is_mappable:
            self.band_mapping.set_choices((), None, ())
            return
        self.band_mapping.set_choices(model.bands, layer, raster_source.default_bands(layer, model))
        align_labels(
            [
                *self.band_mapping.labels(),
                self.gsd_label,
                self.window_label,
                self.overlap_label,
                self.join_label,
                self.device_label,
            ]
        )
        # Combos made later would come last in the tab order.
        toggle = self.findChild(QToolButton, "collapseButton")
        chain = [toggle, *self.band_mapping.combos(), self.gsd_box]
        for before, after in zip(chain, chain[1:]):
            QWidget.setTabOrder(before, after)


def align_labels(labels: list[QLabel]) -> None:
    """Give labels of several layouts one width, so that their fields form one column."""
    for label in labels:
        label.setMinimumWidth(max(other.sizeHint().width() for other in labels))
