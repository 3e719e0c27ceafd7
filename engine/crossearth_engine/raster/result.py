"""The result of a run while it grows: class raster, confidence raster, areas and sidecars."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.errors import JobCanceled
from crossearth_engine.palette import NODATA, ClassInfo
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.journal import sync_folder
from crossearth_engine.raster.sidecars import (
    ClassArea,
    sidecar_paths,
    write_aux_xml,
    write_qml,
    write_stac_item,
)
from crossearth_engine.raster.windows import Window
from crossearth_engine.raster.writer import PartialOutput, RasterWriter, Rgba, publish, writing

FINAL_RASTER = "final.tif"


class ClassMap:
    """A classified map under construction; a context that leaves nothing behind unless published.

    Args:
        output: final path of the class raster.
        confidence: final path of the confidence raster, or None.
        region: the part of the source raster that the map covers.
        crs, transform: of the source raster.
        classes: all that the map can show.
        area: measures the source raster's pixels.

    Raises:
        OutputNotWritable, DiskFull: on entering and in all methods that write.
    """

    def __init__(
        self,
        output: Path,
        confidence: Path | None,
        region: Window,
        crs: CRS | None,
        transform: Affine,
        classes: tuple[ClassInfo, ...],
        area: PixelArea,
    ) -> None:
        self._output = output
        self._confidence = confidence
        self._region = region
        self._crs = crs
        self._transform = transform @ Affine.translation(region.col_off, region.row_off)
        self._classes = classes
        self._area = area
        self._pixels = np.zeros(256, np.int64)
        self._area_m2 = np.zeros(256)
        self._partials = [PartialOutput(path) for path in (output, confidence) if path]
        self._folders = ExitStack()
        self._writers: list[RasterWriter] = []
        # Whether there is something to go on from, and whether it outlives the map.
        self._is_saved = False
        self._is_kept = False

    def __enter__(self) -> ClassMap:
        with ExitStack() as stack:
            for partial in self._partials:
                stack.enter_context(partial)
            self._folders = stack.pop_all()
        return self

    @property
    def folder(self) -> Path:
        """Where the class raster grows."""
        return self._partials[0].folder

    def start(self) -> None:
        """Begin with an empty map, whatever an earlier run has left."""
        self._close_writers()
        for partial in self._partials:
            partial.clear()
        self._pixels[:] = 0
        self._area_m2[:] = 0
        self._is_saved = False
        self._open_writers()

    def go_on(self, saved: dict[str, Any]) -> None:
        """Begin with what an earlier run has saved.

        Raises:
            OSError, ValueError: if it is not there any more.
        """
        self._open_writers()
        for writer, state in zip(self._writers, saved["rasters"], strict=True):
            writer.restore(state)
        self._pixels[:] = saved["pixels"]
        self._area_m2[:] = saved["area_m2"]
        self._is_saved = True

    def save(self) -> dict[str, Any]:
        """Bring to the disk what was written, and return it as JSON for `go_on`.

        Between two rows of windows only. From now on a failure keeps the files.
        """
        with writing(self._output):
            rasters = [writer.save() for writer in self._writers]
            for partial in self._partials:
                sync_folder(partial.folder)
        self._is_saved = True
        pixels, area_m2 = self._pixels.tolist(), self._area_m2.tolist()
        return {"rasters": rasters, "pixels": pixels, "area_m2": area_m2}

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        has_failed = kind is not None and not issubclass(kind, JobCanceled)
        for partial in self._partials:
            partial.is_kept = self._is_saved and (has_failed or self._is_kept)
        self._close_writers()
        self._folders.close()

    def write(
        self,
        window: Window,
        valid: NDArray[np.bool_],
        values: NDArray[np.uint8],
        percent: NDArray[np.uint8] | None,
    ) -> None:
        """Write a finished piece.

        Args:
            window: its place in the source raster, inside the region.
            valid: (H, W), False where nothing is to be written.
            values: (H, W), class values.
            percent: (H, W), confidence in percent; needed if the map has a confidence raster.
        """
        values = np.where(valid, values, np.uint8(NODATA))
        counts = np.bincount(values.ravel(), minlength=256)
        self._pixels += counts
        self._area_m2 += counts * self._area.mean_m2(window)
        place = Window(
            window.col_off - self._region.col_off,
            window.row_off - self._region.row_off,
            window.width,
            window.height,
        )
        with writing(self._output):
            self._writers[0].write(values, place)
            if percent is not None:
                self._writers[1].write(np.where(valid, percent, np.uint8(NODATA)), place)

    def settle(self, window: Window) -> None:
        """Take it that nothing more comes for a piece, nor left of it.

        Args:
            window: its place in the source raster, inside the region.
        """
        col_stop = window.col_off + window.width - self._region.col_off
        row_stop = window.row_off + window.height - self._region.row_off
        with writing(self._output):
            for writer in self._writers:
                writer.settle(col_stop, row_stop)

    @property
    def is_empty(self) -> bool:
        """Whether no pixel has a class."""
        return not self._pixels[:NODATA].any()

    def areas(self) -> list[ClassArea]:
        """Return pixels and area of each class so far."""
        has_area = self._area.method is not None
        share = self._area_m2 if has_area else self._pixels
        total = sum(share[item.value] for item in self._classes)
        return [
            ClassArea(
                info=item,
                pixels=int(self._pixels[item.value]),
                area_m2=float(self._area_m2[item.value]) if has_area else None,
                percent=float(100 * share[item.value] / total) if total else 0.0,
            )
            for item in self._classes
        ]

    def complete(self, tags: dict[str, str], check: Callable[[], None]) -> None:
        """Turn what was written into the final rasters, still under their temporary names.

        Args:
            tags: how the pixels came to be. Nothing of the day goes into the rasters: equal runs
                give equal bytes.
            check: called all the time; raises to stop.
        """
        names = ("class", "confidence in percent")
        for writer, partial, name in zip(self._writers, self._partials, names, strict=False):
            with writing(self._output):
                writer.finish(partial.folder / FINAL_RASTER, tags, [name], check)

    def publish(self, processing: dict[str, Any], *, is_kept: bool = False) -> None:
        """Write the sidecars and give everything its final name, the class raster last.

        Args:
            processing: what was run, on what, with which figures; JSON, for the STAC Item.
            is_kept: whether a later run can go on from what was saved.
        """
        self._is_kept = is_kept
        output, region, areas = self._output, self._region, self.areas()
        folder = self._partials[0].folder
        style, auxiliary, item = folder / "qml", folder / "aux.xml", folder / "json"
        with writing(output):
            write_qml(style, self._classes)
            write_aux_xml(auxiliary, areas)
            write_stac_item(
                item,
                output,
                self._crs,
                self._transform,
                (region.height, region.width),
                areas,
                processing,
            )
        moves = [*zip((style, auxiliary, item), sidecar_paths(output), strict=True)]
        if self._confidence is not None:
            moves.append((self._partials[1].folder / FINAL_RASTER, self._confidence))
        publish([*moves, (folder / FINAL_RASTER, output)])

    def _open_writers(self) -> None:
        shape = (self._region.width, self._region.height)
        colormaps: list[dict[int, Rgba] | None]
        colormaps = [{item.value: (*item.rgb, 255) for item in self._classes}, None]
        with writing(self._output):
            for partial, colormap in zip(self._partials, colormaps, strict=False):
                place = (self._crs, self._transform)
                self._writers.append(RasterWriter(partial.folder, *shape, *place, colormap))

    def _close_writers(self) -> None:
        while self._writers:
            # What cannot be flushed any more is thrown away: an error here would hide the first.
            with contextlib.suppress(OSError):
                self._writers.pop().close()
