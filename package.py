#!/usr/bin/env python3
"""Pack the plugin, or link this checkout into a QGIS profile.

The repository keeps ``metadata.txt``, ``engine/``, ``resources/`` and ``i18n/`` beside
``crossearth_qgis/``; QGIS wants them inside. One rule bridges that: a path listed in pb_tool.cfg
under ``crossearth_qgis/`` loses that prefix, every other listed path keeps its own, and all of it
goes under ``crossearth_qgis/``. Standard library only; does not know QGIS.
"""

from __future__ import annotations

import argparse
import configparser
import fnmatch
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent

REQUIRED_KEYS = (
    "name",
    "description",
    "about",
    "version",
    "qgisMinimumVersion",
    "qgisMaximumVersion",
    "author",
    "email",
    "tracker",
    "repository",
    "homepage",
    "tags",
    "category",
    "icon",
    "hasProcessingProvider",
    "experimental",
)
MAX_ZIP_BYTES = 25_000_000  # the plugin repository's limit
MAX_MODEL_BYTES = 22_000_000  # the default model, and room for everything else in the zip
MAX_FILE_BYTES = 500_000  # anything else that is larger got in by mistake
CHANGELOG_ENTRIES = 3
QGIS_NAMES = ("QGIS3", "QGIS4")  # folders of profiles, and in them the files of settings
FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say


class PackageError(Exception):
    """The plugin cannot be packed or linked; the text says why and what to do."""


def read_manifest(root: Path) -> configparser.ConfigParser:
    """Return pb_tool.cfg: ``key: value``, lists separated by blanks."""
    manifest = configparser.ConfigParser(interpolation=None)
    if not manifest.read(root / "pb_tool.cfg", encoding="utf-8"):
        raise PackageError(f"There is no pb_tool.cfg in {root}.")
    return manifest


def read_metadata(root: Path) -> configparser.ConfigParser:
    """Return metadata.txt, checked for the keys that the plugin repository and we require.

    Raises:
        PackageError: if a key is missing or empty, or the icon is not there.
    """
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.optionxform = str  # type: ignore[assignment,method-assign]  # keys are case-sensitive
    metadata.read(root / "metadata.txt", encoding="utf-8")
    general = metadata["general"] if metadata.has_section("general") else {}
    missing = [key for key in REQUIRED_KEYS if not general.get(key, "").strip()]
    if missing:
        raise PackageError(f"metadata.txt lacks {', '.join(missing)}.")
    if not (root / general["icon"]).is_file():
        raise PackageError(f"The icon in metadata.txt does not exist: {general['icon']}.")
    return metadata


def known_files(root: Path) -> list[str]:
    """Return the files that git knows, and compiled translations, as sorted relative paths."""
    command = ["git", "-c", f"safe.directory={root}", "ls-files", "-z"]
    try:
        listing = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout
    except FileNotFoundError:
        raise PackageError("Packing needs git: only files that it knows are packed.") from None
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip()
        raise PackageError(f"Packing needs a git checkout: {reason}") from None
    known = set(filter(None, listing.decode("utf-8").split("\0")))
    known.update(path.relative_to(root).as_posix() for path in root.glob("i18n/*.qm"))
    return sorted(known)


def plugin_paths(root: Path) -> dict[str, Path]:
    """Return what the plugin consists of: path inside the plugin folder -> file, sorted.

    Raises:
        PackageError: if two files claim one place or a listed file is missing.
    """
    manifest = read_manifest(root)
    name = manifest["plugin"]["name"]
    files = manifest["files"]
    extras = files["extras"].split()
    folders = [f"{folder.rstrip('/')}/" for folder in files["extra_dirs"].split()]
    excluded = files["excluded_files"].split()
    known = known_files(root)
    for path in extras:
        if path not in known:
            raise PackageError(f"pb_tool.cfg lists {path}, which git does not know.")
    result: dict[str, Path] = {}
    for path in known:
        if path not in extras and not path.startswith(tuple(folders)):
            continue
        if any(fnmatch.fnmatch(path, pattern) for pattern in excluded):
            continue
        inside = path[len(name) + 1 :] if path.startswith(f"{name}/") else path
        if inside in result:
            raise PackageError(f"{path} and {result[inside]} would both become {inside}.")
        if not (root / path).is_file():
            raise PackageError(f"Git knows {path}, but the file is missing.")
        result[inside] = root / path
    return dict(sorted(result.items()))


