"""Rasters of embeddings that others publish: which they are, and the rule by which they are read.

An embedding is a vector for each pixel, computed by its authors from a year of imagery. It is kept
in numbers of 8 bits; what stands for which value is told by its authors alone, not by the file.

AlphaEarth Foundations: ``(v / 127.5)² · sign(v)``, -128 where there is none
(developers.google.com/earth-engine/guides/aef_on_gcs_readme). TESSERA: ``v · scale``, the scale of
each pixel in a file of its own, not finite where there is none (github.com/ucam-eo/geotessera).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import UnreadableRaster

ALPHA_EARTH_BANDS, TESSERA_BANDS = 64, 128
SCALES = "_scales"
"""What the name of the file of scales has behind that of the file of numbers."""

_ALPHA_EARTH_BAND = re.compile(r"A(0\d|[1-5]\d|6[0-3])")
_TESSERA_BAND = re.compile(r"tessera[ _-]?band[ _-]?\d+", re.I)
_NO_EMBEDDING = -128


@dataclass(frozen=True)
class Embedding:
    """What a raster of embeddings is.

    Attributes:
        name: what people call it.
        attribution: what its authors ask to be said of what is made of it.
        is_quantised: whether its numbers have to be brought to the values of its authors.
        scales: the raster that has the scale of each pixel; None: the rule needs none.
    """

    name: str
    attribution: str
    is_quantised: bool = False
    scales: str | None = None

    def values(self, numbers: FloatArray, scales: FloatArray | None) -> FloatArray:
        """Return the values (C, H, W) of the numbers in the file; NaN where there are none.

        Args:
            numbers: (C, H, W) as float32.
            scales: (H, W) or (C, H, W), where the embedding has any.
        """
        if scales is not None:
            known = np.where(np.isfinite(scales) & (scales > 0), scales, np.nan)
            return np.asarray(numbers * known, np.float32)
        values = np.square(numbers / np.float32(127.5)) * np.sign(numbers)
        return np.asarray(np.where(numbers == _NO_EMBEDDING, np.nan, values), np.float32)


_ALPHA_EARTH = (
    "AlphaEarth Foundations",
    "The AlphaEarth Foundations Satellite Embedding dataset is produced by Google and Google "
    "DeepMind. CC-BY-4.0.",
)
_TESSERA = (
    "TESSERA",
    "TESSERA embeddings, University of Cambridge (Feng et al., 2025, arXiv:2506.20380).",
)


def embedding_of(dataset: Any, path: str) -> Embedding | None:
    """Return which embeddings a raster holds, by its bands, types and tags; None: none known.

    Args:
        dataset: of rasterio.
        path: what it was opened with.

    Raises:
        UnreadableRaster: if its numbers have lost their signs.
    """
    names = [name or "" for name in dataset.descriptions]
    kinds = {np.dtype(name).kind for name in dataset.dtypes if "complex" not in name}
    if _is_alpha_earth(dataset, names):
        if kinds == {"u"}:
            reason = (
                f"its bands are those of {_ALPHA_EARTH[0]}, whose numbers have signs; these have "
                "none: whether they are right nothing tells. Take the original file."
            )
            raise UnreadableRaster(path=path, reason=reason)
        return Embedding(*_ALPHA_EARTH, is_quantised=kinds == {"i"})
    is_tagged = any(name.upper().startswith("TESSERA_") for name in dataset.tags())
    if is_tagged or all(map(_TESSERA_BAND.fullmatch, names)):
        is_quantised = {*dataset.dtypes} == {"int8"}
        return Embedding(*_TESSERA, is_quantised, _beside(path) if is_quantised else None)
    return None


def _is_alpha_earth(dataset: Any, names: Sequence[str]) -> bool:
    """Whether bands are AlphaEarth's: by their names, or by number, type and nodata without any."""
    are_bytes = {*dataset.dtypes} == {"int8"}
    if any(names):
        # A few bands of it, too; others may call three bands A01, A02 and A03.
        is_likely = are_bytes or dataset.count == ALPHA_EARTH_BANDS
        return is_likely and all(map(_ALPHA_EARTH_BAND.fullmatch, names))
    is_marked = {*dataset.nodatavals} == {float(_NO_EMBEDDING)}
    return are_bytes and is_marked and dataset.count == ALPHA_EARTH_BANDS


def _beside(path: str) -> str:
    """Return the name of the file of scales of a file of numbers."""
    place, mark, query = path.partition("?")
    ending = PurePath(place).suffix
    return f"{place.removesuffix(ending)}{SCALES}{ending}{mark}{query}"
