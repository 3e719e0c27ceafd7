"""The rounds of a model that is adapted again and again: the earlier ones are kept, to go back to.

Each round has a number, in its ``model.json``. The current one is the model itself; copies of the
others lie in a folder beside it. What they may take on the disk is limited: the oldest ones go.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from . import leftovers
from .model_places import MODEL_FILE
from .moves import Move, move_all, rename

LIMIT_BYTES = 1_000_000_000
"""What the earlier rounds of a model may take; the last of them stays in any case."""

ROUND = "round"
"""The number, in what ``model.json`` says of the model's origin."""


@dataclass(frozen=True)
class Round:
    """An earlier round of a model.

    Attributes:
        number: from 1.
        folder: with the model as it was.
        size_bytes: of all that is in it.
    """

    number: int
    folder: Path
    size_bytes: int


def rounds_folder(model: Path) -> Path:
    """Return where the earlier rounds of the model in a folder are kept.

    No id begins with a dot: it is the folder of no other model.
    """
    return model.with_name(f".{model.name}.rounds")


def current_round(model: Path) -> int:
    """Return the number of the round in a folder: 1 where none is told, 0 where no model is."""
    try:
        item = json.loads((model / MODEL_FILE).read_text(encoding="utf-8"))
        return max(1, int(item["properties"]["crossearth:origin"][ROUND]))
    except FileNotFoundError:
        return 0
    except (OSError, ValueError, LookupError, TypeError):
        return 1


def told_round(model: Path) -> int:
    """Return the number of the round where there are several, else 0."""
    return current_round(model) if earlier_rounds(model) else 0


def earlier_rounds(model: Path) -> list[Round]:
    """Return the rounds that can be gone back to, the oldest first; later ones are among them."""
    current = current_round(model)
    return [item for item in _kept(model) if item.number != current]


def next_round(model: Path) -> int:
    """Return the number of the round that an adaptation under the same name will be."""
    return max([current_round(model), *(item.number for item in _kept(model))]) + 1


def keep_round(model: Path) -> None:
    """Keep a copy of the current round, before another one takes its place.

    Raises:
        OSError: if it cannot be copied.
    """
    number = current_round(model)
    place = rounds_folder(model) / str(number)
    if number == 0 or place.exists():
        return
    copy = place.with_name(f"{number}.partial")
    shutil.rmtree(copy, ignore_errors=True)
    try:
        shutil.copytree(model, copy)
        rename(copy, place)
    finally:
        shutil.rmtree(copy, ignore_errors=True)
    _limit(model, number)


def go_back(model: Path, number: int) -> None:
    """Make an earlier round the model again; the one that was is kept.

    Raises:
        OSError: if that cannot be done; all is as it was then. FileNotFoundError: there is no such
            round.
    """
    place = rounds_folder(model) / str(number)
    if not (place / MODEL_FILE).is_file():
        raise FileNotFoundError(f"There is no round {number} of the model {model.name}.")
    keep_round(model)
    # Not where a model grows: a training may be at it there, or wait to be gone on with.
    aside = model.with_name(f".{model.name}.back")
    with leftovers.working_aside(aside):
        copy = aside / "model"
        shutil.copytree(place, copy)
        move_all(aside, [Move(copy, model)])


def _kept(model: Path) -> list[Round]:
    found = []
    with contextlib.suppress(OSError):
        for item in rounds_folder(model).glob(f"*/{MODEL_FILE}"):
            folder = item.parent
            if folder.name.isdecimal():
                size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
                found.append(Round(int(folder.name), folder, size))
    return sorted(found, key=lambda item: item.number)


def _limit(model: Path, last: int) -> None:
    """Remove the oldest rounds until the rest is small enough; not the one that came last."""
    kept = [item for item in _kept(model) if item.number != last]
    total = sum(item.size_bytes for item in _kept(model))
    for item in kept:
        if total <= LIMIT_BYTES:
            break
        shutil.rmtree(item.folder, ignore_errors=True)
        total -= item.size_bytes
