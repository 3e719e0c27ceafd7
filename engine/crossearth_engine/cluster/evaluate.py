"""A model judged by its map of a raster, which the workers of a cluster make if one is named.

What is compared with it is read here alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.accuracy.mapped import Elsewhere
from crossearth_engine.cluster.address import parse_address
from crossearth_engine.cluster.segment import require_dask, segment_anywhere
from crossearth_engine.cluster.shared_folder import folder_beside
from crossearth_engine.errors import ClusterLost, EngineError, InvalidRequest
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding


def evaluate_anywhere(request: EvaluateRequest, job: Job) -> dict[str, Any]:
    """Judge a map; that of a model is made by a cluster if the request names one.

    Returns:
        As `evaluate`.

    Raises:
        MissingPackage: if dask is not installed.
        EngineError: as `evaluate` and `segment_anywhere`; `InvalidRequest` if it is not known where
            workers can write.
    """
    if request.cluster is None:
        return evaluate(request, job)
    request.check()
    require_dask()

    def segment(asked: SegmentRequest, job: Job) -> None:
        of_cluster = ("cluster", "tls", "without_tls", "places", "local_only")
        given = {name: getattr(request, name) for name in of_cluster}
        segment_anywhere(replace(asked, **given), job)

    with _folder(request, job) as folder:
        try:
            return evaluate(request, job, Elsewhere(folder, segment))
        except ClusterLost as error:
            gone = Finding("scheduler-gone", {"address": error.details["address"]})
            raise EngineError(reason=gone) from error


@contextmanager
def _folder(request: EvaluateRequest, job: Job) -> Iterator[Path]:
    """Return a context with a folder for the map, where workers can write.

    Raises:
        InvalidRequest: if it is not known where that is.
        OutputNotWritable: if it cannot be made, or another run is writing the report.
    """
    if not parse_address(request.cluster or "", without_tls=request.without_tls).scheduler:
        with TemporaryDirectory(prefix="crossearth-") as name:
            yield Path(name)
        return
    if request.report is None:
        raise InvalidRequest(reason=Finding("report-unnamed"))
    with folder_beside(Path(request.report).absolute(), "map", job) as folder:
        yield folder
