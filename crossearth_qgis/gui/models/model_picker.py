"""Choice of a model, and what there is to know about it before running it.

`ModelPicker` offers the catalogue and any file or folder; `ModelDetails` describes the choice.
Neither loads a model.
"""

from __future__ import annotations

from html import escape
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ...models import catalog, published
from ...models.catalog import CatalogModel
from ...models.tasks import imagery_title, tasks_title
from ...shared import model_places
from ...translation import translate
from ..background import FileTask, running
from ..widgets.card import Card
from ..widgets.eliding import ElidingCombo
from ..widgets.plain_text import as_markup
from ..widgets.swatch import swatch_html
from .model_facts import brief, facts
from .model_list import BRIEF_ROLE, HEADING_ROLE, ModelList
from .model_manager import ModelManager


class ModelPicker(QWidget):
    """Combo of models, with a button for a file or folder outside the catalogue."""

    model_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: list[CatalogModel] | None = None
        self._others: list[tuple[str, str]] = []
        self.combo = ElidingCombo(self)
        self.combo.setMinimumWidth(80)
        self.combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.combo.setToolTip(
            translate("CrossEarth", "The model: it decides the classes and fills the options below")
        )
        self.combo.setAccessibleName(translate("CrossEarth", "Model"))
        ModelList(self.combo)
        self.combo.currentIndexChanged.connect(lambda _index: self.model_changed.emit())
        menu = QMenu(self)
        menu.addAction(translate("CrossEarth", "Model File…")).triggered.connect(self._pick_file)
        menu.addAction(translate("CrossEarth", "Model Folder…")).triggered.connect(
            self._pick_folder
        )
        menu.addSeparator()
        menu.addAction(translate("CrossEarth", "Manage Models…")).triggered.connect(self._manage)
        self.file_button = QToolButton(self)
        self.file_button.setText("…")
        self.file_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.file_button.setMenu(menu)
        # The menu's arrow would make this button wider than its neighbour above.
        self.file_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.file_button.setToolTip(
            translate("CrossEarth", "Choose a model file (.onnx, model.json) or a model folder")
        )
        self.file_button.setAccessibleName(translate("CrossEarth", "Choose a model file"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.combo, 1)
        layout.addWidget(self.file_button)
        self.setFocusProxy(self.combo)
        self.reload()

    def reload(self) -> None:
        """Read the catalogue again; keeps the choice if it is still there."""
        on_disk, to_download = catalog.models(), published.models()
        if [*on_disk, *to_download] == self._models:
            return
        self._models = [*on_disk, *to_download]
        value = self.value() or catalog.default_id()
        self.combo.blockSignals(True)
        self.combo.clear()
        for model in on_disk:
            if not model.needs_adapting:
                self._add(model)
        for name, other in self._others:
            self.combo.addItem(name, (other, None))
        groups = [
            (tasks_title(tasks), imagery_title(imagery), models)
            for tasks, imagery, models in published.by_task(to_download)
        ]
        bare = [model for model in self._models if model.needs_adapting]
        to_adapt = translate("CrossEarth", "To be adapted first")
        for title, imagery, models in (*groups, (to_adapt, "", bare)):
            if models:
                self._add_heading(title, imagery)
            for model in models:
                self._add(model)
        self.combo.blockSignals(False)
        self.set_value(value)

    def offer_also(self, name: str, value: str) -> None:
        """Offer something that is no model of the catalogue.

        Args:
            name: to show.
            value: for the algorithm.
        """
        self._others.append((name, value))
        self._models = None
        self.reload()

    def models(self) -> list[CatalogModel]:
        """Return the models of the catalogue that are offered, on disk or to be downloaded."""
        return [*(self._models or ())]

    def value(self) -> str:
        """Return the id or path of the chosen model, for the algorithm; empty: none."""
        data = self.combo.currentData()
        return data[0] if data else ""

    def model(self) -> CatalogModel | None:
        """Return what is known of the chosen model; None for a file without metadata beside it."""
        data = self.combo.currentData()
        return data[1] if data else None

    def set_value(self, id_or_path: str) -> None:
        """Choose a model by id or path; one that is nowhere to be found changes nothing."""
        for index in range(self.combo.count()):
            data = self.combo.itemData(index)  # None is the heading of a group
            if data and data[0] == id_or_path:
                self.combo.setCurrentIndex(index)
                break
        else:
            model = catalog.find(id_or_path) if id_or_path else None
            if model is not None or model_places.path_of(id_or_path) is not None:
                name = model.name if model else Path(id_or_path).name
                self.combo.addItem(name, (id_or_path, model))
                self.combo.setItemData(
                    self.combo.count() - 1, as_markup(id_or_path), Qt.ItemDataRole.ToolTipRole
                )
                self.combo.setCurrentIndex(self.combo.count() - 1)
        self.model_changed.emit()

    def _add_heading(self, title: str, imagery: str) -> None:
        index = self.combo.count()
        self.combo.addItem(title)
        self.combo.setItemData(index, True, HEADING_ROLE)
        self.combo.setItemData(index, [imagery] if imagery else [], BRIEF_ROLE)
        self.combo.model().item(index).setFlags(Qt.ItemFlag.NoItemFlags)

    def _add(self, model: CatalogModel) -> None:
        index = self.combo.count()
        self.combo.addItem(model.name, (model.id, model))
        lines = brief(model)
        self.combo.setItemData(index, lines, BRIEF_ROLE)
        # What does not fit in its line.
        whole = "\n".join([model.name, *lines])
        self.combo.setItemData(index, as_markup(whole), Qt.ItemDataRole.ToolTipRole)
        if model.download_bytes is not None:
            font = self.combo.font()
            font.setItalic(True)
            self.combo.setItemData(index, font, Qt.ItemDataRole.FontRole)

    def _pick_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self,
            translate("CrossEarth", "Choose a Model File"),
            self._start_folder(),
            translate("CrossEarth", "Models (*.onnx *.safetensors *.json)"),
        )
        if path:
            self.set_value(path)

    def _pick_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(
            self, translate("CrossEarth", "Choose a Model Folder"), self._start_folder()
        )
        if path:
            self.set_value(path)

    def _manage(self) -> None:
        manager = ModelManager(self)
        manager.choose(self.value())
        manager.changed.connect(self.reload)
        manager.exec()
        manager.deleteLater()
        task = running(FileTask)
        if task is not None:  # which goes on when its manager is closed
            task.ended.connect(self.reload)

    def _start_folder(self) -> str:
        model = self.model()
        return str(model.path.parent if model else model_places.user_models_folder())


