from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely

from crossearth_engine.analysis import review as review_module
from crossearth_engine.analysis.places import BLOCK
from crossearth_engine.analysis.review import ReviewRequest, review
from crossearth_engine.errors import (
    IncompatibleRaster,
    InvalidRequest,
    NoValidPixels,
    OutputNotWritable,
)
from tests.engine import conftest
from tests.engine.analysis.maps import PLACE, write_map
from tests.engine.conftest import RecordedJob

EDGE = 20 * BLOCK
NAMES = {1: "water", 7: "field"}


@pytest.fixture
def place(tmp_path: Path) -> dict[str, str]:
    """A map of two classes that is unsure in one block, and of one mind in another."""
    values = np.ones((EDGE, EDGE))
    values[:, EDGE // 2 :] = 7
    lead = np.full((EDGE, EDGE), 95)
    lead[4 * BLOCK : 5 * BLOCK, 2 * BLOCK : 3 * BLOCK] = 3
    return {
        "map": write_map(tmp_path / "map.tif", values, NAMES),
        "lead": write_map(tmp_path / "lead.tif", lead),
        "out": str(tmp_path / "places.gpkg"),
    }


def run(job: RecordedJob | None = None, **arguments: Any) -> dict[str, Any]:
    return review(ReviewRequest.from_arguments(arguments), job or RecordedJob())


def read(path: str) -> tuple[dict[str, Any], dict[str, list[Any]]]:
    meta, _, wkb, values = pyogrio.raw.read(path)
    columns = dict(zip(meta["fields"].tolist(), [v.tolist() for v in values], strict=True))
    return meta, {**columns, "xy": shapely.get_coordinates(shapely.from_wkb(wkb)).tolist()}


def test_places_are_points_with_reasons(place: dict[str, str]) -> None:
    result = run(**place, count=5)
    meta, found = read(place["out"])
    assert meta["crs"] == "EPSG:32636"
    assert list(found)[:-1] == ["rank", "reason", "value", "class_id", "class_name"]
    assert found["rank"] == [1, 2, 3, 4, 5]
    assert (found["reason"][0], found["value"][0], found["class_name"][0]) == ("lead", 3, "water")
    column, row = ~PLACE @ found["xy"][0]
    assert (column // BLOCK, row // BLOCK) == (2, 4)
    assert set(found["class_id"]) == {1, 7}
    assert [[item["x"], item["y"]] for item in result["places"]] == found["xy"]
    assert result["by"] == ["lead"]


def test_the_most_unfamiliar_place_is_the_one_with_the_highest_value(
    place: dict[str, str], tmp_path: Path
) -> None:
    unlike = np.full((EDGE, EDGE), 20)
    unlike[-BLOCK:, -BLOCK:] = 99
    unfamiliarity = write_map(tmp_path / "unlike.tif", unlike)
    first = run(**place, unfamiliarity=unfamiliarity, by="unfamiliarity")["places"][0]
    assert (first["reason"], first["value"], first["class_name"]) == ("unfamiliarity", 99, "field")
    both = run(**place, unfamiliarity=unfamiliarity, count=2)["places"]
    assert {item["reason"] for item in both} == {"lead", "unfamiliarity"}


def test_what_lies_beside_a_map_of_ours_is_found(
    raster_factory: Any, color_model: Path, tmp_path: Path
) -> None:
    scene = raster_factory()
    output = tmp_path / "map.tif"
    options = {"model": str(color_model), "confidence": str(tmp_path / "sure.tif")}
    conftest.run(scene, output, **options)
    result = run(map=str(output), out=str(tmp_path / "places.gpkg"), count=3)
    assert result["by"] == ["confidence"]
    assert len(result["places"]) == 3


def test_a_model_and_a_raster_take_the_place_of_a_map(
    raster_factory: Any, color_model: Path, tmp_path: Path
) -> None:
    scene = raster_factory()
    out = str(tmp_path / "places.gpkg")
    asked = {"model": str(color_model), "raster": str(scene), "out": out}
    assert run(**asked, count=3)["by"] == ["confidence", "lead"]
    with rasterio.open(scene) as dataset:
        left, bottom, right, top = dataset.bounds
    middle = (left + right) / 2
    run(**asked, count=3, extent=[left, bottom, middle, top], by="lead")
    _, found = read(out)
    assert found["xy"]
    assert all(x < middle for x, _ in found["xy"])


def test_a_map_of_which_nobody_knows_how_sure_it_is_is_refused(place: dict[str, str]) -> None:
    del place["lead"]
    with pytest.raises(InvalidRequest, match="Make it again with --confidence, --lead, "):
        run(**place)
    with pytest.raises(InvalidRequest, match="with --lead "):
        run(**place, by="lead")


def test_a_raster_on_other_pixels_is_refused(place: dict[str, str], tmp_path: Path) -> None:
    place["lead"] = write_map(tmp_path / "small.tif", np.ones((8, 8)))
    with pytest.raises(IncompatibleRaster, match="does not lie on the pixels"):
        run(**place)
    assert not Path(place["out"]).exists()


def test_a_map_without_data_has_no_places(place: dict[str, str], tmp_path: Path) -> None:
    place["lead"] = write_map(tmp_path / "none.tif", np.full((EDGE, EDGE), 255))
    with pytest.raises(NoValidPixels):
        run(**place)


def test_fewer_places_than_asked_for_are_told(place: dict[str, str]) -> None:
    job = RecordedJob()
    assert len(run(job, **place, count=20, distance=900.0)["places"]) < 20
    assert any("room for" in text for _, text in job.logs)


def test_in_strips_the_places_are_the_same(
    place: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(**place)["places"]
    monkeypatch.setattr(review_module, "STRIP_PIXELS", 1)
    assert run(**place)["places"] == whole


def test_a_file_that_another_program_has_open_is_refused(place: dict[str, str]) -> None:
    Path(f"{place['out']}-wal").touch()
    with pytest.raises(OutputNotWritable, match="another program"):
        run(**place)


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({"model": "m", "raster": "r"}, "either a map"),
        ({"extent": [0, 0, 1, 1]}, "taken whole"),
        ({"out": "places.shp"}, "GeoPackage"),
        ({"count": 0}, "number of places"),
    ],
)
def test_what_does_not_go_together_is_refused(
    place: dict[str, str], more: dict[str, Any], problem: str
) -> None:
    with pytest.raises(InvalidRequest, match=problem):
        run(**{**place, **more})
