"""How good a map is: compared with polygons, points or another raster that say what is there.

Counts pixels or points by what they are and what the map says; from random points it also estimates
the true areas. A model is judged by the map that it makes of a raster.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossearth_engine import __version__
from crossearth_engine.accuracy.against import judge_against
from crossearth_engine.accuracy.area_estimates import AreaEstimates
from crossearth_engine.accuracy.class_names import parse_names
from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.comparison import (
    NO_STRATA,
    Comparison,
    Reference,
    compare,
    mapped_amounts,
)
from crossearth_engine.accuracy.evaluate_numbers import evaluate_numbers, tell_numbers
from crossearth_engine.accuracy.figures import accuracy_figures
from crossearth_engine.accuracy.intervals import CONFIDENCE
from crossearth_engine.accuracy.mapped import Elsewhere, opened_map
from crossearth_engine.accuracy.strata import SAME_SIZE, Strata
from crossearth_engine.arguments import Request
from crossearth_engine.errors import InvalidRequest, OutputNotWritable
from crossearth_engine.inference.request import IN_PARTS
from crossearth_engine.inputs import Inputs, refuse_the_same
from crossearth_engine.job import Job
from crossearth_engine.publishing import PartialOutput, publish, writing
from crossearth_engine.raster.mask import mask_file
from crossearth_engine.reports.accuracy import write_accuracy_report
from crossearth_engine.reports.regression import write_number_report
from crossearth_engine.shared.findings import Finding, told
from crossearth_engine.shared.moves import Move
from crossearth_engine.shared.options import EVALUATE, Options
from crossearth_engine.shared.wording import say

METHOD = say(
    "Stratified estimator of Stehman (2014), which is that of Olofsson et al. (2014) where the "
    "strata are the classes of this map. 95 % intervals are mid-p intervals for stratified samples "
    "(Fay and Kim 2017), which hold for rare classes and where no point is wrong. ± is half of the "
    "interval of the paper, a normal approximation: too short for rare classes, and none where no "
    "point is wrong."
)
NO_SAMPLE = Finding("no-sample")

# Roughly how long it takes to compare, seconds: little, beside making the map.
COMPARE_S = 1.0
# The same of sixty maps of spoiled imagery.
CORRUPTIONS_S = 120.0
_FIGURES = ".json"


@dataclass(frozen=True)
class EvaluateRequest(Request):
    """What to judge, and by what.

    Attributes:
        reference: vector file with polygons or points, or a class raster.
        map: class raster to judge; or else:
        model, raster: a model, and the raster to map with it.
        field: attribute of the reference that holds the class, or the number.
        numbers: whether map and field hold numbers; where map or model say so it is known.
        layer: layer of the vector file; its first one unless it is given.
        background: class of what lies outside of the polygons, or where a raster has no class. If
            the map has no such class, all that the reference does not name are one with it.
        against: another class raster, to say which of the two is better; takes points.
        against_nodata, against_crs, against_classes: of that map, likewise.
        report: HTML file to write; figures go beside it as JSON.
        nodata, crs: of the map or the raster, as in `SegmentRequest`.
        classes: names of the classes of the map by value; see `parse_names`.
        reference_nodata, reference_crs, reference_classes: of a reference raster, likewise.
        bands, gsd, stretch, pixel_size, device, threads: for the model, likewise.
        corruptions: whether to judge the model on the raster spoiled in twelve ways, too.
        cluster, tls, without_tls, places: whose workers make the map, as in `SegmentRequest`.
        local_only: read nothing but the files that are given, likewise.
        shown: what to tell of attributes instead of their values: what the user gave, where a
            copy of it is compared.
    """

    options: ClassVar[Options] = EVALUATE

    reference: str
    map: str | None = EVALUATE["map"].default
    model: str | None = EVALUATE["model"].default
    raster: str | None = EVALUATE["raster"].default
    field: str | None = EVALUATE["field"].default
    numbers: bool = EVALUATE["numbers"].default
    layer: str | None = EVALUATE["layer"].default
    background: str | None = EVALUATE["background"].default
    report: str | None = EVALUATE["report"].default
    bands: list[int] | None = EVALUATE["bands"].default
    gsd: float | None = EVALUATE["gsd"].default
    stretch: str | None = EVALUATE["stretch"].default
    pixel_size: float | None = EVALUATE["pixel_size"].default
    nodata: str | None = EVALUATE["nodata"].default
    crs: str | None = EVALUATE["crs"].default
    classes: list[str] | None = EVALUATE["classes"].default
    reference_nodata: str | None = EVALUATE["reference_nodata"].default
    reference_crs: str | None = EVALUATE["reference_crs"].default
    reference_classes: list[str] | None = EVALUATE["reference_classes"].default
    against: str | None = EVALUATE["against"].default
    against_nodata: str | None = EVALUATE["against_nodata"].default
    against_crs: str | None = EVALUATE["against_crs"].default
    against_classes: list[str] | None = EVALUATE["against_classes"].default
    corruptions: bool = EVALUATE["corruptions"].default
    device: str = EVALUATE["device"].default
    threads: int | None = EVALUATE["threads"].default
    local_only: bool = EVALUATE["local_only"].default
    cluster: str | None = EVALUATE["cluster"].default
    tls: str | None = EVALUATE["tls"].default
    without_tls: bool = EVALUATE["without_tls"].default
    places: list[str] | None = EVALUATE["places"].default
    shown: dict[str, str] | None = EVALUATE["shown"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if (self.map is None) == (self.model is None or self.raster is None):
            raise InvalidRequest(reason="Give either a map, or a model and a raster.")
        if self.corruptions and self.model is None:
            reason = "What corruptions do is asked of a model and a raster, not of a map."
            raise InvalidRequest(reason=reason)
        if self.cluster and (self.model is None or self.corruptions):
            reason = (
                "A cluster makes the map of a model and a raster (--model, --raster); another map "
                "and --corruptions are judged on this computer: leave out --cluster."
            )
            raise InvalidRequest(reason=reason)
        if self.map is not None and self.against is not None:
            refuse_the_same(self.map, self.against)
        if self.report is not None and Path(self.report).suffix.lower() != ".html":
            raise InvalidRequest(reason=f"The report {self.report} must be a file .html.")
        if self.background is not None and not self.background.strip():
            raise InvalidRequest(reason="The background needs a name, such as other.")


def evaluate(
    request: EvaluateRequest, job: Job, elsewhere: Elsewhere | None = None
) -> dict[str, Any]:
    """Compare, write the report if asked, and return figures, ready for JSON.

    Args:
        request: what to compare.
        job: may be canceled, and is told how far it is.
        elsewhere: who makes the map of a model, if not this process.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    request.check()
    if request.report is not None:
        _check_figures(Path(request.report).with_suffix(_FIGURES))
    judge = _judge_classes
    if request.numbers or tell_numbers(request):
        judge = evaluate_numbers
    accuracy = judge(request, job, elsewhere)
    facts = facts_of(request)
    if request.report is not None:
        write_report(Path(request.report), request, accuracy, facts)
    return {
        **accuracy,
        "map": request.map,
        "reference": facts["reference"],
        "report": request.report,
        "wall_s": round(time.perf_counter() - started, 3),
    }


