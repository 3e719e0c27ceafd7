"""From pixels to what the network sees: scaled by the model's statistics, invalid pixels filled."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Band = NDArray[np.float32]


def normalize(
    pixels: NDArray[Any], valid: NDArray[np.bool_], mean: Band, std: Band
) -> NDArray[np.float32]:
    """Return ``(pixels - mean) / std`` with invalid pixels at the mean, (C, H, W) float32.

    The mean, zero after scaling, is the same for every window and is what a network was trained to
    find unremarkable; the value that marks nodata would be a black or white wall in its view.

    Args:
        pixels: (C, H, W) of any real type, in the units of ``mean``.
        valid: (H, W), False where pixels carry no data.
        mean: (C,) float32.
        std: (C,) float32.
    """
    scaled: NDArray[np.float32] = pixels.astype(np.float32)
    scaled -= mean[:, None, None]
    scaled /= std[:, None, None]
    if not valid.all():
        # Not times zero: what marks nodata may be no number.
        np.copyto(scaled, 0, where=~valid)
    return scaled


def pad_to_window(x: NDArray[np.float32], window_size: int) -> NDArray[np.float32]:
    """Return ``x`` (C, H, W) grown to a window below and on the right, where it is mirrored."""
    _, height, width = x.shape
    if height == width == window_size:
        return x
    rows, cols = (0, window_size - height), (0, window_size - width)
    return np.pad(x, ((0, 0), rows, cols), mode="symmetric")
