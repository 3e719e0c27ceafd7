"""What the QGIS plugin repository asks of a zip, and what we promise of ours."""

from __future__ import annotations

import ast
import configparser
import fnmatch
import json
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

import pytest

import dev
import package
from tools import plugin_repository
from tools.lock_targets import SETS, read_lock

ROOT = Path(__file__).resolve().parents[1]

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="packing needs git")

METADATA = """[general]
name=Sample
description=d
about=a
version=1.2.3
qgisMinimumVersion=3.22
qgisMaximumVersion=4.99
author=a
email=a@example.org
tracker=https://example.org/t
repository=https://example.org/r
homepage=https://example.org
tags=a,b
category=Raster
icon=resources/icon.svg
hasProcessingProvider=yes
experimental=True
"""
MANIFEST = """[plugin]
name: sample
[files]
extras: metadata.txt LICENSE CHANGELOG.md
extra_dirs: sample engine resources i18n
excluded_files: engine/build.toml
locales:
"""
CHANGELOG = """# Changelog

## Unreleased

Not out yet.

### Added
- Not out yet.

## 1.2.3 - 2026-01-02

Areas are *right*, as
[the page](docs/areas.md) says of `areas`.

- 100 % of
  areas.

### Fixed
- Details of areas.

## 1.2.2 - 2026-01-01

- Older.

[link]: https://example.org
"""


@pytest.fixture(scope="module")
def plugin_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return dev.pack(tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="module")
def names(plugin_zip: Path) -> list[str]:
    with zipfile.ZipFile(plugin_zip) as archive:
        return archive.namelist()


@pytest.fixture(scope="module")
def metadata(plugin_zip: Path) -> configparser.SectionProxy:
    with zipfile.ZipFile(plugin_zip) as archive:
        text = archive.read("crossearth_qgis/metadata.txt").decode("utf-8")
    return parse_like_qgis(text)


