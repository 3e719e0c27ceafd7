"""Post-processing of a map: no small patches, smooth outlines, fewer or other classes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QHeaderView,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...models.catalog import CatalogModel
from ...processing.option_texts import format_merge
from ...processing.segmentation_options import option_rows
from ...translation import translate
from ..forms import field_values, present, set_field_values
from ..widgets.plain_text import PlainLabel, as_markup
from ..widgets.swatch import swatch_icon

_OLD, _NEW = range(2)


class MapOptions(QgsCollapsibleGroupBox):
    """Collapsed group; nothing in it is done until it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(translate("CrossEarth", "Post-processing"))
        self.setCollapsed(True)
        self.setSaveCollapsedState(False)
        self.area_box = QDoubleSpinBox(self)
        self.area_box.setRange(0, 1_000_000)
        self.area_box.setDecimals(1)
        self.area_box.setSuffix(" m²")
        self.area_box.setSpecialValueText(translate("CrossEarth", "Off"))
        self.area_label = PlainLabel(parent=self)
        self.majority_box = QSpinBox(self)
        self.majority_box.setRange(1, 99)
        self.majority_box.setSingleStep(2)
        self.majority_box.setSuffix(" px")
        self.majority_box.setSpecialValueText(translate("CrossEarth", "Off"))
        self.majority_box.editingFinished.connect(self._make_odd)
        self.majority_label = PlainLabel(parent=self)
        rows = {row.argument: row for row in option_rows()}
        present(rows["min_area"], self.area_box, self.area_label)
        present(rows["majority"], self.majority_box, self.majority_label)
        self._fields = {"area": self.area_box, "majority": self.majority_box}
        self.class_table = QTableWidget(self)
        self.class_table.setToolTip(
            translate(
                "CrossEarth",
                "Type another name to rename a class; give several the same name to merge them.",
            )
        )
        self.class_table.setAccessibleName(rows["merge"].label)
        self.class_table.setTabKeyNavigation(False)
        self.class_table.verticalHeader().hide()
        self.class_table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.class_table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setVerticalSpacing(6)
        form.addRow(self.area_label, self.area_box)
        form.addRow(self.majority_label, self.majority_box)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.class_table)

    def set_model(self, model: CatalogModel | None) -> None:
        """Offer the classes of another model; None: one that only the engine can read."""
        classes = () if model is None else model.classes
        table = self.class_table
        table.setColumnCount(2)
        table.setHorizontalHeaderLabels(
            [translate("CrossEarth", "Class"), translate("CrossEarth", "Becomes")]
        )
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setRowCount(len(classes))
        for row, item in enumerate(classes):
            old = QTableWidgetItem(swatch_icon(item.color), item.name)
            old.setFlags(Qt.ItemFlag.ItemIsEnabled)
            old.setToolTip(as_markup(item.name))
            table.setItem(row, _OLD, old)
            table.setItem(row, _NEW, QTableWidgetItem(item.name))
        table.resizeRowsToContents()
        rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
        header = table.horizontalHeader().sizeHint().height()
        # Not hidden and shown: that belongs to the group, which may be collapsed.
        table.setFixedHeight(header + rows + 2 * table.frameWidth() if classes else 0)

    def state(self) -> dict[str, Any]:
        """Return what `set_state` brings back."""
        return {**field_values(self._fields), "names": self._names()}

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Set what was set before, for the same model; without a value: as it was at first."""
        set_field_values(self._fields, {"area": 0, "majority": 1, **values})
        names = values.get("names") or {}
        for row in range(self.class_table.rowCount()):
            old = self.class_table.item(row, _OLD).text()
            self.class_table.item(row, _NEW).setText(str(names.get(old) or old))

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of the algorithm that are set here."""
        parameters: dict[str, Any] = {}
        if self.area_box.value() > 0:
            parameters["MIN_AREA"] = self.area_box.value()
        if self.majority_box.value() > 1:
            parameters["MAJORITY"] = self.majority_box.value() // 2 * 2 + 1
        merged = self._merged()
        if merged:
            parameters["MERGE"] = format_merge(merged)
        return parameters

    def _names(self) -> dict[str, str]:
        """Return what each class of the model becomes."""
        names = {}
        for row in range(self.class_table.rowCount()):
            old = self.class_table.item(row, _OLD).text()
            # Quotes hold names together in the text that the algorithm takes.
            names[old] = self.class_table.item(row, _NEW).text().replace('"', "").strip() or old
        return names

    def _merged(self) -> dict[str, list[str]]:
        """Return the new classes that differ from the model's: new name -> old names."""
        merged: dict[str, list[str]] = {}
        for old, new in self._names().items():
            merged.setdefault(new, []).append(old)
        return {new: old for new, old in merged.items() if old != [new]}

    def _make_odd(self) -> None:
        self.majority_box.setValue((self.majority_box.value() - 1) // 2 * 2 + 1)
