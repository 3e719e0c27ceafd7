"""The full recipe: adapters and head on a frozen backbone, or a whole compact network, trained.

Several processes (torchrun) share the patches of a step; the first of them validates and writes.
"""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from crossearth_engine import __version__
from crossearth_engine.accuracy.figures import accuracy_figures
from crossearth_engine.accuracy.reliability import reliability_figures
from crossearth_engine.devices import torch_cards
from crossearth_engine.devices.choice import Choice
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.checkpoint import Checkpoint, save
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_export import export_onnx
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.raster.labelled_polygons import read_samples
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.wording import say, together
from crossearth_engine.training.adapted_model import (
    mark_partial,
    public_name,
    summary,
    training_marks,
    write_model_folder,
)
from crossearth_engine.training.classes import (
    alike_findings,
    class_infos,
    class_names,
    small_class_findings,
)
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.full.painter import Painter
from crossearth_engine.training.full.patches import (
    PatchSource,
    validation_windows,
)
from crossearth_engine.training.full.places import Material, train
from crossearth_engine.training.full.processes import Processes
from crossearth_engine.training.full.recipe import FullRecipe, recipe_for
from crossearth_engine.training.full.reference import fit_unfamiliarity
from crossearth_engine.training.full.trainee import Trainee, load_network, put_weights
from crossearth_engine.training.full.training import Training
from crossearth_engine.training.quick.reference import Imagery, windows_around, write_reference
from crossearth_engine.training.rasters import (
    coarsest_pixel,
    default_gsd,
    files_behind,
    grid_of,
    open_rasters,
    quantiles_of,
    seen_at,
)
from crossearth_engine.training.request import FinetuneRequest


