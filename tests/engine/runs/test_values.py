"""Pixels of any type: how they are stretched, and which of them are no data."""

import json

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crossearth_engine import errors
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster import band_statistics, sample
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.stretch import Limits, Stretch, parse_limits
from crossearth_engine.raster.windows import Window
from crossearth_engine.raster.working_grid import WorkingGrid
from tests.engine.conftest import RecordedJob, read, run, save_network
from tests.engine.models.test_metadata import broken, write_item

RGB = ("red", "green", "blue")
TYPES = ["int8", "uint16", "int16", "uint32", "int32", "float32", "float64"]
NODATA = 255


def values_of(dtype: str, shape=(3, 61, 83), seed: int = 0) -> np.ndarray:
    """Skewed values, some negative where the type can be, each band with a range of its own."""
    rng = np.random.default_rng(seed)
    values = rng.gamma(2.0, 1.0, shape) * np.array([1, 2, 4])[:, None, None]
    if dtype == "int8":
        return np.clip(values * 8 - 60, -128, 127).astype(dtype)
    if dtype.startswith("float"):
        return (values * 0.05 - 0.02).astype(dtype)
    if dtype in ("uint32", "int32"):
        # Differences that single precision would lose.
        return (values * 10 + 1_000_000_000).astype(dtype)
    return (values * 400 + 5).astype(dtype)


def expected_map(data, valid, model, limits, target=(0, 255)) -> np.ndarray:
    """The map of a network without context, computed in one go by numpy's own means."""
    info = find_model(str(model))
    low, high = (np.array(limit, np.float64)[:, None, None] for limit in zip(*limits, strict=True))
    span = np.where(high > low, high - low, 1)
    share = np.clip((data - low) / span, 0, 1)
    x = target[0] + share * (target[1] - target[0])
    mean, std = (np.array(v)[:, None, None] for v in (info.mean, info.std))
    x = np.where(valid, (x - mean) / std, 0).astype(np.float32)
    scores = load_backend(info, "cpu", 1).run(x[None])[0]
    chosen = np.array([item.value for item in info.classes])[scores.argmax(axis=0)]
    return np.where(valid, chosen, NODATA)


def same_share(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.mean(one == other))


@pytest.mark.parametrize("dtype", TYPES)
def test_other_types_are_stretched_by_percentiles_of_the_whole(
    tmp_path, raster_factory, color_model, dtype
):
    data = values_of(dtype)
    raster = raster_factory(data=data)
    limits = [np.percentile(band, [2, 98]) for band in data.astype(np.float64)]
    expected = expected_map(data, np.ones(data.shape[1:], bool), color_model, limits)
    job = RecordedJob()
    result = run(raster, tmp_path / "map.tif", job, model=str(color_model), window=16, overlap=4)
    assert same_share(read(tmp_path / "map.tif"), expected) > 0.999
    assert len(np.unique(expected)) > 2
    assert np.allclose(result["stretch"], limits)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_STRETCH"] == str(result["stretch"])
    item = json.loads((tmp_path / "map.json").read_text())
    parameters = item["properties"]["crossearth:processing"]["parameters"]
    assert parameters["stretch"] == result["stretch"]
    # What the model takes is not what the raster has.
    (told,) = (text for _, text in job.logs if "stretched" in text)
    assert told.startswith("The model takes 0 to 255: the raster's values are stretched to 0 to")


@pytest.mark.parametrize("dtype", ["uint8", *TYPES])
def test_windows_and_extents_of_any_type_give_the_map_of_the_whole(tmp_path, raster_factory, dtype):
    item = write_item(tmp_path / "model")
    data = values_of(dtype)
    data[data == 0] = 1
    data[:, :7, :] = 0
    raster = raster_factory(data=data, nodata=0)
    height, width = data.shape[1:]

    @settings(max_examples=3)
    @given(
        st.none() | st.floats(0.3, 2.2),
        st.integers(8, 70).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n // 2))),
        st.tuples(st.integers(0, width - 1), st.integers(1, width)).filter(lambda x: x[0] < x[1]),
        st.tuples(st.integers(0, height - 1), st.integers(8, height)).filter(lambda y: y[0] < y[1]),
    )
    @example(None, (16, 0), (10, 60), (10, 50))
    @example(0.7, (16, 0), (10, 60), (10, 50))
    def check(gsd, window_and_overlap, cols, rows):
        window, overlap = window_and_overlap
        options = {"model": str(item), "gsd": gsd}
        whole = run(raster, tmp_path / "whole.tif", **options, window=300)
        (left, right), (top, bottom) = ((0.5 * n for n in ends) for ends in (cols, rows))
        extent = [500_000 + left, 4_000_000 - bottom, 500_000 + right, 4_000_000 - top]
        part = run(raster, tmp_path / "part.tif", **options, window=window, overlap=overlap,
                   extent=extent)  # fmt: skip
        assert whole["stretch"] == part["stretch"]
        classes = read(tmp_path / "whole.tif")
        if gsd is None:
            expected = classes[slice(*rows), slice(*cols)]
            assert np.array_equal(read(tmp_path / "part.tif"), expected)
        assert (classes[:7] == NODATA).all()
        assert (classes[7:] != NODATA).all()

    check()


