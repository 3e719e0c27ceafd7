"""Asking the network several times about the same window, and taking the mean of its scores.

Test-time augmentation shows it the window flipped and turned in all eight ways of a square; several
scales show it larger and smaller. Each window that it sees has the size that it was asked for, so
that any network can be averaged. The price is a run of the network for each look.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.inference.backend import Backend
from crossearth_engine.raster.windows import axis_offsets

# Ways to look at a square: quarter turns, and whether it is flipped after them.
PLAIN = ((0, False),)
ALL_WAYS = tuple((turns, flip) for flip in (False, True) for turns in range(4))


class AveragingBackend:
    """A backend that answers with the mean over several looks; see `backend.Backend`.

    Args:
        backend: what it asks.
        tta: whether to look at flipped and turned windows too.
        scales: how much larger or smaller windows are shown; 1 is as they are.
    """

    def __init__(self, backend: Backend, *, tta: bool, scales: list[float]) -> None:
        self._backend = backend
        self._ways = ALL_WAYS if tta else PLAIN
        self._scales = scales
        self._with_unfamiliarity = False
        self.fixed_batch = backend.fixed_batch
        self.decides = backend.decides
        self.remarks = backend.remarks
        self.has_reference = backend.has_reference
        self.findings = backend.findings
        self.fallbacks = backend.fallbacks

    @property
    def device(self) -> str:
        """What the backend that is asked runs on by now."""
        return self._backend.device

    @property
    def precision(self) -> str:
        """What it computes in by now."""
        return self._backend.precision

    @property
    def quicker(self) -> tuple[str, ...]:
        """What the backend that is asked says."""
        return self._backend.quicker

    @property
    def hardware(self) -> dict[str, Any]:
        """What it runs on by now."""
        return self._backend.hardware

    @property
    def lanes(self) -> int:
        """What the backend that is asked allows."""
        return self._backend.lanes

    def run(self, batch: FloatArray, *, with_unfamiliarity: bool = False) -> FloatArray:
        """Return mean scores (B, K, S, S) of square windows (B, C, S, S), without the halo."""
        # The same for all calls of a run, some of which may be under way at once.
        self._with_unfamiliarity = with_unfamiliarity
        total: FloatArray | None = None
        for scale in self._scales:
            scores = self._at_scale(batch, scale)
            total = scores if total is None else np.add(total, scores, out=total)
        if total is None:
            raise ValueError("No scale to look at.")
        total /= len(self._scales)
        return total

    def halo(self, window_size: int) -> int:
        """Return what the backend that is asked says, whatever the scale that it looks at."""
        return self._backend.halo(window_size)

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return what the backend that is asked says; it sees the same windows."""
        return self._backend.batch_that_fits(shape)

    def peak_gpu_mb(self) -> float | None:
        """Return what the backend that is asked took."""
        return self._backend.peak_gpu_mb()

    def interrupt(self) -> None:
        """Pass on to the backend that is asked."""
        self._backend.interrupt()

    def clear_interrupt(self) -> None:
        """Likewise."""
        self._backend.clear_interrupt()

    def rest(self) -> None:
        """Likewise."""
        self._backend.rest()

    def close(self) -> None:
        """Likewise."""
        self._backend.close()

    def _at_scale(self, batch: FloatArray, scale: float) -> FloatArray:
        """Return scores of the windows as they look at a scale, on their own pixels."""
        size = batch.shape[-1]
        scaled_size = max(round(size * scale), 1)
        if scaled_size == size:
            return self._in_all_ways(batch)
        scaled = resize(batch, scaled_size)
        if scaled_size < size:
            # What is around the smaller image is the image mirrored, as often as that takes.
            missing = size - scaled_size
            sides = (missing // 2, missing - missing // 2)
            padded = np.pad(scaled, ((0, 0), (0, 0), sides, sides), mode="symmetric")
            inner = slice(sides[0], sides[0] + scaled_size)
            return self._without_halo(
                resize(self._on_whole_windows(padded)[:, :, inner, inner], size)
            )
        offsets = axis_offsets(scaled_size, size, -(-size // 2))
        total: FloatArray | None = None
        count = np.zeros((scaled_size, scaled_size), np.float32)
        # What is only repeated from inside counts where there is nothing else.
        weight = np.full((size, size), 1e-6, np.float32)
        halo = self._backend.halo(size)
        weight[halo : size - halo, halo : size - halo] = 1
        for row in offsets:
            for col in offsets:
                place = np.s_[..., row : row + size, col : col + size]
                scores = self._on_whole_windows(scaled[place])
                if total is None:
                    shape = (*scores.shape[:2], scaled_size, scaled_size)
                    total = np.zeros(shape, np.float32)
                total[place] += scores * weight
                count[place] += weight
        if total is None:
            raise ValueError("A window has at least one place.")
        total /= count
        return self._without_halo(resize(total, size))

    def _on_whole_windows(self, batch: FloatArray) -> FloatArray:
        """Return scores of all pixels of the windows: in the halo those next to it."""
        halo = self._backend.halo(batch.shape[-1])
        scores = self._in_all_ways(batch)
        around = ((0, 0), (0, 0), (halo, halo), (halo, halo))
        return np.pad(scores, around, mode="edge") if halo else scores

    def _without_halo(self, scores: FloatArray) -> FloatArray:
        size = scores.shape[-1]
        halo = self._backend.halo(size)
        return scores[..., halo : size - halo, halo : size - halo]

    def _in_all_ways(self, batch: FloatArray) -> FloatArray:
        """Return the mean of the scores over the ways to look at the windows."""
        total: FloatArray | None = None
        for turns, flip in self._ways:
            seen = np.rot90(batch, turns, axes=(2, 3))
            if flip:
                seen = seen[..., ::-1]
            scores = self._backend.run(
                np.ascontiguousarray(seen), with_unfamiliarity=self._with_unfamiliarity
            )
            if flip:
                scores = scores[..., ::-1]
            scores = np.rot90(scores, -turns, axes=(2, 3))
            # The first answer is a view of what the backend may use again.
            total = scores.copy() if total is None else np.add(total, scores, out=total)
        if total is None:
            raise ValueError("No way to look.")
        total /= len(self._ways)
        return total


def resize(values: FloatArray, size: int) -> FloatArray:
    """Return square images (B, C, S, S) interpolated to another size, (B, C, size, size).

    Bilinear between pixel centres, as networks are trained with; where images shrink to less than
    half, each pixel is the mean of those around it instead.
    """
    along_rows = _interpolation(values.shape[-1], size)
    result: FloatArray = along_rows @ values @ along_rows.T
    return result


def _interpolation(length: int, size: int) -> NDArray[np.float32]:
    """Return the matrix (size, length) that interpolates along an axis."""
    scale = length / size
    reach = max(scale / 2, 1.0)
    centres = (np.arange(size) + 0.5) * scale - 0.5
    # Beyond the edge the outermost pixel goes on.
    distance = np.abs(np.clip(centres, 0, length - 1)[:, None] - np.arange(length))
    weights = np.maximum(1 - distance / reach, 0)
    weights /= weights.sum(axis=1, keepdims=True)
    matrix: NDArray[np.float32] = weights.astype(np.float32)
    return matrix