def adapt_full(
    request: FinetuneRequest, job: Job, recipe: FullRecipe | None = None
) -> dict[str, Any]:
    """Train a model on polygons, write the new one, and return a summary, ready for JSON.

    A job that is canceled after its first validation ends well with the best so far.

    Args:
        request: what to learn from what.
        job: receives progress, curves and log.
        recipe: instead of the one that suits the network.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    processes = Processes.join(request.device)
    if not processes.is_first:
        job = Job(lambda done, total, left: None, lambda level, text: None)
    table = read_samples(request.polygons, request.field, request.layer)
    base = find_model(request.model)
    names = class_names(table)
    for finding in alike_findings(names):
        job.warn(finding)
    classes = class_infos(names, base.classes, request.colors)
    with ExitStack() as stack:
        readers = open_rasters(request, base, stack, job)
        inputs = files_behind(readers)
        gsd = default_gsd(request, readers[0], base)
        readers = [seen_at(request, reader, gsd) for reader in readers]
        polygons = TrainingPolygons(table, classes, [grid_of(reader) for reader in readers])
        torch.set_num_threads(processes.threads(request.threads))
        torch.manual_seed(request.seed)  # the new head's first weights
        network, architecture = load_network(base, classes, request.adapter)
        recipe = recipe or recipe_for(network, request)
        trainee = Trainee(network, recipe.masked_share)
        held_out = [polygons.smallest_fold()] if polygons.num_folds > 1 else []
        if not held_out:
            recipe = replace(recipe, last_share=0.0)
        source = PatchSource(readers, polygons, held_out, base.window_size, request.seed)
        findings = _notify(job, polygons, source)
        most = recipe.validation_windows
        validation = list(validation_windows(readers, polygons, held_out, base, most))
        painter = Painter(base, readers, polygons, recipe)
        everything = None
        if held_out:
            everything = PatchSource(readers, polygons, [], base.window_size, request.seed)
        material = Material(source, everything, painter, validation)
        training = train(request, base, trainee, recipe, material, processes, job)
        quantiles, raster_gsd = quantiles_of(readers), coarsest_pixel(request, readers)
        inputs.check()
        put_weights(trainee, training.weights)
        if isinstance(network, CrossEarth) and network.gate:
            network.gate.fold(network.backbone.blocks)
        imagery = list(windows_around(readers, polygons, base)) if processes.is_first else []
    described = _describe(request, base, network, architecture, polygons, gsd)
    model = replace(described, quantiles=quantiles)
    accuracy = _accuracy(training, polygons, source)
    if training.is_canceled:
        accuracy = mark_partial(accuracy, training.step, recipe.steps)
    adaptation = _origin(request, base, training, polygons, gsd, raster_gsd)
    if processes.is_first:
        write_model_folder(
            request.folder,
            model,
            lambda path: _write_weights(network, model, imagery, path),
            adaptation=adaptation,
            accuracy=accuracy,
            parameters=sum(p.numel() for p in network.parameters()),
            pretrained_source=base.name,
        )
        training.discard_state()
    processes.wait()
    return {
        **summary(request, model, accuracy, findings, is_partial=training.is_canceled),
        "choice": {"gsd_m": gsd, "steps": training.step, "best_step": training.best_step},
        "wall_s": round(time.perf_counter() - started, 1),
    }


def _notify(job: Job, polygons: TrainingPolygons, source: PatchSource) -> list[Finding]:
    """Tell the person what there is to say of the polygons; return what is to be warned of."""
    drawn = np.bincount(polygons.class_indexes, minlength=len(polygons.classes))
    findings = [
        *polygons.findings,
        *small_class_findings(polygons.classes, source.counts, drawn),
    ]
    for finding in findings:
        job.warn(finding)
    return [finding for finding in findings if finding.level == "warning"]


def _describe(
    request: FinetuneRequest,
    base: ModelInfo,
    network: nn.Module,
    architecture: str,
    polygons: TrainingPolygons,
    gsd_m: float | None,
) -> ModelInfo:
    names = ", ".join(item.name for item in polygons.classes)
    rasters = ", ".join(map(public_name, request.rasters))
    return replace(
        base,
        id=request.model_id,
        name=request.name or request.model_id,
        description=f"{names}; {base.name} trained on drawn polygons.",
        trained_on=f"{len(polygons.class_indexes)} polygons on {rasters}.",
        weights=Path("model.safetensors" if isinstance(network, CrossEarth) else "model.onnx"),
        architecture=architecture,
        gsd_m=gsd_m,
        classes=polygons.classes,
        threshold=None,
        sha256=None,
        description_file=None,
        assumed=(),
    )


def _origin(
    request: FinetuneRequest,
    base: ModelInfo,
    training: Training,
    polygons: TrainingPolygons,
    gsd_m: float | None,
    raster_gsd: float | None,
) -> dict[str, Any]:
    """Return how the model was made, ready for JSON."""
    return {
        "recipe": "full",
        "engine_version": __version__,
        "base": {"id": base.id, "name": base.name, "sha256": training.key["model"]},
        "rasters": [public_name(path) for path in request.rasters],
        "polygons": public_name(request.polygons),
        "polygon_marks": training_marks(polygons, base),
        "classes": [item.name for item in polygons.classes],
        "gsd_m": gsd_m,
        "raster_gsd_m": raster_gsd,
        "seed": request.seed,
        "steps": training.step,
        "best_step": training.best_step,
        "settings": asdict(training.recipe),
        "device": str(training.device),
        **_hardware(training.device),
        "precision": training.precision,
        "at_once": training.at_once,
        "processes": training.processes.count,
        "history": training.history,
        **({"choices": training.selection.choices} if training.selection else {}),
    }


def _hardware(device: torch.device) -> dict[str, Any]:
    """Return what a device is, with its driver and libraries, ready for JSON."""
    choice = Choice("cpu" if device.type == "cpu" else str(device), torch_cards)
    return choice.hardware(next(iter(choice.devices)))


_BEST_STEP = say(
    "They are those of one part of the area, and what lies next to them was not learned from. Of "
    "all steps the one with the best mean IoU on them was kept, so the figures flatter a little. "
    "After that, the model learned from all for its last steps."
)


def _accuracy(
    training: Training, polygons: TrainingPolygons, source: PatchSource
) -> dict[str, Any]:
    count = len(polygons.classes)
    confusion = (
        np.zeros((count, count)) if training.best_confusion is None else training.best_confusion
    )
    figures = accuracy_figures(confusion, polygons.classes)
    counts = np.bincount(polygons.class_indexes, minlength=count)
    for row, drawn, pixels in zip(figures["classes"], counts, source.counts, strict=True):
        row["polygons"], row["labelled_pixels"] = int(drawn), int(pixels)
    split = (
        together([polygons.held_out, _BEST_STEP, polygons.unmeasured_sentence()])
        if training.best_confusion is not None
        else polygons.split_sentence()
    )
    return {
        **figures,
        "reliability": None
        if training.best_reliability is None
        else reliability_figures(training.best_reliability.sum(axis=0)),
        "split": split,
        "folds": int(training.best_confusion is not None),
    }


def _write_weights(
    network: nn.Module, model: ModelInfo, imagery: list[Imagery], path: Path
) -> None:
    if isinstance(network, CrossEarth):
        known = fit_unfamiliarity(network, model, imagery)
        told = dict(known.cpu().named_buffers()) if known else {}
        tensors = dict(network.cpu().state_dict())
        count, channels = len(model.classes), len(model.bands)
        save(Checkpoint(model.architecture, count, channels, tensors, (), told), path)
    else:
        export_onnx(network.cpu(), model, path)
        write_reference(path, model, imagery)
