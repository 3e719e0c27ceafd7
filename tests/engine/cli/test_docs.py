"""The commands that a page of the docs shows do what it says, one after the other."""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely
from click.testing import CliRunner

from crossearth_engine.accuracy import robustness
from crossearth_engine.cli.main import main
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared import options
from crossearth_engine.shared.model_places import DEFAULT_ID
from tests.engine.cli import example_files
from tests.engine.object_store import Client

DOCS = Path(__file__).parents[3] / "docs"


def commands(page: str) -> list[str]:
    text = (DOCS / page).read_text("utf-8").replace("\\\n", "")
    blocks = re.findall(r"^```\n(.*?)^```$", text, re.M | re.S)
    return [line for text in blocks for line in text.splitlines() if line.startswith("crossearth ")]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    example_files.write_maps(tmp_path)
    return tmp_path


def test_a_change_is_found_and_then_estimated(place: Path) -> None:
    lines = commands("change.md")
    assert [line.split()[1] for line in lines] == ["change", "sample", "evaluate"]
    for line in lines:
        if "evaluate" in line:
            label_points(place / "points.gpkg")
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, done.output
    with rasterio.open("change.tif") as dataset:
        assert set(dataset.read(1).ravel()) == {0, 1, 2}
    assert "dark → light" in done.output
    assert Path("change.html").exists()
    assert Path("accuracy.html").exists()


def test_places_to_review_are_found_of_a_map_and_of_a_model(place: Path) -> None:
    example_files.scene(place / "scene.tif", 0)
    shutil.copytree(find_model(DEFAULT_ID).weights.parent, place / "my-city")
    lines = commands("review.md")
    assert [line.split()[1] for line in lines] == ["segment", "review", "review"]
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, done.output
    fields = pyogrio.read_info("places.gpkg")["fields"].tolist()
    assert fields == list(options.PLACE_FIELDS)
    assert all(f"`{name}`" in (DOCS / "review.md").read_text("utf-8") for name in fields)


def test_maps_are_judged(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # One corruption in place of twelve in five strengths: the others would be the same to a line.
    one = replace(robustness.CORRUPTIONS[0], levels=robustness.CORRUPTIONS[0].levels[:1])
    monkeypatch.setattr(robustness, "CORRUPTIONS", (one,))
    example_files.write_judged(place)
    example_files.scene(place / "scene.tif", 0)
    shutil.copytree(find_model(DEFAULT_ID).weights.parent, place / "models" / "my-city")
    lines = commands("accuracy.md")
    assert {line.split()[1] for line in lines} == {"evaluate", "sample", "plan-sample"}
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, (line, done.output)
        if " sample " in line:
            label_points(place / "points.gpkg")
    for name in ("accuracy.html", "robustness.html"):
        assert Path(name).exists()


@pytest.mark.filterwarnings("error")
def test_objects_get_a_class_of_a_map_and_of_a_model(place: Path) -> None:
    example_files.write_judged(place)
    example_files.scene(place / "scene.tif", 0)
    lines = commands("objects.md")
    assert len(lines) == 2
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, (line, done.output)
        fields = pyogrio.read_info("classified.gpkg", "classified")["fields"].tolist()
        assert {"class", "class_name", "share"} <= set(fields)
        Path("classified.gpkg").unlink()


def test_a_raster_is_looked_at(place: Path) -> None:
    example_files.scene(place / "scene.tif", 0)
    shutil.copytree(find_model(DEFAULT_ID).weights.parent, place / "my-model")
    lines = commands("look.md")
    assert [line.split()[1] for line in lines] == ["look", "segment"]
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line, comments=True)[1:])
        assert done.exit_code == 0, (line, done.output)
    assert Path("map.tif").exists()


