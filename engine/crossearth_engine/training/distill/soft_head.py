"""A linear head that learns what a teacher thinks likely, pixel by pixel, from where it stands.

What it learns is added to the scores that the student gave before: with few lessons little changes.
Arrays only.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.training.quick.onnx_encoder import PixelHead, probabilities

# At a lower rate, what a few windows have to say is not learned by the end.
EPOCHS, BATCH, RATE, DECAY = 30, 2048, 1e-2, 3e-3


def fit_soft_head(
    features: FloatArray,
    prior: FloatArray,
    targets: FloatArray,
    seed: int,
    step: Callable[[], None],
) -> PixelHead:
    """Return a head that adds to the prior scores what the targets ask for.

    Minimises the cross-entropy with the targets by Adam (Kingma and Ba, 2015), whose weights decay
    apart from the gradient (Loshchilov and Hutter, 2019).

    Args:
        features: (N, F) float32, standardised.
        prior: (N, K) scores that are there already.
        targets: (N, K) probabilities.
        seed: fixes the order of pixels.
        step: called after each of `EPOCHS`.
    """
    rng = np.random.default_rng(seed)
    count, width = features.shape
    values = np.zeros((width + 1, targets.shape[1]), np.float32)
    first, second = np.zeros_like(values), np.zeros_like(values)
    batches = max(count // BATCH, 1)
    steps, done = EPOCHS * batches, 0
    for _ in range(EPOCHS):
        order = rng.permutation(count)
        for part in np.array_split(order, batches):
            seen = features[part]
            scores = prior[part] + seen @ values[:-1] + values[-1]
            wrong = (probabilities(scores) - targets[part]) / np.float32(len(part))
            gradient = np.concatenate([seen.T @ wrong, wrong.sum(axis=0, keepdims=True)])
            done += 1
            first += np.float32(0.1) * (gradient - first)
            second += np.float32(0.001) * (gradient**2 - second)
            rate = RATE * (1 - (done - 1) / steps)
            values[:-1] *= np.float32(1 - rate * DECAY)
            upward = first / (1 - 0.9**done)
            values -= (rate * upward / (np.sqrt(second / (1 - 0.999**done)) + 1e-8)).astype(
                np.float32
            )
        step()
    return PixelHead(values[:-1].copy(), values[-1].copy())
