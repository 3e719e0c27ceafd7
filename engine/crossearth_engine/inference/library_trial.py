"""In which of two ways a model is computed on the processor: tried once, on windows of a raster.

ONNX models may take less time in OpenVINO, an add-on, than in onnxruntime, or more; networks of
PyTorch in bf16 than in fp32; by processor and network. In bf16 some labels change. So ``auto``
takes the other way only after both have computed a few windows of what a person maps, where it gave
the same labels in less time. Noise would say nothing of labels.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timezone

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.openvino_library import openvino_version
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.digests import digest_of
from crossearth_engine.errors import EngineError, JobCanceled
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.classify import choose_channels
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import model_identity
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.shared.library_trials import BEGUN, LibraryTrial, keep_trial, read_trials

# What has to be the same, of all pixels; and how much less time it has to take, for what changes.
LEAST_SAME, MOST_TIME = 0.995, 0.9
# Windows that both compute. Fewer, or such that show little but one class, say too little.
MOST_WINDOWS, LEAST_WINDOWS = 8, 4
LEAST_OTHERS = 0.01
# CPU time that a trial may take, seconds; or as a share of what the run takes without it, for
# networks of PyTorch: a single window of CrossEarth-L takes longer.
LIMIT_S = 5.0
LIMIT_SHARE = 0.1
# Of networks with more than this a window alone takes so long that only such a share is enough.
SLOW_BYTES = 200_000_000

# Windows that are read to find so many with data, and how much of one has to be wanted.
MOST_READ, LEAST_WANTED = 24, 0.5
# Its multiples are spread over 0 to 1 however many are taken (the golden ratio).
_SPREAD = (5**0.5 - 1) / 2

Sample = Iterator[tuple[FloatArray, NDArray[np.bool_]]]
"""Windows as the network takes them (B, C, S, S), and what of the first is wanted (S, S)."""


@dataclass(frozen=True)
class Measured:
    """What a library made of windows.

    Attributes:
        labels: of each, (N,) of its wanted pixels.
        seconds: the least CPU time that one took.
    """

    labels: list[NDArray[np.uint8]]
    seconds: float


def trial_key(model: ModelInfo, threads: int | None) -> str | None:
    """Return what a trial holds for: this model, processor, number of threads, and versions.

    None if there is nothing to try.
    """
    versions = _versions(model)
    if not versions:
        return None
    return digest_of(
        {
            "model": model_identity(model),
            "processor": cpu_name(),
            # By which people make oneDNN, which both libraries use, do without newer instructions.
            "instructions": os.environ.get("ONEDNN_MAX_CPU_ISA"),
            "threads": threads or usable_cores(),
            "libraries": versions,
        }
    )


def _versions(model: ModelInfo) -> dict[str, str]:
    """Return the versions of what computes a model in either way; none if there is but one."""
    suffix = model.weights.suffix.lower()
    # Two ways are compared by the classes that they choose.
    has_none = model.needs_adapting or model.quantity is not None
    if has_none or suffix not in (".onnx", ".safetensors"):
        return {}
    if suffix == ".onnx":
        openvino = openvino_version()
        if openvino is None:
            return {}
        from crossearth_engine.devices.onnx_cards import versions

        return {**versions(), "openvino": openvino}
    # Takes a while to load, and most models are no networks of PyTorch.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return {"torch": version("torch")}
    except PackageNotFoundError:
        return {}


def _is_onnx(model: ModelInfo) -> bool:
    return model.weights.suffix.lower() == ".onnx"


def found_better(model: ModelInfo, threads: int | None) -> str | None:
    """Return the precision in which the other way was found better, or None."""
    key = trial_key(model, threads)
    trial = None if key is None else read_trials().get(key)
    return trial.precision if trial is not None and trial.is_taken else None


def spread_windows(
    windows: WindowGrid, halo: int, model: ModelInfo, reader: RasterReader, batch: int
) -> Sample:
    """Yield windows all over a raster that have data, the first few far from each other.

    Args:
        windows: of the run.
        halo: how many pixels around each the network sees besides.
        model: how pixels are scaled for it.
        reader: the raster as it is shown.
        batch: windows that the network takes at once; all are the same one.

    Raises:
        UnreadableRaster: if blocks are missing or damaged.
    """
    count, columns = len(windows), len(windows.cols)
    size = windows.window_size + 2 * halo
    mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
    places = (int(number * _SPREAD % 1 * count) for number in range(1, MOST_READ + 1))
    for place in dict.fromkeys(places):
        row, col = windows.rows[place // columns], windows.cols[place % columns]
        pixels, valid, wanted = reader.read_mirrored(Window(col - halo, row - halo, size, size))
        if wanted.mean() >= LEAST_WANTED:
            yield normalize(pixels, valid, mean, std)[None].repeat(batch, axis=0), wanted


def try_other_way(
    model: ModelInfo,
    reference: Backend,
    threads: int | None,
    sample: Sample,
    run_windows: int,
    job: Job,
) -> Backend | None:
    """Try the other way, unless that was done before; return it if it was found better just now.

    It is as `load_backend` would return it now. What is found is kept and told. Nothing is kept
    where the raster says too little.

    Args:
        model: what is run.
        reference: it in onnxruntime, or in PyTorch in fp32, on the processor.
        threads: as for `load_backend`.
        sample: windows to try it on.
        run_windows: how many windows the run has, which may be long enough for a longer trial.
        job: is told; may be canceled.

    Raises:
        JobCanceled: on request.
        EngineError: as reading the windows, and the reference, say.
    """
    key = trial_key(model, threads)
    if key is None or key in read_trials():
        return None
    trial = _begun(model, reference, threads)
    budget = _Budget(0 if _is_onnx(model) else run_windows)
    doubt = _too_short(model, run_windows)
    if not doubt:
        try:
            windows, expected = _computed_by(reference, model, sample, budget)
        except MemoryError:
            # The run does with less, or says what it has no memory for.
            return None
        doubt = _says_too_little(expected, budget)
    if doubt:
        what = f"{trial.library} in {trial.precision}"
        job.log("info", f"{what} was not tried for this model yet: {doubt}.")
        return None
    try:
        # What ends the process is found here by the next one, and not tried again.
        keep_trial(key, trial)
    except OSError as error:
        reason = f"the result cannot be kept ({error.strerror})"
        job.log("info", f"{trial.library} is not tried: {reason}.")
        return None
    try:
        trial, rival = _tried(trial, model, reference, threads, windows, expected, budget, job)
    except JobCanceled:
        keep_trial(key, None)
        raise
    except MemoryError:
        # Another time there may be enough.
        keep_trial(key, None)
        return None
    keep_trial(key, trial)
    job.log("info", trial.sentence)
    return rival


class _Budget:
    """The CPU time that a trial may take, from now on.

    Args:
        run_windows: of whose time it may take a share; none of fewer than one.
    """

    def __init__(self, run_windows: int) -> None:
        self._began = time.process_time()
        self._run_windows = run_windows
        self.limit_s = LIMIT_S

    def spent_s(self) -> float:
        """Return what was taken so far."""
        return time.process_time() - self._began

    def know(self, window_s: float) -> None:
        """Learn how long a window takes in the run as it would be without a trial."""
        self.limit_s = max(LIMIT_S, LIMIT_SHARE * self._run_windows * window_s)


def _begun(model: ModelInfo, reference: Backend, threads: int | None) -> LibraryTrial:
    """Return a trial that has not come to its end."""
    library, package = ("OpenVINO", "openvino") if _is_onnx(model) else ("PyTorch", "torch")
    return LibraryTrial(
        model=model.name,
        library=f"{library} {_versions(model)[package]}",
        is_taken=False,
        precision=reference.quicker[0],
        beside="onnxruntime" if _is_onnx(model) else reference.precision,
        threads=threads or usable_cores(),
        reason=BEGUN,
        day=datetime.now(tz=timezone.utc).date().isoformat(),
    )


def _too_short(model: ModelInfo, run_windows: int) -> str:
    """Return why a run has no time for a trial, which no window need show; empty if it may have."""
    has_share = LIMIT_SHARE / 2 * run_windows >= LEAST_WINDOWS
    if _is_onnx(model) or has_share or model.weights.stat().st_size <= SLOW_BYTES:
        return ""
    return (
        f"{run_windows} windows are too few for a trial of so large a network; "
        "--precision bf16 takes it untried"
    )


def _computed_by(
    reference: Backend, model: ModelInfo, sample: Sample, budget: _Budget
) -> tuple[list[tuple[FloatArray, NDArray[np.bool_]]], Measured]:
    """Return windows and what the reference makes of them: as many as time allows for both."""
    windows: list[tuple[FloatArray, NDArray[np.bool_]]] = []
    labels: list[NDArray[np.uint8]] = []
    least = float("inf")
    for batch, wanted in sample:
        found, seconds = _run(reference, model, batch, wanted)
        least = min(least, seconds)
        windows.append((batch, wanted))
        labels.append(found)
        budget.know(least)
        if len(windows) == MOST_WINDOWS or budget.spent_s() + least > budget.limit_s / 2:
            break
    return windows, Measured(labels, least)


def _says_too_little(expected: Measured, budget: _Budget) -> str:
    """Return why windows say too little; empty if they do not."""
    if len(expected.labels) < LEAST_WINDOWS:
        if expected.seconds < budget.limit_s / 2 / LEAST_WINDOWS or not expected.labels:
            return f"the raster has fewer than {LEAST_WINDOWS} windows with data"
        return (
            f"a window takes {expected.seconds:.1f} s, too long for a trial of "
            f"{budget.limit_s:.0f} s; --precision bf16 takes it untried"
        )
    counts = np.bincount(np.concatenate(expected.labels))
    if counts.sum() - counts.max() < LEAST_OTHERS * counts.sum():
        return "the raster shows little but one class where it was looked at"
    return ""


def _tried(
    trial: LibraryTrial,
    model: ModelInfo,
    reference: Backend,
    threads: int | None,
    windows: list[tuple[FloatArray, NDArray[np.bool_]]],
    expected: Measured,
    budget: _Budget,
    job: Job,
) -> tuple[LibraryTrial, Backend | None]:
    """Return what comes of the other way in each precision, up to the first that is better, and it.

    It has been compiled for the windows of the run, which takes as long as many of them.
    """
    for precision in reference.quicker:
        try:
            rival = _other_way(model, threads, precision, reference.lanes)
            job.on_cancel(rival.interrupt)
            try:
                same, share, count = _compared(rival, model, windows, expected, budget)
            except BaseException:
                rival.close()
                raise
            finally:
                job.forget(rival.interrupt)
        except (JobCanceled, MemoryError):
            raise
        except EngineError as error:
            trial = replace(trial, precision=precision, reason=str(error))
            continue
        reason = "time" if share > MOST_TIME or count < LEAST_WINDOWS else ""
        reason = reason if same >= LEAST_SAME else "labels"
        trial = replace(
            trial,
            is_taken=not reason,
            precision=precision,
            same=same,
            time_share=share,
            windows=count,
            reason=reason,
        )
        if trial.is_taken:
            return trial, rival
        rival.close()
    return trial, None


def _other_way(model: ModelInfo, threads: int | None, precision: str, lanes: int) -> Backend:
    if _is_onnx(model):
        from crossearth_engine.inference.openvino_backend import OpenVinoBackend

        return OpenVinoBackend(model, threads, precision, lanes)
    from crossearth_engine.inference.torch_backend import TorchBackend

    return TorchBackend(model, "cpu", threads, precision)


def _compared(
    rival: Backend,
    model: ModelInfo,
    windows: list[tuple[FloatArray, NDArray[np.bool_]]],
    expected: Measured,
    budget: _Budget,
) -> tuple[float, float, int]:
    """Return the share of same labels, of the reference's time, and the number of windows."""
    _run(rival, model, *windows[0])  # the first call is for itself
    least = float("inf")
    same, pixels = 0, 0
    for count, ((batch, wanted), labels) in enumerate(
        zip(windows, expected.labels, strict=True), 1
    ):
        found, seconds = _run(rival, model, batch, wanted)
        least = min(least, seconds)
        same += int((found == labels).sum())
        pixels += labels.size
        is_hopeless = count == 2 and least > MOST_TIME * expected.seconds
        if is_hopeless or budget.spent_s() > budget.limit_s:
            break
    return round(same / pixels, 6), round(least / expected.seconds, 3), count


def _run(
    backend: Backend, model: ModelInfo, batch: FloatArray, wanted: NDArray[np.bool_]
) -> tuple[NDArray[np.uint8], float]:
    """Return the labels (N,) of what is wanted of a window, and the CPU time that it took."""
    began = time.process_time()
    scores = backend.run(batch)[0]
    seconds = time.process_time() - began
    halo = (wanted.shape[-1] - scores.shape[-1]) // 2
    inner = wanted[halo : halo + scores.shape[-2], halo : halo + scores.shape[-1]]
    return choose_channels(scores, model)[inner], seconds
