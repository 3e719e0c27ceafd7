"""Sample points carry what they stand for, so that any map can be judged by them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from crossearth_engine.accuracy.area_estimates import Z_95, estimate_by_strata
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.options import STRATUM_FIELDS
from tests.engine.accuracy.test_evaluate import judge, write_map
from tests.engine.conftest import RecordedJob
from tests.engine.training.scenes import CLASSES, transform


@pytest.fixture
def truth() -> np.ndarray:
    """Class indexes in blocks: much field, some forest, little water."""
    rng = np.random.default_rng(7)
    blocks = rng.choice(3, (40, 40), p=(0.7, 0.25, 0.05))
    return np.kron(blocks, np.ones((8, 8), int))


def with_errors(truth: np.ndarray, shares: tuple[float, float, float], seed: int) -> np.ndarray:
    """Class values: the truth, of which a share of each class is drawn anew."""
    rng = np.random.default_rng(seed)
    values = truth + 1
    wrong = rng.random(truth.shape) < np.array(shares)[truth]
    values[wrong] = rng.integers(1, 4, int(wrong.sum()))
    return values


def draw(path: Path, out: Path, count: int, seed: int = 0) -> Path:
    sample_points(SamplePointsRequest(str(path), str(out), count, seed), RecordedJob())
    return out


def fill(path: Path, truth: np.ndarray, **changed: Any) -> Path:
    """Label the points, and change other fields: by a function of the old values, or None: none."""
    meta, _, wkb, columns = pyogrio.raw.read(path)
    values = dict(zip(meta["fields"], columns, strict=True))
    points = shapely.from_wkb(wkb)
    cols, rows = ~transform() @ (shapely.get_x(points), shapely.get_y(points))
    values["reference"] = np.array(CLASSES, object)[truth[rows.astype(int), cols.astype(int)]]
    for name, change in changed.items():
        values[name] = None if change is None else change(values[name])
    values = {name: column for name, column in values.items() if column is not None}
    path.unlink()
    pyogrio.raw.write(
        path, wkb, list(values.values()), list(values), crs=meta["crs"], geometry_type="Point"
    )
    return path


def evaluated(path: Path, points: Path, **arguments: Any) -> dict[str, Any]:
    return judge(map=str(path), reference=str(points), field="reference", **arguments)


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp"])
def test_points_carry_stratum_and_sizes(tmp_path: Path, truth: np.ndarray, ending: str) -> None:
    path = write_map(tmp_path / "map.tif", truth + 1)
    meta, _, _, columns = pyogrio.raw.read(draw(path, tmp_path / f"p{ending}", 150))
    assert set(meta["fields"]) == {"id", "reference", *STRATUM_FIELDS}
    values = dict(zip(meta["fields"], columns, strict=True))
    pixels = {name: int((truth == i).sum()) for i, name in enumerate(CLASSES)}
    for name, size, area in zip(
        values["stratum"], values["stratum_px"], values["stratum_m2"], strict=True
    ):
        assert (size, area) == (pixels[name], pytest.approx(pixels[name] * 0.25))
    assert set(values["total_px"]) == {truth.size}
    assert values["total_m2"] == pytest.approx(truth.size * 0.25)
    assert np.unique(values["stratum"]).tolist() == sorted(CLASSES)


def test_map_that_points_were_not_drawn_on_is_judged_rightly(
    tmp_path: Path, truth: np.ndarray
) -> None:
    drawn_on = write_map(tmp_path / "old.tif", with_errors(truth, (0.02, 0.1, 0.4), 1))
    mapped = with_errors(truth, (0.3, 0.05, 0.05), 2)
    other = write_map(tmp_path / "new.tif", mapped)
    expected = [float((mapped == truth + 1).mean())]
    for i in range(3):
        expected.append((truth == i).sum() * 0.25)
        expected.append((truth[mapped == i + 1] == i).mean())
        expected.append((mapped[truth == i] == i + 1).mean())
    found, margins = [], []
    for seed in range(1, 17):
        points = fill(draw(drawn_on, tmp_path / f"{seed}.gpkg", 1500, seed), truth)
        result = evaluated(other, points)
        areas = result["areas"]
        assert result["overall_accuracy"] == pytest.approx(areas["overall_accuracy"])
        found.append([areas["overall_accuracy"]])
        margins.append([np.ptp(areas["overall_interval"]) / 2])
        for i, (row, item) in enumerate(zip(areas["classes"], result["classes"], strict=True)):
            assert row["mapped_area"] == (mapped == i + 1).sum() * 0.25
            assert item["precision"] == pytest.approx(row["users_accuracy"])
            assert item["recall"] == pytest.approx(row["producers_accuracy"])
            found[-1] += [row["area"], row["users_accuracy"], row["producers_accuracy"]]
            names = ("area_interval", "users_interval", "producers_interval")
            margins[-1] += [np.ptp(row[name]) / 2 for name in names]
        assert not [text for text in result["warnings"] if "strata" in text]
    # The mean of sixteen is surer than each of them.
    error = np.abs(np.mean(found, axis=0) - expected)
    assert (error < 1.5 * np.mean(margins, axis=0) / np.sqrt(16)).all()


def test_kappa_f1_and_iou_are_those_of_the_map_and_not_of_the_points(
    tmp_path: Path, truth: np.ndarray
) -> None:
    truth = truth[:120, :120]
    mapped = with_errors(truth, (0.1, 0.2, 0.3), 3)
    path = write_map(tmp_path / "map.tif", mapped)
    # Every pixel is a point: the figures are those of the whole map, however strata are sized.
    points = fill(draw(path, tmp_path / "p.gpkg", truth.size), truth)
    whole = judge(map=str(path), reference=str(write_map(tmp_path / "t.tif", truth + 1)))
    result = evaluated(path, points)
    assert result["count"] == truth.size
    for name in ("overall_accuracy", "kappa", "mean_iou", "mean_f1"):
        assert result[name] == pytest.approx(whole[name], rel=1e-9)
    # Of a part of the points, of which rare classes have more than their share, they come near.
    points = fill(draw(path, tmp_path / "few.gpkg", 1500), truth)
    few = evaluated(path, points)
    for name in ("overall_accuracy", "kappa", "mean_iou"):
        assert few[name] == pytest.approx(whole[name], abs=0.06)
    counts = np.array(few["confusion_matrix"])
    assert counts.sum() == 1500
    assert np.trace(counts) / 1500 != pytest.approx(few["overall_accuracy"], abs=1e-6)


def by_points(
    y: np.ndarray, x: np.ndarray, strata: np.ndarray, sizes: np.ndarray
) -> tuple[float, float]:
    """Ratio and half of its interval, point by point, as eq. 27 to 29 of Stehman (2014)."""
    totals, variance = np.zeros(2), 0.0
    for h, size in enumerate(sizes):
        here = strata == h
        totals += size * y[here].mean(), size * x[here].mean()
    ratio = totals[0] / totals[1]
    for h, size in enumerate(sizes):
        here = strata == h
        cov = np.cov(y[here], x[here], ddof=1)
        spread = cov[0, 0] + ratio**2 * cov[1, 1] - 2 * ratio * cov[0, 1]
        variance += size**2 * spread / here.sum()
    return ratio, Z_95 * float(np.sqrt(variance)) / totals[1]


@pytest.mark.parametrize("seed", range(4))
def test_estimates_are_those_of_the_equations_point_by_point(seed: int) -> None:
    rng = np.random.default_rng(seed)
    strata = rng.integers(0, 4, 300)
    sizes = np.array([5.0, 40.0, 100.0, 9.0])
    mapped = rng.integers(-1, 3, 300)
    labels = np.where(rng.random(300) < 0.6, mapped.clip(0), rng.integers(0, 3, 300))
    counts, elsewhere = np.zeros((4, 3, 3), int), np.zeros(4, int)
    for h, i, j in zip(strata, mapped, labels, strict=True):
        if i < 0:
            elsewhere[h] += 1
        else:
            counts[h, i, j] += 1
    found = estimate_by_strata(counts, elsewhere, sizes)
    inside = (mapped >= 0).astype(float)
    right = inside * (mapped == labels)
    one = np.ones(300)
    expected = by_points(right, inside, strata, sizes)
    assert (found.overall_accuracy, found.overall_margin) == pytest.approx(expected)
    for k in range(3):
        labelled = inside * (labels == k)
        share, margin = by_points(labelled, one, strata, sizes)
        assert found.area[k] == pytest.approx(share * sizes.sum())
        assert found.area_margin[k] == pytest.approx(margin * sizes.sum())
        users = by_points(right * (mapped == k), (mapped == k) * 1.0, strata, sizes)
        assert (found.users_accuracy[k], found.users_margin[k]) == pytest.approx(users)
        producers = by_points(right * (labels == k), labelled, strata, sizes)
        assert (found.producers_accuracy[k], found.producers_margin[k]) == pytest.approx(producers)


def test_intervals_of_another_map_hold_the_truth_as_often_as_they_say() -> None:
    rng = np.random.default_rng(5)
    # Shares of each stratum by mapped class and reference class, of a map unlike the strata.
    cells = rng.dirichlet(np.full(9, 0.7), 3).reshape(3, 3, 3)
    sizes, points = np.array([10.0, 30.0, 60.0]), (150, 200, 250)
    true = np.tensordot(sizes / sizes.sum(), cells, axes=1)
    area, users = true.sum(axis=0) * sizes.sum(), np.diagonal(true) / true.sum(axis=1)
    producers, overall = np.diagonal(true) / true.sum(axis=0), np.trace(true)
    held, held_by_interval = np.zeros(4), np.zeros(4)
    runs = 400
    for _ in range(runs):
        counts = np.array(
            [
                rng.multinomial(n, row.ravel()).reshape(3, 3)
                for n, row in zip(points, cells, strict=True)
            ]
        )
        found = estimate_by_strata(counts, np.zeros(3, int), sizes, draws=400)
        held_by_interval += (
            held_in(found.area_interval, area),
            held_in(found.users_interval, users),
            held_in(found.producers_interval, producers),
            held_in(found.overall_interval, overall),
        )
        held += (
            (np.abs(found.area - area) <= found.area_margin).mean(),
            (np.abs(found.users_accuracy - users) <= found.users_margin).mean(),
            (np.abs(found.producers_accuracy - producers) <= found.producers_margin).mean(),
            abs(found.overall_accuracy - overall) <= found.overall_margin,
        )
    assert held / runs == pytest.approx([0.95] * 4, abs=0.025)
    assert held_by_interval / runs == pytest.approx([0.95] * 4, abs=0.025)


def held_in(ends: np.ndarray, truth: Any) -> float:
    return float(((ends[..., 0] <= truth) & (truth <= ends[..., 1])).mean())


def test_points_without_strata_are_counted_alike_and_tell_no_areas(
    tmp_path: Path, truth: np.ndarray
) -> None:
    path = write_map(tmp_path / "map.tif", with_errors(truth, (0.1, 0.2, 0.3), 3))
    points = fill(
        draw(path, tmp_path / "p.gpkg", 300), truth, **dict.fromkeys(STRATUM_FIELDS, None)
    )
    result = evaluated(path, points)
    assert result["areas"] is None
    counts = np.array(result["confusion_matrix"])
    assert result["overall_accuracy"] == np.trace(counts) / 300
    (warning,) = result["warnings"]
    assert "crossearth sample" in warning
    assert "stratum_px" in warning


def test_strata_of_pixels_alone_are_enough(tmp_path: Path, truth: np.ndarray) -> None:
    path = write_map(tmp_path / "map.tif", with_errors(truth, (0.1, 0.2, 0.3), 3))
    points = draw(path, tmp_path / "p.gpkg", 300)
    whole = evaluated(path, fill(points, truth))
    none = dict.fromkeys(("stratum_m2", "total_m2", "total_px"), None)
    # Another program has made texts of the numbers.
    texts = {"stratum_px": lambda values: values.astype(str).astype(object)}
    result = evaluated(path, fill(points, truth, **none, **texts))
    assert result["areas"]["unit"] == "pixels"
    assert result["kappa"] == pytest.approx(whole["kappa"])
    for found, expected in zip(result["areas"]["classes"], whole["areas"]["classes"], strict=True):
        assert found["area"] * 0.25 == pytest.approx(expected["area"])


def emptied(points: Path, stratum: str, kept: int) -> Any:
    """What leaves so many of a stratum's points a class."""
    places = np.flatnonzero(pyogrio.raw.read(points, columns=["stratum"])[3][0] == stratum)[kept:]

    def empty(labels: np.ndarray) -> np.ndarray:
        labels[places] = None
        return labels

    return empty


