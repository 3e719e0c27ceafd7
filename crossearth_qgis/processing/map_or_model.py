"""MapOrModelAlgorithm: what algorithms share that take a map, or a raster to be mapped first."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterLayer,
)

from ..models import catalog
from ..translation import translate
from .base import EngineAlgorithm
from .parameters import device_arguments, model_parameter


class MapOrModelAlgorithm(EngineAlgorithm):
    """An algorithm that is given a map; or a raster, and the model that maps it first."""

    MAP = "MAP"
    RASTER = "RASTER"
    MODEL = "MODEL"
    DEVICE = "DEVICE"

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        has_map = self.parameterAsRasterLayer(parameters, self.MAP, context) is not None
        has_raster = self.parameterAsRasterLayer(parameters, self.RASTER, context) is not None
        if has_map == has_raster:
            return False, translate(
                "CrossEarth", "Give either a map, or a raster and the model that maps it."
            )
        return super().checkParameterValues(parameters, context)

    def map_or_model_parameters(self) -> list[QgsProcessingParameterDefinition]:
        """Return the parameters for a raster and its model; the map has a name of its own."""
        model = model_parameter(self.MODEL)
        model.setDescription(translate("CrossEarth", "Model that maps the raster"))
        raster = QgsProcessingParameterRasterLayer(
            self.RASTER, translate("CrossEarth", "Or a raster that a model maps"), optional=True
        )
        return [raster, model]

    def map_or_model_arguments(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """Return what the engine is told of the map, or of the raster, its model and the device.

        Raises:
            QgsProcessingException: if the layer is no file.
        """
        if self.parameterAsRasterLayer(parameters, self.MAP, context) is not None:
            return self.map_arguments(parameters, self.MAP, context)
        raster = self.raster(parameters, self.RASTER, context)
        model = self.parameterAsString(parameters, self.MODEL, context)
        return {
            "raster": raster.path,
            **raster.said,
            "model": catalog.engine_name(model),
            **device_arguments(self, self.DEVICE, parameters, context),
        }
