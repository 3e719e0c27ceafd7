from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio

from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import OutputNotWritable
from tests.engine.conftest import RecordedJob
from tests.engine.training.scenes import transform


@pytest.fixture
def class_map(tmp_path: Path) -> Path:
    path = tmp_path / "map.tif"
    with rasterio.open(
        path, "w", driver="GTiff", width=20, height=20, count=1, dtype="uint8",
        crs="EPSG:32636", transform=transform(),
    ) as dataset:  # fmt: skip
        dataset.write(np.eye(20, dtype=np.uint8) + 1, 1)
    return path


@pytest.mark.parametrize("ending", [".gpkg", ".geojson", ".shp"])
def test_labels_that_somebody_typed_are_not_drawn_over(class_map: Path, ending: str) -> None:
    path = class_map.with_name(f"points{ending}")
    for seed in (1, 2):  # as long as none is labelled, they are replaced
        request = SamplePointsRequest(str(class_map), str(path), 30, seed)
        sample_points(request, RecordedJob())
    meta, _, wkb, (ids, names, *_) = pyogrio.raw.read(path)
    names = names.astype(object)
    names[[3, 5]] = "water"
    path.unlink()
    pyogrio.raw.write(
        path, wkb, [ids, names], ["id", "reference"], crs=meta["crs"], geometry_type="Point"
    )
    before = path.read_bytes()
    with pytest.raises(OutputNotWritable, match="points in it are labelled: 2"):
        sample_points(request, RecordedJob())
    assert path.read_bytes() == before
