# ruff: noqa: E402 - what may be absent is asked for first
from dataclasses import replace

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.models.registry import _BUILDERS, build
from crossearth_engine.networks.crossearth import ADAPTERS
from crossearth_engine.networks.mask2former import compare, semantic_scores
from crossearth_engine.networks.precision import (
    HalfLinear,
    Int8Linear,
    PackedLinear,
    available_precisions,
    prepare_for_cpu,
    prepare_for_gpu,
)
from crossearth_engine.networks.single import Single, SingleLinear
from crossearth_engine.training.full.mask_losses import mask_classification_loss
from tests.engine.networks.tiny import TINY, image, lively

KINDS = [kind for _, kind in ADAPTERS.values()]

needs_bf16 = pytest.mark.skipif(
    "bf16" not in available_precisions(lively(), "cpu"), reason="no bfloat16 on this CPU"
)


def assert_close(network, tolerance, same_labels, config=TINY):
    """Scores of the lively network reach 1.5."""
    pixels = image(128, 128, batch=2)
    expected = lively(config=config)(pixels)
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


@pytest.mark.parametrize("adapter", KINDS, ids=lambda adapter: adapter.__name__)
@pytest.mark.parametrize(
    ("dtype", "tolerance", "same_labels"),
    [(torch.bfloat16, 0.4, 0.97), (torch.float16, 0.1, 0.99)],
)
@torch.inference_mode()
def test_scores_stay_close_as_on_a_gpu(dtype, tolerance, same_labels, adapter):
    config = replace(TINY, adapter=adapter)
    network = lively(config=config)
    prepare_for_gpu(network, dtype)
    assert_close(network, tolerance, same_labels, config)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16], ids=str)
@pytest.mark.parametrize("architecture", _BUILDERS)
def test_of_every_network_is_halved_all_that_does_not_say_otherwise(architecture, dtype):
    with torch.device("meta"):
        network = build(architecture, num_classes=5, in_channels=3).eval()
        prepare_for_gpu(network, dtype)
    body = getattr(network, "backbone", network)
    for module in body.modules():
        stays = isinstance(module, (Single, torch.nn.BatchNorm2d))
        expected = torch.float32 if stays else dtype
        for tensor in (*module.parameters(recurse=False), *module.buffers(recurse=False)):
            assert tensor.dtype == expected or not tensor.is_floating_point()
    names = {name.rpartition(".")[2] for name, m in network.named_modules() if is_single(m)}
    if architecture.startswith("efficientnet"):
        assert names == {"classifier"}
    elif architecture.startswith("prithvi"):
        assert names == set()
    else:
        assert names >= {"sampling_offsets", "attention_weights", "cls_embed", "querys2feat"}
        assert names >= {"reins", "transform", "merge"}
        assert not any(is_single(m) for m in network.backbone.blocks.modules())
        head = network.decode_head.modules()
        assert {m._linear.weight.dtype for m in head if isinstance(m, HalfLinear)} == {dtype}


def is_single(module):
    return isinstance(module, Single)


@pytest.mark.parametrize("adapter", KINDS, ids=lambda adapter: adapter.__name__)
def test_what_stays_single_keeps_every_bit(adapter):
    network, before = (lively(config=replace(TINY, adapter=adapter)) for _ in range(2))
    prepare_for_gpu(network, torch.bfloat16)
    kept = dict(before.named_parameters())
    for name, parameter in network.named_parameters():
        if parameter.dtype == torch.float32:
            assert torch.equal(parameter, kept[name]), name
        else:
            assert torch.equal(parameter, kept[name.replace("._linear", "")].bfloat16()), name


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16], ids=str)
def test_under_autocast_what_decides_is_computed_as_without_it(dtype):
    torch.manual_seed(0)
    linear = SingleLinear(32, 24)
    x, pixels = torch.randn(2, 7, 32), torch.randn(2, 24, 50)
    labels = torch.randint(0, 3, (2, 40, 40))
    prediction = type(lively().predict(image(64, 64))[0])(
        torch.randn(2, 6, 4), 3 * torch.randn(2, 6, 10, 10)
    )
    reins = lively().backbone.reins

    def results():
        generator = torch.Generator().manual_seed(5)
        loss = mask_classification_loss([prediction], labels, generator, num_points=300)
        yield from (linear(x), compare(linear(x), pixels), loss, reins.queries())
        yield from reins._keys_values(2)
        yield semantic_scores(prediction, (40, 40))

    expected = list(results())
    with torch.autocast("cpu", dtype):
        assert (x @ x.mT).dtype == dtype  # it would reduce them
        found = list(results())
    for one, other in zip(found, expected, strict=True):
        assert one.dtype == torch.float32
        assert torch.equal(one, other)


@pytest.mark.parametrize("adapter", KINDS, ids=lambda adapter: adapter.__name__)
def test_under_autocast_masks_are_compared_in_single_precision(adapter, monkeypatch):
    network = lively(config=replace(TINY, adapter=adapter)).train()
    seen = []

    def note(embeddings, pixels):
        result = compare(embeddings, pixels)
        seen.append((embeddings.dtype, result.dtype))
        return result

    monkeypatch.setattr("crossearth_engine.networks.mask2former.compare", note)
    with torch.autocast("cpu", torch.bfloat16):
        predictions = network.predict(image(128, 128), every_layer=True)
        loss = mask_classification_loss(
            predictions, torch.randint(0, 5, (1, 128, 128)), torch.Generator(), num_points=200
        )
    assert set(seen) == {(torch.float32, torch.float32)}
    assert len(seen) > len(predictions)
    assert {p.mask_logits.dtype for p in predictions} == {torch.float32}
    assert {p.class_logits.dtype for p in predictions} == {torch.float32}
    loss.backward()
    grads = {name: p.grad for name, p in network.named_parameters() if "reins" in name}
    assert all(grad is not None and grad.isfinite().all() for grad in grads.values())


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


@needs_bf16
@torch.inference_mode()
def test_on_a_cpu_branches_are_computed_in_bf16_and_their_sum_in_single_precision():
    network = lively()
    prepare_for_cpu(network, "bf16")
    seen = {}
    head = network.decode_head.pixel_decoder.encoder.layers[0].ffn.layers
    block, reins = network.backbone.blocks[0], network.backbone.reins
    for name, module in {
        "opens": block.attn.qkv,
        "ends": block.attn.proj,
        "opens the second": block.mlp.fc1,
        "sum": block,
        "adapter": reins.mlp_delta_f,
        "head opens": head[0],
        "head ends": head[1],
    }.items():
        module.register_forward_hook(
            lambda _, inputs, y, name=name: seen.update({name: (inputs[0].dtype, y.dtype)})
        )
    network(image(64, 64))
    half, single = torch.bfloat16, torch.float32
    assert seen == {
        "opens": (single, half),
        "ends": (half, single),
        "opens the second": (single, half),
        "sum": (single, single),
        "adapter": (half, single),
        "head opens": (single, half),
        "head ends": (half, single),
    }


@torch.inference_mode()
def test_networks_of_convolutions_are_converted_as_a_whole():
    network = build("efficientnet-lite0-fpn", num_classes=3, in_channels=3).eval()
    pixels = image(64, 64)
    expected = network(pixels)
    prepare_for_gpu(network, torch.bfloat16)
    assert network(pixels).dtype == torch.float32  # the classes are told apart in single precision
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