@given(st.integers(1, 70), st.integers(1, 70), st.sampled_from(["uint8", "int16", "float32"]),
       st.data())  # fmt: skip
def test_a_window_of_a_working_grid_is_a_part_of_it(tmp_path_factory, width, height, dtype, data):
    rng = np.random.default_rng(width)
    values = rng.integers(0, 100, (1, 31, 43)).astype(dtype)
    valid = rng.random((31, 43)) > 0.3
    grid = WorkingGrid(43, 31, width, height)

    def seen(window):
        reach = grid.reach(window)
        place = reach.slices(Window(0, 0, 43, 31))
        return grid.to_working(values[(slice(None), *place)], valid[place], reach, window)

    whole = seen(Window(0, 0, width, height))
    left, top = data.draw(st.integers(0, width - 1)), data.draw(st.integers(0, height - 1))
    window = Window(left, top, data.draw(st.integers(1, width - left)),
                    data.draw(st.integers(1, height - top)))  # fmt: skip
    part = whole[(slice(None), *window.slices(Window(0, 0, width, height)))]
    assert np.allclose(seen(window), part, rtol=1e-12, atol=0)
    assert whole.min() >= 0
    assert whole.max() <= values[:, valid].max(initial=0) + 1e-3


def test_larger_pixels_are_means_by_area():
    values = np.random.default_rng(0).normal(size=(2, 9, 10)).astype(np.float32)
    grid = WorkingGrid(10, 9, 4, 4)
    seen = grid.to_working(values, np.ones((9, 10), bool), Window(0, 0, 10, 9), Window(0, 0, 4, 4))
    # 20 by 36 smaller pixels, of which whole numbers make the larger ones.
    fine = values.repeat(4, axis=1).repeat(2, axis=2)
    assert np.allclose(seen, fine.reshape(2, 4, 9, 4, 5).mean(axis=(2, 4)), atol=1e-5)


# Limits


