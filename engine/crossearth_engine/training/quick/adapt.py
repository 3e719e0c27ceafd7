"""The quick recipe: features of the frozen network, and a small head fitted to polygon pixels.

The head tells classes, or numbers of a field.

No torch.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from crossearth_engine import __version__
from crossearth_engine.inference.view import GSD_LENIENCE
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.models.deepness import deepness_metadata
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import weight_files
from crossearth_engine.models.onnx_lent_weights import write_with_weights
from crossearth_engine.raster.labelled_polygons import PolygonTable, read_numbers, read_samples
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.quantity import RAMP, Quantity
from crossearth_engine.training.adapted_model import (
    mark_partial,
    public_name,
    summary,
    training_marks,
    write_model_folder,
)
from crossearth_engine.training.classes import alike_findings, class_infos, class_names
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.quick.class_search import ClassSearch
from crossearth_engine.training.quick.frozen_network import FrozenNetwork, read_frozen_network
from crossearth_engine.training.quick.number_search import NumberSearch
from crossearth_engine.training.quick.reference import (
    fit_reference,
    of_the_same_imagery,
    with_reference,
)
from crossearth_engine.training.quick.search import AnyTrial, Search
from crossearth_engine.training.quick.views import Elsewhere
from crossearth_engine.training.rasters import (
    coarsest_pixel,
    files_behind,
    open_rasters,
    pixel_findings,
    quantiles_of,
)
from crossearth_engine.training.request import FinetuneRequest

WEIGHTS_FILE = "model.onnx"
# Fewer whole numbers may be codes of classes.
MOST_CODES = 12
# Of the samples, between which the colours of a map of numbers span.
SHOWN = (0.02, 0.98)


def adapt_quick(
    request: FinetuneRequest, job: Job, elsewhere: Elsewhere | None = None
) -> dict[str, Any]:
    """Fit a head to polygons, write the new model, and return a summary, ready for JSON.

    A job that is canceled once something was fitted ends well with the best so far.

    Args:
        request: what to adapt to what.
        job: may be canceled, and is told how far it is.
        elsewhere: who computes what the network sees, if not this process.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    table = _read(request, job)
    with ExitStack() as stack:
        base = read_frozen_network(request)
        # They are read again when the new model is written.
        networks = base.parts or ((base.model,) if base.is_pretrained else ())
        weights = Inputs(path for model in networks for path in weight_files(model))
        readers = open_rasters(request, base.model, stack, job)
        # Others are shown finer pixels than those of their training, on purpose.
        encoders = base.parts or ((base.model,) if base.model.is_encoder else ())
        pixels = [item for model in encoders for item in pixel_findings(request, readers, model)]
        for finding in (*base.findings, *pixels):
            job.warn(finding)
        inputs = files_behind(readers)
        embeddings = filter(None, (reader.source.embedding for reader in readers))
        attributions = [*dict.fromkeys(item.attribution for item in embeddings)]
        search = _search_of(request, job, base, readers, table, elsewhere)
        best = search.run()
        head = search.final_head(best)
        quantiles, raster_gsd = quantiles_of(readers), coarsest_pixel(request, readers)
        inputs.check()
    base, view = search.base, search.view
    of_maps = base.model_of(best.choice.maps)
    described = _describe(request, of_maps, search.gsd_m, view.polygons, attributions)
    model = replace(described, quantiles=quantiles)
    accuracy = search.accuracy(best)
    if search.is_canceled:
        accuracy = mark_partial(accuracy, search.done, search.total)
    maps = base.encoder.maps[best.choice.maps]
    # Of a network that was left out nothing is computed.
    judged = base.judged_maps if {*base.judged_maps} <= {*maps} else ()
    content = base.encoder.with_head(maps, head, deepness_metadata(model), judged)
    reference = fit_reference(view.windows) if judged else None
    if reference:
        # Where the base knows such imagery, what it knows besides is no other sensor's.
        others = of_the_same_imagery(base.references, view.windows)
        content = with_reference(content, judged, model.window_size, reference, *others)
    taken = base.networks_in(best.choice.maps)
    wall_s = round(time.perf_counter() - started, 3)
    written = write_model_folder(
        request.folder,
        model,
        lambda path: _write(path, content, weights),
        adaptation=_origin(request, base, search, best, raster_gsd),
        accuracy=accuracy,
        parameters=base.encoder.parameters(maps) + head.pixel.weights.size,
        pretrained_source=of_maps.name if base.is_pretrained and taken else None,
    )
    return {
        **summary(request, written, accuracy, search.findings, is_partial=search.is_canceled),
        "choice": {
            "gsd_m": search.gsd_m,
            "maps": best.choice.maps,
            "head": str(best.choice.kind),
        },
        "windows": search.windows,
        "computed_windows": search.computed,
        "wall_s": wall_s,
    }


