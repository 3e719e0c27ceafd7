"""The folder of a model that was made here: weights, what is known of them, how good they are.

Written beside its final place and moved there when it is complete. Only a folder that such a model
was in is ever replaced, and that model is kept as an earlier round.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.metadata import ModelInfo, read_stac_item
from crossearth_engine.models.model_folder import new_folder
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.publishing import check_name, writing
from crossearth_engine.raster.labelled_polygons import LabelledPolygons
from crossearth_engine.raster.polygon_marks import kept_marks, marks_of
from crossearth_engine.reports.accuracy import write_accuracy_report
from crossearth_engine.reports.regression import write_number_report
from crossearth_engine.shared import model_item, model_rounds
from crossearth_engine.shared.dates import dates_named
from crossearth_engine.shared.findings import Finding, told
from crossearth_engine.shared.model_places import MODEL_FILE
from crossearth_engine.shared.options import FINETUNE
from crossearth_engine.shared.wording import say
from crossearth_engine.training.request import FinetuneRequest

REPORT_FILE = "accuracy.html"
ACCURACY_FILE = "accuracy.json"
DISTILLED, GROUPED = "distill", "kmeans"
"""The recipes of what learned from another model, and of groups without samples, where others name
that of an adaptation."""


def read_adaptation(folder: Path) -> dict[str, Any] | None:
    """Return how the model in a folder was made, or None where there is none made here."""
    try:
        item = model_item.load(folder / MODEL_FILE)
        adaptation: dict[str, Any] = item["properties"]["crossearth:origin"]
        has_recipe = adaptation["recipe"] in (*FINETUNE["recipe"].choices, DISTILLED, GROUPED)
        return adaptation if has_recipe and "imported" not in adaptation else None
    except (ValueError, LookupError, TypeError):
        return None


def public_name(path: str) -> str:
    """Return the name of a file, or of what an address leads to, without folders and keys.

    Of several dates those of each, with the date.
    """
    dates = dates_named(path)
    if dates is not None:
        return ", ".join(f"{public_name(own.path)} ({own.date})" for own in dates.rasters)
    return Path(path.partition("?")[0].partition("|")[0]).name


def training_marks(polygons: LabelledPolygons, base: ModelInfo) -> list[str]:
    """Return marks of the polygons that a model has seen: these, and those of its base."""
    seen = marks_of(polygons.placed(0)[polygons.is_inside], polygons.grids[0].crs)
    return kept_marks(seen.union(base.training_marks))


def check_folder(folder: Path) -> None:
    """Raise InvalidRequest if what lies there is something else than a model made here.

    Raises:
        OutputNotWritable: if nothing can have this name.
    """
    check_name(folder)
    is_free = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    if not is_free and read_adaptation(folder) is None:
        reason = f"{folder} exists and holds something else. Choose another name or folder."
        raise InvalidRequest(reason=reason)


def mark_partial(accuracy: dict[str, Any], done: int, total: int) -> dict[str, Any]:
    """Return the figures of a model whose training ended early, with a finding that says so."""
    finding = Finding("training-cut-short", {"done": str(done), "total": str(total)})
    return {**accuracy, "partial": True, **told([finding])}


def write_model_folder(
    folder: Path,
    model: ModelInfo,
    write_weights: Callable[[Path], None],
    *,
    adaptation: dict[str, Any],
    accuracy: dict[str, Any],
    parameters: int,
    pretrained_source: str | None,
) -> ModelInfo:
    """Write a model and return it as it will be found; one that is there becomes a round of it.

    Args:
        folder: final place; its name is the model's id.
        model: what to say of it; ``weights`` gives the file's name.
        write_weights: writes the file at a path.
        adaptation: how it was made, ready for JSON; has the ``recipe``.
        accuracy: its figures, ready for JSON.
        parameters: how many numbers the network holds.
        pretrained_source: what it started from, or None.

    Raises:
        OutputNotWritable, NotEnoughSpace, DiskFull: if it cannot be stored.
    """
    adaptation = {**adaptation, model_rounds.ROUND: model_rounds.next_round(folder)}
    with writing(folder):
        model_rounds.keep_round(folder)
    with new_folder(folder, 4 * parameters, is_replaced=True) as made:
        weights = made / model.weights.name
        write_weights(weights)
        write_stac_item(
            replace(model, weights=weights),
            made / MODEL_FILE,
            total_parameters=parameters,
            pretrained_source=pretrained_source,
            accuracy=accuracy,
            origin=adaptation,
        )
        (made / ACCURACY_FILE).write_text(
            json.dumps(accuracy, indent=1, allow_nan=False) + "\n", encoding="utf-8"
        )
        title = say("Accuracy of {name}", name=model.name)
        write = write_accuracy_report if model.quantity is None else write_number_report
        write(made / REPORT_FILE, title, accuracy, adaptation)
    return read_stac_item(folder / MODEL_FILE)


def summary(
    request: FinetuneRequest,
    model: ModelInfo,
    accuracy: dict[str, Any],
    findings: list[Finding],
    *,
    is_partial: bool,
) -> dict[str, Any]:
    """Return what was made of a request, as people and QGIS are told it, ready for JSON."""
    return {
        "id": model.id,
        "name": model.name,
        "path": str(request.folder),
        "weights": str(request.folder / model.weights.name),
        "report": str(request.folder / REPORT_FILE),
        "round": model_rounds.current_round(request.folder),
        "earlier_rounds": [item.number for item in model_rounds.earlier_rounds(request.folder)],
        "recipe": request.recipe,
        "partial": is_partial,
        "classes": [vars(item) for item in model.classes],
        "quantity": model.quantity and model.quantity.to_dict(),
        "accuracy": accuracy,
        **told(findings),
    }
