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
from ...processing.option_texts import format_merge, format_names
from ...processing.segmentation_options import option_rows
from ...translation import translate
from ..forms import field_values, present, set_field_values
from ..widgets.plain_text import PlainLabel, as_markup
from ..widgets.swatch import swatch_icon

_OLD, _NEW, _SQUARE = range(3)


class MapOptions(QgsCollapsibleGroupBox):
    """Collapsed group; nothing in it is done until it is asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(translate("CrossEarth", "Post-processing"))
        self.setCollapsed(True)
        self.setSaveCollapsedState(False)
        self._has_outlines = False
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
        self.simplify_box = QDoubleSpinBox(self)
        # Below what anybody may mean: not told, the engine chooses.
        self.simplify_box.setRange(-0.1, 1000)
        self.simplify_box.setDecimals(1)
        self.simplify_box.setSuffix(" m")
        self.simplify_box.setSingleStep(0.1)
        self.simplify_box.setSpecialValueText(translate("CrossEarth", "Automatic"))
        self.simplify_box.setValue(self.simplify_box.minimum())
        self.simplify_label = PlainLabel(parent=self)
        rows = {row.argument: row for row in option_rows()}
        present(rows["min_area"], self.area_box, self.area_label)
        present(rows["majority"], self.majority_box, self.majority_label)
        present(rows["simplify"], self.simplify_box, self.simplify_label)
        self._right_angles = rows["right_angles"]
        self._fields = {
            "area": self.area_box,
            "majority": self.majority_box,
            "simplify": self.simplify_box,
        }
        self._at_first = field_values(self._fields)
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
        form.addRow(self.simplify_label, self.simplify_box)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.class_table)

    def set_model(self, model: CatalogModel | None) -> None:
        """Offer the classes of another model; None: one that only the engine can read."""
        classes = () if model is None else model.classes
        table = self.class_table
        table.setColumnCount(3)
        table.setHorizontalHeaderLabels(
            [
                translate("CrossEarth", "Class"),
                translate("CrossEarth", "Becomes"),
                translate("CrossEarth", "Right angles"),
            ]
        )
        table.horizontalHeaderItem(_SQUARE).setToolTip(as_markup(self._right_angles.help))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.setColumnHidden(_SQUARE, not self._has_outlines)
        fitting = QHeaderView.ResizeMode.ResizeToContents
        table.horizontalHeader().setSectionResizeMode(_SQUARE, fitting)
        table.setRowCount(len(classes))
        for row, item in enumerate(classes):
            old = QTableWidgetItem(swatch_icon(item.color), item.name)
            old.setFlags(Qt.ItemFlag.ItemIsEnabled)
            old.setToolTip(as_markup(item.name))
            table.setItem(row, _OLD, old)
            table.setItem(row, _NEW, QTableWidgetItem(item.name))
            square = QTableWidgetItem()
            square.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            square.setCheckState(Qt.CheckState.Unchecked)
            square.setToolTip(as_markup(self._right_angles.help))
            table.setItem(row, _SQUARE, square)
        table.resizeRowsToContents()
        rows = sum(table.rowHeight(row) for row in range(table.rowCount()))
        header = table.horizontalHeader().sizeHint().height()
        # Not hidden and shown: that belongs to the group, which may be collapsed.
        table.setFixedHeight(header + rows + 2 * table.frameWidth() if classes else 0)

    def state(self) -> dict[str, Any]:
        """Return what `set_state` brings back."""
        return {
            **field_values(self._fields),
            "names": self._names(),
            "right_angles": self._squared(),
        }

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Set what was set before, for the same model; without a value: as it was at first."""
        set_field_values(self._fields, {**self._at_first, **values})
        names = values.get("names") or {}
        squared = values.get("right_angles") or []
        for row in range(self.class_table.rowCount()):
            old = self.class_table.item(row, _OLD).text()
            self.class_table.item(row, _NEW).setText(str(names.get(old) or old))
            is_squared = Qt.CheckState.Checked if old in squared else Qt.CheckState.Unchecked
            self.class_table.item(row, _SQUARE).setCheckState(is_squared)

    def offer_outlines(self, *, are_wanted: bool) -> None:
        """Offer what is of polygons only, if there are to be any."""
        self.simplify_box.setEnabled(are_wanted)
        self.class_table.setColumnHidden(_SQUARE, not are_wanted)
        self._has_outlines = are_wanted

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
        if self._has_outlines and self.simplify_box.value() >= 0:
            parameters["SIMPLIFY"] = self.simplify_box.value()
        if self._has_outlines and (squared := self._squared()):
            names = self._names()
            parameters["RIGHT_ANGLES"] = format_names(dict.fromkeys(names[old] for old in squared))
        return parameters

    def _squared(self) -> list[str]:
        """Return the classes of the model whose polygons get right angles."""
        table = self.class_table
        return [
            table.item(row, _OLD).text()
            for row in range(table.rowCount())
            if table.item(row, _SQUARE).checkState() == Qt.CheckState.Checked
        ]

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
