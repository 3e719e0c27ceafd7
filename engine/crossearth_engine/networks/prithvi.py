"""Prithvi-EO-2.0's encoder (Szwarcman et al. 2024): one image or a series, with time and place.

Tensor names are those of the published files under ``encoder.``. The position table is computed and
never taken from a file, which has that of another number of frames.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.memo import MemoModule
from crossearth_engine.networks.transformer import Block, as_map, outputs_of

# Of terratorch; the code of December 2024 had 1e-6, which differs by less than 1e-4.
_NORM_EPS = 1e-5


class Prithvi(MemoModule):
    """Images (B, C, H, W) or series (B, C, T, H, W) to maps (B, T * width, H/patch, W/patch).

    Rows and columns beyond a multiple of the patch are not seen. Of a series, all channels of the
    first frame come first.

    Args:
        width: channels of a token.
        depth: number of blocks.
        num_heads: attention heads.
        grid_size: patches along each side of the position table; that of other sizes is resized.
        feature_blocks: the blocks whose tokens are returned as maps; those of the last are normed.
        in_channels: bands of the input.
        patch_size: edge of a patch, pixels.
        num_frames: images of a series.
        knows_time_and_place: whether it has learned what to make of when and where an image is of
            (TL); without being told it computes what the others do.
    """

    pos_embed: Tensor

    def __init__(
        self,
        width: int,
        depth: int,
        num_heads: int,
        grid_size: int,
        feature_blocks: Sequence[int],
        in_channels: int = 6,
        patch_size: int = 16,
        num_frames: int = 1,
        *,
        knows_time_and_place: bool = False,
    ) -> None:
        super().__init__()
        self.grid_size, self.patch_size, self.num_frames = grid_size, patch_size, num_frames
        self.feature_blocks = tuple(feature_blocks)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.register_buffer("pos_embed", position_table(width, num_frames, grid_size))
        self.patch_embed = _PatchEmbedding(width, in_channels, patch_size)
        if knows_time_and_place:
            self.temporal_embed_enc = _Scale()
            self.location_embed_enc = _Scale()
        self.blocks = nn.ModuleList(
            Block(width, num_heads, _NORM_EPS, is_scaled=False) for _ in range(depth)
        )
        self.norm = nn.LayerNorm(width, eps=_NORM_EPS)
        nn.init.normal_(self.cls_token, std=0.02)

    def forward(
        self, image: Tensor, time: Tensor | None = None, place: Tensor | None = None
    ) -> list[Tensor]:
        """Return the maps of `feature_blocks`, all at the resolution of the patches.

        Args:
            image: see above.
            time: year and day of the year of each frame, (B, T, 2), or None.
            place: latitude and longitude of the centre, degrees, (B, 2), or None.

        Raises:
            ValueError: if time or place is told to a network that does not know them, or there is
                another number of frames than it was made for.
        """
        if image.ndim == 4:
            image = image.unsqueeze(2)
        if image.shape[2] != self.num_frames:
            raise ValueError(f"there are {image.shape[2]} frames instead of {self.num_frames}")
        height, width = (length // self.patch_size for length in image.shape[3:])
        positions = self.positions(height, width)
        patches = self.patch_embed(image) + positions[:, 1:]
        for code in (self._time_code(time), self._place_code(place)):
            if code is not None:  # (B, T or 1, 1, width)
                frames = patches.unflatten(1, (self.num_frames, -1))
                patches = (frames + code.to(patches)).flatten(1, 2)
        cls_token = (self.cls_token + positions[:, :1]).expand(image.shape[0], -1, -1)
        x = torch.cat((cls_token, patches), dim=1)  # (B, 1 + T*h*w, width)
        found = outputs_of(self.blocks, x, self.feature_blocks)
        if len(self.blocks) - 1 in self.feature_blocks:
            found[-1] = self.norm(found[-1])
        return [self._as_map(tokens[:, 1:], height, width) for tokens in found]

    def positions(self, height: int, width: int) -> Tensor:
        """Return the position table of frames of this many patches, (1, 1 + T*h*w, width)."""
        if (height, width) == (self.grid_size, self.grid_size):
            return self.pos_embed
        return self.memoize("positions", (height, width), lambda: self._resized(height, width))

    def _resized(self, height: int, width: int) -> Tensor:
        frames = self.pos_embed[0, 1:].float().unflatten(0, (self.num_frames, -1))
        grid = as_map(frames, self.grid_size, self.grid_size)  # (T, width, g, g)
        grid = F.interpolate(grid, (height, width), mode="bicubic", align_corners=True)
        resized = grid.flatten(2).transpose(1, 2).flatten(0, 1)[None].to(self.pos_embed)
        return torch.cat((self.pos_embed[:, :1], resized), dim=1)

    def _as_map(self, tokens: Tensor, height: int, width: int) -> Tensor:
        frames = tokens.unflatten(1, (self.num_frames, height, width))
        return frames.permute(0, 1, 4, 2, 3).flatten(1, 2)

    def _time_code(self, time: Tensor | None) -> Tensor | None:
        """Return what marks when each frame was taken, (B, T, 1, width)."""
        if time is None:
            return None
        return self._scale("temporal_embed_enc") * self._pair_code(time)[:, :, None]

    def _place_code(self, place: Tensor | None) -> Tensor | None:
        """Return what marks where all frames were taken, (B, 1, 1, width)."""
        if place is None:
            return None
        return self._scale("location_embed_enc") * self._pair_code(place)[:, None, None]

    def _pair_code(self, pair: Tensor) -> Tensor:
        """Return the codes (…, width) of two numbers (…, 2), one after the other."""
        half = self.cls_token.shape[-1] // 2
        return torch.cat((_code(pair[..., 0].float(), half), _code(pair[..., 1].float(), half)), -1)

    def _scale(self, name: str) -> Tensor:
        part = getattr(self, name, None)
        if part is None:
            raise ValueError("this network does not know time and place")
        scale: Tensor = part.scale
        return scale


class _PatchEmbedding(nn.Module):
    """One linear map per patch: (B, C, T, H, W) to (B, T*h*w, width), by frame, row and column."""

    def __init__(self, width: int, in_channels: int, patch_size: int) -> None:
        super().__init__()
        size = (1, patch_size, patch_size)
        self.proj = nn.Conv3d(in_channels, width, size, stride=size)

    def forward(self, image: Tensor) -> Tensor:
        return self.proj(image).flatten(2).transpose(1, 2)


class _Scale(nn.Module):
    """A learned factor."""

    def __init__(self) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.full((1,), 0.1))


def _code(numbers: Tensor, count: int) -> Tensor:
    """Return ``count / 2`` sines of numbers (…), then as many cosines, (…, count)."""
    half = count // 2
    steps = torch.arange(half, dtype=numbers.dtype, device=numbers.device)
    angles = numbers[..., None] * 10000 ** (-steps / half)
    return torch.cat((angles.sin(), angles.cos()), dim=-1)


def position_table(width: int, num_frames: int, grid_size: int) -> Tensor:
    """Return codes of column, row and frame, (1, 1 + T*g*g, width); the class token's is zero.

    Args:
        width: channels of a token.
        num_frames: images of a series.
        grid_size: patches along each side.
    """
    own = width // 16 * 6
    places = torch.arange(grid_size, dtype=torch.float64)
    frames = torch.arange(num_frames, dtype=torch.float64)
    shape = (num_frames, grid_size, grid_size, -1)
    table = torch.cat(
        (
            _code(places, own)[None, None].expand(shape),
            _code(places, own)[None, :, None].expand(shape),
            _code(frames, width // 16 * 4)[:, None, None].expand(shape),
        ),
        dim=-1,
    )
    return torch.cat((torch.zeros(1, width), table.flatten(0, 2).float()))[None]
