from __future__ import annotations

import shutil
import string
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings

from crossearth_qgis import paths, translation
from crossearth_qgis.finding_sentences import finding_sentence
from crossearth_qgis.translation import translate
from tools import collect_translations
from tools.compile_translations import compile_file

SOURCES = sorted(paths.TRANSLATIONS.glob("*.ts"))
GERMAN = paths.TRANSLATIONS / "crossearth_de.ts"


def messages(source: Path) -> list[tuple[str, str]]:
    """Return pairs of English and translated text; an unfinished one is empty."""
    tree = ET.parse(source)
    return [
        (item.findtext("source", ""), item.findtext("translation", ""))
        for item in tree.iter("message")
    ]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_translations_have_the_placeholders_and_shortcuts_of_the_english(source: Path) -> None:
    for english, other in messages(source):
        if other:
            assert placeholders(other) == placeholders(english), english
            assert other.count("&") == english.count("&"), english


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_everything_is_in_our_one_context(source: Path) -> None:
    assert {item.findtext("name") for item in ET.parse(source).iter("context")} == {"CrossEarth"}


@pytest.fixture
def german(tmp_path, monkeypatch) -> None:
    source = shutil.copy(GERMAN, tmp_path)
    compile_file(Path(source))
    monkeypatch.setattr(paths, "TRANSLATIONS", tmp_path)


@pytest.mark.parametrize("locale", ["de", "de_AT"])
def test_sentences_are_german_in_a_german_qgis(german, locale: str) -> None:
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", locale)
    sentences = messages(GERMAN)
    translator = translation.install_translator()
    try:
        for english, german_text in sentences:
            assert translate("CrossEarth", english) == (german_text or english)
    finally:
        translation.remove_translator(translator)
        settings.remove("locale")
    assert translate("CrossEarth", "Canceled.") == "Canceled."


def test_language_of_the_window_goes_before_the_locale(german) -> None:
    QgsApplication.instance().setTranslation("de")
    translator = translation.install_translator()
    try:
        assert translate("CrossEarth", "Canceled.") == "Abgebrochen."
    finally:
        translation.remove_translator(translator)
        QgsApplication.instance().setTranslation("")


def test_sizes_in_a_finding_are_in_the_language_of_its_sentence(german) -> None:
    QgsApplication.instance().setTranslation("de")
    translator = translation.install_translator()
    details = {"size": "5", "model": "M", "sizes": "0.5 to 2.5 m", "change": "enlarged to 2.5 m"}
    try:
        assert "0.5 bis 2.5 m" in finding_sentence("pixels-coarse", "English.", details)
    finally:
        translation.remove_translator(translator)
        QgsApplication.instance().setTranslation("")


def test_unknown_language_stays_english(german) -> None:
    settings = QgsSettings()
    settings.setValue("locale/overrideFlag", True)
    settings.setValue("locale/userLocale", "tlh")
    try:
        assert translation.install_translator() is None
    finally:
        settings.remove("locale")


@pytest.fixture
def checkout(tmp_path) -> Path:
    """Return a made-up checkout with one text in code, one in a form, and an old translation."""
    plugin, i18n = tmp_path / "crossearth_qgis" / "gui", tmp_path / "i18n"
    plugin.mkdir(parents=True)
    i18n.mkdir()
    (plugin / "code.py").write_text('print(translate("CrossEarth", "Known & {name}"))\n')
    (plugin / "form.ui").write_text(
        '<ui><string>New</string><string notr="true">id</string><string/></ui>'
    )
    known = {"Known & {name}": "Bekannt & {name}", "Gone": "Weg"}
    collect_translations.write_translations(i18n / "crossearth_de.ts", set(known), known)
    return tmp_path


def test_collecting_adds_what_is_new_and_drops_what_is_gone(checkout, capsys) -> None:
    collect_translations.main(checkout)
    assert messages(checkout / "i18n" / "crossearth_de.ts") == [
        ("Known & {name}", "Bekannt & {name}"),
        ("New", ""),
    ]
    assert "2 texts, 1 to translate" in capsys.readouterr().out


def test_text_outside_our_context_cannot_be_collected(checkout) -> None:
    (checkout / "crossearth_qgis" / "other.py").write_text('translate("Other", "Text")\n')
    with pytest.raises(ValueError, match="context is Other"):
        collect_translations.main(checkout)
