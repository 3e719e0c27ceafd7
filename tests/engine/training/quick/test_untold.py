"""Classes and numbers that the raster does not tell: said, however high the overall accuracy is."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob
from tests.engine.training.scenes import draw_polygons, make_scene, transform

SIZE = 640


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))


def write(path: Path, pixels: np.ndarray) -> str:
    count, height, width = pixels.shape
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=width,
        height=height,
        count=count,
        dtype=pixels.dtype,
        crs="EPSG:32636",
        transform=transform(),
    ) as dataset:
        dataset.write(pixels)
    return str(path)


def told(tmp_path: Path, raster: str, polygons: Path, **options: object) -> tuple[set[str], dict]:
    """Adapt to the bands alone; return the codes of what is warned of, and the summary."""
    request = FinetuneRequest(
        (raster,),
        str(polygons),
        str(options.pop("field", "class")),
        model="bands",
        out=str(tmp_path / "model"),
        **options,
    )
    made = adapt(request, RecordedJob())
    return {finding["code"] for finding in made["findings"]}, made


@pytest.mark.parametrize("kind", ["constant", "noise"])
def test_a_raster_that_tells_no_classes_apart_is_warned_of(tmp_path: Path, kind: str) -> None:
    polygons = draw_polygons(tmp_path / "p.gpkg", make_scene(tmp_path / "scene.tif"), 12)
    noise = np.random.default_rng(0).integers(0, 255, (3, SIZE, SIZE))
    pixels = noise if kind == "noise" else np.full((3, SIZE, SIZE), 77)
    raster = write(tmp_path / "untold.tif", pixels.astype(np.uint8))
    codes, made = told(tmp_path, raster, polygons)
    assert "classes-untold" in codes
    (sentence,) = [text for text in made["warnings"] if "can be told apart" in text]
    assert "a map of one class would have 33 %" in sentence


def test_classes_of_one_polygon_each_on_a_constant_raster_are_warned_of(tmp_path: Path) -> None:
    polygons = draw_polygons(tmp_path / "p.gpkg", make_scene(tmp_path / "scene.tif"), 1)
    raster = write(tmp_path / "untold.tif", np.full((3, SIZE, SIZE), 77, np.uint8))
    codes, _ = told(tmp_path, raster, polygons)
    assert "classes-unlearned" in codes


@pytest.mark.parametrize("per_class", [1, 6])
def test_a_raster_that_tells_them_is_not(tmp_path: Path, per_class: int) -> None:
    polygons = draw_polygons(tmp_path / "p.gpkg", make_scene(tmp_path / "scene.tif"), per_class)
    codes, _ = told(tmp_path, str(tmp_path / "scene.tif"), polygons)
    assert not {code for code in codes if code.startswith("classes-un")}


@pytest.mark.parametrize("is_told", [False, True])
def test_numbers_are_warned_of_where_nothing_tells_them(tmp_path: Path, is_told: bool) -> None:
    rng = np.random.default_rng(0)
    ground = rng.normal(size=(3, SIZE // 16, SIZE // 16)).repeat(16, axis=1).repeat(16, axis=2)
    raster = write(tmp_path / "scene.tif", ground.astype(np.float32))
    rows, cols = rng.integers(0, SIZE, (2, 200))
    numbers = ground[0, rows, cols] if is_told else rng.normal(size=200)
    places = [transform() @ (col + 0.5, row + 0.5) for row, col in zip(rows, cols, strict=True)]
    polygons = tmp_path / "points.gpkg"
    pyogrio.raw.write(
        polygons,
        shapely.to_wkb(shapely.points(places)),
        [numbers],
        ["height"],
        geometry_type="Point",
        crs="EPSG:32636",
    )
    codes, _ = told(tmp_path, raster, polygons, field="height", numbers=True)
    assert ("numbers-untold" in codes) == (not is_told)
