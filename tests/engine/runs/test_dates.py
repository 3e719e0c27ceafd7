"""Rasters of several dates as one input, through the commands, as both halves call them."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
from affine import Affine
from rasterio.warp import calculate_default_transform, reproject

from crossearth_engine.commands import run
from crossearth_engine.errors import (
    DatesApart,
    DatesEqual,
    DatesMissing,
    DatesOnTwoGrids,
    DateUnknown,
    InvalidRequest,
    WrongBandCount,
)
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.dates import Dated, Dates
from crossearth_engine.shared.palette import NODATA

EDGE, FIELD = 192, 16
PLACE = Affine(10, 0, 500_000, 0, -10, 4_000_000)
# Which of four crops is green in May, July and September: no one date tells them apart.
GREEN = np.array([[1, 0, 0], [0, 1, 0], [0, 1, 1], [1, 1, 0]], bool)
DATES = ("2021-05-12", "2021-07-01", "2021-09-15")
CROPS = ("barley", "maize", "beet", "rape")

Write = Callable[..., str]


def _job() -> Job:
    return Job(lambda *_: None, lambda *_: None)


def crops() -> np.ndarray:
    """Return which crop grows where, (H, W)."""
    count = EDGE // FIELD
    kinds = np.random.default_rng(4).integers(0, len(CROPS), (count, count))
    return np.kron(kinds, np.ones((FIELD, FIELD), int))


@pytest.fixture
def season(tmp_path: Path) -> Write:
    """Write the fields as they are at a date; the name says when."""
    return writer_in(tmp_path)


def writer_in(folder: Path) -> Write:
    """Return what writes the fields as they are at a date."""

    def write(
        date: int,
        name: str = "",
        place: Affine = PLACE,
        crs: str | None = "EPSG:32633",
        edit: Callable[[np.ndarray], None] = lambda pixels: None,
        names: tuple[str, str] = ("red", "nir"),
        **more: Any,
    ) -> str:
        green, rng = GREEN[crops(), date], np.random.default_rng(10 + date)
        red = np.where(green, 400, 1500) + rng.normal(0, 120, green.shape)
        nir = np.where(green, 3500, 1800) + rng.normal(0, 250, green.shape)
        pixels = np.stack([red, nir]).clip(1).astype(np.uint16)
        edit(pixels)
        path = folder / (name or f"fields_{DATES[date]}.tif")
        kind = {"driver": "GTiff", "dtype": "uint16", "count": 2, "height": EDGE, "width": EDGE}
        with rasterio.open(path, "w", **kind, crs=crs, transform=place, **more) as dataset:
            dataset.write(pixels)
            dataset.descriptions = names
        return str(path)

    return write


@pytest.fixture(scope="module")
def polygons(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Polygons in every third field, with its crop."""
    features = []
    for row in range(0, EDGE, FIELD):
        for col in range(0, EDGE, FIELD):
            if (row + col) // FIELD % 3:
                continue
            ring = [PLACE @ (col + x, row + y) for x, y in ((3, 3), (13, 3), (13, 13), (3, 13))]
            features.append(
                {
                    "type": "Feature",
                    "properties": {"crop": CROPS[crops()[row, col]]},
                    "geometry": {"type": "Polygon", "coordinates": [[*ring, ring[0]]]},
                }
            )
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    path = tmp_path_factory.mktemp("drawn") / "fields.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    return str(path)


@pytest.fixture
def learn(tmp_path: Path, polygons: str) -> Callable[..., str]:
    """Adapt to rasters of several dates, and return the model."""

    def adapt(first: str, *others: str, **more: Any) -> str:
        out = str(tmp_path / "model")
        asked = {
            "rasters": [first],
            "dates": list(others) or None,
            "polygons": polygons,
            "field": "crop",
        }
        run("finetune", {"model": "bands", "out": out, **asked, **more}, _job())
        return out

    return adapt


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, polygons: str) -> str:
    """A model that has learned the three dates."""
    folder = tmp_path_factory.mktemp("learned")
    first, *others = map(writer_in(folder), range(3))
    out = str(folder / "model")
    asked = {"rasters": [first], "dates": others, "polygons": polygons, "field": "crop"}
    run("finetune", {**asked, "model": "bands", "out": out}, _job())
    return out


