"""What a command tells while it works: on stderr, and with ``--log`` in a file, line by line.

In a file, and of many rasters on stderr too, each line begins with the time. With ``--quiet``
stderr has what went wrong only, so that cron writes no mail of what went well.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

from crossearth_engine.cli import help
from crossearth_engine.errors import OutputNotWritable
from crossearth_engine.shared.products import COLLECTION, MOSAIC, PAGE, RASTER, VECTOR

Command = TypeVar("Command", bound=Callable[..., Any])

_HEADS = {"info": "", "warning": "Warning: ", "error": "Error: "}
# What a run writes, or reads: with such a name the log would lie where a map is to come.
_OTHERS = {
    *(suffix for kind in (RASTER, VECTOR, MOSAIC, COLLECTION, PAGE) for suffix in kind.suffixes),
    *(".qml", ".xml", ".onnx", ".geojson", ".shp"),
}
# What a batch says of one of its rasters: that it begins, and how it ends.
_OF_RASTER = re.compile(r"Raster \d+ of \d+\b")
_BEGINS = re.compile(r"Raster \d+ of \d+: ")
# What is no letter, and what ends a line for those who read one.
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
# How a line of a log begins.
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")


class Log:
    """Where lines go.

    Attributes:
        has_times: whether those on stderr have the time, too.
        is_quiet: whether stderr has warnings and errors only.
        file: gets every line.
    """

    def __init__(self) -> None:
        self.has_times = False
        self.is_quiet = False
        self.file: TextIO | None = None
        # The line with which the raster began whose warnings may come; told with the first of them.
        self._raster = ""

    def tell(self, level: str, text: str) -> None:
        """Write a sentence of a level: info, warning or error."""
        if _OF_RASTER.match(text):
            self._raster = text if _BEGINS.match(text) else ""
        elif self._raster and self.is_quiet and level == "warning":
            self._show(self._raster)
            self._raster = ""
        self._write(_HEADS[level] + text, is_shown=not (self.is_quiet and level == "info"))

    def end(self, text: str) -> None:
        """Write how the command has ended, if not well."""
        self._write(f"crossearth: {text}", is_shown=True)

    def _write(self, line: str, is_shown: bool) -> None:
        if self.file is not None:
            try:
                self.file.write(f"{one_line(_timed(line))}\n")
            except OSError as error:
                # A full disk, of which no map is lost that still has room on another.
                name, self.file = self.file.name, None
                self.tell("warning", f"The log {name} ends here: {error.strerror}.")
        if is_shown:
            self._show(line)

    def _show(self, line: str) -> None:
        shown = one_line(_timed(line) if self.has_times else line)
        # Over the line of progress, which may be there without an end.
        click.echo(f"\r{shown:<40}" if sys.stderr.isatty() else shown, err=True)


def one_line(text: str) -> str:
    """Return a text as one line: names may have in them what ends one, or steers a screen."""
    return _STEERING.sub(lambda found: ascii(found[0])[1:-1], text)


def _timed(line: str) -> str:
    return f"{datetime.now().astimezone().isoformat(timespec='seconds')} {line}"


def current_log() -> Log:
    """Return the log of the command that runs."""
    context = click.get_current_context(silent=True)
    if context is None:
        return Log()
    log: Log = context.meta.setdefault(__name__, Log())
    return log


def keeps_log(command: Command) -> Command:
    """Give a command the options ``--log`` and ``--quiet``."""
    for flag, settings in (
        ("--quiet", {"is_flag": True, "callback": _be_quiet, "help": _QUIET}),
        ("--log", {"metavar": "FILE", "callback": _open, "help": _LOG}),
    ):
        option = click.option(flag, cls=help.Option, group="Run", expose_value=False, **settings)
        command = option(command)
    return command


_QUIET = "Tell warnings and errors only."
_LOG = "Also write what is told to FILE, at its end, each line with its time."


def _be_quiet(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    current_log().is_quiet = value


def _open(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Open the file of the log, which stays open until the program has told how it ends.

    Raises:
        OutputNotWritable: if it cannot be written, or is something else.
    """
    if value is None:
        return
    path = Path(value)
    if path.suffix.lower() in _OTHERS:
        reason = f"a log is no file {path.suffix}. Choose another name, such as {path.stem}.log."
        raise OutputNotWritable(path=value, reason=reason)
    try:
        start = b""
        if path.is_file():
            with path.open("rb") as earlier:
                start = earlier.read(19)
        if start and not _TIME.match(start):
            raise FileExistsError(0, "it exists and is no log; choose another name")
        # To the end of a line is written at once: who looks at it sees how far the run is.
        file = path.open("a", encoding="utf-8", errors="backslashreplace", buffering=1)
    except OSError as error:
        raise OutputNotWritable(path=value, reason=f"{error.strerror}.") from error
    ctx.find_root().call_on_close(lambda: _close(file))
    current_log().file = file


def _close(file: TextIO) -> None:
    # What found no room is tried once more, and is no reason to end otherwise than the run has.
    with contextlib.suppress(OSError):
        file.close()
