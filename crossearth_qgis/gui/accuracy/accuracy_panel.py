"""The dock's page to judge a map: plan and draw sample points, label them, see how good the map is.

It has ``crossearth:plansample``, ``crossearth:samplepoints`` and ``crossearth:evaluate`` run, one
at a time; labelling is `LabelBox`'s.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingProvider,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsMapCanvas, QgsScrollArea
from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QLabel,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)

from ...errors import UnsupportedLayer
from ...finding_sentences import warning_sentences
from ...layers import raster_source, result_layers
from ...layers.class_legend import legend_names
from ...layers.map_files import free_path, map_folder, map_stem
from ...layers.sample_points import REFERENCE_FIELD, are_sample_points
from ...layers.training_samples import classes_of_map
from ...processing.evaluate import against_texts
from ...setup import engine_environment
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from ..forms import align_labels, field_values, load_form, set_field_values
from ..option_labels import with_labels
from ..project_state import ProjectState
from ..widgets.fitting_combo import FittingCombo
from ..widgets.hint import INFO, SUCCESS, WARNING, Hint
from ..widgets.log_pane import LogPane
from ..widgets.opening import open_outside
from ..widgets.plain_text import PlainLabel
from ..widgets.run_progress import RunProgress
from ..widgets.walk import Place
from .estimates_table import EstimatesTable, share_text
from .label_box import LabelBox

_NO_BREAK = "\u00a0"
_PLAN, _DRAW, _MEASURE = "plansample", "samplepoints", "evaluate"


class AccuracyPanel(QWidget):
    """The form for a map and its sample points.

    Args:
        provider: holds the algorithms.
        map_canvas: where points are looked at.
        parent: the dock.
    """

    news = pyqtSignal(str, bool)
    """A sentence for QGIS's message bar, and whether it tells of a problem."""

    help_page = "accuracy"

    scroll_area: QgsScrollArea
    map_label: QLabel
    map_combo: FittingCombo
    against_label: QLabel
    against_combo: FittingCombo
    points_label: QLabel
    points_combo: FittingCombo
    plan_group: QgsCollapsibleGroupBox
    margin_label: QLabel
    margin_spin: QDoubleSpinBox
    expected_label: QLabel
    expected_spin: QDoubleSpinBox
    plan_button: QToolButton
    count_label: QLabel
    count_spin: QSpinBox
    least_label: QLabel
    least_spin: QSpinBox
    draw_button: QToolButton
    plan_hint: Hint
    label_box: LabelBox
    result_group: QgsCollapsibleGroupBox
    stale_hint: Hint
    result_label: PlainLabel
    warning_hint: Hint
    estimates_table: EstimatesTable
    report_button: QPushButton
    log_group: QgsCollapsibleGroupBox
    log_pane: LogPane
    footer_hint: Hint
    run_progress: RunProgress
    measure_button: QPushButton

    def __init__(
        self,
        provider: QgsProcessingProvider,
        map_canvas: QgsMapCanvas,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._provider = provider
        self._runner = AlgorithmRunner(self)
        self._running = ""
        self._report = ""
        self._failure = ""
        # How far each layer of points is labelled, by its id.
        self._walks: dict[str, dict[str, Any]] = {}
        self._points_id = ""
        self._map_name = ""
        # What is said of the points that the result is of, and the legends of its maps.
        self._measured: dict[int, tuple[Place, str]] = {}
        self._legends: list[dict[int, str]] = []
        # Ids of those that are listened to.
        self._map_ids: list[str] = []
        self._project_state = ProjectState("accuracy", self.state, self.set_state, self)
        load_form(self, __file__)
        self.label_box.set_up(map_canvas)
        self._prepare_widgets()
        self._connect()
        self._defaults = field_values(self._fields())

    def follow_project(self) -> None:
        """Show what the open project says, now and whenever it is another; called once."""
        self._project_state.begin()

    def state(self) -> dict[str, Any]:
        """Return what belongs to the project of all that is set."""
        self._keep_walk()
        return {
            "map": self.map_combo.value(),
            "against": self.against_combo.value(),
            "points": self._points_id,
            "walks": self._walks,
            **field_values(self._fields()),
        }

    def set_state(self, values: dict[str, Any]) -> None:
        """Set what belongs to a project; without a value: as it is at first."""
        self._forget_result()
        self.plan_hint.set_text("")
        self._points_id = ""
        self._walks = dict(values.get("walks") or {})
        self.map_combo.set_value(values.get("map"))
        self.against_combo.set_value(values.get("against"))
        self.points_combo.set_value(values.get("points"))
        set_field_values(self._fields(), {**self._defaults, **values})
        self._take_maps()
        self._take_points()

    def stop(self) -> None:
        """Leave the canvas, and cancel what is in progress; called before the panel goes."""
        self.label_box.stop()
        self._runner.cancel()

    def plan(self) -> None:
        """Ask how many points are needed."""
        parameters = {
            "MARGIN": self.margin_spin.value() / 100,
            "EXPECTED": str(self.expected_spin.value() / 100),
            "LEAST": self.least_spin.value(),
        }
        title = translate("CrossEarth", "Number of sample points for {name}")
        self._start(_PLAN, parameters, title)

    def draw(self) -> None:
        """Draw points on the map, into a file of their own beside the project."""
        layer = self._map()
        if layer is None:
            return
        path = self._path(layer, translate("CrossEarth", "points"), ".gpkg")
        parameters = {
            "COUNT": self.count_spin.value(),
            "LEAST": self.least_spin.value(),
            "OUTPUT": str(path),
        }
        self._start(_DRAW, parameters, translate("CrossEarth", "Sample points on {name}"))

    def measure(self) -> None:
        """Measure how good the map is, by the points that are labelled by now."""
        layer, against, points = self._map(), self._against(), self._points()
        if layer is None or points is None:
            return
        self.label_box.stop()
        parameters: dict[str, Any] = {
            "REFERENCE": points.id(),
            "CLASS_FIELD": REFERENCE_FIELD,
            "REPORT": str(self._path(layer, translate("CrossEarth", "accuracy"), ".html")),
        }
        if against is not None:
            parameters["AGAINST"] = against.id()
        self._forget_result()
        self._measured, self._legends = self.label_box.answers, self._legends_of_maps()
        self._start(_MEASURE, parameters, translate("CrossEarth", "Accuracy of {name}"))

    def _prepare_widgets(self) -> None:
        for label, field in (
            (self.map_label, self.map_combo),
            (self.against_label, self.against_combo),
            (self.points_label, self.points_combo),
            (self.margin_label, self.margin_spin),
            (self.expected_label, self.expected_spin),
            (self.count_label, self.count_spin),
            (self.least_label, self.least_spin),
        ):
            label.setBuddy(field)
            field.setAccessibleName(label.text().replace("&", ""))
        align_labels([self.map_label, self.against_label, self.points_label])
        align_labels([self.margin_label, self.expected_label, self.count_label, self.least_label])
        self.map_combo.offer(_is_class_map, takes_first=True)
        self.against_combo.offer(_is_class_map)
        self.points_combo.offer(are_sample_points)
        self.result_group.hide()

    def _connect(self) -> None:
        self.map_combo.layerChanged.connect(self._on_maps_changed)
        self.against_combo.layerChanged.connect(self._on_maps_changed)
        self.points_combo.layerChanged.connect(self._on_points_changed)
        self.label_box.changed.connect(self._check)
        self.plan_button.clicked.connect(self.plan)
        self.draw_button.clicked.connect(self.draw)
        self.measure_button.clicked.connect(self._measure_or_cancel)
        self.report_button.clicked.connect(self._open_report)
        self.run_progress.follow(self._runner)
        self._runner.line_added.connect(self.log_pane.add_line)
        self._runner.succeeded.connect(self._on_succeeded)
        self._runner.failed.connect(self._on_failed)
        self._runner.canceled.connect(self._on_canceled)

    def _fields(self) -> dict[str, QWidget]:
        """Return the fields whose values a project keeps."""
        return {
            "margin": self.margin_spin,
            "expected": self.expected_spin,
            "count": self.count_spin,
            "least": self.least_spin,
            "view": self.label_box.view_spin,
        }

    def _map(self) -> QgsRasterLayer | None:
        layer = self.map_combo.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def _against(self) -> QgsRasterLayer | None:
        layer = self.against_combo.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def _points(self) -> QgsVectorLayer | None:
        layer = self.points_combo.currentLayer()
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _on_maps_changed(self) -> None:
        if not self._project_state.is_waiting:
            self._take_maps()

    def _take_maps(self) -> None:
        self._forget_result()
        for layer in self._known_maps():
            layer.rendererChanged.disconnect(self._show_whether_stale)
        maps = [layer for layer in (self._map(), self._against()) if layer is not None]
        for layer in maps:
            layer.rendererChanged.connect(self._show_whether_stale)
        self._map_ids = [layer.id() for layer in maps]
        self.label_box.set_maps(maps)
        self._check()

    def _known_maps(self) -> list[QgsRasterLayer]:
        """Return the maps that are listened to and are still there."""
        layers = map(QgsProject.instance().mapLayer, self._map_ids)
        return [layer for layer in layers if layer is not None]

    def _legends_of_maps(self) -> list[dict[int, str]]:
        return [legend_names(layer) for layer in self._known_maps()]

    def _on_points_changed(self) -> None:
        if not self._project_state.is_waiting:
            self._keep_walk()
            self._take_points()

    def _take_points(self) -> None:
        points = self._points()
        self._points_id = "" if points is None else points.id()
        self._forget_result()
        self.label_box.set_points(points, self._walks.get(self._points_id) or {})
        self.plan_group.setCollapsed(points is not None)

    def _keep_walk(self) -> None:
        if self._points_id:
            self._walks[self._points_id] = self.label_box.state()

    def _forget_result(self) -> None:
        """Show neither a result nor why there is none: they do not hold of other maps, points."""
        self._report = self._failure = ""
        self.result_group.hide()

    def _path(self, layer: QgsRasterLayer, what: str, suffix: str) -> Path:
        """Return where something that is about a map goes; nothing is there."""
        folder = map_folder(layer).path
        return free_path(folder / f"{map_stem(layer.name(), what)}{suffix}")

    def _start(self, algorithm: str, parameters: dict[str, Any], title: str) -> None:
        layer = self._map()
        if layer is None or self._map_problem() or self._runner.is_running:
            return
        for key in ("OUTPUT", "REPORT"):
            if key in parameters:
                try:
                    Path(parameters[key]).parent.mkdir(parents=True, exist_ok=True)
                except OSError as error:
                    self._on_failed(str(error))
                    return
        self._running, self._map_name = algorithm, layer.name()
        self._failure = ""
        self.log_pane.clear()
        self.run_progress.start()
        title = title.format(name=layer.name())
        parameters = {"MAP": layer.id(), **parameters}
        self._runner.start(self._provider.algorithm(algorithm), parameters, title)
        self._check()

    def _measure_or_cancel(self) -> None:
        if self._runner.is_running:
            self.measure_button.setEnabled(False)
            self.run_progress.end_with(translate("CrossEarth", "Canceling…"))
            self._runner.cancel()
        else:
            self.measure()

    def _check(self) -> None:
        """Show what can be done, and what keeps the rest from being done."""
        is_busy = self._runner.is_running
        problem = self._map_problem()
        self._show_whether_stale()
        for button in (self.plan_button, self.draw_button):
            button.setEnabled(not problem and not is_busy)
        has_points = self._points() is not None
        self.label_box.setVisible(has_points)
        if is_busy:
            self.measure_button.setText(translate("CrossEarth", "Cancel"))
            self.measure_button.setEnabled(True)
            self.footer_hint.set_text("")
            return
        if not problem and not has_points:
            problem = translate(
                "CrossEarth", "Draw sample points on the map, or choose some that you have."
            )
        elif not problem and not self.label_box.labelled:
            problem = self.label_box.problem or translate("CrossEarth", "Label the points first.")
        self.measure_button.setText(translate("CrossEarth", "M&easure"))
        self.measure_button.setEnabled(not problem)
        text = self._failure or problem
        self.footer_hint.set_text(text, WARNING if self._failure else INFO)

    def _map_problem(self) -> str:
        """Return what is wrong with the engine or the maps, or missing."""
        if engine_environment.find() is None:
            return engine_environment.missing_reason()
        layer, against = self._map(), self._against()
        if layer is None and self.map_combo.offers_some:
            return translate("CrossEarth", "Choose the map to judge.")
        if layer is None:
            return translate("CrossEarth", "Make a map, or add a raster of classes to the project.")
        if layer is against:
            return translate("CrossEarth", "Choose two different maps.")
        try:
            for item in filter(None, (layer, against)):
                raster_source.resolve_file(item)
        except UnsupportedLayer as error:
            return str(error)
        return ""

    def _on_succeeded(self, results: dict[str, Any]) -> None:
        if self._runner.is_project_open:
            shown = {
                _PLAN: self._show_plan,
                _DRAW: self._show_points,
                _MEASURE: self._show_result,
            }[self._running]
            shown(results)
        elif self._running == _DRAW:
            text = translate(
                "CrossEarth",
                "The sample points are ready: {path}. The project of the run is not open any more.",
            )
            self.news.emit(text.format(path=results["OUTPUT"]), False)
        self._check()

    def _show_plan(self, results: dict[str, Any]) -> None:
        self.count_spin.setValue(int(results["COUNT"]))
        self.least_spin.setValue(int(results["LEAST_POINTS"]))
        text = translate(
            "CrossEarth",
            "{count} points tell the overall accuracy to ± {margin} percentage points.",
        )
        margin = share_text(results["OVERALL_MARGIN"])
        self.plan_hint.set_text(text.format(count=results["COUNT"], margin=margin), SUCCESS)

    def _show_points(self, results: dict[str, Any]) -> None:
        name = translate("CrossEarth", "Sample points – {name}").format(name=self._map_name)
        layer = QgsVectorLayer(results["OUTPUT"], name, "ogr")
        # Points that judge maps are none to teach models with.
        result_layers.mark_as_result(layer)
        # On top, where they can be seen.
        QgsProject.instance().addMapLayer(layer, False)
        QgsProject.instance().layerTreeRoot().insertLayer(0, layer)
        self.points_combo.set_value(layer.id())
        self.plan_hint.set_text("")

    def _show_result(self, results: dict[str, Any]) -> None:
        figures = json.loads(results["FIGURES"])
        areas = figures["areas"]
        text = "\n".join([_overall_text(figures), *against_texts(figures)])
        self.result_label.setText(text.replace(" %", _NO_BREAK + "%"))
        algorithm = self._provider.algorithm(_MEASURE)
        warnings = [with_labels(text, algorithm) for text in _warnings(figures)]
        self.warning_hint.set_text("\n".join(warnings))
        if areas is not None:
            self.estimates_table.set_areas(areas)
        self.estimates_table.setVisible(areas is not None)
        self._report = results.get("REPORT") or ""
        self.report_button.setVisible(bool(self._report))
        self.result_group.setCollapsed(False)
        self.result_group.show()
        QTimer.singleShot(0, lambda: self.scroll_area.ensureWidgetVisible(self.result_group))

    def _show_whether_stale(self) -> None:
        """Say of a result whose points or classes are others by now, and grey it."""
        text = ""
        if self._measured != self.label_box.answers:
            text = translate(
                "CrossEarth",
                "The points have changed since. Measure again for what they say now.",
            )
        elif self._legends != self._legends_of_maps():
            text = translate(
                "CrossEarth",
                "The legend of a map has changed since. Measure again for its classes as they are "
                "called now.",
            )
        self.stale_hint.set_text(text)
        is_stale = bool(text)
        for widget in (self.result_label, self.estimates_table, self.warning_hint):
            widget.setEnabled(not is_stale)

    def _on_failed(self, sentence: str) -> None:
        algorithm = self._provider.algorithm(self._running)
        self._failure = with_labels(sentence, algorithm) if algorithm else sentence
        self._check()
        self.log_group.setCollapsed(False)
        if not self.footer_hint.isVisible():
            self.news.emit(self._failure, True)

    def _on_canceled(self) -> None:
        self._check()
        text = self._provider.algorithm(self._running).canceled_text()
        self.footer_hint.set_text(text, INFO)

    def _open_report(self) -> None:
        problem = open_outside(QUrl.fromLocalFile(self._report))
        if problem:
            self.footer_hint.set_text(problem)


def _is_class_map(layer: QgsMapLayer) -> bool:
    """Return whether a layer may be a map of classes; what else runs make beside one is none."""
    if not isinstance(layer, QgsRasterLayer) or layer.bandCount() != 1:
        return False
    return bool(classes_of_map(layer)) or not result_layers.is_result(layer)


def _overall_text(figures: dict[str, Any]) -> str:
    """Return the overall accuracy, with its error bar where there is one."""
    areas = figures["areas"]
    if areas is not None and areas.get("overall_interval"):
        low, high = map(share_text, areas["overall_interval"])
        text = translate("CrossEarth", "Overall accuracy {share} %, {low} to {high} % (95 %)")
        return text.format(share=share_text(areas["overall_accuracy"]), low=low, high=high)
    accuracy = figures["overall_accuracy"]
    if accuracy is None:
        return translate("CrossEarth", "The points do not tell the overall accuracy.")
    text = translate("CrossEarth", "Overall accuracy {share} %")
    return text.format(share=share_text(accuracy))


def _warnings(figures: dict[str, Any]) -> list[str]:
    """Return what to know about the figures, and why there are no areas."""
    warnings, reason = figures["warnings"], figures["no_areas"]
    told = warnings if reason is None or reason in warnings else [*warnings, reason]
    return warning_sentences({**figures, "warnings": told})