def test_numbers_are_learned_mapped_and_judged(place: Path) -> None:
    example_files.scene(place / "scene.tif", 0)
    with rasterio.open("scene.tif") as dataset:
        pixels, transform, crs = dataset.read(1), dataset.transform, dataset.crs
    rng = np.random.default_rng(0)
    for name in ("plots.gpkg", "other-plots.gpkg"):
        rows, cols = rng.integers(0, min(pixels.shape), (2, 60))
        xs, ys = transform @ (cols + 0.5, rows + 0.5)
        pyogrio.raw.write(
            name,
            shapely.to_wkb(shapely.points(xs, ys)),
            [pixels[rows, cols] / 10 + rng.normal(size=60)],
            ["height"],
            geometry_type="Point",
            crs=crs and crs.to_wkt(),
        )
    lines = commands("numbers.md")
    assert [line.split()[1] for line in lines] == ["finetune", "segment", "evaluate"]
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, (line, done.output)
    assert "R²" in done.output
    with rasterio.open("height.tif") as dataset:
        assert (dataset.dtypes, dataset.descriptions) == (("float32",), ("height",))
    assert Path("height-accuracy.html").exists()


def test_a_raster_is_divided_into_groups(place: Path) -> None:
    example_files.scene(place / "scene.tif", 0)
    lines = commands("groups.md")
    assert [line.split()[1] for line in lines] == ["kmeans"] * 5 + ["segment"]
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, (line, done.output)
    assert pyogrio.read_info("groups.gpkg", "groups")["features"] > 1
    with rasterio.open("other-groups.tif") as dataset:
        assert len(dataset.colormap(1)) > 2


def test_places_are_found_that_look_like_objects(place: Path) -> None:
    example_files.scene(place / "scene.tif", 0)
    with rasterio.open("scene.tif") as dataset:
        middle = dataset.xy(dataset.height // 2, dataset.width // 2)
        crs = dataset.crs and dataset.crs.to_wkt()
    point = shapely.to_wkb(shapely.points([middle]))
    pyogrio.raw.write("points.gpkg", point, [], [], geometry_type="Point", crs=crs)
    lines = commands("similar.md")
    assert [line.split()[1] for line in lines] == ["similar", "similar"]
    for line in lines:
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, (line, done.output)
    assert pyogrio.read_info("found.gpkg")["features"] > 0
    with rasterio.open("similarity.tif") as dataset:
        assert dataset.read(1).max() <= 100


def test_a_cluster_makes_maps(place: Path) -> None:
    pytest.importorskip("distributed", reason="dask.distributed is an extra")
    example_files.write(place)
    example_files.write_truth(place)
    shutil.copytree(find_model(DEFAULT_ID).weights.parent, place / "my-city")
    for line in commands("cluster.md"):
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, done.output
    assert Path("map.tif").exists()
    assert Path("maps/north.tif").exists()
    assert Path("maps/report.html").exists()
    assert Path("accuracy.html").exists()
    assert Path("my-town/model.onnx").exists()


def test_maps_are_made_in_object_storage(place: Path, store: Client) -> None:
    for number, name in enumerate(("scene.tif", "second.tif")):
        example_files.scene(place / name, number)
        store.write(f"/bucket/in/{name}", (place / name).read_bytes())
    for line in commands("object-storage.md"):
        done = CliRunner().invoke(main, shlex.split(line)[1:])
        assert done.exit_code == 0, done.output
    names = {path.removeprefix("/bucket/maps/") for path in store.objects()}
    assert {"scene.json", "scene.html", "second.tif", "second.gpkg", "second.json"} <= names


def label_points(path: Path) -> None:
    """Fill in that points are what the map says."""
    meta, _, geometry, values = pyogrio.raw.read(path)
    fields = list(meta["fields"])
    values[fields.index(options.REFERENCE_FIELD)] = values[fields.index(options.STRATUM_FIELDS[0])]
    path.unlink()
    pyogrio.raw.write(
        path, geometry, values, fields, geometry_type="Point", crs=meta["crs"], driver="GPKG"
    )
