"""Groups without samples: a number, a button, and the groups are samples that want a name.

``crossearth:kmeans`` finds them; naming is the business of the table of classes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsProcessingProvider,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSpinBox, QWidget

from ...layers import training_samples
from ...layers.ground import pixel_size_m
from ...layers.result_layers import MapOrigin, add_result_layers
from ...layers.training_samples import SampleClass
from ...processing.kmeans import groups_name, option_rows
from ...shared import options as engine_options
from ...shared import products
from ...translation import translate
from ..forms import present
from ..widgets.hint import SUCCESS
from ..widgets.run_box import RunBox, narrow
from ..widgets.visible_extent import visible_extent

CLASS_FIELD = "class_name"
"""Of the polygons of a map, the field with the name of the class."""

_ARE_GROUPS = "crossearth/are_groups"
# Patches of groups that are smaller are specks, which nobody wants to name: pixels.
_SMALLEST_PATCH = 50


@dataclass(frozen=True)
class Ground:
    """What to look at, and by what.

    Attributes:
        raster: its layer.
        value: of it, for algorithms.
        model: that sees it, its id or path.
        dates: parameters for other dates of the same place.
    """

    raster: QgsRasterLayer
    value: str
    model: str
    dates: Mapping[str, Any]


class GroupsBox(RunBox):
    """How many groups, of what, and what to see of them afterwards."""

    found = pyqtSignal(QgsVectorLayer)
    """Polygons of groups, in the project: samples whose classes want a name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(translate("CrossEarth", "Groups without samples"))
        self._run_text = translate("CrossEarth", "Find Groups")
        self._samples_id = ""
        self._chosen = ""
        limits = engine_options.KMEANS["groups"]
        self.count_spin = QSpinBox(self)
        self.count_spin.setRange(round(limits.minimum or 1), round(limits.maximum or 100))
        self.count_spin.setValue(limits.default)
        present({row.argument: row for row in option_rows()}["groups"], self.count_spin)
        self.area_combo = QComboBox(self)
        self.area_combo.addItem(translate("CrossEarth", "What the canvas shows"), "canvas")
        self.area_combo.addItem(translate("CrossEarth", "The whole raster"), "all")
        self.area_combo.setToolTip(
            translate("CrossEarth", "Where groups are found; the model is the one to start from")
        )
        self.only_box = QCheckBox(translate("CrossEarth", "Show the chosen group only"), self)
        self.only_box.setToolTip(
            translate("CrossEarth", "Choose groups in the table one by one, to see what they are")
        )
        narrow(self.area_combo)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(translate("CrossEarth", "Number of groups"), self.count_spin)
        form.addRow(translate("CrossEarth", "Where"), self.area_combo)
        self._column.addLayout(form)
        self._column.addWidget(self.hint)
        self._column.addWidget(self.only_box)
        self._column.addWidget(self.run_progress)
        self._column.addLayout(self._buttons)
        self.only_box.toggled.connect(self._show_chosen)
        self.only_box.hide()
        self._show()

    def set_up(
        self, provider: QgsProcessingProvider, canvas: QgsMapCanvas, ask: Callable[[], Ground]
    ) -> None:
        """Tell what groups are found with; called once.

        Args:
            provider: holds the algorithm.
            canvas: what it shows may be asked about.
            ask: says what to find groups in; asked when a run begins.
        """
        self._provider, self._canvas, self._ask = provider, canvas, ask

    def set_samples(self, layer: QgsVectorLayer | None) -> None:
        """Tell which samples are worked with; groups among them can be looked at one by one."""
        layer_id = "" if layer is None else layer.id()
        if layer_id == self._samples_id:
            return
        self.only_box.setChecked(False)  # the one before is whole again
        self._samples_id = layer_id
        self.only_box.setVisible(layer is not None and bool(layer.customProperty(_ARE_GROUPS)))

    def show_group(self, name: str) -> None:
        """Tell which group is chosen."""
        self._chosen = name
        if self.only_box.isChecked():
            self._show_chosen()

    def _begin(self) -> None:
        ground = self._ask()
        count, raster = self.count_spin.value(), ground.raster
        title = translate("CrossEarth", "{count} groups").format(count=count)
        output = self._new_file(raster, title)
        if output is None:
            return
        ending = products.PRODUCTS["polygons"].ending
        self._origin = MapOrigin(raster.name(), ground.value, title)
        parameters: dict[str, Any] = {
            "INPUT": ground.value,
            **ground.dates,
            "MODEL": ground.model,
            "GROUPS": count,
            "MIN_AREA": _smallest_patch(raster),
            "OUTPUT": str(output),
            "POLYGONS": str(output.with_name(output.stem + ending)),
        }
        if self.area_combo.currentData() == "canvas":
            parameters["EXTENT"] = visible_extent(raster, self._canvas)
        name = groups_name(raster.name(), count)
        self._run(self._provider.algorithm("kmeans"), parameters, name)

    def _take(self, results: dict[str, Any]) -> None:
        name = self._origin.name
        groups = QgsRasterLayer(results["OUTPUT"], name)
        add_result_layers(groups, [], self._origin)
        rows = [row for row in json.loads(results["AREAS"]) if row["pixels"]]
        polygons = QgsVectorLayer(results["POLYGONS"], name)
        polygons.setCustomProperty(_ARE_GROUPS, True)
        classes = [SampleClass(row["name"], row["color"]) for row in rows]
        training_samples.adopt(polygons, CLASS_FIELD, classes)
        project = QgsProject.instance()
        project.addMapLayer(polygons, False)
        root = project.layerTreeRoot()
        root.insertLayer(0, polygons).setExpanded(False)
        # What a group is can be seen in the imagery, which the map would hide.
        root.findLayer(groups.id()).setItemVisibilityChecked(False)
        self._tell(
            translate(
                "CrossEarth",
                "{count} groups. Say in the table what each is; groups of one name become one "
                "class. Delete what is typical of nothing, then adapt.",
            ).format(count=len(rows)),
            SUCCESS,
        )
        self.found.emit(polygons)

    def _show_chosen(self) -> None:
        """Have the polygons of the chosen group shown, or all."""
        layer = QgsProject.instance().mapLayer(self._samples_id)
        renderer = None if layer is None else layer.renderer()
        if not isinstance(renderer, QgsCategorizedSymbolRenderer):
            return
        is_known = self._chosen in [str(item.value()) for item in renderer.categories()]
        shown = renderer.clone()
        for index, category in enumerate(renderer.categories()):
            is_chosen = not is_known or str(category.value()) == self._chosen
            shown.updateCategoryRenderState(index, is_chosen or not self.only_box.isChecked())
        layer.setRenderer(shown)
        layer.triggerRepaint()


def _smallest_patch(raster: QgsRasterLayer) -> float:
    """Return the least area of a patch, m²; in pixels where nobody knows how large these are."""
    size = raster.rasterUnitsPerPixelX(), raster.rasterUnitsPerPixelY()
    context = QgsProject.instance().transformContext()
    size_m = pixel_size_m(raster.crs(), raster.extent().center(), size, context)
    return _SMALLEST_PATCH * (1.0 if size_m is None else size_m**2)
