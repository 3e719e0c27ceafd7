"""What tells that the features of a layer may be others."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsVectorLayer


def change_signals(layer: QgsVectorLayer) -> tuple[Any, ...]:
    """Return the signals of whatever changes features: edited, undone, saved, filtered."""
    return (
        layer.featureAdded,
        layer.featuresDeleted,
        layer.geometryChanged,
        layer.attributeValueChanged,
        layer.afterRollBack,
        layer.afterCommitChanges,
        layer.updatedFields,
        layer.subsetStringChanged,
        layer.dataSourceChanged,
    )
