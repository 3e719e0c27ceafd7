"""A map of groups of pixels that are alike: found in a sample, mapped like any model's classes."""

from __future__ import annotations

import shutil
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from crossearth_engine.errors import TooFewGroups
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.plan import RunPlan, plan_run, see
from crossearth_engine.inference.request import SegmentRequest, check_outputs
from crossearth_engine.inference.segment import segment
from crossearth_engine.inference.view import GSD_LENIENCE
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.models.deepness import deepness_metadata
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import new_folder, weight_files
from crossearth_engine.models.onnx_lent_weights import write_with_weights
from crossearth_engine.models.stac_item import write_stac_item
from crossearth_engine.publishing import check_replaceable, writing
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.reader import RasterReader, View
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared import model_rounds
from crossearth_engine.shared.model_places import MODEL_FILE
from crossearth_engine.shared.palette import ClassInfo, distinct_color
from crossearth_engine.training.adapted_model import GROUPED, check_folder, public_name
from crossearth_engine.training.groups.centres import Groups, find_groups
from crossearth_engine.training.groups.kept_maps import HeadBackend, KeptMaps
from crossearth_engine.training.groups.request import KmeansRequest
from crossearth_engine.training.groups.sample import take_sample
from crossearth_engine.training.quick.frozen_network import FrozenNetwork, read_frozen_network
from crossearth_engine.training.quick.onnx_encoder import Head
from crossearth_engine.training.rasters import (
    coarsest_pixel,
    default_gsd,
    finest_gsd,
    pixel_findings,
    quantiles_of,
)

WEIGHTS_FILE = "model.onnx"
# Roughly how long the map of a window takes, seconds.
_WINDOW_S = 0.1


def kmeans(request: KmeansRequest, job: Job) -> dict[str, Any]:
    """Divide a raster into groups and return the summary of the map, ready for JSON.

    As that of `segment`, and ``groups``, ``seed``, ``features`` (by how many), ``sampled_pixels``,
    ``computed_windows`` (how often the network was asked, of ``features_windows``), and ``model``
    with where it is kept (``path``), or None.

    Raises:
        TooFewGroups: if the raster has fewer different pixels than groups are asked for.
        EngineError: as `segment`, and as reading a network says.
    """
    started = time.perf_counter()
    request.check()
    if request.folder is not None:
        check_folder(request.folder)
    base = read_frozen_network(request)
    with TemporaryDirectory(prefix="crossearth-") as name:
        model_id = request.folder.name if request.folder else f"kmeans-{request.groups}"
        folder = Path(name, model_id)
        folder.mkdir()
        networks = base.parts or ((base.model,) if base.is_pretrained else ())
        weights = Inputs(path for model in networks for path in weight_files(model))
        with open_source(
            request.input, base.model.bands, request.bands, request.nodata, request.crs
        ) as source:
            leave_out_dead_bands(source)
            own = RasterReader(source, View(source.grid))
            base, gsd_m = _looking(request, base, own)
            for finding in base.findings:
                job.warn(finding)
            if base.model.is_encoder:
                for finding in pixel_findings(request, [own], base.model):
                    job.warn(finding)
            model = _describe(request, base, folder / WEIGHTS_FILE, gsd_m)
            # Of what it was made on a model does not say that it is too coarse.
            model = replace(model, raster_gsd_m=coarsest_pixel(request, [own]))
            asked = request.mapping(str(folder))
            plan = _planned(asked, source, model)
            kept = KeptMaps(request, job, base)
            groups, sampled = _found(request, plan, source, kept, job)
            if request.folder is not None:
                reader = RasterReader(source, plan.view)
                model = replace(model, quantiles=quantiles_of([reader]))
        facts = {
            "groups": request.groups,
            "seed": request.seed,
            "features_of": base.model.id,
            "features_sha256": base.sha256,
        }
        _write_model(model, base, groups, facts)
        weights.check()
        backend = HeadBackend(kept, groups.head)
        result = segment(asked, job, partial(_loaded, backend), more=facts)
        kept.prune()
        path = None if request.folder is None else _keep(folder, request.folder)
    return {
        **result,
        **facts,
        "features": len(groups.head.weights),
        "sampled_pixels": sampled,
        "features_windows": kept.windows,
        "computed_windows": kept.computed,
        "path": path,
        "wall_s": round(time.perf_counter() - started, 3),
    }


