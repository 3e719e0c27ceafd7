from __future__ import annotations

from collections.abc import Iterator

import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from crossearth_qgis.errors import SamplesNotWritable
from crossearth_qgis.layers import training_samples
from crossearth_qgis.layers.class_features import CLASS_FIELD
from crossearth_qgis.layers.training_samples import SampleClass, SampleCount, SampleSummary

WATER, TREES = SampleClass("water", "#0000ff"), SampleClass("trees", "#00ff00")
UTM = QgsCoordinateReferenceSystem("EPSG:32643")
CONTEXT = QgsCoordinateTransformContext()


def square(west: float, north: float, edge: float = 20) -> str:
    east, south = west + edge, north - edge
    return f"POLYGON(({west} {north},{east} {north},{east} {south},{west} {south},{west} {north}))"


def draw(layer: QgsVectorLayer, *shapes: tuple[str | None, str]) -> None:
    features = []
    for name, wkt in shapes:
        feature = QgsFeature(layer.fields())
        feature["class"] = name
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]


@pytest.fixture
def samples(tmp_path) -> Iterator[QgsVectorLayer]:
    path = tmp_path / "samples.gpkg"
    layer = training_samples.create_layer(path, UTM, [WATER, TREES], CONTEXT)
    yield layer
    # pytest lets go of it after QGIS has ended, where it would crash.
    sip.delete(layer)


def summarize(*arguments) -> SampleSummary:
    *pauses, summary = training_samples.summaries(*arguments)
    assert set(pauses) <= {None}
    return summary


def test_a_new_layer_knows_its_classes_also_when_it_is_opened_again(samples) -> None:
    assert samples.crs() == UTM
    assert training_samples.read_classes(samples, "class") == [WATER, TREES]
    again = QgsVectorLayer(samples.source(), "Again", "ogr")
    assert training_samples.read_classes(again, "class") == [WATER, TREES]
    form = again.editorWidgetSetup(again.fields().lookupField("class"))
    assert form.config() == {"map": [{"water": "water"}, {"trees": "trees"}]}


def test_a_new_layer_is_read_without_an_error(tmp_path) -> None:
    errors: list[str] = []
    gdal.PushErrorHandler(lambda kind, number, text: errors.append(text))
    try:
        layer = training_samples.create_layer(tmp_path / "samples.gpkg", UTM, [WATER], CONTEXT)
        training_samples.read_classes(layer, CLASS_FIELD)
    finally:
        gdal.PopErrorHandler()
    assert errors == []


def test_a_layer_that_cannot_be_written_is_a_sentence(tmp_path) -> None:
    with pytest.raises(SamplesNotWritable, match="samples"):
        training_samples.create_layer(tmp_path / "no" / "samples.gpkg", UTM, [], CONTEXT)


def test_classes_that_the_style_does_not_know_get_a_colour_of_their_own(samples) -> None:
    draw(samples, ("rocks", square(0, 0)))
    rocks = training_samples.read_classes(samples, "class")[2]
    assert rocks.name == "rocks"
    assert rocks.color not in (WATER.color, TREES.color)


def test_classes_of_the_model_keep_its_colours_in_a_layer_of_ones_own(samples) -> None:
    draw(samples, ("rocks", square(0, 0)), ("sand", square(9, 0)), ("sealed", square(18, 0)))
    known = [SampleClass("sand", "#123456"), SampleClass("rocks", "#e69f00")]
    found = training_samples.read_classes(samples, "class", known)[2:]
    assert [(item.name, item.color) for item in found[:2]] == [
        ("rocks", "#e69f00"),
        ("sand", "#123456"),
    ]
    assert found[2].color not in ("#e69f00", "#123456", WATER.color, TREES.color)


def test_what_is_drawn_belongs_to_the_chosen_class(samples) -> None:
    training_samples.draw_as(samples, "class", "farmer's field")
    index = samples.fields().lookupField("class")
    assert samples.defaultValue(index) == "farmer's field"


def test_the_summary_counts_polygons_and_pixels(samples, raster_layer) -> None:
    draw(
        samples,
        ("water", square(500_000, 2_000_000)),
        ("water", square(500_100, 2_000_000)),
        ("trees", square(500_000, 1_999_900, 40)),
        (None, square(500_000, 1_999_900)),
        ("trees", square(0, 0)),
    )
    summary = summarize(samples, "class", raster_layer, QgsProject.instance())
    # Pixels of the raster are 10 m wide.
    assert summary.counts == {"water": SampleCount(2, 8), "trees": SampleCount(1, 16)}
    assert (summary.without_class, summary.outside) == (1, 1)
    assert summary.overlaps == ()


