"""``evaluate`` and ``sample``: how good a map is, and the points to find that out."""

from __future__ import annotations

import json
from typing import Any

import click

from crossearth_engine.cli import progress
from crossearth_engine.cli.exit_status import STATUSES
from crossearth_engine.cli.help import Command
from crossearth_engine.cli.options import ends_in_json, takes
from crossearth_engine.cli.running import run
from crossearth_engine.shared import options


@click.command(
    cls=Command,
    examples=[
        (
            "By points whose field reference a person has filled in",
            "crossearth evaluate --map map.tif --reference points.gpkg --field reference "
            "--report accuracy.html",
        ),
        (
            "By footprints of buildings, where all that lies outside is none",
            "crossearth evaluate --map map.tif --reference buildings.gpkg --field class "
            "--background other",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.EVALUATE)
@ends_in_json()
def evaluate(as_json: bool, **arguments: Any) -> None:
    """Say how good a map or a model is, by polygons, points or a raster of what is there."""
    result = run("evaluate", arguments, progress.stages)
    if as_json:
        click.echo(json.dumps(result))
        return
    show_accuracy(result)
    if result["areas"]:
        factor, unit = (10_000, "ha") if result["areas"]["unit"] == "m2" else (1, "pixels")
        for item in result["areas"]["classes"]:
            area, margin = item["area"] / factor, item["area_margin"] / factor
            click.echo(f"  {item['name']:<20}{area:14,.2f} ± {margin:,.2f} {unit} (95 %)")
    if result["report"]:
        click.echo(f"Report: {result['report']}")


@click.command(
    cls=Command,
    examples=[
        ("500 points, by class", "crossearth sample --map map.tif --out points.gpkg"),
        ("Fewer, as GeoJSON", "crossearth sample --map map.tif --out points.geojson --count 50"),
    ],
    statuses=STATUSES,
)
@takes(options.SAMPLE_POINTS)
@ends_in_json()
def sample(as_json: bool, **arguments: Any) -> None:
    """Draw random points on a map, for you to say what is there; then give them to evaluate."""
    result = run("sample-points", arguments, progress.steps)
    if as_json:
        click.echo(json.dumps(result))
        return
    for item in result["classes"]:
        click.echo(f"  {item['name']:<20}{item['points']:6}")
    click.echo(
        f"{result['output']}: {result['count']} points. Fill in their field {result['field']}."
    )


def show_accuracy(accuracy: dict[str, Any]) -> None:
    """Print precision, recall and IoU by class, and what holds for all."""

    def share(value: float | None) -> str:
        return "     –" if value is None else f"{value:6.3f}"

    click.echo(f"  {'':<20}{'precision':>10}{'recall':>8}{'IoU':>8}")
    for item in accuracy["classes"]:
        figures = f"{share(item['precision']):>10}{share(item['recall']):>8}{share(item['iou']):>8}"
        click.echo(f"  {item['name']:<20}{figures}")
    click.echo(
        f"  Overall accuracy {share(accuracy['overall_accuracy']).strip()}, "
        f"kappa {share(accuracy['kappa']).strip()}. {accuracy['split']}"
    )