def test_the_range_of_a_model_is_what_values_become(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    scaling = [{"type": "z-score", "mean": 1500, "stddev": 700}]
    broken(item, lambda c: c["properties"]["mlm:input"][0].update(value_scaling=scaling))
    broken(item, lambda c: c["properties"].update({"crossearth:value_range": [0, 3000]}))
    data = values_of("int16")
    all_valid = np.ones(data.shape[1:], bool)
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(item))
    limits = [(0, 3000)] * 3
    expected = expected_map(data, all_valid, item, limits, (0, 3000))
    assert same_share(read(tmp_path / "map.tif"), expected) > 0.999
    assert result["stretch"] == [[0, 3000]] * 3
    small = np.clip(data // 16, 0, 255).astype(np.uint8)
    run(raster_factory(data=small), tmp_path / "map.tif", model=str(item))
    expected = expected_map(small, all_valid, item, [(0, 255)] * 3, (0, 3000))
    assert same_share(read(tmp_path / "map.tif"), expected) > 0.999


def test_the_scaling_of_a_model_tells_its_range(tmp_path):
    def value_range(scaling, **properties):
        item = write_item(tmp_path / "m")
        broken(item, lambda c: c["properties"]["mlm:input"][0].update(value_scaling=[scaling]))
        broken(item, lambda c: c["properties"].update(properties))
        return find_model(str(item)).value_range

    assert value_range({"type": "z-score", "mean": 120, "stddev": 60}) == (0, 255)
    assert value_range({"type": "z-score", "mean": 1500, "stddev": 700}) is None
    reflectance = {"type": "min-max", "minimum": 0, "maximum": 10_000}
    assert value_range(reflectance) == (0, 10_000)
    assert value_range(reflectance, **{"crossearth:value_range": None}) is None
    assert value_range(reflectance, **{"crossearth:value_range": [1, 2]}) == (1, 2)
    with pytest.raises(errors.IncompatibleModel, match="range of pixel values"):
        value_range(reflectance, **{"crossearth:value_range": [2, 1]})


@pytest.mark.parametrize("dtype", ["uint8", "int16", "float32"])
def test_a_model_without_range_takes_pixels_as_they_are(tmp_path, raster_factory, dtype):
    item = write_item(tmp_path / "m")
    broken(item, lambda c: c["properties"].update({"crossearth:value_range": None}))
    data = values_of("int16").clip(0, 250).astype(dtype)
    raster = raster_factory(data=data)
    result = run(raster, tmp_path / "map.tif", model=str(item))
    assert result["stretch"] is None
    x = ((data.astype(np.float32) - 100) / 50)[None]
    scores = load_backend(find_model(str(item)), "cpu", 1).run(x)[0]
    assert np.array_equal(read(tmp_path / "map.tif"), np.array([10, 20, 0])[scores.argmax(axis=0)])
    with pytest.raises(errors.InvalidRequest, match="as they are"):
        run(raster, tmp_path / "map.tif", model=str(item), stretch="0,100")


@pytest.mark.parametrize(
    ("stretch", "limits"),
    [("100,900", [(100, 900)] * 3), ("10%,90%", None), ("-5,1e3", [(-5, 1000)] * 3)],
)
def test_a_stretch_can_be_asked_for(tmp_path, raster_factory, color_model, stretch, limits):
    data = values_of("uint16")
    result = run(
        raster_factory(data=data), tmp_path / "map.tif", model=str(color_model), stretch=stretch
    )
    limits = limits or [np.percentile(band, [10, 90]) for band in data]
    expected = expected_map(data, np.ones(data.shape[1:], bool), color_model, limits)
    assert same_share(read(tmp_path / "map.tif"), expected) > 0.999
    assert np.allclose(result["stretch"], limits)


def test_bytes_are_stretched_only_if_asked(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    assert run(raster, tmp_path / "a.tif", model=str(color_model))["stretch"] is None
    same = run(raster, tmp_path / "b.tif", model=str(color_model), stretch="0,255")
    assert same["stretch"] is None
    assert np.array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))
    asked = run(raster, tmp_path / "c.tif", model=str(color_model), stretch="100,120")
    assert asked["stretch"] == [[100, 120]] * 3
    assert not np.array_equal(read(tmp_path / "a.tif"), read(tmp_path / "c.tif"))


def test_no_stretch_means_values_as_they_are(tmp_path, raster_factory, color_model):
    small = values_of("uint8")
    run(raster_factory(data=small, name="8.tif"), tmp_path / "a.tif", model=str(color_model))
    large = raster_factory(data=small.astype(np.uint16), name="16.tif")
    run(large, tmp_path / "b.tif", model=str(color_model), stretch="none")
    assert np.array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))


@pytest.mark.parametrize(
    "text",
    ["", "5", "a,b", "9,1", "1,1", "2%,98", "-1%,50%", "1,2,3", "0,inf", "50%,101%"],
)
def test_stretches_that_are_none_are_told(tmp_path, raster_factory, color_model, text):
    with pytest.raises(errors.InvalidRequest, match="stretch"):
        run(raster_factory(), tmp_path / "map.tif", model=str(color_model), stretch=text)


def test_limits_are_understood():
    assert parse_limits(" None ") is None
    assert parse_limits("2%, 98%") == Limits(2, 98, is_percent=True)
    assert parse_limits("-0.5,1e4") == Limits(-0.5, 10_000)


def test_a_band_of_one_value_is_no_division_by_zero(tmp_path, raster_factory, color_model):
    data = values_of("uint16")
    data[1] = 700
    # Nearly all zero: both percentiles are zero, and what is there is kept.
    data[2] = 0
    data[2, 5, 5:9] = [10, 20, 30, 40]
    with np.errstate(all="raise"):
        result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(color_model))
    assert result["stretch"][1:] == [[700, 700], [0, 40]]
    assert (read(tmp_path / "map.tif") != NODATA).all()


