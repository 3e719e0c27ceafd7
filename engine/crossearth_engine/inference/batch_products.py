"""What is made of all maps of a batch together: a page, a mosaic, a collection.

The maps are there before, and stay whatever becomes of these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from crossearth_engine.errors import EngineError, InvalidRequest, JobCanceled, OutputNotWritable
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.job import Job
from crossearth_engine.map.collection import is_our_collection, link_items, write_collection
from crossearth_engine.map.mosaic import is_mosaic, write_mosaic
from crossearth_engine.map.sidecars import sidecar_paths, write_qml, write_ramp
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.publishing import PartialOutput, publish, writing
from crossearth_engine.shared.moves import Move
from crossearth_engine.shared.palette import ClassInfo

# Whether a file may be replaced that has the name of one of them; a page may.
_IS_OURS: dict[str, Callable[[Path], bool]] = {
    "mosaic": is_mosaic,
    "collection": is_our_collection,
}


def check_of_all(request: BatchRequest) -> None:
    """Raise OutputNotWritable, before a run, if something could not be written after it."""
    for name, path in request.of_all.items():
        if not path.parent.is_dir():
            raise OutputNotWritable(path=str(path), reason="there is no such folder.")
        if name not in _IS_OURS or _IS_OURS[name](path):
            continue
        # The style of a mosaic may be that of another raster of the same name.
        for file in (path, sidecar_paths(path).style) if name == "mosaic" else (path,):
            if file.exists():
                reason = "it exists and belongs to something else. Choose another name."
                raise OutputNotWritable(path=str(file), reason=reason)


def make_of_all(request: BatchRequest, summary: dict[str, Any], model: ModelInfo, job: Job) -> None:
    """Write what is asked for of all maps together, and say in the summary what cannot be made.

    Args:
        request: says what is asked for.
        summary: of the batch, with its rasters; it gets ``unmade``, and no path of what that has.
        model: that made the maps.
        job: is told what cannot be made.
    """
    paths = request.of_all
    good = [row for row in summary["rasters"] if row["status"] in ("done", "skipped")]
    maps = [Path(row["output"]) for row in good]
    unmade: dict[str, dict[str, Any]] = {}
    for name, path in paths.items():
        try:
            if name == "report":
                _write_report(path, summary, model)
            elif not good:
                raise InvalidRequest(reason="There is no map that is not doubtful.")
            elif name == "mosaic":
                _write_mosaic(path, maps, good)
            else:
                mosaic = None if "mosaic" in unmade else paths.get("mosaic")
                _write_collection(path, maps, good[0], mosaic)
        except JobCanceled:
            raise
        except EngineError as error:
            # The maps are there, and what became of them is worth more than this.
            unmade[name] = error.to_dict()
            job.log("error", f"{path} was not made. {error}")
    summary |= dict.fromkeys(unmade) | {"unmade": unmade}


def numbers_of_all(told: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the ends of the numbers of several maps of one model, as those of one."""
    least = [numbers["least"] for numbers in told if numbers["least"] is not None]
    most = [numbers["most"] for numbers in told if numbers["most"] is not None]
    return {**told[0], "least": min(least, default=None), "most": max(most, default=None)}


def _write_report(path: Path, summary: dict[str, Any], model: ModelInfo) -> None:
    from crossearth_engine.reports.batch import write_batch_report

    with _growing(path) as (partial, unpublished), writing(path):
        write_batch_report(unpublished, summary, model.to_dict())
        publish(partial, [Move(unpublished, path)])


def _write_mosaic(path: Path, maps: list[Path], rows: list[dict[str, Any]]) -> None:
    classes = tuple(
        ClassInfo(row["value"], row["name"], row["color"]) for row in rows[0]["classes"]
    )
    told = [row["numbers"] for row in rows if row.get("numbers")]
    with _growing(path) as (partial, unpublished), writing(path):
        write_mosaic(unpublished, path, maps, classes)
        style = sidecar_paths(unpublished).style
        if told:
            write_ramp(style, numbers_of_all(told))
        else:
            write_qml(style, classes)
        publish(partial, [Move(unpublished, path), Move(style, sidecar_paths(path).style)])


def _write_collection(
    path: Path, maps: list[Path], facts: dict[str, Any], mosaic: Path | None
) -> None:
    items = [sidecar_paths(output).item for output in maps]
    with _growing(path) as (partial, unpublished), writing(path, LookupError, ValueError):
        write_collection(unpublished, path, items, facts, mosaic)
        link_items(path, items)
        publish(partial, [Move(unpublished, path)])


@contextmanager
def _growing(path: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the folder in which a file grows, and what it is called there."""
    with PartialOutput(path) as partial:
        partial.clear()
        yield partial.folder, partial.folder / f"final{path.suffix}"
