from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from crossearth_qgis.errors import JobCanceled
from crossearth_qgis.layers.class_features import ClassFeatures

UTM = QgsCoordinateReferenceSystem("EPSG:32643")
CONTEXT = QgsCoordinateTransformContext()
SQUARE = "POLYGON((0 0,20 0,20 20,0 20,0 0))"


def features_of(*shapes: tuple[object, str], kind: str = "string") -> list[QgsFeature]:
    fields = QgsVectorLayer(f"NoGeometry?field=label:{kind}", "", "memory").fields()
    features = []
    for label, wkt in shapes:
        feature = QgsFeature(fields)
        feature["label"] = label
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    return features


def written(features: ClassFeatures, folder: Path) -> QgsVectorLayer:
    path = folder / "out.gpkg"
    count = features.write(path, CONTEXT)
    layer = QgsVectorLayer(str(path), "Written", "ogr")
    assert layer.featureCount() == count
    return layer


def test_only_those_with_class_and_geometry_are_written(tmp_path) -> None:
    shapes = [("water", SQUARE), (None, SQUARE), (" ", SQUARE), ("trees", SQUARE)]
    features = features_of(*shapes, ("rocks", "POLYGON EMPTY"))
    layer = written(ClassFeatures(features, "label", UTM), tmp_path)
    assert layer.crs() == UTM
    assert [feature["class"] for feature in layer.getFeatures()] == ["water", "trees"]


def test_numbers_are_classes_too(tmp_path) -> None:
    features = features_of((7, SQUARE), kind="integer")
    layer = written(ClassFeatures(features, "label", UTM), tmp_path)
    assert [feature["class"] for feature in layer.getFeatures()] == ["7"]


def test_points_are_written_as_points(tmp_path) -> None:
    features = features_of(("water", "POINT Z(1 2 3)"))
    layer = written(ClassFeatures(features, "label", UTM, are_points=True), tmp_path)
    assert layer.wkbType() == QgsWkbTypes.Type.MultiPoint


def test_writing_stops_on_request(tmp_path) -> None:
    features = ClassFeatures(features_of(("water", SQUARE)), "label", UTM)
    with pytest.raises(JobCanceled):
        features.write(tmp_path / "out.gpkg", CONTEXT, lambda: True)