def newest_changes(changelog: str, count: int = CHANGELOG_ENTRIES) -> str:
    """Return what people read in QGIS's plugin manager: the newest entries' summaries.

    A summary is what stands in an entry of a Keep-a-Changelog text before its first heading. The
    plugin manager takes each line for one, and what is in it for HTML; the plugin repository takes
    it for plain text: so Markdown goes, and what would be markup is refused.

    Raises:
        PackageError: if an entry has no summary, or one that cannot be shown.
    """
    entries = re.split(r"^## +", changelog, flags=re.MULTILINE)[1:]
    released = [entry for entry in entries if re.match(r"\[?\d", entry)] or entries[:1]
    lines: list[str] = []
    for entry in released[:count]:
        title, _, body = entry.partition("\n")
        summary = _one_line_each(re.split(r"^###", body, flags=re.MULTILINE)[0])
        if not summary:
            raise PackageError(
                f"CHANGELOG.md: {title} needs a few lines for the plugin manager before its "
                "first ###."
            )
        if found := re.search(r"[<>&]", "".join(summary)):
            raise PackageError(
                f"CHANGELOG.md: the lines of {title} for the plugin manager have a {found[0]}, "
                "which it takes for HTML."
            )
        lines += [title.strip("[] "), *summary]
    return "\n".join(lines)


def _one_line_each(text: str) -> list[str]:
    """Return paragraphs and items of Markdown as plain lines."""
    text = re.sub(r"^\[[^\]]+\]: .*$", "", text, flags=re.MULTILINE)  # where links lead to
    blocks = re.split(r"\n\s*\n|\n(?=- )", text)
    lines = [re.sub(r"\s+", " ", block).strip() for block in blocks]
    links = [re.sub(r"\[([^\]]+)\](\([^)]*\)|\[[^\]]*\])", r"\1", line) for line in lines]
    return [re.sub(r"[`*]", "", line) for line in links if line]


def stamped_metadata(root: Path, version: str | None = None) -> bytes:
    """Return metadata.txt as it is packed: with the version and the newest changelog entries."""
    general = read_metadata(root)["general"]
    general["version"] = version or general["version"]
    changes = newest_changes((root / "CHANGELOG.md").read_text(encoding="utf-8"))
    everything = f"{general['repository']}/blob/main/CHANGELOG.md"
    general["changelog"] = f"{changes}\nAll changes: {everything}"
    lines = ["[general]"]
    for key, value in general.items():
        # QGIS reads the file with interpolation on, so a percent sign is written twice.
        text = value.strip().replace("%", "%%") if key == "changelog" else value.strip()
        lines.append(f"{key}=" + text.replace("\n", "\n    "))
    return ("\n".join(lines) + "\n").encode("utf-8")


def packed_files(root: Path, version: str) -> dict[str, bytes]:
    """Return what is packed: path inside the plugin folder -> content, within the size budgets."""
    result = {}
    for inside, path in plugin_paths(root).items():
        data = stamped_metadata(root, version) if inside == "metadata.txt" else path.read_bytes()
        budget = MAX_MODEL_BYTES if inside.startswith("resources/models/") else MAX_FILE_BYTES
        if len(data) > budget:
            raise PackageError(f"{inside} has {len(data):,} bytes; its budget is {budget:,}.")
        result[inside] = data
    return result


