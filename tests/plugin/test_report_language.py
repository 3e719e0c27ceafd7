from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from crossearth_qgis import paths, translation
from crossearth_qgis.report_language import report_language
from crossearth_qgis.shared import findings, wording
from tools import collect_translations
from tools.compile_translations import compile_file


@pytest.fixture
def german(tmp_path, monkeypatch):
    compile_file(Path(shutil.copy(paths.TRANSLATIONS / "crossearth_de.ts", tmp_path)))
    monkeypatch.setattr(paths, "TRANSLATIONS", tmp_path)
    QgsApplication.instance().setTranslation("de")
    translator = translation.install_translator()
    yield
    translation.remove_translator(translator)
    QgsApplication.instance().setTranslation("")


def test_what_reports_say_is_listed() -> None:
    listed = json.loads(paths.REPORT_TEXTS.read_text(encoding="utf-8"))
    assert listed == collect_translations.report_texts(paths.ROOT)


def test_in_english_findings_call_options_as_qgis_does() -> None:
    code, texts = report_language()
    assert code == "en"
    told = wording.Language(code, texts).tell(findings.Finding("no-sample").sentence)
    assert "Draw sample points on a map" in told
    assert wording.Language(code, texts).tell(wording.say("Areas")) == "Areas"


def test_reports_are_in_the_language_of_qgis(german) -> None:
    language = wording.Language(*report_language())
    assert language.code == "de"
    assert language.tell(wording.say("Areas")) == "Flächen"
    details = {"size": "5", "model": "M", "sizes": "0.5 to 2.5 m", "change": "enlarged to 2.5 m"}
    told = language.tell(findings.Finding("pixels-coarse", details).sentence)
    assert "0.5 bis 2.5 m" in told
    assert "to" not in told.split()
