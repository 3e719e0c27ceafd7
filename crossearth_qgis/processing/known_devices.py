"""The devices that can be chosen, as the engine found them when it last tried them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..finding_sentences import finding_sentence
from ..shared import device_list
from ..translation import translate


@dataclass(frozen=True)
class KnownDevice:
    """A device.

    Attributes:
        name: by which the engine knows it.
        label: for people.
        is_usable: whether anything can be computed on it.
        about: what each library can do on it, a line for each; empty where that is not known.
    """

    name: str
    label: str
    is_usable: bool = True
    about: str = ""


def known_devices() -> list[KnownDevice]:
    """Return what can be chosen: automatic, the processor, and the cards that were found."""
    kept = device_list.read_list() or {"devices": []}
    cards = [_described(device) for device in kept["devices"] if device["id"] != "cpu"]
    automatic = KnownDevice("auto", translate("CrossEarth", "Automatic"))
    return [automatic, KnownDevice("cpu", translate("CrossEarth", "Processor")), *cards]


def _described(device: dict[str, Any]) -> KnownDevice:
    libraries = device.get("libraries") or {}
    is_usable = any(found.get("works") for found in libraries.values())
    label = f"{device.get('name')} ({device['id']})"
    if not is_usable:
        label = translate("CrossEarth", "{card}: cannot be used").format(card=label)
    about = "\n".join(_about(package, found) for package, found in libraries.items())
    return KnownDevice(device["id"], label, is_usable, about)


def _about(package: str, found: dict[str, Any]) -> str:
    if found.get("works"):
        return translate("CrossEarth", "{library}: works").format(library=package)
    finding = found.get("finding") or {}
    sentence = finding_sentence(
        finding.get("code", ""), finding.get("sentence", ""), finding.get("details") or {}
    )
    return f"{package}: {sentence}"
