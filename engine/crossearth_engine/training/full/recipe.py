"""The full recipe: adapters and head on a frozen backbone, or a whole compact network, trained.

Reads in time order: check the request, load the network, find the labelled pixels, take steps with
a look at held-out polygons in between, keep the best, publish it as a model like any other.

Every step draws its random numbers from a seed of its own, so that a training that was stopped and
goes on (``resume``) ends with the same weights as one that was not, on the same machine. Several
processes (torchrun) share the patches of a step; the first of them validates and writes.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Generator, Tensor, nn
from torch import distributed as dist
from torch.nn.parallel import DistributedDataParallel

from crossearth_engine import __version__
from crossearth_engine.accuracy.figures import accuracy_figures, confusion_matrix, mean_iou
from crossearth_engine.device import usable_cores
from crossearth_engine.errors import InvalidRequest, JobCanceled, OutOfMemory
from crossearth_engine.inference.torch_backend import available_devices
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.checkpoint import Checkpoint, save
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_export import export_onnx
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.precision import available_precisions
from crossearth_engine.publishing import writing
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX, read_polygons
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.reports.accuracy import write_accuracy_report
from crossearth_engine.shared.model_item import BYTES
from crossearth_engine.training.adapted_model import (
    REPORT_FILE,
    check_folder,
    public_name,
    told_as_stopped,
    write_model_folder,
)
from crossearth_engine.training.classes import class_infos, class_names, small_class_warnings
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.full.augment import random_color, random_radiometry
from crossearth_engine.training.full.earth_style import StyleBank, StyleRecipe, inject_style
from crossearth_engine.training.full.patches import (
    LabelledWindow,
    PatchSource,
    labelled_windows,
    validation_windows,
)
from crossearth_engine.training.full.trainee import (
    MovingAverage,
    Trainee,
    described,
    load_network,
    parameter_groups,
    put_weights,
)
from crossearth_engine.training.rasters import default_gsd, grids_at, open_rasters
from crossearth_engine.training.request import FinetuneRequest

logger = logging.getLogger(__name__)

STATE_FILE = "state.pt"
VALIDATION_FOLD = 0
MASKED_SHARE = 0.1


@dataclass(frozen=True)
class FullRecipe:
    """Everything that decides the outcome, apart from data and machine.

    Attributes:
        steps: the longest training.
        batch_size: patches at once, per process.
        accumulation: how many such batches make a step.
        patch_size: pixels.
        scale_range: patches are magnified by.
        learning_rate: the highest, after ``warmup_steps``; at the end it is 0.
        style: None leaves Earth-style injection out.
        masked_share: of the blocks of a patch; 0 leaves masked image modelling out.
        ema_decay: of the moving average of the weights, which is what is kept.
        validate_every: steps between validations, which also save the state.
        patience: validations without a better one after which training ends.
        validation_windows: at most so many are looked at.
    """

    steps: int
    batch_size: int
    accumulation: int
    patch_size: int
    learning_rate: float
    weight_decay: float
    scale_range: tuple[float, float] = (0.6, 1.6)
    warmup_steps: int = 20
    style: StyleRecipe | None = field(default_factory=StyleRecipe)
    masked_share: float = MASKED_SHARE
    ema_decay: float = 0.98
    validate_every: int = 25
    patience: int = 8
    validation_windows: int = 32

    def rate(self, step: int) -> float:
        """Return the factor on the learning rate in a step, counted from 1: up, then down."""
        warmup = min(self.warmup_steps, self.steps)
        left = (self.steps - step + 1) / max(self.steps - warmup, 1)
        return float(min(step / warmup, left**0.9))


def recipe_for(network: nn.Module, request: FinetuneRequest) -> FullRecipe:
    """Return the recipe for a network: CrossEarth's learns as in the paper, in smaller batches.

    Neither Earth-style injection nor masked image modelling did any good to a compact network:
    docs/benchmarks-domains.md. They are on for CrossEarth, unless the request says otherwise.
    """
    if isinstance(network, CrossEarth):
        recipe = FullRecipe(
            steps=1000,
            batch_size=1,
            accumulation=4,
            patch_size=network.config.window_size,
            learning_rate=1e-4,
            weight_decay=0.05,
            validate_every=50,
        )
    else:
        recipe = FullRecipe(
            steps=400,
            batch_size=8,
            accumulation=1,
            patch_size=256,
            learning_rate=8e-4,
            weight_decay=0.02,
            style=None,
            masked_share=0.0,
        )
    changes: dict[str, Any] = {}
    if request.steps is not None:
        changes["steps"] = request.steps
    if request.style != "auto":
        changes["style"] = StyleRecipe() if request.style == "on" else None
    if request.masked != "auto":
        changes["masked_share"] = MASKED_SHARE if request.masked == "on" else 0.0
    return replace(recipe, **changes)


def finetune(
    request: FinetuneRequest, job: Job, recipe: FullRecipe | None = None
) -> dict[str, Any]:
    """Train a model on polygons, write the new one, and return a summary, ready for JSON.

    A job that is canceled after its first validation ends well with the best so far.

    Args:
        request: what to learn from what.
        job: receives progress, curves and log.
        recipe: instead of the one that suits the network.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    request.check()
    check_folder(request.folder)
    processes = _Processes.join()
    if not processes.is_first:
        job = Job(lambda done, total, left: None, lambda level, text: None)
    table = read_polygons(request.polygons, request.field, request.layer)
    base = find_model(request.model)
    classes = class_infos(class_names(table), base.classes, request.colors)
    with ExitStack() as stack:
        readers = open_rasters(request, base, stack)
        gsd = default_gsd(request, readers[0], base)
        polygons = TrainingPolygons(table, classes, grids_at(readers, gsd))
        notices = [*polygons.notices]

        torch.set_num_threads(request.threads or usable_cores())
        torch.manual_seed(request.seed)  # the new head's first weights
        network, architecture = load_network(base, classes, request.adapter)
        recipe = recipe or recipe_for(network, request)
        device = processes.device(request.device)
        trainee = Trainee(network, recipe.masked_share).to(device)
        if device.type == "cpu" and not isinstance(network, CrossEarth):
            # Convolutions take two thirds of the time that way.
            trainee.to(memory_format=torch.channels_last)  # type: ignore[call-overload]  # untyped

        held_out = [VALIDATION_FOLD] if polygons.num_folds > 1 else []
        folds = sorted(set(polygons.folds.tolist()) - set(held_out))
        source = PatchSource(readers, polygons, folds, base.window_size, request.seed)
        drawn = np.bincount(polygons.class_indexes, minlength=len(classes))
        notices += [("warning", s) for s in small_class_warnings(classes, source.counts, drawn)]
        for level, text in notices:
            job.log(level, text)
        validation = list(
            validation_windows(readers, polygons, held_out, base, recipe.validation_windows)
        )
        painter = _Painter(base, readers, polygons, recipe)

        run = _Run(request, base, trainee, recipe, device, processes, job)
        try:
            run.through(source, painter, validation)
        except torch.OutOfMemoryError as error:
            raise OutOfMemory(device=str(device), window=recipe.patch_size) from error
        put_weights(trainee, run.best_weights)
    model = replace(
        described(base, architecture, classes),
        id=request.model_id,
        name=request.name or request.model_id,
        description=f"{', '.join(c.name for c in classes)}; {base.name} trained on drawn polygons.",
        trained_on=f"{len(polygons.class_indexes)} polygons on "
        f"{', '.join(map(public_name, request.rasters))}.",
        weights=Path("model.safetensors" if isinstance(network, CrossEarth) else "model.onnx"),
        gsd_m=gsd,
    )
    accuracy = _accuracy(run, polygons, source)
    if run.is_canceled:
        accuracy = told_as_stopped(accuracy, run.step, recipe.steps)
    adaptation = {
        "recipe": "full",
        "engine_version": __version__,
        "base": {"id": base.id, "name": base.name, "sha256": run.key["model"]},
        "rasters": [public_name(path) for path in request.rasters],
        "polygons": public_name(request.polygons),
        "classes": [item.name for item in classes],
        "gsd_m": gsd,
        "seed": request.seed,
        "steps": run.step,
        "best_step": run.best_step,
        "settings": asdict(recipe),
        "device": str(device),
        "processes": processes.count,
        "history": run.history,
    }
    if processes.is_first:
        write_model_folder(
            request.folder,
            model,
            lambda path: _write_weights(network.cpu(), model, path),
            adaptation=adaptation,
            accuracy=accuracy,
            parameters=sum(p.numel() for p in network.parameters()),
            pretrained_source=base.name,
            write_report=lambda path: write_accuracy_report(
                path, f"Accuracy of {model.name}", accuracy, adaptation
            ),
        )
        run.forget()
    processes.wait()
    return {
        "id": model.id,
        "name": model.name,
        "path": str(request.folder),
        "weights": str(request.folder / model.weights.name),
        "report": str(request.folder / REPORT_FILE),
        "recipe": "full",
        "partial": run.is_canceled,
        "classes": [vars(item) for item in classes],
        "choice": {"gsd_m": gsd, "steps": run.step, "best_step": run.best_step},
        "accuracy": accuracy,
        "warnings": [text for level, text in notices if level == "warning"],
        "wall_s": round(time.perf_counter() - started, 1),
    }


