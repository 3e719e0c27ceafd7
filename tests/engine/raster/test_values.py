"""How numbers become what a model takes: by metadata, as asked, or by what they look like."""

from pathlib import Path

import numpy as np
import pytest

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.raster.calibration import Calibration
from crossearth_engine.raster.stretch import Limits
from crossearth_engine.raster.values import Numbers, choose_conversion
from crossearth_engine.shared.model_item import ModelItem
from crossearth_engine.shared.model_values import parse_values
from crossearth_engine.shared.palette import ClassInfo

INF = float("inf")
REFLECTANCE = (0.02, 0.15, 0.45)
SENTINEL = Calibration((1e-4,) * 2, (-0.1,) * 2, "Sentinel-2", "reflectance")
OLD_SENTINEL = Calibration((1e-4,) * 2, (0.0,) * 2, "Sentinel-2", "reflectance")
LANDSAT = Calibration((2.75e-5,) * 2, (-0.2,) * 2, "Landsat", "reflectance")


def model(values="reflectance", mean=0.25, std=0.2, **changes):
    unit, value_range = parse_values(values) if values else (None, None)
    # As at an import: a range that is said is one beyond which nothing was seen.
    clips = (value_range,) * 2 if "," in values else ()
    return ModelItem(
        **{
            **{"id": "m", "name": "Model", "description": "", "license": "", "trained_on": ""},
            **{"weights": Path("m.onnx"), "architecture": "", "bands": ("red", "nir")},
            **{"mean": (mean,) * 2, "std": (std,) * 2, "window_size": 64, "overlap": 16},
            **{"gsd_m": None, "gsd_range_m": None, "scores": "logits"},
            "classes": (ClassInfo(0, "a", "#000000"), ClassInfo(1, "b", "#ffffff")),
            **{"unit": unit, "value_range": value_range, "clips": clips, **changes},
        }
    )


def numbers(dtype, low, middle, high, own=None, product=None):
    """Two bands of normally distributed numbers between two percentiles, the second a bit more."""

    def measure(shares):
        bands = []
        for factor in (1, 1.1):
            points = np.array([low - (middle - low), low, middle, high, 2 * high]) * factor
            bands.append(tuple(map(float, np.interp(shares, (0, 2, 50, 98, 100), points))))
        return tuple(bands)

    return Numbers(np.dtype(dtype), 2, own, product, measure)


def seen(conversion, *values):
    """What a model sees of numbers, in both bands."""
    pixels = np.array([[values], [values]], np.float64)
    if conversion.stretch is None:
        return list(values)
    result = conversion.stretch(pixels)
    assert np.array_equal(result[0], result[1])
    return result[0, 0].tolist()


def codes(conversion):
    return [finding.code for finding in conversion.findings]


# Reflectance


@pytest.mark.parametrize(
    ("calibration", "stored", "expected"),
    [
        (SENTINEL, (1200, 2500, 5500), (0.02, 0.15, 0.45)),
        (OLD_SENTINEL, (200, 1500, 4500), (0.02, 0.15, 0.45)),
        (LANDSAT, (8000, 12_727, 23_636), (0.02, 0.15, 0.45)),
        (
            Calibration((-0.01,) * 2, (1.0,) * 2, "a falling scale", "reflectance"),
            *((55, 80, 90), (0.45, 0.2, 0.1)),
        ),
    ],
)
@pytest.mark.parametrize("dtype", ["uint16", "int16", "int32"])
def test_integers_become_reflectance_by_the_file_or_its_product(
    calibration, stored, expected, dtype
):
    for told in ({"own": calibration}, {"product": calibration}):
        conversion = choose_conversion(model(), numbers(dtype, *stored, **told))
        assert seen(conversion, *stored) == pytest.approx(expected, abs=1e-5)
        assert conversion.source == calibration.source
        assert not conversion.findings


def test_what_is_brighter_than_white_is_kept():
    conversion = choose_conversion(model(), numbers("uint16", 1200, 2500, 9000, own=SENTINEL))
    assert seen(conversion, 16_000, 900) == pytest.approx([1.5, -0.01])


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_floats_that_are_reflectance_are_taken_as_they_are(dtype):
    # Of a product whose integers are something else: somebody has converted them.
    conversion = choose_conversion(model(), numbers(dtype, *REFLECTANCE, product=SENTINEL))
    assert conversion.stretch is None
    assert not conversion.findings


def test_floats_with_the_integers_of_a_product_become_reflectance():
    conversion = choose_conversion(model(), numbers("float32", 1200, 2500, 5500, product=SENTINEL))
    assert seen(conversion, 2500) == pytest.approx([0.15])


def test_numbers_that_nobody_explains_are_taken_for_ten_thousandths_which_is_told():
    for values, brightest in (("reflectance", 1.6), ("0,1", 1)):
        conversion = choose_conversion(model(values), numbers("int16", 200, 1500, 4500))
        assert seen(conversion, 1500, 0, 16_000) == pytest.approx([0.15, 0, brightest])
        assert codes(conversion) == ["values-assumed"]
        sentence = conversion.findings[0].sentence
        assert "200 to 4950" in sentence
        assert "--stretch 0,10000" in sentence


