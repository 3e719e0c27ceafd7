from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine
from rasterio.io import MemoryFile
from rasterio.transform import from_origin

from crossearth_engine.errors import InvalidRequest, JobCanceled, UnreadablePolygons
from crossearth_engine.inference.assemble import AssembleRequest, assemble
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.parts import segment_raster
from crossearth_engine.inference.request import BatchRequest, SegmentRequest
from crossearth_engine.models.catalog import find_model
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.quick.number_head import best_share
from crossearth_engine.training.request import FinetuneRequest
from tests.engine.conftest import RecordedJob, read, run

SIZE, PIXEL = 200, 10.0
TRANSFORM = from_origin(500_000, 5_000_000, PIXEL, PIXEL)
NOISE = 4.0


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def truth(tmp_path: Path) -> np.ndarray:
    """Write ``scene.tif`` of three bands that vary, and return a number that they tell, (H, W)."""
    rng = np.random.default_rng(0)
    coarse = rng.normal(size=(3, SIZE // 8, SIZE // 8)).repeat(8, axis=1).repeat(8, axis=2)
    bands = coarse + 0.2 * rng.normal(size=coarse.shape)
    with rasterio.open(
        tmp_path / "scene.tif",
        "w",
        driver="GTiff",
        width=SIZE,
        height=SIZE,
        count=3,
        dtype="float32",
        crs="EPSG:32633",
        transform=TRANSFORM,
    ) as dataset:
        dataset.write((1000 + 100 * bands).astype(np.float32))
    return 50 + 10 * bands[0] + 15 * np.exp(-((bands[1] - 0.5) ** 2))


def write_points(path: Path, values: Any, rows: Any, cols: Any, field: str = "height") -> None:
    places = [TRANSFORM @ (col + 0.5, row + 0.5) for row, col in zip(rows, cols, strict=True)]
    pyogrio.raw.write(
        path,
        shapely.to_wkb(shapely.points(places)),
        [np.asarray(values)],
        [field],
        geometry_type="Point",
        crs="EPSG:32633",
    )


def draw_points(tmp_path: Path, truth: np.ndarray, count: int = 300, seed: int = 1) -> None:
    rng = np.random.default_rng(seed)
    rows, cols = np.divmod(rng.choice(SIZE * SIZE, count, replace=False), SIZE)
    values = truth[rows, cols] + NOISE * rng.normal(size=count)
    write_points(tmp_path / "samples.gpkg", values, rows, cols)


def fit(tmp_path: Path, job: RecordedJob | None = None, **arguments: Any) -> dict[str, Any]:
    given = {
        "rasters": [str(tmp_path / "scene.tif")],
        "polygons": str(tmp_path / "samples.gpkg"),
        "field": "height",
        "numbers": True,
        "model": "bands",
        "out": str(tmp_path / "fitted"),
        "threads": 1,
    }
    return adapt(FinetuneRequest.from_arguments({**given, **arguments}), job or RecordedJob())


def map_of(tmp_path: Path, **arguments: Any) -> tuple[np.ndarray, dict[str, Any]]:
    output = tmp_path / "map.tif"
    facts = run(tmp_path / "scene.tif", output, model=str(tmp_path / "fitted"), **arguments)
    with rasterio.open(output) as dataset:
        return dataset.read(1, masked=True), facts


def told(job: RecordedJob) -> str:
    return " ".join(text for _, text in job.logs)


def r2_of(observed: np.ndarray, predicted: np.ndarray) -> float:
    return float(
        1 - ((observed - predicted) ** 2).sum() / ((observed - observed.mean()) ** 2).sum()
    )


def test_a_map_of_numbers_is_as_good_as_it_is_told(tmp_path: Path, truth: np.ndarray) -> None:
    draw_points(tmp_path, truth)
    accuracy = fit(tmp_path)["accuracy"]
    numbers, _ = map_of(tmp_path)
    noisy = truth + NOISE * np.random.default_rng(5).normal(size=truth.shape)
    assert abs(accuracy["r2"] - r2_of(noisy, numbers)) < 0.05
    assert accuracy["intervals"]["rmse"][0] < accuracy["rmse"] < accuracy["intervals"]["rmse"][1]
    assert np.sqrt(((numbers - truth) ** 2).mean()) < 0.4 * truth.std()


def test_it_is_no_worse_than_a_forest_of_the_same_pixels(tmp_path: Path, truth: np.ndarray) -> None:
    from sklearn.ensemble import RandomForestRegressor

    draw_points(tmp_path, truth)
    fit(tmp_path)
    numbers, _ = map_of(tmp_path)
    _, _, geometries, (values,) = pyogrio.raw.read(tmp_path / "samples.gpkg")
    points = shapely.from_wkb(geometries)
    cols, rows = np.floor(~TRANSFORM @ (shapely.get_x(points), shapely.get_y(points))).astype(int)
    with rasterio.open(tmp_path / "scene.tif") as dataset:
        pixels = dataset.read()
    forest = RandomForestRegressor(200, random_state=0).fit(pixels[:, rows, cols].T, values)
    by_forest = forest.predict(pixels.reshape(3, -1).T).reshape(truth.shape)
    ours, theirs = (np.sqrt(((found - truth) ** 2).mean()) for found in (numbers, by_forest))
    assert ours < 1.05 * theirs


def test_the_network_says_what_was_judged(tmp_path: Path, truth: np.ndarray) -> None:
    draw_points(tmp_path, truth, 40)
    fit(tmp_path)
    model = find_model(str(tmp_path / "fitted"))
    assert model.quantity is not None
    assert model.quantity.name == "height"
    assert (model.classes, model.scores, model.needs_adapting) == ((), "numbers", False)
    numbers, facts = map_of(tmp_path)
    assert numbers.dtype == np.float32
    _, _, _, (values,) = pyogrio.raw.read(tmp_path / "samples.gpkg")
    assert values.min() - 1e-3 <= numbers.min() <= numbers.max() <= values.max() + 1e-3
    assert facts["numbers"]["pixels"] == SIZE * SIZE
    assert facts["numbers"]["mean"] == pytest.approx(float(numbers.mean(dtype=np.float64)))
    page = (tmp_path / "fitted" / "accuracy.html").read_text(encoding="utf-8")
    assert "R²" in page
    assert page.count("<circle") == 40


def test_what_is_mapped_in_a_polygon_is_compared_as_a_whole(
    tmp_path: Path, truth: np.ndarray
) -> None:
    rng = np.random.default_rng(3)
    blocks = rng.choice(20 * 20, 120, replace=False)
    boxes, values = [], []
    for block in blocks:
        row, col = (int(v) * 10 for v in divmod(block, 20))
        left, top = TRANSFORM @ (col, row)
        boxes.append(shapely.box(left, top - 6 * PIXEL, left + 6 * PIXEL, top))
        values.append(truth[row : row + 6, col : col + 6].mean())
    pyogrio.raw.write(
        tmp_path / "samples.gpkg",
        shapely.to_wkb(boxes),
        [np.array(values)],
        ["height"],
        geometry_type="Polygon",
        crs="EPSG:32633",
    )
    accuracy = fit(tmp_path)["accuracy"]
    assert accuracy["samples"] == 120
    assert accuracy["r2"] > 0.8


def test_parts_and_an_interrupted_run_make_the_same_map(tmp_path: Path, truth: np.ndarray) -> None:
    draw_points(tmp_path, truth, 40)
    fit(tmp_path)
    whole, facts = map_of(tmp_path, window=64, overlap=16)
    model, scene = str(tmp_path / "fitted"), str(tmp_path / "scene.tif")
    asked = {"model": model, "window": 64, "overlap": 16, "threads": 1}
    parted = tmp_path / "parted.tif"
    for part in ("1/2", "2/2"):
        request = {"input": scene, "output": str(parted), "part": part, **asked}
        segment_raster(SegmentRequest.from_arguments(request), RecordedJob())
    joined = assemble(AssembleRequest.from_arguments({"output": str(parted)}), RecordedJob())
    assert (read(parted) == whole.filled()).all()
    assert joined["numbers"] == facts["numbers"]
    resumed = tmp_path / "resumed.tif"
    with pytest.raises(JobCanceled):
        run(Path(scene), resumed, RecordedJob(cancel_at=9), resume=True, **asked)
    run(Path(scene), resumed, resume=True, **asked)
    assert (read(resumed) == whole.filled()).all()


def test_pixels_without_data_have_no_number(tmp_path: Path, truth: np.ndarray) -> None:
    draw_points(tmp_path, truth, 40)
    fit(tmp_path)
    with rasterio.open(tmp_path / "scene.tif", "r+") as dataset:
        pixels = dataset.read()
        pixels[:, 20:40, 30:60] = -1
        dataset.write(pixels)
        dataset.nodata = -1
    numbers, facts = map_of(tmp_path)
    assert numbers.mask.sum() == 20 * 30
    assert numbers.mask[20:40, 30:60].all()
    assert facts["numbers"]["pixels"] == SIZE * SIZE - 600
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert (dataset.nodata, dataset.descriptions) == (-9999, ("height",))


BAD = {
    "all alike": ([5.0] * 30, "have the number 5: there is nothing to tell apart"),
    "none": ([np.nan] * 30, "no polygon or point with an area and a number"),
    "infinite": ([np.inf] * 30, "no polygon or point with an area and a number"),
    "text": (np.array(["1.5", "2.5"] * 15, object), "height holds no numbers"),
    "booleans": (np.array([True, False] * 15), "height holds true and false"),
}


@pytest.mark.parametrize("case", BAD)
def test_values_that_are_none_are_told_in_a_sentence(
    case: str, tmp_path: Path, truth: np.ndarray
) -> None:
    values, sentence = BAD[case]
    rows = cols = np.arange(30) * 6
    write_points(tmp_path / "samples.gpkg", values, rows, cols)
    with pytest.raises((InvalidRequest, UnreadablePolygons), match=sentence):
        fit(tmp_path)
    assert not (tmp_path / "fitted").exists()


def test_text_tells_which_fields_hold_numbers(tmp_path: Path, truth: np.ndarray) -> None:
    draw_points(tmp_path, truth)
    with pytest.raises(UnreadablePolygons, match=r"has no field width\. Its fields are: height"):
        fit(tmp_path, field="width")


@pytest.mark.parametrize("count", [1, 2])
def test_points_of_one_place_teach_nothing(count: int, tmp_path: Path, truth: np.ndarray) -> None:
    write_points(tmp_path / "samples.gpkg", [1.0, 2.0][:count], [7] * count, [7] * count)
    with pytest.raises(InvalidRequest, match="Only one polygon or point"):
        fit(tmp_path)


def test_what_has_no_number_or_lies_elsewhere_is_left_out(
    tmp_path: Path, truth: np.ndarray
) -> None:
    rng = np.random.default_rng(1)
    rows, cols = rng.integers(0, SIZE, (2, 60))
    values = truth[rows, cols]
    values[:3] = np.nan, -np.inf, -9999
    rows[3:5] = 10 * SIZE
    write_points(tmp_path / "samples.gpkg", values, rows, cols)
    job = RecordedJob()
    accuracy = fit(tmp_path, job)["accuracy"]
    texts = told(job)
    assert "without a number are left out: 3" in texts
    assert "outside the raster are left out: 2" in texts
    assert accuracy["samples"] == len(np.unique(np.column_stack([rows, cols])[5:], axis=0))


def test_points_of_one_pixel_have_their_mean(tmp_path: Path, truth: np.ndarray) -> None:
    rng = np.random.default_rng(1)
    rows, cols = np.divmod(rng.choice(SIZE * SIZE, 50, replace=False), SIZE)
    twice = [np.concatenate([item, item]) for item in (rows, cols)]
    values = np.concatenate([truth[rows, cols] - 2, truth[rows, cols] + 2])
    write_points(tmp_path / "samples.gpkg", values, *twice)
    job = RecordedJob()
    pairs = fit(tmp_path, job)["accuracy"]["pairs"]
    assert sorted(observed for observed, _ in pairs) == pytest.approx(sorted(truth[rows, cols]))
    assert "have the mean of their numbers: 50" in told(job)


def test_codes_of_classes_are_told(tmp_path: Path, truth: np.ndarray) -> None:
    rng = np.random.default_rng(1)
    rows, cols = np.divmod(rng.choice(SIZE * SIZE, 60, replace=False), SIZE)
    write_points(tmp_path / "samples.gpkg", rng.integers(1, 5, 60), rows, cols)
    job = RecordedJob()
    fit(tmp_path, job)
    assert "If they are codes of classes" in told(job)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"confidence": True, "polygons": True}, "confidence, polygons"),
        ({"majority": 3}, "majority"),
        ({"min_area": 500.0}, "min-area"),
        ({"merge": {"a": ["b"]}}, "merge"),
    ],
)
def test_what_only_classes_have_is_refused(
    asked: dict[str, Any], named: str, tmp_path: Path, truth: np.ndarray
) -> None:
    draw_points(tmp_path, truth, 40)
    fit(tmp_path)
    products = {"confidence": "c.tif", "polygons": "p.gpkg"}
    given = {
        name: str(tmp_path / products[name]) if name in products else value
        for name, value in asked.items()
    }
    with pytest.raises(InvalidRequest, match=f"no classes. Leave out: {named}"):
        map_of(tmp_path, **given)
    assert not (tmp_path / "map.tif").exists()


