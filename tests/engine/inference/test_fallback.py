"""Memory that does not suffice is an event: a smaller batch, less precision, the next device."""
# ruff: noqa: E402 - what may be absent is asked for first

import gc
import weakref

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine import errors
from crossearth_engine.inference import backend as backends
from crossearth_engine.inference import torch_backend
from crossearth_engine.inference.load import WarmLoader, load_backend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.options import SEGMENT
from tests.engine.conftest import RecordedJob, read
from tests.engine.emulated_card import MIB, emulated_card, taken_by
from tests.engine.inference.test_torch_backend import save_model

SIZE = 128
SINGLE = taken_by(SIZE, torch.float32)
SMALL = taken_by(64, torch.float32)


@pytest.fixture
def card(monkeypatch):
    with emulated_card(monkeypatch) as card:
        yield card


@pytest.fixture
def transformer(tmp_path):
    return find_model(str(save_model(tmp_path / "transformer", "crossearth-tiny-128")))


@pytest.fixture
def convolutions(tmp_path):
    return find_model(str(save_model(tmp_path / "convolutions", "efficientnet-lite0-fpn")))


def windows(count, size=SIZE):
    return np.random.default_rng(0).normal(size=(count, 3, size, size)).astype(np.float32)


def item_of(model):
    (item,) = model.weights.parent.glob("*.json")
    return item


@pytest.mark.parametrize("precision", ["auto", "fp32"])
def test_a_network_too_large_for_the_card_is_loaded_on_the_processor(card, transformer, precision):
    card.memory = 1000
    backend = load_backend(transformer, "auto", 1, precision)
    assert (backend.device, backend.precision) == ("cpu", "fp32")
    tries = ["cuda:0", "cuda:0", "cpu"] if precision == "auto" else ["cuda:0", "cpu"]
    assert card.loads == tries
    assert backend.fallbacks[0].startswith("Not enough memory on cuda:0 to load the model.")
    assert backend.fallbacks[-1].endswith("From here on the network runs on cpu in fp32.")
    assert backend.run(windows(1)).shape == (1, 3, SIZE, SIZE)


def test_a_card_that_was_asked_for_is_not_left_and_what_helps_is_said(card, transformer):
    card.memory = 1000
    with pytest.raises(errors.ModelTooLarge, match="to load") as caught:
        load_backend(transformer, "cuda:0", 1, "fp32")
    options = caught.value.details["options"].split(", ")
    assert options == ["--precision bf16", "--precision fp16", "--device cpu", "--model"]
    assert {option.split()[0][2:] for option in options} <= set(SEGMENT)


