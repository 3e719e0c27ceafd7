"""Masked image modelling beside segmentation: what is behind the covered blocks?

Blocks of a patch are covered, and a small head rebuilds the patch from the feature maps of what is
left. To do so the encoder has to know how places look, of whatever sensor, which is what should
make it hold up elsewhere.

The paper (arXiv 2410.22629) trains segmentation and masked image modelling on one backbone; its
training code is not published. Known from the history of its repository: blocks of 64 pixels, 10
percent of them covered by a learned image, in a pass of their own: segmentation sees its patches
whole, restyled or not. Four parallel dilated convolutions per feature map; an L1 loss over the
whole patch, added with weight 1. Where a patch is restyled, it is rebuilt from that look, too, and
both that are rebuilt are to be the same: the only term that asks for features that do not depend on
the style. Our decisions:

- The cover is one learned value per band, not an image, so that patches may have any size.
- Patches are rebuilt at a quarter of the size, which is as fine as the decoders work.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Generator, Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.training.full.earth_style import block_mask

STRIDE = 4
"""Pixels of the image per pixel of what is rebuilt, each way."""

_DILATIONS = (1, 6, 12, 18)


class MaskedImageBranch(nn.Module):
    """Covers blocks of images and rebuilds them from feature maps; used in training only.

    Args:
        map_channels: channels of each feature map that is looked at.
        in_channels: bands of the images.
        width: channels inside the head.
        share: chance of a block to be covered.
        block_size: edge of the blocks, pixels.
    """

    def __init__(
        self,
        map_channels: Sequence[int],
        in_channels: int,
        width: int = 64,
        share: float = 0.1,
        block_size: int = 64,
    ) -> None:
        super().__init__()
        self._share = share
        self._block_size = block_size
        self.cover_value = nn.Parameter(torch.zeros(in_channels))
        self.levels = nn.ModuleList(_Level(channels, width) for channels in map_channels)
        self.fuse = nn.Conv2d(width * len(map_channels), width, 1)
        self.rebuild = nn.Conv2d(width, in_channels, 1)

    def draw_cover(self, images: Tensor, generator: Generator) -> Tensor:
        """Return which pixels of images (B, C, H, W) to cover, (B, 1, H, W) bool."""
        height, width = images.shape[-2:]
        masks = [
            block_mask(height, width, self._block_size, self._share, generator) for _ in images
        ]
        return torch.stack(masks)[:, None].to(images.device)

    def cover(self, images: Tensor, is_covered: Tensor) -> Tensor:
        """Return normalised images (B, C, H, W) with the learned value where they are covered."""
        return torch.where(is_covered, self.cover_value[:, None, None], images)

    def rebuilt(self, maps: Sequence[Tensor], shape: torch.Size) -> Tensor:
        """Return images (B, C, H / STRIDE, W / STRIDE), single, of the maps of covered ones.

        Args:
            maps: feature maps (B, channels, h, w), of any size.
            shape: of the images, of which the last two are H and W.
        """
        size = (shape[-2] // STRIDE, shape[-1] // STRIDE)
        levels = [
            F.interpolate(level(x), size, mode="bilinear")
            for level, x in zip(self.levels, maps, strict=True)
        ]
        images: Tensor = self.rebuild(F.relu(self.fuse(torch.cat(levels, dim=1)))).float()
        return images

    def losses(
        self,
        covered_maps: Sequence[Tensor],
        restyled_maps: Sequence[Tensor],
        originals: Tensor,
        is_restyled: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """Return how far what is rebuilt is from what it was, and one from the other; scalars.

        Mean absolute errors, over all images; those that are not restyled are rebuilt once, and
        have nothing to agree with.

        Args:
            covered_maps: feature maps (B, channels, h, w) of the covered images.
            restyled_maps: those of the images that segmentation sees.
            originals: (B, C, H, W), the images before they were restyled, normalised.
            is_restyled: (B,) bool.
        """
        size = (originals.shape[-2] // STRIDE, originals.shape[-1] // STRIDE)
        targets = F.adaptive_avg_pool2d(originals, size)
        covered = self.rebuilt(covered_maps, originals.shape)
        error = (covered - targets).abs().mean()
        if not bool(is_restyled.any()):
            return error, torch.zeros_like(error)
        restyled = self.rebuilt([x[is_restyled] for x in restyled_maps], originals.shape)
        share = is_restyled.float().mean()
        error = error + share * (restyled - targets[is_restyled]).abs().mean()
        return error, share * (restyled - covered[is_restyled]).abs().mean()


class _Level(nn.Module):
    """One feature map seen at several reaches: a common reduction, then dilated convolutions."""

    def __init__(self, channels: int, width: int) -> None:
        super().__init__()
        self.reduce = nn.Conv2d(channels, width, 1)
        self.reaches = nn.ModuleList(
            nn.Conv2d(width, width, 3, padding=dilation, dilation=dilation)
            for dilation in _DILATIONS
        )
        self.merge = nn.Conv2d(width * len(_DILATIONS), width, 1)

    def forward(self, x: Tensor) -> Tensor:
        x = self.reduce(x)
        return F.relu(self.merge(torch.cat([reach(x) for reach in self.reaches], dim=1)))
