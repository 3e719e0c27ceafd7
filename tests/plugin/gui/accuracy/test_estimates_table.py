from __future__ import annotations

from crossearth_qgis.gui.accuracy.estimates_table import EstimatesTable

AREAS = {
    "unit": "pixels",
    "classes": [
        {
            "name": "building",
            "users_accuracy": 1.0,
            "users_interval": [0.652, 1.0],
            "producers_accuracy": 0.014,
            "producers_interval": [0.006, 0.04],
            "area": 61_620_000.0,
            "area_interval": [21_610_000.0, 134_820_000.0],
        }
    ],
}


def test_rows_follow_the_width_of_the_table(qtbot) -> None:
    table = EstimatesTable()
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.set_areas(AREAS)
    table.show()
    wide = table.rowHeight(1)
    table.resize(210, table.height())
    assert table.rowHeight(1) > wide
    assert table.height() >= table.rowHeight(0) + table.rowHeight(1)
    table.resize(600, table.height())
    assert table.rowHeight(1) == wide
