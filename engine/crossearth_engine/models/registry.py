"""Architecture names, as written in a model's metadata, and the networks they stand for."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from torch import nn

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.crossearth import CONFIGS, EARTH_ADAPTER_CONFIGS, CrossEarth
from crossearth_engine.models.efficientnet_fpn import EfficientNetFPN

_BUILDERS: dict[str, Callable[[int, int], nn.Module]] = {
    "efficientnet-lite0-fpn": partial(EfficientNetFPN, variant="lite0"),
    "efficientnet-lite1-fpn": partial(EfficientNetFPN, variant="lite1"),
    "efficientnet-lite2-fpn": partial(EfficientNetFPN, variant="lite2"),
    **{
        name: partial(CrossEarth, config)
        for name, config in (CONFIGS | EARTH_ADAPTER_CONFIGS).items()
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
