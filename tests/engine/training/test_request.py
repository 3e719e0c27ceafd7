from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.training.request import FinetuneRequest


def request(**arguments: Any) -> FinetuneRequest:
    given = {"rasters": ["a.tif"], "polygons": "Fields 2024.gpkg", "field": "class"}
    return FinetuneRequest.from_arguments({**given, **arguments})


def test_request_is_read_from_a_message() -> None:
    assert request(rasters=["a.tif", "b.tif"], gsd=1).rasters == ("a.tif", "b.tif")
    request().check()


def test_model_is_named_after_its_folder_or_its_raster_and_the_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path))
    day = date.today().isoformat()
    asked = request(rasters=["/a/Kampala suburb.tif", "b.tif"])
    assert asked.folder == tmp_path / "models" / f"kampala-suburb-{day}"
    assert request(name="My city").model_id == "my-city"
    assert request(out=str(tmp_path / "roofs")).model_id == "roofs"
    assert request(name="Город 1").model_id != request(name="Село 1").model_id
    with pytest.raises(InvalidRequest, match="The name 🌲! has no letter"):
        request(name="🌲!").check()


@pytest.mark.parametrize(
    "arguments",
    [
        {"rasters": "a.tif"},
        {"rasters": [1]},
        {"field": 3},
        {"seed": "0"},
        {"bands": [1.5]},
        {"resume": 1},
        {"colour": "red"},
    ],
)
def test_what_is_not_understood_is_refused(arguments: dict[str, Any]) -> None:
    with pytest.raises(InvalidRequest, match="not understood"):
        request(**arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        {"rasters": []},
        {"rasters": ["a.tif", "./a.tif"]},
        {"recipe": "slow"},
        {"style": "yes"},
        {"masked": "never"},
        {"field": ""},
        {"gsd": 0.0},
        {"threads": 0},
        {"steps": 0},
        {"out": "My Model"},
        {"name": "crossearth base rgb"},
        {"recipe": "full", "resume": True},
    ],
)
def test_what_makes_no_sense_is_refused(
    arguments: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path))
    with pytest.raises(InvalidRequest):
        request(**arguments).check()
