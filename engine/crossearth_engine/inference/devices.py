"""What this computer can compute with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crossearth_engine.arguments import Request
from crossearth_engine.devices import onnx_cards
from crossearth_engine.devices.cards import find_cards
from crossearth_engine.devices.processor import cpu_name
from crossearth_engine.job import Job


@dataclass(frozen=True)
class DevicesRequest(Request):
    """Nothing but the question."""


def list_devices(request: DevicesRequest, job: Job) -> dict[str, Any]:
    """Return ``devices``, the fastest first: of each its ``id`` and a ``name`` for people."""
    cards = onnx_cards.reach(find_cards())
    names = {**{name: card.name for name, card in cards.items()}, "cpu": cpu_name()}
    return {"devices": [{"id": id, "name": name} for id, name in names.items()]}
