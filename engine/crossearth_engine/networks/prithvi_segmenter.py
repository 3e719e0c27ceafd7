"""Prithvi-EO-2.0 with a head, as its fine-tuned models are published: floods, burn scars.

A learned pyramid makes four levels of the encoder's maps, and UperNet or a UNet scores of these.
Tensor names are those of the published files behind ``model.``.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.prithvi import Prithvi

_POOLED_SIZES = (1, 2, 3, 6)


class PrithviSegmenter(nn.Module):
    """Images (B, C, H, W) to scores (B, K, H, W).

    Args:
        encoder: gives four maps.
        decoder: `UperNet` or `UNet`, for levels of the encoder's width.
        width: channels of the encoder's maps.
        num_classes: channels of the scores.
    """

    def __init__(
        self, encoder: Prithvi, decoder: UperNet | UNet, width: int, num_classes: int
    ) -> None:
        super().__init__()
        self.encoder = encoder
        # Places in lists of which the others have no tensors.
        self.neck = nn.ModuleDict({"2": Pyramid(width)})
        self.decoder = decoder
        classifier = nn.Conv2d(decoder.out_channels, num_classes, 1)
        self.head = _Head(classifier)

    def forward(
        self, image: Tensor, time: Tensor | None = None, place: Tensor | None = None
    ) -> Tensor:
        """Return scores at the size of the image, which is mirrored to twice whole patches.

        Args:
            image: see above.
            time: as in `Prithvi`.
            place: likewise.
        """
        height, width = image.shape[2:]
        multiple = 2 * self.encoder.patch_size
        down, across = -height % multiple, -width % multiple
        top, left = down // 2, across // 2
        if down or across:
            image = F.pad(image, (left, across - left, top, down - top), mode="reflect")
        maps = self.encoder(image, time, place)
        scores = self.head(self.decoder(self.neck["2"](maps)))
        scores = F.interpolate(scores, image.shape[2:], mode="bilinear")
        return scores[:, :, top : top + height, left : left + width]


class _Head(nn.Module):
    """The classifier, under the name that its place in a list gives it."""

    def __init__(self, classifier: nn.Conv2d) -> None:
        super().__init__()
        self.head = nn.ModuleDict({"2": classifier})

    def forward(self, x: Tensor) -> Tensor:
        scores: Tensor = self.head["2"](x)
        return scores


class Pyramid(nn.Module):
    """Four maps (B, width, h, w) to levels of 4, 2, 1 and half their resolution, finest first."""

    def __init__(self, width: int) -> None:
        super().__init__()
        half, quarter = width // 2, width // 4
        self.fpn1 = nn.Sequential(
            nn.ConvTranspose2d(width, half, 2, stride=2),
            nn.BatchNorm2d(half),
            nn.GELU(),
            nn.ConvTranspose2d(half, quarter, 2, stride=2),
        )
        self.fpn2 = nn.Sequential(nn.ConvTranspose2d(width, half, 2, stride=2))

    def forward(self, maps: Sequence[Tensor]) -> list[Tensor]:
        """Return the levels, of width / 4, width / 2, width and width channels."""
        first, second, third, fourth = maps
        return [self.fpn1(first), self.fpn2(second), third, F.max_pool2d(fourth, 2)]


def level_channels(width: int) -> tuple[int, int, int, int]:
    """Return the channels of a pyramid's levels."""
    return width // 4, width // 2, width, width


class _ConvModule(nn.Module):
    """A convolution that keeps the size, batch norm and ReLU."""

    def __init__(self, in_channels: int, out_channels: int, kernel_size: int) -> None:
        super().__init__()
        padding = kernel_size // 2
        self.conv = nn.Conv2d(in_channels, out_channels, kernel_size, padding=padding, bias=False)
        self.norm = nn.BatchNorm2d(out_channels)

    def forward(self, x: Tensor) -> Tensor:
        return F.relu(self.norm(self.conv(x)))


