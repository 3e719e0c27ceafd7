"""Inputs and circumstances that somebody has met or made, and what must not come of them."""

import json
import subprocess
import sys
import threading
import time

import numpy as np
import pytest
import rasterio
from affine import Affine

from crossearth_engine import errors
from crossearth_engine.inference.classify import kind_of_scores
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared import protocol
from tests.engine.conftest import RecordedJob, read, run, save_network
from tests.engine.models.test_metadata import broken, write_item
from tests.engine.test_worker import segment_request, worker  # noqa: F401 - a fixture

EQUATOR = {"transform": Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)}


@pytest.mark.parametrize(
    "line",
    [b"[" * 100_000, b'{"type": "hello", "protocol_version": [1e999, 0]}',
     b'{"type": "run", "job_id": ["a"], "command": "devices", "arguments": {}}',
     b'{"type": "run", "job_id": "a", "command": "devices", "arguments": []}'],
    ids=["nested", "infinite version", "list as id", "list of arguments"],
)  # fmt: skip
def test_hostile_messages_end_the_worker(worker, line):  # noqa: F811
    worker.process.stdin.write(line + b"\n")
    worker.process.stdin.flush()
    worker.process.wait(timeout=60)


def test_two_jobs_of_one_id_end_the_worker(worker):  # noqa: F811
    worker.send(protocol.Run("a", "devices"))
    worker.send(protocol.Run("a", "devices"))
    worker.process.wait(timeout=60)


def test_a_path_that_is_no_text_is_told(worker, tmp_path, color_model):  # noqa: F811
    worker.send(segment_request("a", "\udcff.tif", tmp_path / "map.tif", color_model))
    assert worker.reply("a")[0].code == "unreadable-raster"


def test_a_canceled_job_that_cannot_be_stopped_does_not_outlive_the_parent(
    worker,  # noqa: F811
    tmp_path,
    raster_factory,
    color_model,
):
    import os

    pipe = tmp_path / "pipe.tif"
    os.mkfifo(pipe)
    # Opening it waits for a writer, in a library, for ever.
    worker.send(segment_request("a", pipe, tmp_path / "map.tif", color_model))
    time.sleep(1)
    worker.process.stdin.close()
    worker.process.wait(timeout=60)


# Files of others


def test_the_mask_is_not_overwritten_by_a_sidecar(tmp_path, raster_factory, color_model):
    mask = tmp_path / "map.json"
    ring = [[500_000, 3_999_990], [500_020, 3_999_990], [500_020, 4_000_000], [500_000, 3_999_990]]
    crs = {"type": "name", "properties": {"name": "EPSG:32636"}}
    content = json.dumps({"type": "Polygon", "coordinates": [ring], "crs": crs})
    mask.write_text(content)
    with pytest.raises(errors.OutputIsInput, match=r"map\.json"):
        run(raster_factory(), tmp_path / "map.tif", model=str(color_model), mask=str(mask))
    assert mask.read_text() == content


