"""The graphics cards that the system knows, found without any library that computes on them.

A card counts even where nothing can use it: people want to know why. Each source has a time limit,
because a driver that is broken hangs rather than fails.
"""

from __future__ import annotations

import functools
import platform
import re
import shutil
import subprocess  # one call site or two, of programs named here  # nosec B404
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from crossearth_engine.devices import cuda_driver, dxgi

T = TypeVar("T")

SOURCE_S = 5.0

_VENDORS = {0x10DE: "NVIDIA", 0x1002: "AMD", 0x8086: "Intel"}
# What Windows calls a card of which it has no driver, or that is no card.
_NO_CARD = ("Microsoft Basic", "Microsoft Remote")
# A card with less memory of its own is part of a processor and works in the computer's memory.
_LEAST_OWN_MB = 600


@dataclass(frozen=True)
class Card:
    """A graphics card.

    Attributes:
        name: as people know it.
        vendor: ``NVIDIA``, ``AMD``, ``Intel`` or ``Apple``.
        memory_mb: what it has of its own, where that is known.
        is_integrated: whether it is part of the processor.
        cuda: its number among those that CUDA counts, or None.
        directml: its number among those that DirectML counts, or None.
        capability: what CUDA calls the generation of its processors, such as ``6.1``.
        driver: the version of NVIDIA's driver, or None without one.
        driver_cuda: the newest CUDA that the driver knows, such as ``12.4``.
        place: where it sits, by which sources know that they speak of the same.
    """

    name: str
    vendor: str
    memory_mb: int | None = None
    is_integrated: bool = False
    cuda: int | None = None
    directml: int | None = None
    capability: str | None = None
    driver: str | None = None
    driver_cuda: str | None = None
    place: str = ""


@functools.cache
def find_cards() -> tuple[Card, ...]:
    """Return the cards of this computer, those first that compute best; they are ``gpu:0`` on.

    Those that CUDA counts come first, in its order; other cards with memory of their own follow,
    and what is part of a processor comes last.
    """
    if sys.platform == "darwin":
        return _in_time(_apple)
    by_cuda = _with_driver(_in_time(_by_cuda))
    others = _in_time(_by_dxgi if sys.platform == "win32" else _on_the_bus)
    if not by_cuda and any(card.vendor == "NVIDIA" for card in others):
        by_cuda = _in_time(_by_nvidia_smi)
    return merged(by_cuda, others)


def merged(by_cuda: Sequence[Card], others: Sequence[Card]) -> tuple[Card, ...]:
    """Return each card once, in order: those that NVIDIA's driver tells of, then the others."""
    left = list(others)
    cards = []
    for card in by_cuda:
        same = next((other for other in left if other.place == card.place != ""), None)
        same = same or next((other for other in left if other.name == card.name), None)
        if same is not None:
            left.remove(same)
            card = replace(card, directml=same.directml)
        cards.append(card)
    left.sort(key=lambda card: (card.is_integrated, -(card.memory_mb or 0)))
    return (*cards, *left)


def _in_time(source: Callable[[], tuple[T, ...]]) -> tuple[T, ...]:
    """Return what a source says, or nothing if it fails or takes too long."""
    answers: list[tuple[T, ...]] = []

    def ask() -> None:
        try:
            answers.append(source())
        except (OSError, ValueError, AttributeError, subprocess.SubprocessError):
            return  # what a system has not cannot tell

    thread = threading.Thread(target=ask, name=source.__name__, daemon=True)
    thread.start()
    thread.join(SOURCE_S)
    return answers[0] if answers else ()


def _by_cuda() -> tuple[Card, ...]:
    return tuple(
        Card(
            name=card.name if card.name.startswith("NVIDIA") else f"NVIDIA {card.name}",
            vendor="NVIDIA",
            memory_mb=card.memory_bytes // 1024**2,
            cuda=number,
            capability=card.capability,
            driver_cuda=card.driver_cuda,
            place=card.place,
        )
        for number, card in enumerate(cuda_driver.cards())
    )