def mapped(model: str, first: str, *others: str, **more: Any) -> tuple[np.ndarray, dict[str, Any]]:
    """Return the map of rasters of several dates, and what is told of it."""
    output = more.pop("output", str(Path(first.rpartition("=")[2]).with_name("map.tif")))
    asked = {"input": first, "output": output, "model": model, "dates": list(others) or None}
    result = run("segment", {**asked, **more}, _job())
    with rasterio.open(output) as dataset:
        return dataset.read(1), result


def right(classes: np.ndarray, result: dict[str, Any]) -> float:
    """Return which share of the pixels has the crop that grows there."""
    values = {item["name"]: item["value"] for item in result["classes"]}
    truth = np.array([values[name] for name in CROPS])[crops()]
    return float((classes == truth).mean())


def test_crops_are_told_apart_by_three_dates_and_not_by_one(
    season: Write, learn: Callable[..., str], tmp_path: Path
) -> None:
    may, july, september = map(season, range(3))
    one = learn(july)
    assert right(*mapped(one, july)) < 0.75
    # In whichever order they are given: dates go by time.
    model = learn(july, september, may)
    item = json.loads((Path(model) / "model.json").read_text())
    names = [*item["properties"]["mlm:input"][0]["bands"]]
    assert names == [f"{date} {band}" for date in DATES for band in ("red", "nir")]
    assert right(*mapped(model, september, may, july)) > 0.97


def test_a_map_names_all_its_rasters_with_their_dates(season: Write, model: str) -> None:
    rasters = [season(date) for date in range(3)]
    _, result = mapped(model, *rasters)
    assert result["inputs"] == rasters
    assert result["dates"] == list(DATES)
    item = json.loads(Path(result["output"]).with_suffix(".json").read_text())
    titles = [link["title"] for link in item["links"] if link["rel"] == "derived_from"]
    assert titles == [Path(path).name for path in rasters]
    with rasterio.open(result["output"]) as dataset:
        told = dataset.tags()["CROSSEARTH_INPUT"]
    assert told == ", ".join(f"fields_{date}.tif ({date})" for date in DATES)


def test_a_date_that_is_missing_is_said_by_its_name(season: Write, model: str) -> None:
    may, september = season(0), season(2)
    with pytest.raises(DatesMissing, match="no raster of 2021-07-01 "):
        mapped(model, may, september)
    with pytest.raises(DatesMissing, match="no raster of 2021-07-01, 2021-09-15 "):
        mapped(model, may)
    with pytest.raises(DatesMissing, match="no raster of 2021-05-12, 2021-07-01, 2021-09-15 "):
        mapped(model, season(0, "unknown.tif"))


def test_a_model_of_one_date_is_given_one(season: Write, learn: Callable[..., str]) -> None:
    may, july = map(season, range(2))
    with pytest.raises(InvalidRequest, match="2 dates are given"):
        mapped(learn(may), may, july)


def test_dates_of_another_year_stand_in_as_they_are_told_to(season: Write, model: str) -> None:
    # Moved by some days; the middle one is given first.
    later = [season(date, f"f_2022{day}.tif") for date, day in enumerate(("0520", "0622", "0903"))]
    with pytest.raises(DatesMissing):
        mapped(model, *later)
    for standing in ("order", "season"):
        classes, result = mapped(model, later[1], later[0], later[2], dates_as=standing)
        assert right(classes, result) > 0.97
        (finding,) = (f for f in result["findings"] if f["code"] == "dates-stand-in")
        assert "2022-05-20 for 2021-05-12, 2022-06-22 for 2021-07-01" in finding["sentence"]
    # Of a whole year, those of the season are taken, and the others are said.
    extra = season(0, "f_2022-12-24.tif")
    classes, result = mapped(model, *later, extra, dates_as="season")
    assert right(classes, result) > 0.97
    assert "2022-12-24" in next(
        f["sentence"] for f in result["findings"] if f["code"] == "dates-unused"
    )
    with pytest.raises(DatesMissing, match=r"2021-05-12, 2021-07-01, 2021-09-15 \(given"):
        mapped(model, *later, extra, dates_as="order")