def _looking(
    request: KmeansRequest, base: FrozenNetwork, reader: RasterReader
) -> tuple[FrozenNetwork, float | None]:
    """Return the network with all that it sees at the pixel size that is best, as in `finetune`."""
    gsd_m = finest_gsd(request, [reader], base.model)
    if base.is_pretrained:
        is_finer = gsd_m != default_gsd(request, reader, base.model)
        base = (base.looking_twice() if is_finer else base).with_texture()
    return base, gsd_m


def _describe(
    request: KmeansRequest, base: FrozenNetwork, weights: Path, gsd_m: float | None
) -> ModelInfo:
    count = request.groups
    classes = (ClassInfo(i, f"group {i + 1}", distinct_color(i, count)) for i in range(count))
    raster = public_name(request.input)
    return replace(
        base.model,
        id=weights.parent.name,
        name=request.name or f"{count} groups by {base.model.name}",
        description=f"Pixels of {raster} that are alike, by k-means; seed {request.seed}.",
        trained_on=f"Pixels of {raster}, without samples.",
        weights=weights,
        gsd_m=gsd_m,
        gsd_range_m=None if gsd_m is None else (gsd_m, GSD_LENIENCE * gsd_m),
        classes=tuple(classes),
        # The nearest centre decides; how near it is says nothing of how likely the group is.
        scores="classes",
        threshold=None,
        sha256=None,
        description_file=None,
        quantiles=None,
        training_marks=(),
    )


def _planned(asked: SegmentRequest, source: RasterSource, model: ModelInfo) -> RunPlan:
    """Return the plan of the map; refuse outputs before anything is computed."""
    check_outputs(asked, source, model)
    outputs = asked.outputs
    check_replaceable([*outputs.values(), *sidecar_paths(next(iter(outputs.values())))])
    return plan_run(asked, source, see(asked, source, model))


def _found(
    request: KmeansRequest, plan: RunPlan, source: RasterSource, kept: KeptMaps, job: Job
) -> tuple[Groups, int]:
    """Return the groups of a sample, and how many pixels it has.

    Raises:
        TooFewGroups: if it has fewer different ones.
    """
    job.plan({"features": 0.0, "windows": _WINDOW_S * len(plan.windows)})
    job.start("features")
    sample = take_sample(plan, source, kept, request.seed, job)
    different = len(np.unique(sample.bands, axis=0))
    groups = None
    if different >= request.groups:
        brightness = sample.bands.mean(axis=1)
        groups = find_groups(sample.features, kept.blocks, brightness, request.groups, request.seed)
    if groups is None:
        raise TooFewGroups(
            path=request.input,
            groups=request.groups,
            pixels=len(sample.bands),
            different=different,
        )
    return groups, len(sample.bands)


def _write_model(
    model: ModelInfo, base: FrozenNetwork, groups: Groups, facts: dict[str, Any]
) -> None:
    """Write a network with the head of the groups, and what is known of it."""
    maps = max(base.encoder.maps.values(), key=len)
    content = base.encoder.with_head(maps, Head(groups.head), deepness_metadata(model))
    write_with_weights(model.weights, content)
    write_stac_item(
        model,
        model.weights.with_name(MODEL_FILE),
        total_parameters=base.encoder.parameters(maps) + groups.head.weights.size,
        pretrained_source=base.model.name if base.is_pretrained else None,
        origin={"recipe": GROUPED, "raster_gsd_m": model.raster_gsd_m, **facts},
    )


def _loaded(backend: Backend, *_: Any, **__: Any) -> Backend:
    """Return what computes the map, whatever is to be loaded."""
    return backend


def _keep(made: Path, folder: Path) -> str:
    """Put a model where it is to be kept; one that is there becomes a round of it."""
    with writing(folder):
        model_rounds.keep_round(folder)
    size = sum(path.stat().st_size for path in made.rglob("*"))
    with new_folder(folder, size, is_replaced=True) as place, writing(folder):
        shutil.copytree(made, place, dirs_exist_ok=True)
    return str(folder)
