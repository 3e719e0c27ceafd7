"""The options of adapting a model, in words for people; a row for each."""

from __future__ import annotations

from ..translation import translate
from .cluster import cluster_row
from .option_texts import parse_colors
from .options import OptionRow
from .segmentation_options import bands_row, gsd_row, pixel_size_row, stretch_row


def option_rows() -> list[OptionRow]:
    """Return all, in the order in which dialogs show them."""
    return [*_model_rows(), *_image_rows(), *_training_rows(), *_cluster_rows()]


def _model_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "RECIPE",
            "recipe",
            translate("CrossEarth", "Recipe"),
            translate(
                "CrossEarth",
                "quick: a small head on the frozen model, in seconds. full: the model itself is "
                "trained.",
            ),
            is_advanced=False,
            choices={
                "quick": translate("CrossEarth", "Quick"),
                "full": translate("CrossEarth", "Full training"),
            },
        ),
        OptionRow(
            "NUMBERS",
            "numbers",
            translate("CrossEarth", "Numbers, not classes"),
            translate(
                "CrossEarth",
                "The field holds amounts, such as heights or shares of cover: the model tells a "
                "number of each pixel.",
            ),
            is_advanced=False,
        ),
        OptionRow(
            "NAME",
            "name",
            translate("CrossEarth", "Name of the new model"),
            translate(
                "CrossEarth",
                "Its id is made of it. Empty: after the first raster and the day. A model that was "
                "adapted under this name before is kept as an earlier round.",
            ),
            is_advanced=False,
        ),
        OptionRow(
            "COLORS",
            "colors",
            translate("CrossEarth", "Colours of the classes"),
            translate(
                "CrossEarth",
                'As JSON: {"water": "#0000ff"}. Classes that are not named keep the colour that '
                "the model gives them, or get one.",
            ),
            parse=parse_colors,
        ),
    ]


def _image_rows() -> list[OptionRow]:
    return [
        bands_row(),
        gsd_row(),
        stretch_row(),
        pixel_size_row(),
    ]


def _training_rows() -> list[OptionRow]:
    return [
        OptionRow(
            "STEPS",
            "steps",
            translate("CrossEarth", "Training steps"),
            translate(
                "CrossEarth",
                "Of the recipe full: at most so many; it ends when the model no longer improves.",
            ),
        ),
        OptionRow(
            "ADAPTER",
            "adapter",
            translate("CrossEarth", "Adapter"),
            translate(
                "CrossEarth",
                "Of the recipe full: what learns in CrossEarth's backbone. gate: of three small "
                "modules in every block those that say most, chosen anew every 100 steps.",
            ),
        ),
        OptionRow(
            "STYLE",
            "style",
            translate("CrossEarth", "Earth-style injection"),
            translate(
                "CrossEarth",
                "Of the recipe full: parts of the training patches take the look of other imagery, "
                "so that colours count less. auto: for CrossEarth's networks.",
            ),
            choices=_switch_labels(),
        ),
        OptionRow(
            "MASKED",
            "masked",
            translate("CrossEarth", "Masked image modelling"),
            translate(
                "CrossEarth",
                "Of the recipe full: parts of the training patches are covered, and the network "
                "also learns to rebuild them. auto: for CrossEarth's networks.",
            ),
            choices=_switch_labels(),
        ),
        OptionRow(
            "SEED",
            "seed",
            translate("CrossEarth", "Seed"),
            translate("CrossEarth", "Of the random numbers: the same seed gives the same model."),
        ),
        OptionRow(
            "RESUME",
            "resume",
            translate("CrossEarth", "Resume an interrupted training"),
            translate("CrossEarth", "Goes on where the training of this name was stopped."),
        ),
    ]


def _switch_labels() -> dict[str, str]:
    return {
        "auto": translate("CrossEarth", "Automatic"),
        "on": translate("CrossEarth", "On"),
        "off": translate("CrossEarth", "Off"),
    }


def _cluster_rows() -> list[OptionRow]:
    return [
        cluster_row(
            translate(
                "CrossEarth",
                "Of the recipe quick. Empty: this computer. Or the address or scheduler file of a "
                "cluster whose computers see the rasters; the new model is fitted here, of what "
                "they have computed.",
            )
        ),
        OptionRow(
            "SCRATCH",
            "scratch",
            translate("CrossEarth", "Folder for the cluster"),
            translate(
                "CrossEarth",
                "A folder that the computers of a cluster see, too: they write there what they "
                "have computed, until it is fetched. Nothing stays there.",
            ),
        ),
    ]
