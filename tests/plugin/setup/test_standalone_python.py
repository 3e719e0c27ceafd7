from __future__ import annotations

import hashlib
import platform
import re
import shutil
import tarfile
import time
from pathlib import Path

import pytest

from crossearth_qgis import paths, settings
from crossearth_qgis.errors import EngineSetupFailed, JobCanceled
from crossearth_qgis.setup import standalone_python, web_file
from crossearth_qgis.setup.engine_environment import engines_folder
from crossearth_qgis.setup.standalone_python import (
    ADDRESS_VARIABLE,
    Archive,
    archive_for,
    archive_for_this_computer,
    install,
    place_of,
    remove_others,
)
from tests.engine.file_server import serving
from tests.plugin.setup.archives import other, packed, unix_python, windows_python


@pytest.fixture(autouse=True)
def _quick(monkeypatch) -> None:
    monkeypatch.setattr(web_file, "PAUSES_S", (0.05, 0.05))


@pytest.fixture
def make_archive(home):
    """Return what gives an archive the digest of its content."""
    engines_folder().mkdir(parents=True)

    def make(content: bytes, target: str = "x86_64-unknown-linux-gnu") -> Archive:
        name = f"cpython-3.12.9+20250101-{target}-install_only_stripped.tar.gz"
        return Archive(
            name,
            f"https://publisher.example/{name}",
            hashlib.sha256(content).hexdigest(),
            "3.12.9",
            "20250101",
        )

    return make


def never() -> bool:
    return False


def left() -> list[str]:
    return sorted(path.name for path in engines_folder().iterdir())


@pytest.mark.parametrize(
    ("system", "machine", "target"),
    [
        ("Windows", "AMD64", "x86_64-pc-windows-msvc"),
        ("Windows", "ARM64", "x86_64-pc-windows-msvc"),
        ("Darwin", "x86_64", "x86_64-apple-darwin"),
        ("Darwin", "arm64", "aarch64-apple-darwin"),
        ("Linux", "x86_64", "x86_64-unknown-linux-gnu"),
        ("Linux", "aarch64", "aarch64-unknown-linux-gnu"),
    ],
)
def test_each_kind_of_computer_has_one_of_one_version(system, machine, target) -> None:
    archive = archive_for(system, machine)
    assert archive.name == (
        f"cpython-{archive.version}+{archive.release}-{target}-install_only_stripped.tar.gz"
    )
    assert re.fullmatch("[0-9a-f]{64}", archive.sha256)
    assert archive.version.startswith("3.12.")
    assert archive.version == archive_for("Linux", "x86_64").version
    ending = "python/python.exe" if system == "Windows" else "python/bin/python3"
    assert archive.python.as_posix().endswith(ending)


def test_no_two_archives_are_the_same() -> None:
    lines = paths.PYTHON_ARCHIVES.read_text().splitlines()
    assert len({line.split()[0] for line in lines}) == len(lines) == 5


@pytest.mark.parametrize("kind", [("Linux", "ppc64le"), ("FreeBSD", "amd64"), ("", "")])
def test_other_computers_have_none(kind) -> None:
    assert archive_for(*kind) is None


def test_program_for_intel_on_an_apple_processor_gets_the_one_for_apple(monkeypatch) -> None:
    kernel = "Darwin Kernel Version 24.1.0: root:xnu-11215~1/RELEASE_ARM64_T6000"
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(platform, "version", lambda: kernel)
    assert "aarch64" in archive_for_this_computer().name
    monkeypatch.setattr(platform, "version", lambda: kernel.replace("ARM64", "X86_64"))
    assert "x86_64" in archive_for_this_computer().name


def test_it_comes_from_where_it_is_published_or_where_the_user_says(tmp_path, monkeypatch) -> None:
    archive = archive_for("Linux", "x86_64")
    quoted = archive.name.replace("+", "%2B")
    published = "https://github.com/astral-sh/python-build-standalone/releases/download"
    assert place_of(archive, None) == f"{published}/{archive.release}/{quoted}"
    monkeypatch.setenv(ADDRESS_VARIABLE, "https://mirror.example/pythons/")
    assert place_of(archive, None) == f"https://mirror.example/pythons/{quoted}"
    settings.set_python_address(str(tmp_path))
    with pytest.raises(EngineSetupFailed, match=f"does not have {re.escape(archive.name)}"):
        place_of(archive, None)
    (tmp_path / archive.name).touch()
    assert place_of(archive, None) == tmp_path / archive.name
    settings.set_python_address(tmp_path.as_uri())
    assert place_of(archive, None) == tmp_path / archive.name
    settings.set_python_address(tmp_path.as_uri().replace("file:///", "file://localhost/"))
    assert place_of(archive, None) == tmp_path / archive.name
    monkeypatch.setenv("HOME", str(tmp_path.parent))
    settings.set_python_address(f"~/{tmp_path.name}")
    assert place_of(archive, None) == tmp_path / archive.name
    assert place_of(archive, tmp_path / "packages") is None
    assert place_of(archive, tmp_path) == tmp_path / archive.name


