from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from rasterio.merge import merge

from crossearth_engine.errors import JobCanceled, NoIntersection
from crossearth_engine.inference import plan
from crossearth_engine.inference import preview as preview_module
from crossearth_engine.inference.preview import PreviewRequest, preview
from tests.engine import conftest
from tests.engine.conftest import RecordedJob

# Windows of 32 pixels that overlap by 8, of a raster of 100 by 70.
GRID = {"window": 32, "overlap": 8, "threads": 1}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pieces"
    folder.mkdir()
    return folder


def look(raster: Path, model: Path, folder: Path, job: RecordedJob | None = None, **options: Any):
    arguments = {"input": str(raster), "model": str(model), "folder": str(folder), **GRID}
    request = PreviewRequest.from_arguments({**arguments, **options})
    return preview(request, job or RecordedJob())


def names(folder: Path) -> set[str]:
    return {path.stem for path in folder.glob("*.tif")}


def joined(folder: Path) -> np.ndarray:
    values, _ = merge(sorted(folder.glob("*.tif")), nodata=255)
    return values[0]


def test_the_pieces_together_are_the_map(raster_factory, color_model, folder, tmp_path) -> None:
    mask = np.full((70, 100), 255, np.uint8)
    mask[10:20, 30:70] = 0
    raster = raster_factory(size=(100, 70), mask=mask)
    merged = {"merge": {"both": ["class 1", "class 2"]}}
    assert look(raster, color_model, folder, **merged) == {"pieces": 12, "left": 0}
    output = tmp_path / "map.tif"
    conftest.run(raster, output, model=str(color_model), **GRID, **merged)
    np.testing.assert_array_equal(joined(folder), conftest.read(output))
    with rasterio.open(next(folder.glob("*.tif"))) as piece, rasterio.open(output) as whole:
        assert piece.nodata == 255
        used = range(4)
        assert [piece.colormap(1)[i] for i in used] == [whole.colormap(1)[i] for i in used]


def test_they_lie_on_the_pixels_that_the_network_sees(raster_factory, color_model, folder) -> None:
    raster = raster_factory(size=(100, 70))
    look(raster, color_model, folder, gsd=1.0)
    with rasterio.open(raster) as source:
        bounds = source.bounds
    values, transform = merge(sorted(folder.glob("*.tif")))
    assert values.shape[1:] == (35, 50)
    assert transform @ (50, 35) == pytest.approx((bounds.right, bounds.bottom))


def test_the_middle_of_what_is_looked_at_comes_first(raster_factory, color_model, folder) -> None:
    raster = raster_factory(size=(100, 70))
    with rasterio.open(raster) as source:
        left, top = source.transform @ (70, 40)
        right, bottom = source.transform @ (90, 60)
    with pytest.raises(JobCanceled):
        look(
            raster, color_model, folder, RecordedJob(cancel_at=1), extent=[left, bottom, right, top]
        )
    (first,) = folder.glob("*.tif")
    with rasterio.open(first) as piece:
        assert piece.bounds.left <= (left + right) / 2 <= piece.bounds.right
        assert piece.bounds.bottom <= (bottom + top) / 2 <= piece.bounds.top


def test_what_is_known_is_left_out(raster_factory, color_model, folder) -> None:
    raster = raster_factory(size=(100, 70))
    look(raster, color_model, folder)
    every = names(folder)
    known = sorted(every)[:10]
    for path in folder.iterdir():
        path.unlink()
    assert look(raster, color_model, folder, known=known)["pieces"] == 2
    assert names(folder) == every - set(known)


def test_a_part_has_pieces_of_the_whole(raster_factory, color_model, folder) -> None:
    raster = raster_factory(size=(100, 70))
    look(raster, color_model, folder)
    every = names(folder)
    with rasterio.open(raster) as source:
        left, top = source.transform @ (10, 10)
        right, bottom = source.transform @ (30, 20)
    assert look(raster, color_model, folder, extent=[left, bottom, right, top])["pieces"] == 2
    assert names(folder) == every
    with pytest.raises(NoIntersection):
        look(raster, color_model, folder, extent=[right + 999, bottom, right + 1000, top])


def test_of_too_many_the_outer_ones_are_left(
    raster_factory, color_model, folder, monkeypatch
) -> None:
    monkeypatch.setattr(preview_module, "MOST_PIECES", 3)
    job = RecordedJob()
    asked = look(raster_factory(size=(100, 70)), color_model, folder, job)
    assert asked == {"pieces": 3, "left": 9}
    assert [done for done, *_ in job.progresses] == [0, 1, 2, 3]


def test_values_are_measured_once_as_long_as_the_raster_is_the_same(
    raster_factory, color_model, folder, tmp_path, monkeypatch
) -> None:
    measured = []
    convert = plan.convert_values
    monkeypatch.setattr(
        plan, "convert_values", lambda *given: measured.append(given) or convert(*given)
    )
    raster = raster_factory(size=(100, 70), dtype="uint16", seed=1)
    look(raster, color_model, folder)
    look(raster, color_model, folder)
    assert len(measured) == 1
    output = tmp_path / "map.tif"
    conftest.run(raster, output, model=str(color_model), **GRID)
    np.testing.assert_array_equal(joined(folder), conftest.read(output))
    look(raster_factory(size=(101, 70), dtype="uint16", seed=2), color_model, folder)
    assert len(measured) == 3
