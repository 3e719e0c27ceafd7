"""One list of rasters by several runs, on one computer or many: who maps which, and what failed.

Runs do not talk. Each takes the next raster that nobody has claimed, and finds it mapped or not;
maps tell by themselves that they are done, and a folder beside them what else there is to know. A
claim that is taken twice costs work and nothing else: each run has a folder of its own to work in,
and a map gets its name at once.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crossearth_engine.digests import content_identity, digest_of, file_identity
from crossearth_engine.errors import DiskFull, OutputNotWritable
from crossearth_engine.inference.request import SegmentRequest, asked_of
from crossearth_engine.job import Job
from crossearth_engine.map.claim import Claim
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import model_identity
from crossearth_engine.publishing import writing
from crossearth_engine.shared import leftovers
from crossearth_engine.shared.moves import rename, sync_file

FOLDER, FAILED = ".crossearth-batch", "failed"
# What lies in a raster and in what was asked for. Else, as where a server has not answered, a run
# that begins later tries again.
LASTING = {
    *("doubtful-raster", "no-intersection", "no-valid-pixels"),
    *("unsupported-type", "wrong-band-count"),
}
# How often somebody who has nothing to do looks whether others are done, seconds.
GLANCE_S = 1.0
OF_ALL = "of-all"


class Sharing:
    """What runs of one list know of each other.

    Args:
        folder: of the maps.
        model: that makes them.
    """

    def __init__(self, folder: Path, model: ModelInfo) -> None:
        self._folder = folder / FOLDER
        self._model = model
        # One for each raster: it knows since when nobody was heard of.
        self._claims: dict[str, Claim] = {}
        notes = map(_read, (self._folder / FAILED).glob("*.json"))
        # What failed before this run began.
        self._before = {note.get("by") for note in notes if note is not None}

    def claim(self, request: SegmentRequest) -> Claim | None:
        """Return the claim to a raster, taken; None if another run has it.

        What a run has left that is taken for dead is removed.

        Raises:
            OutputNotWritable, DiskFull: if nothing can be written in the folder.
        """
        name = Path(request.output).name
        claim = self._claims.setdefault(name, Claim(self._folder, name))
        if not claim.try_take():
            return None
        del self._claims[name]
        remove_left(request, claim)
        return claim

    def failure(self, request: SegmentRequest) -> dict[str, Any] | None:
        """Return why a run has made no map of a raster, if it would be the same again.

        What the computer failed at, another one may do.
        """
        found = _read(self._failure_file(request))
        if found is None or found.get("of") != self._attempt(request):
            return None
        told: dict[str, Any] = found["told"]
        is_to_try = found.get("by") in self._before and told["code"] not in LASTING
        return None if is_to_try else told

    def note_failure(self, request: SegmentRequest, told: dict[str, Any], claim: Claim) -> None:
        """Note why there is no map of a raster, for the other runs, which else find out."""
        if told["fault"] == "input":
            note = {"of": self._attempt(request), "by": claim.mark, "told": told}
            with contextlib.suppress(OutputNotWritable, DiskFull):
                _write(self._failure_file(request), note)

    def forget_failure(self, request: SegmentRequest) -> None:
        """Forget why there was no map of a raster: there is one."""
        with contextlib.suppress(OSError):
            self._failure_file(request).unlink(missing_ok=True)

    def once(
        self,
        identity: dict[str, Any],
        paths: dict[str, Path],
        make: Callable[[], dict[str, Any]],
        job: Job,
    ) -> dict[str, Any]:
        """Have one of the runs make something of all maps, and return what that told.

        Args:
            identity: of the maps and of what is made, JSON.
            paths: of what is made, by name.
            make: makes it, and returns why something could not be made, by name, JSON.
            job: may be canceled meanwhile.
        """
        key, record = digest_of(identity), self._folder / f"{OF_ALL}.json"
        claim = Claim(self._folder, OF_ALL)

        def made() -> dict[str, Any] | None:
            found = _read(record)
            if found is None or found.get("of") != key:
                return None
            unmade: dict[str, Any] = found["told"]
            is_there = all(name in unmade or path.exists() for name, path in paths.items())
            return unmade if is_there else None

        while (unmade := made()) is None:
            if claim.try_take():
                with claim, contextlib.ExitStack() as stack:
                    stack.callback(claim.give_back)
                    if (unmade := made()) is None:
                        unmade = make()
                        with contextlib.suppress(OutputNotWritable, DiskFull):
                            _write(record, {"of": key, "told": unmade})
                    return unmade
            job.sleep(GLANCE_S)
        return unmade

    def _failure_file(self, request: SegmentRequest) -> Path:
        return self._folder / FAILED / f"{Path(request.output).name}.json"

    def _attempt(self, request: SegmentRequest) -> str:
        """Return what differs where another attempt may end in another way."""
        identity = {
            "request": {**asked_of(request), "strict": request.strict},
            "raster": content_identity(request.input, file_identity(request.input)),
            "model": model_identity(self._model),
        }
        return digest_of(identity)


def remove_left(request: SegmentRequest, claim: Claim) -> None:
    """Remove what who held a claim before has left of the map of a raster."""
    if claim.before is not None:
        for path in request.outputs.values():
            leftovers.remove(leftovers.partial_folder(path, claim.before))


def _read(path: Path) -> dict[str, Any] | None:
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return content if isinstance(content, dict) and "told" in content else None


def _write(path: Path, content: dict[str, Any]) -> None:
    fresh = path.with_name(f"{path.name}.new")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps(content), encoding="utf-8")
        sync_file(fresh)
        rename(fresh, path)
