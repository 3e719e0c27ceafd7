from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import crossearth_engine
from crossearth_engine.shared.findings import SENTENCES, Finding, told

ENGINE = Path(crossearth_engine.__file__).parent
# Elsewhere some are completed later.
FILES = sorted(
    p for folder in ("accuracy", "analysis", "raster") for p in (ENGINE / folder).glob("*.py")
)


def findings_in(text: str) -> Iterator[tuple[str, set[str] | None]]:
    """Yield code and details of the findings in a source, None for details made elsewhere."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding" and node.args:
            code, *details = node.args
            if isinstance(code, ast.Constant):
                given = details[0] if details else ast.Dict([], [])
                is_plain = isinstance(given, ast.Dict) and all(given.keys)
                yield code.value, {ast.literal_eval(k) for k in given.keys} if is_plain else None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_findings_have_what_their_sentences_tell(path: Path) -> None:
    for code, details in findings_in(path.read_text(encoding="utf-8")):
        asked = {name for _, name, _, _ in Formatter().parse(SENTENCES[code]) if name}
        assert details is None or details == asked, code


def test_what_is_found_of_a_finished_map_makes_it_no_less_strictly() -> None:
    result = told([Finding("fields-left-out", {"fields": "a, b"})])
    assert result["warnings"] == ["Fields of lists or bytes are not in the copy: a, b."]
    (finding,) = result["findings"]
    assert (finding["code"], finding["is_doubt"]) == ("fields-left-out", False)
