"""The locks say what is tested, whole, for each computer; and folders are filled by them."""

from __future__ import annotations

import hashlib
import json
import platform
import re
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools import environments, lock_targets, locks, standalone_archive, wheelhouse
from tools.lock_targets import LOCKS, PLATFORMS, SETS, TARGETS, Target, read_lock

PLATFORM = {known.computer(): known for known in PLATFORMS}
HERE = f"{sys.platform}-{platform.machine()}"
PYTHON = "{}.{}".format(*sys.version_info[:2])


def locked_here(*names: str) -> dict[str, str]:
    """Return the versions that sets hold for the computer that this runs on."""
    target = Target(PLATFORM[HERE], PYTHON)
    entries = [entry for name in names for entry in read_lock(name)]
    return {entry.name: entry.version for entry in entries if target.wants(entry.marker)}


def test_every_package_has_an_exact_version_and_digests() -> None:
    for name in SETS:
        entries = list(read_lock(name))
        text = (LOCKS / f"{name}.txt").read_text("utf-8")
        assert len(entries) == len(re.findall(r"(?m)^[^#\s]", text)) > 0
        for entry in entries:
            assert re.search(r"--hash=sha256:[0-9a-f]{64}$", entry.text), entry.name


@pytest.mark.skipif(HERE not in PLATFORM, reason="nothing is locked for this computer")
@pytest.mark.parametrize("name", environments.LOCKED)
def test_what_is_tested_is_what_is_locked(name: str) -> None:
    if name in ("openvino", "torch"):
        pytest.importorskip(name, reason=f"{name} is an extra")
    tested = {package: metadata.version(package).partition("+")[0] for package in locked_here(name)}
    assert tested == {k: v.partition("+")[0] for k, v in locked_here(name).items()}


@pytest.mark.skipif(HERE not in PLATFORM, reason="nothing is locked for this computer")
@pytest.mark.parametrize("name", ["adapt", "torch"])
def test_set_holds_all_that_its_packages_need(name: str) -> None:
    if name == "torch":
        pytest.importorskip("torch", reason="torch is an extra")
    locked = locked_here("segment", "adapt", name)
    for package in locked:
        for line in metadata.requires(package) or []:
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                version = locked[canonicalize_name(requirement.name)].partition("+")[0]
                assert requirement.specifier.contains(version), f"{package} needs {line}"


@pytest.mark.parametrize(
    ("wheel", "computer", "python", "is_taken"),
    [
        ("a-1-cp312-cp312-win_amd64.whl", "win32-AMD64", "3.12", True),
        ("a-1-cp312-cp312-win_arm64.whl", "win32-AMD64", "3.12", False),
        ("a-1-cp313-cp313t-win_amd64.whl", "win32-AMD64", "3.13", False),
        ("a-1-cp311-abi3-macosx_12_0_arm64.whl", "darwin-arm64", "3.14", True),
        ("a-1-cp311-abi3-macosx_12_0_arm64.whl", "darwin-arm64", "3.10", False),
        ("a-1-cp312-cp312-macosx_10_9_universal2.whl", "darwin-x86_64", "3.12", True),
        ("a-1-cp312-cp312-macosx_15_0_arm64.whl", "darwin-arm64", "3.12", False),
        (
            "a-1-py3-none-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl",
            "linux-x86_64",
            "3.11",
            True,
        ),
        ("a-1-cp311-cp311-manylinux_2_34_aarch64.whl", "linux-aarch64", "3.11", False),
        ("a-1-cp311-cp311-musllinux_1_2_x86_64.whl", "linux-x86_64", "3.11", False),
        ("a-1-py2.py3-none-any.whl", "linux-aarch64", "3.10", True),
    ],
)
def test_wheel_is_for_a_computer(wheel: str, computer: str, python: str, is_taken: bool) -> None:
    assert Target(PLATFORM[computer], python).takes(wheel) is is_taken


def test_openvino_comes_without_what_tells_of_its_use() -> None:
    assert [entry.name for entry in read_lock("openvino")] == ["openvino"]


def test_docs_say_what_the_locks_lack() -> None:
    offered = json.loads((LOCKS / "wheels.json").read_text("utf-8"))
    assert locks.table(offered) in locks.PAGE.read_text("utf-8")
    assert set(offered) == set(SETS)
    lacking = offered["torch"]["darwin-x86_64"]
    assert all(entry == {"lacking": ["torch"]} for entry in lacking.values())


def test_a_package_is_wanted_once_on_each_computer() -> None:
    for name, target in ((name, target) for name in SETS for target in TARGETS):
        wanted = [entry.name for entry in read_lock(name) if target.wants(entry.marker)]
        assert len(wanted) == len(set(wanted)), (name, target)


def test_locks_have_the_versions_that_are_tested_together() -> None:
    text = (environments.ENGINE / "constraints.txt").read_text("utf-8")
    tested = [Requirement(line) for line in text.splitlines() if line and not line.startswith("#")]
    for name, target in ((name, target) for name in SETS for target in TARGETS):
        locked = {e.name: e.version for e in read_lock(name) if target.wants(e.marker)}
        for requirement in tested:
            if requirement.name in locked and target.wants(str(requirement.marker or "")):
                version = locked[requirement.name].partition("+")[0]
                assert requirement.specifier.contains(version), (name, target.platform.name)


