"""The one way from an English sentence to the user's language."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from . import paths

# Those who read one of these read the file that Qt would not find by itself.
_OTHER_NAMES = {"zh": "zh_Hans", "zh_CN": "zh_Hans", "zh_SG": "zh_Hans"}


def translate(context: str, text: str) -> str:
    """Return the text in the user's language.

    Call it as ``translate("CrossEarth", "Literal sentence with {name}").format(name=...)``: the
    tools that collect the texts see literals only, and know this name.
    """
    return str(QCoreApplication.translate(context, text))


def one_or_many(count: int, one: str, many: str) -> str:
    """Return the sentence that fits a number of things.

    Languages with more than two forms say the second so that it fits all, as "objects: 5" does.
    """
    return one if count == 1 else many


def language() -> str:
    """Return the language of QGIS, such as "de" or "pt_BR"."""
    application = QgsApplication.instance()
    # What the window speaks, which the option --lang may have chosen; qgis_process has only a
    # locale.
    return str(application.translation() or application.locale())


def install_translator() -> QTranslator | None:
    """Install and return the translator for QGIS's language, or None where there is none."""
    translator = QTranslator()
    name = language().replace("-", "_")  # zh-Hans
    name = _OTHER_NAMES.get(name, name)
    # Qt falls back from de_AT to de by itself.
    if not translator.load(f"crossearth_{name}", str(paths.TRANSLATIONS)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translator(translator: QTranslator | None) -> None:
    """Undo `install_translator`."""
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
