"""Whether a map may be written where it is asked for, known before anything is computed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from crossearth_engine.errors import OutputIsInput, OutputNotWritable
from crossearth_engine.map.sidecars import is_ours, sidecar_paths
from crossearth_engine.publishing import writing


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
    read = [Path(file) for file in files]
    for path in (*outputs.values(), *sidecars):
        with writing(path):  # for a name that no file can have
            if any(_is_same(path, file) for file in read):
                raise OutputIsInput(path=str(path))
            if path.is_dir():
                raise OutputNotWritable(path=str(path), reason="it is a folder.")
    if not is_ours(outputs["classes"]):
        for path in (sidecars.style, sidecars.item):
            if path.exists():
                reason = "it exists and belongs to something else. Choose another name for the map."
                raise OutputNotWritable(path=str(path), reason=reason)


def _is_same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)
