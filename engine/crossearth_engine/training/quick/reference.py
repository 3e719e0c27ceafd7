"""How usual the imagery around a place is, measured by what a network sees of it.

The statistics of the training imagery become a part of the network's ONNX file: a second output,
``unfamiliarity``, which costs next to nothing beside the first. Fitted here of inner maps of the
network.

A window is cut into `CELLS` by `CELLS` cells. What is judged is the mean of the maps over a cell
and those around it: the distance of Mahalanobis from the training imagery, with a covariance as
Ledoit and Wolf (2004) shrink it. How that became a share of imagery is in `Reference`.

The map that the classifier looks at is left out where there are others: it tells what is on the
ground, which is another at every place, more than how that is seen.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import MissingPackage
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_lent_weights import checked, with_weights
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.sample import spread
from crossearth_engine.shared.products import UNFAMILIAR, UNFAMILIARITY
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.quick.features import HalfArray, tiles_over
from crossearth_engine.training.quick.onnx_encoder import PREFIX, Encoder, FeatureMap, Forgotten

try:
    import onnx
    from onnx import TensorProto, helper, numpy_helper
except ImportError as error:
    raise MissingPackage(package="onnx", requirement="onnx scikit-learn") from error

# Cells along a window, and around each that are looked at with it.
CELLS, REACH = 8, 2
# With less imagery there is nothing to tell what is usual by.
LEAST_WINDOWS = 4
# And more than so many add little and take memory.
MOST_WINDOWS = 32
# Parts of it that are judged by the others.
FOLDS = 5
# Another place of the same imagery lies so much farther away than another part of the same places:
# what 95 % of the windows of places that were left out do not reach (`benchmarks/unfamiliar.py`).
ELSEWHERE = 1.24


Imagery = tuple[NDArray[Any], NDArray[np.bool_]]
"""A window of it: pixels (C, S, S), and where they are valid (S, S)."""


@dataclass(frozen=True)
class Spread:
    """Where features lie.

    Attributes:
        weights: (F, F).
        bias: (F,).
    """

    weights: FloatArray
    bias: FloatArray

    def distances(self, features: FloatArray) -> FloatArray:
        """Return the distance (N,) of features (N, F) from where they usually lie."""
        squares = (features @ self.weights + self.bias) ** 2
        distances: FloatArray = np.sqrt(squares.sum(axis=1))
        return distances


@dataclass(frozen=True)
class Reference:
    """What tells how unusual features are.

    A distance ``d`` becomes ``1 - 0.05 ** ((d / limit) ** steepness)``: the share of imagery like
    that of the training which is less unusual, by a law that is right for the half of it and for
    `UNFAMILIAR` of it.

    Attributes:
        spread: of the training imagery.
        limit: the distance that `UNFAMILIAR` of such imagery does not reach, wherever it is of.
        steepness: see above.
    """

    spread: Spread
    limit: float
    steepness: float

    def unfamiliarity(self, features: FloatArray) -> FloatArray:
        """Return how unusual features (N, F) are, (N,) in [0, 1]."""
        relative = (self.spread.distances(features) / self.limit) ** self.steepness
        values: FloatArray = 1 - np.exp(math.log(1 - UNFAMILIAR) * relative)
        return values


def features_of(maps: Sequence[FloatArray | HalfArray], valid: NDArray[np.bool_]) -> FloatArray:
    """Return what is judged of a window, (N, F), one row for each cell that is mostly valid.

    Args:
        maps: (C, h, w) each, covering the window; `CELLS` divides h and w.
        valid: (S, S), where the window has data.
    """
    cells = np.concatenate([_means(item.astype(np.float32, copy=False)) for item in maps])
    share = _around(_means(valid[None].astype(np.float32)))[0]
    features: FloatArray = _around(cells)[:, share > 0.5].T
    return features


def judged_maps(maps: Sequence[FeatureMap]) -> tuple[FeatureMap, ...]:
    """Return those of a network's maps that are judged; they come first among them."""
    return tuple(item for item in maps if not item.is_last) or tuple(maps)


def can_judge(maps: Sequence[FeatureMap], window_size: int) -> bool:
    """Whether cells are whole pixels of all maps."""
    return all(window_size % (CELLS * item.stride) == 0 for item in maps)


