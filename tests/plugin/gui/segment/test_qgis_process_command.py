from __future__ import annotations

import shlex
import shutil

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from crossearth_qgis.gui.segment.qgis_process_command import NotOnDisk, qgis_process_command

ID = "crossearth:segment"


@pytest.fixture(autouse=True)
def no_program_of_debian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)


def test_where_debian_wraps_the_program_the_real_one_is_named(monkeypatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert words({})[0] == "qgis_process.bin"


def words(parameters: dict) -> list[str]:
    return shlex.split(qgis_process_command(ID, parameters, platform="darwin"))


def test_on_linux_no_display_is_asked_for() -> None:
    command = qgis_process_command(ID, {"MODEL": "a b"}, platform="linux")
    assert command == f"QT_QPA_PLATFORM=offscreen qgis_process run {ID} '--MODEL=a b'"


@pytest.mark.parametrize("release", ["qgis", "qgis-ltr"])
def test_on_windows_the_script_is_found_from_any_terminal(monkeypatch, release) -> None:
    folder = "C:\\Program Files\\QGIS 3.40\\bin\\"
    script = f"qgis_process-{release}.bat"
    monkeypatch.setattr(shutil, "which", lambda name: folder + name if name == script else None)
    command = qgis_process_command(ID, {}, platform="win32")
    assert command == f'"{folder}{script}" run {ID}'


def test_a_command_names_the_algorithm_and_each_parameter() -> None:
    assert words({"INPUT": "/a b/c'd.tif", "OVERLAP": 16, "BANDS": [3, 2, 1]}) == [
        "qgis_process",
        "run",
        ID,
        "--INPUT=/a b/c'd.tif",
        "--OVERLAP=16",
        "--BANDS=3",
        "--BANDS=2",
        "--BANDS=1",
    ]


def test_an_extent_carries_its_crs() -> None:
    crs = QgsCoordinateReferenceSystem("EPSG:32643")
    extent = QgsReferencedRectangle(QgsRectangle(1.5, 2, 3, 4.25), crs)
    assert words({"EXTENT": extent})[-1] == "--EXTENT=1.5,3.0,2.0,4.25 [EPSG:32643]"


def test_a_layer_of_the_project_becomes_its_file(scene) -> None:
    assert words({"INPUT": scene.id()})[-1] == f"--INPUT={scene.source()}"


def test_windows_quotes_with_double_quotes() -> None:
    command = qgis_process_command(
        ID, {"INPUT": "C:\\My Data\\", "MODEL": "tiny", "X": 'a"b'}, platform="win32"
    )
    assert command == (
        f'qgis_process run {ID} "--INPUT=C:\\My Data\\\\" "--MODEL=tiny" "--X=a\\"b"'
    )


def test_memory_layers_are_refused(polygons) -> None:
    source = QgsProcessingFeatureSourceDefinition(polygons.id(), False)
    with pytest.raises(NotOnDisk, match="Fields"):
        qgis_process_command(ID, {"MASK": source})


@pytest.fixture(params=["GPKG", "ESRI Shapefile", "GeoJSON"])
def saved_polygons(request, polygons, tmp_path) -> QgsVectorLayer:
    """Return the two squares as a file."""
    suffix = {"GPKG": "gpkg", "ESRI Shapefile": "shp", "GeoJSON": "geojson"}[request.param]
    path = tmp_path / f"my fields.{suffix}"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = request.param
    QgsVectorFileWriter.writeAsVectorFormatV3(
        polygons, str(path), QgsProject.instance().transformContext(), options
    )
    layer = QgsVectorLayer(str(path), "Saved", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return layer


CONTEXT = QgsProcessingContext()


def load(option: str) -> QgsVectorLayer:
    """Load what an option of a command names, as qgis_process does."""
    source = option.split("=", 1)[1]
    layer = QgsProcessingUtils.mapLayerFromString(source, CONTEXT)
    assert layer is not None, source
    return layer


def test_a_selection_becomes_a_filter(saved_polygons) -> None:
    chosen = [feature.id() for feature in saved_polygons.getFeatures()][1]
    saved_polygons.selectByIds([chosen])
    source = QgsProcessingFeatureSourceDefinition(saved_polygons.id(), True)
    layer = load(words({"MASK": source})[-1])
    west = [feature.geometry().boundingBox().xMinimum() for feature in layer.getFeatures()]
    assert len(west) == 1
    assert west[0] == pytest.approx(
        saved_polygons.getFeature(chosen).geometry().boundingBox().xMinimum()
    )


def test_a_filter_of_the_layer_stays_with_a_selection(saved_polygons) -> None:
    first, second = [feature.id() for feature in saved_polygons.getFeatures()]
    key = saved_polygons.primaryKeyAttributes()
    name = saved_polygons.fields().at(key[0]).name() if key else "FID"
    saved_polygons.setSubsetString(f"{name} = {first}")
    saved_polygons.selectByIds([first, second])
    source = QgsProcessingFeatureSourceDefinition(saved_polygons.id(), True)
    assert load(words({"MASK": source})[-1]).featureCount() == 1


def test_a_whole_layer_stays_whole(saved_polygons) -> None:
    source = QgsProcessingFeatureSourceDefinition(saved_polygons.id(), False)
    assert load(words({"MASK": source})[-1]).featureCount() == 2