def test_the_stretch_is_linear_and_clipped():
    stretch = Stretch(((10, 20), (-1, 1)), (0, 255))
    pixels = np.array([[[5, 10, 15, 20, 99]], [[-9, -1, 0, 1, 9]]], np.int16)
    assert np.allclose(stretch(pixels), [[[0, 0, 127.5, 255, 255]]] * 2)


@pytest.mark.parametrize("layout", [{"block_size": 32}, {}])
def test_a_sample_stands_for_a_large_raster(raster_factory, monkeypatch, layout):
    monkeypatch.setattr(sample, "MAX_PIXELS", 4_000)
    monkeypatch.setattr(sample, "MAX_BLOCKS", 40)
    monkeypatch.setattr(sample, "MIN_VALID_PIXELS", 100)
    data = values_of("uint16", (3, 700, 800))
    data += (np.arange(800) // 4).astype(np.uint16)
    read_pixels = []
    with RasterSource(raster_factory(data=data, **layout), RGB, None) as source:
        read = source.read
        source.read = lambda w: (read_pixels.append(w.width * w.height), read(w))[1]
        limits = band_statistics.percentile_limits(sample.Sampler(source), 2, 98)
        assert sum(read_pixels) <= 44 * np.prod(source.block_shape)
    for band, (low, high) in zip(data, limits, strict=True):
        below, above = (band < low).mean(), (band > high).mean()
        assert below == pytest.approx(0.02, abs=0.01)
        assert above == pytest.approx(0.02, abs=0.01)


def test_a_mosaic_of_which_little_is_there_is_looked_at_whole(raster_factory, monkeypatch):
    monkeypatch.setattr(sample, "MAX_PIXELS", 4_000)
    monkeypatch.setattr(sample, "MAX_BLOCKS", 9)
    data = np.zeros((3, 600, 600), np.uint16)
    data[:, 333:336, 41:47] = np.arange(100, 118).reshape(3, 6)
    with RasterSource(raster_factory(data=data, nodata=0, block_size=32), RGB, None) as source:
        sampler = sample.Sampler(source)
        assert band_statistics.percentile_limits(sampler, 0, 100) == ((100, 117),) * 3
    with RasterSource(raster_factory(data=data * 0, nodata=0), RGB, None) as source:
        assert band_statistics.percentile_limits(sample.Sampler(source), 2, 98) == ((0, 0),) * 3


# Nodata


def valid_of(path, nodata=None, bands=None, names=RGB) -> np.ndarray:
    with RasterSource(path, names, bands, nodata) as source:
        whole = Window(0, 0, source.width, source.height)
        _, valid = source.read(whole)
        assert np.array_equal(source.read_valid(whole), valid)
        return valid


def some_marked(dtype, value):
    """Data with pixels that hold a value in no, one, two or all three bands."""
    data = np.full((3, 4, 4), 7).astype(dtype)
    for count in range(1, 4):
        data[:count, count] = value
    return data


@pytest.mark.parametrize("how", ["file", "asked"])
def test_a_byte_is_nodata_in_all_bands_and_another_type_in_any(raster_factory, how):
    lowest = float(np.finfo(np.float32).min)
    for dtype, value, first_invalid in (
        *(("uint8", 0, 3), ("uint8", 255, 3), ("int16", -9999, 1), ("uint16", 65535, 1)),
        *(("float32", lowest, 1), ("float64", -1e300, 1)),
    ):
        data = some_marked(dtype, value)
        raster = raster_factory(data=data, nodata=value if how == "file" else None)
        valid = valid_of(raster, str(value) if how == "asked" else None)
        assert valid.all(axis=1).tolist() == [row < first_invalid for row in range(4)]


def test_the_asked_nodata_stands_in_for_the_files(raster_factory):
    data = some_marked("int16", -9999)
    data[:, 0] = 0
    raster = raster_factory(data=data, nodata=0)
    assert valid_of(raster).all(axis=1).tolist() == [False, True, True, True]
    assert valid_of(raster, "-9999").all(axis=1).tolist() == [True, False, False, False]
    # No pixel can have it.
    assert valid_of(raster, "1e9").all()
    assert valid_of(raster, "0.5").all()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("marked", [None, -1.0, np.nan])
def test_what_is_no_number_is_no_data(tmp_path, raster_factory, color_model, value, marked):
    data = values_of("float32", (3, 40, 50))
    data[1, 3:9, 4:11] = value
    raster = raster_factory(data=data, nodata=marked)
    valid = np.ones((40, 50), bool)
    valid[3:9, 4:11] = False
    for gsd in (None, 0.3, 1.7):
        run(raster, tmp_path / "map.tif", model=str(color_model), window=16, overlap=4, gsd=gsd)
        assert np.array_equal(read(tmp_path / "map.tif") != NODATA, valid)
    limits = [np.percentile(band[valid].astype(float), [2, 98]) for band in data]
    run(raster, tmp_path / "map.tif", model=str(color_model))
    expected = expected_map(np.nan_to_num(data), valid, color_model, limits)
    assert same_share(read(tmp_path / "map.tif"), expected) > 0.999


def test_no_number_does_not_reach_the_network(raster_factory):
    pixels = np.full((3, 2, 2), np.nan, np.float32)
    valid = np.zeros((2, 2), bool)
    one = np.ones(3, np.float32)
    assert (normalize(pixels, valid, one, one) == 0).all()


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_alpha_of_any_depth_marks_data(raster_factory, dtype):
    data = np.full((4, 20, 30), 90).astype(dtype)
    data[3] = np.iinfo(dtype).max
    data[3, 4:9] = 1  # hardly to be seen, and there
    data[3, 10:12, 5:9] = 0
    raster = raster_factory(data=data, colorinterp=["red", "green", "blue", "alpha"])
    assert np.array_equal(valid_of(raster), data[3] > 0)


def test_alpha_and_nodata_both_count(raster_factory):
    data = np.full((4, 20, 30), 90, np.uint16)
    data[:3, :5] = 0
    data[3, :, :5] = 0
    raster = raster_factory(data=data, nodata=0, colorinterp=["red", "green", "blue", "alpha"])
    valid = valid_of(raster)
    assert valid[5:, 5:].all()
    assert not valid[:5].any()
    assert not valid[:, :5].any()


@pytest.mark.parametrize("is_internal", [True, False])
@pytest.mark.parametrize("dtype", ["uint8", "float32"])
def test_a_mask_beside_or_inside_the_file_marks_data(tmp_path, dtype, is_internal):
    path = tmp_path / "masked.tif"
    valid = np.random.default_rng(0).random((20, 30)) > 0.4
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=is_internal),
        rasterio.open(path, "w", driver="GTiff", width=30, height=20, count=3, dtype=dtype) as file,
    ):
        file.write(np.ones((3, 20, 30), dtype))
        file.write_mask(valid)
    assert (tmp_path / "masked.tif.msk").exists() != is_internal
    assert np.array_equal(valid_of(path), valid)