def write_wheel(folder: Path, tag: str) -> Path:
    path = folder / f"tiny-1.0-{tag}.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny.py", tag)
        wheel.writestr(
            "tiny-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: tiny\nVersion: 1.0\n"
        )
        wheel.writestr("tiny-1.0.dist-info/WHEEL", f"Wheel-Version: 1.0\nTag: {tag}\n")
        wheel.writestr("tiny-1.0.dist-info/RECORD", "")
    return path


def test_folder_is_filled_for_another_computer_by_its_markers(tmp_path, monkeypatch) -> None:
    index, filled = tmp_path / "index", tmp_path / "filled"
    index.mkdir()
    tags = ["cp312-cp312-win_amd64", "cp312-cp312-manylinux_2_28_x86_64", "cp311-cp311-win_amd64"]
    digests = [digest_of(write_wheel(index, tag)) for tag in tags]
    hashes = " \\\n    ".join(f"--hash=sha256:{digest}" for digest in digests)
    lock = tmp_path / "segment.txt"
    lock.write_text(
        f"tiny==1.0 ; sys_platform == 'win32' \\\n    {hashes}\n"
        f"never-on-windows==1.0 ; sys_platform == 'linux' \\\n    {hashes}\n"
    )
    monkeypatch.setattr(lock_targets, "LOCKS", tmp_path)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(index))
    wheelhouse.download(str(filled), "win_amd64", "3.12", ["segment"])
    assert [path.name for path in filled.iterdir()] == [f"tiny-1.0-{tags[0]}.whl"]


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("name", "python", "sets", "words"),
    [
        ("macosx_15_0_x86_64", "3.12", ["torch"], "no wheel of torch"),
        ("macosx_15_0_x86_64", "3.14", [], "no wheel of onnxruntime"),
        ("win_amd64", "3.11", ["torch-cuda"], "no wheel of torch"),
        ("win_amd64", "3.9", [], "none for 3.9"),
    ],
)
def test_folder_that_cannot_be_whole_is_not_begun(
    tmp_path, name: str, python: str, sets: list[str], words: str
) -> None:
    with pytest.raises(environments.Stop, match=words):
        wheelhouse.fill_wheelhouse(tmp_path / "folder", name, python, sets)
    assert not (tmp_path / "folder").exists()


@pytest.fixture
def published(tmp_path, monkeypatch) -> dict[str, bytes]:
    """Publish a standalone Python for Windows and one for Linux, on this computer."""
    contents, lines = {}, []
    for target in ("x86_64-pc-windows-msvc", "x86_64-unknown-linux-gnu"):
        name = f"cpython-3.12.9+20250101-{target}-install_only_stripped.tar.gz"
        contents[target] = target.encode()
        (tmp_path / name).write_bytes(contents[target])
        address = (tmp_path / name).as_uri().replace("+", "%2B")
        lines.append(f"{hashlib.sha256(contents[target]).hexdigest()}  {address}")
    (tmp_path / "archives.txt").write_text("\n".join(lines))
    monkeypatch.setattr(standalone_archive, "ARCHIVES", tmp_path / "archives.txt")
    return contents


@pytest.mark.parametrize(
    ("platform", "target"),
    [
        ("win_amd64", "x86_64-pc-windows-msvc"),
        ("manylinux_2_28_x86_64", "x86_64-unknown-linux-gnu"),
    ],
)
def test_folder_gets_the_python_of_its_computers(tmp_path, published, platform, target) -> None:
    folder = tmp_path / "a folder"
    assert standalone_archive.fetch_standalone_python(folder, platform, None) == "3.12"
    (file,) = folder.iterdir()
    assert file.name == f"cpython-3.12.9+20250101-{target}-install_only_stripped.tar.gz"
    assert file.read_bytes() == published[target]


def test_python_that_does_not_fit_or_is_not_the_published_one_stays_out(
    tmp_path, published
) -> None:
    folder = tmp_path / "a folder"
    with pytest.raises(environments.Stop, match=r"is 3\.12"):
        standalone_archive.fetch_standalone_python(folder, "win_amd64", "3.11")
    next(tmp_path.glob("*windows*")).write_bytes(b"another one")
    with pytest.raises(environments.Stop, match="SHA-256"):
        standalone_archive.fetch_standalone_python(folder, "win_amd64", "3.12")
    next(tmp_path.glob("*windows*")).unlink()
    with pytest.raises(environments.Stop, match="cannot be downloaded"):
        standalone_archive.fetch_standalone_python(folder, "win_amd64", None)
    assert not folder.exists()


def test_every_platform_has_a_python_that_its_packages_are_locked_for() -> None:
    addresses = standalone_archive.ARCHIVES.read_text().split()[1::2]
    for kind in lock_targets.PLATFORMS:
        target = kind.uv.replace("manylinux_2_28", "unknown-linux-gnu")
        (address,) = [address for address in addresses if f"-{target}-" in address]
        assert ".".join(re.findall(r"\d+", address.rpartition("/")[2])[:2]) in lock_targets.PYTHONS
