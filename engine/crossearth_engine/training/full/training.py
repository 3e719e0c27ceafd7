"""The training loop: steps, a look at held-out polygons in between, the best weights kept.

Every step draws its random numbers from a seed of its own, so that a training that was stopped and
is resumed ends with the same weights as one that was not, on the same processor. A card adds
numbers up in any order: there the two are the same up to rounding.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Generator, Tensor, nn

from crossearth_engine.accuracy.figures import confusion_matrix, mean_iou
from crossearth_engine.accuracy.reliability import STEPS, reliability_tally
from crossearth_engine.devices.choice import first_line
from crossearth_engine.errors import (
    DeviceFailed,
    DeviceLost,
    EngineError,
    InvalidRequest,
    JobCanceled,
    TrainingTooLarge,
)
from crossearth_engine.faults import is_device_lost, is_out_of_memory
from crossearth_engine.inference.classify import confidence_of
from crossearth_engine.inference.torch_backend import free_cache
from crossearth_engine.job import Job
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.precision import available_precisions
from crossearth_engine.publishing import writing
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.full.painter import Painter
from crossearth_engine.training.full.patches import (
    LabelledWindow,
    PatchSource,
)
from crossearth_engine.training.full.processes import Processes
from crossearth_engine.training.full.recipe import FullRecipe
from crossearth_engine.training.full.selection import Selection
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
        at_once: patches that are computed at once; fewer than a batch where memory is short.
        best_step, best_weights, best_confusion, best_reliability: the best so far; by the held-out
            polygons, or without any the last.
        selection: which modules of CrossEarth-Gate learn; None for other networks.
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
        # Whose scores are what the new model's will be.
        self._base = replace(base, threshold=None)
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
        self._state_file = state_file(request)
        self.key: dict[str, Any] = {
            "model": base.verify(),
            "rasters": list(request.rasters),
            "polygons": hashlib.sha256(Path(request.polygons).read_bytes()).hexdigest(),
            "field": request.field,
            "seed": request.seed,
            "processes": processes.count,
            "recipe": json.loads(json.dumps(asdict(recipe))),
        }
        self.selection = _selection_of(trainee.network, recipe)
        self._dtype = _training_dtype(trainee.network, device)
        self.step = 0
        self.at_once = recipe.batch_size
        self.history: list[dict[str, Any]] = []
        self.best_step = 0
        self.best_weights: dict[str, Tensor] = {}
        self.best_confusion: np.ndarray | None = None
        self.best_reliability: np.ndarray | None = None
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
        elif self.processes.is_first:
            self.discard_state()  # of an earlier training
        # As in runs: what is trained is looked at in the precision that maps are made in.
        torch.backends.cudnn.allow_tf32 = False
        module = self.processes.wrapped(self._trainee, self.device)
        job.progress(self.step, recipe.steps)
        losses: list[dict[str, float]] = []
        while self.step < steps and not self._has_converged():
            if self.processes.any(job.is_canceled):
                self.is_canceled = True
                break
            self.step += 1
            module = self._choose(module, source, painter)
            losses += self._train(module, source, painter)
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
        highest = [group["initial_lr"] for group in self._optimizer.param_groups]
        for left in reversed(range(recipe.last_steps)):
            if self.processes.any(job.is_canceled):
                return
            for group, rate in zip(self._optimizer.param_groups, highest, strict=True):
                group["lr"] = rate * recipe.rate(recipe.steps - left)
            self.step += 1
            module = self._choose(module, source, painter)
            self._train(module, source, painter)
            job.progress(self.step, recipe.steps)
        self.weights = self._average.weights

    @property
    def precision(self) -> str:
        """What most of a step is computed in; validation is in single precision."""
        return "fp32" if self._dtype is None else "bf16"

    def _train(
        self, module: nn.Module, source: PatchSource, painter: Painter
    ) -> list[dict[str, float]]:
        """Take one step, in smaller parts if memory is short; return the losses of each batch."""
        while True:
            try:
                with faults(self.device, self.recipe):
                    return self._take_step(module, source, painter)
            except TrainingTooLarge:
                # Others would wait for gradients that do not come.
                if self.at_once == 1 or self.processes.count > 1:
                    raise
            self.at_once = -(-self.at_once // 2)
            free_cache(str(self.device))
            details = {"device": str(self.device), "count": str(self.at_once)}
            self._job.warn(Finding("patches-at-once", details))

    def _take_step(
        self, module: nn.Module, source: PatchSource, painter: Painter
    ) -> list[dict[str, float]]:
        recipe = self.recipe
        self._trainee.train()
        self._optimizer.zero_grad()
        losses = []
        for part in range(recipe.accumulation):
            generator = self._seeded(part)
            batch = self._draw(source, painter, recipe.batch_size, generator)
            is_last = part == recipe.accumulation - 1
            losses.append(self._backward(module, batch, generator, is_last=is_last))
        nn.utils.clip_grad_norm_(self._trainee.learned().values(), 5.0)
        self._optimizer.step()
        self._schedule.step()
        self._average.update()
        return losses

    def _choose(self, module: nn.Module, source: PatchSource, painter: Painter) -> nn.Module:
        """Choose which modules of CrossEarth-Gate learn if it is time; return what to call then."""
        selection = self.selection
        if selection is None or not selection.is_due(self.step):
            return module
        if selection.recipe.is_random:
            selection.choose_randomly(self.step, selection.seeded(self._request.seed, self.step, 0))
        else:
            self._trainee.train()
            losses = self._losses_of_samples(selection, source, painter)
            squares = self.processes.summed(selection.squares(losses))
            selection.choose(self.step, squares)
        return self.processes.wrapped(self._trainee, self.device)

    def _losses_of_samples(
        self, selection: Selection, source: PatchSource, painter: Painter
    ) -> Iterator[Tensor]:
        """Yield the losses of single patches, in single precision: the share of this process."""
        samples = range(self.processes.rank, selection.recipe.samples, self.processes.count)
        for sample in samples:
            generator = selection.seeded(self._request.seed, self.step, sample)
            images, labels, _ = self._draw(source, painter, 1, generator)
            yield self._trainee.task_loss(images, labels, generator)

    def _draw(
        self, source: PatchSource, painter: Painter, count: int, generator: Generator
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return patches on the device: images, labels, and images before they were restyled."""
        recipe = self.recipe
        pairs = [
            source.draw(recipe.patch_size, recipe.scale_range, generator) for _ in range(count)
        ]
        images, labels = (torch.stack(tensors) for tensors in zip(*pairs, strict=True))
        originals = painter.varied(images, generator)
        images = self._normalized(painter.restyled(originals, generator))
        originals = self._normalized(originals) if recipe.masked_share else images
        return images, labels.to(self.device), originals

    def _backward(
        self,
        module: nn.Module,
        batch: tuple[Tensor, Tensor, Tensor],
        generator: Generator,
        *,
        is_last: bool,
    ) -> dict[str, float]:
        """Add up the gradients of a batch; return its losses.

        Args:
            module: the trainee.
            batch: images, labels and originals; looked at `at_once` by `at_once`.
            generator: of this part of a step.
            is_last: whether no other batch comes in the step: then processes share gradients.
        """
        losses: dict[str, float] = {}
        chunks = list(zip(*(torch.split(tensor, self.at_once) for tensor in batch), strict=True))
        for number, (images, labels, originals) in enumerate(chunks, 1):
            share = len(images) / len(batch[0])
            has_all = is_last and number == len(chunks)
            with nullcontext() if has_all else getattr(module, "no_sync", nullcontext)():
                with torch.autocast(self.device.type, self._dtype, enabled=self._dtype is not None):
                    parts = module(images, labels, generator, originals)
                (parts["loss"] * (share / self.recipe.accumulation)).backward()
            for name, value in parts.items():
                losses[name] = losses.get(name, 0.0) + share * value.item()
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
                confusion, reliability = self._judge(validation)
            has_labels = bool(confusion.sum() > 0)
            if has_labels:
                figures["val_mean_iou"] = mean_iou(confusion)
            best = max((entry.get("val_mean_iou", 0.0) for entry in self.history), default=-1.0)
            if figures.get("val_mean_iou", 1.0) > best:
                self.best_step, self.best_confusion = self.step, confusion if has_labels else None
                self.best_reliability = reliability if has_labels else None
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
    def _judge(self, validation: Sequence[LabelledWindow]) -> tuple[np.ndarray, np.ndarray]:
        """Return confusion matrix (K, K) and `reliability_tally` over the validation windows."""
        network = self._trainee.network.eval()
        num_classes = self._num_classes
        confusion = np.zeros((num_classes, num_classes), np.int64)
        reliability = np.zeros((num_classes, STEPS, 3))
        for window in validation:
            height, width = window.labels.shape
            scores = network(window.image.to(self.device))[0, :, :height, :width]
            class_ids = scores.argmax(0).cpu().numpy()
            confusion += confusion_matrix(window.labels, class_ids, num_classes, IGNORE_INDEX)
            is_judged = window.labels != IGNORE_INDEX
            confidence = confidence_of(scores.float().cpu().numpy(), self._base)
            reliability += reliability_tally(
                window.labels[is_judged],
                class_ids[is_judged],
                confidence[is_judged],
                num_classes,
            )
        return confusion, reliability

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
            "at_once": self.at_once,
            "history": self.history,
            "best_step": self.best_step,
            "best_weights": self.best_weights,
            "best_confusion": None
            if self.best_confusion is None
            else torch.from_numpy(self.best_confusion),
            "best_reliability": None
            if self.best_reliability is None
            else torch.from_numpy(self.best_reliability),
            "weights": {name: p.detach() for name, p in self._trainee.learned().items()},
            "average": self._average.state(),
            "optimizer": self._optimizer.state_dict(),
            "schedule": self._schedule.state_dict(),
            "choices": self.selection.choices if self.selection else [],
        }
        folder = self._state_file.parent
        with writing(folder):
            folder.mkdir(parents=True, exist_ok=True)
            partial = self._state_file.with_name(f"{STATE_FILE}.partial")
            torch.save(state, partial)
            partial.replace(self._state_file)

    def _resume(self) -> None:
        if not self._state_file.exists():
            self._job.log("info", "There is no training to go on with: it begins anew.")
            return
        state = torch.load(self._state_file, map_location=self.device, weights_only=True)
        if state["key"] != json.dumps(self.key):
            reason = (
                f"The training in {self._state_file.parent} was of another model, raster, polygons "
                "or settings. Start anew without resuming, or choose another name."
            )
            raise InvalidRequest(reason=reason)
        self.step, self.history = state["step"], state["history"]
        self.at_once = state.get("at_once", self.at_once)
        self.best_step, self.best_weights = state["best_step"], state["best_weights"]
        if state["best_confusion"] is not None:
            self.best_confusion = state["best_confusion"].cpu().numpy()
        if state.get("best_reliability") is not None:
            self.best_reliability = state["best_reliability"].cpu().numpy()
        put_weights(self._trainee, state["weights"])
        self._average.load_state(state["average"])
        for moments in state["optimizer"]["state"].values():
            moments["step"] = moments["step"].cpu()  # or each step would wait for the card
        self._optimizer.load_state_dict(state["optimizer"])
        self._schedule.load_state_dict(state["schedule"])
        if self.selection:
            self.selection.go_on(state["choices"])
        self._job.log("info", f"Going on after step {self.step}.")

    def discard_state(self) -> None:
        """Remove the state: the training is done."""
        self._state_file.unlink(missing_ok=True)
        self._state_file.with_name(f"{STATE_FILE}.partial").unlink(missing_ok=True)
        if self._state_file.parent.is_dir():
            self._state_file.parent.rmdir()