@pytest.mark.parametrize("asked", [{"recipe": "full"}, {"colors": {"a": "#000000"}}])
def test_what_numbers_do_not_take_is_refused(asked: dict[str, Any], tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match=r"Numbers are learned|Colours are of classes"):
        fit(tmp_path, **asked)


def test_the_share_of_trees_is_that_of_the_least_error() -> None:
    plane, trees = np.array([0.0, 0.0, 0.0]), np.array([1.0, 2.0, 4.0])
    assert best_share(0.3 * trees, plane, trees) == 0.3
    assert best_share(-trees, plane, trees) == 0
    assert best_share(3 * trees, plane, trees) == 1
    assert best_share(trees, plane, plane) == 0


def test_the_report_of_a_map_tells_its_numbers(tmp_path: Path, truth: np.ndarray) -> None:
    draw_points(tmp_path, truth)
    fit(tmp_path)
    numbers, facts = map_of(tmp_path, report=str(tmp_path / "map.html"))
    page = (tmp_path / "map.html").read_text("utf-8")
    assert "Map of height" in page
    assert "Land-cover" not in page
    assert "<h2>Areas</h2>" not in page
    assert "linear-gradient(to right, #440154" in page
    for name in ("least", "mean", "most", "deviation"):
        assert f"<b>{facts['numbers'][name]:.4g}</b>" in page
    with MemoryFile(_picture(page)) as file, file.open() as dataset:
        red, green, blue, alpha = dataset.read()
    assert red.shape == numbers.shape
    assert (alpha == 255).all()
    # From dark to bright, as the numbers rise.
    order = np.argsort(numbers, axis=None)
    brightness = (0.3 * red + 0.6 * green + 0.1 * blue).ravel()[order]
    assert (np.diff(brightness) >= -2).all()
    assert np.ptp(brightness) > 100


