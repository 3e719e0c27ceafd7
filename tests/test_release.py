"""A release is made of a commit that says so, twice, and is the same to the byte."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import package
from tools import release
from tools.environments import ROOT, Stop

pytestmark = [
    pytest.mark.skipif(shutil.which("git") is None, reason="packing needs git"),
    pytest.mark.skipif(sys.platform == "win32", reason="there is no umask"),
]

CHANGELOG = "# Changelog\n\n## 1.2.3 - 2026-01-02\n\nAreas are right.\n\n### Fixed\n- Areas.\n"
FILES = {
    "metadata.txt": "[general]\n"
    + "".join(f"{key}=a\n" for key in package.REQUIRED_KEYS if key not in ("version", "icon"))
    + "version=1.2.3\nicon=icon.svg\n",
    "icon.svg": "<svg/>",
    "engine/crossearth_engine/__init__.py": '__version__ = "1.2.3"\n',
    "CHANGELOG.md": CHANGELOG,
    ".gitignore": "/dist/\n",
}


def git(root: Path, *arguments: str) -> None:
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", *who, *arguments], cwd=root, check=True, capture_output=True)


def commit(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "-q", "-m", "Change")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    root.mkdir()
    git(root, "init", "-q")
    commit(root, FILES)
    return root


def test_commit_that_says_its_version_everywhere_is_a_release(checkout: Path) -> None:
    assert release.problems(checkout, "1.2.3") == []
    git(checkout, "tag", "v1.2.3")
    assert release.problems(checkout, "1.2.3") == []  # tagged, and made once more


@pytest.mark.parametrize(
    ("name", "old", "new", "problem"),
    [
        ("metadata.txt", "1.2.3", "1.2.2", "metadata.txt says 1.2.2."),
        ("engine/crossearth_engine/__init__.py", "1.2.3", "1.3", "__init__.py says 1.3."),
        ("engine/crossearth_engine/__init__.py", "__version__", "version", "says no version."),
        ("CHANGELOG.md", "## 1.2.3", "## Unreleased\n\n## 1.2.3", "CHANGELOG.md is 'Unreleased'"),
        ("CHANGELOG.md", "1.2.3", "1.2.30", "CHANGELOG.md is '1.2.30 - 2026-01-02'"),
        ("CHANGELOG.md", " - 2026-01-02", "", "CHANGELOG.md is '1.2.3'"),
        ("CHANGELOG.md", "Areas are right.\n", "", "needs a few lines"),
    ],
)
def test_what_contradicts_the_version_is_said(
    name: str, old: str, new: str, problem: str, checkout: Path
) -> None:
    assert old in FILES[name]
    commit(checkout, {name: FILES[name].replace(old, new)})
    (found,) = release.problems(checkout, "1.2.3")
    assert problem in found


def test_what_git_does_not_know_or_has_changed_is_said(checkout: Path) -> None:
    (checkout / "icon.svg").write_text("<svg />", encoding="utf-8")
    (checkout / "new.py").touch()
    (found,) = release.problems(checkout, "1.2.3")
    assert found.startswith("Not committed")
    assert "icon.svg" in found
    assert "new.py" in found


def test_what_git_ignores_does_not_matter(checkout: Path) -> None:
    (checkout / "dist").mkdir()
    (checkout / "dist/sample.zip").touch()
    assert release.problems(checkout, "1.2.3") == []


def test_tag_of_another_commit_is_said(checkout: Path) -> None:
    git(checkout, "tag", "v1.2.3")
    commit(checkout, {"icon.svg": "<svg />"})
    (found,) = release.problems(checkout, "1.2.3")
    assert "v1.2.3 is on another commit" in found


@pytest.mark.parametrize("version", ["1.2", "v1.2.3", "1.2.3-rc1", "next"])
def test_version_has_three_numbers(version: str, checkout: Path) -> None:
    assert f"{version} is no version" in release.problems(checkout, version)[0]


def has_commit() -> bool:
    return not subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, capture_output=True
    ).returncode


@pytest.mark.skipif(not has_commit(), reason="the checkout is a copy without commits")
def test_two_folders_umasks_time_zones_and_ends_of_lines_give_one_sha256(tmp_path: Path) -> None:
    plugin_zip = release.build_twice(ROOT, tmp_path / "dist")
    assert [path.name for path in (tmp_path / "dist").iterdir() if path != plugin_zip] == [
        f"{plugin_zip.name}.sha256"
    ]
    digest = hashlib.sha256(plugin_zip.read_bytes()).hexdigest()
    line = (tmp_path / "dist" / f"{plugin_zip.name}.sha256").read_text()
    assert line == f"{digest}  {plugin_zip.name}\n"
    assert zipfile.ZipFile(plugin_zip).testzip() is None
    steps = release.next_steps("1.2.3", plugin_zip)
    assert "plugins/crossearth_qgis/version/add/" in steps


@pytest.mark.parametrize(
    "content",
    [
        "os.environ['TZ']",
        "__file__",
        "str(os.umask(0))",
        "str(time.localtime(0).tm_hour)",
        "str(pathlib.Path(__file__).read_bytes().count(13))",
    ],
)
def test_build_that_depends_on_where_or_when_it_is_made_is_refused(
    content: str, checkout: Path, tmp_path: Path
) -> None:
    build = (
        "import os, pathlib, time\n"
        "dist = pathlib.Path(__file__).parent / 'dist'\n"
        "dist.mkdir()\n"
        f"(dist / 'sample-1.2.3.zip').write_text({content})\n"
    )
    commit(checkout, {"dev.py": build})
    with pytest.raises(Stop, match="Two builds of one commit differ"):
        release.build_twice(checkout, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()
