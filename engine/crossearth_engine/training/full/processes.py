"""The processes that torchrun starts to train one network together, and what they share."""

from __future__ import annotations

import os
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch import distributed as dist
from torch.nn.parallel import DistributedDataParallel

from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.training.full.trainee import Trainee


@dataclass(frozen=True)
class Processes:
    """The processes that train together; mostly there is one.

    Attributes:
        rank: number of this one, from 0.
        count: of all of them, on all computers.
        device: what this one computes on, where there are several: each card has its own process.
    """

    rank: int = 0
    count: int = 1
    device: torch.device | None = None

    @classmethod
    def join(cls, asked: str) -> Processes:
        """Find the other processes that torchrun has started.

        Args:
            asked: which device; a single process may take any, which is chosen elsewhere.

        Raises:
            InvalidRequest: if not every process here can have a device of the kind.
        """
        count = int(os.environ.get("WORLD_SIZE", "1"))
        if count == 1:
            return cls()
        device = _own_device(asked)
        if not dist.is_initialized():
            if device.type == "cuda":
                # Before anything else: what is not told otherwise goes to the first card.
                torch.cuda.set_device(device)
            # NCCL speaks of cards to cards, and is not there on Windows.
            if device.type == "cuda" and dist.is_nccl_available():
                dist.init_process_group("nccl", device_id=device)
            else:
                dist.init_process_group("gloo")
        return cls(int(os.environ["RANK"]), count, device)

    @property
    def is_first(self) -> bool:
        """Whether this is the one that validates and writes."""
        return self.rank == 0

    def threads(self, asked: int | None) -> int:
        """Return how many threads this one takes of the processor, which all here share."""
        return asked or max(usable_cores() // _processes_here(), 1)

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
        shared = torch.tensor(number, device=self.device if self._is_nccl else "cpu")
        dist.broadcast(shared, 0)
        return int(shared)

    def summed(self, numbers: Tensor) -> Tensor:
        """Return the sum over all processes."""
        if self.count > 1:
            dist.all_reduce(numbers)
        return numbers

    def wait(self) -> None:
        """Return when all processes are here, and let them go."""
        if self.count > 1:
            dist.barrier(device_ids=[self.device.index] if self.device and self._is_nccl else None)
            dist.destroy_process_group()

    @property
    def _is_nccl(self) -> bool:
        return bool(dist.get_backend() == "nccl")


def _processes_here() -> int:
    return int(os.environ.get("LOCAL_WORLD_SIZE", "1"))


def _own_device(asked: str) -> torch.device:
    """Return the device of this one of several processes: the card of its own number, or the CPU.

    All processes of a computer come to the same end, for one that is missing is waited for.
    """
    cards, here = torch.cuda.device_count(), _processes_here()
    if asked == "cpu" or (asked == "auto" and cards == 0):
        return torch.device("cpu")
    if asked not in ("auto", "cuda", "gpu"):
        reason = (
            f"torchrun gives each process a card of its own; {asked} is one for all. Leave the "
            "device out, or take --device cpu; which cards, says CUDA_VISIBLE_DEVICES."
        )
        raise InvalidRequest(reason=reason)
    if here > cards:
        there = "1 graphics card" if cards == 1 else f"{cards} graphics cards"
        least = f"--nproc_per_node {cards}, or " if cards else ""
        reason = (
            f"torchrun has started {here} processes on a computer with {there} that PyTorch can "
            f"use. Start it with {least}--device cpu."
        )
        raise InvalidRequest(reason=reason)
    return torch.device("cuda", int(os.environ["LOCAL_RANK"]))
