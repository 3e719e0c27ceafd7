"""The quick recipe: features of the frozen network, and a small head fitted to polygon pixels.

No torch.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from crossearth_engine import __version__
from crossearth_engine.accuracy.figures import accuracy_figures
from crossearth_engine.job import Job
from crossearth_engine.models.deepness import deepness_metadata
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.labelled_polygons import read_samples
from crossearth_engine.training.adapted_model import (
    mark_partial,
    public_name,
    read_adaptation,
    summary,
    training_marks,
    write_model_folder,
)
from crossearth_engine.training.classes import alike_warnings, class_infos, class_names
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.quick.frozen_network import FrozenNetwork, read_frozen_network
from crossearth_engine.training.quick.head import (
    HeadKind,
    Validation,
)
from crossearth_engine.training.quick.search import Choice, Search, View
from crossearth_engine.training.rasters import files_behind, open_rasters
from crossearth_engine.training.request import FinetuneRequest

WEIGHTS_FILE = "model.onnx"
# Pixels so much larger than those of the fit are still taken as they are.
GSD_LENIENCE = 1.25


def adapt_quick(request: FinetuneRequest, job: Job) -> dict[str, Any]:
    """Fit a head to polygons, write the new model, and return a summary, ready for JSON.

    A job that is canceled once something was fitted ends well with the best so far.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    table = read_samples(request.polygons, request.field, request.layer)
    names = class_names(table)
    for text in alike_warnings(names):
        job.log("warning", text)
    with ExitStack() as stack:
        base = read_frozen_network(request)
        readers = open_rasters(request, base.model, stack, job)
        inputs = files_behind(readers)
        classes = class_infos(names, base.model.classes, request.colors)
        search = Search(request, job, base, readers, table, classes)
        last = _last_choice(request, base, names, len(table.classes))
        search.run(last and last[0])
        choice, validation, view = search.best
        head = search.final_head()
        inputs.check()
    model = _describe(request, base, choice, view.polygons)
    accuracy = _accuracy(validation, view, search.trials, choice)
    if search.is_canceled:
        accuracy = mark_partial(accuracy, search.done, search.total)
    maps = base.encoder.maps[choice.maps]
    content = base.encoder.with_head(maps, head, deepness_metadata(model))
    wall_s = round(time.perf_counter() - started, 3)
    written = write_model_folder(
        request.folder,
        model,
        lambda path: _write(path, content),
        adaptation=_origin(request, base, choice, view.polygons, last),
        accuracy=accuracy,
        parameters=base.encoder.parameters + head.weights.size,
        pretrained_source=base.model.name if base.is_pretrained else None,
    )
    return {
        **summary(request, written, accuracy, search.warnings, is_partial=search.is_canceled),
        "choice": {"gsd_m": choice.gsd_m, "maps": choice.maps, "head": str(choice.kind)},
        "windows": search.windows,
        "computed_windows": search.computed,
        "wall_s": wall_s,
    }


def _last_choice(
    request: FinetuneRequest, base: FrozenNetwork, names: list[str], polygons: int
) -> tuple[Choice, int] | None:
    """Return what a fit into the same folder has chosen, and by how many polygons.

    None where the task has changed, or there are twice as many polygons since: look again.
    """
    last = read_adaptation(request.folder)
    try:
        if (
            last is None
            or last["recipe"] != "quick"
            or last["base"]["sha256"] != base.sha256
            or last["rasters"] != [public_name(path) for path in request.rasters]
            or last["classes"] != names
            or polygons > 2 * last["chosen_by"]
            or last["maps"] not in base.encoder.maps
        ):
            return None
        head = HeadKind(last["head"]["kind"], float(last["head"]["strength"]))
        return Choice(last["gsd_m"], last["maps"], head), int(last["chosen_by"])
    except (LookupError, TypeError, ValueError):
        return None


def _describe(
    request: FinetuneRequest, base: FrozenNetwork, choice: Choice, polygons: TrainingPolygons
) -> ModelInfo:
    gsd = choice.gsd_m
    names = ", ".join(item.name for item in polygons.classes)
    rasters = ", ".join(map(public_name, request.rasters))
    return replace(
        base.model,
        id=request.model_id,
        name=request.name or request.model_id,
        description=f"{names}; adapted from {base.model.name} to drawn polygons.",
        trained_on=f"{len(polygons.class_indexes)} polygons on {rasters}.",
        weights=Path(WEIGHTS_FILE),
        gsd_m=gsd,
        # Finer rasters are brought to the very pixel size that the head was fitted at.
        gsd_range_m=None if gsd is None else (gsd, GSD_LENIENCE * gsd),
        classes=polygons.classes,
        scores="logits",
        threshold=None,
        sha256=None,
        description_file=None,
    )


def _origin(
    request: FinetuneRequest,
    base: FrozenNetwork,
    choice: Choice,
    polygons: TrainingPolygons,
    last: tuple[Choice, int] | None,
) -> dict[str, Any]:
    """Return how the model was made, ready for JSON."""
    count = len(polygons.class_indexes)
    return {
        "recipe": "quick",
        "base": {"id": base.model.id, "name": base.model.name, "sha256": base.sha256},
        # Names only: a model is handed on, and its folders and addresses are nobody's business.
        "rasters": [public_name(path) for path in request.rasters],
        "polygons": public_name(request.polygons),
        "polygon_marks": training_marks(polygons, base.model),
        "field": request.field,
        "classes": [item.name for item in polygons.classes],
        "polygon_count": count,
        "chosen_by": last[1] if last else count,
        "gsd_m": choice.gsd_m,
        "maps": choice.maps,
        "head": {"kind": choice.kind.name, "strength": choice.kind.strength},
        "seed": request.seed,
        "engine_version": __version__,
    }


def _accuracy(
    validation: Validation | None, view: View, trials: list[dict[str, Any]], choice: Choice
) -> dict[str, Any]:
    classes = view.polygons.classes
    count = len(classes)
    confusion = np.zeros((count, count)) if validation is None else validation.confusion
    counts = np.bincount(view.polygons.class_indexes, minlength=count)
    figures = accuracy_figures(confusion, classes)
    for row, drawn, pixels in zip(figures["classes"], counts, view.counts, strict=True):
        row["polygons"], row["labelled_pixels"] = int(drawn), int(pixels)
    return {
        **figures,
        "split": view.polygons.split_sentence(),
        "folds": 0 if validation is None else validation.folds,
        "gsd_m": choice.gsd_m,
        "trials": trials,
    }


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(content)
