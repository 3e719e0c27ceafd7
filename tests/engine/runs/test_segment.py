import dataclasses
import errno
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.features import geometry_mask
from rasterio.warp import transform_geom
from rio_cogeo import cog_validate

from crossearth_engine import errors, publishing
from crossearth_engine.inference.load import load_backend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.reader import RasterReader
from tests.engine.conftest import UTM, RecordedJob, read, run, save_network

NODATA = 255


def expected_classes(raster: Path, model: Path) -> np.ndarray:
    """The map of a network without context, computed in one go without any of our windows."""
    info = find_model(str(model))
    with rasterio.open(raster) as dataset:
        pixels = dataset.read([1, 2, 3]).astype(np.float32)
        valid = dataset.dataset_mask() > 0
    mean, std = (np.array(v, np.float32)[:, None, None] for v in (info.mean, info.std))
    backend = load_backend(info, "cpu", 1)
    scores = backend.run(((pixels - mean) / std)[None])[0]
    return np.where(valid, scores.argmax(axis=0), NODATA)


@pytest.mark.parametrize("join", ["average", "taper"])
@pytest.mark.parametrize(("window", "overlap"), [(16, 0), (16, 5), (16, 15), (17, 8), (200, 40)])
def test_windows_give_the_map_of_the_whole(
    tmp_path, raster_factory, color_model, join, window, overlap
):
    raster = raster_factory(size=(83, 61))
    output = tmp_path / "map.tif"
    run(raster, output, model=str(color_model), window=window, overlap=overlap, join=join)
    assert np.array_equal(read(output), expected_classes(raster, color_model))


def test_how_a_path_is_spelled_is_nothing_of_the_map(
    tmp_path, raster_factory, color_model, monkeypatch
):
    raster = raster_factory(size=(83, 61))
    square = [
        [500_005, 3_999_975],
        [500_030, 3_999_975],
        [500_030, 3_999_995],
        [500_005, 3_999_975],
    ]
    polygon = {"type": "Polygon", "coordinates": [square]}
    content = {"type": "Feature", "properties": {}, "geometry": polygon}
    content["crs"] = {"type": "name", "properties": {"name": UTM}}
    (tmp_path / "mask.geojson").write_text(json.dumps(content))
    (tmp_path / "inner").mkdir()
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    maps = set()
    for folder in (tmp_path, ".", "./inner/..", "link", "link/inner/.."):
        mask, model = f"{folder}/mask.geojson", f"{folder}/{color_model.relative_to(tmp_path)}"
        output = tmp_path / "map.tif"
        run(f"{folder}/{raster.name}", output, model=model, mask=mask, window=16, overlap=4)
        maps.add(output.read_bytes())
    assert len(maps) == 1
    with rasterio.open(output) as dataset:
        tags = dataset.tags()
    assert (tags["CROSSEARTH_INPUT"], tags["CROSSEARTH_MASK"]) == (raster.name, "mask.geojson")


@pytest.mark.parametrize("length", [1, 511, 512, 513])
def test_sizes_around_the_window(tmp_path, raster_factory, color_model, length):
    for size in ((length, length), (length, 7), (7, length)):
        raster = raster_factory(size=size)
        output = tmp_path / "map.tif"
        result = run(raster, output, model=str(color_model), window=512, overlap=128)
        assert np.array_equal(read(output), expected_classes(raster, color_model))
        assert sum(item["pixels"] for item in result["classes"]) == size[0] * size[1]


def test_the_networks_scores_are_averaged_by_the_published_rule(
    tmp_path, raster_factory, context_model
):
    raster = raster_factory(size=(90, 70))
    info = find_model(str(context_model))
    backend = load_backend(info, "cpu", 1)
    with rasterio.open(raster) as dataset:
        pixels = dataset.read().astype(np.float32)
    x = (pixels - np.float32(info.mean[0])) / np.float32(info.std[0])
    sums, count = np.zeros((4, 70, 90)), np.zeros((70, 90))
    for top in (0, 21, 38):
        for left in (0, 21, 42, 58):
            place = np.s_[:, top : top + 32, left : left + 32]
            sums[place] += backend.run(x[place][None])[0]
            count[place[1:]] += 1
    run(
        raster,
        tmp_path / "map.tif",
        model=str(context_model),
        window=32,
        overlap=11,
        join="average",
    )
    assert np.mean(read(tmp_path / "map.tif") == (sums / count).argmax(axis=0)) > 0.9999


