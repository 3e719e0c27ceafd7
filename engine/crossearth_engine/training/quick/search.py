"""Looking at polygons in several ways, to keep the one that does best on those held out.

Which pixel size, which inner maps and how strong a regularisation suit the task.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.devices import onnx_cards
from crossearth_engine.devices.choice import first_that_works
from crossearth_engine.errors import InvalidRequest, JobCanceled, NoValidPixels
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.job import Job
from crossearth_engine.raster.labelled_polygons import PolygonTable
from crossearth_engine.raster.normalize import normalize, pad_to_window
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.training.classes import small_class_warnings
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.quick.features import (
    FeatureCache,
    Moments,
    Tile,
    at_pixels,
    spread_pixels,
    state_of,
    tiles_over,
)
from crossearth_engine.training.quick.frozen_network import FrozenNetwork
from crossearth_engine.training.quick.head import (
    LINEAR,
    LINEAR_OF_FEW,
    MLP,
    HeadKind,
    PixelTable,
    Validation,
    cross_validate,
    fit_head,
    fold_in,
)
from crossearth_engine.training.quick.onnx_encoder import PixelHead
from crossearth_engine.training.rasters import finer_gsds, grid_of, seen_at
from crossearth_engine.training.request import FinetuneRequest

# Pixels kept of each class, those of them that a trial is fitted to, and the final head.
MAX_PIXELS_PER_CLASS, TRIAL_PIXELS, FINAL_PIXELS = 8000, 600, 4000
MAX_PIXELS = 160_000
MIN_PIXELS_PER_POLYGON = 60
# Halving the pixel size takes four times as long to map: it must pay by so much less loss.
WORTH_OF_FINER = 0.95
_LATTICE = 8


@dataclass(frozen=True)
class Choice:
    """A way to see, to be compared with others: pixel size and inner maps."""

    gsd_m: float | None
    maps: str
    kind: HeadKind


@dataclass
class View:
    """What the network sees at one pixel size.

    Attributes:
        gsd_m: the pixel size.
        table: pixels with the features of all maps, standardised.
        mean, deviation: (F,) of the features as they come.
        counts: (K,) labelled valid pixels.
        polygons: those on these grids.
    """

    gsd_m: float | None
    table: PixelTable
    mean: NDArray[np.float32]
    deviation: NDArray[np.float32]
    counts: NDArray[np.int64]
    polygons: TrainingPolygons


class Search:
    """Looks at the polygons in several ways and keeps the one that does best where it saw none.

    Attributes:
        trials: what was compared, ready for JSON.
        warnings: sentences for the person.
        windows, computed: windows that were looked at, and those of them that were not in the
            cache.
        done, total: steps, as the job's progress counts them.
        is_canceled: whether it ended early, with what it had.
    """

    def __init__(
        self,
        request: FinetuneRequest,
        job: Job,
        base: FrozenNetwork,
        readers: Sequence[RasterReader],
        table: PolygonTable,
        classes: Any,
    ) -> None:
        self._request = request
        self._job = job
        self._base = base
        self._readers = readers
        self._table = table
        self._classes = classes
        self._best: tuple[Choice, Validation | None, View] | None = None
        self.trials: list[dict[str, Any]] = []
        self.warnings: list[str] = []
        self.windows = self.computed = 0
        self.is_canceled = False
        self._linear = LINEAR if base.is_pretrained else LINEAR_OF_FEW
        # All of them for any choice: what is in the cache serves every one.
        self._maps = max(base.encoder.maps.values(), key=len)
        self._network: OnnxMaps | None = None
        self.done = self.total = 0

    @property
    def best(self) -> tuple[Choice, Validation | None, View]:
        """The choice, how it did, and what was seen by it."""
        if self._best is None:
            raise JobCanceled
        return self._best

    def run(self, kept: Choice | None) -> None:
        """Compare; with ``kept``, only how strongly to regularise."""
        try:
            targets = finer_gsds(self._request, self._readers, self._base.model)
            if kept is not None and kept.gsd_m in targets:
                targets = [kept.gsd_m]
                self._job.log("info", "Pixel size and maps are those of the last fit.")
            polygons = [self._polygons(target) for target in targets]
            tiles = [self._tiles(item) for item in polygons]
            self.total = sum(len(part) for item in tiles for part in item) + len(targets) + 1
            for level, text in polygons[0].notices:
                self._say(level, text)
            for target, item, parts in zip(targets, polygons, tiles, strict=True):
                view = self._look(target, item, parts)
                if not self.trials:
                    self._check_classes(view)
                for maps in self._base.encoder.maps if kept is None else [kept.maps]:
                    self._try(Choice(target, maps, self._linear[1]), view, TRIAL_PIXELS)
                self._step(1)
            choice, _, view = self.best
            kinds = [kind for kind in self._linear if kind != choice.kind]
            if kept is None:
                kinds += MLP
            elif kept.kind.name == "mlp":
                kinds.append(kept.kind)
            for kind in kinds:
                self._try(replace(choice, kind=kind), view, 2 * TRIAL_PIXELS)
            self._step(1)
        except JobCanceled:
            if self._best is None:
                raise
            self.is_canceled = True
            self._job.log("warning", "Stopped: the best model so far is kept.")

    def final_head(self) -> PixelHead:
        """Return the head of the best choice, fitted to all polygons, for features as they come."""
        choice, _, view = self.best
        columns = self._columns(choice.maps)
        table = replace(view.table, features=view.table.features[:, columns])
        head = fit_head(table, choice.kind, self._request.seed, FINAL_PIXELS)
        return fold_in(head, view.mean[columns], view.deviation[columns])

    def _try(self, choice: Choice, view: View, most: int) -> None:
        columns = self._columns(choice.maps)
        table = replace(view.table, features=view.table.features[:, columns])
        if view.polygons.num_folds == 0:
            # Nothing to compare by: the first choice is the one.
            self._best = self._best or (choice, None, view)
            return
        found = cross_validate(table, choice.kind, self._request.seed, most, self._job.check)
        self.trials.append(
            {
                "gsd_m": choice.gsd_m,
                "maps": choice.maps,
                "head": str(choice.kind),
                "loss": round(found.loss, 4),
            }
        )
        if self._best is None or self._best[1] is None:
            self._best = (choice, found, view)
            return
        is_finer = choice.gsd_m != self._best[0].gsd_m
        if found.loss < self._best[1].loss * (WORTH_OF_FINER if is_finer else 1):
            self._best = (choice, found, view)

    def _columns(self, maps: str) -> slice:
        """Return where the features of a set of maps lie among all of them."""
        used = self._base.encoder.maps[maps]
        start = sum(m.channels for m in self._maps[: self._maps.index(used[0])])
        return slice(start, start + sum(m.channels for m in used))

    def _polygons(self, target: float | None) -> TrainingPolygons:
        grids = [grid_of(seen_at(self._request, reader, target)) for reader in self._readers]
        return TrainingPolygons(self._table, self._classes, grids)

    def _tiles(self, polygons: TrainingPolygons) -> list[list[Tile]]:
        parts = []
        for raster, grid in enumerate(polygons.grids):
            model = self._base.model
            tiles = tiles_over(grid.width, grid.height, model.window_size, model.overlap)
            middles = {tile.middle: tile for tile in tiles}
            parts.append([middles[m] for m in polygons.windows_of(raster, list(middles))])
        return parts

    def _look(
        self, target: float | None, polygons: TrainingPolygons, parts: list[list[Tile]]
    ) -> View:
        """Return the pixels of the polygons with their features."""
        rates = self._rates(polygons, parts)
        moments = Moments()
        found: list[tuple[Any, ...]] = []
        counts = np.zeros(len(self._classes), np.int64)
        for raster, (own, tiles) in enumerate(zip(self._readers, parts, strict=True)):
            reader = seen_at(self._request, own, target)
            cache = self._cache(reader)
            for tile in tiles:
                valid, maps = self._features(reader, cache, tile)
                self._step(1)
                size = tile.window.width
                for rows, cols in spread_pixels(valid, _LATTICE):
                    moments.add(at_pixels(maps, size, rows, cols))
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
        table = PixelTable(
            features,
            labels.astype(np.intp),
            polygons.folds[owners],
            near,
            owners.astype(np.intp),
            1 / rates[owners],
            len(self._classes),
        )
        return View(target, table, mean, deviation, counts, polygons)

    def _rates(self, polygons: TrainingPolygons, parts: list[list[Tile]]) -> NDArray[np.float64]:
        """Return which share of each polygon's pixels is taken: all, if there are few."""
        sizes = np.zeros(len(polygons.class_indexes), np.int64)
        for raster, tiles in enumerate(parts):
            for tile in tiles:
                self._job.check()
                indexes = polygons.polygon_indexes(raster, tile.middle)
                sizes += np.bincount(indexes[indexes >= 0], minlength=len(sizes))
        of_class = np.bincount(polygons.class_indexes, sizes, len(self._classes))
        most = min(MAX_PIXELS_PER_CLASS, MAX_PIXELS // len(self._classes))
        rates = (most / np.maximum(of_class, 1))[polygons.class_indexes]
        rates = np.maximum(rates, MIN_PIXELS_PER_POLYGON / np.maximum(sizes, 1))
        return np.minimum(rates, 1.0)

    def _features(
        self, reader: RasterReader, cache: FeatureCache, tile: Tile
    ) -> tuple[NDArray[np.bool_], list[NDArray[np.float32]]]:
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
        if self._network is None:
            content = self._base.encoder.exposing(self._maps)
            network, findings = first_that_works(
                self._request.device,
                onnx_cards,
                lambda device: OnnxMaps(model.weights, content, device, self._request.threads),
            )
            self._network = network
            for finding in findings:
                self._job.warn(finding)
            self._job.on_cancel(self._network.interrupt)
        maps = [item[0] for item in self._network.run(pad_to_window(x, size)[None])]
        self.computed += 1
        kept = cache.put(tile.window, [whole[None].astype(np.float32), *maps])
        return whole, kept[1:]

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

    def _check_classes(self, view: View) -> None:
        drawn = np.bincount(view.polygons.class_indexes, minlength=len(self._classes))
        for text in small_class_warnings(self._classes, view.counts, drawn):
            self._say("warning", text)
        if (view.counts > 0).sum() < 2:
            reason = "Fewer than two classes have valid pixels. Draw polygons on the raster's data."
            raise InvalidRequest(reason=reason)

    def _say(self, level: str, text: str) -> None:
        self._job.log(level, text)
        if level == "warning":
            self.warnings.append(text)

    def _step(self, count: int) -> None:
        self.done = min(self.done + count, self.total)
        self._job.progress(self.done, self.total)
