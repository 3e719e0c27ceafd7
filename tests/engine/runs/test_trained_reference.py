"""A model judged by the polygons that it was adapted to, from the polygons to the report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.crs import CRS

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.labelled_polygons import (
    Grid,
    LabelledPolygons,
    place_in_crs,
    read_polygons,
)
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.adapted_model import training_marks
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, run
from tests.engine.training.scenes import CLASSES, draw_polygons, make_scene

UTM = CRS.from_epsg(32636)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene, polygons of it, a model adapted to them, and its map."""
    folder = tmp_path_factory.mktemp("made")
    truth = make_scene(folder / "scene.tif", size=480)
    draw_polygons(folder / "polygons.gpkg", truth, per_class=4)
    # Other places of the same fields.
    table = read_polygons(folder / "polygons.gpkg", "class")
    write(folder / "others.gpkg", shapely.buffer(table.geometries, -3), table.classes)
    request = FinetuneRequest(
        rasters=(str(folder / "scene.tif"),),
        polygons=str(folder / "polygons.gpkg"),
        field="class",
        model="bands",
        out=str(folder / "model"),
        threads=1,
    )
    adapt(request, RecordedJob())
    run(folder / "scene.tif", folder / "map.tif", model=str(folder / "model"))
    return folder


def write(path: Path, shapes: np.ndarray, names: np.ndarray, crs: str = "EPSG:32636") -> Path:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(shapes),
        [names.astype(object)],
        ["label"],
        crs=crs,
        geometry_type="Polygon",
    )
    return path


def judge(reference: Path, field: str = "label", **arguments: Any) -> tuple[dict[str, Any], list]:
    job = RecordedJob()
    given = {"reference": str(reference), "field": field, **arguments}
    result = evaluate(EvaluateRequest.from_arguments(given), job)
    return result, [text for text in result["warnings"] if "was adapted to" in text]


def test_map_judged_by_the_training_polygons_says_so(made: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.html"
    arguments = {"map": str(made / "map.tif"), "report": str(report)}
    result, (warning,) = judge(made / "polygons.gpkg", "class", **arguments)
    assert result["overall_accuracy"] > 0.9
    assert "Of the 12 reference polygons, the model model was adapted to 12:" in warning
    assert "was adapted to" in report.read_text()


def test_model_judged_by_the_training_polygons_says_so(made: Path) -> None:
    arguments = {"model": str(made / "model"), "raster": str(made / "scene.tif"), "threads": 1}
    _, (warning,) = judge(made / "polygons.gpkg", "class", **arguments)
    assert "adapted to 12:" in warning


def test_part_of_a_copy_in_another_crs_is_known_again(made: Path, tmp_path: Path) -> None:
    table = read_polygons(made / "polygons.gpkg", "class")
    placed = place_in_crs(table.geometries, UTM, CRS.from_epsg(3857))
    copy = write(tmp_path / "field_work.gpkg", placed[::2], table.classes[::2], "EPSG:3857")
    _, (warning,) = judge(copy, map=str(made / "map.tif"))
    assert "Of the 6 reference polygons, the model model was adapted to 6:" in warning


def test_some_among_others_are_counted(made: Path, tmp_path: Path) -> None:
    table = read_polygons(made / "polygons.gpkg", "class")
    others = read_polygons(made / "others.gpkg", "label")
    # A polygon of which the shape was changed is another one.
    moved = shapely.transform(others.geometries, lambda at: at + 1)
    shapes = np.concatenate((table.geometries[:1], moved))
    names = np.concatenate((table.classes[:1], others.classes))
    _, (warning,) = judge(write(tmp_path / "m.gpkg", shapes, names), map=str(made / "map.tif"))
    assert "Of the 13 reference polygons, the model model was adapted to 1:" in warning


def test_other_polygons_raise_no_doubt(made: Path, tmp_path: Path) -> None:
    others = read_polygons(made / "others.gpkg", "label")
    moved = shapely.transform(others.geometries, lambda at: at + 1)
    _, warnings = judge(
        write(tmp_path / "m.gpkg", moved, others.classes), map=str(made / "map.tif")
    )
    assert warnings == []


def test_model_tells_no_places_of_its_polygons(made: Path) -> None:
    with rasterio.open(made / "map.tif") as dataset:
        marks = dataset.tags()["CROSSEARTH_TRAINING_MARKS"].split(",")
    assert len(marks) == 12
    assert {len(mark) for mark in marks} == {16}
    assert marks[0] not in (made / "model" / "accuracy.html").read_text()
    assert marks[0] in (made / "model" / "model.json").read_text()


def test_model_of_an_adapted_model_knows_the_polygons_of_both(made: Path) -> None:
    others = read_polygons(made / "others.gpkg", "label")
    moved = replace(others, geometries=shapely.transform(others.geometries, lambda at: at + 1))
    with rasterio.open(made / "scene.tif") as scene:
        grid = Grid("scene.tif", scene.crs, scene.transform, scene.width, scene.height)
    classes = tuple(ClassInfo(i, name, "#000000") for i, name in enumerate(CLASSES))
    base = find_model(str(made / "model"))
    marks = training_marks(LabelledPolygons(moved, classes, [grid]), base)
    assert len(marks) == 24
    assert set(base.training_marks) < set(marks)
