"""Whether a map may be written where it is asked for, known before anything is computed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crossearth_engine.errors import OutputIsInput, OutputNotWritable
from crossearth_engine.map.sidecars import is_ours, sidecar_paths
from crossearth_engine.publishing import writing
from crossearth_engine.shared.addresses import gdal_name
from crossearth_engine.storage.staging import exists, name_of, object_of


def check_map_outputs(outputs: dict[str, Path], files: Iterable[str]) -> None:
    """Refuse outputs that would destroy what is read, or what is not ours.

    Args:
        outputs: what is to be written, by name; ``classes`` is the map.
        files: that are read.

    Raises:
        OutputIsInput: if an output, or a file beside it, is something that the run reads.
        OutputNotWritable: if an output is a folder, or a file beside it belongs to something else.
    """
    sidecars = sidecar_paths(outputs["classes"])
    names = [gdal_name(file) for file in files]
    read = [Path(name) for name in names]
    for path in (*outputs.values(), *sidecars):
        with writing(path):  # for a name that no file can have
            if object_of(path) in names or any(_is_same(path, file) for file in read):
                raise OutputIsInput(path=name_of(path))
            if path.is_dir():
                raise OutputNotWritable(path=str(path), reason="it is a folder.")
    if not is_ours(outputs["classes"]):
        for path in (sidecars.style, sidecars.item):
            with writing(path):
                is_there = exists(path)
            if is_there:
                reason = "it exists and belongs to something else. Choose another name for the map."
                raise OutputNotWritable(path=name_of(path), reason=reason)


def _is_same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)