def test_where_one_date_has_no_data_the_map_has_no_class(season: Write, model: str) -> None:
    def cloud(pixels: np.ndarray) -> None:
        pixels[:, 20:40, 50:90] = 0

    may, september = season(0), season(2)
    july = season(1, edit=cloud, nodata=0)
    classes, result = mapped(model, may, july, september)
    (finding,) = (f for f in result["findings"] if f["code"] == "dates-incomplete")
    assert finding["details"]["date"] == DATES[1]
    assert 0.01 < float(finding["details"]["share"].rstrip("%")) / 100 < 0.04
    assert not finding["is_doubt"]
    assert (classes[20:40, 50:90] == NODATA).all()
    assert (classes != NODATA).sum() == EDGE * EDGE - 20 * 40


def test_another_grid_is_refused_or_aligned_as_told(season: Write, model: str) -> None:
    rasters = [season(date) for date in range(3)]
    shifted = season(1, place=PLACE @ Affine.translation(0.6, 0.6))
    with pytest.raises(DatesOnTwoGrids, match=r"shifted by 0\.40"):
        mapped(model, rasters[0], shifted, rasters[2])
    classes, result = mapped(model, rasters[0], shifted, rasters[2], align="bilinear")
    # Moved against the fields by less than half a pixel; the last row and column are seen to.
    assert right(classes, result) > 0.9
    assert result["align"] == "bilinear"
    assert (classes[0] == NODATA).all()


def test_another_part_of_the_same_pixels_is_not_resampled(season: Write, model: str) -> None:
    rasters = [season(date) for date in range(3)]
    whole, _ = mapped(model, *rasters)
    part = season(1, "part_2021-07-01.tif")
    with rasterio.open(rasters[1]) as source:
        pixels = source.read()[:, 32:, :-32]
    kind = {"driver": "GTiff", "dtype": "uint16", "count": 2, "crs": "EPSG:32633"}
    place = PLACE @ Affine.translation(0, 32)
    height, width = pixels.shape[1:]
    with rasterio.open(part, "w", **kind, transform=place, height=height, width=width) as dataset:
        dataset.write(pixels)
        dataset.descriptions = ("red", "nir")
    classes, _ = mapped(model, rasters[0], part, rasters[2])
    assert (classes[:32] == NODATA).all()
    assert (classes[:, -32:] == NODATA).all()
    # Next to where nothing is known what lies around a pixel is another thing.
    inside = np.s_[40:, :-40]
    assert (classes[inside] == whole[inside]).mean() > 0.999


def test_rasters_that_do_not_belong_together_get_a_sentence(season: Write, tmp_path: Path) -> None:
    may, july = map(season, range(2))
    far = season(2, "far_2021-09-15.tif", place=PLACE @ Affine.translation(10_000, 0))
    output = str(tmp_path / "groups.tif")

    def group(*others: str, first: str = may, **more: Any) -> None:
        asked = {"input": first, "output": output, "model": "bands", "dates": list(others)}
        run("kmeans", {**asked, **more}, _job())

    with pytest.raises(DatesApart, match="do not lie over each other"):
        group(july, far)
    with pytest.raises(DatesApart):
        group(july, far, align="bilinear")
    with pytest.raises(InvalidRequest, match="given twice"):
        group(july, str(Path(july).parent / "." / Path(july).name))
    with pytest.raises(DatesEqual, match="both of 2021-07-01"):
        group(july, season(1, "again_20210701.tif"))
    with pytest.raises(DateUnknown, match="Write the date before it"):
        group(july, season(2, "unknown.tif"))
    nowhere = season(2, "nowhere_2021-09-15.tif", crs=None)
    with pytest.raises(DatesOnTwoGrids, match="in no CRS, the other in EPSG:32633"):
        group(nowhere, align="bilinear")
    assert not Path(output).exists()