class _Run:
    """The training loop and what it has to remember.

    Attributes:
        key: what a state must have been made of to go on from it.
        step: steps done.
        history: what was seen at each validation.
        best_step, best_weights, best_confusion: the best so far; by the held-out polygons, or
            without any the last.
        is_canceled: whether it ended early, with what it had.
    """

    def __init__(
        self,
        request: FinetuneRequest,
        base: ModelInfo,
        trainee: Trainee,
        recipe: FullRecipe,
        device: torch.device,
        processes: _Processes,
        job: Job,
    ) -> None:
        self._request = request
        self._trainee = trainee
        self._recipe = recipe
        self._device = device
        self._processes = processes
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
        self.is_canceled = False

    def through(
        self, source: PatchSource, painter: _Painter, validation: Sequence[LabelledWindow]
    ) -> None:
        """Take steps until they are done, nothing gets better any more, or the job is canceled."""
        recipe, job = self._recipe, self._job
        if self._request.resume:
            self._restore()
        module = self._processes.wrapped(self._trainee, self._device)
        dtype = _training_dtype(self._trainee.network, self._device)
        job.progress(self.step, recipe.steps)
        losses: list[dict[str, float]] = []
        while self.step < recipe.steps and not self._has_converged():
            if self._processes.any(job.is_canceled):
                self.is_canceled = True
                break
            self.step += 1
            self._trainee.train()
            self._optimizer.zero_grad()
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
                    with torch.autocast(self._device.type, dtype, enabled=dtype is not None):
                        parts = module(images, labels.to(self._device), generator, originals)
                    (parts["loss"] / recipe.accumulation).backward()
                losses.append({name: value.item() for name, value in parts.items()})
            nn.utils.clip_grad_norm_(self._trainee.learned().values(), 5.0)
            self._optimizer.step()
            self._schedule.step()
            self._average.update()
            if self.step % recipe.validate_every == 0 or self.step == recipe.steps:
                self._look(validation, losses)
                losses.clear()
            if not job.is_canceled:
                job.progress(self.step, recipe.steps)
        if not self.best_weights:
            raise JobCanceled

    def _normalized(self, images: Tensor) -> Tensor:
        return (images.to(self._device) - self._mean) / self._std

    def _look(self, validation: Sequence[LabelledWindow], losses: list[dict[str, float]]) -> None:
        """Validate the averaged weights, keep them if they are the best, save the state."""
        figures = {name: float(np.mean([entry[name] for entry in losses])) for name in losses[0]}
        if self._processes.is_first:
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
        self.best_step = self._processes.from_first(self.best_step)
        if not self.best_weights:  # on the other processes any will do: they do not write
            self.best_weights = self._average.weights
        self._job.measure(self.step, figures)
        if self._processes.is_first:
            self._save()

    def _has_converged(self) -> bool:
        looked_since = sum(entry["step"] > self.best_step for entry in self.history)
        return self.best_step > 0 and looked_since >= self._recipe.patience

    @torch.inference_mode()
    def _confusion(self, validation: Sequence[LabelledWindow]) -> np.ndarray:
        """Return the confusion matrix (K, K) over the validation windows."""
        network = self._trainee.network.eval()
        num_classes = self._num_classes
        confusion = np.zeros((num_classes, num_classes), np.int64)
        for window in validation:
            height, width = window.labels.shape
            class_ids = network(window.image.to(self._device)).argmax(1)[0, :height, :width]
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
        number = (self.step * self._recipe.accumulation + part) * self._processes.count
        seed = self._request.seed * 1_000_003 + number + self._processes.rank
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

    def _restore(self) -> None:
        path = self._folder / STATE_FILE
        if not path.exists():
            self._job.log("info", "There is no training to go on with: it begins anew.")
            return
        state = torch.load(path, map_location=self._device, weights_only=True)
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
        self._average.restore(state["average"])
        self._optimizer.load_state_dict(state["optimizer"])
        self._schedule.load_state_dict(state["schedule"])
        self._job.log("info", f"Going on after step {self.step}.")

    def forget(self) -> None:
        """Remove the state: the training is done."""
        (self._folder / STATE_FILE).unlink(missing_ok=True)
        if self._folder.is_dir():
            self._folder.rmdir()