def _with_driver(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Return cards with the version of the driver that runs them."""
    versions = _in_time(lambda: (cuda_driver.version(),)) if cards else ()
    return tuple(replace(card, driver=version) for card in cards for version in versions or (None,))


def _by_nvidia_smi() -> tuple[Card, ...]:
    """Ask the tool of the driver: also of cards that CUDA does not count, because it is broken."""
    asked = ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader,nounits"]
    tool = shutil.which("nvidia-smi")
    # Windows looks in the current folder first, which may be that of anybody's data.
    if tool is None or not Path(tool).is_absolute():
        return ()
    answer = subprocess.run(  # nothing is of others  # noqa: S603  # nosec B603
        [tool, *asked],
        capture_output=True,
        text=True,
        timeout=SOURCE_S - 1,
        check=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    rows = [re.split(r",\s*", line.strip()) for line in answer.stdout.splitlines() if line.strip()]
    return tuple(
        Card(
            name=name if name.startswith("NVIDIA") else f"NVIDIA {name}",
            vendor="NVIDIA",
            memory_mb=int(memory) if memory.isdecimal() else None,
            driver=driver,
        )
        for name, memory, driver in rows
    )


def _by_dxgi() -> tuple[Card, ...]:
    return tuple(
        Card(
            name=adapter.name,
            vendor=_VENDORS[adapter.vendor],
            memory_mb=adapter.memory_bytes // 1024**2,
            is_integrated=adapter.memory_bytes < _LEAST_OWN_MB * 1024**2,
            directml=adapter.number,
            place=adapter.place,
        )
        for adapter in dxgi.adapters()
        if adapter.vendor in _VENDORS and not adapter.name.startswith(_NO_CARD)
    )


def _on_the_bus(devices: Path = Path("/sys/bus/pci/devices")) -> tuple[Card, ...]:
    """Read the bus of a Linux: a card without a driver is there, too."""
    cards = []
    for folder in sorted(devices.iterdir()) if devices.is_dir() else ():
        try:
            kind, vendor, device = (
                int((folder / name).read_text(), 16) for name in ("class", "vendor", "device")
            )
        except (OSError, ValueError):
            continue  # one that is being taken out, or that a container hides
        if kind >> 16 == 0x03 and vendor in _VENDORS:
            maker, memory_mb = _VENDORS[vendor], _amd_memory_mb(folder)
            is_on_first_bus = maker == "Intel" and ":00:" in folder.name
            cards.append(
                Card(
                    name=f"{maker} {_pci_name(vendor, device)}",
                    vendor=maker,
                    memory_mb=memory_mb,
                    is_integrated=is_on_first_bus or (memory_mb or _LEAST_OWN_MB) < _LEAST_OWN_MB,
                    driver=_nvidia_driver() if maker == "NVIDIA" else None,
                    place=folder.name.lower(),
                )
            )
    return tuple(cards)


def _pci_name(vendor: int, device: int) -> str:
    """Return what the list of the system calls a device, or its number."""
    for path in (Path("/usr/share/hwdata/pci.ids"), Path("/usr/share/misc/pci.ids")):
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            of_vendor = re.search(rf"^{vendor:04x}\s.*\n((?:[\t#].*\n)*)", text, re.M)
            name = of_vendor and re.search(rf"^\t{device:04x}\s+(.+)$", of_vendor[1], re.M)
            if name:
                in_brackets = re.search(r"\[(.+?)\]", name[1])
                return in_brackets[1] if in_brackets else name[1]
    return f"graphics card {device:04x}"


def _amd_memory_mb(folder: Path) -> int | None:
    """Return what AMD's driver tells of a card's own memory."""
    path = folder / "mem_info_vram_total"
    return int(path.read_text()) // 1024**2 if path.is_file() else None


def _nvidia_driver(path: Path = Path("/proc/driver/nvidia/version")) -> str | None:
    """Return the version of the kernel's part of the driver, if it is loaded."""
    if not path.is_file():
        return None
    found = re.search(r"\b(\d{3}\.\d+(?:\.\d+)?)\b", path.read_text())
    return found and found[1]


def _apple() -> tuple[Card, ...]:
    """Return the card of a Mac, which is part of its processor; Intel's Macs have none for us."""
    if platform.machine() != "arm64":
        return ()
    name = subprocess.run(  # nosec B603: nothing in it is of others
        ["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"],
        capture_output=True,
        text=True,
        timeout=SOURCE_S,
        check=False,
    ).stdout.strip()
    return (Card(name=name or "Apple", vendor="Apple", is_integrated=True),)
