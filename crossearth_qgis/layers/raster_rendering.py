"""A layer that only QGIS can read -> a GeoTIFF that the engine opens.

Where a server has nothing, the file has no data. The pixels are copied as they come, block by
block, on whichever thread asks for it.
"""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsRasterBlock,
    QgsRasterBlockFeedback,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

from ..errors import JobCanceled, UnsupportedLayer
from ..quantities import size_text
from ..translation import one_or_many, translate
from .network_replies import NetworkReplies
from .rendering_plan import Rendering

_TRIES = 3
_PAUSE_S = 1.0
_AT_ONCE = Qt.ConnectionType.DirectConnection


def render(
    rendering: Rendering,
    path: Path,
    feedback: QgsFeedback,
    on_progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[str]:
    """Write the GeoTIFF; may be called in any thread, and takes as long as the network does.

    Args:
        rendering: what to render.
        path: where to; nothing is left there on failure.
        feedback: says when to stop.
        on_progress: called with (done, total blocks).

    Returns:
        Sentences on what could not be fetched.

    Raises:
        JobCanceled: on request.
        UnsupportedLayer: the layer cannot be read, or the disk does not suffice.
    """
    free = shutil.disk_usage(path.parent).free
    if rendering.size_bytes > free:
        raise UnsupportedLayer(
            translate(
                "CrossEarth",
                "The layer “{layer}” needs {needed} of temporary files in {folder}, but only "
                "{free} are free. Limit the run to a smaller area.",
            ).format(
                layer=rendering.name,
                needed=size_text(rendering.size_bytes),
                folder=path.parent,
                free=size_text(free),
            )
        )
    try:
        return _Copy(rendering, path, feedback).run(on_progress)
    except RuntimeError as error:
        _remove(path)
        raise UnsupportedLayer(
            translate("CrossEarth", "The temporary file {path} cannot be written: {reason}").format(
                path=path, reason=error
            )
        ) from error
    except BaseException:
        _remove(path)
        raise


def _blocks(pixels: range, size: int) -> Iterator[range]:
    """Cut a range where multiples of the block's edge lie: there, tiles end too."""
    start = pixels.start
    while start < pixels.stop:
        stop = min((start // size + 1) * size, pixels.stop)
        yield range(start, stop)
        start = stop


class _Copy:
    """Copies a layer into a file, part by part, and counts what the network did not bring."""

    def __init__(self, rendering: Rendering, path: Path, feedback: QgsFeedback) -> None:
        self._rendering = rendering
        self._path = path
        self._feedback = feedback
        self._replies = NetworkReplies(rendering.is_picture)
        self._errors: list[str] = []  # of the last read, as QGIS words them
        self._lost = 0
        self._missing = 0
        self._reason = ""
        self._unexplained = 0  # pixels
        self._has_data = False

    def run(self, on_progress: Callable[[int, int], None]) -> list[str]:
        """Write the file; see `render`."""
        width, height = self._rendering.block_size
        parts = [
            (columns, rows)
            for rows in _blocks(self._rendering.rows, height)
            for columns in _blocks(self._rendering.columns, width)
        ]
        copy = self._copy_picture if self._rendering.is_picture else self._copy_bands
        dataset = None
        try:
            self._replies.catch_up(self._feedback)
            dataset = self._create()
            for done, (columns, rows) in enumerate(parts):
                on_progress(done, len(parts))
                copy(dataset, columns, rows)
            _check(dataset.FlushCache())
        finally:
            # Closed, or Windows would not let anybody remove the file.
            del dataset
            self._replies.close()
        if not self._has_data:
            raise UnsupportedLayer(
                translate(
                    "CrossEarth", "The layer “{layer}” shows nothing in the asked area."
                ).format(layer=self._rendering.name)
            )
        on_progress(len(parts), len(parts))
        return self._warnings()

    def _create(self) -> gdal.Dataset:
        rendering, provider = self._rendering, self._rendering.provider
        bands = () if rendering.is_picture else range(1, provider.bandCount() + 1)
        kind = gdal.GDT_Byte
        for band in bands:
            kind = gdal.DataTypeUnion(kind, _number(provider.dataType(band)))
        options = ["PHOTOMETRIC=MINISBLACK"] if bands else ["PHOTOMETRIC=RGB", "ALPHA=YES"]
        dataset = gdal.GetDriverByName("GTiff").Create(
            str(self._path),
            len(rendering.columns),
            len(rendering.rows),
            len(bands) or 4,
            kind,
            ["TILED=YES", "BIGTIFF=IF_SAFER", *options],
        )
        if dataset is None:
            raise RuntimeError(gdal.GetLastErrorMsg())
        bounds = rendering.extent(rendering.columns, rendering.rows)
        width, height = rendering.pixel_size
        dataset.SetGeoTransform((bounds.xMinimum(), width, 0.0, bounds.yMaximum(), 0.0, -height))
        if rendering.crs.isValid():
            dialect = QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED_GDAL
            dataset.SetProjection(rendering.crs.toWkt(dialect))
        for band in bands:
            target = dataset.GetRasterBand(band)
            target.SetColorInterpretation(_number(provider.colorInterpretation(band)))
            if provider.sourceHasNoDataValue(band):
                target.SetNoDataValue(provider.sourceNoDataValue(band))
        return dataset

    def _copy_picture(self, dataset: gdal.Dataset, columns: range, rows: range) -> None:
        count = empty = len(columns) * len(rows)
        pixels = b""
        for _ in self._attempts():
            pixels = self._read_picture(columns, rows)
            empty = pixels[3::4].count(0)
            if pixels and not empty:
                break  # whatever failed was made good, or is not of this layer
        if not pixels or (empty == count and self._replies.failures):
            raise self._not_fetched()
        self._put(dataset, columns, rows, pixels, gdal.GDT_Byte, [1, 2, 3, 4])
        self._has_data |= empty < count
        if empty:
            self._note_holes(empty)

    def _read_picture(self, columns: range, rows: range) -> bytes:
        block = self._read(1, columns, rows)
        if block is None:
            return b""
        image = block.image().convertToFormat(QImage.Format.Format_RGBA8888)
        if self._rendering.magnification > 1:
            # Takes the middle of what every pixel was magnified to.
            size = (len(columns), len(rows), Qt.AspectRatioMode.IgnoreAspectRatio)
            image = image.scaled(*size, Qt.TransformationMode.FastTransformation)
        return bytes(image.constBits().asstring(4 * len(columns) * len(rows)))

    def _note_holes(self, empty: int) -> None:
        if self._replies.is_deaf:
            self._unexplained += empty
            return
        self._missing += len(self._replies.absent)
        self._lost += len(self._replies.failures)
        self._reason = self._reason or next(iter(self._replies.failures.values()), "")

    def _copy_bands(self, dataset: gdal.Dataset, columns: range, rows: range) -> None:
        for band in range(1, dataset.RasterCount + 1):
            block = None
            for _ in self._attempts():
                block = self._read(band, columns, rows)
            if block is None:
                raise self._not_fetched()
            kind = _number(block.dataType())
            self._put(dataset, columns, rows, bytes(block.data()), kind, [band])
        self._has_data = True

    def _put(
        self,
        dataset: gdal.Dataset,
        columns: range,
        rows: range,
        pixels: bytes,
        kind: int,
        bands: list[int],
    ) -> None:
        left = columns.start - self._rendering.columns.start
        top = rows.start - self._rendering.rows.start
        width, height = len(columns), len(rows)
        size = gdal.GetDataTypeSize(kind) // 8
        pixel, line = size * len(bands), size * len(bands) * width
        shape = (width, height, kind, bands, pixel, line, size)
        _check(dataset.WriteRaster(left, top, width, height, pixels, *shape))

    def _attempts(self) -> Iterator[None]:
        """Yield for every time that a part should be read: again after failures, not for ever."""
        for tries_left in reversed(range(_TRIES)):
            self._replies.forget()
            yield
            self._replies.catch_up(self._feedback)
            if not self._replies.failures or not tries_left:
                return
            self._pause()

    def _read(self, band: int, columns: range, rows: range) -> QgsRasterBlock | None:
        feedback = QgsRasterBlockFeedback()
        self._feedback.canceled.connect(feedback.cancel, _AT_ONCE)
        extent = self._rendering.seen_extent(columns, rows)
        times = self._rendering.magnification
        size = len(columns) * times, len(rows) * times
        block = self._rendering.provider.block(band, extent, *size, feedback)
        if self._feedback.isCanceled():
            raise JobCanceled
        self._errors = feedback.errors()
        return block if block.isValid() else None

    def _not_fetched(self) -> UnsupportedLayer:
        return UnsupportedLayer(
            translate("CrossEarth", "The layer “{layer}” cannot be fetched: {reason}").format(
                layer=self._rendering.name,
                reason=next(iter([*self._replies.failures.values(), *self._errors]), "?"),
            )
        )

    def _pause(self) -> None:
        until = time.monotonic() + _PAUSE_S
        while time.monotonic() < until:
            if self._feedback.isCanceled():
                raise JobCanceled
            time.sleep(0.05)

    def _warnings(self) -> list[str]:
        warnings = []
        if self._lost:
            warnings.append(
                one_or_many(
                    self._lost,
                    translate(
                        "CrossEarth",
                        "1 piece of the layer “{layer}” could not be fetched ({reason}): the map "
                        "has a hole there.",
                    ),
                    translate(
                        "CrossEarth",
                        "{count} pieces of the layer “{layer}” could not be fetched ({reason}): "
                        "the map has holes there.",
                    ),
                ).format(count=self._lost, layer=self._rendering.name, reason=self._reason)
            )
        if self._missing:
            warnings.append(
                one_or_many(
                    self._missing,
                    translate(
                        "CrossEarth",
                        "The server has no imagery for 1 piece of the layer “{layer}”: the map has "
                        "a hole there.",
                    ),
                    translate(
                        "CrossEarth",
                        "The server has no imagery for {count} pieces of the layer “{layer}”: the "
                        "map has holes there.",
                    ),
                ).format(count=self._missing, layer=self._rendering.name)
            )
        if self._unexplained:
            share = self._unexplained / (len(self._rendering.columns) * len(self._rendering.rows))
            warnings.append(
                translate(
                    "CrossEarth",
                    "{percent} % of the asked area is empty in the layer “{layer}”, and QGIS was "
                    "too busy to tell why: the map has holes there.",
                ).format(percent=f"{100 * share:.2g}", layer=self._rendering.name)
            )
        return warnings


def _check(status: int | None) -> None:
    # GDAL raises where somebody in this QGIS has asked it to, and returns a number elsewhere.
    if status not in (None, gdal.CE_None):
        raise RuntimeError(gdal.GetLastErrorMsg())


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def _number(value: Any) -> int:
    """Return what QGIS's types of pixels and colours are for GDAL: the same numbers."""
    return int(getattr(value, "value", value))
