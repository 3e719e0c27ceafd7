"""Reports on maps as HTML: the map, its areas, and how it was made."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from affine import Affine

from crossearth_engine import __version__
from crossearth_engine.reports.ground import Ground
from crossearth_engine.reports.page import SPACE, number, write_page
from crossearth_engine.shared.bands import REASONS
from crossearth_engine.shared.quantity import color_stops, span_of
from crossearth_engine.shared.wording import Said, said_again, say, together

PAPER = (
    "Gong, Z., Wei, Z., Wang, D., et al. (2024): CrossEarth: Geospatial Vision Foundation Model "
    "for Domain Generalizable Remote Sensing Semantic Segmentation. arXiv:2410.22629."
)
"""What to cite for a network of CrossEarth's own architecture."""

AREA_NOTES = {
    "planar": say("Areas in the plane of the raster's CRS, which is true here within 1 %."),
    "ellipsoidal": say("Areas on the ellipsoid, since the raster's CRS distorts them here."),
    None: say("The raster has no CRS to measure by."),
}
"""How areas were measured, by the method of `PixelArea`."""


@dataclass(frozen=True)
class MapPictures:
    """The pictures of a report.

    Attributes:
        map: PNG.
        input: JPEG, or None.
        size: width and height of both, pixels.
    """

    map: bytes
    input: bytes | None
    size: tuple[int, int]


def write_map_report(
    path: Path,
    summary: Mapping[str, Any],
    classes: Sequence[Mapping[str, Any]],
    pictures: MapPictures,
    *,
    crs_name: str,
    transform: Affine,
    shape_yx: tuple[int, int],
    ground: Ground,
    facts: Mapping[str, Any],
    is_crossearth: bool,
) -> None:
    """Write the report on one map.

    Args:
        path: the HTML file.
        summary: what was run, on what, with which figures, as the run's STAC Item has it.
        classes: rows of the table of areas.
        pictures: of map and input.
        crs_name: in words; empty without a CRS.
        transform: pixels of the map to CRS.
        shape_yx: height and width of the map.
        ground: what the map shows.
        facts: what else to tell, by name.
        is_crossearth: whether the network is of CrossEarth's architecture.
    """
    height, width = shape_yx
    gsd_x, gsd_y = ground.gsd_xy_m or (1.0, 1.0)
    has_area = summary["area_method"] is not None
    model, name = summary["model"], Path(summary["input"]).name
    date = datetime.now(timezone.utc)
    numbers = summary.get("numbers")
    headline = [(say("Classes found"), _whole(sum(item["pixels"] > 0 for item in classes)))]
    if numbers is not None:
        headline = number_figures(numbers)
    elif has_area:
        total_m2 = sum(item["area_m2"] for item in classes)
        headline.insert(0, (say("Area mapped"), describe_area(total_m2)))
    if ground.gsd_xy_m is not None:
        headline.append((say("Pixel of the map"), _length(math.sqrt(gsd_x * gsd_y))))
    headline.append((say("Size, pixels"), f"{_whole(width)} × {_whole(height)}"))
    corners = [transform @ (0, height), transform @ (width, 0)]
    area_note = AREA_NOTES[summary["area_method"]]
    write_page(
        path,
        "map_report.html",
        version=__version__,
        title=name,
        date=f"{date:%Y-%m-%d}",
        model=model,
        table=area_table(classes, has_area=has_area),
        numbers=numbers and ramp(numbers),
        area_note=together(
            [area_note, say("Percent of what has a class; pixels without data do not count.")]
        ),
        warnings=said_again([*summary["warnings"], *summary["notes"]], summary["findings"]),
        size=pictures.size,
        aspect=f"{width * gsd_x / (height * gsd_y):.5f}",
        map_picture=base64.b64encode(pictures.map).decode(),
        input_picture=pictures.input and base64.b64encode(pictures.input).decode(),
        scale=scale_bar(ground.width_m) if ground.width_m is not None else None,
        north=ground.north_degrees,
        is_partial=summary["partial"],
        bands=", ".join(map(str, summary["parameters"]["bands"][:3])),
        place=describe_place(crs_name, corners),
        headline=headline,
        facts=_how_it_was_made(summary, facts, date),
        citation=_citation(name, model, date, numbers),
        paper=PAPER if is_crossearth else None,
    )


