"""What the processes have to agree on that make one map together, as a file says it.

What was asked for, what was measured of the raster, and what the bytes of the map depend on: found
out once and read by all, on whichever computer. A path in it is as seen from the folder where it
was made, or lies to the map as it did there, under whichever folders the computers see both.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from crossearth_engine.digests import digest_of, is_same_raster
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.plan import Measured, RunPlan, plan_run, see
from crossearth_engine.inference.request import IN_PARTS, INERT, SegmentRequest, seen_from
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.publishing import writing
from crossearth_engine.raster.mask import mask_file
from crossearth_engine.raster.matching import Match
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.stretch import Stretch
from crossearth_engine.raster.values import Conversion
from crossearth_engine.shared.band_quantiles import BandQuantiles
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_item import Scores
from crossearth_engine.shared.moves import rename, sync_file, sync_folder
from crossearth_engine.shared.products import CLASSES, PRODUCTS

MARK = "crossearth-parts"
VERSION = 2
# What each process may be told for itself: where it computes, and what changes no pixel.
OWN = {"device", "threads", *IN_PARTS, *INERT}


@dataclass(frozen=True)
class PartPlan:
    """What holds for all parts of a map.

    Attributes:
        request: what was asked for; paths as seen from ``folder``.
        folder: where that was asked.
        home: folder of the map, as seen there.
        digest: of the request, as of `request_digest`.
        identity: what the bytes of the map depend on, JSON.
        origin: how the pixels come to be, for the result, JSON.
        dead_bands: places of the bands that hold no data anywhere.
        measured: what was measured of the raster.
        findings: what may be wrong.
        halo, unlike_training: as of a `RunPlan`.
        scores: of which kind those of the network are.
        group: windows that are computed together.
        rows, columns: how many of windows there are.
        unit: how many of them stay together, so that windows that are computed together do.
    """

    request: dict[str, Any]
    folder: str
    home: str
    digest: str
    identity: dict[str, Any]
    origin: dict[str, Any]
    dead_bands: list[int]
    measured: Measured
    findings: list[Finding]
    halo: int
    unlike_training: float | None
    scores: Scores
    group: int
    rows: int
    columns: int
    unit: int

    def to_json(self) -> dict[str, Any]:
        """Return what `from_json` takes, the same for the same plan."""
        # As a file has it: no tuples.
        told: dict[str, Any] = json.loads(json.dumps(asdict(self)))
        return told

    @classmethod
    def from_json(cls, told: dict[str, Any]) -> PartPlan:
        """Return the plan that `to_json` has told.

        Raises:
            TypeError, ValueError, LookupError: if it is none.
        """
        conversion, match = told["measured"]["conversion"], told["measured"]["match"]
        stretch = conversion["stretch"]
        if stretch is not None:
            stretch = Stretch(**{name: _tuples(value) for name, value in stretch.items()})
        if match is not None:
            own, trained = (
                BandQuantiles(_tuples(match[name]["values"])) for name in ("own", "trained")
            )
            match = Match(own, trained, _tuples(match["limits"]))
        found = tuple(_findings(conversion["findings"]))
        measured = Measured(Conversion(stretch, conversion["source"], found), match)
        return cls(**{**told, "measured": measured, "findings": _findings(told["findings"])})

    @property
    def key(self) -> str:
        """What differs from plan to plan."""
        return digest_of(self.to_json())

    @property
    def names(self) -> dict[str, str]:
        """What is made, by name, the class raster first, as seen from the folder of the map."""
        names: dict[str, str] = self.identity["outputs"]
        return names

    def request_here(self, home: Path, own: SegmentRequest | None = None) -> SegmentRequest:
        """Return the request with paths as they are seen from here.

        Args:
            home: folder of the map.
            own: what this process was told for itself, and where something lies.
        """
        found = {name: self._seen(self.request[name], home) for name in ("input", "model")}
        mask = self.request["mask"]
        if mask is not None:
            file = mask_file(mask)
            found["mask"] = self._seen(file, home) + mask.removeprefix(file)
        paths = {
            name if name in self.request else "output": os.path.normpath(home / path)
            for name, path in self.names.items()
        }
        told = {}
        if own is not None:
            told = {name: getattr(own, name) for name in OWN}
            # What was not said is as the plan has it.
            found |= {
                field.name: value
                for field in fields(SegmentRequest)
                if field.name in found and (value := getattr(own, field.name)) != field.default
            }
        if told.get("device") == "auto":
            del told["device"]
        return SegmentRequest.from_arguments(
            {**self.request, "strict": False, **found, **paths, **told}
        )

    def rebuilt(self, request: SegmentRequest, source: RasterSource, model: ModelInfo) -> RunPlan:
        """Return the plan of the whole run, without reading a pixel.

        Args:
            request: as of `request_here`.
            source: the raster, opened anew.
            model: what is to run.
        """
        if self.dead_bands:
            source.leave_out(self.dead_bands)
        sight = see(request, source, model, self.measured)
        return replace(
            plan_run(request, source, sight).with_halo(self.halo),
            findings=self.findings,
            model=replace(model, scores=self.scores),
            unlike_training=self.unlike_training,
        )

    def rows_of(self, number: int, count: int) -> range:
        """Return the rows of windows of part ``number`` of ``count``, from 1; there may be none."""
        units = -(-self.rows // self.unit)
        # What is over is for the first ones: the others compute a row of the one before, too.
        start, stop = (-(-units * n // count) * self.unit for n in (number - 1, number))
        return range(min(start, self.rows), min(stop, self.rows))

    def check_agrees(self, own: SegmentRequest, *, is_named: bool) -> None:
        """Refuse a request that asks for something else than the plan.

        Args:
            own: the request.
            is_named: whether the plan was named in it: then what is not said is as the plan has it.

        Raises:
            InvalidRequest: naming the option.
        """
        planned = {**self.request, "output": self.names[CLASSES.name]}
        planned |= {name: self.names.get(name) for name in PRODUCTS}
        # As a file has it: no tuples.
        given = json.loads(json.dumps({**asdict(own), **dict.fromkeys(PRODUCTS), **own.names}))
        given["output"] = given.pop(CLASSES.name)
        for field in fields(SegmentRequest):
            one, other = planned.get(field.name), given[field.name]
            if field.name in OWN or one == other or (is_named and other == field.default):
                continue
            if field.name in ("input", "model") and _are_called_alike(one, other):
                continue  # what is in them is looked at when they are read
            if field.name == "mask" and own.mask_identity() == self._mask:
                continue
            reason = (
                f"The plan says {_told(field.name, one)}, this part {_told(field.name, other)}. "
                "All parts of a map are of one plan."
            )
            raise InvalidRequest(reason=reason)

    @property
    def _mask(self) -> Any:
        return self.identity["parameters"]["mask"]

    def check_same(self, identity: Mapping[str, Any]) -> None:
        """Refuse to compute a part whose bytes would not be those of the plan.

        Args:
            identity: as of the plan, of this process.

        Raises:
            InvalidRequest: saying what differs.
        """
        here: dict[str, Any] = json.loads(json.dumps(identity))
        planned = self.identity
        if not is_same_raster(here["raster"], planned["raster"]):
            raise self.other_raster()
        for name, words in _COMPARED.items():
            one, other = _difference(_comparable(name, planned), _comparable(name, here))
            if one != other:
                reason = (
                    f"The plan was made with {words} {one}, and here it is {other}: the map would "
                    "be of both. Make all parts alike, or remove the folder with the parts and "
                    "begin anew."
                )
                raise InvalidRequest(reason=reason)

    def check_raster(self, source: RasterSource) -> None:
        """Raise InvalidRequest if a raster is not that of the plan any more."""
        here = json.loads(json.dumps(source.identity))
        if not is_same_raster(here, self.identity["raster"]):
            raise self.other_raster()

    def other_raster(self) -> InvalidRequest:
        """Return the error that the raster has changed."""
        reason = (
            f"The raster {self.request['input']} is not the file that the plan was made of: it was "
            "changed or replaced since, or is a copy that has not kept its time (cp -p, rsync -a). "
            "Parts of both make no map; remove the folder with the parts and begin anew."
        )
        return InvalidRequest(reason=reason)

    def _seen(self, path: str, home: Path) -> str:
        """Return a path as seen from here, if it is one."""
        there = os.path.join(self.folder, path)  # noqa: PTH118 - GDAL's names are no paths
        moved = os.path.normpath(home / seen_from(Path(self.home), Path(there)))
        found = (name for name in (there, moved) if os.path.exists(name))  # noqa: PTH110 - likewise
        return next(found, path)


# What of an identity is to be the same where a part is computed, as a sentence calls it.
_COMPARED = {
    "engine_version": "version",
    "model": "model",
    "model_identity": "a model of the digest",
    "device": "device",
    "device_name": "card",
    "libraries": "library",
    "precision": "precision",
    "parameters": "parameters",
    "match": "matching",
}


def _comparable(name: str, identity: Mapping[str, Any]) -> Any:
    value = identity.get(name)
    # One card of a kind computes what another one does.
    return value.partition(":")[0] if name == "device" and isinstance(value, str) else value


def _difference(one: Any, other: Any) -> tuple[Any, Any]:
    """Return two values; of two objects what they do not have in common."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return one, other
    names = [name for name in one if one[name] != other.get(name)]
    first, second = (
        ", ".join(f"{name} {values.get(name)}" for name in names) for values in (one, other)
    )
    return first, second


