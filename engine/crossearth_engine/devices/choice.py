"""Which device a network is computed on: the one that was named, or the best that works.

A device has a name that does not depend on the library: ``cpu``, or ``gpu:0``, ``gpu:1``, … in the
order of `cards.find_cards`. The names that libraries have for the same cards are understood, too,
whichever library computes: ``cuda:0``, ``dml:0``, ``mps``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from crossearth_engine.devices.cards import Card, find_cards
from crossearth_engine.devices.processor import cpu_name
from crossearth_engine.errors import (
    DeviceFailed,
    DeviceUnavailable,
    DeviceUnusable,
    OutOfMemory,
    PrecisionUnavailable,
)
from crossearth_engine.faults import is_out_of_memory
from crossearth_engine.shared.findings import Finding

T = TypeVar("T")

# What a person can do something about, or has to know, when a run does not use a card.
_TOLD = {
    *("card-without-library", "card-without-driver", "card-driver-old", "card-not-found"),
    *("card-old", "card-new", "card-libraries-missing"),
}


class Library(Protocol):
    """A library that computes: `torch_cards` or `onnx_cards`."""

    NAME: str

    def reach(self, cards: Sequence[Card]) -> dict[str, Card]:
        """Return the cards that it may compute on, by its own names for them, best first."""
        ...

    def absence(self, card: Card) -> Finding:
        """Return why another card is not among them."""
        ...

    def refusal(self, device: str, card: Card) -> Finding | None:
        """Try a card by its own name; return why it cannot be used, or None."""
        ...

    def versions(self) -> Mapping[str, str]:
        """Return its version, and those of the libraries below it, by name."""
        ...


class Choice:
    """The devices that may be taken for what was asked for.

    Args:
        asked: ``auto``, ``cpu``, or a card by any of its names.
        library: what is to compute.

    Attributes:
        devices: the cards by the library's own names, and ``cpu`` without one; the best first.
        findings: why other cards of this computer are not among them, where a person can do
            something about it.

    Raises:
        DeviceUnavailable: if there is no device of that name.
        DeviceUnusable: if the library cannot reach it.
    """

    def __init__(self, asked: str, library: Library) -> None:
        self._asked = asked
        self._library = library
        self._refusals: dict[str, Finding | None] = {"cpu": None}
        # By the library's own names: those that do not depend on it.
        self._names: dict[str, str] = {}
        self.devices: dict[str, Card | None] = {}
        self.findings: list[Finding] = []
        if asked == "cpu":
            self.devices["cpu"] = None
            return
        cards = find_cards()
        reach = library.reach(cards)
        every = [*cards, *(card for card in reach.values() if card not in cards)]
        for device, card in reach.items():
            self._names[device] = names_of(every.index(card), card)[0]
        if asked == "auto":
            self.devices = {**reach, "cpu": None}
            absent = [library.absence(card) for card in cards if card not in reach.values()]
            self.findings = [finding for finding in absent if finding.code in _TOLD]
        else:
            device = self._named(every, reach)
            self.devices[device] = reach[device]

    def check(self, device: str) -> None:
        """Raise DeviceUnusable unless a small product and a convolution come out right on it."""
        if device not in self._refusals:
            card = self.devices[device]
            self._refusals[device] = None if card is None else self._library.refusal(device, card)
        finding = self._refusals[device]
        if finding is not None:
            raise self._unusable(finding, device)

    def without_precision(self, device: str, error: PrecisionUnavailable) -> DeviceUnusable:
        """Return the error that says that a device does not compute in a precision."""
        available = error.details["available"].removeprefix("auto, ")
        details = {"precision": error.details["precision"], "available": available}
        card = self.hardware(device)["device_name"]
        return self._unusable(Finding("card-precision", {"card": card, **details}), device)

    def hardware(self, device: str) -> dict[str, Any]:
        """Return what something on a device runs on, ready for JSON."""
        card = self.devices[device]
        return {
            "device_name": cpu_name() if card is None else card.name,
            "driver": None if card is None else card.driver,
            "libraries": dict(self._library.versions()),
        }

    def _named(self, every: Sequence[Card], reach: Mapping[str, Card]) -> str:
        """Return the library's own name of the card that was asked for by one of its names."""
        asked = self._asked
        wanted = asked if ":" in asked or asked == "mps" else f"{asked}:0"
        for number, card in enumerate(every):
            own = next((device for device, other in reach.items() if other == card), None)
            if wanted == own or wanted in names_of(number, card):
                if own is None:
                    raise self._unusable(self._library.absence(card))
                return own
        raise DeviceUnavailable(device=asked, available=self._available())

    def _unusable(self, finding: Finding, device: str | None = None) -> DeviceUnusable:
        """Return the error that says why a device cannot be used."""
        return DeviceUnusable(
            device=self._names.get(device or "", "") if self._asked == "auto" else self._asked,
            **finding.reason,
            available=self._available(device),
        )

    def _available(self, left_out: str | None = None) -> str:
        names = [name for device, name in self._names.items() if device != left_out]
        return ", ".join(["auto", *names, "cpu"])


