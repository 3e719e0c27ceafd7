"""Files that name rasters, one in a line: of a search, or of more than fit in a command line."""

from __future__ import annotations

import codecs
import os
import sys
from pathlib import Path

from crossearth_engine.errors import InvalidRequest


def read_list(file: str) -> list[str]:
    """Return the paths in the lines of a text, which are relative to the current folder.

    Without the quotation marks in which Windows copies a path, empty lines, and comments: lines
    that begin with ``#`` and name no file.

    Args:
        file: its path, or ``-`` for what comes on stdin.

    Raises:
        InvalidRequest: if it cannot be read, is no text, or lists nothing.
    """
    try:
        content = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        # PowerShell's > writes UTF-16, Notepad a mark in front of UTF-8.
        is_wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        text = content.decode("utf-16" if is_wide else "utf-8-sig")
    except OSError as error:
        raise InvalidRequest(reason=f"The list {file} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        reason = f"The list {file} is no text in UTF-8: a raster in each line is expected."
        raise InvalidRequest(reason=reason) from error
    # Not splitlines: a name may have in it what ends a line elsewhere.
    lines = [_unquoted(line.strip()) for line in text.split("\n")]
    paths = [line for line in lines if line and not _is_comment(line)]
    if not paths:
        raise InvalidRequest(reason=f"The list {file} is empty.")
    return paths


def _unquoted(line: str) -> str:
    is_quoted = len(line) > 2 and line[0] == line[-1] == '"' and line.count('"') == 2
    return line[1:-1] if is_quoted else line


def _is_comment(line: str) -> bool:
    return line.startswith("#") and not os.path.lexists(line)
