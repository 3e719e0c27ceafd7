"""What is computed in single precision whatever the rest of a network is computed in.

A module says so itself, by its class: where a network looks, what it looks for and what it decides
is no matter of rounding, for a mask or a place that flips is another map.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

import torch
from torch import Tensor, nn


class Single:
    """Marks a module whose own parameters stay as they are when a network is converted."""


class SingleLinear(Single, nn.Linear):
    """A linear layer that takes any type and gives the type of its weights."""

    def forward(self, x: Tensor) -> Tensor:
        """Return (…, out) for (…, in)."""
        with undisturbed(x):
            return super().forward(x.to(self.weight.dtype))


class SingleConv2d(Single, nn.Conv2d):
    """A convolution that takes any type and gives the type of its weights."""

    def forward(self, x: Tensor) -> Tensor:
        """Return (B, out, H, W) for (B, in, H, W)."""
        with undisturbed(x):
            return super().forward(x.to(self.weight.dtype))


def undisturbed(x: Tensor) -> AbstractContextManager[object]:
    """Return a context in which PyTorch computes in the types of what it is given.

    Autocast would multiply in half precision, even what is given in single.
    """
    if not torch.is_autocast_enabled(x.device.type):
        return nullcontext()
    return torch.autocast(x.device.type, enabled=False)


def convert(network: nn.Module, dtype: torch.dtype) -> None:
    """Convert the weights of a network, but those that stay single.

    Batch norms do, too: libraries take them with inputs of any type, and their statistics have a
    range that fp16 lacks.
    """
    for module in network.modules():
        if not isinstance(module, (Single, nn.BatchNorm2d)):
            module._apply(lambda x: x.to(dtype) if x.is_floating_point() else x, recurse=False)
