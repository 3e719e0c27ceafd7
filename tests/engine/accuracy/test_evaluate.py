from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.warp import transform as transform_coordinates
from sklearn import metrics

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.accuracy.figures import accuracy_figures
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import (
    IncompatibleRaster,
    InvalidRequest,
    NoIntersection,
    OutputNotWritable,
    UnreadablePolygons,
)
from crossearth_engine.shared.options import STRATUM_FIELDS as STRATA
from crossearth_engine.shared.palette import ClassInfo
from tests.engine.conftest import RecordedJob, run
from tests.engine.training.scenes import CLASSES, draw_polygons, make_scene, transform

PALETTE = tuple(ClassInfo(i + 1, name, f"#00000{i}") for i, name in enumerate(CLASSES))


def judge(**arguments: Any) -> dict[str, Any]:
    return evaluate(EvaluateRequest.from_arguments(arguments), RecordedJob())


def write_map(
    path: Path, values: np.ndarray, palette: Sequence[ClassInfo] = PALETTE, **options: Any
) -> Path:
    """A class raster with our sidecar, as far as it names classes."""
    profile = {"crs": "EPSG:32636", "transform": transform(), "nodata": 255, **options}
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=values.shape[1],
        height=values.shape[0],
        count=1,
        dtype="uint8",
        **profile,
    ) as dataset:
        dataset.write(values.astype(np.uint8), 1)
    classes = [{"value": c.value, "name": c.name, "color_hint": c.color[1:]} for c in palette]
    item = {"assets": {"classes": {"classification:classes": classes}}}
    path.with_suffix(".json").write_text(json.dumps(item))
    return path


@pytest.fixture
def truth(tmp_path: Path) -> np.ndarray:
    return make_scene(tmp_path / "scene.tif", size=320)


@pytest.fixture
def mapped(tmp_path: Path, truth: np.ndarray) -> np.ndarray:
    """Class values: the truth, with errors that depend on the class."""
    rng = np.random.default_rng(4)
    values = truth + 1
    wrong = rng.random(truth.shape) < np.array([0.05, 0.2, 0.1])[truth]
    values[wrong] = rng.integers(1, 4, int(wrong.sum()))
    write_map(tmp_path / "map.tif", values)
    return values


def test_figures_are_those_of_scikit_learn() -> None:
    rng = np.random.default_rng(1)
    labels, found = rng.integers(0, 3, 500), rng.integers(0, 3, 500)
    found = np.where(rng.random(500) < 0.7, labels, found)
    figures = accuracy_figures(metrics.confusion_matrix(labels, found), PALETTE)
    assert figures["overall_accuracy"] == pytest.approx(metrics.accuracy_score(labels, found))
    assert figures["kappa"] == pytest.approx(metrics.cohen_kappa_score(labels, found))
    expected = metrics.precision_recall_fscore_support(labels, found)
    for i, name in enumerate(("precision", "recall", "f1")):
        assert [row[name] for row in figures["classes"]] == pytest.approx(expected[i])
    iou = metrics.jaccard_score(labels, found, average=None)
    assert [row["iou"] for row in figures["classes"]] == pytest.approx(iou)


def test_what_cannot_be_measured_is_none() -> None:
    figures = accuracy_figures(np.diag([3, 0, 0]), PALETTE)
    assert [row["iou"] for row in figures["classes"]] == [1.0, None, None]
    assert figures["kappa"] is None
    assert accuracy_figures(np.zeros((3, 3)), PALETTE)["overall_accuracy"] is None


