"""A raster that is open, and is opened anew while it is read where something of it does not come.

What is read of a raster that somebody names is asked for here: of a server it comes whole, or not
at all. Decides nothing of what pixels mean.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from crossearth_engine.digests import file_identity
from crossearth_engine.errors import InputChanged
from crossearth_engine.raster.color_table import ColorTable
from crossearth_engine.raster.fetching import fetched
from crossearth_engine.raster.opening import described_bands, open_raster, reading
from crossearth_engine.shared.addresses import gdal_name, is_remote, without_secrets
from crossearth_engine.shared.bands import RasterBand, unnamed_band
from crossearth_engine.shared.dates import Dated, band_of, dates_named
from crossearth_engine.storage import objects

T = TypeVar("T")


class OpenRaster:
    """A raster that is open. One thread at a time may ask it.

    Attributes:
        path: as GDAL opened it.
        file: of rasterio; another one after each call of `ask`, maybe.
        dataset: what is read of it, the same way: the file, or a view of it.
        files: names of the files it is read from, as GDAL knows them.
        states: what they were when they were opened, by their names; of statistics, which programs
            write when they show a raster, nothing.
    """

    def __init__(
        self,
        path: str,
        view: Callable[[Any], Any] = lambda file: file,
        states: Mapping[str, list[Any]] | None = None,
    ) -> None:
        """Open it.

        Args:
            path: file name, address or GDAL's name of a source (/vsicurl/…, NETCDF:…).
            view: gives what is to be read of a file that was just opened.
            states: of its files, where they are known: a server is not asked again.

        Raises:
            UnreadableRaster: if it is missing, truncated or not a raster.
            ConnectionLost: if its server does not answer.
        """
        self.path = gdal_name(path)
        self.file: Any = None
        self.dataset: Any = None
        self.files: tuple[str, ...] = ()
        self.states: dict[str, list[Any]] = {}
        self._view = view
        self._is_left = False
        try:
            self._fetched(self._open, self.close)
            # Now: what has the file's name later may be another one.
            self.states = self._states(states or {})
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> OpenRaster:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def ask(self, call: Callable[[], T]) -> T:
        """Return what a call gives that may read the raster; it is made again: see `fetched`.

        Args:
            call: takes `file` and `dataset` anew each time.

        Raises:
            UnreadableRaster: if blocks are missing or damaged, or no longer granted.
            ConnectionLost: if something did not come.
            InputChanged: if it was opened anew meanwhile, and is another one by now.
        """
        return self._fetched(call, self._open_again)

    def read(self, method: str = "read", **options: Any) -> Any:
        """Return what a method of rasterio's for pixels or masks gives.

        Raises:
            EngineError: as `ask` does.
        """
        return self._fetched(
            lambda: getattr(self.dataset, method)(**options), self._open_again, is_alone=False
        )

    def close(self) -> None:
        """Close the file."""
        if self._is_left:
            return  # a thread is still in it, and lets it go at its end
        for opened in (self.dataset, self.file):
            if opened is not None:
                opened.close()

    def _states(self, known: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        names = [name for name in self.files if not name.endswith(".aux.xml")]
        return {name: known.get(name) or _state(name) for name in names}

    def _open(self) -> None:
        self.file = self.dataset = open_raster(self.path)
        self.files = tuple(self.file.files)
        self.dataset = self._view(self.file)
        if is_remote(self.path):
            # What reading pixels asks for first: from now on it is known; see `turn`.
            _ = self.dataset.mask_flag_enums, self.dataset.nodatavals

    def _open_again(self) -> None:
        """Open the raster anew, of which something did not come.

        Raises:
            InputChanged: if it is another one by now.
        """
        self.close()
        # A list of files is empty where GDAL has not got an answer for it.
        self._fetched(self._open, self.close)
        if self.states and self._states({}) != self.states:
            raise InputChanged(path=self.path)

    def _fetched(
        self, call: Callable[[], T], begin_anew: Callable[[], None], *, is_alone: bool = True
    ) -> T:
        is_done = threading.Event()
        is_done.set()

        def noted() -> T:
            is_done.clear()
            try:
                return call()
            finally:
                is_done.set()

        try:
            with reading(self.path):
                names = (self.path, *self.files)
                return fetched(names, noted, begin_anew, is_alone=is_alone)
        finally:
            # Somebody who does not wait any more leaves a thread in it.
            self._is_left |= not is_done.is_set()


def bands_of(path: str | Path) -> list[RasterBand]:
    """Return what a raster says of its bands; of one with a colour table, the colours are meant.

    Of several dates those of each, one date after the other.

    Raises:
        UnreadableRaster: if it cannot be opened.
    """
    dates = dates_named(str(path))
    if dates is not None:
        return [band for raster in dates.rasters for band in _bands_of_date(raster, dates.bands)]
    with OpenRaster(str(path)) as raster:
        return raster.ask(lambda: described_bands(raster.file, ColorTable.of(raster.file)))


def _bands_of_date(raster: Dated, chosen: Sequence[int] | None) -> list[RasterBand]:
    """Return the bands of a date; of those of one name only their numbers are names."""
    own = bands_of(raster.path)
    indexes = [i for i in chosen or range(1, len(own) + 1) if 1 <= i <= len(own)]
    names = [own[i - 1].name for i in indexes]
    if len({*names}) < len(names):
        names = [""] * len(names)
    called = [name or unnamed_band(i) for i, name in zip(indexes, names, strict=True)]
    return [
        replace(own[i - 1], name=band_of(raster.date, name))
        for i, name in zip(indexes, called, strict=True)
    ]


def _state(name: str) -> list[Any]:
    """Return what differs where another file lies under a name, on a disk or a server.

    What a server does not tell is its name alone.
    """
    state = file_identity(name)
    if len(state) == 1:
        with contextlib.suppress(PermissionError):
            return objects.identity(name)
        return [without_secrets(name)]
    return state
