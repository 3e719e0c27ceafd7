"""What turns a batch of windows into class scores, whichever library does it."""

from __future__ import annotations

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.errors import IncompatibleModel, NotAdapted
from crossearth_engine.models.metadata import ModelInfo

FloatArray = NDArray[np.float32]

# Windows given to a GPU at once: where its memory is not known, and at most.
GPU_BATCH, MAX_GPU_BATCH = 4, 8

PRECISIONS = ("auto", "fp32", "bf16", "fp16", "int8")


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

    def resume(self) -> None:
        """Forget an interruption: a new job begins."""
        ...


def load_backend(
    model: ModelInfo, device: str, threads: int | None, precision: str = "auto"
) -> Backend:
    """Return the model loaded on a device.

    Args:
        model: what to load.
        device: ``auto``, ``cpu``, ``cuda:0``, ….
        threads: for the network, or None for all usable cores.
        precision: one of `PRECISIONS`. ``auto`` is ``fp32`` on every device, so that a map does not
            depend on where it was made.

    Raises:
        DeviceUnavailable: if the device is not there.
        PrecisionUnavailable: if it cannot compute the model in that precision, or gains nothing.
        UnreadableModel, IncompatibleModel: if the file is not what the metadata says.
        NotAdapted: if the model has no classes yet.
        MissingPackage: if it needs a package that is not installed.
    """
    if model.needs_adapting:
        raise NotAdapted(model=model.name)
    suffix = model.weights.suffix.lower()
    if suffix == ".onnx":
        from crossearth_engine.inference.onnx_backend import OnnxBackend

        return OnnxBackend(model, device, threads, precision)
    if suffix == ".safetensors":
        from crossearth_engine.inference.torch_backend import TorchBackend

        return TorchBackend(model, device, threads, precision)
    raise IncompatibleModel(path=model.weights, reason=f"weights of type {suffix} are not known.")


class WarmLoader:
    """Loads as `load_backend` does, and keeps the network for the next job that wants the same."""

    def __init__(self) -> None:
        self._loaded: tuple[Any, Backend] | None = None

    def __call__(
        self, model: ModelInfo, device: str, threads: int | None, precision: str = "auto"
    ) -> Backend:
        """Return the model loaded on a device, as `load_backend` does."""
        key = (model, model.weights.stat().st_mtime_ns, device, threads, precision)
        if self._loaded is None or self._loaded[0] != key:
            self._loaded = None  # lets go of the old network before the new one takes memory
            self._loaded = (key, load_backend(model, device, threads, precision))
        return self._loaded[1]


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