def test_a_date_given_by_hand_goes_before_what_the_file_says(
    season: Write, learn: Callable[..., str]
) -> None:
    may, september = season(0), season(2)
    july = season(1, "unknown.tif")
    model = learn(may, f"2021-07-01={july}", september)
    assert right(*mapped(model, f"2021-07-01={july}", may, september)) > 0.97
    with pytest.raises(DatesMissing, match="no raster of 2021-07-01"):
        mapped(model, may, f"2021-06-30={july}", september)


def test_bands_are_found_by_name_on_each_date(season: Write, model: str) -> None:
    rasters = [season(date) for date in range(3)]

    def turned(pixels: np.ndarray) -> None:
        pixels[:] = pixels[::-1].copy()

    july = season(1, edit=turned, names=("nir", "red"))
    assert right(*mapped(model, rasters[0], july, rasters[2])) > 0.97


def test_chosen_bands_are_those_of_every_date(season: Write, learn: Callable[..., str]) -> None:
    rasters = [season(date) for date in range(3)]
    model = learn(*rasters, bands=[2])
    assert right(*mapped(model, *rasters, bands=[2])) > 0.9
    assert right(*mapped(model, *rasters)) > 0.9


def test_a_band_that_no_date_has_and_a_date_without_a_raster_are_refused(
    season: Write, learn: Callable[..., str], model: str
) -> None:
    rasters = [season(date) for date in range(3)]
    for bands in ([9], [1], [1, 9]):
        with pytest.raises((WrongBandCount, InvalidRequest), match=r"--bands 1,2|no band 9"):
            mapped(model, *rasters, bands=bands)
    with pytest.raises(InvalidRequest, match="no band 9: its bands are numbered from 1 to 2"):
        learn(*rasters, bands=[9])
    with pytest.raises(InvalidRequest, match="has no raster"):
        mapped(model, *rasters, " ")


def test_dates_may_have_other_types_and_bands(season: Write, learn: Callable[..., str]) -> None:
    may, july, september = map(season, range(3))
    with rasterio.open(july) as dataset:
        nir, kind = dataset.read(2), dataset.profile
    with rasterio.open(july, "w", **kind | {"count": 1, "dtype": "float32", "nodata": -1}) as one:
        one.write(nir / 10_000, 1)
    model = learn(may, july, september)
    item = json.loads((Path(model) / "model.json").read_text())
    assert "2021-07-01 channel 1" in item["properties"]["mlm:input"][0]["bands"]
    assert right(*mapped(model, may, july, september)) > 0.97


def test_groups_of_several_dates_are_the_crops(season: Write, tmp_path: Path) -> None:
    may, july, september = map(season, range(3))
    output = tmp_path / "groups.tif"
    asked = {"input": may, "output": str(output), "model": "bands", "groups": 4}
    run("kmeans", {**asked, "dates": [july, september]}, _job())
    with rasterio.open(output) as dataset:
        groups = dataset.read(1)
    shares = [np.bincount(groups[crops() == crop]).max() for crop in range(4)]
    assert sum(shares) / EDGE**2 > 0.95


def test_parts_of_a_map_of_several_dates_are_the_map(
    season: Write, model: str, tmp_path: Path
) -> None:
    rasters = [season(date) for date in range(3)]
    whole, _ = mapped(model, *rasters, window=64)
    output = str(tmp_path / "parts.tif")
    first, *others = rasters
    for part in ("1/2", "2/2"):
        asked = {"input": first, "dates": others, "output": output, "model": model}
        run("segment", {**asked, "part": part, "window": 64}, _job())
    run("assemble", {"output": output}, _job())
    with rasterio.open(output) as dataset:
        assert (dataset.read(1) == whole).all()