def test_from_a_server_it_is_checked_unpacked_and_complete(make_archive) -> None:
    content = unix_python()
    archive = make_archive(content)
    lines: list[str] = []
    with serving(files={"/python.gz": content}) as (address, _):
        install(archive, f"{address}/python.gz", lines.append, never)
    assert archive.python.is_file()
    assert left() == ["python-3.12.9-20250101"]
    assert any("Downloading Python 3.12.9 from 127.0.0.1" in line for line in lines)


def test_windows_layout_from_a_folder(make_archive, tmp_path) -> None:
    content = windows_python()
    archive = make_archive(content, "x86_64-pc-windows-msvc")
    file = tmp_path / archive.name
    file.write_bytes(windows_python())
    # The times in an archive are those of its making: the same content again is the same file.
    archive = Archive(
        archive.name, "", hashlib.sha256(file.read_bytes()).hexdigest(), "3.12.9", "1"
    )
    install(archive, file, print, never)
    assert archive.python.name == "python.exe"
    assert archive.python.is_file()
    assert file.is_file()


def test_wrong_digest_is_refused_and_fetched_anew_the_next_time(make_archive) -> None:
    content = unix_python()
    archive = make_archive(content)
    with serving(files={"/python.gz": content[:-1] + b"!"}) as (address, server):
        with pytest.raises(EngineSetupFailed, match=r"127\.0\.0\.1 .* SHA-256 is another one"):
            install(archive, f"{address}/python.gz", print, never)
        assert left() == []
        server.files["/python.gz"] = content
        install(archive, f"{address}/python.gz", print, never)
    assert archive.python.is_file()


def test_wrong_digest_in_a_folder_is_refused_and_the_folder_left_alone(
    make_archive, tmp_path
) -> None:
    archive = make_archive(unix_python())
    file = tmp_path / archive.name
    file.write_bytes(b"something else")
    with pytest.raises(EngineSetupFailed, match="SHA-256 is another one"):
        install(archive, file, print, never)
    assert file.read_bytes() == b"something else"
    assert left() == []


def test_canceled_download_goes_on_the_next_time(make_archive) -> None:
    content = unix_python()
    archive = make_archive(content)
    with serving(files={"/python.gz": content}, break_at=[100], stalls=True) as (address, server):
        part = engines_folder() / f"{archive.name}.part"
        until = time.monotonic() + 0.5
        with pytest.raises(JobCanceled):
            install(archive, f"{address}/python.gz", print, lambda: time.monotonic() > until)
        assert left() == [part.name]
        server.stalls = False
        install(archive, f"{address}/python.gz", print, never)
        assert server.asked()[-1] == ("/python.gz", "bytes=100-")
    assert left() == ["python-3.12.9-20250101"]


def test_cancel_while_it_is_unpacked_keeps_the_download_alone(make_archive) -> None:
    content = unix_python()
    archive = make_archive(content)
    part = engines_folder() / f"{archive.name}.part"
    part.write_bytes(content)
    partial = archive.folder.with_name(f"{archive.folder.name}.partial")
    with pytest.raises(JobCanceled):
        install(archive, "http://127.0.0.1:9/python.gz", print, (partial / "python/bin").exists)
    assert left() == [part.name]


def test_half_of_one_that_a_killed_set_up_left_is_replaced(make_archive) -> None:
    content = unix_python()
    archive = make_archive(content)
    (engines_folder() / f"{archive.name}.part").write_bytes(content)
    for folder in (archive.folder, archive.folder.with_name(f"{archive.folder.name}.partial")):
        (folder / "python" / "lib" / "left over").mkdir(parents=True)
    install(archive, "http://127.0.0.1:9/python.gz", print, never)
    assert archive.python.is_file()
    assert not (archive.folder / "python" / "lib" / "left over").exists()
    assert left() == [archive.folder.name]


def test_what_has_all_arrived_is_not_fetched_again(make_archive) -> None:
    content = unix_python()
    archive = make_archive(content)
    (engines_folder() / f"{archive.name}.part").write_bytes(content)
    install(archive, "http://127.0.0.1:9/python.gz", print, never)
    assert archive.python.is_file()


def test_archive_that_never_ends_is_given_up(make_archive, monkeypatch) -> None:
    monkeypatch.setattr(standalone_python, "_MOST_ARCHIVE_BYTES", 1_000_000)
    archive = make_archive(unix_python())
    with (
        serving(files={"/python.gz": bytes(20_000_000)}) as (address, _),
        pytest.raises(EngineSetupFailed, match="not the Python that was published"),
    ):
        install(archive, f"{address}/python.gz", print, never)
    assert left() == []


