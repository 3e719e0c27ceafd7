"""The blocks of a vision transformer, under the names that the field's files give their tensors."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.branch import OpeningLinear

NORM_EPS = 1e-6

_LAYER_SCALE = 1e-5


class Block(nn.Module):
    """Attention and a two-layer network, each on normalised tokens and added.

    Args:
        width: channels of a token.
        num_heads: attention heads.
        norm_eps: of the normalisations.
        is_scaled: whether what is added has a learned factor per channel.
    """

    def __init__(
        self, width: int, num_heads: int, norm_eps: float = NORM_EPS, *, is_scaled: bool = True
    ) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width, eps=norm_eps)
        self.attn = Attention(width, num_heads)
        self.ls1 = LayerScale(width) if is_scaled else Residual()
        self.norm2 = nn.LayerNorm(width, eps=norm_eps)
        self.mlp = Mlp(width, 4 * width)
        self.ls2 = LayerScale(width) if is_scaled else Residual()

    def forward(
        self, x: Tensor, in_attention: nn.Module | None = None, beside_mlp: nn.Module | None = None
    ) -> Tensor:
        """Return tokens (B, N, width) for tokens of the same shape.

        Args:
            x: tokens.
            in_attention: see `Attention`.
            beside_mlp: gives what is added to the tokens after the attention, beside the MLP.
        """
        x = self.ls1(x, self.attn(self.norm1(x), in_attention))
        y: Tensor = self.ls2(x, self.mlp(self.norm2(x)))
        return y if beside_mlp is None else y + beside_mlp(x)


class Attention(nn.Module):
    """Self-attention of all tokens with all tokens."""

    def __init__(self, width: int, num_heads: int) -> None:
        super().__init__()
        self.num_heads = num_heads
        self.qkv = OpeningLinear(width, 3 * width)
        self.proj = nn.Linear(width, width)

    def forward(self, x: Tensor, added: nn.Module | None = None) -> Tensor:
        """Return (B, N, width) for tokens of the same shape.

        Args:
            x: tokens.
            added: gives what is added to queries, keys and values, (B, N, 3 * width).
        """
        qkv = self.qkv(x)
        if added is not None:
            qkv = qkv + added(x).to(qkv.dtype)
        qkv = qkv.unflatten(-1, (3, self.num_heads, -1))  # (B, N, 3, heads, d)
        q, k, v = qkv.permute(2, 0, 3, 1, 4)  # views, each (B, heads, N, d)
        x = F.scaled_dot_product_attention(q, k, v)
        return self.proj(x.transpose(1, 2).flatten(2))


class Mlp(nn.Module):
    """Two linear layers with the exact GELU between them."""

    def __init__(self, width: int, hidden: int) -> None:
        super().__init__()
        self.fc1 = OpeningLinear(width, hidden)
        self.fc2 = nn.Linear(hidden, width)

    def forward(self, x: Tensor) -> Tensor:
        """Return (…, width) for tokens of the same shape."""
        return self.fc2(F.gelu(self.fc1(x)))


class LayerScale(nn.Module):
    """``x + gamma * branch``: the residual sum with a learned factor per channel."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.full((width,), _LAYER_SCALE))

    def forward(self, x: Tensor, branch: Tensor) -> Tensor:
        """Return the sum (…, width) of two of the same shape."""
        return torch.addcmul(x, branch, self.gamma)


class Residual(nn.Module):
    """``x + branch``: the residual sum as it is."""

    def forward(self, x: Tensor, branch: Tensor) -> Tensor:
        """Return the sum of two of the same shape."""
        return x + branch


def outputs_of(blocks: nn.ModuleList, x: Tensor, wanted: Sequence[int]) -> list[Tensor]:
    """Return the tokens (B, N, width) after each of the wanted blocks, in the order of these."""
    found = []
    for i, block in enumerate(blocks):
        x = block(x)
        if i in wanted:
            found.append(x)
    return found


def as_map(tokens: Tensor, height: int, width: int) -> Tensor:
    """Return tokens (B, height * width, C), row by row, as a map (B, C, height, width)."""
    return tokens.transpose(1, 2).unflatten(2, (height, width))
