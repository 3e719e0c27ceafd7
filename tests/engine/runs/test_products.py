"""What a run makes of the map beside the map itself."""

import base64
import contextlib
import json
import os
import sqlite3
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.features import sieve
from rasterio.io import MemoryFile
from rio_cogeo import cog_validate

from crossearth_engine import errors
from crossearth_engine.shared.palette import NODATA
from crossearth_engine.shared.products import PRODUCTS, UNFAMILIARITY
from tests.engine.conftest import RecordedJob, read, run


@pytest.fixture
def made(tmp_path, raster_factory, color_model):
    """Return a function that runs the color model with options, and returns map and summary."""
    raster = raster_factory(size=(90, 70))

    def make(name: str = "map", **options):
        output = tmp_path / f"{name}.tif"
        summary = run(raster, output, model=str(color_model), window=32, overlap=8, **options)
        return read(output), summary

    return make


def test_each_product_is_made_and_described(tmp_path, made):
    # Unfamiliarity is told by models that know their training imagery: test_unfamiliarity.
    products = {name: item for name, item in PRODUCTS.items() if name != UNFAMILIARITY}
    asked = {name: str(tmp_path / f"map{item.ending}") for name, item in products.items()}
    classes, summary = made(**asked)
    item = json.loads((tmp_path / "map.json").read_text())
    names = [row["name"] for row in summary["classes"]]
    for name, product in products.items():
        assert summary[name] == asked[name]
        asset = item["assets"][name]
        assert (asset["href"], asset["title"]) == (f"./map{product.ending}", product.title)
        if product.is_raster:
            with rasterio.open(asked[name]) as dataset:
                assert dataset.shape == classes.shape
                assert list(dataset.descriptions) == ([product.band] if product.band else names)
                assert dataset.count == product.bands(len(names)) == len(asset["bands"])
        else:
            assert Path(asked[name]).stat().st_size


MERGE = {"other": ["class 3", "class 1"]}


def test_merged_classes_are_one_in_map_style_and_figures(tmp_path, made):
    plain, before = made("plain")
    merged, after = made(merge=MERGE)
    assert np.array_equal(merged, np.where(plain == 1, 3, plain))
    assert [item["name"] for item in after["classes"]] == ["class 0", "class 2", "other"]
    areas = before["class_area_m2"]
    assert after["class_area_m2"]["other"] == areas["class 3"] + areas["class 1"]
    item = json.loads((tmp_path / "map.json").read_text())
    assert item["properties"]["crossearth:processing"]["parameters"]["merge"] == MERGE
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_CLASSES"] == "0=class 0, 2=class 2, 3=other"


def test_an_unknown_class_is_told_with_those_there_are(tmp_path, made):
    with pytest.raises(errors.InvalidRequest, match=r"no class lake.*class 0, class 1"):
        made(merge={"water": ["lake"]})
    assert not (tmp_path / "map.tif").exists()


def test_areas_are_those_after_the_sieve(tmp_path, made):
    plain, _ = made("plain")
    # A pixel has 0.25 square metres.
    sieved, summary = made(min_area=3)
    assert np.array_equal(sieved, sieve(plain, 12))
    for item in summary["classes"]:
        assert item["pixels"] == (sieved == item["value"]).sum()
        assert item["area_m2"] == pytest.approx(item["pixels"] * 0.25)
    assert cog_validate(tmp_path / "map.tif")[0]
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_MIN_AREA"] == "3.0"
        assert dataset.descriptions == ("class",)
        assert dataset.colormap(1)


def test_without_a_crs_the_smallest_area_is_in_pixels(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(40, 40), crs=None)
    run(raster, tmp_path / "plain.tif", model=str(color_model))
    job = RecordedJob()
    run(raster, tmp_path / "map.tif", job, model=str(color_model), min_area=12)
    assert any("less than 12 pixels" in text for _, text in job.logs)
    assert np.array_equal(read(tmp_path / "map.tif"), sieve(read(tmp_path / "plain.tif"), 12))


def test_a_patch_as_large_as_the_limit_stays(tmp_path, raster_factory, color_model):
    # 0.7 times 0.7 is a little less than 0.49: rounded up, three pixels would be too few.
    raster = raster_factory(size=(90, 70), transform=Affine(0.7, 0, 500000, 0, -0.7, 4000000))
    assert 3 * 0.49 / (0.7 * 0.7) > 3
    for name, min_area in (("exact", 3 * 0.49), ("less", 2.5 * 0.49)):
        job = RecordedJob()
        run(raster, tmp_path / f"{name}.tif", job, model=str(color_model), min_area=min_area)
        assert any(f"less than {min_area:g} m² (3 pixels)" in text for _, text in job.logs)
    np.testing.assert_array_equal(read(tmp_path / "exact.tif"), read(tmp_path / "less.tif"))


