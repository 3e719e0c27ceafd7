"""Which band stands for which: a table of what files say, and what comes of it."""

import numpy as np
import pytest
import rasterio

from crossearth_engine.raster.source import RasterSource
from crossearth_engine.shared.bands import (
    BandChoice,
    RasterBand,
    choose_bands,
    contradictions,
    meaning_of_word,
    meanings,
    unnamed,
    unnamed_band,
)
from tests.engine.conftest import RecordedJob, run

RGB = ("red", "green", "blue")
IRRG = ("nir", "red", "green")
SENTINEL_2 = ["B01", "B02", "B03", "B04", "B05", "B06", "B07", "B08", "B8A", "B09", "B11", "B12"]

WORDS = {
    "Red": "red", "RED": "red", "r": "red", "Band 1 (red)": "red", "red_band": "red",
    "Green": "green", "grn": "green", "G": "green", "blue": "blue", "B": "blue",
    "nir": "nir", "NIR": "nir", "Band 4 (Near-infrared)": "nir", "near infrared": "nir",
    "Near_Infrared": "nir", "IR": "nir", "infrared": "nir", "NIR1": "nir",
    "Red Edge": "rededge", "rededge": "rededge", "Vegetation Red Edge": "rededge",
    "SWIR 1": "swir16", "swir2": "swir22", "Short-wave infrared": "swir",
    "band 6 temperature": "lwir", "Thermal": "lwir", "Coastal aerosol": "coastal",
    "fmask": "mask", "pixel_qa": "mask", "SCL": "mask", "Panchromatic": "pan",
    "rot": "red", "Grün": "green", "Bleu": "blue", "Vert": "green", "azul": "blue",
    "PIR": "nir", "proche infrarouge": "nir", "Nahes Infrarot": "nir", "rojo": "red",
    "Infrarouge thermique": "lwir", "kurzwelliges Infrarot": "swir", "vertical": None,
    "SR_B4": None, "B04": None, "band 1 reflectance": None, "": None, "shared": None,
    "Greenland": None, "band b": None, "airborne": None, "Elevation": "terrain",
    "DEM": "terrain", "NDVI": "index", "ndwi_mean": "index", "demo": None, "devil": None,
    "Sigma0_VV_db": "vv", "HV": "hv", "coherence": "radar", "revved": None,
}  # fmt: skip


@pytest.mark.parametrize(("name", "meaning"), WORDS.items())
def test_words_say_what_a_band_is(name, meaning):
    assert meaning_of_word(name) == meaning


# Model's bands, names of the raster's, name of the file, bands chosen, what told.
TABLE = [
    (RGB, SENTINEL_2, "", [4, 3, 2], "name"),
    (IRRG, SENTINEL_2, "", [8, 4, 3], "name"),
    (("B8A", "B11"), SENTINEL_2, "", [9, 11], "name"),
    (("nir08", "swir16"), SENTINEL_2, "", [9, 11], "name"),
    (("nir08", "swir16"), ["B02", "B03", "B04", "B05", "B06"], "HLS.L30.T17.tif", [4, 5], "name"),
    (RGB, ["B4", "B3", "B2", "B8"], "S2A_MSIL2A_20200101.tif", [1, 2, 3], "name"),
    (IRRG, ["B2", "B3", "B4", "B8", "B8A"], "", [4, 3, 2], "name"),
    (RGB, [f"SR_B{i}" for i in range(1, 8)], "", [4, 3, 2], "name"),
    (IRRG, [f"SR_B{i}" for i in range(1, 8)], "LC08_L2SP_123.tif", [5, 4, 3], "name"),
    (RGB, [f"SR_B{i}" for i in (1, 2, 3, 4, 5, 7)], "", [3, 2, 1], "name"),
    (IRRG, [f"SR_B{i}" for i in (1, 2, 3, 4, 5, 7)], "LE07_L2SP.tif", [4, 3, 2], "name"),
    (IRRG, [f"band {i} reflectance" for i in (1, 2, 3, 4, 5, 7)], "landsat7_1999.tif",
     [4, 3, 2], "name"),
    (IRRG, ["B02", "B03", "B04", "B05", "B06"], "HLS.L30.T17.tif", [4, 3, 2], "name"),
    (("VV", "VH"), ["Sigma0_VH_db", "Sigma0_VV_db"], "", [2, 1], "name"),
    (RGB, ["T10SEG_B04_10m", "T10SEG_B03_10m", "T10SEG_B02_10m"], "", [1, 2, 3], "name"),
    (RGB, ["Band 1 (Blue)", "Band 2 (Green)", "Band 3 (Red)", "Band 4 (NIR)"], "",
     [3, 2, 1], "name"),
    (RGB, ["red", "green", "blue", "nir"], "", [1, 2, 3], "name"),
    (RGB, ["PIR", "Rouge", "Vert", "Bleu"], "", [2, 3, 4], "name"),
    (RGB, ["842 nm", "665 nm", "560 nm", "490 nm"], "", [2, 3, 4], "wavelength"),
    (IRRG, ["0.49 µm", "0.56 µm", "0.665 µm", "0.84 µm"], "", [4, 3, 2], "wavelength"),
    # Nothing is known: in order.
    (RGB, ["", "", "", ""], "S2A_composite.tif", [1, 2, 3], "order"),
    (RGB, ["Band 1", "Band 2", "Band 3"], "sentinel-2.tif", [1, 2, 3], "order"),
    (RGB, ["band 1", "band 2", "band 3", "band 4", "band 5"], "", [1, 2, 3], "order"),
    (("band 1", "band 2"), ["", ""], "", [1, 2], "order"),
    (RGB, ["fmask", "", "", ""], "", [2, 3, 4], "order"),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "names", "file", "chosen", "reason"), TABLE)
