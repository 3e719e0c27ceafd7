"""Running ONNX models with onnxruntime."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors

from crossearth_engine.device import usable_cores
from crossearth_engine.errors import (
    DeviceUnavailable,
    IncompatibleModel,
    InvalidRequest,
    JobCanceled,
    OutOfMemory,
    PrecisionUnavailable,
    UnreadableModel,
)
from crossearth_engine.inference.backend import GPU_BATCH, FloatArray, check_network_output
from crossearth_engine.models.metadata import ModelInfo, from_deepness
from crossearth_engine.models.onnx_file import external_files

# Execution providers in order of preference, with the device name that people type.
_PROVIDERS = (
    ("cuda", "CUDAExecutionProvider"),
    ("dml", "DmlExecutionProvider"),
    ("cpu", "CPUExecutionProvider"),
)
_ERRORS = (
    ort_errors.Fail,
    ort_errors.InvalidGraph,
    ort_errors.InvalidProtobuf,
    ort_errors.InvalidArgument,
    ort_errors.NotImplemented,
    ort_errors.NoSuchFile,
    ort_errors.RuntimeException,
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
        self._input, (channels, *self._size_hw), self.fixed_batch = _check_input(
            model.weights, self._session
        )
        if channels is not None and channels != len(model.bands):
            reason = f"the network takes {channels} bands, its metadata says {len(model.bands)}."
            raise IncompatibleModel(path=model.weights, reason=reason)
        self._output = _check_output(model.weights, self._session)
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
        except _ERRORS as error:
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
            reason = f"it cannot process windows of {size} pixels ({_first_line(error)})"
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

    def resume(self) -> None:
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
        except _ERRORS as error:
            if self._is_interrupted:
                raise JobCanceled from error
            raise IncompatibleModel(path=self._path, reason=_first_line(error)) from error
        return [np.asarray(item, np.float32) for item in maps]

    def interrupt(self) -> None:
        """Make the `run` under way in another thread, and all to come, raise JobCanceled."""
        self._is_interrupted = True
        self._run_options.terminate = True


def describe_onnx(
    path: Path, num_bands: int | None = None, num_classes: int | None = None
) -> ModelInfo:
    """Return what an ONNX file without a STAC Item says of itself.

    Args:
        path: the file.
        num_bands: where it is known, for files that leave it open.
        num_classes: likewise.

    Raises:
        UnreadableModel: if it is truncated or not ONNX.
        IncompatibleModel: if it is no segmentation network.
    """
    session = _open_session(path, onnxruntime.SessionOptions(), "cpu", 0)
    _, input_shape, fixed_batch = _check_input(path, session)
    output = _check_output(path, session)
    metadata = session.get_modelmeta().custom_metadata_map
    (output_shape,) = (_static(o.shape) for o in session.get_outputs() if o.name == output)
    input_shape = (input_shape[0] or num_bands, *input_shape[1:])
    output_shape = (output_shape[0], output_shape[1] or num_classes, *output_shape[2:])
    return from_deepness(path, metadata, (fixed_batch, *input_shape), output_shape)


def read_metadata(path: Path) -> dict[str, str]:
    """Return the metadata of an ONNX file, key to text.

    Raises:
        UnreadableModel: if it is truncated or not ONNX.
    """
    session = _open_session(path, onnxruntime.SessionOptions(), "cpu", 0)
    metadata: dict[str, str] = session.get_modelmeta().custom_metadata_map
    return metadata


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
        session = _open_session(path, options, candidate, int(index or 0), content)
        used = session.get_providers()[0]
        if used == dict(_PROVIDERS)[candidate]:
            return session, candidate if candidate == "cpu" else f"{candidate}:{index or 0}"
    # onnxruntime falls back without a word; who asked for a GPU wants to know.
    raise DeviceUnavailable(device=device, available="cpu")


def _open_session(
    path: Path,
    options: onnxruntime.SessionOptions,
    device: str,
    index: int,
    content: bytes | None = None,
) -> onnxruntime.InferenceSession:
    if content is None:
        external_files(path)  # refuses data outside the file's folder, before anything is opened
    provider: Any = dict(_PROVIDERS)[device]
    if device != "cpu":
        # What would otherwise be rounded on newer GPUs without being asked for.
        exact = {"use_tf32": 0} if device == "cuda" else {}
        provider = (provider, {"device_id": index, **exact})
    try:
        return onnxruntime.InferenceSession(content or str(path), options, providers=[provider])
    except _ERRORS as error:
        raise UnreadableModel(path=path, reason=_first_line(error)) from error


def _check_input(
    path: Path, session: onnxruntime.InferenceSession
) -> tuple[str, tuple[int | None, ...], int | None]:
    """Return the input's name, its (C, H, W) and its batch size; None where they are free."""
    inputs = session.get_inputs()
    if len(inputs) != 1 or len(inputs[0].shape) != 4 or inputs[0].type != "tensor(float)":
        described = ", ".join(f"{entry.type} {entry.shape}" for entry in inputs) or "nothing"
        reason = f"the network does not take one float image but {described}."
        raise IncompatibleModel(path=path, reason=reason)
    shape = _static(inputs[0].shape)
    return inputs[0].name, shape[1:], shape[0]


def _check_output(path: Path, session: onnxruntime.InferenceSession) -> str:
    """Return the name of the first output, which must be scores per class and pixel."""
    outputs = session.get_outputs()
    if not outputs or outputs[0].type != "tensor(float)" or len(outputs[0].shape) != 4:
        described = ", ".join(f"{entry.type} {entry.shape}" for entry in outputs) or "nothing"
        reason = f"the network does not return scores per class and pixel but {described}."
        raise IncompatibleModel(path=path, reason=reason)
    return str(outputs[0].name)


def _static(shape: list[int | str | None]) -> tuple[int | None, ...]:
    return tuple(entry if isinstance(entry, int) else None for entry in shape)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
