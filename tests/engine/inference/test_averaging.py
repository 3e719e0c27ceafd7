import itertools
from typing import ClassVar

import numpy as np
import pytest
import rasterio

from crossearth_engine import errors
from crossearth_engine.inference.averaging import ALL_WAYS, AveragingBackend, resize
from crossearth_engine.inference.load import load_backend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.models.catalog import find_model
from tests.engine.conftest import read, run, save_network

ONE_SIDED = (np.random.default_rng(8).normal(size=(4, 3, 7, 7)) / 15).astype(np.float32)


class Recorded:
    """A backend of this test's own: scores are a convolution of nothing but the pixel itself."""

    device, precision, fixed_batch, decides = "cpu", "fp32", None, False
    remarks, has_reference = (), False
    fallbacks: ClassVar = []

    def __init__(self):
        self.hardware, self.findings = {}, []
        self.seen = []

    def run(self, batch, *, with_unfamiliarity=False):
        assert batch.flags.c_contiguous
        self.seen.append(batch.copy())
        return 2 * batch

    def halo(self, window_size):
        return 0

    def interrupt(self):
        self.seen.append("interrupted")

    def clear_interrupt(self):
        self.seen.append("cleared")


def test_a_window_is_seen_in_the_eight_ways_of_a_square():
    backend = Recorded()
    window = np.arange(9, dtype=np.float32).reshape(1, 1, 3, 3)
    result = AveragingBackend(backend, tta=True, scales=[1.0]).run(window)
    assert np.array_equal(result, 2 * window)
    assert len({seen.tobytes() for seen in backend.seen}) == 8


@pytest.mark.parametrize("fixed", [False, True])
def test_the_mean_of_all_ways_turns_with_the_window(tmp_path, fixed):
    size = {"batch": 2, "size": 32} if fixed else {}
    info = find_model(str(save_network(tmp_path / "network.onnx", ONE_SIDED, **size)))
    plain = load_backend(info, "cpu", 1)
    backend = AveragingBackend(plain, tta=True, scales=[0.75, 1, 1.5])
    assert backend.fixed_batch == (2 if fixed else None)
    batch = np.random.default_rng(0).normal(size=(2, 3, 32, 32)).astype(np.float32)
    expected = backend.run(batch)
    assert expected.shape == (2, 4, 32, 32)
    assert not np.allclose(plain.run(np.ascontiguousarray(batch[..., ::-1])),
                           plain.run(batch)[..., ::-1], atol=1e-2)  # fmt: skip
    for turns, flip in ALL_WAYS:
        seen = np.rot90(batch, turns, axes=(2, 3))[..., :: -1 if flip else 1]
        wanted = np.rot90(expected, turns, axes=(2, 3))[..., :: -1 if flip else 1]
        assert np.allclose(backend.run(np.ascontiguousarray(seen)), wanted, atol=1e-5)


def test_a_network_without_direction_answers_as_before(tmp_path):
    kernel = np.zeros((4, 3, 5, 5), np.float32)
    kernel[:] = np.random.default_rng(1).normal(size=(4, 3, 1, 1))
    backend = load_backend(find_model(str(save_network(tmp_path / "n.onnx", kernel))), "cpu", 1)
    batch = np.random.default_rng(0).normal(size=(1, 3, 24, 24)).astype(np.float32)
    averaged = AveragingBackend(backend, tta=True, scales=[1.0])
    assert np.allclose(averaged.run(batch), backend.run(batch), atol=1e-5)


@pytest.mark.parametrize("scale", [0.3, 0.5, 0.75, 1.1, 1.5, 2.0, 3.3])
def test_the_network_only_sees_windows_of_the_asked_size(scale):
    backend = Recorded()
    ramp = np.linspace(0, 1, 20, dtype=np.float32) + np.zeros((2, 3, 20, 20), np.float32)
    result = AveragingBackend(backend, tta=False, scales=[scale]).run(ramp)
    assert {seen.shape for seen in backend.seen} == {(2, 3, 20, 20)}
    # What varies slowly survives being shown larger or smaller.
    assert np.allclose(result, 2 * ramp, atol=0.15)
    assert np.allclose(result.mean(), 2 * ramp.mean(), atol=1e-2)


def test_scales_show_things_larger_and_smaller():
    backend = Recorded()
    window = np.zeros((1, 1, 40, 40), np.float32)
    window[..., 15:25, 15:25] = 1
    AveragingBackend(backend, tta=False, scales=[0.5, 2]).run(window)
    smaller, *larger = backend.seen
    assert smaller[..., 10:30, 10:30].sum() == pytest.approx(25, abs=3)
    assert max(part.sum() for part in larger) == pytest.approx(400, abs=20)


def test_resizing_keeps_values_and_places():
    constant = np.full((1, 2, 7, 7), 3, np.float32)
    for size in (1, 3, 7, 12):
        assert np.allclose(resize(constant, size), 3, atol=1e-6)
    ramp = np.arange(8, dtype=np.float32) + np.zeros((1, 1, 8, 8), np.float32)
    assert np.allclose(resize(ramp, 4)[0, 0, 0], [0.5, 2.5, 4.5, 6.5])
    assert np.allclose(resize(ramp, 16)[0, 0, 0, 1:-1], np.arange(14) / 2 + 0.25)


def test_stopping_is_passed_on():
    backend = Recorded()
    averaging = AveragingBackend(backend, tta=True, scales=[1.0])
    averaging.clear_interrupt()
    averaging.interrupt()
    assert backend.seen == ["cleared", "interrupted"]


def test_a_turned_raster_gets_the_turned_map(tmp_path, raster_factory):
    model = save_network(tmp_path / "network.onnx", ONE_SIDED)
    data = np.random.default_rng(3).integers(1, 255, (3, 56, 56)).astype(np.uint8)
    maps = []
    for turns in (0, 1):
        raster = raster_factory(data=np.rot90(data, turns, axes=(1, 2)))
        # Windows that lie on the square in the same way from each side.
        options = {"model": str(model), "window": 32, "overlap": 8, "tta": True, "scales": [1, 1.5]}
        result = run(raster, tmp_path / "map.tif", **options)
        maps.append(read(tmp_path / "map.tif"))
    assert np.mean(np.rot90(maps[0]) == maps[1]) > 0.999
    assert result["parameters"]["tta"] is True
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_TTA"] == "True"
        assert dataset.tags()["CROSSEARTH_SCALES"] == "[1.0, 1.5]"


@pytest.mark.parametrize("scales", [[], [0], [-1], [float("nan")], [0.1], [9], ["two"], "1"])
def test_scales_that_make_no_sense_are_refused(scales):
    with pytest.raises(errors.InvalidRequest):
        SegmentRequest.from_arguments({"input": "a", "output": "b.tif", "scales": scales}).check()


def test_each_look_costs_one_run(tmp_path):
    for tta, scales in itertools.product((False, True), ([1.0], [0.5, 1.0])):
        backend = Recorded()
        window = np.zeros((1, 1, 16, 16), np.float32)
        AveragingBackend(backend, tta=tta, scales=scales).run(window)
        assert len(backend.seen) == (8 if tta else 1) * len(scales)
