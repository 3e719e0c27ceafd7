"""An ONNX network that knows bands by their wavelengths, made one for bands of given wavelengths.

What only the wavelengths determine is computed once, and what computed it is left out. Runs on onnx
alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from crossearth_engine.errors import MissingPackage
from crossearth_engine.models.onnx_folding import folded
from crossearth_engine.models.onnx_lent_weights import read_lent

try:
    from onnx import ModelProto
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

WAVELENGTHS = "wavelengths"
"""Name of the input (C,) float32, micrometres, that says what the bands of the image are."""


def file_for_wavelengths(path: Path, wavelengths_um: Sequence[float]) -> bytes:
    """Return an ONNX file as `for_wavelengths` does a network."""
    made: bytes = for_wavelengths(read_lent(path), wavelengths_um).SerializeToString()
    return made


def for_wavelengths(network: ModelProto, wavelengths_um: Sequence[float]) -> ModelProto:
    """Return a network that takes images of bands of these wavelengths, and nothing besides.

    Args:
        network: takes an image (B, C, H, W) and `WAVELENGTHS`.
        wavelengths_um: of each band, micrometres.
    """
    made = folded(network, {WAVELENGTHS: np.array(wavelengths_um, np.float32)})
    made.graph.input[0].type.tensor_type.shape.dim[1].dim_value = len(wavelengths_um)
    return made
