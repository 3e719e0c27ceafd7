"""The parameters of crossearth:segment that a batch of rasters does not have."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBand,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorDestination,
)

from ..translation import translate
from .parameters import model_parameter


def input_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the raster, the model and the part of the raster that is wanted."""
    raster = QgsProcessingParameterRasterLayer("INPUT", translate("CrossEarth", "Raster layer"))
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
    extent = QgsProcessingParameterExtent(
        "EXTENT", translate("CrossEarth", "Extent"), optional=True
    )
    extent.setHelp(
        translate("CrossEarth", "Limits the run to a rectangle. Empty: the whole raster.")
    )
    return [raster, model_parameter("MODEL"), bands, extent]


def destination_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return the files that a run may write; only the class raster has to be."""
    confidence = QgsProcessingParameterRasterDestination(
        "CONFIDENCE",
        translate("CrossEarth", "Confidence"),
        optional=True,
        createByDefault=False,
    )
    confidence.setHelp(
        translate("CrossEarth", "How sure the model is of each pixel's class, in percent.")
    )
    probabilities = QgsProcessingParameterRasterDestination(
        "PROBABILITIES",
        translate("CrossEarth", "Probabilities"),
        optional=True,
        createByDefault=False,
    )
    probabilities.setHelp(
        translate("CrossEarth", "The probability of every class, in percent, a band for each.")
    )
    polygons = QgsProcessingParameterVectorDestination(
        "POLYGONS",
        translate("CrossEarth", "Polygons of the classes"),
        QgsProcessing.SourceType.TypeVectorPolygon,
        optional=True,
        createByDefault=False,
    )
    polygons.setHelp(
        translate(
            "CrossEarth",
            "GeoPackage with the map as polygons, without gaps between neighbours, each with "
            "its class and area.",
        )
    )
    summary = QgsProcessingParameterFileDestination(
        "REPORT",
        translate("CrossEarth", "Report"),
        translate("CrossEarth", "HTML files (*.html)"),
        optional=True,
        createByDefault=False,
    )
    summary.setHelp(
        translate(
            "CrossEarth",
            "A page to read and to print: the map, the area of each class, and how it was made.",
        )
    )
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
    return [confidence, probabilities, polygons, summary, output]
