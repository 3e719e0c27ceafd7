"""Finished tiles of one level of a raster's pyramid, in GeoTIFFs that are never changed again.

There is a file for each stretch of a run between two saves: one that was closed and brought to the
disk stays as it is, whatever happens to the next. Together they are one virtual raster.
"""

from __future__ import annotations

import contextlib
import copy
import os
import xml.etree.ElementTree as ET  # nosec B405
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.io import DatasetReader
from rasterio.windows import Window

from crossearth_engine.map.spill import checksum
from crossearth_engine.shared.moves import sync_file
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.shared.quantity import NO_NUMBER

TILE_SIZE = 512

Tile = NDArray[Any]
Rgba = tuple[int, int, int, int]


@dataclass(frozen=True)
class PixelKind:
    """What the pixels of a raster are: their type, and the value of those without data."""

    dtype: str
    nodata: float


CODES = PixelKind("uint8", NODATA)
"""Classes, and shares in percent."""
NUMBERS = PixelKind("float32", NO_NUMBER)


class TileFiles:
    """The tiles of a level; what is not written has no data and takes no space.

    Args:
        folder: where the files are made.
        name: what their names begin with.
        profile: width, height, count, crs and transform, as rasterio wants them.
        colormap: colour per value, or None.
        kind: of the pixels.
    """

    def __init__(
        self,
        folder: Path,
        name: str,
        profile: dict[str, Any],
        colormap: dict[int, Rgba] | None,
        kind: PixelKind,
    ) -> None:
        self._kind = kind
        self._folder = folder
        self._name = name
        self._profile = profile
        self._colormap = colormap
        # Of the files that are closed: the pixel row at which they end.
        self._closed: list[int] = []
        # And of those that were saved: size in bytes and checksum.
        self._sums: list[tuple[int, int]] = []
        self._dataset: Any = None
        # Of one tile in each row that has any: its column and its checksum.
        self._probes: dict[int, tuple[int, int]] = {}

    def write(self, tile: Tile, tile_row: int, tile_col: int) -> None:
        """Write a tile (K, H, W); each comes once, rows from the top."""
        if (tile == self._kind.nodata).all():
            return
        if self._dataset is None:
            self._dataset = self._create(self._path(len(self._closed)))
        left, top = tile_col * TILE_SIZE, tile_row * TILE_SIZE
        part = tile[:, : self._profile["height"] - top, : self._profile["width"] - left]
        _, height, width = part.shape
        self._dataset.write(part, window=Window(left, top, width, height))
        if tile_row not in self._probes or tile_col == self._probed_col(tile_row):
            self._probes[tile_row] = (tile_col, zlib.crc32(part.tobytes()))

    def save(self, row_stop: int) -> dict[str, Any]:
        """Bring all tiles to the disk.

        Args:
            row_stop: pixel row above which there is nothing more to come.

        Returns:
            What `resume` needs, as JSON.
        """
        self._end_file(row_stop)
        for index in range(len(self._sums), len(self._closed)):
            path = self._path(index)
            sync_file(path)
            self._sums.append(_sums(path))
        files = [(stop, *sums) for stop, sums in zip(self._closed, self._sums, strict=True)]
        return {"files": files, "probes": [(row, *probe) for row, probe in self._probes.items()]}

    def resume(self, saved: dict[str, Any]) -> None:
        """Go on from what an earlier process has saved.

        Raises:
            OSError, ValueError: if its files are not what it saved.
        """
        self._closed = [row_stop for row_stop, *_ in saved["files"]]
        self._sums = [(size, crc) for _, size, crc in saved["files"]]
        self._probes = {row: (col, crc) for row, col, crc in saved["probes"]}
        for index, sums in enumerate(self._sums):
            if _sums(self._path(index)) != sums:
                raise ValueError(f"{self._path(index)} is not what it was.")

    def close(self) -> None:
        """Close the file under way; it goes, or stays, with its folder."""
        if self._dataset is not None:
            self._dataset.close()
            self._dataset = None

    def spoil(self) -> None:
        """Empty the files, for whoever reads them in another thread and cannot be told to stop."""
        for index in range(len(self._closed)):
            with contextlib.suppress(OSError):
                os.truncate(self._path(index), 0)

    def finish(self) -> Path:
        """Return all tiles as one virtual raster."""
        if self._dataset is None and not self._closed:
            self._dataset = self._create(self._path(0))
        self._end_file(self._profile["height"])
        path = self._folder / f"{self._name}.vrt"
        path.unlink(missing_ok=True)  # one that a crash has left would be asked for overviews
        rasterio.shutil.copy(self._path(0), path, driver="VRT")
        tree = ET.parse(path)  # GDAL has just written it  # noqa: S314  # nosec B314
        starts = [0, *self._closed[:-1]]
        stops = [*starts[1:], self._profile["height"]]
        for band in tree.iter("VRTRasterBand"):
            source = next(child for child in band if child.find("SourceFilename") is not None)
            band.remove(source)
            for index, (start, stop) in enumerate(zip(starts, stops, strict=True)):
                part = copy.deepcopy(source)
                for element in part:
                    if element.tag == "SourceFilename":
                        element.text = self._path(index).name
                        element.set("relativeToVRT", "1")
                    elif element.tag in ("SrcRect", "DstRect"):
                        element.set("yOff", str(start))
                        element.set("ySize", str(stop - start))
                band.append(part)
        tree.write(path, encoding="utf-8")
        return path

    def check(self, dataset: DatasetReader) -> None:
        """Compare a tile in each row of a file that was made of them with what was written.

        Raises:
            ValueError: if one is another.
        """
        for tile_row in range(-(-self._profile["height"] // TILE_SIZE)):
            tile_col, crc = self._probes.get(tile_row, (self._probed_col(tile_row), None))
            left, top = tile_col * TILE_SIZE, tile_row * TILE_SIZE
            width = min(TILE_SIZE, self._profile["width"] - left)
            height = min(TILE_SIZE, self._profile["height"] - top)
            found = dataset.read(window=Window(left, top, width, height))
            is_same = (
                (found == self._kind.nodata).all()
                if crc is None
                else int(zlib.crc32(found.tobytes())) == crc
            )
            if not is_same:
                raise ValueError(f"its pixels from row {top}, column {left} on are others")

    def _probed_col(self, tile_row: int) -> int:
        # Not always the same: what goes wrong often does for a whole column.
        return int(tile_row % -(-self._profile["width"] // TILE_SIZE))

    def _end_file(self, row_stop: int) -> None:
        if self._dataset is not None:
            self._dataset.close()
            self._dataset = None
            self._closed.append(row_stop)

    def _create(self, path: Path) -> Any:
        # What a crash has left half written there could not even be replaced.
        path.unlink(missing_ok=True)
        dataset = rasterio.open(
            path,
            "w",
            driver="GTiff",
            **self._profile,
            dtype=self._kind.dtype,
            nodata=self._kind.nodata,
            tiled=True,
            blockxsize=TILE_SIZE,
            blockysize=TILE_SIZE,
            sparse_ok=True,
            bigtiff="IF_SAFER",
        )
        if self._colormap is not None:
            dataset.write_colormap(1, self._colormap)
        return dataset

    def _path(self, index: int) -> Path:
        return self._folder / f"{self._name}-{index}.tif"


def _sums(path: Path) -> tuple[int, int]:
    size = path.stat().st_size
    with path.open("rb") as stream:
        return size, checksum(stream, size)
