"""Pictures without a place: QGIS draws row 10 at y = -10, and all that comes of one lies there."""

from __future__ import annotations

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from affine import Affine

from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import NoIntersection
from crossearth_engine.raster.grids import grid_of
from tests.engine.conftest import RecordedJob, run

AS_DRAWN = Affine.scale(1, -1)


@pytest.fixture
def picture(tmp_path, raster_factory):
    """A PNG whose upper third is of another class than the rest."""
    data = np.full((3, 60, 90), 10, np.uint8)
    data[1, :20] = data[2, 20:] = 250
    path = tmp_path / "picture.png"
    with rasterio.open(path, "w", driver="PNG", width=90, height=60, count=3, dtype="uint8") as png:
        png.write(data)
    return path


def bounds_of(path):
    info = pyogrio.read_info(path, force_total_bounds=True)
    return [float(value) for value in info["total_bounds"]]


def test_map_and_polygons_lie_where_qgis_draws_the_picture(tmp_path, picture, color_model):
    polygons = tmp_path / "map.gpkg"
    run(picture, tmp_path / "map.tif", model=str(color_model), polygons=str(polygons))
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.transform == AS_DRAWN
    assert bounds_of(polygons) == [0, -60, 90, 0]


def test_extent_and_mask_are_counted_likewise(tmp_path, picture, color_model):
    said = {"model": str(color_model)}
    run(picture, tmp_path / "part.tif", extent=[10, -20, 40, 0], **said)
    with rasterio.open(tmp_path / "part.tif") as dataset:
        assert dataset.shape == (20, 30)
        assert dataset.transform == AS_DRAWN @ Affine.translation(10, 0)
        assert len(np.unique(dataset.read(1))) == 1
    with pytest.raises(NoIntersection):
        run(picture, tmp_path / "none.tif", extent=[10, 1, 40, 20], **said)


def test_sample_points_lie_in_the_map_and_labels_beside_it_have_its_grid(
    tmp_path, picture, color_model
):
    run(picture, tmp_path / "map.tif", model=str(color_model))
    sample_points(
        SamplePointsRequest.from_arguments(
            {"map": str(tmp_path / "map.tif"), "out": str(tmp_path / "points.gpkg"), "count": 30}
        ),
        RecordedJob(),
    )
    _, _, shapes, _ = pyogrio.raw.read(tmp_path / "points.gpkg")
    ys = shapely.get_y(shapely.from_wkb(shapes))
    assert -60 < ys.min() < ys.max() < 0
    labels = tmp_path / "labels.png"
    with rasterio.open(tmp_path / "map.tif") as dataset:
        classes = dataset.read(1)
    with rasterio.open(
        labels, "w", driver="PNG", width=90, height=60, count=1, dtype="uint8"
    ) as png:
        png.write(classes, 1)
    assert grid_of(str(labels), None).transform == AS_DRAWN
    with (
        ClassRaster(str(tmp_path / "map.tif")) as of_map,
        ClassRaster(str(labels), like=of_map) as reference,
    ):
        (strip,) = reference.strips()
        found = reference.read(strip)
        assert ((found == found[0, 0]) == (classes == classes[0, 0])).all()
        assert (found >= 0).all()


def test_a_place_that_is_said_stays_even_if_it_is_that_of_rows_and_columns(
    tmp_path, raster_factory, color_model
):
    # As programs write it that hand on what rasterio said of a picture; QGIS shows it south up.
    raster = raster_factory(crs=None, transform=Affine.identity())
    run(raster, tmp_path / "map.tif", model=str(color_model))
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.transform == Affine.identity()
