"""Names that look like markup, which Qt would take for it and open what it names."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QMessageBox,
    QWidget,
)

from crossearth_qgis.gui.segment.class_table import ClassTable
from crossearth_qgis.gui.widgets.plain_text import PlainLabel, as_markup, is_agreed
from tests.plugin.support import write_model

PICTURE = "<img src='file:///probe.png'>"


def markup_of(widget: QWidget) -> Iterator[str]:
    """Yield what Qt may take for markup: texts of labels, and tool tips of all there is."""
    for child in (widget, *widget.findChildren(QWidget)):
        yield child.toolTip()
        if isinstance(child, QLabel) and child.textFormat() != Qt.TextFormat.PlainText:
            yield child.text()
        if isinstance(child, (QComboBox, QAbstractItemView)):
            model = child.model()
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                    yield tip or ""


def test_nothing_of_a_model_is_taken_for_markup(make_panel, scene, home) -> None:
    def name(text: str) -> str:
        return f"{PICTURE}{text}"

    folder = write_model(
        home / "models" / "stranger",
        **{
            "description": name("what"),
            "license": name("licence"),
            "mlm:name": name("model"),
            "mlm:input": [
                {"bands": [name("r"), "a & b", name("b")], "input": {"shape": [-1, 3, 64, 64]}}
            ],
            "mlm:output": [
                {
                    "classification:classes": [
                        {"value": 1, "name": name("x")},
                        {"value": 2, "name": "y"},
                    ]
                }
            ],
            "crossearth:trained_on": name("places"),
        },
    )
    panel = make_panel()
    panel.model_picker.set_value(folder.name)
    shown = {label.text() for label in panel.findChildren(QLabel)}
    assert {name("r"), "A && b"} <= shown
    texts = list(markup_of(panel))
    assert [text for text in texts if PICTURE in text] == []
    assert any("&lt;img" in text for text in texts)


def test_a_class_that_looks_like_a_formula_is_none_in_a_spreadsheet(qtbot) -> None:
    table = ClassTable()
    qtbot.addWidget(table)
    rows = [
        {"name": name, "color": "#000000", "pixels": 1, "area_m2": 2.0, "percent": 25.0}
        for name in ("=HYPERLINK(1)", "+1", "@x", f"{PICTURE} y")
    ]
    table.set_classes(rows)
    table.copy()
    copied = [line.split("\t")[0] for line in QApplication.clipboard().text().splitlines()[1:]]
    assert copied == ["'=HYPERLINK(1)", "'+1", "'@x", f"{PICTURE} y"]
    assert [text for text in markup_of(table) if PICTURE in text] == []


@pytest.mark.parametrize("text", [f"{PICTURE} & <b>x</b>", "two\nlines", "a < b"])
def test_a_text_is_shown_as_it_is(text, qtbot) -> None:
    document = QTextDocument()
    document.setHtml(as_markup(text))
    assert document.toPlainText() == text


@pytest.mark.parametrize("button", ["Yes", "No"])
def test_a_question_is_no_markup(button, monkeypatch, qtbot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    asked: list[QMessageBox] = []

    def answer(box: QMessageBox) -> QMessageBox.StandardButton:
        asked.append(box)
        return getattr(QMessageBox.StandardButton, button)

    monkeypatch.setattr(QMessageBox, "exec", answer)
    assert is_agreed(parent, "Title", f"Delete {PICTURE}?") is (button == "Yes")
    assert asked[0].textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    "name",
    [
        "S2B_MSIL2A_20230601T105629_N0509_R094_T31UFS_20230601T135805",
        "x" * 200,
        "/a/" + "long_folder_" * 12 + "/" + "c" * 100 + ".tif",
    ],
)
def test_a_long_name_makes_no_label_wide_and_is_copied_whole(name, qtbot) -> None:
    label = PlainLabel(text=f"The map of {name} is ready.")
    qtbot.addWidget(label)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.show()
    assert label.minimumSizeHint().width() < 300
    assert label.text() == f"The map of {name} is ready."
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == label.text()
    label.setSelection(11, 4)
    label.actions()[0].trigger()
    assert QApplication.clipboard().text() == name[:4]
