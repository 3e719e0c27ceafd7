"""A Python of our own choice, for computers without one that will do: python-build-standalone.

One version, its archives listed with their digests in ``resources/python/archives.txt``. It comes
from where it is published, from a mirror or folder that the user names, or lies in the folder with
the packages; whatever the way, it has to be that very file. Unpacked, it stays beside the
environment, which runs with its library.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import platform
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from urllib.request import url2pathname

from .. import paths, settings
from ..errors import EngineSetupFailed, JobCanceled
from ..shared import moves
from ..translation import translate
from . import advice, web_file
from .child_process import CanceledCallback, LineCallback
from .disk import clear_away, not_writable, require_space
from .engine_environment import engines_folder
from .packages import own_machine
from .unpacking import unpack

ADDRESS_VARIABLE = "CROSSEARTH_PYTHON_URL"
"""A folder, or a web address of one, that has the archives under their own names."""
NEEDED_BYTES = 300_000_000
"""The archive and what is in it; about twice what it takes."""

_MOST_ARCHIVE_BYTES = 200_000_000
_TOLD_BYTES = 5_000_000
_BLOCK_BYTES = 1 << 20
_ARCHIVE = re.compile(
    r"cpython-(?P<version>[\d.]+)\+(?P<release>\d+)-(?P<target>.+)-install_only.*"
)


@dataclass(frozen=True)
class Archive:
    """The published file for one kind of computer.

    Attributes:
        name: of the file.
        address: where it is published.
        sha256: hexadecimal.
        version: of the Python in it.
        release: the date of its build.
    """

    name: str
    address: str
    sha256: str
    version: str
    release: str

    @property
    def folder(self) -> Path:
        """What it is unpacked to."""
        return engines_folder() / f"python-{self.version}-{self.release}"

    @property
    def python(self) -> Path:
        """The interpreter in it, whether or not it is there."""
        return self.folder / "python" / ("python.exe" if "windows" in self.name else "bin/python3")


def archive_for(system: str, machine: str) -> Archive | None:
    """Return the archive for a kind of computer, or None if there is none.

    Args:
        system: as ``platform.system()`` has it.
        machine: as ``platform.machine()`` has it.
    """
    processor = {"amd64": "x86_64", "arm64": "aarch64"}.get(machine.lower(), machine.lower())
    target = {
        # Windows on ARM runs it, too; some of the engine's packages are for x86-64 only.
        "Windows": "x86_64-pc-windows-msvc",
        "Darwin": f"{processor}-apple-darwin",
        "Linux": f"{processor}-unknown-linux-gnu",
    }.get(system)
    lines = paths.PYTHON_ARCHIVES.read_text(encoding="utf-8").splitlines()
    for sha256, address in (line.split() for line in lines):
        name = unquote(address.rpartition("/")[2])
        match = _ARCHIVE.fullmatch(name)
        if match and match["target"] == target:
            return Archive(name, address, sha256, match["version"], match["release"])
    return None


def archive_for_this_computer() -> Archive | None:
    """Return the archive that runs here, or None if there is none."""
    return archive_for(platform.system(), own_machine())


def place_of(archive: Archive, packages: Path | None) -> Path | str | None:
    """Return the file, or the web address, that an archive comes from.

    Args:
        archive: what is looked for.
        packages: a folder that is all there is: no network.

    Returns:
        None if that folder does not have it.

    Raises:
        EngineSetupFailed: if the folder that the user has named for it does not have it.
    """
    if packages is not None:
        file = packages / archive.name
        return file if file.is_file() else None
    address = settings.python_address() or os.environ.get(ADDRESS_VARIABLE, "")
    if not address:
        return archive.address
    scheme, _, rest = address.partition("://")
    if scheme.lower() in ("http", "https"):
        return f"{address.rstrip('/')}/{quote(archive.name)}"
    is_url = scheme.lower() == "file"
    folder = Path(url2pathname(rest.removeprefix("localhost")) if is_url else address).expanduser()
    if not (folder / archive.name).is_file():
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "The folder {folder} does not have {file}. Put it there, or correct the folder "
                "under Settings > Options > CrossEarth.",
            ).format(folder=folder, file=archive.name)
        )
    return folder / archive.name


def install(
    archive: Archive, place: Path | str, on_line: LineCallback, is_canceled: CanceledCallback
) -> None:
    """Fetch an archive, check and unpack it.

    Raises:
        EngineSetupFailed: with a sentence that says what to do.
        JobCanceled: if ``is_canceled`` said so; what has been downloaded is kept.
    """
    require_space(engines_folder(), NEEDED_BYTES)
    part = engines_folder() / f"{archive.name}.part"
    try:
        if isinstance(place, Path):
            shutil.copyfile(place, part)
        elif _sha256(part, is_canceled) != archive.sha256:
            _download(place, part, archive, on_line, is_canceled)
        if _sha256(part, is_canceled) != archive.sha256:
            part.unlink()
            raise _false(place, archive)
        on_line(
            translate("CrossEarth", "Unpacking Python {version}…").format(version=archive.version)
        )
        _unpack(part, archive, is_canceled)
        with contextlib.suppress(PermissionError):  # it goes when the engine is complete
            part.unlink()
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise EngineSetupFailed(advice.full_disk()) from error
        if error.errno == errno.ENAMETOOLONG:
            raise EngineSetupFailed(advice.long_path()) from error
        if isinstance(error, PermissionError) and os.access(engines_folder(), os.W_OK):
            raise EngineSetupFailed(advice.locked_file()) from error
        raise not_writable(engines_folder(), error) from error


def is_installed() -> bool:
    """Return whether there is any, in use or not."""
    return any(engines_folder().glob("python-*"))


def remove_others(used: Path | None = None) -> None:
    """Delete every standalone Python but the one that is used, and what has arrived of others."""
    for entry in engines_folder().glob("python-*"):
        if used is None or entry not in used.parents:
            clear_away(entry)
    for part in engines_folder().glob("cpython-*.part"):
        with contextlib.suppress(OSError):
            part.unlink()


class _TooMuch(Exception):
    """More comes than any archive has."""


def _download(
    address: str,
    part: Path,
    archive: Archive,
    on_line: LineCallback,
    is_canceled: CanceledCallback,
) -> None:
    text = translate("CrossEarth", "Downloading Python {version} from {host}…")
    on_line(text.format(version=archive.version, host=urlsplit(address).hostname))
    told = 0

    def tell(count: int) -> None:
        nonlocal told
        if count > _MOST_ARCHIVE_BYTES:
            raise _TooMuch
        if count >= told + _TOLD_BYTES:
            told = count
            text = translate("CrossEarth", "{size} MB of Python {version} are here")
            on_line(text.format(size=count // 1_000_000, version=archive.version))

    # What is too much has another digest, too.
    with contextlib.suppress(_TooMuch):
        web_file.fetch(address, part, tell, is_canceled)


def _unpack(part: Path, archive: Archive, is_canceled: CanceledCallback) -> None:
    folder = archive.folder
    partial = folder.with_name(f"{folder.name}.partial")
    clear_away(partial)
    try:
        unpack(part, partial, is_canceled)
        # Not before: the engine that is there may still run with it.
        clear_away(folder)
        # Whatever has the name of a Python is complete.
        moves.rename(partial, folder)
    except BaseException:
        clear_away(partial)
        raise


def _sha256(path: Path, is_canceled: CanceledCallback) -> str:
    """Return the digest of a file, hexadecimal; that of nothing where it is not there."""
    digest = hashlib.sha256()
    with contextlib.suppress(FileNotFoundError), path.open("rb") as stream:
        while block := stream.read(_BLOCK_BYTES):
            if is_canceled():
                raise JobCanceled
            digest.update(block)
    return digest.hexdigest()


def _false(place: Path | str, archive: Archive) -> EngineSetupFailed:
    host = place.parent if isinstance(place, Path) else urlsplit(place).hostname
    return EngineSetupFailed(
        translate(
            "CrossEarth",
            "What {place} has as {file} is not the Python that was published: its SHA-256 is "
            "another one. What was fetched is deleted. Try again; if it stays so, the mirror, or a "
            "proxy on the way, changes files.",
        ).format(place=host, file=archive.name)
    )
