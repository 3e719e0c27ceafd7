"""Architecture names, as written in a model's metadata, and the networks they stand for.

A training starts with `load_to_adapt`: from any installed model with safetensors weights, be it
a CrossEarth with classes of its own or a backbone that has none yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

import safetensors
import safetensors.torch
from torch import nn

from crossearth_engine.errors import IncompatibleModel, UnreadableModel
from crossearth_engine.models.checkpoint_file import listed
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.networks.crossearth import ADAPTED_CONFIGS, CrossEarth
from crossearth_engine.networks.efficientnet_fpn import EfficientNetFPN
from crossearth_engine.networks.prithvi import Prithvi
from crossearth_engine.networks.prithvi_segmenter import PrithviSegmenter, UNet, UperNet

_ADAPTER = "backbone.reins."
# What a backbone of DINOv2 does not bring along.
_LEARNED_LATER = (_ADAPTER, "decode_head.")

PRITHVI_SIZES = {"tiny": (192, 12, 3), "100m": (768, 12, 12), "300m": (1024, 24, 16)}
"""Width, depth and heads, by size."""
_PRITHVI_GRID = 14


def _prithvi(
    num_classes: int,
    in_channels: int,
    *,
    size: str,
    decoder: type[UperNet] | type[UNet],
    knows_time_and_place: bool,
) -> PrithviSegmenter:
    width, depth, num_heads = PRITHVI_SIZES[size]
    encoder = Prithvi(
        width,
        depth,
        num_heads,
        _PRITHVI_GRID,
        tuple(depth * quarter // 4 - 1 for quarter in (1, 2, 3, 4)),
        in_channels,
        knows_time_and_place=knows_time_and_place,
    )
    return PrithviSegmenter(encoder, decoder(width), width, num_classes)


_BUILDERS: dict[str, Callable[[int, int], nn.Module]] = {
    "efficientnet-lite0-fpn": partial(EfficientNetFPN, variant="lite0"),
    "efficientnet-lite1-fpn": partial(EfficientNetFPN, variant="lite1"),
    "efficientnet-lite2-fpn": partial(EfficientNetFPN, variant="lite2"),
    **{name: partial(CrossEarth, config) for name, config in ADAPTED_CONFIGS.items()},
    **{
        f"prithvi-{size}{'-tl' * knows}-{name}": partial(
            _prithvi, size=size, decoder=decoder, knows_time_and_place=knows
        )
        for size in PRITHVI_SIZES
        for knows in (False, True)
        for name, decoder in (("upernet", UperNet), ("unet", UNet))
    },
}


def build(architecture: str, num_classes: int, in_channels: int) -> nn.Module:
    """Return a network with random weights.

    Args:
        architecture: the value of ``mlm:architecture`` in the model's metadata.
        num_classes: channels of the logits.
        in_channels: bands of the input.

    Raises:
        IncompatibleModel: if no network has this name.
    """
    try:
        builder = _BUILDERS[architecture]
    except KeyError as error:
        reason = f"its architecture is not one of {', '.join(sorted(_BUILDERS))}"
        raise IncompatibleModel(path=architecture, reason=reason) from error
    return builder(num_classes, in_channels)


def build_stored(
    architecture: str, num_classes: int, in_channels: int, stored: Iterable[str]
) -> nn.Module:
    """Return what `build` does, without the modules of CrossEarth-Gate that a file does not have.

    Args:
        architecture: see `build`, as for the next two.
        num_classes: channels of the logits.
        in_channels: bands of the input.
        stored: names of the tensors in the file.
    """
    network = build(architecture, num_classes, in_channels)
    if isinstance(network, CrossEarth) and network.gate:
        network.gate.leave_out_absent(stored, _ADAPTER)
    return network


def load_to_adapt(model: ModelInfo, num_classes: int) -> nn.Module:
    """Return the network of a model with its weights, and a head for other classes.

    What the file does not have, or has for another number of classes, keeps random values: adapter
    and head of a backbone without classes, the last layer of a model that has some. In evaluation
    mode; bands and scaling stay those of the model.

    Args:
        model: an installed model with safetensors weights.
        num_classes: channels of the scores.

    Raises:
        IncompatibleModel: if its weights are of another kind, or do not fit its architecture.
        UnreadableModel: if they are damaged.
    """
    if model.weights.suffix.lower() != ".safetensors":
        reason = "its weights are for running only; those of a .safetensors file can be trained on."
        raise IncompatibleModel(path=model.weights, reason=reason)
    try:
        tensors = safetensors.torch.load_file(model.weights)
    except (OSError, safetensors.SafetensorError) as error:
        raise UnreadableModel(path=model.weights, reason=f"it is damaged ({error}).") from error
    network = build_stored(model.architecture, num_classes, len(model.bands), tensors)
    expected = network.state_dict()
    fitting = {
        name: tensor
        for name, tensor in tensors.items()
        if name in expected and tensor.shape == expected[name].shape
    }
    has_head = any(name.startswith("decode_head.") for name in tensors)
    unfit = {
        name
        for name in expected.keys() - fitting.keys()
        # The last layer is as long as there are classes.
        if (name not in tensors or tensors[name].shape[1:] != expected[name].shape[1:])
        and (has_head or not name.startswith(_LEARNED_LATER))
    }
    if unfit:
        reason = f"it does not fit {model.architecture}: {listed(unfit)}."
        raise IncompatibleModel(path=model.weights, reason=reason)
    network.load_state_dict(fitting, strict=False)
    return network.eval()
