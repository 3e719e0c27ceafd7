from __future__ import annotations

import gc

from qgis.gui import QgsRasterBandComboBox
from qgis.PyQt.QtGui import QIcon, QImage, QPixmap
from qgis.PyQt.QtWidgets import QComboBox, QStyleOptionComboBox

from crossearth_qgis.gui.segment.band_mapping import BandCombo
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


def test_drawing_leaves_nothing_to_be_collected_in_another_thread(qtbot) -> None:
    combo = ElidingCombo()
    qtbot.addWidget(combo)
    combo.addItem(QIcon(QPixmap(8, 8)), "Buildings, land and water")
    gc.collect()
    gc.disable()
    try:
        for width in range(60, 100):
            combo.resize(width, 24)
            combo.grab()
        left = [item for item in gc.get_objects() if isinstance(item, QStyleOptionComboBox)]
    finally:
        gc.enable()
    assert left == []


def test_a_band_whose_name_does_not_fit_ends_in_an_ellipsis(raster_layer, qtbot) -> None:
    pictures = []
    for combo in (BandCombo(), QgsRasterBandComboBox()):
        qtbot.addWidget(combo)
        combo.setLayer(raster_layer)
        combo.resize(70, 24)
        assert combo.fontMetrics().horizontalAdvance(combo.currentText()) > 60
        pictures.append(combo.grab().toImage())
    assert pictures[0] != pictures[1]
