# ruff: noqa: E402 - what may be absent is asked for first
import copy

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.models.registry import build, build_stored
from crossearth_engine.networks.crossearth import ADAPTED_CONFIGS
from crossearth_engine.networks.gate import TYPES, LoRA
from tests.engine.networks.tiny import image, lively

TINY_GATE = ADAPTED_CONFIGS["gate-tiny-128"]
PREFIX = "backbone.reins."


@pytest.fixture
def network():
    return lively(config=TINY_GATE)


@torch.inference_mode()
def test_fresh_toolbox_is_nothing():
    torch.manual_seed(0)
    network = build("gate-tiny-128", 5, 3).eval()
    bare = copy.deepcopy(network)
    bare.backbone.reins.leave_out(list(bare.backbone.reins.toolbox()))
    assert not bare.backbone.reins.toolbox()
    pixels = image(128, 160)
    assert torch.equal(network(pixels), bare(pixels))


def test_every_block_has_a_module_of_each_type_of_the_sizes_of_the_paper():
    with torch.device("meta"):
        network = build("gate-l-512", 5, 3)
    toolbox = network.backbone.reins.toolbox()
    assert list(toolbox) == [(block, kind) for block in range(24) for kind in TYPES]
    sizes = [sum(p.numel() for p in toolbox[7, kind].parameters()) for kind in TYPES]
    assert sizes == [262_144, 132_160, 202_852]


@torch.inference_mode()
def test_every_module_acts(network):
    pixels = image(128, 128)
    expected = network(pixels)
    for block, kind in network.backbone.reins.toolbox():
        without = copy.deepcopy(network)
        without.backbone.reins.leave_out([(block, kind)])
        assert (without(pixels) - expected).abs().max() > 1e-4, (block, kind)


@torch.inference_mode()
def test_spatial_modules_change_query_and_value_but_not_the_key():
    torch.manual_seed(0)
    lora = LoRA(32)
    for parameter in lora.parameters():
        parameter.normal_()
    x = torch.randn(2, 5, 32)
    query, key, value = lora(x).split(32, dim=-1)
    assert query.any()
    assert value.any()
    assert not key.any()
    torch.testing.assert_close(x @ lora.weight().T, lora(x), atol=1e-3, rtol=1e-4)


@torch.inference_mode()
def test_frequency_modules_leave_the_class_token(network):
    x = torch.randn(2, 55, 96)
    edited = network.backbone.reins(x, 3, (6, 9))
    assert torch.equal(edited[:, 0], x[:, 0])
    assert (edited[:, 1:] != x[:, 1:]).any()


@torch.inference_mode()
def test_folding_keeps_the_scores_and_what_has_learned(network):
    reins = network.backbone.reins
    for parameter in reins.toolbox()[2, "semantic"].up.parameters():
        parameter.zero_()
    pixels = image(128, 128)
    expected = network(pixels)
    reins.fold(network.backbone.blocks)
    torch.testing.assert_close(network(pixels), expected, atol=1e-4, rtol=1e-4)
    kinds = ("semantic", "frequency")
    everything = [(block, kind) for block in range(8) for kind in kinds]
    assert list(reins.toolbox()) == [name for name in everything if name != (2, "semantic")]


@torch.inference_mode()
def test_network_is_built_with_the_modules_that_a_file_has(network):
    network.backbone.reins.leave_out([(0, "spatial"), (5, "frequency")])
    tensors = network.state_dict()
    again = build_stored("gate-tiny-128", 5, 3, tensors).eval()
    again.load_state_dict(tensors)
    pixels = image(128, 128)
    assert torch.equal(again(pixels), network(pixels))


def test_file_that_lacks_a_part_of_a_module_does_not_fit(network):
    tensors = network.state_dict()
    del tensors[f"{PREFIX}semantic.3.up.bias"]
    again = build_stored("gate-tiny-128", 5, 3, tensors)
    with pytest.raises(RuntimeError, match=r"semantic\.3\.up\.bias"):
        again.load_state_dict(tensors)
