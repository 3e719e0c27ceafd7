"""Options in the words of the panel, in sentences that call them by their parameters."""

from __future__ import annotations

import re

from qgis.core import QgsProcessingAlgorithm

from ..translation import translate

# As parameters are named: STRETCH, PIXEL_SIZE; no part of a path, nor what is quoted.
_NAME = re.compile(r"(?<![\w/\\.“„])[A-Z]{3,}(?:_[A-Z]+)*(?!\.?\w|[/\\”“])")


def with_labels(text: str, algorithm: QgsProcessingAlgorithm) -> str:
    """Return a sentence with the options of an algorithm called as forms label them.

    Sentences are the same in the log of Processing, where scripts are written, and in the panel,
    where nobody has seen a parameter's name.

    Args:
        text: a sentence, such as “Choose the bands (BANDS).”
        algorithm: whose parameters are meant; other words in capitals stay.
    """

    def label(found: re.Match[str]) -> str:
        definition = algorithm.parameterDefinition(found[0])
        if definition is None and found[0] == "NODATA":
            # QGIS's own, which goes with the layer wherever it is used.
            own = translate("CrossEarth", "“Additional no data value” of the layer")
            return f"{own}:" if re.match(r" -?\d", text[found.end() :]) else own
        # parameterDefinition takes names in any case.
        if definition is None or definition.name() != found[0]:
            return found[0]
        # A word of its own, too.
        if found[0] == "CRS" and text[: found.start()][-1:] != "(":
            return found[0]
        # Without its unit.
        name = re.sub(r" \([^()]*\)$", "", definition.description())
        return translate("CrossEarth", "“{label}”").format(label=name)

    return _NAME.sub(label, text)
