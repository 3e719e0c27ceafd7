from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.transform import from_origin

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.accuracy.number_figures import number_figures
from crossearth_engine.errors import IncompatibleRaster, InvalidRequest, UnreadablePolygons
from tests.engine.conftest import RecordedJob

SIZE = 600
TRANSFORM = from_origin(500_000, 5_000_000, 10, 10)


@pytest.fixture
def numbers(tmp_path: Path) -> np.ndarray:
    """Write ``map.tif`` and return its numbers, (H, W); the first ten rows have none."""
    rng = np.random.default_rng(0)
    values = (rng.normal(size=(SIZE, SIZE)).cumsum(axis=1) / 5).astype(np.float32)
    values[:10] = -9999
    with rasterio.open(
        tmp_path / "map.tif",
        "w",
        driver="GTiff",
        width=SIZE,
        height=SIZE,
        count=1,
        dtype="float32",
        nodata=-9999,
        crs="EPSG:32633",
        transform=TRANSFORM,
    ) as dataset:
        dataset.write(values, 1)
        dataset.update_tags(CROSSEARTH_QUANTITY="height", CROSSEARTH_MODEL="mine")
    return values


def write(path: Path, shapes: Any, kind: str, **columns: Any) -> None:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(shapes),
        [np.asarray(values) for values in columns.values()],
        list(columns),
        geometry_type=kind,
        crs="EPSG:32633",
    )


def places(count: int, seed: int = 1) -> tuple[np.ndarray, np.ndarray, Any]:
    rng = np.random.default_rng(seed)
    rows, cols = np.divmod(rng.choice(SIZE * (SIZE - 10), count, replace=False), SIZE)
    rows += 10
    points = [TRANSFORM @ (c + 0.5, r + 0.5) for r, c in zip(rows, cols, strict=True)]
    return rows, cols, shapely.points(points)


def judge(tmp_path: Path, job: RecordedJob | None = None, **arguments: Any) -> dict[str, Any]:
    given = {
        "map": str(tmp_path / "map.tif"),
        "reference": str(tmp_path / "points.gpkg"),
        "field": "height",
    }
    return evaluate(EvaluateRequest.from_arguments({**given, **arguments}), job or RecordedJob())


def test_points_are_compared_with_the_pixel_that_they_lie_in(
    tmp_path: Path, numbers: np.ndarray
) -> None:
    rows, cols, points = places(400)
    observed = numbers[rows, cols] + np.random.default_rng(2).normal(1, 2, 400)
    write(tmp_path / "points.gpkg", points, "Point", height=observed)
    found = judge(tmp_path)
    errors = numbers[rows, cols] - observed
    assert found["samples"] == 400
    assert found["bias"] == pytest.approx(errors.mean())
    assert found["rmse"] == pytest.approx(np.sqrt((errors**2).mean()))
    assert found["mae"] == pytest.approx(np.abs(errors).mean())
    assert found["r2"] == pytest.approx(1 - (errors**2).mean() / observed.var())
    low, high = found["intervals"]["bias"]
    assert low < -1 < high


def test_polygons_are_compared_by_their_mean(tmp_path: Path, numbers: np.ndarray) -> None:
    boxes, means = [], []
    for row, col in np.random.default_rng(1).integers(2, 55, (40, 2)) * 10:
        left, top = TRANSFORM @ (int(col), int(row))
        boxes.append(shapely.box(left, top - 70, left + 70, top))
        means.append(numbers[row : row + 7, col : col + 7].mean())
    write(tmp_path / "points.gpkg", boxes, "Polygon", height=np.array(means, np.float64) + 3)
    found = judge(tmp_path)
    assert found["bias"] == pytest.approx(-3, abs=1e-4)
    assert found["rmse"] == pytest.approx(3, abs=1e-4)