def first_that_works(
    asked: str, library: Library, open_on: Callable[[str], T]
) -> tuple[T, list[Finding]]:
    """Open something on the device that was asked for; with ``auto``, on the best that works.

    Args:
        asked: as for `Choice`.
        library: what computes.
        open_on: opens it on a device by the library's own name for it.

    Returns:
        What was opened, and why each better device was passed over.

    Raises:
        EngineError: as `Choice` and opening say.
    """
    choice = Choice(asked, library)
    findings = list(choice.findings)
    *better, last = choice.devices
    for device in better:
        try:
            choice.check(device)
            return open_on(device), findings
        except DeviceUnusable as error:
            findings.append(finding_of(error))
        except (DeviceFailed, OutOfMemory) as error:
            card = choice.devices[device]
            if card is not None:
                findings.append(explain(error, card, library.NAME))
    choice.check(last)
    return open_on(last), findings


def finding_of(error: DeviceUnusable) -> Finding:
    """Return why a device cannot be used."""
    told = json.loads(error.details["finding"])
    return Finding(told["code"], told["details"])


def names_of(number: int, card: Card) -> list[str]:
    """Return all names of a card, the one that does not depend on the library first."""
    names = [f"gpu:{number}"]
    if card.cuda is not None:
        names.append(f"cuda:{card.cuda}")
    if card.directml is not None:
        names.append(f"dml:{card.directml}")
    return [*names, "mps"] if card.vendor == "Apple" else names


def explain(error: Exception, card: Card, library: str, kernels: Sequence[str] = ()) -> Finding:
    """Return what an error on a card says of it.

    Args:
        error: of the library, or one of ours that was made of it.
        card: that it came from.
        library: with its version.
        kernels: kinds of cards that it was built for, if it tells.
    """
    text = str(error.details["reason"]) if isinstance(error, DeviceFailed) else first_line(error)
    details = {"card": card.name, "library": library}
    if is_out_of_memory(error):
        memory = "?" if card.memory_mb is None else f"{card.memory_mb} MB"
        return Finding("card-memory", {"card": card.name, "memory": memory})
    if re.search(r"driver.* too old|driver version is insufficient", text, re.I):
        return Finding("card-driver-old", {**details, "driver": card.driver or "?"})
    if re.search(r"no kernel image", text, re.I):
        known = ", ".join(kernels) or "?"
        return Finding(
            "card-old", {**details, "capability": card.capability or "?", "known": known}
        )
    return Finding("card-failed", {**details, "reason": text.rstrip(".")})


def first_line(error: Exception) -> str:
    """Return what an error says, without what libraries add to it and the places in their code."""
    text = (str(error).strip().splitlines() or [type(error).__name__])[0]
    text = re.sub(r"^\[ONNXRuntimeError\] : \d+ : \w+ : ", "", text)
    text = re.sub(r"^Load model from .*? failed:\s*", "", text)
    return re.sub(r"/\S*onnxruntime\S*\.(?:cc|h|cpp|cu):\d+ (?:.*?\)(?: const)? )?", "", text)
