"""A run that was started: what its map is of, what becomes of it in the project, how it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...layers import map_files
from ...layers.result_layers import (
    MapOrigin,
    add_result_layers,
    move_layers,
    take_previews,
)
from ...processing.outputs import outputs
from ...translation import translate
from ..background import FileTask


@dataclass(frozen=True)
class MapRun:
    """A run of the panel.

    Attributes:
        origin: what its map is of.
        path: of the map.
        samples_id: of the layer of samples that the map is not to hide; empty: of none.
        is_temporary: whether QGIS deletes the map in the end.
        is_resumable: whether a canceled run leaves what the next one goes on with.
    """

    origin: MapOrigin
    path: Path
    samples_id: str = ""
    is_temporary: bool = False
    is_resumable: bool = False

    @property
    def is_passing(self) -> bool:
        """Whether the map goes unless somebody keeps it."""
        return self.is_temporary or bool(self.origin.preview)

    def add_layers(self, results: dict[str, Any]) -> QgsRasterLayer:
        """Add what was made to the project and return the layer of the map.

        A preview takes the place of the one before, which is deleted.

        Args:
            results: the outputs of ``crossearth:segment``.
        """
        if self.origin.preview:
            for path in take_previews(self.origin.raster_id):
                map_files.remove(map_files.files_of(path))
        name = self.origin.name
        others = [
            item.layer(results[item.name], name)
            for item in outputs()
            if item.title and results.get(item.name)
        ]
        class_map = QgsRasterLayer(results["OUTPUT"], name)
        add_result_layers(class_map, others, self.origin, self.samples_id)
        return class_map


def is_in_view(layer: QgsRasterLayer, canvas: QgsMapCanvas) -> bool:
    """Return whether the canvas shows where a layer is; True where it shows nothing yet."""
    view = canvas.mapSettings().visibleExtent()
    extent = canvas.mapSettings().layerExtentToOutputExtent(layer, layer.extent())
    return view.isEmpty() or view.intersects(extent)


class KeepTask(FileTask):
    """Copies a temporary map with all that belongs to it, and has its layers show the copy.

    Args:
        run: has made the map.
        target: of the map; nothing has this name.
    """

    def __init__(self, run: MapRun, target: Path) -> None:
        title = translate("CrossEarth", "Keeping the map {name}").format(name=target.name)
        super().__init__(title, self._copy, can_cancel=True)
        self.map_run = run
        self.target = target
        self._copies: dict[Path, Path] = {}

    def _copy(self) -> None:
        self._copies = map_files.copy_map(self.map_run.path, self.target, self.isCanceled)

    def finished(self, is_successful: bool) -> None:
        if is_successful:
            move_layers(self._copies)
        super().finished(is_successful)


def ask_where_to_keep(run: MapRun, folder: Path, parent: QWidget) -> Path | None:
    """Have the user choose a file for a temporary map; None: none.

    Args:
        run: has made the map.
        folder: to offer.
        parent: of the dialog.
    """
    offered = map_files.free_path(folder / run.path.name)
    chosen, _filter = QFileDialog.getSaveFileName(
        parent,
        translate("CrossEarth", "Keep This Map"),
        str(offered),
        translate("CrossEarth", "GeoTIFF (*.tif *.tiff)"),
        options=QFileDialog.Option.DontConfirmOverwrite,
    )
    return map_files.free_path(map_files.as_geotiff(Path(chosen))) if chosen else None
