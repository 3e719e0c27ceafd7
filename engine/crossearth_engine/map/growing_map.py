"""The rasters of a run while they grow, piece by piece, and the areas of their classes."""

from __future__ import annotations

import contextlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.map.class_areas import AreaCount, ClassArea
from crossearth_engine.map.number_tally import NumberTally
from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.map.tiles import CODES, NUMBERS, Rgba
from crossearth_engine.publishing import writing
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.moves import sync_folder
from crossearth_engine.shared.palette import NODATA, ClassInfo
from crossearth_engine.shared.products import OUTPUTS
from crossearth_engine.shared.quantity import Quantity


class Tally(Protocol):
    """What is gathered of a map while it grows."""

    def add(self, values: NDArray[Any], window: Window) -> None: ...  # noqa: D102 - the class says it

    def clear(self) -> None: ...  # noqa: D102 - the class says it

    def save(self) -> dict[str, Any]: ...  # noqa: D102 - the class says it

    def resume(self, saved: dict[str, Any]) -> None: ...  # noqa: D102 - the class says it

    def include(self, other: Any) -> None: ...  # noqa: D102 - the class says it

    @property
    def is_empty(self) -> bool: ...  # noqa: D102 - the class says it


class GrowingMap(ABC):
    """What the windows of a run have told so far.

    Args:
        output: path of the class raster, for messages.
        folders: where its rasters grow, by name, the class raster first.
        region: the part of the source raster that is covered.
        crs, transform: of the source raster.
        classes: all that the map can show.
        area: measures the source raster's pixels.
        quantity: what it tells numbers of, in place of classes.
        keeps_canceled: whether what was saved stays when a run is canceled, as when it fails.
        has_overviews: whether they are made on the way.

    Attributes:
        region, classes, quantity, crs: as given.
        transform: pixels of the map to CRS.

    Raises:
        OutputNotWritable, DiskFull: in all methods that write.
    """

    def __init__(
        self,
        output: Path,
        folders: Mapping[str, Path],
        region: Window,
        crs: CRS | None,
        transform: Affine,
        classes: tuple[ClassInfo, ...],
        area: PixelArea,
        *,
        quantity: Quantity | None = None,
        keeps_canceled: bool,
        has_overviews: bool = True,
    ) -> None:
        self._output = output
        self._raster_folders = {
            name: folder for name, folder in folders.items() if OUTPUTS[name].is_raster
        }
        self.region = region
        self.crs = crs
        self.transform = transform @ Affine.translation(region.col_off, region.row_off)
        self.classes = classes
        self.quantity = quantity
        self._kind = CODES if quantity is None else NUMBERS
        self._areas = AreaCount(classes, area)
        self._numbers = NumberTally()
        self._count: Tally = self._areas if quantity is None else self._numbers
        self._has_overviews = has_overviews
        self._rasters: dict[str, Pyramid] = {}
        self._keeps_canceled = keeps_canceled
        # Whether there is something to go on from.
        self._is_saved = False

    @property
    @abstractmethod
    def has_leftovers(self) -> bool:
        """Whether an earlier run has left anything."""

    @property
    def folder(self) -> Path:
        """Where the class raster grows."""
        return self._raster_folders["classes"]

    def start(self) -> None:
        """Begin with an empty map, whatever an earlier run has left."""
        self._close_rasters()
        self._clear()
        self._count.clear()
        self._is_saved = False
        self._open_rasters()

    def resume(self, saved: dict[str, Any]) -> None:
        """Begin with what an earlier run has saved.

        Raises:
            OSError, ValueError: if it is not there any more.
        """
        self._open_rasters()
        for name, raster in self._rasters.items():
            raster.resume(saved["rasters"][name])
        self._count.resume(saved)
        self._is_saved = True

    def save(self) -> dict[str, Any]:
        """Bring to the disk what was written, and return it as JSON for `resume`.

        Between two rows of windows only. From now on a failure keeps the files.
        """
        with writing(self._output):
            rasters = {name: raster.save() for name, raster in self._rasters.items()}
            for folder in self._raster_folders.values():
                sync_folder(folder)
        self._is_saved = True
        return {"rasters": rasters, **self._count.save()}

    def write(
        self,
        window: Window,
        valid: NDArray[np.bool_],
        values: NDArray[Any],
        percent: dict[str, NDArray[np.uint8]],
    ) -> None:
        """Write a finished piece.

        Args:
            window: its place in the source raster, inside the region.
            valid: (H, W), False where nothing is to be written.
            values: (H, W), class values, or numbers.
            percent: the other rasters that the map has, by name: (H, W), or (K, H, W) of those
                with a band for each of K classes.
        """
        values = np.where(valid, values, np.array(self._kind.nodata, self._kind.dtype))
        self._count.add(values, window)
        place = Window(
            window.col_off - self.region.col_off,
            window.row_off - self.region.row_off,
            window.width,
            window.height,
        )
        with writing(self._output):
            self._rasters["classes"].write(values, place)
            for name, numbers in percent.items():
                self._rasters[name].write(np.where(valid, numbers, np.uint8(NODATA)), place)

    def flush(self, window: Window) -> None:
        """Write what is complete: nothing more comes for a piece, nor left of it.

        Args:
            window: its place in the source raster, inside the region.
        """
        col_stop = window.col_off + window.width - self.region.col_off
        row_stop = window.row_off + window.height - self.region.row_off
        with writing(self._output):
            for raster in self._rasters.values():
                raster.flush(col_stop, row_stop)

    @property
    def is_kept_if_canceled(self) -> bool:
        """Whether a canceled run leaves something that another one can go on from."""
        return self._is_saved and self._keeps_canceled

    @property
    def is_empty(self) -> bool:
        """Whether no pixel has a class, or a number."""
        return self._count.is_empty

    def areas(self) -> list[ClassArea]:
        """Return pixels and area of each class so far."""
        return self._areas.table()

    def numbers(self) -> dict[str, Any] | None:
        """Return what the numbers are like so far, ready for JSON; None for a map of classes."""
        if self.quantity is None:
            return None
        return {**self.quantity.to_dict(), **self._numbers.to_dict()}

    def include(self, part: GrowingMap, check: Callable[[], None]) -> None:
        """Take over what another map has of rows of the region, the next ones below.

        Args:
            part: with the same columns, and all of its pieces.
            check: called all the time; raises to stop.
        """
        top = part.region.row_off - self.region.row_off
        with writing(self._output):
            for name, raster in self._rasters.items():
                raster.add(part._rasters[name], top, check)
        self._count.include(part._count)

    @abstractmethod
    def _clear(self) -> None:
        """Remove what an earlier run has left."""

    def _open_rasters(self) -> None:
        with writing(self._output):
            for name, folder in self._raster_folders.items():
                self._rasters[name] = self._raster(folder, name)

    def _raster(self, folder: Path, name: str) -> Pyramid:
        colormap: dict[int, Rgba] | None = None
        is_of_numbers = name == "classes" and self.quantity is not None
        if name == "classes" and not is_of_numbers:
            colormap = {item.value: (*item.rgb, 255) for item in self.classes}
        product = OUTPUTS[name]
        bands = product.bands(len(self.classes))
        shape = (self.region.width, self.region.height)
        return Pyramid(
            folder,
            *shape,
            self.crs,
            self.transform,
            colormap,
            bands,
            product.scale,
            kind=self._kind if is_of_numbers else CODES,
            has_overviews=self._has_overviews,
        )

    def _close_rasters(self) -> None:
        while self._rasters:
            # What cannot be flushed any more is thrown away: an error here would hide the first.
            with contextlib.suppress(OSError):
                self._rasters.popitem()[1].close()