def test_bands_are_chosen_by_name(wanted, names, file, chosen, reason):
    bands = [RasterBand(name) for name in names]
    choices = choose_bands(wanted, bands, file)
    assert [choice.index for choice in choices] == chosen
    assert {choice.reason for choice in choices} == {reason}
    assert [choice.model_band for choice in choices] == list(wanted)
    assert not contradictions(choices, bands, file)


@pytest.mark.parametrize(
    "names",
    [("B8", "B4", "B3", "B2"), ("B5", "B4", "B3"), ("czerwony", "zielony", "niebieski"),
     ("近赤外", "赤", "緑", "青")],
)  # fmt: skip
def test_names_that_are_not_understood_are_told(names):
    bands = [RasterBand(name) for name in names]
    (finding,) = unnamed(choose_bands(RGB, bands), bands)
    assert "bands 1, 2, 3 were taken, in their order" in finding.sentence


@pytest.mark.parametrize(
    "names",
    [("", "", "", ""), ("Band 1", "Band 2", "Band 3"), ("ortho_01", "ortho_02", "ortho_03"),
     ("photo", "photo", "photo"), ("layer 1", "layer 2", "layer 3", "elevation")],
)  # fmt: skip
def test_names_that_only_count_are_not(names):
    bands = [RasterBand(name) for name in names]
    assert unnamed(choose_bands(RGB, bands), bands) == []


def test_every_band_is_taken_once():
    bands = [RasterBand("red"), RasterBand("red"), RasterBand("blue")]
    assert [c.index for c in choose_bands(RGB, bands)] == [1, 2, 3]


def test_colours_count_where_names_say_nothing():
    bands = [RasterBand("", "blue"), RasterBand("", "green"), RasterBand("", "red"),
             RasterBand("", "nir")]  # fmt: skip
    choices = choose_bands(RGB, bands)
    assert [(c.index, c.reason) for c in choices] == [(3, "color"), (2, "color"), (1, "color")]
    assert choose_bands(IRRG, bands)[0] == BandChoice("nir", 4, "color")


def test_a_name_weighs_more_than_the_colour_it_is_shown_in():
    bands = [RasterBand("B08", "red"), RasterBand("B04", "green"), RasterBand("B03", "blue")]
    assert [c.index for c in choose_bands(IRRG, bands)] == [1, 2, 3]
    choices = choose_bands(RGB, bands)
    assert [(c.index, c.reason) for c in choices] == [(2, "name"), (3, "name"), (1, "order")]
    (hint,) = contradictions(choices, bands)
    assert "Band 1 stands for blue, but it seems to be near infrared (B08)" in hint.sentence