def test_map_is_compared_with_polygons(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    draw_polygons(tmp_path / "p.gpkg", truth, per_class=3)
    result = judge(
        map=str(tmp_path / "map.tif"),
        reference=str(tmp_path / "p.gpkg"),
        field="class",
        report=str(tmp_path / "report.html"),
    )
    assert result["count"] == 9 * 40 * 40
    assert result["classes"][1]["recall"] == pytest.approx(0.8 + 0.2 / 3, abs=0.03)
    assert result["areas"] is None
    page = (tmp_path / "report.html").read_text()
    assert "<dt>Field of the classes</dt>" in page
    assert "<dt>Date</dt>" in page
    assert "<dt>Device</dt>" not in page  # none was asked for
    assert "forest" in page
    assert json.loads((tmp_path / "report.json").read_text())["kappa"] == result["kappa"]


def test_copy_of_the_reference_is_told_as_what_the_user_gave(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    draw_polygons(tmp_path / "copy.gpkg", truth, per_class=3)
    result = judge(
        map=str(tmp_path / "map.tif"),
        reference=str(tmp_path / "copy.gpkg"),
        field="class",
        report=str(tmp_path / "report.html"),
        shown={"reference": "Field work 2024", "field": "lc_type"},
    )
    assert result["reference"] == "Field work 2024"
    made = json.loads((tmp_path / "report.json").read_text())["made"]
    assert (made["reference"], made["field"]) == ("Field work 2024", "lc_type")
    assert "copy.gpkg" not in (tmp_path / "report.html").read_text()
    assert "shown" not in made


def test_map_is_compared_with_another_raster(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    write_map(tmp_path / "truth.tif", truth + 1)
    result = judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "truth.tif"))
    assert result["overall_accuracy"] == pytest.approx((mapped == truth + 1).mean())
    assert result["unit"] == "pixels"


def test_reference_raster_on_another_grid_is_laid_over_the_map(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    twice = np.kron(truth[:80] + 1, np.ones((2, 2)))
    finer = rasterio.Affine(0.25, 0, 450_000, 0, -0.25, 40_000)
    write_map(tmp_path / "truth.tif", twice, transform=finer)
    result = judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "truth.tif"))
    assert result["count"] == truth[:80].size
    assert result["overall_accuracy"] == pytest.approx((mapped == truth + 1)[:80].mean())


def label_points(path: Path, truth: np.ndarray, fields: Sequence[str] = ("id", *STRATA)) -> int:
    """Do what the person does, and count; keep these fields."""
    meta, _, wkb, columns = pyogrio.raw.read(path)
    values = dict(zip(meta["fields"], columns, strict=True))
    reference = values.pop("reference")
    assert all(value is None for value in reference)
    points = shapely.from_wkb(wkb)
    cols, rows = ~transform() @ (shapely.get_x(points), shapely.get_y(points))
    names = np.array([CLASSES[truth[int(r), int(c)]] for c, r in zip(cols, rows, strict=True)])
    names = names.astype(object)
    names[0] = None
    path.unlink()
    pyogrio.raw.write(
        path,
        wkb,
        [names, *(values[field] for field in fields)],
        ["reference", *fields],
        crs=meta["crs"],
        geometry_type="Point",
    )
    return len(points)