@pytest.mark.parametrize("gsd", [None, 0.8, 0.3])
def test_a_place_gets_the_same_class_whatever_the_extent(
    tmp_path, raster_factory, context_model, gsd
):
    transform = Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)
    raster = raster_factory(size=(150, 130), transform=transform)
    options = {"model": str(context_model), "window": 48, "overlap": 16, "gsd": gsd}
    run(raster, tmp_path / "whole.tif", **options)
    left, top = transform @ (31, 17)
    right, bottom = transform @ (109, 93)
    run(raster, tmp_path / "part.tif", extent=[left, bottom, right, top], **options)
    assert np.array_equal(read(tmp_path / "part.tif"), read(tmp_path / "whole.tif")[17:93, 31:109])
    with rasterio.open(tmp_path / "part.tif") as part:
        assert part.transform.almost_equals(transform @ Affine.translation(31, 17))


def test_extent_is_cut_to_the_raster_and_grown_to_whole_pixels(
    tmp_path, raster_factory, color_model
):
    raster = raster_factory(size=(20, 20), transform=Affine(1, 0, 0, 0, -1, 20))
    extent = [-5, 17.5, 2.5, 99]
    run(raster, tmp_path / "map.tif", model=str(color_model), extent=extent)
    with rasterio.open(tmp_path / "map.tif") as result:
        assert result.bounds == (0, 17, 3, 20)


@pytest.mark.parametrize("pixels", [(2, 5, 8, 11), (4, 3, 12, 9), (6, 10, 14, 13)])
def test_an_extent_on_edges_of_pixels_takes_no_pixel_more(
    tmp_path, raster_factory, color_model, pixels
):
    # 0.3 is no binary number: edges lie beside themselves, by less than anybody draws.
    raster = raster_factory(size=(20, 20), transform=Affine(0.3, 0, 0.1, 0, -0.3, 50))
    left, top, right, bottom = pixels
    extent = [0.1 + left * 0.3, 50 - bottom * 0.3, 0.1 + right * 0.3, 50 - top * 0.3]
    run(raster, tmp_path / "map.tif", model=str(color_model), extent=extent)
    assert read(tmp_path / "map.tif").shape == (bottom - top, right - left)


def with_border(data: np.ndarray, value: int) -> np.ndarray:
    data = data.copy()
    data[:, :9] = data[:, -5:] = data[:, :, :13] = data[:, :, -3:] = value
    return data


def made_raster(raster_factory, how: str) -> tuple[Path, np.ndarray]:
    """Return a raster with an invalid border marked in some way, and its validity."""
    rng = np.random.default_rng(3)
    data = rng.integers(1, 255, (3, 70, 80)).astype(np.uint8)
    valid = with_border(np.ones((1, 70, 80), bool), 0)[0]
    if how == "nodata value":
        return raster_factory(data=with_border(data, 0), nodata=0), valid
    if how == "alpha":
        alpha = np.where(valid, 255, 0).astype(np.uint8)
        return raster_factory(
            data=np.concatenate([with_border(data, 0), alpha[None]]),
            colorinterp=["red", "green", "blue", "alpha"],
        ), valid
    return raster_factory(data=with_border(data, 255), mask=valid), valid


@pytest.mark.parametrize("how", ["nodata value", "alpha", "internal mask"])
def test_nodata_is_never_classified(tmp_path, raster_factory, color_model, how):
    raster, valid = made_raster(raster_factory, how)
    result = run(
        raster, tmp_path / "map.tif", model=str(color_model), window=16, overlap=4,
        confidence=str(tmp_path / "confidence.tif"),
    )  # fmt: skip
    classes, confidence = read(tmp_path / "map.tif"), read(tmp_path / "confidence.tif")
    assert np.array_equal(classes != NODATA, valid)
    assert np.array_equal(confidence != NODATA, valid)
    assert np.array_equal(classes, expected_classes(raster, color_model))
    assert sum(item["pixels"] for item in result["classes"]) == valid.sum()


