"""Other dates of one raster, as parameters of the algorithms that take them."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterMultipleLayers,
    QgsRasterLayer,
)

from ..errors import UnsupportedLayer
from ..layers import raster_source
from ..shared import options as engine_options
from ..translation import translate
from .options import OptionRow, advanced, declare, read

DATES = "DATES"


def dates_parameters(options: engine_options.Options) -> list[QgsProcessingParameterDefinition]:
    """Return the parameters, of which all are advanced.

    Args:
        options: the table of the engine's command.
    """
    others = QgsProcessingParameterMultipleLayers(
        DATES,
        translate("CrossEarth", "Other dates of the same place"),
        QgsProcessing.SourceType.TypeRaster,
        optional=True,
    )
    others.setHelp(
        translate(
            "CrossEarth",
            "Rasters of the same place at other times, such as crops in other seasons: all dates "
            "are one input. A date is that of the layer's temporal range, if it has a fixed one, "
            "else of the file's tags or of its name. Where one date has no data, the result has "
            "none.",
        )
    )
    return [advanced(others), *(declare(row, options) for row in _rows())]


def dates_arguments(
    algorithm: QgsProcessingAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    options: engine_options.Options,
    first: QgsRasterLayer,
) -> dict[str, Any]:
    """Return the other dates as arguments of the engine's command; nothing where there are none.

    With them goes the first raster itself, ``input`` or ``rasters``, as its layer dates it.

    Args:
        algorithm: has the parameters.
        parameters: as QGIS gives them.
        context: likewise.
        options: the table of the engine's command.
        first: the layer whose other dates they are.

    Raises:
        QgsProcessingException: if a layer is no file, or has something set on it that the first one
            has not.
    """
    layers = algorithm.parameterAsLayerList(parameters, DATES, context) or []
    others = [layer for layer in layers if isinstance(layer, QgsRasterLayer) and layer != first]
    if not others:
        return {}
    try:
        sources = [raster_source.resolve_file(layer) for layer in (first, *others)]
    except UnsupportedLayer as error:
        raise QgsProcessingException(str(error)) from error
    for source in sources[1:]:
        if source.said != sources[0].said:
            raise QgsProcessingException(
                translate(
                    "CrossEarth",
                    "The layers “{one}” and “{other}” are read otherwise than their files say, and "
                    "not in the same way: set the same CRS and the same values without data on all "
                    "dates, or none.",
                ).format(one=sources[0].name, other=source.name)
            )
    own, *names = map(raster_source.dated, (first, *others), sources)
    where = {"input": own} if "input" in options else {"rasters": [own]}
    asked = read(algorithm, _rows(), options, parameters, context)
    return {**where, "dates": names, **asked}


def align_row() -> OptionRow:
    """Return how rasters of other dates come to the pixels of the first."""
    return OptionRow(
        "ALIGN",
        "align",
        translate("CrossEarth", "Align rasters of other dates"),
        translate(
            "CrossEarth",
            "Rasters whose pixels are not those of the first are refused; or are brought to "
            "them by this resampling.",
        ),
        choices={
            "none": translate("CrossEarth", "Not at all"),
            "nearest": translate("CrossEarth", "Nearest neighbour"),
            "bilinear": translate("CrossEarth", "Bilinear"),
            "cubic": translate("CrossEarth", "Cubic"),
            "average": translate("CrossEarth", "Average"),
        },
    )


def _rows() -> list[OptionRow]:
    return [
        align_row(),
        OptionRow(
            "DATES_AS",
            "dates_as",
            translate("CrossEarth", "Dates that stand for those that the model has learned"),
            translate(
                "CrossEarth",
                "same: the very same dates. order: others, one after the other. season: for each "
                "the one at most 45 days from it, whatever the year.",
            ),
            choices={
                "same": translate("CrossEarth", "The same"),
                "order": translate("CrossEarth", "In their order"),
                "season": translate("CrossEarth", "Those of the same season"),
            },
        ),
    ]
