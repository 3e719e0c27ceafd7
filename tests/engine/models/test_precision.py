# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.models.precision import (
    PRECISIONS,
    Int8Linear,
    PackedLinear,
    prepare_for_cpu,
)
from tests.engine.models.networks import image, lively

TOLERANCES = {"fp32": 1e-4, "bf16": 0.2, "int8": 0.5}  # scores reach 1.5
SAME_LABELS = {"fp32": 0.9999, "bf16": 0.99, "int8": 0.98}


@pytest.mark.parametrize("precision", PRECISIONS)
@torch.inference_mode()
def test_scores_stay_close(precision):
    pixels = image(128, 128, batch=2)
    expected = lively()(pixels)
    network = lively()
    prepare_for_cpu(network, precision)
    scores = network(pixels)
    assert scores.dtype == torch.float32
    assert (scores - expected).abs().max() <= TOLERANCES[precision]
    same = (scores.argmax(1) == expected.argmax(1)).float().mean()
    assert same >= SAME_LABELS[precision]


def test_what_decides_where_to_look_stays_in_single_precision():
    network = lively()
    prepare_for_cpu(network, "int8")
    reduced = {name for name, module in network.named_modules() if isinstance(module, Int8Linear)}
    assert "backbone.blocks.0.attn.qkv" in reduced
    assert "decode_head.pixel_decoder.encoder.layers.0.ffn.layers.1" in reduced
    assert not any("sampling_offsets" in name or "mask_embed" in name for name in reduced)
    assert "backbone.reins.mlp_token2feat" not in reduced
    assert "backbone.reins.mlp_delta_f" in reduced


def test_every_linear_layer_is_replaced():
    network = lively()
    prepare_for_cpu(network)
    if torch.backends.mkldnn.is_available():
        assert not any(type(module) is torch.nn.Linear for module in network.modules())
    assert not any(parameter.requires_grad for parameter in network.parameters())


@pytest.mark.parametrize("shape", [(32,), (1, 32), (5, 32), (2, 3, 32)])
@torch.inference_mode()
def test_layers_take_any_number_of_rows(shape):
    torch.manual_seed(0)
    linear = torch.nn.Linear(32, 16)
    x = torch.randn(shape)
    expected = linear(x)
    for layer, tolerance in ((Int8Linear(linear), 0.05), (PackedLinear(linear, x.dtype), 1e-5)):
        assert layer(x).shape == expected.shape
        torch.testing.assert_close(layer(x), expected, atol=tolerance, rtol=0)


@torch.inference_mode()
def test_one_huge_row_does_not_spoil_the_others():
    torch.manual_seed(0)
    linear = torch.nn.Linear(64, 64)
    x = torch.randn(10, 64)
    x[3] *= 1e4
    error = (Int8Linear(linear)(x) - linear(x)).abs()
    assert error[[0, 1, 2, 4, 5, 6, 7, 8, 9]].max() < 0.05


@torch.inference_mode()
def test_zeros_are_no_division_by_zero():
    linear = torch.nn.Linear(8, 8)
    linear.weight.zero_()
    assert torch.equal(Int8Linear(linear)(torch.zeros(2, 8)), linear(torch.zeros(2, 8)))
