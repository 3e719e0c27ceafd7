"""How well a student agrees with its teacher on windows held out, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.wording import say

_DRAWS, _ENDS = 4000, (2.5, 97.5)


@dataclass(frozen=True)
class Agreement:
    """Pixels of windows that were held out.

    Attributes:
        counts: (W,) pixels that were looked at in each window.
        same: (W,) of them, those of the same class by teacher and distilled student.
        before: (W,) the same of the student before it learned; None if it has no such classes.
        seed: of the draws that tell how sure it is.
    """

    counts: NDArray[np.int64]
    same: NDArray[np.int64]
    before: NDArray[np.int64] | None
    seed: int

    @property
    def share(self) -> float:
        """Share of pixels of the same class."""
        return float(self.same.sum() / self.counts.sum())

    @property
    def share_before(self) -> float | None:
        """The same before distilling."""
        return None if self.before is None else float(self.before.sum() / self.counts.sum())

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of `share`, by drawing windows anew: pixels of one are alike."""
        drawn = self._drawn()
        return _ends(self.same[drawn].sum(axis=1) / self.counts[drawn].sum(axis=1))

    @property
    def gain_interval(self) -> tuple[float, float] | None:
        """The 95 % interval of what distilling brings, of the same windows."""
        if self.before is None:
            return None
        drawn = self._drawn()
        gained = (self.same - self.before)[drawn].sum(axis=1)
        return _ends(gained / self.counts[drawn].sum(axis=1))

    @property
    def closed(self) -> float | None:
        """Which part of the gap between teacher and student distilling closes; None without one.

        Negative if it has widened it.
        """
        before = self.share_before
        return None if before is None or before == 1 else (self.share - before) / (1 - before)

    @property
    def is_better(self) -> bool | None:
        """Whether distilling surely brings anything; None where there is nothing to compare."""
        gained = self.gain_interval
        return None if gained is None else gained[0] > 0

    def sentences(self) -> list[str]:
        """Return it in sentences."""
        low, high = self.interval
        told = say(
            "On {count} windows that nothing was learned from, the new model gives {share:.1%} of "
            "the pixels the class that the teacher gives them (95 % interval {low:.1%} to "
            "{high:.1%}, by drawing the windows anew).",
            count=len(self.counts),
            share=self.share,
            low=low,
            high=high,
        )
        before, gained = self.share_before, self.gain_interval
        if before is None or gained is None:
            nothing = say(
                "The student had none of these classes before: there is nothing to compare it with."
            )
            return [told, nothing]
        figures = {
            "before": before,
            "gain": 100 * (self.share - before),
            "low": 100 * gained[0],
            "high": 100 * gained[1],
        }
        closed = self.closed
        if closed is None or not self.is_better:
            brings = say(
                "Before it learned, the student agreed on {before:.1%}: distilling brings "
                "{gain:+.1f} points ({low:+.1f} to {high:+.1f}).",
                **figures,
            )
        else:
            brings = say(
                "Before it learned, the student agreed on {before:.1%}: distilling brings "
                "{gain:+.1f} points ({low:+.1f} to {high:+.1f}) and closes {closed:.0%} of the gap "
                "to the teacher.",
                closed=closed,
                **figures,
            )
        return [told, brings]

    @property
    def findings(self) -> list[Finding]:
        """What to tell where distilling was of no use."""
        if self.is_better is not False:
            return []
        if self.share > (self.share_before or 0):
            return [Finding("distilled-perhaps-no-better")]
        return [Finding("distilled-no-better")]

    def to_dict(self) -> dict[str, Any]:
        """Return it, ready for JSON."""
        gained = self.gain_interval
        return {
            "windows": len(self.counts),
            "share": round(self.share, 5),
            "interval": [round(end, 5) for end in self.interval],
            "before": None if self.share_before is None else round(self.share_before, 5),
            "gain_interval": None if gained is None else [round(end, 5) for end in gained],
            "closed": None if self.closed is None else round(self.closed, 4),
            "is_better": self.is_better,
        }

    def _drawn(self) -> NDArray[np.int64]:
        count = len(self.counts)
        return np.random.default_rng(self.seed).integers(0, count, (_DRAWS, count))


def _ends(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = np.percentile(values, _ENDS)
    return float(low), float(high)