def test_random_points_give_areas_that_hold_the_truth(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    drawn = sample_points(
        SamplePointsRequest(str(tmp_path / "map.tif"), str(tmp_path / "points.gpkg"), 600),
        RecordedJob(),
    )
    assert drawn["count"] == 600
    assert label_points(tmp_path / "points.gpkg", truth) == 600
    result = judge(
        map=str(tmp_path / "map.tif"),
        reference=str(tmp_path / "points.gpkg"),
        field="reference",
        report=str(tmp_path / "report.html"),
    )
    assert result["count"] == 599
    assert "without a class yet are left out: 1" in result["warnings"][0]
    areas = result["areas"]
    assert areas["unit"] == "m2"
    right = (mapped == truth + 1).mean()
    assert abs(areas["overall_accuracy"] - right) < 1.5 * areas["overall_margin"]
    for i, row in enumerate(areas["classes"]):
        true_m2 = (truth == i).sum() * 0.25
        assert abs(row["area"] - true_m2) < 1.5 * row["area_margin"]
        assert row["mapped_area"] == (mapped == i + 1).sum() * 0.25
    assert "Olofsson" in (tmp_path / "report.html").read_text()


def test_points_are_drawn_from_every_class_and_by_the_seed(
    tmp_path: Path, mapped: np.ndarray
) -> None:
    path = tmp_path / "map.tif"

    def draw(name: str, seed: int) -> np.ndarray:
        out = tmp_path / name
        sample_points(SamplePointsRequest(str(path), str(out), 90, seed), RecordedJob())
        return shapely.get_coordinates(shapely.from_wkb(pyogrio.raw.read(out)[2]))

    one, same, other = draw("a.gpkg", 1), draw("b.geojson", 1), draw("c.gpkg", 2)
    np.testing.assert_allclose(one, same, atol=1e-4)
    assert not np.allclose(one, other)
    assert len(np.unique(one, axis=0)) == 90
    cols, rows = ~transform() @ (one[:, 0], one[:, 1])
    strata = np.bincount(mapped[rows.astype(int), cols.astype(int)], minlength=4)[1:]
    assert strata.tolist() == [30, 30, 30]


def test_multipoints_count_point_by_point(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    places = np.array([transform() @ (2.5, 2.5), transform() @ (5.5, 2.5)])
    pyogrio.raw.write(
        tmp_path / "p.gpkg",
        shapely.to_wkb([shapely.MultiPoint(places)]),
        [np.array([CLASSES[truth[2, 2]]], object)],
        ["c"],
        crs="EPSG:32636",
        geometry_type="MultiPoint",
    )
    result = judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "p.gpkg"), field="c")
    assert result["count"] == 2


def test_points_of_another_crs_are_brought_to_the_map(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    lon, lat = transform_coordinates("EPSG:32636", "EPSG:4326", [450_001.0], [39_999.0])
    pyogrio.raw.write(
        tmp_path / "p.geojson",
        shapely.to_wkb(shapely.points(lon, lat)),
        [np.array([CLASSES[truth[2, 2]]], object)],
        ["c"],
        crs="EPSG:4326",
        geometry_type="Point",
    )
    result = judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "p.geojson"), field="c")
    assert result["count"] == 1
    assert result["areas"] is None


@pytest.mark.parametrize("kind", ["Point", "Polygon"])
def test_what_says_no_crs_is_told_to_be_taken_as_it_is(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray, kind: str
) -> None:
    point = shapely.Point(transform() @ (2.5, 2.5))
    shape = point if kind == "Point" else point.buffer(3)
    path, other = tmp_path / "p.gpkg", tmp_path / "bare.tif"
    write_map(other, mapped, crs=None)
    for crs, raster, code in (
        (None, tmp_path / "map.tif", "layer-without-crs"),
        ("EPSG:32636", other, "raster-without-crs"),
    ):
        path.unlink(missing_ok=True)
        pyogrio.raw.write(
            path,
            shapely.to_wkb([shape]),
            [np.array([CLASSES[truth[2, 2]]], object)],
            ["c"],
            crs=crs,
            geometry_type=kind,
        )
        result = judge(map=str(raster), reference=str(path), field="c")
        assert code in [finding["code"] for finding in result["findings"]]


def test_a_reference_of_lines_is_told_what_it_lacks(tmp_path: Path, mapped: np.ndarray) -> None:
    line = shapely.LineString([transform() @ (2, 2), transform() @ (9, 9)])
    pyogrio.raw.write(
        tmp_path / "roads.gpkg",
        shapely.to_wkb([line]),
        [np.array(["a"], object)],
        ["c"],
        crs="EPSG:32636",
        geometry_type="LineString",
    )
    with pytest.raises(UnreadablePolygons, match="holds lines") as caught:
        judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "roads.gpkg"), field="c")
    assert json.loads(caught.value.details["finding"])["code"] == "layer-of-lines"


