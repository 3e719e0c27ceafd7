"""The samples that are worked with: their layer and field, their classes, and how much is drawn.

Knows no widgets. Classes come from the samples themselves and, as suggestions, from elsewhere: a
suggestion that is drawn, or changed, becomes a class of the samples.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...layers import training_samples
from ...layers.layer_changes import change_signals
from ...layers.training_samples import SampleClass, SampleCount, SampleSummary

# Counting waits until drawing rests for a moment.
_PAUSE_MS = 300
# So long QGIS waits while samples are counted, some hundreds of them; so few are counted at once.
_SLICE_S = 0.01
_FEW = 20


class Samples(QObject):
    """A layer with a field for the class; none to begin with.

    Attributes:
        layer: of the samples.
        field: that holds their class.
        classes: of the samples, then those that are suggested.
        counts: of what is drawn on the raster, by class.
        advice: sentences on what is worth mending.
        is_counting: whether counts and advice are to come; `changed` follows then.
        dismissed: names of classes that nobody wants to be suggested.
    """

    changed = pyqtSignal()
    """Classes, counts or advice may be others."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.layer: QgsVectorLayer | None = None
        self.field = ""
        self.classes: list[SampleClass] = []
        self.counts: dict[str, SampleCount] = {}
        self.advice: list[str] = []
        self.dismissed: set[str] = set()
        self._raster: QgsRasterLayer | None = None
        self._offers: list[SampleClass] = []
        self._suggested: list[SampleClass] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.refresh)
        self._counting: Iterator[SampleSummary | None] = iter(())
        self.is_counting = False
        self._counted = ("", "", "")  # of which layer, field and raster the counts are
        self._next_slice = QTimer(self)
        self._next_slice.setSingleShot(True)
        self._next_slice.timeout.connect(self._count)

    @property
    def are_there(self) -> bool:
        """Whether there is a layer with a field for the class."""
        return self.layer is not None and bool(self.field)

    @property
    def can_undo(self) -> bool:
        """Whether something was drawn, or edited, that has not been saved."""
        layer = self.layer
        return layer is not None and layer.isEditable() and layer.undoStack().canUndo()

    def set_layer(self, layer: QgsVectorLayer | None) -> None:
        """Work with another layer; the field has to be told after that."""
        if self.layer is not None:
            for signal in change_signals(self.layer):
                signal.disconnect(self._refresh_soon)
            self.layer.willBeDeleted.disconnect(self._forget)
        self.layer, self.field = layer, ""
        if layer is not None:
            for signal in change_signals(layer):
                signal.connect(self._refresh_soon)
            layer.willBeDeleted.connect(self._forget)

    def set_field(self, field: str) -> None:
        """Take the class from another field."""
        self.field = field
        self.refresh()

    def set_surroundings(
        self, raster: QgsRasterLayer | None, offers: Sequence[SampleClass]
    ) -> None:
        """Tell on which raster the samples are drawn, and which classes are suggested for it."""
        self._raster, self._offers = raster, list(offers)
        self.refresh()

    def refresh(self) -> None:
        """Look again at what there is; of many samples the counts follow in other events."""
        own: list[SampleClass] = []
        self._suggested = []
        self._counting = iter(())
        raster_id = "" if self._raster is None else self._raster.id()
        counted = ("" if self.layer is None else self.layer.id(), self.field, raster_id)
        if counted != self._counted:
            self._counted, self.counts, self.advice = counted, {}, []
        if self.layer is not None and self.field:
            own = training_samples.read_classes(self.layer, self.field, self._offers)
            if training_samples.is_ours(self.layer) or self.layer.isEditable():
                training_samples.add_classes(self.layer, self.field, own)
            offers = [item for item in self._offers if item.name not in self.dismissed]
            self._suggested = training_samples.further_classes(own, offers)
            if self._raster is not None:
                self._counting = training_samples.summaries(
                    self.layer, self.field, self._raster, QgsProject.instance()
                )
        self.classes = [*own, *self._suggested]
        self._count()
        if self.is_counting:
            self.changed.emit()

    def _count(self) -> None:
        """Count for a moment; `changed` follows when all are counted."""
        self.is_counting = True
        end = time.thread_time() + _SLICE_S
        for number, summary in enumerate(self._counting):
            if summary is not None:
                self.counts, self.advice = summary.counts, training_samples.advice(summary)
            elif number > _FEW and time.thread_time() > end:
                self._next_slice.start()
                return
        self.is_counting = False
        self.changed.emit()

    def set_classes(self, classes: Sequence[SampleClass]) -> None:
        """Make classes those of the samples; what is only suggested stays a suggestion."""
        if self.layer is not None:
            own = [item for item in classes if item not in self._suggested]
            training_samples.set_classes(self.layer, self.field, own)
        self.refresh()

    def rename_class(self, old: str, classes: Sequence[SampleClass], new: str) -> None:
        """Give a class another name, with all that was drawn of it.

        Args:
            old: its name.
            classes: all of them, the renamed one with its new name.
            new: its new name.

        Raises:
            SamplesNotWritable: if the layer cannot hold it.
        """
        if self.layer is not None:
            training_samples.rename_class(self.layer, self.field, old, new)
        self.dismissed.add(old)
        self.set_classes(classes)

    def merge_class(self, name: str, into: str) -> None:
        """Have all that was drawn of a class be of another one, unsaved, so that it can be undone.

        Raises:
            SamplesNotWritable: if the layer cannot hold it.
        """
        if self.layer is not None:
            training_samples.merge_class(self.layer, self.field, name, into)
        self.dismissed.add(name)
        self.set_classes([item for item in self.classes if item.name != name])

    def remove_class(self, item: SampleClass) -> None:
        """Have a class no longer listed, of which nothing is drawn."""
        self.dismissed.add(item.name)
        self.set_classes([other for other in self.classes if other != item])

    def draw(self, item: SampleClass) -> None:
        """Have what is drawn from here on be of a class.

        Raises:
            SamplesNotWritable: if the layer cannot hold it.
        """
        if self.layer is None:
            return
        training_samples.draw_as(self.layer, self.field, item.name)
        self._adopt(item)

    def add(
        self, item: SampleClass, outline: QgsGeometry, crs: QgsCoordinateReferenceSystem
    ) -> str:
        """Draw a sample of a class, and return it as `take_back` takes it.

        Raises:
            SamplesNotWritable: if the layer cannot hold it.
        """
        if self.layer is None:
            return ""
        sample = training_samples.add_sample(self.layer, self.field, item.name, outline, crs)
        self._adopt(item)
        return sample

    def take_back(self, class_name: str, sample: str) -> None:
        """Remove what was added."""
        if self.layer is not None:
            training_samples.remove_sample(self.layer, self.field, class_name, sample)

    def has(self, class_name: str, sample: str) -> bool:
        """Return whether what was added is there; also true where no layer tells."""
        if self.layer is None or self.field not in self.layer.fields().names():
            return True
        return training_samples.has_sample(self.layer, self.field, class_name, sample)

    def undo(self) -> None:
        """Take back what was drawn last, or another edit that has not been saved."""
        if self.layer is not None and self.layer.isEditable():
            self.layer.undoStack().undo()

    def _adopt(self, item: SampleClass) -> None:
        """Make a suggestion that is drawn a class of the samples."""
        layer = self.layer
        if layer is not None and item in self._suggested and training_samples.is_ours(layer):
            self._suggested.remove(item)
            self.set_classes(self.classes)

    def _refresh_soon(self, *_values: object) -> None:
        self._timer.start()

    def _forget(self) -> None:
        self.layer, self.field = None, ""
        self._next_slice.stop()
