"""CrossEarth: DINOv2 with Rein adapters and a Mask2Former head, assembled.

Gong et al. 2024, "CrossEarth: Geospatial Vision Foundation Model for Domain Generalizable Remote
Sensing Semantic Segmentation". ``state_dict()`` carries the tensor names of the published files.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.dinov2 import PATCH_SIZE, DinoV2
from crossearth_engine.networks.earth_adapter import EarthAdapter
from crossearth_engine.networks.gate import Gate
from crossearth_engine.networks.mask2former import Mask2FormerHead, Prediction, semantic_scores
from crossearth_engine.networks.rein import Reins

MEAN = (123.675, 116.28, 103.53)
STDDEV = (58.395, 57.12, 57.375)
"""What the network expects of uint8 pixels, for the channels as they come in the file."""

_SMALLEST_SIZE = 2 * PATCH_SIZE
"""The coarsest level has half as many cells as there are patches."""


@dataclass(frozen=True)
class CrossEarthConfig:
    """Sizes of the network; the defaults are those of CrossEarth-L.

    Attributes:
        grid_size: patches along each side of the position table; the window has 16 times as many
            pixels.
        width, depth, num_heads, feature_blocks: see `DinoV2`.
        num_queries, rank: tokens of the adapter, which become queries, and their rank.
        head_width, head_num_heads, and what follows: see `Mask2FormerHead`.
        adapter: what edits the tokens between the blocks.
    """

    grid_size: int
    width: int = 1024
    depth: int = 24
    num_heads: int = 16
    feature_blocks: tuple[int, ...] = (7, 11, 15, 23)
    num_queries: int = 100
    rank: int = 16
    head_width: int = 256
    head_num_heads: int = 8
    encoder_layers: int = 6
    encoder_hidden: int = 1024
    decoder_layers: int = 9
    decoder_hidden: int = 2048
    adapter: type[Reins] = Reins

    @property
    def window_size(self) -> int:
        """Edge of the window that the position table was made for, pixels."""
        return self.grid_size * PATCH_SIZE


_BASE = CrossEarthConfig(
    grid_size=32, width=768, depth=12, num_heads=12, feature_blocks=(3, 5, 7, 11)
)
_SMALL = replace(_BASE, width=384, num_heads=6)
# Sizes at which the network is compared with its official code; for tests, not for maps.
_TINY = CrossEarthConfig(
    grid_size=8,
    width=96,
    depth=8,
    num_heads=3,
    feature_blocks=(1, 3, 5, 7),
    num_queries=12,
    rank=4,
    head_width=64,
    head_num_heads=4,
    encoder_hidden=128,
    decoder_hidden=128,
)

CONFIGS = {
    "crossearth-l-512": CrossEarthConfig(grid_size=32),
    "crossearth-l-1024": CrossEarthConfig(grid_size=64),
    "crossearth-b-512": _BASE,
    "crossearth-b-1024": replace(_BASE, grid_size=64),
    "crossearth-s-512": _SMALL,
    "crossearth-s-1024": replace(_SMALL, grid_size=64),
    "crossearth-tiny-128": _TINY,
}
"""By architecture name. Published are the two of size L; B and S take their maps after the same
shares of their depth."""

ADAPTERS: dict[str, tuple[str, type[Reins]]] = {
    "rein": ("crossearth", Reins),
    "earth-adapter": ("earth-adapter", EarthAdapter),
    "gate": ("gate", Gate),
}
"""What architecture names begin with, and what edits the tokens, by the adapter's name."""

ADAPTED_CONFIGS = {
    name.replace("crossearth", family): replace(config, adapter=kind)
    for family, kind in ADAPTERS.values()
    for name, config in CONFIGS.items()
}
"""The same networks with every adapter, by architecture name; with others than Rein's nothing is
published."""


def with_adapter(architecture: str, adapter: str) -> str:
    """Return the architecture of the same size with an adapter, one of `ADAPTERS`."""
    family = next(f for f, _ in ADAPTERS.values() if architecture.startswith(f"{f}-"))
    return architecture.replace(family, ADAPTERS[adapter][0], 1)


class _AdaptedDinoV2(DinoV2):
    """The backbone, which here is never without its adapter."""

    reins: Reins


class CrossEarth(nn.Module):
    """Normalised images (B, C, H, W) to scores (B, K, H, W).

    The scores are sums over queries: not negative, not normalised, to be compared as they are.
    """

    def __init__(self, config: CrossEarthConfig, num_classes: int, in_channels: int = 3) -> None:
        super().__init__()
        self.config = config
        self.backbone = _AdaptedDinoV2(
            config.width,
            config.depth,
            config.num_heads,
            config.grid_size,
            config.feature_blocks,
            in_channels,
            config.adapter(
                config.width,
                config.depth,
                PATCH_SIZE,
                config.num_queries,
                config.rank,
                config.head_width,
            ),
        )
        self.decode_head = Mask2FormerHead(
            num_classes,
            config.width,
            config.head_width,
            config.head_num_heads,
            config.encoder_layers,
            config.encoder_hidden,
            config.decoder_layers,
            config.decoder_hidden,
        )

    @property
    def gate(self) -> Gate | None:
        """The toolboxes of all blocks, if these are its adapter."""
        reins = self.backbone.reins
        return reins if isinstance(reins, Gate) else None

    def forward(self, image: Tensor) -> Tensor:
        """Return scores at the size of the image, which is padded to whole patches."""
        return self.scores_and_maps(image)[0]

    def scores_and_maps(self, image: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Return scores at the size of the image, and the maps that the head looks at.

        These are of the image padded to whole patches, one pixel for each patch.
        """
        height, width = image.shape[2:]
        whole_height, whole_width = (
            max(-(-length // PATCH_SIZE) * PATCH_SIZE, _SMALLEST_SIZE) for length in (height, width)
        )
        if (whole_height, whole_width) != (height, width):
            image = F.pad(image, (0, whole_width - width, 0, whole_height - height))
        maps = self.backbone(image)
        (prediction,) = self._decode(maps)
        scores = semantic_scores(prediction, (whole_height, whole_width))
        return scores[:, :, :height, :width], maps

    def predict(self, image: Tensor, every_layer: bool = False) -> list[Prediction]:
        """Return the head's last prediction, or all of them; see `Mask2FormerHead`."""
        return self._decode(self.backbone(image), every_layer)

    def _decode(self, maps: list[Tensor], every_layer: bool = False) -> list[Prediction]:
        return self.decode_head(maps, self.backbone.reins.queries(), every_layer)