def test_majority_comes_before_the_sieve(made):
    majority, _ = made("majority", majority=5)
    both, _ = made(majority=5, min_area=5)
    assert np.array_equal(both, sieve(majority, 20))


@pytest.mark.parametrize("options", [{}, {"merge": MERGE}])
def test_probabilities_are_those_behind_the_map(tmp_path, made, options):
    path = tmp_path / "probabilities.tif"
    confidence_path = tmp_path / "confidence.tif"
    plain, summary = made(probabilities=str(path), confidence=str(confidence_path), **options)
    with rasterio.open(path) as dataset:
        shares, names = dataset.read().astype(int), dataset.descriptions
        assert dataset.nodata == NODATA
    assert cog_validate(path)[0]
    assert list(names) == [item["name"] for item in summary["classes"]]
    assert np.abs(shares.sum(axis=0) - 100).max() <= len(names) / 2
    values = np.array([item["value"] for item in summary["classes"]])
    places = np.searchsorted(values, plain)
    confidence = read(confidence_path)
    assert np.array_equal(np.take_along_axis(shares, places[None], axis=0)[0], confidence)
    if not options:
        assert np.array_equal(shares.max(axis=0), confidence)
    assert summary["probabilities"] == str(path)


def test_polygons_are_those_of_the_map(tmp_path, made):
    path = tmp_path / "polygons.gpkg"
    _, summary = made(polygons=str(path), confidence=str(tmp_path / "sure.tif"), min_area=4)
    info = pyogrio.read_info(path, layer="polygons")
    assert info["crs"] == "EPSG:32636"
    assert list(info["fields"]) == ["class_id", "class_name", "pixels", "area_m2", "confidence"]
    _, _, shapes, columns = pyogrio.raw.read(path, layer="polygons")
    outlines = shapely.from_wkb(shapes)
    assert shapely.coverage_is_valid(outlines)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert shapely.box(*dataset.bounds).equals(shapely.union_all(outlines))
    class_ids, names, pixels, areas, confidence = columns
    assert pixels.min() >= 16
    assert 25 <= confidence.min() <= confidence.max() <= 100
    for item in summary["classes"]:
        own = class_ids == item["value"]
        assert set(names[own]) <= {item["name"]}
        assert pixels[own].sum() == item["pixels"]
        assert areas[own].sum() == pytest.approx(item["area_m2"])
    assert summary["polygons"] == str(path)


def test_polygons_get_right_angles_where_they_are_asked_for(tmp_path, made):
    path = tmp_path / "polygons.gpkg"
    job = RecordedJob()
    values, _ = made(
        polygons=str(path), right_angles=["a, b"], merge={"a, b": ["class 1"]}, job=job
    )
    _, _, shapes, columns = pyogrio.raw.read(path, layer="polygons")
    outlines = shapely.from_wkb(shapes)
    assert shapely.coverage_is_valid(outlines)
    assert columns[2].sum() == (values != NODATA).sum()
    own = columns[1] == "a, b"
    (told,) = (text for _, text in job.logs if text.startswith("Right angles: "))
    assert told.endswith(f" of {own.sum()} polygons of a, b.")


def test_the_tolerance_of_outlines_is_in_metres(tmp_path, made):
    def vertices(**options):
        path = tmp_path / "polygons.gpkg"
        made(polygons=str(path), **options)
        _, _, shapes, _ = pyogrio.raw.read(path, layer="polygons")
        return int(shapely.get_num_coordinates(shapely.from_wkb(shapes)).sum())

    # A pixel of the raster measures 0.5 m.
    usual = vertices()
    assert vertices(simplify=1.5 * 0.5) == usual
    assert vertices(simplify=0) > usual > vertices(simplify=5 * 0.5)


@pytest.mark.parametrize("name", ["right_angles", "simplify"])
def test_what_is_of_polygons_needs_some(made, name):
    value = {"right_angles": ["class 1"], "simplify": 2.0}[name]
    with pytest.raises(errors.InvalidRequest, match=name.replace("_", "-")):
        made(**{name: value})


def test_right_angles_of_an_unknown_class_are_told(tmp_path, made):
    with pytest.raises(errors.InvalidRequest, match=r"no class lake.*class 0, class 1"):
        made(polygons=str(tmp_path / "map.gpkg"), right_angles=["lake"])
    assert not (tmp_path / "map.tif").exists()


def test_polygons_carry_their_style(tmp_path, made):
    path = tmp_path / "polygons.gpkg"
    _, summary = made(polygons=str(path), merge={"a <b> & 'c'": ["class 1"]})
    with contextlib.closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT f_table_name, styleQML, useAsDefault FROM layer_styles")
        ((layer, style, is_default),) = rows.fetchall()
    assert (layer, is_default) == ("polygons", 1)
    categories = ElementTree.fromstring(style.removeprefix("<!DOCTYPE qgis>")).iter("category")
    assert {(int(item.get("value")), item.get("label")) for item in categories} == {
        (item["value"], item["name"]) for item in summary["classes"]
    }


