"""RVSA, the backbone of the MTP variant: a vision transformer with rotated varied-size windows.

Wang et al. 2022, "Advancing Plain Vision Transformer Towards Remote Sensing Foundation Model"
(rotated varied-size window attention); Wang et al. 2024, "MTP: Advancing Remote Sensing Foundation
Model via Multi-Task Pretraining" (the large size). Which decode head the one published file has is
not documented, so this holds the backbone alone, and says of a file what head it seems to have.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.dinov2 import PATCH_SIZE

_WINDOW = 7
_FULL_ATTENTION_EVERY = 6
_NORM_EPS = 1e-6
_POSITION_STD = 0.02


def is_rvsa(names: Collection[str]) -> bool:
    """Return whether these are tensors of a network with this backbone."""
    return any(name.endswith(".attn.full_attn_rel_pos_h") for name in names)


def describe(names: Collection[str]) -> str:
    """Return a sentence on why a file with this backbone cannot be run, by what head it has."""
    backbone = "its backbone is RVSA (the MTP variant), which is known"
    head = sorted({name.split(".")[1] for name in names if name.startswith("decode_head.")})
    if not head:
        return f"{backbone}, but it holds no decode head."
    if "query_embed" in head and "query_feat" in head:
        guess = "looks like a plain Mask2Former with query tables of its own"
    else:
        guess = "is not the one of CrossEarth"
    return (
        f"{backbone}, but its decode head {guess} (its parts are {', '.join(head)}), and how it "
        "was built is not documented. Take the file of the same benchmark with the Rein adapter."
    )


class Rvsa(nn.Module):
    """Images (B, 3, S, S) to maps of strides 4, 8, 16 and 32, (B, width, S/4, S/4) and so on.

    Args:
        image_size: edge of the input, pixels; fixed, because the position tables are.
        width, depth, num_heads: of the transformer.
        feature_blocks: the blocks from which the four maps are made.
    """

    def __init__(
        self,
        image_size: int = 1024,
        width: int = 1024,
        depth: int = 24,
        num_heads: int = 16,
        feature_blocks: Sequence[int] = (7, 11, 15, 23),
    ) -> None:
        super().__init__()
        self.feature_blocks = tuple(feature_blocks)
        size = image_size // PATCH_SIZE
        self.size = size
        self.pos_embed = nn.Parameter(torch.zeros(1, size * size, width))
        self.patch_embed = _PatchEmbedding(width)
        self.blocks = nn.ModuleList(
            _Block(
                width,
                _FullAttention(width, num_heads, size)
                if (i + 1) % _FULL_ATTENTION_EVERY == 0
                else _WindowAttention(width, num_heads),
            )
            for i in range(depth)
        )
        self.fpn1 = nn.Sequential(
            nn.ConvTranspose2d(width, width, 2, stride=2),
            _ChannelNorm(width),
            nn.GELU(),
            nn.ConvTranspose2d(width, width, 2, stride=2),
        )
        self.fpn2 = nn.Sequential(nn.ConvTranspose2d(width, width, 2, stride=2))
        nn.init.trunc_normal_(self.pos_embed, std=_POSITION_STD)

    def forward(self, image: Tensor) -> list[Tensor]:
        """Return the four maps, finest first.

        Raises:
            ValueError: if the image is not of the size the network was built for.
        """
        if image.shape[2:] != (self.size * PATCH_SIZE,) * 2:
            raise ValueError(f"images must be {self.size * PATCH_SIZE} pixels wide and high")
        x = self.patch_embed.proj(image).flatten(2).transpose(1, 2) + self.pos_embed
        maps = []
        for i, block in enumerate(self.blocks):
            x = block(x, self.size)
            if i in self.feature_blocks:
                maps.append(x.transpose(1, 2).unflatten(2, (self.size, self.size)))
        return [self.fpn1(maps[0]), self.fpn2(maps[1]), maps[2], F.max_pool2d(maps[3], 2)]


class _PatchEmbedding(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(3, width, PATCH_SIZE, stride=PATCH_SIZE)


class _ChannelNorm(nn.Module):
    """Layer norm over the channels of a map."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.ln = nn.LayerNorm(width, eps=_NORM_EPS)

    def forward(self, x: Tensor) -> Tensor:
        return self.ln(x.movedim(1, -1)).movedim(-1, 1)