def test_stratum_with_one_labelled_point_has_areas_and_is_named(
    tmp_path: Path, truth: np.ndarray
) -> None:
    path = write_map(tmp_path / "map.tif", truth + 1)
    points = draw(path, tmp_path / "p.gpkg", 90)
    result = evaluated(path, fill(points, truth, reference=emptied(points, "water", 1)))
    assert result["no_areas"] is None
    water = result["areas"]["classes"][CLASSES.index("water")]
    # One point that was right: seven tenths of the stratum may be anything.
    assert water["users_interval"][0] < 0.1
    assert water["area_margin"] is None
    assert any("stratum water one point only" in text for text in result["warnings"])


@pytest.mark.parametrize("stratum", ["water", "forest"])
def test_areas_are_missing_for_a_reason(tmp_path: Path, truth: np.ndarray, stratum: str) -> None:
    path = write_map(tmp_path / "map.tif", truth + 1)
    points = draw(path, tmp_path / "p.gpkg", 90)

    def labels(values: np.ndarray) -> np.ndarray:
        # A stray of the missing class elsewhere: else nothing but recall would be told.
        values[np.flatnonzero(values == "field")[0]] = stratum
        return emptied(points, stratum, 0)(values)

    report = tmp_path / "report.html"
    result = evaluated(path, fill(points, truth, reference=labels), report=str(report))
    assert result["areas"] is result["kappa"] is result["overall_accuracy"] is None
    assert {row["recall"] for row in result["classes"]} == {None}
    assert f"{stratum} has none" in result["no_areas"]
    assert result["no_areas"] in result["warnings"]
    assert f"<h2>Areas</h2>\n<p>{result['no_areas']}" in report.read_text()


