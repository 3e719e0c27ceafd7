"""The one way from an English sentence to the user's language."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from . import paths


def translate(context: str, text: str) -> str:
    """Return the text in the user's language.

    Call it as ``translate("CrossEarth", "Literal sentence with {name}").format(name=...)``: the
    tools that collect the texts see literals only, and know this name.
    """
    return str(QCoreApplication.translate(context, text))


def one_or_many(count: int, one: str, many: str) -> str:
    """Return the sentence that fits a number of things: English and German know two."""
    return one if count == 1 else many


def install_translator() -> QTranslator | None:
    """Install and return the translator for QGIS's language, or None where there is none."""
    application = QgsApplication.instance()
    # What the window speaks, which the option --lang may have chosen; qgis_process has only a
    # locale. Qt falls back from de_AT to de by itself.
    language = application.translation() or application.locale()
    translator = QTranslator()
    if not translator.load(f"crossearth_{language}", str(paths.TRANSLATIONS)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translator(translator: QTranslator | None) -> None:
    """Undo `install_translator`."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
