from __future__ import annotations

import json
from pathlib import Path

import pytest
from qgis.core import QgsPalettedRasterRenderer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtGui import QColor

from crossearth_qgis.errors import JobCanceled
from crossearth_qgis.layers import map_files
from crossearth_qgis.layers.class_legend import said_classes
from crossearth_qgis.layers.map_files import copy_map, files_of, free_path, map_folder, map_stem
from crossearth_qgis.shared import products


@pytest.fixture
def project(qgis_new_project) -> QgsProject:
    return QgsProject.instance()


@pytest.fixture
def raster(raster_factory, tmp_path) -> QgsRasterLayer:
    (tmp_path / "imagery").mkdir()
    return QgsRasterLayer(str(raster_factory("imagery/scene.tif")), "Scene")


def cannot_write(monkeypatch, *folders: Path) -> None:
    def refuse(dir: Path) -> None:
        if any(folder == dir or folder in dir.parents for folder in folders):
            raise PermissionError(dir)
        raise FileNotFoundError if not dir.is_dir() else KeyError

    real = map_files.tempfile.TemporaryFile

    def temporary_file(dir: Path):
        try:
            refuse(dir)
        except KeyError:
            return real(dir=dir)

    monkeypatch.setattr(map_files.tempfile, "TemporaryFile", temporary_file)
    map_files._takes_a_file.cache_clear()


def test_maps_are_kept_beside_the_project(project, raster, tmp_path) -> None:
    (tmp_path / "work").mkdir()
    project.write(str(tmp_path / "work" / "town.qgz"))
    folder = map_folder(raster)
    assert (folder.path, folder.reason) == (tmp_path / "work" / "crossearth_maps", "")
    assert not folder.path.exists()


def test_maps_of_a_project_without_a_file_are_kept_beside_the_raster(project, raster) -> None:
    folder = map_folder(raster)
    assert folder.path == Path(raster.source()).parent
    assert "not been saved" in folder.reason
    assert str(folder.path) in folder.reason


def test_maps_of_a_project_that_nobody_may_write_beside(
    project, raster, home, tmp_path, monkeypatch
) -> None:
    (tmp_path / "work").mkdir()
    project.write(str(tmp_path / "work" / "town.qgz"))
    cannot_write(monkeypatch, tmp_path / "work")
    assert map_folder(raster).path == Path(raster.source()).parent
    assert "cannot be written to" in map_folder(raster).reason
    cannot_write(monkeypatch, tmp_path / "work", tmp_path / "imagery")
    assert map_folder(raster).path == home / "maps"


def test_a_folder_is_not_tried_with_every_letter_but_again_after_some_seconds(
    project, raster, tmp_path, monkeypatch
) -> None:
    now, tries = [1000.0], []
    real = map_files.tempfile.TemporaryFile
    monkeypatch.setattr(map_files.time, "monotonic", lambda: now[0])
    monkeypatch.setattr(
        map_files.tempfile, "TemporaryFile", lambda dir: tries.append(dir) or real(dir=dir)
    )
    for _ in range(5):
        map_folder(raster)
    assert tries == [tmp_path / "imagery"]
    now[0] += 11
    map_folder(raster)
    assert len(tries) == 2


def test_a_file_may_have_the_name_of_the_folder(project, raster, tmp_path) -> None:
    (tmp_path / "crossearth_maps").write_text("mine")
    project.write(str(tmp_path / "town.qgz"))
    assert map_folder(raster).path == Path(raster.source()).parent


def test_a_project_in_a_database_has_no_folder(project, raster, tmp_path) -> None:
    from osgeo import ogr

    path = tmp_path / "store.gpkg"
    ogr.GetDriverByName("GPKG").CreateDataSource(str(path)).CreateLayer("l")
    assert project.write(f"geopackage:{path}?projectName=town")
    folder = map_folder(raster)
    assert folder.path == Path(raster.source()).parent
    assert "no file" in folder.reason


def test_what_is_in_the_web_is_mapped_into_the_data_folder(project, home) -> None:
    uri = "type=xyz&url=https://example.org/{z}/{x}/{y}.png&zmax=19&zmin=0"
    assert map_folder(QgsRasterLayer(uri, "Tiles", "wms")).path == home / "maps"
    assert map_folder(None).path == home / "maps"


@pytest.mark.parametrize(
    ("raster", "model", "stem"),
    [
        ("Kampala suburb", "crossearth-base-rgb", "Kampala_suburb_crossearth-base-rgb"),
        ("a/b:c*?", "m", "a_b_c_m"),
        ("Größe 東京", "m", "Größe_東京_m"),
        ("../..", "m", "m"),
        ("x" * 200, "m", "x" * 80),
    ],
)
def test_files_are_named_after_raster_and_model(raster, model, stem) -> None:
    assert map_stem(raster, model) == stem


