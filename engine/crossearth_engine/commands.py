"""The commands of the engine, once, for the worker behind QGIS and for the command line.

Written down here and imported when one is asked for: the worker says hello without what only a job
needs, such as numpy.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crossearth_engine.devices.processor import LEAST_MEMORY_BYTES, memory_limit
from crossearth_engine.errors import InvalidRequest, NotEnoughMemory
from crossearth_engine.inputs import refuse_streams
from crossearth_engine.patience import stopped_by

if TYPE_CHECKING:
    from crossearth_engine.inference.load import WarmLoader
    from crossearth_engine.job import Job


@dataclass(frozen=True)
class Command:
    """Where a command is, as ``module:name`` within the engine.

    Attributes:
        request: a class of requests.
        function: takes such a request and a job, and returns what came of it, ready for JSON.
        takes_loader: whether it also takes what loads networks, as ``load``.
        loads_its_own: whether it loads networks by itself, for which the warm one makes room.
    """

    request: str
    function: str
    takes_loader: bool = False
    loads_its_own: bool = False


COMMANDS = {
    "segment": Command(
        "inference.request:SegmentRequest", "cluster.segment:segment_anywhere", takes_loader=True
    ),
    "segment-claimed": Command(
        "inference.request:SegmentRequest", "inference.claimed:segment_claimed", takes_loader=True
    ),
    "assemble": Command("inference.assemble:AssembleRequest", "inference.assemble:assemble"),
    "segment-batch": Command(
        "inference.request:BatchRequest", "cluster.batch:batch_anywhere", takes_loader=True
    ),
    "look": Command("inference.request:LookRequest", "inference.plan:look", takes_loader=True),
    "preview": Command(
        "inference.preview:PreviewRequest", "inference.preview:preview", takes_loader=True
    ),
    "finetune": Command(
        "training.request:FinetuneRequest", "cluster.finetune:adapt_anywhere", loads_its_own=True
    ),
    "kmeans": Command(
        "training.groups.request:KmeansRequest",
        "training.groups.kmeans:kmeans",
        loads_its_own=True,
    ),
    "features": Command(
        "training.request:FeaturesRequest",
        "training.quick.window_maps:compute_features",
        loads_its_own=True,
    ),
    "distill": Command(
        "training.distill.request:DistillRequest",
        "training.distill.distill:distill",
        takes_loader=True,
    ),
    "evaluate": Command("accuracy.evaluate:EvaluateRequest", "cluster.evaluate:evaluate_anywhere"),
    "change": Command("analysis.change:ChangeRequest", "analysis.change:change"),
    "zonal": Command("analysis.zonal:ZonalRequest", "analysis.zonal:zonal"),
    "review": Command("analysis.review:ReviewRequest", "analysis.review:review", takes_loader=True),
    "similar": Command(
        "training.similar.request:SimilarRequest",
        "training.similar.similar:similar",
        loads_its_own=True,
    ),
    "sample-points": Command(
        "accuracy.sample_points:SamplePointsRequest", "accuracy.sample_points:sample_points"
    ),
    "plan-sample": Command(
        "accuracy.plan_sample:PlanSampleRequest", "accuracy.plan_sample:plan_sample"
    ),
    "describe-model": Command(
        "exchange.requests:DescribeModelRequest", "exchange.requests:describe_model"
    ),
    "download-model": Command(
        "exchange.requests:DownloadModelRequest", "exchange.requests:download_model"
    ),
    "import-model": Command(
        "exchange.requests:ImportModelRequest", "exchange.requests:import_model"
    ),
    "export-model": Command(
        "exchange.requests:ExportModelRequest", "exchange.requests:export_model"
    ),
    "devices": Command("inference.devices:DevicesRequest", "inference.devices:list_devices"),
}


def run(
    name: str, arguments: Mapping[str, Any], job: Job, load: WarmLoader | None = None
) -> dict[str, Any]:
    """Run a command and return its result, ready for JSON.

    Args:
        name: one of `COMMANDS`.
        arguments: of its request, by name.
        job: receives progress and the log, and may be canceled.
        load: how to load a network, and keep it; by default as each command does.

    Raises:
        InvalidRequest: if there is no such command, or it takes no such arguments.
        EngineError: as the command says.
    """
    if name not in COMMANDS:
        raise InvalidRequest(reason=f"The engine knows no command {name}.")
    limit = memory_limit()
    if limit is not None and limit < LEAST_MEMORY_BYTES:
        raise NotEnoughMemory
    refuse_streams(arguments)
    command = COMMANDS[name]
    request = imported(command.request).from_arguments(arguments)
    if command.loads_its_own and load is not None:
        load.forget()
    more = {"load": load} if command.takes_loader and load is not None else {}
    from crossearth_engine.inference.dated_request import settled
    from crossearth_engine.raster.gdal_log import told_to
    from crossearth_engine.raster.local_only import reading_local_only

    with (
        stopped_by(job.check),
        told_to(job.log, getattr(request, "input", None) or ""),
        reading_local_only(getattr(request, "local_only", False)),
    ):
        asked = settled(request)
        result: dict[str, Any] = imported(command.function)(asked, job, **more)
    return result


def imported(place: str) -> Any:
    """Return what is at ``module:name`` within the engine."""
    module, _, name = place.partition(":")
    return getattr(importlib.import_module(f"crossearth_engine.{module}"), name)
