# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.registry import build
from crossearth_engine.networks.efficientnet_fpn import EfficientNetFPN, EfficientNetLiteEncoder


def imagenet_classifier(variant):
    """The tensors of a published classifier: the encoder's, and those of its head."""
    weights = EfficientNetLiteEncoder(variant).state_dict()
    return {
        **weights,
        "_conv_head.weight": torch.zeros(1280, 320, 1, 1),
        "_bn1.running_mean": torch.zeros(1280),
        "_fc.bias": torch.zeros(1000),
    }


@pytest.mark.parametrize(("height", "width"), [(64, 64), (96, 160)])
def test_logits_have_the_size_of_the_input(height, width):
    network = build("efficientnet-lite0-fpn", num_classes=7, in_channels=4).eval()
    with torch.inference_mode():
        logits = network(torch.zeros(2, 4, height, width))
    assert logits.shape == (2, 7, height, width)


@pytest.mark.parametrize(("variant", "published"), [("lite0", 296), ("lite1", 386), ("lite2", 386)])
def test_encoder_has_as_many_tensors_as_the_published_weights(variant, published):
    # Without the eight of the classifier: its convolution, five of the normalisation, and weight
    # and bias of the last layer.
    names = EfficientNetLiteEncoder(variant).state_dict()
    assert len(names) == published - 8
    assert "_conv_stem.weight" in names
    assert "_blocks.15._project_conv.weight" in names


def test_imagenet_weights_load_without_the_classifier():
    EfficientNetLiteEncoder("lite0").load_imagenet(imagenet_classifier("lite0"))


@pytest.mark.parametrize("change", ["missing", "surplus"])
def test_imagenet_weights_must_match_strictly(change):
    weights = imagenet_classifier("lite0")
    if change == "missing":
        del weights["_blocks.3._bn0.weight"]
    else:
        weights["_blocks.3._se_reduce.weight"] = torch.zeros(1)
    with pytest.raises(RuntimeError, match=r"_blocks\.3\."):
        EfficientNetLiteEncoder("lite0").load_imagenet(weights)


def test_levels_halve_in_size():
    encoder = EfficientNetLiteEncoder("lite2").eval()
    with torch.inference_mode():
        levels = encoder(torch.zeros(1, 3, 64, 128))
    assert [tuple(level.shape[2:]) for level in levels] == [(16, 32), (8, 16), (4, 8), (2, 4)]
    assert [level.shape[1] for level in levels] == encoder.level_channels


def test_strided_convolution_pads_like_tensorflow():
    # TensorFlow pads an even size at the end: the first output sees the first three pixels.
    encoder = EfficientNetLiteEncoder("lite0", in_channels=1)
    stem = encoder._conv_stem
    torch.nn.init.zeros_(stem.weight)
    stem.weight.data[0, 0, 0, 0] = 1
    image = torch.arange(64.0).reshape(1, 1, 8, 8)
    with torch.inference_mode():
        assert torch.equal(stem(image)[0, 0], image[0, 0, ::2, ::2])


def test_weights_of_a_network_load_strictly_into_its_like():
    network = EfficientNetFPN(num_classes=3, pyramid_channels=16)
    EfficientNetFPN(num_classes=3, pyramid_channels=16).load_state_dict(network.state_dict())
    with pytest.raises(RuntimeError, match="classifier"):
        EfficientNetFPN(num_classes=4, pyramid_channels=16).load_state_dict(network.state_dict())


def test_unknown_architecture_is_refused():
    with pytest.raises(IncompatibleModel, match="efficientnet-lite2-fpn"):
        build("resnet-9000", num_classes=2, in_channels=3)
