"""Encoders as models that are installed: written as ONNX, so that nothing later needs PyTorch.

What is written must give the maps of the network that it was made of.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import EngineError, IncompatibleModel, JobCanceled
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.bands import ANY_BANDS
from crossearth_engine.shared.findings import Finding

if TYPE_CHECKING:
    from crossearth_engine.models.encoders import LoadedEncoder

TOLERANCE = 1e-3
"""How far values of ONNX and PyTorch may be apart, of the largest of a map or of 1."""

_STEPS = 3


def write_encoder(encoder: LoadedEncoder, path: Path, job: Job) -> None:
    """Write an encoder as ONNX, and compare the two on one window.

    Args:
        encoder: as it was loaded; of no use afterwards.
        path: of the file.
        job: is told the steps, and may be canceled.

    Raises:
        IncompatibleModel: if what it computes is no number.
        EngineError: if both do not compute the same.
        MissingPackage: if a package for writing ONNX is missing.
        JobCanceled: if the job was.
    """
    model = encoder.model
    shape = (1, encoder.num_bands, model.window_size, model.window_size)
    pixels = np.random.default_rng(0).standard_normal(shape, np.float32)
    job.log("info", f"Writing {model.name} as ONNX…")
    job.progress(0, _STEPS)
    encoder.call_at_layers(job.check)
    try:
        expected = encoder.maps(pixels)
        if not all(np.isfinite(item).all() for item in expected):
            raise IncompatibleModel(path=model.weights, reason=Finding("encoder-damaged"))
        job.progress(1, _STEPS)
        encoder.write(path)
    except Exception as error:
        # The tracer wraps what stops it in errors of its own.
        if job.is_canceled:
            raise JobCanceled from error
        raise
    encoder.forget()
    job.progress(2, _STEPS)
    found = _run(path, pixels, job, encoder.wavelengths_um)
    for actual, wanted in zip(found, expected, strict=True):
        most = TOLERANCE * max(1.0, float(np.abs(wanted).max()))
        if actual.shape != wanted.shape or not np.abs(actual - wanted).max() <= most:
            raise EngineError(reason=Finding("encoder-otherwise"))
    job.progress(_STEPS, _STEPS)


def check_encoder(model: ModelInfo, job: Job) -> None:
    """Let an encoder in ONNX look at one empty window.

    Raises:
        IncompatibleModel: if it does not give maps of features.
    """
    size = model.window_size
    empty = np.zeros((1, len(model.bands), size, size), np.float32)
    waves = (0.56,) if model.bands == ANY_BANDS else ()
    for item in _run(model.weights, empty, job, waves):
        if item.ndim != 4 or item.shape[2] != item.shape[3] or size % max(item.shape[2], 1):
            reason = Finding("encoder-is-none", {"shape": str(item.shape)})
            raise IncompatibleModel(path=model.weights, reason=reason)


def _run(
    path: Path, pixels: FloatArray, job: Job, wavelengths_um: Sequence[float]
) -> list[FloatArray]:
    content = None
    if wavelengths_um:
        from crossearth_engine.models.onnx_wavelengths import file_for_wavelengths

        content = file_for_wavelengths(path, wavelengths_um)
    network = OnnxMaps(path, content, "cpu", None)
    job.on_cancel(network.interrupt)
    return network.run(pixels)
