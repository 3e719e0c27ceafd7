from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel

from crossearth_qgis.gui.widgets.hint import Hint


def test_names_are_not_taken_for_markup(qtbot) -> None:
    hint = Hint()
    qtbot.addWidget(hint)
    hint.set_text("The layer <img src='http://example.org/x'> cannot be read.")
    labels = hint.findChildren(QLabel)
    assert "<img" in hint.text()
    formats = {label.textFormat() for label in labels if label.text()}
    assert formats == {Qt.TextFormat.PlainText}
