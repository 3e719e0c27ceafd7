"""What the set-up says, kept in a file: whoever asks for help has closed QGIS meanwhile."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from ..shared import diagnostics
from .child_process import LineCallback


@contextlib.contextmanager
def kept_log(on_line: LineCallback) -> Iterator[LineCallback]:
    """Yield what hands on lines and keeps them, with the error that ends it."""
    with contextlib.suppress(OSError):
        diagnostics.setup_log().unlink()

    def keep(line: str) -> None:
        # Opened anew: a disk that is full, or a folder that goes, must not end the set-up.
        with contextlib.suppress(OSError), diagnostics.setup_log().open("ab") as file:
            file.write(f"{line}\n".encode(errors="replace"))

    def hand_on(line: str) -> None:
        keep(line)
        on_line(line)

    try:
        yield hand_on
    except Exception as error:
        keep(f"{type(error).__name__}: {error}")
        raise
