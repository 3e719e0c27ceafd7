"""The vision transformer of DINOv2 (Oquab et al. 2023), with room for an adapter after each block.

Tensor names are those of the public DINOv2 files. There are no register tokens. The mask token is
part of the files and of training by masked images only. SoftCon (Wang et al. 2024) is the same
network with other bands, the patches of the files, and normalised maps.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.memo import MemoModule
from crossearth_engine.networks.rein import Reins
from crossearth_engine.networks.transformer import NORM_EPS, Block, as_map

PATCH_SIZE = 16
"""CrossEarth's; the public files have 14 and are resampled (`checkpoint.resample_backbone`)."""


class DinoV2(MemoModule):
    """Images (B, C, H, W), sizes multiples of the patch, to maps (B, width, H/patch, W/patch).

    Args:
        width: channels of a token.
        depth: number of blocks.
        num_heads: attention heads.
        grid_size: patches along each side of the position table.
        feature_blocks: the blocks whose tokens, edited by the adapter, are returned as maps.
        in_channels: bands of the input.
        reins: adapter that edits the tokens after each block, or None.
        patch_size: edge of a patch, pixels.
        is_normed: whether the final norm is applied to each of the maps.
    """

    def __init__(
        self,
        width: int,
        depth: int,
        num_heads: int,
        grid_size: int,
        feature_blocks: Sequence[int],
        in_channels: int = 3,
        reins: Reins | None = None,
        patch_size: int = PATCH_SIZE,
        *,
        is_normed: bool = False,
    ) -> None:
        super().__init__()
        self.patch_size = patch_size
        self.is_normed = is_normed
        self.grid_size = grid_size
        self.feature_blocks = tuple(feature_blocks)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embed = nn.Parameter(torch.zeros(1, 1 + grid_size**2, width))
        self.mask_token = nn.Parameter(torch.zeros(1, width))
        self.patch_embed = _PatchEmbedding(width, in_channels, patch_size)
        self.blocks = nn.ModuleList(Block(width, num_heads) for _ in range(depth))
        self.norm = nn.LayerNorm(width, eps=NORM_EPS)
        self.reins = reins
        nn.init.trunc_normal_(self.pos_embed, std=0.02)
        nn.init.normal_(self.cls_token, std=1e-6)

    def forward(self, image: Tensor) -> list[Tensor]:
        """Return the maps of `feature_blocks`, all at the resolution of the patches."""
        height, width = (length // self.patch_size for length in image.shape[2:])
        positions = self.memoize(
            "positions", (height, width), lambda: self._positions(height, width)
        )
        patches = self.patch_embed(image) + positions[:, 1:]
        cls_token = (self.cls_token + positions[:, :1]).expand(image.shape[0], -1, -1)
        x = torch.cat((cls_token, patches), dim=1)  # (B, 1 + h*w, width)
        maps = []
        for i, block in enumerate(self.blocks):
            if self.reins is None:
                x = block(x)
            else:
                x = self.reins(block(x, *self.reins.within(i)), i, (height, width))
            if i in self.feature_blocks:
                patches = (self.norm(x) if self.is_normed else x)[:, 1:]
                maps.append(as_map(patches, height, width))
        return maps

    def _positions(self, height: int, width: int) -> Tensor:
        """Return the position table for a map of this size, (1, 1 + h*w, width)."""
        if (height, width) == (self.grid_size, self.grid_size):
            return self.pos_embed
        grid = self.pos_embed[:, 1:].transpose(1, 2).unflatten(2, (self.grid_size, self.grid_size))
        # DINOv2 resizes by factors with this 0.1 in them, which also move the sampled places:
        # interpolate_pos_encoding in facebookresearch/dinov2, dinov2/models/vision_transformer.py;
        # facebookresearch/dino#8 says why. Resizing to the target size gives another table.
        factors = ((height + 0.1) / self.grid_size, (width + 0.1) / self.grid_size)
        grid = F.interpolate(grid.float(), scale_factor=factors, mode="bicubic")
        resized = grid.flatten(2).transpose(1, 2).to(self.pos_embed)
        return torch.cat((self.pos_embed[:, :1], resized), dim=1)


class _PatchEmbedding(nn.Module):
    """One linear map per patch: (B, C, H, W) to (B, h*w, width), row by row."""

    def __init__(self, width: int, in_channels: int, patch_size: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(in_channels, width, patch_size, stride=patch_size)

    def forward(self, image: Tensor) -> Tensor:
        return self.proj(image).flatten(2).transpose(1, 2)
