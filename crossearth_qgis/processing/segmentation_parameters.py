"""The parameters that a segmentation has, whether one raster is asked for or many."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..translation import translate
from .parameters import advanced, choice_parameter, device_parameter

JOINS = ("taper", "average")
GRIDS = ("input", "model")
PRECISIONS = ("auto", "fp32", "bf16", "fp16", "int8")
SMALLEST_WINDOW = 32


def mask_parameter(name: str) -> QgsProcessingParameterDefinition:
    """Return the parameter for the polygons that limit a run."""
    parameter = QgsProcessingParameterFeatureSource(
        name,
        translate("CrossEarth", "Polygons"),
        [QgsProcessing.SourceType.TypeVectorPolygon],
        optional=True,
    )
    return _explained(
        parameter,
        translate(
            "CrossEarth",
            "Limits the run to polygons: outside of them nothing is computed or written.",
        ),
    )


def map_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return what anybody may want of the finished map: no specks, other classes."""
    return [
        _number(
            "MIN_AREA",
            translate("CrossEarth", "Minimum mapping unit (m²)"),
            translate(
                "CrossEarth",
                "Patches that are smaller take the class of their largest neighbour. In pixels "
                "where the raster has no CRS. Empty: nothing is removed.",
            ),
            minimum=0,
        ),
        _text(
            "MERGE",
            translate("CrossEarth", "Merge and rename classes"),
            translate(
                "CrossEarth",
                "New classes and the model's classes that they are made of: "
                "built=building,road; green=vegetation. Classes that are not named stay.",
            ),
        ),
    ]


def expert_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return what few need to touch."""
    parameters = [
        *_window_parameters(),
        *_pixel_parameters(),
        *_quality_parameters(),
        *_computing_parameters(),
    ]
    return [advanced(parameter) for parameter in parameters]


def _window_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        _number(
            "WINDOW_SIZE",
            translate("CrossEarth", "Window size (pixels)"),
            translate(
                "CrossEarth",
                "Edge of the square that the model sees at once. Empty: the model's own, which is "
                "best. Smaller windows need less memory.",
            ),
            minimum=SMALLEST_WINDOW,
            is_whole=True,
        ),
        _number(
            "OVERLAP",
            translate("CrossEarth", "Overlap (pixels)"),
            translate(
                "CrossEarth",
                "By how much neighbouring windows overlap. Empty: the model's own. More overlap "
                "hides joins better and takes longer.",
            ),
            minimum=0,
            is_whole=True,
        ),
        choice_parameter(
            "JOIN",
            translate("CrossEarth", "Join of overlapping windows"),
            translate(
                "CrossEarth",
                "taper: the middle of a window counts more than its edge, which hides joins. "
                "average: all count the same, as in the publication of CrossEarth.",
            ),
            JOINS,
        ),
    ]


def _pixel_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        _number(
            "GSD",
            translate("CrossEarth", "Pixel size that the model sees (metres)"),
            translate(
                "CrossEarth",
                "The imagery is resampled to it on the way into the model. Empty: the raster's "
                "pixel size where the model was trained for it, else the nearest that it was "
                "trained for.",
            ),
            minimum=0.0001,
        ),
        choice_parameter(
            "GRID",
            translate("CrossEarth", "Pixels of the map"),
            translate(
                "CrossEarth",
                "input: the raster's own. model: those that the model sees, which makes a smaller "
                "map of a raster that is finer than the model was trained for.",
            ),
            GRIDS,
        ),
        _text(
            "STRETCH",
            translate("CrossEarth", "Stretch of the values"),
            translate(
                "CrossEarth",
                "How values that are not bytes become what the model was trained with: two values "
                "(0,10000), two percentages of the whole raster (2%,98%), or none. Empty: bytes "
                "as they are, others as the model says, else 2%,98%.",
            ),
        ),
        _number(
            "NODATA",
            translate("CrossEarth", "Value without data"),
            translate(
                "CrossEarth",
                "Pixels with this value in all bands are left out, instead of those that the file "
                "marks. Empty: as the file says.",
            ),
        ),
    ]


def _quality_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        _switch(
            "TTA",
            translate("CrossEarth", "Average over flips and rotations"),
            translate(
                "CrossEarth",
                "Shows every window to the model in several orientations. Often a little better, "
                "and several times slower.",
            ),
        ),
        _text(
            "SCALES",
            translate("CrossEarth", "Average over scales"),
            translate(
                "CrossEarth",
                "Shows the imagery to the model in several sizes, such as 0.75,1,1.5. Each one "
                "takes a run. Empty: as it is.",
            ),
        ),
        _number(
            "MAJORITY",
            translate("CrossEarth", "Majority filter (pixels)"),
            translate(
                "CrossEarth",
                "Edge of a square, an odd number: each pixel takes the class that most in the "
                "square have, which smooths outlines. Empty: none.",
            ),
            minimum=3,
            is_whole=True,
        ),
    ]


def _computing_parameters() -> list[QgsProcessingParameterDefinition]:
    return [
        choice_parameter(
            "PRECISION",
            translate("CrossEarth", "Precision of the numbers"),
            translate(
                "CrossEarth",
                "auto: fp32, so that a map does not depend on where it was made. The others are "
                "faster, where the device knows them.",
            ),
            PRECISIONS,
        ),
        device_parameter("DEVICE"),
    ]


def interruption_parameters() -> list[QgsProcessingParameterDefinition]:
    """Return what becomes of a run that is interrupted."""
    return [
        advanced(
            _switch(
                "RESUME",
                translate("CrossEarth", "Go on where an earlier run was interrupted"),
                translate(
                    "CrossEarth",
                    "Takes up what a run with the same settings and the same output has left, and "
                    "leaves what is done so far when it is interrupted itself.",
                ),
            )
        ),
        advanced(
            _switch(
                "KEEP_PARTIAL",
                translate("CrossEarth", "Keep the part that is done on cancel"),
                translate(
                    "CrossEarth",
                    "A run that is canceled still writes its map: the rest has no class.",
                ),
            )
        ),
    ]


def _number(
    name: str, label: str, text: str, minimum: float | None = None, is_whole: bool = False
) -> QgsProcessingParameterDefinition:
    kinds = QgsProcessingParameterNumber.Type
    kind = kinds.Integer if is_whole else kinds.Double
    parameter = QgsProcessingParameterNumber(name, label, kind, optional=True)
    if minimum is not None:
        parameter.setMinimum(minimum)
    return _explained(parameter, text)


def _text(name: str, label: str, text: str) -> QgsProcessingParameterDefinition:
    return _explained(QgsProcessingParameterString(name, label, optional=True), text)


def _switch(name: str, label: str, text: str) -> QgsProcessingParameterDefinition:
    parameter = QgsProcessingParameterBoolean(name, label, defaultValue=False, optional=True)
    return _explained(parameter, text)


def _explained(
    parameter: QgsProcessingParameterDefinition, text: str
) -> QgsProcessingParameterDefinition:
    parameter.setHelp(text)
    return parameter