def test_wavelengths_tell():
    nanometres = (443, 490, 560, 665, 705, 842, 1610, 2190)
    bands = [RasterBand("", "undefined", value / 1000) for value in nanometres]
    assert [m for m, _ in meanings(bands)] == [
        "coastal", "blue", "green", "red", "rededge", "nir", "swir16", "swir22",
    ]  # fmt: skip
    choices = choose_bands(RGB, bands)
    assert [(c.index, c.reason) for c in choices] == [(i, "wavelength") for i in (4, 3, 2)]


def test_alpha_stands_for_nothing():
    bands = [RasterBand("", "gray"), RasterBand("", "alpha")]
    assert [c.index for c in choose_bands((*RGB, "nir"), bands)] == [1]


def test_the_only_band_of_a_grey_picture_stands_for_all_colours():
    for bands in (
        [RasterBand("", "gray")],
        [RasterBand("", "gray"), RasterBand("", "alpha")],
        [RasterBand("pan")],
    ):
        choices = choose_bands(RGB, bands)
        assert [(choice.index, choice.reason) for choice in choices] == [(1, "only")] * 3
        (sentence,) = contradictions(choices, bands)
        assert sentence.sentence.startswith("Band 1 alone stands for red, green and blue")
    # Of infrared it says nothing.
    assert len(choose_bands(("red", "green", "nir"), [RasterBand("", "gray")])) == 1
    # A model of one band sees it as it is.
    assert choose_bands(("red",), [RasterBand("", "gray")])[0].reason == "order"


def described(path, count, names=(), tags=None):
    with rasterio.open(path, "w", driver="GTiff", width=20, height=20, count=count, dtype="uint8",
                       photometric="MINISBLACK") as dataset:  # fmt: skip
        dataset.write(np.random.default_rng(0).integers(1, 255, (count, 20, 20)).astype(np.uint8))
        for index, name in enumerate(names, 1):
            dataset.set_band_description(index, name)
        for index, values in (tags or {}).items():
            dataset.update_tags(index, **values)
    return path


def test_the_result_says_which_band_was_taken_and_why(tmp_path, color_model):
    raster = described(tmp_path / "s2.tif", 4, ["B02", "B03", "B04", "B08"])
    job = RecordedJob()
    result = run(raster, tmp_path / "map.tif", job, model=str(color_model))
    assert result["bands"] == [
        {"model_band": "red", "index": 3, "reason": "name", "description": "B04"},
        {"model_band": "green", "index": 2, "reason": "name", "description": "B03"},
        {"model_band": "blue", "index": 1, "reason": "name", "description": "B02"},
    ]
    expected = "bands 3, 2, 1 (red by name, green by name, blue by name)"
    assert any(expected in text for _, text in job.logs)
    asked = run(raster, tmp_path / "map.tif", model=str(color_model), bands=[1, 2, 3])
    assert [band["reason"] for band in asked["bands"]] == ["asked"] * 3
    assert sum("stands for" in text for text in asked["warnings"]) == 2


def test_wavelengths_are_read_from_the_file(tmp_path):
    tags = {
        i: {"wavelength": str(value), "wavelength_units": "nanometers"}
        for i, value in enumerate((842.0, 490.0, 560.0, 665.0), 1)
    }
    with RasterSource(described(tmp_path / "w.tif", 4, tags=tags), RGB, None) as source:
        assert source.bands == [4, 3, 2]
    broken = described(tmp_path / "b.tif", 3, tags={1: {"wavelength": "red-ish"}})
    with RasterSource(broken, RGB, None) as source:
        assert source.bands == [1, 2, 3]


def test_the_very_same_names_win_over_what_they_may_mean() -> None:
    names = [f"band {i} reflectance" for i in (1, 2, 3, 4, 5, 7)]
    bands = [RasterBand(name) for name in names]
    choices = choose_bands(names, bands)
    assert [choice.index for choice in choices] == [1, 2, 3, 4, 5, 6]
    assert contradictions(choices, bands) == []


def test_bands_without_a_name_are_told_by_their_number() -> None:
    bands = [RasterBand(color=color) for color in ("red", "green", "blue", "undefined")]
    choices = choose_bands([unnamed_band(4), unnamed_band(2)], bands)
    assert [choice.index for choice in choices] == [4, 2]