def test_the_network_sees_no_wall_where_there_is_no_data(tmp_path, raster_factory, context_model):
    maps = []
    for value in (0, 255):
        rng = np.random.default_rng(3)
        data = with_border(rng.integers(1, 255, (3, 70, 80)).astype(np.uint8), value)
        valid = with_border(np.ones((1, 70, 80), bool), 0)[0]
        raster = raster_factory(data=data, mask=valid)
        run(raster, tmp_path / "map.tif", model=str(context_model), window=32, overlap=8)
        maps.append(read(tmp_path / "map.tif"))
    assert np.array_equal(*maps)


def test_windows_without_valid_pixels_are_not_computed(tmp_path, raster_factory, color_model):
    data = np.zeros((3, 64, 64), np.uint8)
    data[:, 40:50, 3:9] = 77
    raster = raster_factory(data=data, nodata=0)
    result = run(raster, tmp_path / "map.tif", model=str(color_model), window=16, overlap=0)
    assert (result["windows"], result["skipped_windows"]) == (16, 14)


def test_polygons_limit_the_run(tmp_path, raster_factory, color_model):
    transform = Affine(0.5, 0.1, 500_000, 0.1, -0.5, 4_000_000)
    raster = raster_factory(size=(80, 70), transform=transform)
    ring = [transform @ p for p in ((10, 20), (60, 25), (40, 55), (10, 20))]
    polygon = {"type": "Polygon", "coordinates": [ring]}
    lonlat = transform_geom("EPSG:32636", "OGC:CRS84", polygon, precision=12)
    mask = tmp_path / "mask.geojson"
    mask.write_text(json.dumps({"type": "Feature", "properties": {}, "geometry": lonlat}))
    run(raster, tmp_path / "map.tif", model=str(color_model), window=16, overlap=4, mask=str(mask))
    with rasterio.open(tmp_path / "map.tif") as result:
        inside = geometry_mask([polygon], result.shape, result.transform, invert=True)
        assert np.array_equal(result.read(1) != NODATA, inside)
        assert result.width < 80


def test_the_network_sees_what_lies_around_the_polygons(tmp_path, raster_factory, context_model):
    raster = raster_factory(size=(80, 70), transform=Affine(1, 0, 0, 0, -1, 70))
    mask = tmp_path / "mask.geojson"
    ring = [[20, 20], [50, 20], [50, 60], [20, 60], [20, 20]]
    crs = {"type": "name", "properties": {"name": "EPSG:32636"}}
    mask.write_text(json.dumps({"type": "Polygon", "coordinates": [ring], "crs": crs}))
    options = {"model": str(context_model), "window": 100, "overlap": 0}
    run(raster, tmp_path / "whole.tif", **options)
    run(raster, tmp_path / "masked.tif", mask=str(mask), **options)
    assert np.array_equal(read(tmp_path / "masked.tif"), read(tmp_path / "whole.tif")[10:50, 20:50])


def test_bands_are_chosen_by_mapping_by_color_and_by_order(tmp_path, raster_factory, color_model):
    rng = np.random.default_rng(5)
    data = rng.integers(1, 255, (4, 30, 40)).astype(np.uint8)
    rgb = raster_factory(data=data[:3], name="rgb.tif")
    expected = expected_classes(rgb, color_model)
    shuffled = raster_factory(data=data[[3, 2, 1, 0]], name="mapped.tif")
    interpreted = raster_factory(
        data=data[[2, 1, 0, 3]], name="interpreted.tif",
        colorinterp=["blue", "green", "red", "undefined"],
    )  # fmt: skip
    plain = raster_factory(
        data=data, name="plain.tif", colorinterp=["gray", "undefined", "undefined", "undefined"]
    )
    for raster, bands in ((shuffled, [4, 3, 2]), (interpreted, None), (plain, None)):
        run(raster, tmp_path / "map.tif", model=str(color_model), bands=bands)
        assert np.array_equal(read(tmp_path / "map.tif"), expected)


