# ruff: noqa: E402 - what may be absent is asked for first
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from benchmarks.plain_crossearth import plain_scores
from crossearth_engine.models.registry import build
from crossearth_engine.networks.crossearth import CONFIGS
from tests.engine.networks.tiny import TINY, image, lively

DATA = Path(__file__).resolve().parents[2] / "data"


def published_shapes(grid_size):
    """Name and shape of every tensor of the published files with six classes."""
    lines = (DATA / "crossearth_l_512_tensors.txt").read_text(encoding="utf-8").splitlines()
    shapes = {name: tuple(map(int, sizes)) for name, *sizes in map(str.split, lines)}
    # The only tensor that depends on the size of the window.
    return {**shapes, "backbone.pos_embed": (1, 1 + grid_size**2, 1024)}


@pytest.fixture(scope="module")
def network():
    return lively()


@pytest.mark.parametrize(("name", "grid_size"), [("l-512", 32), ("l-1024", 64)])
def test_tensors_are_those_of_the_published_files(name, grid_size):
    with torch.device("meta"):
        network = build(f"crossearth-{name}", num_classes=6, in_channels=3)
    shapes = {name: tuple(tensor.shape) for name, tensor in network.state_dict().items()}
    assert shapes == published_shapes(grid_size)


@pytest.mark.parametrize(
    ("name", "millions"), [("l-512", 327.8), ("b-512", 108.5), ("s-1024", 43.8)]
)
def test_networks_have_the_expected_number_of_parameters(name, millions):
    with torch.device("meta"):
        network = build(f"crossearth-{name}", num_classes=6, in_channels=3)
    assert sum(p.numel() for p in network.parameters()) / 1e6 == pytest.approx(millions, abs=0.05)


