"""The manual explains every sentence that ends a command, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from crossearth_engine.errors import EngineError

PAGE = Path(__file__).parents[2] / "docs" / "troubleshooting.md"


def kinds(kind: type[EngineError] = EngineError) -> Iterator[type[EngineError]]:
    yield kind
    for other in kind.__subclasses__():
        yield from kinds(other)


def test_every_sentence_is_explained_as_it_is_said() -> None:
    said = {kind.code: kind.sentence for kind in kinds()}
    entries = re.split(r"^### `([a-z-]+)`\n", PAGE.read_text(encoding="utf-8"), flags=re.M)[1:]
    explained = dict(zip(entries[::2], entries[1::2], strict=True))
    assert list(explained) == entries[::2]
    sentences = {
        code: " ".join(re.findall(r"^> (.*)$", text, re.M)) for code, text in explained.items()
    }
    assert sentences == said
    for text in explained.values():
        assert re.search(r"^\*\*Why\.\*\* \S", text, re.M)
        assert re.search(r"^\*\*What to do\.\*\* \S", text, re.M)
