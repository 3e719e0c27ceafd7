"""Unpacking a tar archive of others, member by member: nothing of it lands outside its folder.

Python's own filter for that (PEP 706) is not in every Python of QGIS.
"""

from __future__ import annotations

import gzip
import os
import shutil
import tarfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from ..errors import EngineSetupFailed, JobCanceled
from ..translation import translate
from .child_process import CanceledCallback

MOST_BYTES = 1_000_000_000
"""Unpacked; a standalone Python has about a tenth."""
MOST_MEMBERS = 50_000


def unpack(archive: Path, folder: Path, is_canceled: CanceledCallback) -> None:
    """Unpack files, folders and links into a folder that does not exist.

    Raises:
        EngineSetupFailed: if it is no archive, holds too much, or what does not belong into one:
            paths or links that lead out of it, devices.
        JobCanceled: if ``is_canceled`` said so.
        OSError: if something cannot be written.
    """
    folder.mkdir(parents=True)
    links: list[tarfile.TarInfo] = []
    total = 0
    try:
        with tarfile.open(archive, "r:gz") as members:
            for count, member in enumerate(members, start=1):
                if is_canceled():
                    raise JobCanceled
                total += member.size
                if total > MOST_BYTES or count > MOST_MEMBERS:
                    raise _refusal(archive, member)
                _unpack_member(members, member, archive, folder)
                if member.issym():
                    links.append(member)
    except (tarfile.TarError, EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise EngineSetupFailed(
            translate("CrossEarth", "{archive} cannot be unpacked: {reason}").format(
                archive=archive.name, reason=error
            )
        ) from error
    # Where a link leads is known when all are there: one may go through another.
    inside = Path(os.path.realpath(folder))
    for link in links:
        end = Path(os.path.realpath(folder / link.name))
        if inside not in (end, *end.parents):
            raise _refusal(archive, link)


def _unpack_member(
    members: tarfile.TarFile, member: tarfile.TarInfo, archive: Path, folder: Path
) -> None:
    target = _place(member.name, folder)
    if target is None:
        raise _refusal(archive, member)
    if member.isdir():
        target.mkdir(parents=True, exist_ok=True)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(target):
        target.unlink()  # or what is written might go where a link leads
    if member.issym():
        target.symlink_to(member.linkname)
    elif member.islnk():
        first = _place(member.linkname, folder)
        if first is None or first.is_symlink() or not first.is_file():
            raise _refusal(archive, member)
        shutil.copy(first, target)
    elif (content := members.extractfile(member)) is not None:
        with content, target.open("xb") as stream:
            shutil.copyfileobj(content, stream)
        target.chmod(0o755 if member.mode & 0o100 else 0o644)
    else:  # a device or a pipe
        raise _refusal(archive, member)


def _place(name: str, folder: Path) -> Path | None:
    """Return where a member goes; None if that is not inside, or behind a link."""
    parts = [part for part in name.split("/") if part != "."]
    # No drive, no stream of a file; and no name that Windows would take for a shorter one: "..  ".
    is_plain = all(part and part == part.rstrip(" .") for part in parts)
    if not parts or not is_plain or any(sign in name for sign in "\\:\0"):
        return None
    target = folder.joinpath(*parts)
    return None if any(parent.is_symlink() for parent in _between(target, folder)) else target


def _between(target: Path, folder: Path) -> Iterator[Path]:
    for parent in target.parents:
        if parent == folder:
            return
        yield parent


def _refusal(archive: Path, member: tarfile.TarInfo) -> EngineSetupFailed:
    return EngineSetupFailed(
        translate(
            "CrossEarth",
            "{archive} holds what does not belong into it ({member}) and was not unpacked. Fetch "
            "it anew; if it comes from a mirror or a folder, tell whoever fills it.",
        ).format(archive=archive.name, member=member.name)
    )
