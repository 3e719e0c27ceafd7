"""The computers that a combo offers: this one, and the cluster of QGIS's options."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QLabel

from ... import settings
from ...translation import translate


def offer_cluster(combo: QComboBox, label: QLabel) -> None:
    """Offer the cluster of QGIS's options, if there is one; what is chosen stays.

    Args:
        combo: whose data is the address, empty for this computer.
        label: beside it; both are hidden where there is nothing to choose.
    """
    address = settings.cluster()
    was_chosen = bool(combo.currentData())
    if [combo.itemData(place) for place in range(1, combo.count())] != [address]:
        combo.clear()
        combo.addItem(translate("CrossEarth", "This computer"), "")
        if address:
            combo.addItem(address, address)
            combo.setCurrentIndex(int(was_chosen))
    for widget in (label, combo):
        widget.setVisible(bool(address))
