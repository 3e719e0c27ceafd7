"""Running ONNX models with onnxruntime."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.choice import first_line
from crossearth_engine.devices.onnx_session import ONNX_ERRORS, left_to_cpu
from crossearth_engine.devices.openvino_library import openvino_version, precisions_to_try
from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.errors import (
    DeviceFailed,
    DeviceLost,
    IncompatibleModel,
    InvalidRequest,
    JobCanceled,
    ModelTooLarge,
    OutOfMemory,
    PrecisionUnavailable,
    UnreadableModel,
)
from crossearth_engine.faults import is_device_lost, is_out_of_memory
from crossearth_engine.inference.averaging import resize
from crossearth_engine.inference.backend import (
    GPU_BATCH,
    SMALLEST_WINDOW,
    check_network_output,
    lighter_options,
    timely_batch,
)
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_description import image_input, map_output, open_session
from crossearth_engine.models.onnx_layout import LayoutError, enlargement, votes
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.products import UNFAMILIARITY


class OnnxBackend:
    """A network in onnxruntime on ``cpu``, ``cuda:0``, ``dml:0``, …; see `backend.Backend`."""

    precision = "fp32"

    def __init__(
        self,
        model: ModelInfo,
        device: str,
        threads: int | None,
        precision: str = "auto",
        lanes: int = 1,
    ) -> None:
        self._model = model
        self.device = device
        self.lanes = lanes if device == "cpu" else 1
        is_open = device == "cpu" and precision == "auto" and openvino_version() is not None
        self.quicker = precisions_to_try() if is_open else ()
        self.hardware: dict[str, Any] = {}
        self.findings: list[Finding] = []
        self.fallbacks: list[str] = []
        self._session = self._opened(threads)
        self._image = image_input(model.weights, self._session, len(model.bands))
        channels = model.channels
        self._output = map_output(model.weights, self._session, self._image, channels)
        outputs = [entry.name for entry in self._session.get_outputs()]
        self.has_reference = UNFAMILIARITY in outputs
        self._check()
        self.fixed_batch = self._image.batch
        if self._image.dtype == np.float16:
            self.precision = "fp16"
        # The types are in the file's operators; the library does not change them.
        if precision not in ("auto", self.precision):
            raise PrecisionUnavailable(
                precision=precision, device=self.device, available=f"auto, {self.precision}"
            )
        is_number = self._output.channels == 1 and len(model.classes) > 2
        self.decides = model.scores == "classes" or self._output.is_decided or is_number
        self.remarks = self._remarks()
        # By window: what its map lacks on each side, and the size of what is there.
        self._places: dict[int, tuple[int, int]] = {}
        self._is_interrupted = False
        self._under_way: set[onnxruntime.RunOptions] = set()

    def _opened(self, threads: int | None) -> onnxruntime.InferenceSession:
        """Return the session that computes, and that tells what the network takes and returns."""
        shared = max((threads or usable_cores()) // self.lanes, 1)
        return _open(self._model.weights, self.device, shared)

    def _check(self) -> None:
        """Refuse what the network cannot be given."""
        model, image = self._model, self._image
        if image.channels is not None and image.channels != len(model.bands):
            last = ", with the channels last" if image.is_channels_last else ""
            reason = (
                f"the network takes {image.channels} bands{last}, its metadata says "
                f"{len(model.bands)}."
            )
            raise IncompatibleModel(path=model.weights, reason=reason)
        height, width = image.size_hw
        if height is not None and width is not None and height != width:
            reason = (
                f"the network only takes windows of {height} by {width} pixels, and windows are "
                "square. Export it again with equal or free height and width."
            )
            raise IncompatibleModel(path=model.weights, reason=reason)
        if image.takes_whole_numbers and any((*model.mean, *(std - 1 for std in model.std))):
            reason = (
                f"the network takes whole numbers ({image.dtype}) and scales them itself; a mean "
                "and a deviation would leave it nothing but 0 and 1. Import it with --mean 0 "
                "--std 1."
            )
            raise IncompatibleModel(path=model.weights, reason=reason)

    def run(self, batch: FloatArray, *, with_unfamiliarity: bool = False) -> FloatArray:
        """Return scores (B, K, S, S) float32 of windows (B, C, S, S) float32; see `Backend`.

        Where the network tells nothing of the outermost pixels, see `halo`, of the others only.
        """
        for fixed, given in zip(self._image.size_hw, batch.shape[2:], strict=True):
            if fixed is not None and fixed != given:
                reason = f"the network only takes windows of {fixed} pixels, not {given}."
                raise IncompatibleModel(path=self._model.weights, reason=reason)
        names = [self._output.name, *([UNFAMILIARITY] if with_unfamiliarity else [])]
        result, *beside = self._compute(batch, names)
        count, window_size = len(self._model.classes) or 1, batch.shape[-1]
        try:
            maps = self._output.arranged(result, batch.shape, self._image, count)
            if maps.shape[1] == 1 < count and self._model.threshold is None:
                maps = votes(maps, [item.value for item in self._model.classes])
            size = maps.shape[-1]
            place = self._places.get(window_size) or enlargement(size, window_size)
        except LayoutError as error:
            raise IncompatibleModel(path=self._model.weights, reason=f"it {error}.") from error
        missing, inner = place
        told_hw = (inner, inner) if size != window_size else batch.shape[2:]
        scores = np.asarray(maps, np.float32)
        if missing:
            # A map that lies half a pixel off the middle gives up its first row and column.
            start = -(-(size - inner) // 2)
            scores = scores[..., start : start + inner, start : start + inner]
        elif size != inner:
            scores = resize(scores, inner)
        scores = np.ascontiguousarray(scores)
        check_network_output(self._model, (batch.shape[0], *told_hw), scores)
        if not with_unfamiliarity:
            return scores
        (unlike,) = (resize(np.asarray(cells, np.float32), window_size) for cells in beside)
        inside = slice(missing, window_size - missing)
        return np.concatenate([scores, unlike[..., inside, inside]], axis=1)

    def _compute(self, batch: FloatArray, names: Sequence[str]) -> list[NDArray[Any]]:
        """Return what the network says of windows (B, C, S, S), as it says it, by output."""
        # New for every call: options that have ended a call end all later ones.
        options = onnxruntime.RunOptions()
        options.log_severity_level = 4  # being terminated is not an error to print
        self._under_way.add(options)
        try:
            # An interruption that is not seen here sees the options.
            if self._is_interrupted:
                raise JobCanceled
            given = {self._image.name: self._image.given(batch)}
            results = self._session.run(names, given, options)
        except ONNX_ERRORS as error:
            if self._is_interrupted:
                raise JobCanceled from error
            is_fixed = self._image.size_hw != (None, None)
            _raise_fault(error, self.device, batch.shape[-1], is_fixed=is_fixed)
            size, own = batch.shape[-1], self._model.window_size
            if size != own:
                reason = (
                    f"{self._model.name} cannot process windows of {size} pixels. Leave the window "
                    f"out: its own is {own} pixels."
                )
                raise InvalidRequest(reason=reason) from error
            if self.device != "cpu":
                raise DeviceFailed(device=self.device, reason=first_line(error)) from error
            reason = f"it cannot process windows of {size} pixels ({first_line(error)})"
            raise IncompatibleModel(path=self._model.weights, reason=reason) from error
        finally:
            self._under_way.discard(options)
        return [np.asarray(result) for result in results]

    def halo(self, window_size: int) -> int:
        """Return how many pixels at each edge of a window the network says nothing of."""
        if self._output.has_size_of_image:
            return 0
        if window_size not in self._places:
            size = self._size_of_map(window_size)
            try:
                place = enlargement(size, window_size)
            except LayoutError as error:
                reason = f"it {error}."
                raise IncompatibleModel(path=self._model.weights, reason=reason) from error
            if size < window_size and not place[0] and self._crops(size, window_size):
                missing = -(-(window_size - size) // 2)
                place = missing, window_size - 2 * missing
            self._places[window_size] = place
        return self._places[window_size][0]

    def _size_of_map(self, window_size: int) -> int:
        """Return the edge of the map of an empty window."""
        return int(self._map_of(self._empty_windows(window_size)).shape[-1])

    def _empty_windows(self, window_size: int) -> FloatArray:
        shape = (self.fixed_batch or 1, len(self._model.bands), window_size, window_size)
        return np.zeros(shape, np.float32)

    def _map_of(self, batch: FloatArray) -> NDArray[Any]:
        """Return the maps (B, K, h, w) of windows (B, C, S, S), of the size that they have."""
        try:
            classes = len(self._model.classes) or 1
            (result,) = self._compute(batch, [self._output.name])
            return self._output.arranged(result, batch.shape, self._image, classes)
        except LayoutError as error:
            raise IncompatibleModel(path=self._model.weights, reason=f"it {error}.") from error

    def _crops(self, size: int, window_size: int) -> bool:
        """Whether a smaller map is of the window's middle, and not of all of it, made smaller."""
        if self._image.size_hw != (None, None):
            return self._answers_from_the_middle(size, window_size)
        try:
            larger = self._size_of_map(window_size + 64)
        except (IncompatibleModel, InvalidRequest, OutOfMemory):
            return False
        # Larger windows lack as many pixels, and not as large a share of themselves.
        return larger - size == 64

    def _answers_from_the_middle(self, size: int, window_size: int) -> bool:
        """Whether a spot off the middle of a window is answered where a cropped map has it."""
        empty = self._empty_windows(window_size)
        nothing = np.asarray(self._map_of(empty), np.float32)
        place = 3 * window_size // 8
        reach = max(window_size // 32, 1)
        in_crop = place - (window_size - size) / 2
        in_whole = place * size / window_size
        # Of another value in each band: networks that name a class tell them by what is most.
        ramp = 2.0 * np.arange(1, empty.shape[1] + 1, dtype=np.float32)[:, None, None]
        for values in (ramp, -ramp):
            spotted = empty.copy()
            spotted[..., place - reach : place + reach, place - reach : place + reach] = values
            answer = np.abs(np.asarray(self._map_of(spotted), np.float32) - nothing).sum((0, 1))
            if answer.sum() > 0:
                found = np.average(np.arange(size) + 0.5, weights=answer.sum(0))
                return bool(abs(found - in_crop) < abs(found - in_whole))
        return False

    def _remarks(self) -> tuple[str, ...]:
        """Return sentences on how the network is used, for the log."""
        image, said = self._image, list(self._output.remarks)
        if image.is_channels_last:
            said.append("The network takes the channels last.")
        if image.dtype != np.float32:
            said.append(f"The network takes pixels as {image.dtype}.")
        if self.decides:
            said.append(
                "The network returns classes and no scores: where windows overlap, they vote."
            )
        count, total, types = left_to_cpu(self._session, self.device)
        if count:
            said.append(
                f"{count} of its {total} operators are computed on the processor, as {self.device} "
                f"does not know them: {', '.join(types)}."
            )
        return tuple(said)

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return how many windows (C, H, W) are best given at once; onnxruntime hides memory."""
        if self.device == "cpu":
            return 1
        window = np.zeros((1, *shape), np.float32)
        try:
            return timely_batch(lambda: self._compute(window, [self._output.name]), GPU_BATCH)
        except OutOfMemory:
            return 1  # which is told when it matters

    def peak_gpu_mb(self) -> float | None:
        """Return None: onnxruntime hides memory."""
        return None

    def interrupt(self) -> None:
        """End each `run` under way in another thread between two of its operators."""
        self._is_interrupted = True
        for options in tuple(self._under_way):
            options.terminate = True

    def clear_interrupt(self) -> None:
        """Forget an interruption: a new job begins."""
        self._is_interrupted = False

    def rest(self) -> None:
        """Give back what the layers' results took on a processor, by a window as small as can be.

        For onnxruntime gives memory back at the end of a run only. What takes windows of one size
        keeps it: another one would take too long.
        """
        if self.device != "cpu" or self._is_interrupted or self._image.size_hw != (None, None):
            return
        options = onnxruntime.RunOptions()
        options.log_severity_level = 4  # there may be no such window
        options.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")
        given = {self._image.name: self._image.given(self._empty_windows(SMALLEST_WINDOW))}
        with contextlib.suppress(*ONNX_ERRORS):
            self._session.run([self._output.name], given, options)

    def close(self) -> None:
        """Give back all memory; nothing can be run any more."""
        del self._session


class OnnxMaps:
    """A network in onnxruntime that returns several inner maps of a window.

    Args:
        path: file of the network, for messages.
        content: the part of it to run, as an ONNX file; None: all of it.
        device: as in `OnnxBackend`.
        threads: likewise.
    """

    def __init__(self, path: Path, content: bytes | None, device: str, threads: int | None) -> None:
        self._path = path
        self.device = device
        self._session = _open(path, device, threads, content)
        (self._input,) = (entry.name for entry in self._session.get_inputs())
        self._is_interrupted = False
        self._run_options = onnxruntime.RunOptions()

    def run(self, batch: FloatArray) -> list[FloatArray]:
        """Return maps (B, C, h, w) float32 of normalised windows (B, C, H, W) float32.

        Raises:
            IncompatibleModel: if the network does not take such windows.
            OutOfMemory: if they do not fit.
            JobCanceled: if `interrupt` was called.
        """
        if self._is_interrupted:
            raise JobCanceled
        self._run_options.log_severity_level = 4
        try:
            maps = self._session.run(None, {self._input: batch}, self._run_options)
        except ONNX_ERRORS as error:
            if self._is_interrupted:
                raise JobCanceled from error
            # The windows are those of the model: an adaptation has no option for others.
            _raise_fault(error, self.device, batch.shape[-1], is_fixed=True)
            if self.device != "cpu":
                raise DeviceFailed(device=self.device, reason=first_line(error)) from error
            raise IncompatibleModel(path=self._path, reason=first_line(error)) from error
        return [np.asarray(item, np.float32) for item in maps]

    def interrupt(self) -> None:
        """Make the `run` under way in another thread, and all to come, raise JobCanceled."""
        self._is_interrupted = True
        self._run_options.terminate = True


def _raise_fault(error: Exception, device: str, window: int, *, is_fixed: bool) -> None:
    """Raise what an error says of the device, if it does, as one of ours."""
    if is_device_lost(error):
        raise DeviceLost(device=device, reason=first_line(error)) from error
    if is_out_of_memory(error):
        options = lighter_options(None if is_fixed else window, (), device)
        raise OutOfMemory(device=device, window=window, options=options) from error


def _open(
    path: Path, device: str, threads: int | None, content: bytes | None = None
) -> onnxruntime.InferenceSession:
    """Return a session on a device.

    Raises:
        ModelTooLarge, DeviceLost, DeviceFailed: if the device is the reason that there is none.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or usable_cores()
    # Idle threads that spin take the cores from reading and joining.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return open_session(path, options, device, content)
    except (UnreadableModel, RuntimeError, MemoryError) as error:
        if is_device_lost(error):
            raise DeviceLost(device=device, reason=first_line(error)) from error
        if not is_out_of_memory(error):
            raise
        lighter = lighter_options(None, (), device)
        raise ModelTooLarge(device=device, model=path.name, options=lighter) from error
