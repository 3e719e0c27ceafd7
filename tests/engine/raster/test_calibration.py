"""What tells how the numbers in a raster become reflectance."""

import json

import numpy as np
import pytest
import rasterio
from affine import Affine

from crossearth_engine.raster.calibration import (
    REFLECTANCE,
    calibration_of_file,
    calibration_of_product,
)

L2A = "S2B_MSIL2A_20230601T105629_N0509_R094_T31UFS_20230601T135805"
LANDSAT = "LC08_L2SP_042034_20200101_20200823_02_T1"


def write(path, tags=None, bands=2, names=(), scales=None, offsets=None, band_tags=None):
    path.parent.mkdir(parents=True, exist_ok=True)
    profile = {"driver": "GTiff", "dtype": "uint16", "count": bands, "width": 8, "height": 8}
    profile["transform"] = Affine(10, 0, 500_000, 0, -10, 4_000_000)
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(np.full((bands, 8, 8), 1500, np.uint16))
        dataset.update_tags(**(tags or {}))
        dataset.update_tags(1, **(band_tags or {}))
        for index, name in enumerate(names, 1):
            dataset.set_band_description(index, name)
        if scales:
            dataset.scales, dataset.offsets = scales, offsets
    return path


def product(path, bands=(1,)):
    with rasterio.open(path) as dataset:
        return calibration_of_product(dataset, str(path), bands)


def same_for_all(found, scale, offset):
    assert found is not None
    assert found.measures == REFLECTANCE
    assert found.scales == pytest.approx([scale] * len(found.scales))
    assert found.offsets == pytest.approx([offset] * len(found.offsets))
    return found.source


@pytest.mark.parametrize(
    ("name", "offset"),
    [
        (f"{L2A}.tif", -0.1),
        (f"{L2A.replace('N0509', 'N0400')}_stack.tif", -0.1),
        (f"{L2A.replace('N0509', 'N0301')}.tif", 0),
        ("S2A_MSIL1C_20211231T105441_N0301_R051_T31UFS_20211231T125520.tif", 0),
        # All of that day and later ones have it; before it may have been processed anew.
        ("S2A_MSIL2A_20220125T105441_R051_T31UFS_20240131T125520.tif", -0.1),
        ("subset_0_of_S2C_MSIL1C_20250301T105441_N0511_R051_T31UFS_20250301T125520.tif", -0.1),
        (f"{L2A}.SAFE/GRANULE/L2A_T31UFS_A032/IMG_DATA/R10m/T31UFS_B02_10m.tif", -0.1),
    ],
)
def test_sentinel_2_is_known_by_its_name(tmp_path, name, offset):
    source = same_for_all(product(write(tmp_path / name), (1, 2)), 1e-4, offset)
    assert "baseline" in source


def test_harmonised_collections_have_nothing_added(tmp_path):
    raster = write(tmp_path / "COPERNICUS_S2_SR_HARMONIZED/20230601T105629_T31UFS.tif")
    same_for_all(product(raster), 1e-4, 0)
    raster = write(tmp_path / "scene.tif", {"collection": "COPERNICUS/S2_HARMONIZED"})
    same_for_all(product(raster), 1e-4, 0)


def test_virtual_rasters_are_what_they_are_made_of(tmp_path):
    def mosaic(*files):
        sources = "".join(
            f'<SimpleSource><SourceFilename relativeToVRT="1">{file}</SourceFilename>'
            "<SourceBand>1</SourceBand></SimpleSource>"
            for file in files
        )
        (tmp_path / "mosaic.vrt").write_text(
            '<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="UInt16" band="1">'
            f"{sources}</VRTRasterBand></VRTDataset>"
        )
        return product(tmp_path / "mosaic.vrt")

    before, after = f"{L2A.replace('N0509', 'N0301')}.tif", f"{L2A}.tif"
    for name in (before, after, f"{L2A.replace('N0509', 'N0400')}.tif", f"{LANDSAT}_SR_B4.tif"):
        write(tmp_path / "sources" / name)
    same_for_all(mosaic(f"sources/{after}"), 1e-4, -0.1)
    same_for_all(mosaic(f"sources/{after}", f"sources/{after.replace('09', '00')}"), 1e-4, -0.1)
    same_for_all(mosaic(f"sources/{LANDSAT}_SR_B4.tif"), 2.75e-5, -0.2)
    # Of both kinds: there is no one way to reflectance.
    assert mosaic(f"sources/{before}", f"sources/{after}") is None


