"""What cannot be learned, grouped or sought is said in a sentence, by the real engine."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import processing
import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def place(tmp_path: Path, scene_factory, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    scene_factory(width=256, height=256)
    return tmp_path


def layer(kind: str, field: str, values: list[Any], wkt: list[str]) -> QgsVectorLayer:
    made = QgsVectorLayer(f"{kind}?crs=EPSG:32643&field={field}", "samples", "memory")
    features = []
    for value, text in zip(values, wkt):
        feature = QgsFeature(made.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromWkt(text))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(made)
    return made


def points(field: str, value: Any) -> QgsVectorLayer:
    places = [f"POINT({500_000 + 9 * i} {2_000_000 - 7 * i})" for i in range(1, 12)]
    return layer("Point", field, [value] * len(places), places)


def learn(samples: QgsVectorLayer, **options: Any) -> None:
    given = {"RASTERS": ["scene.tif"], "POLYGONS": samples, "MODEL": "bands", **options}
    processing.run("crossearth:finetune", given)


def test_one_class_only(place) -> None:
    with pytest.raises(QgsProcessingException, match="water"):
        learn(points("class:string", "water"))


def test_a_constant_field(place) -> None:
    with pytest.raises(QgsProcessingException, match="have the number 7"):
        learn(points("height:double", 7.0), CLASS_FIELD="height", NUMBERS=True)


def test_no_numeric_field(place) -> None:
    with pytest.raises(QgsProcessingException, match=r"holds no numbers|no number"):
        learn(points("height:string", "tall"), CLASS_FIELD="height", NUMBERS=True)


def test_three_hundred_groups(place) -> None:
    given = {"INPUT": "scene.tif", "GROUPS": 300, "OUTPUT": "groups.tif"}
    with pytest.raises(QgsProcessingException, match="GROUPS: from 3 to 30, not 300"):
        processing.run("crossearth:kmeans", given)
    assert not (place / "groups.tif").exists()


def test_an_object_of_one_pixel(place) -> None:
    feedback = QgsProcessingFeedback()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    corner = "500100.1 1999900.1,500100.3 1999900.1,500100.3 1999899.9,500100.1 1999900.1"
    tiny = layer("Polygon", "name:string", ["pool"], [f"POLYGON(({corner}))"])
    given = {"INPUT": "scene.tif", "OBJECTS": tiny, "MODEL": "bands", "OUTPUT": "similar.tif"}
    processing.run("crossearth:similar", given, context=context, feedback=feedback)
    assert (place / "similar.tif").exists()
    assert "no more than a pixel" in feedback.textLog()
