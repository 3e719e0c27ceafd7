"""Running safetensors weights with PyTorch."""

from __future__ import annotations

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.errors import (
    DeviceUnavailable,
    IncompatibleModel,
    JobCanceled,
    MissingPackage,
    OutOfMemory,
    PrecisionUnavailable,
    UnreadableModel,
)
from crossearth_engine.inference.backend import (
    GPU_BATCH,
    MAX_GPU_BATCH,
    check_network_output,
)
from crossearth_engine.models.metadata import ModelInfo

try:
    import safetensors.torch
    import torch
except ImportError as error:
    raise MissingPackage(package="torch", requirement="torch safetensors") from error

from crossearth_engine.models.registry import build
from crossearth_engine.networks.precision import available_precisions, prepare

# Of a GPU's free memory, for a batch: the rest is for what else runs there.
MEMORY_SHARE = 0.7


def available_devices() -> list[str]:
    """Return the devices that the installed PyTorch can use, best first."""
    devices = [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        devices.append("mps")
    return [*devices, "cpu"]


class TorchBackend:
    """A network in PyTorch; see `crossearth_engine.inference.backend.Backend`."""

    fixed_batch: int | None = None
    decides = False
    remarks: tuple[str, ...] = ()

    def __init__(
        self, model: ModelInfo, device: str, threads: int | None, precision: str = "auto"
    ) -> None:
        self._model = model
        devices = available_devices()
        self.device = {"auto": devices[0], "cuda": "cuda:0"}.get(device, device)
        if self.device not in devices:
            raise DeviceUnavailable(device=device, available=", ".join(["auto", *devices]))
        torch.set_num_threads(threads or usable_cores())
        try:
            weights = safetensors.torch.load_file(model.weights, device=self.device)
        except (OSError, safetensors.SafetensorError) as error:
            raise UnreadableModel(path=model.weights, reason=str(error)) from error
        try:
            # Without memory of its own: it takes the tensors, which are mapped from the file.
            with torch.device("meta"):
                network = build(model.architecture, len(model.classes), len(model.bands))
            network.load_state_dict(weights, assign=True)
        except (KeyError, ValueError, RuntimeError) as error:
            # load_state_dict lists every missing, unexpected and misshapen tensor.
            raise IncompatibleModel(path=model.weights, reason=str(error)) from error
        # Files of others may hold half precision; what is computed in is chosen below.
        self._network = network.to(self.device, torch.float32).eval()
        precisions = available_precisions(network, self.device)
        asked = "fp32" if precision == "auto" else precision
        chosen = next((name for name in precisions if name == asked), None)
        if chosen is None:
            available = ", ".join(["auto", *precisions])
            raise PrecisionUnavailable(precision=precision, device=self.device, available=available)
        self.precision: str = chosen
        # PyTorch rounds what convolutions are given on a GPU unless it is told not to.
        torch.backends.cudnn.allow_tf32 = chosen != "fp32"
        prepare(self._network, self.device, chosen)
        # A call into PyTorch cannot be stopped from outside; between two layers it can.
        self._is_interrupted = False
        for layer in self._network.modules():
            layer.register_forward_pre_hook(self._check)

    def run(self, batch: FloatArray) -> FloatArray:
        """Return scores (B, K, H, W) float32 of windows (B, C, H, W) float32."""
        try:
            with torch.inference_mode():
                scores = self._network(torch.from_numpy(batch).to(self.device)).float().cpu()
        except torch.OutOfMemoryError as error:
            raise OutOfMemory(device=self.device, window=batch.shape[-1]) from error
        result: FloatArray = np.asarray(scores.numpy(), np.float32)
        if self.precision == "fp16" and not np.isfinite(result).all():
            reason = "its values become too large for fp16 on this raster. Use bf16 or fp32."
            raise IncompatibleModel(path=self._model.weights, reason=reason)
        check_network_output(self._model, (batch.shape[0], *batch.shape[2:]), result)
        return result

    def halo(self, window_size: int) -> int:
        """Return 0: these networks give scores for every pixel."""
        return 0

    def batch_that_fits(self, shape: tuple[int, int, int]) -> int:
        """Return how many windows (C, H, W) are best given at once, by what a first one takes."""
        if self.device == "cpu":
            return 1
        if not self.device.startswith("cuda"):
            return GPU_BATCH
        before = torch.cuda.memory_allocated(self.device)
        torch.cuda.reset_peak_memory_stats(self.device)
        try:
            self.run(np.zeros((1, *shape), np.float32))
        except OutOfMemory:
            return 1  # which is told when it matters
        needed = torch.cuda.max_memory_allocated(self.device) - before
        free, _ = torch.cuda.mem_get_info(self.device)
        # What PyTorch holds and does not use is free, too.
        free += torch.cuda.memory_reserved(self.device) - before
        fitting = int(MEMORY_SHARE * free / max(needed, 1))
        return int(2 ** (min(max(fitting, 1), MAX_GPU_BATCH).bit_length() - 1))

    def interrupt(self) -> None:
        """End a `run` under way in another thread between two of its layers."""
        self._is_interrupted = True

    def clear_interrupt(self) -> None:
        """Forget an interruption: a new job begins."""
        self._is_interrupted = False

    def _check(self, layer: torch.nn.Module, inputs: object) -> None:
        if self._is_interrupted:
            raise JobCanceled
