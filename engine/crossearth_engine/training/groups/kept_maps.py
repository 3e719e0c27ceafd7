"""What a frozen network sees of windows, kept on disk; and a head on it, as what a run computes.

A window is known again by what it shows, so that another number of groups, another extent or
another output finds it, and nothing that has changed is ever found. The maps are in half precision
whether they were kept or not: a map is the same either way.
"""

from __future__ import annotations

import hashlib
from itertools import accumulate, pairwise
from typing import Any

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices import onnx_cards
from crossearth_engine.devices.choice import Choice
from crossearth_engine.job import Job
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.quick.features import (
    FeatureCache,
    HalfArray,
    device_mark,
    neighbours,
)
from crossearth_engine.training.quick.frozen_network import FrozenNetwork
from crossearth_engine.training.quick.onnx_encoder import FeatureMap, PixelHead
from crossearth_engine.training.quick.texture import PREFIX
from crossearth_engine.training.quick.window_maps import WindowMaps
from crossearth_engine.training.request import Seeing


class KeptMaps:
    """Maps of windows: from disk where they are kept, else by the network.

    Args:
        request: where the network runs.
        job: interrupts it when it is canceled.
        base: the network.

    Attributes:
        keeps: whether what is computed from here on is kept.
        windows, computed: how many there were, and those of them that were not kept before.
    """

    def __init__(self, request: Seeing, job: Job, base: FrozenNetwork) -> None:
        self._network = WindowMaps(request, job, base)
        names = [item.name for item in self._network.maps]
        self._cache = FeatureCache(
            {"network": [base.sha256, base.model.bands, names]}, device_mark(request.device)
        )
        self.keeps = True
        self.windows = self.computed = 0

    @property
    def maps(self) -> tuple[FeatureMap, ...]:
        """What there is of each window, in order."""
        return self._network.maps

    @property
    def blocks(self) -> tuple[slice, ...]:
        """The columns of the features of each map of the network, and of colour and texture."""
        widths = [item.channels for item in self.maps if not item.name.startswith(PREFIX)]
        widths.append(sum(item.channels for item in self.maps) - sum(widths))
        ends = [*accumulate(widths, initial=0)]
        return tuple(slice(*pair) for pair in pairwise(ends) if pair[1] > pair[0])

    @property
    def device(self) -> str:
        """What the network runs on."""
        return self._network.runs_on

    @property
    def hardware(self) -> dict[str, Any]:
        """What that is, ready for JSON."""
        return Choice(self.device, onnx_cards).hardware(self.device)

    def of(self, image: FloatArray) -> list[HalfArray]:
        """Return the maps (C, h, w) of a normalised window (C, S, S)."""
        self.windows += 1
        content = np.ascontiguousarray(image)
        key = hashlib.blake2b(content.tobytes(), digest_size=16).hexdigest()
        known = self._cache.get(key)
        if known is None or len(known) != len(self.maps):
            known = self._network.of_image(content)
            self.computed += 1
            if self.keeps:
                self._cache.put(key, known)
        return known

    def prune(self) -> None:
        """Remove of all that is kept what was not used for longest, until the rest fits."""
        self._cache.prune()


class HeadBackend:
    """A linear head on kept maps, as what a run computes; see `inference.backend.Backend`.

    Args:
        kept: the maps.
        head: of their features, in order.
    """

    precision = "fp32"
    quicker: tuple[str, ...] = ()
    fixed_batch: int | None = None
    # How near a pixel is to the centre of its group tells not how likely it is to be of it.
    decides = True
    remarks: tuple[str, ...] = ()
    has_reference = False
    lanes = 1

    def __init__(self, kept: KeptMaps, head: PixelHead) -> None:
        self._kept = kept
        self._head = head
        self.findings: list[Finding] = []
        self.fallbacks: list[str] = []
        self.device = kept.device
        self.hardware = kept.hardware

    def run(self, batch: FloatArray, *, with_unfamiliarity: bool = False) -> FloatArray:
        """Return scores (B, K, S, S) of windows (B, C, S, S)."""
        return np.stack([self._scores(image) for image in batch])

    def _scores(self, image: FloatArray) -> FloatArray:
        size, count = image.shape[-1], len(self._head.bias)
        of_edge: dict[int, list[tuple[FloatArray, HalfArray]]] = {}
        start = 0
        for item, found in zip(self._kept.maps, self._kept.of(image), strict=True):
            own = self._head.weights[start : start + item.channels]
            start += item.channels
            of_edge.setdefault(found.shape[-1], []).append((own, found))
        scores = np.repeat(self._head.bias, size * size).reshape(count, size, size)
        for edge, parts in of_edge.items():
            weights = np.concatenate([own for own, _ in parts])
            maps = np.concatenate([found for _, found in parts]).astype(np.float32)
            part = (weights.T @ maps.reshape(len(maps), -1)).reshape(count, edge, edge)
            # Linear, and so is interpolation: the other way round it would be much more.
            scores += part if edge == size else _enlarged(part, size)
        return scores

    def halo(self, window_size: int) -> int:
        """Return 0: something is told of every pixel."""
        return 0

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return 1: what is kept is of single windows."""
        return 1

    def peak_gpu_mb(self) -> float | None:
        """Return None: nothing tells."""
        return None

    def interrupt(self) -> None:
        """Do nothing: the job interrupts the network."""

    def clear_interrupt(self) -> None:
        """Do nothing: there is one job."""

    def rest(self) -> None:
        """Do nothing: the network ends with the job."""

    def close(self) -> None:
        """Do nothing: the network ends with the job."""


def _enlarged(maps: FloatArray, size: int) -> FloatArray:
    """Return maps (K, h, h) as `at_pixels` would see them at every pixel, (K, size, size)."""
    count, edge, _ = maps.shape
    first, second, weight = neighbours(np.arange(size), size, edge)
    across = np.zeros((edge, size), np.float32)
    np.add.at(across, (first, np.arange(size)), 1 - weight)
    np.add.at(across, (second, np.arange(size)), weight)
    wide = (maps.reshape(-1, edge) @ across).reshape(count, edge, size)
    # Of rows there are two for each, and no product of all of them is needed.
    enlarged: FloatArray = wide[:, first] * (1 - weight)[:, None]
    enlarged += wide[:, second] * weight[:, None]
    return enlarged