def _judge_classes(
    request: EvaluateRequest, job: Job, elsewhere: Elsewhere | None
) -> dict[str, Any]:
    """Compare classes, and return figures, ready for JSON."""
    later = {"corruptions": CORRUPTIONS_S} if request.corruptions else {}
    job.plan({"compare": COMPARE_S, **later})
    with opened_map(request, job, elsewhere=elsewhere) as (classes, _):
        others = [] if request.against is None else [request.against]
        inputs = Inputs([classes.path, mask_file(request.reference), *others], classes.file_states)
        job.start("compare")
        reference = _reference_of(request)
        compared = compare(reference, classes, job)
        estimated = _estimate(compared, classes)
        areas: dict[str, Any] | None = None
        no_areas: Finding | None = _why_no_areas(compared)
        findings = list(compared.findings)
        if compared.sample is not None:
            no_areas = estimated.problem or compared.untold
            if estimated.estimates is not None and not no_areas:
                strata, mapped_area = compared.sample.strata, estimated.mapped_area
                areas, found = _areas(compared, strata, estimated.estimates, mapped_area)
                findings += [*found, *compared.sample.few()]
            findings += filter(None, [estimated.problem])
        findings += filter(None, [compared.untold])
        against, found = _judge_against(request, reference, classes, job)
        findings += found
        figures = _figures(compared, estimated.estimates)
        for finding in findings:
            job.warn(finding)
        untold = [no_areas] if no_areas and no_areas not in findings else []
        accuracy: dict[str, Any] = {
            **figures,
            "split": compared.sentence,
            **told(findings),
            "findings": [finding.to_dict() for finding in findings + untold],
            "areas": areas,
            "no_areas": no_areas.sentence if no_areas else None,
            "against": against,
            "corruptions": None,
        }
        if request.corruptions:
            accuracy["corruptions"] = _under_corruptions(request, reference, classes, figures, job)
        inputs.check()
    return accuracy


