"""What one process adds to a map that several make: rows of its rasters, in a folder beside it.

The folder outlives the process; who joins the parts reads it. One process at a time works in it, as
its claim says.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any

from affine import Affine
from rasterio.crs import CRS

from crossearth_engine.errors import InputChanged, JobCanceled
from crossearth_engine.map.growing_map import GrowingMap
from crossearth_engine.publishing import writing
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.leftovers import JOURNAL_FILE
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.quantity import Quantity


class PartMap(GrowingMap):
    """Rows of a map under construction; a context that leaves what is whole or can be gone on with.

    Args:
        folder: where it grows, each raster in a folder of its own; made if it is not there.
        names: of the outputs of the map.
        output: path of the class raster that it is a part of, for messages.
        check: raises if this process may not write any more.
        region: the part of the source raster that these rows cover.
        crs, transform, classes, area, quantity, keeps_canceled: as of `GrowingMap`.

    Raises:
        OutputNotWritable, DiskFull: on entering and in all methods that write.
    """

    def __init__(
        self,
        folder: Path,
        names: Iterable[str],
        output: Path,
        check: Callable[[], None],
        region: Window,
        crs: CRS | None,
        transform: Affine,
        classes: tuple[ClassInfo, ...],
        area: PixelArea,
        *,
        quantity: Quantity | None = None,
        keeps_canceled: bool = False,
    ) -> None:
        self._home = folder
        # Whether what lay there is not there any more.
        self._is_begun = False
        self._check = check
        super().__init__(
            output,
            {name: folder / name for name in names},
            region,
            crs,
            transform,
            classes,
            area,
            quantity=quantity,
            keeps_canceled=keeps_canceled,
            has_overviews=False,
        )

    def __enter__(self) -> PartMap:
        with writing(self._output):
            self._home.mkdir(exist_ok=True)
        return self

    @property
    def has_leftovers(self) -> bool:
        """Whether an earlier run has left anything."""
        return any(self._home.iterdir())

    def save(self) -> dict[str, Any]:
        """Bring to the disk what was written, and return it as JSON for `resume`."""
        self._check()
        return super().save()

    def close(self) -> None:
        """Let go of the files, of which only those stay that hold pixels: nothing more comes."""
        self._close_rasters()
        with writing(self._output):
            for folder in self._raster_folders.values():
                for path in folder.glob("*.bin"):
                    path.unlink()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._close_rasters()
        is_canceled = kind is not None and issubclass(kind, JobCanceled)
        is_of_no_use = kind is not None and issubclass(kind, InputChanged)
        is_unsaved = self._is_begun and not self._is_saved
        if is_unsaved or is_of_no_use or (is_canceled and not self._keeps_canceled):
            shutil.rmtree(self._home, ignore_errors=True)

    def _clear(self) -> None:
        self._is_begun = True
        with writing(self._output):
            # First: by it the rest would be taken for a whole part.
            (self._home / JOURNAL_FILE).unlink(missing_ok=True)
            for folder in self._raster_folders.values():
                if folder.exists():
                    shutil.rmtree(folder)
                folder.mkdir()
