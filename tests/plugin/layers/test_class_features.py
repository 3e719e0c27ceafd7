from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingUtils,
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


def test_points_of_a_sample_keep_their_strata_and_those_without_a_class(tmp_path) -> None:
    layer = QgsVectorLayer(
        "Point?crs=EPSG:32643&field=id:int&field=reference:string&field=stratum:string"
        "&field=stratum_px:int8&field=stratum_m2:double&field=note:string",
        "Points",
        "memory",
    )
    for i, label in enumerate(("water", None)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([i, label, "trees", 5_000_000_000, 0.25, "wet"])
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT({i} 2)"))
        layer.dataProvider().addFeatures([feature])
    source = QgsProcessingUtils.variantToSource(layer, QgsProcessingContext())
    path = tmp_path / "out.gpkg"
    assert ClassFeatures.of(source, "reference").write(path, CONTEXT) == 1
    found = QgsVectorLayer(str(path), "Written", "ogr")
    names = ["class", "stratum", "stratum_px", "stratum_m2"]
    assert [name for name in found.fields().names() if name != "fid"] == names
    first, second = found.getFeatures()
    assert [first[name] for name in names] == ["water", "trees", 5_000_000_000, 0.25]
    assert second["class"] == NULL
    assert second["stratum"] == "trees"