def _are_called_alike(path: Any, other: Any) -> bool:
    """Whether two paths may lead to one file, under whichever folders."""
    if not (isinstance(path, str) and isinstance(other, str)):
        return False
    return is_same_path(path, other) or Path(path).name == Path(other).name


def _told(name: str, value: Any) -> str:
    option = f"--{name.replace('_', '-')}"
    option = {"--input": "INPUT", "--output": "OUTPUT"}.get(option, option)
    return f"nothing of {option}" if value in (None, False) else f"{option} {value}"


def is_same_path(path: str, other: str) -> bool:
    """Whether two paths, be there anything or not, lead to the same place."""
    return os.path.realpath(path) == os.path.realpath(other)


def _findings(told: list[dict[str, Any]]) -> list[Finding]:
    return [Finding(**finding) for finding in told]


def _tuples(value: Any) -> Any:
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


_ANEW = (
    "Make it anew (--plan), and all parts with it: what has been computed by another plan is of "
    "another map. If it lies in the folder with the parts, remove that folder."
)


def read_plan(path: Path) -> PartPlan:
    """Return the plan in a file.

    Raises:
        InvalidRequest: if it cannot be read, or is none.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is no JSON"
        raise InvalidRequest(reason=f"The plan {path} cannot be read: {said}. {_ANEW}") from error
    try:
        told = content["plan"]
        if content[MARK] != VERSION or content["digest"] != digest_of(told):
            raise ValueError
        return PartPlan.from_json(told)
    except (TypeError, ValueError, LookupError) as error:
        reason = f"{path} is no plan of parts, or one of another version. {_ANEW}"
        raise InvalidRequest(reason=reason) from error


def write_plan(path: Path, plan: PartPlan) -> None:
    """Write a plan to a file, whole or not at all.

    Raises:
        OutputNotWritable, DiskFull: if it cannot be written.
    """
    told = plan.to_json()
    content = {MARK: VERSION, "digest": digest_of(told), "plan": told}
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    with writing(path):
        fresh.write_text(json.dumps(content, indent=1), encoding="utf-8")
        sync_file(fresh)
        rename(fresh, path)
        sync_folder(path.parent)