@pytest.mark.parametrize(
    ("dtype", "low", "middle", "high"),
    [
        *(("uint16", 7800, 12_000, 24_000), ("uint16", 20_000, 40_000, 60_000)),
        *(("float32", 5, 20, 60), ("int16", -9999, -9999, 3000)),
    ],
)
def test_numbers_that_can_be_nothing_known_are_refused(dtype, low, middle, high):
    with pytest.raises(InvalidRequest, match="--stretch 0,10000 for most products, 1000,11000"):
        choose_conversion(model(), numbers(dtype, low, middle, high))


def test_bytes_span_reflectance_which_is_told_unless_they_were_trained_with():
    picture = numbers("uint8", 20, 90, 200)
    conversion = choose_conversion(model("reflectance"), picture)
    assert seen(conversion, 0, 51, 255) == pytest.approx([0, 0.2, 1])
    assert codes(conversion) == ["bytes-assumed"]
    conversion = choose_conversion(model("", value_range=(0, 1)), picture)
    assert seen(conversion, 0, 51, 255) == pytest.approx([0, 0.2, 1])
    assert not conversion.findings
    # Also where they are stored in another type.
    conversion = choose_conversion(model("", value_range=(0, 1)), numbers("float32", 9, 90, 200))
    assert seen(conversion, 51) == pytest.approx([0.2])
    assert codes(conversion) == ["values-assumed"]


def test_bytes_with_a_scale_of_their_own_follow_it():
    own = Calibration((0.005,) * 2, (0.0,) * 2, "the file")
    conversion = choose_conversion(model(), numbers("uint8", 5, 30, 90, own=own))
    assert seen(conversion, 30) == pytest.approx([0.15])
    assert not conversion.findings


def test_an_offset_that_was_taken_off_already_is_suspected():
    conversion = choose_conversion(model(), numbers("uint16", 180, 1500, 4500, product=SENTINEL))
    assert codes(conversion) == ["values-below-zero"]
    assert "--stretch 0,10000" in conversion.findings[0].sentence


def test_a_file_that_contradicts_its_product_is_told():
    told = numbers("uint16", 1200, 2500, 5500, own=OLD_SENTINEL, product=SENTINEL)
    conversion = choose_conversion(model(), told)
    assert seen(conversion, 2500) == pytest.approx([0.25])
    assert codes(conversion) == ["scale-differs"]
    assert "Sentinel-2 says 1000" in conversion.findings[0].sentence
    same = numbers("uint16", 1200, 2500, 5500, own=SENTINEL, product=SENTINEL)
    assert not choose_conversion(model(), same).findings


def test_reflectance_that_is_none_is_told():
    wrong = Calibration((1e-2,) * 2, (0.0,) * 2, "the file")
    conversion = choose_conversion(model(), numbers("uint16", 200, 1500, 4500, own=wrong))
    assert codes(conversion) == ["values-outside"]


def test_reflectance_that_hardly_varies_is_told():
    twice = Calibration((1e-4,) * 2, (0.0,) * 2, "the file")
    conversion = choose_conversion(model(), numbers("float32", *REFLECTANCE, own=twice))
    assert codes(conversion) == ["values-far"]


# What is asked for goes first


def test_what_is_asked_for_goes_first():
    told = numbers("uint16", 1200, 2500, 5500, own=OLD_SENTINEL, product=OLD_SENTINEL)
    conversion = choose_conversion(model(), told, Limits(1000, 11_000))
    assert seen(conversion, 2500, 16_000) == pytest.approx([0.15, 1.5])
    assert not conversion.findings
    conversion = choose_conversion(model(), told, is_raw=True)
    assert conversion.stretch is None
    clipped = choose_conversion(model("-1,1"), told, Limits(0, 10_000))
    assert seen(clipped, 0, 2500, 16_000) == pytest.approx([-1, -0.5, 1])


def test_percentiles_may_be_asked_for():
    conversion = choose_conversion(
        model("bytes", 100, 50), numbers("uint16", 200, 300, 400), Limits(2, 50, is_percent=True)
    )
    assert conversion.stretch.limits[0] == pytest.approx((200, 300))


def test_a_model_without_a_range_is_given_numbers_as_they_are():
    for values in ("", "dB"):
        with pytest.raises(InvalidRequest, match="as they are"):
            choose_conversion(model(values, -10, 5), numbers("float32", -20, -12, -5), Limits(0, 1))


# Ranges


def test_the_scale_of_the_file_is_applied_to_a_range():
    own = Calibration((0.01,) * 2, (273.15,) * 2, "the file")
    conversion = choose_conversion(
        model("250,320", 285, 10), numbers("int16", -500, 1200, 3000, own=own)
    )
    assert seen(conversion, 1200, 9000) == pytest.approx([285.15, 320])
    assert not conversion.findings