def test_the_model_is_not_overwritten_by_a_sidecar(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    before = item.read_text()
    with pytest.raises(errors.OutputIsInput):
        run(raster_factory(), tmp_path / "m" / "model.tif", model=str(item))
    assert item.read_text() == before


@pytest.mark.parametrize("name", ["map.qml", "map.json"])
def test_files_that_are_not_ours_are_not_overwritten(tmp_path, raster_factory, color_model, name):
    (tmp_path / name).write_text("{}")
    with pytest.raises(errors.OutputNotWritable, match="belongs to something else"):
        run(raster_factory(), tmp_path / "map.tif", model=str(color_model))
    assert (tmp_path / name).read_text() == "{}"


def test_a_folder_in_the_way_is_told_and_kept(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    for name in ("map.tif", "map.tif.partial"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "thesis.doc").write_text("years of work")
        with pytest.raises(errors.OutputNotWritable):
            run(raster, tmp_path / "map.tif", model=str(color_model))
        assert (folder / "thesis.doc").read_text() == "years of work"
        (folder / "thesis.doc").unlink()
        folder.rmdir()


def test_two_runs_to_one_output_are_refused(tmp_path, raster_factory, color_model):
    raster = raster_factory()
    output = tmp_path / "map.tif"
    job = RecordedJob()
    refused = []

    def log(level, text):
        if "Writing" in text:
            with pytest.raises(errors.OutputNotWritable, match="another run") as caught:
                run(raster, output, model=str(color_model))
            refused.append(caught)

    job.log = log
    run(raster, output, job, model=str(color_model))
    assert refused
    assert output.exists()


def test_the_folder_of_the_confidence_is_checked_before_the_start(
    tmp_path, raster_factory, color_model
):
    job = RecordedJob()
    confidence = tmp_path / "nowhere" / "confidence.tif"
    with pytest.raises(errors.OutputNotWritable, match="nowhere"):
        run(raster_factory(), tmp_path / "map.tif", job, model=str(color_model),
            confidence=str(confidence))  # fmt: skip
    assert not job.progresses


# What is wanted


def test_a_polygon_smaller_than_a_working_pixel_is_classified(tmp_path, raster_factory):
    item = write_item(tmp_path / "model")
    raster = raster_factory(size=(80, 70), transform=Affine(0.1, 0, 0, 0, -0.1, 7))
    crs = {"type": "name", "properties": {"name": "EPSG:32636"}}
    squares = [
        [[[x, y], [x + 0.1, y], [x + 0.1, y + 0.1], [x, y + 0.1], [x, y]]]
        for x, y in ((1.0, 1.0), (6.3, 5.2), (7.9, 0.0))
    ]
    mask = tmp_path / "mask.geojson"
    mask.write_text(json.dumps({"type": "MultiPolygon", "coordinates": squares, "crs": crs}))
    options = {"model": str(item), "gsd": 1, "window": 2, "overlap": 0}
    result = run(raster, tmp_path / "masked.tif", mask=str(mask), **options)
    assert sum(c["pixels"] for c in result["classes"]) == 3
    run(raster, tmp_path / "whole.tif", **options)
    with (
        rasterio.open(tmp_path / "masked.tif") as part,
        rasterio.open(tmp_path / "whole.tif") as whole,
    ):
        masked = part.read(1)
        expected = whole.read(1, window=whole.window(*part.bounds).round())
    inside = masked != 255
    assert inside.sum() == 3
    assert np.array_equal(masked[inside], expected[inside])


def test_isolated_valid_pixels_are_classified_at_any_gsd(tmp_path, raster_factory):
    item = write_item(tmp_path / "model")
    valid = np.zeros((300, 300), bool)
    valid[::97, ::89] = True
    data = np.random.default_rng(0).integers(1, 255, (3, 300, 300)).astype(np.uint8)
    raster = raster_factory(data=data, mask=valid, transform=Affine(0.01, 0, 5e5, 0, -0.01, 4e6))
    run(raster, tmp_path / "map.tif", model=str(item), window=4, overlap=1)
    assert np.array_equal(read(tmp_path / "map.tif") != 255, valid)


def test_a_band_that_is_not_used_does_not_make_pixels_valid(tmp_path, raster_factory, color_model):
    data = np.zeros((4, 40, 40), np.uint8)
    data[:3, 10:30, 10:30] = 90
    data[3] = 200
    raster = raster_factory(data=data, nodata=0, colorinterp=["red", "green", "blue", "undefined"])
    result = run(raster, tmp_path / "map.tif", model=str(color_model), bands=[1, 2, 3])
    assert sum(c["pixels"] for c in result["classes"]) == 400


def test_alpha_is_no_band_of_data(tmp_path, raster_factory):
    weights = np.ones((2, 4, 1, 1), np.float32)
    model = save_network(tmp_path / "four.onnx", weights)
    data = np.full((4, 20, 20), 100, np.uint8)
    raster = raster_factory(data=data, colorinterp=["red", "green", "blue", "alpha"])
    with pytest.raises(errors.WrongBandCount):
        run(raster, tmp_path / "map.tif", model=str(model))


def test_bands_without_a_colour_fill_the_rest(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    bands = ["red", "green", "blue", "near infrared"]
    broken(item, lambda c: c["properties"]["mlm:input"][0].update(bands=bands))
    save_network(item.with_name("model.onnx"), np.ones((3, 4, 1, 1), np.float32))
    broken(item, lambda c: c["assets"]["model"].pop("file:checksum"))
    raster = raster_factory(count=4, colorinterp=["blue", "green", "red", "undefined"])
    result = run(raster, tmp_path / "map.tif", model=str(item))
    assert result["parameters"]["bands"] == [3, 2, 1, 4]


# Places


def test_the_antimeridian_is_no_end_of_the_world():
    for crs, transform, method in (
        ("EPSG:4326", Affine(1e-4, 0, 179.9975, 0, -1e-4, 1), "ellipsoidal"),
        ("EPSG:32660", Affine(10, 0, 833_900, 0, -10, 100_000), "planar"),
    ):
        area = PixelArea(rasterio.CRS.from_user_input(crs), transform, 50, 50)
        expected = 10 if crs == "EPSG:32660" else 11.1
        assert area.gsd_xy_m == pytest.approx((expected, expected), rel=0.01)
        assert area.method == method
        assert area.middle_m2(Window(0, 0, 50, 50)) == pytest.approx(expected**2, rel=0.02)


def test_the_pole_has_an_area():
    crs = rasterio.CRS.from_epsg(3413)
    area = PixelArea(crs, Affine(100, 0, -25_000, 0, -100, 25_000), 500, 500)
    assert area.middle_m2(Window(0, 0, 200, 200)) == pytest.approx(100**2 * 1.06, rel=0.02)


def test_a_local_grid_without_a_place_is_segmented(tmp_path, raster_factory, color_model):
    wkt = 'LOCAL_CS["site",UNIT["metre",1]]'
    raster = raster_factory(crs=wkt)
    result = run(raster, tmp_path / "map.tif", model=str(color_model))
    assert sum(c["pixels"] for c in result["classes"]) == 64 * 48
    assert json.loads((tmp_path / "map.json").read_text())["geometry"] is None


def test_pixels_without_size_are_refused(tmp_path, raster_factory, color_model):
    raster = raster_factory(transform=Affine(0, 0, 500_000, 0, 0, 4_000_000))
    with pytest.raises(errors.UnreadableRaster, match="no size"):
        run(raster, tmp_path / "map.tif", model=str(color_model))


# Networks


def test_scores_that_are_no_numbers_are_told(tmp_path, raster_factory):
    weights = np.full((2, 3, 1, 1), np.nan, np.float32)
    model = save_network(tmp_path / "nan.onnx", weights)
    with pytest.raises(errors.IncompatibleModel, match="not numbers"):
        run(raster_factory(), tmp_path / "map.tif", model=str(model))


def test_logits_without_softmax_are_seen_as_such(tmp_path, raster_factory):
    weights = (np.random.default_rng(7).normal(size=(4, 3, 1, 1)) * 5).astype(np.float32)
    maps = []
    for activation in ("Softmax", "Identity"):
        model = save_network(tmp_path / "m.onnx", weights, activation=activation)
        confidence = tmp_path / f"{activation}.tif"
        run(raster_factory(), tmp_path / "map.tif", model=str(model), confidence=str(confidence))
        maps.append((read(tmp_path / "map.tif"), read(confidence).astype(int)))
    assert np.array_equal(maps[0][0], maps[1][0])
    assert np.abs(maps[0][1] - maps[1][1]).max() <= 1
    assert maps[0][1].min() >= 25


def test_one_channel_of_logits_is_a_probability_after_all(tmp_path, raster_factory):
    weights = np.full((1, 3, 1, 1), 9.0, np.float32)
    data = np.full((3, 20, 20), 200, np.uint8)
    model = save_network(tmp_path / "m.onnx", weights, activation="Identity")
    confidence = tmp_path / "confidence.tif"
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(model),
        confidence=str(confidence))  # fmt: skip
    assert (read(tmp_path / "map.tif") == 1).all()
    assert (read(confidence) == 100).all()


def test_kinds_of_scores():
    for channels, value, kind in (
        *((4, 0.25, "probabilities"), (1, 0.7, "probabilities"), (4, 25, "probabilities")),
        *((4, 0.5, "logits"), (2, -1.0, "logits"), (4, 50, "logits"), (1, 7, "logits")),
    ):
        assert kind_of_scores(np.full((1, channels, 2, 2), value, np.float32)) == (kind, None)


def test_class_numbers_without_names_are_refused(tmp_path, raster_factory):
    import onnx
    from onnx import TensorProto, helper

    graph = helper.make_graph(
        [helper.make_node("ArgMax", ["x"], ["y"], axis=1)],
        "classes",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["B", 3, "H", "W"])],
        [helper.make_tensor_value_info("y", TensorProto.INT64, ["B", 1, "H", "W"])],
    )
    opset = [helper.make_opsetid("", 17)]
    model = tmp_path / "classes.onnx"
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), model)
    with pytest.raises(errors.IncompatibleModel, match="nothing tells how many classes"):
        run(raster_factory(), tmp_path / "map.tif", model=str(model))


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c["properties"]["mlm:input"][0]["value_scaling"][0].update(stddev=0),
        lambda c: c["properties"].update({"crossearth:gsd_range_m": [2, 1]}),
        lambda c: c["properties"].update({"crossearth:overlap": 64}),
        lambda c: c["assets"]["model"].update(href="x" * 5000),
        lambda c: c["properties"]["mlm:output"][0]["classification:classes"][0].update(name="b"),
        lambda c: c["properties"]["mlm:output"][0]["classification:classes"][0].update(name="\0"),
    ],
)
def test_metadata_that_cannot_be_worked_with_is_refused(tmp_path, raster_factory, change):
    item = broken(write_item(tmp_path / "m"), change)
    with pytest.raises(errors.IncompatibleModel):
        run(raster_factory(), tmp_path / "map.tif", model=str(item))


