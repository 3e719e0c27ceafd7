"""When imagery was taken."""

import pytest

from crossearth_engine.raster.acquired import acquired


class Dataset:
    def __init__(self, **domains):
        self._domains = domains

    def tags(self, ns=None):
        return self._domains.get(ns or "tags", {})


def found(path="scene.tif", **domains):
    moments = acquired(Dataset(**domains), path)
    return moments and [moment.strftime("%Y-%m-%d %H:%M:%S") for moment in moments]


@pytest.mark.parametrize(
    ("domains", "moment"),
    [
        ({"IMAGERY": {"ACQUISITIONDATETIME": "2021-06-15 10:10:31"}}, "2021-06-15 10:10:31"),
        ({"tags": {"TIFFTAG_DATETIME": "2019:08:02 11:22:33"}}, "2019-08-02 11:22:33"),
        ({"tags": {"PRODUCT_START_TIME": "2022-03-01T10:20:21.024Z"}}, "2022-03-01 10:20:21"),
        ({"tags": {"acquisition_datetime": "2020-01-02T03:04:05+02:00"}}, "2020-01-02 01:04:05"),
        (
            {"tags": {"DATE_ACQUIRED": "1999-07-07", "SCENE_CENTER_TIME": '"09:58:20.1Z"'}},
            "1999-07-07 09:58:20",
        ),
        ({"EXIF": {"EXIF_DateTimeOriginal": "2023:05:06 07:08:09"}}, "2023-05-06 07:08:09"),
        (
            {
                "IMAGERY": {"ACQUISITIONDATETIME": "2021-06-15 10:10:31"},
                "tags": {"TIFFTAG_DATETIME": "2024:01:01 00:00:00"},
            },
            "2021-06-15 10:10:31",
        ),
    ],
)
def test_a_moment_is_read_from_the_file(domains, moment):
    assert found(**domains) == [moment, moment]


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("S2B_MSIL2A_20210615T101031_N0300_R022_T33UUP_20210615T130000.tif", "2021-06-15 10:10:31"),
        ("a/S2A_MSIL1C_20170102T101112_N0204_R1_T1.SAFE/IMG_DATA/b.jp2", "2017-01-02 10:11:12"),
        ("T33UUP_20210615T101031_B02_10m.jp2", "2021-06-15 10:10:31"),
        ("S1A_IW_GRDH_1SDV_20190812T052345_20190812T052410_028_x.tif", "2019-08-12 05:23:45"),
        ("ENMAP01-____L2A-DT0000001234_20220622T104500Z_001_V.TIF", "2022-06-22 10:45:00"),
        ("20200801_103344_12_105c_3B_AnalyticMS.tif", "2020-08-01 10:33:44"),
    ],
)
def test_a_moment_is_read_from_the_name(path, first):
    assert found(path) == [first, first]
    written = {"tags": {"TIFFTAG_DATETIME": "2024:01:01 00:00:00"}}
    assert found(path, **written) == [first, first]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("LC08_L2SP_193024_20210616_20210622_02_T1_SR.tif", "2021-06-16"),
        ("LE07_L1TP_193024_19990707_20200918_02_T1.tif", "1999-07-07"),
        ("m_3807708_sw_18_1_20130924.tif", "2013-09-24"),
        ("m_3807708_sw_18_060_20180825_20190211.tif", "2018-08-25"),
    ],
)
def test_some_names_tell_the_day_only(path, day):
    assert found(path) == [f"{day} 00:00:00", f"{day} 23:59:59"]


@pytest.mark.parametrize(
    "text", ["", "0000:00:00 00:00:00", "2021:13:45 10:00:00", "yesterday", "2999-01-01 00:00:00"]
)
def test_what_is_no_date_is_none(text):
    assert found(tags={"TIFFTAG_DATETIME": text}) is None


@pytest.mark.parametrize("path", ["scene.tif", "20210615.tif", "site_12345678_123456.tif"])
def test_a_name_of_no_sensor_tells_nothing(path):
    assert found(path) is None