@pytest.mark.parametrize(("dtype", "nodata"), [("uint8", 0), ("int16", -9999), ("float32", 7)])
@pytest.mark.parametrize("is_internal", [True, False])
def test_a_mask_and_a_value_of_no_data_both_count(tmp_path, dtype, nodata, is_internal):
    path = tmp_path / "masked.tif"
    valid = np.random.default_rng(0).random((20, 30)) > 0.4
    data = np.full((3, 20, 30), 90, dtype)
    data[:, :5] = nodata
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=is_internal),
        rasterio.open(
            path, "w", driver="GTiff", width=30, height=20, count=3, dtype=dtype, nodata=nodata
        ) as file,
    ):
        file.write(data)
        file.write_mask(valid)
    valid[:5] = False
    assert np.array_equal(valid_of(path), valid)


def test_bands_with_nodata_values_of_their_own(tmp_path, raster_factory):
    data = values_of("int16").clip(1, 900)
    for band, value in enumerate((-1, -2, -3)):
        data[band, band * 10 : band * 10 + 5] = value
    raster_factory(data=data, name="source.tif")
    vrt = tmp_path / "own.vrt"
    bands = "".join(
        f'<VRTRasterBand dataType="Int16" band="{i}"><NoDataValue>{-i}</NoDataValue><SimpleSource>'
        f'<SourceFilename relativeToVRT="1">source.tif</SourceFilename><SourceBand>{i}</SourceBand>'
        "</SimpleSource></VRTRasterBand>"
        for i in (1, 2, 3)
    )
    vrt.write_text(f'<VRTDataset rasterXSize="83" rasterYSize="61">{bands}</VRTDataset>')
    assert np.array_equal(valid_of(vrt), (data > 0).all(axis=0))