@pytest.mark.parametrize("told", [{"own": SENTINEL}, {"product": SENTINEL}])
def test_a_range_of_ten_thousandths_is_one_of_reflectance(told):
    conversion = choose_conversion(
        model("0,10000", 2000, 900), numbers("uint16", 1200, 2500, 5500, **told)
    )
    assert seen(conversion, 1000, 2500, 12_000) == pytest.approx([0, 1500, 10_000])
    assert not conversion.findings


def test_a_scale_that_leads_out_of_the_range_is_not_applied_which_is_told():
    own = Calibration((0.1,) * 2, (0.0,) * 2, "the file")
    conversion = choose_conversion(
        model("0,4000", 2000, 900), numbers("uint16", 200, 300, 400, own=own)
    )
    assert seen(conversion, 300) == pytest.approx([300])
    assert codes(conversion) == ["scale-not-applied"]


def test_values_outside_of_the_range_are_told():
    conversion = choose_conversion(model("0,5", 2, 1), numbers("uint16", 200, 1500, 4500))
    assert codes(conversion) == ["values-outside"]
    assert "200 to 4950" in conversion.findings[0].sentence
    conversion = choose_conversion(
        model("", 0, 10_000, value_range=(0, 10_000)), numbers("float32", *REFLECTANCE)
    )
    assert codes(conversion) == ["values-outside"]
    inside = choose_conversion(model("0,5000", 2000, 900), numbers("uint16", 200, 1500, 4500))
    assert seen(inside, 1500, 9000) == [1500, 5000]
    assert not inside.findings


# Decibels, and numbers as they are


def test_decibels_are_taken_as_they_are_or_by_the_scale_of_the_file():
    takes = model("dB", -12, 5)
    conversion = choose_conversion(takes, numbers("float32", -22, -13, -6))
    assert conversion.stretch is None
    assert not conversion.findings
    own = Calibration((0.01,) * 2, (0.0,) * 2, "the file")
    conversion = choose_conversion(takes, numbers("int16", -2200, -1300, -600, own=own))
    assert seen(conversion, -1300) == pytest.approx([-13])
    assert not conversion.findings


@pytest.mark.parametrize("high", [0.4, 3, 15])
def test_backscatter_that_is_not_in_decibels_is_told(high):
    conversion = choose_conversion(
        model("dB", -12, 5), numbers("float32", high / 40, high / 6, high)
    )
    assert codes(conversion) == ["values-linear"]


@pytest.mark.parametrize(
    ("mean", "std", "dtype", "low", "middle", "high"),
    [
        (1353, 240, "float32", *REFLECTANCE),
        (1353, 240, "uint8", 30, 90, 200),
        (-12, 5, "uint16", 200, 1500, 4500),
    ],
)
def test_numbers_far_from_the_means_are_told(mean, std, dtype, low, middle, high):
    if dtype == "uint8":
        std = 40
    conversion = choose_conversion(model("", mean, std), numbers(dtype, low, middle, high))
    assert conversion.stretch is None
    assert codes(conversion) == ["values-far"]
    assert f"around {mean}" in conversion.findings[0].sentence


def test_numbers_like_the_means_are_not_told_of():
    for mean, std, low, middle, high in ((1353, 240, 700, 1500, 2900), (0, 1, 3, 9, 200)):
        conversion = choose_conversion(model("", mean, std), numbers("uint16", low, middle, high))
        assert not conversion.findings


def test_an_offset_in_numbers_that_are_taken_as_they_are_is_told():
    conversion = choose_conversion(
        model("", 1353, 400), numbers("uint16", 1700, 2500, 3900, product=SENTINEL)
    )
    assert codes(conversion) == ["offset-unknown"]
    assert "1000 was added" in conversion.findings[0].sentence
    older = numbers("uint16", 700, 1500, 2900, product=OLD_SENTINEL)
    assert not choose_conversion(model("", 1353, 400), older).findings
    # One that was trained with it says so by its means.
    newer = numbers("uint16", 1700, 2500, 3900, product=SENTINEL)
    assert not choose_conversion(model("", 2400, 400), newer).findings


# Limits of the model's own


def test_a_model_clips_what_it_is_given():
    clips = ((-INF, 0.3), (0.1, INF))
    conversion = choose_conversion(model(clips=clips), numbers("float32", *REFLECTANCE))
    pixels = np.array([[[0.05, 0.2, 0.9]]] * 2, np.float32)
    assert np.allclose(conversion.stretch(pixels), [[[0.05, 0.2, 0.3]], [[0.1, 0.2, 0.9]]])
    conversion = choose_conversion(
        model(clips=clips), numbers("uint16", 1200, 2500, 5500, own=SENTINEL)
    )
    stored = np.round(pixels * 10_000 + 1000).astype(np.uint16)
    assert np.allclose(conversion.stretch(stored), [[[0.05, 0.2, 0.3]], [[0.1, 0.2, 0.9]]])


def test_every_finding_has_its_details():
    from crossearth_engine.shared.findings import SENTENCES

    engine = Path(choose_conversion.__code__.co_filename).parent.parent
    sources = [path.read_text(encoding="utf-8") for path in engine.rglob("*.py")]
    told = [source for source in sources if "Finding(" in source]
    assert all(any(f'"{code}"' in source for source in told) for code in SENTENCES)
