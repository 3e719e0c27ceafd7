"""Distilling: lessons by the teacher, a student that learns, what came of it on windows held out.

Reads in time order. What is told of the new model is what its own file computes.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine import __version__
from crossearth_engine.accuracy.figures import accuracy_figures, confusion_matrix
from crossearth_engine.errors import InvalidRequest, NoValidPixels
from crossearth_engine.inference.averaging import AveragingBackend
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.inference.plan import see
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_lent_weights import write_with_weights
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.polygon_marks import kept_marks
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.shared import model_rounds
from crossearth_engine.shared.findings import told
from crossearth_engine.shared.wording import say, together
from crossearth_engine.training.adapted_model import (
    DISTILLED,
    REPORT_FILE,
    check_folder,
    public_name,
    write_model_folder,
)
from crossearth_engine.training.distill.agreement import Agreement
from crossearth_engine.training.distill.costs import Costs
from crossearth_engine.training.distill.lessons import Lesson, Onlooker, School
from crossearth_engine.training.distill.request import DistillRequest
from crossearth_engine.training.distill.soft_head import EPOCHS
from crossearth_engine.training.distill.student import Student
from crossearth_engine.training.rasters import quantiles_of

WEIGHTS_FILE = "model.onnx"
# Pixels that are looked at in all, and of one window at most.
MOST_PIXELS, MOST_OF_WINDOW = 200_000, 4000
# With fewer there is nothing to hold out.
LEAST_LESSONS = 5


def distill(
    request: DistillRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Have a compact model learn from a large one, write it, and return a summary, ready for JSON.

    ``agreement`` says how well it agrees with its teacher where it has not learned, ``costs`` what
    that took.

    Args:
        request: what is to learn from what.
        job: receives progress and log.
        load: how to load the teacher's network.

    Raises:
        EngineError: one of its kinds for each thing that can go wrong.
    """
    started = time.perf_counter()
    request.check()
    check_folder(request.folder)
    models = Models(find_model(request.teacher), find_model(request.student))
    if models.teacher.quantity is not None:
        reason = f"{models.teacher.name} tells numbers: only classes are handed on."
        raise InvalidRequest(reason=reason)
    request.refuse_itself(models.teacher.verify(), models.student.verify())
    with ExitStack() as stack:
        by_teacher = _onlooker(request, request.teacher, models.teacher, stack, job)
        by_student = _onlooker(request, request.student, models.student, stack, job)
        source = by_student.reader.source
        inputs = Inputs(source.files, source.file_states)
        student = Student(models.student, models.teacher.classes, request.threads)
        job.on_cancel(student.interrupt)
        backend = _teacher_backend(request, models.teacher, load, job)
        points = pixels_of_window(request.windows)
        school = School(by_teacher, backend, by_student, points, request.seed)
        total = request.windows + EPOCHS
        taught = _teach(school, student, by_student, request.windows, total, job)
        backend.rest()
        lessons_s = time.perf_counter() - started
        model = _describe(request, models, by_student, len(taught.lessons))
        content = student.learn(model, request.seed, _Steps(job, request.windows, total))
        found, student_s = _judge(model, content, by_student, taught, request.threads)
        inputs.check()
    costs = Costs(
        teacher_s=float(np.median(school.seconds)),
        student_s=student_s,
        distilling_s=time.perf_counter() - started,
        lessons_s=lessons_s,
        lessons=len(taught.lessons),
        teacher_windows=len(by_teacher.tiles),
        student_windows=len(by_student.tiles),
    )
    agreement = taught.agreement(found, request.seed)
    for finding in agreement.findings:
        job.warn(finding)
    accuracy = _accuracy(model, models, taught, found, agreement, costs)
    written = write_model_folder(
        request.folder,
        model,
        lambda path: write_with_weights(path, content),
        adaptation=_origin(request, models, model, agreement, costs),
        accuracy=accuracy,
        parameters=student.parameters,
        pretrained_source=models.student.name,
    )
    return _summary(request, written, agreement, costs, accuracy, started)


