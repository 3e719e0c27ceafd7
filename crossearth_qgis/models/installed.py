"""The user's own models on disk: renamed, copied and deleted; those that came with us stay."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from ..shared import leftovers, mlm_item, model_item, model_places, model_rounds, moves


@dataclass(frozen=True)
class InstalledModel:
    """A model in the user's data folder.

    Attributes:
        id: the name of its folder.
        name: what people call it; the id where its description cannot be read.
        size_bytes: of its files, without earlier rounds.
        rounds: how many earlier rounds of it are kept.
        rounds_bytes: what they take.
    """

    id: str
    name: str
    size_bytes: int
    rounds: int
    rounds_bytes: int


def installed_models() -> list[InstalledModel]:
    """Return the user's models, also those that cannot be used."""
    found = []
    for item in model_places.installed([model_places.user_models_folder()]).values():
        folder = item.parent
        try:
            name = model_places.read_installed(item).name
        except model_item.ItemError:
            name = folder.name
        size = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        earlier = model_rounds.earlier_rounds(folder)
        rounds_bytes = sum(round_.size_bytes for round_ in earlier)
        found.append(InstalledModel(folder.name, name, size, len(earlier), rounds_bytes))
    return found


def rename(model_id: str, name: str) -> None:
    """Give a model another name for people; its id, which projects and scripts hold, stays.

    Raises:
        OSError, ValueError: if its description cannot be changed.
    """
    _describe(_folder(model_id), name)


def duplicate(model_id: str, name: str) -> str:
    """Copy a model, without its earlier rounds, and return the id of the copy.

    Raises:
        OSError, ValueError: if it cannot be copied; nothing is left of the copy then.
    """
    base = model_places.as_id(name) or model_id
    ids = (base if number == 1 else f"{base}-{number}" for number in count(1))
    # No name that has, or had, rounds: they would become rounds of the copy.
    new_id = next(
        text
        for text in ids
        if not _folder(text).exists() and model_rounds.next_round(_folder(text)) == 1
    )
    # Half a copy is no model that somebody could choose meanwhile.
    aside = _folder(f".{new_id}.copy")
    with leftovers.working_aside(aside):
        copy = aside / new_id
        shutil.copytree(_folder(model_id), copy)
        _describe(copy, name)
        moves.rename(copy, _folder(new_id))
    return new_id


def delete(model_id: str) -> None:
    """Delete a model with all its rounds.

    Raises:
        OSError: if there is none, or one of its folders cannot be moved; all is as it was then.
    """
    folder = _folder(model_id)
    if not folder.is_dir():
        raise FileNotFoundError(f"There is no model {model_id}.")
    folders = [path for path in (folder, model_rounds.rounds_folder(folder)) if path.exists()]
    # All of it at once: half a model would still be offered.
    aside = _folder(f".{model_id}.deleted")
    with leftovers.working_aside(aside):
        goes = [moves.Move(aside / path.name, path, is_removal=True) for path in folders]
        moves.move_all(aside, goes)


def _folder(model_id: str) -> Path:
    return model_places.user_models_folder() / model_id


def _describe(folder: Path, name: str) -> None:
    """Write a name, and the id that the folder gives, into the description of a model."""
    path = folder / model_places.MODEL_FILE
    item = json.loads(path.read_text(encoding="utf-8"))
    try:
        item["id"] = folder.name
        item["properties"] |= {"mlm:name": mlm_item.mlm_name(name), "crossearth:name": name}
    except (LookupError, TypeError) as error:
        raise ValueError(f"{path} describes no model") from error
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(json.dumps(item, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    fresh.replace(path)