def state_file(request: FinetuneRequest) -> Path:
    """Return where a training keeps what it can go on from."""
    return request.folder.with_name(f".{request.folder.name}.training") / STATE_FILE


@contextmanager
def faults(device: torch.device, recipe: FullRecipe) -> Iterator[None]:
    """Raise what PyTorch says of the device as errors of ours."""
    try:
        yield
    except (RuntimeError, MemoryError) as error:
        if is_device_lost(error):
            reason = str(error).partition("\n")[0]
            raise DeviceLost(device=device, reason=reason) from error
        if isinstance(error, EngineError):
            raise
        if not is_out_of_memory(error):
            if device.type == "cpu":
                raise
            reason = first_line(error).rstrip(".")
            raise DeviceFailed(device=device, reason=reason) from error
        masked = ["--masked off"] if recipe.masked_share else []
        elsewhere = [] if device.type == "cpu" else ["--device cpu"]
        options = ", ".join([*masked, *elsewhere, "--recipe quick", "--model"])
        raise TrainingTooLarge(device=device, window=recipe.patch_size, options=options) from error


def _selection_of(network: nn.Module, recipe: FullRecipe) -> Selection | None:
    gate = network.gate if isinstance(network, CrossEarth) else None
    return Selection(gate, recipe.gate) if gate and recipe.gate else None


def _training_dtype(network: nn.Module, device: torch.device) -> torch.dtype | None:
    """Return the type to compute in where that is quicker than single precision, or None."""
    is_quick = "bf16" in available_precisions(network, str(device))
    return torch.bfloat16 if is_quick else None
