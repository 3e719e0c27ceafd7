"""Which modules of CrossEarth-Gate learn, and that nothing else does."""
# ruff: noqa: E402 - what may be absent is asked for first

import json
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from safetensors.torch import load_file

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.exchange.exporting import export_model
from crossearth_engine.inference.load import load_backend
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.registry import build
from crossearth_engine.networks.gate import TYPES
from crossearth_engine.shared.model_places import MODEL_FILE
from crossearth_engine.training.full.adapt import adapt_full
from crossearth_engine.training.full.recipe import recipe_for
from crossearth_engine.training.full.selection import (
    GateRecipe,
    Selection,
    highest,
    normalized,
)
from crossearth_engine.training.full.trainee import Trainee, parameter_groups
from crossearth_engine.training.full.training import STATE_FILE
from tests.engine.training.full.test_adapt import RECIPE, SILENT, Killed, kill_at

GATED = replace(RECIPE, batch_size=1, gate=GateRecipe(every=2, samples=2))
LEARNING = 6
"""A quarter of three modules in each of eight blocks."""


@pytest.fixture
def trainee():
    torch.manual_seed(0)
    return Trainee(build("gate-tiny-128", 3, 3), 0.0)


@pytest.fixture
def selection(trainee):
    return Selection(trainee.network.backbone.reins, GateRecipe(every=2, samples=2))


def losses(trainee, count=2):
    trainee.train()
    generator = torch.Generator().manual_seed(1)
    for _ in range(count):
        images = torch.randn(1, 3, 64, 64, generator=generator)
        labels = torch.randint(0, 3, (1, 64, 64), generator=generator)
        yield trainee.task_loss(images, labels, generator)


def learning(trainee):
    """The modules that learn, by block and type."""
    toolbox = trainee.network.backbone.reins.toolbox()
    return [name for name, m in toolbox.items() if all(p.requires_grad for p in m.parameters())]


def test_scores_are_the_squared_gradients_of_each_sample(trainee, selection):
    found = selection.squares(losses(trainee))
    toolbox = trainee.network.backbone.reins.toolbox()
    expected = torch.zeros(len(toolbox))
    for loss in losses(trainee):
        trainee.zero_grad()
        loss.backward()
        for i, module in enumerate(toolbox.values()):
            expected[i] += sum(p.grad.square().sum() for p in module.parameters())
    torch.testing.assert_close(found, expected)
    assert found.dtype == torch.float32
    assert (found > 0).all()
    assert len(found) == 24


def test_scoring_leaves_all_else_as_it_was(trainee, selection):
    optimizer = torch.optim.AdamW(parameter_groups(trainee, 1e-3, 0.05))
    next(losses(trainee)).backward()
    optimizer.step()

    def state():
        moments = [x for m in optimizer.state.values() for x in m.values()]
        gradients = [p.grad for p in trainee.learned().values()]
        tensors = [*trainee.state_dict().values(), *moments, *gradients, torch.get_rng_state()]
        return [tensor.clone() for tensor in tensors]

    before = state()
    selection.squares(losses(trainee))
    assert all(map(torch.equal, state(), before))


def test_scores_of_a_type_sum_to_one():
    scores = normalized(torch.tensor([[1.0, 400.0, 0.0], [3.0, 100.0, 0.0]]))
    assert scores.tolist() == [[0.25, pytest.approx(0.8), 0], [0.75, pytest.approx(0.2), 0]]


def test_of_equal_scores_those_of_the_earlier_blocks_are_taken(trainee, selection):
    assert highest(torch.tensor([1.0, 2.0, 2.0, 1.0, 2.0]), 4).tolist() == [1, 2, 4, 0]
    selection.choose(1, torch.ones(24))
    assert learning(trainee) == [(block, kind) for block in (0, 1) for kind in TYPES]


def test_so_many_learn_wherever_the_highest_scores_are(trainee, selection):
    squares = torch.zeros(24)
    squares[[0, 4, 8, 11, 20, 22]] = torch.tensor([5.0, 1.0, 1e-9, 2e-9, 4e-9, 2.0])
    selection.choose(3, squares)
    expected = [(0, "spatial"), (1, "semantic"), (2, "frequency"), (3, "frequency"),
                (6, "frequency"), (7, "semantic")]  # fmt: skip
    assert learning(trainee) == expected
    blocks = {"spatial": [0], "semantic": [1, 7], "frequency": [2, 3, 6]}
    assert selection.choices == [{"step": 3, **blocks}]


def test_a_random_choice_takes_as_many(trainee, selection):
    selection.choose_randomly(1, torch.Generator().manual_seed(3))
    once = learning(trainee)
    selection.choose_randomly(3, torch.Generator().manual_seed(4))
    assert len(once) == len(learning(trainee)) == LEARNING
    assert once != learning(trainee)


