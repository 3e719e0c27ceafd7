"""Random points on a map, for a person to say what is there: the layer, and what is in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import (
    NULL,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..errors import SamplesNotWritable
from ..shared import options as engine_options
from ..translation import translate
from .class_features import is_class

REFERENCE_FIELD = engine_options.REFERENCE_FIELD
"""Takes the name of the class that is there."""

_STRATUM_FIELD = engine_options.STRATUM_FIELDS[0]


@dataclass(frozen=True)
class SamplePoint:
    """A point of a sample.

    Attributes:
        feature_id: of its feature in the layer.
        at: where, in the CRS of the layer.
        class_name: what a person has said is there; empty before.
    """

    feature_id: int
    at: QgsPointXY
    class_name: str


def are_sample_points(layer: QgsMapLayer | None) -> bool:
    """Return whether a layer is a random sample that a person can label."""
    return (
        isinstance(layer, QgsVectorLayer)
        and layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        and not missing_field(layer)
    )


def missing_field(layer: QgsVectorLayer) -> str:
    """Return the name of a field that sample points have and a layer has not; empty if it has."""
    names = layer.fields().names()
    return next((name for name in (REFERENCE_FIELD, _STRATUM_FIELD) if name not in names), "")


def read_points(layer: QgsVectorLayer) -> list[SamplePoint]:
    """Return the points of a layer in their order, in which no class comes in a row."""
    request = QgsFeatureRequest().setSubsetOfAttributes([REFERENCE_FIELD], layer.fields())
    features = sorted(layer.getFeatures(request), key=lambda feature: feature.id())
    return [
        SamplePoint(
            feature.id(),
            feature.geometry().boundingBox().center(),
            _text(feature[REFERENCE_FIELD]),
        )
        for feature in features
        if not feature.geometry().isEmpty()
    ]


def named_classes(layer: QgsVectorLayer) -> list[str]:
    """Return the names that a layer knows, by alphabet: of its strata, and of what was said."""
    names: set[str] = set()
    for field in (REFERENCE_FIELD, _STRATUM_FIELD):
        values = layer.uniqueValues(layer.fields().lookupField(field))
        names |= {_text(value) for value in values}
    return sorted(names - {""})


def keep_open(layer: QgsVectorLayer) -> Callable[[], None]:
    """Keep the file of a layer open for changes, and return what lets it go.

    QGIS opens and closes a GeoPackage for each change else, and what is being drawn meanwhile finds
    no table in it.
    """
    layer_id = layer.id()
    if not layer.dataProvider().enterUpdateMode():
        return lambda: None  # one that cannot be changed says so when that is tried

    def let_go() -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            layer.dataProvider().leaveUpdateMode()

    return let_go


def label_point(layer: QgsVectorLayer, feature_id: int, class_name: str) -> None:
    """Note what is at a point; in the file at once, unless somebody edits the layer.

    Args:
        layer: of the points.
        feature_id: of the point.
        class_name: what is there; empty takes the label away.

    Raises:
        SamplesNotWritable: if the point is gone, or the layer cannot be changed; it is as it was
            then.
    """
    if not layer.getFeature(feature_id).isValid():
        raise SamplesNotWritable(
            translate("CrossEarth", "The point is not in the layer “{layer}” any more.").format(
                layer=layer.name()
            )
        )
    index = layer.fields().lookupField(REFERENCE_FIELD)
    was_editable = layer.isEditable()
    is_done = was_editable or layer.startEditing()
    is_done = is_done and layer.changeAttributeValue(feature_id, index, class_name or NULL)
    if not was_editable:
        is_done = is_done and layer.commitChanges()
    if not is_done:
        reason = "; ".join(layer.commitErrors())
        if not was_editable:
            layer.rollBack()
        raise SamplesNotWritable(
            translate("CrossEarth", "The layer “{layer}” cannot be changed. {reason}")
            .format(layer=layer.name(), reason=reason)
            .strip()
        )


def _text(value: object) -> str:
    return str(value).strip() if is_class(value) else ""
