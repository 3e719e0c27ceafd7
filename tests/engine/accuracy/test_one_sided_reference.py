"""References that say what is there of some classes and nothing of others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.shared.palette import ClassInfo
from tests.engine.accuracy.test_evaluate import write_map
from tests.engine.conftest import RecordedJob
from tests.engine.training.scenes import transform

PALETTE = tuple(
    ClassInfo(i + 1, name, f"#00000{i}") for i, name in enumerate(("building", "land", "water"))
)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """100 x 100 pixels: columns 0 to 39 building, to 79 land, the others water."""
    values = np.full((100, 100), 2)
    values[:, :40], values[:, 80:] = 1, 3
    return write_map(tmp_path / "map.tif", values, PALETTE)


def pixels_box(left: int, top: int, right: int, bottom: int) -> shapely.Polygon:
    return shapely.box(*(transform() @ (left, bottom)), *(transform() @ (right, top)))


def draw(path: Path, boxes: list[tuple[str, tuple[int, int, int, int]]]) -> Path:
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array([pixels_box(*box) for _, box in boxes], object)),
        [np.array([name for name, _ in boxes], object)],
        ["class"],
        crs="EPSG:32636",
        geometry_type="Polygon",
    )
    return path


def judge(city: Path, reference: Path, **arguments: Any) -> dict[str, Any]:
    given = {"map": str(city), "reference": str(reference), **arguments}
    return evaluate(EvaluateRequest.from_arguments(given), RecordedJob())


def figures(result: dict[str, Any], *names: str) -> dict[str, tuple[float | None, ...]]:
    return {row["name"]: tuple(row[name] for name in names) for row in result["classes"]}


# 50 columns of buildings in 10 rows, of which the map has 40.
BUILDINGS = [("Building", (0, 0, 50, 10))]


def test_one_class_tells_recall_and_nothing_else(tmp_path: Path, city: Path) -> None:
    result = judge(
        city,
        draw(tmp_path / "r.gpkg", BUILDINGS),
        field="class",
        report=str(tmp_path / "r.html"),
    )
    assert figures(result, "recall", "precision", "iou", "f1") == {
        "building": (0.8, None, None, None),
        "land": (None, None, None, None),
        "water": (None, None, None, None),
    }
    for name in ("overall_accuracy", "kappa", "mean_iou", "mean_f1"):
        assert result[name] is None
    (warning,) = [text for text in result["warnings"] if "one class only, building" in text]
    assert "--background" in warning
    page = (tmp_path / "r.html").read_text()
    assert "one class only, building" in page
    assert "1.000" not in page


def test_classes_that_the_reference_lacks_leave_the_others_their_recall(
    tmp_path: Path, city: Path
) -> None:
    boxes = [*BUILDINGS, ("land", (50, 20, 90, 30))]
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class")
    assert figures(result, "recall", "precision") == {
        "building": (0.8, None),
        "land": (0.75, None),
        "water": (None, None),
    }
    assert "calls water" in result["warnings"][-1]


def test_what_is_drawn_as_other_tells_what_is_wrongly_mapped(tmp_path: Path, city: Path) -> None:
    boxes = [*BUILDINGS, ("other", (30, 20, 90, 30))]
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class")
    # 400 of the pixels mapped as building are building, 100 lie in what is none.
    assert figures(result, "recall", "precision", "iou")["building"] == (0.8, 0.8, 400 / 600)
    assert figures(result, "recall", "precision")["land"] == (None, 0.0)
    assert "no class other" in result["warnings"][-2]
    assert "If the class other" in result["warnings"][-1]


def test_reference_of_all_classes_tells_all(tmp_path: Path, city: Path) -> None:
    boxes = [*BUILDINGS, ("land", (50, 20, 80, 30)), ("water", (80, 20, 90, 30))]
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class")
    assert result["warnings"] == []
    assert figures(result, "precision")["land"] == (300 / 400,)
    assert result["overall_accuracy"] == 0.8 * 500 / 900 + 400 / 900


def test_stray_pixels_of_a_class_are_not_missed(tmp_path: Path) -> None:
    values = np.full((100, 100), 2)
    values[:, :40], values[0, 99] = 1, 3
    city = write_map(tmp_path / "map.tif", values, PALETTE)
    boxes = [*BUILDINGS, ("land", (50, 20, 90, 30))]
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class")
    assert figures(result, "precision")["building"] == (1.0,)


def test_background_takes_the_rest_of_the_map_and_its_classes(tmp_path: Path, city: Path) -> None:
    reference = draw(tmp_path / "r.gpkg", [("building", (0, 0, 50, 60))])
    result = judge(city, reference, field="class", background="other")
    # Building in truth 3000 pixels, 2400 of them found; the map has 4000.
    assert result["count"] == 10_000
    assert figures(result, "recall", "precision") == {
        "building": (0.8, 0.6),
        "other": (5400 / 7000, 5400 / 6000),
    }
    assert result["overall_accuracy"] == 0.78
    assert figures(result, "iou")["building"] == (2400 / 4600,)
    assert "counts as other" in result["split"]


def test_background_may_be_a_class_of_the_map(tmp_path: Path, city: Path) -> None:
    reference = draw(tmp_path / "r.gpkg", [("building", (0, 0, 50, 60))])
    result = judge(city, reference, field="class", background="Land")
    # 1600 of the 7000 pixels of land are mapped as building, 2000 as water.
    assert figures(result, "recall", "precision") == {
        "building": (0.8, 0.6),
        "land": (3400 / 7000, 3400 / 4000),
        "water": (None, 0.0),
    }


def test_places_that_polygons_contradict_each_other_about_are_no_background(
    tmp_path: Path, city: Path
) -> None:
    boxes = [("building", (0, 0, 50, 60)), ("water", (40, 0, 60, 60))]
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class", background="other")
    assert result["count"] == 10_000 - 600


def test_background_of_polygons_on_a_part_of_the_map_is_warned_of(
    tmp_path: Path, city: Path
) -> None:
    result = judge(city, draw(tmp_path / "r.gpkg", BUILDINGS), field="class", background="other")
    assert "span only 5% of the map" in result["warnings"][0]


def test_raster_of_one_class_is_taken_with_its_extent_for_background(
    tmp_path: Path, city: Path
) -> None:
    truth = np.full((60, 100), 255)
    truth[:30, :50] = 1
    reference = write_map(tmp_path / "truth.tif", truth, PALETTE)
    without = judge(city, reference)
    assert figures(without, "recall", "precision")["building"] == (0.8, None)
    result = judge(city, reference, background="other")
    assert result["count"] == 6000
    assert figures(result, "recall", "precision") == {
        "building": (0.8, 1200 / 2400),
        "other": (3300 / 4500, 3300 / 3600),
    }


def test_complete_raster_says_that_a_class_is_nowhere(tmp_path: Path, city: Path) -> None:
    truth = np.full((100, 100), 2)
    truth[:, :40] = 1
    result = judge(city, write_map(tmp_path / "truth.tif", truth, PALETTE))
    assert figures(result, "precision") == {"building": (1.0,), "land": (1.0,), "water": (0.0,)}
    assert result["overall_accuracy"] == 0.8


def test_reference_of_ones_and_zeros_has_its_background_in_it(tmp_path: Path, city: Path) -> None:
    truth = np.zeros((100, 100))
    truth[:60, :50] = 1
    reference = write_map(tmp_path / "truth.tif", truth, PALETTE[:1], nodata=None)
    reference.with_suffix(".json").unlink()
    warning, hint = judge(city, reference)["warnings"]
    assert "no class 0" in warning
    assert "--background" in hint
    result = judge(city, reference, background="0")
    assert result["warnings"] == []
    assert figures(result, "recall", "precision") == {
        "building": (0.8, 0.6),
        "0": (5400 / 7000, 5400 / 6000),
    }


def test_polygons_may_name_the_background_too(tmp_path: Path, city: Path) -> None:
    boxes = [("building", (0, 0, 50, 60)), ("Other", (60, 60, 80, 80))]
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class", background="other")
    assert result["count"] == 10_000
    assert figures(result, "precision") == {"building": (0.6,), "other": (5400 / 6000,)}
    assert result["warnings"] == []


def test_points_of_one_class_tell_recall_and_nothing_else(tmp_path: Path, city: Path) -> None:
    places = [transform() @ (col + 0.5, 5.5) for col in (1, 20, 39, 45)]
    pyogrio.raw.write(
        tmp_path / "p.gpkg",
        shapely.to_wkb(shapely.points(places)),
        [np.full(4, "building", object)],
        ["class"],
        crs="EPSG:32636",
        geometry_type="Point",
    )
    result = judge(city, tmp_path / "p.gpkg", field="class")
    assert figures(result, "recall", "precision")["building"] == (0.75, None)
    assert result["overall_accuracy"] is None
    with pytest.raises(InvalidRequest, match="nothing of what lies between"):
        judge(city, tmp_path / "p.gpkg", field="class", background="other")


def test_spellings_of_a_class_are_one(tmp_path: Path, city: Path) -> None:
    boxes = [("Water", (80, 0, 90, 10)), ("water ", (80, 20, 90, 30)), ("01", (0, 0, 10, 10)),
             ("1", (0, 20, 10, 30)), ("LAND", (40, 0, 50, 10))]  # fmt: skip
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class")
    assert [row["name"] for row in result["classes"]] == ["building", "land", "water"]
    assert result["overall_accuracy"] == 1.0
    assert any("writes 01, 1: all are taken as the class building" in w for w in result["warnings"])
    assert any("writes Water, water" in text for text in result["warnings"])
    assert "01 = building" in result["split"]


def test_reference_without_any_class_of_the_map_is_refused(tmp_path: Path, city: Path) -> None:
    reference = draw(tmp_path / "r.gpkg", [("buildings", (0, 0, 50, 60)), ("x", (0, 70, 5, 75))])
    with pytest.raises(InvalidRequest, match="Is building meant"):
        judge(city, reference, field="class")


def test_class_that_the_map_lacks_is_told_with_the_one_that_may_be_meant(
    tmp_path: Path, city: Path
) -> None:
    boxes = [*BUILDINGS, ("waters", (80, 0, 90, 10)), ("Waters", (80, 20, 90, 30))]
    result = judge(city, draw(tmp_path / "r.gpkg", boxes), field="class")
    assert len(result["classes"]) == 4
    assert "Is water meant?" in result["warnings"][0]


def test_map_of_one_class_and_nothing_else_is_doubted(tmp_path: Path) -> None:
    values = np.full((100, 100), 255)
    values[:, :40] = 1
    city = write_map(tmp_path / "map.tif", values, PALETTE[:1])
    truth = np.where(np.arange(100) < 50, 1, 255) * np.ones((100, 1))
    raster = write_map(tmp_path / "truth.tif", truth, PALETTE[:1])
    for result in (
        judge(city, draw(tmp_path / "r.gpkg", BUILDINGS), field="class"),
        judge(city, raster),
    ):
        assert "no class on 20% of the reference's pixels" in result["warnings"][0]


@pytest.mark.parametrize("background", ["", "  "])
def test_background_needs_a_name(tmp_path: Path, city: Path, background: str) -> None:
    with pytest.raises(InvalidRequest, match="needs a name"):
        judge(city, draw(tmp_path / "r.gpkg", BUILDINGS), field="class", background=background)
