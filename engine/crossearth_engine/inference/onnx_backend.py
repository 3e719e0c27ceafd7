"""Running ONNX models with onnxruntime."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime

from crossearth_engine.arrays import FloatArray
from crossearth_engine.device import usable_cores
from crossearth_engine.errors import (
    DeviceUnavailable,
    IncompatibleModel,
    InvalidRequest,
    JobCanceled,
    OutOfMemory,
    PrecisionUnavailable,
)
from crossearth_engine.inference.backend import GPU_BATCH, check_network_output
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_description import (
    ONNX_ERRORS,
    first_line,
    image_input,
    open_session,
    scores_output,
)

# Execution providers in order of preference, with the device name that people type.
_PROVIDERS = (
    ("cuda", "CUDAExecutionProvider"),
    ("dml", "DmlExecutionProvider"),
    ("cpu", "CPUExecutionProvider"),
)


def available_devices() -> list[str]:
    """Return the devices that the installed onnxruntime can use, best first."""
    present = onnxruntime.get_available_providers()
    return [device for device, provider in _PROVIDERS if provider in present]


class OnnxBackend:
    """A network in onnxruntime; see `crossearth_engine.inference.backend.Backend`."""

    precision = "fp32"

    def __init__(
        self, model: ModelInfo, device: str, threads: int | None, precision: str = "auto"
    ) -> None:
        self._model = model
        self._session, self.device = _open_on_device(model.weights, device, threads)
        # The types are in the file's operators; the library does not change them.
        if precision not in ("auto", self.precision):
            raise PrecisionUnavailable(
                precision=precision, device=self.device, available=f"auto, {self.precision}"
            )
        self._input, (channels, *self._size_hw), self.fixed_batch = image_input(
            model.weights, self._session
        )
        if channels is not None and channels != len(model.bands):
            reason = f"the network takes {channels} bands, its metadata says {len(model.bands)}."
            raise IncompatibleModel(path=model.weights, reason=reason)
        self._output = scores_output(model.weights, self._session)
        self._is_interrupted = False
        self._run_options = onnxruntime.RunOptions()

    def run(self, batch: FloatArray) -> FloatArray:
        """Return scores (B, K, H, W) float32 of windows (B, C, H, W) float32."""
        for fixed, given in zip(self._size_hw, batch.shape[2:], strict=True):
            if fixed is not None and fixed != given:
                reason = f"the network only takes windows of {fixed} pixels, not {given}."
                raise IncompatibleModel(path=self._model.weights, reason=reason)
        # New for every call: options that have ended a call end all later ones.
        self._run_options = onnxruntime.RunOptions()
        self._run_options.log_severity_level = 4  # being terminated is not an error to print
        if self._is_interrupted:
            raise JobCanceled
        try:
            outputs = self._session.run([self._output], {self._input: batch}, self._run_options)
        except ONNX_ERRORS as error:
            if self._is_interrupted:
                raise JobCanceled from error
            text = str(error)
            if "alloc" in text or "out of memory" in text.lower():
                raise OutOfMemory(device=self.device, window=batch.shape[-1]) from error
            size, own = batch.shape[-1], self._model.window_size
            if size != own:
                reason = (
                    f"{self._model.name} cannot process windows of {size} pixels. Leave the window "
                    f"out: its own is {own} pixels."
                )
                raise InvalidRequest(reason=reason) from error
            reason = f"it cannot process windows of {size} pixels ({first_line(error)})"
            raise IncompatibleModel(path=self._model.weights, reason=reason) from error
        scores: FloatArray = np.asarray(outputs[0], np.float32)
        check_network_output(self._model, batch, scores)
        return scores

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return how many windows (C, H, W) are best given at once; onnxruntime hides memory."""
        return 1 if self.device == "cpu" else GPU_BATCH

    def interrupt(self) -> None:
        """End a `run` under way in another thread between two of its operators."""
        self._is_interrupted = True
        self._run_options.terminate = True

    def clear_interrupt(self) -> None:
        """Forget an interruption: a new job begins."""
        self._is_interrupted = False


class OnnxMaps:
    """A network in onnxruntime that returns several inner maps of a window.

    Args:
        path: file of the network, for messages.
        content: the part of it to run, as an ONNX file.
        device: as in `OnnxBackend`.
        threads: likewise.
    """

    def __init__(self, path: Path, content: bytes, device: str, threads: int | None) -> None:
        self._path = path
        self._session, self.device = _open_on_device(path, device, threads, content)
        (self._input,) = (entry.name for entry in self._session.get_inputs())
        self._is_interrupted = False
        self._run_options = onnxruntime.RunOptions()

    def run(self, batch: FloatArray) -> list[FloatArray]:
        """Return maps (B, C, h, w) float32 of normalised windows (B, C, H, W) float32.

        Raises:
            IncompatibleModel: if the network does not take such windows.
            JobCanceled: if `interrupt` was called.
        """
        if self._is_interrupted:
            raise JobCanceled
        self._run_options.log_severity_level = 4
        try:
            maps = self._session.run(None, {self._input: batch}, self._run_options)
        except ONNX_ERRORS as error:
            if self._is_interrupted:
                raise JobCanceled from error
            raise IncompatibleModel(path=self._path, reason=first_line(error)) from error
        return [np.asarray(item, np.float32) for item in maps]

    def interrupt(self) -> None:
        """Make the `run` under way in another thread, and all to come, raise JobCanceled."""
        self._is_interrupted = True
        self._run_options.terminate = True


def _open_on_device(
    path: Path, device: str, threads: int | None, content: bytes | None = None
) -> tuple[onnxruntime.InferenceSession, str]:
    """Return a session and the device it really runs on.

    ``auto`` takes the best device that works: a GPU build of onnxruntime on a machine without the
    GPU's libraries falls back to the CPU.
    """
    kind, _, index = device.partition(":")
    devices = available_devices()
    is_known = kind == "auto" or kind in devices
    has_index = index == "" or (kind not in ("auto", "cpu") and index.isascii() and index.isdigit())
    if not (is_known and has_index):
        raise DeviceUnavailable(device=device, available=", ".join(["auto", *devices]))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or usable_cores()
    # Idle threads that spin take the cores from reading and joining.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    for candidate in devices if kind == "auto" else [kind]:
        session = open_session(path, options, _provider(candidate, int(index or 0)), content)
        used = session.get_providers()[0]
        if used == dict(_PROVIDERS)[candidate]:
            return session, candidate if candidate == "cpu" else f"{candidate}:{index or 0}"
    # onnxruntime falls back without a word; who asked for a GPU wants to know.
    raise DeviceUnavailable(device=device, available="cpu")


def _provider(device: str, index: int) -> str | tuple[str, dict[str, int]]:
    name = dict(_PROVIDERS)[device]
    if device == "cpu":
        return name
    # What would otherwise be rounded on newer GPUs without being asked for.
    exact = {"use_tf32": 0} if device == "cuda" else {}
    return name, {"device_id": index, **exact}