def _reference_of(request: EvaluateRequest) -> Reference:
    return Reference(
        request.reference,
        request.field,
        request.layer,
        request.background,
        request.reference_nodata,
        request.reference_crs,
        parse_names(request.reference_classes),
    )


def _judge_against(
    request: EvaluateRequest, reference: Reference, classes: ClassRaster, job: Job
) -> tuple[dict[str, Any] | None, list[Finding]]:
    """Return which of two maps is better, if another one is given, and what to know of that."""
    if request.against is None:
        return None, []
    with ClassRaster(
        request.against,
        nodata=request.against_nodata,
        crs=request.against_crs,
        names=parse_names(request.against_classes),
    ) as other:
        name = request.map or request.model or ""
        return judge_against(reference, classes, other, job, name)


def _under_corruptions(
    request: EvaluateRequest,
    reference: Reference,
    classes: ClassRaster,
    figures: Mapping[str, Any],
    job: Job,
) -> dict[str, Any]:
    """Return how good the maps are that the model makes of the raster, spoiled."""
    from crossearth_engine.accuracy.robustness import silent, under_corruptions

    def judge(spoiled: ClassRaster) -> float | None:
        compared = compare(reference, spoiled, silent(job))
        estimated = _estimate(compared, spoiled)
        return _iou_of_reference(_figures(compared, estimated.estimates))

    clean = _iou_of_reference(figures)
    return under_corruptions(request, Path(classes.path), clean, judge, job)


def _iou_of_reference(figures: Mapping[str, Any]) -> float | None:
    """Return the mean IoU over the classes that the reference has.

    Those of `accuracy_figures` are others where a map has strays of one more class.
    """
    rows = [row for row in figures["classes"] if row[figures["unit"]]]
    known = [row["iou"] for row in rows if row["iou"] is not None]
    return sum(known) / len(known) if known else None


class _Estimated(NamedTuple):
    """What the points of a sample tell of the map that is judged."""

    estimates: AreaEstimates | None = None
    mapped_area: NDArray[np.float64] | None = None
    problem: Finding | None = None


def _estimate(compared: Comparison, classes: ClassRaster) -> _Estimated:
    if compared.sample is None:
        return _Estimated()
    unit, count = compared.sample.strata.unit, len(compared.classes)
    mapped_area = mapped_amounts(classes, compared.of_map, count, unit)
    estimates, problem = compared.sample.estimate(mapped_area)
    return _Estimated(estimates, mapped_area, problem)


def _figures(compared: Comparison, estimates: AreaEstimates | None) -> dict[str, Any]:
    return accuracy_figures(
        compared.confusion,
        compared.classes,
        compared.unit,
        shares=_shares(compared, estimates),
        is_only_recall=bool(compared.untold),
    )


