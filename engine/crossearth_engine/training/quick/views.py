"""What a network sees of polygons: the features of their pixels, and of the ground around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices import onnx_cards
from crossearth_engine.devices.choice import first_that_works
from crossearth_engine.errors import NoValidPixels
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.job import Job
from crossearth_engine.raster.labelled_polygons import PolygonTable
from crossearth_engine.raster.normalize import normalize, pad_to_window
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.quick.features import (
    FeatureCache,
    HalfArray,
    Moments,
    Tile,
    at_pixels,
    spread_pixels,
    state_of,
    tiles_over,
)
from crossearth_engine.training.quick.frozen_network import FrozenNetwork
from crossearth_engine.training.quick.head import PixelTable
from crossearth_engine.training.quick.onnx_encoder import FeatureMap
from crossearth_engine.training.quick.reference import can_judge, features_of
from crossearth_engine.training.quick.texture import PREFIX
from crossearth_engine.training.rasters import grid_of, seen_at
from crossearth_engine.training.request import FinetuneRequest

# Pixels kept of each class.
MAX_PIXELS_PER_CLASS = 8000
MAX_PIXELS = 80_000
# Of all their features: encoders have thousands.
MAX_NUMBERS = 80_000_000
MIN_PIXELS_PER_POLYGON = 60
# Pixels of the ground, labelled or not, that tell what a head would make of the map.
MAX_GROUND = 20_000
_LATTICE = 8


@dataclass
class View:
    """What the network sees at one pixel size.

    Attributes:
        gsd_m: the pixel size.
        table: pixels with the features of all maps, standardised.
        ground: (G, F) likewise, of pixels all over the windows that were looked at.
        mean, deviation: (F,) of the features as they come.
        windows: of each window the features that tell what is usual there.
        counts: (K,) labelled valid pixels.
        polygons: those on these grids.
    """

    gsd_m: float | None
    table: PixelTable
    ground: FloatArray
    mean: FloatArray
    deviation: FloatArray
    windows: list[FloatArray]
    counts: NDArray[np.int64]
    polygons: TrainingPolygons


class Viewer:
    """Looks at polygons through a network, at any pixel size.

    Args:
        request: how rasters are read and where the network runs.
        job: asked whether to go on.
        base: the network.
        readers: the rasters.
        table: the polygons.
        classes: theirs.
        step: called for every window that was looked at.

    Attributes:
        windows, computed: windows that were looked at, and those of them that were not in the
            cache.
    """

    def __init__(
        self,
        request: FinetuneRequest,
        job: Job,
        base: FrozenNetwork,
        readers: Sequence[RasterReader],
        table: PolygonTable,
        classes: tuple[ClassInfo, ...],
        step: Callable[[], None],
    ) -> None:
        self._request = request
        self._job = job
        self._base = base
        self._readers = readers
        self._table = table
        self._classes = classes
        self._step = step
        self.windows = self.computed = 0
        # All of them for any choice: what is in the cache serves every one.
        self._maps = max(base.encoder.maps.values(), key=len)
        self._network: OnnxMaps | None = None

    def table(self, view: View, maps: str) -> PixelTable:
        """Return the pixels of a view with the features of a set of maps only."""
        used = self._base.encoder.maps[maps]
        columns = self.columns(maps)
        features = view.table.features[:, columns]
        return replace(view.table, features=features, groups=self._groups(used))

    def columns(self, maps: str) -> slice | NDArray[np.intp]:
        """Return where the features of a set of maps lie among all of them."""
        used = {*self._base.encoder.maps[maps]}
        is_used = np.repeat([m in used for m in self._maps], [m.channels for m in self._maps])
        return slice(None) if is_used.all() else np.flatnonzero(is_used)

    def _groups(self, maps: Sequence[FeatureMap]) -> tuple[slice, ...]:
        """Return the columns of the network's maps and those of the image's own, as far as any."""
        inner = sum(m.channels for m in maps if not m.name.startswith(PREFIX))
        groups = (slice(0, inner), slice(inner, sum(m.channels for m in maps)))
        return tuple(group for group in groups if group.stop > group.start)

    def polygons(self, target: float | None) -> TrainingPolygons:
        """Return the polygons on the grids of a pixel size."""
        grids = [grid_of(seen_at(self._request, reader, target)) for reader in self._readers]
        return TrainingPolygons(self._table, self._classes, grids)

    def tiles(self, polygons: TrainingPolygons) -> list[list[Tile]]:
        """Return for each raster the windows that polygons lie in."""
        parts = []
        for raster, grid in enumerate(polygons.grids):
            model = self._base.model
            tiles = tiles_over(grid.width, grid.height, model.window_size, model.overlap)
            middles = {tile.middle: tile for tile in tiles}
            parts.append([middles[m] for m in polygons.windows_of(raster, list(middles))])
        return parts

    def look(
        self, target: float | None, polygons: TrainingPolygons, parts: list[list[Tile]]
    ) -> View:
        """Return the pixels of the polygons with their features."""
        rates = self._rates(polygons, parts)
        moments = Moments()
        ground: list[FloatArray] = []
        windows: list[FloatArray] = []
        judged = self._base.judged_maps
        can_tell = bool(judged) and can_judge(judged, self._base.model.window_size)
        count = sum(map(len, parts))
        found: list[tuple[Any, ...]] = []
        counts = np.zeros(len(self._classes), np.int64)
        for raster, (own, tiles) in enumerate(zip(self._readers, parts, strict=True)):
            reader = seen_at(self._request, own, target)
            cache = self._cache(reader)
            for tile in tiles:
                valid, maps = self._features(reader, cache, tile)
                self._step()
                size = tile.window.width
                if can_tell:
                    windows.append(features_of(maps[: len(judged)], valid))
                for rows, cols in spread_pixels(valid, _LATTICE):
                    spread = at_pixels(maps, size, rows, cols)
                    moments.add(spread)
                    most = min(MAX_GROUND, MAX_NUMBERS // (4 * spread.shape[1]))
                    ground.append(spread[:: 1 + len(rows) * count // most])
                indexes = polygons.polygon_indexes(raster, tile.middle)
                top = tile.middle.row_off - tile.window.row_off
                left = tile.middle.col_off - tile.window.col_off
                height, width = indexes.shape
                is_labelled = (indexes >= 0) & valid[top : top + height, left : left + width]
                rows, cols = np.nonzero(is_labelled)
                owners = indexes[rows, cols]
                labels = polygons.class_indexes[owners]
                counts += np.bincount(labels, minlength=len(counts))
                # The same pixels whatever order windows come in.
                rng = np.random.default_rng(
                    [self._request.seed, raster, tile.middle.row_off, tile.middle.col_off]
                )
                taken = rng.random(len(rows)) < rates[owners]
                if taken.any():
                    rows, cols = rows[taken] + top, cols[taken] + left
                    features = at_pixels(maps, size, rows, cols)
                    near = polygons.near_folds(raster, tile.middle, self._base.margin)
                    near = near[rows - top, cols - left]
                    found.append((features, labels[taken], owners[taken], near))
            cache.prune()
        if not found:
            raise NoValidPixels(path=self._request.rasters[0])
        features, labels, owners, near = map(np.concatenate, zip(*found, strict=True))
        mean, deviation = moments.mean_and_deviation()
        features -= mean
        features /= deviation
        spread = (np.concatenate(ground) - mean) / deviation
        table = PixelTable(
            features,
            labels.astype(np.intp),
            polygons.folds[owners],
            near,
            owners.astype(np.intp),
            1 / rates[owners],
            len(self._classes),
            self._groups(self._maps),
        )
        return View(target, table, spread, mean, deviation, windows, counts, polygons)

    def _rates(self, polygons: TrainingPolygons, parts: list[list[Tile]]) -> NDArray[np.float64]:
        """Return which share of each polygon's pixels is taken: all, if there are few."""
        sizes = np.zeros(len(polygons.class_indexes), np.int64)
        for raster, tiles in enumerate(parts):
            for tile in tiles:
                self._job.check()
                indexes = polygons.polygon_indexes(raster, tile.middle)
                sizes += np.bincount(indexes[indexes >= 0], minlength=len(sizes))
        of_class = np.bincount(polygons.class_indexes, sizes, len(self._classes))
        features = sum(item.channels for item in self._maps)
        pixels = min(MAX_PIXELS, MAX_NUMBERS // features)
        most = min(MAX_PIXELS_PER_CLASS, pixels // len(self._classes))
        rates = (most / np.maximum(of_class, 1))[polygons.class_indexes]
        rates = np.maximum(rates, MIN_PIXELS_PER_POLYGON / np.maximum(sizes, 1))
        return np.minimum(rates, 1.0)

    def _features(
        self, reader: RasterReader, cache: FeatureCache, tile: Tile
    ) -> tuple[NDArray[np.bool_], list[HalfArray]]:
        """Return validity (S, S) and maps of a window."""
        self.windows += 1
        size = tile.window.width
        known = cache.get(tile.window)
        if known is not None and len(known) == len(self._maps) + 1:
            return known[0][0] > 0, known[1:]
        model = self._base.model
        pixels, valid, _ = reader.read_window(tile.window)
        x = normalize(
            pixels, valid, np.array(model.mean, np.float32), np.array(model.std, np.float32)
        )
        whole = np.zeros((size, size), bool)
        whole[: valid.shape[0], : valid.shape[1]] = valid
        batch = pad_to_window(x, size)[None]
        if self._network is None:
            self._network = self._open(batch)
            self._job.on_cancel(self._network.interrupt)
        maps = [item[0] for item in self._network.run(batch)]
        self.computed += 1
        kept = cache.put(tile.window, [whole[None].astype(np.float32), *maps])
        return whole, kept[1:]

    def _open(self, batch: FloatArray) -> OnnxMaps:
        """Return the network on the device that was asked for, or the best that can compute it."""
        path, content = self._base.model.weights, self._base.encoder.exposing(self._maps)

        def open_on(device: str) -> OnnxMaps:
            network = OnnxMaps(path, content, device, self._request.threads)
            if device != "cpu":
                network.run(batch)  # here, where another device can take over
            return network

        network, findings = first_that_works(self._request.device, onnx_cards, open_on)
        for finding in findings:
            self._job.warn(finding)
        return network

    def _cache(self, reader: RasterReader) -> FeatureCache:
        model, source, view = self._base.model, reader.source, reader.view
        return FeatureCache(
            {
                "raster": state_of(source.files) or source.path,
                "bands": source.bands,
                "grid": [view.grid.width, view.grid.height],
                "values": [str(view.stretch), self._request.nodata_at(source.path)],
                "network": [self._base.sha256, [m.name for m in self._maps]],
                "scaling": [model.mean, model.std],
                "window": [model.window_size, model.overlap],
            }
        )
