"""Writing a raster piece by piece, and giving it its name only when it is whole.

Everything is written in a folder ``<output>.partial`` beside the output: tiles as they are
finished, from them a Cloud Optimized GeoTIFF, beside it the sidecars. At the end they are moved
into place. After a failure the folder is removed, unless a run can go on from what is in it.
"""

from __future__ import annotations

import errno
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import numpy as np
import rasterio
import rasterio.shutil
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.errors import DiskFull, EngineError, OutputNotWritable
from crossearth_engine.map.journal import sync_file, sync_folder
from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.map.tiles import TILE_SIZE, Rgba
from crossearth_engine.raster.gdal import WRITE_ERRORS
from crossearth_engine.raster.windows import Window

LOCK_NAME = "crossearth.lock"
# Of the compression of class rasters.
CLASS_LEVEL = 6


class RasterWriter:
    """A uint8 raster under construction, 255 where nothing was written.

    Pieces come row by row, each row from the left; `settle` says how far they are complete. What
    is complete is on disk, with its overviews.

    Args:
        folder: where it grows; there may be one only in each.
        width, height: pixels.
        crs, transform: where it lies.
        colormap: colour per value, or None for a continuous raster.
        bands: their number.
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
    ) -> None:
        self._is_categorical = colormap is not None
        self._pyramid = Pyramid(folder, width, height, bands, crs, transform, colormap)

    def write(self, values: NDArray[np.uint8], window: Window) -> None:
        """Write a piece (H, W), or (K, H, W) of K bands, at its place."""
        pieces = values[None] if values.ndim == 2 else values
        self._pyramid.write(pieces, window.col_off, window.row_off)

    def settle(self, col_stop: int, row_stop: int) -> None:
        """Take it that all pieces above ``row_stop`` and left of ``col_stop`` were written.

        A row of pieces ends where ``col_stop`` is the raster's width.
        """
        self._pyramid.settle(col_stop, row_stop)

    def save(self) -> list[dict[str, Any]]:
        """Bring to the disk what there is, between two rows of pieces.

        Returns:
            What `restore` needs, as JSON.
        """
        return self._pyramid.save()

    def restore(self, saved: list[dict[str, Any]]) -> None:
        """Go on from what another process has saved in this folder.

        Raises:
            OSError, ValueError: if it is not there any more.
        """
        self._pyramid.restore(saved)

    def close(self) -> None:
        """Close the files without making anything of them."""
        self._pyramid.close()

    def finish(
        self,
        path: Path,
        tags: dict[str, str],
        band_names: Sequence[str],
        check: Callable[[], None] = lambda: None,
    ) -> None:
        """Make a Cloud Optimized GeoTIFF at ``path`` of what was written.

        Args:
            path: in any folder.
            tags: of the raster.
            band_names: descriptions, one for each band.
            check: called before GDAL writes the file; raises to stop.
        """
        source = self._pyramid.finish()
        with rasterio.open(source, "r+") as dataset:
            dataset.update_tags(**tags)
            for index, name in enumerate(band_names, 1):
                dataset.set_band_description(index, name)
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
            num_threads="ALL_CPUS",
        )

    def interrupt(self) -> None:
        """Make a `finish` under way in another thread fail, for it cannot be stopped otherwise."""
        self._pyramid.spoil()


class PartialOutput:
    """The folder beside an output in which it grows; held by one run at a time.

    Args:
        output: final path.

    Attributes:
        folder: where it grows.
        is_kept: whether the folder stays when the context ends, for a run that goes on from it.

    Raises:
        OutputNotWritable: on entering, if the folder cannot be made, is not one of ours, or
            another run holds it.
    """

    def __init__(self, output: Path) -> None:
        self._output = output
        self.folder = output.with_name(output.name + ".partial")
        self.is_kept = False
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
        return self

    def clear(self) -> None:
        """Remove what an earlier run has left."""
        with writing(self._output):
            for left_over in self.folder.iterdir():
                if left_over.is_dir():
                    shutil.rmtree(left_over)
                elif left_over.name != LOCK_NAME:
                    left_over.unlink()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._lock is not None:
            self._lock.close()
        if not self.is_kept:
            shutil.rmtree(self.folder, ignore_errors=True)


def publish(moves: list[tuple[Path, Path]]) -> None:
    """Give finished files their final names, in order; the raster comes last.

    Whoever sees the raster's name then also finds what belongs to it. Each is replaced as a
    whole, even if the power fails: a file and its final name are in folders of one file system,
    and it is on the disk before it gets the name.

    Raises:
        OutputNotWritable: naming the file, for instance because another program holds it open.
    """
    for source, target in moves:
        with writing(target):
            sync_file(source)
            source.replace(target)
    for folder in {target.parent for _, target in moves}:
        with writing(folder):
            sync_folder(folder)


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
def writing(path: Path, *other_errors: type[Exception]) -> Iterator[None]:
    """Turn what the operating system and GDAL say about a failed write into our sentences.

    Args:
        path: what is written.
        other_errors: what else a library raises that cannot write.

    Raises:
        DiskFull: if there is no space left.
        OutputNotWritable: for any other reason.
    """
    try:
        yield
    except (*WRITE_ERRORS, *other_errors) as error:
        if isinstance(error, EngineError):
            raise
        is_full = getattr(error, "errno", None) in (errno.ENOSPC, errno.EDQUOT)
        if is_full or (not isinstance(error, OSError) and _is_full(path)):
            raise DiskFull(path=str(path)) from error
        reason = f"{error.strerror}." if isinstance(error, OSError) and error.strerror else error
        raise OutputNotWritable(path=str(path), reason=str(reason)) from error


def check_free_space(needed_bytes: dict[Path, int]) -> None:
    """Raise OutputNotWritable before a run rather than DiskFull hours into it.

    Args:
        needed_bytes: what each output may take; those on one disk share what is free there.
    """
    needed: dict[int, int] = {}
    for path, count in needed_bytes.items():
        with writing(path):
            disk = path.parent.stat().st_dev
            free = shutil.disk_usage(path.parent).free
        needed[disk] = needed.get(disk, 0) + count
        if free < needed[disk]:
            reason = (
                f"up to {needed[disk] / 1e6:.3g} MB are needed, {free / 1e6:.3g} MB are free there."
            )
            raise OutputNotWritable(path=str(path), reason=reason)


def _is_full(path: Path) -> bool:
    # GDAL reports a failed write without its cause.
    return path.parent.is_dir() and shutil.disk_usage(path.parent).free < TILE_SIZE**2
