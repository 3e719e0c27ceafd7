"""Values that a legend calls the same are one class, wherever maps are looked at."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import shapely

from crossearth_engine.accuracy.evaluate import EvaluateRequest, evaluate
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.analysis.zonal import ZonalRequest, zonal
from crossearth_engine.errors import InvalidRequest
from tests.engine.analysis.maps import PLACE, UTM, write_map
from tests.engine.conftest import RecordedJob

NAMES = {1: "Wald", 2: "Wiese", 3: " wald ", 4: "Wald"}


@pytest.fixture
def forests(tmp_path: Path) -> str:
    """A map of which three values are forest, in two spellings."""
    values = np.random.default_rng(1).integers(1, 5, (40, 50))
    return write_map(tmp_path / "map.tif", values, NAMES)


def test_points_are_of_the_classes_that_evaluate_judges(forests: str, tmp_path: Path) -> None:
    points = str(tmp_path / "points.gpkg")
    request = SamplePointsRequest(forests, points, 60, 3)
    told = sample_points(request, RecordedJob())
    assert [item["name"] for item in told["classes"]] == ["Wald", "Wiese"]
    assert sum(item["pixels"] for item in told["classes"]) == 2000
    meta, _, wkb, columns = pyogrio.raw.read(points)
    fields = dict(zip(meta["fields"].tolist(), columns, strict=True))
    strata = fields["stratum"].tolist()
    assert set(strata) == {"Wald", "Wiese"}
    fields["reference"] = np.array(strata, object)
    Path(points).unlink()
    pyogrio.raw.write(
        points, wkb, list(fields.values()), list(fields), crs=meta["crs"], geometry_type="Point"
    )
    arguments: dict[str, Any] = {"map": forests, "reference": points, "field": "reference"}
    figures = evaluate(EvaluateRequest.from_arguments(arguments), RecordedJob())
    assert figures["overall_accuracy"] == 1
    assert [item["name"] for item in figures["classes"]] == ["Wald", "Wiese"]


def test_an_object_has_the_class_of_most_of_its_pixels_under_whatever_value(
    forests: str, tmp_path: Path
) -> None:
    # Of the single values meadow has the most pixels.
    values = np.tile([[1, 3, 2, 2, 4]], (10, 2))
    path = write_map(tmp_path / "five.tif", values, NAMES)
    left, top = PLACE @ (0, 0)
    objects, out = str(tmp_path / "objects.gpkg"), str(tmp_path / "out.gpkg")
    pyogrio.raw.write(
        objects, shapely.to_wkb(np.array([shapely.box(left, top - 100, left + 100, top)], object)),
        [np.array([7])], ["id"], crs=UTM, geometry_type="Polygon", driver="GPKG",
    )  # fmt: skip
    request = {"objects": objects, "map": path, "out": out}
    told = zonal(ZonalRequest.from_arguments(request), RecordedJob())
    meta, _, _, columns = pyogrio.raw.read(out, "out")
    found = dict(zip(meta["fields"].tolist(), (column[0] for column in columns), strict=True))
    assert (found["class_name"], found["class_id"], found["share"]) == ("Wald", 1, 60)
    assert [item["name"] for item in told["classes"]] == ["Wald", "Wiese"]


def test_the_names_that_are_given_go_before_those_of_the_files(tmp_path: Path) -> None:
    values = np.repeat([1, 2, 3], 100).reshape(10, 30)
    path = write_map(tmp_path / "map.tif", values)
    truth = write_map(tmp_path / "truth.tif", np.where(values == 2, 7, 8))
    asked: dict[str, Any] = {
        "map": path, "classes": ["1=Wald", "2=Wiese", "3=Wald"],
        "reference": truth, "reference_classes": ["7=Wiese", "8=Wald"],
    }  # fmt: skip
    told = evaluate(EvaluateRequest.from_arguments(asked), RecordedJob())
    assert told["overall_accuracy"] == 1
    assert [item["name"] for item in told["classes"]] == ["Wald", "Wiese"]
    points = str(tmp_path / "points.gpkg")
    drawn = {"map": path, "classes": asked["classes"], "out": points, "count": 20}
    drawn_of = sample_points(SamplePointsRequest.from_arguments(drawn), RecordedJob())["classes"]
    assert [item["name"] for item in drawn_of] == ["Wald", "Wiese"]
    with pytest.raises(InvalidRequest, match="VALUE=NAME"):
        sample_points(
            SamplePointsRequest.from_arguments({**drawn, "classes": ["Wald"]}), RecordedJob()
        )
