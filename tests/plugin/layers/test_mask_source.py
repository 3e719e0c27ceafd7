from __future__ import annotations

import json

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsRasterLayer,
)

from crossearth_qgis.errors import UnsupportedLayer
from crossearth_qgis.layers import raster_source
from crossearth_qgis.layers.mask_source import write_mask

UTM = QgsCoordinateReferenceSystem("EPSG:32643")


@pytest.fixture
def masked(raster_factory, tmp_path):
    """Return a function: WKTs in, the written GeoJSON out."""

    def write(*wkts: str, polygon_crs=UTM, epsg: int | None = 32643, layer_crs: str = ""):
        layer = QgsRasterLayer(str(raster_factory(epsg=epsg)), "Scene")
        if layer_crs:
            layer.setCrs(QgsCoordinateReferenceSystem(layer_crs))
        features = []
        for wkt in wkts:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
            features.append(feature)
        path = tmp_path / "mask.geojson"
        write_mask(
            features,
            polygon_crs,
            raster_source.resolve(layer),
            QgsCoordinateTransformContext(),
            path,
        )
        return json.loads(path.read_text(encoding="utf-8"))

    return write


def area(mask: dict) -> float:
    geometries = [feature["geometry"] for feature in mask["features"]]
    return sum(QgsGeometry.fromWkt(_wkt(geometry)).area() for geometry in geometries)


def _wkt(geometry: dict) -> str:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    assert geometry["type"] in ("Polygon", "MultiPolygon")

    def ring(points: list) -> str:
        return "(" + ", ".join(f"{x} {y}" for x, y in points) + ")"

    parts = ["(" + ", ".join(ring(points) for points in rings) + ")" for rings in polygons]
    return f"MULTIPOLYGON({', '.join(parts)})"


SQUARE = "POLYGON((500000 1999900, 500100 1999900, 500100 2000000, 500000 2000000, 500000 1999900))"


def test_polygons_are_written_with_their_crs(masked) -> None:
    mask = masked(SQUARE)
    assert mask["crs"]["properties"]["name"] == "EPSG:32643"
    assert area(mask) == pytest.approx(10_000)


def test_polygons_are_brought_into_the_crs_of_the_raster(masked) -> None:
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    mask = masked("POLYGON((75 18, 75.001 18, 75.001 18.001, 75 18))", polygon_crs=degrees)
    x, y = mask["features"][0]["geometry"]["coordinates"][0][0]
    assert x == pytest.approx(500_000, abs=1)
    assert 1_980_000 < y < 2_000_000


def test_self_crossing_polygon_is_repaired(masked) -> None:
    mask = masked("POLYGON((0 0, 10 10, 10 0, 0 10, 0 0))")
    assert area(mask) == pytest.approx(50)


def test_curves_and_heights_become_plain_polygons(masked) -> None:
    mask = masked(
        "CURVEPOLYGONZ(CIRCULARSTRING Z(0 5 1, 5 10 1, 10 5 1, 5 0 1, 0 5 1))",
        "MULTISURFACE(CURVEPOLYGON(CIRCULARSTRING(0 5, 5 10, 10 5, 5 0, 0 5)))",
    )
    assert area(mask) == pytest.approx(2 * 3.14159 * 25, rel=0.01)


@pytest.mark.parametrize(
    "wkts", [(), ("POINT(1 1)",), ("POLYGON EMPTY",), ("LINESTRING(0 0, 1 1)",)]
)
def test_without_polygons_it_says_so(masked, wkts: tuple[str, ...]) -> None:
    with pytest.raises(UnsupportedLayer, match="no polygons"):
        masked(*wkts)


def test_polygons_that_cannot_be_transformed_are_reported(masked) -> None:
    # Metres in a layer that claims to be in degrees, the classic mistake.
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    with pytest.raises(UnsupportedLayer, match="cannot be brought"):
        masked(SQUARE, polygon_crs=degrees)


def test_without_crs_of_the_raster_coordinates_are_taken_as_they_are(masked) -> None:
    mask = masked(SQUARE, epsg=None)
    assert "crs" not in mask
    assert area(mask) == pytest.approx(10_000)


def test_corrected_crs_of_the_layer_means_the_same_pixels(masked) -> None:
    # The file says 43N, the user knows that it is 44N and drew in 44N; so the engine is told.
    mask = masked(
        SQUARE, polygon_crs=QgsCoordinateReferenceSystem("EPSG:32644"), layer_crs="EPSG:32644"
    )
    assert mask["crs"]["properties"]["name"] == "EPSG:32644"
    assert area(mask) == pytest.approx(10_000)
