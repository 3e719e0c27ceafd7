"""Which rasters of the project are other dates of the chosen one: a button with a list to tick.

What is ticked is kept with the layer: each page takes the same dates of a raster, and a project
brings them back.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ...layers import raster_source
from ...layers.result_layers import is_result
from ...processing.dates import DATES, align_row
from ...shared import options as engine_options
from ...translation import translate
from .plain_text import as_markup

KEPT_DATES = "crossearth/dates"
"""Property of a layer: the ids of those that are its other dates."""
_KEPT_ALIGN = "crossearth/dates_align"


class DatesButton(QToolButton):
    """Opens a menu of the project's other rasters; shows how many are ticked."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsRasterLayer | None = None
        self.setIcon(QgsApplication.getThemeIcon("/propertyicons/temporal.svg"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(translate("CrossEarth", "Other dates of the same place"))
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        self._show()

    def set_layer(self, layer: QgsRasterLayer | None) -> None:
        """Show the dates of another raster; one that is no layer of the project has none."""
        is_in_project = layer is not None and QgsProject.instance().mapLayer(layer.id()) is not None
        self._layer = layer if is_in_project else None
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        # Another page may have ticked something meanwhile.
        self._show()
        super().showEvent(event)

    def parameters(self) -> dict[str, Any]:
        """Return ``DATES`` and ``ALIGN`` as they are set; nothing where no date is ticked."""
        ids = self._ids()
        if not ids:
            return {}
        align = self._align()
        is_default = align == engine_options.SEGMENT["align"].default
        return {DATES: ids, **({} if is_default else {"ALIGN": align})}

    def _ids(self) -> list[str]:
        """Return the ids of the layers that are ticked and still there."""
        kept = [] if self._layer is None else self._layer.customProperty(KEPT_DATES) or []
        project = QgsProject.instance()
        return [layer_id for layer_id in kept if project.mapLayer(layer_id) is not None]

    def _align(self) -> str:
        default = engine_options.SEGMENT["align"].default
        kept = None if self._layer is None else self._layer.customProperty(_KEPT_ALIGN)
        return kept if kept in engine_options.SEGMENT["align"].choices else default

    def _show(self) -> None:
        count = len(self._ids())
        # An icon alone where there is nothing to tell.
        styles = Qt.ToolButtonStyle
        self.setText(str(count) if count else "")
        self.setToolButtonStyle(
            styles.ToolButtonTextBesideIcon if count else styles.ToolButtonIconOnly
        )
        self.setEnabled(self._layer is not None)
        self.setToolTip(
            as_markup(
                translate(
                    "CrossEarth",
                    "Other dates of the same place: rasters of the project that are one input with "
                    "this one, such as crops in other seasons",
                )
            )
        )

    def _fill(self) -> None:
        self._menu.clear()
        ticked = self._ids()
        for layer in _rasters():
            if layer == self._layer:
                continue
            action = self._menu.addAction(layer.name().replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(layer.id() in ticked)
            action.setData(layer.id())
            action.toggled.connect(self._keep)
        if self._menu.isEmpty():
            none = self._menu.addAction(translate("CrossEarth", "No other raster in the project"))
            none.setEnabled(False)
            return
        self._add_alignment()

    def _add_alignment(self) -> None:
        row = align_row()
        self._menu.addSeparator()
        menu = self._menu.addMenu(row.label)
        for value in engine_options.SEGMENT["align"].choices:
            action = menu.addAction(row.choices[value])
            action.setCheckable(True)
            action.setChecked(value == self._align())
            action.triggered.connect(partial(self._keep_align, value))

    def _keep(self) -> None:
        if self._layer is None:
            return
        ticked = [action.data() for action in self._menu.actions() if action.isChecked()]
        self._layer.setCustomProperty(KEPT_DATES, ticked)
        QgsProject.instance().setDirty()
        self._show()
        self.changed.emit()

    def _keep_align(self, value: str, *_signal: object) -> None:
        if self._layer is not None:
            self._layer.setCustomProperty(_KEPT_ALIGN, value)
            QgsProject.instance().setDirty()
            self.changed.emit()


def _rasters() -> list[QgsRasterLayer]:
    """Return the rasters of the project that are files and no maps of ours, by name."""
    found = [
        layer
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsRasterLayer)
        and layer.isValid()
        and not is_result(layer)
        and not raster_source.needs_rendering(layer)
    ]
    return sorted(found, key=lambda layer: layer.name())
