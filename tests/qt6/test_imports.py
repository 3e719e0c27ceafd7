"""Every module of the plugin is imported, and every name of Qt that it uses is one of Qt 6's."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.qt6.qgis_stand_in import QT_MODULES

PLUGIN = Path(__file__).resolve().parents[2] / "crossearth_qgis"
FILES = sorted(PLUGIN.rglob("*.py"))
MODULES = [
    ".".join(path.relative_to(PLUGIN.parent).with_suffix("").parts).removesuffix(".__init__")
    for path in FILES
]


def unknown_names(text: str) -> Iterator[str]:
    """Yield every name of Qt in a source, such as ``Qt.AlignLeft``, that Qt 6 has no value for."""
    tree = ast.parse(text)
    imported: dict[str, Any] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt."):
            module = QT_MODULES[(node.module or "").rpartition(".")[2]]
            for alias in node.names:
                if hasattr(module, alias.name):
                    imported[alias.asname or alias.name] = getattr(module, alias.name)
                else:
                    yield alias.name
    for node in ast.walk(tree):
        chain = ast.unparse(node).split(".") if is_name(node) else [""]
        value = imported.get(chain[0])
        for name in chain[1:]:
            if not isinstance(value, type):
                break  # an instance: of what class is for the tests of widgets
            if not hasattr(value, name):
                yield ".".join(chain)
                break
            value = getattr(value, name)


def is_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) or (isinstance(node, ast.Attribute) and is_name(node.value))


@pytest.mark.parametrize("name", MODULES)
def test_module_is_imported(name: str) -> None:
    importlib.import_module(name)


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PLUGIN)))
def test_names_of_qt_are_those_of_qt_6(path: Path) -> None:
    assert list(unknown_names(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from qgis.PyQt.QtCore import Qt\nx = Qt.AlignLeft", ["Qt.AlignLeft"]),
        ("from qgis.PyQt.QtCore import Qt as Q\nx = Q.AlignmentFlag.AlignLef", 1),
        ("from qgis.PyQt.QtCore import Qt\ndef f(x: Qt.Alignment): ...", ["Qt.Alignment"]),
        ("from qgis.PyQt.QtWidgets import QAction", ["QAction"]),
        ("from qgis.PyQt.QtCore import QRegExp", ["QRegExp"]),
        ("from qgis.PyQt.QtCore import QVariant\nx = QVariant.Int", ["QVariant.Int"]),
        ("from qgis.PyQt.QtWidgets import QDialog as D\nD.exec_", 1),
        ("from qgis.PyQt.QtGui import QPalette\nx = QPalette.ColorRole.Background", 1),
        ("from qgis.PyQt.QtCore import Qt\nx = Qt.AlignmentFlag.AlignLeft.value", []),
    ],
)
def test_name_that_qt_6_has_not_is_found(source: str, found: list[str] | int) -> None:
    names = list(unknown_names(source))
    assert len(names) == found if isinstance(found, int) else names == found