@pytest.mark.parametrize(
    "options",
    [
        {"crs": None},
        {"crs": "EPSG:4326", "transform": Affine(1e-5, 0, 32.5, 0, -1e-5, 0.3)},
        {"transform": Affine(0.4, 0.3, 500_000, 0.3, -0.4, 4_000_000)},
        {"transform": Affine(0.5, 0, 500_000, 0, 0.5, 4_000_000)},
        {"block_size": 16},
    ],
    ids=["no crs", "degrees", "rotated", "south up", "tiled"],
)
def test_the_map_lies_on_the_grid_of_the_raster(tmp_path, raster_factory, color_model, options):
    raster = raster_factory(size=(80, 70), **options)
    run(raster, tmp_path / "map.tif", model=str(color_model), window=32, overlap=8)
    with rasterio.open(raster) as source, rasterio.open(tmp_path / "map.tif") as result:
        assert (result.crs, result.shape) == (source.crs, source.shape)
        assert result.transform.almost_equals(source.transform)
    assert np.array_equal(read(tmp_path / "map.tif"), expected_classes(raster, color_model))


def test_the_result_is_a_cog_that_describes_itself(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(700, 600))
    output, confidence = tmp_path / "map.tif", tmp_path / "confidence.tif"
    result = run(raster, output, model=str(color_model), confidence=str(confidence))
    for path in (output, confidence):
        is_valid, problems, warnings = cog_validate(path)
        assert is_valid, (problems, warnings)
    with rasterio.open(output) as dataset:
        assert dataset.nodata == NODATA
        assert dataset.overviews(1)
        colors = dataset.colormap(1)
        for item in result["classes"]:
            assert "#{:02x}{:02x}{:02x}".format(*colors[item["value"]]) == item["color"]
        tags = dataset.tags()
        assert tags["CROSSEARTH_MODEL"] == "color"
        assert tags["CROSSEARTH_BANDS"] == "[1, 2, 3]"
        assert tags["CROSSEARTH_DEVICE"] == "cpu"
        # Overviews show classes that are there, not means of their numbers.
        assert set(np.unique(dataset.read(1, out_shape=(75, 87)))) <= set(range(4)) | {NODATA}
    percent = read(confidence)
    assert 25 <= percent.min() <= percent.max() <= 100


def test_equal_runs_give_equal_bytes(tmp_path, raster_factory, context_model):
    raster = raster_factory(size=(100, 90))
    for name in ("one.tif", "two.tif"):
        run(raster, tmp_path / name, model=str(context_model), window=32, overlap=8)
    assert (tmp_path / "one.tif").read_bytes() == (tmp_path / "two.tif").read_bytes()


def test_batches_change_nothing(tmp_path, raster_factory, context_model):
    raster, _ = made_raster(raster_factory, "nodata value")
    maps = []
    for batch in (1, 3, 100):
        output = tmp_path / f"{batch}.tif"
        result = run(raster, output, model=str(context_model), window=16, overlap=4, batch=batch)
        assert result["batch"] == batch
        maps.append(read(output))
    assert all(np.array_equal(maps[0], other) for other in maps[1:])


def test_a_network_with_a_fixed_batch_is_fed_whole_batches(tmp_path, raster_factory):
    weights = np.random.default_rng(7).normal(size=(4, 3, 1, 1)).astype(np.float32)
    fixed = save_network(tmp_path / "fixed.onnx", weights, batch=4, size=16)
    free = save_network(tmp_path / "free.onnx", weights)
    raster = raster_factory(size=(50, 40))
    run(raster, tmp_path / "fixed.tif", model=str(fixed))
    run(raster, tmp_path / "free.tif", model=str(free), window=16)
    assert np.array_equal(read(tmp_path / "fixed.tif"), read(tmp_path / "free.tif"))


def test_less_memory_means_smaller_batches(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(64, 64))
    job = RecordedJob()

    def load_small(model, *options):
        backend = load_backend(model, *options)
        run_all = backend.run

        def run_at_most_two(batch, **options):
            if len(batch) > 2:
                raise errors.OutOfMemory(device="cpu", window=16, options="--window 8")
            return run_all(batch, **options)

        backend.run = run_at_most_two
        return backend

    request = SegmentRequest(
        str(raster),
        str(tmp_path / "map.tif"),
        model=str(color_model),
        window=16,
        overlap=0,
        batch=8,
    )
    result = segment(request, job, load_small)
    assert result["batch"] == 2
    assert np.array_equal(read(tmp_path / "map.tif"), expected_classes(raster, color_model))
    assert any("memory" in text for _, text in job.logs)


