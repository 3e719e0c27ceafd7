"""What onnxruntime can do on the graphics cards of this computer, tried; see `choice.Library`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

import numpy as np
import onnxruntime
from numpy.lib.stride_tricks import sliding_window_view

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.cards import Card
from crossearth_engine.devices.choice import explain, first_line
from crossearth_engine.devices.onnx_session import (
    ONNX_ERRORS,
    PROVIDERS,
    LibrariesMissing,
    left_to_cpu,
    new_session,
)
from crossearth_engine.shared.findings import Finding

NAME = "onnxruntime"

# How far a product on a card may be from that on the processor, as a share; cards round otherwise.
TOLERANCE = 0.01


def reach(cards: Sequence[Card]) -> dict[str, Card]:
    """Return the cards that this onnxruntime has a provider for, by its names for them."""
    present = onnxruntime.get_available_providers()
    if PROVIDERS["cuda"] in present:
        return {f"cuda:{card.cuda}": card for card in cards if card.cuda is not None}
    if PROVIDERS["dml"] in present:
        return {f"dml:{card.directml}": card for card in cards if card.directml is not None}
    return {}


def absence(card: Card) -> Finding:
    """Return why a card is not among those in `reach`."""
    details = {"card": card.name, "library": _library()}
    if card.vendor == "Apple":
        return Finding("card-unproved", {**details, "way": "CoreML"})
    if card.vendor == "NVIDIA" and card.driver is None and card.cuda is None:
        return Finding("card-without-driver", {"card": card.name})
    packages = {"NVIDIA": ["onnxruntime-gpu"]}.get(card.vendor, [])
    if sys.platform == "win32":
        packages.append("onnxruntime-directml")
    if not packages:
        return Finding("card-no-way", details)
    present = onnxruntime.get_available_providers()
    has_way = PROVIDERS["cuda" if card.vendor == "NVIDIA" else "dml"] in present
    if not has_way:
        package = " / ".join(packages)
        return Finding("card-without-library", {**details, "package": package})
    if "CUDA_VISIBLE_DEVICES" in os.environ and card.vendor == "NVIDIA":
        return Finding("card-hidden", {"card": card.name, "variable": "CUDA_VISIBLE_DEVICES"})
    return Finding("card-not-found", {**details, "reason": "its driver does not count it"})


def refusal(device: str, card: Card) -> Finding | None:
    """Try a small product and a convolution; return why a card cannot be used, or None.

    Args:
        device: its name in `reach`.
        card: itself.
    """
    images, weights, factor = trial_numbers()
    details = {"card": card.name, "library": _library()}
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4  # what is found is told below
    try:
        session = new_session(trial_network(weights, factor), device, options)
        (found,) = session.run(None, {"x": images})
    except LibrariesMissing as error:
        packages = {"cuda": "onnxruntime-gpu[cuda,cudnn]", "dml": "onnxruntime-directml"}
        package = packages[device.partition(":")[0]]
        reason = first_line(error)
        return Finding("card-libraries-missing", {**details, "reason": reason, "package": package})
    except ONNX_ERRORS as error:
        return explain(error, card, _library())
    _, _, elsewhere = left_to_cpu(session, device)
    if elsewhere:
        reason = f"it leaves {' and '.join(elsewhere)} to the processor"
        return Finding("card-failed", {**details, "reason": reason})
    return None if is_right(found) else Finding("card-wrong", details)


def is_right(found: FloatArray) -> bool:
    """Return whether this is what `trial_network` makes of the first of `trial_numbers`."""
    images, weights, factor = trial_numbers()
    patches = sliding_window_view(images[0], weights.shape[2:], axis=(1, 2))
    expected = np.einsum("cyxij,kcij->kyx", patches, weights) @ factor
    # Not a number is no small number.
    return bool(np.abs(found - expected).max() <= TOLERANCE * np.abs(expected).max())


def versions() -> Mapping[str, str]:
    """Return the versions of what computes, by name."""
    return {"onnxruntime": onnxruntime.__version__}


def trial_network(weights: FloatArray, factor: FloatArray) -> bytes:
    """Return an ONNX file of a convolution and a product, written field by field.

    The package onnx, which could do it, is not in every environment.
    """
    count, bands, height, width = weights.shape
    size = len(factor)
    graph = (
        _field(1, _node("Conv", ("x", "weights"), "maps"))
        + _field(1, _node("MatMul", ("maps", "factor"), "y"))
        + _field(2, "trial")
        + _field(5, _tensor("weights", weights))
        + _field(5, _tensor("factor", factor))
        + _field(11, _value("x", (1, bands, size + height - 1, size + width - 1)))
        + _field(12, _value("y", (1, count, size, size)))
    )
    return _field(1, 8) + _field(7, graph) + _field(8, _field(2, 17))


def _node(kind: str, inputs: Sequence[str], output: str) -> bytes:
    return b"".join(_field(1, name) for name in inputs) + _field(2, output) + _field(4, kind)


def _tensor(name: str, values: FloatArray) -> bytes:
    dims = b"".join(_field(1, size) for size in values.shape)
    return dims + _field(2, 1) + _field(8, name) + _field(9, values.tobytes())


def _value(name: str, shape: Sequence[int]) -> bytes:
    dims = b"".join(_field(1, _field(1, size)) for size in shape)
    return _field(1, name) + _field(2, _field(1, _field(1, 1) + _field(2, dims)))


def _field(number: int, value: int | str | bytes) -> bytes:
    """Return a field of a protocol buffer."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    content = value.encode() if isinstance(value, str) else value
    return _varint(number << 3 | 2) + _varint(len(content)) + content


def _varint(value: int) -> bytes:
    digits = []
    while value > 127:
        digits.append(value & 127 | 128)
        value >>= 7
    return bytes([*digits, value])


def trial_numbers() -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return images, weights of a convolution, and what its result is multiplied by."""
    generator = np.random.default_rng(0)
    images, weights, factor = (
        generator.standard_normal(shape, dtype=np.float32)
        for shape in ((1, 3, 18, 18), (8, 3, 3, 3), (16, 16))
    )
    return images, weights, factor


def _library() -> str:
    return f"{NAME} {onnxruntime.__version__}"
