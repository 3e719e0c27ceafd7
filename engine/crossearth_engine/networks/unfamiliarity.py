"""How unlike the imagery of a training a place is, told by inner maps of a network.

The same that an ONNX file computes for its output ``unfamiliarity``; what is usual is fitted in
`training.quick.reference`. Lies beside a network's own tensors in its file, under `PREFIX`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.networks.crossearth import CrossEarth

PREFIX = "unfamiliarity."


class Unfamiliarity(nn.Module):
    """Maps (B, C, h, w) of one size to (B, 1, rows, columns) float32, 0 to 1.

    ``1 - exp(rate * d ** steepness)`` of ``d``, the length of ``weights.T @ features + bias``:
    features are means of the maps over a cell and those around it.

    Args:
        tensors: ``weights`` (F, F), ``bias`` (F,), and ``law`` (4,): rate, steepness, pixels of the
            maps along a cell, cells on each side that are looked at with it.

    Raises:
        ValueError: if they are others.
    """

    weights: Tensor
    bias: Tensor
    law: Tensor

    def __init__(self, tensors: Mapping[str, Tensor]) -> None:
        super().__init__()
        sizes = {name: list(tensor.shape) for name, tensor in tensors.items()}
        count = len(tensors.get("bias", ()))
        if sizes != {"weights": [count, count], "bias": [count], "law": [4]}:
            raise ValueError(f"what it knows of its training imagery is damaged: {sizes}")
        for name, tensor in tensors.items():
            self.register_buffer(name, tensor.float())
        self._rate, self._steepness, edge, reach = tensors["law"].tolist()
        self._edge, self._reach = max(int(edge), 1), max(int(reach), 0)

    @property
    def features(self) -> int:
        """Channels of all maps together."""
        return len(self.bias)

    def forward(self, maps: Sequence[Tensor]) -> Tensor:
        """Return how unlike each cell is; what is too little for a cell at the edge is left out."""
        stacked = torch.cat([item.float() for item in maps], dim=1)
        cells = F.avg_pool2d(stacked, min(self._edge, *stacked.shape[2:]))
        around = F.avg_pool2d(
            cells, 2 * self._reach + 1, 1, self._reach, count_include_pad=False
        )  # (B, F, rows, columns)
        white = F.conv2d(around, self.weights.T[:, :, None, None], self.bias)
        squares = white.square().sum(dim=1, keepdim=True)
        return 1 - torch.exp(self._rate * squares ** (self._steepness / 2))


class TellingCrossEarth(nn.Module):
    """CrossEarth that gives its scores and how unlike its training each place is."""

    def __init__(self, network: CrossEarth, unfamiliarity: Unfamiliarity) -> None:
        super().__init__()
        self.network = network
        self.unfamiliarity = unfamiliarity

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """Return scores (B, K, H, W) and unfamiliarity (B, 1, rows, columns) of (B, C, H, W)."""
        scores, maps = self.network.scores_and_maps(image)
        return scores, self.unfamiliarity(maps)