def _citation(
    name: str, model: Mapping[str, Any], date: datetime, numbers: Mapping[str, Any] | None
) -> str:
    """Return how to cite a map of a raster."""
    facts = {
        "name": name,
        "version": __version__,
        "model": model["name"],
        "digest": model["sha256"][:16],
        "date": f"{date:%Y-%m-%d}",
    }
    if numbers is not None:
        return say(
            "Map of {quantity} of {name}, made with CrossEarth for QGIS {version} and the model "
            "{model} (SHA-256 {digest}…), {date}.",
            quantity=numbers["name"],
            **facts,
        )
    return say(
        "Land-cover map of {name}, made with CrossEarth for QGIS {version} and the model "
        "{model} (SHA-256 {digest}…), {date}.",
        **facts,
    )


def number_figures(numbers: Mapping[str, Any]) -> list[tuple[Said, str]]:
    """Return what the numbers of a map are like, in words; of none, how many there are."""
    figures = [(say("Pixels with a number"), _whole(numbers["pixels"]))]
    if numbers["mean"] is not None:
        names = {
            "least": say("Least"),
            "mean": say("Mean"),
            "most": say("Most"),
            "deviation": say("Deviation"),
        }
        figures += [(text, f"{numbers[name]:.4g}") for name, text in names.items()]
    return figures


def ramp(numbers: Mapping[str, Any]) -> dict[str, Any]:
    """Return the ramp of a map of numbers, as the templates show it."""
    stops = color_stops(*span_of(numbers))
    return {
        "name": numbers["name"],
        "colors": ", ".join(color for _value, color in stops),
        "labels": [f"{value:.4g}" for value, _color in stops],
    }


def area_table(classes: Sequence[Mapping[str, Any]], *, has_area: bool) -> dict[str, Any]:
    """Return the table of areas in words, as the templates show it.

    Args:
        classes: rows as the run's summary has them.
        has_area: whether their areas are known; else pixels are told.
    """
    units = {"m²": ("area_m2", 1), "ha": ("area_m2", 10_000)}
    if not has_area:
        units = {say("Pixels"): ("pixels", 1)}
    totals = [sum(item[key] / size for item in classes) for key, size in units.values()]
    rows = []
    for item in classes:
        packed = int(item["color"].removeprefix("#"), 16)
        sizes = [item[key] / size for key, size in units.values()]
        rows.append(
            {
                "name": item["name"],
                "color": f"rgb({packed >> 16}, {packed >> 8 & 255}, {packed & 255})",
                "sizes": [_digits(size, total) for size, total in zip(sizes, totals, strict=True)],
                "percent": _percent(item["percent"]),
                "share": round(item["percent"], 3),
            }
        )
    return {
        "units": list(units),
        "classes": rows,
        "total": [_digits(total) for total in totals],
        "percent": _percent(sum(item["percent"] for item in classes)),
    }


def _how_it_was_made(
    summary: Mapping[str, Any], facts: Mapping[str, Any], date: datetime
) -> list[tuple[str, Any]]:
    """Return names and values of what is told about the run."""
    model = summary["model"]
    rows = {
        say("Raster"): summary["input"],
        say("Model"): f"{model['name']} ({model['id']})",
        say("Weights, SHA-256"): model["sha256"],
        say("Attribution"): summary.get("attribution"),
        **facts,
        **describe_parameters(summary["parameters"], has_area=summary["area_method"] is not None),
        say("Bands"): [
            say(
                "{band} from {number} ({reason})",
                band=item["model_band"],
                number=item["index"],
                reason=REASONS[item["reason"]],
            )
            for item in summary["bands"]
        ],
        say("Device"): f"{summary['device_name']} ({summary['device']}), {summary['precision']}",
        say("Driver of the device"): summary["driver"],
        say("Libraries"): ", ".join(
            f"{name} {text}" for name, text in summary["libraries"].items()
        ),
        say("Unlike the training imagery"): _unlike(summary["unlike_training"]),
        say("Windows"): _windows(summary),
        say("Time"): say(
            "{wall:.1f} s, {inference:.1f} s in the network",
            wall=summary["wall_s"],
            inference=summary["inference_s"],
        ),
        say("Date"): f"{date:%Y-%m-%d %H:%M} UTC",
    }
    return [(name, value) for name, value in rows.items() if value not in (None, "", [])]


def _unlike(share: float | None) -> str:
    """Return how unusual the raster is, in words; empty if nobody knows."""
    if share is None:
        return ""
    return say("{share:.0%} of what is like it is less unusual", share=share)


def _windows(summary: Mapping[str, Any]) -> str:
    """Return how many windows are done; of a partial map, of how many."""
    done, skipped = _whole(summary["windows"]), _whole(summary["skipped_windows"])
    if not summary["partial"]:
        return say("{done}, {skipped} skipped", done=done, skipped=skipped)
    planned = _whole(summary["planned_windows"])
    return say(
        "{done} of {planned}, {skipped} skipped", done=done, planned=planned, skipped=skipped
    )


