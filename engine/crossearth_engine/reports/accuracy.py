"""An accuracy report as HTML: figures, confusion matrix, areas, and how it was measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from crossearth_engine.reports.page import interval, number, share, write_page


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
    write_page(
        path,
        "accuracy_report.html",
        title=title,
        accuracy=accuracy,
        classes=_with_sureness(accuracy["classes"], areas),
        headline=[
            ("Overall accuracy", share(accuracy["overall_accuracy"])),
            *([("95 % interval", interval(areas["overall_interval"], 3))] if areas else []),
            ("Kappa", share(accuracy["kappa"])),
            ("Mean IoU", share(accuracy["mean_iou"])),
            ("Mean F1", share(accuracy["mean_f1"])),
            (accuracy["unit"].capitalize(), number(accuracy["count"])),
        ],
        polygons=any("polygons" in row for row in accuracy["classes"]),
        unit=accuracy["unit"].capitalize(),
        area_unit="ha" if in_metres else "pixels",
        unit_m2=unit_m2,
        matrix=_matrix(accuracy),
        facts=facts_in_words(facts),
    )


def facts_in_words(facts: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return names and values for people, and when that is written."""
    return [*_in_words(facts), ("Date", f"{datetime.now(timezone.utc):%Y-%m-%d %H:%M} UTC")]


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
    rows = []
    for name, value in facts.items():
        if name in _FOR_PROGRAMS:
            continue
        if name in _MODELS:
            rows.append((_MODELS[name], f"{value['name']} ({value['id']})"))
            rows.append(("Its weights, SHA-256", value["sha256"]))
        elif name == "choices":
            rows.extend(_learned_modules(value))
        elif value not in (None, "auto"):
            rows.append((_LABELS.get(name, name.replace("_", " ").capitalize()), value))
    return rows


def _learned_modules(choices: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Return in which blocks, from 0, the modules of each type were chosen to learn, how often."""
    rows = []
    for name, kind in _MODULE_TYPES.items():
        times = Counter(block for choice in choices for block in choice[name])
        blocks = [
            f"block {block}: {times[block]} of {len(choices)} times" for block in sorted(times)
        ]
        rows.append((kind, "; ".join(blocks) or "never chosen"))
    return rows


_MODULE_TYPES = {
    "spatial": "Spatial modules that learned (LoRA)",
    "semantic": "Semantic ones (adapter beside the MLP)",
    "frequency": "Frequency ones (Earth-Adapter)",
}
# Or told in sentences.
_FOR_PROGRAMS = {"polygon_marks", "agreement", "costs"}
_MODELS = {"base": "Base model", "teacher": "Teacher"}
_LABELS = {
    "field": "Field of the classes",
    "nodata": "Nodata value",
    "gsd": "Network pixel, m",
    "gsd_m": "Network pixel, m",
    "raster_gsd_m": "Coarsest pixel of the rasters, m",
    "engine_version": "Engine",
    "polygon_count": "Polygons drawn",
    "maps": "Feature maps",
    "seed": "Seed of the random numbers",
    "teacher_tta": "Teacher looks in eight ways",
    "teacher_scales": "Scales that the teacher looks at",
    "steps": "Steps taken",
    "best_step": "Best after step",
    "history": "Course of the training",
}
