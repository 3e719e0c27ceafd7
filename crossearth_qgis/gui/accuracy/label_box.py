"""Labelling: a walk through the points of a sample, with a key for each class, the maps hidden.

What is said of a point is in its layer at once. How far one is otherwise, what was skipped and in
which order, is for the project to keep.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QProgressBar, QSpinBox, QVBoxLayout, QWidget

from ...errors import SamplesNotWritable
from ...layers.class_legend import renamed_classes
from ...layers.layer_changes import change_signals
from ...layers.sample_points import (
    SamplePoint,
    are_sample_points,
    keep_open,
    label_point,
    missing_field,
    named_classes,
    read_points,
)
from ...layers.training_samples import SampleClass, classes_of_map, further_classes, next_color
from ...translation import translate
from ..widgets.hint import INFO, SUCCESS, WARNING
from ..widgets.plain_text import PlainLabel, as_markup
from ..widgets.walk import Place, Walk
from ..widgets.walk_box import WalkBox
from .class_keys import ClassKeys

# What the canvas shows around a point unless somebody asks for another width.
_VIEW_PIXELS, _LEAST_VIEW_M = 40, 60

logger = logging.getLogger(__name__)


class LabelBox(WalkBox):
    """A button that begins the walk, and while it lasts how far one is and what the keys do."""

    changed = pyqtSignal()
    """Another number of points is labelled, or a walk has begun or ended."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer: QgsVectorLayer | None = None
        self._maps: Sequence[QgsRasterLayer] = ()
        self._feature_ids: list[int] = []
        self._classes: list[SampleClass] = []
        self._let_go: Callable[[], None]  # since a walk has begun
        self._view_m = 0.0
        self._extent_before, self._crs_before = QgsRectangle(), QgsCoordinateReferenceSystem()
        self._has_ended = False
        self._is_writing = False
        # One look for all that is changed at once.
        self._look_again = QTimer(self)
        self._look_again.setSingleShot(True)
        self._look_again.setInterval(0)
        self._look_again.timeout.connect(self._refresh)
        self.view_label = PlainLabel(self, translate("CrossEarth", "&View"))
        self.view_spin = QSpinBox(self)
        self.view_spin.setRange(0, 100_000)
        self.view_spin.setSuffix(" m")
        self.view_spin.setSpecialValueText(translate("CrossEarth", "Automatic"))
        self.view_spin.setToolTip(
            as_markup(
                translate(
                    "CrossEarth",
                    "Width of what the canvas shows of each point. The same at all, so that none "
                    "is looked at more closely than others.",
                )
            )
        )
        self.view_label.setBuddy(self.view_spin)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(translate("CrossEarth", "Points that are labelled"))
        self.class_keys = ClassKeys(self)
        self.keys_label = PlainLabel(parent=self)
        self.keys_label.setWordWrap(True)
        self.keys_label.setText(
            translate("CrossEarth", "N next, B back, S cannot be told, U undo, Esc ends")
        )
        row = QHBoxLayout()
        row.addWidget(self.walk_button)
        row.addWidget(self.end_button)
        row.addStretch(1)
        view_row = QHBoxLayout()
        view_row.addWidget(self.view_label)
        view_row.addWidget(self.view_spin, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(view_row)
        layout.addLayout(row)
        for widget in (self.steps, self.bar, self.hint, self.class_keys, self.keys_label):
            layout.addWidget(widget)

    def set_up(self, canvas: QgsMapCanvas) -> None:
        """Tell where points are looked at; called once."""
        self._set_canvas(canvas)
        self.class_keys.class_chosen.connect(self._choose)
        QgsProject.instance().cleared.connect(self.stop)
        self._show()

    @property
    def labelled(self) -> int:
        """How many points have a class."""
        return len(self._walk.samples)

    @property
    def answers(self) -> dict[int, tuple[Place, str]]:
        """Where each point is and what is said of it, by the id of its feature."""
        walk = self._walk
        names = (walk.samples.get(index, ("", ""))[0] for index in range(len(walk.places)))
        return dict(zip(self._feature_ids, zip(walk.places, names)))

    @property
    def problem(self) -> str:
        """What keeps the points from being labelled; empty if nothing does."""
        field = "" if self._layer is None else missing_field(self._layer)
        if not field:
            return ""
        return translate(
            "CrossEarth",
            "The points have no field “{field}” any more. Undo that, or choose other points.",
        ).format(field=field)

    def set_points(self, layer: QgsVectorLayer | None, values: dict[str, Any]) -> None:
        """Label the points of another layer.

        Args:
            layer: of the points; None without any.
            values: what `state` has returned of this layer, if it was labelled before.
        """
        self.stop()
        if self._layer is not None:
            for signal in change_signals(self._layer):
                signal.disconnect(self._refresh_soon)
            self._layer.willBeDeleted.disconnect(self._forget)
        self._layer = layer
        if layer is not None:
            for signal in change_signals(layer):
                signal.connect(self._refresh_soon)
            layer.willBeDeleted.connect(self._forget)
        self._has_ended = False
        self._take_points(values)
        self._show()
        self.changed.emit()

    def set_maps(self, maps: Sequence[QgsRasterLayer]) -> None:
        """Tell which maps are judged: they are hidden, and their classes are on offer."""
        if list(maps) == list(self._maps):
            return
        self._maps = maps
        if self.is_walking:
            # What was hidden stays so: the point that is looked at has no class yet.
            self._view.hide_also([layer.id() for layer in maps])
            self._offer_classes()
            self._show_pixel()
        self._show()

    def state(self) -> dict[str, Any]:
        """Return what `set_points` brings back, beside the layer itself."""
        walk, ids = self._walk, self._feature_ids
        return {
            "point_id": ids[walk.index] if ids else None,
            "skipped_ids": [ids[index] for index in sorted(walk.skipped)],
            "done_ids": [ids[index] for index in walk.order],
            "keys": walk.keys,
        }

    def stop(self) -> None:
        """Leave the canvas; what was said stays.

        The canvas shows what it showed before: the maps are not to say what is at a point that
        is open.
        """
        if not self.is_walking:
            return
        self._has_ended = True
        super().stop()
        self._let_go()
        if self._canvas.mapSettings().destinationCrs() == self._crs_before:
            self._canvas.setExtent(self._extent_before)
            self._canvas.refresh()
        self.changed.emit()

    @property
    def _steps_of_walk(self) -> tuple[str, ...]:
        return "back", "next", "skip", "undo"  # the maps stay hidden

    def _take_points(self, values: dict[str, Any]) -> None:
        """Read the points, and find in them what was answered, here or elsewhere."""
        self._look_again.stop()
        is_readable = self._layer is not None and are_sample_points(self._layer)
        points = read_points(self._layer) if is_readable else []
        crs = "" if self._layer is None else self._layer.crs().toWkt()
        self._feature_ids = [point.feature_id for point in points]
        self._walk = _walk_of(points, crs, values)

    def _refresh_soon(self, *_values: object) -> None:
        if not self._is_writing:
            self._look_again.start()

    def _refresh(self) -> None:
        """Look again at the points: they were changed elsewhere, as in the layer's table."""
        if self._layer is None:
            return
        self._has_ended = False
        before = self._walk.current
        self._take_points(self.state())
        if self.is_walking and not self._walk.places:
            self.stop()
        elif self.is_walking:
            self._offer_classes()
            if self._walk.current != before:
                self._look()
        self._show()
        self.changed.emit()

    def _forget(self) -> None:
        self._layer = None
        self._look_again.stop()

    def _begin(self) -> None:
        """Take the canvas, and look at the point that is next."""
        # What another program has written into the file is told by no signal.
        self._refresh()
        self._take_canvas()

    def _take_canvas(self) -> None:
        if self._layer is None:
            return
        settings = self._canvas.mapSettings()
        self._extent_before, self._crs_before = self._canvas.extent(), settings.destinationCrs()
        self._view_m = self._metres_to_show()
        self._walk.go_to_open()  # also one that was done before, whose label is gone
        self._let_go = keep_open(self._layer)
        self._view.take([layer.id() for layer in self._maps])
        self._offer_classes()
        self._look()
        self.changed.emit()

    def _offer_classes(self) -> None:
        """Offer all classes that maps and points know; one that has a key keeps it."""
        known = further_classes(
            (), [item for layer in self._maps for item in classes_of_map(layer)]
        )
        # What a map's file calls a class that was renamed in the legend is no other class.
        renamed = {old: new for layer in self._maps for old, new in renamed_classes(layer).items()}
        self._walk.keys = list(dict.fromkeys(renamed.get(key, key) for key in self._walk.keys))
        names = [] if self._layer is None else named_classes(self._layer)
        names = [name for name in names if name not in renamed]
        known += further_classes(known, [SampleClass(name, next_color(known)) for name in names])
        self._walk.offer([item.name for item in known])
        colors = {item.name: item.color for item in known}
        self._classes = [
            SampleClass(name, colors.get(name, next_color(known))) for name in self._walk.keys
        ]
        self.class_keys.set_classes(self._classes)

    def _look(self) -> None:
        """Go to the point, as near as to all others."""
        place = self._walk.current
        if place is None or not self._view.is_taken:
            return
        at = self._view.to_canvas(QgsPointXY(place.x, place.y), self._crs())
        settings = self._canvas.mapSettings()
        width = self._view_m * _per_metre(settings.destinationCrs())
        height = width * self._canvas.height() / max(1, self._canvas.width())
        self._canvas.setExtent(QgsRectangle.fromCenterAndSize(at, width, height))
        self._view.show_place(at)
        self._show_pixel()
        self._show()

    def _show_pixel(self) -> None:
        """Show which pixel is asked about."""
        place = self._walk.current
        if place is not None:
            self._view.show_outline(self._pixel(QgsPointXY(place.x, place.y)))

    def _metres_to_show(self) -> float:
        """Return how wide a piece of ground the canvas is to show of every point."""
        metres = float(self.view_spin.value())
        if not metres:
            sizes = [layer.rasterUnitsPerPixelX() / _per_metre(layer.crs()) for layer in self._maps]
            metres = max(_LEAST_VIEW_M, _VIEW_PIXELS * max(sizes, default=0))
        return metres

    def _pixel(self, at: QgsPointXY) -> QgsGeometry:
        """Return the pixel of the map that a point speaks of, in the CRS of the canvas."""
        if not self._maps:
            return QgsGeometry()
        layer, project = self._maps[0], QgsProject.instance()
        try:
            centre = QgsCoordinateTransform(self._crs(), layer.crs(), project).transform(at)
            box = QgsRectangle.fromCenterAndSize(
                centre, layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()
            )
            pixel = QgsGeometry.fromRect(box)
            pixel.transform(self._view.transform(layer.crs()))
        except QgsCsException:
            return QgsGeometry()
        return pixel

    def _answer(self, class_name: str) -> None:
        walk = self._walk
        if self._say(walk.index, class_name):
            was_over = walk.is_over
            walk.answer(class_name, "")
            self._go_to_next(was_over=was_over)

    def _skip(self) -> None:
        was_over = self._walk.is_over
        if self._walk.index not in self._walk.samples:
            self._walk.skip()
        self._go_to_next(was_over=was_over)

    def _undo(self) -> None:
        walk = self._walk
        last = walk.order[-1] if walk.order else None
        if last is None or (last in walk.samples and not self._say(last, "")):
            return
        walk.undo()
        # Of the last point one may think again when the walk is over.
        self._look() if self.is_walking else self._take_canvas()

    def _say(self, index: int, class_name: str) -> bool:
        """Write what is at a point; tell and return False if that cannot be."""
        if self._layer is None:
            return False
        self._is_writing = True
        try:
            label_point(self._layer, self._feature_ids[index], class_name)
        except SamplesNotWritable as error:
            self._refresh()
            self.hint.set_text(str(error), WARNING)
            return False
        finally:
            self._is_writing = False
        return True

    def _go_to_next(self, *, was_over: bool) -> None:
        """Look at the next point; the last one ends the walk, unless all were done before."""
        if self._walk.is_over and not was_over:
            self.stop()
            return
        if was_over:
            self._walk.go(1)
        self._look()
        self.changed.emit()

    def _show(self) -> None:
        """Show where the walk is and what can be done."""
        walk = self._walk
        text = translate("CrossEarth", "&Label Points")
        if walk.order:
            text = translate("CrossEarth", "Go On")
            if walk.is_over:
                text = translate("CrossEarth", "Look Again")
        self._show_buttons(text, at_rest=("undo",) if walk.places and walk.is_over else ())
        self.walk_button.setToolTip(
            as_markup(
                translate(
                    "CrossEarth",
                    "Go from point to point, key by key; the maps are hidden meanwhile, so that "
                    "they do not lead you",
                )
            )
        )
        self.walk_button.setEnabled(bool(walk.places))
        for widget in (self.view_label, self.view_spin):
            widget.setVisible(not self.is_walking)
        self.bar.setVisible(bool(walk.places))
        self.bar.setRange(0, max(1, len(walk.places)))
        self.bar.setValue(len(walk.order))
        for widget in (self.class_keys, self.keys_label):
            widget.setVisible(self.is_walking)
        if self.is_walking:
            self.class_keys.choose(walk.current_class, self._classes)
            self.hint.set_text(self._point_text(), INFO)
        else:
            severity = SUCCESS if walk.is_over else INFO
            self.hint.set_text(self._rest_text(), WARNING if self.problem else severity)

    def _point_text(self) -> str:
        walk = self._walk
        text = translate("CrossEarth", "Point {number} of {count}, {done} done.")
        text = text.format(number=walk.index + 1, count=len(walk.places), done=len(walk.order))
        return " ".join([text, *self._state_sentences()])

    def _rest_text(self) -> str:
        walk = self._walk
        if self.problem or not walk.places:
            return self.problem
        text = translate("CrossEarth", "{done} of {count} points are labelled.")
        if walk.skipped:
            text = translate(
                "CrossEarth", "{done} of {count} points are labelled, {skipped} skipped."
            )
        text = text.format(
            done=len(walk.samples), count=len(walk.places), skipped=len(walk.skipped)
        )
        if self._has_ended and not walk.is_over:
            text = f"{text} " + translate("CrossEarth", "The maps are shown again.")
        return text


def _walk_of(points: Sequence[SamplePoint], crs: str, values: dict[str, Any]) -> Walk:
    """Return the walk through points as it was, with what is said of them by now.

    Args:
        points: all that there are; others may have come and gone.
        crs: of the points, as WKT.
        values: what `LabelBox.state` has returned.
    """
    walk = Walk([Place(point.at.x(), point.at.y()) for point in points], crs)
    walk.samples = {
        index: (point.class_name, "") for index, point in enumerate(points) if point.class_name
    }
    numbers = {point.feature_id: index for index, point in enumerate(points)}
    order: list[int] = []
    last_id = None
    try:
        walk.keys = [str(name) for name in values.get("keys", ())]
        walk.skipped = {numbers[i] for i in values.get("skipped_ids", ()) if i in numbers}
        order = [numbers[i] for i in dict.fromkeys(values.get("done_ids", ())) if i in numbers]
        last_id = None if values.get("point_id") is None else int(values["point_id"])
    except (ValueError, TypeError):
        logger.exception("How far the points are labelled is not understood")
    walk.skipped -= walk.samples.keys()
    done = walk.samples.keys() | walk.skipped
    order = [index for index in order if index in done]
    walk.order = [*sorted(done.difference(order)), *order]
    if last_id in numbers:
        walk.index = numbers[last_id]
    else:
        # The next open one: of a point that is gone, those that came after it are next.
        later = [i for i, point in enumerate(points) if point.feature_id > (last_id or 0)]
        walk.index = next((i for i in [*later, *range(len(points))] if i not in done), 0)
    return walk


def _per_metre(crs: QgsCoordinateReferenceSystem) -> float:
    """Return how many units of a CRS a metre has; degrees as at the equator."""
    if not crs.isValid():
        return 1.0
    metre = QgsUnitTypes.DistanceUnit.DistanceMeters
    return float(QgsUnitTypes.fromUnitToUnitFactor(metre, crs.mapUnits()))
