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


def pad_to_window(
    x: NDArray[np.float32], window_size: int, before: tuple[int, int] = (0, 0)
) -> NDArray[np.float32]:
    """Return ``x`` (C, H, W) grown to a window, mirrored at the edges of the raster.

    Only what reaches over them needs it. What is added is seen and never written.

    Args:
        x: what of the window lies on the raster.
        window_size: its edge, pixels.
        before: rows above ``x`` and columns left of it; the rest is below and on the right.
    """
    _, height, width = x.shape
    if height == width == window_size:
        return x
    top, left = before
    rows, cols = (top, window_size - height - top), (left, window_size - width - left)
    return np.pad(x, ((0, 0), rows, cols), mode="symmetric")
