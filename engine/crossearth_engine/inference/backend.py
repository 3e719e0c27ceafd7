"""What turns a batch of windows into class scores, whichever library does it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any, Protocol

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.findings import Finding

# Windows given to a GPU at once: where its memory is not known, and at most.
GPU_BATCH, MAX_GPU_BATCH = 4, 8
# How long a GPU may work on what it is given at once: a run that is canceled waits for that.
CALL_S = 0.5
SMALLEST_WINDOW = 64


class Backend(Protocol):
    """A loaded network on a device.

    Attributes:
        device: what it really runs on, such as ``cpu`` or ``cuda:0``.
        precision: what most of it really computes in: ``fp32``, ``bf16``, ``fp16`` or ``int8``.
        quicker: other precisions that may take less time on its device, the quickest first; a
            trial tells.
        fixed_batch: the only batch size the network takes, or None.
        decides: whether it tells the class of a pixel and nothing of how likely that is.
        remarks: sentences on how it is used, where that is not as usual.
        hardware: what it runs on, ready for JSON: ``device_name``, ``driver``, ``libraries``.
        has_reference: whether it knows the imagery that it was trained on.
        findings: why it does not run on a card of this computer.
        fallbacks: sentences on what else was tried first, and why it was given up; may grow.
        lanes: how many calls of `run` may be under way at once, from as many threads: each has its
            share of the processor. With one, `run` is for a single thread at a time.
    """

    @property
    def device(self) -> str: ...  # noqa: D102 - see above

    @property
    def precision(self) -> str: ...  # noqa: D102 - see above

    @property
    def quicker(self) -> tuple[str, ...]: ...  # noqa: D102 - see above

    fixed_batch: int | None
    decides: bool
    remarks: tuple[str, ...]
    has_reference: bool
    findings: list[Finding]
    fallbacks: list[str]

    @property
    def lanes(self) -> int: ...  # noqa: D102 - see above

    @property
    def hardware(self) -> dict[str, Any]: ...  # noqa: D102 - see above

    def run(self, batch: FloatArray, *, with_unfamiliarity: bool = False) -> FloatArray:
        """Return scores (B, K, H, W) float32 of normalised windows (B, C, H, W) float32.

        Without the `halo` at each edge, if there is one. Of what has a reference there may be one
        channel more: how unlike the training imagery each place is, 0 to 1. The scores are the
        caller's, who may change them where they are.

        Raises:
            OutOfMemory: if the batch does not fit.
            JobCanceled: if `interrupt` was called meanwhile.
        """
        ...

    def halo(self, window_size: int) -> int:
        """Return how many pixels at each edge of a window it sees and tells nothing of."""
        ...

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return how many windows (C, H, W) of this shape are best given at once.

        As many as the memory of a GPU takes and as it computes in `CALL_S`, up to where more would
        not be faster; on a CPU one, which has the caches for itself.
        """
        ...

    def peak_gpu_mb(self) -> float | None:
        """Return the most memory of a card that the job took so far; None if nothing tells."""
        ...

    def interrupt(self) -> None:
        """Make each `run` under way in another thread, and all to come, raise JobCanceled."""
        ...

    def clear_interrupt(self) -> None:
        """Forget an interruption: a new job begins."""
        ...

    def rest(self) -> None:
        """Give back the memory that only a run needs, for others on the same device."""
        ...

    def close(self) -> None:
        """Give back all memory; nothing can be run any more."""
        ...


def timely_batch(run: Callable[[], object], most: int) -> int:
    """Return how many windows a GPU computes in `CALL_S`, a power of two up to ``most``.

    Args:
        run: computes one window; called twice, for libraries set themselves up in the first call.
        most: at least 1.
    """
    run()
    began = time.perf_counter()
    run()
    timely = int(CALL_S / max(time.perf_counter() - began, 1e-6))
    return int(2 ** (min(max(timely, 1), most).bit_length() - 1))


def lighter_options(window: int | None, precisions: Iterable[str], device: str) -> str:
    """Return the options of a run that need less memory, for an error to name them.

    Args:
        window: size of the windows, if another one is possible.
        precisions: those in which the network would be smaller than it is.
        device: where memory does not suffice.
    """
    smaller = [] if window is None or window < 2 * SMALLEST_WINDOW else [f"--window {window // 2}"]
    halves = [f"--precision {name}" for name in precisions]
    elsewhere = [] if device == "cpu" else ["--device cpu"]
    return ", ".join([*smaller, *halves, *elsewhere, "--model"])


def check_network_output(model: ModelInfo, batch_hw: tuple[int, ...], scores: FloatArray) -> None:
    """Raise IncompatibleModel unless ``scores`` are numbers, one per class and pixel.

    Args:
        model: whose they are.
        batch_hw: number of windows, height and width of what is told of each.
        scores: as returned.
    """
    channels = model.channels
    expected = (batch_hw[0], channels, *batch_hw[1:])
    if scores.shape != expected:
        reason = f"the network returns an array of shape {scores.shape} instead of {expected}."
        raise IncompatibleModel(path=model.weights, reason=reason)
    # Channel by channel, each of which stays in the processor's cache.
    planes = scores.reshape(-1, *scores.shape[2:])
    if not all(np.isfinite(plane).all() for plane in planes):
        reason = "the network returns values that are not numbers for this raster."
        raise IncompatibleModel(path=model.weights, reason=reason)
