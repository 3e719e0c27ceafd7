"""Loading a model into the library that runs its kind of weights."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol

from crossearth_engine.devices.choice import Choice
from crossearth_engine.digests import file_identity
from crossearth_engine.errors import IncompatibleModel, NotAdapted, PrecisionUnavailable
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.fallback import FallbackBackend
from crossearth_engine.inference.library_trial import found_better
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import weight_files
from crossearth_engine.shared.mlm_item import RUNNABLE

if TYPE_CHECKING:
    from crossearth_engine.inference.onnx_backend import OnnxBackend
    from crossearth_engine.inference.torch_backend import TorchBackend


class BackendLoader(Protocol):
    """`load_backend`, or what stands in for it."""

    def __call__(
        self,
        model: ModelInfo,
        device: str,
        threads: int | None,
        precision: str = "auto",
        lanes: int | None = None,
        /,
        *,
        made: Backend | None = None,
    ) -> Backend:
        """Return the model loaded on a device."""
        ...


def load_backend(
    model: ModelInfo,
    device: str,
    threads: int | None,
    precision: str = "auto",
    lanes: int | None = None,
    *,
    made: Backend | None = None,
) -> Backend:
    """Return the model loaded on a device.

    Args:
        model: what to load.
        device: ``auto``, ``cpu``, or a card by one of its names; see `devices.choice`. ``auto`` is
            the best one that works and has the memory.
        threads: for the network, or None for all usable cores.
        precision: as in `SegmentRequest`. ``auto`` is ``fp32`` on every device, so that a map does
            not depend on where it was made, unless a trial on the processor found OpenVINO, or
            bf16 of a network of PyTorch, to do as well; half of that where memory does not suffice
            otherwise.
        lanes: how many calls of it are to be under way at once, see `lanes_for`; those that it
            allows, it tells. None if that is all the same.
        made: what a trial has just found better on the processor, compiled; None if there was none.

    Raises:
        DeviceUnavailable, DeviceUnusable: if the device is not there, or of no use.
        PrecisionUnavailable: if it cannot compute the model in that precision, or gains nothing.
        UnreadableModel, IncompatibleModel: if the file is not what the metadata says.
        OutOfMemory: if it does not fit into memory.
        NotAdapted: if the model has no classes yet.
        MissingPackage: if it needs a package that is not installed.
    """
    suffix = model.weights.suffix.lower()
    backend_class: Callable[[ModelInfo, str, int | None, str], OnnxBackend | TorchBackend]
    if model.needs_adapting and suffix == ".onnx" and not model.is_encoder:
        reason = "its description states no classes. Import it with their names (--classes)."
        raise IncompatibleModel(path=model.weights, reason=reason)
    if model.needs_adapting:
        raise NotAdapted(model=model.name)
    if suffix == ".onnx":
        from crossearth_engine.devices import onnx_cards
        from crossearth_engine.inference.onnx_library import open_onnx

        backend_class, choice = (
            functools.partial(open_onnx, lanes=lanes or 1, made=made),
            Choice(device, onnx_cards),
        )
        ways = [(name, precision) for name in choice.devices]
    elif suffix == ".safetensors":
        from crossearth_engine.devices import torch_cards
        from crossearth_engine.inference import torch_backend

        backend_class = functools.partial(_open_torch, made=made)
        choice = Choice(device, torch_cards)
        ways = torch_backend.ways(choice.devices, precision)
    else:
        reason = f"its weights are of type {suffix}. {RUNNABLE}."
        raise IncompatibleModel(path=model.weights, reason=reason)

    def load(name: str, type_: str) -> Backend:
        choice.check(name)
        try:
            backend = backend_class(model, name, threads, type_)
        except PrecisionUnavailable as error:
            if device == "auto" and type_ == precision and name != "cpu":
                raise choice.without_precision(name, error) from error
            raise
        # OpenVINO knows what it is.
        backend.hardware = {**choice.hardware(name), **backend.hardware}
        return backend

    backend: Backend = load(*ways[0]) if len(ways) == 1 else FallbackBackend(load, ways)
    backend.findings[:0] = choice.findings
    return backend


def _open_torch(
    model: ModelInfo,
    device: str,
    threads: int | None,
    precision: str,
    made: Backend | None = None,
) -> TorchBackend:
    """Return a network in PyTorch; ``auto`` is what was found better on the processor."""
    from crossearth_engine.inference.torch_backend import TorchBackend

    better = found_better(model, threads) if (device, precision) == ("cpu", "auto") else None
    if isinstance(made, TorchBackend) and made.precision == better:
        return made
    return TorchBackend(model, device, threads, better or precision)


class WarmLoader:
    """Loads as `load_backend` does, and keeps the network for the next job that wants the same.

    One that had to be content with less than was asked for is loaded anew: memory may be free now.
    """

    def __init__(self) -> None:
        # What was asked for, the lanes apart, and the network.
        self._loaded: tuple[Any, int, Backend] | None = None

    def __call__(
        self,
        model: ModelInfo,
        device: str,
        threads: int | None,
        precision: str = "auto",
        lanes: int | None = None,
        /,
        *,
        made: Backend | None = None,
    ) -> Backend:
        """Return the model loaded on a device, as `load_backend` does."""
        files = [file_identity(str(path)) for path in weight_files(model)]
        # What a trial has found may be forgotten, or found, since.
        better = found_better(model, threads) if precision == "auto" else None
        key = (model, files, device, threads, precision, better)
        if self._loaded is not None:
            loaded_key, loaded_lanes, backend = self._loaded
            # On a card they are all the same.
            is_as_asked = lanes in (None, loaded_lanes) or backend.device != "cpu"
            if loaded_key == key and is_as_asked and not backend.fallbacks:
                return backend
        self.forget()  # before the new one takes memory
        backend = load_backend(model, device, threads, precision, lanes, made=made)
        self._loaded = (key, lanes or 1, backend)
        return backend

    def forget(self) -> None:
        """Let go of the network and its memory: something else is going to need it."""
        if self._loaded is not None:
            self._loaded[2].close()
            self._loaded = None

    def rest(self) -> None:
        """Keep the network, and no memory besides: a job is done."""
        if self._loaded is not None:
            self._loaded[2].rest()
