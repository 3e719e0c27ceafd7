"""``evaluate``, ``sample``, ``plan-sample``: how good a map is, and the points to find out."""

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
        (
            "Which of two maps is better, by the same points",
            "crossearth evaluate --map map.tif --against smooth.tif --reference points.gpkg "
            "--field reference",
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
    for text in result["against"]["sentences"] if result["against"] else ():
        click.echo(f"  {text}")
    if result["corruptions"]:
        _show_corruptions(result["corruptions"])
    if result["no_areas"] and result["no_areas"] not in result["warnings"]:  # else it has been said
        click.echo(f"  {result['no_areas']}")
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
    show_table([(item["name"], str(item["points"])) for item in result["classes"]])
    click.echo(
        f"{result['output']}: {result['count']} points. Fill in their field {result['field']}."
    )


@click.command(
    cls=Command,
    examples=[
        ("For overall accuracy ± 5 %", "crossearth plan-sample --map map.tif --margin 0.05"),
        (
            "And for each class ± 10 %, of a map expected to be right by 0.8",
            "crossearth plan-sample --map map.tif --class-margin 0.1 --expected 0.8",
        ),
    ],
    statuses=STATUSES,
)
@takes(options.PLAN_SAMPLE)
@ends_in_json()
def plan_sample(as_json: bool, **arguments: Any) -> None:
    """Say how many points are needed to be as sure as you want; then draw them with sample."""
    result = run("plan-sample", arguments, progress.steps)
    if as_json:
        click.echo(json.dumps(result))
        return
    rows = [("", "points", "expected")]
    for item in result["classes"]:
        margin = "" if item["margin"] is None else f"{item['expected']:.3f} ± {item['margin']:.3f}"
        rows.append((item["name"], str(item["points"]), margin))
    overall = f"{result['overall_accuracy']:.3f} ± {result['overall_margin']:.3f}"
    show_table([*rows, ("Overall accuracy", str(result["count"]), overall)])
    click.echo(
        f"Draw {result['count']} points: crossearth sample --count {result['count']} --least "
        f"{result['least']}. In proportion to area and without a least number, Cochran's formula "
        f"(Olofsson et al. 2014, equation 13) would ask for {result['by_formula']}."
    )


def show_accuracy(accuracy: dict[str, Any]) -> None:
    """Print precision, recall and IoU by class, areas if there are any, and what holds for all.

    Of numbers R², RMSE and what else there is.
    """
    if "r2" in accuracy:
        _show_numbers(accuracy)
        return
    if accuracy.get("areas"):
        _show_estimates(accuracy, accuracy["areas"])
    else:
        figures = ("precision", "recall", "iou")
        rows = [
            (item["name"], *(_share(item[name]) for name in figures))
            for item in accuracy["classes"]
        ]
        show_table([("", "precision", "recall", "IoU"), *rows])
        click.echo(f"  Overall accuracy {_share(accuracy['overall_accuracy'])}")
    click.echo(f"  Kappa {_share(accuracy['kappa'])}. {accuracy['split']}")
    if reliability := accuracy.get("reliability"):
        sure, right = _share(reliability["confidence"]), _share(reliability["accuracy"])
        click.echo(f"  Confidence {sure}, right {right}: ECE {_share(reliability['ece'])}")


def _show_numbers(accuracy: dict[str, Any]) -> None:
    from crossearth_engine.reports.regression import figure_rows

    for label, value, ends in figure_rows(accuracy):
        click.echo(f"  {label:<22}{value:>12}   95 % interval {ends}")
    click.echo(f"  {accuracy['samples']} samples. {accuracy['split']}")


def _show_estimates(accuracy: dict[str, Any], areas: dict[str, Any]) -> None:
    """Print the same of a random sample, with 95 % intervals."""
    from crossearth_engine.reports.page import SPACE, interval, number

    def told(value: float | None, ends: list[float] | None, digits: int, unit: float = 1) -> str:
        text = f"{number(value, digits, unit)} ({interval(ends, digits, unit)})"
        return text.replace(SPACE, ",")

    factor, unit = (10_000, "ha") if areas["unit"] == "m2" else (1, "pixels")
    rows = [("", "precision", "recall", "IoU", f"area, {unit}")]
    for item, estimate in zip(accuracy["classes"], areas["classes"], strict=True):
        users = told(estimate["users_accuracy"], estimate["users_interval"], 3)
        producers = told(estimate["producers_accuracy"], estimate["producers_interval"], 3)
        area = told(estimate["area"], estimate["area_interval"], 2, factor)
        rows.append((item["name"], users, producers, _share(item["iou"]), area))
    show_table(rows)
    overall = told(areas["overall_accuracy"], areas["overall_interval"], 3)
    click.echo(f"  Overall accuracy {overall}; in brackets: 95 % intervals")


def _show_corruptions(found: dict[str, Any]) -> None:
    strengths = map(str, range(1, len(found["rows"][0]["mean_iou"]) + 1))
    rows = [("Mean IoU of imagery spoiled, strengths", *strengths, "mean")]
    for row in found["rows"]:
        rows.append((row["title"], *map(_share, (*row["mean_iou"], row["mean"]))))
    show_table(rows)
    kept = "" if found["kept"] is None else f", {found['kept']:.0%} of {_share(found['clean'])}"
    click.echo(f"  Mean IoU over all of them {_share(found['mean'])}{kept}")


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
