"""``change``, ``zonal``, ``review``: what finished maps tell; ``similar``: what imagery does."""

from __future__ import annotations

import json
from typing import Any

import click

from crossearth_engine.cli import progress
from crossearth_engine.cli.exit_status import STATUSES
from crossearth_engine.cli.help import Command
from crossearth_engine.cli.options import ends_in_json, takes
from crossearth_engine.cli.running import run
from crossearth_engine.cli.tables import show_table
from crossearth_engine.shared import options

# Lines of a table in a terminal.
MOST_CHANGES = 15


@click.command(
    cls=Command,
    examples=[
        (
            "What has become of what, as a raster and a page",
            "crossearth change map-2020.tif map-2024.tif change.tif --report change.html",
        ),
        (
            "Of a map of another program on other pixels, which has numbers only",
            "crossearth change map-2020.tif other-map.tif change.tif --align before "
            "--after-classes 1=dark,2=light",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.CHANGE)
@ends_in_json()
def change(as_json: bool, **arguments: Any) -> None:
    """Say what has changed between two maps: a raster of changes, and areas from what to what."""
    result = run("change", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
        return
    show_change(result)
    for path in filter(None, (result["output"], result["report"])):
        click.echo(path)


def show_change(result: dict[str, Any]) -> None:
    """Print the areas of the changes, the largest first, and what they are."""
    from crossearth_engine.reports.page import SPACE, number

    has_area = result["area_method"] is not None
    key, size, unit = ("area_m2", 10_000, "ha") if has_area else ("pixels", 1, "pixels")
    rows = [item for item in result["classes"] if item[key]]
    rows.sort(key=lambda item: -item[key])
    table = [("", f"area, {unit}", "percent")]
    for item in rows[:MOST_CHANGES]:
        amount = number(item[key], 2 if has_area else 0, size).replace(SPACE, ",")
        table.append((item["name"], amount, number(item["percent"], 2)))
    show_table(table)
    if len(rows) > MOST_CHANGES:
        click.echo(f"  … and {len(rows) - MOST_CHANGES} more, in the report and with --json")
    share = number(result["changed_share"], 2, 0.01)
    click.echo(f"  Changed: {share} %. {result['matching']}")
    click.echo(f"  {result['areas_are']}")


@click.command(
    cls=Command,
    examples=[
        (
            "The class of each building, and how sure it is",
            "crossearth zonal --map map.tif --objects buildings.gpkg --out classified.gpkg",
        ),
        (
            "Of an image, without a map",
            "crossearth zonal --model crossearth-base-rgb --raster scene.tif "
            "--objects buildings.gpkg --out classified.gpkg",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.ZONAL)
@ends_in_json()
def zonal(as_json: bool, **arguments: Any) -> None:
    """Give each object of a layer the class that most of its pixels have, as fields of a copy."""
    result = run("zonal", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
        return
    show_table([(c["name"], str(c["objects"])) for c in result["classes"] if c["objects"]])
    fields = ", ".join(result["fields"].values())
    click.echo(f"{result['output']}: {result['objects']} objects with the fields {fields}.")


@click.command(
    cls=Command,
    examples=[
        (
            "Twenty places of a map that was made with --lead",
            "crossearth review --map map.tif --out places.gpkg",
        ),
        (
            "Of an image, without a map",
            "crossearth review --model my-city --raster scene.tif --out places.gpkg",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.REVIEW)
@ends_in_json()
def review(as_json: bool, **arguments: Any) -> None:
    """Say where a map is least sure, so that you look there next: points, spread over it."""
    result = run("review", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
        return
    show_table(
        [
            (f"{item['rank']:>4}  {item['class_name']}", item["reason"], f"{item['value']:.1f} %")
            for item in result["places"]
        ]
    )
    click.echo(f"{result['output']}: {len(result['places'])} places.")


@click.command(
    cls=Command,
    examples=[
        (
            "Where it looks like at a few places, and outlines of all that do",
            "crossearth similar scene.tif samples.gpkg similarity.tif --candidates found.gpkg",
        ),
        (
            "Less alike is enough; a point for each",
            "crossearth similar scene.tif samples.gpkg similarity.tif --candidates found.gpkg "
            "--threshold 40 --form points",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.SIMILAR)
@ends_in_json()
def similar(as_json: bool, **arguments: Any) -> None:
    """Say how similar all places of an image are to a few objects: points or polygons."""
    result = run("similar", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
        return
    if result["candidates"]:
        click.echo(f"{result['candidates']}: {result['count']} candidates.")
    click.echo(result["output"])
