from __future__ import annotations

import json
import re
import shutil
import string
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsSettings

from crossearth_qgis import paths, translation
from crossearth_qgis.error_sentences import engine_sentence
from crossearth_qgis.finding_sentences import finding_sentence
from crossearth_qgis.shared import findings
from crossearth_qgis.translation import translate
from tools import collect_translations
from tools.compile_translations import compile_file

SOURCES = sorted(paths.TRANSLATIONS.glob("*.ts"))
GLOSSARY = paths.ROOT / "tests" / "data" / "glossary.json"
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
def test_nothing_is_left_to_translate(source: Path) -> None:
    assert [english for english, other in messages(source) if not other.strip()] == []
    assert {english for english, _ in messages(source)} == collect_translations.texts_of(paths.ROOT)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_shortcuts_are_keys_and_ends_are_kept(source: Path) -> None:
    for english, other in messages(source):
        assert not re.search(r"&(?![\w&])", other.replace("&&", "")), english
        assert other.count("\n") == english.count("\n"), english
        for end in (" ", "…"):
            assert other.startswith(end) == english.startswith(end), english
            assert other.endswith(end) == english.endswith(end), english
        # What is typed, or fetched, is the same everywhere.
        literal = r"--[a-z-]+|https?://\S+|EPSG:\d+"
        assert sorted({*re.findall(literal, other)}) == sorted({*re.findall(literal, english)})


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_terms_are_those_of_the_glossary(source: Path) -> None:
    """As QGIS's own translations have them, and everywhere the same; a few texts may go round."""
    language = source.stem.partition("_")[2]
    glossary = json.loads(GLOSSARY.read_text(encoding="utf-8"))
    for term, stems in glossary.items():
        pattern = re.compile(
            rf"(?<![\w-]){term}(?:s|es)?(?![\w-])", 0 if term.isupper() else re.IGNORECASE
        )
        of_term = [
            pair for pair in messages(source) if pattern.search(re.sub(r"{\w+}", "", pair[0]))
        ]
        otherwise = [
            pair for pair in of_term if not any(stem in pair[1].lower() for stem in stems[language])
        ]
        assert len(otherwise) <= max(1, len(of_term) / 20), (term, otherwise)


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_labels_are_not_much_longer_than_the_english(source: Path) -> None:
    """Words of a label differ in length; one of twice the length breaks a form."""
    for english, other in messages(source):
        if len(english) <= 30 and "{" not in english:
            assert len(other) <= 2 * len(english) + 16, (english, other)


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


def test_what_a_cluster_tells_is_german_with_its_file_and_task(german) -> None:
    QgsApplication.instance().setTranslation("de")
    translator = translation.install_translator()
    lost = {"task": "part 3/8 of b.tif", "worker": "tls://a:1", "status": "-9", "words": "-"}
    lack = {"worker": "tls://a:1", "model": "mine"}
    found = [findings.Finding("worker-without-model", lack)] * 2
    details = {"reason": "English.", "findings": json.dumps([one.to_dict() for one in found])}
    try:
        told = finding_sentence("engine-ended", "English.", lost)
        assert told.startswith("Teil 3/8 von b.tif ging verloren: Auf tls://a:1")
        tasks = ("plan", "assemble of a.tif", "share 1/4 of the windows", "a.tif", "part of it")
        assert [finding_sentence("task-again", "English.", {"task": t}) for t in tasks] == [
            "Plan wird noch einmal versucht.",
            "Zusammenfügen von a.tif wird noch einmal versucht.",
            "Anteil 1/4 der Fenster wird noch einmal versucht.",
            "a.tif wird noch einmal versucht.",
            "part of it wird noch einmal versucht.",
        ]
        of_file = findings.Finding("worker-left-out", {"worker": "w"}).of_file("a.tif")
        told = finding_sentence(of_file.code, of_file.sentence, of_file.details)
        assert told == "a.tif: Der Worker w bekommt nichts zu tun."
        told = engine_sentence("invalid-request", "English.", details)
        assert told == " ".join(2 * ["Dem Worker tls://a:1 fehlt das Modell mine."])
    finally:
        translation.remove_translator(translator)
        QgsApplication.instance().setTranslation("")


@pytest.mark.parametrize(
    ("locale", "is_read"),
    [("zh-Hans", True), ("zh_CN", True), ("zh", True), ("zh_TW", False), ("zh-Hant", False)],
)
def test_chinese_is_read_by_those_who_write_it_so(tmp_path, monkeypatch, locale, is_read) -> None:
    source = tmp_path / "crossearth_zh_Hans.ts"
    collect_translations.write_translations(source, {"Canceled."}, {"Canceled.": "已取消。"})
    compile_file(source)
    monkeypatch.setattr(paths, "TRANSLATIONS", tmp_path)
    QgsApplication.instance().setTranslation(locale)
    translator = translation.install_translator()
    try:
        assert (translate("CrossEarth", "Canceled.") == "已取消。") == is_read
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
    (tmp_path / "resources").mkdir()
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
