"""Running safetensors weights with PyTorch."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.errors import (
    DeviceFailed,
    DeviceLost,
    EngineError,
    IncompatibleModel,
    JobCanceled,
    MissingPackage,
    ModelTooLarge,
    OutOfMemory,
    PrecisionUnavailable,
    UnreadableModel,
)
from crossearth_engine.faults import is_device_lost, is_out_of_memory
from crossearth_engine.inference.averaging import resize
from crossearth_engine.inference.backend import (
    CALL_S,
    MAX_GPU_BATCH,
    check_network_output,
    lighter_options,
    timely_batch,
)
from crossearth_engine.models.metadata import ModelInfo

try:
    import safetensors.torch
    import torch
except ImportError as error:
    raise MissingPackage(package="torch", requirement="torch safetensors") from error

from crossearth_engine.models.checkpoint import read_unfamiliarity
from crossearth_engine.models.registry import build_stored
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.dinov2 import PATCH_SIZE
from crossearth_engine.networks.precision import available_precisions, gpu_precisions, prepare
from crossearth_engine.networks.unfamiliarity import PREFIX, Unfamiliarity
from crossearth_engine.shared.findings import Finding

# What PyTorch raises of a device; an assertion where it was built without a kind of them.
_FAULTS = (RuntimeError, AssertionError, OSError, MemoryError, safetensors.SafetensorError)
# Of a GPU's free memory, for a batch: the rest is for what else runs there.
MEMORY_SHARE = 0.7


def ways(devices: Iterable[str], precision: str) -> list[tuple[str, str]]:
    """Return devices and precisions in which a network may be run as it is asked for, best first.

    What is ``auto`` may become less precise where memory does not suffice.
    """
    found = []
    for name in devices:
        found.append((name, precision))
        if precision == "auto":
            found += [(name, smaller) for smaller in smaller_precisions(name)[:1]]
    return found


def smaller_precisions(device: str) -> list[str]:
    """Return the precisions in which a network takes half the memory on a device, the best first.

    Those of a CPU are for speed: they are not counted.
    """
    if not device.startswith("cuda"):
        return []
    try:
        return [name for name in gpu_precisions(device) if name != "fp32"]
    except (RuntimeError, AssertionError):
        return []  # what is wrong with it is told when it is tried


class TorchBackend:
    """A network in PyTorch on ``cpu``, ``cuda:0``, ``mps``, …; see `backend.Backend`."""

    quicker: tuple[str, ...] = ()
    fixed_batch: int | None = None
    decides = False
    remarks: tuple[str, ...] = ()
    # How many threads PyTorch computes with is a matter of the whole process.
    lanes = 1

    def __init__(
        self, model: ModelInfo, device: str, threads: int | None, precision: str = "auto"
    ) -> None:
        self._model = model
        self.device = device
        self.hardware: dict[str, Any] = {}
        self.findings: list[Finding] = []
        torch.set_num_threads(threads or usable_cores())
        self.precision: str = precision
        self._unfamiliarity: Unfamiliarity | None = None
        with self._faults(window=None):
            self._network = self._load(precision)
        self.has_reference = self._unfamiliarity is not None
        self.fallbacks: list[str] = []
        # A call into PyTorch cannot be stopped from outside; between two layers it can. The hook
        # knows nothing of this object: a circle would keep the network until Python looks for one.
        self._interrupted = threading.Event()
        self._waits = _Waiting(self.device)

        def check(layer: torch.nn.Module, inputs: object) -> None:
            waits()
            if interrupted.is_set():
                raise JobCanceled

        interrupted, waits = self._interrupted, self._waits
        for layer in self._network.modules():
            layer.register_forward_pre_hook(check)

    def _load(self, precision: str) -> torch.nn.Module:
        """Return the network on its device, and note the precision that it computes in."""
        model = self._model
        try:
            weights = safetensors.torch.load_file(model.weights, device=self.device)
        except (OSError, safetensors.SafetensorError) as error:
            if is_out_of_memory(error):
                raise
            raise UnreadableModel(path=model.weights, reason=str(error)) from error
        known = read_unfamiliarity(weights, model.weights)
        if known:
            self._unfamiliarity = known.to(self.device).eval()
            weights = {k: v for k, v in weights.items() if not k.startswith(PREFIX)}
        try:
            # Without memory of its own: it takes the tensors, which are mapped from the file.
            with torch.device("meta"):
                count, channels = len(model.classes), len(model.bands)
                network = build_stored(model.architecture, count, channels, weights)
            network.load_state_dict(weights, assign=True)
        except (KeyError, ValueError, RuntimeError) as error:
            if is_out_of_memory(error):
                raise
            # load_state_dict lists every missing, unexpected and misshapen tensor.
            raise IncompatibleModel(path=model.weights, reason=str(error)) from error
        if known and _map_channels(network) != known.features:
            reason = "what it knows of its training imagery is of another network."
            raise IncompatibleModel(path=model.weights, reason=reason)
        # Files of others may hold half precision; what is computed in is chosen below.
        network = network.to(self.device, torch.float32).eval()
        precisions = available_precisions(network, self.device)
        asked = "fp32" if precision == "auto" else precision
        chosen = next((name for name in precisions if name == asked), None)
        if chosen is None:
            available = ", ".join(["auto", *precisions])
            raise PrecisionUnavailable(precision=precision, device=self.device, available=available)
        self.precision = chosen
        if self.device == "cpu" and precision == "auto" and "bf16" in precisions:
            self.quicker = ("bf16",)
        # PyTorch rounds what convolutions are given on a GPU unless it is told not to.
        torch.backends.cudnn.allow_tf32 = chosen != "fp32"
        prepare(network, self.device, chosen)
        return network

    def run(self, batch: FloatArray, *, with_unfamiliarity: bool = False) -> FloatArray:
        """Return scores (B, K, H, W) float32 of windows (B, C, H, W) float32; see `Backend`."""
        began = time.perf_counter()
        with self._faults(batch.shape[-1]), torch.inference_mode():
            shown = torch.from_numpy(batch).to(self.device)
            unlike: FloatArray | None = None
            if with_unfamiliarity:
                scores, unlike = self._scores_and_unfamiliarity(shown)
            else:
                scores = self._network(shown)
            result: FloatArray = np.asarray(scores.float().cpu().numpy(), np.float32)
        self._waits.is_needed = time.perf_counter() - began > CALL_S
        if self.precision == "fp16" and not np.isfinite(result).all():
            reason = "its values become too large for fp16 on this raster. Use bf16 or fp32."
            raise IncompatibleModel(path=self._model.weights, reason=reason)
        check_network_output(self._model, (batch.shape[0], *batch.shape[2:]), result)
        return result if unlike is None else np.concatenate([result, unlike], axis=1)

    def _scores_and_unfamiliarity(self, shown: torch.Tensor) -> tuple[torch.Tensor, FloatArray]:
        """Return scores and unfamiliarity (B, 1, S, S) of windows (B, C, S, S)."""
        network, unfamiliarity = self._network, self._unfamiliarity
        if not isinstance(network, CrossEarth) or unfamiliarity is None:
            raise TypeError(f"{self._model.name} does not tell what is unlike its training")
        scores, maps = network.scores_and_maps(shown)
        cells = unfamiliarity(maps).cpu().numpy()
        # The maps are of whole patches.
        size = max(shown.shape[-1], PATCH_SIZE * maps[0].shape[-1])
        return scores, resize(cells, size)[..., : shown.shape[-2], : shown.shape[-1]]

    def halo(self, window_size: int) -> int:
        """Return 0: these networks give scores for every pixel."""
        return 0

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return how many windows (C, H, W) are best given at once, by what a first one takes."""
        if self.device == "cpu":
            return 1
        window = np.zeros((1, *shape), np.float32)
        memory = _Memory(self.device)
        try:
            with self._faults(shape[-1]):
                memory.start()
                self.run(window)
                fitting = int(MEMORY_SHARE * memory.free() / max(memory.taken(), 1))
            return timely_batch(lambda: self.run(window), min(max(fitting, 1), MAX_GPU_BATCH))
        except OutOfMemory:
            return 1  # which is told when it matters

    def peak_gpu_mb(self) -> float | None:
        """Return what PyTorch took of an NVIDIA card; of others it tells nothing."""
        if not self.device.startswith("cuda"):
            return None
        return round(torch.cuda.max_memory_allocated(self.device) / 1e6, 1)

    def interrupt(self) -> None:
        """End a `run` under way in another thread between two of its layers."""
        self._interrupted.set()

    def clear_interrupt(self) -> None:
        """Forget an interruption: a new job begins."""
        self._interrupted.clear()

    def rest(self) -> None:
        """Give back the memory that PyTorch holds and does not use, for others on the device."""
        free_cache(self.device)

    def close(self) -> None:
        """Give back all memory; nothing can be run any more."""
        del self._network
        self._unfamiliarity = None
        free_cache(self.device)

    @contextmanager
    def _faults(self, window: int | None) -> Iterator[None]:
        """Raise what PyTorch says of the device as errors of ours; without a window, of loading."""
        try:
            yield
        except _FAULTS as error:
            if is_device_lost(error):
                reason = str(error).partition("\n")[0]
                raise DeviceLost(device=self.device, reason=reason) from error
            if isinstance(error, EngineError):
                raise
            if not is_out_of_memory(error):
                if self.device == "cpu":
                    raise
                reason = str(error).strip().partition("\n")[0].rstrip(".")
                raise DeviceFailed(
                    device=self.device, reason=reason or type(error).__name__
                ) from error
            smaller = smaller_precisions(self.device) if self.precision in ("auto", "fp32") else ()
            options = lighter_options(window, smaller, self.device)
            if window is None:
                raise ModelTooLarge(
                    device=self.device, model=self._model.name, options=options
                ) from error
            raise OutOfMemory(device=self.device, window=window, options=options) from error


