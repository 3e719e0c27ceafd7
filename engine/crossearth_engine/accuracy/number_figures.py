"""How good numbers are: R², RMSE, mean error and mean absolute error, with intervals.

Of samples that stand for unequal parts of the ground, weighted by what each stands for: the ratio
estimators of Särndal, Swensson and Wretman (1992, chapter 5). Intervals are percentiles of a
bootstrap (Efron and Tibshirani 1993) that draws whole samples anew, each stratum for itself.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.accuracy.intervals import CONFIDENCE

FIGURES = ("r2", "rmse", "mae", "bias")
LEAST_SAMPLES = 2
"""Of fewer there are no figures; an interval takes `LEAST_FOR_INTERVALS`."""
LEAST_FOR_INTERVALS = 10
MOST_PLOTTED = 2000
"""Points of the plot; of more samples some all over."""

_DRAWS, _SEED = 1000, 0
# Numbers of a draw that are in memory at once.
_MOST_NUMBERS = 4_000_000


def number_figures(
    observed: NDArray[np.float64],
    predicted: NDArray[np.float64],
    weights: NDArray[np.float64] | None = None,
    strata: NDArray[np.intp] | None = None,
    *,
    with_intervals: bool = True,
) -> dict[str, Any]:
    """Return figures of samples, ready for JSON.

    ``r2`` is 1 - SSE / SST, None where all that was observed is the same; ``rmse``, ``mae`` and
    ``bias`` (the mean of predicted - observed) are in the unit of the numbers; ``intervals`` has
    the ends of each. ``pairs`` are observed and predicted of the samples, for a plot.

    Args:
        observed: (N,).
        predicted: (N,).
        weights: (N,) how much of the ground each stands for; None: all for the same.
        strata: (N,) which of them each was drawn from; None: one.
        with_intervals: whether they are measured, which takes a moment.
    """
    count = len(observed)
    weights = np.ones(count) if weights is None else weights
    shown = np.unique(np.linspace(0, count - 1, min(count, MOST_PLOTTED)).round().astype(int))
    figures: dict[str, Any] = {
        "samples": count,
        **dict.fromkeys(FIGURES),
        "intervals": dict.fromkeys(FIGURES),
        "confidence": CONFIDENCE,
        "pairs": np.column_stack([observed, predicted])[shown].tolist() if count else [],
    }
    if count < LEAST_SAMPLES:
        return figures
    found = _figures(observed, predicted, weights[None])[0]
    figures |= {name: _plain(value) for name, value in zip(FIGURES, found, strict=True)}
    if with_intervals and count >= LEAST_FOR_INTERVALS:
        drawn = _bootstrap(observed, predicted, weights, strata)
        tail = (1 - CONFIDENCE) / 2
        for name, column in zip(FIGURES, drawn.T, strict=True):
            if np.isfinite(column).all():
                figures["intervals"][name] = np.quantile(column, [tail, 1 - tail]).tolist()
    return figures


def _figures(
    observed: NDArray[np.float64], predicted: NDArray[np.float64], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return `FIGURES` (D, 4) by weights (D, N); NaN of what nothing tells."""
    errors = predicted - observed
    total = weights.sum(axis=1)
    squares, absolute, signed, mean = (
        weights @ column / total for column in (errors**2, np.abs(errors), errors, observed)
    )
    # About a middle, so that large numbers that differ little do not cancel.
    middle = float(observed.mean())
    spread = weights @ (observed - middle) ** 2 / total - (mean - middle) ** 2
    is_spread = spread > 1e-12 * max(float(np.ptp(observed)) ** 2, 1e-300)
    r2 = np.where(is_spread, 1 - squares / np.where(is_spread, spread, 1), np.nan)
    return np.column_stack([r2, np.sqrt(squares), absolute, signed])


def _bootstrap(
    observed: NDArray[np.float64],
    predicted: NDArray[np.float64],
    weights: NDArray[np.float64],
    strata: NDArray[np.intp] | None,
) -> NDArray[np.float64]:
    """Return `FIGURES` (D, 4) of samples that were drawn anew."""
    rng = np.random.default_rng(_SEED)
    count = len(observed)
    strata = np.zeros(count, np.intp) if strata is None else strata
    members = [np.flatnonzero(strata == index) for index in np.unique(strata)]
    step = max(min(_MOST_NUMBERS // count, _DRAWS), 1)
    found = []
    for start in range(0, _DRAWS, step):
        draws = min(step, _DRAWS - start)
        times = np.empty((draws, count))
        for own in members:
            times[:, own] = rng.multinomial(len(own), np.full(len(own), 1 / len(own)), draws)
        found.append(_figures(observed, predicted, times * weights))
    return np.concatenate(found)


def _plain(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
