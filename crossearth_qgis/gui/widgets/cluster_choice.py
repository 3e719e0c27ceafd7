"""The computers that a combo offers: this one, and the cluster of QGIS's options."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QLabel

from ... import settings
from ...translation import translate
from .plain_text import as_markup


def offer_cluster(combo: QComboBox, label: QLabel) -> None:
    """Offer the cluster of QGIS's options, if there is one; what is chosen stays.

    Args:
        combo: whose data is the address, empty for this computer; its description is in its tip.
        label: beside it; both are hidden where there is nothing to choose.
    """
    address = settings.cluster()
    was_chosen = bool(combo.currentData())
    if [combo.itemData(place) for place in range(1, combo.count())] != [address]:
        combo.clear()
        combo.addItem(translate("CrossEarth", "This computer"), "")
        if address:
            combo.addItem(address, address)
            combo.setItemData(1, as_markup(address), Qt.ItemDataRole.ToolTipRole)
            combo.setCurrentIndex(int(was_chosen))
    # A narrow panel cuts a long address.
    tip = [address, combo.accessibleDescription()] if address else [combo.accessibleDescription()]
    combo.setToolTip(as_markup("\n\n".join(tip)))
    for widget in (label, combo):
        widget.setVisible(bool(address))