SCRIPT = """
import json, sys, torch
from crossearth_engine.devices.processor import peak_rss_mb
from crossearth_engine.models.registry import build

torch.set_num_threads(2)
torch.manual_seed(0)
network = build(sys.argv[1], num_classes=6, in_channels=3).eval()
shapes = {name: list(tensor.shape) for name, tensor in network.state_dict().items()}
# The others take as much memory as these, one after the other, and six times as long.
for i, block in enumerate(network.backbone.blocks):
    if i not in network.backbone.feature_blocks:
        block.forward = lambda x, *_: x
with torch.inference_mode():
    scores = network(torch.randn(1, 3, int(sys.argv[2]), int(sys.argv[2])))
print(json.dumps({"shapes": shapes, "scores": list(scores.shape), "peak_mb": peak_rss_mb(),
                  "is_finite": bool(scores.isfinite().all()), "least": float(scores.min())}))
"""


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize(("name", "size"), [("l-512", 512), ("l-1024", 1024)])
def test_full_size_runs_in_less_than_three_gigabytes(name, size):
    # In a process of its own: the peak of this one is that of all tests.
    command = [sys.executable, "-c", SCRIPT, f"crossearth-{name}", str(size)]
    process = subprocess.run(command, check=True, capture_output=True, text=True)
    result = json.loads(process.stdout)
    shapes = {name: tuple(shape) for name, shape in result["shapes"].items()}
    assert shapes == published_shapes(size // 16)
    assert result["scores"] == [1, 6, size, size]
    assert result["is_finite"]
    assert result["least"] >= 0
    assert result["peak_mb"] is None or result["peak_mb"] < 3000


@pytest.mark.parametrize(("height", "width"), [(128, 128), (96, 160), (80, 112), (32, 48)])
@torch.inference_mode()
def test_scores_are_those_of_the_plain_path(network, height, width):
    pixels = image(height, width, batch=2)
    expected = plain_scores(network.state_dict(), TINY, pixels)
    assert expected.std() > 0.1
    torch.testing.assert_close(network(pixels), expected, atol=1e-4, rtol=0)


@torch.inference_mode()
def test_images_of_a_batch_do_not_touch_each_other(network):
    batch = image(128, 96, batch=3)
    singly = torch.cat([network(batch[i : i + 1]) for i in range(3)])
    torch.testing.assert_close(network(batch), singly, atol=2e-5, rtol=0)


@pytest.mark.parametrize(("height", "width"), [(100, 128), (17, 33), (1, 1)])
@torch.inference_mode()
def test_other_sizes_are_padded_at_the_bottom_and_right(network, height, width):
    pixels = image(height, width)
    padded = torch.zeros(1, 3, max(-(-height // 16) * 16, 32), max(-(-width // 16) * 16, 32))
    padded[:, :, :height, :width] = pixels
    assert torch.equal(network(pixels), network(padded)[:, :, :height, :width])


@torch.inference_mode()
def test_loading_other_weights_forgets_what_was_remembered(network):
    other = lively(seed=2)
    pixels = image(128, 96)
    expected = other(pixels)
    reused = lively()
    assert not torch.equal(reused(pixels), expected)
    reused.load_state_dict(other.state_dict())
    assert torch.equal(reused(pixels), expected)


@torch.inference_mode()
def test_moving_the_network_forgets_what_was_remembered(network):
    pixels = image(64, 64)
    expected = network(pixels)
    moved = lively()
    moved(pixels)
    scores = moved.double()(pixels.double())
    assert scores.dtype == torch.float64
    torch.testing.assert_close(scores.float(), expected, atol=1e-4, rtol=0)


def test_a_step_of_training_changes_the_scores_at_once():
    network = lively()
    pixels = image(64, 64)
    with torch.inference_mode():
        before = network(pixels)
    network.train()
    optimizer = torch.optim.SGD(network.backbone.reins.parameters(), lr=1.0)
    network(pixels).square().mean().backward()
    optimizer.step()
    network.eval()
    with torch.inference_mode():
        assert (network(pixels) - before).abs().max() > 1e-4


def test_gradients_reach_everything_that_makes_scores():
    network = lively().train()
    scores = network(image(96, 64, batch=2))
    (scores * torch.randn_like(scores)).sum().backward()
    without = {name for name, p in network.named_parameters() if p.grad is None}
    assert without == {"backbone.mask_token", "backbone.norm.weight", "backbone.norm.bias"}


def test_every_layer_predicts_and_is_trained():
    network = lively().train()
    predictions = network.predict(image(64, 64, batch=2), every_layer=True)
    assert [p.class_logits.shape for p in predictions] == [(2, 12, 6)] * 10
    assert {p.mask_logits.shape for p in predictions} == {(2, 12, 16, 16)}
    sum(p.mask_logits.square().mean() for p in predictions).backward()
    assert network.decode_head.mask_embed[0].weight.grad.abs().sum() > 0


@torch.inference_mode()
def test_network_built_without_memory_takes_loaded_tensors():
    source = lively()
    with torch.device("meta"):
        network = build("crossearth-tiny-128", num_classes=5, in_channels=3)
    network.load_state_dict(source.state_dict(), assign=True)
    pixels = image(64, 64)
    assert torch.equal(network.eval()(pixels), source(pixels))


@torch.inference_mode()
def test_network_takes_other_bands():
    network = build("crossearth-tiny-128", num_classes=2, in_channels=4).eval()
    assert network(torch.zeros(1, 4, 64, 64)).shape == (1, 2, 64, 64)


def test_window_size_follows_from_the_position_table():
    assert {name: config.window_size for name, config in CONFIGS.items()} == {
        name: int(name.rpartition("-")[2]) for name in CONFIGS
    }
    assert replace(TINY, grid_size=4).window_size == 64


def test_with_the_same_masks_all_that_differs_is_rounding(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[3] / "benchmarks")
    import crossearth_masks

    lines = list(crossearth_masks.compare("crossearth-tiny-128", batch=2, seed=1))
    differences = [
        float(value)
        for line in lines
        if "same masks" in line or "plain path's masks" in line
        for value in line.rpartition(": ")[2].split(", ")
    ]
    assert len(differences) == 4
    assert max(differences) < 1e-5
