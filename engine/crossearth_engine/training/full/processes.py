"""The processes that torchrun starts to train one network together, and what they share."""

from __future__ import annotations

import os
from dataclasses import dataclass

import torch
from torch import distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.torch_backend import available_devices
from crossearth_engine.training.full.trainee import (
    Trainee,
)


@dataclass(frozen=True)
class Processes:
    """The processes that train together; mostly there is one."""

    rank: int
    count: int

    @classmethod
    def join(cls) -> Processes:
        """Find the other processes that torchrun has started."""
        count = int(os.environ.get("WORLD_SIZE", "1"))
        if count > 1 and not dist.is_initialized():
            dist.init_process_group("nccl" if torch.cuda.is_available() else "gloo")
        return cls(int(os.environ.get("RANK", "0")) if count > 1 else 0, count)

    @property
    def is_first(self) -> bool:
        """Whether this is the one that validates and writes."""
        return self.rank == 0

    def device(self, asked: str) -> torch.device:
        """Return where to train."""
        devices = available_devices()
        name = {"auto": devices[0], "cuda": "cuda:0"}.get(asked, asked)
        if name.startswith("cuda") and self.count > 1:
            name = f"cuda:{os.environ.get('LOCAL_RANK', '0')}"
        if name not in devices:
            raise InvalidRequest(reason=f"There is no device {asked}: {', '.join(devices)}.")
        return torch.device(name)

    def wrapped(self, trainee: Trainee, device: torch.device) -> nn.Module:
        """Return the module to call, which adds the gradients of all processes up."""
        if self.count == 1:
            return trainee
        ids = [device.index] if device.type == "cuda" else None
        return DistributedDataParallel(trainee, device_ids=ids)

    def any(self, flag: bool) -> bool:
        """Return whether the first process says so."""
        return bool(self.from_first(int(flag)))

    def from_first(self, number: int) -> int:
        """Return the first process's number."""
        if self.count == 1:
            return number
        shared = torch.tensor(number, device="cuda" if dist.get_backend() == "nccl" else "cpu")
        dist.broadcast(shared, 0)
        return int(shared)

    def wait(self) -> None:
        """Return when all processes are here, and let them go."""
        if self.count > 1:
            dist.barrier()
            dist.destroy_process_group()
