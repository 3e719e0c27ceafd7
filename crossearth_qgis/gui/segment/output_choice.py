"""Where the map goes, and what else is made of it: files beside it, named after it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessing
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QSizePolicy, QWidget

from ...processing.outputs import Output, outputs
from ...translation import translate
from ..forms import field_values, set_field_values
from ..project_state import local, portable
from ..widgets.plain_text import PlainLabel, as_markup

_COLUMNS = 2


class OutputChoice(QWidget):
    """A file for the map and a box for each that goes beside it.

    Attributes:
        boxes: by the name of the parameter.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file_widget = QgsFileWidget(self)
        self.file_widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file_widget.setFilter(translate("CrossEarth", "GeoTIFF (*.tif *.tiff)"))
        self.file_widget.setDialogTitle(translate("CrossEarth", "Save the Class Map"))
        self.file_widget.setToolTip(
            translate(
                "CrossEarth",
                "GeoTIFF for the class map; empty: a temporary file, which QGIS deletes when it "
                "closes",
            )
        )
        line = self.file_widget.lineEdit()
        line.setPlaceholderText(translate("CrossEarth", "[Temporary file]"))
        line.setMinimumWidth(60)
        line.setAccessibleName(translate("CrossEarth", "Output file"))
        self.label = PlainLabel(translate("CrossEarth", "Save &to"), self)
        self.label.setBuddy(line)

        self._outputs = outputs()
        self.boxes = {output.name: _box(output, self) for output in self._outputs}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.label, self.file_widget)
        boxes = QGridLayout()
        boxes.setVerticalSpacing(4)
        for number, box in enumerate(self.boxes.values()):
            row, column = divmod(number, _COLUMNS)
            if column == _COLUMNS - 1:
                # A long word in another language is cut off rather than making the panel wider.
                box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            boxes.addWidget(box, row, column)
        boxes.setColumnStretch(1, 1)
        form.addRow(boxes)
        form.setVerticalSpacing(6)
        form.setContentsMargins(0, 0, 0, 0)
        self.setLayout(form)

    def state(self) -> dict[str, Any]:
        """Return what `set_state` brings back in the same project."""
        file = portable(self.file_widget.filePath().strip())
        return {"file": file, "wanted": field_values(self.boxes)}

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Ask for what was asked for before; without a value: for a map alone."""
        self.file_widget.setFilePath(local(str(values.get("file") or "")))
        wanted = values.get("wanted") or {}
        set_field_values(self.boxes, {**dict.fromkeys(self.boxes, False), **wanted})

    def parameters(self) -> dict[str, str]:
        """Return the outputs of ``crossearth:segment`` that are wanted."""
        path = self.file_widget.filePath().strip()
        # Typed without a suffix, it would be a file that no program knows.
        output = f"{path}.tif" if path and not Path(path).suffix else path
        return {
            "OUTPUT": output or QgsProcessing.TEMPORARY_OUTPUT,
            **{
                item.name: _beside(output, item.product.ending)
                for item in self._outputs
                if self.boxes[item.name].isChecked()
            },
        }


def _box(output: Output, parent: QWidget) -> QCheckBox:
    box = QCheckBox(output.label, parent)
    box.setToolTip(as_markup(output.help))
    return box


def _beside(output: str, ending: str) -> str:
    path = Path(output)
    return str(path.with_name(path.stem + ending)) if output else QgsProcessing.TEMPORARY_OUTPUT