def write_zip(target: Path, name: str, files: dict[str, bytes]) -> None:
    """Write ``files`` under the folder ``name`` so that equal content gives equal bytes.

    Stored, not compressed: zlib and zlib-ng, of which each Python brings one or the other, compress
    to other bytes, so that nobody could build a release anew and compare. Weights hardly shrink:
    the zip is a quarter larger for it.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for inside, data in files.items():
            entry = zipfile.ZipInfo(f"{name}/{inside}", FIXED_TIME)
            entry.create_system = 3  # Unix, whatever packs: the mode below is read by that
            entry.external_attr = 0o100644 << 16
            archive.writestr(entry, data)


def build_zip(root: Path, folder: Path, version: str | None = None) -> Path:
    """Write ``<folder>/<name>-<version>.zip`` and return its path.

    The same commit gives the same bytes, whatever packs it: sorted names, fixed times, mode 0644,
    ends of lines as .gitattributes says, nothing that a library compresses.

    Args:
        root: the checkout.
        folder: where the zip goes; made if missing.
        version: overrides the version of metadata.txt, for a release from a tag.

    Raises:
        PackageError: if a file or the zip is over its size budget, or as its parts say.
    """
    name = read_manifest(root)["plugin"]["name"]
    version = version or read_metadata(root)["general"]["version"]
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{name}-{version}.zip"
    partial = target.with_suffix(".zip.part")
    try:
        write_zip(partial, name, packed_files(root, version))
        size = partial.stat().st_size
        if size > MAX_ZIP_BYTES:
            raise PackageError(f"The zip has {size:,} bytes; the plugin repository takes 25 MB.")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    return target


def profile_folders(profile: str) -> list[Path]:
    """Return the folders of a user profile, one of each major version of QGIS that ran here.

    Raises:
        PackageError: if none did.
    """
    if custom := os.environ.get("QGIS_CUSTOM_CONFIG_PATH"):
        return [Path(custom) / "profiles" / profile]
    if sys.platform == "win32":
        data = Path(os.environ["APPDATA"])
    elif sys.platform == "darwin":
        data = Path.home() / "Library" / "Application Support"
    else:
        data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    bases = [base for name in QGIS_NAMES if (base := data / "QGIS" / name).is_dir()]
    if not bases:
        raise PackageError(
            f"There is no {' or '.join(QGIS_NAMES)} in {data / 'QGIS'}: start QGIS once, so that "
            "it makes its profile, or set QGIS_CUSTOM_CONFIG_PATH to the folder of your profiles."
        )
    return [base / "profiles" / profile for base in bases]


def link(root: Path, profile: Path) -> Path:
    """Make the profile run the plugin from this checkout, and return the plugin's folder there.

    The checkout's layout differs from the plugin's, so the folder is real and holds links.

    Raises:
        PackageError: if a plugin that is not a link of ours is installed there.
    """
    name = read_manifest(root)["plugin"]["name"]
    plugin = profile / "python" / "plugins" / name
    if plugin.exists() and not all(entry.is_symlink() for entry in plugin.iterdir()):
        raise PackageError(f"{plugin} holds an installed plugin; uninstall it in QGIS first.")
    plugin.mkdir(parents=True, exist_ok=True)
    for entry in plugin.iterdir():
        entry.unlink()
    for top in sorted({inside.split("/")[0] for inside in plugin_paths(root)}):
        inner = root / name / top
        source = inner if inner.exists() else root / top
        try:
            (plugin / top).symlink_to(source, target_is_directory=source.is_dir())
        except OSError as error:
            raise PackageError(
                f"Links cannot be made in {plugin} ({error}). On Windows, switch on developer mode."
            ) from error
    return plugin


def main(argv: list[str] | None = None) -> int:
    """Run ``package.py zip`` or ``package.py link``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True)
    zip_parser = commands.add_parser("zip", help="write dist/crossearth_qgis-<version>.zip")
    zip_parser.add_argument("--folder", type=Path, default=ROOT / "dist")
    zip_parser.add_argument("--version", help="instead of the one in metadata.txt")
    link_parser = commands.add_parser("link", help="run this checkout from a QGIS profile")
    link_parser.add_argument("--profile", default="default", help="name of the profile")
    arguments = parser.parse_args(argv)
    try:
        if arguments.command == "zip":
            target = build_zip(ROOT, arguments.folder, arguments.version)
            print(f"{target} ({target.stat().st_size:,} bytes)")
        else:
            for profile in profile_folders(arguments.profile):
                print(link(ROOT, profile))
    except PackageError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
