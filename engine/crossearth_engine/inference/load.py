"""Loading a model into the library that runs its kind of weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from crossearth_engine.digests import file_identity
from crossearth_engine.errors import IncompatibleModel, NotAdapted
from crossearth_engine.inference.backend import Backend
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import weight_files
from crossearth_engine.shared.mlm_item import RUNNABLE

BackendLoader = Callable[[ModelInfo, str, "int | None", str], Backend]
"""`load_backend`, or what stands in for it."""


def load_backend(
    model: ModelInfo, device: str, threads: int | None, precision: str = "auto"
) -> Backend:
    """Return the model loaded on a device.

    Args:
        model: what to load.
        device: ``auto``, ``cpu``, ``cuda:0``, ….
        threads: for the network, or None for all usable cores.
        precision: as in `SegmentRequest`. ``auto`` is ``fp32`` on every device, so that a map does
            not depend on where it was made.

    Raises:
        DeviceUnavailable: if the device is not there.
        PrecisionUnavailable: if it cannot compute the model in that precision, or gains nothing.
        UnreadableModel, IncompatibleModel: if the file is not what the metadata says.
        NotAdapted: if the model has no classes yet.
        MissingPackage: if it needs a package that is not installed.
    """
    suffix = model.weights.suffix.lower()
    if model.needs_adapting and suffix == ".onnx":
        reason = "its description states no classes. Import it with their names (--classes)."
        raise IncompatibleModel(path=model.weights, reason=reason)
    if model.needs_adapting:
        raise NotAdapted(model=model.name)
    if suffix == ".onnx":
        from crossearth_engine.inference.onnx_backend import OnnxBackend

        return OnnxBackend(model, device, threads, precision)
    if suffix == ".safetensors":
        from crossearth_engine.inference.torch_backend import TorchBackend

        return TorchBackend(model, device, threads, precision)
    raise IncompatibleModel(
        path=model.weights, reason=f"its weights are of type {suffix}. {RUNNABLE}."
    )


class WarmLoader:
    """Loads as `load_backend` does, and keeps the network for the next job that wants the same."""

    def __init__(self) -> None:
        self._loaded: tuple[Any, Backend] | None = None

    def __call__(
        self, model: ModelInfo, device: str, threads: int | None, precision: str = "auto"
    ) -> Backend:
        """Return the model loaded on a device, as `load_backend` does."""
        files = [file_identity(str(path)) for path in weight_files(model)]
        key = (model, files, device, threads, precision)
        if self._loaded is None or self._loaded[0] != key:
            self._loaded = None  # lets go of the old network before the new one takes memory
            self._loaded = (key, load_backend(model, device, threads, precision))
        return self._loaded[1]
