"""A training where memory is short, on which device, and of several processes."""
# ruff: noqa: E402 - what may be absent is asked for first

from dataclasses import replace
from types import SimpleNamespace

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("onnxscript", reason="onnxscript is an extra")

from crossearth_engine import errors
from crossearth_engine.job import Job
from crossearth_engine.shared.options import FINETUNE
from crossearth_engine.training.adapted_model import read_adaptation
from crossearth_engine.training.full import places, training
from crossearth_engine.training.full.adapt import adapt_full
from crossearth_engine.training.full.trainee import Trainee
from crossearth_engine.training.full.training import STATE_FILE
from tests.engine.conftest import RecordedJob
from tests.engine.test_faults import OUT_OF_MEMORY
from tests.engine.training.full.test_adapt import RECIPE

SHORT = replace(RECIPE, steps=2, batch_size=3, validate_every=1, masked_share=0.0, style=None)


@pytest.fixture
def plain_loss(monkeypatch):
    """A loss that is a mean over patches, so that their gradients add up to the same."""

    def loss(trainee, images, *others):
        value = trainee.network(images).square().mean()
        return {"loss": value, "segmentation": value}

    monkeypatch.setattr(Trainee, "forward", loss)


@pytest.fixture
def memory(monkeypatch):
    """How many patches fit, and those that were computed at once."""
    memory = SimpleNamespace(patches=100, calls=[], error=OUT_OF_MEMORY["torch, CPU"])
    forward = Trainee.forward

    def limited(trainee, images, *others):
        memory.calls.append(len(images))
        if len(images) > memory.patches:
            raise RuntimeError(memory.error)
        return forward(trainee, images, *others)

    monkeypatch.setattr(Trainee, "forward", limited)
    return memory


@pytest.mark.usefixtures("plain_loss")
def test_gradients_of_smaller_batches_add_up_to_those_of_the_whole(
    request_for, tiny_crossearth, memory, monkeypatch
):
    gradients = []
    clip = torch.nn.utils.clip_grad_norm_

    def note(parameters, *others):
        parameters = list(parameters)
        gradients.append(torch.cat([p.grad.flatten() for p in parameters]).clone())
        return clip(parameters, *others)

    monkeypatch.setattr(training.nn.utils, "clip_grad_norm_", note)
    for name, patches in (("whole", 3), ("parts", 1)):
        memory.patches = patches
        job = RecordedJob()
        adapt_full(request_for(tiny_crossearth, name), job, SHORT)
    assert memory.calls == [3, 3, 3, 2, 1, 1, 1, 1, 1, 1]
    assert any(
        "fewer patches at once now (1)" in text for level, text in job.logs if level == "warning"
    )
    whole, parts = gradients[0], gradients[2]  # of the first step
    assert (parts - whole).norm() < 0.02 * whole.norm()


def test_memory_that_is_too_small_for_a_patch_says_which_option_helps(
    request_for, tiny_crossearth, memory
):
    memory.patches, memory.error = 0, OUT_OF_MEMORY["cuDNN 9"]
    recipe = replace(SHORT, masked_share=0.1)
    with pytest.raises(errors.TrainingTooLarge, match="a single patch of 64 pixels") as caught:
        adapt_full(request_for(tiny_crossearth), Job(lambda *a: None, lambda *a: None), recipe)
    options = caught.value.details["options"].split(", ")
    assert options == ["--masked off", "--recipe quick", "--model"]
    assert {option.split()[0][2:] for option in options} <= set(FINETUNE)


def test_other_errors_of_a_training_are_not_taken_for_memory(request_for, tiny_crossearth, memory):
    memory.patches, memory.error = 0, "the size of tensor a (12) must match that of tensor b"
    with pytest.raises(RuntimeError, match="must match"):
        adapt_full(request_for(tiny_crossearth), Job(lambda *a: None, lambda *a: None), SHORT)
    assert memory.calls == [3]


@pytest.fixture
def two_places(monkeypatch):
    """A computer with two devices, both of which are the processor."""

    class Choice:
        def __init__(self, asked, library):
            self.devices, self.findings = dict.fromkeys(["cpu:0", "cpu"]), []

        def check(self, device):
            pass

    monkeypatch.setattr(places, "Choice", Choice)


@pytest.mark.usefixtures("two_places")
@pytest.mark.parametrize("steps_before", [0, 1])
def test_a_training_goes_on_where_there_is_memory(
    request_for, tiny_crossearth, monkeypatch, steps_before
):
    request = request_for(tiny_crossearth, device="auto")
    left_over = request.folder.with_name(".new.training")
    left_over.mkdir()
    (left_over / STATE_FILE).write_bytes(b"of another training")
    recipe = replace(SHORT, batch_size=1, steps=3)
    steps = []
    step = training.Training._take_step

    def fail_on_the_first(self, *others):
        steps.append((str(self.device), self.step))
        if str(self.device) == "cpu:0" and self.step > steps_before:
            raise RuntimeError(OUT_OF_MEMORY["MPS"])
        return step(self, *others)

    monkeypatch.setattr(training.Training, "_take_step", fail_on_the_first)
    job = RecordedJob()
    result = adapt_full(request, job, recipe)
    first = [("cpu:0", number) for number in range(1, steps_before + 2)]
    then = [("cpu", number) for number in range(steps_before + 1, 4)]
    assert steps == first + then
    assert any("Another device is tried" in text for _, text in job.logs)
    assert result["choice"]["steps"] == 3
    origin = read_adaptation(request.folder)
    assert (origin["device"], origin["at_once"]) == ("cpu", 1)
    assert origin["precision"] in ("fp32", "bf16")
    assert not left_over.exists()


@pytest.mark.parametrize("kind", [RuntimeError, NotImplementedError])
def test_a_fault_of_a_card_is_no_matter_of_memory_or_of_the_network(kind):
    error = kind("The operator 'aten::grid_sampler_2d_backward' is not implemented\nMore")
    with (
        pytest.raises(errors.DeviceFailed, match=r"cuda:0 failed: .*_backward' is not") as caught,
        training.faults(torch.device("cuda:0"), RECIPE),
    ):
        raise error
    assert "More" not in str(caught.value)
    with pytest.raises(kind), training.faults(torch.device("cpu"), RECIPE):
        raise error


@pytest.mark.usefixtures("two_places")
def test_a_training_goes_on_where_the_card_does_not_fail(request_for, tiny_crossearth, monkeypatch):
    run, devices = training.Training.run, []

    def fail_once(self, *others):
        devices.append(str(self.device))
        if len(devices) == 1:
            raise errors.DeviceFailed(device="cpu:0", reason="cuDNN error")
        return run(self, *others)

    monkeypatch.setattr(training.Training, "run", fail_once)
    request, job = request_for(tiny_crossearth, device="auto"), RecordedJob()
    adapt_full(request, job, replace(SHORT, batch_size=1, steps=1))
    assert devices == ["cpu:0", "cpu"]
    assert any("cuDNN error" in text for level, text in job.logs if level == "warning")
    record = read_adaptation(request.folder)
    assert record["libraries"] == {"torch": torch.__version__}
    assert (record["device"], record["driver"]) == ("cpu", None)
