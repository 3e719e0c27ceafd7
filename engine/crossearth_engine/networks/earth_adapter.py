"""Earth-Adapter: a mixture of adapters for different frequencies of the features.

Hu et al. 2025, "Earth-Adapter: Bridge the Geospatial Domain Gaps with Mixture of Frequency
Adaptation" (arXiv 2504.06220). In satellite images the features of a vision transformer hold
artefacts nearly everywhere; low and high frequencies of the feature map get an adapter each, beside
one for the map as it is, and a router weighs the three for every token.

As in the paper's settings for domain generalisation: bottlenecks of 64, a cutoff of 0.3, three
adapters in the first quarter of the blocks and one in the others, a learned scale per block that
starts at 0.1. Two things are ours: the low pass is a pair of small matrices instead of a Fourier
transform, which is the same filter with a band that is symmetric, and can be exported; and the
queries of the decode head still come from Rein's low-rank tokens.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.memo import MemoModule
from crossearth_engine.networks.rein import Reins
from crossearth_engine.networks.single import Single, SingleLinear

_BOTTLENECK = 64
_CUTOFF = 0.3
_INITIAL_SCALE = 0.1
_SPLIT_SHARE = 4
"""One block in so many, from the first on, tells frequencies apart."""


class EarthAdapter(Reins):
    """The adapters of all blocks; see `crossearth_engine.networks.rein.Reins` for the arguments."""

    def __init__(
        self,
        width: int,
        depth: int,
        patch_size: int,
        num_tokens: int,
        rank: int,
        query_width: int,
    ) -> None:
        super().__init__(width, depth, patch_size, num_tokens, rank, query_width)
        del self.scale, self.mlp_token2feat, self.mlp_delta_f
        num_split = math.ceil(depth / _SPLIT_SHARE)
        self.blocks = nn.ModuleList(
            FrequencyAdapter(width, _BOTTLENECK, is_split=i < num_split) for i in range(depth)
        )

    def forward(self, x: Tensor, block: int, shape: tuple[int, int]) -> Tensor:
        """Return the tokens (B, 1 + N, width) after this block; the class token stays as it is."""
        edited: Tensor = self.blocks[block](x, shape)
        return edited


class FrequencyAdapter(Single, MemoModule):
    """The adapter of one block.

    Args:
        width: channels of a token.
        bottleneck: channels between the two layers of an expert.
        is_split: whether low and high frequencies have an expert of their own.
    """

    def __init__(self, width: int, bottleneck: int, *, is_split: bool = True) -> None:
        super().__init__()
        self.is_split = is_split
        self.scale = nn.Parameter(torch.tensor(_INITIAL_SCALE))
        self.whole = _bottleneck(width, bottleneck)
        if is_split:
            self.low = _bottleneck(width, bottleneck)
            self.high = _bottleneck(width, bottleneck)
            self.router = SingleLinear(width, 3)

    def forward(self, x: Tensor, shape: tuple[int, int]) -> Tensor:
        """Return the tokens (B, 1 + N, width) edited; the class token stays as it is."""
        patches = x[:, 1:]
        delta = self.whole(patches)
        if self.is_split:
            low = self._low_pass(patches, shape)
            parts = torch.stack((delta, self.low(low), self.high(patches - low)), dim=-1)
            shares = F.softmax(self.router(patches), dim=-1)
            delta = (parts * shares[:, :, None]).sum(-1).to(x.dtype)
        return x + F.pad(self.scale * delta, (0, 0, 1, 0))

    def _low_pass(self, patches: Tensor, shape: tuple[int, int]) -> Tensor:
        rows, cols = self.memoize(
            "low pass",
            (shape, patches.device, patches.dtype),
            lambda: [low_pass(length, _CUTOFF).to(patches) for length in shape],
        )
        grid = patches.unflatten(1, shape)  # (B, h, w, width)
        return torch.einsum("yh,bhwc,xw->byxc", rows, grid, cols).flatten(1, 2)


def low_pass(length: int, cutoff: float) -> Tensor:
    """Return the matrix (length, length) that keeps the frequencies up to a share of the highest.

    Args:
        length: number of samples.
        cutoff: 0 keeps the mean only, 1 keeps everything.
    """
    is_kept = (2 * torch.fft.fftfreq(length)).abs() <= cutoff
    impulses = torch.fft.fft(torch.eye(length), dim=0)
    return torch.fft.ifft(impulses * is_kept[:, None], dim=0).real


def _bottleneck(width: int, bottleneck: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, bottleneck), nn.ReLU(), nn.Linear(bottleneck, width))