@pytest.mark.parametrize("most", [2, 0])
def test_memory_that_is_short_around_the_network_is_no_other_matter(
    tmp_path, raster_factory, color_model, most
):
    """As numpy says it, in the mean over flipped windows, or a window at another scale."""
    raster = raster_factory(size=(64, 64))

    def load_small(model, *options):
        backend = load_backend(model, *options)
        run_all = backend.run

        def run_at_most(batch, **options):
            if len(batch) > most:
                raise MemoryError("Unable to allocate 3.00 GiB for an array with shape (8, 100)")
            return run_all(batch, **options)

        backend.run = run_at_most
        return backend

    options = {"model": str(color_model), "window": 16, "overlap": 0, "batch": 8}
    request = SegmentRequest(str(raster), str(tmp_path / "map.tif"), **options)
    if most:
        assert segment(request, RecordedJob(), load_small)["batch"] == most
    else:
        with pytest.raises(errors.OutOfMemory, match="on cpu for one window of 16 pixels"):
            segment(request, RecordedJob(), load_small)


def test_progress_counts_windows_and_tells_the_time_left(tmp_path, raster_factory, color_model):
    job = RecordedJob()
    raster = raster_factory(size=(64, 64))
    run(raster, tmp_path / "map.tif", job, model=str(color_model), window=16, overlap=0)
    windows = [
        told for told, (stage, _) in zip(job.progresses, job.stages, strict=True)
        if stage == "windows"
    ]  # fmt: skip
    assert [done for done, _, _ in windows] == list(range(17))
    assert windows[0] == (0, 16, None)
    assert windows[-1][2] > 0  # the map is still to be written
    assert job.progresses[-1][2] == 0
    assert job.stages[-1] == ("files", 1)


def test_the_network_does_not_wait_for_a_slower_disk(
    tmp_path, raster_factory, color_model, monkeypatch
):
    count = 25
    read_window = RasterReader.read_window
    has_read = [threading.Event() for _ in range(count)]
    unread = iter(has_read)

    def read_and_tell(self, window):
        window = read_window(self, window)
        next(unread).set()
        return window

    monkeypatch.setattr(RasterReader, "read_window", read_and_tell)
    following = iter([*has_read[1:], has_read[-1]])

    def load_patient(model, *options):
        backend = load_backend(model, *options)
        run_at_once = backend.run

        def run_until_the_next_is_read(batch, **options):
            # If reading waited for the network, each would wait for the other here.
            assert next(following).wait(60)
            return run_at_once(batch, **options)

        backend.run = run_until_the_next_is_read
        return backend

    raster = raster_factory(size=(160, 160))
    options = {"model": str(color_model), "window": 32, "overlap": 0}
    request = SegmentRequest(str(raster), str(tmp_path / "map.tif"), **options)
    segment(request, RecordedJob(), load_patient)
    assert next(following, None) is None


def test_what_finishing_needs_is_loaded_while_windows_are_computed(
    tmp_path, raster_factory, color_model
):
    outputs = {"report": str(tmp_path / "report.html"), "polygons": str(tmp_path / "p.gpkg")}
    request = {
        "input": str(raster_factory(size=(64, 64))),
        "output": str(tmp_path / "map.tif"),
        "model": str(color_model),
        "precision": "fp32",
        **outputs,
    }
    # In a process that has loaded nothing: what is there when the windows are done?
    code = f"""if True:
        import sys
        from crossearth_engine.inference import segment as module
        from crossearth_engine.inference.request import SegmentRequest
        from crossearth_engine.job import Job
        finish, needed = module.finish, ("map.map_item", "map.geopackage", "reports.map")
        names = ["crossearth_engine." + name for name in needed]
        def told(*given):
            print([name for name in names if name in sys.modules])
            return finish(*given)
        print([name for name in names if name in sys.modules])
        module.finish = told
        module.segment(SegmentRequest(**{request!r}), Job(lambda *_: None, lambda *_: None))
    """
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, after = ended.stdout.splitlines()
    assert before == "[]"
    assert after.count("crossearth_engine") == 3


def assert_nothing_left(folder: Path, *kept: Path):
    assert sorted(folder.iterdir()) == sorted(kept)


@pytest.mark.parametrize("window_count", [0, 3, 15])
def test_cancel_leaves_nothing(tmp_path, raster_factory, color_model, window_count):
    raster = raster_factory(size=(64, 64))
    with pytest.raises(errors.JobCanceled):
        run(
            raster, tmp_path / "map.tif", RecordedJob(cancel_at=window_count),
            model=str(color_model), window=16, overlap=0,
        )  # fmt: skip
    assert_nothing_left(tmp_path, raster, color_model)


