from __future__ import annotations

import json
from pathlib import Path

from crossearth_engine.errors import DoubtfulRaster, InvalidRequest, UnreadableRaster, error_of
from crossearth_engine.shared.findings import Finding


def test_long_texts_of_others_keep_their_beginning_and_end() -> None:
    error = UnreadableRaster(
        path="/scenes/" + 60_000 * "a" + ".tif", reason=40_000 * "no " + "entry"
    )
    assert len(str(error)) < 2000
    assert str(error).startswith("The raster /scenes/aaa")
    assert ".tif cannot be read: no no" in str(error)
    assert str(error).endswith("no entry")
    assert max(map(len, error.plain_details().values())) < 1000


def test_other_details_stay_as_they_are() -> None:
    path = Path("scene.tif")
    assert UnreadableRaster(path=path, reason="x").details == {"path": path, "reason": "x"}


def test_what_is_found_stays_json_however_much_it_is() -> None:
    many = Finding("no-class-in-common", {"names": "a" * 700, "classes": "b" * 3000})
    error = InvalidRequest(**many.reason)
    told = json.loads(error.details["finding"])
    assert told["details"]["names"] == "a" * 700
    assert " … " in told["details"]["classes"]
    doubts = [Finding("border", {"share": "9%", "value": "0", "nodata": "0"}).to_dict()] * 9
    error = DoubtfulRaster(path="a.tif", doubts="…", findings=json.dumps(doubts))
    assert json.loads(error.details["findings"]) == doubts


def test_findings_travel_whole_with_an_error_however_long_they_are() -> None:
    doubts = [Finding("file-absent"), *[Finding("id-taken", {"id": 9000 * str(n)}) for n in (1, 2)]]
    error = DoubtfulRaster(path="a.tif", doubts=doubts)
    told = json.loads(error.plain_details()["findings"])
    assert [item["code"] for item in told] == ["file-absent", "id-taken", "id-taken"]
    assert len(str(error)) < 3000
    again = error_of(error.code, str(error), error.plain_details())
    assert again.plain_details()["findings"] == error.plain_details()["findings"]
