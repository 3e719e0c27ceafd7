"""Similar places: click a few objects, see where it looks like them, and keep the candidates.

``crossearth:similar`` compares; how similar is enough is for a slider, which the canvas follows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessing,
    QgsProcessingProvider,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapTool
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSlider,
    QSpinBox,
    QToolButton,
    QWidget,
)

from ...layers.map_files import free_path
from ...layers.result_layers import MapOrigin, add_result_layers, mark_as_result
from ...layers.similarity_style import show_similarity
from ...shared import model_places
from ...shared import options as engine_options
from ...translation import one_or_many, translate
from ..widgets.hint import INFO, SUCCESS, WARNING
from ..widgets.plain_text import PlainLabel
from ..widgets.point_tool import PointTool
from ..widgets.run_box import RunBox, narrow
from .groups_box import Ground

# The canvas follows the slider after so long: it draws in the background, and is not to queue.
_PAUSE_MS = 40


class SimilarBox(RunBox):
    """Objects by clicks, a button that looks for places, a threshold, and candidates."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(translate("CrossEarth", "Similar places"))
        self._run_text = translate("CrossEarth", "Find Places")
        self._raster: QgsRasterLayer | None = None
        self._raster_problem = ""
        self._objects: list[QgsPointXY] = []  # in the CRS of the raster
        self._asked: dict[str, Any] = {}
        self._layer_id = ""
        self._tool: PointTool | None = None
        self._tool_before: QgsMapTool | None = None
        self._make_widgets()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._show_threshold)
        self.point_button.clicked.connect(self._point_or_end)
        self.undo_button.clicked.connect(self._undo)
        self.slider.valueChanged.connect(self.threshold_spin.setValue)
        self.threshold_spin.valueChanged.connect(self.slider.setValue)
        self.threshold_spin.valueChanged.connect(lambda _value: self._timer.start())
        self.candidates_button.clicked.connect(self._find_candidates)
        self._show()

    def set_up(
        self, provider: QgsProcessingProvider, canvas: QgsMapCanvas, ask: Callable[[], Ground]
    ) -> None:
        """Tell what places are found with; called once.

        Args:
            provider: holds the algorithm.
            canvas: where objects are clicked.
            ask: says where to look; asked when a run begins.
        """
        self._provider, self._canvas, self._ask = provider, canvas, ask
        QgsProject.instance().cleared.connect(self._forget)
        QgsProject.instance().layersRemoved.connect(self._show)

    def set_raster(self, raster: QgsRasterLayer | None) -> None:
        """Tell which raster is chosen; objects are of one raster."""
        if raster is not self._raster:
            self._forget()
            self._raster = raster
            self._show()

    def set_problem(self, problem: str) -> None:
        self._raster_problem = problem
        if problem:
            self.end_pointing()
        self._show()

    def stop(self) -> None:
        super().stop()
        self._forget()

    def end_pointing(self) -> None:
        """Give the canvas back; the objects stay, and are shown when it goes on."""
        tool, self._tool = self._tool, None
        if tool is None:
            return
        tool.mark([])
        tool.deactivated.disconnect(self._on_tool_left)
        if self._canvas.mapTool() is tool:
            self._canvas.unsetMapTool(tool)
            if self._tool_before is not None:
                self._canvas.setMapTool(self._tool_before)
        self._tool_before = None
        tool.deleteLater()
        self._show()

    def _make_widgets(self) -> None:
        self.point_button = QToolButton(self)
        self.point_button.setCheckable(True)
        self.point_button.setText(translate("CrossEarth", "Point at objects"))
        self.point_button.setToolTip(
            translate("CrossEarth", "Click what you look for in the map; a right click ends")
        )
        self.undo_button = QToolButton(self)
        self.undo_button.setText(translate("CrossEarth", "Undo"))
        self.undo_button.setToolTip(translate("CrossEarth", "Forget the object clicked last"))
        default = round(engine_options.SIMILAR["threshold"].default)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.threshold_spin = QSpinBox(self)
        self.threshold_spin.setSuffix(" %")
        for field in (self.slider, self.threshold_spin):
            field.setMinimumWidth(60)
            field.setRange(0, 100)
            field.setValue(default)
            field.setAccessibleName(translate("CrossEarth", "Least similarity"))
            field.setToolTip(
                translate("CrossEarth", "How similar a place is at least that the canvas shows")
            )
        self.threshold_label = PlainLabel(self, translate("CrossEarth", "Least similarity"))
        self.form_combo = QComboBox(self)
        self.form_combo.addItem(translate("CrossEarth", "Outlines"), "outlines")
        self.form_combo.addItem(translate("CrossEarth", "Points"), "points")
        narrow(self.form_combo)
        self.form_combo.setAccessibleName(translate("CrossEarth", "Form of candidates"))
        self.candidates_button = QPushButton(translate("CrossEarth", "Keep Candidates"), self)
        self.candidates_button.setToolTip(
            translate("CrossEarth", "Write what the canvas shows as outlines or points in a layer")
        )
        for items in (
            (self.point_button, self.undo_button, None),
            (self.threshold_label, self.slider, self.threshold_spin),
            (self.form_combo, self.candidates_button, None),
        ):
            row = QHBoxLayout()
            for item in items:
                row.addStretch(1) if item is None else row.addWidget(item)
            self._column.addLayout(row)
        self._column.insertWidget(1, self.hint)
        self._column.insertWidget(2, self.run_progress)
        self._column.insertLayout(3, self._buttons)

    def _point_or_end(self) -> None:
        if self._tool is not None:
            self.end_pointing()
            return
        self._tool_before = self._canvas.mapTool()
        self._tool = PointTool(self._canvas)
        self._tool.pointed.connect(self._point)
        self._tool.ended.connect(self._end_soon)
        self._canvas.setMapTool(self._tool)
        self._tool.deactivated.connect(self._on_tool_left)
        self._mark()
        self.hint.set_text("")
        self._show()

    def _end_soon(self) -> None:
        # In an event of its own: the tool is in the middle of one.
        QTimer.singleShot(0, self.end_pointing)

    def _on_tool_left(self) -> None:
        # Another tool was chosen, which is the one to stay.
        self._tool_before = None
        self._end_soon()

    def _point(self, at: QgsPointXY) -> None:
        if self._raster is None:
            return
        try:
            crs = self._canvas.mapSettings().destinationCrs()
            way = QgsCoordinateTransform(crs, self._raster.crs(), QgsProject.instance())
            place = way.transform(at)
        except QgsCsException:
            place = None
        if place is None or not self._raster.extent().contains(place):
            self.hint.set_text(translate("CrossEarth", "There is no raster there."), WARNING)
            return
        self._objects.append(place)
        self.hint.set_text("")
        self._mark()
        self._show()

    def _undo(self) -> None:
        self._objects.pop()
        self._mark()
        self._show()

    def _mark(self) -> None:
        if self._tool is not None and self._raster is not None:
            way = self._way_to_canvas(self._raster)
            self._tool.mark([way.transform(place) for place in self._objects])

    def _way_to_canvas(self, raster: QgsRasterLayer) -> QgsCoordinateTransform:
        crs = self._canvas.mapSettings().destinationCrs()
        return QgsCoordinateTransform(raster.crs(), crs, QgsProject.instance())

    def _begin(self) -> None:
        ground = self._ask()
        raster = ground.raster
        output = self._new_file(raster, translate("CrossEarth", "similar places"))
        if output is None:
            return
        self._asked = {
            "INPUT": ground.value,
            "OBJECTS": self._layer_of_objects(raster),
            # Of an embedding raster its own vectors are compared, unless a model is asked for.
            "MODEL": "" if ground.model == model_places.DEFAULT_ID else ground.model,
        }
        self._origin = MapOrigin(
            raster.name(), ground.value, translate("CrossEarth", "similar places")
        )
        parameters = {
            **self._asked,
            "THRESHOLD": self.threshold_spin.value(),
            "OUTPUT": str(output),
        }
        self._run(self._provider.algorithm("similar"), parameters, self._origin.name)

    def _find_candidates(self) -> None:
        """Ask again, for what is similar enough; what the model has seen is kept."""
        layer = self._layer()
        if layer is None or self._runner.is_running:
            return
        output = Path(layer.source())
        parameters = {
            **self._asked,
            "THRESHOLD": self.threshold_spin.value(),
            "FORM": self.form_combo.currentData(),
            "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
            "CANDIDATES": str(free_path(output.with_name(f"{output.stem}_candidates.gpkg"))),
        }
        title = translate("CrossEarth", "Candidates – {name}").format(name=layer.name())
        self._run(self._provider.algorithm("similar"), parameters, title)

    def _take(self, results: dict[str, Any]) -> None:
        if "CANDIDATES" in results:
            self._add_candidates(results)
            return
        layer = QgsRasterLayer(results["OUTPUT"], self._origin.name)
        show_similarity(layer, self.threshold_spin.value())
        add_result_layers(layer, [], self._origin)
        self._layer_id = layer.id()
        self._tell(
            translate(
                "CrossEarth",
                "The redder, the more similar. Slide until the canvas shows what you look for, "
                "then keep the candidates.",
            )
        )

    def _add_candidates(self, results: dict[str, Any]) -> None:
        count, threshold = results["COUNT"], self.threshold_spin.value()
        text = one_or_many(
            count,
            translate("CrossEarth", "1 place is similar enough."),
            translate("CrossEarth", "{count} places are similar enough."),
        ).format(count=count)
        if count:
            name = translate("CrossEarth", "Candidates from {threshold} %")
            layer = QgsVectorLayer(results["CANDIDATES"], name.format(threshold=threshold))
            mark_as_result(layer)
            project = QgsProject.instance()
            project.addMapLayer(layer, False)
            project.layerTreeRoot().insertLayer(0, layer)
        self._tell(text, SUCCESS if count else INFO)

    def _layer_of_objects(self, raster: QgsRasterLayer) -> QgsVectorLayer:
        layer = QgsVectorLayer("Point", "objects", "memory")
        layer.setCrs(raster.crs())
        features = []
        for place in self._objects:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromPointXY(place))
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        return layer

    def _layer(self) -> QgsRasterLayer | None:
        """Return the raster of similarity, if it is still in the project."""
        return QgsProject.instance().mapLayer(self._layer_id)

    def _show_threshold(self) -> None:
        layer = self._layer()
        if layer is not None:
            show_similarity(layer, self.threshold_spin.value())
            layer.triggerRepaint()

    def _forget(self) -> None:
        """Begin anew, with no object."""
        self.end_pointing()
        self._objects, self._layer_id = [], ""
        self.hint.set_text("")
        self._show()

    def _show(self, *_signal: object) -> None:
        self._problem = self._raster_problem
        if not self._problem and not self._objects:
            self._problem = translate("CrossEarth", "Click one or a few objects first.")
        super()._show()
        count = len(self._objects)
        text = translate("CrossEarth", "Point at objects")
        if count:
            text = one_or_many(
                count,
                translate("CrossEarth", "1 object"),
                translate("CrossEarth", "{count} objects"),
            ).format(count=count)
        self.point_button.setText(text)
        self.point_button.setChecked(self._tool is not None)
        self.point_button.setEnabled(not self._raster_problem)
        self.undo_button.setVisible(bool(count))
        has_result = self._layer() is not None
        for widget in (self.threshold_label, self.slider, self.threshold_spin, self.form_combo):
            widget.setVisible(has_result)
        self.candidates_button.setVisible(has_result)
        self.candidates_button.setEnabled(not self._runner.is_running)
