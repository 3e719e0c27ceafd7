"""The devices that a combo offers, by the names that the engine understands."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ...processing.known_devices import known_devices
from .plain_text import as_markup


def add_devices(combo: QComboBox) -> None:
    """Fill a combo with the known devices; any other name may be typed."""
    if not combo.isEditable():
        combo.setEditable(True)
        # Else the end of a name that has no room would be seen.
        line = combo.lineEdit()
        combo.currentIndexChanged.connect(lambda _index: line.setCursorPosition(0))
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    # A card may have a long name; the column is narrow.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for place, device in enumerate(known_devices()):
        combo.addItem(device.label, device.name)
        combo.setItemData(place, as_markup(device.about), Qt.ItemDataRole.ToolTipRole)
        if not device.is_usable:
            combo.model().item(place).setEnabled(False)


def renew_devices(combo: QComboBox) -> None:
    """Fill a combo anew; what is chosen or typed stays."""
    chosen = device_of(combo)
    combo.clear()
    add_devices(combo)
    show_device(combo, chosen)


def device_of(combo: QComboBox) -> str:
    """Return the engine's name of what is chosen or typed; empty text means ``auto``."""
    text = combo.currentText().strip()
    index = combo.findText(text)
    return combo.itemData(index) if index >= 0 else text or "auto"


def show_device(combo: QComboBox, name: str) -> None:
    """Choose a device by the engine's name."""
    index = combo.findData(name)
    if index >= 0:
        combo.setCurrentIndex(index)
    else:
        combo.setEditText(name)
