"""What few need to touch: bands, pixels, windows, values, device. Filled from the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from ... import settings
from ...layers import raster_source
from ...models.catalog import CatalogModel
from ...processing.segmentation_options import option_rows
from ...shared import dates
from ...shared import options as engine_options
from ...translation import translate
from ..forms import align_labels, field_values, load_form, present, set_field_values
from ..widgets.cluster_choice import offer_cluster
from ..widgets.devices import add_devices, device_of, renew_devices, show_device
from .band_mapping import BandMapping


class ExpertOptions(QgsCollapsibleGroupBox):
    """Collapsed group of fields, with a button that brings the model's values back."""

    band_mapping: BandMapping
    gsd_label: QLabel
    gsd_box: QDoubleSpinBox
    pixel_size_label: QLabel
    pixel_size_box: QDoubleSpinBox
    window_label: QLabel
    window_box: QSpinBox
    overlap_label: QLabel
    overlap_box: QSpinBox
    join_label: QLabel
    join_combo: QComboBox
    grid_label: QLabel
    grid_combo: QComboBox
    stretch_label: QLabel
    stretch_edit: QLineEdit
    nodata_label: QLabel
    nodata_edit: QLineEdit
    scales_label: QLabel
    scales_edit: QLineEdit
    precision_label: QLabel
    precision_combo: QComboBox
    device_label: QLabel
    device_combo: QComboBox
    cluster_label: QLabel
    cluster_combo: QComboBox
    match_box: QCheckBox
    tta_box: QCheckBox
    resume_box: QCheckBox
    keep_partial_box: QCheckBox
    reset_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsRasterLayer | None = None
        self._model: CatalogModel | None = None
        self._own: dict[str, Any] = {}
        self._usual_device = settings.device()
        load_form(self, __file__)
        rows = {row.argument: row for row in option_rows()}
        for name, field in {**self._fields(), "cluster": self.cluster_combo}.items():
            present(rows[name], field, getattr(self, f"{name}_label", None))
        for name, combo in (
            ("join", self.join_combo),
            ("grid", self.grid_combo),
            ("precision", self.precision_combo),
        ):
            for value in engine_options.SEGMENT[name].choices:
                combo.addItem(rows[name].choices.get(value, value), value)
        add_devices(self.device_combo)
        self.cluster_combo.currentIndexChanged.connect(self._free_device)
        offer_cluster(self.cluster_combo, self.cluster_label)
        self.window_box.valueChanged.connect(self._limit_overlap)
        self.reset_button.clicked.connect(self.reset)

    def renew_devices(self) -> None:
        """Offer the devices that are known by now; the one that is chosen stays."""
        renew_devices(self.device_combo)

    def follow_settings(self) -> None:
        """Take the device that QGIS's options offer by now, unless another was chosen here."""
        was, self._usual_device = self._usual_device, settings.device()
        if self._usual_device != was and device_of(self.device_combo) == was:
            show_device(self.device_combo, self._usual_device)
        offer_cluster(self.cluster_combo, self.cluster_label)

    def _free_device(self) -> None:
        """Leave the device to those who compute."""
        self.device_combo.setEnabled(not self.cluster_combo.currentData())

    def set_layer(self, layer: QgsRasterLayer | None) -> None:
        """Offer the bands of another raster; the other options stay."""
        self._layer = layer
        needs_size = layer is not None and layer.isValid() and not layer.crs().isValid()
        self.pixel_size_box.setEnabled(needs_size)
        self.pixel_size_box.setSpecialValueText(
            translate("CrossEarth", "Unknown")
            if needs_size
            else translate("CrossEarth", "By its CRS")
        )
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
            self.window_box.setMinimum(min(model.window_size, self.window_box.minimum()))
            self.window_box.setMaximum(max(model.window_size, self.window_box.maximum()))
            if model.window_sizes:
                self.window_box.setSpecialValueText(translate("CrossEarth", "By the raster"))
                self.window_box.setValue(self.window_box.minimum())
            else:
                self.window_box.setValue(model.window_size)
            self._limit_overlap()
            self.overlap_box.setValue(model.overlap)
        for box in (self.gsd_box, self.pixel_size_box):
            box.setValue(box.minimum())
        for combo in (self.join_combo, self.grid_combo, self.precision_combo):
            combo.setCurrentIndex(0)
        for edit in (self.stretch_edit, self.nodata_edit, self.scales_edit):
            edit.clear()
        for box in (self.match_box, self.tta_box, self.resume_box, self.keep_partial_box):
            box.setChecked(False)
        self._usual_device = settings.device()
        show_device(self.device_combo, self._usual_device)
        self._own = field_values(self._fields())
        self._fill_band_mapping()

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of the algorithm that are set here."""
        parameters = {"JOIN": self.join_combo.currentData()}
        if address := self.cluster_combo.currentData():
            parameters["CLUSTER"] = address
        else:
            parameters["DEVICE"] = device_of(self.device_combo)
        if self.gsd_box.value() > self.gsd_box.minimum():
            parameters["GSD"] = self.gsd_box.value()
        if self.pixel_size_box.isEnabled() and self.pixel_size_box.value() > 0:
            parameters["PIXEL_SIZE"] = self.pixel_size_box.value()
        # What is left as it is need not be said, nor stand in a command that somebody copies.
        others = {
            "GRID": self.grid_combo.currentIndex() > 0 and self.grid_combo.currentData(),
            "PRECISION": self.precision_combo.currentIndex() > 0
            and self.precision_combo.currentData(),
            "STRETCH": self.stretch_edit.text().strip(),
            "NODATA": self.nodata_edit.text().strip(),
            "SCALES": self.scales_edit.text().strip(),
            "MATCH": self.match_box.isChecked(),
            "TTA": self.tta_box.isChecked(),
            "RESUME": self.resume_box.isChecked(),
            "KEEP_PARTIAL": self.keep_partial_box.isChecked(),
        }
        parameters.update({name: value for name, value in others.items() if value})
        if self._model is not None:
            bands = self.band_mapping.bands()
            # Where the raster has too few, the engine knows what can be done, and says what not.
            if bands and min(bands) > 0:
                parameters["BANDS"] = bands
            # Together: what the engine takes for the one depends on the other.
            if self._windows() != (self._own["window"], self._own["overlap"]):
                window_size, parameters["OVERLAP"] = self._windows()
                if not self._goes_by_raster:
                    parameters["WINDOW_SIZE"] = window_size
        return parameters

    def state(self) -> dict[str, Any]:
        """Return what differs from the values of the model; `set_state` brings it back.

        The device is not of it: it belongs to the computer.
        """
        values = {**field_values(self._fields()), "bands": self.band_mapping.bands()}
        return {name: value for name, value in values.items() if value != self._own.get(name)}

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Set what was set before, for the same model and raster; the rest is the model's."""
        self.reset()
        set_field_values(self._fields(), values)
        for combo, band in zip(self.band_mapping.combos(), values.get("bands") or ()):
            combo.setBand(band)

    def _fields(self) -> dict[str, QWidget]:
        """Return the fields by the names of their options."""
        return {
            "gsd": self.gsd_box,
            "pixel_size": self.pixel_size_box,
            "window": self.window_box,
            "overlap": self.overlap_box,
            "join": self.join_combo,
            "grid": self.grid_combo,
            "stretch": self.stretch_edit,
            "nodata": self.nodata_edit,
            "scales": self.scales_edit,
            "precision": self.precision_combo,
            "match": self.match_box,
            "tta": self.tta_box,
            "resume": self.resume_box,
            "keep_partial": self.keep_partial_box,
        }

    def _windows(self) -> tuple[int, int]:
        return self.window_box.value(), self.overlap_box.value()

    @property
    def _goes_by_raster(self) -> bool:
        """Whether the size of windows is left to the run, of a model that states several."""
        box = self.window_box
        return bool(box.specialValueText()) and box.value() == box.minimum()

    def _limit_overlap(self) -> None:
        window_size = self.window_box.value()
        if self._model is not None and self._goes_by_raster:
            window_size = self._model.window_size
        self.overlap_box.setMaximum(window_size - 1)

    def _fill_band_mapping(self) -> None:
        layer, model = self._layer, self._model
        is_mappable = layer is not None and layer.isValid() and not raster_source.is_picture(layer)
        # Of several dates each band of the model says itself where it is found.
        if model is None or not is_mappable or dates.dates_of(model.bands):
            self.band_mapping.set_choices((), None, ())
            self._own["bands"] = []
            return
        self.band_mapping.set_choices(model.bands, layer, raster_source.default_bands(layer, model))
        self._own["bands"] = self.band_mapping.bands()
        align_labels(
            [
                *self.band_mapping.labels(),
                self.gsd_label,
                self.pixel_size_label,
                self.grid_label,
                self.window_label,
                self.overlap_label,
                self.join_label,
                self.stretch_label,
                self.nodata_label,
                self.scales_label,
                self.precision_label,
                self.device_label,
                self.cluster_label,
            ]
        )
        # Combos made later would come last in the tab order.
        toggle = self.findChild(QToolButton, "collapseButton")
        chain = [toggle, *self.band_mapping.combos(), self.gsd_box]
        for before, after in zip(chain, chain[1:]):
            QWidget.setTabOrder(before, after)
