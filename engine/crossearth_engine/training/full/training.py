"""The training loop: steps, a look at held-out polygons in between, the best weights kept.

Every step draws its random numbers from a seed of its own, so that a training that was stopped and
is resumed ends with the same weights as one that was not, on the same machine.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Generator, Tensor, nn

from crossearth_engine.accuracy.figures import confusion_matrix, mean_iou
from crossearth_engine.errors import InvalidRequest, JobCanceled
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.precision import available_precisions
from crossearth_engine.publishing import writing
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.training.full.painter import Painter
from crossearth_engine.training.full.patches import (
    LabelledWindow,
    PatchSource,
)
from crossearth_engine.training.full.processes import Processes
from crossearth_engine.training.full.recipe import FullRecipe
from crossearth_engine.training.full.trainee import (
    MovingAverage,
    Trainee,
    parameter_groups,
    put_weights,
)
from crossearth_engine.training.request import FinetuneRequest

STATE_FILE = "state.pt"


class Training:
    """The training loop and what it has to remember.

    Attributes:
        recipe, device, processes: as given.
        key: what a state must have been made of to go on from it.
        step: steps done.
        history: what was seen at each validation.
        best_step, best_weights, best_confusion: the best so far; by the held-out polygons, or
            without any the last.
        weights: those to keep: the best, or what came of them by learning from all polygons.
        is_canceled: whether it ended early, with what it had.
    """

    def __init__(
        self,
        request: FinetuneRequest,
        base: ModelInfo,
        trainee: Trainee,
        recipe: FullRecipe,
        device: torch.device,
        processes: Processes,
        job: Job,
    ) -> None:
        self._request = request
        self._trainee = trainee
        self.recipe = recipe
        self.device = device
        self.processes = processes
        self._job = job
        self._mean, self._std = (
            torch.tensor(values, device=device)[:, None, None] for values in (base.mean, base.std)
        )
        self._average = MovingAverage(trainee, recipe.ema_decay)
        self._optimizer = torch.optim.AdamW(
            parameter_groups(trainee, recipe.learning_rate, recipe.weight_decay)
        )
        self._schedule = torch.optim.lr_scheduler.LambdaLR(
            self._optimizer, lambda done: recipe.rate(done + 1)
        )
        self._folder = request.folder.with_name(f".{request.folder.name}.training")
        self.key: dict[str, Any] = {
            "model": base.verify(),
            "rasters": list(request.rasters),
            "polygons": hashlib.sha256(Path(request.polygons).read_bytes()).hexdigest(),
            "field": request.field,
            "seed": request.seed,
            "processes": processes.count,
            "recipe": json.loads(json.dumps(asdict(recipe))),
        }
        self.step = 0
        self.history: list[dict[str, Any]] = []
        self.best_step = 0
        self.best_weights: dict[str, Tensor] = {}
        self.best_confusion: np.ndarray | None = None
        self.weights: dict[str, Tensor] = {}
        self.is_canceled = False

    def run(
        self, source: PatchSource, painter: Painter, validation: Sequence[LabelledWindow]
    ) -> None:
        """Take steps until they are done, nothing gets better any more, or the job is canceled.

        All steps but the `FullRecipe.last_steps`.
        """
        recipe, job = self.recipe, self._job
        steps = recipe.steps - recipe.last_steps
        if self._request.resume:
            self._resume()
        module = self.processes.wrapped(self._trainee, self.device)
        dtype = _training_dtype(self._trainee.network, self.device)
        job.progress(self.step, recipe.steps)
        losses: list[dict[str, float]] = []
        while self.step < steps and not self._has_converged():
            if self.processes.any(job.is_canceled):
                self.is_canceled = True
                break
            self.step += 1
            losses += self._train(module, dtype, source, painter)
            if self.step % recipe.validate_every == 0 or self.step == steps:
                self._validate(validation, losses)
                losses.clear()
            if not job.is_canceled:
                job.progress(self.step, recipe.steps)
        if not self.best_weights:
            raise JobCanceled
        self.weights = self.best_weights

    def finish(self, source: PatchSource, painter: Painter) -> None:
        """Take the last steps, from the best weights on, with all polygons.

        There is nothing left to judge them by: a job that is canceled keeps the best weights.
        """
        recipe, job = self.recipe, self._job
        put_weights(self._trainee, self.best_weights)
        self._average = MovingAverage(self._trainee, recipe.ema_decay)
        module = self.processes.wrapped(self._trainee, self.device)
        dtype = _training_dtype(self._trainee.network, self.device)
        highest = [group["initial_lr"] for group in self._optimizer.param_groups]
        for left in reversed(range(recipe.last_steps)):
            if self.processes.any(job.is_canceled):
                return
            for group, rate in zip(self._optimizer.param_groups, highest, strict=True):
                group["lr"] = rate * recipe.rate(recipe.steps - left)
            self.step += 1
            self._train(module, dtype, source, painter)
            job.progress(self.step, recipe.steps)
        self.weights = self._average.weights

    def _train(
        self, module: nn.Module, dtype: torch.dtype | None, source: PatchSource, painter: Painter
    ) -> list[dict[str, float]]:
        """Take one step; return the losses of each of its batches."""
        recipe = self.recipe
        self._trainee.train()
        self._optimizer.zero_grad()
        losses = []
        for part in range(recipe.accumulation):
            generator = self._seeded(part)
            pairs = [
                source.draw(recipe.patch_size, recipe.scale_range, generator)
                for _ in range(recipe.batch_size)
            ]
            images, labels = (torch.stack(tensors) for tensors in zip(*pairs, strict=True))
            originals = painter.varied(images, generator)
            images = self._normalized(painter.restyled(originals, generator))
            originals = self._normalized(originals) if recipe.masked_share else images
            is_last = part == recipe.accumulation - 1
            no_sync = getattr(module, "no_sync", nullcontext)
            with nullcontext() if is_last else no_sync():
                with torch.autocast(self.device.type, dtype, enabled=dtype is not None):
                    parts = module(images, labels.to(self.device), generator, originals)
                (parts["loss"] / recipe.accumulation).backward()
            losses.append({name: value.item() for name, value in parts.items()})
        nn.utils.clip_grad_norm_(self._trainee.learned().values(), 5.0)
        self._optimizer.step()
        self._schedule.step()
        self._average.update()
        return losses

    def _normalized(self, images: Tensor) -> Tensor:
        return (images.to(self.device) - self._mean) / self._std

    def _validate(
        self, validation: Sequence[LabelledWindow], losses: list[dict[str, float]]
    ) -> None:
        """Validate the averaged weights, keep them if they are the best, save the state."""
        figures = {name: float(np.mean([entry[name] for entry in losses])) for name in losses[0]}
        if self.processes.is_first:
            with self._average.applied():
                confusion = self._confusion(validation)
            has_labels = bool(confusion.sum() > 0)
            if has_labels:
                figures["val_mean_iou"] = mean_iou(confusion)
            best = max((entry.get("val_mean_iou", 0.0) for entry in self.history), default=-1.0)
            if figures.get("val_mean_iou", 1.0) > best:
                self.best_step, self.best_confusion = self.step, confusion if has_labels else None
                self.best_weights = {k: v.clone() for k, v in self._average.weights.items()}
        self.history.append({"step": self.step, **figures})
        self.best_step = self.processes.from_first(self.best_step)
        if not self.best_weights:  # on the other processes any will do: they do not write
            self.best_weights = self._average.weights
        self._job.measure(self.step, figures)
        if self.processes.is_first:
            self._save()

    def _has_converged(self) -> bool:
        looked_since = sum(entry["step"] > self.best_step for entry in self.history)
        return self.best_step > 0 and looked_since >= self.recipe.patience

    @torch.inference_mode()
    def _confusion(self, validation: Sequence[LabelledWindow]) -> np.ndarray:
        """Return the confusion matrix (K, K) over the validation windows."""
        network = self._trainee.network.eval()
        num_classes = self._num_classes
        confusion = np.zeros((num_classes, num_classes), np.int64)
        for window in validation:
            height, width = window.labels.shape
            class_ids = network(window.image.to(self.device)).argmax(1)[0, :height, :width]
            confusion += confusion_matrix(
                window.labels, class_ids.cpu().numpy(), num_classes, IGNORE_INDEX
            )
        return confusion

    @property
    def _num_classes(self) -> int:
        network = self._trainee.network
        if isinstance(network, CrossEarth):
            return network.decode_head.cls_embed.out_features - 1
        return network.classifier.out_channels

    def _seeded(self, part: int) -> Generator:
        """Return the random numbers of a part of a step, in this process; sets dropout's too."""
        number = (self.step * self.recipe.accumulation + part) * self.processes.count
        seed = self._request.seed * 1_000_003 + number + self.processes.rank
        torch.manual_seed(seed)
        return Generator().manual_seed(seed)

    def _save(self) -> None:
        state = {
            "key": json.dumps(self.key),
            "step": self.step,
            "history": self.history,
            "best_step": self.best_step,
            "best_weights": self.best_weights,
            "best_confusion": None
            if self.best_confusion is None
            else torch.from_numpy(self.best_confusion),
            "weights": {name: p.detach() for name, p in self._trainee.learned().items()},
            "average": self._average.state(),
            "optimizer": self._optimizer.state_dict(),
            "schedule": self._schedule.state_dict(),
        }
        with writing(self._folder):
            self._folder.mkdir(parents=True, exist_ok=True)
            partial = self._folder / f"{STATE_FILE}.partial"
            torch.save(state, partial)
            partial.replace(self._folder / STATE_FILE)

    def _resume(self) -> None:
        path = self._folder / STATE_FILE
        if not path.exists():
            self._job.log("info", "There is no training to go on with: it begins anew.")
            return
        state = torch.load(path, map_location=self.device, weights_only=True)
        if state["key"] != json.dumps(self.key):
            reason = (
                f"The training in {self._folder} was of another model, raster, polygons or "
                "settings. Start anew without resuming, or choose another name."
            )
            raise InvalidRequest(reason=reason)
        self.step, self.history = state["step"], state["history"]
        self.best_step, self.best_weights = state["best_step"], state["best_weights"]
        if state["best_confusion"] is not None:
            self.best_confusion = state["best_confusion"].cpu().numpy()
        put_weights(self._trainee, state["weights"])
        self._average.load_state(state["average"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._schedule.load_state_dict(state["schedule"])
        self._job.log("info", f"Going on after step {self.step}.")

    def discard_state(self) -> None:
        """Remove the state: the training is done."""
        (self._folder / STATE_FILE).unlink(missing_ok=True)
        if self._folder.is_dir():
            self._folder.rmdir()


def _training_dtype(network: nn.Module, device: torch.device) -> torch.dtype | None:
    """Return the type to compute in where that is quicker than single precision, or None."""
    is_quick = "bf16" in available_precisions(network, str(device))
    return torch.bfloat16 if is_quick else None
