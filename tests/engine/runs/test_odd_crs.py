"""A map lies where its raster lies, in whatever CRS: GDAL finds it in the map or beside it."""

import shutil
import subprocess

import numpy as np
import pyogrio
import pytest
import rasterio
from affine import Affine
from rasterio.crs import CRS

from crossearth_engine.raster.gdal import is_same_crs
from tests.engine.conftest import run

DATUM = 'DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]]'
DEGREES = (
    'CS[ellipsoidal,2],AXIS["latitude",north],AXIS["longitude",east],'
    'ANGLEUNIT["degree",0.0174532925199433]'
)
METRES = 'CS[Cartesian,2],AXIS["x",east],AXIS["y",north],LENGTHUNIT["metre",1]'
CONVERSION = (
    'CONVERSION["zone",METHOD["Transverse Mercator",ID["EPSG",9807]],'
    'PARAMETER["Latitude of natural origin",0],PARAMETER["Longitude of natural origin",33],'
    'PARAMETER["Scale factor at natural origin",0.9996],PARAMETER["False easting",500000],'
    'PARAMETER["False northing",0]]'
)
PROJECTED = f'PROJCRS["zone 36",BASEGEOGCRS["WGS 84",{DATUM}],{CONVERSION},{METRES}]'
ODD = {
    "with heights": "EPSG:32636+4979",
    "web map with heights": "EPSG:3857+4979",
    "degrees and heights": "EPSG:4979",
    "compound": "EPSG:32636+5773",
    "bound": (
        f'BOUNDCRS[SOURCECRS[{PROJECTED}],TARGETCRS[GEOGCRS["WGS 84",{DATUM},{DEGREES}]],'
        'ABRIDGEDTRANSFORMATION["shift",METHOD["Geocentric translations (geog2D domain)",'
        'ID["EPSG",9603]],PARAMETER["X-axis translation",10],PARAMETER["Y-axis translation",20],'
        'PARAMETER["Z-axis translation",30]]]'
    ),
    "derived": (
        f'DERIVEDPROJCRS["grid",BASE{PROJECTED.replace("," + METRES, "")},'
        'DERIVINGCONVERSION["shift",METHOD["Affine parametric transformation",ID["EPSG",9624]],'
        'PARAMETER["A0",1],PARAMETER["A1",1],PARAMETER["A2",0],PARAMETER["B0",2],'
        f'PARAMETER["B1",0],PARAMETER["B2",1]],{METRES}]'
    ),
    "rotated pole": "+proj=ob_tran +o_proj=longlat +o_lon_p=0 +o_lat_p=37.5 +lon_0=357.5",
    "site": f'ENGCRS["site",EDATUM["stake"],{METRES}]',
    "local": 'LOCAL_CS["grid",UNIT["metre",1]]',
    "Moon": "+proj=eqc +R=1737400",
    "old datum": "+proj=utm +zone=36 +ellps=bessel +towgs84=598.1,73.7,418.2,0.2,0.04,-2.4,6.7",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_every_product_has_the_crs_of_the_raster(tmp_path, raster_factory, color_model, text):
    crs = CRS.from_user_input(text)
    metres = Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)
    degrees = Affine(1e-5, 0, 33, 0, -1e-5, 36)
    transform = degrees if crs.is_geographic or "pole" in text else metres
    rng = np.random.default_rng(0)
    raster = raster_factory(
        data=rng.integers(1, 255, (3, 70, 90)).astype(np.uint8), crs=crs, transform=transform
    )
    with rasterio.open(raster) as dataset:
        known = dataset.crs
    assert known is not None
    products = {
        name: str(tmp_path / f"{name}.{suffix}")
        for name, suffix in (("confidence", "tif"), ("probabilities", "tif"), ("polygons", "gpkg"))
    }
    run(
        raster,
        tmp_path / "map.tif",
        model=str(color_model),
        report=str(tmp_path / "r.html"),
        **products,
    )
    for name in ("map", "confidence", "probabilities"):
        with rasterio.open(tmp_path / f"{name}.tif") as dataset:
            assert is_same_crs(dataset.crs, known), name
            assert dataset.transform == transform
    assert is_same_crs(CRS.from_user_input(pyogrio.read_info(products["polygons"])["crs"]), known)


def test_the_table_of_classes_is_beside_the_crs(tmp_path, raster_factory, color_model):
    raster = raster_factory(crs=ODD["with heights"])
    run(raster, tmp_path / "map.tif", model=str(color_model))
    text = (tmp_path / "map.tif.aux.xml").read_text()
    assert "<SRS>PROJCRS[" in text
    assert "GDALRasterAttributeTable" in text
    if shutil.which("gdalinfo"):
        told = subprocess.run(["gdalinfo", tmp_path / "map.tif"], capture_output=True, text=True)
        assert "UTM zone 36N" in told.stdout
        assert "ellipsoidal height" in told.stdout


def test_the_crs_of_an_older_map_does_not_outlive_it(tmp_path, raster_factory, color_model):
    raster = raster_factory(crs=ODD["with heights"])
    options = {"model": str(color_model), "confidence": str(tmp_path / "confidence.tif")}
    run(raster, tmp_path / "map.tif", **options)
    assert (tmp_path / "confidence.tif.aux.xml").exists()
    run(raster_factory(crs="EPSG:32637"), tmp_path / "map.tif", **options)
    for name in ("map", "confidence"):
        with rasterio.open(tmp_path / f"{name}.tif") as dataset:
            assert dataset.crs == "EPSG:32637"
    assert not (tmp_path / "confidence.tif.aux.xml").exists()


@pytest.mark.parametrize("transform", [None, Affine.scale(1, -1)])
@pytest.mark.parametrize("crs", ["EPSG:32636", "EPSG:4326"])
@pytest.mark.parametrize("gsd", [None, 1])
def test_a_crs_without_a_place_in_it_gives_no_areas(
    tmp_path, raster_factory, color_model, transform, crs, gsd
):
    # GDAL's rows and columns are no metres, and no degrees either.
    raster = raster_factory(crs=crs, transform=transform or Affine.identity())
    options = {"model": str(color_model), "pixel_size": 0.5 if gsd else None, "gsd": gsd}
    told = run(raster, tmp_path / "map.tif", **options)
    codes = [warning.startswith("The CRS does not tell") for warning in told["warnings"]]
    areas = [*told["class_area_m2"].values()]
    with rasterio.open(tmp_path / "map.tif") as dataset:
        pixels = np.count_nonzero(dataset.read(1) != 255)
    assert any(codes) == (gsd is None)
    assert areas == [None] * len(areas) if gsd is None else sum(areas) == pixels * 0.25


def test_units_that_are_looked_up_cost_no_line_on_stderr(
    tmp_path, raster_factory, color_model, capfd
):
    kilometres = "+proj=utm +zone=36 +datum=WGS84 +units=km"
    transform = Affine(0.0005, 0, 500, 0, -0.0005, 4000)
    raster = raster_factory(crs=kilometres, transform=transform)
    summary = run(raster, tmp_path / "map.tif", model=str(color_model))
    assert capfd.readouterr().err == ""
    assert summary["class_area_m2"]["class 0"] > 0
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.crs.linear_units_factor[1] == 1000
