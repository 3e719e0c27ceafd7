"""``segment`` and ``batch``: maps of one raster and of many; ``look``: what may go wrong."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

import click

from crossearth_engine.cli import progress
from crossearth_engine.cli.exit_status import (
    EXIT_BAD_INPUT,
    EXIT_CANCELED,
    EXIT_FAILURE,
    STATUSES,
)
from crossearth_engine.cli.help import Command, Option
from crossearth_engine.cli.lists import read_list
from crossearth_engine.cli.log import current_log, keeps_log, one_line
from crossearth_engine.cli.options import ends_in_json, takes
from crossearth_engine.cli.running import fail, run
from crossearth_engine.cli.tables import show_table
from crossearth_engine.shared import options


@click.command(
    cls=Command,
    examples=[
        ("With the bundled model", "crossearth segment scene.tif map.tif"),
        (
            "Without patches below 25 m², as polygons, too, and with a page to read",
            "crossearth segment scene.tif map.tif --min-area 25 --polygons map.gpkg "
            "--report map.html",
        ),
        (
            "Fields only; where it was stopped, the same line goes on",
            "crossearth segment scene.tif map.tif --mask fields.gpkg --resume",
        ),
        (
            "The third of 16 parts, each on a computer of its own; crossearth assemble joins them",
            "crossearth segment scene.tif map.tif --part 3/16 --resume",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.SEGMENT)
@keeps_log
@ends_in_json()
def segment(as_json: bool, **arguments: Any) -> None:
    """Classify every pixel of the raster INPUT and write the map to OUTPUT (.tif)."""
    result = run("segment", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
    elif not current_log().is_quiet:
        if arguments["part"] is not None:
            _show_part(result)
        elif arguments["plan"] is not None:
            click.echo(f"{result['plan']}  ({result['rows']} rows of windows)")
        else:
            _show_map(result)
    if result.get("partial"):
        fail("Canceled; the map is partial.", EXIT_CANCELED)


@click.command(
    cls=Command,
    examples=[
        (
            "After crossearth segment scene.tif map.tif --part 1/2, and 2/2, anywhere",
            "crossearth assemble map.tif",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.ASSEMBLE)
@keeps_log
@ends_in_json()
def assemble(as_json: bool, **arguments: Any) -> None:
    """Join the parts of a map, OUTPUT (.tif), that crossearth segment --part has made.

    The map and all that was asked for with it are those of one run. Parts that are missing are
    named, and nothing is changed.
    """
    result = run("assemble", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
    elif not current_log().is_quiet:
        _show_map(result)


@click.command(
    cls=Command,
    examples=[
        ("What may be wrong with a map of it", "crossearth look scene.tif"),
        (
            "The same of other bands, for a program",
            "crossearth look scene.tif --bands 3,2,1 --json",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.LOOK)
@ends_in_json()
def look(as_json: bool, **arguments: Any) -> None:
    """Tell what may be wrong with a map of the raster INPUT, without making one."""
    result = run("look", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
        return
    for sentence in [*result["warnings"], *result["notes"]]:
        click.echo(sentence)


@click.command(
    cls=Command,
    examples=[
        ("A folder of scenes", "crossearth batch scenes/*.tif --out-dir maps"),
        (
            "The same every night: what is mapped is skipped, and a page sums all up",
            "crossearth batch scenes/*.tif --out-dir maps --resume --report maps/report.html",
        ),
        (
            "What a search finds",
            "find scenes -name '*.tif' | crossearth batch --list - --out-dir maps",
        ),
        (
            "What a catalogue lists, as an ItemCollection",
            "crossearth batch items.json --asset visual --out-dir maps",
        ),
        (
            "The same line on several computers: each raster is mapped by one of them",
            "crossearth batch scenes --out-dir maps --share --report maps/report.html",
        ),
        (
            "All maps as one layer, and for a catalogue",
            "crossearth batch scenes/*.tif --out-dir maps --mosaic all.vrt "
            "--collection maps/collection.json",
        ),
    ],
    statuses={
        **STATUSES,
        0: "There is a map of every raster.",
        EXIT_BAD_INPUT: (
            "Bad arguments; or rasters failed because of what they are; or are doubtful, with "
            "--strict; or the maps make no mosaic or collection."
        ),
    },
)
@takes(options.BATCH, may_lack=("inputs",))
@click.option(
    "--list",
    "lists",
    cls=Option,
    group="Raster",
    multiple=True,
    metavar="FILE",
    help=(
        "Text file with a raster in each line, as seen from the current folder; - for stdin. "
        "Besides INPUT or instead."
    ),
)
@keeps_log
@ends_in_json()
def batch(as_json: bool, lists: tuple[str, ...], inputs: tuple[str, ...], **arguments: Any) -> None:
    """Classify many rasters with one model and write the maps to a folder.

    An INPUT is a raster, a folder with rasters, or a list of STAC Items (.json, .parquet). Each map
    is named after its raster. One that fails does not stop the others. With --resume those are
    skipped whose map is there already, of the same raster, model and options. A map that its
    warnings make doubtful is left out of the sums; with --strict it is not made.
    """
    current_log().has_times = True
    # Where the shell leaves *.tif as it is, on Windows, click has expanded it.
    paths = [*inputs, *(path for file in lists for path in read_list(file))]
    if not paths:
        raise click.UsageError("Name rasters, or a file that lists them (--list).")
    result = run("segment-batch", {"inputs": paths, **arguments}, progress.percent)
    if as_json:
        click.echo(json.dumps(result))
    elif not current_log().is_quiet:
        for row in result["rasters"]:
            click.echo(one_line(f"{row['status']:<8} {row.get('error', row['output'])}"))
        show_areas(result["classes"])
    failed = [row for row in result["rasters"] if row["status"] == "failed"]
    unmade = result["unmade"]
    status = _status_of([*failed, *unmade.values()])
    if failed:
        fail(f"{len(failed)} of {len(result['rasters'])} rasters failed.", status)
    if unmade:
        fail(f"The maps are there; not made: {', '.join(unmade)}.", status)
    if result["doubtful"] and arguments["strict"]:
        fail(
            f"{result['doubtful']} of {len(result['rasters'])} rasters are doubtful.",
            EXIT_BAD_INPUT,
        )


def _status_of(failures: Iterable[dict[str, Any]]) -> int:
    """Return how to end where something failed: by what was given, or also by this computer."""
    is_failure = any(failure["fault"] == "computer" for failure in failures)
    return EXIT_FAILURE if is_failure else EXIT_BAD_INPUT


def _show_part(result: dict[str, Any]) -> None:
    first, stop = result["rows"]
    rows = f"rows {first + 1} to {stop} of windows" if stop > first else "no rows of windows"
    click.echo(f"Part {result['part']} of {result['output']}  ({rows}, {result['wall_s']:.1f} s)")


def _show_map(result: dict[str, Any]) -> None:
    count = result["windows"]
    windows = "1 window" if count == 1 else f"{count} windows"
    if result["partial"]:
        windows = f"{count} of {result['planned_windows']} windows"
    click.echo(f"{result['output']}  ({windows}, {result['wall_s']:.1f} s)")
    show_areas(result["classes"])
    if numbers := result.get("numbers"):
        show_numbers(numbers)


def show_numbers(numbers: dict[str, Any]) -> None:
    """Print what the numbers of a map are like."""
    told = (f"{name} {numbers[name]:.4g}" for name in ("least", "mean", "most"))
    click.echo(f"  {numbers['name']}: {', '.join(told)}")


def show_areas(classes: list[dict[str, Any]]) -> None:
    """Print each class with its share and its area, all in one unit."""
    from crossearth_engine.reports.page import SPACE, number

    total_m2 = sum(item["area_m2"] or 0 for item in classes)
    digits = 2 if total_m2 >= 10_000 else 4
    rows = []
    for item in classes:
        area_m2 = item["area_m2"]
        area = "" if area_m2 is None else f"{number(area_m2, digits, 10_000)} ha"
        row = (item["name"], f"{number(item['percent'], 1)} %", area.replace(SPACE, ","))
        rows.append(row)
    show_table(rows)
