"""Reports in another language: every text of ours is told in it, and nothing of others."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.analysis.change import ChangeRequest, change
from crossearth_engine.reports.page import TEMPLATES
from crossearth_engine.shared.wording import Language, speak
from tests.engine.conftest import RecordedJob, run

TEXTS = json.loads(
    (Path(__file__).parents[3] / "resources" / "report_texts.json").read_text(encoding="utf-8")
)
# The same in all languages, or units.
EVERYWHERE = {"Kappa", "F1", "IoU", "ha", "m²"}


@pytest.fixture(autouse=True)
def marking():
    """Speak a language that puts what is told in it in brackets."""
    speak(Language("tlh", {text: f"⟦{text}⟧" for text in TEXTS}))
    yield
    speak(Language())


class Headings(HTMLParser):
    """What names something on a page: headings, and names of rows and columns."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.language = None
        self._is_open = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = dict(attrs)["lang"]
        self._is_open = tag in {"h2", "th", "dt", "figcaption"}
        if self._is_open:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._is_open = False

    def handle_data(self, data: str) -> None:
        if self._is_open:
            self.texts[-1] += data


def unmarked(page: Path, *names: str) -> list[str]:
    """Return what names something in no language, but for names of classes."""
    headings = Headings(page)
    assert headings.language == "tlh"
    assert len([text for text in headings.texts if text.startswith("⟦")]) > 5
    left = []
    for text in headings.texts:
        rest = text
        while "⟦" in rest:
            rest = re.sub(r"⟦[^⟦⟧]*⟧", "", rest)
        if re.search(r"[a-z]", rest) and rest not in {*EVERYWHERE, *names}:
            left.append(rest)
    return left


def test_a_map(tmp_path, raster_factory, color_model):
    page = tmp_path / "report.html"
    asked = {"report": str(page), "min_area": 2}
    run(raster_factory(), tmp_path / "map.tif", model=str(color_model), **asked)
    assert unmarked(page) == []


@pytest.fixture
def maps(tmp_path, raster_factory, color_model) -> list[str]:
    paths = [str(tmp_path / name) for name in ("before.tif", "after.tif")]
    for seed, path in enumerate(paths):
        raster = raster_factory(name=f"raster{seed}.tif", seed=seed)
        run(raster, Path(path), model=str(color_model))
    return paths


def test_an_accuracy(tmp_path, maps):
    page = tmp_path / "report.html"
    asked = {"map": maps[0], "reference": maps[1], "report": str(page)}
    result = evaluate(EvaluateRequest.from_arguments(asked), RecordedJob())
    assert unmarked(page, *(row["name"] for row in result["classes"])) == []
    assert "⟦" not in json.dumps(result, ensure_ascii=False)
    assert "⟦" not in page.with_suffix(".json").read_text(encoding="utf-8")


def test_a_change(tmp_path, maps):
    page = tmp_path / "report.html"
    asked = {"before": maps[0], "after": maps[1], "output": str(tmp_path / "change.tif")}
    result = change(ChangeRequest.from_arguments({**asked, "report": str(page)}), RecordedJob())
    names = [item["name"] for item in result["from_to"]["classes"]]
    assert unmarked(page, *names) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.stem)
def test_templates_say_all_that_is_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for pattern in (
        r"<style>.*?</style>",
        r"\{% macro style\(\) %\}.*?\{% endmacro %\}",
        r"\{% block style %\}.*?\{% endblock %\}",
        r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}",
    ):
        text = re.sub(pattern, "", text, flags=re.DOTALL)
    shown = re.findall(r'(?:alt|title|aria-label)="([^"]*)"', text)
    shown += re.sub(r"<[^>]*>", "\n", text).split("\n")
    assert {item.strip() for item in shown if re.search("[A-Za-z]{2}", item)} <= EVERYWHERE
