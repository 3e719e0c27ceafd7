"""What a finished run tells in its log: the area of each class, and what computed it."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback

from ..quantities import area_unit, number_text, significant_text
from ..translation import one_or_many, translate
from .progress_texts import duration_text


def log_result(result: dict[str, Any], feedback: QgsProcessingFeedback) -> None:
    """Write the areas per class, and what ran, to the log.

    Args:
        result: of the engine's command ``segment``.
        feedback: of the run.
    """
    if result.get("partial"):
        feedback.pushWarning(
            translate("CrossEarth", "Canceled: the map holds what was done until then.")
        )
    log_areas(result["classes"], feedback)
    if numbers := result.get("numbers"):
        feedback.pushInfo(numbers_text(numbers))
    feedback.pushInfo(
        one_or_many(
            result["windows"],
            translate("CrossEarth", "1 window in {time} on {device} ({precision}), batch {batch}"),
            translate(
                "CrossEarth", "{count} windows in {time} on {device} ({precision}), batch {batch}"
            ),
        ).format(
            count=result["windows"],
            time=duration_text(result["wall_s"]),
            device=result.get("device_name") or result["device"],
            precision=result["precision"],
            batch=result["batch"],
        )
    )


def numbers_text(numbers: dict[str, Any]) -> str:
    """Return what the numbers of a map are like."""
    if numbers["mean"] is None:
        return translate("CrossEarth", "{name}: no number").format(name=numbers["name"])
    return translate("CrossEarth", "{name}: {least} to {most}, mean {mean}").format(
        name=numbers["name"],
        **{end: significant_text(numbers[end]) for end in ("least", "most", "mean")},
    )


def log_areas(classes: list[dict[str, Any]], feedback: QgsProcessingFeedback) -> None:
    """Write the areas of classes to the log, the largest first."""
    rows = [row for row in classes if row["pixels"]]
    width = max([len(row["name"]) for row in rows], default=0)
    unit, unit_m2, decimals = area_unit([row["area_m2"] for row in rows])
    for row in sorted(rows, key=lambda row: row["pixels"], reverse=True):
        if unit_m2 is None:
            text = f"{number_text(row['pixels'], 0)} px"
        else:
            text = f"{number_text(row['area_m2'] / unit_m2, decimals)} {unit}"
        percent = number_text(row["percent"], 1)
        feedback.pushInfo(f"{row['name']:<{width}}  {percent:>6} %  {text:>14}")
