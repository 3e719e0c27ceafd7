"""Where it looks like a few objects."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from click.testing import CliRunner

from crossearth_engine.cli.main import main
from crossearth_engine.commands import run as run_command
from crossearth_engine.errors import (
    InputChanged,
    InvalidRequest,
    JobCanceled,
    NoIntersection,
    NoValidPixels,
    OutputIsInput,
    UnreadablePolygons,
)
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.raster.test_embeddings import AXES, TRANSFORM, by_rule, made, write
from tests.engine.training.networks import write_network
from tests.engine.training.scenes import make_scene, transform

WATER = 2
LINE = shapely.LineString([(450_000, 40_000), (450_100, 39_900)])


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))


@pytest.fixture
def truth(tmp_path: Path) -> np.ndarray:
    write_network(tmp_path / "network.onnx")
    return make_scene(tmp_path / "scene.tif")


def draw(path: Path, shapes: list[shapely.Geometry], crs: str | None = "EPSG:32636") -> Path:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, object)),
        [np.arange(len(shapes))],
        ["number"],
        crs=crs,
        geometry_type="Unknown",
    )
    return path


def centres(truth: np.ndarray, kind: int) -> list[shapely.Point]:
    rows, cols = np.nonzero(truth[::80, ::80] == kind)
    spots = zip(rows * 80 + 40, cols * 80 + 40, strict=True)
    return [shapely.Point(transform() @ (col + 0.5, row + 0.5)) for row, col in spots]


def similar(tmp_path: Path, job: RecordedJob | None = None, **more: Any) -> dict[str, Any]:
    arguments = {
        "input": str(tmp_path / "scene.tif"),
        "objects": str(tmp_path / "objects.gpkg"),
        "output": str(tmp_path / "similar.tif"),
        "model": str(tmp_path / "network.onnx"),
        "threads": 1,
        **more,
    }
    return run_command(
        "similar", {k: v for k, v in arguments.items() if v is not None}, job or RecordedJob()
    )


def test_places_of_the_same_kind_are_similar_and_others_are_not(tmp_path, truth) -> None:
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:2])
    result = similar(tmp_path)
    assert result["objects"] == 2
    found = read(tmp_path / "similar.tif")
    assert found.shape == truth.shape
    inner = np.kron(np.ones((8, 8), bool), np.pad(np.ones((40, 40), bool), 20))
    is_water = truth == WATER
    assert np.median(found[inner & is_water]) > 80
    assert np.percentile(found[inner & ~is_water], 95) < np.percentile(found[inner & is_water], 5)
    with rasterio.open(tmp_path / "similar.tif") as dataset:
        assert dataset.nodata == 255
        assert dataset.crs.to_epsg() == 32636
        assert dataset.transform.almost_equals(transform())
        assert dataset.overviews(1)
        assert dataset.tags()["CROSSEARTH_SIMILAR_TO"] == "objects.gpkg"


def test_the_second_time_the_network_is_not_asked(tmp_path, truth) -> None:
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:1])
    first = similar(tmp_path)
    assert first["computed_windows"] == first["windows"]
    once = read(tmp_path / "similar.tif")
    draw(tmp_path / "others.gpkg", centres(truth, 0)[:1])
    other = similar(tmp_path, objects=str(tmp_path / "others.gpkg"))
    assert other["computed_windows"] == 0
    assert not np.array_equal(read(tmp_path / "similar.tif"), once)
    similar(tmp_path)
    assert np.array_equal(read(tmp_path / "similar.tif"), once)


@pytest.mark.parametrize("form", ["outlines", "points"])
def test_candidates_are_what_is_similar_enough(tmp_path, truth, form) -> None:
    drawn = [shape.buffer(5, cap_style="square") for shape in centres(truth, WATER)[:2]]
    draw(tmp_path / "objects.gpkg", drawn)
    (tmp_path / "elsewhere").mkdir()
    path = tmp_path / "elsewhere" / "found.gpkg"
    result = similar(tmp_path, candidates=str(path), threshold=60, form=form)
    _, _, wkb, (percent, pixels, area) = pyogrio.raw.read(path, layer="found")
    shapes = shapely.from_wkb(wkb)
    assert len(shapes) == result["count"] > 0
    assert (percent >= 60).all()
    assert np.allclose(area, pixels * 0.25, rtol=1e-3)
    found = read(tmp_path / "similar.tif")
    assert pixels.sum() == ((found >= 60) & (found != 255)).sum()
    large = shapes[pixels > 2000]
    if form == "outlines":
        near = shapely.union_all(large)
        assert shapely.intersects(near, centres(truth, WATER)).mean() > 0.8
    kinds = {*shapely.get_type_id(shapes)}
    assert kinds == {
        shapely.GeometryType.POINT if form == "points" else shapely.GeometryType.POLYGON
    }
    assert not [*path.parent.glob("*.partial")]


def test_nothing_is_similar_enough(tmp_path, truth) -> None:
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:1])
    result = similar(tmp_path, candidates=str(tmp_path / "none.gpkg"), threshold=100)
    assert result["count"] == len(pyogrio.raw.read(tmp_path / "none.gpkg")[2])


def test_objects_of_another_crs_are_found(tmp_path, truth) -> None:
    shapes = centres(truth, WATER)[:2]
    draw(tmp_path / "objects.gpkg", shapes)
    similar(tmp_path)
    expected = read(tmp_path / "similar.tif")
    x, y = rasterio.warp.transform(
        "EPSG:32636", "EPSG:4326", [s.x for s in shapes], [s.y for s in shapes]
    )
    draw(tmp_path / "objects.gpkg", [*shapely.points(x, y)], "EPSG:4326")
    similar(tmp_path)
    assert np.array_equal(read(tmp_path / "similar.tif"), expected)


def test_an_embedding_is_compared_as_its_authors_do(tmp_path) -> None:
    numbers, _ = made(size=304)
    numbers[:, :7] = -128
    path = write(tmp_path / "aef.tiff", numbers, AXES, nodata=-128)
    spot = shapely.Point(TRANSFORM @ (40.5, 50.5))
    draw(tmp_path / "objects.gpkg", [spot])
    result = similar(tmp_path, input=str(path), model=None)
    assert result["features_of"] == "AlphaEarth Foundations"
    assert "Google" in result["attribution"]
    values = by_rule(numbers)
    values /= np.linalg.norm(values, axis=0)
    cosine = np.einsum("fhw,f->hw", values, values[:, 50, 40])
    found = read(tmp_path / "similar.tif")
    assert (found[:7] == 255).all()
    assert np.abs(found[7:] - 100 * cosine[7:].clip(0, 1)).max() <= 0.51
    with rasterio.open(tmp_path / "similar.tif") as dataset:
        assert "Google" in dataset.tags()["TIFFTAG_COPYRIGHT"]


def test_where_there_is_no_data_nothing_is_similar(tmp_path, truth) -> None:
    with rasterio.open(tmp_path / "scene.tif", "r+") as scene:
        pixels = scene.read()
        pixels[:, :50] = 0
        scene.write(pixels)
        scene.nodata = 0
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[-2:])
    similar(tmp_path)
    found = read(tmp_path / "similar.tif")
    assert (found[:50] == 255).all()
    assert (found[60:] != 255).mean() > 0.99
    # An object there tells nothing.
    outside = [shapely.Point(transform() @ (300, 20))]
    draw(tmp_path / "objects.gpkg", outside)
    with pytest.raises(NoValidPixels):
        similar(tmp_path)


def test_a_raster_of_a_few_pixels_is_searched(tmp_path, truth) -> None:
    with rasterio.open(tmp_path / "scene.tif") as scene:
        profile = {**scene.profile, "width": 3, "height": 2}
        pixels = scene.read()[:, :2, :3]
    with rasterio.open(tmp_path / "small.tif", "w", **profile) as small:
        small.write(pixels)
    draw(tmp_path / "objects.gpkg", [shapely.Point(transform() @ (1.5, 0.5))])
    similar(tmp_path, input=str(tmp_path / "small.tif"))
    found = read(tmp_path / "similar.tif")
    assert found.shape == (2, 3)
    assert found[0, 1] >= 95


def test_what_lay_beside_a_map_of_this_name_goes_with_it(tmp_path, truth) -> None:
    run(tmp_path / "scene.tif", tmp_path / "similar.tif", model=str(tmp_path / "network.onnx"))
    beside = [tmp_path / f"similar{ending}" for ending in (".qml", ".json", ".tif.aux.xml")]
    assert any(path.exists() for path in beside)
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:1])
    similar(tmp_path)
    assert not any(path.exists() for path in beside)


def test_a_layer_of_the_file_is_taken(tmp_path, truth) -> None:
    path = draw(tmp_path / "objects.gpkg", centres(truth, 0)[:1])
    shapes = shapely.to_wkb(np.array(centres(truth, WATER)[:1], object))
    pyogrio.raw.write(
        path, shapes, [np.arange(1)], ["n"], layer="water", crs="EPSG:32636",
        geometry_type="Point", append=True,
    )  # fmt: skip
    similar(tmp_path, layer="water")
    expected = read(tmp_path / "similar.tif")
    similar(tmp_path, objects=f"{path}|layername=water")
    assert np.array_equal(read(tmp_path / "similar.tif"), expected)
    similar(tmp_path)
    assert not np.array_equal(read(tmp_path / "similar.tif"), expected)


def test_of_many_objects_the_most_similar_counts(tmp_path, truth) -> None:
    spots = [*centres(truth, WATER), *centres(truth, 0)]
    assert len(spots) > 32
    draw(tmp_path / "objects.gpkg", spots)
    assert similar(tmp_path)["objects"] == len(spots)
    together = read(tmp_path / "similar.tif").astype(int)
    for some in (spots[:1], spots[-1:]):
        draw(tmp_path / "objects.gpkg", some)
        similar(tmp_path)
        assert (together >= read(tmp_path / "similar.tif")).all()


@pytest.mark.parametrize("changed", ["scene.tif", "network.onnx", "objects.gpkg"])
def test_what_is_replaced_meanwhile_makes_no_raster(tmp_path, truth, changed) -> None:
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:1])
    path = tmp_path / changed

    class Job(RecordedJob):
        def progress(self, done: int, total: int) -> None:
            super().progress(done, total)
            if done == 1:
                path.write_bytes(path.read_bytes() + b"\0")

    with pytest.raises(InputChanged):
        similar(tmp_path, Job())
    assert not (tmp_path / "similar.tif").exists()


def test_a_canceled_search_leaves_nothing(tmp_path, truth) -> None:
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:1])
    job = RecordedJob()
    job.cancel()
    with pytest.raises(JobCanceled):
        similar(tmp_path, job)
    assert not (tmp_path / "similar.tif").exists()
    assert not [*tmp_path.glob("*.partial")]


def test_an_object_of_a_pixel_and_one_outside_are_told(tmp_path, truth) -> None:
    spot = centres(truth, WATER)[0]
    small = spot.buffer(0.1)
    far = shapely.Point(spot.x + 10_000, spot.y)
    draw(tmp_path / "objects.gpkg", [small, far])
    job = RecordedJob()
    result = similar(tmp_path, job)
    assert result["objects"] == 1
    texts = [text for _, text in job.logs]
    assert any("no more than a pixel: 1" in text for text in texts)
    assert any("left out: 1" in text for text in texts)


@pytest.mark.parametrize(
    ("shapes", "error", "told"),
    [
        ([], UnreadablePolygons, "no point and no polygon"),
        (
            [shapely.LineString([(450_000, 40_000), (450_100, 39_900)])],
            UnreadablePolygons,
            "no point",
        ),
        ([shapely.Point(0, 0)], NoIntersection, "does not touch"),
    ],
)
def test_what_cannot_be_sought_is_told(tmp_path, truth, shapes, error, told) -> None:
    draw(tmp_path / "objects.gpkg", shapes)
    with pytest.raises(error, match=told):
        similar(tmp_path)
    assert not (tmp_path / "similar.tif").exists()
    assert not [*tmp_path.glob("*.partial")]


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"output": "similar.png"}, InvalidRequest),
        ({"candidates": "found.shp"}, InvalidRequest),
        ({"threshold": 101}, InvalidRequest),
        ({"threshold": float("nan")}, InvalidRequest),
        ({"form": "lines"}, InvalidRequest),
        ({"output": "scene.tif"}, OutputIsInput),
        ({"candidates": "objects.gpkg"}, OutputIsInput),
    ],
)
def test_what_does_not_go_together_is_refused(tmp_path, truth, arguments, error) -> None:
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:1])
    before = (tmp_path / "objects.gpkg").read_bytes()
    named = {
        name: str(tmp_path / value) if name != "form" and isinstance(value, str) else value
        for name, value in arguments.items()
    }
    with pytest.raises(error):
        similar(tmp_path, **named)
    assert (tmp_path / "objects.gpkg").read_bytes() == before


def test_command_line_finds_similar_places(tmp_path, truth) -> None:
    draw(tmp_path / "objects.gpkg", centres(truth, WATER)[:1])
    given = [str(tmp_path / name) for name in ("scene.tif", "objects.gpkg", "similar.tif")]
    more = ["--model", str(tmp_path / "network.onnx"), "--candidates", str(tmp_path / "c.gpkg")]
    done = CliRunner().invoke(main, ["similar", *given, *more, "--json"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout.splitlines()[-1])
    assert Path(told["output"]).exists()
    assert Path(told["candidates"]).exists()
