"""``finetune``, ``distill`` and ``kmeans``: models of polygons, of other models, of neither."""

from __future__ import annotations

import json
from typing import Any

import click

from crossearth_engine.cli import progress
from crossearth_engine.cli.accuracy import show_accuracy
from crossearth_engine.cli.exit_status import EXIT_CANCELED, STATUSES
from crossearth_engine.cli.help import Command
from crossearth_engine.cli.log import current_log, keeps_log
from crossearth_engine.cli.options import ends_in_json, takes
from crossearth_engine.cli.running import fail, run
from crossearth_engine.cli.segment import show_areas
from crossearth_engine.shared import options


@click.command(
    cls=Command,
    examples=[
        (
            "A model of your own, of polygons with their class in the field class",
            "crossearth finetune --raster scene.tif --polygons samples.gpkg --field class "
            "--out my-city",
        ),
        ("Map with it", "crossearth segment scene.tif map.tif --model my-city"),
    ],
    statuses=STATUSES,
)
@takes(options.FINETUNE)
@keeps_log
@ends_in_json()
def finetune(as_json: bool, **arguments: Any) -> None:
    """Adapt a model to polygons; the new one can be used at once. Ctrl-C keeps the best so far."""
    result = run("finetune", arguments, progress.steps)
    if as_json:
        click.echo(json.dumps(result))
    elif not current_log().is_quiet:
        click.echo(f"{result['id']}  {result['path']}  ({result['wall_s']:.1f} s)")
        if result["round"] > 1:
            kept = ", ".join(map(str, result["earlier_rounds"]))
            click.echo(
                f"Round {result['round']} of this model. Kept of it: {kept}. "
                f"Back: crossearth models back {result['id']} ROUND"
            )
        show_accuracy(result["accuracy"])
        click.echo(f"Report: {result['report']}")
    if result["partial"]:
        fail("Canceled; the best model until then was kept.", EXIT_CANCELED)


@click.command(
    cls=Command,
    examples=[
        (
            "The included model looks eight times at some windows; a copy learns the average",
            "crossearth distill city.tif my-city --teacher crossearth-base-rgb --tta",
        ),
        ("Map with it", "crossearth segment city.tif map.tif --model my-city"),
    ],
    statuses=STATUSES,
)
@takes(options.DISTILL)
@keeps_log
@ends_in_json()
def distill(as_json: bool, **arguments: Any) -> None:
    """Have a compact model learn from a large one, on windows of a raster that it is to map."""
    result = run("distill", arguments, progress.steps)
    if as_json:
        click.echo(json.dumps(result))
    elif not current_log().is_quiet:
        click.echo(f"{result['id']}  {result['path']}  ({result['wall_s']:.1f} s)")
        for sentence in result["sentences"]:
            click.echo(sentence)
        click.echo(f"Report: {result['report']}")


@click.command(
    cls=Command,
    examples=[
        ("Twelve groups of pixels that are alike", "crossearth kmeans scene.tif groups.tif"),
        (
            "Eight, by the bands alone, whichever there are",
            "crossearth kmeans scene.tif groups.tif --model bands --groups 8",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.KMEANS)
@keeps_log
@ends_in_json()
def kmeans(as_json: bool, **arguments: Any) -> None:
    """Divide the raster INPUT into groups of pixels that are alike, without samples.

    OUTPUT (.tif) is a map like any other. What the network sees is kept on disk: another number of
    groups takes a few seconds.
    """
    result = run("kmeans", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
    elif not current_log().is_quiet:
        click.echo(f"{result['output']}  ({result['groups']} groups, {result['wall_s']:.1f} s)")
        show_areas(result["classes"])
        if result["path"] is not None:
            click.echo(f"Model: {result['path']}")
