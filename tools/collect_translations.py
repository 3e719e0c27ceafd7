#!/usr/bin/env python3
"""Bring ``i18n/*.ts`` up to date with the texts in the plugin; standard library only.

New texts come in as unfinished, texts that are gone go, translations stay. Texts are the literals
in ``translate("CrossEarth", "…")``, the strings of the ``.ui`` files, and what the engine's reports
``say("…")``, which is also listed in ``resources/report_texts.json``: the plugin translates it for
the engine. Unlike Qt's own tools this writes no line numbers, so that the files change only when a
text does.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

CONTEXT = "CrossEarth"
PLUGIN = "crossearth_qgis"
ENGINE = "engine/crossearth_engine"
REPORT_TEXTS = "resources/report_texts.json"
SAID_IN_TEMPLATE = re.compile(r'\bsay\(\s*"([^"]*)"')


def texts_in_code(path: Path) -> Iterator[str]:
    """Yield the literals that a Python file has translated."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
            # A call without two literals is for a person to mend: nothing could collect its text.
            context, text = (ast.literal_eval(argument) for argument in node.args)
            if context != CONTEXT:
                raise ValueError(f"{path}:{node.lineno}: the context is {context}")
            yield text


def texts_in_form(path: Path) -> Iterator[str]:
    """Yield the strings that Qt translates when it loads a form."""
    for node in ET.parse(path).iter("string"):  # noqa: S314 - a file of this repository
        if node.text and node.get("notr") != "true":
            yield node.text


def texts_said(path: Path) -> Iterator[str]:
    """Yield the literals that a Python file of the engine, or a template, says in reports."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield from SAID_IN_TEMPLATE.findall(text)
        return
    if "wording import" not in text:
        return  # what it says is said on a terminal
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
            yield ast.literal_eval(node.args[0])


def report_texts(root: Path) -> list[str]:
    """Return every text that reports say, sorted."""
    folder = root / ENGINE
    paths = [*folder.rglob("*.py"), *folder.glob("reports/templates/*.html")]
    return sorted({text for path in paths for text in texts_said(path)})


def texts_of(root: Path) -> set[str]:
    """Return every text that is to be translated."""
    folder = root / PLUGIN
    texts = {text for path in folder.rglob("*.py") for text in texts_in_code(path)}
    texts.update(text for path in folder.rglob("*.ui") for text in texts_in_form(path))
    return texts.union(report_texts(root))


def read_translations(path: Path) -> dict[str, str]:
    """Return the finished translations of a ``.ts`` file: English -> other."""
    messages = ET.parse(path).iter("message")  # noqa: S314 - a file of this repository
    pairs = ((item.findtext("source", ""), item.find("translation")) for item in messages)
    return {
        english: other.text
        for english, other in pairs
        if other is not None and other.text and other.get("type") is None
    }


def write_translations(path: Path, texts: set[str], translations: dict[str, str]) -> None:
    """Write a ``.ts`` file with all texts, sorted, those without translation as unfinished."""
    language = path.stem.partition("_")[2]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "  <context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text in sorted(texts, key=lambda text: (text.casefold(), text)):
        lines += ["    <message>", f"      <source>{escape(text)}</source>"]
        if text in translations:
            lines.append(f"      <translation>{escape(translations[text])}</translation>")
        else:
            lines.append('      <translation type="unfinished"></translation>')
        lines.append("    </message>")
    lines += ["  </context>", "</TS>", ""]
    path.write_text("\n".join(lines), encoding="utf-8")


def main(root: Path) -> None:
    """Update the list of what reports say and every ``.ts`` file; say what is left to translate."""
    listed = json.dumps(report_texts(root), indent=1, ensure_ascii=False)
    (root / REPORT_TEXTS).write_text(f"{listed}\n", encoding="utf-8")
    texts = texts_of(root)
    for path in sorted((root / "i18n").glob("*.ts")):
        translations = read_translations(path)
        write_translations(path, texts, translations)
        missing = sorted(texts - set(translations))
        sys.stdout.write(f"{path.name}: {len(texts)} texts, {len(missing)} to translate\n")
        sys.stdout.writelines(f"  {text!r}\n" for text in missing)


if __name__ == "__main__":
    main(Path(__file__).resolve().parents[1])