@pytest.mark.parametrize("harm", ["hostile", "canceled"])
def test_python_that_is_there_stays_until_the_next_is_unpacked(
    make_archive, tmp_path, monkeypatch, harm: str
) -> None:
    def cancel(*_: object) -> None:
        raise JobCanceled

    content = packed(other("python/bin", tarfile.SYMTYPE, "../../../.."))
    archive = make_archive(content)
    archive.python.parent.mkdir(parents=True)
    archive.python.write_text("in use")
    (tmp_path / archive.name).write_bytes(content)
    if harm == "canceled":
        monkeypatch.setattr(standalone_python, "unpack", cancel)
    with pytest.raises((EngineSetupFailed, JobCanceled)):
        install(archive, tmp_path / archive.name, print, never)
    assert archive.python.read_text() == "in use"


def test_hostile_archive_leaves_nothing(make_archive, tmp_path) -> None:
    content = packed(other("python/bin", tarfile.SYMTYPE, "../../../.."))
    archive = make_archive(content)
    (tmp_path / archive.name).write_bytes(content)
    with pytest.raises(EngineSetupFailed, match="does not belong"):
        install(archive, tmp_path / archive.name, print, never)
    assert not archive.folder.exists()
    assert [name for name in left() if not name.endswith(".part")] == []


def test_too_little_disk_is_noticed_before_a_byte_comes(make_archive, monkeypatch) -> None:
    monkeypatch.setattr(standalone_python, "NEEDED_BYTES", 10**18)
    archive = make_archive(unix_python())
    with serving(files={"/python.gz": unix_python()}) as (address, server):
        with pytest.raises(EngineSetupFailed, match="MB are free"):
            install(archive, f"{address}/python.gz", print, never)
        assert server.requests == []


@pytest.mark.parametrize("is_unpacking", [False, True])
def test_disk_that_fills_midway_is_named(make_archive, tmp_path, monkeypatch, is_unpacking) -> None:
    content = unix_python()
    archive = make_archive(content)
    (tmp_path / archive.name).write_bytes(content)
    if is_unpacking:
        monkeypatch.setattr(standalone_python, "unpack", fill_up)
        place = tmp_path / archive.name
    else:
        (engines_folder() / f"{archive.name}.part").symlink_to("/dev/full")
        place = tmp_path / archive.name
    with pytest.raises(EngineSetupFailed, match="disk became full"):
        install(archive, place, print, never)
    assert not archive.folder.exists()


def fill_up(_archive: Path, folder: Path, _is_canceled) -> None:
    folder.mkdir()
    (folder / "half").write_text("half")
    Path("/dev/full").write_text("no room")


def test_file_that_a_scanner_holds_is_waited_for(make_archive, tmp_path, monkeypatch) -> None:
    content = unix_python()
    archive = make_archive(content)
    (tmp_path / archive.name).write_bytes(content)
    waits = hold_renames(monkeypatch, times=2)
    install(archive, tmp_path / archive.name, print, never)
    assert len(waits) == 2
    assert archive.python.is_file()


def test_file_that_a_scanner_keeps_is_explained(make_archive, tmp_path, monkeypatch) -> None:
    content = unix_python()
    archive = make_archive(content)
    (tmp_path / archive.name).write_bytes(content)
    hold_renames(monkeypatch, times=100)
    with pytest.raises(EngineSetupFailed, match="as virus scanners do"):
        install(archive, tmp_path / archive.name, print, never)
    assert not archive.folder.exists()


def hold_renames(monkeypatch, times: int) -> list[float]:
    """Let renaming fail as on Windows, where a file is open in another program."""
    waits: list[float] = []
    replace = Path.replace

    def held(source: Path, target: Path) -> Path:
        if len(waits) < times:
            raise PermissionError(13, "The process cannot access the file", str(source), 32)
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(standalone_python.moves.time, "sleep", waits.append)
    return waits


def test_path_with_blanks_and_letters_of_all_kinds(make_archive, tmp_path, monkeypatch) -> None:
    home = tmp_path / "J\u00f6rg M\u00fcller \u65e5\u672c"
    monkeypatch.setenv("CROSSEARTH_HOME", str(home))
    engines_folder().mkdir(parents=True)
    content = unix_python()
    archive = Archive(make_archive_name(), "", hashlib.sha256(content).hexdigest(), "3.12.9", "1")
    with serving(files={"/python.gz": content}) as (address, _):
        install(archive, f"{address}/python.gz", print, never)
    assert home in archive.python.parents
    assert archive.python.is_file()


def make_archive_name() -> str:
    return "cpython-3.12.9+1-x86_64-unknown-linux-gnu-install_only_stripped.tar.gz"


def test_only_the_one_in_use_is_kept(make_archive) -> None:
    for name in ("python-3.11.1-1", "python-3.12.9-20250101", "cpu"):
        (engines_folder() / name / "python").mkdir(parents=True)
    (engines_folder() / "cpython-3.11.1+1-x.tar.gz.part").touch()
    remove_others(engines_folder() / "python-3.12.9-20250101" / "python" / "bin" / "python3")
    assert left() == ["cpu", "python-3.12.9-20250101"]
    remove_others()
    assert left() == ["cpu"]
    shutil.rmtree(engines_folder())
    remove_others()
