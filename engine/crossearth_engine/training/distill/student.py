"""A compact network that learns from a teacher: frozen, with a new head on the maps inside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import IncompatibleModel, MissingPackage
from crossearth_engine.inference.classify import kind_of_scores
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models.deepness import deepness_metadata
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.distill.lessons import Lesson
from crossearth_engine.training.distill.soft_head import fit_soft_head
from crossearth_engine.training.quick.features import Moments, at_pixels
from crossearth_engine.training.quick.half_size import with_half_size
from crossearth_engine.training.quick.head import fold_in
from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap, Head, PixelHead
from crossearth_engine.training.quick.reference import (
    can_judge,
    features_of,
    fit_reference,
    judged_maps,
    with_reference,
)
from crossearth_engine.training.quick.texture import with_texture

try:
    from threadpoolctl import threadpool_limits
except ImportError as error:
    raise MissingPackage(package="scikit-learn", requirement="onnx scikit-learn") from error


@dataclass(frozen=True)
class Seen:
    """What is seen of pixels.

    Attributes:
        features: (N, F), of all maps that a head looks at.
        own: (N, C) scores of the student's own classes to start from, or None.
    """

    features: FloatArray
    own: FloatArray | None


class Student:
    """A compact network and what it was taught.

    Args:
        model: what is known of it; an ONNX file.
        classes: the teacher's.
        threads: for the network, or None for all usable cores.

    Raises:
        IncompatibleModel, UnreadableModel: if nothing can be learned on it.
    """

    def __init__(self, model: ModelInfo, classes: Sequence[ClassInfo], threads: int | None) -> None:
        if model.weights.suffix.lower() != ".onnx":
            reason = "a student has to be an ONNX file. Export it first (crossearth models export)."
            raise IncompatibleModel(path=model.weights, reason=reason)
        if model.is_encoder:
            reason = "it is an encoder, which is adapted to polygons first (crossearth finetune)."
            raise IncompatibleModel(path=model.weights, reason=reason)
        self._model = model
        self._threads = threads
        own = {item.name.lower(): i for i, item in enumerate(model.classes)}
        self._places = np.array([own.get(item.name.lower(), -1) for item in classes])
        encoder = Encoder.read(model.weights, model.window_size).under_other_names()
        (maps,) = encoder.maps.values()
        self._judged = judged_maps(maps)
        # It sees twice as far, for little: the teacher's time is what counts.
        twice = with_half_size(encoder, model.window_size)
        self._encoder = with_texture(twice, len(model.bands))
        (self._maps,) = self._encoder.maps.values()
        self._scores = self._own_scores(encoder)
        self._starts_from_scores = model.scores == "logits"
        seen = (*self._maps, *([self._scores] if self._scores else []))
        self._network = OnnxMaps(model.weights, self._encoder.exposing(seen), "cpu", threads)
        self.interrupt = self._network.interrupt
        self._taught: list[tuple[Seen, FloatArray]] = []
        # Features of each window that it was shown, by where it lies.
        self._windows: dict[tuple[int, int], FloatArray] = {}
        self._moments = Moments()

    def attend(
        self, lesson: Lesson, image: FloatArray, valid: NDArray[np.bool_]
    ) -> NDArray[np.intp] | None:
        """Take a lesson; return what the student would have said, (N,) of the teacher's classes.

        -1 stands for a class that the teacher has not. None if there is nothing to compare. Of a
        lesson that is held out nothing is kept but what its imagery looks like.

        Args:
            lesson: what the teacher says.
            image: (C, S, S), as the network takes it.
            valid: (S, S), where it has data.
        """
        maps = [item[0] for item in self._network.run(image[None])]
        size = image.shape[-1]
        own = None
        if self._scores is not None:
            scores = maps.pop()
            own = at_pixels([scores], size, lesson.rows, lesson.cols)
            if self._model.scores == "unknown" and not self._taught:
                self._starts_from_scores = kind_of_scores(scores[None])[0] == "logits"
        if not lesson.is_held_out:
            features = at_pixels(maps, size, lesson.rows, lesson.cols)
            self._moments.add(features)
            start = own if self._starts_from_scores else None
            self._taught.append((Seen(features, start), lesson.probabilities))
        # No answer is among that, and a raster must not be strange to what was made of it: a small
        # one is judged by a single window, which may be one that is held out.
        if can_judge(self._judged, size):
            place = lesson.window.row_off, lesson.window.col_off
            self._windows[place] = features_of(maps[: len(self._judged)], valid)
        if own is None:
            return None
        # Which of the teacher's classes each of its own is.
        theirs = np.full(own.shape[1], -1)
        theirs[self._places[self._places >= 0]] = np.flatnonzero(self._places >= 0)
        classes: NDArray[np.intp] = theirs[own.argmax(axis=1)]
        return classes

    def learn(self, model: ModelInfo, seed: int, step: Callable[[], None]) -> bytes:
        """Return the network with a head for the teacher's classes, an ONNX file.

        Args:
            model: what is to be said of it.
            seed: fixes the order in which pixels are learned from.
            step: called after each of `soft_head.EPOCHS`.
        """
        mean, deviation = self._moments.mean_and_deviation()
        features = np.concatenate([seen.features for seen, _ in self._taught])
        features -= mean
        features /= deviation
        targets = np.concatenate([likely for _, likely in self._taught])
        prior = np.concatenate([self._prior(seen) for seen, _ in self._taught])
        with threadpool_limits(1):
            learned = fit_soft_head(features, prior, targets, seed, step)
        pixel = fold_in(Head(learned), mean, deviation).pixel
        maps = self._maps
        if self._scores is not None and self._starts_from_scores:
            # Beside what was learned, the scores as they were.
            kept = np.zeros((self._scores.channels, len(self._places)), np.float32)
            kept[self._places[self._places >= 0], self._places >= 0] = 1
            pixel = PixelHead(np.concatenate([pixel.weights, kept]), pixel.bias)
            maps = (*maps, self._scores)
        content = self._encoder.with_head(maps, Head(pixel), deepness_metadata(model), self._judged)
        reference = fit_reference([features for _, features in sorted(self._windows.items())])
        if reference is None:
            return content
        return with_reference(content, self._judged, model.window_size, reference)

    @property
    def parameters(self) -> int:
        """How many numbers the network holds with its new head, about."""
        features = sum(item.channels for item in self._maps)
        return self._encoder.parameters(self._maps) + features * len(self._places)

    def _prior(self, seen: Seen) -> FloatArray:
        """Return scores (N, K) of the teacher's classes to start from; 0 of those not known."""
        count = len(seen.features)
        scores = np.zeros((count, len(self._places)), np.float32)
        if seen.own is not None:
            is_known = self._places >= 0
            scores[:, is_known] = seen.own[:, self._places[is_known]]
        return scores

    def _own_scores(self, encoder: Encoder) -> FeatureMap | None:
        """Return the map of the scores that it gives now, if it knows a class of the teacher's."""
        model = self._model
        if model.threshold is not None or self._places.max() < 0:
            return None
        return encoder.scores_map(model.window_size, len(model.classes))