@pytest.mark.parametrize(
    ("memory", "device", "precision"),
    [
        (3 * SMALL, "cuda:0", "fp32"),
        (SMALL // 2, "cuda:0", "bf16"),
        (SMALL // 2 - 1, "cpu", "fp32"),
    ],
)
def test_a_run_makes_do_with_what_there_is(
    card, tmp_path, raster_factory, transformer, memory, device, precision
):
    job = RecordedJob()
    raster = raster_factory(size=(70, 190))
    model = str(item_of(transformer))
    request = SegmentRequest(
        str(raster), str(tmp_path / "map.tif"), model=model, window=64, overlap=0, batch=4
    )
    # The weights of the file take less than a window.
    card.memory = memory
    backend = load_backend(transformer, "auto", 1)
    result = segment(request, job, lambda *_: backend)
    assert (backend.device, backend.precision) == (device, precision)
    warnings = [text for level, text in job.logs if level == "warning"]
    smaller = [text for text in warnings if "fewer windows at once now" in text]
    assert len(smaller) == (1 if memory == 3 * SMALL else 2)
    less = [text for text in warnings if "From here on" in text]
    assert all(text.startswith("Not enough memory on cuda:0 to compute") for text in less)
    assert (precision, device) == ("fp32", "cuda:0") or f"on {device} in {precision}" in less[-1]
    request = SegmentRequest(
        str(raster), str(tmp_path / "cpu.tif"), model=model, window=64, overlap=0, device="cpu",
        threads=1,
    )  # fmt: skip
    segment(request, RecordedJob())
    same = read(tmp_path / "map.tif") == read(tmp_path / "cpu.tif")
    assert same.all() if precision == "fp32" else same.mean() > 0.9
    assert result["windows"] == result["planned_windows"]


def test_what_was_chosen_stays_when_memory_does_not_suffice(card, transformer):
    card.memory = SINGLE - 1
    backend = load_backend(transformer, "cuda:0", 1, "fp32")
    with pytest.raises(errors.OutOfMemory, match="one window of 128 pixels") as caught:
        backend.run(windows(1))
    assert "--window 64, --precision bf16" in caught.value.details["options"]
    # A card in half precision, but not the processor.
    backend = load_backend(transformer, "cuda:0", 1, "auto")
    assert backend.run(windows(1)).shape == (1, 3, SIZE, SIZE)
    assert (backend.device, backend.precision) == ("cuda:0", "bf16")
    card.memory = 1
    with pytest.raises(errors.OutOfMemory):
        backend.run(windows(1))


def test_the_precision_that_was_chosen_is_kept_on_the_processor_or_the_card_is_all(
    card, transformer
):
    card.memory = SINGLE // 2 - 1
    backend = load_backend(transformer, "auto", 1, "fp16")
    with pytest.raises(errors.OutOfMemory, match="on cuda:0"):  # no processor computes in fp16
        backend.run(windows(1))


def test_the_old_network_is_gone_before_the_next_one_is_loaded(card, transformer, monkeypatch):
    backend = load_backend(transformer, "auto", 1)
    alive = weakref.ref(backend._backend._network)
    gc.disable()
    try:
        card.memory = SINGLE - 1
        load_file = card.load_file

        def load(path, device):
            assert alive() is None
            return load_file(path, device)

        monkeypatch.setattr(torch_backend.safetensors.torch, "load_file", load)
        backend.run(windows(1))
    finally:
        gc.enable()
    assert backend.precision == "bf16"


def test_a_cancel_reaches_the_network_that_came_in_between(card, transformer, monkeypatch):
    backend = load_backend(transformer, "auto", 1)
    card.memory = SINGLE - 1
    load_file = torch_backend.safetensors.torch.load_file

    def load(path, device):
        backend.interrupt()
        return load_file(path, device)

    monkeypatch.setattr(torch_backend.safetensors.torch, "load_file", load)
    with pytest.raises(errors.JobCanceled):
        backend.run(windows(1))
    backend.clear_interrupt()
    assert backend.run(windows(1)).shape == (1, 3, SIZE, SIZE)


def test_one_network_is_alive_when_models_change(transformer, convolutions):
    loader, networks = WarmLoader(), []
    gc.disable()
    try:
        for model in (transformer, convolutions, transformer):
            loader(model, "cpu", 1)
            assert not any(network() for network in networks), "it is still there"
            networks.append(weakref.ref(loader._loaded[2]._network))
        assert networks[-1]() is not None
        loader.forget()
        assert networks[-1]() is None
    finally:
        gc.enable()


def test_a_warm_network_that_had_to_make_do_is_loaded_anew(card, transformer):
    loader = WarmLoader()
    assert loader(transformer, "auto", 1) is loader(transformer, "auto", 1)
    card.memory = SINGLE - 1
    loader(transformer, "auto", 1).run(windows(1))
    card.memory = 4000 * MIB
    assert loader(transformer, "auto", 1).precision == "fp32"


def test_a_worker_that_rests_leaves_memory_to_others(card, transformer):
    loader = WarmLoader()
    loader.rest()
    backend = loader(transformer, "auto", 1)
    card.freed = 0
    loader.rest()
    assert card.freed == 1
    assert backend.run(windows(1)).shape == (1, 3, SIZE, SIZE)


@pytest.mark.parametrize(
    ("fitting", "seconds", "batch"),
    [(0.5, 0.0, 1), (6, 0.0, 4), (100, 0.0, 8), (100, 0.1, 4), (100, 0.3, 1), (3, 0.1, 2)],
)
def test_a_batch_fits_into_memory_and_into_half_a_second(
    card, transformer, monkeypatch, fitting, seconds, batch
):
    backend = load_backend(transformer, "cuda:0", 1, "fp32")
    card.memory = int(fitting * SINGLE / torch_backend.MEMORY_SHARE) + 1
    now = [0.0]
    monkeypatch.setattr(backends.time, "perf_counter", lambda: now[0])
    run = backend.run

    def slow(x):
        now[0] += seconds * len(x)
        return run(x)

    monkeypatch.setattr(backend, "run", slow)
    assert backend.batch_that_fits((3, SIZE, SIZE)) == batch


def test_several_engines_on_a_card_share_what_is_free(card, transformer, monkeypatch):
    monkeypatch.setattr(backends, "CALL_S", 600.0)
    taken = []
    card.memory = total = 16 * SINGLE
    for _ in range(3):
        backend = load_backend(transformer, "cuda:0", 1, "fp32")
        card.memory = total - sum(taken)
        taken.append(backend.batch_that_fits((3, SIZE, SIZE)) * SINGLE)
    assert taken[0] == 8 * SINGLE
    assert sum(taken) <= total


def test_a_long_call_can_be_stopped_between_the_layers_of_a_card(card, transformer, monkeypatch):
    monkeypatch.setattr(torch_backend, "CALL_S", 60.0)
    backend = load_backend(transformer, "cuda:0", 1, "fp32")
    backend.run(windows(1))
    backend.run(windows(1))
    assert card.waits == 0  # it is quick: the processor may be ahead
    monkeypatch.setattr(torch_backend, "CALL_S", 0.0)
    backend.run(windows(1))
    backend.run(windows(1))
    assert card.waits > 50
    monkeypatch.setattr(torch_backend, "synchronize", lambda device: backend.interrupt())
    with pytest.raises(errors.JobCanceled):
        backend.run(windows(1))


def test_a_lost_card_is_told_as_such_and_is_no_matter_of_memory(card, transformer):
    backend = load_backend(transformer, "auto", 1)
    card.fault = RuntimeError("CUDA error: an illegal memory access was encountered\nSearch for it")
    with pytest.raises(errors.DeviceLost, match=r"cuda:0.*illegal memory access") as caught:
        backend.run(windows(2))
    assert "Search" not in str(caught.value)


def test_a_card_that_fails_in_the_middle_is_left_and_that_is_no_matter_of_memory(card, transformer):
    backend = load_backend(transformer, "auto", 1, "fp32")
    card.fault = RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED\nSearch for it")
    assert backend.run(windows(2)).shape == (2, 3, SIZE, SIZE)
    assert (backend.device, backend.hardware["driver"]) == ("cpu", None)
    (text,) = backend.fallbacks
    assert "cuda:0 failed: cuDNN error: CUDNN_STATUS_EXECUTION_FAILED." in text
    assert "memory" not in text
    assert text.endswith("the network runs on cpu in fp32.")
    backend = load_backend(transformer, "cuda:0", 1, "fp32")
    with pytest.raises(errors.DeviceFailed, match="EXECUTION_FAILED"):
        backend.run(windows(1))


def test_a_card_that_fails_on_the_first_window_of_a_run_is_left(
    card, tmp_path, raster_factory, transformer
):
    """Which is when the batch is chosen."""
    card.fault = NotImplementedError("The operator 'aten::grid_sampler_2d' is not implemented")
    job = RecordedJob()
    request = SegmentRequest(
        str(raster_factory(size=(70, 90))),
        str(tmp_path / "map.tif"),
        model=str(item_of(transformer)),
        threads=1,
    )
    result = segment(request, job)
    assert (result["device"], result["precision"]) == ("cpu", "fp32")
    assert result["device_name"] != "Emulated"
    assert any("aten::grid_sampler_2d" in text for text in result["notes"])
    assert any("aten::grid_sampler_2d" in text for _, text in job.logs)


def test_a_run_on_a_card_is_recorded_with_it(card, tmp_path, raster_factory, transformer):
    request = SegmentRequest(
        str(raster_factory(size=(70, 90))),
        str(tmp_path / "map.tif"),
        model=str(item_of(transformer)),
        threads=1,
    )
    result = segment(request, RecordedJob())
    assert (result["device"], result["device_name"]) == ("cuda:0", "Emulated")
    assert result["libraries"]["torch"] == torch.__version__
    assert result["peak_gpu_mb"] == round(card.peak / 1e6, 1) > 0
    assert result["fallbacks"] == []