def fit_spread(features: FloatArray) -> Spread:
    """Return where features (N, F) lie."""
    values = features.astype(np.float64)
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    deviation[deviation < 1e-6] = 1
    values = (values - mean) / deviation
    covariance = values.T @ values / len(values)
    # Ledoit and Wolf (2004): towards the identity by as much as it is likely to be wrong.
    identity = np.eye(len(covariance)) * np.trace(covariance) / len(covariance)
    wrong = (np.mean((values**2).sum(axis=1) ** 2) - (covariance**2).sum()) / len(values)
    share = min(wrong / max(((covariance - identity) ** 2).sum(), 1e-12), 1.0)
    shrunk = (1 - share) * covariance + share * identity + 1e-6 * np.eye(len(covariance))
    whitening = np.linalg.inv(np.linalg.cholesky(shrunk)).T / deviation[:, None]
    return Spread(whitening.astype(np.float32), (-mean @ whitening).astype(np.float32))


def fit_reference(windows: Sequence[FloatArray]) -> Reference | None:
    """Return what tells how unusual imagery is; None where there is too little to tell by.

    So it is where imagery is the same all over.

    What is usual is measured on each of a few parts of the training imagery by all the others, and
    a margin added for places that are none of these.

    Args:
        windows: of the training imagery: the features (N, F) of each, near ones after each other.
    """
    windows = [features for features in windows if len(features)]
    if len(windows) < LEAST_WINDOWS:
        return None
    parts = min(FOLDS, len(windows))
    of_part = np.arange(len(windows)) * parts // len(windows)
    distances = []
    for part in range(parts):
        own = [w for w, p in zip(windows, of_part, strict=True) if p == part]
        rest = [w for w, p in zip(windows, of_part, strict=True) if p != part]
        distances.append(fit_spread(np.concatenate(rest)).distances(np.concatenate(own)))
    half, limit = np.quantile(np.concatenate(distances), [0.5, UNFAMILIAR])
    if not half > 0:
        return None
    limit *= ELSEWHERE
    # A distance that hardly varies must not make a step of the law.
    ratio = min(half / limit, 0.95)
    steepness = math.log(math.log(2) / -math.log(1 - UNFAMILIAR)) / math.log(ratio)
    return Reference(fit_spread(np.concatenate(windows)), float(limit), steepness)


def references_in(forgotten: Forgotten | None, maps: Sequence[FeatureMap]) -> tuple[Reference, ...]:
    """Return what a network's file told of its training imagery, if it judged just these maps."""
    if forgotten is None or forgotten.maps != tuple(item.name for item in maps):
        return ()
    tensors, found = forgotten.tensors, list[Reference]()
    while f"weights{(end := _end(len(found)))}" in tensors:
        weights = np.ascontiguousarray(tensors[f"weights{end}"][:, :, 0, 0].T)
        limit = float(tensors[f"ones{end}"].flat[0]) ** -0.5
        steepness = 2 * float(tensors[f"power{end}"])
        found.append(Reference(Spread(weights, tensors[f"bias{end}"]), limit, steepness))
    return tuple(found)


def of_the_same_imagery(
    references: Sequence[Reference], windows: Sequence[FloatArray]
) -> tuple[Reference, ...]:
    """Return those by which imagery is familiar, of which features (N, F) of windows are given.

    What else such a one finds familiar is imagery of the same kind.
    """
    features = np.concatenate(windows)
    return tuple(
        known for known in references if np.median(known.unfamiliarity(features)) < UNFAMILIAR
    )


def windows_around(
    readers: Sequence[RasterReader], polygons: TrainingPolygons, model: ModelInfo
) -> Iterator[Imagery]:
    """Yield windows of imagery that polygons lie in, of many some all over."""
    places = []
    for raster, (reader, grid) in enumerate(zip(readers, polygons.grids, strict=True)):
        tiles = tiles_over(grid.width, grid.height, model.window_size, model.overlap)
        windows = {tile.middle: tile.window for tile in tiles}
        places += [(reader, windows[m]) for m in polygons.windows_of(raster, list(windows))]
    for i in spread(len(places), MOST_WINDOWS):
        reader, window = places[i]
        pixels, valid, _ = reader.read_mirrored(window)
        yield pixels, valid