class UperNet(nn.Module):
    """Levels of a pyramid to a map (B, channels, H/4, W/4).

    Args:
        width: of the encoder.
        channels: of what it gives.
    """

    def __init__(self, width: int, channels: int = 256) -> None:
        super().__init__()
        self.out_channels = channels
        *finer, coarsest = level_channels(width)
        self.psp_modules = nn.ModuleList(
            nn.Sequential(nn.AdaptiveAvgPool2d(size), _ConvModule(coarsest, channels, 1))
            for size in _POOLED_SIZES
        )
        pooled = coarsest + len(_POOLED_SIZES) * channels
        self.bottleneck = _ConvModule(pooled, channels, 3)
        self.lateral_convs = nn.ModuleList(_ConvModule(n, channels, 1) for n in finer)
        self.fpn_convs = nn.ModuleList(_ConvModule(channels, channels, 3) for _ in finer)
        self.fpn_bottleneck = _ConvModule((len(finer) + 1) * channels, channels, 3)

    def forward(self, levels: Sequence[Tensor]) -> Tensor:
        """Return the map, at the resolution of the finest level."""
        *finer, coarsest = levels
        pooled = [_resized(pool(coarsest), coarsest) for pool in self.psp_modules]
        laterals = [conv(x) for conv, x in zip(self.lateral_convs, finer, strict=True)]
        laterals.append(self.bottleneck(torch.cat((coarsest, *pooled), dim=1)))
        for i in range(len(laterals) - 1, 0, -1):
            laterals[i - 1] = laterals[i - 1] + _resized(laterals[i], laterals[i - 1])
        outputs = [conv(x) for conv, x in zip(self.fpn_convs, laterals[:-1], strict=True)]
        outputs.append(laterals[-1])
        return self.fpn_bottleneck(torch.cat([_resized(x, outputs[0]) for x in outputs], dim=1))


class UNet(nn.Module):
    """Levels of a pyramid to a map (B, channels, H/4, W/4), or twice as fine.

    Args:
        width: of the encoder.
        channels: of its blocks, from coarse to fine.
        is_doubled: whether the last block, which has no level beside it, doubles its resolution:
            as segmentation-models-pytorch 0.4 did, and 0.6 does not.
    """

    def __init__(
        self,
        width: int,
        channels: Sequence[int] = (512, 256, 128, 64),
        *,
        is_doubled: bool = True,
    ) -> None:
        super().__init__()
        self.out_channels = channels[-1]
        *finer, coarsest = level_channels(width)
        self.decoder = _UNetBlocks(coarsest, [*reversed(finer), 0], channels, is_doubled)

    def forward(self, levels: Sequence[Tensor]) -> Tensor:
        """Return the map."""
        result: Tensor = self.decoder(levels)
        return result


class _UNetBlocks(nn.Module):
    def __init__(
        self, coarsest: int, skips: Sequence[int], channels: Sequence[int], is_doubled: bool
    ) -> None:
        super().__init__()
        self._is_doubled = is_doubled
        before = [coarsest, *channels[:-1]]
        self.blocks = nn.ModuleList(
            _UNetBlock(own + skip, out)
            for own, skip, out in zip(before, skips, channels, strict=True)
        )

    def forward(self, levels: Sequence[Tensor]) -> Tensor:
        *finer, x = levels
        for block, level in zip(self.blocks, [*reversed(finer), None], strict=True):
            if level is not None:
                x = torch.cat((F.interpolate(x, level.shape[2:]), level), dim=1)
            elif self._is_doubled:
                x = F.interpolate(x, scale_factor=2.0)
            x = block(x)
        return x


class _UNetBlock(nn.Module):
    """Two convolutions, each with batch norm and ReLU."""

    def __init__(self, in_channels: int, out_channels: int) -> None:
        super().__init__()
        self.conv1, self.conv2 = (
            nn.Sequential(
                nn.Conv2d(count, out_channels, 3, padding=1, bias=False),
                nn.BatchNorm2d(out_channels),
                nn.ReLU(),
            )
            for count in (in_channels, out_channels)
        )

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.conv2(self.conv1(x))
        return result


def _resized(x: Tensor, other: Tensor) -> Tensor:
    return F.interpolate(x, other.shape[2:], mode="bilinear", align_corners=True)
