"""What this computer can compute with: each device, and what each library can do on it."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from importlib.metadata import distributions
from typing import Any

from crossearth_engine import __version__
from crossearth_engine.arguments import Request
from crossearth_engine.devices import trial
from crossearth_engine.devices.cards import Card, find_cards
from crossearth_engine.devices.choice import names_of
from crossearth_engine.devices.openvino_library import NAME as OPENVINO
from crossearth_engine.devices.openvino_library import openvino_version
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.devices.trial import LIBRARIES, Tried
from crossearth_engine.digests import digest_of
from crossearth_engine.job import Job
from crossearth_engine.patience import answer_of, stopped_by
from crossearth_engine.shared.device_list import LIST_FILE_NAME, list_file, read_list
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.library_trials import read_trials
from crossearth_engine.shared.moves import rename

# What may be otherwise at the next look, without another driver or package.
_PASSING = {"card-memory", "card-silent", "card-failed", "library-silent", "library-broken"}
# The packages that say what a device can be used for.
_PACKAGES = ("torch", "onnxruntime", "openvino", "nvidia-", "numpy")


@dataclass(frozen=True)
class DevicesRequest(Request):
    """Nothing but the question."""


def list_devices(request: DevicesRequest, job: Job) -> dict[str, Any]:
    """Return ``devices``, ``libraries`` and ``trials``, ready for JSON.

    Of each device its ``id``, which stands for it whichever library computes; a ``name`` for
    people; the other ``names`` by which it can be asked for; and by ``libraries`` what each can do:
    whether it ``works``, ``as`` what the library calls it, and a ``finding`` if it does not. The
    best comes first and the processor last. Kept until a driver or a package is another one.
    The trials are what came of trying OpenVINO or bf16 for models, as `LibraryTrial` has it.
    """
    return {**_tried_devices(job), "trials": [asdict(item) for item in read_trials().values()]}


def _tried_devices(job: Job) -> dict[str, Any]:
    cards = find_cards()
    key = digest_of({"cards": [vars(card) for card in cards], **_surroundings()})
    known = read_list()
    if known is not None and known["key"] == key:
        job.log("info", "Nothing has changed since the devices were tried last.")
        return {"devices": known["devices"], "libraries": known["libraries"]}
    job.log("info", "Trying each device with each library…")
    # Of an add-on that nobody has added there is nothing to tell.
    packages = [name for name in LIBRARIES if name != OPENVINO or openvino_version()]
    executor = ThreadPoolExecutor(len(packages))
    try:
        tries = [executor.submit(trial.try_devices, package, cards) for package in packages]
        with stopped_by(job.check):
            answers = [answer_of(entry.result) for entry in tries]
    finally:
        executor.shutdown(wait=False)
    tried = {package: items for package, (_, items) in zip(packages, answers, strict=True)}
    versions = {name: text for found, _ in answers for name, text in found.items()}
    result = {"devices": describe(cards, tried), "libraries": versions}
    findings = (item.finding for items in tried.values() for item in items if item.finding)
    # What may pass is kept for people to choose from, under a key that nothing has.
    _keep({"key": "" if any(finding.code in _PASSING for finding in findings) else key, **result})
    return result


def describe(cards: tuple[Card, ...], tried: dict[str, list[Tried]]) -> list[dict[str, Any]]:
    """Return the devices, ready for JSON.

    Args:
        cards: that the system knows.
        tried: by package, what it can do on each of them, on those that only it knows, and on the
            processor.
    """
    of_libraries = [item.card for items in tried.values() for item in items]
    every = [*cards, *dict.fromkeys(card for card in of_libraries if card and card not in cards)]
    shared = Counter(card.name for card in every)
    seen: Counter[str] = Counter()
    devices = []
    for number, card in enumerate([*every, None]):
        by_library = {}
        for package, items in tried.items():
            own = next((item for item in items if item.card == card), None)
            if own is not None:
                by_library[package] = {
                    "works": own.finding is None,
                    "as": own.device,
                    "finding": own.finding and own.finding.to_dict(),
                }
        names = ["cpu"] if card is None else names_of(number, card)
        described = {"id": names[0], "name": cpu_name(), "names": names, "libraries": by_library}
        if card is None:
            devices.append({**described, "cores": usable_cores()})
            continue
        seen[card.name] += 1
        # People tell equal cards apart by a number, as their systems do.
        name = f"{card.name} #{seen[card.name]}" if shared[card.name] > 1 else card.name
        devices.append({**described, "name": name, **_facts(card)})
    return devices


def lines_on(device: dict[str, Any]) -> list[str]:
    """Return what is known of a device of the list, for people."""
    memory = f", {device['memory_mb'] / 1024:.1f} GB" if device.get("memory_mb") else ""
    driver = f", driver {device['driver']}" if device.get("driver") else ""
    lines = [f"{device['id']:<7}{device['name']}{memory}{driver}"]
    for package, found in device["libraries"].items():
        known_as = "" if found["as"] in (None, device["id"]) else f", as {found['as']}"
        text = f"works{known_as}"
        if not found["works"]:
            finding = found["finding"]
            text = Finding(finding["code"], finding["details"]).sentence
        lines.append(f"       {package}: {text}")
    return lines


def _facts(card: Card) -> dict[str, Any]:
    told = ("vendor", "memory_mb", "is_integrated", "capability", "driver", "driver_cuda")
    return {name: getattr(card, name) for name in told}


def _surroundings() -> dict[str, Any]:
    """Return what else a library's answer depends on."""
    packages = {
        name: item.version
        for item in distributions()
        if (name := (item.metadata["Name"] or "").lower()).startswith(_PACKAGES)
    }
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    own = {"engine": __version__, "python": sys.executable}
    return {**own, "packages": packages, "visible": visible}


def _keep(told: dict[str, Any]) -> None:
    """Keep the list for the next time, if it can be kept."""
    path = list_file()
    fresh = path.with_name(f"{LIST_FILE_NAME}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(told), encoding="utf-8")
        rename(fresh, path)
