"""Confidence intervals of shares, from a stratified sample, that hold for rare classes too.

The usual error bar, so many standard errors, says nothing where no point was wrong, and too little
where few were. The exact interval of one share (Clopper and Pearson) imagines one point more: for
its upper end one that was right, for its lower end one that was wrong. Fay and Feuer (1997),
"Confidence intervals for directly standardized rates", Statistics in Medicine 16, 791-801, do so
for sums over strata: the point lies where it would change the sum most. Fay and Kim (2017),
"Confidence intervals for directly standardized rates using mid-p gamma intervals", Biometrical
Journal 59, 377-387, have it in half of the cases only, as the exact interval is longer than it need
be. Here the same is done for ratios, of which a share and its sum are the simplest, by drawing what
the shares of the strata may be; for these the point may also be one that says nothing of the share.
Of a single stratum it is the mid-p interval of Clopper and Pearson. How often the intervals hold
the truth is measured by benchmarks/coverage.py.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

CONFIDENCE = 0.95

DRAWS = 10_000
"""Of each share; the ends are then sure to about 1 % of the interval's length."""

_SEED = 0  # the same points have the same intervals
_OUTSIDE = ((1 - CONFIDENCE) / 2, (1 + CONFIDENCE) / 2)


@dataclass(frozen=True)
class Tallies:
    """Points that speak for and against T shares, each a ratio of all that does, in H strata.

    Attributes:
        hits: (H, T) points that speak for it.
        misses: (H, T) points that speak against it; others say nothing of it.
        can_hit, can_miss, can_rest: (H, T) whether there can be such in the stratum at all, and
            others.
    """

    hits: NDArray[np.float64]
    misses: NDArray[np.float64]
    can_hit: NDArray[np.bool_]
    can_miss: NDArray[np.bool_]
    can_rest: NDArray[np.bool_]


def share_intervals(
    tallies: Tallies,
    totals: NDArray[np.float64],
    weights: NDArray[np.float64],
    draws: int = DRAWS,
) -> NDArray[np.float64]:
    """Return lower and upper end of each share, (T, 2); NaN where nothing speaks for or against.

    Args:
        tallies: of the shares.
        totals: (H,) points of each stratum, one at least.
        weights: (H,) what the strata take of all.
        draws: of each share.
    """
    rng = np.random.default_rng(_SEED)
    ends = np.full((tallies.hits.shape[1], 2), np.nan)
    for i in range(len(ends)):
        hits, misses = tallies.hits[:, i], tallies.misses[:, i]
        if not hits.any() and not misses.any():
            continue
        kinds = np.stack([hits, misses, (totals - hits - misses).clip(min=0)])
        cans = np.stack([tallies.can_hit[:, i], tallies.can_miss[:, i], tallies.can_rest[:, i]])
        changes = np.where(cans, _changes(kinds, weights), 0)
        for_it, against = _draw(kinds, changes, weights, draws, rng)
        ends[i] = np.quantile(for_it / (for_it + against), _OUTSIDE)
    return ends


def difference_interval(
    gains: NDArray[np.float64],
    losses: NDArray[np.float64],
    totals: NDArray[np.float64],
    weights: NDArray[np.float64],
    draws: int = DRAWS,
) -> NDArray[np.float64]:
    """Return lower and upper end, (2,), of the share of gains less that of losses.

    Args:
        gains: (H,) points of each stratum that speak for it, such as those where one map alone is
            right.
        losses: (H,) points that speak against it.
        totals: (H,) points of each stratum, one at least.
        weights: (H,) what the strata take of all; their sum is 1.
        draws: that the interval is made of.
    """
    kinds = np.stack([gains, losses, totals - gains - losses])
    more = kinds[:2] + np.eye(3, 2)[..., None]  # (3, 2, H): with a point more of each kind
    changes = weights * ((more[:, 0] - more[:, 1]) / (totals + 1) - (gains - losses) / totals)
    rng = np.random.default_rng(_SEED)
    for_it, against = _draw(kinds, changes, weights, draws, rng)
    ends: NDArray[np.float64] = np.quantile(for_it - against, _OUTSIDE)
    return ends


def _draw(
    kinds: NDArray[np.float64],
    changes: NDArray[np.float64],
    weights: NDArray[np.float64],
    draws: int,
    rng: np.random.Generator,
) -> NDArray[np.float64]:
    """Return what may speak for something and against it, of all strata, (2, draws).

    Args:
        kinds: (3, H) points that speak for it, against it and of neither.
        changes: (3, H) what a point more of a kind in a stratum would change; 0 where there can be
            none.
        weights: (H,) what the strata take of all.
        draws: how many.
        rng: of the random numbers.
    """
    totals = kinds.sum(axis=0)
    # Evenly, as the ends depend on nothing else where no point is wrong.
    ranks = rng.permutation(draws)
    one_more, gets_upper = -np.log((ranks + 0.5) / draws), ranks % 2 == 0
    given = []
    for most, is_given in ((changes.argmax(), gets_upper), (changes.argmin(), ~gets_upper)):
        kind, place = divmod(int(most), len(totals))
        if changes[kind, place]:
            given.append((kind, place, np.where(is_given, one_more, 0)))
    # Elsewhere all points of a stratum are of one kind, which a draw would only say again.
    is_drawn = kinds.max(axis=0) < totals
    is_drawn[np.array([place for _, place, _ in given], np.intp)] = True
    drawn, known = np.flatnonzero(is_drawn), np.where(is_drawn, 0, weights)
    # Divided by their sum, what the shares of the strata may be: a Dirichlet distribution.
    found = rng.standard_gamma(kinds[:, None, drawn], (3, draws, len(drawn)))
    for kind, place, more in given:
        found[kind, :, np.searchsorted(drawn, place)] += more
    of_all = (found / found.sum(axis=0)) @ weights[drawn]
    told: NDArray[np.float64] = of_all[:2] + ((kinds[:2] > 0) @ known)[:, None]
    return told


def _changes(kinds: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return by how much the share changes with one point more, (3, H), of a kind in a stratum.

    Args:
        kinds: (3, H) points that speak for it, against it and of neither.
        weights: (H,) what the strata take of all.
    """
    totals = kinds.sum(axis=0)
    parts = weights * kinds[:2] / totals
    # (3, 2, H): with a point more of each kind, what speaks for it and against it in the stratum.
    more = weights * (kinds[:2] + np.eye(3, 2)[..., None]) / (totals + 1)
    for_it, against = np.moveaxis(parts.sum(axis=1)[:, None] - parts + more, 1, 0)
    share = parts[0].sum() / parts.sum()
    with np.errstate(invalid="ignore"):
        changes: NDArray[np.float64] = for_it / (for_it + against) - share
    return np.nan_to_num(changes)
