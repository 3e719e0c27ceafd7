"""What an ONNX file says of itself, and the session of onnxruntime that it takes to ask.

Whatever runs the network later checks it the same way: one image goes in, scores come out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors

from crossearth_engine.errors import IncompatibleModel, UnreadableModel
from crossearth_engine.models.metadata import ModelInfo, from_deepness
from crossearth_engine.models.onnx_file import external_files

ONNX_ERRORS = (
    ort_errors.Fail,
    ort_errors.InvalidGraph,
    ort_errors.InvalidProtobuf,
    ort_errors.InvalidArgument,
    ort_errors.NotImplemented,
    ort_errors.NoSuchFile,
    ort_errors.RuntimeException,
)


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
    session = open_session(path)
    _, input_shape, fixed_batch = image_input(path, session)
    output = scores_output(path, session)
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
    session = open_session(path)
    metadata: dict[str, str] = session.get_modelmeta().custom_metadata_map
    return metadata


def open_session(
    path: Path,
    options: onnxruntime.SessionOptions | None = None,
    provider: Any = "CPUExecutionProvider",
    content: bytes | None = None,
) -> onnxruntime.InferenceSession:
    """Return a session of an ONNX file, or of ``content`` that was made of it.

    Raises:
        UnreadableModel: if it is truncated or not ONNX.
        IncompatibleModel: if it wants data from outside its folder.
    """
    if content is None:
        external_files(path)  # refuses data outside the file's folder, before anything is opened
    try:
        return onnxruntime.InferenceSession(content or str(path), options, providers=[provider])
    except ONNX_ERRORS as error:
        raise UnreadableModel(path=path, reason=first_line(error)) from error


def image_input(
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


def scores_output(path: Path, session: onnxruntime.InferenceSession) -> str:
    """Return the name of the first output, which must be scores per class and pixel."""
    outputs = session.get_outputs()
    if not outputs or outputs[0].type != "tensor(float)" or len(outputs[0].shape) != 4:
        described = ", ".join(f"{entry.type} {entry.shape}" for entry in outputs) or "nothing"
        reason = f"the network does not return scores per class and pixel but {described}."
        raise IncompatibleModel(path=path, reason=reason)
    return str(outputs[0].name)


def first_line(error: Exception) -> str:
    """Return what an error of onnxruntime says, without the places in its code."""
    return str(error).splitlines()[0]


def _static(shape: list[int | str | None]) -> tuple[int | None, ...]:
    return tuple(entry if isinstance(entry, int) else None for entry in shape)