def test_tiny_stratum_without_a_label_costs_no_areas(tmp_path: Path, truth: np.ndarray) -> None:
    mapped = truth + 1
    mapped[mapped == 3] = 1
    mapped[0, 0] = 3
    path = write_map(tmp_path / "map.tif", mapped)
    points = draw(path, tmp_path / "p.gpkg", 90)
    assert (pyogrio.raw.read(points, columns=["stratum"])[3][0] == "water").sum() == 1
    filled = fill(points, truth, reference=emptied(points, "water", 0))
    result = evaluated(path, filled)
    assert [row["area"] > 0 for row in result["areas"]["classes"][:2]] == [True, True]
    assert any("No point of the stratum water has a class" in text for text in result["warnings"])


def test_reference_that_is_no_sample_says_why_there_are_no_areas(
    tmp_path: Path, truth: np.ndarray
) -> None:
    path = write_map(tmp_path / "map.tif", with_errors(truth, (0.1, 0.2, 0.3), 3))
    result = judge(map=str(path), reference=str(write_map(tmp_path / "t.tif", truth + 1)))
    assert "crossearth sample" in result["no_areas"]


@pytest.mark.parametrize("is_own_map", [True, False])
def test_map_without_an_error_among_the_points_has_error_bars(
    tmp_path: Path, truth: np.ndarray, is_own_map: bool
) -> None:
    path = write_map(tmp_path / "map.tif", truth + 1)
    report = tmp_path / "report.html"
    points = fill(draw(path, tmp_path / "p.gpkg", 300), truth)
    judged = path
    if not is_own_map:
        mapped = truth + 1
        mapped[:4] = 255
        judged = write_map(tmp_path / "other.tif", mapped)
    result = evaluated(judged, points, report=str(report))
    for row in result["areas"]["classes"]:
        low, high = row["area_interval"]
        assert high - low > 0.005 * row["area"]
        assert row["users_interval"][0] < 0.995
        assert row["producers_interval"][0] < 0.999
        assert row["users_margin"] is row["producers_margin"] is None
        assert row["area_margin"] is None or not is_own_map
    assert result["areas"]["overall_interval"][0] < 0.995
    page = report.read_text()
    assert not re.search(r"± 0\.0*\b(?!\d)", page)
    # Each accuracy stands there once.
    assert page.count("(producer") == page.count("(user") == 1


