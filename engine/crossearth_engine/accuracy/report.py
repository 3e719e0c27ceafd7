"""An accuracy report as HTML: figures, confusion matrix, areas, and how it was measured."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from crossearth_engine.page import number, share, write_page


def write_accuracy_report(
    path: Path, title: str, accuracy: Mapping[str, Any], facts: Mapping[str, Any]
) -> None:
    """Write the report.

    Args:
        path: HTML file.
        title: heading.
        accuracy: figures as `accuracy_figures` gives them, with ``split`` (how it was measured),
            and ``areas`` as `estimate_areas` gives them, if any.
        facts: what else to state: inputs, parameters, versions.
    """
    in_metres = (accuracy.get("areas") or {}).get("unit") == "m2"
    unit_m2 = 10_000 if in_metres else 1
    write_page(
        path,
        "accuracy_report.html",
        title=title,
        accuracy=accuracy,
        headline=[
            ("Overall accuracy", share(accuracy["overall_accuracy"])),
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
        facts=[(_label(name), value) for name, value in facts.items()],
    )


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


def _label(name: str) -> str:
    return name.replace("_", " ").capitalize()
