"""TerraMind 1.0's encoder (Jakubik et al. 2025) as a vision transformer on raw images.

Images of several sensors over the same place go through the blocks together. Tensor names are those
of the published files, of which the encoder takes what it has; structure of the sizes tiny and
small. There is no class token, and the biases of all norms are zeros that the files have.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.memo import MemoModule
from crossearth_engine.networks.transformer import NORM_EPS, Block, as_map, outputs_of

PATCH_SIZE = 16


class TerraMind(nn.Module):
    """Images (B, C, H, W), sizes multiples of the patch, to maps (B, width, H/16, W/16).

    Args:
        bands: of each modality, by its name in the files; the image has the bands of all of them,
            one after the other.
        width: channels of a token.
        depth: number of blocks.
        num_heads: attention heads.
        grid_size: patches along each side of the position table.
        feature_blocks: the blocks whose tokens are returned as maps; those of the last are normed.
        merge: what becomes of the modalities' tokens at the same place.
    """

    def __init__(
        self,
        bands: Mapping[str, int],
        width: int,
        depth: int,
        num_heads: int,
        grid_size: int,
        feature_blocks: Sequence[int],
        merge: Literal["mean", "max"] = "mean",
    ) -> None:
        super().__init__()
        self.feature_blocks = tuple(feature_blocks)
        self.merge = merge
        self.encoder_embeddings = nn.ModuleDict(
            {name: ModalityEmbedding(count, width, grid_size) for name, count in bands.items()}
        )
        self.encoder = nn.ModuleList(Block(width, num_heads, is_scaled=False) for _ in range(depth))
        self.encoder_norm = nn.LayerNorm(width, eps=NORM_EPS)

    def forward(self, image: Tensor) -> list[Tensor]:
        """Return the maps of `feature_blocks`, all at the resolution of the patches."""
        embeddings = list(self.encoder_embeddings.values())
        images = image.split([embedding.bands for embedding in embeddings], dim=1)
        x = torch.cat([e(part) for e, part in zip(embeddings, images, strict=True)], dim=1)
        found = outputs_of(self.encoder, x, self.feature_blocks)
        if len(self.encoder) - 1 in self.feature_blocks:
            found[-1] = self.encoder_norm(found[-1])
        height, width = (length // PATCH_SIZE for length in image.shape[2:])
        return [as_map(self._merged(tokens, len(images)), height, width) for tokens in found]

    def _merged(self, tokens: Tensor, count: int) -> Tensor:
        """Return the tokens (B, N, D) of ``count`` modalities (B, count * N, D) as those of one."""
        of_each = tokens.unflatten(1, (count, -1))
        return of_each.mean(1) if self.merge == "mean" else of_each.amax(1)


class ModalityEmbedding(MemoModule):
    """Images of one modality (B, C, H, W) to tokens (B, H/16 * W/16, width), row by row.

    Args:
        bands: of the modality.
        width: channels of a token.
        grid_size: patches along each side of the position table.
    """

    pos_emb: Tensor

    def __init__(self, bands: int, width: int, grid_size: int) -> None:
        super().__init__()
        self.bands, self.grid_size = bands, grid_size
        self.proj = nn.Linear(PATCH_SIZE**2 * bands, width, bias=False)
        self.mod_emb = nn.Parameter(torch.zeros(1, 1, width))
        self.register_buffer("pos_emb", _position_table(width, grid_size))
        nn.init.normal_(self.mod_emb, std=0.02)

    def forward(self, image: Tensor) -> Tensor:
        """Return the tokens of an image, places and modality marked."""
        height, width = (length // PATCH_SIZE for length in image.shape[2:])
        grid = image.unflatten(3, (width, PATCH_SIZE)).unflatten(2, (height, PATCH_SIZE))
        # (B, h, w, rows, columns, C): the bands of a pixel lie beside each other.
        patches = grid.permute(0, 2, 4, 3, 5, 1).flatten(3).flatten(1, 2)
        return self.proj(patches) + self.marks(height, width)

    def marks(self, height: int, width: int) -> Tensor:
        """Return what marks place and modality on a grid of this size, (1, height * width, D)."""
        return self.memoize(
            "marks", (height, width), lambda: self._positions(height, width) + self.mod_emb
        )

    def _positions(self, height: int, width: int) -> Tensor:
        if (height, width) == (self.grid_size, self.grid_size):
            return self.pos_emb
        grid = as_map(self.pos_emb.float(), self.grid_size, self.grid_size)
        resized = F.interpolate(grid, (height, width), mode="bicubic")
        return resized.flatten(2).transpose(1, 2).to(self.pos_emb)


def _position_table(width: int, grid_size: int) -> Tensor:
    """Return sines and cosines of row and column, (1, grid_size ** 2, width)."""
    count = width // 4
    places = torch.arange(grid_size, dtype=torch.float64)
    angles = places[:, None] * 10000 ** (-torch.arange(count, dtype=torch.float64) / count)
    codes = torch.cat((angles.sin(), angles.cos()), dim=1)  # (grid_size, width / 2)
    rows = codes[:, None].expand(-1, grid_size, -1)
    columns = codes[None].expand(grid_size, -1, -1)
    return torch.cat((rows, columns), dim=2).flatten(0, 1)[None].float()
