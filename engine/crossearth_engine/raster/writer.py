"""Writing a class raster piece by piece, and giving it its name only when it is whole.

Everything is written in a folder ``<output>.partial`` beside the output: first a plain tiled
GeoTIFF that takes pieces in any order, from it a Cloud Optimized GeoTIFF, beside it the sidecars.
At the end they are moved into place; after a failure the folder is removed.
"""

from __future__ import annotations

import errno
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TextIO

import numpy as np
import rasterio
import rasterio.shutil
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.errors import DiskFull, OutputNotWritable
from crossearth_engine.palette import NODATA
from crossearth_engine.raster.gdal import WRITE_ERRORS
from crossearth_engine.raster.windows import Window

BLOCK_SIZE = 512
LOCK_NAME = "crossearth.lock"
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
    """The folder beside an output in which it grows; held by one run at a time.

    Args:
        output: final path.

    Raises:
        OutputNotWritable: on entering, if the folder cannot be made, is not one of ours, or
            another run holds it.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self.folder = output.with_name(output.name + ".partial")
        self._lock: TextIO | None = None

    def __enter__(self) -> PartialOutput:
        with writing(self._output):
            try:
                self.folder.mkdir()
            except FileExistsError:
                # Left by a run that was killed, unless somebody else made it.
                if not (self.folder / LOCK_NAME).is_file():
                    reason = f"the folder {self.folder.name} is in the way."
                    raise OutputNotWritable(path=str(self._output), reason=reason) from None
            lock = (self.folder / LOCK_NAME).open("a")
            if not _try_lock(lock):
                lock.close()
                reason = "another run is writing it at this moment."
                raise OutputNotWritable(path=str(self._output), reason=reason)
            self._lock = lock
            for left_over in self.folder.iterdir():
                if left_over.name != LOCK_NAME:
                    left_over.unlink()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._lock is not None:
            self._lock.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def publish(moves: list[tuple[Path, Path]]) -> None:
    """Give finished files their final names, in order; the raster comes last.

    Whoever sees the raster's name then also finds what belongs to it. Each is replaced as a
    whole: a file and its final name are in folders of one file system.

    Raises:
        OutputNotWritable: naming the file, for instance because another program holds it open.
    """
    for source, target in moves:
        with writing(target):
            source.replace(target)


def _try_lock(stream: TextIO) -> bool:
    """Hold the file until it is closed or the process ends, however it ends; False if held."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        # Windows says "permission denied" of a file that is held; file systems without locks
        # exist, and a run there is better than none.
        return error.errno not in (errno.EACCES, errno.EDEADLK)
    return True


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the operating system and GDAL say about a failed write into our sentences.

    Raises:
        DiskFull: if there is no space left.
        OutputNotWritable: for any other reason.
    """
    try:
        yield
    except WRITE_ERRORS as error:
        if isinstance(error, (DiskFull, OutputNotWritable)):
            raise
        is_full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
        if is_full or (not isinstance(error, OSError) and _is_full(path)):
            raise DiskFull(path=str(path)) from error
        reason = f"{error.strerror}." if isinstance(error, OSError) and error.strerror else error
        raise OutputNotWritable(path=str(path), reason=str(reason)) from error


def check_free_space(path: Path, needed_bytes: int) -> None:
    """Raise OutputNotWritable before a run rather than DiskFull hours into it.

    Args:
        path: where the output goes.
        needed_bytes: what it may take.
    """
    with writing(path):
        free = shutil.disk_usage(path.parent).free
    if free < needed_bytes:
        reason = (
            f"up to {needed_bytes / 1e6:.3g} MB are needed, {free / 1e6:.3g} MB are free there."
        )
        raise OutputNotWritable(path=str(path), reason=reason)


def _is_full(path: Path) -> bool:
    # GDAL reports a failed write without its cause.
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free < BLOCK_SIZE**2
