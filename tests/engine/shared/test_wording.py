from __future__ import annotations

import copy
import json
import pickle
import re

import pytest

from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.wording import Language, Said, said_again, say, together

GERMAN = Language(
    "de",
    {
        "{count} pixels": "{count} Pixel",
        "of the place": "des Gebiets",
        "Right on {share} {where}.": "Richtig auf {share} {where}.",
        "finding pixels-coarse": "Pixel von {size} m sind für {model} ({sizes}) grob: {change}.",
        "word {low} to {high} m": "{low} bis {high} m",
        "word enlarged to {size} m": "vergrößert auf {size} m",
    },
)


def test_what_is_said_is_english_wherever_it_is_kept() -> None:
    text = say("{count} pixels", count=3)
    assert text == "3 pixels"
    assert json.dumps({"size": text}) == '{"size": "3 pixels"}'
    assert f"{text}" == "3 pixels"


def test_another_language_tells_it_and_what_fills_it() -> None:
    text = say("Right on {share} {where}.", share="80 %", where=say("of the place"))
    assert text == "Right on 80 % of the place."
    assert GERMAN.tell(text) == "Richtig auf 80 % des Gebiets."


def test_what_nobody_said_stays_also_where_it_reads_like_a_text() -> None:
    assert GERMAN.tell("of the place") == "of the place"
    assert GERMAN.tell(say("{count} pixels", count="of the place")) == "of the place Pixel"
    assert GERMAN.tell(4) == 4


def test_sentences_one_after_the_other_are_told_each() -> None:
    text = together([say("of the place"), "", "{braces}", say("{count} pixels", count=2)])
    assert text == "of the place {braces} 2 pixels"
    assert GERMAN.tell(text) == "des Gebiets {braces} 2 Pixel"


@pytest.mark.parametrize("other", ["{number} Pixel", "{} Pixel", "{count.real.x} {0}"])
def test_a_translation_that_does_not_fit_leaves_the_english(other: str) -> None:
    assert Language("xx", {"{count} pixels": other}).tell(say("{count} pixels", count=3)) == (
        "3 pixels"
    )


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda text: pickle.loads(pickle.dumps(text))])
def test_a_copy_remembers(copied) -> None:
    text = copied(say("{count} pixels", count=3))
    assert isinstance(text, Said)
    assert GERMAN.tell(text) == "3 Pixel"


def test_findings_are_told_by_their_code_also_after_they_were_on_disk() -> None:
    details = {"size": "5", "model": "M {x}", "sizes": "0.5 to 2.5 m"}
    details["change"] = "enlarged to 2.5 m"
    finding = Finding("pixels-coarse", details)
    told = "Pixel von 5 m sind für M {x} (0.5 bis 2.5 m) grob: vergrößert auf 2.5 m."
    assert GERMAN.tell(finding.sentence) == told
    stored = json.loads(json.dumps(finding.to_dict()))
    texts = said_again([stored["sentence"], "Another."], [stored])
    assert [GERMAN.tell(text) for text in texts] == [told, "Another."]
    assert not re.search(r"Pixel", finding.sentence[:5])
