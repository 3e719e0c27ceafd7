"""Names and colours of classes, as GDAL, ArcGIS and QGIS write them beside a raster or into it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio

from crossearth_engine.raster.legend import Entry, read_legend

TABLE = """<PAMDataset><PAMRasterBand band="1">
<CategoryNames><Category/><Category>ignored</Category><Category>lake</Category></CategoryNames>
<GDALRasterAttributeTable tableType="thematic">
<FieldDefn index="0"><Name>Value</Name><Type>0</Type><Usage>5</Usage></FieldDefn>
<FieldDefn index="1"><Name>Kind</Name><Type>2</Type><Usage>2</Usage></FieldDefn>
<FieldDefn index="2"><Name>R</Name><Type>0</Type><Usage>6</Usage></FieldDefn>
<FieldDefn index="3"><Name>G</Name><Type>0</Type><Usage>7</Usage></FieldDefn>
<FieldDefn index="4"><Name>B</Name><Type>0</Type><Usage>8</Usage></FieldDefn>
<Row index="0"><F>1</F><F>  Wald und  Busch </F><F>16</F><F>32</F><F>255</F></Row>
</GDALRasterAttributeTable></PAMRasterBand></PAMDataset>"""
STYLE = """<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis><pipe><rasterrenderer type="paletted"><colorPalette>
<paletteEntry value="2" label="2" color="#0000FF"/>
<paletteEntry value="3" label="moor" color="#6FB7AB"/>
</colorPalette></rasterrenderer></pipe></qgis>"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "map.tif"
    values = np.arange(16, dtype=np.uint8).reshape(1, 4, 4) % 4
    with rasterio.open(
        path, "w", driver="GTiff", width=4, height=4, count=1, dtype="uint8"
    ) as dataset:
        dataset.write(values)
    return path


def legend(path: Path) -> dict[int, Entry]:
    with rasterio.open(path) as dataset:
        return {value: item for value, item in read_legend(dataset, str(path)).items() if any(item)}


def test_a_raster_alone_says_nothing(path: Path) -> None:
    assert legend(path) == {}


def test_the_table_goes_before_names_of_categories_and_these_before_the_style(path: Path) -> None:
    Path(f"{path}.aux.xml").write_text(TABLE)
    path.with_suffix(".qml").write_text(STYLE)
    assert legend(path) == {
        1: Entry("Wald und Busch", "#1020ff"),
        2: Entry("lake", "#0000ff"),
        3: Entry("moor", "#6fb7ab"),
    }


def test_a_table_of_arcgis_says_nothing_of_the_meaning_of_its_columns(path: Path) -> None:
    fields = {"Value": np.array([1, 2]), "Count": np.array([4, 4]),
              "Class_Name": np.array(["water", "forest"], object)}  # fmt: skip
    made = path.with_name("made.dbf")
    pyogrio.raw.write(made, None, list(fields.values()), list(fields), driver="ESRI Shapefile",
                      geometry_type=None, crs=None)  # fmt: skip
    made.rename(f"{path}.vat.dbf")
    assert {value: item.name for value, item in legend(path).items()} == {1: "water", 2: "forest"}


@pytest.mark.parametrize("style", ["", "<qgis", STYLE.replace("'SYSTEM'>", "[<!ENTITY a 'b'>]>")])
def test_a_style_that_cannot_be_read_says_nothing(path: Path, style: str) -> None:
    path.with_suffix(".qml").write_text(style)
    assert legend(path) == {}