def test_a_class_that_was_renamed_is_known_by_both_names(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    names = np.array(CLASSES, object)[truth[::40, ::40]].ravel()
    old = names == CLASSES[1]
    cols, rows = np.meshgrid(np.arange(0, 320, 40) + 0.5, np.arange(0, 320, 40) + 0.5)
    places = shapely.points(*(transform() @ (cols.ravel(), rows.ravel())))

    def told(labels: np.ndarray, **more: Any) -> dict[str, Any]:
        path = tmp_path / "p.gpkg"
        path.unlink(missing_ok=True)
        pyogrio.raw.write(
            path, shapely.to_wkb(places), [labels], ["c"], crs="EPSG:32636", geometry_type="Point"
        )
        return judge(map=str(tmp_path / "map.tif"), reference=str(path), field="c", **more)

    before = told(names)
    renamed = [f"2={CLASSES[1]} (Wald)"]
    half = names.copy()
    half[np.flatnonzero(old)[::2]] = f"{CLASSES[1]} (Wald)"
    for labels in (names, half, np.where(old, f"{CLASSES[1]} (Wald)", names)):
        after = told(labels, classes=renamed)
        assert after["confusion_matrix"] == before["confusion_matrix"]
        assert after["classes"][1]["name"] == f"{CLASSES[1]} (Wald)"
        assert "values of the map" not in after["split"]


def test_class_that_the_map_lacks_counts_as_wrong(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    write_map(tmp_path / "truth.tif", np.where(truth == 0, 9, truth + 1))
    item = json.loads((tmp_path / "truth.json").read_text())
    entries = item["assets"]["classes"]["classification:classes"]
    entries.append({"value": 9, "name": "swamp", "color_hint": "112233"})
    (tmp_path / "truth.json").write_text(json.dumps(item))
    result = judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "truth.tif"))
    assert "no class swamp" in result["warnings"][0]
    assert result["classes"][3]["recall"] == 0
    assert result["overall_accuracy"] < 0.7


def test_any_raster_of_whole_numbers_is_a_map(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    for name in ("map", "truth"):
        write_map(tmp_path / f"{name}.tif", mapped if name == "map" else truth + 1)
        (tmp_path / f"{name}.json").unlink()
    result = judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "truth.tif"))
    assert [row["name"] for row in result["classes"]] == ["1", "2", "3"]
    assert result["overall_accuracy"] == pytest.approx((mapped == truth + 1).mean())


def test_model_is_judged_by_the_map_it_makes(
    tmp_path: Path, truth: np.ndarray, color_model: Path
) -> None:
    run(tmp_path / "scene.tif", tmp_path / "made.tif", model=str(color_model))
    by_model = judge(
        model=str(color_model),
        raster=str(tmp_path / "scene.tif"),
        reference=str(tmp_path / "made.tif"),
        threads=1,
    )
    assert by_model["overall_accuracy"] == 1.0
    assert "is itself a map" in by_model["warnings"][0]


def test_photograph_is_no_map(tmp_path: Path, mapped: np.ndarray) -> None:
    rng = np.random.default_rng(0)
    with rasterio.open(
        tmp_path / "dem.tif", "w", driver="GTiff", width=64, height=64, count=1, dtype="float32",
        crs="EPSG:32636", transform=transform(),
    ) as dataset:  # fmt: skip
        dataset.write(np.round(rng.normal(0, 1e5, (1, 64, 64))).astype(np.float32))
    with pytest.raises(IncompatibleRaster, match="no class raster"):
        judge(map=str(tmp_path / "dem.tif"), reference=str(tmp_path / "map.tif"))