def test_polygons_without_a_crs_have_no_area(tmp_path, raster_factory, color_model):
    raster = raster_factory(size=(40, 40), crs=None)
    path = tmp_path / "polygons.gpkg"
    run(raster, tmp_path / "map.tif", model=str(color_model), polygons=str(path))
    info = pyogrio.read_info(path, layer="polygons")
    assert info["crs"] is None
    assert list(info["fields"]) == ["class_id", "class_name", "pixels"]


def test_polygons_that_are_open_elsewhere_are_not_replaced(tmp_path, made):
    path = tmp_path / "polygons.gpkg"
    made(polygons=str(path))
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE more (id INTEGER)")
        with pytest.raises(errors.OutputNotWritable, match="has it open"):
            made(polygons=str(path))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")
def test_polygons_whose_path_would_be_read_as_another_are_told_before_the_run(tmp_path, made):
    with pytest.raises(errors.OutputNotWritable, match="a line break or a tab is in its path"):
        made(polygons=str(tmp_path / "a\tb.gpkg"))
    # pyogrio would take the other one.
    areas = '{"type": "FeatureCollection", "features": []}'
    (tmp_path / "ab.geojson").write_text(areas)
    (tmp_path / "a\nb.geojson").write_text(areas)
    with pytest.raises(errors.EngineError, match="a line break or a tab is in its path"):
        made(mask=str(tmp_path / "a\nb.geojson"))
    assert not (tmp_path / "map.tif").exists()


class Page(HTMLParser):
    """Reads a report: its text, and whether tags match."""

    def __init__(self, path):
        super().__init__()
        self.tags, self.open, self.sources, self.text = [], [], [], ""
        self.feed(path.read_text(encoding="utf-8"))
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.sources += [value for name, value in attributes if name in ("src", "href")]
        assert not [name for name, _ in attributes if name.startswith("on")]
        if tag not in ("meta", "img"):
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += " ".join(data.split()) + "\n"


def pixels_of(source: str) -> np.ndarray:
    with MemoryFile(base64.b64decode(source.partition(",")[2])) as file, file.open() as dataset:
        return dataset.read()


def test_the_report_shows_map_input_and_areas(tmp_path, made):
    path = tmp_path / "report.html"
    values, summary = made(report=str(path), min_area=2, merge=MERGE)
    page = Page(path)
    for text in ("raster.tif", "class 2", "other", "1 575", summary["model"]["sha256"], "2 m²"):
        assert text in page.text
    for item in summary["classes"]:
        assert f"{item['percent']:.1f} %" in page.text
    map_pixels, input_pixels = map(pixels_of, page.sources)
    colors = {item["value"]: item["color"] for item in summary["classes"]}
    shown = ["#{:02x}{:02x}{:02x}".format(*map_pixels[:3, row, 5]) for row in range(70)]
    assert shown == [colors[value] for value in values[:, 5]]
    with rasterio.open(tmp_path / "raster.tif") as dataset:
        error = np.abs(input_pixels.astype(int) - dataset.read()).mean()
    assert error < 64  # JPEG, of noise
    assert summary["report"] == str(path)


def test_reports_load_nothing_and_run_nothing(tmp_path, made):
    path = tmp_path / "report.html"
    name = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7 * 7 }}"
    made(report=str(path), merge={name: ["class 0"]})
    page = Page(path)
    assert name in page.text
    assert "script" not in page.tags
    assert all(source.startswith("data:image/") for source in page.sources)
    assert "url(" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "options",
    [
        {"size": (1, 1)},
        {"size": (40, 30), "crs": None},
        {"size": (900, 2), "crs": "EPSG:4326", "transform": Affine(1e-5, 0, 32, 0, -1e-5, 60)},
        {"size": (40, 30), "transform": Affine(0.4, 0.3, 500_000, 0.3, -0.4, 4_000_000)},
        {"size": (40, 30), "transform": Affine(5000, 0, 0, 0, -5000, 4_000_000)},
    ],
    ids=["one pixel", "no crs", "a strip in degrees", "rotated", "coarse"],
)
def test_reports_of_unusual_rasters(tmp_path, raster_factory, color_model, options):
    path = tmp_path / "report.html"
    raster = raster_factory(**options)
    run(raster, tmp_path / "map.tif", model=str(color_model), report=str(path))
    page = Page(path)
    assert "Areas" in page.text
    assert ("No CRS" in page.text) == (options.get("crs", "") is None)


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="mounts a small disk")
@pytest.mark.parametrize("kibibytes", [4, 8])
def test_a_disk_too_full_for_the_report_is_told(tmp_path, made, kibibytes):
    with small_disk(tmp_path / "disk", kibibytes) as disk:
        with pytest.raises(errors.DiskFull, match="disk is full"):
            made(report=str(disk / "report.html"))
        assert not list(disk.iterdir())
    assert not (tmp_path / "map.tif").exists()


