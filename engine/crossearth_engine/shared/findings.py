"""What may be wrong with a run, told before it: a code, details, and the sentence in English.

As with errors, the sentence says what is the case, what it means and which option answers it; QGIS
finds its translation by the code and fills in the same details.
"""

from __future__ import annotations

from dataclasses import dataclass, field

SENTENCES = {
    "values-assumed": (
        "Nothing tells what the numbers of the raster measure ({low} to {high}), and {model} takes "
        "{takes}: {one} was taken for 1. If that is wrong, the map is; say which numbers stand for "
        "0 and 1, for instance --stretch 0,10000, for Sentinel-2 since 2022 1000,11000, for "
        "Landsat Collection 2 7272.73,43636.36."
    ),
    "bytes-assumed": (
        "The raster holds bytes, and {model} takes reflectance: 255 was taken for 1. A picture "
        "for the eye is no reflectance; take the imagery as it was delivered, or say which "
        "numbers stand for 0 and 1 (--stretch)."
    ),
    "values-outside": (
        "Most values of the raster are not what {model} takes, which is {takes}: they are {low} to "
        "{high} by {source}. Say which numbers stand for the ends of its range "
        "(--stretch MIN,MAX), or choose another raster."
    ),
    "values-below-zero": (
        "By {source}, the darkest of the raster is a reflectance of {low}, which is below 0: what "
        "is added to the numbers of such products was perhaps taken off them already. If so, say "
        "so: --stretch 0,10000."
    ),
    "values-far": (
        "{model} was trained on values around {mean}, plus or minus {std}; those of the raster are "
        "{low} to {high} (band {band}). Bands, units or scale do not belong together: check "
        "--bands, say which numbers stand for the ends of the model's range (--stretch), or what "
        "the model takes, at its import (--values)."
    ),
    "values-linear": (
        "{model} takes decibels, and the values of the raster ({low} to {high}) look like "
        "backscatter that is not in decibels: take 10 times their decimal logarithm first, for "
        "instance with the raster calculator."
    ),
    "scale-differs": (
        "The raster itself says that {own} is a reflectance of 0, {source} says {other}: what the "
        "raster says was taken. If that is wrong, say which numbers stand for 0 and 1 (--stretch)."
    ),
    "scale-not-applied": (
        "Scale and offset of the raster were not applied: without them its values ({low} to "
        "{high}) are in the range that {model} takes, {takes}, and with them they are not."
    ),
    "offset-unknown": (
        "By {source}, {added} was added to the numbers of the raster. {model} takes numbers as "
        "they are, and by its means it was trained without that. If so, import it again with the "
        "range that it takes (--values 0,10000)."
    ),
}
"""By code; details are in braces."""


@dataclass(frozen=True)
class Finding:
    """One thing that may be wrong.

    Attributes:
        code: one of `SENTENCES`.
        details: what fills its sentence.
    """

    code: str
    details: dict[str, str] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The sentence in English."""
        return SENTENCES[self.code].format(**self.details)
