"""The report on many maps: sums, and a row with a small picture for each."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import rasterio

from crossearth_engine import __version__
from crossearth_engine.raster.gdal import READ_ERRORS
from crossearth_engine.reports.map import (
    area_table,
    describe_area,
    describe_parameters,
    number_figures,
)
from crossearth_engine.reports.page import write_page
from crossearth_engine.reports.pictures import map_picture, number_picture, picture_size
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.quantity import span_of
from crossearth_engine.shared.wording import said_again, say

THUMBNAIL_EDGE = 160


def write_batch_report(path: Path, summary: Mapping[str, Any], model: Mapping[str, Any]) -> None:
    """Write the report.

    Args:
        path: the HTML file.
        summary: as `crossearth_engine.inference.batch.segment_batch` returns it, with all that
            is known of each raster.
        model: what is known of the model.
    """
    classes = summary["classes"]
    has_area = all(item["area_m2"] is not None for item in classes)
    date = datetime.now(timezone.utc)
    # With --strict there are no maps of those that are doubtful.
    done = [row for row in summary["rasters"] if "error" not in row]
    quantity = next((row["numbers"]["name"] for row in done if row.get("numbers")), "")
    unmeasured = summary["unmeasured"]
    headline = [(say("Maps"), str(len(done)))]
    if has_area and classes:
        label = say("Area of the maps that can be measured") if unmeasured else say("Area mapped")
        headline.append((label, describe_area(sum(item["area_m2"] for item in classes))))
    if summary["doubtful"]:
        headline.append((say("Doubtful, not in the sums"), str(summary["doubtful"])))
    if summary["failed"]:
        headline.append((say("Failed"), str(summary["failed"])))
    write_page(
        path,
        "batch_report.html",
        version=__version__,
        title=say("{count} rasters, land cover", count=len(summary["rasters"]))
        if not quantity
        else say("{count} rasters, {name}", count=len(summary["rasters"]), name=quantity),
        date=f"{date:%Y-%m-%d}",
        model=model,
        headline=headline,
        table=area_table(classes, has_area=has_area),
        quantity=quantity,
        has_area=has_area,
        doubtful=[
            Path(row["input"]).name for row in summary["rasters"] if row["status"] == "doubtful"
        ],
        unmeasured=[Path(path).name for path in unmeasured],
        maps=map(_map, done),
        failures=[
            (Path(row["input"]).name, row["error"]) for row in summary["rasters"] if "error" in row
        ],
        facts=[
            (say("Folder"), summary["out_dir"]),
            (say("Model"), f"{model['name']} ({model['id']})"),
            (say("Licence of the model"), model["license"]),
            (say("Trained on"), model["trained_on"]),
            *([(say("Weights, SHA-256"), done[0]["model"]["sha256"])] if done else []),
            *_parameters(done).items(),
            (say("Date"), f"{date:%Y-%m-%d %H:%M} UTC"),
        ],
    )


def _parameters(done: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the parameters that were the same for all maps, in words."""
    if not done:
        return {}
    first, *others = [row["parameters"] for row in done]
    same = {
        name: value
        for name, value in first.items()
        if all(other.get(name) == value for other in others)
    }
    # The unit of a parameter is that of its map.
    kinds = {row["area_method"] is not None for row in done}
    texts = [
        describe_parameters(same, has_area=has_area) for has_area in sorted(kinds, reverse=True)
    ]
    return {name: _either([text[name] for text in texts]) for name in texts[0]}


def _either(values: list[Any]) -> Any:
    """Return what a parameter was: with and without a CRS it may be told in two units."""
    first, last = values[0], values[-1]
    return first if first == last else say("{first} or {second}", first=first, second=last)


def _map(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is shown of a map."""
    classes = row["classes"]
    total_m2 = None
    if classes and all(item["area_m2"] is not None for item in classes):
        total_m2 = sum(item["area_m2"] for item in classes)
    return {
        "name": Path(row["input"]).name,
        "file": Path(row["output"]).name,
        "area": "" if total_m2 is None else describe_area(total_m2),
        "table": area_table(classes, has_area=total_m2 is not None),
        "warnings": said_again(row["warnings"], row.get("findings", ())),
        "is_doubtful": row["status"] == "doubtful",
        "numbers": row.get("numbers") and number_figures(row["numbers"]),
        "picture": _thumbnail(Path(row["output"]), classes, row.get("numbers")),
    }


def _thumbnail(
    path: Path, classes: list[dict[str, Any]], numbers: dict[str, Any] | None
) -> str | None:
    """Return a small PNG of a map, base64, or None if it is gone again."""
    infos = tuple(ClassInfo(item["value"], item["name"], item["color"]) for item in classes)
    try:
        with rasterio.open(path) as dataset:
            size = picture_size(dataset.width, dataset.height, THUMBNAIL_EDGE)
            picture = (
                map_picture(dataset, infos, size)
                if numbers is None
                else number_picture(dataset, span_of(numbers), size)
            )
            return base64.b64encode(picture).decode()
    except READ_ERRORS:
        return None