def test_points_of_strata_count_for_what_they_stand_for(
    tmp_path: Path, numbers: np.ndarray
) -> None:
    """Half of the points lie in a tenth of the ground, where the map is wrong by 10."""
    rows, cols, points = places(200)
    is_small = np.arange(200) % 2 == 0
    columns = {
        "stratum": np.where(is_small, "small", "large").astype(object),
        "stratum_m2": np.where(is_small, 10.0, 90.0),
    }
    observed = numbers[rows, cols] - 10.0 * is_small
    write(tmp_path / "points.gpkg", points, "Point", height=observed, **columns)
    found = judge(tmp_path)
    assert found["bias"] == pytest.approx(1, abs=1e-4)
    assert found["mae"] == pytest.approx(1, abs=1e-4)
    assert found["rmse"] == pytest.approx(np.sqrt(10), abs=1e-4)
    # There is no doubt of a stratum that is wrong all over, by the same.
    assert found["intervals"]["bias"] == pytest.approx([1, 1], abs=1e-4)


def test_what_cannot_be_compared_is_told(tmp_path: Path, numbers: np.ndarray) -> None:
    rows, cols, points = places(50)
    observed = numbers[rows, cols].astype(np.float64)
    observed[:4] = np.nan
    points = np.concatenate([points, shapely.points([TRANSFORM @ (5.5, 3.5), (0, 0)])])
    write(tmp_path / "points.gpkg", points, "Point", height=np.append(observed, [1.0, 2.0]))
    found = judge(tmp_path)
    assert found["samples"] == 46
    assert [item["code"] for item in found["findings"]] == [
        "samples-without-number",
        "samples-unmapped",
    ]
    assert [item["details"]["count"] for item in found["findings"]] == ["4", "2"]


def test_the_report_shows_predicted_and_observed(tmp_path: Path, numbers: np.ndarray) -> None:
    rows, cols, points = places(30)
    write(tmp_path / "points.gpkg", points, "Point", height=numbers[rows, cols] + 1.0)
    judge(tmp_path, report=str(tmp_path / "report.html"))
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert page.count("<circle") == 30
    assert "Bias" in page
    assert (tmp_path / "report.json").is_file()


@pytest.mark.parametrize(
    ("asked", "error", "sentence"),
    [
        ({"field": None}, InvalidRequest, "Name the field"),
        ({"field": "text"}, UnreadablePolygons, "text holds no numbers"),
        ({"background": "other"}, InvalidRequest, "Leave out: background"),
        ({"reference": "elsewhere.gpkg"}, InvalidRequest, "lies where the map has numbers"),
        ({"map": "rgb.tif", "numbers": True}, IncompatibleRaster, "it has 3 bands"),
    ],
)
def test_what_makes_no_sense_is_refused(
    asked: dict[str, Any],
    error: type[Exception],
    sentence: str,
    tmp_path: Path,
    numbers: np.ndarray,
) -> None:
    rows, cols, points = places(20)
    texts = np.array(["1"] * 20, object)
    write(tmp_path / "points.gpkg", points, "Point", height=numbers[rows, cols], text=texts)
    far = shapely.transform(points, lambda xy: xy + 1e6)
    write(tmp_path / "elsewhere.gpkg", far, "Point", height=numbers[rows, cols])
    with rasterio.open(
        tmp_path / "rgb.tif", "w", driver="GTiff", width=8, height=8, count=3, dtype="uint8"
    ) as dataset:
        dataset.write(np.ones((3, 8, 8), np.uint8))
    files = {n: str(tmp_path / v) for n, v in asked.items() if n in ("map", "reference")}
    with pytest.raises(error, match=sentence):
        judge(tmp_path, **{**asked, **files})


def test_intervals_hold_as_often_as_they_say() -> None:
    rng = np.random.default_rng(0)
    held = 0
    for _ in range(200):
        observed = rng.normal(size=80)
        found = number_figures(observed, observed + rng.normal(0.3, 1, 80))
        low, high = found["intervals"]["bias"]
        held += low < 0.3 < high
    assert 0.88 < held / 200 < 0.99


def test_figures_of_little_are_none() -> None:
    one = number_figures(np.array([1.0]), np.array([2.0]))
    assert (one["samples"], one["r2"], one["rmse"]) == (1, None, None)
    alike = number_figures(np.full(20, 5.0), np.full(20, 5.5))
    assert (alike["r2"], alike["rmse"]) == (None, 0.5)
