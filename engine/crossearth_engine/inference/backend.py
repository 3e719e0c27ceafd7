"""What turns a batch of windows into class scores, whichever library does it."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.metadata import ModelInfo

# Windows given to a GPU at once: where its memory is not known, and at most.
GPU_BATCH, MAX_GPU_BATCH = 4, 8


class Backend(Protocol):
    """A loaded network on a device.

    Attributes:
        device: what it really runs on, such as ``cpu`` or ``cuda:0``.
        precision: what most of it really computes in: ``fp32``, ``bf16``, ``fp16`` or ``int8``.
        fixed_batch: the only batch size the network takes, or None.
    """

    device: str
    precision: str
    fixed_batch: int | None

    def run(self, batch: FloatArray) -> FloatArray:
        """Return scores (B, K, H, W) float32 of normalised windows (B, C, H, W) float32.

        Raises:
            OutOfMemory: if the batch does not fit.
            JobCanceled: if `interrupt` was called meanwhile.
        """
        ...

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return how many windows (C, H, W) of this shape are best given at once.

        As many as the memory of a GPU takes, up to where more would not be faster; on a CPU one,
        which has the caches for itself.
        """
        ...

    def interrupt(self) -> None:
        """Make the `run` under way in another thread, and all to come, raise JobCanceled."""
        ...

    def clear_interrupt(self) -> None:
        """Forget an interruption: a new job begins."""
        ...


def check_network_output(model: ModelInfo, batch: FloatArray, scores: FloatArray) -> None:
    """Raise IncompatibleModel unless ``scores`` are numbers, one per class and pixel."""
    channels = 1 if model.threshold is not None else len(model.classes)
    expected = (batch.shape[0], channels, *batch.shape[2:])
    if scores.shape != expected:
        reason = f"the network returns an array of shape {scores.shape} instead of {expected}."
        raise IncompatibleModel(path=model.weights, reason=reason)
    if not np.isfinite(scores).all():
        reason = "the network returns values that are not numbers for this raster."
        raise IncompatibleModel(path=model.weights, reason=reason)
