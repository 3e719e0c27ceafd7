from __future__ import annotations

import pytest
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QApplication

from crossearth_qgis.gui.segment.class_table import ClassTable, area_unit

CLASSES = [
    {"name": "Water", "color": "#0000ff", "pixels": 300, "area_m2": 30_000.0, "percent": 75.0},
    {"name": "Trees", "color": "#00ff00", "pixels": 100, "area_m2": 10_000.0, "percent": 25.0},
]


@pytest.fixture
def table(qtbot) -> ClassTable:
    table = ClassTable()
    qtbot.addWidget(table)
    return table


@pytest.mark.parametrize(
    ("areas_m2", "unit"),
    [
        ([3.0, 4.0], "m²"),
        ([3_000.0, 9_000.0], "ha"),
        ([30_000_000.0, 1.0], "km²"),
        ([None, None], ""),
        ([1.0, None], ""),
        ([], ""),
    ],
)
def test_one_unit_serves_the_whole_column(areas_m2, unit) -> None:
    assert area_unit(areas_m2)[0] == unit


def test_areas_are_shown_in_one_unit(table) -> None:
    table.set_classes(CLASSES)
    assert table.horizontalHeaderItem(1).text() == "Area (ha)"
    assert [table.item(row, 1).text() for row in range(2)] == ["3.00", "1.00"]


def test_without_a_metric_crs_pixels_are_counted(table) -> None:
    table.set_classes([{**item, "area_m2": None} for item in CLASSES])
    assert table.horizontalHeaderItem(1).text() == "Pixels"
    assert [table.item(row, 1).text() for row in range(2)] == ["300", "100"]


def test_what_is_small_does_not_read_as_nothing(table) -> None:
    rows = [
        {**CLASSES[0], "area_m2": 99_999_990_000.0, "percent": 99.99999},
        {**CLASSES[1], "area_m2": 100.0, "percent": 0.00001},
        {**CLASSES[1], "area_m2": 0.0, "percent": 0.0},
    ]
    table.set_classes(rows)
    assert table.horizontalHeaderItem(1).text() == "Area (km²)"
    assert [table.item(row, 1).text() for row in range(1, 3)] == ["< 0.1", "0.0"]
    assert [table.item(row, 2).text() for row in range(3)] == ["100.0", "< 0.1", "0.0"]


def test_the_table_is_as_high_as_its_rows(table) -> None:
    table.set_classes(CLASSES)
    low = table.height()
    table.set_classes(CLASSES * 3)
    assert table.height() > low


def test_all_rows_are_copied_when_none_is_selected(table, qtbot) -> None:
    table.set_classes(CLASSES)
    qtbot.keySequence(table, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QApplication.clipboard().text().splitlines() == [
        "class\tarea_m2\tpercent\tpixels",
        "Water\t30000.00\t75.000\t300",
        "Trees\t10000.00\t25.000\t100",
    ]


def test_selected_rows_are_copied(table) -> None:
    table.set_classes(CLASSES)
    table.selectRow(1)
    table.copy()
    assert QApplication.clipboard().text().splitlines()[1:] == ["Trees\t10000.00\t25.000\t100"]
