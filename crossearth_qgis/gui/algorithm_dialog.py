"""QGIS's own dialog of an algorithm, opened from the panel and filled with what is set there."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsProcessingAlgorithmDialogBase

_open: list[QgsProcessingAlgorithmDialogBase] = []


def open_dialog(algorithm_id: str, parameters: dict[str, Any]) -> QgsProcessingAlgorithmDialogBase:
    """Show QGIS's dialog of an algorithm, beside which all else stays usable, and return it.

    Args:
        algorithm_id: such as ``crossearth:change``.
        parameters: that it is filled with.
    """
    # Imported here: QGIS's plugin may come later than ours.
    from processing import createAlgorithmDialog

    dialog = createAlgorithmDialog(algorithm_id, parameters)
    # Escape hides it only; closed, it goes, at the end of a run that is still in progress.
    dialog.rejected.connect(dialog.close)
    # What it does is Python's, and would be forgotten before the window is gone.
    _open.append(dialog)
    dialog.destroyed.connect(lambda: _open.remove(dialog))
    dialog.show()
    return dialog
