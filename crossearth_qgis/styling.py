"""The look of a result in QGIS: the style that the engine wrote beside the raster."""

from __future__ import annotations

import logging

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
)

logger = logging.getLogger(__name__)


class SidecarStyle(QgsProcessingLayerPostProcessorInterface):
    """Applies the ``.qml`` beside a raster; Processing loads its results without it.

    Stateless and kept by the provider: QGIS holds no reference to a post-processor, and inside a
    model the algorithm that named it is gone before the layer is loaded.
    """

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
