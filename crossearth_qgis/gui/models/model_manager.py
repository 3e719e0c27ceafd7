"""The user's models in a table: how large they are, and what can be done with them."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...models import installed
from ...models.installed import InstalledModel
from ...quantities import size_text
from ...translation import translate
from ..background import FileTask, running, start_task
from ..widgets.hint import INFO, Hint
from ..widgets.plain_text import is_agreed

_NAME, _SIZE, _ROUNDS = range(3)


class ModelManager(QDialog):
    """Rename, duplicate, delete and export models; those that came with the plugin stay.

    Args:
        parent: the window that it belongs to.
    """

    changed = pyqtSignal()
    """There are other models, or one is called otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._models: list[InstalledModel] = []
        # Begun by another one that is closed, or by going back to a round: one after the other.
        self._task = running(FileTask)
        if self._task is not None:
            self._task.ended.connect(self._end)
        self.setWindowTitle(translate("CrossEarth", "Your Models"))
        self.table = QTableWidget(self)
        self.table.setColumnCount(3)
        self.table.setHorizontalHeaderLabels(
            [
                translate("CrossEarth", "Name"),
                translate("CrossEarth", "Size"),
                translate("CrossEarth", "Earlier rounds"),
            ]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(translate("CrossEarth", "Your models"))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self.rename_button = QPushButton(translate("CrossEarth", "&Rename…"), self)
        self.duplicate_button = QPushButton(translate("CrossEarth", "&Duplicate…"), self)
        self.export_button = QPushButton(translate("CrossEarth", "&Export…"), self)
        self.delete_button = QPushButton(translate("CrossEarth", "De&lete…"), self)
        self.hint = Hint(self)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons = QHBoxLayout()
        for button, work in (
            (self.rename_button, self._rename),
            (self.duplicate_button, self._duplicate),
            (self.export_button, self._export),
            (self.delete_button, self._delete),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(work)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.table)
        layout.addWidget(self.hint)
        layout.addLayout(buttons)
        close.rejected.connect(self.reject)
        self.table.itemSelectionChanged.connect(self._check)
        self.resize(560, 320)
        self.reload()

    def reload(self) -> None:
        """Read what there is."""
        self._models = installed.installed_models()
        self.table.setRowCount(len(self._models))
        for row, model in enumerate(self._models):
            rounds = "–"
            if model.rounds:
                rounds = translate("CrossEarth", "{count}, {size}").format(
                    count=model.rounds, size=size_text(model.rounds_bytes)
                )
            for column, text in enumerate((model.name, size_text(model.size_bytes), rounds)):
                cell = QTableWidgetItem(text)
                if column != _NAME:
                    cell.setTextAlignment(
                        Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
                    )
                self.table.setItem(row, column, cell)
        self._check()

    def choose(self, model_id: str) -> None:
        """Choose the row of a model; one that is not among them changes nothing."""
        for row, model in enumerate(self._models):
            if model.id == model_id:
                self.table.selectRow(row)

    def _check(self) -> None:
        for button in (
            self.rename_button,
            self.duplicate_button,
            self.export_button,
            self.delete_button,
        ):
            button.setEnabled(self._task is None and self._chosen() is not None)

    def _chosen(self) -> InstalledModel | None:
        rows = self.table.selectionModel().selectedRows()
        return self._models[rows[0].row()] if rows else None

    def _rename(self) -> None:
        model = self._chosen()
        if model is None:
            return
        name = self._ask(translate("CrossEarth", "Rename a Model"), model.name)
        if name and name != model.name:
            try:
                installed.rename(model.id, name)
            except (OSError, ValueError) as error:
                self._end(False, str(error))
            else:
                self._end(True, "")

    def _duplicate(self) -> None:
        model = self._chosen()
        if model is None:
            return
        offered = translate("CrossEarth", "{name} copy").format(name=model.name)
        name = self._ask(translate("CrossEarth", "Duplicate a Model"), offered)
        if name:
            title = translate("CrossEarth", "Duplicating the model {name}")
            self._start(title.format(name=model.name), lambda: installed.duplicate(model.id, name))

    def _export(self) -> None:
        # Imported here: QGIS's plugin may come later than ours.
        from processing import execAlgorithmDialog

        model = self._chosen()
        if model is not None:
            execAlgorithmDialog("crossearth:exportmodel", {"MODEL": model.id})

    def _delete(self) -> None:
        model = self._chosen()
        if model is None:
            return
        question = translate(
            "CrossEarth",
            "Delete the model “{name}” and its earlier rounds? Maps that it has made stay, "
            "but no more can be made with it. This cannot be undone.",
        ).format(name=model.name)
        if is_agreed(self, translate("CrossEarth", "Delete a Model"), question):
            title = translate("CrossEarth", "Deleting the model {name}")
            self._start(title.format(name=model.name), lambda: installed.delete(model.id))

    def _ask(self, title: str, name: str) -> str:
        text, is_given = QInputDialog.getText(
            self, title, translate("CrossEarth", "Name:"), QLineEdit.EchoMode.Normal, name
        )
        return text.strip() if is_given else ""

    def _start(self, title: str, change: Callable[[], object]) -> None:
        """Change something on disk, a gigabyte perhaps, while QGIS goes on."""
        self._task = FileTask(title, change)
        self._task.ended.connect(self._end)
        self.hint.set_text(f"{title}…", INFO)
        self._check()
        start_task(self._task)

    def _end(self, is_successful: bool, reason: str) -> None:
        """Show what there is after a change, and why one was not made."""
        self._task = None
        chosen = self._chosen()
        sentence = translate("CrossEarth", "That did not work: {reason}")
        self.hint.set_text("" if is_successful else sentence.format(reason=reason))
        self.reload()
        if chosen is not None:
            self.choose(chosen.id)
        self.changed.emit()
