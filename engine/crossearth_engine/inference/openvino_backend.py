"""Running ONNX models on the processor with OpenVINO, which is an add-on.

In bf16, where the processor has a matrix unit for that, it is more than twice as fast as
onnxruntime. What a network takes and returns is told by onnxruntime all the same.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.openvino_library import has_bf16_matrix_unit, openvino_version
from crossearth_engine.devices.openvino_processor import NAME, openvino, reason_of
from crossearth_engine.devices.processor import give_back_memory, usable_cores
from crossearth_engine.errors import (
    JobCanceled,
    LibraryFailed,
    ModelTooLarge,
    OutOfMemory,
    PrecisionUnavailable,
)
from crossearth_engine.faults import is_out_of_memory
from crossearth_engine.inference.backend import lighter_options
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_description import open_session

_TYPES = {"bf16": "bf16", "fp32": "f32"}


class OpenVinoBackend(OnnxBackend):
    """A network in OpenVINO on the processor; see `backend.Backend`.

    Args:
        model: an ONNX model.
        threads: for the network, or None for all usable cores.
        precision: ``bf16`` or ``fp32``.
        lanes: how many calls of `run` may compute at once, each with its share of the threads.

    Raises:
        PrecisionUnavailable: if the processor gains nothing by it.
        LibraryFailed: if OpenVINO does not know the network's operators.
        ModelTooLarge: if it does not fit into memory.
    """

    def __init__(
        self, model: ModelInfo, threads: int | None, precision: str, lanes: int = 1
    ) -> None:
        super().__init__(model, "cpu", threads, lanes=lanes)
        if precision == "bf16" and not has_bf16_matrix_unit():
            available = f"auto, {self.precision}"
            raise PrecisionUnavailable(precision=precision, device="cpu", available=available)
        self.precision, self.quicker = precision, ()
        self.hardware = {"libraries": {"openvino": openvino_version()}}
        self._outputs = [entry.name for entry in self._session.get_outputs()]
        del self._session  # it has told what there was to tell
        self._settings = {
            "INFERENCE_PRECISION_HINT": _TYPES[precision],
            "INFERENCE_NUM_THREADS": threads or usable_cores(),
            "NUM_STREAMS": lanes,
            # Other programs run, too, and other threads of ours.
            "ENABLE_CPU_PINNING": False,
        }
        self._lock = threading.Lock()
        self._busy: list[openvino.InferRequest] = []
        self._become(self._image.given(self._empty_windows(model.window_size)).shape)

    def _opened(self, threads: int | None) -> Any:
        """Return a session that is only asked, and never computes."""
        return open_session(self._model.weights)

    def _become(self, shape: tuple[int, ...]) -> None:
        """Compile the network for windows of one shape, as it takes them.

        Its memory is planned then; for any shape it would take half as much again, and more time.
        """
        self._shape = shape
        self._idle: list[openvino.InferRequest] = []
        self._network = _compile(self._model, self._settings, shape)
        give_back_memory()

    def _compute(self, batch: FloatArray, names: Sequence[str]) -> list[NDArray[Any]]:
        """Return what the network says of windows (B, C, S, S), as it says it, by output."""
        given = np.ascontiguousarray(self._image.given(batch))
        with self._lock:
            if given.shape != self._shape:
                self._become(given.shape)
            network = self._network
            request = self._idle.pop() if self._idle else network.create_infer_request()
            self._busy.append(request)
        try:
            if self._is_interrupted:
                raise JobCanceled
            # What runs in the foreground does not hear of `interrupt`.
            request.start_async([given], share_inputs=True)
            request.wait()
            places = (self._outputs.index(name) for name in names)
            return [np.array(request.get_output_tensor(place).data) for place in places]
        except (RuntimeError, MemoryError) as error:
            if self._is_interrupted:
                raise JobCanceled from error
            window = batch.shape[-1]
            if is_out_of_memory(error):
                options = lighter_options(window if self._takes_any_size else None, (), "cpu")
                raise OutOfMemory(device="cpu", window=window, options=options) from error
            raise _failed(error) from error
        finally:
            with self._lock:
                self._busy.remove(request)
                if network is self._network:
                    self._idle.append(request)

    @property
    def _takes_any_size(self) -> bool:
        return self._image.size_hw == (None, None)

    def interrupt(self) -> None:
        """End every `run` under way in other threads between two of its operators."""
        self._is_interrupted = True
        with self._lock:
            for request in self._busy:
                request.cancel()

    def rest(self) -> None:
        """Give back what the layers' results took."""
        with self._lock:
            self._idle.clear()
        self._network.release_memory()

    def close(self) -> None:
        """Give back all memory; nothing can be run any more."""
        self._idle.clear()
        del self._network


def _compile(
    model: ModelInfo, settings: dict[str, Any], shape: tuple[int, ...]
) -> openvino.CompiledModel:
    try:
        core = openvino.Core()
        network = core.read_model(str(model.weights))
        if network.inputs[0].partial_shape.is_dynamic:
            network.reshape(list(shape))
        return core.compile_model(network, "CPU", settings)
    except (RuntimeError, MemoryError) as error:
        if is_out_of_memory(error):
            lighter = lighter_options(None, (), "cpu")
            path = model.weights.name
            raise ModelTooLarge(device="cpu", model=path, options=lighter) from error
        raise _failed(error) from error


def _failed(error: Exception) -> LibraryFailed:
    reason = reason_of(error)
    return LibraryFailed(device="cpu", library=NAME, other="onnxruntime", reason=reason)
