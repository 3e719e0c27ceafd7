"""What GDAL has to say of files, in the log of the job that reads them.

Left alone it writes to stderr, in words of its own and without saying which file it means. It
speaks through rasterio's log, where a thread has rasterio's environment; and through pyogrio's
warnings.
"""

from __future__ import annotations

import logging
import re
import textwrap
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import rasterio

from crossearth_engine.raster.gdal import unreadable_told_to
from crossearth_engine.shared.addresses import file_name

Tell = Callable[[str, str], None]
"""Takes a level and a sentence."""

MOST_CHARACTERS = 400
"""Of what GDAL warns of: it hands on whole requests to databases."""
MOST_OF_A_KIND = 3
"""Warnings that differ in numbers only: a damaged file may have one for each of its tiles."""

# How rasterio begins: with the kind of error, and for some with "in".
_NUMBER = re.compile(r"0x[0-9a-fA-F]+|\d+")
_KIND = re.compile(r"^CPLE_\w+(?: in |:)\s*")


@contextmanager
def told_to(log: Tell, raster: str = "") -> Iterator[None]:
    """Have what GDAL warns of told to a log, each thing once, instead of whoever was told before.

    Args:
        log: of a job.
        raster: which is read; by default that is not said.
    """
    teller = _Teller(log, file_name(raster))
    logger = logging.getLogger("rasterio")
    handlers, is_passed_on, show = logger.handlers, logger.propagate, warnings.showwarning

    def show_or_tell(
        message: Warning | str, category: type[Warning], filename: str, *where: Any, **more: Any
    ) -> None:
        if "pyogrio" in Path(filename).parts:
            teller.tell(str(message))
        else:
            show(message, category, filename, *where, **more)

    logger.handlers, logger.propagate, warnings.showwarning = [teller], False, show_or_tell
    try:
        with heard(), unreadable_told_to(teller.tell):
            yield
    finally:
        logger.handlers, logger.propagate, warnings.showwarning = handlers, is_passed_on, show


def heard() -> rasterio.Env:
    """Return a context in which GDAL is heard in the thread that enters it; one for each thread."""
    return rasterio.Env()


class _Teller(logging.Handler):
    """Tells a log in sentences what GDAL warns of."""

    def __init__(self, log: Tell, name: str) -> None:
        super().__init__(logging.WARNING)
        self._log = log
        self._name = name
        self._told: dict[str, set[str]] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.tell(_KIND.sub("", record.getMessage()))

    def tell(self, text: str) -> None:
        text = textwrap.shorten(text, MOST_CHARACTERS, placeholder=" …")
        if self._name:
            text = text.removeprefix(f"{self._name}: ")
        told = self._told.setdefault(_NUMBER.sub("", text), set())
        if not text or text in told or len(told) == MOST_OF_A_KIND:
            return
        told.add(text)
        of = f" says of {self._name}" if self._name else ""
        is_last = len(told) == MOST_OF_A_KIND
        more = " More of the kind are not told." if is_last else ""
        self._log("warning", f"GDAL{of}: {text.rstrip('.')}.{more}")