def describe_parameters(parameters: Mapping[str, Any], *, has_area: bool) -> dict[str, Any]:
    """Return names and values of a run's parameters in words, but for those that were not used.

    Args:
        parameters: as the run's summary has them.
        has_area: whether the smallest area is in square metres, or in pixels.
    """
    if parameters.get("matched") == []:
        parameters = {**parameters, "match": say("asked for, but bands have hardly moved")}
        del parameters["matched"]
    told = {
        name: _describe(value)
        for name, value in parameters.items()
        if value is not None and value is not False
    }
    for name, unit in (("min_area", "m²"), ("simplify", "m")):
        if name in told and has_area:
            told[name] = f"{told[name]}{SPACE}{unit}"
        elif name in told:
            told[name] = say("{count} pixels", count=told[name])
    return {_PARAMETERS.get(name, name): value for name, value in told.items()}


_PARAMETERS = {
    "bands": say("Bands"),
    "window": say("Window, pixels"),
    "overlap": say("Overlap, pixels"),
    "join": say("Join of windows"),
    "tta": say("Averaged over turns and flips"),
    "scales": say("Averaged over sizes"),
    "gsd": say("Network pixel, m"),
    "grid": say("Grid of the map"),
    "stretch": say("Values stretched from"),
    "values": say("Values that the model takes"),
    "match": say("Matched to the training imagery"),
    "matched": say("Middle of each band before and after that"),
    "pixel_size": say("Pixel of the raster, m"),
    "nodata": say("Values without data"),
    "crs": say("CRS as asked"),
    "extent": say("Extent"),
    "mask": say("Mask"),
    "merge": say("Merged classes"),
    "majority": say("Majority window, pixels"),
    "min_area": say("Smallest patch"),
    "simplify": say("Outline tolerance"),
    "right_angles": say("Right angles"),
}


def _describe(value: Any) -> str:
    if value is True:
        return say("yes")
    if isinstance(value, Mapping):
        return "; ".join(f"{name} = {_describe(members)}" for name, members in value.items())
    if isinstance(value, (list, tuple)):
        items = [f"({_describe(item)})" if isinstance(item, list) else item for item in value]
        return ", ".join(map(_describe, items))
    if isinstance(value, str):
        return value
    return f"{value:g}" if isinstance(value, float) else str(value)


def describe_place(crs_name: str, corners: list[tuple[float, float]]) -> str:
    """Return where a map lies, by its lower left and its upper right corner."""
    if not crs_name:
        return say("No CRS: it is not known where the raster lies.")
    (left, bottom), (right, top) = corners
    digits = 5 if max(abs(left), abs(right)) <= 360 else 1
    return say(
        "{crs}; x {left} to {right}, y {bottom} to {top}",
        crs=crs_name,
        left=f"{left:.{digits}f}",
        right=f"{right:.{digits}f}",
        bottom=f"{bottom:.{digits}f}",
        top=f"{top:.{digits}f}",
    )


def scale_bar(width_m: float) -> dict[str, Any]:
    """Return a round length of about a quarter of the width, with its share of it."""
    power = 10 ** math.floor(math.log10(width_m / 4))
    length = max(step * power for step in (1, 2, 5) if step * power <= width_m / 4 * 1.0001)
    label = f"{length / 1000:g}{SPACE}km" if length >= 1000 else f"{length:g}{SPACE}m"
    return {"percent": f"{100 * length / width_m:.3f}", "label": label}


def describe_area(square_metres: float) -> str:
    """Return an area in the unit that suits its size."""
    if square_metres >= 1e7:
        return f"{_digits(square_metres / 1e6)}{SPACE}km²"
    if square_metres >= 1e4:
        return f"{_digits(square_metres / 1e4)}{SPACE}ha"
    return f"{_whole(square_metres)}{SPACE}m²"


def _length(metres: float) -> str:
    return f"{100 * metres:.3g}{SPACE}cm" if metres < 1 else f"{metres:.3g}{SPACE}m"


def _percent(value: float) -> str:
    return f"{number(value, 1)}{SPACE}%"


def _whole(value: float) -> str:
    return number(value)


def _digits(value: float, largest: float | None = None) -> str:
    """Return a number with the decimals that the largest of its kind has to four digits."""
    largest = value if largest is None else largest
    places = 3 - math.floor(math.log10(abs(largest))) if largest else 0
    return number(value, max(places, 0))
