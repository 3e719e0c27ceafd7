"""A growing raster and its overviews, tile by tile, and the GeoTIFF that is made of them.

Pieces come row by row, each row from the left. A tile is written when no piece can touch it any
more; a quarter of the tile above it in the pyramid is made of it then, so that at the end of a run
no raster has to be read again.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET  # nosec B405
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.io import DatasetReader
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.map.spill import RowFiles
from crossearth_engine.map.tiles import CODES, TILE_SIZE, PixelKind, Rgba, Tile, TileFiles
from crossearth_engine.raster.gdal import is_same_crs
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import NODATA

# Of the compression of class rasters.
CLASS_LEVEL = 6


def cut_tile_bytes(width: int, pixel_bytes: int) -> int:
    """Return how much a `Pyramid` keeps of tiles that a row of pieces has cut, bytes.

    Args:
        width: pixels.
        pixel_bytes: of a pixel, in all bands.
    """
    tiles, level_width = 0, width
    while level_width > TILE_SIZE:
        tiles += -(-level_width // TILE_SIZE)
        level_width = -(-level_width // 2)
    return (tiles + 1) * pixel_bytes * TILE_SIZE**2


class Pyramid:
    """A raster under construction, without data where nothing was written.

    Args:
        folder: where its files grow; there may be one raster only in each.
        width, height: pixels.
        crs, transform: where it lies.
        colormap: colour per value; overviews of such a raster show the majority, of others the
            mean.
        bands: their number.
        kind: of its pixels.
        value_scale: by which other programs make of a value what it stands for.
        has_overviews: whether they are made on the way; without them nothing can be finished.
    """

    def __init__(
        self,
        folder: Path,
        width: int,
        height: int,
        crs: CRS | None,
        transform: Affine,
        colormap: dict[int, Rgba] | None = None,
        bands: int = 1,
        value_scale: float = 1.0,
        *,
        kind: PixelKind = CODES,
        has_overviews: bool = True,
    ) -> None:
        self._value_scale = value_scale
        self._kind = kind
        self._width = width
        self._height = height
        self._crs = crs
        self._transform = transform
        self._colormap = colormap
        self._is_categorical = colormap is not None
        self._shrink = mean if colormap is None else majority
        if kind != CODES:
            self._shrink = partial(mean_of_numbers, nodata=kind.nodata)
        self._levels: list[_Level] = []
        level_width, level_height = width, height
        while True:
            scale = Affine.scale(width / level_width, height / level_height)
            profile = {
                "width": level_width,
                "height": level_height,
                "count": bands,
                "crs": crs,
                "transform": transform @ scale,
            }
            name = f"level-{len(self._levels)}"
            # Overviews have the colours of the whole; their files would say them again, slowly.
            colors = None if self._levels else colormap
            tiles = TileFiles(folder, name, profile, colors, kind)
            left = RowFiles(folder, f"{name}-unfinished", kind.dtype)
            self._levels.append(_Level(level_width, level_height, bands, kind, tiles, left))
            if max(level_width, level_height) <= TILE_SIZE or not has_overviews:
                break
            level_width, level_height = -(-level_width // 2), -(-level_height // 2)

    def write(self, values: NDArray[Any], window: Window) -> None:
        """Write a piece (H, W), or (K, H, W) of K bands, at its place."""
        pieces = values[None] if values.ndim == 2 else values
        self._levels[0].write(pieces, window.col_off, window.row_off)

    def flush(self, col_stop: int, row_stop: int) -> None:
        """Write what is complete: nothing more comes above ``row_stop``, left of ``col_stop``.

        A row of pieces ends when ``col_stop`` is the raster's width.
        """
        for index, level in enumerate(self._levels):
            for tile_row, tile_col, tile in level.finished(col_stop, row_stop):
                level.tiles.write(tile, tile_row, tile_col)
                if index + 1 < len(self._levels) and (tile != self._kind.nodata).any():
                    half = TILE_SIZE // 2
                    place = (tile_col * half, tile_row * half)
                    self._levels[index + 1].write(self._shrink(tile), *place)
            col_stop, row_stop = level.settled_above(col_stop, row_stop)

    def add(self, other: Pyramid, row_off: int, check: Callable[[], None]) -> None:
        """Write all of another raster, as wide as this one, below what was written.

        Args:
            other: that has all of its pieces.
            row_off: where its first row goes, pixels; nothing more comes above.
            check: called all the time; raises to stop.
        """
        with rasterio.open(other._levels[0].tiles.finish()) as dataset:
            # Cut where the tiles of this one are: what is whole needs not wait for more.
            first = row_off // TILE_SIZE * TILE_SIZE
            for top in range(first, row_off + other._height, TILE_SIZE):
                start, stop = max(top, row_off), min(top + TILE_SIZE, row_off + other._height)
                for left in range(0, self._width, TILE_SIZE):
                    check()
                    width = min(TILE_SIZE, self._width - left)
                    window = RasterioWindow(left, start - row_off, width, stop - start)
                    tile = dataset.read(window=window)
                    if (tile != self._kind.nodata).any():
                        self._levels[0].write(tile, left, start)
                    self.flush(left + width, stop)

    def save(self) -> list[dict[str, Any]]:
        """Bring everything to the disk, between two rows; return what `resume` needs, JSON."""
        return [level.save() for level in self._levels]

    def resume(self, saved: list[dict[str, Any]]) -> None:
        """Go on from what an earlier process has saved.

        Raises:
            OSError, ValueError: if its files are not what it saved.
        """
        for level, state in zip(self._levels, saved, strict=True):
            level.resume(state)

    def finish(
        self,
        path: Path,
        tags: dict[str, str],
        band_names: Sequence[str],
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Make a Cloud Optimized GeoTIFF of what was written; nothing more can be.

        Args:
            path: in any folder.
            tags: of the raster.
            band_names: descriptions, one for each band.
            check: called before GDAL writes the file; raises to stop.
        """
        source = self._joined()
        with rasterio.open(source, "r+") as dataset:
            dataset.update_tags(**{name: _printable(text) for name, text in tags.items()})
            for index, name in enumerate(band_names, 1):
                dataset.set_band_description(index, _printable(name))
            if self._value_scale != 1:
                dataset.scales = (self._value_scale,) * dataset.count
            has_overviews = bool(dataset.overviews(1))
        check()
        rasterio.shutil.copy(
            source,
            path,
            driver="COG",
            compress="DEFLATE",
            # Confidence takes no less space at any other, and three times as long.
            level=CLASS_LEVEL if self._is_categorical else 1,
            blocksize=TILE_SIZE,
            overviews="FORCE_USE_EXISTING" if has_overviews else "NONE",
            bigtiff="IF_SAFER",
            sparse_ok=True,
            num_threads=str(usable_cores()),
            **({} if self._kind == CODES else {"predictor": "FLOATING_POINT"}),
        )

    def check(self, path: Path, tags: dict[str, str], band_names: Sequence[str]) -> None:
        """Read back what `finish` has written, with what lies beside it: its head, some blocks.

        Raises:
            ValueError: saying what is not as it was meant.
            rasterio.errors.RasterioError: or another of GDAL's, if it cannot be read.
        """
        for index, level in enumerate(self._levels):
            level_of = {"overview_level": index - 1} if index else {}
            with rasterio.open(path, **level_of) as dataset:
                if index == 0:
                    self._check_head(dataset, tags, band_names)
                level.tiles.check(dataset)

    def _check_head(
        self, dataset: DatasetReader, tags: dict[str, str], band_names: Sequence[str]
    ) -> None:
        bands = len(band_names)
        found_tags = {name: plain(text) for name, text in dataset.tags().items()}
        is_as_meant = {
            "size": dataset.shape == (self._height, self._width),
            "bands": dataset.dtypes == (self._kind.dtype,) * bands,
            "overviews": len(dataset.overviews(1)) == len(self._levels) - 1,
            "place": dataset.transform.almost_equals(self._transform, precision=1e-9),
            "CRS": is_same_crs(dataset.crs, self._crs),
            "nodata value": dataset.nodatavals == (self._kind.nodata,) * bands,
            "scale": np.allclose(dataset.scales, self._value_scale),
            "names of bands": [plain(name or "") for name in dataset.descriptions]
            == [plain(name) for name in band_names],
            "tags": all(found_tags.get(name, "") == plain(text) for name, text in tags.items()),
            "colours": self._colormap is None
            or self._colormap.items() <= dataset.colormap(1).items(),
        }
        wrong = [name for name, is_right in is_as_meant.items() if not is_right]
        if wrong:
            raise ValueError(f"its {', '.join(wrong)} cannot be read back")

    def interrupt(self) -> None:
        """Make a `finish` under way in another thread fail, for it cannot be stopped otherwise."""
        for level in self._levels:
            level.tiles.spoil()

    def close(self) -> None:
        """Close the files without making anything of them; they go, or stay, with their folder."""
        for level in self._levels:
            level.tiles.close()
            level.left.close()

    def _joined(self) -> Path:
        """Return the whole as a virtual raster with overviews."""
        self.flush(self._width, self._height)
        path, *overviews = (level.tiles.finish() for level in self._levels)
        tree = ET.parse(path)  # GDAL has just written it  # noqa: S314  # nosec B314
        for band in tree.iter("VRTRasterBand"):
            for overview in overviews:
                element = ET.SubElement(band, "Overview")
                ET.SubElement(element, "SourceFilename", relativeToVRT="1").text = overview.name
                ET.SubElement(element, "SourceBand").text = band.get("band")
        tree.write(path, encoding="utf-8")
        return path


