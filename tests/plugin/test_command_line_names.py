"""Sentences of the engine that the plugin has no own words for, in QGIS's names."""

import ast
import re

import pytest

from crossearth_qgis import command_line_names, paths
from crossearth_qgis.command_line_names import in_qgis
from crossearth_qgis.error_sentences import _sentences as error_sentences
from crossearth_qgis.error_sentences import engine_sentence
from crossearth_qgis.finding_sentences import _sentences as finding_sentences
from crossearth_qgis.finding_sentences import finding_sentence, warning_sentences
from crossearth_qgis.processing.provider import _ALGORITHMS
from crossearth_qgis.shared import options

NOT_IN_QGIS = {"assemble", "devices", "help", "look", "models"}


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        (
            "by points (crossearth sample): pixels",
            "by points (“Draw sample points on a map”): pixels",
        ),
        ("Export it first (crossearth models export)", "Export it first (“Export a model”)"),
        ("choose other bands (--bands).", "choose other bands (BANDS)."),
        ("--stretch 0,10000 for most products", "STRETCH 0,10000 for most products"),
        ("--window 128, --precision fp16, --model", "WINDOW_SIZE 128, PRECISION fp16, MODEL"),
        ("import one of them with --window.", "import one of them with WINDOW."),
        ("Choose another id (--id)", "Choose another id (MODEL_ID)"),
        ("is to be read (--local-only).", "is to be read (--local-only)."),
        ("with --tls FOLDER", "with --tls FOLDER"),
        ("/data/a--bands.tif cannot be read", "/data/a--bands.tif cannot be read"),
        ("/data/--bands/x.tif: no", "/data/--bands/x.tif: no"),
        ("made by crossearth.", "made by crossearth."),
    ],
)
def test_names_of_the_command_line_become_those_of_qgis(told, shown) -> None:
    assert in_qgis(told) == shown


def test_titles_are_those_of_the_algorithms() -> None:
    titles = {algorithm().displayName() for algorithm in _ALGORITHMS}
    assert {*command_line_names._titles().values()} == titles - {"Set up the engine"}


def test_options_are_called_by_parameters_that_there_are() -> None:
    algorithms = [algorithm().create() for algorithm in _ALGORITHMS]
    names = {item.name() for each in algorithms for item in each.parameterDefinitions()}
    tables = [table for table in vars(options).values() if isinstance(table, dict)]
    flags = {
        option.flag or f"--{option.name.replace('_', '-')}"
        for table in tables
        for option in table.values()
        if isinstance(option, options.Option)
    }
    assert len(flags) > 50
    for flag in flags:
        shown = in_qgis(f"say so ({flag}).")
        if not flag.startswith("--"):
            continue
        own = flag[2:].upper().replace("-", "_")
        if shown == f"say so ({flag}).":
            assert own not in names, flag
        else:
            assert shown.removeprefix("say so (").removesuffix(").") in names, flag


def test_every_command_that_the_engine_names_has_a_name_in_qgis() -> None:
    named = set()
    for path in paths.ENGINE_PACKAGE.rglob("*.py"):
        if "cli" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                named |= {*re.findall(r"\(crossearth ((?:models )?[a-z-]+)", node.value)}
    assert "sample" in named
    assert named - NOT_IN_QGIS <= command_line_names._titles().keys()


def test_own_sentences_name_neither_commands_nor_their_options() -> None:
    for sentence in [*error_sentences().values(), *finding_sentences().values()]:
        assert in_qgis(sentence) == sentence
        rest = sentence.replace("dask scheduler --scheduler-file", "")
        assert not re.search(r"(?<!\w)--[a-z]", rest), sentence


def test_reasons_warnings_and_what_has_no_sentence_are_in_the_names_of_qgis() -> None:
    points = "Two maps are compared by points (crossearth sample)"
    shown = "Two maps are compared by points (“Draw sample points on a map”)"
    assert engine_sentence("invalid-request", "", {"reason": points}) == shown
    assert engine_sentence("of-another-version", points, {}) == shown
    assert finding_sentence("", points, {}) == shown
    assert warning_sentences({"warnings": [points]}) == [shown]
    path = {"path": "/data/x --bands.tif", "reason": "no."}
    assert "/data/x --bands.tif" in engine_sentence("unreadable-raster", "", path)