def test_cancel_does_not_wait_for_the_network(tmp_path, raster_factory):
    # A chain of convolutions that takes a minute for one window.
    import onnx
    from onnx import TensorProto, helper

    weights = np.zeros((32, 32, 9, 9), np.float32)
    nodes = [helper.make_node("Tile", ["x", "repeats"], ["z0"])]
    nodes += [
        helper.make_node("Conv", [f"z{i}", "w"], [f"z{i + 1}"], pads=[4] * 4) for i in range(200)
    ]
    graph = helper.make_graph(
        nodes, "slow",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["B", 2, 512, 512])],
        [helper.make_tensor_value_info("z200", TensorProto.FLOAT, ["B", 32, 512, 512])],
        [helper.make_tensor("w", TensorProto.FLOAT, weights.shape, weights.ravel()),
         helper.make_tensor("repeats", TensorProto.INT64, [4], [1, 16, 1, 1])],
    )  # fmt: skip
    model = tmp_path / "slow.onnx"
    onnx.save(
        helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), model
    )
    raster = raster_factory(size=(512, 512), count=2)
    job = RecordedJob()
    windows = []

    def load_and_cancel(model, *options):
        backend = load_backend(model, *options)
        run_whole = backend.run

        def run_canceled(batch, **options):
            threading.Timer(1, job.cancel).start()
            windows.append("begun")
            scores = run_whole(batch, **options)
            windows.append("done")
            return scores

        backend.run = run_canceled
        return backend

    request = SegmentRequest(str(raster), str(tmp_path / "map.tif"), model=str(model))
    with pytest.raises(errors.JobCanceled):
        segment(request, job, load_and_cancel)
    assert windows == ["begun"]
    assert_nothing_left(tmp_path, raster, model)


BAD_REQUESTS = [
    ({"overlap": 64, "window": 64}, errors.InvalidRequest),
    ({"overlap": 99, "window": 64}, errors.InvalidRequest),
    ({"overlap": -1}, errors.InvalidRequest),
    ({"window": 0}, errors.InvalidRequest),
    ({"batch": 0}, errors.InvalidRequest),
    ({"threads": 0}, errors.InvalidRequest),
    ({"join": "feather"}, errors.InvalidRequest),
    ({"grid": "hexagons"}, errors.InvalidRequest),
    ({"extent": [5, 5, 1, 9]}, errors.InvalidRequest),
    ({"extent": [0, 0, 10, 10]}, errors.NoIntersection),
    ({"bands": [1, 2]}, errors.WrongBandCount),
    ({"bands": [1, 2, 9]}, errors.InvalidRequest),
    ({"bands": [0, 1, 2]}, errors.InvalidRequest),
    ({"device": "cuda:0"}, errors.DeviceUnavailable),
    ({"device": "abacus"}, errors.DeviceUnavailable),
    ({"precision": "fp8"}, errors.InvalidRequest),
    ({"precision": 16}, errors.InvalidRequest),
    ({"precision": "int8"}, errors.PrecisionUnavailable),
    ({"model": "no-such-model"}, errors.ModelNotFound),
    ({"mask": "no-such-file.geojson"}, errors.UnreadableMask),
    ({"window": "many"}, errors.InvalidRequest),
    ({"windows": 3}, errors.InvalidRequest),
]


@pytest.mark.parametrize(("options", "error"), BAD_REQUESTS)
def test_bad_requests_are_told_and_leave_nothing(
    tmp_path, raster_factory, color_model, options, error
):
    raster = raster_factory(size=(64, 64))
    with pytest.raises(error) as caught:
        run(raster, tmp_path / "map.tif", **{"model": str(color_model), **options})
    assert str(caught.value).endswith(".")
    assert_nothing_left(tmp_path, raster, color_model)


@pytest.mark.parametrize("dtype", ["complex64", "complex128"])
def test_complex_numbers_are_refused(tmp_path, raster_factory, color_model, dtype):
    raster = raster_factory(dtype=dtype)
    with pytest.raises(errors.UnsupportedType, match=dtype):
        run(raster, tmp_path / "map.tif", model=str(color_model))


