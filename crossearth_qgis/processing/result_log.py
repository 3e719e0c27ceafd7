"""What a finished run tells in its log: the area of each class, and what computed it."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback

from ..translation import translate
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
    feedback.pushInfo(
        translate(
            "CrossEarth", "{windows} windows in {time} on {device} ({precision}), batch {batch}"
        ).format(
            windows=result["windows"],
            time=duration_text(result["wall_s"]),
            device=result.get("device_name") or result["device"],
            precision=result["precision"],
            batch=result["batch"],
        )
    )


def log_areas(classes: list[dict[str, Any]], feedback: QgsProcessingFeedback) -> None:
    """Write the areas of classes to the log, the largest first."""
    rows = [row for row in classes if row["pixels"]]
    width = max([len(row["name"]) for row in rows], default=0)
    for row in sorted(rows, key=lambda row: row["pixels"], reverse=True):
        area = row["area_m2"]
        # Hectares are what people compare; tiny areas would all read 0.
        text = f"{row['pixels']} px" if area is None else area_text(area)
        percent = f"{row['percent']:.2f}" if row["percent"] >= 0.005 else "< 0.01"
        feedback.pushInfo(f"{row['name']:<{width}}  {percent:>6} %  {text:>14}")


def area_text(area_m2: float) -> str:
    """Return an area in the unit that people would use for its size."""
    if area_m2 < 10_000:
        return f"{area_m2:.0f} m²" if area_m2 >= 10 else f"{area_m2:.2g} m²"
    if area_m2 < 100_000_000:
        return f"{area_m2 / 10_000:.2f} ha"
    return f"{area_m2 / 1_000_000:.2f} km²"
