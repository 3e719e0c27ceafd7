"""What finished maps tell, through both sides: change between two, and the class of each object."""

from __future__ import annotations

from pathlib import Path

import processing
import pytest
from osgeo import gdal, osr
from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsVectorLayer

pytestmark = pytest.mark.usefixtures("provider")

NAMES = {1: "Wasser", 2: "Wald"}


@pytest.fixture
def maps(tmp_path: Path) -> tuple[Path, Path]:
    """Two maps of 20 × 20 pixels, named by GDAL; a column of forest is water later."""
    paths = []
    for name, columns in (("before", 10), ("after", 11)):
        path = tmp_path / f"{name}.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 20, 20, 1, gdal.GDT_Byte)
        dataset.SetGeoTransform((500_000, 10, 0, 2_000_000, 0, -10))
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(32643)
        dataset.SetProjection(crs.ExportToWkt())
        band = dataset.GetRasterBand(1)
        band.SetCategoryNames(["", *NAMES.values()])
        band.WriteRaster(0, 0, 20, 20, (b"\1" * columns + b"\2" * (20 - columns)) * 20)
        dataset = band = None
        paths.append(path)
    return paths[0], paths[1]


def test_what_has_changed_is_a_styled_layer(maps, tmp_path: Path) -> None:
    output = tmp_path / "change.tif"
    files = dict(zip(("BEFORE", "AFTER"), map(str, maps)))
    result = processing.run("crossearth:change", {**files, "OUTPUT": str(output)})
    assert result["CHANGED"] == pytest.approx(0.05)
    layer = QgsRasterLayer(str(output), "Change")
    labels = {item.label: item.value for item in layer.renderer().classes()}
    assert labels.keys() == {"no change", "Wald → Wasser"}
    value, is_ok = layer.dataProvider().sample(layer.extent().center(), 1)
    assert is_ok
    assert value == labels["Wald → Wasser"]


def test_parcels_get_the_class_that_most_of_their_pixels_have(maps, tmp_path: Path) -> None:
    parcels = QgsVectorLayer("Polygon?crs=EPSG:4326&field=owner:string", "Parcels", "memory")
    feature = QgsFeature(parcels.fields())
    feature["owner"] = "Ünal"
    # Of the map's 20 columns those from the ninth on.
    place = QgsGeometry.fromWkt(
        "POLYGON((500080 1999800,500200 1999800,500200 2000000,500080 2000000,500080 1999800))"
    )
    to_degrees = osr.CoordinateTransformation(_crs(32643), _crs(4326))
    ring = [to_degrees.TransformPoint(point.x(), point.y())[:2] for point in place.vertices()]
    corners = ",".join(f"{lon} {lat}" for lat, lon in ring)
    feature.setGeometry(QgsGeometry.fromWkt(f"POLYGON(({corners}))"))
    parcels.dataProvider().addFeatures([feature])
    output = tmp_path / "classified.gpkg"
    asked = {"OBJECTS": parcels, "MAP": str(maps[0]), "OUTPUT": str(output)}
    processing.run("crossearth:zonal", asked)
    layer = QgsVectorLayer(str(output), "Classified", "ogr")
    (found,) = layer.getFeatures()
    assert [found[name] for name in ("owner", "class_name", "pixels")] == ["Ünal", "Wald", 240]
    assert found["share"] == pytest.approx(83.3)
    layer.loadDefaultStyle()
    shown = {item.label(): item.value() for item in layer.renderer().categories()}
    assert {name: str(value) for name, value in shown.items()} == {
        "Wasser": "1", "Wald": "2", "no class": ""
    }  # fmt: skip


def _crs(code: int) -> osr.SpatialReference:
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(code)
    return crs