def test_too_few_bands_are_refused(tmp_path, raster_factory, color_model):
    with pytest.raises(errors.WrongBandCount, match=r"needs 3 bands \(red, green, blue\)"):
        run(raster_factory(count=2), tmp_path / "map.tif", model=str(color_model))


def test_a_band_that_is_not_there_is_named(tmp_path, raster_factory, color_model):
    raster = raster_factory(count=4)
    with pytest.raises(errors.InvalidRequest, match=r"no band 9: its bands .* from 1 to 4"):
        run(raster, tmp_path / "map.tif", model=str(color_model), bands=[1, 2, 9])


def test_missing_unreadable_and_truncated_rasters_are_told(tmp_path, raster_factory, color_model):
    text = tmp_path / "text.tif"
    text.write_text("this is no raster")
    truncated = raster_factory(size=(300, 300), name="truncated.tif")
    truncated.write_bytes(truncated.read_bytes()[:50_000])
    folder = tmp_path / "folder.tif"
    folder.mkdir()
    empty = tmp_path / "empty.tif"
    empty.touch()
    for raster, why in (
        (tmp_path / "missing.tif", "No such file"),
        (text, "not recognized"),
        (truncated, ""),
        (folder, "it is a folder"),
        (empty, "the file is empty"),
    ):
        with pytest.raises(errors.UnreadableRaster, match=f"{raster.name}.*{why}"):
            run(raster, tmp_path / "map.tif", model=str(color_model), window=64)
    assert not list(tmp_path.glob("map*"))


def test_all_nodata_is_told(tmp_path, raster_factory, color_model):
    raster = raster_factory(data=np.zeros((3, 40, 40), np.uint8), nodata=0)
    with pytest.raises(errors.NoValidPixels):
        run(raster, tmp_path / "map.tif", model=str(color_model))
    assert_nothing_left(tmp_path, raster, color_model)


def test_writing_over_the_input_is_refused(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    link = tmp_path / "link.tif"
    link.symlink_to(raster)
    before = raster.read_bytes()
    for output in (raster, link):
        with pytest.raises(errors.OutputIsInput):
            run(raster, output, model=str(color_model))
    with pytest.raises(errors.OutputIsInput):
        run(raster, tmp_path / "map.tif", model=str(color_model), confidence=str(raster))
    assert raster.read_bytes() == before


def test_outputs_that_cannot_be_written_are_told(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    with pytest.raises(errors.OutputNotWritable):
        run(raster, tmp_path / "no" / "such" / "folder" / "map.tif", model=str(color_model))
    with pytest.raises(errors.InvalidRequest, match="GeoTIFF"):
        run(raster, tmp_path / "map.png", model=str(color_model))
    output = tmp_path / "map.tif"
    beside = tmp_path / "maps"
    beside.mkdir()
    with pytest.raises(errors.InvalidRequest, match="name of its own"):
        run(
            raster, beside / "map.tif", model=str(color_model),
            confidence=str(beside / ".." / "maps" / "map.tif"),
        )  # fmt: skip
    with pytest.raises(errors.InvalidRequest, match="name of its own"):
        run(raster, output, model=str(color_model), confidence=str(output))


@pytest.mark.skipif(os.name == "nt", reason="permissions are another matter on Windows")
def test_read_only_folder_is_told(tmp_path, raster_factory, color_model, monkeypatch):
    folder = tmp_path / "read-only"
    folder.mkdir()
    folder.chmod(0o555)
    if os.access(folder, os.W_OK):
        # Root may write everywhere: say what anybody else would be told.
        def mkdir(self):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))

        monkeypatch.setattr(Path, "mkdir", mkdir)
    with pytest.raises(errors.OutputNotWritable, match="Permission denied"):
        run(raster_factory(), folder / "map.tif", model=str(color_model))


def test_a_disk_that_fills_up_in_mid_run_is_told(
    tmp_path, raster_factory, color_model, monkeypatch
):
    raster = raster_factory(size=(64, 64))
    writes = []

    def write(self, values, window):
        writes.append(window)
        if len(writes) == 5:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Pyramid, "write", write)
    with pytest.raises(errors.DiskFull):
        run(raster, tmp_path / "map.tif", model=str(color_model), window=16, overlap=0)
    assert_nothing_left(tmp_path, raster, color_model)