def plain(text: str) -> str:
    """Return a text without what GDAL's metadata do not tell apart, such as spaces at its ends."""
    return " ".join(_printable(text).split())


def _printable(text: str) -> str:
    """Return a text without what XML cannot say, in which GDAL writes metadata."""
    return "".join(letter if letter.isprintable() else " " for letter in text)


class _Level:
    """Tiles of one resolution, filled by pieces; what a row leaves unfinished goes to disk."""

    def __init__(
        self,
        width: int,
        height: int,
        bands: int,
        kind: PixelKind,
        tiles: TileFiles,
        left: RowFiles,
    ) -> None:
        self._kind = kind
        self.width = width
        self.height = height
        self.tiles = tiles
        self.left = left
        self._bands = bands
        self._open: dict[tuple[int, int], Tile] = {}
        # Rows of pieces that have ended, the pixel row they reach, and columns of tiles settled
        # in the one under way.
        self._rows = 0
        self._row_stop = 0
        self._cols_settled = 0

    def write(self, values: Tile, col_off: int, row_off: int) -> None:
        _, height, width = values.shape
        for tile_row in range(row_off // TILE_SIZE, -(-(row_off + height) // TILE_SIZE)):
            rows, from_rows = _overlap(tile_row, row_off, height)
            for tile_col in range(col_off // TILE_SIZE, -(-(col_off + width) // TILE_SIZE)):
                cols, from_cols = _overlap(tile_col, col_off, width)
                tile = self._take(tile_row, tile_col)
                if tile is None:
                    shape = (self._bands, TILE_SIZE, TILE_SIZE)
                    tile = np.full(shape, self._kind.nodata, self._kind.dtype)
                tile[:, rows, cols] = values[:, from_rows, from_cols]
                self._open[tile_row, tile_col] = tile

    def finished(self, col_stop: int, row_stop: int) -> list[tuple[int, int, Tile]]:
        """Return tiles with their row and column that nothing can touch any more."""
        done = []
        for tile_col in range(self._cols_settled, self._settled_cols(col_stop)):
            for tile_row in range(self._row_stop // TILE_SIZE, -(-row_stop // TILE_SIZE)):
                tile = self._take(tile_row, tile_col)
                if tile is None:
                    continue
                if min((tile_row + 1) * TILE_SIZE, self.height) <= row_stop:
                    done.append((tile_row, tile_col, tile))
                else:
                    self.left.put(self._rows + 1, tile_col, tile)
        return done

    def settled_above(self, col_stop: int, row_stop: int) -> tuple[int, int]:
        """Note what is settled here; return how far it settles the next level."""
        self._cols_settled = self._settled_cols(col_stop)
        next_col_stop = self._cols_settled * TILE_SIZE // 2
        next_row_stop = row_stop // TILE_SIZE * TILE_SIZE // 2
        if col_stop >= self.width:
            next_col_stop = -(-self.width // 2)
            self._rows += 1
            self._row_stop = row_stop
            self._cols_settled = 0
        if row_stop >= self.height:
            next_row_stop = -(-self.height // 2)
        return next_col_stop, next_row_stop

    def save(self) -> dict[str, Any]:
        # Of the tiles that the last row of pieces has cut, none is written yet.
        is_whole = self._row_stop >= self.height
        stop = self.height if is_whole else self._row_stop // TILE_SIZE * TILE_SIZE
        return {
            "rows": self._rows,
            "row_stop": self._row_stop,
            "tiles": self.tiles.save(stop),
            "left": self.left.save(self._rows),
        }

    def resume(self, saved: dict[str, Any]) -> None:
        self._rows, self._row_stop = saved["rows"], saved["row_stop"]
        self.tiles.resume(saved["tiles"])
        self.left.resume(self._rows, saved["left"])

    def _settled_cols(self, col_stop: int) -> int:
        return -(-self.width // TILE_SIZE) if col_stop >= self.width else col_stop // TILE_SIZE

    def _take(self, tile_row: int, tile_col: int) -> Tile | None:
        tile = self._open.pop((tile_row, tile_col), None)
        # At the end of a row of pieces one row of tiles is cut.
        if tile is None and tile_row == self._row_stop // TILE_SIZE:
            tile = self.left.get(self._rows, tile_col)
        return tile


def _overlap(tile: int, start: int, length: int) -> tuple[slice, slice]:
    """Return where a piece lies in a tile along an axis, and which part of the piece that is."""
    origin = tile * TILE_SIZE
    first, stop = max(start, origin), min(start + length, origin + TILE_SIZE)
    return slice(first - origin, stop - origin), slice(first - start, stop - start)


def majority(tile: Tile) -> Tile:
    """Return the most frequent value of each 2 x 2 pixels, (K, H / 2, W / 2); NODATA has no vote.

    Of equally frequent ones the upper left, so that no class is favoured.
    """
    corners = _corners(tile)
    # Sorted by a network of five comparisons: equal values are neighbours, NODATA is last.
    low1, high1 = np.minimum(corners[0], corners[1]), np.maximum(corners[0], corners[1])
    low2, high2 = np.minimum(corners[2], corners[3]), np.maximum(corners[2], corners[3])
    first, last = np.minimum(low1, low2), np.maximum(high1, high2)
    middle1, middle2 = np.maximum(low1, low2), np.minimum(high1, high2)
    second, third = np.minimum(middle1, middle2), np.maximum(middle1, middle2)

    upper_left = np.where(corners[0] == NODATA, first, corners[0])
    has_pair_above = (third == last) & (third != NODATA)
    result: Tile = np.select(
        [first == second, (second == third) & (second != NODATA), has_pair_above],
        [np.where(has_pair_above, upper_left, first), second, third],
        upper_left,
    )
    return result


def mean(tile: Tile) -> Tile:
    """Return the rounded mean of each 2 x 2 pixels, (K, H / 2, W / 2), without NODATA."""
    corners = _corners(tile).astype(np.uint16)
    if not (tile == NODATA).any():
        quarter: Tile = ((corners.sum(axis=0, dtype=np.uint16) + 2) >> 2).astype(np.uint8)
        return quarter
    is_valid = corners != NODATA
    count = is_valid.sum(axis=0, dtype=np.uint16)
    total = (corners * is_valid).sum(axis=0, dtype=np.uint16)
    rounded = (total + count // 2) // np.maximum(count, 1)
    result: Tile = np.where(count > 0, rounded, NODATA).astype(np.uint8)
    return result


def mean_of_numbers(tile: Tile, nodata: float) -> Tile:
    """Return the mean of each 2 x 2 pixels, (K, H / 2, W / 2) float32, without those of no data."""
    corners = _corners(tile)
    is_valid = corners != nodata
    count = is_valid.sum(axis=0, dtype=np.float32)
    total = np.where(is_valid, corners, 0).sum(axis=0, dtype=np.float64)
    result: Tile = np.where(count > 0, total / np.maximum(count, 1), nodata).astype(np.float32)
    return result


def _corners(tile: Tile) -> NDArray[Any]:
    """Return the four pixels of each 2 x 2, (4, K, H / 2, W / 2), upper left first."""
    return np.stack([tile[:, i::2, j::2] for i in (0, 1) for j in (0, 1)])