def test_a_report_replaces_no_file_that_nobody_has_named(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    asked = {
        "map": str(tmp_path / "map.tif"),
        "reference": str(draw_polygons(tmp_path / "p.gpkg", truth)),
        "field": "class",
    }
    for _ in range(2):  # its own figures are replaced
        judge(**asked, report=str(tmp_path / "good.html"))
    item = tmp_path / "map.json"
    for content in (item.read_text(), '{"type": "FeatureCollection"}', "[]", "not JSON"):
        item.write_text(content)
        with pytest.raises(OutputNotWritable, match=r"map\.json .* belongs to something else"):
            judge(**asked, report=str(tmp_path / "map.html"))
        assert item.read_text() == content


def test_bad_requests_are_refused(tmp_path: Path, truth: np.ndarray, mapped: np.ndarray) -> None:
    path = str(tmp_path / "map.tif")
    with pytest.raises(InvalidRequest, match="either"):
        judge(reference=path)
    with pytest.raises(InvalidRequest, match="either"):
        judge(reference=path, map=path, model="a", raster=path)
    with pytest.raises(InvalidRequest, match="html"):
        judge(reference=path, map=path, report="report.pdf")
    with pytest.raises(InvalidRequest, match="field"):
        judge(map=path, reference=str(draw_polygons(tmp_path / "p.gpkg", truth)))
    with pytest.raises(UnreadablePolygons, match="no file"):
        judge(map=path, reference=str(tmp_path / "none.gpkg"), field="class")
    with pytest.raises(InvalidRequest, match="must go to"):
        SamplePointsRequest(path, "points.csv").check()


def test_reference_elsewhere_is_an_error(
    tmp_path: Path, truth: np.ndarray, mapped: np.ndarray
) -> None:
    far = rasterio.Affine(0.5, 0, 500_000, 0, -0.5, 40_000)
    write_map(tmp_path / "far.tif", truth + 1, transform=far)
    with pytest.raises(NoIntersection):
        judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "far.tif"))


def as_raster(path: Path, truth: np.ndarray, first: int) -> dict[str, Any]:
    """The truth as somebody else's raster, which has numbers and no names."""
    return {"reference": str(write_map(path.with_suffix(".tif"), truth + first, ()))}


def as_polygons(path: Path, truth: np.ndarray, first: int) -> dict[str, Any]:
    _, _, shapes, (names,) = pyogrio.raw.read(draw_polygons(path.with_suffix(".gpkg"), truth))
    numbers = np.array([CLASSES.index(name) + first for name in names])
    numbered = path.with_suffix(".geojson")
    pyogrio.raw.write(
        numbered, shapes, [numbers], ["class"], crs="EPSG:32636", geometry_type="Polygon"
    )
    return {"reference": str(numbered), "field": "class"}


@pytest.mark.parametrize("written", [as_raster, as_polygons])
@pytest.mark.parametrize(("first", "more"), [(0, "1 more"), (2, "1 less"), (1, None)])
def test_classes_that_are_counted_from_another_number_are_told(
    tmp_path: Path,
    truth: np.ndarray,
    mapped: np.ndarray,
    first: int,
    more: str | None,
    written: Any,
) -> None:
    result = judge(map=str(tmp_path / "map.tif"), **written(tmp_path / "truth", truth, first))
    told = [text for text in result["warnings"] if "count its classes from 0" in text]
    assert len(told) == (more is not None)
    for text in told:
        assert f"Were the reference's numbers {more}, " in text
        if written is as_raster:
            assert f"{(mapped == truth + 1).mean():.0%} of it would agree" in text


def test_names_are_not_counted(tmp_path: Path, truth: np.ndarray, mapped: np.ndarray) -> None:
    polygons = draw_polygons(tmp_path / "truth.gpkg", (truth + 1) % 3)
    result = judge(map=str(tmp_path / "map.tif"), reference=str(polygons), field="class")
    assert result["overall_accuracy"] < 0.2
    assert not [text for text in result["warnings"] if "count its classes" in text]


def test_values_that_a_legend_calls_the_same_are_one_class(tmp_path: Path) -> None:
    palette = [ClassInfo(1, "forest", "#006400"), ClassInfo(2, "water", "#0000ff"),
               ClassInfo(3, "forest", "#00ff00")]  # fmt: skip
    values = np.repeat([1, 2, 3], 100).reshape(10, 30)
    write_map(tmp_path / "map.tif", values, palette)
    truth = np.where(values == 2, 2, 1)
    write_map(tmp_path / "truth.tif", truth, palette[:2])
    result = judge(map=str(tmp_path / "map.tif"), reference=str(tmp_path / "truth.tif"))
    assert [item["name"] for item in result["classes"]] == ["forest", "water"]
    assert result["overall_accuracy"] == 1