def test_a_disk_that_is_too_small_is_told_before_the_start(
    tmp_path, raster_factory, color_model, monkeypatch
):
    monkeypatch.setattr(
        publishing.shutil, "disk_usage", lambda path: dataclasses.make_dataclass("U", ["free"])(100)
    )
    job = RecordedJob()
    with pytest.raises(errors.NotEnoughSpace, match="are free"):
        run(raster_factory(), tmp_path / "map.tif", job, model=str(color_model))
    assert not job.progresses


def test_outputs_share_what_is_free_on_a_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(
        publishing.shutil, "disk_usage", lambda path: dataclasses.make_dataclass("U", ["free"])(100)
    )
    publishing.check_free_space({tmp_path / "a.tif": 60, tmp_path / "b.tif": 40})
    with pytest.raises(errors.NotEnoughSpace, match="120 bytes are needed"):
        publishing.check_free_space({tmp_path / "a.tif": 60, tmp_path / "b.tif": 60})


def test_an_existing_result_survives_a_failed_run(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(64, 64))
    output = tmp_path / "map.tif"
    run(raster, output, model=str(color_model), window=16, overlap=0)
    before = output.read_bytes()
    with pytest.raises(errors.JobCanceled):
        run(raster, output, RecordedJob(cancel_at=3), model=str(color_model), window=16)
    assert output.read_bytes() == before


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    left_over = tmp_path / "map.tif.partial"
    left_over.mkdir()
    (left_over / "crossearth.lock").touch()
    (left_over / "scratch.tif").write_text("half a file")
    run(raster, tmp_path / "map.tif", model=str(color_model))
    assert not left_over.exists()


def test_a_raster_without_crs_is_measured_in_pixels(tmp_path, raster_factory, color_model):
    job = RecordedJob()
    result = run(raster_factory(crs=None), tmp_path / "map.tif", job, model=str(color_model))
    assert all(item["area_m2"] is None for item in result["classes"])
    assert sum(item["percent"] for item in result["classes"]) == pytest.approx(100)
    assert any("no CRS" in text for level, text in job.logs if level == "info")


MEMORY_SCRIPT = """
import sys
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
job = Job(lambda *a: None, lambda *a: None)
raster, output, model = sys.argv[1:]
request = SegmentRequest(raster, output, model=model, window=512, overlap=128, threads=1)
result = segment(request, job)
print(result["peak_rss_mb"])
"""


@pytest.mark.slow
def test_memory_does_not_grow_with_the_raster(tmp_path, color_model):
    peaks = []
    for size in (2048, 8192):
        raster = tmp_path / f"{size}.tif"
        with rasterio.open(
            raster, "w", driver="GTiff", width=size, height=size, count=3, dtype="uint8",
            tiled=True, blockxsize=512, blockysize=512, compress="deflate",
        ) as dataset:  # fmt: skip
            rng = np.random.default_rng(0)
            block = rng.integers(1, 255, (3, 512, 512)).astype(np.uint8)
            for _, window in dataset.block_windows(1):
                dataset.write(block, window=window)
        arguments = [str(raster), str(tmp_path / "map.tif"), str(color_model)]
        done = subprocess.run(
            [sys.executable, "-c", MEMORY_SCRIPT, *arguments],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        peaks.append(float(done.stdout))
    assert peaks[1] < 1.25 * peaks[0], peaks


def test_strips_are_decoded_once_for_a_row_of_windows(
    tmp_path, raster_factory, color_model, monkeypatch
):
    raster = raster_factory(size=(700, 600))
    with rasterio.open(raster) as dataset:
        assert not dataset.profile["tiled"]
    asked = []
    real = rasterio.Env

    def env(**options):
        asked.extend(value for name, value in options.items() if name == "GDAL_CACHEMAX")
        return real(**options)

    monkeypatch.setattr(rasterio, "Env", env)
    monkeypatch.setattr("crossearth_engine.raster.source.MIN_CACHE_BYTES", 0)
    run(raster, tmp_path / "map.tif", model=str(color_model), window=128, overlap=32)
    # In bytes, which is what rasterio passes on: 128 rows and a strip of three bands at least.
    assert asked[-1] >= 128 * 700 * 3
    # The look before it decodes each block once, and has GDAL keep no more than it needs.
    assert len(asked) >= 2
    assert 0 < asked[0] <= asked[-1]
