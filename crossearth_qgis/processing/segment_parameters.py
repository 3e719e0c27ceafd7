"""The parameters of crossearth:segment that a batch of rasters does not have."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..translation import translate
from .parameters import extent_parameter, model_parameter


def input_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the raster, the model and the part of the raster that is wanted."""
    raster = QgsProcessingParameterRasterLayer("INPUT", translate("CrossEarth", "Input raster"))
    raster.setHelp(
        translate(
            "CrossEarth",
            "The imagery: aerial, drone or satellite. What is not a file, such as a web map, "
            "is fetched first, at the pixel size of the model and for the asked extent.",
        )
    )
    bands = QgsProcessingParameterBand(
        "BANDS",
        translate("CrossEarth", "Bands for the model, in its order"),
        parentLayerParameterName="INPUT",
        optional=True,
        allowMultiple=True,
    )
    bands.setHelp(
        translate(
            "CrossEarth",
            "Which bands stand for the model's inputs, for instance red, green, blue. Empty: "
            "by the colours that the file names, else the first ones. In scripts, and for "
            "qgis_process: 3,2,1.",
        )
    )
    return [raster, model_parameter("MODEL"), bands, extent_parameter("EXTENT")]


def output_parameter() -> QgsProcessingParameterDefinition:
    """Return the class raster, the one file that a run has to write."""
    output = QgsProcessingParameterRasterDestination(
        "OUTPUT", translate("CrossEarth", "Class raster")
    )
    output.setHelp(
        translate(
            "CrossEarth",
            "GeoTIFF of class numbers, with colours, class names and areas in the file and a "
            "style beside it.",
        )
    )
    return output
