"""Made-up archives of a standalone Python, on a local server or in a folder."""

from __future__ import annotations

import hashlib
import io
import sys
import tarfile
from pathlib import Path

# What runs this one's own base Python: to whoever starts it, it is one.
_PYTHON = f'#!/bin/sh\nexec {sys.base_prefix}/bin/python3 "$@"\n'


def file(name: str, content: str = "", mode: int = 0o644) -> tuple[tarfile.TarInfo, bytes]:
    member = tarfile.TarInfo(name)
    member.size, member.mode = len(content.encode()), mode
    return member, content.encode()


def other(name: str, kind: bytes, target: str = "") -> tuple[tarfile.TarInfo, bytes]:
    """Return a link, a folder, a device: whatever is no file."""
    member = tarfile.TarInfo(name)
    member.type, member.linkname, member.mode = kind, target, 0o755
    return member, b""


def packed(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as archive:
        for member, content in members:
            archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def unix_python() -> bytes:
    """Return an archive as they are for Linux and macOS: programs, and links between them."""
    return packed(
        other("python", tarfile.DIRTYPE),
        file("python/bin/python3.12", _PYTHON, 0o755),
        other("python/bin/python3", tarfile.SYMTYPE, "python3.12"),
        other("python/bin/python", tarfile.SYMTYPE, "python3.12"),
        file("python/lib/python3.12/os.py", "# the library\n" * 5000),
        other("python/lib/libpython3.so", tarfile.LNKTYPE, "python/lib/python3.12/os.py"),
    )


def windows_python() -> bytes:
    """Return an archive as they are for Windows: the program lies at the top."""
    return packed(
        file("python/python.exe", _PYTHON, 0o755),
        file("python/DLLs/_ssl.pyd", "library"),
        file("python/Lib/os.py", "# the library\n"),
    )


def write_list(path: Path, address: str, content: bytes) -> None:
    path.write_text(f"{hashlib.sha256(content).hexdigest()}  {address}\n", encoding="utf-8")