def write_reference(
    path: Path, model: ModelInfo, windows: Iterable[Imagery], threads: int | None = None
) -> bool:
    """Have a network's ONNX file know its training imagery; return whether there is enough of it.

    Args:
        path: of the file.
        model: how pixels are scaled for it.
        windows: of the training imagery, near ones after each other.
        threads: for the network.
    """
    encoder = Encoder.read(path, model.window_size)
    (maps,) = encoder.maps.values()
    maps = judged_maps(maps)
    if not can_judge(maps, model.window_size):
        return False
    network = OnnxMaps(path, encoder.exposing(maps), "cpu", threads)
    mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
    features = []
    for pixels, valid in windows:
        found = network.run(normalize(pixels, valid, mean, std)[None])
        features.append(features_of([item[0] for item in found], valid))
    reference = fit_reference(features)
    if reference is None:
        return False
    content = encoder.proto.SerializeToString(deterministic=True)
    known = with_reference(content, maps, model.window_size, reference)
    path.write_bytes(with_weights(known))
    return True


def with_reference(
    content: bytes, maps: Sequence[FeatureMap], window_size: int, *references: Reference
) -> bytes:
    """Return an ONNX file with ``unfamiliarity`` (B, 1, h, w) as its last output.

    Args:
        content: of a file that has the maps.
        maps: that the references were fitted to.
        window_size: of the model, pixels.
        references: what is usual; with several it is enough to be so for one.
    """
    model = onnx.load_from_string(content)
    graph = model.graph

    def constant(name: str, values: Any) -> str:
        array = np.asarray(values, np.float32)
        graph.initializer.append(numpy_helper.from_array(array, PREFIX + name))
        return PREFIX + name

    def add(kind: str, inputs: list[str], name: str, **attributes: Any) -> str:
        graph.node.append(helper.make_node(kind, inputs, [name], **attributes))
        return name

    cells = []
    for i, item in enumerate(maps):
        edge = [window_size // (CELLS * item.stride)] * 2
        single = add("Cast", [item.name], f"{PREFIX}{i}.map", to=TensorProto.FLOAT)
        cells.append(
            add("AveragePool", [single], f"{PREFIX}{i}.cells", kernel_shape=edge, strides=edge)
        )
    features = add("Concat", cells, f"{PREFIX}cells", axis=1)
    around = {"kernel_shape": [2 * REACH + 1] * 2, "pads": [REACH] * 4, "strides": [1, 1]}
    features = add("AveragePool", [features], f"{PREFIX}features", **around)

    def judge(reference: Reference, end: str, output: str) -> str:
        usual = reference.spread
        weights = constant(f"weights{end}", usual.weights.T[:, :, None, None])
        bias = constant(f"bias{end}", usual.bias)
        white = add("Conv", [features, weights, bias], f"{PREFIX}white{end}")
        squares = add("Mul", [white, white], f"{PREFIX}squares{end}")
        ones = np.full((1, len(usual.bias), 1, 1), reference.limit**-2)
        ratio = add("Conv", [squares, constant(f"ones{end}", ones)], f"{PREFIX}ratio{end}")
        power = constant(f"power{end}", reference.steepness / 2)
        relative = add("Pow", [ratio, power], f"{PREFIX}relative{end}")
        scale = constant(f"scale{end}", math.log(1 - UNFAMILIAR))
        scaled = add("Mul", [relative, scale], f"{PREFIX}scaled{end}")
        rest = add("Exp", [scaled], f"{PREFIX}rest{end}")
        return add("Sub", [constant(f"one{end}", 1), rest], output)

    if len(references) == 1:
        judge(references[0], _end(0), UNFAMILIARITY)
    else:
        values = [judge(r, _end(i), f"{PREFIX}value.{i}") for i, r in enumerate(references)]
        add("Min", values, UNFAMILIARITY)
    shape: list[str | int | None] = ["batch", 1, f"{PREFIX}rows", f"{PREFIX}columns"]
    output = helper.make_tensor_value_info(UNFAMILIARITY, TensorProto.FLOAT, shape)
    graph.output.append(output)
    written: bytes = checked(model).SerializeToString(deterministic=True)
    return written


def _end(index: int) -> str:
    """Return how names of a file's n-th reference end."""
    return f".{index}" if index else ""


def _means(values: FloatArray) -> FloatArray:
    """Return means (C, CELLS, CELLS) of a map (C, h, w) over its cells."""
    channels, height, width = values.shape
    split = values.reshape(channels, CELLS, height // CELLS, CELLS, width // CELLS)
    means: FloatArray = split.mean(axis=(2, 4))
    return means


def _around(cells: FloatArray) -> FloatArray:
    """Return means (C, CELLS, CELLS) of each cell and those around it, as far as there are any."""
    near = np.abs(np.arange(CELLS)[:, None] - np.arange(CELLS)) <= REACH
    mean = (near / near.sum(axis=1, keepdims=True)).astype(np.float32)
    means: FloatArray = mean @ cells @ mean.T
    return means
