"""Of which date a raster is, by what lies beside it, its tags and its name, in this order."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import rasterio

from crossearth_engine.errors import DateUnknown
from crossearth_engine.raster.dates import date_of


def tagged(path: Path, **tags: str) -> str:
    with rasterio.open(path, "r+") as dataset:
        dataset.update_tags(**tags)
    return str(path)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("field_2021-05-12.tif", "2021-05-12"),
        ("field_20210512_v2.tif", "2021-05-12"),
        ("2021.05.12.tif", "2021-05-12"),
        ("field_2021-05.tif", "2021-05"),
        ("S2A_MSIL2A_20210512T101031_N0300_R022_T33UUP_20230101T000000.tif", "2021-05-12"),
        ("LC08_L2SP_191024_20210512_20230101_02_T1_SR_B4.tif", "2021-05-12"),
    ],
)
def test_names_tell_dates(raster_factory: Callable[..., Path], name: str, date: str) -> None:
    assert date_of(str(raster_factory(name=name))) == date


@pytest.mark.parametrize(
    "name",
    ["may.tif", "field_20211345.tif", "1202105129.tif", "20210512_20210701.tif", "a_2021-13.tif"],
)
def test_what_is_no_date_is_none(raster_factory: Callable[..., Path], name: str) -> None:
    with pytest.raises(DateUnknown, match="2021-05-12="):
        date_of(str(raster_factory(name=name)))


def test_what_tells_more_surely_goes_first(raster_factory: Callable[..., Path]) -> None:
    # That of the file may be when a program wrote it.
    path = raster_factory(name="may.tif")
    assert date_of(tagged(path, TIFFTAG_DATETIME="2022:01:02 00:00:00")) == "2022-01-02"
    path = path.rename(path.with_name("field_2021-05-12.tif"))
    assert date_of(str(path)) == "2021-05-12"
    assert date_of(tagged(path, ACQUISITIONDATETIME="2021-05-13T10:00:00Z")) == "2021-05-13"
    item = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "properties": {"datetime": "2021-05-14T10:10:31Z"},
        "assets": {"data": {"href": f"./{path.name}"}},
    }
    path.with_suffix(".json").write_text(json.dumps(item))
    assert date_of(str(path)) == "2021-05-14"
    item["assets"] = {"data": {"href": "./another.tif"}}
    path.with_suffix(".json").write_text(json.dumps(item))
    assert date_of(str(path)) == "2021-05-13"
