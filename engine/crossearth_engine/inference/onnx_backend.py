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
    JobCanceled,
    OutOfMemory,
    UnreadableModel,
)
from crossearth_engine.inference.backend import FloatArray, check_network_output
from crossearth_engine.models.metadata import ModelInfo, from_deepness

# Execution providers in order of preference, with the device name that people type.
_PROVIDERS = (
    ("cuda", "CUDAExecutionProvider"),
    ("dml", "DmlExecutionProvider"),
    ("cpu", "CPUExecutionProvider"),
)
_LOAD_ERRORS = (
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

    def __init__(self, model: ModelInfo, device: str, threads: int | None) -> None:
        self._model = model
        kind, _, index = device.partition(":")
        devices = available_devices()
        if kind == "auto":
            kind = devices[0]
        if kind not in devices or (index and not index.isdigit()):
            raise DeviceUnavailable(device=device, available=", ".join(["auto", *devices]))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or usable_cores()
        # Idle threads that spin take the cores from reading and joining.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = _open_session(model.weights, options, kind, int(index or 0))
        used = self._session.get_providers()[0]
        self.device = next(name for name, provider in _PROVIDERS if provider == used)
        if self.device != kind:
            # onnxruntime falls back to the CPU without a word when a GPU library is missing.
            raise DeviceUnavailable(device=device, available=self.device)
        if self.device != "cpu":
            self.device = f"{self.device}:{int(index or 0)}"
        self._input, (channels, *size_hw), self.fixed_batch = _check_input(model, self._session)
        if channels != len(model.bands):
            reason = f"the network takes {channels} bands, its metadata says {len(model.bands)}."
            raise IncompatibleModel(path=model.weights, reason=reason)
        self._size_hw = size_hw
        self._run_options = onnxruntime.RunOptions()

    def run(self, batch: FloatArray) -> FloatArray:
        """Return scores (B, K, H, W) float32 of windows (B, C, H, W) float32."""
        for fixed, given in zip(self._size_hw, batch.shape[2:], strict=True):
            if fixed is not None and fixed != given:
                reason = f"the network only takes windows of {fixed} pixels, not {given}."
                raise IncompatibleModel(path=self._model.weights, reason=reason)
        # New for every call: an interrupted one must not end the next.
        self._run_options = onnxruntime.RunOptions()
        self._run_options.log_severity_level = 4  # being terminated is not an error to print
        try:
            outputs = self._session.run(None, {self._input: batch}, self._run_options)
        except _LOAD_ERRORS as error:
            if self._run_options.terminate:
                raise JobCanceled from error
            text = str(error)
            if "alloc" in text or "out of memory" in text.lower():
                raise OutOfMemory(device=self.device, window=batch.shape[-1]) from error
            raise IncompatibleModel(path=self._model.weights, reason=_first_line(error)) from error
        scores: FloatArray = np.asarray(outputs[0], np.float32)
        check_network_output(self._model, batch, scores)
        return scores

    def interrupt(self) -> None:
        """End a `run` under way in another thread between two of its operators."""
        self._run_options.terminate = True


def describe_onnx(path: Path) -> ModelInfo:
    """Return what an ONNX file without a STAC Item says of itself.

    Raises:
        UnreadableModel: if it is truncated or not ONNX.
        IncompatibleModel: if it is no segmentation network.
    """
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    session = _open_session(path, options, "cpu", 0)
    inputs, outputs = session.get_inputs(), session.get_outputs()
    if len(inputs) != 1:
        raise IncompatibleModel(path=path, reason=f"it has {len(inputs)} inputs instead of one.")
    metadata = session.get_modelmeta().custom_metadata_map
    return from_deepness(path, metadata, _static(inputs[0].shape), _static(outputs[0].shape))


def _open_session(
    path: Path, options: onnxruntime.SessionOptions, device: str, index: int
) -> onnxruntime.InferenceSession:
    provider: Any = dict(_PROVIDERS)[device]
    if device != "cpu":
        provider = (provider, {"device_id": index})
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=[provider])
    except _LOAD_ERRORS as error:
        raise UnreadableModel(path=path, reason=_first_line(error)) from error


def _check_input(
    model: ModelInfo, session: onnxruntime.InferenceSession
) -> tuple[str, tuple[int | None, ...], int | None]:
    """Return the input's name, its (C, H, W) and its batch size; None where they are free."""
    inputs = session.get_inputs()
    shape = _static(inputs[0].shape)
    if len(inputs) != 1 or len(shape) != 4 or inputs[0].type != "tensor(float)":
        described = ", ".join(f"{entry.type} {entry.shape}" for entry in inputs)
        reason = f"the network does not take one float image but {described}."
        raise IncompatibleModel(path=model.weights, reason=reason)
    return inputs[0].name, shape[1:], shape[0]


def _static(shape: list[int | str | None]) -> tuple[int | None, ...]:
    return tuple(entry if isinstance(entry, int) else None for entry in shape)


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
