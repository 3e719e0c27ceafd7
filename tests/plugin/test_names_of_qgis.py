"""Every name of QGIS in the plugin's sources is one of the QGIS that runs this."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

PLUGIN = Path(__file__).resolve().parents[2] / "crossearth_qgis"
FILES = sorted(PLUGIN.rglob("*.py"))


def unknown_names(text: str) -> Iterator[str]:
    """Yield every class, enum or value that a source takes from QGIS or Qt and that is not there.

    What a source asks for with ``getattr`` or ``hasattr``, because only some versions have it, is
    no such name.
    """
    tree = ast.parse(text)
    asked_for = {
        f"{ast.unparse(node.args[0])}.{ast.literal_eval(node.args[1])}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "hasattr"
        if isinstance(node.args[1], ast.Constant)
    }
    imported: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and _is_of_qgis(node.module or ""):
            module = importlib.import_module(node.module or "")
            for alias in node.names:
                if hasattr(module, alias.name) or find_spec(f"{node.module}.{alias.name}"):
                    imported[alias.asname or alias.name] = getattr(module, alias.name, None)
                else:
                    yield f"{node.module}.{alias.name}"
    for node in ast.walk(tree):
        first, *names = _chain(node)
        value = imported.get(first)
        for name in names:
            if not isinstance(value, type):
                break  # an instance
            if not hasattr(value, name):
                whole = ".".join([first, *names])
                if whole not in asked_for:
                    yield whole
                break
            value = getattr(value, name)


def _is_of_qgis(module: str) -> bool:
    return module.split(".")[0] in ("qgis", "processing")


def _chain(node: ast.AST) -> list[str]:
    """Return the names of ``a.b.c``; one empty name for anything else."""
    if isinstance(node, ast.Name):
        return [node.id]
    if isinstance(node, ast.Attribute):
        before = _chain(node.value)
        return [*before, node.attr] if before[0] else before
    return [""]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PLUGIN)))
def test_names_are_those_of_this_qgis(path: Path) -> None:
    assert list(unknown_names(path.read_text(encoding="utf-8"))) == []


def test_name_that_is_asked_for_first_may_be_missing() -> None:
    source = "from qgis.core import QgsTask\nif hasattr(QgsTask.Flag, 'New'):\n    {}"
    assert list(unknown_names(source.format("x = QgsTask.Flag.New"))) == []
    assert list(unknown_names(source.format("x = QgsTask.Flag.Newer"))) == ["QgsTask.Flag.Newer"]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from qgis.core import Qgis\nx = Qgis.MessageLevel.Wrong", "Qgis.MessageLevel.Wrong"),
        ("from qgis.core import QgsNoSuch", "qgis.core.QgsNoSuch"),
        ("from qgis.gui import QgsFileWidget as F\nF.StorageMode.SaveFil", "F.StorageMode.SaveFil"),
        ("from qgis.core import QgsProject\nQgsProject.theOne()", "QgsProject.theOne"),
        (
            "from qgis.PyQt.QtCore import Qt\nx = Qt.AlignmentFlag.Aligned",
            "Qt.AlignmentFlag.Aligned",
        ),
    ],
)
def test_name_that_is_not_there_is_found(source: str, found: str) -> None:
    assert list(unknown_names(source)) == [found]
