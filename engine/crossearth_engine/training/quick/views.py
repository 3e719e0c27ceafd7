"""What a network sees of polygons: the features of their pixels, and of the ground around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import EngineError, NoValidPixels
from crossearth_engine.job import Job
from crossearth_engine.raster.labelled_polygons import PolygonTable
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.quick.features import (
    FeatureCache,
    FeatureFolder,
    HalfArray,
    Moments,
    Tile,
    at_pixels,
    device_mark,
    spread_pixels,
    state_of,
    tiles_over,
)
from crossearth_engine.training.quick.frozen_network import FrozenNetwork
from crossearth_engine.training.quick.head import PixelTable
from crossearth_engine.training.quick.onnx_encoder import FeatureMap
from crossearth_engine.training.quick.reference import can_judge, features_of
from crossearth_engine.training.quick.texture import PREFIX
from crossearth_engine.training.quick.window_maps import WindowMaps, features_folder, name_of
from crossearth_engine.training.rasters import grid_of, seen_at
from crossearth_engine.training.request import FeaturesRequest, FinetuneRequest

# Pixels kept of each class.
MAX_PIXELS_PER_CLASS = 8000
MAX_PIXELS = 80_000
# Of all their features: encoders have thousands.
MAX_NUMBERS = 80_000_000
MIN_PIXELS_PER_POLYGON = 60
# Pixels of the ground, labelled or not, that tell what a head would make of the map.
MAX_GROUND = 20_000
_LATTICE = 8

CacheKey = dict[str, Any]
"""Ready for JSON."""


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


class Elsewhere(NamedTuple):
    """Other computers that compute what a network sees.

    Attributes:
        folder: where they write it.
        compute: has them do it, of rasters that are open here, and returns on what device; told of
            each window that is done.
    """

    folder: Path
    compute: Callable[[FeaturesRequest, Sequence[RasterSource], Job, Callable[[], None]], str]


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
        elsewhere: who computes what is not in the cache, if not this process.

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
        elsewhere: Elsewhere | None = None,
    ) -> None:
        self._request = request
        self._job = job
        self._base = base
        self._readers = readers
        self._table = table
        self._classes = classes
        self._step = step
        self._elsewhere = elsewhere
        # What they have written, all of it on one device; and the mark of what has computed all
        # that is looked at.
        self._written: Path | None = None
        self._device = ""
        self.windows = self.computed = 0
        self._window_maps = WindowMaps(request, job, base)
        self._maps = self._window_maps.maps

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
        counted = self._have_computed(target, parts)
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
            cache = FeatureCache(self._key(reader), self._device)
            for tile in tiles:
                valid, maps = self._features(raster, reader, cache, tile.window)
                if name_of(raster, tile.window) not in counted:
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
            None if polygons.numbers is None else polygons.numbers[owners],
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
        self, raster: int, reader: RasterReader, cache: FeatureCache, window: Window
    ) -> tuple[NDArray[np.bool_], list[HalfArray]]:
        """Return validity (S, S) and maps of a window."""
        self.windows += 1
        known = cache.get(window)
        if known is None or len(known) != len(self._maps) + 1:
            known = self._of_others(raster, window) or self._seen_here(reader, cache, window)
            self.computed += 1
            cache.put(window, known)
        return known[0][0] > 0, known[1:]

    def _seen_here(
        self, reader: RasterReader, cache: FeatureCache, window: Window
    ) -> list[HalfArray]:
        """Return what this computer sees of a window, if all else is of such a device."""
        if device_mark(self._window_maps.device) != self._device:
            cache.remove(window)
            reason = "What was kept of a window is damaged, and removed now: give the command again"
            raise EngineError(reason=reason)
        return self._window_maps.of(reader, window)

    def _have_computed(self, target: float | None, parts: list[list[Tile]]) -> set[str]:
        """Settle what computes, have others compute what is not in its cache, and return that.

        All features are of one device, and others may have another one than what is kept is of.
        """
        keys = [self._key(seen_at(self._request, reader, target)) for reader in self._readers]
        windows = {
            name_of(raster, tile.window): (keys[raster], tile.window)
            for raster, tiles in enumerate(parts)
            for tile in tiles
        }
        kept = Kept([*windows.values()], self._request.device)
        self._device = kept.mark
        if kept.is_whole:
            return set()
        if self._elsewhere is None:
            self._device = device_mark(self._window_maps.device)
            return set()
        counted: set[str] = set()
        while missing := [
            name
            for name, (key, window) in windows.items()
            if name not in counted and not FeatureCache(key, self._device).holds(window)
        ]:
            device = self._asked_of_others(self._elsewhere, target, missing, windows)
            self._device = device_mark(device)
            counted |= {*missing}
        return counted

    def _asked_of_others(
        self,
        elsewhere: Elsewhere,
        target: float | None,
        names: list[str],
        windows: Mapping[str, tuple[CacheKey, Window]],
    ) -> str:
        """Have others compute windows, and return on what device; what there is is kept if not."""
        asked = FeaturesRequest(
            **{field.name: getattr(self._request, field.name) for field in fields(self._request)},
            windows=names,
            written=str(elsewhere.folder),
            pixel=target,
            looks_twice=self._base.looks_twice,
        )
        try:
            sources = [reader.source for reader in self._readers]
            device = elsewhere.compute(asked, sources, self._job, self._step)
            self._written = features_folder(elsewhere.folder, device)
        except EngineError:
            for self._written in [path for path in elsewhere.folder.iterdir() if path.is_dir()]:
                for name in names:  # for the next time
                    key, window = windows[name]
                    if known := self._of_others(int(name.partition("/")[0]), window):
                        FeatureCache(key, self._written.name).put(window, known)
            raise
        return device

    def _of_others(self, raster: int, window: Window) -> list[HalfArray] | None:
        """Return what others have computed of a window, and take it away there."""
        if self._written is None:
            return None
        folder = FeatureFolder(self._written / str(raster))
        known = folder.get(window)
        folder.remove(window)
        return known

    def _key(self, reader: RasterReader) -> CacheKey:
        nodata = self._request.nodata_at(reader.source.path)
        return cache_key(self._base, self._maps, reader, nodata)


class Kept:
    """The device of whose features most are kept.

    Args:
        windows: each with the key of its features.
        asked: the device that is asked for; any of a kind is as good as another.

    Attributes:
        mark: of it; empty if nothing is kept.
        is_whole: whether all are.
    """

    def __init__(self, windows: Sequence[tuple[CacheKey, Window]], asked: str) -> None:
        counts: Counter[str] = Counter()
        processor = device_mark("cpu")
        for key, group in groupby(windows, key=lambda window: window[0]):
            own = [window for _, window in group]
            for mark in FeatureCache(key, "").devices:
                if asked == "auto" or (mark == processor) == (asked == "cpu"):
                    counts[mark] += sum(map(FeatureCache(key, mark).holds, own))
        self.mark, count = counts.most_common(1)[0] if counts else ("", 0)
        self.is_whole = count == len(windows)


def cache_key(
    base: FrozenNetwork, maps: Sequence[FeatureMap], reader: RasterReader, nodata: str | None
) -> CacheKey:
    """Return all that what a network sees of a raster depends on, but for what computes it.

    Args:
        base: the network.
        maps: what it makes of a window, in order.
        reader: the raster, and how it is seen.
        nodata: values of it that are said to be no data, or None.
    """
    model, source, view = base.model, reader.source, reader.view
    return {
        "raster": state_of(source.files) or source.path,
        "bands": source.bands,
        "grid": [view.grid.width, view.grid.height],
        "values": [str(view.stretch), nodata],
        "network": [base.sha256, [m.name for m in maps]],
        "scaling": [model.mean, model.std],
        "window": [model.window_size, model.overlap],
    }
