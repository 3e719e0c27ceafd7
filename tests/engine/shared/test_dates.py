"""Names of several dates and of their bands, and which dates stand for which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossearth_engine.shared.dates import (
    Dated,
    Dates,
    apart,
    band_of,
    dates_named,
    dates_of,
    given_date,
    is_date,
    shown,
    stand_ins,
)

PATHS = st.text(min_size=1).filter(lambda text: "\0" not in text)


@given(st.lists(PATHS, min_size=1, max_size=4), PATHS)
def test_the_name_of_several_dates_says_all_of_them(paths: list[str], nodata: str) -> None:
    rasters = tuple(Dated(f"20{10 + i}-01-01", path, nodata) for i, path in enumerate(paths))
    dates = Dates(rasters, len(paths) - 1, "cubic", "season", (3, 1))
    assert dates_named(dates.name) == dates


@pytest.mark.parametrize(
    "text", ["DATES:", "DATES:{}", "DATES:[]", "DATES:null", 'DATES:{"rasters":3}']
)
def test_what_only_begins_like_a_name_is_none(text: str) -> None:
    assert dates_named(text) is None
    whole = Dates((Dated("2021", "a"),)).name
    assert dates_named(whole) is not None
    assert dates_named(whole.replace('"none"', '"any"')) is None
    assert dates_named(whole.replace('"grid":0', '"grid":1')) is None


@given(st.text())
def test_any_other_name_is_itself(name: str) -> None:
    assert shown(name) == name


def test_bands_have_dates_in_their_names() -> None:
    assert apart(band_of("2021-05-12", "B04 red")) == ("2021-05-12", "B04 red")
    assert dates_of(["2021-05 a", "2021-07 a", "2021-05 b"]) == ("2021-05", "2021-07")
    # What only begins like one.
    assert dates_of(["2021-05-12 red", "nir"]) == ()
    assert dates_of(["2021-13-12 red"]) == ()
    assert dates_of(["2021-05-12"]) == ()


@pytest.mark.parametrize(
    "text", ["2021", "2021-05", "2021-05-12", "2020-02-29", "2021-05-12T23:59"]
)
def test_dates_that_there_are(text: str) -> None:
    assert is_date(text)
    assert given_date(f"{text}=a=b.tif") == (text, "a=b.tif")


@pytest.mark.parametrize("text", ["2021-13", "2021-02-29", "2021-05-12T24:00", "21-05-12", "may"])
def test_dates_that_there_are_not(text: str) -> None:
    assert not is_date(text)
    assert given_date(f"{text}=a.tif") == ("", f"{text}=a.tif")


def test_the_same_season_is_the_nearest_whatever_the_year() -> None:
    learned = ("2020-12-28", "2021-05-12", "2021-07-01")
    given = ("2023-01-04", "2023-06-01", "2023-06-20", "2023-10-01")
    assert stand_ins(learned, given, "season") == {
        "2020-12-28": "2023-01-04",
        "2021-05-12": "2023-06-01",
        "2021-07-01": "2023-06-20",
    }
    # Too far off, and each stands for one only.
    assert stand_ins(learned, ("2023-10-01",), "season") == {}
    assert stand_ins(("2021-06-01", "2021-06-20"), ("2022-06-18",), "season") == {
        "2021-06-20": "2022-06-18"
    }