def test_hostile_metadata_is_told(tmp_path, raster_factory):
    item = write_item(tmp_path / "m")
    for text in ("[" * 100_000, '{"gsd": NaN}'):
        item.write_text(text)
        with pytest.raises(errors.UnreadableModel):
            run(raster_factory(), tmp_path / "map.tif", model=str(item))
    for name in ("x" * 5000, "~nobody-at-all/x"):
        with pytest.raises(errors.ModelNotFound):
            run(raster_factory(), tmp_path / "map.tif", model=name)
    with pytest.raises(errors.InvalidRequest, match="zero byte"):
        run(raster_factory(), tmp_path / "map.tif", model="a\0b")


@pytest.mark.parametrize("device", ["cpu:²", "cpu:77", "auto:1", ""])
def test_devices_that_are_none_are_told(tmp_path, raster_factory, color_model, device):
    with pytest.raises(errors.DeviceUnavailable):
        run(raster_factory(), tmp_path / "map.tif", model=str(color_model), device=device)


@pytest.mark.parametrize(
    "arguments", [{"output": 7}, {"input": None}, {"extent": "1234"}, {"model": ["a"]}]
)
def test_arguments_of_another_type_are_told(arguments):
    from crossearth_engine.inference.request import SegmentRequest

    with pytest.raises(errors.InvalidRequest):
        SegmentRequest.from_arguments({"input": "a.tif", "output": "b.tif", **arguments})


