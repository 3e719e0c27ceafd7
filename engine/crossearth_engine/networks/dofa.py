"""DOFA (Xiong et al. 2024): a vision transformer for any bands, told apart by their wavelengths.

The kernel of its patches is made of the wavelengths by a small transformer. Tensor names are those
of the published files since August 2024; older ones have another layout of the same tensors.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.memo import MemoModule
from crossearth_engine.networks.transformer import Block, as_map, outputs_of

CODE_WIDTH = 128
"""Numbers that stand for a wavelength."""
_WEIGHT_TOKENS, _GENERATOR_HEADS, _GENERATOR_HIDDEN = 128, 4, 2048
_KERNEL_SCALE = 0.01


class Dofa(MemoModule):
    """Images (B, C, H, W), sizes multiples of the patch, to maps (B, width, H/patch, W/patch).

    Args:
        width: channels of a token.
        depth: number of blocks.
        num_heads: attention heads.
        grid_size: patches along each side of the position table.
        feature_blocks: the blocks whose tokens are returned as maps, as they are.
        patch_size: edge of a patch, pixels.
        resizing: how the position table is brought to other sizes; terratorch offers both.
    """

    def __init__(
        self,
        width: int,
        depth: int,
        num_heads: int,
        grid_size: int,
        feature_blocks: Sequence[int],
        patch_size: int = 16,
        resizing: Literal["bilinear", "bicubic"] = "bilinear",
    ) -> None:
        super().__init__()
        self.grid_size, self.resizing = grid_size, resizing
        self.feature_blocks = tuple(feature_blocks)
        self.cls_token = nn.Parameter(torch.zeros(1, 1, width))
        self.pos_embed = nn.Parameter(torch.zeros(1, 1 + grid_size**2, width))
        self.patch_embed = WavelengthPatches(width, patch_size)
        self.blocks = nn.ModuleList(Block(width, num_heads, is_scaled=False) for _ in range(depth))
        nn.init.normal_(self.cls_token, std=0.02)

    def forward(self, image: Tensor, wavelengths_um: Tensor) -> list[Tensor]:
        """Return the maps of `feature_blocks`, all at the resolution of the patches.

        Args:
            image: see above.
            wavelengths_um: of its bands, (C,), micrometres; 5.405 for radar, whatever its own is.
        """
        height, width = (length // self.patch_embed.patch_size for length in image.shape[2:])
        positions = self.memoize(
            "positions", (height, width), lambda: self._positions(height, width)
        )
        patches = self.patch_embed(image, wavelengths_um) + positions[:, 1:]
        cls_token = (self.cls_token + positions[:, :1]).expand(image.shape[0], -1, -1)
        x = torch.cat((cls_token, patches), dim=1)  # (B, 1 + h*w, width)
        found = outputs_of(self.blocks, x, self.feature_blocks)
        return [as_map(tokens[:, 1:], height, width) for tokens in found]

    def _positions(self, height: int, width: int) -> Tensor:
        """Return the position table for a map of this size, (1, 1 + h*w, width)."""
        if (height, width) == (self.grid_size, self.grid_size):
            return self.pos_embed
        grid = as_map(self.pos_embed[:, 1:].float(), self.grid_size, self.grid_size)
        grid = F.interpolate(grid, (height, width), mode=self.resizing)
        resized = grid.flatten(2).transpose(1, 2).to(self.pos_embed)
        return torch.cat((self.pos_embed[:, :1], resized), dim=1)


class WavelengthPatches(nn.Module):
    """Images (B, C, H, W) of bands of these wavelengths (C,) to tokens (B, h*w, width)."""

    def __init__(self, width: int, patch_size: int) -> None:
        super().__init__()
        self.patch_size = patch_size
        self.fclayer = _CodeLayer()
        self.weight_generator = KernelGenerator(width, patch_size)

    def forward(self, image: Tensor, wavelengths_um: Tensor) -> Tensor:
        """Return one token per patch, row by row."""
        rows, bias = self.weight_generator(self.codes(wavelengths_um))
        size = self.patch_size
        # (C, rows, columns, width) to (width, C, rows, columns).
        kernel = rows.view(-1, size, size, rows.shape[1] // size**2).permute(3, 0, 1, 2)
        # The padding moves all patches up and left by a pixel; the last pixels are never seen.
        maps = F.conv2d(image, _KERNEL_SCALE * kernel, _KERNEL_SCALE * bias, stride=size, padding=1)
        return maps.flatten(2).transpose(1, 2)

    def codes(self, wavelengths_um: Tensor) -> Tensor:
        """Return what stands for each wavelength, (C, CODE_WIDTH)."""
        half = CODE_WIDTH // 2
        steps = torch.arange(half, dtype=torch.float32, device=wavelengths_um.device)
        nanometres = 1000 * wavelengths_um.float()
        # In this order: thousands of radians turn a rounding of the step into another place.
        angles = nanometres[:, None] * (1 / 10000 ** (steps / half))
        return self.fclayer(torch.cat((angles.sin(), angles.cos()), dim=1))


class _CodeLayer(nn.Module):
    """Two linear layers, whose result is added."""

    def __init__(self) -> None:
        super().__init__()
        self.w1 = nn.Linear(CODE_WIDTH, CODE_WIDTH)
        self.w2 = nn.Linear(CODE_WIDTH, CODE_WIDTH)

    def forward(self, x: Tensor) -> Tensor:
        return x + F.relu(self.w2(F.relu(self.w1(x))))


class KernelGenerator(nn.Module):
    """Codes of bands (C, CODE_WIDTH) to a row of the kernel for each, and its bias."""

    def __init__(self, width: int, patch_size: int) -> None:
        super().__init__()
        self.weight_tokens = nn.Parameter(torch.empty(_WEIGHT_TOKENS, CODE_WIDTH))
        self.bias_token = nn.Parameter(torch.empty(1, CODE_WIDTH))
        layer = nn.TransformerEncoderLayer(
            CODE_WIDTH, _GENERATOR_HEADS, _GENERATOR_HIDDEN, dropout=0, activation="gelu"
        )
        self.transformer_encoder = nn.TransformerEncoder(layer, 1, enable_nested_tensor=False)
        self.fc_weight = nn.Linear(CODE_WIDTH, patch_size**2 * width)
        self.fc_bias = nn.Linear(CODE_WIDTH, width)
        for tokens in (self.weight_tokens, self.bias_token):
            nn.init.normal_(tokens, std=0.02)

    def forward(self, codes: Tensor) -> tuple[Tensor, Tensor]:
        """Return a row (patch ** 2 * width) for each band, (C, …), and the bias (width,)."""
        x = torch.cat((self.weight_tokens, codes, self.bias_token))
        x = self.transformer_encoder(x)
        bands = x[len(self.weight_tokens) : -1]
        return self.fc_weight(bands + codes), self.fc_bias(x[-1])
