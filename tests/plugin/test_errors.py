from __future__ import annotations

import ast
import json
import string

import pytest

from crossearth_qgis import error_sentences, paths
from crossearth_qgis.error_sentences import _sentences, engine_sentence
from crossearth_qgis.errors import describe_exit
from crossearth_qgis.finding_sentences import _sentences as finding_sentences
from crossearth_qgis.finding_sentences import finding_sentence, warning_sentences
from crossearth_qgis.gui.accuracy import accuracy_panel
from crossearth_qgis.processing import evaluate
from crossearth_qgis.setup import packages
from crossearth_qgis.shared import findings


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


def test_every_finding_of_the_engine_has_a_sentence_with_its_details() -> None:
    ours = finding_sentences()
    assert ours.keys() == findings.SENTENCES.keys()
    for code, sentence in findings.SENTENCES.items():
        assert placeholders(ours[code]) == placeholders(sentence), code


def test_warnings_that_are_findings_are_ours_and_others_stay() -> None:
    finding = findings.Finding("border", {"share": "9%", "value": "0", "nodata": "0"})
    told = {"findings": [finding.to_dict()], "warnings": ["Other.", finding.sentence]}
    assert warning_sentences(told)[0] == "Other."
    assert "NODATA 0" in warning_sentences(told)[1]
    assert finding_sentence("new", "English.", {}) == "English."


def test_details_that_are_words_are_in_the_language_of_the_sentence() -> None:
    coarse = {"size": "5", "model": "red", "sizes": "1 m", "change": "enlarged to 1 m"}
    sentence = finding_sentence("pixels-coarse", "English.", coarse)
    assert "is enlarged to 1 m, and" in sentence


def test_a_refused_raster_is_told_with_what_makes_it_doubtful() -> None:
    finding = findings.Finding("border", {"share": "9%", "value": "0", "nodata": "0"})
    details = {"path": "a.tif", "doubts": "", "findings": json.dumps([finding.to_dict()])}
    sentence = engine_sentence("doubtful-raster", "English.", details)
    assert "a.tif" in sentence
    assert "NODATA 0" in sentence


def test_a_device_that_cannot_be_used_says_why_in_words_of_the_plugin() -> None:
    details = {"card": "NVIDIA GTX 1070", "driver": "470.1", "library": "PyTorch 2.9"}
    finding = {"code": "card-driver-old", "details": details, "sentence": "English.", "is_doubt": 0}
    sentence = engine_sentence(
        "device-unusable",
        "English.",
        {
            "device": "gpu:0",
            "reason": "English.",
            "finding": json.dumps(finding),
            "available": "auto, cpu",
        },
    )
    assert sentence == (
        "The device gpu:0 cannot be used. NVIDIA GTX 1070 is not used: its driver 470.1 is too old "
        "for PyTorch 2.9. Update the driver, or install PyTorch 2.9 for an older CUDA. "
        "Available: auto, cpu."
    )


def test_what_is_to_be_added_is_called_as_where_it_is_added() -> None:
    details = {"card": "NVIDIA RTX 4090", "library": "onnxruntime 1.31.1"}
    sentence = finding_sentence(
        "card-without-library", "English.", {**details, "package": "onnxruntime-gpu"}
    )
    assert f"add {packages.title('onnxruntime-gpu')} under Settings" in sentence


@pytest.mark.parametrize("is_warned", [True, False])
def test_why_there_are_no_areas_is_told_in_words_of_the_plugin(is_warned: bool) -> None:
    finding = findings.Finding("points-missing", {"share": "40%"})
    result = {
        "findings": [finding.to_dict()],
        "warnings": [finding.sentence] if is_warned else [],
        "no_areas": finding.sentence,
    }
    (text,) = accuracy_panel._warnings(result)
    assert "“Draw sample points on a map”" in text
    assert evaluate._area_texts({**result, "areas": None}) == ([] if is_warned else [text])


def test_why_no_map_is_better_is_told_in_words_of_the_plugin() -> None:
    finding = {"code": "against-untold", "details": {"share": "40%"}, "sentence": "English."}
    against = {"difference": None, "sentences": ["English."], "finding": finding}
    (text,) = evaluate.against_texts({"against": against})
    assert text.startswith("Which map is better cannot be told: of 40%")


def test_grids_that_differ_are_told_in_words_of_the_plugin() -> None:
    found = findings.Finding("grids-shifted", {"right": "0.00", "down": "0.40"}).to_dict()
    details = {
        "path": "b.tif",
        "other": "a.tif",
        "reason": "English.",
        "finding": json.dumps(found),
    }
    sentence = engine_sentence("incompatible-grids", "English.", details)
    assert "English" not in sentence
    assert "shifted by 0.00 of a pixel along rows and 0.40 along columns. Say on" in sentence
    assert ", ALIGN)" in sentence


def test_what_lies_beside_a_raster_is_in_the_language_of_the_sentence(monkeypatch) -> None:
    monkeypatch.setattr(error_sentences, "translate", lambda _context, text: f"<{text}>")
    areas = set()
    for path in paths.ENGINE_PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "NoIntersection":
                (area,) = (word.value for word in node.keywords if word.arg == "area")
                areas.add(ast.literal_eval(area) if isinstance(area, ast.Constant) else "map /a b")
    assert len(areas) > 5
    words = {area: error_sentences._area(area) for area in areas}
    assert words.pop("map /a b") == "<map /a b>"
    assert all(word == f"<{area}>" for area, word in words.items())


def test_a_reason_that_is_a_finding_is_told_in_our_words(monkeypatch) -> None:
    monkeypatch.setattr(error_sentences, "finding_sentence", lambda code, *_rest: f"<{code}>")
    reason = findings.Finding("points-none-labelled", {"field": "class"}).reason
    told = engine_sentence("unreadable-polygons", "English.", {"path": "p.gpkg", **reason})
    assert told == "The layer p.gpkg cannot be used: <points-none-labelled>"
    broken = {**reason, "finding": reason["finding"][:9]}
    assert engine_sentence("unreadable-polygons", "E.", {"path": "p.gpkg", **broken}) == "E."
