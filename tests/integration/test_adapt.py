"""Draw, adapt, map again, measure: the whole loop through QGIS with the real engine."""

from __future__ import annotations

import json
import random
from pathlib import Path

import processing
import pytest
from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsSpatialIndex,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from crossearth_qgis.gui.dock import CrossEarthDock
from crossearth_qgis.layers.training_samples import read_classes
from crossearth_qgis.models import catalog

KAMPALA = Path(__file__).parents[3] / "shared" / "data" / "oam_kampala_buildings"
PIXEL_M = 0.5
WEST, NORTH = 500_000, 2_000_000

pytestmark = pytest.mark.usefixtures("provider")


@pytest.fixture
def engine_can_adapt(engine) -> None:
    """Skip where the engine's environment lacks what adapting needs."""
    import subprocess

    from crossearth_qgis.setup import engine_environment

    python = str(engine_environment.find().python)
    done = subprocess.run([python, "-c", "import onnx, sklearn"], capture_output=True)
    if done.returncode:
        pytest.skip("onnx and scikit-learn are not in the engine's environment")


def rectangle(left: float, top: float, width: float, height: float) -> QgsGeometry:
    west, north = WEST + left * PIXEL_M, NORTH - top * PIXEL_M
    return QgsGeometry.fromRect(
        QgsRectangle(west, north - height * PIXEL_M, west + width * PIXEL_M, north)
    )


