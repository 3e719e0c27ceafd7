"""Where a network is trained: on the device that was asked for, or the best one that does it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch

from crossearth_engine.devices import torch_cards
from crossearth_engine.devices.choice import Choice, finding_of
from crossearth_engine.errors import DeviceFailed, DeviceUnusable, TrainingTooLarge
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.full.painter import Painter
from crossearth_engine.training.full.patches import LabelledWindow, PatchSource
from crossearth_engine.training.full.processes import Processes
from crossearth_engine.training.full.recipe import FullRecipe
from crossearth_engine.training.full.trainee import Trainee, put_weights
from crossearth_engine.training.full.training import Training, faults, state_file
from crossearth_engine.training.request import FinetuneRequest


@dataclass(frozen=True)
class Material:
    """What is learned from, and judged by.

    Attributes:
        source: patches, without the held-out polygons.
        everything: patches of all polygons for the last steps, or None where none are held out.
        painter: varies them.
        validation: windows with the held-out polygons.
    """

    source: PatchSource
    everything: PatchSource | None
    painter: Painter
    validation: Sequence[LabelledWindow]


def train(
    request: FinetuneRequest,
    base: ModelInfo,
    trainee: Trainee,
    recipe: FullRecipe,
    material: Material,
    processes: Processes,
    job: Job,
) -> Training:
    """Train on the device that was asked for; with ``auto`` on the best that works and has memory.

    On the next device a training goes on from its last look at the held-out polygons.

    Raises:
        TrainingTooLarge, DeviceFailed: if there is none with enough memory, or none that works.
        DeviceUnavailable, DeviceUnusable: if the one that was asked for is not there, or of no use.
    """

    def train_on(device: torch.device, request: FinetuneRequest) -> Training:
        with faults(device, recipe):
            trainee.to(device)
            if device.type == "cpu" and not isinstance(trainee.network, CrossEarth):
                # Convolutions take two thirds of the time that way.
                trainee.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
            training = Training(request, base, trainee, recipe, device, processes, job)
            training.run(material.source, material.painter, material.validation)
            if material.everything is not None and not training.is_canceled:
                training.finish(material.everything, material.painter)
        return training

    if processes.device is not None:
        return train_on(processes.device, request)
    choice = Choice(request.device, torch_cards)
    for finding in choice.findings:
        job.warn(finding)
    # Nobody has seen a training on a Mac's GPU yet: that has to be asked for.
    *better, last = [name for name in choice.devices if name != "mps" or request.device != "auto"]
    start = {name: p.detach().clone() for name, p in trainee.learned().items()}
    for name in better:
        try:
            choice.check(name)
            return train_on(torch.device(name), request)
        except DeviceUnusable as error:
            job.warn(finding_of(error))
        except (TrainingTooLarge, DeviceFailed) as error:
            job.warn(Finding("device-given-up", {"reason": str(error)}))
            # Not of an earlier training: what that has left is gone.
            request = replace(request, resume=state_file(request).exists())
        put_weights(trainee, start)
    choice.check(last)
    return train_on(torch.device(last), request)