def test_others_stay_bit_for_bit_under_weight_decay(trainee, selection):
    optimizer = torch.optim.AdamW(parameter_groups(trainee, 1e-2, 0.5))
    for start in (0, 12):
        squares = torch.zeros(24)
        squares[start : start + LEARNING] = 1
        selection.choose(start + 1, squares)
        before = {k: p.detach().clone() for k, p in trainee.network.backbone.named_parameters()}
        for _ in range(2):
            optimizer.zero_grad()
            next(losses(trainee)).backward()
            optimizer.step()
        changed = {
            name
            for name, p in trainee.network.backbone.named_parameters()
            if not torch.equal(p, before[name])
        }
        changed = {name.removeprefix("reins.") for name in changed}
        modules = {tuple(name.split(".")[:2]) for name in changed if name.startswith(TYPES)}
        assert modules == {(kind, str(block)) for block, kind in learning(trainee)}
        assert not any(name.startswith("blocks.") for name in changed)


def test_gated_training_is_a_model_that_names_its_modules(request_for, tiny_crossearth):
    result = adapt_full(request_for(tiny_crossearth, adapter="gate"), Job(**SILENT), GATED)
    model = find_model(result["path"])
    assert model.architecture == "gate-tiny-128"
    item = json.loads(Path(result["path"], MODEL_FILE).read_text())
    choices = item["properties"]["crossearth:origin"]["choices"]
    assert [choice["step"] for choice in choices] == [1, 3, 5]
    assert all(sum(len(choice[kind]) for kind in TYPES) == LEARNING for choice in choices)
    report = Path(result["report"]).read_text()
    for name in ("that learned (LoRA)", "beside the MLP", "Frequency ones", " of 3 times"):
        assert name in report
    stored = {tuple(name.split(".")[2:4]) for name in load_file(model.weights)
              if name.startswith(tuple(f"backbone.reins.{kind}." for kind in TYPES))}  # fmt: skip
    chosen = {(kind, str(block)) for c in choices for kind in TYPES for block in c[kind]}
    assert stored <= {(kind, block) for kind, block in chosen if kind != "spatial"}
    pixels = torch.zeros(1, 3, 128, 128).numpy()
    assert load_backend(model, "cpu", 1).run(pixels).shape == (1, 2, 128, 128)
    # It is trained on like any other, also with another adapter.
    for adapter in ("gate", "rein"):
        again = request_for(result["path"], adapter, adapter=adapter)
        adapt_full(again, Job(**SILENT), replace(GATED, steps=2))


@pytest.mark.slow
def test_gated_network_is_exported(request_for, tiny_crossearth, tmp_path):
    pytest.importorskip("onnxscript", reason="onnxscript is an extra")
    result = adapt_full(request_for(tiny_crossearth, adapter="gate"), Job(**SILENT), GATED)
    model = find_model(result["path"])
    export_model(model, tmp_path / "out", Job(**SILENT))
    there = find_model(str(tmp_path / "out"))
    pixels = torch.randn(1, 3, 128, 128, generator=torch.Generator().manual_seed(2)).numpy()
    expected, found = (load_backend(item, "cpu", 1).run(pixels) for item in (model, there))
    assert abs(found - expected).max() <= 1e-3


def test_killed_training_goes_on_to_the_same_bytes(request_for, tiny_crossearth):
    recipe = replace(GATED, steps=8, gate=GateRecipe(every=3, samples=2))
    whole = adapt_full(request_for(tiny_crossearth, "whole", adapter="gate"), Job(**SILENT), recipe)
    for step in (3, 5):
        request = request_for(tiny_crossearth, "parts", adapter="gate", resume=step > 3)
        with pytest.raises(Killed):
            adapt_full(request, kill_at(step), recipe)
    assert (request.folder.with_name(".parts.training") / STATE_FILE).exists()
    parts = adapt_full(replace(request, resume=True), Job(**SILENT), recipe)
    assert Path(parts["weights"]).read_bytes() == Path(whole["weights"]).read_bytes()
    assert parts["accuracy"] == whole["accuracy"]
    found, expected = (
        json.loads(Path(result["path"], MODEL_FILE).read_text())["properties"]["crossearth:origin"]
        for result in (parts, whole)
    )
    assert found["choices"] == expected["choices"]


def test_gate_is_chosen_for_its_networks_only(request_for):
    request = request_for("any")
    assert recipe_for(build("gate-tiny-128", 2, 3), request).gate == GateRecipe()
    assert recipe_for(build("crossearth-tiny-128", 2, 3), request).gate is None


def test_network_without_blocks_has_nothing_to_gate(request_for, compact):
    with pytest.raises(InvalidRequest, match=r"has no adapters.*Leave the adapter out"):
        adapt_full(request_for(compact, adapter="gate"), Job(**SILENT), GATED)
