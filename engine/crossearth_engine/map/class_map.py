"""The result of a run while it grows: its rasters, what is made of them, areas and sidecars."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import threading
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.io import DatasetReader
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.devices.processor import usable_cores
from crossearth_engine.digests import file_digest
from crossearth_engine.errors import (
    DamagedOutput,
    DiskFull,
    InputChanged,
    JobCanceled,
    OutputNotWritable,
)
from crossearth_engine.map.claim import Claim
from crossearth_engine.map.growing_map import GrowingMap
from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.map.sidecars import (
    check_sidecars,
    place_beside,
    sidecar_paths,
    write_aux_xml,
    write_qml,
    write_ramp,
    write_statistics,
)
from crossearth_engine.publishing import PartialOutput, publish, writing
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.gdal import READ_ERRORS
from crossearth_engine.raster.gdal_log import heard
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.leftovers import LOCK_FILE
from crossearth_engine.shared.moves import Move, record_folder
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.products import OUTPUTS, RASTER
from crossearth_engine.shared.quantity import Quantity
from crossearth_engine.side_by_side import SideBySide

# What may be raised by a file that cannot be read back, or is another.
READ_FAILURES: tuple[type[Exception], ...] = (*READ_ERRORS, OSError)
# How much of a finished raster is read at a time.
MAX_STRIP_PIXELS = 2_000_000


class ClassMap(GrowingMap):
    """A classified map under construction; a context that leaves nothing behind unless published.

    Args:
        outputs: final paths of what the run makes, by name, the class raster first.
        region, crs, transform, classes, area, quantity, keeps_canceled: as of `GrowingMap`.
        claim: of this run to the outputs, where others may be at them.

    Raises:
        OutputNotWritable, DiskFull: on entering and in all methods that write.
    """

    def __init__(
        self,
        outputs: dict[str, Path],
        region: Window,
        crs: CRS | None,
        transform: Affine,
        classes: tuple[ClassInfo, ...],
        area: PixelArea,
        *,
        quantity: Quantity | None = None,
        keeps_canceled: bool = False,
        claim: Claim | None = None,
    ) -> None:
        self._outputs = outputs
        self._claim = claim
        mark = "" if claim is None else claim.mark
        self._partials = {name: PartialOutput(path, mark) for name, path in outputs.items()}
        super().__init__(
            outputs["classes"],
            {name: partial.folder for name, partial in self._partials.items()},
            region,
            crs,
            transform,
            classes,
            area,
            quantity=quantity,
            keeps_canceled=keeps_canceled,
        )
        self._folders = ExitStack()
        self._revised: Pyramid | None = None
        # What the final rasters were made of.
        self._finished: dict[str, tuple[Pyramid, dict[str, str]]] = {}
        # Whether what there is to go on from outlives the map.
        self._is_kept = False

    def __enter__(self) -> ClassMap:
        with ExitStack() as stack:
            for partial in self._partials.values():
                stack.enter_context(partial)
            self._folders = stack.pop_all()
        return self

    @property
    def has_leftovers(self) -> bool:
        """Whether an earlier run has left anything."""
        return any(path.name != LOCK_FILE for path in self.folder.iterdir())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        is_canceled = kind is not None and issubclass(kind, JobCanceled)
        # What is of two inputs is of no use to another run.
        has_failed = kind is not None and not issubclass(kind, (JobCanceled, InputChanged))
        is_kept = has_failed or self._is_kept or (is_canceled and self._keeps_canceled)
        # What a failure has left half moved stays for `settle`.
        is_kept = (self._is_saved and is_kept) or record_folder(self.folder) is not None
        for partial in self._partials.values():
            partial.is_kept = is_kept
        self._close_rasters()
        self._folders.close()

    def complete(self, tags: dict[str, str], advance: Callable[[float], None]) -> None:
        """Turn what was written into the final rasters, still under their temporary names.

        Args:
            tags: how the pixels came to be. Nothing of the day goes into the rasters: equal runs
                give equal bytes.
            advance: called all the time with the share that is done, from any thread; raises to
                stop.
        """
        bands = {name: len(self._band_names(name)) for name in self._rasters}
        # GDAL does not tell how far it is with a file.
        done, total = 0, sum(bands.values())
        telling = threading.Lock()

        def finish(name: str) -> None:
            with heard():
                self._finish(name, self._rasters[name], self.unpublished(name), tags, tell)

        def tell(more: int = 0) -> None:
            nonlocal done
            with telling:
                done += more
                advance(done / total)

        with SideBySide(finish, bands, usable_cores(), "finisher") as finished:
            for name, _ in finished:
                tell(bands[name])

    def interrupt(self) -> None:
        """End a `complete` or `revise` under way in another thread with what ``advance`` raises.

        It costs what was saved.
        """
        self._is_saved = False
        for raster in (*self._rasters.values(), self._revised):
            if raster is not None:
                raster.interrupt()

    def revise(
        self,
        write: Callable[[DatasetReader, Pyramid, Callable[[float], None]], None],
        tags: dict[str, str],
        advance: Callable[[float], None],
    ) -> None:
        """Replace the completed class raster by one made from it, and count its pixels anew.

        Args:
            write: reads the raster and writes all of the other one, and tells how far it is.
            tags: as for `complete`.
            advance: likewise.
        """
        path = self.unpublished("classes")
        folder = self.folder / "revised"
        with writing(self._output):
            folder.mkdir(exist_ok=True)
            with (
                contextlib.closing(self._raster(folder, "classes")) as raster,
                rasterio.open(path) as source,
            ):
                self._revised = raster
                # Writing takes four fifths of the time, making the file and counting the rest.
                write(source, raster, lambda share: advance(0.8 * share))
                check = functools.partial(advance, 0.8)
                self._finish("classes", raster, folder / path.name, tags, check)
            (folder / path.name).replace(path)
            shutil.rmtree(folder)
            self._count.clear()
            with rasterio.open(path) as source:
                for strip in self.region.strips(MAX_STRIP_PIXELS):
                    top = strip.row_off - self.region.row_off
                    advance(0.9 + 0.1 * top / self.region.height)
                    rows = RasterioWindow(0, top, strip.width, strip.height)
                    self._count.add(source.read(1, window=rows), strip)

    def unpublished(self, name: str) -> Path:
        """Return where an output is, or is to be, until it is published."""
        return self._partials[name].folder / f"final{self._outputs[name].suffix}"

    def publish(self, processing: dict[str, Any], *, is_kept: bool = False) -> None:
        """Write the sidecars and give everything its final name, all or nothing.

        Args:
            processing: what was run, on what, with which figures; JSON, for the STAC Item.
            is_kept: whether a later run can go on from what was saved.

        Raises:
            OutputNotWritable: if something cannot be replaced. What lies there stays as it is, and
                what was made is kept under another name, if it can be.
        """
        self._is_kept = is_kept
        try:
            self._publish(self._outputs, processing)
        except OutputNotWritable as error:
            others = _free_names(self._outputs)
            try:
                if record_folder(self.folder) is not None:
                    raise
                self._publish(others, processing)
            except (OutputNotWritable, DiskFull):
                raise error from None
            reason = (
                f"{error.details['reason']} What lay there is as it was; what was computed is kept "
                f"as {others['classes'].name} in the same folder."
            )
            raise OutputNotWritable(path=error.details["path"], reason=reason) from error

    def _publish(self, outputs: dict[str, Path], processing: dict[str, Any]) -> None:
        # pystac takes as long to load as all that a run needs before its first window.
        from crossearth_engine.map.map_item import write_stac_item

        output, region, areas = outputs["classes"], self.region, self.areas()
        numbers = self.numbers()
        made = sidecar_paths(self.unpublished("classes"))
        rasters = [name for name in outputs if OUTPUTS[name].is_raster]
        with writing(output):
            crs = self.crs if made.auxiliary.exists() else None
            if numbers is None:
                write_qml(made.style, self.classes)
                write_aux_xml(made.auxiliary, areas, crs)
            else:
                write_ramp(made.style, numbers)
                write_statistics(made.auxiliary, numbers, crs)
            write_stac_item(
                made.item,
                output,
                self.crs,
                self.transform,
                (region.height, region.width),
                areas,
                numbers,
                processing,
                {name: path for name, path in outputs.items() if name != "classes"},
                {name: file_digest(self.unpublished(name)) for name in rasters},
                {name: self.unpublished(name).stat().st_size for name in outputs},
            )
        self._read_back(outputs)
        moves = [Move(self.unpublished(name), path) for name, path in outputs.items()]
        moves += map(Move, made, sidecar_paths(output))
        moves += _belongings(moves)
        if self._claim is None:
            publish(self.folder, moves)
            return
        # One at a time, on file systems that know of locks; and nobody who was taken for dead.
        with PartialOutput(output):
            self._claim.check()
            publish(self.folder, moves)

    def _read_back(self, outputs: dict[str, Path]) -> None:
        """Compare what is about to be published with what was written.

        Raises:
            DamagedOutput: naming the first file that is not as it was meant.
        """

        def check(name: str) -> None:
            made = self.unpublished(name)
            try:
                if name in self._finished:
                    raster, tags = self._finished[name]
                    with heard():
                        raster.check(made, tags, self._band_names(name))
                if name == "classes":
                    rows = [area.to_dict() for area in self.areas()]
                    check_sidecars(sidecar_paths(made), rows, self.numbers())
                elif not made.stat().st_size:
                    raise ValueError("it is empty")
            except READ_FAILURES as error:
                raise DamagedOutput(path=str(outputs[name]), reason=str(error)) from error

        with SideBySide(check, outputs, usable_cores(), "finisher") as checked:
            for _ in checked:
                pass  # what is wrong is raised

    def _finish(
        self,
        name: str,
        raster: Pyramid,
        path: Path,
        tags: dict[str, str],
        check: Callable[[], None],
    ) -> None:
        try:
            with writing(self._output):
                raster.finish(path, tags, self._band_names(name), check)
                self._finished[name] = (raster, tags)
                place_beside(path, self.crs)
        except (DiskFull, OutputNotWritable):
            check()  # whether it was interrupted
            raise

    def _clear(self) -> None:
        for partial in self._partials.values():
            partial.clear()

    def _band_names(self, name: str) -> list[str]:
        if name == "classes" and self.quantity is not None:
            return [self.quantity.name]
        band = OUTPUTS[name].band
        return [band] if band else [item.name for item in self.classes]


def _free_names(outputs: dict[str, Path]) -> dict[str, Path]:
    """Return names like those of outputs that nothing has."""
    number = 1
    while True:
        end = "_new" if number == 1 else f"_new{number}"
        others = {
            name: path.with_name(f"{path.stem}{end}{path.suffix}") for name, path in outputs.items()
        }
        if not any(path.exists() for path in (*others.values(), *sidecar_paths(others["classes"]))):
            return others
        number += 1


def _belongings(moves: list[Move]) -> list[Move]:
    """Return what to do with files that GDAL takes for parts of a raster: they go with the old."""
    targets = {move.target for move in moves}
    belongings = []
    for move in moves:
        if move.target.suffix.lower() not in RASTER.suffixes:
            continue
        for ending in (".aux.xml", ".ovr", ".msk"):
            source, target = (
                path.with_name(path.name + ending) for path in (move.source, move.target)
            )
            if target not in targets and (source.exists() or os.path.lexists(target)):
                belongings.append(Move(source, target, is_removal=not source.exists()))
    return belongings
