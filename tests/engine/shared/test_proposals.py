"""What is proposed for rasters of many kinds."""

import pytest

from crossearth_engine.shared.bands import RasterBand
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.shared.proposals import Candidate, propose

L1C = ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12")
L2A = tuple(name for name in L1C if name != "B10")
HLS = ("blue", "green", "red", "nir08", "swir16", "swir22")
ALL = (
    Candidate("softcon-s2", L1C, 10, False),
    Candidate("softcon-s1", ("VV", "VH"), 10, False),
    Candidate("terramind", L2A, 10, False),
    Candidate("prithvi", HLS, 30, False),
    Candidate("dofa", ("any",), None, False),
    Candidate("dinov2", ("red", "green", "blue"), None, False),
)


def named(*names, color=""):
    return [RasterBand(name=name, color=color) for name in names]


@pytest.mark.parametrize(
    ("bands", "gsd_m", "expected"),
    [
        (named(*L1C), 10, ("softcon-s2", 13)),
        (named(*L2A), 10, ("terramind", 12)),
        (named("VV", "VH"), 10, ("softcon-s1", 2)),
        (named("Blue", "Green", "Red", "NIR", "SWIR1", "SWIR2"), 30, ("prithvi", 6)),
        # Bands that only have their wavelengths, more of them than any other knows.
        (named(*(f"{400 + 8 * i} nm" for i in range(200))), 30, ("dofa", 200)),
        # Nobody says what they are.
        (named(*[""] * 64), 10, (BANDS_ID, 64)),
        (named(*(f"A{i:02}" for i in range(64))), 10, (BANDS_ID, 64)),
    ],
)
def test_bands_and_pixels_tell_what_to_start_from(bands, gsd_m, expected):
    found = propose(bands, gsd_m, ALL)
    assert (found.id, found.used) == expected


def test_pixels_of_another_size_leave_an_encoder_out():
    assert propose(named(*HLS), 2.0, [ALL[3]]).id == BANDS_ID
    assert propose(named(*HLS), None, [ALL[3]]).id == "prithvi"


def test_pictures_in_colours_are_left_to_rgb_networks():
    colors = [RasterBand(name="", color=name) for name in ("red", "green", "blue")]
    assert propose(colors, 0.1, ALL) is None
    assert propose([*colors, RasterBand(name="", color="alpha")], 0.1, ALL) is None


def test_one_that_is_on_disk_goes_before_one_to_be_downloaded():
    here = Candidate("mine", L2A, 10, True)
    assert propose(named(*L2A), 10, [*ALL, here]).id == "mine"


def test_one_on_disk_is_as_good_as_another_that_lacks_bands_too():
    here = Candidate("mine", L1C, 10, True)
    assert propose(named(*L1C[:8]), 10, [*ALL, here]).id == "mine"
    assert propose(named(*L2A), 10, [*ALL, here]).id == "terramind"
