"""Tries each device with one library, in a process of its own: what hangs or crashes ends there.

The process writes a line of JSON before and after each try, so that what it has found out is known
even if it does not come to its end.
"""

from __future__ import annotations

import importlib.util
import json
import subprocess  # one call site or two, of programs named here  # nosec B404
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, TextIO

from crossearth_engine.devices.cards import Card
from crossearth_engine.devices.choice import Choice, Library
from crossearth_engine.devices.processor import cpu_name
from crossearth_engine.shared.findings import Finding

MAIN = Path(__file__).resolve().parents[1] / "__main__.py"
# Libraries of several gigabytes take their time to load from a slow disk.
LIMIT_S = 90.0

LIBRARIES = {"onnxruntime": "onnxruntime", "torch": "PyTorch", "openvino": "OpenVINO"}
"""What is tried: the names of packages, and what people call them."""
FOR_THE_PROCESSOR = ("openvino",)
"""Those of them of which no card is asked."""


@dataclass(frozen=True)
class Tried:
    """What a library can do on a device.

    Attributes:
        card: the device, or None for the processor.
        device: the library's own name for it, or None if it has none.
        finding: why it cannot be used, or None if it can.
    """

    card: Card | None
    device: str | None
    finding: Finding | None


def try_devices(package: str, cards: Sequence[Card]) -> tuple[dict[str, str], list[Tried]]:
    """Return the versions of a library and those below it, and what it can do on each device.

    Args:
        package: one of `LIBRARIES`.
        cards: of this computer.
    """
    cards = _asked_of(package, cards)
    status, lines = _told_by_child(package)
    versions: dict[str, str] = {}
    tried: list[Tried] = []
    begun: Tried | None = None
    for line in lines:
        if "versions" in line:
            versions = line["versions"]
            continue
        card = None if line["card"] is None else Card(**line["card"])
        finding = line["finding"] and Finding(**line["finding"])
        begun = Tried(card, line["device"], None) if line["is_begun"] else None
        if begun is None:
            tried.append(Tried(card, line["device"], finding))
    if begun is not None:
        tried.append(Tried(begun.card, begun.device, _ended(package, status, begun.card)))
    known = [item.card for item in tried]
    for card in (*cards, None):
        if card not in known:
            tried.append(Tried(card, None, _ended(package, status)))
    return versions, tried


def tell(package: str, cards: Sequence[Card], output: TextIO) -> None:
    """Try each device and write what comes of it: what the process does.

    Args:
        package: one of `LIBRARIES`.
        cards: of this computer.
        output: for lines of JSON.
    """
    cards = _asked_of(package, cards)

    def say(card: Card | None, device: str | None, finding: Finding | None, **more: Any) -> None:
        told = {"card": card and asdict(card), "device": device, "is_begun": False, **more}
        write({**told, "finding": finding and asdict(finding)})

    def write(told: dict[str, Any]) -> None:
        output.write(json.dumps(told) + "\n")
        output.flush()

    try:
        library = load(package)
        choice = Choice("auto", library)
    except Exception as error:  # a library that cannot be loaded raises what it likes
        for card in (*cards, None):
            say(card, None, _not_loaded(package, error))
        return
    write({"versions": dict(library.versions())})
    for device, card in choice.devices.items():
        say(card, device, None, is_begun=True)
        # The processor, too: a library may use instructions that an old one has not.
        say(card, device, library.refusal(device, card or Card(cpu_name(), "")))
    for card in cards:
        if card not in choice.devices.values():
            say(card, None, library.absence(card))


def load(package: str) -> Library:
    """Return what one of `LIBRARIES` can do.

    Raises:
        MissingPackage, ImportError, OSError: if it cannot be loaded.
    """
    if package == "torch":
        from crossearth_engine.devices import torch_cards

        return torch_cards
    if package == "openvino":
        from crossearth_engine.devices import openvino_processor

        return openvino_processor
    from crossearth_engine.devices import onnx_cards

    return onnx_cards


def _asked_of(package: str, cards: Sequence[Card]) -> Sequence[Card]:
    return () if package in FOR_THE_PROCESSOR else cards


def _told_by_child(package: str) -> tuple[int | None, list[dict[str, Any]]]:
    """Return how the process has ended, None if it was ended, and what it has told."""
    status: int | None = None
    try:
        child = subprocess.run(  # nothing is of others  # noqa: S603  # nosec B603
            [sys.executable, "-I", str(MAIN), "try-devices", package],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LIMIT_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        status, output = child.returncode, child.stdout
    except subprocess.TimeoutExpired as error:
        output = error.stdout or b""
    # The last line may be broken off.
    lines = output.decode("utf-8", "replace").splitlines(keepends=True)
    return status, [json.loads(line) for line in lines if line.endswith("\n")]


def _ended(package: str, status: int | None, card: Card | None = None) -> Finding:
    """Return what it means that the process ended before its time, perhaps on a card."""
    details = {"library": LIBRARIES[package], **({} if card is None else {"card": card.name})}
    kind = "library" if card is None else "card"
    if status is None:
        return Finding(f"{kind}-silent", {**details, "seconds": f"{LIMIT_S:g}"})
    code = {"card": "card-failed", "library": "library-broken"}[kind]
    return Finding(code, {**details, "reason": f"its process ended with status {status}"})


def _not_loaded(package: str, error: Exception) -> Finding:
    """Return why a library cannot be loaded."""
    details = {"library": LIBRARIES[package]}
    if importlib.util.find_spec(package) is None:
        return Finding("library-absent", details)
    # What is raised for people says what to install; it is there, and its cause says more.
    text = str(error.__cause__ or error).strip()
    return Finding("library-broken", {**details, "reason": (text.splitlines() or ["?"])[0]})
