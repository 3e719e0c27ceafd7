"""What PyTorch can do on the graphics cards of this computer, tried; see `choice.Library`."""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Mapping, Sequence

from crossearth_engine.devices.cards import Card
from crossearth_engine.devices.choice import explain
from crossearth_engine.errors import MissingPackage
from crossearth_engine.shared.findings import Finding

try:
    import torch
except ImportError as error:
    raise MissingPackage(package="torch", requirement="torch safetensors") from error

NAME = "PyTorch"

# How far a product on a card may be from that on the processor, as a share; cards round otherwise.
TOLERANCE = 0.01


def reach(cards: Sequence[Card]) -> dict[str, Card]:
    """Return the cards that this PyTorch counts, by its names for them, best first."""
    names = {}
    of_amd = [card for card in cards if card.vendor == "AMD"] if torch.version.hip else []
    for number in range(torch.cuda.device_count()):
        same = of_amd[number : number + 1] or [card for card in cards if card.cuda == number]
        names[f"cuda:{number}"] = same[0] if same else Card(_name(number), "NVIDIA", cuda=number)
    if torch.backends.mps.is_available():
        same = [card for card in cards if card.vendor == "Apple"]
        names["mps"] = same[0] if same else Card("Apple", "Apple", is_integrated=True)
    return names


def absence(card: Card) -> Finding:
    """Return why a card is not among those in `reach`."""
    details = {"card": card.name, "library": _library()}
    if card.vendor != "NVIDIA":
        return Finding("card-no-way", details)
    if card.driver is None and card.cuda is None:
        return Finding("card-without-driver", {"card": card.name})
    if torch.version.cuda is None:
        package = "torch (CUDA)"
        return Finding("card-without-library", {**details, "package": package})
    if card.cuda is None and "CUDA_VISIBLE_DEVICES" in os.environ:
        return Finding("card-hidden", {"card": card.name, "variable": "CUDA_VISIBLE_DEVICES"})
    try:
        torch.cuda.init()  # type: ignore[no-untyped-call]  # torch does not type it
    except (RuntimeError, AssertionError) as error:
        return explain(error, card, _library(), torch.cuda.get_arch_list())
    return Finding("card-not-found", {**details, "reason": "it counts none"})


def refusal(device: str, card: Card) -> Finding | None:
    """Try a small product and a convolution; return why a card cannot be used, or None.

    Args:
        device: its name in `reach`.
        card: itself.
    """
    try:
        finding = _unknown_kind(device, card) if device.startswith("cuda") else None
        if finding is not None:
            return finding
        images, weights, factor = _numbers()
        expected = _product(images, weights, factor)
        found = _product(*(values.to(device) for values in (images, weights, factor)))
        difference = (found.cpu() - expected).abs().max() / expected.abs().max()
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        return explain(error, card, _library(), torch.cuda.get_arch_list())
    # Not a number is no small number.
    if not difference <= TOLERANCE:
        return Finding("card-wrong", {"card": card.name, "library": _library()})
    return None


def versions() -> Mapping[str, str]:
    """Return the versions of what computes, by name."""
    known = {"torch": torch.__version__, "cuda": torch.version.cuda, "rocm": torch.version.hip}
    if torch.version.cuda:
        # Torch does not type it.
        known["cudnn"] = str(torch.backends.cudnn.version())  # type: ignore[no-untyped-call]
    return {name: version for name, version in known.items() if version}


def _unknown_kind(device: str, card: Card) -> Finding | None:
    """Return that there are no kernels for a card of this kind, if that is so."""
    if torch.version.hip:
        return None
    own = torch.cuda.get_device_capability(device)
    known = torch.cuda.get_arch_list()
    kinds = [re.fullmatch(r"(sm|compute)_(\d+)(\d)[af]?", name) for name in known]
    made = [(kind[1], (int(kind[2]), int(kind[3]))) for kind in kinds if kind]
    if not made or any(
        # Programs run on later cards of their own generation, what is compiled on the card on all.
        capability <= own and (kind == "compute" or capability[0] == own[0])
        for kind, capability in made
    ):
        return None
    code = "card-old" if own < min(capability for _, capability in made) else "card-new"
    capability = f"{own[0]}.{own[1]}"
    details = {"card": card.name, "library": _library(), "known": ", ".join(known)}
    return Finding(code, {**details, "capability": capability})


@functools.cache
def _numbers() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Return images, weights of a convolution, and what its result is multiplied by."""
    generator = torch.Generator().manual_seed(0)
    shapes = ((1, 3, 18, 18), (8, 3, 3, 3), (16, 16))
    images, weights, factor = (torch.randn(shape, generator=generator) for shape in shapes)
    return images, weights, factor


def _product(images: torch.Tensor, weights: torch.Tensor, factor: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.conv2d(images, weights) @ factor


def _library() -> str:
    return f"{NAME} {torch.__version__}"


def _name(number: int) -> str:
    try:
        return str(torch.cuda.get_device_name(number))
    except (RuntimeError, AssertionError):
        return f"NVIDIA graphics card {number}"
