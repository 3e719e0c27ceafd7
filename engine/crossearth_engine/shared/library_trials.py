"""In what a model was found to be computed better here, kept until somebody forgets it."""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from .model_places import user_data_folder
from .moves import rename

FILE_NAME = "library-trials.json"
MOST_KEPT = 200
"""Of more, the oldest are forgotten: each round of adapting makes a model of its own."""

BEGUN = "begun"
"""The reason of a trial that has not come to its end."""


@dataclass(frozen=True)
class LibraryTrial:
    """What came of trying another way to compute a model: a library, or less precision.

    Attributes:
        model: its name, for people.
        library: what was tried, with its version.
        is_taken: whether it computes the model from then on.
        precision: in which it was tried; of several, the one that was taken, or the last.
        same: share of pixels with the same class.
        time_share: its CPU time by that of what it was tried beside.
        windows: that were computed with both.
        beside: what that is, for people.
        threads: that computed.
        reason: why it was not taken: ``labels``, ``time``, `BEGUN`, or what the library said.
        day: when, ISO 8601.
    """

    model: str
    library: str
    is_taken: bool
    precision: str = ""
    same: float = 0.0
    time_share: float = 0.0
    windows: int = 0
    beside: str = "onnxruntime"
    threads: int = 0
    reason: str = ""
    day: str = ""

    @property
    def sentence(self) -> str:
        """What came of it, for people."""
        what = f"{self.library} for {self.model} in {self.precision}"
        if self.reason == BEGUN:
            return f"{what}: not taken, its trial did not come to an end."
        if self.reason not in ("", "labels", "time"):
            return f"{what}: not taken. {self.reason}"
        # What is missing is not rounded away.
        same = f"{int(self.same * 10_000) / 100:.2f} %"
        return (
            f"{what}: {'' if self.is_taken else 'not '}taken, "
            f"{same} same labels in {self.time_share:.2f} of {self.beside}'s time "
            f"({self.windows} windows)."
        )


def trials_file() -> Path:
    """Return the file in which the engine keeps them."""
    return user_data_folder() / FILE_NAME


def read_trials() -> dict[str, LibraryTrial]:
    """Return what is kept by its key, the oldest first; nothing if it is of no use."""
    try:
        kept = json.loads(trials_file().read_text(encoding="utf-8"))
        return {str(key): LibraryTrial(**entry) for key, entry in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def keep_trial(key: str, trial: LibraryTrial | None) -> None:
    """Keep what came of a trial under its key, or forget it if that is None.

    Raises:
        OSError: if it cannot be written.
    """
    kept = read_trials()
    kept.pop(key, None)
    if trial is not None:
        kept[key] = trial
    latest = list(kept.items())[-MOST_KEPT:]
    path = trials_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{FILE_NAME}.{os.getpid()}")
    try:
        fresh.write_text(json.dumps({k: asdict(v) for k, v in latest}, indent=1), encoding="utf-8")
        rename(fresh, path)
    except OSError:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def forget_trials() -> int:
    """Forget all, so that each model is tried anew; return how many there were.

    Raises:
        OSError: if the file cannot be deleted.
    """
    count = len(read_trials())
    trials_file().unlink(missing_ok=True)
    return count
