"""OpenVINO, the add-on: the same scores, and taken only where a trial has found it better."""

import itertools
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import onnx
import pytest
from click.testing import CliRunner
from onnx import TensorProto, helper

from crossearth_engine import errors
from crossearth_engine.cli.main import main
from crossearth_engine.inference import (
    devices,
    library_trial,
    onnx_backend,
    onnx_library,
    sliding,
)
from crossearth_engine.inference.load import WarmLoader, load_backend
from crossearth_engine.inference.onnx_backend import OnnxBackend
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import library_trials
from crossearth_engine.shared.library_trials import BEGUN, LibraryTrial
from tests.engine.conftest import SHARES, RecordedJob, read, run

pytest.importorskip("openvino", reason="openvino is an extra")
openvino_backend = pytest.importorskip("crossearth_engine.inference.openvino_backend")

pytestmark = pytest.mark.openvino
BUNDLED = "crossearth-base-rgb"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))


@pytest.fixture
def contest(monkeypatch):
    """Trials in fp32, whose outcome does not depend on how fast the machine is."""
    monkeypatch.setattr(onnx_backend, "precisions_to_try", lambda: ("fp32",))
    monkeypatch.setattr(library_trial, "MOST_TIME", 1e9)
    monkeypatch.setattr(library_trial, "LIMIT_S", 1e9)
    return monkeypatch


@pytest.fixture
def scene(raster_factory) -> Path:
    return raster_factory(size=(150, 150))


def start(scene, model, tmp_path, job=None, name="map.tif", **options):
    return run(scene, tmp_path / name, job, model=str(model), window=64, overlap=16, **options)


def said(job: RecordedJob) -> str:
    return "\n".join(text for _, text in job.logs)


def unpooling_model(path: Path) -> Path:
    """Save a network with an operator that onnxruntime has and OpenVINO has not."""
    nodes = [
        helper.make_node(
            "MaxPool", ["x"], ["small", "places"], kernel_shape=[2, 2], strides=[2, 2]
        ),
        helper.make_node(
            "MaxUnpool", ["small", "places"], ["z"], kernel_shape=[2, 2], strides=[2, 2]
        ),
        helper.make_node("Softmax", ["z"], ["y"], axis=1),
    ]
    shape = ["B", 3, 64, 64]
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, shape)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, {"model_type": '"Segmentor"', **SHARES})
    onnx.save(model, path)
    return path


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_scores_are_those_of_onnxruntime_and_so_is_what_stands_beside_them(precision, monkeypatch):
    monkeypatch.setattr(openvino_backend, "has_bf16_matrix_unit", lambda: True)
    model = find_model(BUNDLED)
    pixels = np.random.default_rng(3).normal(size=(1, 3, 16, 16)).astype(np.float32)
    batch = pixels.repeat(8, axis=2).repeat(8, axis=3)
    expected = OnnxBackend(model, "cpu", 1).run(batch, with_unfamiliarity=True)
    backend = openvino_backend.OpenVinoBackend(model, 1, precision)
    found = backend.run(batch, with_unfamiliarity=True)
    assert found.shape == expected.shape
    assert (backend.precision, backend.has_reference) == (precision, True)
    share = 0.5 * np.abs(expected[:, :-1]).max() if precision == "bf16" else 1e-3
    np.testing.assert_allclose(found[:, :-1], expected[:, :-1], atol=share)
    np.testing.assert_allclose(found[:, -1], expected[:, -1], atol=0.03)
    same = found[:, :-1].argmax(1) == expected[:, :-1].argmax(1)
    assert same.mean() > (0.97 if precision == "bf16" else 0.999)