def parse_like_qgis(text: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return parser["general"]


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A small checkout with one file of each kind."""
    root = tmp_path / "checkout"
    files = {
        "metadata.txt": METADATA,
        "pb_tool.cfg": MANIFEST,
        "CHANGELOG.md": CHANGELOG,
        "LICENSE": "l",
        "dev.py": "",
        "sample/__init__.py": "",
        "sample/gui/dock.py": "",
        "engine/sample_engine/worker.py": "",
        "engine/build.toml": "",
        "resources/icon.svg": "<svg/>",
        "tests/test_x.py": "",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    subprocess.run(["git", "add", "."], cwd=root, check=True)
    return root


def test_zip_has_one_top_folder_with_what_the_repository_asks_for(names: list[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert tops == {"crossearth_qgis"}
    assert "crossearth_qgis".isidentifier()
    for required in ("__init__.py", "metadata.txt", "LICENSE", "CHANGELOG.md"):
        assert f"crossearth_qgis/{required}" in names


def test_zip_holds_engine_default_model_and_icon(
    names: list[str], metadata: configparser.SectionProxy
) -> None:
    assert "crossearth_qgis/engine/crossearth_engine/__main__.py" in names
    assert "crossearth_qgis/engine/crossearth_engine/shared/protocol.py" in names
    assert "crossearth_qgis/engine/crossearth_engine/reports/templates/page.html" in names
    assert "crossearth_qgis/engine/requirements.txt" in names
    assert "crossearth_qgis/engine/requirements-torch.txt" in names
    assert "crossearth_qgis/engine/requirements-adapt.txt" in names
    assert "crossearth_qgis/engine/locks/segment.txt" in names
    assert "crossearth_qgis/engine/locks/wheels.json" in names
    assert "crossearth_qgis/resources/models/crossearth-base-rgb/model.onnx" in names
    assert f"crossearth_qgis/{metadata['icon']}" in names


def test_zip_holds_every_translation_compiled(names: list[str]) -> None:
    locales = package.read_manifest(ROOT)["files"]["locales"].split()
    compiled = [f"crossearth_qgis/i18n/crossearth_{locale}.qm" for locale in locales]
    assert [name for name in names if "/i18n/" in name] == compiled
    assert {path.stem for path in ROOT.glob("i18n/*.ts")} == {Path(name).stem for name in compiled}


def test_zip_holds_nothing_that_the_repository_refuses(plugin_zip: Path, names: list[str]) -> None:
    assert plugin_repository.problems(plugin_zip) == []
    refused = {".pyc", ".pyd", ".so", ".dll", ".dylib", ".exe", ".sh", ".bat", ".whl", ".pth"}
    for name in names:
        path = PurePosixPath(name)
        assert path.suffix.lower() not in refused, name
        assert not any(part.startswith(".") for part in path.parts), name
        assert "tests" not in path.parts, name


def test_zip_is_safe_to_unpack_anywhere(plugin_zip: Path, names: list[str]) -> None:
    assert len({name.lower() for name in names}) == len(names)
    with zipfile.ZipFile(plugin_zip) as archive:
        for entry in archive.infolist():
            assert ".." not in PurePosixPath(entry.filename).parts
            assert not entry.filename.startswith("/")
            assert entry.external_attr >> 16 == 0o100644


def test_packed_metadata_is_complete(metadata: configparser.SectionProxy) -> None:
    for key in package.REQUIRED_KEYS:
        assert metadata[key].strip(), key
    for key in ("homepage", "tracker", "repository"):
        assert metadata[key].startswith("https://"), key
    assert metadata["name"].isascii()
    assert not re.search(r"\b(qgis|plugin)\b", metadata["name"], re.IGNORECASE)
    assert metadata["supportsQt6"] == "True"
    assert metadata["hasProcessingProvider"] == "yes"


def test_packed_metadata_carries_the_newest_changes(metadata: configparser.SectionProxy) -> None:
    newest = package.newest_changes((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert newest.splitlines()[0] in metadata["changelog"]


def test_plugin_and_engine_have_one_version(metadata: configparser.SectionProxy) -> None:
    source = (ROOT / "engine/crossearth_engine/__init__.py").read_text(encoding="utf-8")
    assert f'__version__ = "{metadata["version"]}"' in source


def test_licence_is_the_full_gpl() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_python_in_the_zip_compiles_from_the_oldest_version_on(plugin_zip: Path) -> None:
    with zipfile.ZipFile(plugin_zip) as archive:
        for name in archive.namelist():
            if name.endswith(".py"):
                oldest = (3, 10) if "/engine/" in name else (3, 9)
                ast.parse(archive.read(name), name, feature_version=oldest)


def test_notices_name_every_part_of_the_zip_that_is_under_another_licence(names: list[str]) -> None:
    notices = (ROOT / "NOTICE.md").read_text(encoding="utf-8")
    assert "crossearth_qgis/NOTICE.md" in names
    models = {str(PurePosixPath(name).parent) for name in names if name.endswith("/model.json")}
    assert models
    for folder in models:
        inside = folder.partition("/")[2]
        spdx = json.loads((ROOT / inside / "model.json").read_text())["properties"]["license"]
        row = next(line for line in notices.splitlines() if f"the model `{inside}`" in line)
        assert f"[{spdx}]({inside}/LICENSE)" in row
        assert f"{folder}/LICENSE" in names
    assert "END OF TERMS AND CONDITIONS" in (ROOT / inside / "LICENSE").read_text()


def test_notices_name_every_package_that_the_set_up_downloads() -> None:
    rows = re.findall(r"^\| .+ \| (.+) \|$", (ROOT / "NOTICE.md").read_text(), re.MULTILINE)
    patterns = {word.replace("\\", "") for row in rows for word in re.split(r",? |: ", row)}
    packages = {entry.name for name in SETS for entry in read_lock(name)}
    assert len(packages) > 50
    unnamed = [p for p in packages if not any(fnmatch.fnmatch(p, word) for word in patterns)]
    assert unnamed == []


def test_code_of_others_would_be_noticed(names: list[str]) -> None:
    for name in names:
        inside = name.partition("/")[2]
        path = next(p for p in (ROOT / "crossearth_qgis" / inside, ROOT / inside) if p.is_file())
        if path.suffix in {".py", ".ui", ".svg", ".html"}:
            # A tag that maps carry is no notice.
            notices = "(?<!TIFFTAG_)copyright|SPDX-"
            assert not re.search(notices, path.read_text(), re.IGNORECASE), name


def test_same_commit_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    first = package.build_zip(sample, tmp_path / "a").read_bytes()
    (sample / "sample/__init__.py").touch()
    (sample / "sample/__init__.py").chmod(0o755)
    assert package.build_zip(sample, tmp_path / "b").read_bytes() == first


def test_layout_drops_the_package_prefix_and_keeps_all_others(sample: Path) -> None:
    (sample / "sample/untracked.py").write_text("", encoding="utf-8")
    (sample / "i18n").mkdir()
    (sample / "i18n/sample_de.qm").write_bytes(b"")
    assert list(package.plugin_paths(sample)) == [
        "CHANGELOG.md",
        "LICENSE",
        "__init__.py",
        "engine/sample_engine/worker.py",
        "gui/dock.py",
        "i18n/sample_de.qm",
        "metadata.txt",
        "resources/icon.svg",
    ]


def test_release_version_and_changes_are_stamped_into_the_zip_only(
    sample: Path, tmp_path: Path
) -> None:
    target = package.build_zip(sample, tmp_path / "dist", "2.0.0")
    assert target.name == "sample-2.0.0.zip"
    with zipfile.ZipFile(target) as archive:
        general = parse_like_qgis(archive.read("sample/metadata.txt").decode("utf-8"))
    assert general["version"] == "2.0.0"
    assert general["changelog"].splitlines() == [
        "1.2.3 - 2026-01-02",
        "Areas are right, as the page says of areas.",
        "- 100 % of areas.",
        "1.2.2 - 2026-01-01",
        "- Older.",
        "All changes: https://example.org/r/blob/main/CHANGELOG.md",
    ]
    assert (sample / "metadata.txt").read_text(encoding="utf-8") == METADATA


@pytest.mark.parametrize(
    ("summary", "reason"),
    [
        ("", "1.2.3 - 2026-01-02 needs a few lines"),
        ("[page]: https://example.org\n", "1.2.3 - 2026-01-02 needs a few lines"),
        ("Pixels < 1 m.\n", "have a <, which it takes for HTML"),
        ("- Soil &amp; water.\n", "have a &, which it takes for HTML"),
    ],
)
def test_entry_that_the_plugin_manager_cannot_show_is_refused(summary: str, reason: str) -> None:
    changelog = f"# Changelog\n\n## 1.2.3 - 2026-01-02\n\n{summary}\n### Added\n- Details.\n"
    with pytest.raises(package.PackageError, match=reason):
        package.newest_changes(changelog)


def test_changes_in_the_plugin_manager_are_read_in_a_minute(
    metadata: configparser.SectionProxy,
) -> None:
    lines = metadata["changelog"].splitlines()
    assert 1 < len(lines) <= 30
    assert max(map(len, lines)) <= 200


def test_compressor_of_the_packing_python_leaves_no_trace(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = package.build_zip(sample, tmp_path / "a").read_bytes()
    monkeypatch.setattr("zlib.compressobj", lambda *_: pytest.fail("compresses"))
    assert package.build_zip(sample, tmp_path / "b").read_bytes() == first


def test_duplicate_place_is_refused(sample: Path, tmp_path: Path) -> None:
    (sample / "sample/metadata.txt").write_text("", encoding="utf-8")
    subprocess.run(["git", "add", "."], cwd=sample, check=True)
    with pytest.raises(package.PackageError, match=r"would both become metadata\.txt"):
        package.build_zip(sample, tmp_path)


def test_missing_metadata_key_is_refused(sample: Path, tmp_path: Path) -> None:
    text = METADATA.replace("email=a@example.org\n", "").replace("about=a\n", "about=\n")
    (sample / "metadata.txt").write_text(text, encoding="utf-8")
    with pytest.raises(package.PackageError, match="lacks about, email"):
        package.build_zip(sample, tmp_path)


def test_oversized_file_is_refused_and_leaves_nothing(sample: Path, tmp_path: Path) -> None:
    (sample / "resources/icon.svg").write_bytes(b"x" * 600_000)
    with pytest.raises(package.PackageError, match=r"icon\.svg has 600,000 bytes"):
        package.build_zip(sample, tmp_path / "dist")
    assert list((tmp_path / "dist").iterdir()) == []


def test_known_but_deleted_file_is_refused(sample: Path, tmp_path: Path) -> None:
    (sample / "sample/gui/dock.py").unlink()
    with pytest.raises(package.PackageError, match=r"dock\.py, but the file is missing"):
        package.build_zip(sample, tmp_path)


def test_folder_without_git_is_refused(sample: Path, tmp_path: Path) -> None:
    shutil.rmtree(sample / ".git")
    with pytest.raises(package.PackageError, match="git checkout"):
        package.build_zip(sample, tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="links need developer mode")
def test_linked_profile_has_the_layout_of_the_zip(sample: Path, tmp_path: Path) -> None:
    for _ in range(2):  # a second time renews the links
        plugin = package.link(sample, tmp_path / "profile")
    assert plugin == tmp_path / "profile/python/plugins/sample"
    for inside in package.plugin_paths(sample):
        assert (plugin / inside).is_file(), inside


@pytest.mark.parametrize(
    ("system", "variable", "data"),
    [
        ("linux", "XDG_DATA_HOME", "data"),
        ("linux", "HOME", ".local/share"),
        ("darwin", "HOME", "Library/Application Support"),
        ("win32", "APPDATA", "AppData"),
    ],
)
@pytest.mark.parametrize("ran", [("QGIS3",), ("QGIS4",), ("QGIS3", "QGIS4")])
def test_profile_is_that_of_each_qgis_that_ran(
    system: str,
    variable: str,
    data: str,
    ran: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("QGIS_CUSTOM_CONFIG_PATH", "XDG_DATA_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv(variable, str(tmp_path if variable == "HOME" else tmp_path / data))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    with pytest.raises(package.PackageError, match="start QGIS once"):
        package.profile_folders("mine")
    for name in ran:
        (tmp_path / data / "QGIS" / name).mkdir(parents=True)
    expected = [tmp_path / data / "QGIS" / name / "profiles" / "mine" for name in ran]
    assert package.profile_folders("mine") == expected


def test_folder_of_profiles_that_was_chosen_is_the_only_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QGIS_CUSTOM_CONFIG_PATH", str(tmp_path))
    assert package.profile_folders("mine") == [tmp_path / "profiles" / "mine"]


def test_link_does_not_replace_an_installed_plugin(sample: Path, tmp_path: Path) -> None:
    installed = tmp_path / "profile/python/plugins/sample"
    installed.mkdir(parents=True)
    (installed / "metadata.txt").write_text("", encoding="utf-8")
    with pytest.raises(package.PackageError, match="uninstall it"):
        package.link(sample, tmp_path / "profile")


def test_wheel_takes_along_what_the_engine_reads_from_its_own_folder() -> None:
    tomllib = pytest.importorskip("tomllib", reason="Python 3.11 reads TOML")
    engine = tomllib.loads((ROOT / "engine/pyproject.toml").read_text(encoding="utf-8"))
    folder = ROOT / "engine/crossearth_engine"
    patterns = engine["tool"]["setuptools"]["package-data"]["crossearth_engine"]
    taken = {path for pattern in patterns for path in folder.glob(pattern)}
    known = package.known_files(ROOT)
    assert taken == {
        ROOT / path
        for path in known
        if path.startswith("engine/crossearth_engine/") and not path.endswith(".py")
    }


@pytest.mark.parametrize("extra", ["torch", "adapt", "gpu"])
def test_extra_asks_for_what_the_plugin_installs(extra: str) -> None:
    tomllib = pytest.importorskip("tomllib", reason="Python 3.11 reads TOML")
    engine = tomllib.loads((ROOT / "engine/pyproject.toml").read_text(encoding="utf-8"))
    lines = (ROOT / f"engine/requirements-{extra}.txt").read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if not line.startswith("#")]
    assert engine["project"]["optional-dependencies"][extra] == wanted
