"""The page in QGIS's options: which engine, how much of the computer, and how to remove it all."""

from __future__ import annotations

from qgis.core import Qgis
from qgis.gui import QgsFileWidget, QgsMessageBar, QgsOptionsPageWidget
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from .. import settings
from ..bridge.engine import Engine
from ..models import published
from ..report_language import report_language
from ..setup import engine_environment, installation
from ..shared import model_places
from ..translation import translate
from .background import running, start_task
from .forms import align_labels
from .models.model_manager import ModelManager
from .setup import trials_dialog
from .setup.addons_list import AddonsList
from .setup.setup_task import RemovalTask
from .widgets.devices import add_devices, device_of, show_device
from .widgets.diagnostics_dialog import diagnostics_button
from .widgets.opening import open_outside
from .widgets.plain_text import PlainLabel, as_markup, is_agreed

_SECONDS_PER_MINUTE = 60
_LABEL = QFormLayout.ItemRole.LabelRole


class OptionsPage(QgsOptionsPageWidget):
    """Fields for the settings; they are stored when the dialog is accepted."""

    def __init__(self, engine: Engine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        # The page before may have begun it.
        self._removal = running(RemovalTask)
        if self._removal is not None:
            self._removal.ended.connect(self._on_removed)
        self.setObjectName("crossearth")
        self.message_bar = QgsMessageBar(self)
        self.message_bar.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.message_bar)
        groups = (
            self._computing_group(),
            self._cluster_group(),
            self._models_group(),
            self._engine_group(),
        )
        for group in groups:
            layout.addWidget(group)
        self.translation_label = PlainLabel(
            self,
            translate(
                "CrossEarth",
                "This translation was made by a machine. Corrections are welcome.",
            ),
        )
        self.translation_label.setWordWrap(True)
        self.translation_label.setVisible(report_language()[0] != "en")
        layout.addWidget(self.translation_label)
        layout.addStretch(1)
        forms = [group.layout() for group in groups]
        labels = [form.itemAt(row, _LABEL) for form in forms for row in range(form.rowCount())]
        align_labels([item.widget() for item in labels if item is not None])
        self._load()

    def apply(self) -> None:
        settings.set_engine_python(self.python_widget.filePath().strip())
        settings.set_device(device_of(self.device_combo))
        settings.set_threads(self.threads_box.value())
        settings.set_models_address(self.models_widget.filePath().strip())
        settings.set_python_address(self.python_source_widget.filePath().strip())
        settings.set_idle_timeout_s(self.idle_box.value() * _SECONDS_PER_MINUTE)
        settings.set_cluster(self.cluster_widget.filePath().strip())
        settings.set_cluster_tls(self.tls_widget.filePath().strip())
        settings.set_cluster_places(self.places_edit.toPlainText().splitlines())

    def _computing_group(self) -> QGroupBox:
        group = QGroupBox(translate("CrossEarth", "Computing"), self)
        form = QFormLayout(group)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

        self.device_combo = QComboBox(group)
        add_devices(self.device_combo)
        self.device_combo.setToolTip(
            translate(
                "CrossEarth",
                "What the panel offers first. Automatic takes the fastest device that works; a "
                "name such as cuda:1 can be typed.",
            )
        )
        form.addRow(translate("CrossEarth", "&Device"), self.device_combo)

        self.threads_box = QSpinBox(group)
        self.threads_box.setRange(0, 256)
        self.threads_box.setSpecialValueText(translate("CrossEarth", "Automatic"))
        self.threads_box.setToolTip(
            translate(
                "CrossEarth",
                "How many processor cores the engine may use. Fewer leave more for other programs.",
            )
        )
        form.addRow(translate("CrossEarth", "Processor &cores"), self.threads_box)

        self.idle_box = QSpinBox(group)
        self.idle_box.setRange(1, 24 * 60)
        self.idle_box.setSuffix(translate("CrossEarth", " min"))
        self.idle_box.setToolTip(
            translate(
                "CrossEarth",
                "The engine stays in memory between runs, so that the next one starts at once; "
                "after this time without work it ends.",
            )
        )
        form.addRow(translate("CrossEarth", "&Keep the engine ready for"), self.idle_box)

        self.trials_label = PlainLabel(group, trials_dialog.summary())
        self.trials_label.setWordWrap(True)
        self.trials_button = QPushButton(translate("CrossEarth", "Tri&als…"), group)
        self.trials_button.setToolTip(
            translate(
                "CrossEarth",
                "Which models OpenVINO or less precision was tried for, and what came of it",
            )
        )
        self.trials_button.clicked.connect(self._show_trials)
        row = QHBoxLayout()
        row.addWidget(self.trials_label, 1)
        row.addWidget(self.trials_button)
        form.addRow(translate("CrossEarth", "Faster ways"), row)
        return group

    def _cluster_group(self) -> QGroupBox:
        group = QGroupBox(translate("CrossEarth", "Other computers"), self)
        form = QFormLayout(group)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

        self.cluster_widget = QgsFileWidget(group)
        self.cluster_widget.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.cluster_widget.setDialogTitle(translate("CrossEarth", "Choose a Scheduler File"))
        self.cluster_widget.lineEdit().setPlaceholderText("tls://host:8786")
        self.cluster_widget.setToolTip(
            translate(
                "CrossEarth",
                "A cluster of dask: the address of its scheduler, or the file that it has written. "
                "The panel then offers to compute maps there, under Advanced parameters. Nothing "
                "is sent unless that is chosen.",
            )
        )
        form.addRow(translate("CrossEarth", "C&luster"), self.cluster_widget)

        self.tls_widget = QgsFileWidget(group)
        self.tls_widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.tls_widget.setDialogTitle(translate("CrossEarth", "Choose a Folder with Certificates"))
        self.tls_widget.setToolTip(
            translate(
                "CrossEarth",
                "Holds authority.pem, cert.pem and key.pem, with which the cluster knows you and "
                "you know the cluster. Needed for other computers.",
            )
        )
        form.addRow(translate("CrossEarth", "Certif&icates"), self.tls_widget)

        self.places_edit = QPlainTextEdit(group)
        self.places_edit.setPlaceholderText(r"Z:\imagery=/data/imagery")
        self.places_edit.setTabChangesFocus(True)
        self.places_edit.setFixedHeight(4 * self.places_edit.fontMetrics().lineSpacing())
        self.places_edit.setToolTip(
            translate(
                "CrossEarth",
                "What the cluster calls folders of this computer, a line for each: the folder "
                "here, =, the folder there. Those that are called the same need no line.",
            )
        )
        form.addRow(translate("CrossEarth", "Folders &there"), self.places_edit)
        return group

    def _show_trials(self) -> None:
        dialog = trials_dialog.TrialsDialog(self)
        dialog.exec()
        dialog.deleteLater()
        self.trials_label.setText(trials_dialog.summary())

    def _models_group(self) -> QGroupBox:
        group = QGroupBox(translate("CrossEarth", "Models"), self)
        form = QFormLayout(group)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

        self.models_widget = QgsFileWidget(group)
        self.models_widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.models_widget.setDialogTitle(
            translate("CrossEarth", "Choose a Folder with Published Models")
        )
        self.models_widget.lineEdit().setPlaceholderText(published.hub())
        self.models_widget.setToolTip(
            translate(
                "CrossEarth",
                "A folder or a web address that holds the published files under their own names, "
                "for instance on a computer without internet. Empty: where they are published.",
            )
        )
        form.addRow(translate("CrossEarth", "Download &from"), self.models_widget)
        self.manage_button = QPushButton(translate("CrossEarth", "Manage Models…"), group)
        self.manage_button.setToolTip(
            translate("CrossEarth", "Rename, duplicate, export and delete your own models")
        )
        self.manage_button.clicked.connect(self._manage_models)
        form.addRow("", self.manage_button)
        return group

    def _manage_models(self) -> None:
        manager = ModelManager(self)
        manager.exec()
        manager.deleteLater()

    def _engine_group(self) -> QGroupBox:
        group = QGroupBox(translate("CrossEarth", "Engine"), self)
        form = QFormLayout(group)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

        self.python_widget = QgsFileWidget(group)
        self.python_widget.setStorageMode(QgsFileWidget.StorageMode.GetFile)
        self.python_widget.setDialogTitle(
            translate("CrossEarth", "Choose a Python with the Engine's Packages")
        )
        self.python_widget.lineEdit().setPlaceholderText(
            translate("CrossEarth", "The environment that the panel sets up")
        )
        self.python_widget.setToolTip(
            translate(
                "CrossEarth",
                "A Python 3.10 or newer that has onnxruntime, numpy and rasterio, for instance on "
                "a computer without internet. Empty: the one that the panel sets up.",
            )
        )
        form.addRow(translate("CrossEarth", "&Python"), self.python_widget)

        self.python_source_widget = QgsFileWidget(group)
        self.python_source_widget.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.python_source_widget.setDialogTitle(
            translate("CrossEarth", "Choose a Folder with a Standalone Python")
        )
        self.python_source_widget.lineEdit().setPlaceholderText(
            translate("CrossEarth", "Where it is published")
        )
        self.python_source_widget.setToolTip(
            translate(
                "CrossEarth",
                "A folder or a web address that holds the archive of the standalone Python under "
                "its own name. It is fetched if no Python of this computer will do, and checked by "
                "its SHA-256 wherever it comes from. Empty: where it is published.",
            )
        )
        form.addRow(translate("CrossEarth", "Get Python fr&om"), self.python_source_widget)

        self.addons_list = AddonsList(self._engine, group)
        self.addons_list.ended.connect(self._on_addon_ended)
        form.addRow(translate("CrossEarth", "Add-ons"), self.addons_list)
        form.labelForField(self.addons_list).setHidden(self.addons_list.isHidden())

        self.folder_label = PlainLabel(group, str(model_places.user_data_folder()))
        self.folder_label.setWordWrap(True)
        self.folder_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.folder_label.setToolTip(
            translate(
                "CrossEarth",
                "Holds the engine's environment and your models. The environment variable "
                "CROSSEARTH_HOME moves it.",
            )
        )
        form.addRow(translate("CrossEarth", "Data folder"), self.folder_label)

        self.open_button = QPushButton(translate("CrossEarth", "&Open Folder"), group)
        self.open_button.clicked.connect(self._open_folder)
        self.remove_button = QPushButton(
            translate("CrossEarth", "&Remove Engine Environment…"), group
        )
        self.remove_button.setToolTip(
            translate(
                "CrossEarth",
                "Delete the packages that the panel has downloaded. Models and maps stay.",
            )
        )
        self.remove_button.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.remove_button)
        buttons.addWidget(diagnostics_button(group))
        buttons.addStretch(1)
        form.addRow("", buttons)
        return group

    def _open_folder(self) -> None:
        problem = open_outside(QUrl.fromLocalFile(str(model_places.user_data_folder())))
        if problem:
            self.message_bar.pushMessage(as_markup(problem), Qgis.MessageLevel.Warning)

    def _load(self) -> None:
        show_device(self.device_combo, settings.device())
        self.threads_box.setValue(settings.threads())
        self.idle_box.setValue(max(1, round(settings.idle_timeout_s() / _SECONDS_PER_MINUTE)))
        self.models_widget.setFilePath(settings.models_address())
        self.python_widget.setFilePath(settings.engine_python())
        self.python_source_widget.setFilePath(settings.python_address())
        self.cluster_widget.setFilePath(settings.cluster())
        self.tls_widget.setFilePath(settings.cluster_tls())
        self.places_edit.setPlainText("\n".join(settings.cluster_places()))
        self._show_state()

    def _show_state(self) -> None:
        self.open_button.setEnabled(model_places.user_data_folder().is_dir())
        self.remove_button.setEnabled(
            self._removal is None and installation.is_anything_installed()
        )

    def _remove(self) -> None:
        folder = engine_environment.installed_folder()
        question = translate(
            "CrossEarth",
            "Delete {folder}?\n\nModels and maps stay. The panel can set the engine up again.",
        ).format(folder=folder)
        if not is_agreed(self, translate("CrossEarth", "Remove Engine Environment"), question):
            return

        self._removal = RemovalTask(self._engine)
        self._removal.ended.connect(self._on_removed)
        self._show_state()
        start_task(self._removal)

    def _on_addon_ended(self, is_successful: bool, sentence: str) -> None:
        level = Qgis.MessageLevel.Success if is_successful else Qgis.MessageLevel.Warning
        if sentence:
            self.message_bar.pushMessage(as_markup(sentence), level, 0)

    def _on_removed(self, is_successful: bool, reason: str) -> None:
        self._removal = None
        self._show_state()
        if is_successful:
            self.message_bar.pushMessage(
                translate("CrossEarth", "The engine environment has been removed."),
                Qgis.MessageLevel.Success,
            )
        else:
            self.message_bar.pushMessage(as_markup(reason), Qgis.MessageLevel.Warning, 0)