class ModelDetails(Card):
    """What a model is for: sentence, classes, training, pixel size, bands, size, licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(translate("CrossEarth", "About the model"))

    def set_model(self, model: CatalogModel | None, path: str) -> None:
        """Describe a model.

        Args:
            model: what the catalogue knows; None for a file that only the engine can read.
            path: the file, when there is no more to say; empty: nothing is chosen.
        """
        self.setVisible(model is not None or bool(path))
        if model is None:
            sentence = translate(
                "CrossEarth",
                "Its own description is read when it runs; classes and colours come with the "
                "result.",
            )
            self.set_content(
                f'<p style="margin:0 0 6px 0">{sentence}</p>',
                [(translate("CrossEarth", "File"), path)],
            )
            return
        sentences = filter(None, (model.description, model.note))
        html = "".join(f'<p style="margin:0 0 6px 0">{escape(text)}</p>' for text in sentences)
        self.set_content(html + _legend_html(model), facts(model))


def _legend_html(model: CatalogModel) -> str:
    if not model.classes:
        return ""
    cells = [
        f'<td valign="middle" style="padding-right:4px">{swatch_html(item.color)}</td>'
        f'<td width="50%" style="padding-right:6px">{escape(item.name)}</td>'
        for item in model.classes
    ]
    rows = [f"<tr>{''.join(cells[index : index + 2])}</tr>" for index in range(0, len(cells), 2)]
    return (
        '<table width="100%" cellspacing="0" cellpadding="1" style="margin-bottom:6px">'
        f"{''.join(rows)}</table>"
    )
