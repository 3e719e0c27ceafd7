"""The panel: choose a raster, an area and a model; run; see the map and the areas.

It builds the parameters of ``crossearth:segment`` and shows how a run goes. The run itself belongs
to `SegmentRunner`, the first-time setup to `SetupPage`; no pixel is touched here.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsMapLayerProxyModel,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingProvider,
    QgsProject,
    QgsRasterLayer,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.gui import (
    QgsCollapsibleGroupBox,
    QgsDockWidget,
    QgsFileWidget,
    QgsMapCanvas,
    QgsMapLayerComboBox,
    QgsScrollArea,
)
from qgis.PyQt import uic
from qgis.PyQt.QtCore import QEvent, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from .. import engine_environment, raster_source, settings
from ..errors import UnsupportedLayer
from ..processing.base import duration_text
from ..translation import translate
from .band_mapping import BandMapping
from .class_table import ClassTable
from .devices import add_devices, device_of, show_device
from .hint import INFO, SUCCESS, Hint
from .log_pane import LogPane
from .model_picker import ModelDetails, ModelPicker
from .pixel_size import pixel_size_advice
from .qgis_process_command import NotOnDisk, qgis_process_command
from .result_layers import add_result_layers
from .segment_runner import SegmentRunner
from .setup_page import SetupPage

_WHOLE_LAYER, _VISIBLE_CANVAS, _POLYGONS = range(3)


class SegmentDock(QgsDockWidget):
    """The panel.

    Args:
        provider: holds the algorithm.
        map_canvas: tells the active layer and the visible extent.
        parent: QGIS's window.
    """

    news = pyqtSignal(str, bool)
    """A sentence for QGIS's message bar, and whether it tells of a problem."""

    pages: QStackedWidget
    segment_page: QWidget
    scroll_area: QgsScrollArea
    raster_combo: QgsMapLayerComboBox
    raster_file_button: QToolButton
    raster_hint: Hint
    area_combo: QComboBox
    polygon_combo: QgsMapLayerComboBox
    selected_only_box: QCheckBox
    raster_label: QLabel
    area_label: QLabel
    model_label: QLabel
    output_label: QLabel
    model_picker: ModelPicker
    model_details: ModelDetails
    expert_group: QgsCollapsibleGroupBox
    band_mapping: BandMapping
    window_label: QLabel
    window_box: QSpinBox
    overlap_label: QLabel
    overlap_box: QSpinBox
    join_label: QLabel
    join_combo: QComboBox
    device_label: QLabel
    device_combo: QComboBox
    reset_button: QPushButton
    output_widget: QgsFileWidget
    confidence_box: QCheckBox
    result_group: QgsCollapsibleGroupBox
    result_label: QLabel
    class_table: ClassTable
    log_group: QgsCollapsibleGroupBox
    log_pane: LogPane
    footer_hint: Hint
    progress_label: QLabel
    progress_bar: QProgressBar
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
        self._runner = SegmentRunner(self)
        self._follows_active_layer = True
        self._raster_file: QgsRasterLayer | None = None
        self._watched_polygons: QgsVectorLayer | None = None
        self._result_name = ""
        uic.loadUi(str(Path(__file__).with_suffix(".ui")), self, __package__)
        self.setup_page = SetupPage(provider, self)
        self.pages.addWidget(self.setup_page)

        self._prepare_widgets()
        self._connect()
        self._on_active_layer_changed(map_canvas.currentLayer())
        self._on_area_changed()
        self._on_model_changed()
        self._show_idle()
        self.show_right_page()

    # What a script can do as well: the panel's state as parameters.

    def raster_layer(self) -> QgsRasterLayer | None:
        """Return the raster to segment, in the project or not."""
        layer = self.raster_combo.currentLayer()
        return layer if isinstance(layer, QgsRasterLayer) else None

    def parameters(self) -> dict[str, Any]:
        """Return the parameters of ``crossearth:segment`` as they are set in the panel."""
        layer = self.raster_layer()
        output = self.output_widget.filePath().strip()
        parameters: dict[str, Any] = {
            # The layer of the project, for its CRS may have been corrected there; a file otherwise.
            "INPUT": layer.id()
            if layer.id() in QgsProject.instance().mapLayers()
            else layer.source(),
            "MODEL": self.model_picker.value(),
            "JOIN": self.join_combo.currentData(),
            "DEVICE": device_of(self.device_combo),
            "OUTPUT": output or QgsProcessing.TEMPORARY_OUTPUT,
        }
        if self.model_picker.model() is not None:
            parameters["BANDS"] = self.band_mapping.bands()
            parameters["WINDOW_SIZE"] = self.window_box.value()
            parameters["OVERLAP"] = self.overlap_box.value()
        if self.area_combo.currentIndex() == _VISIBLE_CANVAS:
            parameters["EXTENT"] = self._visible_extent(layer)
        elif self.area_combo.currentIndex() == _POLYGONS:
            parameters["MASK"] = QgsProcessingFeatureSourceDefinition(
                self.polygon_combo.currentLayer().id(), self.selected_only_box.isChecked()
            )
        if self.confidence_box.isChecked():
            parameters["CONFIDENCE"] = (
                _confidence_path(output) if output else QgsProcessing.TEMPORARY_OUTPUT
            )
        return parameters

    def show_right_page(self) -> None:
        """Show the form, or the setup while there is no engine."""
        if self.setup_page.is_running or self._runner.is_running:
            return
        if engine_environment.find() is None:
            self.setup_page.refresh()
            self.pages.setCurrentWidget(self.setup_page)
        else:
            self.pages.setCurrentWidget(self.segment_page)

    def run(self) -> None:
        """Start a run with what is set."""
        layer = self.raster_layer()
        model = self.model_picker.model()
        model_name = model.name if model else Path(self.model_picker.value()).stem
        self._result_name = f"{layer.name()} – {model_name}"
        parameters = self.parameters()
        settings.set_model(self.model_picker.value())
        self.log_pane.clear()
        try:
            self.log_pane.add_line(qgis_process_command(self._algorithm().id(), parameters))
        except NotOnDisk:
            # The log is then without the line that repeats the run: there is none.
            self.log_pane.add_line(self._result_name)
        self.footer_hint.set_text("")
        self.result_group.hide()
        self._show_running()
        self._runner.start(self._algorithm(), parameters)

    def stop(self) -> None:
        """Cancel what is in progress; called before the panel goes."""
        self._runner.cancel()
        if self.setup_page.is_running:
            self.setup_page.cancel()

    # Qt's callbacks.

    def event(self, event):  # noqa: ANN001, ANN201 - Qt calls it
        # The engine may have been removed in the options, or set up in another window.
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.Show):
            self.show_right_page()
        return super().event(event)

    def keyPressEvent(self, event):  # noqa: ANN001, ANN201 - Qt calls it
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

    # Building.

    def _prepare_widgets(self) -> None:
        self.raster_combo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.polygon_combo.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.model_label.setBuddy(self.model_picker.combo)
        self.model_picker.set_value(settings.model())
        self.join_combo.addItem(translate("CrossEarth", "Tapered, no visible joins"), "taper")
        self.join_combo.addItem(translate("CrossEarth", "Plain average, as published"), "average")
        add_devices(self.device_combo)
        self.output_widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.output_widget.setFilter(translate("CrossEarth", "GeoTIFF (*.tif *.tiff)"))
        self.output_widget.setDialogTitle(translate("CrossEarth", "Save the Class Map"))
        self.output_widget.lineEdit().setPlaceholderText(
            translate("CrossEarth", "[Temporary file]")
        )
        self.output_widget.lineEdit().setMinimumWidth(60)
        _align([self.raster_label, self.area_label, self.model_label, self.output_label])
        self.run_button.setToolTip(translate("CrossEarth", "Ctrl+Return runs, Esc cancels"))
        self.result_group.hide()
        menu = QMenu(self)
        menu.addAction(translate("CrossEarth", "Copy as &qgis_process Command")).triggered.connect(
            self._copy_qgis_process_command
        )
        menu.addAction(translate("CrossEarth", "Copy as &Python Command")).triggered.connect(
            self._copy_python_command
        )
        self.advanced_button.setMenu(menu)

    def _connect(self) -> None:
        self._canvas.currentLayerChanged.connect(self._on_active_layer_changed)
        self.raster_combo.activated.connect(self._on_raster_picked)
        self.raster_combo.layerChanged.connect(self._on_raster_changed)
        self.raster_file_button.clicked.connect(self._pick_raster_file)
        self.area_combo.currentIndexChanged.connect(self._on_area_changed)
        self.polygon_combo.layerChanged.connect(self._on_polygon_layer_changed)
        self.selected_only_box.toggled.connect(self._check)
        self.model_picker.model_changed.connect(self._on_model_changed)
        self.window_box.valueChanged.connect(self._limit_overlap)
        self.reset_button.clicked.connect(self._reset_expert_options)
        self.run_button.clicked.connect(self._run_or_cancel)
        self.setup_page.ready.connect(self._on_engine_ready)
        self._runner.progress_changed.connect(self._show_progress)
        self._runner.text_changed.connect(self.progress_label.setText)
        self._runner.line_added.connect(self.log_pane.add_line)
        self._runner.succeeded.connect(self._on_succeeded)
        self._runner.failed.connect(self._on_failed)
        self._runner.canceled.connect(self._on_canceled)

    # Input, area, model.

    def _on_active_layer_changed(self, layer: QgsMapLayer | None) -> None:
        if self._follows_active_layer and isinstance(layer, QgsRasterLayer):
            self.raster_combo.setLayer(layer)
        self._on_raster_changed()

    def _on_raster_picked(self) -> None:
        self._follows_active_layer = False

    def _pick_raster_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self,
            translate("CrossEarth", "Choose a Raster File"),
            QgsProject.instance().homePath(),
            translate("CrossEarth", "Rasters (*.tif *.tiff *.vrt *.jp2 *.img);;All files (*)"),
        )
        if path:
            self.set_raster_file(path)

    def set_raster_file(self, path: str) -> None:
        """Offer a raster that is not in the project, and choose it."""
        # Kept here: the combo holds no reference.
        self._raster_file = QgsRasterLayer(path, Path(path).stem)
        self._follows_active_layer = False
        self.raster_combo.setAdditionalLayers([self._raster_file])
        self.raster_combo.setLayer(self._raster_file)
        self._on_raster_changed()

    def _on_raster_changed(self) -> None:
        if self.raster_layer() is None:
            # What was picked is gone: back to following.
            self._follows_active_layer = True
        self._fill_band_mapping()
        self._check()

    def _on_area_changed(self) -> None:
        is_polygons = self.area_combo.currentIndex() == _POLYGONS
        self.polygon_combo.setVisible(is_polygons)
        self.selected_only_box.setVisible(is_polygons)
        self._on_polygon_layer_changed()

    def _on_polygon_layer_changed(self) -> None:
        if self._watched_polygons is not None:
            self._watched_polygons.selectionChanged.disconnect(self._check)
            self._watched_polygons.willBeDeleted.disconnect(self._forget_polygons)
        self._watched_polygons = self.polygon_combo.currentLayer()
        if self._watched_polygons is not None:
            self._watched_polygons.selectionChanged.connect(self._check)
            self._watched_polygons.willBeDeleted.connect(self._forget_polygons)
        self._check()

    def _forget_polygons(self) -> None:
        self._watched_polygons = None

    def _on_model_changed(self) -> None:
        self.model_details.set_model(self.model_picker.model(), self.model_picker.value())
        self._reset_expert_options()
        self._check()

    def _visible_extent(self, layer: QgsRasterLayer) -> QgsReferencedRectangle:
        map_settings = self._canvas.mapSettings()
        extent, crs = map_settings.visibleExtent(), map_settings.destinationCrs()
        if layer.crs().isValid() and crs.isValid() and not crs.authid():
            # A CRS without a code cannot be written in a command; the layer's own needs no code.
            transform = QgsCoordinateTransform(crs, layer.crs(), QgsProject.instance())
            try:
                return QgsReferencedRectangle(transform.transformBoundingBox(extent), layer.crs())
            except QgsCsException:
                return QgsReferencedRectangle(extent, crs)
        return QgsReferencedRectangle(extent, crs)

    # Expert options.

    def _fill_band_mapping(self) -> None:
        layer, model = self.raster_layer(), self.model_picker.model()
        if layer is None or not layer.isValid() or model is None:
            self.band_mapping.set_choices((), None, ())
            return
        self.band_mapping.set_choices(model.bands, layer, raster_source.default_bands(layer, model))
        _align([*self.band_mapping.labels(), *self._expert_labels()])
        # Combos made later would come last in the tab order.
        toggle = self.expert_group.findChild(QToolButton, "collapseButton")
        chain = [toggle, *self.band_mapping.combos(), self.window_box]
        for before, after in zip(chain, chain[1:]):
            if before is not None:
                QWidget.setTabOrder(before, after)

    def _expert_labels(self) -> list[QLabel]:
        return [self.window_label, self.overlap_label, self.join_label, self.device_label]

    def _reset_expert_options(self) -> None:
        model = self.model_picker.model()
        is_known = model is not None
        # Only the engine can read a file without metadata beside it: its own values, unseen.
        for box in (self.window_box, self.overlap_box):
            box.setEnabled(is_known)
            box.setSpecialValueText("" if is_known else translate("CrossEarth", "The model's own"))
        if is_known:
            self.window_box.setValue(model.window_size)
            self.overlap_box.setValue(model.overlap)
        else:
            self.window_box.setValue(self.window_box.minimum())
            self.overlap_box.setValue(self.overlap_box.minimum())
        self.join_combo.setCurrentIndex(0)
        show_device(self.device_combo, settings.device())
        self._fill_band_mapping()

    def _limit_overlap(self, window_size: int) -> None:
        self.overlap_box.setMaximum(window_size - 1)

    # What stands in the way, and what is worth knowing.

    def _check(self) -> None:
        layer = self.raster_layer()
        self.raster_hint.set_text(
            "" if layer is None else pixel_size_advice(layer, self.model_picker.model())
        )
        if self._runner.is_running:
            return
        problem = self._problem()
        self.run_button.setEnabled(not problem)
        self.advanced_button.setEnabled(not problem)
        self.footer_hint.set_text(problem, INFO)

    def _problem(self) -> str:
        """Return what keeps a run from starting, or an empty string."""
        layer = self.raster_layer()
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
        if self.area_combo.currentIndex() == _POLYGONS:
            polygons = self.polygon_combo.currentLayer()
            if polygons is None:
                return translate("CrossEarth", "Add a polygon layer to the project.")
            if self.selected_only_box.isChecked() and not polygons.selectedFeatureCount():
                return translate("CrossEarth", "Select at least one polygon of {layer}.").format(
                    layer=polygons.name()
                )
        return ""

    def _on_engine_ready(self) -> None:
        self.show_right_page()
        if not self._problem():
            self.footer_hint.set_text(translate("CrossEarth", "The engine is ready."), SUCCESS)

    # A run.

    def _algorithm(self) -> Any:
        return self._provider.algorithm("segment")

    def _run_or_cancel(self) -> None:
        if self._runner.is_running:
            self.run_button.setEnabled(False)
            self.progress_label.setText(translate("CrossEarth", "Canceling…"))
            self._runner.cancel()
        else:
            self.run()

    def _show_running(self) -> None:
        self.run_button.setText(translate("CrossEarth", "Cancel"))
        self.run_button.setEnabled(True)
        self.progress_bar.setRange(0, 0)
        self.progress_bar.show()
        self.progress_label.setText(translate("CrossEarth", "Starting…"))
        self.progress_label.show()

    def _show_progress(self, percent: float) -> None:
        # Busy until the first window is done: loading a model has no percent.
        self.progress_bar.setRange(0, 100 if percent > 0 else 0)
        self.progress_bar.setValue(int(percent))

    def _show_idle(self) -> None:
        self.run_button.setText(translate("CrossEarth", "R&un"))
        self.progress_bar.hide()
        self.progress_label.hide()
        self._check()

    def _on_succeeded(self, results: dict[str, Any]) -> None:
        self._show_idle()
        add_result_layers(results["OUTPUT"], results.get("CONFIDENCE"), self._result_name)
        self.result_label.setText(
            translate("CrossEarth", "{name}, made in {time}").format(
                name=self._result_name, time=duration_text(results["DURATION"])
            )
        )
        self.class_table.set_classes(json.loads(results["AREAS"]))
        self.result_group.show()
        self.result_group.setCollapsed(False)
        # The group gets its place only when the event loop has laid it out.
        QTimer.singleShot(0, lambda: self.scroll_area.ensureWidgetVisible(self.result_group))
        self.news.emit(
            translate("CrossEarth", "{name} is ready.").format(name=self._result_name), False
        )

    def _on_failed(self, sentence: str) -> None:
        self._show_idle()
        self.footer_hint.set_text(sentence)
        self.log_group.setCollapsed(False)
        self.news.emit(sentence, True)
        self.show_right_page()

    def _on_canceled(self) -> None:
        self._show_idle()
        self.footer_hint.set_text(translate("CrossEarth", "Canceled; nothing was written."), INFO)

    # Taking the settings elsewhere.

    def _copy_qgis_process_command(self) -> None:
        try:
            command = qgis_process_command(self._algorithm().id(), self.parameters())
        except NotOnDisk as error:
            self.footer_hint.set_text(str(error))
            return
        self._copy(command)

    def _copy_python_command(self) -> None:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        self._copy(self._algorithm().asPythonCommand(self.parameters(), context))

    def _copy(self, command: str) -> None:
        QgsApplication.clipboard().setText(command)
        self.footer_hint.set_text(
            translate("CrossEarth", "The command is on the clipboard."), SUCCESS
        )


def _align(labels: list[QLabel]) -> None:
    # One column of labels, though the form is in pieces.
    for label in labels:
        label.setMinimumWidth(max(other.sizeHint().width() for other in labels))


def _confidence_path(output: str) -> str:
    path = Path(output)
    return str(path.with_name(f"{path.stem}_confidence.tif"))
