"""Networks for inference: their layers laid out for the device, in less precision if asked.

Most of a vision transformer's time is spent in its linear layers. What stays in single precision
all the same says so by its class; see `networks.single`.
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from typing import Literal

import torch
from torch import Tensor, nn

from crossearth_engine.networks.branch import OpeningLinear
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.rein import Reins
from crossearth_engine.networks.single import SingleLinear, convert

Precision = Literal["fp32", "bf16", "fp16", "int8"]

_HALF_TYPES = {"bf16": torch.bfloat16, "fp16": torch.float16}


def available_precisions(network: nn.Module, device: str) -> list[Precision]:
    """Return what a network can be computed in on a device, the most precise first.

    Less precision is offered where it is quicker than ``fp32``: on a CPU for linear layers, in
    ``bf16`` if it has instructions for that; on an Nvidia GPU if its matrix units know the type.
    """
    if device.startswith("cuda"):
        return gpu_precisions(device)
    has_linear = any(type(module) is nn.Linear for module in network.modules())
    if device == "cpu" and has_linear and torch.backends.mkldnn.is_available():
        return ["fp32", "bf16", "int8"] if _computes_bf16() else ["fp32", "int8"]
    return ["fp32"]


def gpu_precisions(device: str) -> list[Precision]:
    """Return what an Nvidia GPU computes any network in, the most precise first."""
    has_bf16 = torch.cuda.get_device_capability(device) >= (8, 0)
    return ["fp32", "bf16", "fp16"] if has_bf16 else ["fp32", "fp16"]


def _computes_bf16() -> bool:
    """Return whether this CPU multiplies bfloat16 itself; oneDNN emulates it on many others."""
    is_known = bool(torch.ops.mkldnn._is_mkldnn_bf16_supported())
    if platform.machine().lower() in ("x86_64", "amd64"):
        return is_known and torch.cpu._is_avx512_bf16_supported()
    return is_known


def prepare(network: nn.Module, device: str, precision: Precision) -> None:
    """Make a network, in evaluation mode and on its device, one for inference only.

    Args:
        network: takes and gives single precision as before.
        device: where it is.
        precision: one of `available_precisions`.
    """
    if device == "cpu":
        prepare_for_cpu(network, precision)
    elif precision in _HALF_TYPES:
        prepare_for_gpu(network, _HALF_TYPES[precision])


def prepare_for_gpu(network: nn.Module, dtype: torch.dtype) -> None:
    """Convert a network to bfloat16 or half precision.

    Of CrossEarth the backbone is converted and, layer by layer, the linear maps of the head; of any
    other network everything; but for what stays single.
    """
    body = network.backbone if isinstance(network, CrossEarth) else network
    convert(body, dtype)
    body.register_forward_pre_hook(lambda module, inputs: tuple(x.to(dtype) for x in inputs))
    if isinstance(network, CrossEarth):
        body.register_forward_hook(lambda module, inputs, maps: [x.float() for x in maps])
        _replace_linears(network.decode_head, lambda linear: HalfLinear(linear, dtype))


def prepare_for_cpu(network: nn.Module, precision: Precision = "fp32") -> None:
    """Replace the linear layers of a network, which from then on is for inference on a CPU only.

    The other weights are copied, so that a file they were mapped from can be closed.

    Args:
        network: in evaluation mode, on the CPU.
        precision: ``fp32`` keeps every value and is about twice as fast where oneDNN beats the
            default library; ``bf16`` multiplies in bfloat16 and computes attention and what else
            lies within a branch in it, ``int8`` in 8-bit integers with a scale per row of the input
            and per output channel.
    """
    _replace_linears(network, lambda linear: _prepared(linear, precision), _prepared)
    if precision == "bf16":
        for module in network.modules():
            if isinstance(module, Reins):
                module.compares_in = torch.bfloat16
    for parameter in network.parameters():
        parameter.requires_grad_(False)
        parameter.data = parameter.data.clone()


def _replace_linears(
    network: nn.Module,
    reduce: Callable[[nn.Linear], nn.Module],
    keep: Callable[[nn.Linear], nn.Module] = lambda linear: linear,
) -> None:
    """Replace the linear layers: by ``keep`` what stays single, by ``reduce`` the rest."""
    for module in list(network.modules()):
        for name, child in module.named_children():
            if isinstance(child, SingleLinear):
                setattr(module, name, keep(child))
            elif isinstance(child, OpeningLinear) or type(child) is nn.Linear:
                setattr(module, name, reduce(child))


def _prepared(linear: nn.Linear, precision: Precision = "fp32") -> nn.Module:
    if precision == "int8":
        return Int8Linear(linear)
    if not torch.backends.mkldnn.is_available():
        return linear
    if precision != "bf16":
        return PackedLinear(linear, torch.float32)
    opens = isinstance(linear, OpeningLinear)
    return PackedLinear(linear, torch.bfloat16, torch.bfloat16 if opens else torch.float32)


class PackedLinear(nn.Module):
    """A linear layer whose weights lie in the order in which oneDNN reads them.

    Args:
        linear: the layer.
        dtype: what it multiplies in.
        given: type of its results.
    """

    def __init__(
        self, linear: nn.Linear, dtype: torch.dtype, given: torch.dtype = torch.float32
    ) -> None:
        super().__init__()
        self._dtype, self._given = dtype, given
        self._weight = torch.ops.mkldnn._reorder_linear_weight(linear.weight.detach().to(dtype))
        self._bias = linear.bias.detach().to(dtype, copy=True)

    def forward(self, x: Tensor) -> Tensor:
        """Return (…, out) for (…, in) of any type."""
        y: Tensor = torch.ops.mkldnn._linear_pointwise(
            x.to(self._dtype), self._weight, self._bias, "none", [], ""
        )
        return y.to(self._given)


class HalfLinear(nn.Module):
    """A linear layer in bfloat16 or half precision between layers in single precision."""

    def __init__(self, linear: nn.Linear, dtype: torch.dtype) -> None:
        super().__init__()
        self._linear = linear.to(dtype)

    def forward(self, x: Tensor) -> Tensor:
        """Return (…, out) for (…, in), of the type of ``x``."""
        return self._linear(x.to(self._linear.weight.dtype)).to(x.dtype)


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
