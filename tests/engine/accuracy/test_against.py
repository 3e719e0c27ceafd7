"""Two maps judged by the same points."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely
from affine import Affine

from crossearth_engine.accuracy.against import FEW_POINTS, _sentences
from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.accuracy.paired import PairedDifference
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import InvalidRequest, NoIntersection
from crossearth_engine.shared.options import REFERENCE_FIELD
from tests.engine.analysis.maps import PLACE, write_map
from tests.engine.conftest import RecordedJob

NAMES = {1: "water", 2: "forest", 3: "field"}


@pytest.fixture
def place(tmp_path: Path) -> dict[str, Any]:
    """A truth, a good map, a worse one with other numbers, and points drawn on the good map."""
    rng = np.random.default_rng(3)
    truth = np.repeat([1, 2, 3], [20, 80, 100])[:, None].repeat(200, axis=1)

    def erring(share: float) -> np.ndarray:
        values = truth.copy()
        wrong = rng.random(truth.shape) < share
        values[wrong] = rng.integers(1, 4, int(wrong.sum()))
        return values

    good = write_map(tmp_path / "good.tif", erring(0.1), NAMES)
    worse = erring(0.4)
    other = write_map(tmp_path / "worse.tif", 9 - worse, {9 - v: n for v, n in NAMES.items()})
    points = tmp_path / "points.gpkg"
    drawn = {"map": good, "out": str(points), "count": 300}
    sample_points(SamplePointsRequest.from_arguments(drawn), RecordedJob())
    label(points, truth)
    return {"map": good, "against": other, "reference": str(points), "field": REFERENCE_FIELD}


def label(path: Path, truth: np.ndarray) -> None:
    """Fill in what is there."""
    meta, _, wkb, values = pyogrio.raw.read(path)
    fields = meta["fields"].tolist()
    places = shapely.from_wkb(wkb)
    cols, rows = ~PLACE @ (shapely.get_x(places), shapely.get_y(places))
    found = truth[np.floor(rows).astype(int), np.floor(cols).astype(int)]
    values[fields.index(REFERENCE_FIELD)] = np.array([NAMES[v] for v in found], object)
    path.unlink()
    pyogrio.raw.write(
        path, wkb, values, fields, geometry_type="Point", crs=meta["crs"], driver="GPKG"
    )


def judge(**arguments: Any) -> dict[str, Any]:
    return evaluate(EvaluateRequest.from_arguments(arguments), RecordedJob())


def test_the_better_map_is_told_with_how_sure_that_is(
    place: dict[str, Any], tmp_path: Path
) -> None:
    result = judge(**place, report=str(tmp_path / "report.html"))
    against = result["against"]
    assert against["difference"] == pytest.approx(0.2, abs=0.06)
    assert against["this_accuracy"] == pytest.approx(result["overall_accuracy"])
    assert against["interval"][0] < 0.2 < against["interval"][1]
    assert (against["is_sure"], against["points"]) == (True, 300)
    counts = ("both_right", "this_alone_right", "other_alone_right", "both_wrong")
    assert sum(against[name] for name in counts) == 300
    assert "good.tif is better than worse.tif" in against["sentences"][2]
    assert "fewer than 1 of 10,000 samples" in against["sentences"][2]
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert against["sentences"][0] in page
    assert json.loads((tmp_path / "report.json").read_text())["against"] == against


def test_judged_the_other_way_round_the_difference_is_the_same(place: dict[str, Any]) -> None:
    one = judge(**place)["against"]
    other = judge(**{**place, "map": place["against"], "against": place["map"]})["against"]
    assert other["difference"] == pytest.approx(-one["difference"])
    assert other["p_value"] == pytest.approx(one["p_value"])


def test_a_map_is_no_better_than_its_copy(place: dict[str, Any]) -> None:
    copy = Path(place["map"]).with_name("copy.tif")
    for suffix in (".tif", ".qml"):
        shutil.copy(Path(place["map"]).with_suffix(suffix), copy.with_suffix(suffix))
    against = judge(**{**place, "against": str(copy)})["against"]
    assert (against["difference"], against["p_value"], against["is_sure"]) == (0, 1, False)
    assert "do not tell which map is better" in against["sentences"][2]


def test_a_sure_difference_whose_interval_reaches_over_0_is_explained() -> None:
    def told(*interval: float) -> list[str]:
        found = PairedDifference((0.89, 0.85), 0.04, (interval[0], interval[1]), 0.016)
        counts = {"this_alone_right": 9, "other_alone_right": 1, "elsewhere": 0}
        return _sentences(found, counts, ("a.tif", "b.tif"), has_strata=True)

    assert told(-0.05, 0.14)[-1] == FEW_POINTS
    assert "a.tif is better than b.tif" in told(0.01, 0.14)[-1]


def test_points_that_tell_no_strata_tell_of_themselves(place: dict[str, Any]) -> None:
    meta, _, wkb, values = pyogrio.raw.read(place["reference"])
    kept = [meta["fields"].tolist().index(REFERENCE_FIELD)]
    bare = str(Path(place["reference"]).with_name("bare.geojson"))
    pyogrio.raw.write(bare, wkb, [values[i] for i in kept], [REFERENCE_FIELD],
                      geometry_type="Point", crs=meta["crs"], driver="GeoJSON")  # fmt: skip
    against = judge(**{**place, "reference": bare})["against"]
    assert "of the points" in against["sentences"][0]
    assert "if the points were drawn at random" in against["sentences"][-1]


def test_only_what_both_maps_cover_is_compared(place: dict[str, Any], tmp_path: Path) -> None:
    values = np.full((200, 200), 255)
    values[:, :100] = 2
    place["against"] = write_map(tmp_path / "half.tif", values, NAMES)
    against = judge(**place)["against"]
    assert 100 < against["elsewhere"] < 200
    assert against["points"] + against["elsewhere"] == 300
    write_map(tmp_path / "half.tif", values, NAMES, transform=PLACE @ PLACE.translation(999, 0))
    with pytest.raises(NoIntersection):
        judge(**place)


def test_points_of_a_part_of_the_strata_do_not_tell(place: dict[str, Any]) -> None:
    meta, _, wkb, values = pyogrio.raw.read(place["reference"])
    fields = meta["fields"].tolist()
    reference = values[fields.index(REFERENCE_FIELD)]
    reference[values[fields.index("stratum")] == "field"] = None
    Path(place["reference"]).unlink()
    pyogrio.raw.write(place["reference"], wkb, values, fields, geometry_type="Point",
                      crs=meta["crs"], driver="GPKG")  # fmt: skip
    against = judge(**place)["against"]
    assert against["difference"] is None
    assert "cannot be told" in against["sentences"][0]


def test_polygons_and_maps_do_not_tell_which_map_is_better(place: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest, match="compared by points"):
        judge(map=place["map"], against=place["against"], reference=place["map"])


def test_a_map_is_not_judged_against_itself(place: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest, match="given twice"):
        judge(**{**place, "against": place["map"]})


def test_few_points_in_common_are_told(place: dict[str, Any], tmp_path: Path) -> None:
    elsewhere = write_map(
        tmp_path / "elsewhere.tif", np.full((200, 200), 2), NAMES,
        transform=PLACE @ Affine.translation(180, 0),
    )  # fmt: skip
    told = judge(**{**place, "against": elsewhere})
    (found,) = (item for item in told["findings"] if item["code"] == "against-elsewhere")
    assert "of what both maps cover" in told["against"]["sentences"][0]
    against = told["against"]
    assert found["details"] == {"count": str(against["points"]), "total": "300"}
    assert 0 < against["points"] < 60


def test_classes_that_the_other_map_calls_something_else_are_told(place: dict[str, Any]) -> None:
    path = Path(place["against"])
    style = path.with_suffix(".qml")
    style.write_text(style.read_text().replace("forest", "trees"))
    told = judge(**place)
    (found,) = (item for item in told["findings"] if item["code"] == "against-class-unmapped")
    assert found["details"]["file"] == path.name
    assert found["details"]["name"] == "forest"
    renamed = judge(**place, against_classes=["7=forest"])
    assert "against-class-unmapped" not in {item["code"] for item in renamed["findings"]}
    assert renamed["against"]["other_accuracy"] > told["against"]["other_accuracy"]


def rewrite(path: str, change: Any) -> None:
    """Write points anew, with geometries and columns changed."""
    meta, _, wkb, values = pyogrio.raw.read(path)
    shapes, columns = change(
        shapely.from_wkb(wkb), dict(zip(meta["fields"].tolist(), values, strict=True))
    )
    Path(path).unlink()
    pyogrio.raw.write(
        path, shapely.to_wkb(shapes), list(columns.values()), list(columns),
        geometry_type="Point", crs=meta["crs"], driver="GPKG",
    )  # fmt: skip


def test_copies_of_points_and_points_without_a_place_are_told(place: dict[str, Any]) -> None:
    def change(shapes: Any, columns: Any) -> Any:
        more = {name: np.concatenate([column, column[:7]]) for name, column in columns.items()}
        shapes = np.concatenate([shapes, shapes[:7]])
        shapes[20:25] = None
        return shapes, more

    rewrite(place["reference"], change)
    told = {item["code"]: item["details"] for item in judge(**place)["findings"]}
    assert told["points-twice"] == {"count": "7"}
    assert told["points-nowhere"] == {"count": "5"}


def test_what_the_map_said_is_no_truth(place: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest, match="no truth"):
        judge(**{**place, "field": "stratum"})