def test_a_network_sees_each_date(season: Write, learn: Callable[..., str]) -> None:
    rasters = [season(date) for date in range(3)]
    model = learn(*rasters, model="crossearth-base-rgb", bands=[1, 2, 1])
    # It has the network once, however many dates it looks at.
    alone = find_model("crossearth-base-rgb").weights.stat().st_size
    assert sum(file.stat().st_size for file in Path(model).rglob("*.onnx*")) < 1.3 * alone
    assert right(*mapped(model, *rasters, bands=[1, 2, 1])) > 0.9


def test_a_date_of_another_crs_is_aligned_the_same_whichever_window_is_read(
    season: Write, tmp_path: Path
) -> None:
    may, july = season(0), tmp_path / "july_2021-07-01.tif"
    with rasterio.open(season(1, "own.tif")) as dataset:
        place, width, height = calculate_default_transform(
            dataset.crs, "EPSG:32632", dataset.width, dataset.height, *dataset.bounds
        )
        kind = {**dataset.profile, "crs": "EPSG:32632", "transform": place, "nodata": 0}
        with rasterio.open(july, "w", **kind | {"width": width, "height": height}) as other:
            for band in (1, 2):
                reproject(rasterio.band(dataset, band), rasterio.band(other, band))
            other.descriptions = dataset.descriptions
        own = dataset.read()
    rasters = (Dated("2021-05-12", may), Dated("2021-07-01", str(july)))
    with pytest.raises(DatesOnTwoGrids, match="EPSG:32632"):
        open_source(Dates(rasters).name, ("a", "b"), [3, 4])
    with open_source(Dates(rasters, align="bilinear").name, ("a", "b", "c"), [3, 1, 4]) as source:
        whole, valid = source.read(Window(0, 0, EDGE, EDGE))
        assert valid[5:-5, 5:-5].all()
        inside = np.s_[20:-20, 20:-20]
        assert np.corrcoef(whole[2][inside].ravel(), own[1][inside].ravel())[0, 1] > 0.9
        with rasterio.open(may) as dataset:
            assert (whole[1] == dataset.read(1))[valid].all()
        with source.reopen() as again:
            for part in (Window(0, 0, EDGE, 50), Window(37, 50, 101, 99), Window(1, 149, 3, 43)):
                found, known = again.read(part)
                rows, cols = part.slices(Window(0, 0, EDGE, EDGE))
                assert (known == valid[rows, cols]).all()
                assert (found == whole[:, rows, cols])[:, known].all()


def test_a_report_shows_one_of_the_dates(season: Write, model: str) -> None:
    rasters = [season(date) for date in range(3)]
    report = Path(rasters[0]).with_name("map.html")
    mapped(model, *rasters, report=str(report))
    page = report.read_text(encoding="utf-8")
    assert page.count("data:image/jpeg") == 1
    assert "fields_2021-07-01.tif (2021-07-01)" in page


def test_several_dates_are_not_for_clusters_and_full_training(
    season: Write, learn: Callable[..., str], model: str
) -> None:
    rasters = [season(date) for date in range(3)]
    for more in ({"recipe": "full", "model": "crossearth-base-rgb"}, {"cluster": "local"}):
        with pytest.raises(InvalidRequest, match=r"leave out --cluster|by the recipe quick only"):
            learn(*rasters, **more)
    with pytest.raises(InvalidRequest, match="leave out --cluster"):
        mapped(model, *rasters, cluster="local")


def test_a_much_finer_date_is_averaged_as_its_pixels_are_and_not_picked(
    season: Write, tmp_path: Path
) -> None:
    may, fine = season(0), tmp_path / "fine_2021-07-01.tif"
    noise = np.random.default_rng(0).normal(1000, 200, (1, EDGE * 4, EDGE * 4)).astype(np.float32)
    kind = {"driver": "GTiff", "dtype": "float32", "count": 1, "crs": "EPSG:32633"}
    size = {"height": EDGE * 4, "width": EDGE * 4, "transform": PLACE @ Affine.scale(0.25)}
    with rasterio.open(fine, "w", **kind, **size) as dataset:
        dataset.write(noise)
    rasters = (Dated("2021-05-12", may), Dated("2021-07-01", str(fine)))
    spreads = {}
    for align in ("nearest", "bilinear", "average"):
        with open_source(Dates(rasters, align=align).name, ("a",), [3]) as source:
            pixels, valid = source.read(Window(0, 0, EDGE, EDGE))
        assert valid.all()
        spreads[align] = float(pixels[0, 5:-5, 5:-5].std())
    assert spreads["nearest"] == pytest.approx(200, rel=0.05)
    assert spreads["average"] == pytest.approx(200 / 4, rel=0.05)
    assert spreads["bilinear"] < 200 / 3