def test_of_a_field_with_a_number_for_each_feature_not_all_is_looked_at(
    samples, raster_layer
) -> None:
    draw(samples, *((f"parcel {i}", square(500_000, 2_000_000)) for i in range(1000)))
    assert len(training_samples.read_classes(samples, "class")) <= 2 + 255
    summary = summarize(samples, "class", raster_layer, QgsProject.instance())
    assert len(summary.counts) == 255
    assert training_samples.advice(summary) == [
        "The field has more than 254 different values: choose the one that holds the class."
    ]


@pytest.mark.parametrize("kind", ["int", "string(4)"])
def test_a_name_that_the_field_cannot_hold_changes_nothing(kind, tmp_path) -> None:
    memory = QgsVectorLayer(f"Polygon?crs=EPSG:32643&field=class:{kind}", "Fields", "memory")
    draw(memory, ("1", square(0, 0)), ("2", square(50, 0)))
    path = tmp_path / "fields.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        memory, str(path), CONTEXT, QgsVectorFileWriter.SaveVectorOptions()
    )
    layer = QgsVectorLayer(str(path), "Fields", "ogr")
    with pytest.raises(SamplesNotWritable, match="cannot hold the class “water”"):
        training_samples.rename_class(layer, "class", "1", "water")
    with pytest.raises(SamplesNotWritable, match="cannot hold the class “water”"):
        training_samples.draw_as(layer, "class", "water")
    assert not layer.isEditable()
    training_samples.rename_class(layer, "class", "2", "3")
    again = QgsVectorLayer(str(path), "Fields", "ogr")
    assert sorted(str(feature["class"]) for feature in again.getFeatures()) == ["1", "3"]


def test_overlaps_of_different_classes_are_told_but_not_shared_edges(samples, raster_layer):
    draw(
        samples,
        ("water", square(500_000, 2_000_000)),
        ("trees", square(500_020, 2_000_000)),
        ("water", square(500_100, 2_000_000)),
        ("rocks", square(500_105, 2_000_000)),
    )
    summary = summarize(samples, "class", raster_layer, QgsProject.instance())
    assert summary.overlaps == (("rocks", "water"),)
    assert "rocks – water" in " ".join(training_samples.advice(summary))


def test_a_polygon_that_crosses_itself_is_told(samples, raster_layer) -> None:
    bow_tie = (
        "POLYGON((500000 1999900, 500050 1999950, 500050 1999900, 500000 1999950, 500000 1999900))"
    )
    draw(samples, ("water", bow_tie))
    summary = summarize(samples, "class", raster_layer, QgsProject.instance())
    assert summary.self_crossing == 1
    assert "1 polygon crosses itself and will be repaired." in training_samples.advice(summary)
    again = (
        "MULTIPOLYGON(((500100 1999900, 500150 1999950, 500150 1999900, 500100 1999950,"
        "500100 1999900)))"
    )
    draw(samples, ("trees", again))
    summary = summarize(samples, "class", raster_layer, QgsProject.instance())
    assert "2 polygons cross themselves and will be repaired." in training_samples.advice(summary)


def test_polygons_in_another_crs_are_counted_where_they_lie(raster_layer) -> None:
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=class:string", "Degrees", "memory")
    center = raster_layer.extent().center()
    geometry = QgsGeometry.fromWkt(square(center.x() - 10, center.y() + 10))
    from qgis.core import QgsCoordinateTransform

    geometry.transform(QgsCoordinateTransform(UTM, layer.crs(), QgsProject.instance()))
    draw(layer, ("water", geometry.asWkt(12)))
    summary = summarize(layer, "class", raster_layer, QgsProject.instance())
    assert summary.counts["water"].pixels == pytest.approx(4, rel=0.01)


def test_renaming_a_class_renames_its_polygons(samples) -> None:
    draw(samples, ("water", square(0, 0)), ("trees", square(50, 0)))
    training_samples.rename_class(samples, "class", "water", "lake")
    assert samples.uniqueValues(samples.fields().lookupField("class")) == {"lake", "trees"}
    assert not samples.isEditable()
