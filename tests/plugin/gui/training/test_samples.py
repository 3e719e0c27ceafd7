"""Samples of any number are counted without QGIS having to wait."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject

from crossearth_qgis.gui.training import samples as module
from crossearth_qgis.gui.training.samples import Samples

MANY = 8 * module._FEW


@pytest.fixture
def layer(project) -> QgsVectorLayer:
    """Return many squares on the scene, half of them of each class."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class:string", "Samples", "memory")
    add(layer, MANY)
    project.addMapLayer(layer)
    return layer


def add(layer: QgsVectorLayer, count: int) -> None:
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature["class"] = ("Water", "Trees")[number % 2]
        west, south = 500_000 + 2 * (number % 80), 1_999_900 + 2 * (number // 80)
        square = QgsRectangle(west, south, west + 1, south + 1)
        feature.setGeometry(QgsGeometry.fromRect(square))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]


@pytest.fixture
def samples(scene, layer, monkeypatch) -> Samples:
    """Return samples that are counted a few at a time, of which the first have been."""
    monkeypatch.setattr(module, "_SLICE_S", 0.0)
    parent = QObject()
    samples = Samples(parent)
    samples.test_parent = parent
    samples.set_layer(layer)
    samples.set_surroundings(scene, [])
    samples.set_field("class")
    return samples


def counted(samples: Samples) -> int:
    return sum(count.samples for count in samples.counts.values())


def test_many_samples_are_counted_in_events_of_their_own(samples, qtbot) -> None:
    assert samples.is_counting
    assert [item.name for item in samples.classes] == ["Trees", "Water"]
    assert counted(samples) == 0
    events = 0
    while samples.is_counting:
        QCoreApplication.processEvents()
        events += 1
    assert events > 1
    assert counted(samples) == MANY


def test_what_was_counted_is_told_until_it_is_counted_again(samples, layer, qtbot) -> None:
    qtbot.waitUntil(lambda: not samples.is_counting)
    add(layer, 2)
    samples.refresh()
    assert samples.is_counting
    assert counted(samples) == MANY
    qtbot.waitUntil(lambda: not samples.is_counting)
    assert counted(samples) == MANY + 2


def test_of_another_raster_nothing_is_told_before_it_is_counted(
    samples, raster_factory, project, qtbot
) -> None:
    qtbot.waitUntil(lambda: not samples.is_counting)
    other = QgsRasterLayer(str(raster_factory("other.tif")), "Other")
    samples.set_surroundings(other, [])
    assert counted(samples) == 0
    assert samples.is_counting


def test_a_layer_may_go_while_it_is_counted(samples, layer, project) -> None:
    project.removeMapLayer(layer.id())
    for _ in range(5):
        QCoreApplication.processEvents()
    assert samples.layer is None
    assert counted(samples) == 0