class _Painter:
    """Changes the look of patches: Earth styles, colours. Labels stay valid."""

    def __init__(
        self,
        model: ModelInfo,
        readers: Sequence[RasterReader],
        polygons: TrainingPolygons,
        recipe: FullRecipe,
    ) -> None:
        self._range = model.value_range
        self._is_rgb = [name.lower() for name in model.bands] == ["red", "green", "blue"]
        self._recipe = recipe.style
        self._bank: StyleBank | None = None
        if self._range is not None and recipe.style is not None:
            windows = labelled_windows(readers, polygons, recipe.patch_size)
            pixels = (readers[raster].read_window(window)[0] for raster, window in windows)
            self._bank = StyleBank.measure(
                self._to_bytes(torch.from_numpy(image.astype(np.float32))) for image in pixels
            )
            if self._is_rgb:
                self._bank += StyleBank.of_earth()

    def varied(self, images: Tensor, generator: Generator) -> Tensor:
        """Return patches (B, C, S, S) in the model's units, of other light and other sensors."""
        vary = random_color if self._is_rgb else random_radiometry
        return self._in_bytes(
            images, lambda x: torch.stack([vary(image, generator) for image in x])
        )

    def restyled(self, images: Tensor, generator: Generator) -> Tensor:
        """Return patches (B, C, S, S) in the model's units, parts of them in another style."""
        bank = self._bank
        if bank is None:
            return images
        return self._in_bytes(images, lambda x: inject_style(x, bank, generator, self._recipe))

    def _in_bytes(self, images: Tensor, change: Callable[[Tensor], Tensor]) -> Tensor:
        if self._range is None:
            return images  # of values that mean something by themselves
        low, high = self._range
        return change(self._to_bytes(images)) * ((high - low) / 255) + low

    def _to_bytes(self, images: Tensor) -> Tensor:
        low, high = self._range or BYTES
        return ((images - low) * (255 / (high - low))).clamp(0, 255)


