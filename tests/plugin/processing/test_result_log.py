from __future__ import annotations

import pytest

from crossearth_qgis.processing.result_log import area_text


@pytest.mark.parametrize(
    ("area_m2", "text"),
    [(0.25, "0.25 m²"), (12.4, "12 m²"), (30_000, "3.00 ha"), (250_000_000, "250.00 km²")],
)
def test_areas_come_in_the_unit_of_their_size(area_m2: float, text: str) -> None:
    assert area_text(area_m2) == text
