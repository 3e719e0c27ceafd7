"""Where the map goes, and what else is made of it: files beside it, named after it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessing, QgsProcessingUtils, QgsRasterLayer
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGridLayout, QSizePolicy, QWidget

from ...layers.map_files import MapFolder, as_geotiff, free_path, map_folder, map_stem
from ...processing.outputs import Output, outputs
from ...shared import products
from ...translation import translate
from ..forms import field_values, set_field_values
from ..project_state import local, portable
from ..widgets.hint import INFO, Hint
from ..widgets.plain_text import PlainLabel, as_markup

_COLUMNS = 2


class OutputChoice(QWidget):
    """A file for the map and a box for each that goes beside it.

    Attributes:
        boxes: by the name of the parameter.
    """

    place_changed = pyqtSignal()
    """Another file is wanted, or none that stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = MapFolder(Path())
        self._stem = ""
        self._is_resuming = False
        self.file_widget = QgsFileWidget(self)
        self.file_widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file_widget.setConfirmOverwrite(False)  # nothing is overwritten
        self.file_widget.setFilter(translate("CrossEarth", "GeoTIFF (*.tif *.tiff)"))
        self.file_widget.setDialogTitle(translate("CrossEarth", "Save the Class Map"))
        self.file_widget.setToolTip(
            translate(
                "CrossEarth",
                "GeoTIFF for the class map. Empty: a file beside the project, named after raster "
                "and model. No map takes the name of another: the next one gets a number",
            )
        )
        line = self.file_widget.lineEdit()
        line.setMinimumWidth(60)
        line.setAccessibleName(translate("CrossEarth", "Output file"))
        self.label = PlainLabel(self, translate("CrossEarth", "Save &to"))
        self.label.setBuddy(line)
        self.place_hint = Hint(self)
        self.temporary_box = QCheckBox(translate("CrossEarth", "Temporary file"), self)
        self.temporary_box.setToolTip(
            translate(
                "CrossEarth",
                "QGIS deletes the map and all that is made beside it when it closes, unless you "
                "keep it with a button that the result has then",
            )
        )

        self._outputs = outputs()
        self.boxes = {output.name: _box(output, self) for output in self._outputs}
        # What the model cannot tell.
        self._impossible: set[str] = set()
        self._fields = {**self.boxes, "temporary": self.temporary_box}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.label, self.file_widget)
        form.addRow(self.place_hint)
        form.addRow(self._grid([self.temporary_box, *self.boxes.values()]))
        form.setVerticalSpacing(6)
        form.setContentsMargins(0, 0, 0, 0)
        self.setLayout(form)
        self.file_widget.fileChanged.connect(lambda _path: self.place_changed.emit())
        self.temporary_box.toggled.connect(lambda _checked: self.place_changed.emit())

    def state(self) -> dict[str, Any]:
        """Return what `set_state` brings back in the same project."""
        file = portable(self.file_widget.filePath().strip())
        return {"file": file, "wanted": field_values(self._fields)}

    def set_state(self, values: Mapping[str, Any]) -> None:
        """Ask for what was asked for before; without a value: for a map alone."""
        self.file_widget.setFilePath(local(str(values.get("file") or "")))
        wanted = values.get("wanted") or {}
        set_field_values(self._fields, {**dict.fromkeys(self._fields, False), **wanted})

    def set_map(self, raster: QgsRasterLayer | None, model: str, is_resuming: bool) -> None:
        """Tell what the map will be of; the place for it is shown.

        Args:
            raster: to be mapped.
            model: its id, or the name of its file.
            is_resuming: whether the file of an interrupted run is to be gone on with.
        """
        self._folder = map_folder(raster)
        self._stem = map_stem(raster.name() if raster is not None else "", model)
        self._is_resuming = is_resuming
        self._show_place()

    def set_model(self, *, tells_numbers: bool) -> None:
        """Offer what a model can tell: of numbers nothing that only classes have."""
        of_classes = {item.name for item in self._outputs} - {products.UNFAMILIARITY.upper()}
        self._impossible = of_classes if tells_numbers else set()
        for name, box in self.boxes.items():
            box.setEnabled(name not in self._impossible)

    def _is_wanted(self, name: str) -> bool:
        return self.boxes[name].isChecked() and name not in self._impossible

    def path(self) -> Path:
        """Return the file for the map, which nothing has, if it is not to be a temporary one."""
        return free_path(self._wanted(), is_resuming=self._is_resuming)

    def parameters(self) -> dict[str, str]:
        """Return the outputs of ``crossearth:segment`` that are wanted."""
        if not self.temporary_box.isChecked():
            return self._files(self.path())
        names = ("OUTPUT", *filter(self._is_wanted, self.boxes))
        return dict.fromkeys(names, QgsProcessing.TEMPORARY_OUTPUT)

    def prepared_parameters(self, *, is_preview: bool = False) -> dict[str, str]:
        """Return the same for a run that begins: in a folder that is there, files of one name.

        Args:
            is_preview: whether the next preview replaces the map: then it does not go to the file
                that was chosen, for a map that is to stay.

        Raises:
            OSError: if the folder cannot be made.
        """
        path = free_path(self._automatic()) if is_preview else self.path()
        if self.temporary_box.isChecked():
            path = Path(QgsProcessingUtils.generateTempFilename(f"{self._stem}.tif"))
        path.parent.mkdir(parents=True, exist_ok=True)
        return self._files(path)

    def _files(self, path: Path) -> dict[str, str]:
        beside = {
            item.name: str(path.with_name(path.stem + item.product.ending))
            for item in self._outputs
            if self._is_wanted(item.name)
        }
        return {"OUTPUT": str(path), **beside}

    def _automatic(self) -> Path:
        return self._folder.path / f"{self._stem}.tif"

    def _wanted(self) -> Path:
        text = self.file_widget.filePath().strip()
        if not text:
            return self._automatic()
        # A name alone is of the folder where maps go by themselves, not where QGIS was started.
        return as_geotiff(self._folder.path / Path(text).expanduser())

    def _show_place(self) -> None:
        is_temporary = self.temporary_box.isChecked()
        is_chosen = bool(self.file_widget.filePath().strip())
        self.file_widget.setEnabled(not is_temporary)
        wanted, path = self._wanted(), self.path()
        text = translate("CrossEarth", "[Temporary file]") if is_temporary else path.name
        self.file_widget.lineEdit().setPlaceholderText(text)
        sentence = "" if is_chosen else self._folder.reason
        if is_chosen and not wanted.parent.is_dir():
            text = translate("CrossEarth", "The folder {folder} will be made.")
            sentence = text.format(folder=wanted.parent)
        elif is_chosen and not Path(self.file_widget.filePath().strip()).is_absolute():
            text = translate("CrossEarth", "This map goes to {folder}.")
            sentence = text.format(folder=wanted.parent)
        if is_chosen and path != wanted:
            sentence = translate(
                "CrossEarth", "{name} is there already: this map goes to {other}."
            ).format(name=wanted.name, other=path.name)
        self.place_hint.set_text("" if is_temporary else sentence, INFO)

    def _grid(self, boxes: list[QCheckBox]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        for number, box in enumerate(boxes):
            row, column = divmod(number, _COLUMNS)
            if column == _COLUMNS - 1:
                # A long word in another language is cut off rather than making the panel wider.
                box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            grid.addWidget(box, row, column)
        grid.setColumnStretch(1, 1)
        return grid


def _box(output: Output, parent: QWidget) -> QCheckBox:
    box = QCheckBox(output.label, parent)
    box.setToolTip(as_markup(output.help))
    return box