def write(*paths: Path) -> None:
    for path in paths:
        path.write_text(path.name)


def test_no_map_takes_the_name_of_anything(project, tmp_path) -> None:
    path = tmp_path / "map.tif"
    assert free_path(path) == path
    write(path)
    assert free_path(path).name == "map_2.tif"
    write(tmp_path / "map_2_polygons.gpkg", tmp_path / "map_3.json", tmp_path / "map_4.qml")
    assert free_path(path).name == "map_5.tif"


def test_the_file_of_a_layer_that_is_not_there_is_not_made_again(project, tmp_path) -> None:
    layer = QgsRasterLayer(str(tmp_path / "map.tif"), "Gone for a while")
    project.addMapLayer(layer)
    assert free_path(tmp_path / "map.tif").name == "map_2.tif"


def test_what_an_interrupted_run_has_left_is_for_the_run_that_resumes(project, tmp_path) -> None:
    (tmp_path / "map.tif.partial").mkdir()
    assert free_path(tmp_path / "map.tif").name == "map_2.tif"
    assert free_path(tmp_path / "map.tif", is_resuming=True).name == "map.tif"


def test_a_copy_of_a_map_is_complete_and_describes_itself(tmp_path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.mkdir()
    path = old / "map.tif"
    write(path, old / "map_confidence.tif", old / "map_polygons.gpkg", old / "map.tif.aux.xml")
    write(old / "map_of_others.tif")
    item = {
        "id": "map",
        "assets": {"classes": {"href": "./map.tif"}, "lead": {"href": "./map_lead.tif"}},
        "links": [{"href": "../scene.tif"}, {"href": "https://example.org/map"}],
    }
    (old / "map.json").write_text(json.dumps(item))
    copies = copy_map(path, new / "deep" / "kept.tif")
    names = {"kept.tif", "kept_confidence.tif", "kept_polygons.gpkg", "kept.tif.aux.xml"}
    assert {file.name for file in (new / "deep").iterdir()} == {*names, "kept.json"}
    assert copies[path] == new / "deep" / "kept.tif"
    assert len(files_of(path)) == 5
    copied = json.loads((new / "deep" / "kept.json").read_text())
    assert copied["id"] == "kept"
    assert copied["assets"]["classes"]["href"] == "./kept.tif"
    assert copied["assets"]["lead"]["href"] == "./kept_lead.tif"
    assert [link["href"] for link in copied["links"]] == [
        "../../scene.tif",
        "https://example.org/map",
    ]


def test_a_map_of_ours_is_named_by_its_legend_where_somebody_has_changed_it(
    raster_factory, tmp_path
) -> None:
    path = Path(raster_factory("map.tif", count=1))
    layer = QgsRasterLayer(str(path), "map")

    def show(*names: str) -> None:
        entries = [
            QgsPalettedRasterRenderer.Class(value, QColor("blue"), name)
            for value, name in enumerate(names, 1)
        ]
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))

    show("forest", "water")
    assert said_classes(layer, str(path)) == {"classes": ["1=forest", "2=water"]}
    classes = [{"value": 1, "name": "forest"}, {"value": 2, "name": "w", "title": "water"}]
    asset = {"href": "./map.tif", "classification:classes": classes}
    item = {"properties": {products.PROCESSING_FIELD: {}}, "assets": {"classes": asset}}
    path.with_suffix(".json").write_text(json.dumps(item))
    assert said_classes(layer, str(path)) == {}
    show("Wald", "water")
    assert said_classes(layer, str(path)) == {"classes": ["1=Wald", "2=water"]}


def test_a_map_that_cannot_be_copied_leaves_nothing(tmp_path) -> None:
    write(tmp_path / "map.tif")
    (tmp_path / "map.json").write_text("[]")
    with pytest.raises(OSError, match="indices"):
        copy_map(tmp_path / "map.tif", tmp_path / "new" / "map.tif")
    assert list((tmp_path / "new").iterdir()) == []


def test_no_copy_has_its_name_before_all_are_complete(tmp_path) -> None:
    write(tmp_path / "map.tif", tmp_path / "map_confidence.tif")
    seen = []

    def look() -> bool:
        seen.extend(file.name for file in (tmp_path / "new").iterdir())
        return False

    copy_map(tmp_path / "map.tif", tmp_path / "new" / "kept.tif", look)
    assert set(seen) == {"kept.tif.partial", "kept_confidence.tif.partial"}


def test_a_copy_that_is_canceled_leaves_nothing(tmp_path) -> None:
    write(tmp_path / "map.tif", tmp_path / "map_confidence.tif")
    answers = iter([False, True])
    with pytest.raises(JobCanceled):
        copy_map(tmp_path / "map.tif", tmp_path / "new" / "kept.tif", lambda: next(answers))
    assert list((tmp_path / "new").iterdir()) == []
