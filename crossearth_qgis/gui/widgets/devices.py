"""The devices that a combo offers, by the names that the engine understands."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox

from ...processing.parameters import usual_devices


def add_devices(combo: QComboBox) -> None:
    """Fill a combo with the usual devices; any other name may be typed."""
    combo.setEditable(True)
    combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    for label, device in usual_devices():
        combo.addItem(label, device)


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
