"""What onnxruntime says of memory, at load and at run, and what is no matter of memory."""

import numpy as np
import pytest

from crossearth_engine import errors
from crossearth_engine.inference import onnx_backend
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models import onnx_description
from crossearth_engine.models.catalog import find_model
from tests.engine.test_faults import DEVICE_LOST, NEITHER, OUT_OF_MEMORY

RAISED = next(kind for kind in onnx_description.ONNX_ERRORS if kind.__name__ == "RuntimeException")
BATCH = np.zeros((2, 3, 64, 64), np.float32)


class Failing:
    """A session that answers every run with an error."""

    def __init__(self, error):
        self.error = error

    def run(self, *_):
        raise self.error


def backend_that_fails(model, error):
    backend = load_backend(find_model(str(model)), "cpu", 1)
    backend._session = Failing(error)
    return backend


@pytest.mark.parametrize("kind", ["onnxruntime, arena", "cuDNN 9", "DirectML, German", "C++"])
def test_memory_is_known_at_run(color_model, kind):
    with pytest.raises(errors.OutOfMemory, match="one window of 64 pixels") as caught:
        backend_that_fails(color_model, RAISED(OUT_OF_MEMORY[kind])).run(BATCH)
    assert caught.value.details["options"] == "--model"  # 32 pixels would be too few


def test_memory_of_the_processor_is_known_at_run(color_model):
    with pytest.raises(errors.OutOfMemory):
        backend_that_fails(color_model, MemoryError()).run(BATCH)


@pytest.mark.parametrize("kind", ["onnxruntime", "DirectML, French"])
def test_a_lost_device_is_known_at_run(color_model, kind):
    with pytest.raises(errors.DeviceLost):
        backend_that_fails(color_model, RAISED(DEVICE_LOST[kind])).run(BATCH)


@pytest.mark.parametrize("kind", ["file of the planner", "file of the allocator", "shapes"])
def test_what_is_no_matter_of_memory_is_told_of_the_model(color_model, kind):
    with pytest.raises((errors.IncompatibleModel, errors.InvalidRequest)):
        backend_that_fails(color_model, RAISED(NEITHER[kind])).run(BATCH)


def test_inner_maps_of_a_network_know_memory_too(color_model):
    maps = onnx_backend.OnnxMaps(color_model, color_model.read_bytes(), "cpu", 1)
    maps._session = Failing(RAISED(OUT_OF_MEMORY["onnxruntime, arena"]))
    with pytest.raises(errors.OutOfMemory):
        maps.run(BATCH)


@pytest.mark.parametrize("error", [RAISED(OUT_OF_MEMORY["DirectML"]), MemoryError("bad")])
def test_memory_is_known_at_load_and_the_file_is_not_blamed(color_model, monkeypatch, error):
    model = find_model(str(color_model))

    def fail(*_, **__):
        raise error

    monkeypatch.setattr(onnx_description.onnxruntime, "InferenceSession", fail)
    with pytest.raises(errors.ModelTooLarge, match=r"on cpu to load color\.onnx"):
        load_backend(model, "cpu", 1)


def test_a_file_that_is_no_network_is_still_blamed(color_model):
    model = find_model(str(color_model))
    color_model.write_bytes(b"nothing")
    with pytest.raises(errors.UnreadableModel):
        load_backend(model, "cpu", 1)