@pytest.mark.parametrize(
    ("tags", "offset"),
    [
        ({"PROCESSING_BASELINE": "04.00", "PRODUCT_TYPE": "S2MSI2A"}, -0.1),
        ({"PROCESSING_BASELINE": "05.11"}, -0.1),
        ({"PROCESSING_BASELINE": "N0510"}, -0.1),
        ({"PROCESSING_BASELINE": "03.01"}, 0),
        ({"PROCESSING_BASELINE": "2.14"}, 0),
        ({"BOA_ADD_OFFSET": "-1000"}, -0.1),
        ({"BOA_ADD_OFFSET_B02": "-1000", "BOA_ADD_OFFSET_B03": "-1000"}, -0.1),
        ({"RADIO_ADD_OFFSET": "-1000", "QUANTIFICATION_VALUE": "10000"}, -0.1),
        ({"BOA_QUANTIFICATION_VALUE": "10000", "BOA_ADD_OFFSET": "0"}, 0),
        ({"DATATAKE_1_ID": "GS2A_20220301T105441_039339_N04.00"}, -0.1),
        ({"PRODUCT_URI": f"{L2A}.SAFE"}, -0.1),
        ({"DATASTRIP": "S2A_OPER_MSI_L2A_DS_VGS4_20200101T134452_S20200101T105438_N02.13"}, 0),
    ],
)
def test_sentinel_2_is_known_by_its_tags(tmp_path, tags, offset):
    same_for_all(product(write(tmp_path / "scene.tif", tags)), 1e-4, offset)
    same_for_all(product(write(tmp_path / "bands.tif", band_tags=tags)), 1e-4, offset)


@pytest.mark.parametrize("level", ["1C", "2A"])
def test_sentinel_2_is_known_by_the_metadata_of_its_product(tmp_path, level):
    kind = "RADIO" if level == "1C" else "BOA"
    quantum = "QUANTIFICATION_VALUE" if level == "1C" else "BOA_QUANTIFICATION_VALUE"
    raster = write(tmp_path / "renamed/GRANULE/g/IMG_DATA/T31UFS_B02.tif")
    metadata = tmp_path / f"renamed/MTD_MSIL{level}.xml"
    metadata.write_text(
        f"<a><PROCESSING_BASELINE>99.99</PROCESSING_BASELINE>\n"
        f'<AOT_QUANTIFICATION_VALUE unit="none">1000.0</AOT_QUANTIFICATION_VALUE>'
        f'<{quantum} unit="none">10000</{quantum}>\n'
        + "".join(f'<{kind}_ADD_OFFSET band_id="{i}">-1000</{kind}_ADD_OFFSET>' for i in range(13))
    )
    same_for_all(product(raster), 1e-4, -0.1)
    metadata.write_text("<a><PROCESSING_BASELINE>03.01</PROCESSING_BASELINE></a>")
    same_for_all(product(raster), 1e-4, 0)


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        (f"{L2A.replace('N0509', 'N9999')}.tif", {}),  # made by its user, who knows
        (f"{L2A.replace('_N0509', '').replace('2023', '2021')}.tif", {}),
        ("T31UFS_20230601T105629_B02.tif", {}),
        (f"{L2A}_SCL_20m.tif", {}),
        ("scene.tif", {"BOA_ADD_OFFSET_1": "-1000", "BOA_ADD_OFFSET_2": "0"}),
        ("scene.tif", {"SOFTWARE": "something 04.00", "PROCESSING_LEVEL": "Level-2A"}),
        ("LC08_L1TP_042034_20200101_20200823_02_T1_B4.tif", {}),  # how high the sun stood?
        ("LC08_L2SP_042034_20200101_20200823_02_T1_ST_B10.tif", {}),
        ("LC08_L2SP_042034_20200101_20200823_01_T1_B4.tif", {}),
        ("naip.tif", {"AREA_OR_POINT": "Area"}),
    ],
)
def test_what_nobody_tells_is_not_known(tmp_path, name, tags):
    assert product(write(tmp_path / name, tags)) is None


@pytest.mark.parametrize(
    ("name", "tags"),
    [
        (f"{LANDSAT}_SR_B4.tif", {}),
        ("LE07_L2SP_021047_19990313_20200918_02_T1.tif", {}),
        ("stack_of_LT05_L2SR_021047_19990313_20200918_02_T2.tif", {}),
        ("LC09_L2SP_042034_20230101_02_T1.tif", {}),
        ("stack.tif", {"LANDSAT_PRODUCT_ID": LANDSAT}),
        ("stack.tif", {"PROCESSING_LEVEL": "L2SP", "COLLECTION_NUMBER": "02"}),
    ],
)
def test_level_2_of_landsat_is_known(tmp_path, name, tags):
    same_for_all(product(write(tmp_path / name, tags), (1, 2)), 2.75e-5, -0.2)


def mtl(factor="2.0000E-05", added="-0.100000", other=None):
    values = {**dict.fromkeys("123457", factor), "4": other or factor}
    lines = [f"REFLECTANCE_MULT_BAND_{n} = {v}" for n, v in values.items()]
    lines += [f"REFLECTANCE_ADD_BAND_{n} = {added}" for n in values]
    head = ["PROCESSING_LEVEL = L1TP", "COLLECTION_NUMBER = 02", "SUN_ELEVATION = 30.00000000"]
    return "\n".join(f"    {line}" for line in [*head, *lines])


