"""What OpenVINO can do on the processor, tried; see `choice.Library`.

OpenVINO itself is loaded here and nowhere else.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence

from crossearth_engine.devices import onnx_cards
from crossearth_engine.devices.cards import Card
from crossearth_engine.devices.openvino_library import openvino_version
from crossearth_engine.errors import MissingPackage
from crossearth_engine.shared.findings import Finding

# It tells Intel of each import, if its companion is there: it finds none.
sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type] # None: not there
try:
    import openvino as openvino
except ImportError as error:
    raise MissingPackage(package="openvino", requirement="openvino") from error

NAME = "OpenVINO"


def reach(cards: Sequence[Card]) -> dict[str, Card]:
    """Return no card: cards are onnxruntime's and PyTorch's."""
    return {}


def absence(card: Card) -> Finding:
    """Return that a card is not computed on."""
    return Finding("card-no-way", {"card": card.name, "library": _library()})


def refusal(device: str, card: Card) -> Finding | None:
    """Try a small product and a convolution; return why the processor cannot be used, or None."""
    images, weights, factor = onnx_cards.trial_numbers()
    details = {"card": card.name, "library": _library()}
    try:
        core = openvino.Core()
        network = core.read_model(onnx_cards.trial_network(weights, factor))
        settings = {"INFERENCE_PRECISION_HINT": "f32"}
        found = core.compile_model(network, device.upper(), settings)([images])[0]
    except (RuntimeError, MemoryError) as error:
        return Finding("card-failed", {**details, "reason": reason_of(error)})
    return None if onnx_cards.is_right(found) else Finding("card-wrong", details)


def versions() -> Mapping[str, str]:
    """Return its version, by name."""
    return {"openvino": openvino_version() or "?"}


def reason_of(error: Exception) -> str:
    """Return what an error of OpenVINO says: its last line, below the places in its code."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    told = [line for line in lines if not line.startswith(("Exception from", "Check "))]
    return (told or lines or [type(error).__name__])[-1].rstrip(".")


def _library() -> str:
    return f"{NAME} {openvino_version()}"