class _Block(nn.Module):
    """Attention and a two-layer network, each on normalised tokens and added."""

    def __init__(self, width: int, attention: nn.Module) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width, eps=_NORM_EPS)
        self.attn = attention
        self.norm2 = nn.LayerNorm(width, eps=_NORM_EPS)
        self.mlp = _Mlp(width)

    def forward(self, x: Tensor, size: int) -> Tensor:
        x = x + self.attn(self.norm1(x), size)
        return x + self.mlp(self.norm2(x))


class _Mlp(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.fc1 = nn.Linear(width, 4 * width)
        self.fc2 = nn.Linear(4 * width, width)

    def forward(self, x: Tensor) -> Tensor:
        return self.fc2(F.gelu(self.fc1(x)))


class _FullAttention(nn.Module):
    """Every token with every token, with a learned term per distance in rows and in columns."""

    def __init__(self, width: int, num_heads: int, size: int) -> None:
        super().__init__()
        self.num_heads = num_heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        head_width = width // num_heads
        self.full_attn_rel_pos_h = nn.Parameter(torch.zeros(2 * size - 1, head_width))
        self.full_attn_rel_pos_w = nn.Parameter(torch.zeros(2 * size - 1, head_width))

    def forward(self, x: Tensor, size: int) -> Tensor:
        q, k, v = self.qkv(x).unflatten(-1, (3, self.num_heads, -1)).permute(2, 0, 3, 1, 4)
        # The terms see the scaled query here, unlike in the windows.
        scaled = q / math.sqrt(q.shape[-1])
        bias = _distance_terms(scaled, self.full_attn_rel_pos_h, self.full_attn_rel_pos_w, size)
        x = F.scaled_dot_product_attention(q, k, v, bias)
        return self.proj(x.transpose(1, 2).flatten(2))


class _WindowAttention(nn.Module):
    """Windows of 7 x 7 tokens whose keys and values come from a rectangle of the network's choice.

    Per head and window it chooses an offset, a scale and an angle.
    """

    relative_position_index: Tensor

    def __init__(self, width: int, num_heads: int) -> None:
        super().__init__()
        self.num_heads = num_heads
        self.qkv = nn.Linear(width, 3 * width)
        self.proj = nn.Linear(width, width)
        self.sampling_offsets = self._choice(width, 2 * num_heads)
        self.sampling_scales = self._choice(width, 2 * num_heads)
        self.sampling_angles = self._choice(width, num_heads)
        head_width = width // num_heads
        self.rel_pos_h = nn.Parameter(torch.zeros(2 * _WINDOW - 1, head_width))
        self.rel_pos_w = nn.Parameter(torch.zeros(2 * _WINDOW - 1, head_width))
        self.relative_position_bias_table = nn.Parameter(
            torch.zeros((2 * _WINDOW - 1) ** 2, num_heads)
        )
        distance = _distances(_WINDOW, torch.device("cpu"))  # (7, 7)
        rows = distance[:, None, :, None] * (2 * _WINDOW - 1)
        index = (rows + distance[None, :, None, :]).reshape(_WINDOW**2, _WINDOW**2)
        self.register_buffer("relative_position_index", index)

    @staticmethod
    def _choice(width: int, channels: int) -> nn.Sequential:
        return nn.Sequential(
            nn.AvgPool2d(_WINDOW, _WINDOW), nn.LeakyReLU(), nn.Conv2d(width, channels, 1)
        )

    def forward(self, x: Tensor, size: int) -> Tensor:
        batch = len(x)
        missing = -size % _WINDOW
        before = missing // 2
        padding = (before, missing - before) * 2
        full = size + missing
        count = full // _WINDOW  # windows along each side
        # (B, C, full, full): zeros around the normalised map.
        padded = F.pad(x.transpose(1, 2).unflatten(2, (size, size)), padding)
        qkv = self.qkv(padded.flatten(2).transpose(1, 2)).transpose(1, 2)
        qkv = qkv.reshape(batch, 3, self.num_heads, -1, full, full)
        q, k, v = qkv.unbind(1)  # each (B, heads, d, full, full)

        places = self._places(padded, size, count).flatten(0, 1)  # (B * heads, full, full, 2)
        k, v = (
            F.grid_sample(part.flatten(0, 1), places, align_corners=True).view_as(part)
            for part in (k, v)
        )
        q, k, v = (self._windows(part, count) for part in (q, k, v))  # (windows, heads, 49, d)
        table = self.relative_position_bias_table[self.relative_position_index.flatten()]
        bias = table.T.unflatten(1, (_WINDOW**2, _WINDOW**2))
        bias = bias + _distance_terms(q, self.rel_pos_h, self.rel_pos_w, _WINDOW)
        x = F.scaled_dot_product_attention(q, k, v, bias)

        x = x.view(batch, count, count, self.num_heads, _WINDOW, _WINDOW, -1)
        x = x.permute(0, 1, 4, 2, 5, 3, 6).reshape(batch, full, full, -1)
        x = x[:, before : before + size, before : before + size]
        return self.proj(x.reshape(batch, size * size, -1))

    def _places(self, padded: Tensor, size: int, count: int) -> Tensor:
        """Return where keys and values are sampled, x and y from -1 to 1: (B, heads, F, F, 2)."""
        batch, _, full, _ = padded.shape
        shape = (batch, self.num_heads, -1, count, count)
        offsets = self.sampling_offsets(padded).view(shape) / (size // _WINDOW)
        scales = self.sampling_scales(padded).view(shape) + 1
        angles = self.sampling_angles(padded).view(shape)[:, :, 0, :, None, :, None]

        line = torch.linspace(-1, 1, full, device=padded.device, dtype=padded.dtype)
        lines = line.view(count, _WINDOW)
        centers = lines.mean(1)
        inside = lines[0] - centers[0]  # a window's own cells around its centre

        def per_cell(values: Tensor) -> Tensor:  # (B, heads, windows y, 1, windows x, 1)
            return values[:, :, :, None, :, None]

        x = inside * per_cell(scales[:, :, 0])  # (B, heads, windows y, 1, windows x, 7)
        y = inside[:, None, None] * per_cell(scales[:, :, 1])  # (B, heads, windows y, 7, …, 1)
        cosine, sine = angles.cos(), angles.sin()
        turned_x = x * cosine - y * sine
        turned_y = x * sine + y * cosine
        column = turned_x + centers[:, None] + per_cell(offsets[:, :, 0])
        row = turned_y + centers[:, None, None, None] + per_cell(offsets[:, :, 1])
        return torch.stack((column, row), dim=-1).view(batch, self.num_heads, full, full, 2)

    @staticmethod
    def _windows(x: Tensor, count: int) -> Tensor:
        batch, heads, channels = x.shape[:3]
        x = x.view(batch, heads, channels, count, _WINDOW, count, _WINDOW)
        return x.permute(0, 3, 5, 1, 4, 6, 2).reshape(-1, heads, _WINDOW**2, channels)


def _distances(size: int, device: torch.device) -> Tensor:
    """Return the row of a distance table for every pair of positions, (size, size)."""
    position = torch.arange(size, device=device)
    return position[:, None] - position[None, :] + size - 1


def _distance_terms(q: Tensor, rows: Tensor, columns: Tensor, size: int) -> Tensor:
    """Return what queries (…, size * size, d) add to attention by distance, (…, N, N)."""
    index = _distances(size, q.device)
    grid = q.unflatten(-2, (size, size))
    by_row = torch.einsum("...yxd,ykd->...yxk", grid, rows[index])
    by_column = torch.einsum("...yxd,xkd->...yxk", grid, columns[index])
    terms = by_row[..., :, None] + by_column[..., None, :]
    return terms.flatten(-2).flatten(-3, -2)