def _read(request: FinetuneRequest, job: Job) -> PolygonTable:
    """Return the samples, and tell what is doubtful about what they say."""
    if not request.numbers:
        table = read_samples(request.polygons, request.field, request.layer)
        for finding in alike_findings(class_names(table)):
            job.warn(finding)
        return table
    table = read_numbers(request.polygons, request.field, request.layer)
    count = len({*table.numbers.tolist()}) if table.numbers is not None else 0
    if table.are_whole and 1 < count <= MOST_CODES:
        details = {"field": request.field, "count": str(count)}
        job.warn(Finding("class-codes", details))
    return table


def _search_of(
    request: FinetuneRequest,
    job: Job,
    base: FrozenNetwork,
    readers: Sequence[RasterReader],
    table: PolygonTable,
    elsewhere: Elsewhere | None,
) -> Search[Any]:
    """Return what looks for the head."""
    if request.numbers:
        only = (ClassInfo(0, request.field, RAMP[0]),)
        return NumberSearch(request, job, base, readers, table, only, elsewhere)
    classes = class_infos(class_names(table), base.model.classes, request.colors)
    return ClassSearch(request, job, base, readers, table, classes, elsewhere)


def _describe(
    request: FinetuneRequest,
    base: ModelInfo,
    gsd: float | None,
    polygons: TrainingPolygons,
    attributions: list[str],
) -> ModelInfo:
    names = ", ".join(item.name for item in polygons.classes)
    rasters = ", ".join(map(public_name, request.rasters))
    return replace(
        base,
        id=request.model_id,
        name=request.name or request.model_id,
        description=f"{names}; adapted from {base.name} to drawn polygons.",
        trained_on=" ".join(
            [f"{len(polygons.class_indexes)} polygons on {rasters}.", *attributions]
        ),
        weights=Path(WEIGHTS_FILE),
        gsd_m=gsd,
        # Finer rasters are brought to the very pixel size that the head was fitted at.
        gsd_range_m=None if gsd is None else (gsd, GSD_LENIENCE * gsd),
        **_told(request, polygons),
        threshold=None,
        sha256=None,
        description_file=None,
    )


def _told(request: FinetuneRequest, polygons: TrainingPolygons) -> dict[str, Any]:
    """Return what the new model tells."""
    numbers = polygons.numbers
    if numbers is None:
        return {"classes": polygons.classes, "scores": "logits", "quantity": None}
    # By the few that are far off the others, a map would be of one colour.
    low, high = np.quantile(numbers[polygons.is_inside], SHOWN)
    quantity = Quantity(request.field, (float(low), float(high)))
    return {"classes": (), "scores": "numbers", "quantity": quantity}


def _origin(
    request: FinetuneRequest,
    base: FrozenNetwork,
    search: Search[Any],
    best: AnyTrial,
    raster_gsd: float | None,
) -> dict[str, Any]:
    """Return how the model was made, ready for JSON."""
    polygons = search.view.polygons
    return {
        "recipe": "quick",
        "base": {"id": base.model.id, "name": base.model.name, "sha256": base.sha256},
        # Names only: a model is handed on, and its folders and addresses are nobody's business.
        "rasters": [public_name(path) for path in request.rasters],
        "polygons": public_name(request.polygons),
        "polygon_marks": training_marks(polygons, base.model),
        "field": request.field,
        "classes": [item.name for item in polygons.classes if polygons.numbers is None],
        "polygon_count": len(polygons.class_indexes),
        "gsd_m": search.gsd_m,
        "raster_gsd_m": raster_gsd,
        "maps": best.choice.maps,
        "head": str(best.choice.kind),
        "seed": request.seed,
        "engine_version": __version__,
    }


def _write(path: Path, content: bytes, weights: Inputs) -> None:
    """Write a network with the weights that it takes from files, if these are as they were."""
    write_with_weights(path, content)
    weights.check()
