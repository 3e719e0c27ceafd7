"""What the command line says of itself is what it does."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pyogrio.raw
import pytest
from click.testing import CliRunner

from crossearth_engine.cli.exit_status import STATUSES
from crossearth_engine.cli.help import Command
from crossearth_engine.cli.main import main
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import options
from crossearth_engine.shared.model_places import DEFAULT_ID
from tests.engine.cli import example_files
from tests.engine.cli.test_command_line import crossearth

ROOT = Path(__file__).parents[3]


def commands(group: click.Group = main, name: str = "crossearth") -> Iterator[tuple[str, Command]]:
    yield name, group
    for command in group.commands.values():
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {command.name}")
        elif not command.hidden:
            yield f"{name} {command.name}", command


# What loads PyTorch, learns, or asks processes of its own.
SLOW = re.compile("crossearth (devices|diagnostics|distill|finetune|models download)")
EXAMPLES = [
    pytest.param(line, marks=[pytest.mark.slow] if SLOW.match(line) else [])
    for line in dict.fromkeys(line for _, command in commands() for _, line in command.examples)
]


def test_without_a_command_and_by_help_the_same_is_shown():
    shown = [crossearth(*arguments) for arguments in ((), ("help",), ("--help",), ("-h",))]
    assert [(done.returncode, done.stderr) for done in shown] == [(0, "")] * 4
    assert len({done.stdout for done in shown}) == 1
    for title in ("Maps:", "Accuracy:", "Models:", "Examples:", "Exit status:"):
        assert f"\n{title}\n" in shown[0].stdout
    # A sentence that is cut says nothing.
    assert "..." not in shown[0].stdout.replace("[ARGS]...", "")


def test_help_of_a_command_is_that_of_its_option():
    for names in (("batch",), ("models", "download")):
        asked = crossearth("help", *names)
        assert asked.returncode == 0
        assert asked.stdout == crossearth(*names, "--help").stdout
        assert asked.stdout.startswith(f"Usage: crossearth {' '.join(names)} ")
    unknown = crossearth("help", "models", "nothing")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "nothing" in unknown.stderr


@pytest.mark.parametrize("code_page", ["cp437", "cp1252"])
def test_help_is_shown_whatever_letters_a_terminal_has(code_page, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", code_page)
    done = crossearth("help", "batch", encoding=code_page)
    assert (done.returncode, done.stderr) == (0, "")
    assert "--merge" in done.stdout


@pytest.mark.parametrize("name", ["segment", "batch", "finetune", "distill", "evaluate", "change"])
def test_each_option_stands_once_under_its_heading(name):
    shown = crossearth("help", name).stdout
    sections = dict(re.findall(r"^(\S[^\n:]*):\n((?:[ ]+[^\n]*\n)+)", shown, re.MULTILINE))
    for option in getattr(options, name.upper()).values():
        if option.flag is None or option.flag.isupper():
            continue
        flag = option.flag or f"--{option.name.replace('_', '-')}"
        pattern = re.compile(rf"^  {flag}(?= |$)", re.MULTILINE)
        assert option.group, f"{name}: {option.name} has no group"
        assert [t for t, text in sections.items() if pattern.search(text)] == [option.group], flag


def test_the_manual_has_the_exit_statuses_of_the_help():
    rows = re.findall(r"^\| (\d+) \| (.*) \|$", (ROOT / "README.md").read_text("utf-8"), re.M)
    assert {int(status): text.replace("`", "") for status, text in rows} == STATUSES


def test_every_command_with_options_has_an_example():
    for name, command in commands():
        if len(command.params) > 3:
            assert command.examples, name


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """A folder with what the examples name, and a map."""
    pytest.importorskip("torch", reason="torch is an extra")
    folder = tmp_path_factory.mktemp("made")
    example_files.write(folder)
    example_files.publish(folder / "published", "Potsdam(r)-source.pth")
    done = crossearth(
        "segment", "scene.tif", "map.tif", "--lead", "lead.tif", "--threads", 1, cwd=folder
    )
    assert done.returncode == 0, done.stderr
    for suffix in (".tif", ".json"):
        shutil.copy(folder / f"map{suffix}", folder / f"smooth{suffix}")
    return folder


@pytest.mark.parametrize("line", EXAMPLES)
def test_each_example_runs(line, made, tmp_path, monkeypatch):
    place = tmp_path / "place"
    shutil.copytree(made, place)
    if "finetune" not in line and "distill" not in line:
        shutil.copytree(find_model(DEFAULT_ID).weights.parent, place / "my-city")
    monkeypatch.chdir(place)
    monkeypatch.setenv("CROSSEARTH_HOME", str(place / "home"))
    monkeypatch.setenv("CROSSEARTH_MODELS_URL", (place / "published").as_uri())
    if "evaluate" in line and "points" in line:
        _label_points()
    if "assemble" in line:
        for part in ("1/2", "2/2"):
            arguments = ["segment", "scene.tif", "map.tif", "--part", part]
            assert CliRunner().invoke(main, arguments).exit_code == 0
    fed, _, line = line.rpartition(" | ")
    program, *words = shlex.split(line)
    assert program == "crossearth"
    arguments = [name for word in words for name in _expanded(word)]
    assert "*" not in "".join(arguments)
    piped = subprocess.run(shlex.split(fed), capture_output=True, check=True).stdout if fed else ""
    done = CliRunner().invoke(main, arguments, input=piped)
    assert done.exit_code == 0, done.stderr
    for path in re.findall(r"(?:segment \S+|--out|--report|--out-dir) (\S+)", line):
        assert Path(path).exists()


def _label_points() -> None:
    """Draw points on the map and fill in that they are what the map says."""
    done = CliRunner().invoke(main, ["sample", "--map", "map.tif", "--out", "drawn.gpkg"])
    assert done.exit_code == 0, done.stderr
    meta, _, geometry, values = pyogrio.raw.read("drawn.gpkg")
    fields = list(meta["fields"])
    values[fields.index(options.REFERENCE_FIELD)] = values[fields.index(options.STRATUM_FIELDS[0])]
    pyogrio.raw.write(
        "points.gpkg", geometry, values, fields,
        geometry_type="Point", crs=meta["crs"], driver="GPKG",
    )  # fmt: skip


def _expanded(word: str) -> list[str]:
    """Return what a shell makes of a word with stars."""
    return sorted(map(str, Path().glob(word))) if "*" in word else [word]
