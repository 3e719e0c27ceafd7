"""The language that the engine's reports are to be in: the one that QGIS speaks."""

from __future__ import annotations

import json

from qgis.PyQt.QtCore import QCoreApplication

from . import paths
from .finding_sentences import texts_for_reports
from .translation import language


def report_language() -> tuple[str, dict[str, str]]:
    """Return its code as HTML has it, and what reports say in it, by the keys of the engine.

    English, too, has texts: findings call options by their parameters in QGIS.
    """
    english = json.loads(paths.REPORT_TEXTS.read_text(encoding="utf-8"))
    # Collected from the engine, not from here.
    told = {text: QCoreApplication.translate("CrossEarth", text) for text in english}
    translated = {text: other for text, other in told.items() if other != text}
    code = language().replace("_", "-") if translated else "en"
    return code, translated | texts_for_reports()
