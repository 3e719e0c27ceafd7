"""A vector for every place of a window, whose directions are compared.

Of an embedding raster these are its own vectors, as its authors compare them. Of other rasters they
are what a frozen network sees, each feature taken by how far it is from what is usual in the
raster: what all places have in common would make all of them alike.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.inference.averaging import resize
from crossearth_engine.inputs import Inputs
from crossearth_engine.job import Job
from crossearth_engine.models.model_folder import weight_files
from crossearth_engine.raster.embeddings import Embedding
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.opened import bands_of
from crossearth_engine.raster.reader import RasterReader, View
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.model_places import DEFAULT_ID
from crossearth_engine.training.quick.features import (
    FeatureCache,
    HalfArray,
    Moments,
    Tile,
    at_pixels,
    device_mark,
    tiles_over,
)
from crossearth_engine.training.quick.frozen_network import read_frozen_network
from crossearth_engine.training.quick.views import Kept, cache_key
from crossearth_engine.training.quick.window_maps import WindowMaps
from crossearth_engine.training.rasters import (
    default_gsd,
    files_behind,
    grid_of,
    open_rasters,
    pixel_findings,
    seen_at,
)
from crossearth_engine.training.similar.request import SimilarRequest

# Windows in which is looked up what is usual, and at how many places on a side of each.
MOST_SAMPLED, _MOST_A_SIDE = 24, 64
_EMBEDDING_WINDOW = 256
# Objects that a window is compared with at a time.
_AT_ONCE = 32

Rows = NDArray[Any]


class OfNetwork:
    """What a frozen network sees.

    Attributes:
        name: of the network.
        attribution: what the authors of the raster ask to be said; empty: nothing.
        inputs: the files of raster and network, as they are now.
        reader: the raster.
        grid: the pixels that are told apart.
        size: edge of the windows, pixels.
        tiles: that cover the grid.
        mean, deviation: (F,) of the features.
        windows, computed: how many were looked at, and how many of these the network had to see.
    """

    attribution = ""

    def __init__(self, request: SimilarRequest, stack: ExitStack, job: Job) -> None:
        asked = request.seeing(request.model or DEFAULT_ID)
        base = read_frozen_network(asked)
        (own,) = open_rasters(asked, base.model, stack, job)
        for finding in (*base.findings, *pixel_findings(asked, [own], base.model)):
            job.warn(finding)
        embedding = own.source.embedding
        if embedding is not None:
            self.attribution = embedding.attribution
        networks = base.parts or ((base.model,) if base.is_pretrained else ())
        weights = Inputs(path for model in networks for path in weight_files(model))
        self.inputs = (files_behind([own]), weights)
        self.name = base.model.name
        self.reader = seen_at(asked, own, default_gsd(asked, own, base.model))
        self.grid = grid_of(self.reader)
        size, overlap = base.model.window_size, base.model.overlap
        self.tiles = tiles_over(self.grid.width, self.grid.height, size, overlap)
        self._maps = WindowMaps(asked, job, base)
        key = cache_key(base, self._maps.maps, self.reader, request.nodata)
        kept = Kept([(key, tile.window) for tile in self.tiles], request.device)
        mark = kept.mark if kept.is_whole else device_mark(self._maps.device)
        self._cache = FeatureCache(key, mark)
        self.size = size
        self.windows = self.computed = 0
        features = sum(item.channels for item in self._maps.maps)
        # Of a raster of a few pixels nothing tells what is usual.
        self.mean = np.zeros(features, np.float32)
        self.deviation = np.ones(features, np.float32)

    def settle(self, step: Callable[[], None]) -> None:
        """Find out what is usual in windows all over the raster; ``step`` is called after each."""
        moments = [Moments() for _ in self._maps.maps]
        for tile in self.sampled:
            valid, maps = self.of(tile.window)
            for number, item in enumerate(maps):
                side = item.shape[-1]
                most = min(side, _MOST_A_SIDE)
                spread = (np.arange(most) + 0.5) / most
                own, pixels = ((spread * edge).astype(int) for edge in (side, self.size))
                is_data = valid[np.ix_(pixels, pixels)]
                found = item[:, own[:, None], own][:, is_data]
                moments[number].add(found.T.astype(np.float32))
            step()
        if all(item.count for item in moments):
            parts = [item.mean_and_deviation() for item in moments]
            self.mean, self.deviation = map(np.concatenate, zip(*parts, strict=True))

    @property
    def sampled(self) -> list[Tile]:
        """The windows in which is looked up what is usual."""
        return self.tiles[:: -(-len(self.tiles) // MOST_SAMPLED)]

    def of(self, window: Window) -> tuple[NDArray[np.bool_], list[HalfArray]]:
        """Return which pixels (S, S) of a window are valid, and its maps (C, h, w)."""
        self.windows += 1
        known = self._cache.get(window)
        if known is None or len(known) != len(self._maps.maps) + 1:
            known = self._maps.of(self.reader, window)
            self.computed += 1
            self._cache.put(window, known)
        return known[0][0] > 0, known[1:]

    def prune(self) -> None:
        """Remove of what is kept what was not used for longest."""
        self._cache.prune()


class OfEmbedding:
    """The vectors of an embedding raster; attributes as of `OfNetwork`."""

    def __init__(self, source: RasterSource, embedding: Embedding, job: Job) -> None:
        for finding in source.findings:
            job.warn(finding)
        self.name, self.attribution = embedding.name, embedding.attribution
        self.reader = RasterReader(source, View(source.grid))
        self.inputs = (files_behind([self.reader]),)
        self.grid = grid_of(self.reader)
        self.size = _EMBEDDING_WINDOW
        self.tiles = tiles_over(self.grid.width, self.grid.height, self.size, 0)
        self.windows = self.computed = 0
        count = len(source.bands)
        self.mean, self.deviation = np.zeros(count, np.float32), np.ones(count, np.float32)
        self.sampled: list[Tile] = []

    def settle(self, step: Callable[[], None]) -> None:
        """Nothing: their authors compare them as they are."""

    def of(self, window: Window) -> tuple[NDArray[np.bool_], list[FloatArray]]:
        """Return which pixels (S, S) of a window are valid, and its vectors (C, S, S)."""
        self.windows += 1
        pixels, valid, _ = self.reader.read_window(window)
        size, (height, width) = self.size, valid.shape
        whole = np.zeros((size, size), bool)
        whole[:height, :width] = valid
        vectors = np.zeros((len(pixels), size, size), np.float32)
        vectors[:, :height, :width] = np.where(valid, pixels, 0)
        return whole, [vectors]

    def prune(self) -> None:
        """Nothing is kept."""


Vectors = OfNetwork | OfEmbedding


@contextlib.contextmanager
def opened_vectors(request: SimilarRequest, job: Job) -> Iterator[Vectors]:
    """Give the vectors of a raster while it is open.

    Raises:
        EngineError: as reading a raster and a network says.
    """
    with ExitStack() as stack:
        found: Vectors | None = None
        if request.model is None:
            names = tuple(band.name for band in bands_of(request.input))
            numbers = request.bands or list(range(1, len(names) + 1))
            source = open_source(
                *(request.input, tuple(map(str, numbers)), numbers, request.nodata, request.crs)
            )
            stack.enter_context(source)
            if source.embedding is not None:
                found = OfEmbedding(source, source.embedding, job)
        found = found or OfNetwork(request, stack, job)
        yield found
        found.prune()


def unit_vectors(
    vectors: Vectors, maps: Sequence[FloatArray | HalfArray], rows: Rows, cols: Rows
) -> FloatArray:
    """Return the vectors (N, F) of pixels of a window, each of length 1."""
    features = at_pixels(maps, vectors.size, rows, cols)
    features -= vectors.mean
    features /= vectors.deviation
    return of_length_1(features)


def similarity(
    vectors: Vectors, maps: Sequence[FloatArray | HalfArray], sought: FloatArray
) -> FloatArray:
    """Return for the pixels of a window the cosine to the nearest of some vectors, (S, S).

    Computed on the pixels of the finest map and interpolated afterwards; and of each coarser map on
    its own pixels, lengths and products apart: vectors between them would be many times as many
    numbers.

    Args:
        vectors: of which the maps are.
        maps: (C, h, w) each, of the window.
        sought: (N, F) vectors of length 1.
    """
    side, start = max(item.shape[-1] for item in maps), 0
    squares = np.zeros((1, side, side), np.float32)
    parts = []
    for item in maps:
        part = slice(start, start + len(item))
        start += len(item)
        flat = item.reshape(len(item), -1).astype(np.float32)
        flat -= vectors.mean[part, None]
        flat /= vectors.deviation[part, None]
        square = np.einsum("fn,fn->n", flat, flat).reshape(1, *item.shape[1:])
        squares += _enlarged(square, side)
        parts.append((part, flat, item.shape[1:]))
    nearest = np.full((1, side, side), -np.inf, np.float32)
    for first in range(0, len(sought), _AT_ONCE):
        some = sought[first : first + _AT_ONCE]
        products = np.zeros((len(some), side, side), np.float32)
        for part, flat, shape in parts:
            products += _enlarged((some[:, part] @ flat).reshape(len(some), *shape), side)
        nearest = np.maximum(nearest, products.max(axis=0, keepdims=True))
    nearest /= np.sqrt(np.maximum(squares, 1e-12))
    return np.asarray(_enlarged(nearest, vectors.size)[0], np.float32)


def _enlarged(maps: FloatArray, size: int) -> FloatArray:
    return maps if maps.shape[-1] == size else resize(maps[None], size)[0]


def of_length_1(vectors: FloatArray) -> FloatArray:
    """Return vectors (N, F) of the same directions; of none, as they are."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-12), np.float32)
