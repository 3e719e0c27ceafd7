"""What this computer can compute with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crossearth_engine.arguments import Request
from crossearth_engine.devices.processor import cpu_name
from crossearth_engine.inference.onnx_backend import available_devices
from crossearth_engine.job import Job


@dataclass(frozen=True)
class DevicesRequest(Request):
    """Nothing but the question."""


def list_devices(request: DevicesRequest, job: Job) -> dict[str, Any]:
    """Return ``devices``, the fastest first: of each its ``id`` and a ``name`` for people."""
    names = {"cpu": cpu_name()}
    return {"devices": [{"id": id, "name": names.get(id, id)} for id in available_devices()]}
