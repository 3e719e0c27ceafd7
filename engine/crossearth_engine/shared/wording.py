"""English texts that remember how they were made: a report can say them in another language.

All that the engine computes, stores and prints is English. A text that `say` has made is that, too;
but it knows its template and what fills it, and a `Language`, which comes from QGIS, tells it anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

_SIZES = {
    "{low} to {high} m": re.compile(r"(?P<low>[\d.]+) to (?P<high>[\d.]+) m"),
    "reduced to {size} m": re.compile(r"reduced to (?P<size>\S+) m"),
    "enlarged to {size} m": re.compile(r"enlarged to (?P<size>\S+) m"),
}


class Said(str):
    """An English text.

    Attributes:
        template: the text with ``{name}`` for each of ``values``.
        values: what fills it; texts among them may be said in another language, too.
        key: by which a language knows it; the template itself, if nothing else.
    """

    template: str
    values: Mapping[str, Any]
    key: str

    def __new__(cls, template: str, values: Mapping[str, Any], key: str = "") -> Said:
        """Fill the template."""
        text = super().__new__(cls, template.format(**values))
        text.template, text.values, text.key = template, values, key or template
        return text

    def __getnewargs__(self) -> tuple[str, Mapping[str, Any], str]:  # type: ignore[override] # of str: a copy is made by these
        return self.template, self.values, self.key


def say(template: str, /, **values: Any) -> Said:
    """Return an English text, its template filled.

    The tool that collects what is to be translated finds the literals that this is called with.
    """
    return Said(template, values)


def together(texts: Iterable[str]) -> Said:
    """Return texts one after the other, with a space between them."""
    values = {f"text_{i}": text for i, text in enumerate(text for text in texts if text)}
    return Said(" ".join(f"{{{name}}}" for name in values), values)


def said_of(text: str) -> Said:
    """Return a detail of a finding, which may be words: a language knows them as ``word …``."""
    for template, pattern in _SIZES.items():
        match = pattern.fullmatch(text)
        if match is not None:
            return Said(template, match.groupdict(), f"word {template}")
    return Said(text.replace("{", "{{").replace("}", "}}"), {}, f"word {text}")


def said_again(texts: Sequence[str], findings: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return texts that have been on disk, those that are findings as they were said before.

    Args:
        texts: in English.
        findings: with ``code``, ``details`` and ``sentence``, as results have them.
    """
    known = {
        finding["sentence"]: said_finding(finding["code"], finding["sentence"], finding["details"])
        for finding in findings
    }
    return [known.get(text, text) for text in texts]


def said_finding(code: str, sentence: str, details: Mapping[str, str]) -> Said:
    """Return the sentence of a finding: a language knows it as ``finding …``, by its code."""
    escaped = sentence.replace("{", "{{").replace("}", "}}")
    values = {name: said_of(str(text)) for name, text in details.items()}
    return Said(escaped, values, f"finding {code}")


@dataclass(frozen=True)
class Language:
    """A language that texts are told in.

    Attributes:
        code: as HTML has it, such as "de".
        texts: templates by key; what is not among them stays English.
    """

    code: str = "en"
    texts: Mapping[str, str] = field(default_factory=dict)

    def tell(self, value: Any) -> Any:
        """Return a text that was said, and what fills it, in this language; else the value."""
        if not isinstance(value, Said):
            return value
        template = self.texts.get(value.key)
        values = {name: self.tell(text) for name, text in value.values.items()}
        try:
            return (value.template if template is None else template).format(**values)
        except (KeyError, IndexError, AttributeError, ValueError):
            # A translation with a placeholder that the text does not have.
            return str(value)


_spoken = Language()


def speak(language: Language) -> None:
    """Set the language of all reports of this process, as whoever has started it asks."""
    global _spoken
    _spoken = language


def spoken() -> Language:
    """Return the language of all reports of this process: English unless `speak` was called."""
    return _spoken