def test_what_is_looked_at_and_previewed_is_of_all_dates(
    season: Write, model: str, tmp_path: Path
) -> None:
    first, *others = [season(date) for date in range(3)]
    asked = {"input": first, "dates": others, "model": model}
    answer = run("look", asked, _job())
    assert all(Path(path).name in answer["input"] for path in (first, *others))
    assert answer["warnings"] == []
    (tmp_path / "pieces").mkdir()
    told = run("preview", {**asked, "folder": str(tmp_path / "pieces")}, _job())
    assert told == {"pieces": 1, "left": 0}
    with pytest.raises(DatesMissing):
        run("look", {**asked, "dates": others[:1]}, _job())


def test_the_lines_of_the_manual_run(season: Write, polygons: str, tmp_path: Path) -> None:
    for date, name in enumerate(("may", "july", "september")):
        season(date, f"{name}_{DATES[date]}.tif")
    meta, _, shapes, fields = pyogrio.raw.read(polygons)
    drawn = tmp_path / "fields.gpkg"
    pyogrio.raw.write(drawn, shapes, fields, ["crop"], crs=meta["crs"], geometry_type="Polygon")
    page = (Path(__file__).parents[3] / "docs" / "dates.md").read_text(encoding="utf-8")
    lines = re.findall(r"^crossearth (.*)", page.replace("\\\n", ""), re.MULTILINE)
    assert [line.split()[0] for line in lines] == ["finetune", "segment", "kmeans"]
    for line in lines:
        command = [sys.executable, "-m", "crossearth_engine", *shlex.split(line)]
        subprocess.run(command, cwd=tmp_path, check=True, timeout=300)
    assert {"crops", "map.tif", "groups.tif"} <= {path.name for path in tmp_path.iterdir()}


def test_embeddings_of_two_years_are_read_as_their_values(tmp_path: Path) -> None:
    years = (2021, 2020)
    numbers = np.random.default_rng(0).integers(-127, 127, (2, 3, 32, 32)).astype(np.int8)
    numbers[1, :, 0, 0] = -128
    rasters = []
    for year, own in zip(years, numbers, strict=True):
        path = tmp_path / f"aef-{year}.tif"
        kind = {"driver": "GTiff", "dtype": "int8", "count": 3, "height": 32, "width": 32}
        with rasterio.open(path, "w", **kind, crs="EPSG:32633", transform=PLACE) as dataset:
            dataset.write(own)
            dataset.descriptions = ("A00", "A01", "A02")
        rasters.append(f"{year}={path}")
    asked = {"input": rasters[0], "dates": rasters[1:], "output": str(tmp_path / "groups.tif")}
    result = run("kmeans", {**asked, "model": "bands", "groups": 3}, _job())
    assert result["dates"] == ["2020", "2021"]
    assert "bands-embedding" in [finding["code"] for finding in result["findings"]]
    dates = Dates(tuple(Dated(*text.split("=")) for text in reversed(rasters)), grid=1)
    with open_source(dates.name, ("2021 A01", "2020 A00"), None) as source:
        pixels, valid = source.read(Window(0, 0, 32, 32))
    own = numbers[[0, 1], [1, 0]].astype(np.float32)
    assert not valid[0, 0]
    assert valid.sum() == 32 * 32 - 1
    assert np.allclose(pixels[:, valid], (np.square(own / 127.5) * np.sign(own))[:, valid])