def test_an_interruption_between_two_windows_is_not_forgotten(color_model):
    from crossearth_engine.inference.load import load_backend
    from crossearth_engine.models.catalog import find_model

    backend = load_backend(find_model(str(color_model)), "cpu", 1)
    batch = np.zeros((1, 3, 8, 8), np.float32)
    backend.interrupt()
    with pytest.raises(errors.JobCanceled):
        backend.run(batch)
    backend.clear_interrupt()
    backend.run(batch)


def test_a_mirror_and_no_wall_stands_where_a_raster_ends_before_the_window(
    tmp_path, raster_factory, context_model
):
    # Symmetric about its right edge, so that the mirror shows what would be there.
    half = np.random.default_rng(1).integers(1, 255, (3, 40, 20)).astype(np.uint8)
    whole = np.concatenate([half, half[:, :, ::-1]], axis=2)
    left = raster_factory(data=half, name="half.tif")
    both = raster_factory(data=whole, name="whole.tif")
    options = {"model": str(context_model), "window": 40, "overlap": 0}
    run(left, tmp_path / "left.tif", **options)
    run(both, tmp_path / "both.tif", **options)
    assert np.array_equal(read(tmp_path / "left.tif"), read(tmp_path / "both.tif")[:, :20])


UNFORESEEN = """
import sys
from crossearth_engine.cli import main
from crossearth_engine.inference import segment

def plan_run(*_):
    raise KeyError("what nobody thought of")

segment.plan_run = plan_run
main.main(sys.argv[1:])
"""


def test_an_unforeseen_failure_is_one_sentence_and_status_4(tmp_path, raster_factory, color_model):
    words = ["segment", raster_factory(), tmp_path / "map.tif", "--model", color_model]
    command = [sys.executable, "-c", UNFORESEEN, *map(str, words)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 4
    assert "Traceback" not in done.stderr
    assert "what nobody thought of" in done.stderr
    assert not list(tmp_path.glob("map*"))


def test_cancel_reaches_a_job_from_any_thread(tmp_path, raster_factory, context_model):
    raster = raster_factory(size=(600, 600))
    job = RecordedJob()
    timer = threading.Timer(0.5, job.cancel)
    timer.start()
    options = {"model": str(context_model), "window": 32}
    with pytest.raises(errors.JobCanceled):
        all(run(raster, tmp_path / "map.tif", job, **options) for _ in range(1000))