def test_level_1_of_landsat_is_known_by_its_metadata(tmp_path):
    name = "LC08_L1TP_042034_20200101_20200823_02_T1"
    raster = write(tmp_path / f"{name}_B4.tif")
    (tmp_path / f"{name}_MTL.txt").write_text(mtl())
    same_for_all(product(raster), 2e-5 / 0.5, -0.1 / 0.5)
    # Bands of its own: which is which must be told, by the file's name or the bands' names.
    (tmp_path / f"{name}_MTL.txt").write_text(mtl(other="4E-05"))
    same_for_all(product(raster), 4e-5 / 0.5, -0.1 / 0.5)
    stack = write(tmp_path / f"{name}.tif", names=("B3", "SR_B4"))
    assert product(stack, (2, 1)).scales == pytest.approx((8e-5, 4e-5))
    assert product(write(tmp_path / f"{name}.tif", names=("red", "nir")), (1, 2)) is None


def test_metadata_of_landsat_in_other_forms(tmp_path):
    pairs = [line.strip().split(" = ") for line in mtl().splitlines()]
    forms = {
        "json": json.dumps(dict(pairs)),
        "xml": "\n".join(f"<{name}>{value}</{name}>" for name, value in pairs),
    }
    for suffix, content in forms.items():
        folder = tmp_path / suffix
        raster = write(folder / "stack.tif")
        (folder / f"LC08_L1TP_042034_20200101_20200823_02_T1_MTL.{suffix}").write_text(content)
        same_for_all(product(raster, (1, 2)), 4e-5, -0.2)
        # Two products in a folder: of which of them the stack is, nobody tells.
        other = folder / "LC08_L1TP_042034_20210101_20210823_02_T1_MTL.json"
        other.write_text(content)
        assert product(raster) is None


def test_hls_is_known(tmp_path):
    raster = write(tmp_path / "HLS.S30.T31UFS.2023152T105629.v2.0.B04.tif")
    same_for_all(product(raster), 1e-4, 0)


def test_a_stac_item_beside_the_file_tells(tmp_path):
    raster = write(tmp_path / "scene.tif")
    item = tmp_path / "scene.json"

    def told(asset):
        item.write_text(json.dumps({"assets": {"data": {"href": "./scene.tif", **asset}}}))
        found = product(raster, (2, 1))
        return found and (found.scales, found.offsets)

    one, two = {"scale": 1e-4, "offset": -0.1}, {"scale": 2e-4, "offset": 0.3}
    assert told({"raster:bands": [one, two]}) == ((2e-4, 1e-4), (0.3, -0.1))
    assert told({"raster:bands": [one]}) == ((1e-4, 1e-4), (-0.1, -0.1))
    assert told({"bands": [{"name": "a", "raster:scale": 0.5}, {"name": "b"}]}) == (
        (1, 0.5),
        (0, 0),
    )
    assert told({"raster:scale": 0.1}) == ((0.1, 0.1), (0, 0))
    for other in (
        {"raster:bands": [one, {"scale": 0}]},
        {"raster:bands": 3},
        {},
        {"href": "x.tif"},
    ):
        assert told(other) is None
    item.write_text("[1")
    assert product(raster) is None


def test_the_file_itself_tells(tmp_path):
    raster = write(tmp_path / f"{L2A}.tif", scales=(1e-4, 0.01), offsets=(-0.1, 273.15))
    with rasterio.open(raster) as dataset:
        found = calibration_of_file(dataset, [2, 1])
        assert (found.scales, found.offsets) == ((0.01, 1e-4), (273.15, -0.1))
        assert found.unit_limits[1] == pytest.approx((1000, 11000))
    with rasterio.open(write(tmp_path / "plain.tif")) as dataset:
        assert calibration_of_file(dataset, [1]) is None
    with rasterio.open(write(tmp_path / "odd.tif", scales=(0, 1), offsets=(5, 0))) as dataset:
        assert calibration_of_file(dataset, [1, 2]) is None


def test_an_envi_header_tells(tmp_path):
    path = tmp_path / "scene.bsq"
    profile = {"driver": "ENVI", "dtype": "int16", "count": 1, "width": 4, "height": 4}
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(np.ones((1, 4, 4), np.int16))
    header = tmp_path / "scene.hdr"
    header.write_text(header.read_text() + "reflectance scale factor = 5000\n")
    with rasterio.open(path) as dataset:
        same_for_all(calibration_of_file(dataset, [1]), 2e-4, 0)


def test_the_sun_below_the_horizon_is_no_sun(tmp_path):
    raster = write(tmp_path / "LC08_L1TP_042034_20200101_20200823_02_T1_B4.tif")
    (tmp_path / "LC08_L1TP_042034_20200101_20200823_02_T1_MTL.txt").write_text(
        mtl().replace("30.0", "-3.0")
    )
    assert product(raster) is None
