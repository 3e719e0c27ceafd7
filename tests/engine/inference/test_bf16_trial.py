"""Networks of PyTorch on the processor: bf16 is taken where a trial finds it as good."""

from pathlib import Path

import numpy as np
import pytest

from crossearth_engine.inference import library_trial
from crossearth_engine.inference.library_trial import trial_key
from crossearth_engine.inference.load import WarmLoader
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import library_trials
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.inference.test_torch_backend import save_model

torch = pytest.importorskip("torch", reason="torch is an extra")
safetensors = pytest.importorskip("safetensors.torch")

from crossearth_engine.inference.torch_backend import TorchBackend  # noqa: E402 - likewise
from crossearth_engine.networks.precision import _computes_bf16  # noqa: E402 - needs torch

pytestmark = pytest.mark.trials


@pytest.fixture(autouse=True)
def contest(tmp_path: Path, monkeypatch):
    """Trials whose outcome is not a matter of speed."""
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library_trial, "MOST_TIME", 1e9)
    monkeypatch.setattr(library_trial, "LIMIT_S", 1e9)
    # Random weights see the same class everywhere.
    monkeypatch.setattr(library_trial, "LEAST_OTHERS", 0.0)
    if not _computes_bf16():
        pytest.skip("no bfloat16 on this CPU")
    return monkeypatch


@pytest.fixture
def transformer(tmp_path):
    """A network whose branches matter."""
    from tests.engine.networks.tiny import lively

    item = save_model(tmp_path / "transformer", "crossearth-tiny-128")
    weights = lively(num_classes=3).state_dict()
    safetensors.save_file(weights, item.with_name("model.safetensors"))
    return item


@pytest.fixture
def scene(raster_factory) -> Path:
    """Fields of many pixels."""
    fields = np.random.default_rng(5).integers(0, 255, (3, 15, 15)).astype(np.uint8)
    return raster_factory(data=fields.repeat(16, axis=1).repeat(16, axis=2))


def start(scene, model, tmp_path, job=None, name="map.tif", **options):
    options |= {"model": str(model), "window": 96, "overlap": 16}
    options["confidence"] = str(tmp_path / f"sure-{name}")
    return run(scene, tmp_path / name, job, **options)


def said(job: RecordedJob) -> str:
    return "\n".join(text for _, text in job.logs)


def test_auto_tries_bf16_once_and_says_what_ran(scene, transformer, tmp_path, contest):
    exact = start(scene, transformer, tmp_path, name="exact.tif", precision="fp32")
    assert (exact["precision"], library_trials.read_trials()) == ("fp32", {})
    loaded = []
    load = TorchBackend.__init__

    def count(*args, **options):
        loaded.append(args)
        load(*args, **options)

    contest.setattr(TorchBackend, "__init__", count)

    job = RecordedJob()
    first = start(scene, transformer, tmp_path, job, name="first.tif")
    assert first["precision"] == "bf16", said(job)
    (trial,) = library_trials.read_trials().values()
    assert (trial.is_taken, trial.precision, trial.beside) == (True, "bf16", "fp32")
    assert trial.library.startswith("PyTorch 2")
    assert trial.sentence in said(job)
    assert "of fp32's time" in trial.sentence
    # What was tried makes the map.
    assert len(loaded) == 2

    job = RecordedJob()
    again = start(scene, transformer, tmp_path, job, name="again.tif")
    assert again["precision"] == "bf16"
    assert "same labels" not in said(job)
    # As if it had been asked for; and nearly as in fp32.
    start(scene, transformer, tmp_path, name="asked.tif", precision="bf16")
    sure = {
        name: read(tmp_path / f"sure-{name}.tif").astype(int)
        for name in ("exact", "first", "again", "asked")
    }
    np.testing.assert_array_equal(sure["first"], sure["again"])
    np.testing.assert_array_equal(sure["first"], sure["asked"])
    assert 0 < np.abs(sure["first"] - sure["exact"]).max() < 10


@pytest.mark.parametrize(("name", "value"), [("LEAST_SAME", 1.01), ("MOST_TIME", 0.0)])
def test_what_changes_labels_or_saves_nothing_is_not_taken(
    scene, transformer, tmp_path, contest, name, value
):
    contest.setattr(library_trial, name, value)
    for _ in range(2):
        assert start(scene, transformer, tmp_path)["precision"] == "fp32"
    (trial,) = library_trials.read_trials().values()
    assert trial.reason == {"LEAST_SAME": "labels", "MOST_TIME": "time"}[name]
    assert "not taken" in trial.sentence


def test_a_slow_network_is_tried_in_a_run_that_is_long_enough(
    scene, transformer, tmp_path, contest
):
    contest.setattr(library_trial, "LIMIT_S", 1e-9)
    contest.setattr(library_trial, "LIMIT_SHARE", 1e-9)
    job = RecordedJob()
    assert start(scene, transformer, tmp_path, job)["precision"] == "fp32"
    assert "too long for a trial" in said(job)
    assert library_trials.read_trials() == {}
    contest.setattr(library_trial, "LIMIT_SHARE", 10.0)
    start(scene, transformer, tmp_path)
    assert len(library_trials.read_trials()) == 1


def test_no_window_of_a_large_network_is_computed_for_a_trial_that_has_no_time(
    scene, transformer, tmp_path, contest
):
    contest.setattr(library_trial, "SLOW_BYTES", 0)
    contest.setattr(library_trial, "_computed_by", lambda *_: pytest.fail("computed"))
    job = RecordedJob()
    assert start(scene, transformer, tmp_path, job)["precision"] == "fp32"
    assert "9 windows are too few" in said(job)
    contest.setattr(library_trial, "LIMIT_SHARE", 2 * library_trial.LEAST_WINDOWS / 9)
    with pytest.raises(pytest.fail.Exception):
        start(scene, transformer, tmp_path)


def test_a_warm_network_stays_until_the_trial_is_forgotten(transformer, contest):
    loader, model = WarmLoader(), find_model(str(transformer))
    exact = loader(model, "cpu", 1, "auto")
    assert (exact.precision, exact.quicker) == ("fp32", ("bf16",))
    found = library_trials.LibraryTrial("m", "PyTorch", is_taken=True, precision="bf16")
    library_trials.keep_trial(trial_key(model, 1), found)
    warm = loader(model, "cpu", 1, "auto")
    assert (warm.precision, warm.quicker) == ("bf16", ())
    assert loader(model, "cpu", 1, "auto") is warm
    library_trials.forget_trials()
    assert loader(model, "cpu", 1, "auto").precision == "fp32"
    assert loader(model, "cpu", 1, "fp32").quicker == ()


def test_a_network_without_less_precision_is_not_tried(scene, tmp_path):
    model = save_model(tmp_path / "convolutions", "efficientnet-lite0-fpn")
    assert start(scene, model, tmp_path)["precision"] == "fp32"
    assert library_trials.read_trials() == {}