def _shares(compared: Comparison, estimates: AreaEstimates | None) -> NDArray[np.float64] | None:
    """Return what the counts stand for, by reference and map; None if all for the same."""
    if compared.sample is None:
        return None
    return np.zeros(compared.confusion.shape) if estimates is None else estimates.shares.T


def _why_no_areas(compared: Comparison) -> Finding:
    """Return why a reference without strata tells no areas."""
    return compared.untold or (NO_STRATA if compared.unit == "points" else NO_SAMPLE)


def _areas(
    compared: Comparison,
    strata: Strata,
    found: AreaEstimates,
    mapped_area: NDArray[np.float64] | None,
) -> tuple[dict[str, Any], list[Finding]]:
    """Return the estimated areas, ready for JSON, and findings."""
    findings = []
    if mapped_area is None:
        mapped_area = np.full(len(compared.classes), np.nan)
    else:
        here, there = float(mapped_area.sum()), float(strata.sizes.sum())
        if abs(here - there) > SAME_SIZE * there:
            details = {"share": f"{here / there:.0%}"}
            findings.append(Finding("map-of-another-extent", details))
    columns = {
        "mapped_area": mapped_area,
        "area": found.area,
        "area_interval": found.area_interval,
        "area_margin": found.area_margin,
        "users_accuracy": found.users_accuracy,
        "users_interval": found.users_interval,
        "users_margin": found.users_margin,
        "producers_accuracy": found.producers_accuracy,
        "producers_interval": found.producers_interval,
        "producers_margin": found.producers_margin,
    }
    areas = {
        "unit": strata.unit,
        "confidence": CONFIDENCE,
        "method": METHOD,
        "overall_accuracy": found.overall_accuracy,
        "overall_interval": _plain(found.overall_interval),
        "overall_margin": _plain(found.overall_margin),
        "strata": [
            {"name": name, "size": float(size)}
            for name, size in zip(strata.names, strata.sizes, strict=True)
        ],
        "shares": found.shares.T.tolist(),
        "classes": [
            {
                "value": item.value,
                "name": item.name,
                **{name: _plain(column[i]) for name, column in columns.items()},
            }
            for i, item in enumerate(compared.classes)
        ],
    }
    return areas, findings


def _plain(value: Any) -> Any:
    """Return a number, or two, for JSON; None where nothing tells."""
    return np.asarray(value).tolist() if np.isfinite(value).all() else None


def _check_figures(path: Path) -> None:
    """Raise OutputNotWritable if the file for the figures beside a report is something else.

    It may be the item of a map, or a reference in GeoJSON: nobody has named it to be replaced.
    """
    try:
        is_ours = "engine_version" in json.loads(path.read_text(encoding="utf-8"))["made"]
    except FileNotFoundError:
        return
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        is_ours = False
    if not is_ours:
        reason = "it exists and belongs to something else. Choose another name for the report."
        raise OutputNotWritable(path=str(path), reason=reason)


def facts_of(request: EvaluateRequest) -> dict[str, Any]:
    """Return what was asked for, as reports state it."""
    asked = asdict(replace(request, shown=None)) | (request.shown or {})
    return {
        **{n: value for n, value in asked.items() if value is not None and n not in IN_PARTS},
        "engine_version": __version__,
    }


def write_report(
    path: Path, request: EvaluateRequest, accuracy: dict[str, Any], facts: dict[str, Any]
) -> None:
    """Write the report, and the figures beside it as JSON."""
    title = say("Accuracy of {name}", name=Path(request.map or request.model or "").name)
    with writing(path), PartialOutput(path) as partial:
        partial.clear()
        page, data = partial.folder / "final.html", partial.folder / "final.json"
        write = write_number_report if "r2" in accuracy else write_accuracy_report
        write(page, title, accuracy, facts)
        content = json.dumps({**accuracy, "made": facts}, indent=1, allow_nan=False)
        data.write_text(content + "\n", encoding="utf-8")
        publish(partial.folder, [Move(page, path), Move(data, path.with_suffix(_FIGURES))])