def _map_channels(network: torch.nn.Module) -> int:
    """Return the channels of all maps that are looked at for what is unlike the training."""
    if not isinstance(network, CrossEarth):
        return 0
    return network.config.width * len(network.config.feature_blocks)


class _Waiting:
    """Waits for a GPU before each layer where `is_needed`: where a call takes long.

    The processor is ahead of a GPU by as many layers as it likes: a run that is canceled would
    wait for all of them.
    """

    def __init__(self, device: str) -> None:
        self._device = device
        self.is_needed = False

    def __call__(self) -> None:
        if self.is_needed and self._device != "cpu":
            synchronize(self._device)


class _Memory:
    """How much of a GPU's memory something takes, and how much is free for more of it, in bytes."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._before = 0

    def start(self) -> None:
        """Start to measure."""
        if self._device.startswith("cuda"):
            self._before = torch.cuda.memory_allocated(self._device)
            torch.cuda.reset_peak_memory_stats(self._device)
        else:
            self._before = torch.mps.driver_allocated_memory()

    def taken(self) -> int:
        """Return what was taken at most since the start."""
        if self._device.startswith("cuda"):
            return int(torch.cuda.max_memory_allocated(self._device) - self._before)
        return int(torch.mps.driver_allocated_memory() - self._before)

    def free(self) -> int:
        """Return what would be free without what was taken."""
        if self._device.startswith("cuda"):
            free, _ = torch.cuda.mem_get_info(self._device)
            # What PyTorch holds and does not use is free, too.
            return int(free + torch.cuda.memory_reserved(self._device) - self._before)
        return int(torch.mps.recommended_max_memory() - self._before)


def synchronize(device: str) -> None:
    """Wait until a device has done all that it was given."""
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)
    elif device == "mps":
        torch.mps.synchronize()


def free_cache(device: str) -> None:
    """Give back to other programs what PyTorch holds of a device's memory and does not use."""
    if device.startswith("cuda"):
        torch.cuda.empty_cache()
    elif device == "mps":
        torch.mps.empty_cache()
