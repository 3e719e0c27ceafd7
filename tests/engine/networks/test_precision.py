# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.models.registry import build
from crossearth_engine.networks.precision import (
    HalfLinear,
    Int8Linear,
    PackedLinear,
    available_precisions,
    prepare_for_cpu,
    prepare_for_gpu,
)
from tests.engine.networks.tiny import image, lively

needs_bf16 = pytest.mark.skipif(
    "bf16" not in available_precisions(lively(), "cpu"), reason="no bfloat16 on this CPU"
)


def assert_close(network, tolerance, same_labels):
    """Scores of the lively network reach 1.5."""
    pixels = image(128, 128, batch=2)
    expected = lively()(pixels)
    scores = network(pixels)
    assert scores.dtype == torch.float32
    assert (scores - expected).abs().max() <= tolerance
    assert (scores.argmax(1) == expected.argmax(1)).float().mean() >= same_labels


@pytest.mark.parametrize(
    ("precision", "tolerance", "same_labels"),
    [
        ("fp32", 1e-4, 0.9999),
        pytest.param("bf16", 0.2, 0.99, marks=needs_bf16),
        ("int8", 0.5, 0.98),
    ],
)
@torch.inference_mode()
def test_scores_stay_close_on_a_cpu(precision, tolerance, same_labels):
    network = lively()
    prepare_for_cpu(network, precision)
    assert_close(network, tolerance, same_labels)


@pytest.mark.parametrize(
    ("dtype", "tolerance", "same_labels"),
    [(torch.bfloat16, 0.4, 0.98), (torch.float16, 0.1, 0.995)],
)
@torch.inference_mode()
def test_scores_stay_close_as_on_a_gpu(dtype, tolerance, same_labels):
    network = lively()
    prepare_for_gpu(network, dtype)
    assert_close(network, tolerance, same_labels)


@torch.inference_mode()
def test_on_a_gpu_what_decides_where_to_look_stays_in_single_precision():
    network = lively()
    prepare_for_gpu(network, torch.bfloat16)
    single = {name for name, p in network.named_parameters() if p.dtype == torch.float32}
    encoder = "decode_head.pixel_decoder.encoder.layers.0."
    assert {
        f"{encoder}self_attn.sampling_offsets.weight",
        f"{encoder}self_attn.attention_weights.weight",
        "decode_head.mask_embed.0.weight",
        "decode_head.cls_embed.weight",
        "backbone.reins.learnable_tokens_a",
        "backbone.reins.merge.weight",
    } <= single
    reduced = set(network.state_dict()) - single
    assert {"backbone.pos_embed", "backbone.blocks.0.attn.qkv.weight"} <= reduced
    assert f"{encoder}ffn.layers.1._linear.weight" in reduced
    seen = []
    network.backbone.blocks[0].register_forward_hook(lambda module, x, y: seen.append(y.dtype))
    network.decode_head.register_forward_pre_hook(
        lambda module, inputs: seen.extend([inputs[0][0].dtype, inputs[1].dtype])
    )
    network(image(64, 64))
    assert seen == [torch.bfloat16, torch.float32, torch.float32]


@torch.inference_mode()
def test_networks_of_convolutions_are_converted_as_a_whole():
    network = build("efficientnet-lite0-fpn", num_classes=3, in_channels=3).eval()
    pixels = image(64, 64)
    expected = network(pixels)
    prepare_for_gpu(network, torch.bfloat16)
    torch.testing.assert_close(network(pixels).float(), expected, atol=0.2, rtol=0.1)


def test_a_cpu_offers_less_precision_to_linear_layers_only(monkeypatch):
    convolutions = build("efficientnet-lite0-fpn", num_classes=3, in_channels=3)
    assert available_precisions(convolutions, "cpu") == ["fp32"]
    assert available_precisions(lively(), "mps") == ["fp32"]
    if torch.backends.mkldnn.is_available():
        assert "int8" in available_precisions(lively(), "cpu")
        monkeypatch.setattr("crossearth_engine.networks.precision._computes_bf16", lambda: False)
        assert available_precisions(lively(), "cpu") == ["fp32", "int8"]


@pytest.mark.parametrize(
    ("capability", "precisions"),
    [((7, 5), ["fp32", "fp16"]), ((9, 0), ["fp32", "bf16", "fp16"])],
)
def test_a_gpu_offers_what_its_matrix_units_know(monkeypatch, capability, precisions):
    monkeypatch.setattr(torch.cuda, "get_device_capability", lambda device: capability)
    assert available_precisions(lively(), "cuda:1") == precisions


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
    layers = [(Int8Linear(linear), 0.05), (PackedLinear(linear, x.dtype), 1e-5)]
    for layer, tolerance in [*layers, (HalfLinear(linear, torch.bfloat16), 0.05)]:
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
