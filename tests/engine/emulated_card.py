"""A graphics card made of the processor: "cuda:0" is there, and has as much memory as a test says.

Tensors that are sent to it stay where they are; what PyTorch tells of its memory is what the
networks on it take. So everything that the engine does on a GPU runs, but the GPU.
"""

from contextlib import contextmanager

import safetensors.torch
import torch

from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.efficientnet_fpn import EfficientNetFPN

MIB = 1024**2


class EmulatedCard:
    """What the card is like, and what happened to it.

    Attributes:
        memory: that it has, bytes.
        loads: devices of the networks that were loaded, in order.
        calls: windows, pixels of their edge and type of each call into a network on the card.
        waits: how often somebody waited for it.
        freed: how often memory was given back.
        fault: raised by the next call into a network on it, if there is one.
    """

    def __init__(self, memory=4000 * MIB):
        self.memory = memory
        self.loads, self.calls = [], []
        self.waits = self.freed = self.peak = 0
        self.fault = None

    def load_file(self, path, device="cpu"):
        self.loads.append(device)
        if device != "cpu" and self.memory < path.stat().st_size:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return _load_file(path)

    def enter(self, module, inputs):
        if not isinstance(module, (CrossEarth, EfficientNetFPN)) or self.loads[-1:] in (
            [],
            ["cpu"],
        ):
            return
        windows, size = len(inputs[0]), inputs[0].shape[-1]
        body = module.backbone if isinstance(module, CrossEarth) else module
        dtype = next(body.parameters()).dtype
        self.calls.append((windows, size, dtype))
        if self.fault is not None:
            raise self.fault
        self.peak = windows * taken_by(size, dtype)
        if self.peak > self.memory:
            raise RuntimeError("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate`")


def taken_by(size, dtype):
    """Bytes that a window takes on the card."""
    return size * size * 4000 * dtype.itemsize


_load_file = safetensors.torch.load_file


@contextmanager
def emulated_card(monkeypatch, **facts):
    """Yield the card that there is."""
    card = EmulatedCard(**facts)
    to = torch.Tensor.to

    def stay(tensor, *args, **kwargs):
        def moved(value):
            is_card = str(value).startswith("cuda") and isinstance(value, (str, torch.device))
            return torch.device("cpu") if is_card else value

        kwargs = {name: moved(value) for name, value in kwargs.items()}
        return to(tensor, *map(moved, args), **kwargs)

    def count(name):
        setattr(card, name, getattr(card, name) + 1)

    monkeypatch.setattr(torch.Tensor, "to", stay)
    monkeypatch.setattr(safetensors.torch, "load_file", card.load_file)
    for name, answer in {
        "device_count": lambda: 1,
        "is_available": lambda: True,
        "get_device_capability": lambda device=None: (8, 6),
        "get_device_name": lambda device=None: "Emulated",
        "synchronize": lambda device=None: count("waits"),
        "empty_cache": lambda: count("freed"),
        "memory_allocated": lambda device=None: 0,
        "memory_reserved": lambda device=None: 0,
        "reset_peak_memory_stats": lambda device=None: None,
        "max_memory_allocated": lambda device=None: card.peak,
        "mem_get_info": lambda device=None: (card.memory, card.memory),
    }.items():
        monkeypatch.setattr(torch.cuda, name, answer)
    hook = torch.nn.modules.module.register_module_forward_pre_hook(card.enter)
    try:
        yield card
    finally:
        hook.remove()
