"""Which library computes an ONNX model: onnxruntime, or OpenVINO where a trial found it better."""

from __future__ import annotations

from crossearth_engine.devices.openvino_library import has_bf16_matrix_unit
from crossearth_engine.errors import EngineError
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.library_trial import found_better
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.models.metadata import ModelInfo

IN_OPENVINO = "openvino "
"""Before a precision that OpenVINO is to compute in, whatever has been tried here."""


def open_onnx(
    model: ModelInfo,
    device: str,
    threads: int | None,
    precision: str = "auto",
    lanes: int = 1,
    made: Backend | None = None,
) -> OnnxBackend:
    """Return an ONNX model in the library that is to compute it.

    On the processor ``bf16`` is OpenVINO's, ``fp32`` onnxruntime's; ``auto`` is what was found
    better, onnxruntime as long as nothing was tried.

    Args:
        model: what to load.
        device: as onnxruntime calls it.
        threads: for the network, or None for all usable cores.
        precision: as in `SegmentRequest`; after `IN_OPENVINO`, in that library.
        lanes: how many calls of it are to be under way at once.
        made: what was just found better, if anything.

    Raises:
        EngineError: as for `load_backend`.
    """
    if precision.startswith(IN_OPENVINO):
        return _in_openvino(model, threads, precision.removeprefix(IN_OPENVINO), lanes)
    if device == "cpu" and precision == "bf16" and has_bf16_matrix_unit():
        return _in_openvino(model, threads, precision, lanes)
    better = found_better(model, threads) if device == "cpu" and precision == "auto" else None
    if better is None:
        return OnnxBackend(model, device, threads, precision, lanes)
    if isinstance(made, OnnxBackend) and (made.precision, made.lanes) == (better, lanes):
        return made
    try:
        return _in_openvino(model, threads, better, lanes)
    except EngineError as error:
        backend = OnnxBackend(model, device, threads, precision, lanes)
        backend.fallbacks.append(f"{error} It is taken instead.")
        return backend


def _in_openvino(model: ModelInfo, threads: int | None, precision: str, lanes: int) -> OnnxBackend:
    from crossearth_engine.inference.openvino_backend import OpenVinoBackend

    return OpenVinoBackend(model, threads, precision, lanes)
