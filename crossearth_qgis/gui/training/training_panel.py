"""The dock's second page: draw samples, adapt a model to them, see how good it is.

It puts the parameters of ``crossearth:finetune`` together and shows how a training goes. What is in
a sample layer is `training_samples`' business; drawing is QGIS's own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFieldProxyModel,
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsProcessingAlgorithm,
    QgsProcessingProvider,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import (
    QgsCollapsibleGroupBox,
    QgsFieldComboBox,
    QgsMapCanvas,
    QgsScrollArea,
)
from qgis.PyQt.QtCore import QEvent, QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from ...errors import SamplesNotWritable, UnsupportedLayer
from ...layers import raster_source, result_layers, training_samples
from ...layers.class_features import CLASS_FIELD
from ...layers.map_files import free_path, map_folder
from ...layers.sample_points import are_sample_points
from ...layers.training_samples import SampleClass, next_color
from ...models import catalog
from ...processing.finetune import bands_only_text, not_on_a_cluster, numbers_text
from ...processing.finetune_options import option_rows
from ...processing.progress_texts import duration_text
from ...setup import engine_environment
from ...shared import options as engine_options
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from ..forms import align_labels, field_values, load_form, present, set_field_values
from ..models.model_download import ModelDownload, ready_text
from ..models.model_picker import ModelPicker
from ..option_labels import with_labels
from ..project_state import ProjectState, local, portable
from ..setup.torch_consent import may_use_torch
from ..widgets.cluster_choice import offer_cluster
from ..widgets.hint import INFO, SUCCESS, WARNING, Hint
from ..widgets.layer_combo import LayerCombo
from ..widgets.log_pane import LogPane
from ..widgets.opening import open_outside
from ..widgets.plain_text import PlainLabel
from ..widgets.raster_picker import RasterPicker
from ..widgets.run_progress import RunProgress
from ..widgets.visible_extent import visible_extent
from .accuracy_table import AccuracyTable
from .curves import Curves
from .groups_box import CLASS_FIELD as GROUP_FIELD
from .groups_box import Ground, GroupsBox
from .model_proposal import ModelProposal
from .review_box import Question, ReviewBox
from .rounds import Rounds, fresh_name, model_of_name
from .sample_classes import SampleClasses
from .samples import Samples
from .similar_box import SimilarBox

# Of the choice what is learned.
_NUMBERS = 1


class TrainingPanel(QWidget):
    """The form for samples and training.

    Args:
        provider: holds the algorithm.
        map_canvas: tells the active layer.
        parent: the dock.
    """

    news = pyqtSignal(str, bool)
    """A sentence for QGIS's message bar, and whether it tells of a problem.

    An empty one takes the last one away.
    """
    draw_requested = pyqtSignal(QgsVectorLayer)
    """The user wants to draw polygons in this layer, which is in editing."""
    adapted = pyqtSignal(str, str, str, bool)
    """A model has been made: its id, the value of its raster, the id of the samples' layer, and
    whether to map the visible canvas with it."""

    help_page = "adapt"

    scroll_area: QgsScrollArea
    raster_label: QLabel
    raster_picker: RasterPicker
    model_label: QLabel
    model_picker: ModelPicker
    model_proposal: ModelProposal
    model_download: ModelDownload
    samples_label: QLabel
    samples_combo: LayerCombo
    new_samples_button: QToolButton
    kind_label: QLabel
    kind_combo: QComboBox
    field_label: QLabel
    field_combo: QgsFieldComboBox
    class_table: SampleClasses
    draw_button: QToolButton
    undo_button: QToolButton
    add_class_button: QToolButton
    remove_class_button: QToolButton
    samples_hint: Hint
    review_box: ReviewBox
    groups_box: GroupsBox
    similar_box: SimilarBox
    name_label: QLabel
    name_edit: QLineEdit
    rounds: Rounds
    map_box: QCheckBox
    options_group: QgsCollapsibleGroupBox
    steps_label: QLabel
    steps_spin: QSpinBox
    seed_label: QLabel
    seed_spin: QSpinBox
    cluster_label: QLabel
    cluster_combo: QComboBox
    resume_box: QCheckBox
    result_group: QgsCollapsibleGroupBox
    curves: Curves
    result_label: PlainLabel
    warning_hint: Hint
    accuracy_table: AccuracyTable
    report_button: QPushButton
    log_group: QgsCollapsibleGroupBox
    log_pane: LogPane
    footer_hint: Hint
    map_progress: RunProgress
    run_progress: RunProgress
    train_button: QPushButton
    stop_button: QPushButton
    quick_button: QPushButton

    def __init__(
        self,
        provider: QgsProcessingProvider,
        map_canvas: QgsMapCanvas,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider = provider
        self._canvas = map_canvas
        self._runner = AlgorithmRunner(self)
        self._samples = Samples(self)
        self._report = ""
        self._failure = ""
        self._warnings: list[str] = []
        # Of the models that were adapted in this project, by the names of their rasters.
        self._names: dict[str, str] = {}
        self._raster_value = ""
        self._samples_id = ""
        self._answers: dict[int, tuple[str, str]] = {}
        self._project_state = ProjectState("adapt", self.state, self.set_state, self)
        load_form(self, __file__)
        self._prepare_widgets()
        self._connect()
        self._defaults = field_values(self._fields())

    def follow_project(self) -> None:
        """Show what the open project says, now and whenever it is another; called once."""
        self._show_idle()
        self._project_state.begin()

    def parameters(self, recipe: str) -> dict[str, Any]:
        """Return the parameters of ``crossearth:finetune`` as they are set in the panel."""
        layer = self.samples_combo.currentLayer()
        parameters: dict[str, Any] = {
            "RASTERS": [self.raster_picker.value()],
            **self.raster_picker.parameters_of_dates(),
            "POLYGONS": layer.id() if layer else "",
            "CLASS_FIELD": self.field_combo.currentField(),
            "MODEL": self.model_picker.value(),
            "RECIPE": recipe,
            "NAME": self._name(),
            "SEED": self.seed_spin.value(),
        }
        if self._learns_numbers:
            parameters["NUMBERS"] = True
        else:
            colors = {item.name: item.color for item in self.class_table.classes()}
            parameters["COLORS"] = json.dumps(colors)
        if recipe == "full":
            parameters["RESUME"] = self.resume_box.isChecked()
            if self.steps_spin.value():
                parameters["STEPS"] = self.steps_spin.value()
        elif address := self.cluster_combo.currentData():
            parameters["CLUSTER"] = address
            # Where its maps of this raster would be, too.
            parameters["SCRATCH"] = str(map_folder(self.raster_picker.layer()).path)
        return parameters

    def state(self) -> dict[str, Any]:
        """Return what belongs to the project of all that is set."""
        return {
            "raster": self.raster_picker.state(),
            "model": portable(self.model_picker.value()),
            "samples": self.samples_combo.state(),
            "field": self.field_combo.currentField(),
            "numbers": self._learns_numbers,
            "names": self._names,
            "review": self.review_box.state(),
            "dismissed": sorted(self._samples.dismissed),
            **field_values(self._fields()),
        }

    def set_state(self, values: dict[str, Any]) -> None:
        """Set what belongs to a project; without a value: as it is at first."""
        self._forget_result()
        self.raster_picker.set_state(values.get("raster") or {})
        self.samples_combo.set_state(values.get("samples") or {})
        self._follow(self._canvas.currentLayer())
        model = local(str(values.get("model") or ""))
        self.model_picker.set_value(catalog.default_id())
        self.model_picker.set_value(model)
        self.kind_combo.setCurrentIndex(_NUMBERS if values.get("numbers") else 0)
        self._take_samples()
        layer = self.samples_combo.currentLayer()
        if layer is not None and values.get("field") in layer.fields().names():
            self.field_combo.setField(values["field"])
        set_field_values(self._fields(), {**self._defaults, **values})
        self._names = dict(values.get("names") or {})
        self.review_box.set_state(values.get("review") or {})
        self._samples.dismissed = set(values.get("dismissed") or ())
        self._show_name()
        self._show_surroundings()
        self._check()

    def run(self, recipe: str) -> None:
        """Start a training; does nothing while something is missing."""
        if self._problem(recipe) or (recipe == "full" and not may_use_torch(self)):
            return
        self._raster_value = self.raster_picker.value()
        self._samples_id = self._id_of_samples()
        self._answers = self.review_box.answers
        self._forget_result()
        raster = self.raster_picker.layer()
        if raster is not None and not self.name_edit.text().strip():
            self._names[raster.name()] = self._name()
        self.footer_hint.set_text("")
        self.result_group.show()
        self._show_running()
        title = translate("CrossEarth", "Adaptation of the model “{name}”").format(
            name=self._name()
        )
        self._runner.start(self._algorithm(), self.parameters(recipe), title)

    def show_mapping(self) -> None:
        """Show that the new model's map is being made, as `map_progress` hears."""
        self.map_progress.start(translate("CrossEarth", "Map of the new model: {text}"))

    def stop(self) -> None:
        """Cancel what is in progress; called before the panel goes."""
        for box in (self.review_box, self.groups_box, self.similar_box):
            box.stop()
        self._runner.cancel()
        self.model_download.stop()

    def end_walks(self) -> None:
        """Give the canvas back."""
        self.review_box.stop()
        self.similar_box.end_pointing()

    def event(self, event: QEvent) -> bool:
        # Models may have come or gone: on the other page, in another window, on disk.
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            self.model_picker.reload()
            offer_cluster(self.cluster_combo, self.cluster_label)
        return super().event(event)

    def create_samples(self, path: Path, *, are_points: bool = False) -> QgsVectorLayer | None:
        """Create a layer for samples, add it to the project and choose it.

        The classes of the chosen model are offered to begin with.

        Args:
            path: of the file.
            are_points: whether points are drawn, rather than polygons.

        Returns:
            The layer, or None if it could not be created; the panel then says why.
        """
        raster, model = self.raster_picker.layer(), self.model_picker.model()
        if raster is None:
            return None
        classes = [SampleClass(c.name, c.color) for c in model.classes] if model else []
        project = QgsProject.instance()
        try:
            layer = training_samples.create_layer(
                path,
                raster.crs(),
                classes,
                project.transformContext(),
                are_points=are_points,
            )
        except SamplesNotWritable as error:
            self.footer_hint.set_text(str(error))
            return None
        # On top, where its polygons can be seen, whatever is the active layer.
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
        self.samples_combo.pick(layer)
        self.field_combo.setField(CLASS_FIELD)
        return layer

    def add_class(self, name: str) -> None:
        """Add a class of this name, and choose it."""
        classes = self._samples.classes
        self._samples.set_classes([*classes, SampleClass(name, next_color(classes))])
        self.class_table.select_class(name)

    def draw(self) -> None:
        """Have the user draw polygons of the chosen class, with QGIS's own tools."""
        item, layer = self.class_table.current_class(), self.samples_combo.currentLayer()
        if item is None or layer is None:
            return
        if not self._draw_as(item):
            return
        if not layer.isEditable():
            layer.startEditing()
        # What is drawn in, and on, is what is worked with, whatever becomes active meanwhile.
        self.samples_combo.pick(layer)
        self.raster_picker.combo.is_following = False
        self.draw_requested.emit(layer)
        text = translate(
            "CrossEarth",
            "Click the corners of a {name} in the map; a right click ends the polygon.",
        )
        if training_samples.has_points(layer):
            text = translate("CrossEarth", "Click in the map where there is a {name}.")
        self.footer_hint.set_text(text.format(name=item.name), INFO)

    def _prepare_widgets(self) -> None:
        self.raster_label.setBuddy(self.raster_picker.combo)
        self.model_label.setBuddy(self.model_picker.combo)
        self.samples_label.setBuddy(self.samples_combo)
        self.kind_label.setBuddy(self.kind_combo)
        self.field_label.setBuddy(self.field_combo)
        self.name_label.setBuddy(self.name_edit)
        rows = {row.argument: row for row in option_rows()}
        present(rows["steps"], self.steps_spin, self.steps_label)
        present(rows["seed"], self.seed_spin, self.seed_label)
        present(rows["resume"], self.resume_box)
        present(rows["cluster"], self.cluster_combo, self.cluster_label)
        offer_cluster(self.cluster_combo, self.cluster_label)
        align_labels(
            [
                self.raster_label,
                self.model_label,
                self.samples_label,
                self.kind_label,
                self.field_label,
                self.name_label,
            ]
        )
        kinds = QgsMapLayerProxyModel.Filter
        both = kinds.PolygonLayer | kinds.PointLayer
        # On Qt 5, QGIS 3.34 to 3.44 make a number of the two, and to take one is deprecated.
        flags = getattr(Qgis, "LayerFilters", None)
        self.samples_combo.setFilters(flags(both) if flags else both)
        self.samples_combo.explain(self.samples_combo.toolTip())
        self._show_kind()
        for button, icon, name in (
            (self.new_samples_button, "mActionNewVectorLayer", translate("CrossEarth", "New")),
            (self.draw_button, "mActionCapturePolygon", ""),
            (self.undo_button, "mActionUndo", translate("CrossEarth", "Undo")),
            (self.add_class_button, "symbologyAdd", translate("CrossEarth", "Add a class")),
            (self.remove_class_button, "symbologyRemove", translate("CrossEarth", "Remove class")),
        ):
            button.setIcon(QgsApplication.getThemeIcon(f"/{icon}.svg"))
            if name:
                button.setAccessibleName(name)
        menu = QMenu(self)
        self.new_polygons_action = menu.addAction(translate("CrossEarth", "New Layer of Polygons…"))
        self.new_points_action = menu.addAction(translate("CrossEarth", "New Layer of Points…"))
        self.new_samples_button.setMenu(menu)
        self.new_samples_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        # The menu's arrow would make this button wider than its neighbours above.
        self.new_samples_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.review_box.set_up(self._provider, self._canvas, self._samples, self._review_question)
        self.groups_box.set_up(self._provider, self._canvas, self._ground)
        self.similar_box.set_up(self._provider, self._canvas, self._ground)
        self.model_download.set_provider(self._provider)
        self.model_picker.offer_also(bands_only_text(), engine_options.BANDS_ID)
        self.result_group.hide()

    def _connect(self) -> None:
        self._canvas.currentLayerChanged.connect(self._follow)
        self.raster_picker.raster_changed.connect(self._on_raster_changed)
        self.model_picker.model_changed.connect(self._on_model_changed)
        self.model_proposal.taken.connect(self.model_picker.set_value)
        self.model_download.downloaded.connect(self._on_model_downloaded)
        self.model_download.failed.connect(lambda sentence: self.news.emit(sentence, True))
        self.samples_combo.layerChanged.connect(self._on_samples_changed)
        self.kind_combo.currentIndexChanged.connect(self._on_kind_changed)
        self.field_combo.fieldChanged.connect(self._on_field_changed)
        self._samples.changed.connect(self._show_samples)
        self.new_polygons_action.triggered.connect(lambda: self._pick_new_samples())
        self.new_points_action.triggered.connect(lambda: self._pick_new_samples(are_points=True))
        self.class_table.class_renamed.connect(self._on_class_renamed)
        self.class_table.class_merged.connect(self._on_class_merged)
        self.class_table.color_changed.connect(
            lambda: self._samples.set_classes(self.class_table.classes())
        )
        self.class_table.class_selected.connect(self._on_class_selected)
        self.cluster_combo.currentIndexChanged.connect(self._check)
        self.draw_button.clicked.connect(self.draw)
        self.undo_button.clicked.connect(self._samples.undo)
        self.add_class_button.clicked.connect(self._add_unnamed_class)
        self.remove_class_button.clicked.connect(self._remove_class)
        self.name_edit.textChanged.connect(lambda text: self.rounds.set_name(self._name()))
        self.rounds.went_back.connect(self._on_went_back)
        self.rounds.failed.connect(self.footer_hint.set_text)
        self.rounds.busy_changed.connect(self._check)
        self.review_box.adapt_requested.connect(lambda: self.run("quick"))
        self.groups_box.found.connect(self._name_groups)
        self.quick_button.clicked.connect(lambda: self.run("quick"))
        self.train_button.clicked.connect(lambda: self.run("full"))
        self.stop_button.clicked.connect(self._stop_training)
        self.report_button.clicked.connect(self._open_report)
        self.run_progress.follow(self._runner)
        self._runner.line_added.connect(self.log_pane.add_line)
        self._runner.line_added.connect(self._note_warning)
        self._runner.measured.connect(self._on_measured)
        self._runner.succeeded.connect(self._on_succeeded)
        self._runner.failed.connect(self._on_failed)
        self._runner.canceled.connect(self._on_canceled)

    def _follow(self, layer: QgsMapLayer | None) -> None:
        """Offer the layer that has become active where it fits."""
        for combo in (self.raster_picker.combo, self.samples_combo):
            combo.follow(layer)

    def _fields(self) -> dict[str, QWidget]:
        """Return the fields whose values a project keeps."""
        return {
            "name": self.name_edit,
            "map": self.map_box,
            "steps": self.steps_spin,
            "seed": self.seed_spin,
            "groups": self.groups_box.count_spin,
            "groups_of": self.groups_box.area_combo,
        }

    def _name(self) -> str:
        return self.name_edit.text().strip() or self.name_edit.placeholderText()

    def _show_name(self) -> None:
        """Offer a name for the model, and show what there is of a model of this name."""
        raster = self.raster_picker.layer()
        name = raster.name() if raster is not None else ""
        self.name_edit.setPlaceholderText(self._names.get(name) or (name and fresh_name(name)))
        self.rounds.set_name(self._name())

    def _on_went_back(self, model_id: str, number: int) -> None:
        self.model_picker.reload()
        self._forget_result()
        text = translate("CrossEarth", "Round {number} is the model “{id}” again.")
        self.footer_hint.set_text(text.format(number=number, id=model_id), SUCCESS)
        self.adapted.emit(
            model_id, self.raster_picker.value(), self._id_of_samples(), self.map_box.isChecked()
        )

    def samples_over(self, raster: str) -> str:
        """Return the id of the layer of samples that are drawn on a raster; empty if none are.

        Args:
            raster: its id or path.
        """
        return self._id_of_samples() if raster == self.raster_picker.value() else ""

    def _id_of_samples(self) -> str:
        return "" if self._samples.layer is None else self._samples.layer.id()

    def _forget_result(self) -> None:
        """Show nothing any more of what was adapted before, or in another project."""
        self._report = self._failure = ""
        self._warnings = []
        self.news.emit("", False)
        if not self._runner.is_running:
            self.log_pane.clear()
        self.curves.clear()
        self.result_label.setText("")
        self.warning_hint.set_text("")
        for widget in (self.curves, self.accuracy_table, self.report_button, self.result_group):
            widget.hide()

    def _on_raster_changed(self) -> None:
        if self._project_state.is_waiting:
            return
        self.review_box.stop()  # the places are of another raster, which may be gone
        if not self._runner.is_running and self._raster_value != self.raster_picker.value():
            self._forget_result()
        self._show_name()
        self._show_surroundings()

    def _on_model_changed(self) -> None:
        self.model_download.set_model(self.model_picker.model())
        if not self._project_state.is_waiting:
            self._show_surroundings()

    def _on_model_downloaded(self, model_id: str) -> None:
        self.model_picker.reload()
        self.news.emit(ready_text(model_id), False)

    def _on_samples_changed(self) -> None:
        if not self._project_state.is_waiting:
            self._take_samples()

    def _take_samples(self) -> None:
        """Work with the layer of samples that is chosen, and with its field for the class."""
        layer = self.samples_combo.currentLayer()
        layer = layer if isinstance(layer, QgsVectorLayer) else None
        # Whoever learns numbers draws nothing here, and the layer keeps its look.
        self._samples.set_layer(None if self._learns_numbers else layer)
        self.field_combo.setLayer(layer)
        if self._learns_numbers:
            self._samples.set_field("")
            return
        if self._samples.layer is not None and not self.field_combo.currentField():
            self.field_combo.setField(CLASS_FIELD)
        self._samples.set_field(self.field_combo.currentField())

    @property
    def _learns_numbers(self) -> bool:
        return bool(self.kind_combo.currentIndex() == _NUMBERS)

    def _show_kind(self) -> None:
        """Offer the fields that can hold what is to be learned."""
        kinds = QgsFieldProxyModel.Filter
        if self._learns_numbers:
            self.field_combo.setFilters(kinds.Numeric)
            self.field_label.setText(translate("CrossEarth", "Number &field"))
        else:
            self.field_combo.setFilters(kinds.String | kinds.Int)
            self.field_label.setText(translate("CrossEarth", "Class &field"))

    def _on_kind_changed(self) -> None:
        self._show_kind()
        if not self._project_state.is_waiting:
            self._take_samples()

    def _on_field_changed(self, field: str) -> None:
        if self._learns_numbers:
            self._check()
        else:
            self._samples.set_field(field)

    def _show_surroundings(self) -> None:
        """Tell the samples what raster they are of, and the classes of the model and of a map."""
        model = self.model_picker.model()
        offers = [SampleClass(item.name, item.color) for item in model.classes] if model else []
        maps = result_layers.maps_of(self.raster_picker.value())
        offers += next(filter(None, map(training_samples.classes_of_map, maps)), [])
        self._samples.set_surroundings(self.raster_picker.layer(), offers)
        self.review_box.set_raster(self.raster_picker.layer())
        self.similar_box.set_raster(self.raster_picker.layer())
        self.model_proposal.show_for(
            self.raster_picker.layer(), self.model_picker.models(), self.model_picker.value()
        )

    def _show_samples(self) -> None:
        """Show the classes, how much is drawn of each, and what is worth mending."""
        # A name that is just being typed stays in its cell.
        if self.class_table.classes() != self._samples.classes:
            self.class_table.set_classes(self._samples.classes)
        self.class_table.set_counts(self._samples.counts)
        advice = list(self._samples.advice)
        if are_sample_points(self._samples.layer):
            text = translate(
                "CrossEarth",
                "These points are there to judge maps: a model that has seen them cannot be judged "
                "by them any more.",
            )
            advice.insert(0, text)
        self.samples_hint.set_text("\n".join(advice), WARNING)
        self._check()

    def _on_class_renamed(self, old: str, new: str) -> None:
        try:
            self._samples.rename_class(old, self.class_table.classes(), new)
        except SamplesNotWritable as error:
            self._show_samples()
            self.footer_hint.set_text(str(error))

    def _on_class_merged(self, name: str, into: str) -> None:
        try:
            self._samples.merge_class(name, into)
        except SamplesNotWritable as error:
            self.footer_hint.set_text(str(error))
            return
        self.class_table.select_class(into)
        text = translate(
            "CrossEarth", "“{name}” is now part of “{into}”. Undo takes it back until you save."
        )
        self.news.emit(text.format(name=name, into=into), False)

    def _on_class_selected(self) -> None:
        item = self.class_table.current_class()
        self.groups_box.show_group("" if item is None else item.name)
        layer = self._samples.layer
        if item is not None and layer is not None and layer.isEditable():
            # In the middle of drawing, the next polygon is of the class that is chosen then.
            self._draw_as(item)
            return
        self._check()

    def _draw_as(self, item: SampleClass) -> bool:
        """Have what is drawn be of a class; tell and return False if the layer cannot hold it."""
        self._check()
        try:
            self._samples.draw(item)
        except SamplesNotWritable as error:
            self.footer_hint.set_text(str(error))
            return False
        return True

    def _add_unnamed_class(self) -> None:
        names = {item.name for item in self.class_table.classes()}
        number = len(names) + 1
        while (name := translate("CrossEarth", "class {number}").format(number=number)) in names:
            number += 1
        self.add_class(name)
        self.class_table.edit_name(name)

    def _remove_class(self) -> None:
        item = self.class_table.current_class()
        if item is None:
            return
        if item.name in self._samples.counts:
            self.footer_hint.set_text(
                translate(
                    "CrossEarth", "The class “{name}” has samples; delete or rename them first."
                ).format(name=item.name)
            )
            return
        self._samples.remove_class(item)

    def _check(self) -> None:
        """Show what keeps a training from starting."""
        has_samples = self._samples.are_there
        self.new_samples_button.setEnabled(self.raster_picker.layer() is not None)
        self.class_table.setVisible(has_samples)
        for button in (
            self.draw_button,
            self.undo_button,
            self.add_class_button,
            self.remove_class_button,
        ):
            button.setVisible(has_samples)
        self.undo_button.setEnabled(self._samples.can_undo)
        has_class = self.class_table.current_class() is not None
        self.draw_button.setEnabled(has_class)
        self.remove_class_button.setEnabled(has_class)
        self.review_box.setVisible(has_samples)
        self.review_box.set_problem(self._review_problem())
        of_view = self._view_problem()
        self.groups_box.set_problem(of_view)
        self.similar_box.set_problem(of_view)
        self.groups_box.set_samples(self._samples.layer)
        if self._runner.is_running:
            return
        problem, of_training = self._problem("quick"), self._problem("full")
        self.quick_button.setEnabled(not problem)
        # Numbers are learned by the recipe quick, too.
        is_frozen = self._is_frozen() or self._learns_numbers
        self.train_button.setEnabled(not of_training and not is_frozen)
        self.train_button.setToolTip(
            translate("CrossEarth", "What is chosen is not trained itself: use “Quick adapt”.")
            if is_frozen
            else translate(
                "CrossEarth", "Trains the model itself: minutes to hours, for the best map"
            )
        )
        told = problem or ("" if self._failure else of_training)
        self.footer_hint.set_text(told or self._failure, INFO if told else WARNING)

    def _is_frozen(self) -> bool:
        """Whether the recipe ``full`` trains nothing of what is chosen."""
        model = self.model_picker.model()
        if model is None:
            return self.model_picker.value() == engine_options.BANDS_ID
        is_onnx = model.weights is not None and model.weights.suffix.lower() == ".onnx"
        return model.needs_adapting and is_onnx

    def _raster_problem(self) -> str:
        """Return what is wrong with the raster, or missing."""
        raster = self.raster_picker.layer()
        if raster is None:
            return translate(
                "CrossEarth", "Add a raster layer to the project, or choose a file with “…”."
            )
        try:
            raster_source.resolve_file(raster)
        except UnsupportedLayer as error:
            return str(error)
        return ""

    def _view_problem(self) -> str:
        """Return what keeps the model from seeing the raster."""
        model = self.model_picker.model()
        if engine_environment.find() is None:
            return engine_environment.missing_reason()
        if problem := self._raster_problem():
            return problem
        if not self.model_picker.value():
            return translate("CrossEarth", "Choose a model.")
        if model is not None and not model.is_on_disk:
            return translate("CrossEarth", "Download the model “{model}” first.").format(
                model=model.name
            )
        return ""

    def _ground(self) -> Ground:
        """Return what is seen by what, for groups and similar places."""
        raster = self.raster_picker.layer()
        return Ground(
            raster,
            self.raster_picker.value(),
            self.model_picker.value(),
            self.raster_picker.parameters_of_dates(),
        )

    def _name_groups(self, polygons: QgsVectorLayer) -> None:
        """Take groups for samples, and have the first of them be named."""
        self.kind_combo.setCurrentIndex(0)
        self.samples_combo.pick(polygons)
        self.field_combo.setField(GROUP_FIELD)
        if classes := self.class_table.classes():
            self.class_table.select_class(classes[0].name)
        QTimer.singleShot(0, lambda: self.scroll_area.ensureWidgetVisible(self.class_table))

    def _problem(self, recipe: str) -> str:
        """Return what keeps a training by a recipe from starting."""
        if self.rounds.is_busy:
            return translate("CrossEarth", "An earlier round is being brought back.")
        if problem := self._view_problem():
            return problem
        if self.cluster_combo.currentData():
            problem = not_on_a_cluster(recipe, self.model_picker.value())
            if problem:
                return problem
        if self._learns_numbers:
            return self._numbers_problem()
        if self._samples.layer is None:
            return translate(
                "CrossEarth",
                "Choose a layer of sample polygons or points, or create one with the button beside "
                "it.",
            )
        if not self._samples.field:
            return translate("CrossEarth", "Choose the field that holds the class.")
        if len(self._samples.counts) < 2 and self._samples.is_counting:
            return translate("CrossEarth", "The samples are being counted.")
        if len(self._samples.counts) < 2:
            return translate(
                "CrossEarth", "Draw samples of at least two classes: choose one and press Draw."
            )
        return ""

    def _numbers_problem(self) -> str:
        """Return what is missing to learn numbers."""
        layer = self.samples_combo.currentLayer()
        if layer is None:
            return translate(
                "CrossEarth", "Choose a layer of polygons or points that have a number."
            )
        if not self.field_combo.currentField():
            return translate(
                "CrossEarth", "The layer {layer} has no field with numbers. Choose another one."
            ).format(layer=layer.name())
        return ""

    def _review_problem(self) -> str:
        """Return what keeps a review from beginning."""
        if not self._samples.are_there:
            return translate("CrossEarth", "Choose a layer of samples, or create one.")
        if len(self._samples.classes) < 2:
            return translate("CrossEarth", "Add at least two classes.")
        if not self._model_to_review():
            return translate(
                "CrossEarth",
                "The model that you start from knows no classes: adapt it once, then review.",
            )
        if self.raster_picker.parameters_of_dates():
            return translate(
                "CrossEarth",
                "A review maps one date: look at the map that several dates give, and draw where "
                "it is wrong.",
            )
        # Samples it does not need: it is what they come from.
        if engine_environment.find() is None:
            return engine_environment.missing_reason()
        return self._raster_problem()

    def _model_to_review(self) -> str:
        """Return the model whose map is looked at: the one being made, else what it starts from."""
        made = model_of_name(self._name())
        if made is not None:
            return made
        model = self.model_picker.model()
        is_of_use = model is not None and model.is_on_disk and not model.needs_adapting
        return self.model_picker.value() if is_of_use else ""

    def _review_question(self) -> Question:
        """Return where a review looks for places: in what the canvas shows of the raster."""
        raster = self.raster_picker.layer()
        model = self._model_to_review()
        known = catalog.find(model) or self.model_picker.model()
        return Question(
            raster,
            {
                "RASTER": self.raster_picker.value(),
                "MODEL": model,
                "EXTENT": visible_extent(raster, self._canvas),
            },
            None if known is None else known.typical_gsd_m,
        )

    def _pick_new_samples(self, *, are_points: bool = False) -> None:
        folder = Path(QgsProject.instance().homePath() or Path.home())
        path, _filter = QFileDialog.getSaveFileName(
            self,
            translate("CrossEarth", "New Layer for Samples"),
            str(free_path(folder / "samples.gpkg")),
            translate("CrossEarth", "GeoPackage (*.gpkg)"),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is overwritten
        )
        if path:
            file = Path(path)
            file = file if file.suffix else file.with_suffix(".gpkg")
            self.create_samples(file, are_points=are_points)

    def _show_running(self) -> None:
        self.quick_button.hide()
        self.train_button.hide()
        self.stop_button.show()
        self.stop_button.setEnabled(True)
        # The next round comes of the one that is the model now.
        self.rounds.setEnabled(False)
        self.run_progress.start()

    def _show_idle(self) -> None:
        self.stop_button.hide()
        self.quick_button.show()
        self.train_button.show()
        self.rounds.setEnabled(True)
        self._check()

    def _on_measured(self, step: int, values: dict[str, float]) -> None:
        self.curves.show()
        self.curves.add(step, values)

    def _stop_training(self) -> None:
        self.stop_button.setEnabled(False)
        self.run_progress.end_with(translate("CrossEarth", "Keeping the best model so far…"))
        self._runner.cancel()

    def _note_warning(self, text: str, is_warning: bool) -> None:
        text = with_labels(text, self._algorithm()) if is_warning else ""
        if text and text not in self._warnings:
            self._warnings.append(text)

    def _on_succeeded(self, results: dict[str, Any]) -> None:
        self._show_idle()
        self.model_picker.reload()
        self._show_name()
        ready = translate("CrossEarth", "The model “{name}” is ready.").format(name=results["ID"])
        if not self._runner.is_project_open:
            self.news.emit(ready, False)
            return
        self.review_box.note_learned(self._answers)
        accuracy = json.loads(results["ACCURACY"])
        made = translate(
            "CrossEarth", "The model “{id}”, round {number}, was made in {time}."
        ).format(
            id=results["ID"],
            number=results["ROUND"],
            time=duration_text(results["DURATION"]),
        )
        told = filter(None, [numbers_text(accuracy)])
        self.result_label.setText(" ".join([made, *told, *_confidence_text(accuracy)]))
        self.warning_hint.set_text("\n".join(self._warnings))
        self.accuracy_table.set_classes(accuracy.get("classes", []))
        self.accuracy_table.setVisible(bool(accuracy.get("classes")))
        self._report = results.get("REPORT", "")
        self.report_button.setVisible(bool(self._report))
        self.result_group.setCollapsed(False)
        self.footer_hint.set_text(ready, SUCCESS)
        QTimer.singleShot(0, lambda: self.scroll_area.ensureWidgetVisible(self.result_group))
        self.adapted.emit(
            results["ID"], self._raster_value, self._samples_id, self.map_box.isChecked()
        )

    def _on_failed(self, sentence: str) -> None:
        sentence = with_labels(sentence, self._algorithm())
        self._failure = sentence
        self._show_idle()
        self.footer_hint.set_text(sentence)
        self.log_group.setCollapsed(False)
        if not self.footer_hint.isVisible():
            self.news.emit(sentence, True)

    def _on_canceled(self) -> None:
        self._show_idle()
        self.model_picker.reload()
        self.footer_hint.set_text(translate("CrossEarth", "The training was stopped."), INFO)

    def _open_report(self) -> None:
        problem = open_outside(QUrl.fromLocalFile(self._report))
        if problem:
            self.footer_hint.set_text(problem)

    def _algorithm(self) -> QgsProcessingAlgorithm:
        return self._provider.algorithm("finetune")


def _confidence_text(accuracy: dict[str, Any]) -> list[str]:
    """Return how sure the model is of what was held out, and how right, if that was measured."""
    reliability = accuracy.get("reliability")
    if not reliability:
        return []
    # As the table below: few samples without an error do not show that there is none.
    right = accuracy.get("overall_accuracy")
    if right is None:
        right = reliability["accuracy"]
    return [
        translate(
            "CrossEarth", "Where samples were held out it is {sure} % sure and {right} % right."
        ).format(sure=round(100 * reliability["confidence"]), right=round(100 * right))
    ]
