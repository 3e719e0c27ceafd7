"""The manual explains every sentence that ends a command, and no other."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from crossearth_engine.errors import EngineError
from crossearth_engine.shared.findings import SENTENCES

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "troubleshooting.md"
TOOL = ROOT / "tools" / "finding_reference.py"


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


def test_every_finding_is_on_its_page_as_it_is_said(tmp_path: Path) -> None:
    page = tmp_path / "reference" / "findings.md"
    subprocess.run([sys.executable, TOOL, page], check=True)
    entries = re.findall(
        r"^### `([a-z-]+)`\n\n\*\w+\*\n\n> (.*)$", page.read_text(encoding="utf-8"), re.M
    )
    told = {code: re.sub(r"\\([\\`*_\[\]<>|])", r"\1", text) for code, text in entries}
    assert len(told) == len(entries)
    assert told == {code: " ".join(text.split()) for code, text in SENTENCES.items()}
