from __future__ import annotations

import os
import secrets
import tarfile
from pathlib import Path

import pytest

from crossearth_qgis.errors import EngineSetupFailed, JobCanceled
from crossearth_qgis.setup import unpacking
from crossearth_qgis.setup.unpacking import unpack
from tests.plugin.setup.archives import file, other, packed, unix_python, windows_python


def unpacked(tmp_path: Path, content: bytes) -> Path:
    archive = tmp_path / "archive.tar.gz"
    archive.write_bytes(content)
    unpack(archive, tmp_path / "inside" / "folder", lambda: False)
    return tmp_path / "inside" / "folder"


def test_programs_links_and_folders_come_as_they_are(tmp_path) -> None:
    folder = unpacked(tmp_path, unix_python()) / "python"
    assert (folder / "bin" / "python3").readlink() == Path("python3.12")
    assert os.access(folder / "bin" / "python3", os.X_OK)
    library = folder / "lib" / "python3.12" / "os.py"
    assert library.stat().st_mode & 0o777 == 0o644
    assert (folder / "lib" / "libpython3.so").read_bytes() == library.read_bytes()


def test_the_layout_of_windows_is_unpacked(tmp_path) -> None:
    folder = unpacked(tmp_path, windows_python()) / "python"
    assert sorted(path.name for path in folder.iterdir()) == ["DLLs", "Lib", "python.exe"]


def test_a_leading_dot_and_names_in_all_letters_are_fine(tmp_path) -> None:
    folder = unpacked(tmp_path, packed(file("./python/lib/\u65e5\u672c \u00fc.py", "x")))
    assert (folder / "python" / "lib" / "\u65e5\u672c \u00fc.py").read_text() == "x"


LINK, HARD = tarfile.SYMTYPE, tarfile.LNKTYPE
HOSTILE = {
    "path that climbs": [file("python/../../outside", "x")],
    "absolute path": [file("/tmp/crossearth-outside", "x")],
    "drive": [file("C:/outside", "x")],
    "backslashes": [file("python\\..\\..\\outside", "x")],
    "dots that windows takes for two": [file("python/.. /.. /.. /outside", "x")],
    "stream of another file": [file("python/bin:hidden", "x")],
    "empty name": [file("", "x")],
    "link that climbs": [other("python/lib", LINK, "../../../outside")],
    "absolute link": [other("python/lib", LINK, "/etc/passwd")],
    "link to a link that climbs": [
        other("d/e/short", LINK, ".."),
        other("leads-out", LINK, "d/e/short/../.."),
    ],
    "file through a link": [other("python", LINK, "."), file("python/file", "x")],
    "file through a link outside": [other("out", LINK, "../.."), file("out/outside", "x")],
    "folder through a link outside": [
        other("out", LINK, "../.."),
        other("out/outside", tarfile.DIRTYPE),
    ],
    "hard link outside": [other("python/lib", HARD, "../../outside")],
    "hard link to a link": [
        other("python/passwd", LINK, "/etc/passwd"),
        other("python/copy", HARD, "python/passwd"),
    ],
    "hard link to nothing": [other("python/lib", HARD, "python/nothing")],
    "device": [other("python/null", tarfile.CHRTYPE)],
    "disk": [other("python/disk", tarfile.BLKTYPE)],
    "pipe": [other("python/pipe", tarfile.FIFOTYPE)],
}


@pytest.mark.parametrize("members", HOSTILE.values(), ids=HOSTILE)
def test_nothing_leads_out_of_the_folder(tmp_path, members) -> None:
    (tmp_path / "secret").write_text("untouched")
    with pytest.raises(EngineSetupFailed, match="does not belong into it"):
        unpacked(tmp_path, packed(*members))
    assert {path.name for path in tmp_path.iterdir()} == {"archive.tar.gz", "inside", "secret"}
    assert {path.name for path in (tmp_path / "inside").iterdir()} == {"folder"}
    assert not Path("/tmp/crossearth-outside").exists()


def test_a_file_in_the_place_of_a_link_is_not_written_through_it(tmp_path) -> None:
    outside = tmp_path / "outside"
    outside.write_text("untouched")
    members = [other("python", LINK, str(outside)), file("python", "a file")]
    folder = unpacked(tmp_path, packed(*members))
    assert outside.read_text() == "untouched"
    assert not (folder / "python").is_symlink()


@pytest.mark.parametrize(("limit", "most"), [("MOST_BYTES", 10), ("MOST_MEMBERS", 2)])
def test_archives_that_hold_too_much_are_refused(tmp_path, monkeypatch, limit, most) -> None:
    monkeypatch.setattr(unpacking, limit, most)
    with pytest.raises(EngineSetupFailed, match="does not belong into it"):
        unpacked(tmp_path, packed(file("a", "12345"), file("b", "12345"), file("c", "12345")))


def test_what_is_no_archive_or_a_damaged_one_is_said(tmp_path) -> None:
    whole = packed(*(file(name, secrets.token_hex(50_000)) for name in "abc"))
    for index, content in enumerate((b"", b"<html>", whole[:200], whole[: len(whole) // 2])):
        folder = tmp_path / str(index)
        folder.mkdir()
        with pytest.raises(EngineSetupFailed, match="cannot be unpacked"):
            unpacked(folder, content)


def test_unpacking_can_be_canceled(tmp_path) -> None:
    archive = tmp_path / "archive.tar.gz"
    archive.write_bytes(unix_python())
    with pytest.raises(JobCanceled):
        unpack(archive, tmp_path / "folder", lambda: (tmp_path / "folder" / "python/bin").exists())