@contextlib.contextmanager
def small_disk(folder, kibibytes):
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={kibibytes}k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("may not mount")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.skipif(sys.platform != "linux" or os.getuid() != 0, reason="mounts a small disk")
@pytest.mark.parametrize("kibibytes", [20, 60, 100])
def test_a_disk_too_full_for_the_polygons_is_told(tmp_path, made, kibibytes):
    with small_disk(tmp_path / "disk", kibibytes) as disk:
        with pytest.raises(errors.DiskFull, match="disk is full"):
            made(polygons=str(disk / "polygons.gpkg"))
        assert not list(disk.iterdir())
    assert not (tmp_path / "map.tif").exists()


STAGES = ["windows", "map", "majority", "sieve", "polygons", "files"]


def all_products(folder):
    return {
        "majority": 3,
        "min_area": 2,
        "polygons": str(folder / "map.gpkg"),
        "probabilities": str(folder / "shares.tif"),
        "report": str(folder / "report.html"),
    }


def test_progress_goes_on_until_all_is_made(tmp_path, raster_factory, color_model):
    job, raster = RecordedJob(), raster_factory(size=(1200, 1100))
    run(
        raster, tmp_path / "map.tif", job,
        model=str(color_model), window=512, **all_products(tmp_path),
    )  # fmt: skip
    told = {stage: [] for stage, _ in job.stages}
    for (stage, _), (done, total, left) in zip(job.stages, job.progresses, strict=True):
        told[stage].append((done / total, left))
    assert list(told) == STAGES
    for stage, reports in told.items():
        shares = [share for share, _ in reports]
        assert shares == sorted(shares)
        assert shares[0] == 0
        assert shares[-1] == 1
        # From the first strip on; of the last step nothing comes after it.
        assert all(left is not None for share, left in reports[1:] if share)
        assert stage == "files" or len(reports) > 2
    shares = [share for _, share in job.stages]
    assert shares == sorted(shares)
    assert shares[-1] == 1


@pytest.mark.parametrize(
    ("stage", "report"),
    [*((stage, 1) for stage in STAGES), *((stage, 2) for stage in STAGES[:-1])],
)
def test_a_cancel_in_any_stage_is_the_end_and_leaves_nothing(
    tmp_path, raster_factory, color_model, stage, report
):
    # Patches as a network makes them, many tiles and strips.
    rough = np.random.default_rng(0).integers(1, 255, (3, 190, 190)).astype(np.uint8)
    raster = raster_factory(data=rough.repeat(6, axis=1).repeat(6, axis=2))
    before = sorted(tmp_path.iterdir())

    class CanceledInStage(RecordedJob):
        def _record(self, done, total, left):
            super()._record(done, total, left)
            if [name for name, _ in self.stages].count(stage) == report:
                self.cancel()

    job = CanceledInStage()
    with pytest.raises(errors.JobCanceled):
        run(
            raster, tmp_path / "map.tif", job,
            model=str(color_model), window=512, **all_products(tmp_path),
        )  # fmt: skip
    names = [name for name, _ in job.stages]
    assert (names[-1], names.count(stage)) == (stage, report)
    assert sorted(tmp_path.iterdir()) == before


def test_what_a_run_makes_does_not_depend_on_what_else_it_makes(tmp_path, made):
    options = {"majority": 3, "min_area": 2, "merge": MERGE}
    alone, _ = made("alone", **options)
    together, _ = made(
        "together",
        polygons=str(tmp_path / "map.gpkg"),
        probabilities=str(tmp_path / "shares.tif"),
        report=str(tmp_path / "report.html"),
        **options,
    )
    assert np.array_equal(alone, together)


@pytest.mark.parametrize(
    "options",
    [
        {"majority": 4},
        {"majority": 1},
        {"majority": 257},
        {"majority": "5"},
        {"min_area": 0},
        {"min_area": "large"},
        {"simplify": -1, "polygons": "map.gpkg"},
        {"right_angles": "class 1", "polygons": "map.gpkg"},
        {"merge": "a=b"},
        {"merge": {"a": "b"}},
        {"probabilities": "map.tif"},
        {"probabilities": "shares.png"},
        {"polygons": "map.shp"},
        {"report": "map.json"},
    ],
)
def test_options_that_make_no_sense_are_told(tmp_path, made, options):
    for name in ("probabilities", "polygons", "report"):
        if name in options:
            options[name] = str(tmp_path / options[name])
    with pytest.raises(errors.InvalidRequest):
        made(**options)
    assert not (tmp_path / "map.tif").exists()
