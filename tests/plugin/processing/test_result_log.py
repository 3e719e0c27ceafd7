from __future__ import annotations

import pytest
from qgis.core import QgsProcessingFeedback

from crossearth_qgis.processing.result_log import log_areas, log_result


class Lines(QgsProcessingFeedback):
    """Keeps what is told."""

    def __init__(self) -> None:
        super().__init__(False)
        self.lines: list[str] = []

    def pushInfo(self, info: str) -> None:
        self.lines.append(info)


def row(name: str, area_m2: float | None, percent: float, pixels: int = 1) -> dict[str, object]:
    return {"name": name, "area_m2": area_m2, "percent": percent, "pixels": pixels}


@pytest.mark.parametrize(
    ("areas_m2", "ends"),
    [
        ((15_400, 9_553), ["1.54 ha", "0.96 ha"]),
        ((15_400, 12), ["1.54 ha", "< 0.01 ha"]),
        ((812.3, 0.25), ["812.3 m²", "0.3 m²"]),
        ((250_000_000, 30_000), ["250.0 km²", "< 0.1 km²"]),
    ],
)
def test_areas_of_a_map_come_in_one_unit(areas_m2, ends) -> None:
    feedback = Lines()
    log_areas([row("a", areas_m2[0], 99.96), row("b", areas_m2[1], 0.04)], feedback)
    assert [line.split("%")[1].strip() for line in feedback.lines] == ends
    assert "< 0.1 %" in feedback.lines[1]


def test_areas_that_nobody_knows_are_pixels() -> None:
    feedback = Lines()
    log_areas([row("a", None, 100.0, 12_345)], feedback)
    assert feedback.lines[0].split("%")[1].strip() in ("12,345 px", "12345 px")


@pytest.mark.parametrize(("count", "words"), [(1, "1 window in"), (7, "7 windows in")])
def test_one_window_is_no_windows(count: int, words: str) -> None:
    feedback = Lines()
    run = {"windows": count, "wall_s": 3, "device": "cpu", "precision": "fp32", "batch": 1}
    log_result({**run, "classes": []}, feedback)
    assert feedback.lines[-1].startswith(words)
