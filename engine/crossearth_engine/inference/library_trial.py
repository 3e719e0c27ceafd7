"""Which library computes an ONNX model on the processor: tried once, on windows of a raster.

OpenVINO, an add-on, may be twice as fast as onnxruntime, or slower, by processor and network; in
bf16 some labels change. So ``auto`` takes it only after both have computed a few windows of what a
person maps, where it gave the same labels in less time. Noise would say nothing of labels.
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
from crossearth_engine.devices.openvino_library import openvino_version, precisions_to_try
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.digests import digest_of
from crossearth_engine.errors import EngineError, JobCanceled
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.classify import choose_channels
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.windows import Window, WindowGrid
from crossearth_engine.shared.library_trials import BEGUN, LibraryTrial, keep_trial, read_trials

# What has to be the same, of all pixels; and how much less time it has to take, for what changes.
LEAST_SAME, MOST_TIME = 0.995, 0.9
# Windows that both compute, and CPU time that all of it may take, seconds. Fewer windows, or such
# that show little but one class, say too little of labels.
MOST_WINDOWS, LEAST_WINDOWS = 8, 4
LIMIT_S = 5.0
LEAST_OTHERS = 0.01

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
    if model.weights.suffix.lower() != ".onnx":
        return None
    version = openvino_version()
    if version is None:
        return None
    from crossearth_engine.devices.onnx_cards import versions

    return digest_of(
        {
            "model": model.verify(),
            "processor": cpu_name(),
            # By which people make oneDNN, and with it OpenVINO, do without newer instructions.
            "instructions": os.environ.get("ONEDNN_MAX_CPU_ISA"),
            "threads": threads or usable_cores(),
            "libraries": {**versions(), "openvino": version},
        }
    )


def found_better(model: ModelInfo, threads: int | None) -> str | None:
    """Return the precision in which OpenVINO was found better, or None."""
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


def try_openvino(
    model: ModelInfo, reference: Backend, threads: int | None, sample: Sample, job: Job
) -> bool:
    """Try OpenVINO, unless that was done before; return whether it was found better just now.

    What is found is kept and told. Nothing is kept where the raster says too little.

    Args:
        model: an ONNX model.
        reference: it in onnxruntime, on the processor.
        threads: as for `load_backend`.
        sample: windows to try it on.
        job: is told; may be canceled.

    Raises:
        JobCanceled: on request.
        EngineError: as reading the windows, and onnxruntime, say.
    """
    key = trial_key(model, threads)
    if key is None or key in read_trials():
        return False
    trial = LibraryTrial(
        model=model.name,
        library=f"OpenVINO {openvino_version()}",
        is_taken=False,
        threads=threads or usable_cores(),
        reason=BEGUN,
        day=datetime.now(tz=timezone.utc).date().isoformat(),
    )
    began = time.process_time()
    try:
        windows, expected = _computed_by(reference, model, sample, began)
    except MemoryError:
        # The run does with less, or says what it has no memory for.
        return False
    doubt = _says_too_little(expected)
    if doubt:
        job.log("info", f"OpenVINO was not tried for this model yet: {doubt}.")
        return False
    try:
        # What ends the process is found here by the next one, and not tried again.
        keep_trial(key, trial)
    except OSError as error:
        job.log("info", f"OpenVINO is not tried: the result cannot be kept ({error.strerror}).")
        return False
    try:
        trial = _tried(trial, model, reference, threads, windows, expected, began, job)
    except JobCanceled:
        keep_trial(key, None)
        raise
    except MemoryError:
        # Another time there may be enough.
        keep_trial(key, None)
        return False
    keep_trial(key, trial)
    job.log("info", describe(trial))
    return trial.is_taken


def describe(trial: LibraryTrial) -> str:
    """Return what came of a trial, for people."""
    what = f"{trial.library} for {trial.model}"
    if trial.reason == BEGUN:
        return f"{what}: not taken, its trial did not come to an end."
    if trial.reason not in ("", "labels", "time"):
        return f"{what}: not taken. {trial.reason}"
    return (
        f"{what} in {trial.precision}: {'' if trial.is_taken else 'not '}taken, "
        f"{_percent(trial.same)} same labels in {trial.time_share:.2f} of onnxruntime's time "
        f"({trial.windows} windows)."
    )


def _percent(share: float) -> str:
    """Return a share without rounding what is missing away."""
    return f"{int(share * 10_000) / 100:.2f} %"


def _computed_by(
    reference: Backend, model: ModelInfo, sample: Sample, began: float
) -> tuple[list[tuple[FloatArray, NDArray[np.bool_]]], Measured]:
    """Return windows and what onnxruntime makes of them: as many as time allows for both."""
    windows: list[tuple[FloatArray, NDArray[np.bool_]]] = []
    labels: list[NDArray[np.uint8]] = []
    least = float("inf")
    for batch, wanted in sample:
        found, seconds = _run(reference, model, batch, wanted)
        least = min(least, seconds)
        windows.append((batch, wanted))
        labels.append(found)
        spent = time.process_time() - began
        if len(windows) == MOST_WINDOWS or spent + least > LIMIT_S / 2:
            break
    return windows, Measured(labels, least)


def _says_too_little(expected: Measured) -> str:
    """Return why windows say too little; empty if they do not."""
    if len(expected.labels) < LEAST_WINDOWS:
        if expected.seconds < LIMIT_S / 2 / LEAST_WINDOWS or not expected.labels:
            return f"the raster has fewer than {LEAST_WINDOWS} windows with data"
        return (
            f"a window takes {expected.seconds:.1f} s, too long for a trial of {LIMIT_S:g} s; "
            "--precision bf16 takes it untried"
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
    began: float,
    job: Job,
) -> LibraryTrial:
    """Return what comes of OpenVINO in each precision, up to the first that is better."""
    from crossearth_engine.inference.openvino_backend import OpenVinoBackend

    for precision in precisions_to_try():
        try:
            rival = OpenVinoBackend(model, threads, precision, reference.lanes)
            job.on_cancel(rival.interrupt)
            try:
                same, share, count = _compared(rival, model, windows, expected, began)
            finally:
                job.forget(rival.interrupt)
                rival.close()
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
            break
    return trial


def _compared(
    rival: Backend,
    model: ModelInfo,
    windows: list[tuple[FloatArray, NDArray[np.bool_]]],
    expected: Measured,
    began: float,
) -> tuple[float, float, int]:
    """Return the share of same labels, of onnxruntime's time, and the number of windows."""
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
        if is_hopeless or time.process_time() - began > LIMIT_S:
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