def make_scene(path: Path, size: int = 512) -> QgsRasterLayer:
    """Make stripes 64 pixels wide that no model knows: dots on violet, and orange."""
    random_bytes = random.Random(3)
    scene = gdal.GetDriverByName("GTiff").Create(str(path), size, size, 3, gdal.GDT_Byte)
    scene.SetGeoTransform((WEST, PIXEL_M, 0, NORTH, 0, -PIXEL_M))
    crs = QgsCoordinateReferenceSystem("EPSG:32643")
    scene.SetProjection(crs.toWkt())
    colors = ((150, 60, 170), (230, 130, 40))
    for band in range(3):
        rows = []
        for row in range(size):
            for col in range(size):
                value = colors[(col // 64) % 2][band]
                if (col // 64) % 2 == 0 and (row % 8 < 3) and (col % 8 < 3):
                    value = 255 - value
                rows.append(max(0, min(255, value + random_bytes.randrange(-15, 16))))
        scene.GetRasterBand(band + 1).WriteRaster(0, 0, size, size, bytes(rows))
    scene = None
    return QgsRasterLayer(str(path), "Stripes")


def draw(layer: QgsVectorLayer, name: str, geometry: QgsGeometry) -> None:
    feature = QgsFeature(layer.fields())
    feature["class"] = name
    feature.setGeometry(geometry)
    assert layer.addFeature(feature)


def reference_layer(shapes: list[tuple[str, QgsGeometry]], crs: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=class:string", "Truth", "memory")
    layer.startEditing()
    for name, geometry in shapes:
        draw(layer, name, geometry)
    layer.commitChanges()
    return layer


def figures_of(class_map: str, reference: QgsVectorLayer) -> dict:
    result = processing.run(
        "crossearth:evaluate",
        {"MAP": class_map, "REFERENCE": reference, "CLASS_FIELD": "class"},
    )
    return json.loads(result["FIGURES"])


def test_polygons_drawn_in_the_panel_teach_a_model_new_classes(
    provider, engine_can_adapt, qtbot, tmp_path, qgis_new_project
) -> None:
    scene = make_scene(tmp_path / "stripes.tif")
    QgsProject.instance().addMapLayer(scene)
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.setDestinationCrs(scene.crs())
    canvas.setExtent(scene.extent())
    canvas.setCurrentLayer(scene)
    dock = CrossEarthDock(lambda: provider, canvas)
    qtbot.addWidget(dock)
    training = dock.training_panel

    layer = training.create_samples(tmp_path / "samples.gpkg")
    for name in ("plum", "orange"):
        training.add_class(name)
    layer.startEditing()
    for index in range(8):
        name = "plum" if index % 2 == 0 else "orange"
        for top in (20, 300):
            draw(layer, name, rectangle(index * 64 + 8, top, 40, 60))
    qtbot.waitUntil(training.quick_button.isEnabled, timeout=10_000)
    maps: list[str] = []
    dock.panel._runner.succeeded.connect(lambda results: maps.append(results["OUTPUT"]))
    with qtbot.waitSignal(training.adapted, timeout=240_000) as adapted:
        training.quick_button.click()
    qtbot.waitUntil(lambda: bool(maps), timeout=120_000)

    model = catalog.find(adapted.args[0])
    assert model is not None
    assert {item.name for item in model.classes} == {"plum", "orange"}
    wanted = {item.name: item.color for item in read_classes(layer, "class")}
    assert {item.name: item.color for item in model.classes}.items() <= wanted.items()
    truth = reference_layer(
        [
            ("plum" if index % 2 == 0 else "orange", rectangle(index * 64 + 8, 160, 48, 80))
            for index in range(8)
        ],
        "EPSG:32643",
    )
    assert figures_of(maps[0], truth)["mean_iou"] > 0.9
    dock.stop()


def test_random_points_measure_a_map(provider, scene_factory, tmp_path) -> None:
    class_map = str(tmp_path / "map.tif")
    processing.run("crossearth:segment", {"INPUT": str(scene_factory()), "OUTPUT": class_map})
    points = str(tmp_path / "points.gpkg")
    plan = processing.run("crossearth:plansample", {"MAP": class_map, "EXPECTED": "0.9"})
    assert 150 < plan["COUNT"] < 400
    assert 0 < plan["OVERALL_MARGIN"] <= 0.05
    processing.run("crossearth:samplepoints", {"MAP": class_map, "COUNT": 60, "OUTPUT": points})
    layer = QgsVectorLayer(points, "Points", "ogr")
    assert layer.featureCount() == 60
    form = layer.editorWidgetSetup(layer.fields().lookupField("reference"))
    names = [name for choice in form.config()["map"] for name in choice]
    assert "building" in names
    stratum = layer.fields().lookupField("stratum")
    assert layer.editorWidgetSetup(stratum).type() == "Hidden"
    columns = layer.attributeTableConfig().columns()
    hidden = {column.name for column in columns if column.hidden and column.name}
    assert hidden == {"stratum", "stratum_px", "stratum_m2", "total_px", "total_m2"}
    # A person who agrees with the map everywhere.
    dataset = gdal.Open(class_map)
    values = {item.value: item.name for item in catalog.find("crossearth-base-rgb").classes}
    origin_x, width, _, origin_y, _, height = dataset.GetGeoTransform()
    layer.startEditing()
    index = layer.fields().lookupField("reference")
    for feature in layer.getFeatures():
        point = feature.geometry().asPoint()
        col, row = int((point.x() - origin_x) / width), int((point.y() - origin_y) / height)
        value = dataset.GetRasterBand(1).ReadRaster(col, row, 1, 1)[0]
        layer.changeAttributeValue(feature.id(), index, values[value])
    assert layer.commitChanges()
    report = tmp_path / "accuracy.html"
    result = processing.run(
        "crossearth:evaluate", {"MAP": class_map, "REFERENCE": points, "REPORT": str(report)}
    )
    assert result["OVERALL_ACCURACY"] == 1.0
    figures = json.loads(result["FIGURES"])
    for row in figures["areas"]["classes"]:
        low, high = row["area_interval"]
        assert high > low  # no point is wrong, and yet the areas are not certain
    assert not [text for text in figures["warnings"] if "strata" in text]
    assert "<html" in report.read_text(encoding="utf-8").lower()


def test_footprints_alone_tell_recall_and_the_rest_with_a_background(
    provider, scene_factory, tmp_path
) -> None:
    class_map = str(tmp_path / "map.tif")
    processing.run("crossearth:segment", {"INPUT": str(scene_factory()), "OUTPUT": class_map})
    extent = QgsRasterLayer(class_map, "Map").extent()
    half = QgsRectangle(
        extent.xMinimum(), extent.yMinimum(), extent.center().x(), extent.yMaximum()
    )
    crs = QgsRasterLayer(class_map, "Map").crs().authid()
    footprints = reference_layer([("building", QgsGeometry.fromRect(half))], crs)
    parameters = {"MAP": class_map, "REFERENCE": footprints, "CLASS_FIELD": "class"}
    alone = processing.run("crossearth:evaluate", parameters)
    assert alone["OVERALL_ACCURACY"] is alone["KAPPA"] is alone["MEAN_IOU"] is None
    assert "one class only, building" in json.loads(alone["FIGURES"])["warnings"][-1]
    both = processing.run("crossearth:evaluate", {**parameters, "BACKGROUND": "other"})
    figures = json.loads(both["FIGURES"])
    assert both["OVERALL_ACCURACY"] is not None
    assert [row["name"] for row in figures["classes"]] == ["building", "other"]
    assert figures["classes"][0]["precision"] is not None or figures["classes"][0]["mapped"] == 0


@pytest.mark.skipif(not KAMPALA.is_dir(), reason="The Kampala scene is not on this machine")
def test_drawn_buildings_make_the_map_of_a_real_suburb_better(
    provider, engine_can_adapt, tmp_path
) -> None:
    scene = str(KAMPALA / "kampala_suburb.tif")
    buildings = QgsVectorLayer(str(KAMPALA / "kampala_suburb_buildings.gpkg"), "Buildings", "ogr")
    raster = QgsRasterLayer(scene, "Kampala")
    extent = raster.extent()
    shapes = [QgsGeometry(feature.geometry()) for feature in buildings.getFeatures()]
    around = QgsSpatialIndex(buildings.getFeatures())
    by_place = random.Random(1)
    open_ground: list[QgsGeometry] = []
    edge = extent.width() / 60
    while len(open_ground) < 60:
        x = by_place.uniform(extent.xMinimum(), extent.xMaximum() - edge)
        y = by_place.uniform(extent.yMinimum(), extent.yMaximum() - edge)
        square = QgsRectangle(x, y, x + edge, y + edge)
        if not around.intersects(square.buffered(edge / 4)):
            open_ground.append(QgsGeometry.fromRect(square))

    def part(west: float, east: float) -> list[tuple[str, QgsGeometry]]:
        """Return polygons whose middle lies between two shares of the scene's width."""
        low, high = (extent.xMinimum() + share * extent.width() for share in (west, east))
        named = [("building", shape) for shape in shapes]
        named += [("other", shape) for shape in open_ground]
        return [pair for pair in named if low <= pair[1].centroid().asPoint().x() < high]

    crs = raster.crs().authid() if buildings.crs() == raster.crs() else buildings.crs().authid()
    samples, truth = reference_layer(part(0, 0.6), crs), reference_layer(part(0.67, 1), crs)
    QgsProject.instance().addMapLayers([samples, truth])
    before, after = str(tmp_path / "before.tif"), str(tmp_path / "after.tif")
    processing.run("crossearth:segment", {"INPUT": scene, "OUTPUT": before})
    adapted = processing.run(
        "crossearth:finetune",
        {"RASTERS": [scene], "POLYGONS": samples, "CLASS_FIELD": "class", "NAME": "kampala"},
    )
    processing.run("crossearth:segment", {"INPUT": scene, "MODEL": adapted["ID"], "OUTPUT": after})
    iou = {
        name: next(
            item["iou"] for item in figures_of(path, truth)["classes"] if item["name"] == "building"
        )
        for name, path in (("before", before), ("after", after))
    }
    assert iou["after"] > iou["before"]
    assert iou["after"] > 0.6


def test_points_are_learned_from(provider, engine_can_adapt, tmp_path) -> None:
    scene = make_scene(tmp_path / "stripes.tif")
    points = QgsVectorLayer("Point?crs=EPSG:32643&field=class:string", "Field work", "memory")
    points.startEditing()
    for row in range(24, 512, 96):
        for col in range(32, 512, 64):
            name = "dots" if (col // 64) % 2 == 0 else "orange"
            draw(points, name, rectangle(col, row, 1, 1).centroid())
    points.commitChanges()
    made = processing.run(
        "crossearth:finetune",
        {"RASTERS": [scene], "POLYGONS": points, "MODEL": "bands", "NAME": "Field work"},
    )
    accuracy = json.loads(made["ACCURACY"])
    assert [row["labelled_pixels"] for row in accuracy["classes"]] == [24, 24]
    assert accuracy["overall_accuracy"] > 0.9
