"""Which band of the raster stands for which band of the model."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsRasterLayer
from qgis.gui import QgsRasterBandComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLabel, QWidget

from ...translation import translate
from ..widgets.eliding import Eliding
from ..widgets.plain_text import PlainLabel, as_markup, as_name


class BandCombo(Eliding, QgsRasterBandComboBox):
    """The bands of a raster, whose names may be of any length."""


class BandMapping(QWidget):
    """One combo per band of the model, with the raster's bands and their names to choose from."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._combos: list[BandCombo] = []
        self._labels: list[QLabel] = []
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setVerticalSpacing(6)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)

    def set_choices(
        self, model_bands: Sequence[str], layer: QgsRasterLayer | None, bands: Sequence[int]
    ) -> None:
        """Show the bands of a model and what they are mapped to.

        Args:
            model_bands: names of the model's input bands, in order.
            layer: the raster to choose from.
            bands: 1-based band of the raster for each band of the model.
        """
        while self._layout.rowCount():
            self._layout.removeRow(0)
        self._combos, self._labels = [], []
        for index, name in enumerate(model_bands):
            combo = BandCombo(self)
            combo.setMinimumWidth(80)
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setLayer(layer)
            if index < len(bands):
                combo.setBand(bands[index])
            combo.setToolTip(
                as_markup(
                    translate(
                        "CrossEarth", "The raster's band that the model takes as its band “{name}”"
                    ).format(name=name)
                )
            )
            combo.setAccessibleName(
                translate("CrossEarth", "Raster band for {name}").format(name=name)
            )
            combo.bandChanged.connect(self.changed)
            label = PlainLabel(self, as_name(name[:1].upper() + name[1:]))
            label.setBuddy(combo)
            self._layout.addRow(label, combo)
            self._combos.append(combo)
            self._labels.append(label)
        self.setVisible(bool(self._combos))

    def combos(self) -> list[BandCombo]:
        """Return the combos, in the order of the model's bands."""
        return list(self._combos)

    def labels(self) -> list[QLabel]:
        """Return the labels, in the order of the model's bands."""
        return list(self._labels)

    def bands(self) -> list[int]:
        """Return the 1-based band of the raster for each band of the model; -1: none."""
        return [combo.currentBand() for combo in self._combos]
