import json
import re

import numpy as np
import pytest
import rasterio
from affine import Affine
from hypothesis import given
from hypothesis import strategies as st

from crossearth_engine import errors
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.raster.working_grid import WorkingGrid
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.models.test_metadata import broken, write_item

SIDES = st.integers(1, 60)


@given(SIDES, SIDES, SIDES, SIDES, st.integers(1, 20), st.data())
def test_tiles_of_the_working_grid_own_every_pixel_once(sw, sh, w, h, size, data):
    grid = WorkingGrid(sw, sh, w, h)
    owners = np.zeros((sh, sw), int)
    for window in WindowGrid.over(w, h, size, size, Window(0, 0, w, h)):
        tile = window.intersection(Window(0, 0, w, h))
        if tile.col_off % size or tile.row_off % size:
            # Moved inwards: what is left of it is the tile.
            left, top = -(-tile.col_off // size) * size, -(-tile.row_off // size) * size
            tile = tile.intersection(Window(left, top, size, size))
        if tile is None:
            continue
        owned = grid.owned(tile)
        if owned.width and owned.height:
            owners[
                owned.row_off : owned.row_off + owned.height,
                owned.col_off : owned.col_off + owned.width,
            ] += 1
    assert (owners == 1).all()


@given(SIDES, SIDES, SIDES, SIDES, st.data())
def test_what_is_around_a_region_owns_all_of_it(sw, sh, w, h, data):
    grid = WorkingGrid(sw, sh, w, h)
    left, top = data.draw(st.integers(0, sw - 1)), data.draw(st.integers(0, sh - 1))
    region = Window(left, top, data.draw(st.integers(1, sw - left)),
                    data.draw(st.integers(1, sh - top)))  # fmt: skip
    assert grid.owned(grid.around(region)).intersection(region) == region


def test_the_own_grid_changes_nothing():
    grid = WorkingGrid(70, 50, 70, 50)
    window = Window(3, 7, 20, 30)
    assert grid.is_source
    assert grid.around(window) == grid.owned(window) == window
    values = np.arange(600, dtype=np.float32).reshape(1, 30, 20)
    assert np.array_equal(grid.to_raster(values, window, Window(5, 8, 3, 4)), values[:, 1:5, 2:5])


@given(st.integers(1, 60), st.integers(1, 60), st.data())
def test_a_window_owns_the_pixels_whose_centres_lie_in_it(source_size, size, data):
    start = data.draw(st.integers(0, size - 1))
    stop = data.draw(st.integers(start + 1, size))
    grid = WorkingGrid(source_size, source_size, size, size)
    owned = grid.owned(Window(start, start, stop - start, stop - start))
    # Twice the centre of pixel i is 2 i + 1; whole numbers leave no doubt about edges.
    inside = [
        i
        for i in range(source_size)
        if 2 * start * source_size <= (2 * i + 1) * size < 2 * stop * source_size
    ]
    assert list(range(owned.col_off, owned.col_off + owned.width)) == inside
    assert list(range(owned.row_off, owned.row_off + owned.height)) == inside


def bilinear(values: np.ndarray, grid: WorkingGrid) -> np.ndarray:
    """Interpolate (K, h, w) to the whole raster, one axis after the other, by numpy's own means."""
    across, down = grid.scale_xy
    ys = (np.arange(grid.source_height) + 0.5) / down - 0.5
    xs = (np.arange(grid.source_width) + 0.5) / across - 0.5
    rows = np.apply_along_axis(lambda v: np.interp(ys, np.arange(len(v)), v), 1, values)
    return np.apply_along_axis(lambda v: np.interp(xs, np.arange(len(v)), v), 2, rows)


@given(SIDES, SIDES, SIDES, SIDES)
def test_values_are_interpolated_between_pixel_centres(sw, sh, w, h):
    grid = WorkingGrid(sw, sh, w, h)
    values = np.random.default_rng(w).normal(size=(2, h, w)).astype(np.float32)
    whole = Window(0, 0, sw, sh)
    taken_back = grid.to_raster(values, Window(0, 0, w, h), whole)
    assert np.allclose(taken_back, bilinear(values, grid), atol=1e-4)


@pytest.fixture
def half_metre_model(tmp_path):
    """A network without context, trained for 0.3 to 1 m."""
    return write_item(tmp_path / "model")


def blocks(size: int, height: int, width: int) -> np.ndarray:
    """Squares of one colour: means over them are the colour itself."""
    rng = np.random.default_rng(2)
    small = rng.integers(1, 255, (3, height, width)).astype(np.uint8)
    return small.repeat(size, axis=1).repeat(size, axis=2)


def test_a_finer_raster_is_seen_at_the_models_gsd(tmp_path, raster_factory, half_metre_model):
    # 10 cm pixels in blocks of 30 cm, the finest the model knows.
    data = blocks(3, 40, 50)
    fine = raster_factory(data=data, transform=Affine(0.1, 0, 5e5, 0, -0.1, 4e6), name="fine.tif")
    job = RecordedJob()
    result = run(fine, tmp_path / "map.tif", job, model=str(half_metre_model),
                 confidence=str(tmp_path / "confidence.tif"))  # fmt: skip
    assert result["parameters"]["gsd"] == pytest.approx(0.3)
    assert any("of 0.3 m" in text for _, text in job.logs)
    info = find_model(str(half_metre_model))
    x = (data[:, ::3, ::3].astype(np.float32) - 100) / 50
    scores = load_backend(info, "cpu", 1).run(x[None])[0]
    chosen = bilinear(scores, WorkingGrid(150, 120, 50, 40)).argmax(axis=0)
    expected = np.array([item.value for item in info.classes])[chosen]
    assert np.mean(read(tmp_path / "map.tif") == expected) > 0.999
    assert read(tmp_path / "confidence.tif").shape == expected.shape
    assert sum(result["class_area_m2"].values()) == pytest.approx(12 * 15)


def test_a_coarser_raster_is_enlarged_to_the_models_gsd(tmp_path, raster_factory, half_metre_model):
    raster = raster_factory(transform=Affine(2, 0, 5e5, 0, -2, 4e6))
    result = run(raster, tmp_path / "map.tif", model=str(half_metre_model), window=16, overlap=4)
    assert result["parameters"]["gsd"] == pytest.approx(1)
    assert "poorer" in result["warnings"][0]
    assert read(tmp_path / "map.tif").shape == (48, 64)
    assert (read(tmp_path / "map.tif") != 255).all()


def test_enlarging_has_an_end_and_is_told(tmp_path, raster_factory, half_metre_model):
    raster = raster_factory(size=(20, 10), transform=Affine(30, 0, 5e5, 0, -30, 4e6))
    result = run(raster, tmp_path / "map.tif", model=str(half_metre_model))
    assert result["parameters"]["gsd"] == pytest.approx(7.5)
    assert "enlarged to 7.5 m" in result["warnings"][0]


@pytest.mark.parametrize(
    ("pixel", "gsd", "told"),
    [
        (5, 5, "A pixel of the raster measures 5 m.*seen as it is, and the map will be poorer"),
        (5, 10, "reduced to 10 m, and the map will be poorer"),
        (5, 2, "enlarged to 2 m, and the map will be poorer"),
        (0.02, None, "measures 0.02 m.*reduced to 0.3 m: the map has no finer details"),
        (0.02, 0.04, "sees pixels of 0.04 m.*may be unreliable"),
        (0.5, 0.8, None),
    ],
)
def test_what_becomes_of_pixels_outside_the_models_range_is_told(
    tmp_path, raster_factory, half_metre_model, pixel, gsd, told
):
    raster = raster_factory(size=(60, 60), transform=Affine(pixel, 0, 5e5, 0, -pixel, 4e6))
    job = RecordedJob()
    result = run(raster, tmp_path / "map.tif", job, model=str(half_metre_model), gsd=gsd)
    assert [text for level, text in job.logs if level == "warning"] == result["warnings"]
    sentences = [*result["warnings"], *result["notes"]]
    assert len(sentences) == (told is not None)
    assert re.search(told or "", " ".join(sentences))


def test_pixels_in_degrees_become_square_on_the_ground(tmp_path, raster_factory, half_metre_model):
    # At 60 degrees north a degree of longitude is half as long as one of latitude.
    raster = raster_factory(
        size=(100, 100), crs="EPSG:4326", transform=Affine(1e-5, 0, 25, 0, -1e-5, 60)
    )
    job = RecordedJob()
    result = run(
        raster, tmp_path / "map.tif", job, model=str(half_metre_model), window=16, overlap=0
    )
    # 56 by 111 m at 0.79 m, which is a square of the same area as a pixel of 0.56 by 1.11 m.
    assert result["parameters"]["gsd"] == pytest.approx(0.788, abs=0.002)
    assert result["windows"] == 5 * 9
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.shape == (100, 100)


@pytest.mark.parametrize("gsd", [0.3, 1.0, None])
def test_the_map_may_lie_on_the_pixels_that_the_network_sees(
    tmp_path, raster_factory, half_metre_model, gsd
):
    data = blocks(3, 40, 50)
    place = Affine(0.1, 0, 5e5, 0, -0.1, 4e6)
    raster = raster_factory(data=data, transform=place)
    options = {"model": str(half_metre_model), "gsd": gsd, "window": 16, "overlap": 4}
    result = run(raster, tmp_path / "map.tif", grid="model",
                 confidence=str(tmp_path / "confidence.tif"), **options)  # fmt: skip
    pixel = gsd or 0.3
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.shape == (round(12 / pixel), round(15 / pixel))
        assert dataset.bounds == pytest.approx((5e5, 4e6 - 12, 5e5 + 15, 4e6))
        assert dataset.tags()["CROSSEARTH_GRID"] == "model"
        classes = dataset.read(1)
    if pixel == 0.3:
        x = (data[:, ::3, ::3].astype(np.float32) - 100) / 50
        scores = load_backend(find_model(str(half_metre_model)), "cpu", 1).run(x[None])[0]
        assert np.array_equal(classes, np.array([10, 20, 0])[scores.argmax(axis=0)])
    assert sum(result["class_area_m2"].values()) == pytest.approx(12 * 15)
    part = run(raster, tmp_path / "part.tif", grid="model", **options,
               extent=[5e5 + 4.1, 4e6 - 9.1, 5e5 + 9.2, 4e6 - 3.1])  # fmt: skip
    with rasterio.open(tmp_path / "part.tif") as dataset:
        left, top = (dataset.transform.c - 5e5) / pixel, (4e6 - dataset.transform.f) / pixel
        assert left == pytest.approx(int(4.1 / pixel + 1e-9))
        assert top == pytest.approx(int(3.1 / pixel + 1e-9))
        expected = classes[round(top) :, round(left) :][: dataset.height, : dataset.width]
        assert np.array_equal(dataset.read(1), expected)
    assert part["windows"] <= result["windows"]


def test_polygons_take_working_pixels_by_their_centres(tmp_path, raster_factory, half_metre_model):
    raster = raster_factory(size=(100, 80), transform=Affine(0.1, 0, 0, 0, -0.1, 8))
    ring = [[1.4, 1.6], [6.6, 1.6], [6.6, 5.4], [1.4, 5.4], [1.4, 1.6]]
    member = {"type": "name", "properties": {"name": "EPSG:32636"}}
    mask = tmp_path / "mask.geojson"
    mask.write_text(json.dumps({"type": "Polygon", "coordinates": [ring], "crs": member}))
    run(raster, tmp_path / "map.tif", model=str(half_metre_model), gsd=1, grid="model",
        mask=str(mask))  # fmt: skip
    with rasterio.open(tmp_path / "map.tif") as dataset:
        rows, cols = np.nonzero(dataset.read(1) != 255)
        xs, ys = dataset.xy(rows, cols)
    assert sorted({*xs}) == [1.5, 2.5, 3.5, 4.5, 5.5, 6.5]
    assert sorted({*ys}) == [2.5, 3.5, 4.5]


@pytest.mark.parametrize("factor", [0.4, 0.77, 1.9, 5.3])
def test_validity_is_that_of_the_raster_at_any_gsd(
    tmp_path, raster_factory, half_metre_model, factor
):
    rng = np.random.default_rng(4)
    valid = rng.random((61, 83)) > 0.2
    data = rng.integers(1, 255, (3, 61, 83)).astype(np.uint8)
    raster = raster_factory(data=data, mask=valid)
    run(raster, tmp_path / "map.tif", model=str(half_metre_model), gsd=0.5 * factor, window=16,
        overlap=4)  # fmt: skip
    assert np.array_equal(read(tmp_path / "map.tif") != 255, valid)


@pytest.mark.parametrize("how", ["nodata value", "alpha", "internal mask"])
def test_larger_pixels_are_means_of_what_is_valid(tmp_path, raster_factory, half_metre_model, how):
    rng = np.random.default_rng(4)
    valid = rng.random((60, 80)) > 0.7
    data = np.where(valid, np.array([200, 90, 30])[:, None, None], 0).astype(np.uint8)
    plain = raster_factory(
        data=np.full_like(data, 1) * np.array([200, 90, 30], np.uint8)[:, None, None]
    )
    run(plain, tmp_path / "plain.tif", model=str(half_metre_model), gsd=1)
    (expected,) = np.unique(read(tmp_path / "plain.tif"))
    if how == "alpha":
        alpha = np.where(valid, 255, 0).astype(np.uint8)
        raster = raster_factory(
            data=np.concatenate([data, alpha[None]]), colorinterp=["red", "green", "blue", "alpha"]
        )
    elif how == "internal mask":
        raster = raster_factory(data=data, mask=valid)
    else:
        raster = raster_factory(data=data, nodata=0)
    run(raster, tmp_path / "map.tif", model=str(half_metre_model), gsd=1)
    assert np.array_equal(read(tmp_path / "map.tif"), np.where(valid, expected, 255))


def test_extent_and_polygons_hold_at_any_gsd(tmp_path, raster_factory, half_metre_model):
    raster = raster_factory(size=(80, 70), transform=Affine(1, 0, 0, 0, -1, 70))
    options = {"model": str(half_metre_model), "gsd": 3.3, "window": 8, "overlap": 2}
    run(raster, tmp_path / "whole.tif", **options)
    run(raster, tmp_path / "part.tif", extent=[11, 21, 53, 60], **options)
    part = read(tmp_path / "part.tif")
    assert np.array_equal(part, read(tmp_path / "whole.tif")[10:49, 11:53])
    ring = [[20, 20], [50, 20], [50, 60], [20, 20]]
    member = {"type": "name", "properties": {"name": "EPSG:32636"}}
    mask = tmp_path / "mask.geojson"
    mask.write_text(json.dumps({"type": "Polygon", "coordinates": [ring], "crs": member}))
    run(raster, tmp_path / "masked.tif", mask=str(mask), **options)
    masked = read(tmp_path / "masked.tif")
    inside = masked != 255
    assert np.array_equal(masked[inside], read(tmp_path / "whole.tif")[10:50, 20:50][inside])
    assert inside.sum() == pytest.approx(600, abs=40)


@pytest.mark.parametrize("gsd", [0.37, 0.5, 0.9, 2.6])
@pytest.mark.parametrize("has_holes", [False, True])
def test_windows_leave_no_trace_at_any_gsd(tmp_path, raster_factory, color_model, gsd, has_holes):
    """The network has no context: whatever the windows are, its scores are the same."""
    rng = np.random.default_rng(5)
    data = rng.integers(1, 255, (3, 61, 83)).astype(np.uint8)
    valid = np.ones((61, 83), bool)
    if has_holes:
        valid[20:, :47], valid[:33, 60:] = False, False
    raster = raster_factory(data=data, mask=valid, transform=Affine(0.8, 0, 5e5, 0, -0.8, 4e6))
    results = []
    for window, overlap in ((256, 0), (32, 9), (13, 4), (11, 0)):
        files = [tmp_path / f"{kind}-{window}.tif" for kind in ("map", "probabilities")]
        run(raster, files[0], model=str(color_model), gsd=gsd, window=window, overlap=overlap,
            probabilities=str(files[1]))  # fmt: skip
        results.append([read(file) for file in files])
    for classes, probabilities in results[1:]:
        assert np.array_equal(classes != 255, valid)
        # Sums of weighted scores are rounded differently.
        assert np.abs(probabilities.astype(int) - results[0][1])[..., valid].max() <= 1
        assert (classes != results[0][0])[valid].mean() < 0.001
    part = tmp_path / "part.tif"
    run(raster, part, model=str(color_model), gsd=gsd, window=13, overlap=4,
        extent=[5e5 + 12, 4e6 - 40, 5e5 + 50.4, 4e6 - 8])  # fmt: skip
    assert np.array_equal(read(part), results[2][0][10:50, 15:63])


def test_large_steps_are_written_in_strips(tmp_path, raster_factory, half_metre_model, monkeypatch):
    from crossearth_engine.inference import sliding

    raster = raster_factory(size=(300, 200), transform=Affine(0.02, 0, 5e5, 0, -0.02, 4e6))
    run(raster, tmp_path / "one.tif", model=str(half_metre_model), window=8, overlap=2)
    monkeypatch.setattr(sliding, "MAX_STRIP_SCORES", 300)
    run(raster, tmp_path / "two.tif", model=str(half_metre_model), window=8, overlap=2)
    assert np.array_equal(read(tmp_path / "one.tif"), read(tmp_path / "two.tif"))


@pytest.mark.parametrize("gsd", [0, -1, float("inf"), "fine"])
def test_impossible_gsds_are_refused(tmp_path, raster_factory, half_metre_model, gsd):
    with pytest.raises(errors.InvalidRequest):
        run(raster_factory(), tmp_path / "map.tif", model=str(half_metre_model), gsd=gsd)


def test_a_gsd_needs_a_crs(tmp_path, raster_factory, half_metre_model):
    raster = raster_factory(crs=None)
    with pytest.raises(errors.InvalidRequest, match="no CRS"):
        run(raster, tmp_path / "map.tif", model=str(half_metre_model), gsd=0.5)
    run(raster, tmp_path / "map.tif", model=str(half_metre_model))


def test_a_model_without_range_takes_the_raster_as_it_is(tmp_path, raster_factory):
    item = broken(
        write_item(tmp_path / "model"), lambda c: c["properties"].pop("crossearth:gsd_range_m")
    )
    raster = raster_factory(transform=Affine(0.01, 0, 5e5, 0, -0.01, 4e6))
    result = run(raster, tmp_path / "map.tif", model=str(item), window=16, overlap=0)
    assert result["windows"] == 12
