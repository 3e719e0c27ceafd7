"""What ``auto`` does where a device fails: less precision if it is memory, then the next device.

Only what was left open changes: a device that was named stays, and so does a precision.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.choice import finding_of
from crossearth_engine.errors import (
    DeviceFailed,
    DeviceUnusable,
    EngineError,
    ModelTooLarge,
    OutOfMemory,
    PrecisionUnavailable,
)
from crossearth_engine.inference.backend import Backend
from crossearth_engine.shared.findings import Finding

T = TypeVar("T")

Way = tuple[str, str]
"""A device and a precision."""


class FallbackBackend:
    """A network on the first device, in the first precision, that does it; see `backend.Backend`.

    Args:
        load: loads it on a device in a precision.
        ways: what to try, the best first.

    Raises:
        EngineError: why the first way failed, if none works.
    """

    def __init__(self, load: Callable[[str, str], Backend], ways: Sequence[Way]) -> None:
        self._load_on = load
        self._ways = list(ways)
        self._is_interrupted = False
        self.findings: list[Finding] = []
        self.fallbacks: list[str] = []
        self._backend = self._first_that_loads()
        self.fixed_batch = self._backend.fixed_batch
        self.decides = self._backend.decides
        self.remarks = self._backend.remarks
        self.has_reference = self._backend.has_reference

    @property
    def device(self) -> str:
        """What it runs on by now."""
        return self._backend.device

    @property
    def precision(self) -> str:
        """What it computes in by now."""
        return self._backend.precision

    @property
    def quicker(self) -> tuple[str, ...]:
        """In what else it may be computed by now."""
        return self._backend.quicker

    @property
    def hardware(self) -> dict[str, Any]:
        """What it runs on by now."""
        return self._backend.hardware

    @property
    def lanes(self) -> int:
        """What it allows by now; one where another way may have to take its place."""
        return 1 if self._ways else self._backend.lanes

    def run(self, batch: FloatArray, *, with_unfamiliarity: bool = False) -> FloatArray:
        """Return scores, from the next way if not even a single window fits into memory."""
        return self._on_a_way_that_fits(
            lambda: self._backend.run(batch, with_unfamiliarity=with_unfamiliarity),
            is_least=len(batch) <= (self.fixed_batch or 1),
        )

    def halo(self, window_size: int) -> int:
        """Return how many pixels at each edge it tells nothing of, which it may have to try."""
        return self._on_a_way_that_fits(lambda: self._backend.halo(window_size), is_least=True)

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return how many windows are best given at once."""
        return self._on_a_way_that_fits(lambda: self._backend.batch_that_fits(shape), is_least=True)

    def peak_gpu_mb(self) -> float | None:
        """Return the most memory that was taken of the device that it runs on by now."""
        return self._backend.peak_gpu_mb()

    def interrupt(self) -> None:
        """End a `run` under way in another thread, or the one that would follow."""
        self._is_interrupted = True
        self._backend.interrupt()

    def clear_interrupt(self) -> None:
        """Forget an interruption: a new job begins."""
        self._is_interrupted = False
        self._backend.clear_interrupt()

    def rest(self) -> None:
        """Give back the memory that only a run needs."""
        self._backend.rest()

    def close(self) -> None:
        """Give back all memory; nothing can be run any more."""
        self._backend.close()

    def _on_a_way_that_fits(self, call: Callable[[], T], *, is_least: bool) -> T:
        while True:
            try:
                return call()
            except OutOfMemory as error:
                if not (is_least and self._ways):
                    raise
                failed: EngineError = _without_frames(error)
            except DeviceFailed as error:
                if not self._ways:
                    raise
                failed = _without_frames(error)
            self._step_down(failed)

    def _first_that_loads(self, failed: EngineError | None = None) -> Backend:
        """Return the network on the first way left that takes it; tell what was given up for it.

        Args:
            failed: why it is not on an earlier one any more.
        """
        while self._ways:
            way = self._ways.pop(0)
            try:
                backend = self._load_on(*way)
            except PrecisionUnavailable as error:
                failed = failed or _without_frames(error)
            except DeviceUnusable as error:
                failed = _without_frames(error)
                if finding_of(error) not in self.findings:
                    self.findings.append(finding_of(error))
            except (OutOfMemory, DeviceFailed) as error:
                failed = _without_frames(error)
                self.fallbacks.append(_sentence(failed))
            else:
                if self.fallbacks:
                    where = f"{backend.device} in {backend.precision}"
                    self.fallbacks[-1] += f" From here on the network runs on {where}."
                return backend
        raise failed or ValueError("There is no way to try.")

    def _step_down(self, failed: EngineError) -> None:
        self._backend.close()  # before the next one needs memory
        self.fallbacks.append(_sentence(failed))
        self._backend = self._first_that_loads(failed)
        if self._is_interrupted:
            self._backend.interrupt()


def _sentence(failed: EngineError) -> str:
    """Return what has happened."""
    if not isinstance(failed, OutOfMemory):
        return str(failed)
    what = "load the model" if isinstance(failed, ModelTooLarge) else "compute a single window"
    return f"Not enough memory on {failed.details['device']} to {what}."


def _without_frames(error: EngineError) -> EngineError:
    """Return the error without what the functions that it went through still hold in memory."""
    cause: BaseException | None = error
    while cause is not None:
        cause.__traceback__ = None
        cause = cause.__cause__ or cause.__context__
    return error
