"""Where the map goes, and what else is made of it: files beside it, named after it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessing
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QLabel, QSizePolicy, QWidget

from ...translation import translate


class OutputChoice(QWidget):
    """A file for the map and four boxes for what goes beside it."""

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
        self.label = QLabel(translate("CrossEarth", "Save &to"), self)
        self.label.setBuddy(line)

        self.confidence_box = QCheckBox(translate("CrossEarth", "Confidence"), self)
        self.confidence_box.setToolTip(
            translate(
                "CrossEarth",
                "A second raster with the probability of the chosen class, in percent: low values "
                "show where to check the map",
            )
        )
        self.probabilities_box = QCheckBox(translate("CrossEarth", "Probabilities"), self)
        self.probabilities_box.setToolTip(
            translate("CrossEarth", "A raster with the probability of every class, in percent")
        )
        self.polygons_box = QCheckBox(translate("CrossEarth", "Polygons"), self)
        self.polygons_box.setToolTip(
            translate(
                "CrossEarth",
                "A GeoPackage with the map as polygons, without gaps, each with its class and area",
            )
        )
        self.report_box = QCheckBox(translate("CrossEarth", "Report"), self)
        self.report_box.setToolTip(
            translate(
                "CrossEarth",
                "A page to read and to print: the map, the area of each class, how it was made",
            )
        )
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.label, self.file_widget)
        boxes = QGridLayout()
        boxes.setVerticalSpacing(4)
        # A long word in another language is cut off rather than making the panel wider.
        self.probabilities_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        boxes.addWidget(self.confidence_box, 0, 0)
        boxes.addWidget(self.probabilities_box, 0, 1)
        boxes.addWidget(self.polygons_box, 1, 0)
        boxes.addWidget(self.report_box, 1, 1)
        boxes.setColumnStretch(1, 1)
        form.addRow(boxes)
        form.setVerticalSpacing(6)
        form.setContentsMargins(0, 0, 0, 0)
        self.setLayout(form)

    def parameters(self) -> dict[str, str]:
        """Return the outputs of ``crossearth:segment`` that are wanted."""
        path = self.file_widget.filePath().strip()
        # Typed without a suffix, it would be a file that no program knows.
        output = f"{path}.tif" if path and not Path(path).suffix else path
        wanted = {
            "CONFIDENCE": (self.confidence_box, "_confidence.tif"),
            "PROBABILITIES": (self.probabilities_box, "_probabilities.tif"),
            "POLYGONS": (self.polygons_box, "_polygons.gpkg"),
            "REPORT": (self.report_box, "_report.html"),
        }
        return {
            "OUTPUT": output or QgsProcessing.TEMPORARY_OUTPUT,
            **{
                name: _beside(output, ending)
                for name, (box, ending) in wanted.items()
                if box.isChecked()
            },
        }


def _beside(output: str, ending: str) -> str:
    path = Path(output)
    return str(path.with_name(path.stem + ending)) if output else QgsProcessing.TEMPORARY_OUTPUT
