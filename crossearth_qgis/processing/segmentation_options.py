"""The options of a segmentation, in words for people; a row for each.

One raster and many have the same. Looked up when asked: the rows are there before their language.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..shared import options as engine_options
from ..translation import translate
from .cluster import cluster_row
from .option_texts import (
    parse_bands,
    parse_merge,
    parse_names,
    parse_nodata,
    parse_scales,
    parse_stretch,
)
from .options import OptionRow


def option_rows() -> list[OptionRow]:
    """Return all, in the order in which dialogs show them."""
    return [
        *_map_rows(),
        *_window_rows(),
        *_pixel_rows(),
        *_quality_rows(),
        *_doubt_rows(),
        *_interruption_rows(),
        cluster_row(
            translate(
                "CrossEarth",
                "Empty: this computer. Or the address or scheduler file of a cluster whose "
                "computers see the raster and the folder of the map; certificates, and what it "
                "calls your folders, are in QGIS's options.",
            ),
        ),
    ]


def _map_rows() -> list[OptionRow]:
    """What anybody may want of the finished map: no specks, other classes."""
    return [
        min_area_row(),
        OptionRow(
            "MERGE",
            "merge",
            translate("CrossEarth", "Merge and rename classes"),
            translate(
                "CrossEarth",
                "New classes and the model's classes that they are made of: "
                "built=building,road; green=vegetation. Classes that are not named stay.",
            ),
            parse=parse_merge,
            is_advanced=False,
        ),
        OptionRow(
            "SIMPLIFY",
            "simplify",
            translate("CrossEarth", "Outline tolerance"),
            translate(
                "CrossEarth",
                "Of polygons: how much simpler their outlines are than the steps of pixels. In "
                "pixels where the raster has no CRS; 0 keeps the steps. By default one and a half "
                "pixels, or half a pixel of the model.",
            ),
            unit=translate("CrossEarth", "metres"),
        ),
        OptionRow(
            "RIGHT_ANGLES",
            "right_angles",
            translate("CrossEarth", "Right angles for classes"),
            translate(
                "CrossEarth",
                "Classes whose polygons get right angles, with commas between them, such as "
                "building. Their neighbours keep the shared edges; what is round or has no two "
                "main directions stays as it is. Empty: none.",
            ),
            parse=parse_names,
        ),
    ]


def min_area_row() -> OptionRow:
    """Return below which size patches of a finished map are taken away."""
    return OptionRow(
        "MIN_AREA",
        "min_area",
        translate("CrossEarth", "Minimum mapping unit"),
        translate(
            "CrossEarth",
            "Patches that are smaller take the class of their largest neighbour. In pixels "
            "where the raster has no CRS. By default nothing is removed.",
        ),
        unit="m²",
        is_advanced=False,
    )


def _window_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "WINDOW_SIZE",
            "window",
            translate("CrossEarth", "Window size"),
            translate(
                "CrossEarth",
                "Edge of the square that the model sees at once. By default the model's own; of "
                "several that are as good, the one with which this raster takes the least time. "
                "Smaller windows need less memory.",
            ),
            unit=translate("CrossEarth", "pixels"),
            minimum=engine_options.SMALLEST_WINDOW,
        ),
        OptionRow(
            "OVERLAP",
            "overlap",
            translate("CrossEarth", "Window overlap"),
            translate(
                "CrossEarth",
                "By how much neighbouring windows overlap. By default the model's own. More "
                "overlap hides joins better and takes longer.",
            ),
            unit=translate("CrossEarth", "pixels"),
        ),
        OptionRow(
            "JOIN",
            "join",
            translate("CrossEarth", "Window blending"),
            translate(
                "CrossEarth",
                "taper: the middle of a window counts more than its edge, which hides joins. "
                "average: all count the same, as in the publication of CrossEarth.",
            ),
            choices={
                "taper": translate("CrossEarth", "Tapered"),
                "average": translate("CrossEarth", "Average"),
            },
        ),
    ]


def _pixel_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "GSD",
            "gsd",
            translate("CrossEarth", "Model pixel size"),
            translate(
                "CrossEarth",
                "The imagery is resampled to it on the way into the model. By default the raster's "
                "pixel size where the model was trained for it, else the nearest that it was "
                "trained for.",
            ),
            unit=translate("CrossEarth", "metres"),
        ),
        OptionRow(
            "GRID",
            "grid",
            translate("CrossEarth", "Output resolution"),
            translate(
                "CrossEarth",
                "input: that of the raster. model: that which the model sees, a smaller map of a "
                "raster that is finer than the model was trained for.",
            ),
            choices={
                "input": translate("CrossEarth", "Raster"),
                "model": translate("CrossEarth", "Model"),
            },
        ),
        stretch_row(),
        OptionRow(
            "MATCH",
            "match",
            translate("CrossEarth", "Match to the training imagery"),
            translate(
                "CrossEarth",
                "For imagery of another date or sensor than the model was trained on: bands whose "
                "values have moved are brought back to those of the training before the model sees "
                "them. Where none has moved, nothing is changed. The model must know its values: "
                "the bundled one does, and those that are adapted here.",
            ),
        ),
        pixel_size_row(),
        nodata_row(),
        OptionRow(
            "CRS",
            "crs",
            translate("CrossEarth", "CRS of the raster"),
            translate(
                "CrossEarth",
                "Whatever the file says. By default that of the layer, and of a file that is no "
                "layer its own.",
            ),
        ),
    ]


def majority_row() -> OptionRow:
    """Return how a finished map is smoothed."""
    return OptionRow(
        "MAJORITY",
        "majority",
        translate("CrossEarth", "Majority filter"),
        translate(
            "CrossEarth",
            "Edge of a square, an odd number: each pixel takes the class that most in the "
            "square have, which smooths outlines. By default none.",
        ),
        unit=translate("CrossEarth", "pixels"),
    )


def majority_problem(options: Mapping[str, Any]) -> str:
    """Return what is wrong with the square of the majority, or an empty string."""
    majority = options.get("majority")
    if majority is not None and majority % 2 == 0:
        return translate(
            "CrossEarth", "The majority filter needs an odd number of pixels, not {count}."
        ).format(count=majority)
    return ""


def bands_row() -> OptionRow:
    """Return which bands a model is given, where no layer offers them to choose from."""
    return OptionRow(
        "BANDS",
        "bands",
        translate("CrossEarth", "Bands for the model, in its order"),
        translate(
            "CrossEarth", "Numbers separated by commas. Empty: as segmenting would take them."
        ),
        parse=parse_bands,
    )


def gsd_row() -> OptionRow:
    """Return the pixel size at which a model looks, where samples or groups are learned."""
    return OptionRow(
        "GSD",
        "gsd",
        translate("CrossEarth", "Model pixel size"),
        unit=translate("CrossEarth", "metres"),
    )


def stretch_row() -> OptionRow:
    """Return how values become what the model takes."""
    return OptionRow(
        "STRETCH",
        "stretch",
        translate("CrossEarth", "Stretch"),
        translate(
            "CrossEarth",
            "The values that become the ends of what the model takes: two values (0,10000), two "
            "percentages of the whole raster (2%,98%), or none. By default bytes as they are; "
            "reflectance by the scale of the file or its product; others as the model says, else "
            "2%,98%.",
        ),
        parse=parse_stretch,
    )


def nodata_row() -> OptionRow:
    """Return which pixels are left out."""
    return OptionRow(
        "NODATA",
        "nodata",
        translate("CrossEarth", "NoData values"),
        translate(
            "CrossEarth",
            "Pixels with these values are left out, instead of those that the file marks: "
            "values or ranges with commas between them, such as 0 or -9999..-9000,255; 2:0 for "
            "band 2 alone; none, if all are data. Of bytes, in all bands at once. By default "
            "as the layer shows it.",
        ),
        parse=parse_nodata,
    )


def pixel_size_row() -> OptionRow:
    """Return how large the pixels are of a raster that does not tell."""
    return OptionRow(
        "PIXEL_SIZE",
        "pixel_size",
        translate("CrossEarth", "Raster pixel size"),
        translate(
            "CrossEarth",
            "What a pixel of a photo or a scan measures on the ground, so that the model sees it "
            "in the size that it was trained for, and areas are in square metres. Where the raster "
            "has a CRS, that tells.",
        ),
        unit=translate("CrossEarth", "metres"),
    )


def _quality_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "TTA",
            "tta",
            translate("CrossEarth", "Average over flips and rotations"),
            translate(
                "CrossEarth",
                "Shows every window to the model in several orientations. Often a little better, "
                "and several times slower.",
            ),
        ),
        OptionRow(
            "SCALES",
            "scales",
            translate("CrossEarth", "Scales"),
            translate(
                "CrossEarth",
                "Shows the imagery to the model in several sizes, such as 0.75,1,1.5, and takes "
                "the average. Each one takes a run. By default as it is.",
            ),
            parse=parse_scales,
        ),
        majority_row(),
        OptionRow(
            "PRECISION",
            "precision",
            translate("CrossEarth", "Precision"),
            translate(
                "CrossEarth",
                "Of the numbers that the model computes with. auto: fp32, so that a map does not "
                "depend on where it was made, unless a trial on the processor found OpenVINO, an "
                "add-on, or bf16 as good. The others are faster, where the device knows them.",
            ),
            choices={"auto": translate("CrossEarth", "Automatic")},
        ),
    ]


def _doubt_rows() -> list[OptionRow]:
    """What becomes of a raster that would give a doubtful map."""
    return [
        OptionRow(
            "STRICT",
            "strict",
            translate("CrossEarth", "Make no map that would be doubtful"),
            translate(
                "CrossEarth",
                "What is told as a warning, such as an unmarked border or bands that are not the "
                "model's, then ends the run before anything is computed.",
            ),
        ),
    ]


def _interruption_rows() -> list[OptionRow]:
    """What becomes of a run that is interrupted."""
    return [
        OptionRow(
            "RESUME",
            "resume",
            translate("CrossEarth", "Resume an interrupted run"),
            translate(
                "CrossEarth",
                "Takes up what a run with the same settings and the same output has left, and "
                "leaves what is done so far when it is interrupted itself.",
            ),
        ),
        OptionRow(
            "KEEP_PARTIAL",
            "keep_partial",
            translate("CrossEarth", "Keep the finished part on cancel"),
            translate(
                "CrossEarth",
                "A run that is canceled still writes its map: the rest has no class.",
            ),
        ),
    ]
