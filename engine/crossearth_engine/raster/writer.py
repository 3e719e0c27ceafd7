"""Writing a class raster piece by piece, and giving it its name only when it is whole.

Everything is written in a folder ``<output>.partial`` beside the output: first a plain tiled
GeoTIFF that takes pieces in any order, from it a Cloud Optimized GeoTIFF, beside it the sidecars.
At the end they are moved into place; after a failure the folder is removed.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import numpy as np
import rasterio
import rasterio.errors
import rasterio.shutil
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.errors import DiskFull, OutputNotWritable
from crossearth_engine.palette import NODATA
from crossearth_engine.raster.windows import Window

BLOCK_SIZE = 512
Rgba = tuple[int, int, int, int]


class RasterWriter:
    """A one-band uint8 raster under construction, 255 where nothing was written.

    Args:
        path: the scratch file, inside the output's partial folder.
        width, height: pixels.
        crs, transform: where it lies.
        colormap: colour per value, or None for a continuous raster.
    """

    def __init__(
        self,
        path: Path,
        width: int,
        height: int,
        crs: CRS | None,
        transform: Affine,
        colormap: dict[int, Rgba] | None = None,
    ) -> None:
        self.path = path
        self._is_categorical = colormap is not None
        # Uncompressed: blocks are filled by several pieces, and rewriting a compressed block
        # leaves a hole in the file. Blocks that no piece touches take no space.
        self._dataset = rasterio.open(
            path,
            "w",
            driver="GTiff",
            width=width,
            height=height,
            count=1,
            dtype="uint8",
            crs=crs,
            transform=transform,
            nodata=NODATA,
            tiled=True,
            blockxsize=BLOCK_SIZE,
            blockysize=BLOCK_SIZE,
            sparse_ok=True,
            bigtiff="IF_SAFER",
        )
        if colormap is not None:
            self._dataset.write_colormap(1, colormap)

    def write(self, values: NDArray[np.uint8], window: Window) -> None:
        """Write a piece (H, W) at its place."""
        place = RasterioWindow(window.col_off, window.row_off, window.width, window.height)
        self._dataset.write(values, 1, window=place)

    def close(self) -> None:
        """Close the scratch file without making anything of it."""
        self._dataset.close()

    def finish(self, path: Path, tags: dict[str, str], band_name: str) -> None:
        """Turn the scratch file into a Cloud Optimized GeoTIFF at ``path`` and remove it."""
        self._dataset.update_tags(**tags)
        self._dataset.set_band_description(1, band_name)
        self._dataset.close()
        rasterio.shutil.copy(
            self.path,
            path,
            driver="COG",
            compress="DEFLATE",
            blocksize=BLOCK_SIZE,
            # Overviews of classes by majority: a mean of class numbers is another class.
            overview_resampling="MODE" if self._is_categorical else "AVERAGE",
            bigtiff="IF_SAFER",
            sparse_ok=True,
            num_threads="ALL_CPUS",
        )
        self.path.unlink()


class PartialOutput:
    """The folder beside an output in which it grows.

    Args:
        output: final path.

    Raises:
        OutputNotWritable: on entering, if the folder cannot be made.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self.folder = output.with_name(output.name + ".partial")

    def __enter__(self) -> PartialOutput:
        with writing(self._output):
            if self.folder.exists():
                # Left by a run that was killed.
                shutil.rmtree(self.folder)
            self.folder.mkdir()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def publish(self, moves: list[tuple[Path, Path]]) -> None:
        """Move finished files to their final names, in order: the raster comes last.

        Whoever sees the raster's name then also finds what belongs to it.
        """
        with writing(self._output):
            for source, target in moves:
                shutil.move(source, target)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the operating system and GDAL say about a failed write into our sentences.

    Raises:
        DiskFull: if there is no space left.
        OutputNotWritable: for any other reason.
    """
    try:
        yield
    except (OSError, rasterio.errors.RasterioError) as error:
        if isinstance(error, (DiskFull, OutputNotWritable)):
            raise
        is_full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
        if is_full or (isinstance(error, rasterio.errors.RasterioError) and _is_full(path)):
            raise DiskFull(path=str(path)) from error
        reason = f"{error.strerror}." if isinstance(error, OSError) and error.strerror else error
        raise OutputNotWritable(path=str(path), reason=str(reason)) from error


def check_free_space(path: Path, needed_bytes: int) -> None:
    """Raise DiskFull before a run rather than hours into it.

    Args:
        path: where the output goes.
        needed_bytes: what it may take at most.
    """
    with writing(path):
        free = shutil.disk_usage(path.parent).free
    if free < needed_bytes:
        raise DiskFull(path=str(path))


def _is_full(path: Path) -> bool:
    # GDAL reports a failed write without its cause.
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free < BLOCK_SIZE**2
