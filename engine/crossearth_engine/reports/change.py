"""A report on what has changed between two maps, as HTML."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from affine import Affine
from rasterio.crs import CRS

from crossearth_engine import __version__
from crossearth_engine.reports.ground import Ground, crs_name
from crossearth_engine.reports.map import (
    AREA_NOTES,
    area_table,
    describe_area,
    describe_place,
    scale_bar,
)
from crossearth_engine.reports.page import MISSING, SPACE, number, write_page
from crossearth_engine.shared.wording import said_again, say


def write_change_report(
    path: Path,
    summary: Mapping[str, Any],
    picture: bytes,
    size: tuple[int, int],
    *,
    crs: CRS | None,
    transform: Affine,
    shape_yx: tuple[int, int],
) -> None:
    """Write the report.

    Args:
        path: the HTML file.
        summary: as `change` returns it.
        picture: PNG of the map of changes.
        size: its width and height, pixels.
        crs: of the map.
        transform: pixels of the map to CRS.
        shape_yx: height and width of the map.
    """
    height, width = shape_yx
    ground = Ground.under(crs, transform, width, height)
    gsd_x, gsd_y = ground.gsd_xy_m or (1.0, 1.0)
    has_area = summary["area_method"] is not None
    changes = list(summary["changes"])
    values = {item["value"] for item in changes}
    stayed = [item for item in summary["classes"] if item["value"] not in values]
    key = "area_m2" if has_area else "pixels"
    changes.sort(key=lambda item: -item[key])
    # On a large map, the change is what there is to see.
    table = area_table([*changes, *stayed], has_area=has_area)
    date = datetime.now(timezone.utc)
    names = [Path(summary[when]).name for when in ("before", "after")]
    write_page(
        path,
        "change_report.html",
        version=__version__,
        title=f"{names[0]} → {names[1]}",
        date=f"{date:%Y-%m-%d}",
        table=table,
        warnings=said_again(summary["warnings"], summary["findings"]),
        size=size,
        aspect=f"{width * gsd_x / (height * gsd_y):.5f}",
        map_picture=base64.b64encode(picture).decode(),
        scale=scale_bar(ground.width_m) if ground.width_m is not None else None,
        north=ground.north_degrees,
        place=describe_place(crs_name(crs), [transform @ (0, height), transform @ (width, 0)]),
        headline=_headline(summary, changes, stayed, has_area=has_area),
        areas_are=summary["areas_are"],
        area_note=AREA_NOTES[summary["area_method"]],
        unit="ha" if has_area else say("pixels"),
        classes=_classes(summary["from_to"], has_area=has_area),
        matrix=_matrix(summary["from_to"], has_area=has_area),
        matching=summary["matching"],
        facts=[
            (say("Before"), summary["before"]),
            (say("After"), summary["after"]),
            *((_WORDS[name], value) for name, value in summary["parameters"].items()),
            (say("Engine"), summary["engine_version"]),
            (say("Date"), f"{date:%Y-%m-%d %H:%M} UTC"),
        ],
    )


_WORDS = {
    "align": say("Aligned to the grid of the map"),
    "classes": say("Names of the classes"),
    "before_classes": say("Names of the classes before"),
    "after_classes": say("Names of the classes after"),
    "before_nodata": say("Values without data before"),
    "before_crs": say("CRS before, as asked"),
    "after_nodata": say("Values without data after"),
    "after_crs": say("CRS after, as asked"),
}


def _headline(
    summary: Mapping[str, Any],
    changes: list[Mapping[str, Any]],
    stayed: list[Mapping[str, Any]],
    *,
    has_area: bool,
) -> list[tuple[str, str]]:
    key = "area_m2" if has_area else "pixels"
    changed = sum(item[key] for item in changes)
    whole = changed + sum(item[key] for item in stayed)

    def told(amount: float) -> str:
        return describe_area(amount) if has_area else say("{count} pixels", count=number(amount))

    return [
        (say("Compared"), told(whole)),
        (say("Changed"), told(changed)),
        (say("Of what was compared"), f"{number(summary['changed_share'], 2, 0.01)}{SPACE}%"),
        (say("Kinds of change"), number(len(changes))),
    ]


def _classes(from_to: Mapping[str, Any], *, has_area: bool) -> list[dict[str, Any]]:
    """Return the classes with what they had, have, lost and gained, in words."""
    matrix, unit, digits = _measured(from_to, has_area=has_area)
    rows = []
    for i, item in enumerate(from_to["classes"]):
        before, after = sum(matrix[i]), sum(row[i] for row in matrix)
        lost, gained = before - matrix[i][i], after - matrix[i][i]
        net = after - before
        percent = _signed(net / before, 1, 0.01) if before else MISSING
        amounts = [number(n, digits, unit) for n in (before, after, lost, gained)]
        sizes = [*amounts, _signed(net, digits, unit), percent]
        rows.append({"name": item["name"], "color": item["color"], "sizes": sizes})
    return rows


def _signed(value: float, digits: int, unit: float) -> str:
    told = number(value, digits, unit)
    return f"+{told}" if value > 0 and told[0].isdigit() else told


def _matrix(from_to: Mapping[str, Any], *, has_area: bool) -> list[list[dict[str, str]]]:
    """Return the cells of the table from what to what, coloured by their share of the row."""
    matrix, unit, digits = _measured(from_to, has_area=has_area)
    return [
        [
            {
                "text": number(amount, digits, unit) if amount else "",
                "color": f"rgba({'128,128,128' if i == j else '213,94,0'},"
                f"{0.6 * amount / (sum(row) or 1):.2f})",
            }
            for j, amount in enumerate(row)
        ]
        for i, row in enumerate(matrix)
    ]


def _measured(from_to: Mapping[str, Any], *, has_area: bool) -> tuple[list[list[float]], int, int]:
    """Return the table, what its unit is in the unit that is shown, and digits to show."""
    return (from_to["area_m2"], 10_000, 2) if has_area else (from_to["pixels"], 1, 0)