def pixels_of_window(windows: int) -> int:
    """Return how many pixels are looked at of each of so many windows."""
    return min(MOST_PIXELS // windows + 1, MOST_OF_WINDOW)


@dataclass(frozen=True)
class Models:
    """Whose lessons, and whose learning."""

    teacher: ModelInfo
    student: ModelInfo


@dataclass(frozen=True)
class Taught:
    """Lessons, and what the student would have said before them.

    Attributes:
        lessons: all.
        before: classes (N,) by the student as it was, of each lesson that was held out; None
            if there is nothing to compare.
    """

    lessons: list[Lesson]
    before: list[NDArray[np.intp] | None]

    @property
    def held_out(self) -> list[Lesson]:
        """Those that nothing was learned from."""
        return [lesson for lesson in self.lessons if lesson.is_held_out]

    def agreement(self, found: Sequence[NDArray[np.intp]], seed: int) -> Agreement:
        """Return how well classes (N,) found for each lesson held out agree with the teacher."""
        labels = [lesson.labels for lesson in self.held_out]

        def same(classes: Sequence[NDArray[np.intp]]) -> NDArray[np.int64]:
            pairs = zip(labels, classes, strict=True)
            return np.array([(label == class_).sum() for label, class_ in pairs])

        before = [classes for classes in self.before if classes is not None]
        return Agreement(
            np.array([len(label) for label in labels]),
            same(found),
            same(before) if before else None,
            seed,
        )


class _Steps:
    """Counts the steps of learning, behind the lessons."""

    def __init__(self, job: Job, done: int, total: int) -> None:
        self._job, self._done, self._total = job, done, total

    def __call__(self) -> None:
        self._done += 1
        self._job.progress(self._done, self._total)


def _onlooker(
    request: DistillRequest, name: str, model: ModelInfo, stack: ExitStack, job: Job
) -> Onlooker:
    """Return the raster as a model is shown it for a map; what may be wrong with that is told."""
    asked = request.seen_by(name)
    source = stack.enter_context(
        open_source(request.raster, model.bands, asked.bands, asked.nodata, asked.crs)
    )
    leave_out_dead_bands(source)
    sight = see(asked, source, model)
    findings, _ = sight.look(source)
    for finding in findings:
        job.warn(finding)
    return Onlooker(model, RasterReader(source, sight.view))


def _teacher_backend(
    request: DistillRequest, model: ModelInfo, load: BackendLoader, job: Job
) -> Backend:
    backend = load(model, request.device, request.threads, request.precision)
    backend.clear_interrupt()
    job.on_cancel(backend.interrupt)
    for finding in backend.findings:
        job.warn(finding)
    if not request.tta and request.scales is None:
        return backend
    return AveragingBackend(backend, tta=request.tta, scales=request.scales or [1.0])


def _teach(
    school: School, student: Student, seer: Onlooker, windows: int, total: int, job: Job
) -> Taught:
    """Have the student attend all lessons.

    Raises:
        NoValidPixels, InvalidRequest: if there is too little to learn from.
    """
    lessons: list[Lesson] = []
    before = []
    job.progress(0, total)
    for lesson in school.lessons(windows):
        would_say = student.attend(lesson, *seer.see(lesson.window))
        if lesson.is_held_out:
            before.append(would_say)
        lessons.append(lesson)
        job.progress(len(lessons), total)
    if not lessons:
        raise NoValidPixels(path=seer.reader.source.path)
    if len(lessons) < LEAST_LESSONS:
        reason = (
            f"The teacher sees the raster in {len(lessons)} windows; {LEAST_LESSONS} are needed to "
            "learn from some and judge by others. Map it with the teacher: it is small."
        )
        raise InvalidRequest(reason=reason)
    job.progress(windows, total)
    return Taught(lessons, before)


def _judge(
    model: ModelInfo, content: bytes, seer: Onlooker, taught: Taught, threads: int | None
) -> tuple[list[NDArray[np.intp]], float]:
    """Return classes (N,) that a network finds in each lesson held out, and its time for a window.

    The time is the median, seconds.
    """
    network = OnnxMaps(model.weights, content, "cpu", threads)
    found, seconds = [], []
    for lesson in taught.held_out:
        began = time.perf_counter()
        image, _ = seer.see(lesson.window)
        scores = network.run(image[None])[0][0]
        seconds.append(time.perf_counter() - began)
        found.append(scores[:, lesson.rows, lesson.cols].argmax(axis=0))
    return found, float(np.median(seconds))


def _describe(request: DistillRequest, models: Models, seer: Onlooker, lessons: int) -> ModelInfo:
    teacher, student = models.teacher, models.student
    names = ", ".join(item.name for item in teacher.classes)
    raster = public_name(request.raster)
    # A raster's quantiles, as the student takes its values.
    return replace(
        student,
        id=request.model_id,
        name=request.name or request.model_id,
        description=f"{names}; {student.name} distilled from {teacher.name}.",
        trained_on=f"{lessons} windows of {raster}, as {teacher.name} maps them.",
        weights=Path(WEIGHTS_FILE),
        classes=teacher.classes,
        scores="logits",
        threshold=None,
        quantiles=quantiles_of([seer.reader]),
        sha256=None,
        description_file=None,
    )


def _origin(
    request: DistillRequest, models: Models, model: ModelInfo, agreement: Agreement, costs: Costs
) -> dict[str, Any]:
    """Return how the model was made, ready for JSON."""

    def named(item: ModelInfo) -> dict[str, Any]:
        return {"id": item.id, "name": item.name, "sha256": item.verify()}

    return {
        "recipe": DISTILLED,
        "base": named(models.student),
        "teacher": named(models.teacher),
        "teacher_tta": request.tta,
        "teacher_scales": request.scales,
        "rasters": [public_name(request.raster)],
        # What its teachers have learned from, it has seen.
        "polygon_marks": kept_marks(
            {*models.teacher.training_marks, *models.student.training_marks}
        ),
        "classes": [item.name for item in model.classes],
        "agreement": agreement.to_dict(),
        "costs": costs.to_dict(),
        "seed": request.seed,
        "engine_version": __version__,
    }


def _accuracy(
    model: ModelInfo,
    models: Models,
    taught: Taught,
    found: Sequence[NDArray[np.intp]],
    agreement: Agreement,
    costs: Costs,
) -> dict[str, Any]:
    """Return figures whose reference is the teacher, ready for JSON."""
    count = len(model.classes)
    pairs = zip(taught.held_out, found, strict=True)
    confusion = sum(confusion_matrix(lesson.labels, classes, count) for lesson, classes in pairs)
    caution = say(
        "The reference of all figures here is the teacher, {name}: how often the map is right they "
        "do not say. Measure that by polygons or points (crossearth evaluate).",
        name=models.teacher.name,
    )
    return {
        **accuracy_figures(np.asarray(confusion), model.classes),
        "split": together([caution, *agreement.sentences(), *costs.sentences()]),
        **told(agreement.findings),
    }


def _summary(
    request: DistillRequest,
    model: ModelInfo,
    agreement: Agreement,
    costs: Costs,
    accuracy: dict[str, Any],
    started: float,
) -> dict[str, Any]:
    return {
        "id": model.id,
        "name": model.name,
        "path": str(request.folder),
        "weights": str(request.folder / model.weights.name),
        "report": str(request.folder / REPORT_FILE),
        "round": model_rounds.current_round(request.folder),
        "earlier_rounds": [item.number for item in model_rounds.earlier_rounds(request.folder)],
        "classes": [vars(item) for item in model.classes],
        "accuracy": accuracy,
        "agreement": agreement.to_dict(),
        "costs": costs.to_dict(),
        "sentences": [*agreement.sentences(), *costs.sentences()],
        **{name: accuracy[name] for name in ("findings", "warnings")},
        "wall_s": round(time.perf_counter() - started, 3),
    }