def test_several_threads_may_run_it_at_once(context_model):
    backend = openvino_backend.OpenVinoBackend(find_model(str(context_model)), 2, "fp32")
    batches = [np.full((1, 3, 64, 64), n, np.float32) for n in range(4)]
    expected = [backend.run(batch) for batch in batches]
    found: dict[int, np.ndarray] = {}

    def compute(number: int) -> None:
        for _ in range(5):
            found[number] = backend.run(batches[number])

    threads = [threading.Thread(target=compute, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for number, scores in enumerate(expected):
        np.testing.assert_array_equal(found[number], scores)


def test_windows_of_any_size_are_computed_one_after_the_other_and_at_once(color_model):
    model = find_model(str(color_model))
    exact = OnnxBackend(model, "cpu", 1)
    backend = openvino_backend.OpenVinoBackend(model, 2, "fp32", lanes=2)
    random = np.random.default_rng(1)
    shapes = [(1, 3, size, size) for size in (64, 96, 64)] + [(2, 3, 64, 64)]
    batches = [random.normal(size=shape).astype(np.float32) for shape in shapes] * 3
    with ThreadPoolExecutor(2) as threads:
        found = list(threads.map(backend.run, batches))
    for batch, scores in zip(batches, found, strict=True):
        np.testing.assert_allclose(scores, exact.run(batch), atol=1e-4)


def test_an_interruption_ends_what_is_under_way_and_only_that():
    backend = openvino_backend.OpenVinoBackend(find_model(BUNDLED), 1, "fp32")
    window = np.zeros((1, 3, 256, 256), np.float32)
    expected = backend.run(window)
    timer = threading.Timer(0.05, backend.interrupt)
    timer.start()
    with pytest.raises(errors.JobCanceled):
        list(map(backend.run, itertools.repeat(window)))
    with pytest.raises(errors.JobCanceled):
        backend.run(window)
    backend.clear_interrupt()
    backend.rest()
    np.testing.assert_array_equal(backend.run(window), expected)


def test_bf16_is_openvinos_where_the_processor_has_a_unit_for_it(color_model, monkeypatch):
    model = find_model(str(color_model))
    monkeypatch.setattr(onnx_library, "has_bf16_matrix_unit", lambda: False)
    with pytest.raises(errors.PrecisionUnavailable, match="auto, fp32"):
        load_backend(model, "cpu", 1, "bf16")
    for module in (onnx_library, openvino_backend):
        monkeypatch.setattr(module, "has_bf16_matrix_unit", lambda: True)
    backend = load_backend(model, "cpu", 1, "bf16")
    assert backend.precision == "bf16"
    assert list(backend.hardware["libraries"]) == ["openvino"]
    assert backend.hardware["device_name"]


def test_auto_tries_once_and_says_what_ran(contest, scene, context_model, tmp_path):
    exact = start(scene, context_model, tmp_path, name="exact.tif", precision="fp32")
    assert list(exact["libraries"]) == ["onnxruntime"]
    assert library_trials.read_trials() == {}
    shapes = []
    compile_ = openvino_backend._compile
    contest.setattr(
        openvino_backend,
        "_compile",
        lambda model, settings, shape: shapes.append(shape) or compile_(model, settings, shape),
    )

    job = RecordedJob()
    first = start(scene, context_model, tmp_path, job, name="first.tif")
    assert list(first["libraries"]) == ["openvino"]
    assert "fp32: taken, 100.00 % same labels" in said(job)
    assert "by OpenVINO in fp32" in said(job)
    (trial,) = library_trials.read_trials().values()
    assert (trial.is_taken, trial.precision, trial.reason) == (True, "fp32", "")
    assert trial.windows >= library_trial.LEAST_WINDOWS
    # What the trial has compiled for the windows of the run computes it.
    assert shapes.count((1, 3, 64, 64)) == 1

    job = RecordedJob()
    again = start(scene, context_model, tmp_path, job, name="again.tif")
    assert list(again["libraries"]) == ["openvino"]
    assert "same labels" not in said(job)
    np.testing.assert_array_equal(read(tmp_path / "first.tif"), read(tmp_path / "again.tif"))
    assert (read(tmp_path / "first.tif") == read(tmp_path / "exact.tif")).mean() > 0.999

    assert library_trials.forget_trials() == 1
    contest.setattr(library_trial, "LEAST_SAME", 1.01)
    job = RecordedJob()
    tried = start(scene, context_model, tmp_path, job, name="tried.tif")
    assert list(tried["libraries"]) == ["onnxruntime"]
    assert "not taken" in said(job)
    assert [trial.reason for trial in library_trials.read_trials().values()] == ["labels"]


def test_slower_is_not_taken(contest, scene, context_model, tmp_path):
    contest.setattr(library_trial, "MOST_TIME", 0.0)
    assert list(start(scene, context_model, tmp_path)["libraries"]) == ["onnxruntime"]
    assert [trial.reason for trial in library_trials.read_trials().values()] == ["time"]


def test_what_openvino_cannot_compute_onnxruntime_does(contest, scene, tmp_path):
    model = unpooling_model(tmp_path / "unpooling.onnx")
    job = RecordedJob()
    assert list(start(scene, model, tmp_path, job)["libraries"]) == ["onnxruntime"]
    assert "OpenVINO cannot compute this network" in said(job)
    (key,) = library_trials.read_trials()
    # As if an earlier version had been able to.
    library_trials.keep_trial(key, LibraryTrial("m", "OpenVINO", is_taken=True, precision="fp32"))
    result = start(scene, model, tmp_path)
    assert list(result["libraries"]) == ["onnxruntime"]
    assert "MaxUnpool" in "".join(result["fallbacks"])


def test_what_ended_the_process_is_not_tried_again(contest, scene, color_model, tmp_path):
    key = library_trial.trial_key(find_model(str(color_model)), 1)
    library_trials.keep_trial(key, LibraryTrial("m", "OpenVINO", is_taken=False, reason=BEGUN))
    assert list(start(scene, color_model, tmp_path)["libraries"]) == ["onnxruntime"]
    assert library_trials.read_trials()[key].reason == BEGUN


def test_a_raster_that_says_too_little_decides_nothing(
    contest, raster_factory, color_model, tmp_path
):
    job = RecordedJob()
    small = raster_factory(size=(64, 64), name="small.tif")
    plain = raster_factory(data=np.full((3, 100, 150), 90, np.uint8), name="plain.tif")
    for scene in (small, plain):
        assert list(start(scene, color_model, tmp_path, job)["libraries"]) == ["onnxruntime"]
    assert "fewer than 4 windows" in said(job)
    assert "little but one class" in said(job)
    assert library_trials.read_trials() == {}


def test_a_run_goes_on_in_its_own_library_only(contest, scene, context_model, tmp_path):
    contest.setattr(sliding, "JOURNAL_INTERVAL_S", 0)
    contest.setattr(sliding, "GROUPS_PER_SECTION", 1)
    for _ in range(2):
        job = RecordedJob(cancel_at=6)
        with pytest.raises(errors.JobCanceled):
            start(scene, context_model, tmp_path, job, resume=True)
    assert "Going on" in said(job)
    library_trials.forget_trials()
    contest.setattr(library_trial, "LEAST_SAME", 1.01)
    job = RecordedJob()
    start(scene, context_model, tmp_path, job, resume=True)
    assert "the run starts anew" in said(job)


def test_a_warm_network_stays_until_the_trial_is_forgotten(contest, scene, color_model, tmp_path):
    loader, model = WarmLoader(), find_model(str(color_model))
    asked = {"input": str(scene), "output": str(tmp_path / "m.tif"), "model": str(color_model)}
    request = SegmentRequest.from_arguments({**asked, "threads": 1, "window": 64, "overlap": 16})
    assert list(segment(request, RecordedJob(), loader)["libraries"]) == ["openvino"]
    warm = loader(model, "auto", 1, "auto")
    assert loader(model, "auto", 1, "auto") is warm
    library_trials.forget_trials()
    assert loader(model, "auto", 1, "auto") is not warm


def test_what_is_kept_is_bounded_and_damage_is_nothing(monkeypatch):
    monkeypatch.setattr(library_trials, "MOST_KEPT", 3)
    for number in range(5):
        library_trials.keep_trial(f"k{number}", LibraryTrial("m", "OpenVINO", is_taken=False))
    assert list(library_trials.read_trials()) == ["k2", "k3", "k4"]
    for text in ("", "[]", '{"a": 1}', '{"a": {"no": 1}}'):
        library_trials.trials_file().write_text(text, encoding="utf-8")
        assert library_trials.read_trials() == {}


def test_what_was_found_is_listed_and_forgotten_on_request(invoke_devices):
    trial = LibraryTrial("Mine", "OpenVINO 1", True, "bf16", 0.99619, 0.41, 8)
    library_trials.keep_trial("key", trial)
    assert "OpenVINO 1 for Mine in bf16: taken, 99.61 % same labels in 0.41" in invoke_devices()
    assert "Mine" not in invoke_devices("--forget-trials")
    assert library_trials.read_trials() == {}


@pytest.fixture
def invoke_devices(monkeypatch):
    tried = {"devices": [], "libraries": {}}
    monkeypatch.setattr(devices, "_tried_devices", lambda _job: tried)
    return lambda *options: CliRunner().invoke(main, ["devices", *options]).output


def test_a_trial_without_memory_is_none(tmp_path, scene, color_model, contest):
    def full(*_):
        raise MemoryError

    contest.setattr(library_trial, "_compared", full)
    job = RecordedJob()
    start(scene, color_model, tmp_path, job)
    assert "openvino" not in said(job).lower()
    assert library_trials.read_trials() == {}