def test_points_added_by_hand_are_left_out(tmp_path: Path, truth: np.ndarray) -> None:
    path = write_map(tmp_path / "map.tif", truth + 1)

    def forget(strata: np.ndarray) -> np.ndarray:
        strata[:3] = None
        return strata

    points = fill(draw(path, tmp_path / "p.gpkg", 90), truth, stratum=forget)
    result = evaluated(path, points)
    assert result["count"] == 87
    assert result["areas"] is not None
    assert "as if added by hand, are left out: 3." in result["warnings"][0]


def test_points_that_somebody_has_removed_are_missed(tmp_path: Path, truth: np.ndarray) -> None:
    path = write_map(tmp_path / "map.tif", truth + 1)
    points = fill(draw(path, tmp_path / "p.gpkg", 90), truth)
    meta, _, wkb, columns = pyogrio.raw.read(points, where="stratum <> 'forest'")
    points.unlink()
    pyogrio.raw.write(points, wkb, columns, meta["fields"], crs=meta["crs"], geometry_type="Point")
    result = evaluated(path, points)
    assert result["areas"] is result["overall_accuracy"] is None
    share = (truth == 1).mean()
    assert any(f"take {share:.0%} of the map" in text for text in result["warnings"])


def test_two_samples_in_one_file_are_refused(tmp_path: Path, truth: np.ndarray) -> None:
    path = write_map(tmp_path / "map.tif", truth + 1)

    def double(sizes: np.ndarray) -> np.ndarray:
        sizes[::2] *= 2
        return sizes

    points = fill(draw(path, tmp_path / "p.gpkg", 90), truth, stratum_m2=double)
    with pytest.raises(InvalidRequest, match="several samples"):
        evaluated(path, points)


