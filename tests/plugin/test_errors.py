from __future__ import annotations

import ast
import string

import pytest

from crossearth_qgis import paths
from crossearth_qgis.error_sentences import _sentences, engine_sentence
from crossearth_qgis.errors import describe_exit


def engine_sentences() -> dict[str, str]:
    """Return the engine's code -> sentence, read from its source: it is never imported here."""
    source = (paths.ENGINE_PACKAGE / "errors.py").read_text(encoding="utf-8")
    sentences = {}
    for item in ast.parse(source).body:
        if isinstance(item, ast.ClassDef):
            values = {
                statement.targets[0].id: ast.literal_eval(statement.value)
                for statement in item.body
                if isinstance(statement, ast.Assign)
            }
            if "code" in values:
                sentences[values["code"]] = values["sentence"]
    return sentences


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_code_of_the_engine_has_a_sentence_and_no_other() -> None:
    assert set(_sentences()) == set(engine_sentences())


@pytest.mark.parametrize("code", sorted(engine_sentences()))
def test_sentence_has_the_placeholders_of_the_engine(code: str) -> None:
    assert placeholders(_sentences()[code]) == placeholders(engine_sentences()[code])


def test_unknown_code_or_missing_detail_falls_back_to_the_english_sentence() -> None:
    assert engine_sentence("from-the-future", "English.", {}) == "English."
    assert engine_sentence("unreadable-raster", "English.", {"path": "x"}) == "English."


@pytest.mark.parametrize(
    ("exit_code", "word"),
    [(-9, "memory"), (137, "memory"), (0xC0000135, "Visual C"), (-11, "native"), (3, "code 3")],
)
def test_exit_codes_are_explained(exit_code: int, word: str) -> None:
    assert word in describe_exit(exit_code)
