"""What Processing's results become as layers: known as ours, and with the style beside the file."""

from __future__ import annotations

import logging

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)
from qgis.PyQt import sip

from .layers.result_layers import mark_as_change, mark_as_result
from .layers.similarity_style import show_similarity
from .layers.unfamiliarity_style import show_unfamiliarity
from .shared import options

logger = logging.getLogger(__name__)

_handed_over: list[ResultMark] = []


class ResultMark(QgsProcessingLayerPostProcessorInterface):
    """Has the panel know a layer as one that we have made."""

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        mark_as_result(layer)


class UnfamiliarityStyle(ResultMark):
    """Also colours a raster of unfamiliarity."""

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        show_unfamiliarity(layer)
        super().postProcessLayer(layer, context, feedback)


class SimilarityStyle(ResultMark):
    """Also colours a raster of similarity from a threshold on, percent."""

    def __init__(self, threshold: float | None) -> None:
        super().__init__()
        self._threshold = options.SIMILAR["threshold"].default if threshold is None else threshold

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        show_similarity(layer, self._threshold)
        super().postProcessLayer(layer, context, feedback)


class SidecarStyle(ResultMark):
    """Also applies the ``.qml`` beside a raster; Processing loads its results without it."""

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        message, is_loaded = layer.loadDefaultStyle()
        if is_loaded:
            layer.triggerRepaint()
        else:
            logger.warning("No style for %s: %s", layer.name(), message)
        # Last: a style may bring properties of its own, and take all others away.
        super().postProcessLayer(layer, context, feedback)


class ChangeStyle(SidecarStyle):
    """Also has the panel know that the classes are changes, and none of land cover."""

    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> None:
        super().postProcessLayer(layer, context, feedback)
        mark_as_change(layer)


def hand_over(details: QgsProcessingContext.LayerDetails, processor: ResultMark) -> None:
    """Have QGIS treat a layer with a new post-processor when it loads it.

    Each layer needs its own: QGIS deletes it with the context of the run. Until then only this
    module refers to it; inside a model even the algorithm is gone before the layer is loaded.
    """
    _handed_over[:] = [item for item in _handed_over if not sip.isdeleted(item)]
    _handed_over.append(processor)
    details.setPostProcessor(processor)
