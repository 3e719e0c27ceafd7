"""An accuracy report as HTML: figures, confusion matrix, areas, and how it was measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from crossearth_engine.reports.page import interval, number, share, write_page
from crossearth_engine.shared.wording import say


def write_accuracy_report(
    path: Path, title: str, accuracy: Mapping[str, Any], facts: Mapping[str, Any]
) -> None:
    """Write the report.

    Args:
        path: HTML file.
        title: heading.
        accuracy: figures as `accuracy_figures` gives them, with ``split`` (how it was measured),
            and ``areas`` or ``no_areas``, why there are none, as `evaluate` gives them, if any.
        facts: what else to state: inputs, parameters, versions.
    """
    areas = accuracy.get("areas") or {}
    in_metres = areas.get("unit") == "m2"
    unit_m2 = 10_000 if in_metres else 1
    unit, of_reference = _UNITS[accuracy["unit"]]
    write_page(
        path,
        "accuracy_report.html",
        title=title,
        accuracy=accuracy,
        classes=_with_sureness(accuracy["classes"], areas),
        headline=[
            (say("Overall accuracy"), share(accuracy["overall_accuracy"])),
            *([(say("95 % interval"), interval(areas["overall_interval"], 3))] if areas else []),
            ("Kappa", share(accuracy["kappa"])),
            (say("Mean IoU"), share(accuracy["mean_iou"])),
            (say("Mean F1"), share(accuracy["mean_f1"])),
            (unit, number(accuracy["count"])),
        ],
        polygons=any("polygons" in row for row in accuracy["classes"]),
        unit=unit,
        of_reference=of_reference,
        area_unit="ha" if in_metres else say("pixels"),
        unit_m2=unit_m2,
        matrix=_matrix(accuracy),
        facts=facts_in_words(facts),
    )


def facts_in_words(facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return names and values for people, and when that is written."""
    return [*_in_words(facts), (say("Date"), f"{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC")]


def _with_sureness(
    classes: Sequence[Mapping[str, Any]], areas: Mapping[str, Any]
) -> list[dict[str, Any]]:
    """Return the classes, with how sure their user's and producer's accuracies are."""
    rows = [dict(row) for row in classes]
    for row, estimate in zip(rows, areas.get("classes", ()), strict=False):
        for name in ("users", "producers"):
            row[name] = {
                "interval": estimate[f"{name}_interval"],
                "margin": estimate[f"{name}_margin"],
            }
    return rows


def _matrix(accuracy: Mapping[str, Any]) -> list[dict[str, Any]]:
    rows = []
    for i, (item, counts) in enumerate(
        zip(accuracy["classes"], accuracy["confusion_matrix"], strict=True)
    ):
        total = sum(counts) or 1
        hue = [f"rgba({'74,160,90' if i == j else '200,70,60'},{n / total:.2f})"
               for j, n in enumerate(counts)]  # fmt: skip
        cells = [{"count": n, "color": color} for n, color in zip(counts, hue, strict=True)]
        rows.append({"name": item["name"], "cells": cells})
    return rows


def _in_words(facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return names and values for people, but for what was left to the engine."""
    rows: list[tuple[str, Any]] = []
    for name, value in facts.items():
        if name in _FOR_PROGRAMS:
            continue
        if name in _MODELS:
            rows.append((_MODELS[name], f"{value['name']} ({value['id']})"))
            rows.append((say("Its weights, SHA-256"), value["sha256"]))
        elif name == "choices":
            rows.extend(_learned_modules(value))
        elif value not in (None, "auto"):
            rows.append((_LABELS.get(name, name.replace("_", " ").capitalize()), value))
    return rows


def _learned_modules(choices: Sequence[Mapping[str, Any]]) -> list[tuple[str, Any]]:
    """Return in which blocks, from 0, the modules of each type were chosen to learn, how often."""
    rows: list[tuple[str, Any]] = []
    for name, kind in _MODULE_TYPES.items():
        times = Counter(block for choice in choices for block in choice[name])
        blocks = [
            say("block {block}: {times} of {all} times", block=b, times=times[b], all=len(choices))
            for b in sorted(times)
        ]
        rows.append((kind, blocks or say("never chosen")))
    return rows


_UNITS = {
    "pixels": (say("Pixels"), say("Pixels of reference")),
    "points": (say("Points"), say("Points of reference")),
}
"""What figures count, and the same as the heading of what the reference has."""
_MODULE_TYPES = {
    "spatial": say("Spatial modules that learned (LoRA)"),
    "semantic": say("Semantic ones (adapter beside the MLP)"),
    "frequency": say("Frequency ones (Earth-Adapter)"),
}
# Or told in sentences.
_FOR_PROGRAMS = {"polygon_marks", "agreement", "costs"}
_MODELS: dict[str, str] = {"base": say("Base model"), "teacher": say("Teacher")}
_LABELS: dict[str, str] = {
    "reference": say("Reference"),
    "map": say("Map"),
    "model": say("Model"),
    "raster": say("Raster"),
    "rasters": say("Rasters"),
    "polygons": say("Polygons"),
    "numbers": say("Numbers"),
    "layer": say("Layer"),
    "background": say("Class outside of the reference"),
    "report": say("Report"),
    "bands": say("Bands"),
    "stretch": say("Values stretched from"),
    "pixel_size": say("Pixel of the raster, m"),
    "crs": say("CRS as asked"),
    "classes": say("Classes"),
    "reference_nodata": say("Nodata value of the reference"),
    "reference_crs": say("CRS of the reference, as asked"),
    "reference_classes": say("Names of the reference's classes"),
    "against": say("Compared with the map"),
    "against_nodata": say("Nodata value of the other map"),
    "against_crs": say("CRS of the other map, as asked"),
    "against_classes": say("Names of the other map's classes"),
    "corruptions": say("Also on imagery that is spoiled"),
    "device": say("Device"),
    "device_name": say("Name of the device"),
    "driver": say("Driver of the device"),
    "libraries": say("Libraries"),
    "precision": say("Precision of the numbers"),
    "threads": say("Threads"),
    "local_only": say("Nothing downloaded"),
    "recipe": say("Recipe"),
    "settings": say("Settings"),
    "head": say("Head"),
    "at_once": say("Patches at once"),
    "processes": say("Processes"),
    "round": say("Round"),
    "field_of_the_numbers": say("Field of the numbers"),
    "field": say("Field of the classes"),
    "nodata": say("Nodata value"),
    "gsd": say("Network pixel, m"),
    "gsd_m": say("Network pixel, m"),
    "raster_gsd_m": say("Coarsest pixel of the rasters, m"),
    "engine_version": say("Engine"),
    "polygon_count": say("Polygons drawn"),
    "maps": say("Feature maps"),
    "seed": say("Seed of the random numbers"),
    "teacher_tta": say("Teacher looks in eight ways"),
    "teacher_scales": say("Scales that the teacher looks at"),
    "steps": say("Steps taken"),
    "best_step": say("Best after step"),
    "history": say("Course of the training"),
}
