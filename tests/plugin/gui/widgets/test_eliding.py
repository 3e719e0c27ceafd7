from __future__ import annotations

from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtWidgets import QComboBox

from crossearth_qgis.gui.widgets.eliding import ElidingCombo


def picture(combo: QComboBox, text: str, qtbot) -> QImage:
    qtbot.addWidget(combo)
    combo.addItem(text)
    combo.resize(140, 24)
    return combo.grab().toImage()


def test_a_long_name_ends_in_an_ellipsis_and_a_short_one_stays(qtbot) -> None:
    name = "Buildings, land and water"
    cut = picture(QComboBox(), name, qtbot)
    elided = picture(ElidingCombo(), name, qtbot)
    assert elided != cut
    by_hand = [picture(QComboBox(), f"{name[:end]}…", qtbot) for end in range(6, len(name))]
    assert elided in by_hand
    assert picture(ElidingCombo(), "Water", qtbot) == picture(QComboBox(), "Water", qtbot)
