"""What the dock holds: choose a raster, an area and a model; run; see the map and the areas.

It puts the parameters of ``crossearth:segment`` together from its fields and shows how a run goes.
The run itself belongs to `AlgorithmRunner`, the first-time setup to `SetupPage`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingProvider,
    QgsProject,
)
from qgis.gui import (
    QgsCollapsibleGroupBox,
    QgsMapCanvas,
    QgsScrollArea,
)
from qgis.PyQt.QtCore import QEvent, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from ... import settings
from ...errors import UnsupportedLayer
from ...finding_sentences import warning_sentences
from ...layers import raster_source
from ...layers.map_files import map_folder
from ...layers.rendering_plan import plan_rendering
from ...layers.result_layers import MapOrigin, keep_preview
from ...layers.stated import as_parameters
from ...models import catalog
from ...models.catalog import CatalogModel
from ...processing.segment import SegmentAlgorithm, kept_text
from ...setup import engine_environment
from ...shared import model_rounds
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from ..background import cancel_task, start_task
from ..forms import align_labels, load_form
from ..models.model_download import ModelDownload, ready_text
from ..models.model_picker import ModelDetails, ModelPicker
from ..option_labels import with_labels
from ..project_state import ProjectState, local, portable
from ..setup.torch_consent import may_use_torch
from ..widgets.hint import INFO, SUCCESS, WARNING, Hint
from ..widgets.log_pane import LogPane
from ..widgets.raster_picker import RasterPicker
from ..widgets.run_progress import RunProgress
from .area_picker import AreaPicker
from .device_look import DeviceLook
from .expert_options import ExpertOptions
from .faster_model import FasterModel
from .live_preview import LivePreview, Subject
from .map_options import MapOptions
from .map_run import KeepTask, MapRun, ask_where_to_keep, is_in_view
from .map_uses import MapUses
from .output_choice import OutputChoice
from .qgis_process_command import NotOnDisk, qgis_process_command
from .raster_advice import TOLD_WITHOUT_ENGINE, raster_advice
from .raster_look import RasterLook
from .result_view import ResultView

if TYPE_CHECKING:
    from ..setup.setup_page import SetupPage


class SegmentPanel(QWidget):
    """The form with its result and log, or the setup while there is no engine.

    Args:
        provider: holds the algorithm.
        map_canvas: tells the active layer and the visible extent.
        parent: the dock.
    """

    news = pyqtSignal(str, bool)
    """A sentence for QGIS's message bar, and whether it tells of a problem.

    An empty one takes the last one away.
    """
    mapping_begun = pyqtSignal()
    """The map of a model that has just been adapted is being made."""

    pages: QStackedWidget
    segment_page: QWidget
    scroll_area: QgsScrollArea
    raster_label: QLabel
    raster_picker: RasterPicker
    area_label: QLabel
    area_picker: AreaPicker
    model_label: QLabel
    model_picker: ModelPicker
    model_details: ModelDetails
    model_download: ModelDownload
    faster_model: FasterModel
    live_preview: LivePreview
    raster_hint: Hint
    expert_group: ExpertOptions
    map_options: MapOptions
    output_choice: OutputChoice
    result_view: ResultView
    map_uses: MapUses
    log_group: QgsCollapsibleGroupBox
    log_pane: LogPane
    footer_hint: Hint
    run_progress: RunProgress
    advanced_button: QPushButton
    run_button: QPushButton

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
        self._look = RasterLook(provider.engine, self)
        self._device_look = DeviceLook(provider.engine, self)
        self._advice = ""
        self._failure = ""
        self._seen: list[str] = []
        self._run: MapRun  # since there was one
        self._run_subject: tuple[str, str]  # its raster and model, likewise
        self._run_began: float  # likewise
        self._shown: MapRun  # whose result is shown, since there was one
        self._keeping: KeepTask | None = None
        self._input = ""
        self._lost = ""
        self._samples_over: Callable[[str], str] = lambda _raster: ""
        self._chosen: tuple[str, CatalogModel | None] | None = None
        self._setup_page: SetupPage | None = None
        self._is_checking = True
        self._project_state = ProjectState("map", self.state, self.set_state, self)
        load_form(self, __file__)
        self._ask_timer = QTimer(self)
        self._ask_timer.setSingleShot(True)
        self._ask_timer.timeout.connect(self._ask)
        self._prepare_widgets()
        self._connect()

    def follow_project(self) -> None:
        """Show what the open project says, now and whenever it is another; called once."""
        self._project_state.begin()
        self._show_idle()
        self.show_right_page()

    @property
    def setup_page(self) -> SetupPage:
        """The page that sets the engine up, made at first use: most sessions have one."""
        if self._setup_page is None:
            from ..setup.setup_page import SetupPage

            self._setup_page = SetupPage(self._provider, self)
            self._setup_page.ready.connect(self._on_engine_ready)
            self.pages.addWidget(self._setup_page)
        return self._setup_page

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of ``crossearth:segment`` as they are set in the panel."""
        return {
            "INPUT": self.raster_picker.value(),
            **self.raster_picker.parameters_of_dates(),
            "MODEL": self.model_picker.value(),
            **self.area_picker.parameters(self.raster_picker.layer(), self._canvas),
            **self.map_options.parameters(),
            **self.expert_group.parameters(),
            **self.output_choice.parameters(),
        }

    def _offer_outlines(self, are_wanted: bool) -> None:
        self.map_options.offer_outlines(are_wanted=are_wanted)

    def state(self) -> dict[str, Any]:
        """Return what belongs to the project of all that is set."""
        return {
            "input": self.raster_picker.state(),
            "area": self.area_picker.state(),
            "model": portable(self.model_picker.value()),
            "map": self.map_options.state(),
            "expert": self.expert_group.state(),
            "outputs": self.output_choice.state(),
        }

    def set_state(self, values: dict[str, Any]) -> None:
        """Set what belongs to a project; without a value: as it is at first."""
        self._forget_result()
        with self._checked_once():
            # The options last: they are those of the raster and the model.
            self.raster_picker.set_state(values.get("input") or {})
            self.area_picker.set_state(values.get("area") or {})
            self._follow(self._canvas.currentLayer())
            self._show_raster()
            self._choose_model(local(str(values.get("model") or "")))
            self.map_options.set_state(values.get("map") or {})
            self.expert_group.set_state(values.get("expert") or {})
            self.output_choice.set_state(values.get("outputs") or {})

    @property
    def help_page(self) -> str:
        """What the documentation says of what is shown, as `paths.help_url` takes it."""
        return "dock" if self.pages.currentWidget() is self.segment_page else "setup"

    def show_right_page(self) -> None:
        """Show the form, or the setup while there is no engine."""
        if self._is_setting_up or self._runner.is_running:
            return
        if engine_environment.find() is None:
            self.setup_page.refresh()
            self.pages.setCurrentWidget(self.setup_page)
        else:
            self.pages.setCurrentWidget(self.segment_page)

    def run(self, samples_id: str = "", *, is_preview: bool = False) -> None:
        """Start a run with what is set; does nothing while something is missing.

        Args:
            samples_id: of the layer of samples that the model was just adapted to: the map is not
                to hide them. Nor is any other map, as `spare_samples` says.
            is_preview: whether the map replaces the last preview of the same raster.
        """
        layer, model = self.raster_picker.layer(), self.model_picker.model()
        if layer is None or self._problem():
            return
        if _needs_torch(model, self.model_picker.value()) and not may_use_torch(self):
            return
        try:
            outputs = self.output_choice.prepared_parameters(is_preview=is_preview)
            parameters = {**self.parameters(), **outputs}
        except OSError as error:
            self._on_failed(
                translate("CrossEarth", "There is no place for the map: {reason}").format(
                    reason=error
                )
            )
            return
        origin = MapOrigin(
            layer.name(),
            self.raster_picker.value(),
            model.name if model else Path(self.model_picker.value()).stem,
            self.area_picker.text(),
            0 if model is None else model_rounds.told_round(model.path),
            parameters["OUTPUT"] if is_preview else "",
        )
        self._run = MapRun(
            origin,
            Path(parameters["OUTPUT"]),
            samples_id or self._samples_over(self.raster_picker.value()),
            is_temporary=self.output_choice.temporary_box.isChecked(),
            is_resumable=bool(parameters.get("RESUME")),
        )
        self._run_subject = parameters["INPUT"], parameters["MODEL"]
        self._run_began = time.monotonic()
        settings.set_model(self.model_picker.value())
        self.log_pane.clear()
        try:
            self.log_pane.add_line(self._command(parameters))
        except NotOnDisk:
            # The log is then without the line that repeats the run: there is none.
            self.log_pane.add_line(origin.name)
        self._failure = ""
        self.footer_hint.set_text("")
        self.news.emit("", False)
        self._show_running()
        self._ask_timer.stop()
        self._look.stop()
        title = translate("CrossEarth", "Map of {name}").format(name=origin.name)
        self._runner.start(self._algorithm(), parameters, title)
        if is_preview and self._runner.is_running:
            self.mapping_begun.emit()

    def map_with(self, model_id: str, raster: str, samples_id: str, is_to_run: bool) -> None:
        """Choose a model that has just been adapted, and map the visible canvas with it.

        The area for later runs stays, and so does whether the input follows the active layer.

        Args:
            model_id: of the model.
            raster: id or path of the raster that it was adapted on.
            samples_id: of the layer of its samples, which the map shall not hide.
            is_to_run: whether to start at once.
        """
        is_following = self.raster_picker.combo.is_following
        with self._checked_once():
            self.model_picker.reload()
            self.model_picker.set_value(model_id)
            is_there = self.raster_picker.set_value(raster)
            self.raster_picker.combo.is_following = is_following
        if not is_there:
            if is_to_run:
                text = translate(
                    "CrossEarth",
                    "No map was made with the new model: its raster is not in the project any "
                    "more. Choose another one.",
                )
                self.news.emit(text, True)
            return
        if is_to_run and not self._runner.is_running:
            area = self.area_picker.state()
            self.area_picker.choose_visible_canvas()
            self.run(samples_id, is_preview=True)
            self.area_picker.set_state(area)

    def spare_samples(self, samples_over: Callable[[str], str]) -> None:
        """Have no map hide samples.

        Args:
            samples_over: gives the id of their layer by id or path of the raster that they are
                drawn on; empty where there are none.
        """
        self._samples_over = samples_over

    def tell_progress_to(self, progress: RunProgress) -> None:
        """Have a line and a bar elsewhere tell how runs go, too."""
        progress.follow(self._runner)

    def stop(self) -> None:
        """Cancel what is in progress; called before the panel goes."""
        self._ask_timer.stop()
        self._look.stop()
        self.live_preview.stop()
        self._device_look.stop()
        self._runner.cancel()
        cancel_task(self._keeping)
        self.model_download.stop()
        if self._is_setting_up:
            self.setup_page.cancel()

    def event(self, event: QEvent) -> bool:
        # Engine and models may have come or gone: in the options, in another window, on disk.
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            self.show_right_page()
            with self._checked_once():
                self.model_picker.reload()
                self.expert_group.follow_settings()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if self.pages.currentWidget() is not self.segment_page:
            super().keyPressEvent(event)
        elif is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not self._runner.is_running:
                self.run_button.click()
        elif event.key() == Qt.Key.Key_Escape and self._runner.is_running:
            self.run_button.click()
        else:
            super().keyPressEvent(event)

    def _prepare_widgets(self) -> None:
        self.raster_label.setBuddy(self.raster_picker.combo)
        self.area_label.setBuddy(self.area_picker.combo)
        self.model_label.setBuddy(self.model_picker.combo)
        labels = (self.raster_label, self.area_label, self.model_label, self.output_choice.label)
        align_labels(list(labels))
        self.model_picker.set_value(settings.model())
        self.model_download.set_provider(self._provider)
        self.live_preview.set_up(self._provider.engine, self._canvas, self._subject)
        self.map_uses.set_up(self._canvas)
        self.faster_model.set_up(self.parameters)
        self.run_button.setToolTip(translate("CrossEarth", "Ctrl+Return runs, Esc cancels"))
        menu = QMenu(self)
        menu.addAction(translate("CrossEarth", "Copy as &qgis_process Command")).triggered.connect(
            self._copy_qgis_process_command
        )
        menu.addAction(translate("CrossEarth", "Copy as &Python Command")).triggered.connect(
            self._copy_python_command
        )
        self.advanced_button.setMenu(menu)

    def _connect(self) -> None:
        self._canvas.currentLayerChanged.connect(self._follow)
        self.raster_picker.raster_changed.connect(self._on_raster_changed)
        self.area_picker.area_changed.connect(self._check)
        self.model_picker.model_changed.connect(self._on_model_changed)
        self.expert_group.gsd_box.valueChanged.connect(self._check)
        for edit in (self.expert_group.nodata_edit, self.expert_group.stretch_edit):
            edit.editingFinished.connect(self._check)
        self.expert_group.band_mapping.changed.connect(self._check)
        for box in (self.expert_group.match_box, self.expert_group.resume_box):
            box.toggled.connect(self._check)
        self.expert_group.collapsedStateChanged.connect(self._look_for_devices)
        self._device_look.ended.connect(self.expert_group.renew_devices)
        self.output_choice.place_changed.connect(self._check)
        outlines = self.output_choice.boxes["POLYGONS"]
        outlines.toggled.connect(self._offer_outlines)
        self._offer_outlines(outlines.isChecked())
        self.result_view.keep_requested.connect(self._keep)
        self.result_view.told.connect(self.footer_hint.set_text)
        self.map_uses.told.connect(self.footer_hint.set_text)
        QgsProject.instance().cleared.connect(self.map_uses.forget)
        QgsProject.instance().projectSaved.connect(self._check)
        self._look.looked.connect(self._on_looked)
        self.model_download.downloaded.connect(self._on_model_downloaded)
        self.faster_model.made.connect(self._on_faster_model)
        self.faster_model.told.connect(self.footer_hint.set_text)
        self.model_download.failed.connect(lambda sentence: self.news.emit(sentence, True))
        self.run_button.clicked.connect(self._run_or_cancel)
        self.run_progress.follow(self._runner)
        self._runner.line_added.connect(self.log_pane.add_line)
        self._runner.time_left.connect(self._on_time_left)
        self._runner.succeeded.connect(self._on_succeeded)
        self._runner.failed.connect(self._on_failed)
        self._runner.canceled.connect(self._on_canceled)

    def _choose_model(self, wanted: str) -> None:
        """Choose the model of a project; where it has none, or it is gone, the usual one."""
        usual = settings.model()
        if not catalog.is_there(usual):
            usual = catalog.default_id()
        self.model_picker.reload()
        self.model_picker.set_value(wanted or usual)
        if wanted and self.model_picker.value() != wanted:
            self.model_picker.set_value(usual)
            self._lost = translate(
                "CrossEarth",
                "The model “{model}” of this project is not on this computer. Choose another one, "
                "or bring it here and open the project again.",
            ).format(model=Path(wanted).name)
            # Later: nobody listens yet while the page is made.
            QTimer.singleShot(0, self._tell_lost)

    def _tell_lost(self) -> None:
        self.news.emit(self._lost, True)

    def _follow(self, layer: QgsMapLayer | None) -> None:
        """Offer the layer that has become active where it fits."""
        for combo in (self.raster_picker.combo, self.area_picker.polygon_combo):
            combo.follow(layer)

    def _forget_result(self) -> None:
        """Show nothing any more of a raster or project that is not worked on now."""
        self._failure = ""
        self.result_view.hide()
        self.faster_model.forget()
        self.news.emit("", False)
        if not self._runner.is_running:
            self.log_pane.clear()

    def _on_raster_changed(self) -> None:
        if not self._project_state.is_waiting:
            self._show_raster()

    def _show_raster(self) -> None:
        value = self.raster_picker.value()
        if value != self._input:
            self._forget_result()
            # A file that was chosen for the map of one raster is none for that of another.
            self.output_choice.file_widget.setFilePath("")
        self._input = value
        self.expert_group.set_layer(self.raster_picker.layer())
        self._check()

    def _on_model_changed(self) -> None:
        self.model_details.set_model(self.model_picker.model(), self.model_picker.value())
        self.model_download.set_model(self.model_picker.model())
        chosen = self.model_picker.value(), self.model_picker.model()
        if chosen != self._chosen:
            # Else it is the list that has changed, and what was set for the model stays.
            self._chosen = chosen
            self.expert_group.set_model(self.model_picker.model())
            self.map_options.set_model(self.model_picker.model())
        model = self.model_picker.model()
        self.output_choice.set_model(tells_numbers=model is not None and bool(model.quantity))
        self._check()

    @property
    def _is_setting_up(self) -> bool:
        return self._setup_page is not None and self._setup_page.is_running

    @contextmanager
    def _checked_once(self) -> Iterator[None]:
        """Check once what changes, however often it tells that it has."""
        was_checking, self._is_checking = self._is_checking, False
        try:
            yield
        finally:
            self._is_checking = was_checking
        self._check()

    def _check(self) -> None:
        """Show what keeps a run from starting, and what is worth knowing before one."""
        if not self._is_checking:
            return
        layer = self.raster_picker.layer()
        model = self.model_picker.model()
        self._advice = "" if layer is None else raster_advice(layer, model)
        self._show_advice()
        is_resuming = self.expert_group.resume_box.isChecked()
        self.output_choice.set_map(layer, self._model_id(), is_resuming)
        self.live_preview.renew()
        self._offer_faster_model()
        if self._runner.is_running:
            return
        problem = self._problem()
        if problem:
            self._forget_look()
        else:
            # Later: to put the question together takes longer than all this.
            self._ask_timer.start()
        self.run_button.setEnabled(not problem)
        self.advanced_button.setEnabled(not problem)
        self.footer_hint.set_text(problem or self._failure, INFO if problem else WARNING)

    def _model_id(self) -> str:
        model = self.model_picker.model()
        return model.id if model else Path(self.model_picker.value()).stem

    def _ask(self) -> None:
        """Have the engine look at the raster, if that makes sense yet."""
        arguments = {}
        if self.isVisible() and engine_environment.find() is not None:
            context = QgsProcessingContext()
            context.setProject(QgsProject.instance())
            # Of its own: the registered one is shared.
            algorithm = self._algorithm().create()
            arguments = algorithm.look_arguments(self.parameters(), context)
        if arguments:
            self._look.ask(arguments)
        else:
            self._forget_look()

    def _subject(self) -> Subject | str:
        """Return what a live preview is of, or in a sentence why there is none."""
        layer, model = self.raster_picker.layer(), self.model_picker.model()
        problem = engine_environment.missing_reason() if engine_environment.find() is None else ""
        if layer is None or (problem := problem or self._choice_problem()):
            return problem
        if _needs_torch(model, self.model_picker.value()) and engine_environment.lacks_torch():
            return translate("CrossEarth", "This model needs PyTorch: run it once first.")
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        source, arguments = self._algorithm().create().preview_arguments(self.parameters(), context)
        if source is None:
            return translate(
                "CrossEarth",
                "A live preview needs a raster that is a file that the engine can open.",
            )
        weights = model.weights if model and model.weights else Path(self.model_picker.value())
        return Subject(layer, source, arguments, (Path(source.path), weights))

    def _offer_faster_model(self) -> None:
        layer, value = self.raster_picker.layer(), self.model_picker.value()
        # Learned from are files only.
        if (
            layer is None
            or value == catalog.default_id()
            or self._choice_problem()
            or raster_source.needs_rendering(layer)
        ):
            self.faster_model.offer(None)
        else:
            needs_torch = _needs_torch(self.model_picker.model(), value)
            subject = self.raster_picker.value(), value
            self.faster_model.offer(subject, needs_torch=needs_torch)

    def _on_time_left(self, seconds: float) -> None:
        whole_s = time.monotonic() - self._run_began + seconds
        self.faster_model.take_estimate(self._run_subject, whole_s)
        self._offer_faster_model()

    def _on_faster_model(self, model_id: str, is_to_be_chosen: bool) -> None:
        self.model_picker.reload()
        if is_to_be_chosen:
            self.model_picker.set_value(model_id)

    def _forget_look(self) -> None:
        self._ask_timer.stop()
        self._look.stop()
        self._on_looked({})

    def _on_looked(self, answer: dict[str, Any]) -> None:
        told = {"findings": answer.get("findings"), "warnings": answer.get("warnings")}
        known = {
            finding["sentence"]
            for finding in told["findings"] or ()
            if finding["code"] in TOLD_WITHOUT_ENGINE
        }
        sentences = [*(told["warnings"] or ()), *(answer.get("notes") or ())]
        told["warnings"] = [text for text in sentences if text not in known]
        self._seen = [with_labels(text, self._algorithm()) for text in warning_sentences(told)]
        self._show_advice()

    def _show_advice(self) -> None:
        self.raster_hint.set_text("\n".join(filter(None, [self._advice, *self._seen])))

    def _problem(self) -> str:
        return self._choice_problem() or self.area_picker.problem() or self._rendering_problem()

    def _choice_problem(self) -> str:
        """Return why there can be no map of the raster by the model, whatever the area."""
        layer, model = self.raster_picker.layer(), self.model_picker.model()
        if layer is None:
            return translate(
                "CrossEarth", "Add a raster layer to the project, or choose a file with “…”."
            )
        try:
            raster_source.resolve(layer)
        except UnsupportedLayer as error:
            return str(error)
        if not self.model_picker.value():
            return translate("CrossEarth", "Choose a model.")
        if model is not None and model.needs_adapting:
            return translate(
                "CrossEarth",
                "The model “{model}” knows no classes yet; it has to be adapted first.",
            ).format(model=model.name)
        if model is not None and model.download_bytes is not None:
            return translate("CrossEarth", "Download the model “{model}” first.").format(
                model=model.name
            )
        if model is not None and not model.is_on_disk:
            return translate(
                "CrossEarth", "The files of the model “{model}” are not on disk."
            ).format(model=model.name)
        return ""

    def _rendering_problem(self) -> str:
        """Return why a layer that is not a file cannot be fetched as a whole, or nothing.

        Of a part of it the run itself finds out.
        """
        layer, model = self.raster_picker.layer(), self.model_picker.model()
        if not (self.area_picker.is_whole_layer and raster_source.needs_rendering(layer)):
            return ""
        gsd_m = self.expert_group.parameters().get("GSD")
        if gsd_m is None and model is not None:
            gsd_m = model.typical_gsd_m
        try:
            plan_rendering(layer, None, gsd_m, QgsProject.instance().transformContext())
        except UnsupportedLayer as error:
            return str(error)
        return ""

    def _on_model_downloaded(self, model_id: str) -> None:
        self.model_picker.reload()
        self.news.emit(ready_text(model_id), False)

    def _look_for_devices(self) -> None:
        if not self.expert_group.isCollapsed():
            self._device_look.ask()

    def _on_engine_ready(self) -> None:
        self.show_right_page()
        self._look_for_devices()
        if not self._problem():
            self.footer_hint.set_text(translate("CrossEarth", "The engine is ready."), SUCCESS)

    def _algorithm(self) -> SegmentAlgorithm:
        return self._provider.algorithm("segment")

    def _run_or_cancel(self) -> None:
        if self._runner.is_running:
            self.run_button.setEnabled(False)
            self.run_progress.end_with(translate("CrossEarth", "Canceling…"))
            self._runner.cancel()
        else:
            self.run()

    def _show_running(self) -> None:
        self.run_button.setText(translate("CrossEarth", "Cancel"))
        self.run_button.setEnabled(True)
        self.run_progress.start()

    def _show_idle(self) -> None:
        self.run_button.setText(translate("CrossEarth", "R&un"))
        self._check()

    def _on_succeeded(self, results: dict[str, Any]) -> None:
        self._show_idle()
        run, name = self._run, self._run.origin.name
        if self._runner.is_project_open:
            layer = run.add_layers(results)
            name = layer.name()
            if run.origin.raster_id == self.raster_picker.value():
                self._shown = run
                self.result_view.show_results(
                    name, results, self._algorithm(), is_passing=run.is_passing
                )
                # The group gets its place only when the event loop has laid it out.
                QTimer.singleShot(0, self._scroll_to_result)
            sentence = translate("CrossEarth", "The map “{name}” is ready.")
            if not is_in_view(layer, self._canvas):
                sentence = translate(
                    "CrossEarth",
                    "The map “{name}” is ready, out of view: zoom to its layer.",
                )
        else:
            sentence = translate(
                "CrossEarth",
                "The map “{name}” is ready: {path}. The project of the run is not open any more.",
            )
        self.news.emit(sentence.format(name=name, path=results["OUTPUT"]), False)
        self._check()

    def _keep(self) -> None:
        """Keep the map that is shown, which would go otherwise."""
        run = self._shown
        if not run.is_temporary:
            keep_preview(run.origin.preview)
            self._show_kept(run.path)
            return
        target = ask_where_to_keep(run, map_folder(self.raster_picker.layer()).path, self)
        if target is None:
            return
        keep_preview(run.origin.preview)  # before the next one would take it away
        self._keeping = KeepTask(run, target)
        self._keeping.ended.connect(self._on_keep_ended)
        self.result_view.keep_button.setEnabled(False)
        sentence = translate("CrossEarth", "The map is being copied to {path}…").format(path=target)
        self.footer_hint.set_text(sentence, INFO)
        start_task(self._keeping)

    def _on_keep_ended(self, is_successful: bool, reason: str) -> None:
        task, self._keeping = self._keeping, None
        self.result_view.keep_button.setEnabled(True)
        if task is not None and is_successful:
            self._show_kept(task.target, is_shown=task.map_run is self._shown)
        elif reason:
            sentence = translate("CrossEarth", "The map cannot be kept there: {reason}")
            self.footer_hint.set_text(sentence.format(reason=reason))
        else:
            sentence = translate("CrossEarth", "Canceled; the map is a temporary one still.")
            self.footer_hint.set_text(sentence, INFO)

    def _show_kept(self, path: Path, *, is_shown: bool = True) -> None:
        """Tell where a map stays; if it is the one that is shown, it needs no button any more."""
        if is_shown:
            self.result_view.keep_button.hide()
        sentence = translate("CrossEarth", "The map is kept: {path}").format(path=path)
        self.footer_hint.set_text(sentence, SUCCESS)

    def _scroll_to_result(self) -> None:
        self.scroll_area.ensureWidgetVisible(self.result_view)

    def _on_failed(self, sentence: str) -> None:
        sentence = with_labels(sentence, self._algorithm())
        self._failure = sentence
        self._show_idle()
        self.footer_hint.set_text(sentence)
        self.log_group.setCollapsed(False)
        self.show_right_page()
        # Once: where it can be seen, it need not be told in QGIS's message bar, too.
        if not self.footer_hint.isVisible():
            self.news.emit(sentence, True)

    def _on_canceled(self) -> None:
        self._show_idle()
        text = kept_text() if self._run.is_resumable else self._algorithm().canceled_text()
        self.footer_hint.set_text(text, INFO)

    def _copy_qgis_process_command(self) -> None:
        try:
            command = self._command(self.parameters())
        except NotOnDisk as error:
            self.footer_hint.set_text(str(error))
            return
        if sys.platform == "win32":
            # PowerShell takes a program in quotation marks for a text.
            said = translate(
                "CrossEarth",
                "The command is on the clipboard. It is for the Command Prompt (cmd), not for "
                "PowerShell.",
            )
            self._copy(command, said)
            return
        self._copy(command)

    def _command(self, parameters: dict[str, Any]) -> str:
        """Return the command for a terminal, where what was set on the layer has to be said."""
        layer = self.raster_picker.layer()
        said = {} if layer is None else raster_source.said(layer)
        return qgis_process_command(self._algorithm().id(), {**as_parameters(said), **parameters})

    def _copy_python_command(self) -> None:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        self._copy(self._algorithm().asPythonCommand(self.parameters(), context))

    def _copy(self, command: str, said: str = "") -> None:
        QgsApplication.clipboard().setText(command)
        said = said or translate("CrossEarth", "The command is on the clipboard.")
        self.footer_hint.set_text(said, SUCCESS)


def _needs_torch(model: CatalogModel | None, value: str) -> bool:
    weights = Path(value) if model is None or model.weights is None else model.weights
    return weights.suffix == ".safetensors"