def test_smaller_map_is_judged_where_it_is(tmp_path: Path, truth: np.ndarray) -> None:
    drawn_on = write_map(tmp_path / "old.tif", with_errors(truth, (0.02, 0.1, 0.4), 1))
    mapped = with_errors(truth, (0.3, 0.05, 0.05), 2)
    mapped[160:] = 255
    points = fill(draw(drawn_on, tmp_path / "p.gpkg", 1500), truth)
    result = evaluated(write_map(tmp_path / "new.tif", mapped), points)
    areas = result["areas"]
    right = float((mapped == truth + 1)[:160].mean())
    assert abs(areas["overall_accuracy"] - right) < 1.5 * areas["overall_margin"]
    for i, row in enumerate(areas["classes"]):
        assert abs(row["area"] - (truth[:160] == i).sum() * 0.25) < 1.5 * row["area_margin"]
    assert any("50% of the area" in text for text in result["warnings"])


def test_labels_of_one_class_only_tell_recall_only(tmp_path: Path, truth: np.ndarray) -> None:
    path = write_map(tmp_path / "map.tif", with_errors(truth, (0.1, 0.2, 0.3), 3))

    def only_forest(labels: np.ndarray) -> np.ndarray:
        return np.where(labels == "forest", labels, None)

    result = evaluated(
        path, fill(draw(path, tmp_path / "p.gpkg", 900), truth, reference=only_forest)
    )
    assert {row["precision"] for row in result["classes"]} == {None}
    assert result["areas"] is None
    assert any("one class only, forest" in text for text in result["warnings"])


def test_class_that_the_map_has_nowhere_is_found_nowhere(tmp_path: Path) -> None:
    truth = np.repeat([0, 1], [60, 40])[None].repeat(100, 0)
    drawn_on = write_map(tmp_path / "first.tif", truth + 1)
    points = fill(draw(drawn_on, tmp_path / "points.gpkg", 60), truth)
    of_one = write_map(tmp_path / "second.tif", np.ones_like(truth))
    asked = {"reference": str(points), "field": "reference"}
    found = judge(map=str(of_one), **asked)["areas"]["classes"]
    assert [item["producers_interval"] for item in found[:2]] == [[1, 1], [0, 0]]
    found = judge(map=str(drawn_on), **asked)["areas"]["classes"]
    assert all(0.5 < item["producers_interval"][0] < 1 for item in found[:2])