# A border that nobody has marked


@pytest.mark.parametrize("dtype", ["uint8", "uint16", "int16", "float32"])
@pytest.mark.parametrize("value", ["lowest", "highest"])
def test_an_unmarked_border_is_hinted_at(tmp_path, raster_factory, color_model, dtype, value):
    data = np.random.default_rng(0).integers(20, 120, (3, 90, 80)).astype(dtype)
    bare = 0
    if value == "highest":
        if dtype not in ("uint8", "uint16"):
            return
        bare = np.iinfo(dtype).max
    rows, cols = np.indices((90, 80))
    data[:, rows + cols < 70] = bare
    data[:, rows + cols > 130] = bare
    raster = raster_factory(data=data)
    job = RecordedJob()
    result = run(raster, tmp_path / "map.tif", job, model=str(color_model))
    (hint,) = (text for text in result["warnings"] if "--nodata" in text)
    assert f"--nodata {bare}" in hint
    assert ("warning", hint) in job.logs
    asked = run(raster, tmp_path / "map.tif", model=str(color_model), nodata=str(bare))
    assert not any("--nodata" in text for text in asked["warnings"])
    assert ((read(tmp_path / "map.tif") == NODATA) == (data[0] == bare)).all()
    marked = run(
        raster_factory(data=data, nodata=bare), tmp_path / "map.tif", model=str(color_model)
    )
    assert not any("--nodata" in text for text in marked["warnings"])


def test_a_border_that_is_not_asked_for_is_not_hinted_at(tmp_path, raster_factory, color_model):
    data = np.random.default_rng(0).integers(20, 120, (3, 90, 80)).astype(np.uint8)
    data[:, :20] = data[:, 70:] = data[:, :, :20] = data[:, :, 60:] = 0
    raster = raster_factory(data=data)
    with rasterio.open(raster) as dataset:
        left, top = dataset.transform @ (25, 25)
        right, bottom = dataset.transform @ (55, 65)
    inner = shapely.box(left, bottom, right, top)
    # Reaches the edge of the raster, but holds no centre of a pixel there.
    mask = inner.union(shapely.box(*dataset.bounds).boundary.buffer(0.01))
    pyogrio.raw.write(
        tmp_path / "mask.gpkg", shapely.to_wkb([mask]), [], [], crs=dataset.crs.to_wkt(),
        geometry_type="Polygon",
    )  # fmt: skip
    for part, is_hinted in (
        ({}, True),
        ({"extent": [left, bottom, right, top]}, False),
        ({"mask": str(tmp_path / "mask.gpkg")}, False),
    ):
        result = run(raster, tmp_path / "map.tif", model=str(color_model), **part)
        assert any("--nodata 0" in text for text in result["warnings"]) == is_hinted
        assert not any("as if it were land" in text for text in result["warnings"])


def test_a_dark_corner_is_no_border(tmp_path, raster_factory, color_model):
    data = np.random.default_rng(0).integers(20, 120, (3, 90, 80)).astype(np.uint8)
    data[:, :20, :20] //= 20
    data[:, 30:60, 30:60] = 255
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(color_model))
    assert not result["warnings"]


def test_a_mean_of_bytes_keeps_its_fraction(tmp_path, raster_factory):
    # Two thirds of a grey level more or less decide.
    weights = np.array([[[[1.0]]], [[[-1.0]]]], np.float32)
    model = save_network(
        tmp_path / "step.onnx",
        weights,
        {
            "standardization_mean": json.dumps([100.5 / 255]),
            "standardization_std": "[1]",
            "resolution": "200",
        },
    )
    data = np.full((1, 60, 60), 100, np.uint8)
    data[0, ::2, ::2] = 103
    data[0, :30] = 100
    raster = raster_factory(data=data, crs="EPSG:32636")
    run(raster, tmp_path / "map.tif", model=str(model), gsd=1)
    classes = read(tmp_path / "map.tif")
    assert (classes[:29] == 1).all()
    assert (classes[31:] == 0).all()
