"""A class raster as others read it: classes with names, their pixels and areas, values at places.

Ours, whose sidecar names the classes, or any other raster of whole numbers, named as the program
has that made it. Reads in strips: memory does not depend on its height.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags, Resampling
from rasterio.features import rasterize
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.accuracy.class_names import RenamedClass
from crossearth_engine.errors import IncompatibleRaster
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.raster.area import PixelArea, sum_areas
from crossearth_engine.raster.holes import Blocks
from crossearth_engine.raster.labelled_polygons import Grid, place_in_crs
from crossearth_engine.raster.legend import Entry, read_legend
from crossearth_engine.raster.nodata import NodataRule
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.opening import parse_crs, transform_of
from crossearth_engine.raster.source import MAX_CACHE_BYTES, MIN_CACHE_BYTES
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared import leftovers
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.palette import MAX_CLASSES, ClassInfo, distinct_color
from crossearth_engine.shared.quantity import QUANTITY_TAG

STRIP_PIXELS = 1 << 22
# A piece is a row of the tiles that most rasters have, and as wide as memory likes it.
PIECE_WIDTH, PIECE_HEIGHT = 4096, 512
# Without names and colours for them, more values than this are those of an image.
MAX_BARE_CLASSES = 100


class ClassRaster:
    """An open class raster.

    Attributes:
        path, width, height, crs, transform: as of any raster.
        classes: those of its sidecar; of a raster without one, those found in its pixels, called as
            its legend calls them, if it has one, or else by their values.
        model: name of the model that has made it, as far as it says.
        training_marks: of the polygons that the model was adapted to, likewise.
    """

    def __init__(
        self,
        path: str | Path,
        like: ClassRaster | Grid | None = None,
        *,
        nodata: str | None = None,
        crs: str | None = None,
        names: Mapping[int, str] | None = None,
    ) -> None:
        """Open a raster of one band.

        Args:
            path: the raster.
            like: another class raster, or a grid, on which this one is read; nearest neighbours.
            nodata: values that are no class, instead of the file's own; see `parse_nodata`.
            crs: what its coordinates are in, whatever the file says; see `parse_crs`.
            names: of classes by their values, whatever the files say.

        Raises:
            UnreadableRaster: if it is missing or damaged.
            InvalidRequest: if a text is not understood.
            IncompatibleRaster: if it is an image or empty, or only one of the two has a CRS.
        """
        self.path = str(path)
        leftovers.settle_output(Path(path))
        self._asked = like, nodata, crs
        self._nodata: NodataRule | None = None
        self._raster = OpenRaster(self.path, self._on_grid)
        try:
            self._raster.ask(self._settle)
            self.classes = self._find_classes(like, names or {})
        except BaseException:
            self.close()
            raise

    @property
    def _source(self) -> Any:
        return self._raster.file

    @property
    def _dataset(self) -> Any:
        return self._raster.dataset

    @property
    def file_states(self) -> dict[str, list[Any]]:
        """What its files were when they were opened, by their names."""
        return self._raster.states

    def _on_grid(self, source: Any) -> Any:
        """Return what is to be read of the file: itself, or on the grid that is asked for."""
        like, nodata, crs = self._asked
        self._check(source)
        self._own_crs = source.crs if crs is None else parse_crs(crs)
        self.crs = self._own_crs
        if nodata is not None:
            self._nodata = NodataRule.asked(nodata, [1], np.dtype(source.dtypes[0]))
        return source if like is None else self._warped(source, like)

    def _settle(self) -> None:
        """Find out grid and nodata."""
        like, dataset = self._asked[0], self._dataset
        self.width, self.height = int(dataset.width), int(dataset.height)
        # An Affine, whose types know no arrays.
        self.transform: Any = transform_of(dataset) if like is None else like.transform
        tags = self._source.tags()
        self.model = str(tags.get("CROSSEARTH_MODEL", ""))
        self.training_marks = tags.get("CROSSEARTH_TRAINING_MARKS", "").split(",")
        self.area = PixelArea(self.crs, self.transform, self.width, self.height)
        is_bare = self._nodata is None and self._dataset is self._source
        flags = self._source.mask_flag_enums[0]
        self._is_all_valid = is_bare and flags == [MaskFlags.all_valid]
        self._is_told_by_value = is_bare and flags == [MaskFlags.nodata]
        # What is not in the file has no data then.
        self._blocks = Blocks.of(self._source, [1]) if self._is_told_by_value else None

    def _find_classes(
        self, like: ClassRaster | Grid | None, names: Mapping[int, str]
    ) -> tuple[ClassInfo, ...]:
        classes = _described_classes(Path(self.path)) or self._found_classes()
        if not classes:
            problem = Finding("map-without-data")
            if like is not None:
                problem = Finding("map-without-data-there", {"file": like.path})
            raise IncompatibleRaster(path=self.path, **problem.reason)
        return tuple(
            RenamedClass(item.value, names[item.value], item.color, item.name)
            if names.get(item.value, item.name) != item.name
            else item
            for item in classes
        )

    def __enter__(self) -> ClassRaster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._raster.close()

    def strips(self) -> Iterator[Window]:
        """Yield windows that tile the raster, a few whole rows each."""
        yield from Window(0, 0, self.width, self.height).strips(STRIP_PIXELS)

    def pieces(self) -> Iterator[Window]:
        """Yield windows that tile the raster, row by row, each of a few tiles."""
        yield from Window(0, 0, self.width, self.height).pieces(PIECE_WIDTH, PIECE_HEIGHT)

    def holds_none(self, window: Window) -> bool:
        """Return whether no pixel has a class, as far as that is known unread."""
        return self._blocks is not None and not self._blocks.touch(window)

    def cache_bytes(self) -> int:
        """Return the bytes of blocks that GDAL is to keep while the raster is read in pieces.

        By default GDAL keeps a share of the machine's memory.
        """
        behind = self._bytes_behind_rows(PIECE_HEIGHT)
        return min(max(behind, MIN_CACHE_BYTES), MAX_CACHE_BYTES)

    def _bytes_behind_rows(self, rows: int) -> int:
        """Return the bytes of blocks, decoded, that a row of windows so high needs all of."""
        block_height, block_width = self._source.block_shapes[0]
        if block_width < self._source.width and block_height <= rows:
            return 0  # a window needs a few tiles, and none of them again
        blocks = -(-rows // block_height) + 1
        dtype = np.dtype(self._source.dtypes[0])
        return int(blocks * block_height * self._source.width * dtype.itemsize)

    def read(self, window: Window) -> NDArray[np.int32]:
        """Return the index of each pixel's class, (H, W); -1 where there is none.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        if self.holds_none(window):
            return np.full((window.height, window.width), -1, np.int32)
        values, valid = self._read(window)
        known = np.array([item.value for item in self.classes])
        if values.dtype == np.uint8:
            index_of = np.full(256, -1, np.int32)
            is_byte = (known >= 0) & (known < 256)
            index_of[known[is_byte]] = np.flatnonzero(is_byte)
            found: NDArray[np.int32] = index_of[values]
            if not valid.all():
                found[~valid] = -1
            return found
        order = np.argsort(known)
        place = np.searchsorted(known[order], values).clip(max=len(known) - 1)
        indexes: NDArray[np.int32] = order[place].astype(np.int32)
        indexes[(known[indexes] != values) | ~valid] = -1
        return indexes

    def extent_mask(self, window: Window) -> NDArray[np.bool_]:
        """Return which pixels lie in the raster's own file, (H, W): on the grid of another one."""
        source = self._source
        transform = self.transform @ Affine.translation(window.col_off, window.row_off)
        # Edges are cut in pieces, because they may be curves in another CRS.
        outline = shapely.segmentize(shapely.box(0, 0, source.width, source.height), 64)
        outline = shapely.transform(outline, lambda at: np.column_stack(source.transform @ at.T))
        placed = place_in_crs(np.array([outline]), self._own_crs, self.crs)
        shape = (window.height, window.width)
        burnt: NDArray[np.uint8] = rasterize(
            placed.tolist(), shape, transform=transform, dtype="uint8"
        )
        return burnt > 0

    def count(self) -> tuple[NDArray[np.int64], NDArray[np.float64] | None]:
        """Return pixels (K,) and square metres (K,) of the classes; None without a CRS."""
        return self._counted

    @cached_property
    def _counted(self) -> tuple[NDArray[np.int64], NDArray[np.float64] | None]:
        pixels = np.zeros(len(self.classes), np.int64)
        areas = np.zeros(len(self.classes))
        for strip in self.strips():
            indexes = self.read(strip)
            counted = np.bincount((indexes + 1).ravel(), minlength=len(pixels) + 1)
            pixels += counted[1:]
            if self.area.method is not None:
                areas += sum_areas(indexes + 1, counted, self.area.sizes(strip))[1:]
        return pixels, None if self.area.method is None else areas

    def _read(self, window: Window) -> tuple[NDArray[Any], NDArray[np.bool_]]:
        place = RasterioWindow(window.col_off, window.row_off, window.width, window.height)
        values = self._raster.read(indexes=1, window=place)
        valid = self._read_valid(values, place)
        if values.dtype.kind == "f":
            valid &= np.isfinite(values)
            whole = np.where(valid, np.rint(values), 0)
            valid &= whole == np.where(valid, values, 0)
            values = whole.astype(np.int64)
        return values, valid

    def _read_valid(self, values: NDArray[Any], place: RasterioWindow) -> NDArray[np.bool_]:
        """Return where there is data: by what is asked, else by what the file says."""
        if self._is_told_by_value and values.dtype.kind in "iu":
            # As GDAL does, which would read the pixels once more.
            nodata = float(self._source.nodata)
            return values != int(nodata) if nodata.is_integer() else np.ones(values.shape, bool)
        valid = np.ones(values.shape, bool)
        if self._is_all_valid:
            return valid
        flags = self._source.mask_flag_enums[0]
        # Beyond its edges, what lies on another grid has none.
        is_by_value = flags == [MaskFlags.nodata] and self._dataset is self._source
        if self._nodata is None or not is_by_value:
            valid = self._raster.read("read_masks", indexes=1, window=place) > 0
        if self._nodata:
            valid &= ~self._nodata(values[None], np.ones(1, bool))
        return valid

    def _check(self, source: Any) -> None:
        if source.dtypes[0].startswith("complex"):
            raise IncompatibleRaster(path=self.path, **Finding("map-complex").reason)
        if QUANTITY_TAG in source.tags():
            raise IncompatibleRaster(path=self.path, **Finding("map-of-numbers").reason)
        bands = sum(meaning != ColorInterp.alpha for meaning in source.colorinterp)
        if bands > 1:
            problem = Finding("map-of-bands", {"count": str(source.count)})
            raise IncompatibleRaster(path=self.path, **problem.reason)

    def _warped(self, source: Any, like: ClassRaster | Grid) -> Any:
        """Return the file on another grid; sets the CRS."""
        if (self.crs is None) != (like.crs is None):
            problem = Finding("map-without-crs", {"file": like.path})
            raise IncompatibleRaster(path=self.path, **problem.reason)
        options: dict[str, Any] = {"src_crs": self.crs}
        if like.crs is None:
            options["src_crs"] = options["crs"] = "EPSG:3857"  # any: both are taken as they are
        if self._nodata is not None:
            # Its own value of no data may be a class. What is none, the values tell.
            options |= {"src_nodata": None, "nodata": None}
        own = transform_of(source)
        if own != source.transform:
            options["src_transform"] = own
        warped = WarpedVRT(
            source,
            **{"crs": like.crs, **options},
            transform=like.transform,
            width=like.width,
            height=like.height,
            resampling=Resampling.nearest,
            add_alpha=source.nodata is None or self._nodata is not None,
        )
        self.crs = like.crs
        return warped

    def _found_classes(self) -> tuple[ClassInfo, ...]:
        found: set[int] = set()
        with rasterio.Env(GDAL_CACHEMAX=self.cache_bytes()):
            for piece in self.pieces():
                if self.holds_none(piece):
                    continue
                found |= _values(*self._read(piece))
                if len(found) > MAX_CLASSES:
                    problem = Finding("map-of-many-values", {"most": str(MAX_CLASSES)})
                    raise IncompatibleRaster(path=self.path, **problem.reason)
        legend = self._raster.ask(lambda: read_legend(self._source, self.path))
        colors = self._raster.ask(self._colors)
        is_told = bool(colors) or any(legend[value].name for value in found & legend.keys())
        if len(found) > MAX_BARE_CLASSES and not is_told:
            problem = Finding("map-seems-image", {"count": str(len(found))})
            raise IncompatibleRaster(path=self.path, **problem.reason)
        unknown = Entry("", "")
        entries = {value: legend.get(value, unknown) for value in found}
        return tuple(
            ClassInfo(
                value,
                entries[value].name or str(value),
                colors.get(value) or entries[value].color or distinct_color(i, len(found)),
            )
            for i, value in enumerate(sorted(found))
        )

    def _colors(self) -> dict[int, str]:
        try:
            table = self._source.colormap(1)
        except ValueError:
            return {}
        return {value: "#{:02x}{:02x}{:02x}".format(*rgba[:3]) for value, rgba in table.items()}


def _values(values: NDArray[Any], valid: NDArray[np.bool_]) -> set[int]:
    """Return the different values among those that are valid."""
    chosen = values.ravel() if valid.all() else values[valid]
    if values.dtype == np.uint8:
        return set(np.flatnonzero(np.bincount(chosen)).tolist())
    return set(np.unique(chosen).tolist())


def _described_classes(path: Path) -> tuple[ClassInfo, ...]:
    """Return the classes in the STAC Item beside a raster of ours; none for others."""
    try:
        item = json.loads(sidecar_paths(path).item.read_text(encoding="utf-8"))
        entries = item["assets"]["classes"]["classification:classes"]
        return tuple(
            ClassInfo(
                int(e["value"]), str(e.get("title", e["name"])), f"#{e['color_hint'].lower()}"
            )
            for e in entries
        )
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ()