def _picture(page: str) -> bytes:
    return base64.b64decode(page.partition("data:image/png;base64,")[2].partition('"')[0])


def test_a_batch_makes_one_raster_and_one_page_of_numbers(
    tmp_path: Path, truth: np.ndarray
) -> None:
    draw_points(tmp_path, truth)
    fit(tmp_path)
    with rasterio.open(tmp_path / "scene.tif") as dataset:
        profile, pixels = dataset.profile, dataset.read()
    pixels[:, :20] = np.nan
    profile |= {"transform": TRANSFORM @ Affine.translation(SIZE, 0), "nodata": np.nan}
    with rasterio.open(tmp_path / "east.tif", "w", **profile) as dataset:
        dataset.write(pixels)
    request = BatchRequest.from_arguments(
        {
            "inputs": [str(tmp_path / "scene.tif"), str(tmp_path / "east.tif")],
            "out_dir": str(tmp_path / "maps"),
            "model": str(tmp_path / "fitted"),
            "mosaic": str(tmp_path / "all.vrt"),
            "report": str(tmp_path / "all.html"),
        }
    )
    facts = segment_batch(request, RecordedJob())
    assert facts["unmade"] == {}
    with rasterio.open(tmp_path / "all.vrt") as dataset:
        assert (dataset.dtypes, dataset.nodata) == (("float32",), -9999)
        both = dataset.read(1, masked=True)
    assert both.shape == (SIZE, 2 * SIZE)
    assert both.mask[:20, SIZE:].all()
    assert not both.mask[:, :SIZE].any()
    assert (both[20:, SIZE:] == both[20:, :SIZE]).all()
    low, high = facts["rasters"][0]["numbers"]["range"]
    style = (tmp_path / "all.qml").read_text("utf-8")
    assert f'classificationMin="{low:.9g}"' in style
    assert f'classificationMax="{high:.9g}"' in style
    page = (tmp_path / "all.html").read_text("utf-8")
    assert "Maps of height" in page
    assert "Areas" not in page
    for row in facts["rasters"]:
        assert f"Mean {row['numbers']['mean']:.4g}" in page