@dataclass(frozen=True)
class _Processes:
    """The processes that train together; mostly there is one."""

    rank: int
    count: int

    @classmethod
    def join(cls) -> _Processes:
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


def _training_dtype(network: nn.Module, device: torch.device) -> torch.dtype | None:
    """Return the type to compute in where that is quicker than single precision, or None."""
    is_quick = "bf16" in available_precisions(network, str(device))
    return torch.bfloat16 if is_quick else None


def _accuracy(run: _Run, polygons: TrainingPolygons, source: PatchSource) -> dict[str, Any]:
    count = len(polygons.classes)
    confusion = np.zeros((count, count)) if run.best_confusion is None else run.best_confusion
    figures = accuracy_figures(confusion, polygons.classes)
    counts = np.bincount(polygons.class_indexes, minlength=count)
    for row, drawn, pixels in zip(figures["classes"], counts, source.counts, strict=True):
        row["polygons"], row["labelled_pixels"] = int(drawn), int(pixels)
    split = (
        "Whole polygons of one part of the area were held out, never single pixels. Of all steps "
        "the one with the best mean IoU on them was kept, so the figures flatter a little."
        if run.best_confusion is not None
        else polygons.split_sentence()
    )
    return {**figures, "split": split, "folds": int(run.best_confusion is not None)}


def _write_weights(network: nn.Module, model: ModelInfo, path: Path) -> None:
    if isinstance(network, CrossEarth):
        tensors = dict(network.state_dict())
        save(
            Checkpoint(model.architecture, len(model.classes), len(model.bands), tensors, ()), path
        )
    else:
        export_onnx(network, model, path)
