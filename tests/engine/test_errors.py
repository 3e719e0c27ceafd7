from __future__ import annotations

from pathlib import Path

from crossearth_engine.errors import UnreadableRaster


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
