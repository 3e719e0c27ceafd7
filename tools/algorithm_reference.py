"""Write the page of the Processing algorithms, of what each says of itself.

    python3 tools/algorithm_reference.py PAGE

Run by QGIS's Python.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
)

sys.path.insert(0, str(Path(__file__).parents[1]))

from crossearth_qgis.bridge.engine import Engine
from crossearth_qgis.processing.provider import CrossEarthProvider


def cell(text: str) -> str:
    """Return a text as a cell of a table, in which nothing is taken for markup."""
    for sign in "\\`*_[]<>|":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())


def default(parameter: QgsProcessingParameterDefinition) -> str:
    """Return what is taken if nothing is said, as ``qgis_process`` takes it."""
    value = parameter.defaultValue()
    if value in (None, "", []):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def choices(parameter: QgsProcessingParameterDefinition) -> str:
    """Return the values of a choice, by what is typed."""
    if not isinstance(parameter, QgsProcessingParameterEnum):
        return ""
    options = parameter.options()
    if parameter.usesStaticStrings():
        return ": " + ", ".join(options)
    return ": " + ", ".join(f"{index} {option}" for index, option in enumerate(options))


def section(algorithm: QgsProcessingAlgorithm) -> Iterator[str]:
    """Yield the lines of an algorithm: what it does, what it takes, what it gives."""
    yield from (f"## {algorithm.displayName()}", "", f"`{algorithm.id()}`", "")
    for paragraph in filter(str.strip, algorithm.shortHelpString().splitlines()):
        yield from (cell(paragraph), "")
    yield from ("| parameter | what | default |", "| --- | --- | --- |")
    for parameter in algorithm.parameterDefinitions():
        if parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagHidden:
            continue
        text = cell(parameter.description() + choices(parameter))
        if not parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
            text = text if default(parameter) else f"**{text}**"
        yield f"| `{parameter.name()}` | {text} | {cell(default(parameter))} |"
    yield ""
    if outputs := algorithm.outputDefinitions():
        yield from ("| result | what |", "| --- | --- |")
        yield from (f"| `{output.name()}` | {cell(output.description())} |" for output in outputs)
        yield ""


def page(provider: CrossEarthProvider) -> Iterator[str]:
    """Yield the lines of the page."""
    yield from (
        "# The Processing algorithms",
        "",
        "As `qgis_process run ID --PARAMETER=value …`, `processing.run(ID, {PARAMETER: value})`, "
        "in the toolbox, in models and in batches. What has to be given is bold.",
        "",
    )
    for algorithm in provider.algorithms():
        yield from section(algorithm)


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    provider = CrossEarthProvider(Engine())
    QgsApplication.processingRegistry().addProvider(provider)
    target = Path(sys.argv[1])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n".join(page(provider)) + "\n", encoding="utf-8")
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()
