"""Quantiles of bands, how far they have moved, and the way back."""

import numpy as np
import pytest

from crossearth_engine.raster.matching import Match, measure
from crossearth_engine.raster.sample import Sample
from crossearth_engine.raster.stretch import Stretch
from crossearth_engine.shared.band_quantiles import PERCENTS, BandQuantiles, read_quantiles

RNG = np.random.default_rng(3)
MIDDLE = PERCENTS.index(50)


def scene(count=20_000, bright=0.15):
    """Two classes in three bands, (3, N): a share of it is bright."""
    is_bright = RNG.random(count) < bright
    dark, light = np.array([[400], [600], [2500]]), np.array([[1500], [1800], [3500]])
    return np.where(is_bright, light, dark) + RNG.normal(0, 90, (3, count))


TRAINED = measure((scene(), None))


def test_quantiles_are_those_of_the_values():
    values = np.arange(10_001.0)[None] / 10
    assert np.allclose(measure((values, None)).values, [np.array(PERCENTS) * 10], atol=0.2)


@pytest.mark.parametrize("share", [0.05, 0.1, 0.2])
def test_clouds_over_the_same_imagery_move_no_band(share):
    covered = scene()
    is_cloud = RNG.random(covered.shape[1]) < share
    covered[:, is_cloud] = RNG.normal(9000, 500, (3, is_cloud.sum()))
    match = Match(measure((covered, None)), TRAINED)
    assert not match.is_needed
    assert (match.distances < 0.1).all()
    assert (Match(TRAINED, measure((covered, None))).distances < 0.3).all()


def test_rasters_count_the_same_whatever_their_size():
    bright, dark = np.full((1, 100_000), 90), np.full((1, 500), 10)
    quantiles = measure((bright, None), (dark, None), (dark, None))
    assert quantiles.at(50) == (90,)  # the small ones have no more pixels to give
    assert measure((dark, None), (bright[:, :250], None)).at(50) == (10,)


def test_values_are_measured_as_the_model_takes_them():
    stretch = Stretch(((0, 10_000),) * 3, (0, 1))
    measured = measure((scene(), stretch))
    for percent in (5, 50, 95):
        assert np.allclose(np.multiply(measured.at(percent), 1e4), TRAINED.at(percent), rtol=0.05)


def test_too_few_pixels_have_no_quantiles():
    assert measure((np.ones((3, 40)), None)) is None
    assert measure((np.ones((3, 0)), None)) is None


@pytest.mark.parametrize(("dtype", "low", "high"), [("int16", -3e4, 3e4), ("int8", -100, 100)])
def test_values_that_are_far_apart_have_quantiles(dtype, low, high):
    values = np.repeat([low, high], 500).astype(dtype)[None]  # their difference is no such number
    assert measure((values, None)).at(50) == (0,)
    sample = Sample(values, np.zeros(1), 0.0, 0.0)
    assert sample.percentiles([25, 50, 75]) == ((low, 0, high),)


@pytest.mark.parametrize("share", [0.08, 0.15, 0.22])
def test_another_mix_of_classes_moves_no_band(share):
    own = measure((scene(bright=share), None))
    assert not Match(own, TRAINED).is_needed


CHANGES = {
    "gain": lambda values: values * np.array([[1.4], [0.6], [0.7]]) + 120,
    "gamma": lambda values: 6000 * (values / 6000) ** 0.6,
    "haze": lambda values: values * 0.6 + 2000,
    "falling": lambda values: values * 0.05 + 3000,
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("has_clouds", [False, True])
def test_what_moved_all_of_a_band_is_undone(name, has_clouds):
    before = scene()
    after = CHANGES[name](before)
    if has_clouds:
        after[:, ::10] = 20_000
    match = Match(measure((after, None)), TRAINED)
    assert match.is_needed
    assert (match.distances >= 1).any()
    clear = np.arange(before.shape[1]) % 10 > 0
    error = np.abs(match(after) - before)[:, clear]
    assert np.median(error) < 25
    assert np.percentile(error, 95) < 100


def test_a_match_rises_and_its_tails_end():
    match = Match(measure((scene() * 3, None)), TRAINED)
    values = np.tile(np.linspace(-1e6, 1e6, 4001), (3, 1))
    matched = match(values)
    assert matched.dtype == np.float32
    assert (np.diff(matched, axis=1) >= 0).all()
    spans = np.subtract(TRAINED.at(99), TRAINED.at(1))
    assert np.allclose(matched.max(axis=1), np.add(TRAINED.at(99), spans), rtol=1e-4)
    assert np.allclose(matched.min(axis=1), np.subtract(TRAINED.at(1), spans), rtol=1e-4, atol=1)


def test_bytes_stay_bytes():
    trained = measure((RNG.integers(20, 240, (3, 5000)), None))
    own = measure((RNG.integers(90, 110, (3, 5000)), None))
    matched = Match(own, trained, (0, 255))(np.arange(256, dtype=np.uint8)[None].repeat(3, 0))
    assert (matched.min(), matched.max()) == (0, 255)
    assert abs(matched[0, 100] - 130) < 15


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "float32", "float64"])
def test_any_type_of_number_is_matched(dtype):
    values = (scene() / 20).astype(dtype)
    match = Match(measure((values, None)), TRAINED)
    assert np.allclose(np.median(match(values), axis=1), TRAINED.at(50), rtol=0.05)


def test_no_number_stays_none():
    values = scene()
    values[0, 0] = np.nan
    match = Match(measure((values[:, 1:] + 3000, None)), TRAINED)
    assert np.isnan(match(values)[0, 0])
    assert np.isfinite(match(values)[:, 1:]).all()


def test_a_band_of_one_value_becomes_the_middle():
    values = scene()
    values[1] = 7
    match = Match(measure((values, None)), TRAINED)
    assert match(values)[1] == pytest.approx(TRAINED.at(50)[1], rel=0.1)
    flat = BandQuantiles(((5.0,) * len(PERCENTS),) * 3)
    assert (Match(TRAINED, flat)(values) == 5).all()
    assert not Match(flat, flat).is_needed


def test_a_band_that_is_zero_nearly_everywhere_is_matched_by_the_rest():
    values = np.where(RNG.random((1, 20_000)) < 0.8, 0, RNG.normal(50, 5, (1, 20_000)))
    trained = measure((values, None))
    same = Match(measure((values.copy(), None)), trained)
    assert not same.is_needed
    assert Match(measure((values + 200, None)), trained)(np.array([[200.0]])) == pytest.approx(0)


def test_quantiles_come_back_from_json():
    told = TRAINED.to_dict()
    assert np.allclose(read_quantiles(told, 3).values, TRAINED.values, rtol=1e-5)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"version": None},
        {"percents": [5, 50, 95]},
        {"values": TRAINED.to_dict()["values"][:2]},
        {"values": [list(reversed(band)) for band in TRAINED.to_dict()["values"]]},
        {"values": "none"},
        {"values": [["a"] * len(PERCENTS)] * 3},
        {"values": [[None] * len(PERCENTS)] * 3},
    ],
)
def test_what_is_no_quantiles_is_left_out(change):
    assert read_quantiles({**TRAINED.to_dict(), **change}, 3) is None
    assert read_quantiles([], 3) is None
