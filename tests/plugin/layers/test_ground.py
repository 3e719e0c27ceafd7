from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsPointXY

from crossearth_qgis.layers.ground import pixel_size_m


def measured(crs: str, x: float, y: float, pixel: float) -> float | None:
    context = QgsCoordinateTransformContext()
    return pixel_size_m(
        QgsCoordinateReferenceSystem(crs), QgsPointXY(x, y), (pixel, pixel), context
    )


@pytest.mark.parametrize(
    ("crs", "place", "pixel", "size_m"),
    [
        ("EPSG:32633", (500_000, 5_400_000), 0.5, 0.5),
        ("EPSG:2263", (985_000, 200_000), 1.0, 0.3048),  # feet
        ("EPSG:4326", (0.0, 0.0), 1e-5, 1.11),  # degrees at the equator
        ("EPSG:3857", (0.0, 8_399_738.0), 1.0, 0.5),  # Web Mercator at 60° north
    ],
)
def test_pixels_are_measured_on_the_ground(crs, place, pixel, size_m) -> None:
    assert measured(crs, *place, pixel) == pytest.approx(size_m, rel=0.01)


def test_without_a_crs_the_size_is_unknown() -> None:
    assert measured("", 0, 0, 1) is None
