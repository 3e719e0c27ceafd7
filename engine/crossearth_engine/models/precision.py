"""Linear layers for inference on a CPU: laid out for its vector units, in less precision if asked.

Most of a vision transformer's time is spent in them. Everything else stays in single precision,
among it whatever decides where the network looks: a mask or a place that flips is not a rounding
error.
"""

from __future__ import annotations

from typing import Literal, get_args

import torch
from torch import Tensor, nn

Precision = Literal["fp32", "bf16", "int8"]

PRECISIONS: tuple[Precision, ...] = get_args(Precision)

# Where to look, what to look for, and what is computed once for all images.
_ALWAYS_SINGLE = {
    *("sampling_offsets", "attention_weights", "mask_embed", "cls_embed"),
    *("mlp_token2feat", "transform", "merge", "querys2feat"),
}


def prepare_for_cpu(network: nn.Module, precision: Precision = "fp32") -> None:
    """Replace the linear layers of a network, which from then on is for inference on a CPU only.

    The other weights are copied, so that a file they were mapped from can be closed.

    Args:
        network: in evaluation mode, on the CPU.
        precision: ``fp32`` keeps every value and is about twice as fast where oneDNN beats the
            default library; ``bf16`` multiplies in bfloat16, ``int8`` in 8-bit integers with a
            scale per row of the input and per output channel.
    """
    for name, module in list(network.named_modules()):
        for child_name, child in module.named_children():
            if type(child) is nn.Linear:
                is_single = not _ALWAYS_SINGLE.isdisjoint((*name.split("."), child_name))
                setattr(module, child_name, _prepared(child, "fp32" if is_single else precision))
    for parameter in network.parameters():
        parameter.requires_grad_(False)
        parameter.data = parameter.data.clone()


def _prepared(linear: nn.Linear, precision: Precision) -> nn.Module:
    if precision == "int8":
        return Int8Linear(linear)
    if torch.backends.mkldnn.is_available():
        return PackedLinear(linear, torch.bfloat16 if precision == "bf16" else torch.float32)
    return linear


class PackedLinear(nn.Module):
    """A linear layer whose weights lie in the order in which oneDNN reads them."""

    def __init__(self, linear: nn.Linear, dtype: torch.dtype) -> None:
        super().__init__()
        self._dtype = dtype
        self._weight = torch.ops.mkldnn._reorder_linear_weight(linear.weight.detach().to(dtype))
        self._bias = linear.bias.detach().to(dtype, copy=True)

    def forward(self, x: Tensor) -> Tensor:
        """Return (…, out) for (…, in), of the type of ``x``."""
        y: Tensor = torch.ops.mkldnn._linear_pointwise(
            x.to(self._dtype), self._weight, self._bias, "none", [], ""
        )
        return y.to(x.dtype)


class Int8Linear(nn.Module):
    """A linear layer in 8-bit integers, scaled per row of the input and per output channel.

    One scale for the whole input would be ruled by the few huge values that vision transformers
    have in some tokens.
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        weight = linear.weight.detach().float()
        self._scale = weight.abs().amax(dim=1).clamp_min(torch.finfo(torch.float32).tiny) / 127
        self._weight = (weight / self._scale[:, None]).round_().to(torch.int8).T
        self._bias = linear.bias.detach().clone()

    def forward(self, x: Tensor) -> Tensor:
        """Return (…, out) for (…, in)."""
        rows = x.reshape(-1, x.shape[-1])
        scale = rows.abs().amax(dim=1, keepdim=True).clamp_min_(1e-30) / 127
        product = torch._int_mm((rows / scale).round_().to(torch.int8), self._weight)
        y = torch.addcmul(self._bias, product * scale, self._scale)
        return y.view(*x.shape[:-1], -1)
