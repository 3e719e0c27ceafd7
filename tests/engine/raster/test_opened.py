"""Rasters of others on servers that fail, whoever reads them: whole, or it is said that not."""

from types import SimpleNamespace

import numpy as np
import pytest
import rasterio

from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.analysis.percent import opened_percent
from crossearth_engine.errors import ConnectionLost, InputChanged
from crossearth_engine.inference.batch_inputs import _is_map
from crossearth_engine.raster.grids import grid_of
from crossearth_engine.raster.labelled_polygons import Grid
from crossearth_engine.raster.opened import bands_of
from crossearth_engine.raster.windows import Window
from crossearth_engine.reports.pictures import input_picture
from crossearth_engine.storage import objects
from tests.engine.conftest import UTM

HANGS_UP, BREAKS_OFF, BUSY = 0, 1, 503
HOW = pytest.mark.parametrize("how", [HANGS_UP, BREAKS_OFF, BUSY])
MIDDLE = Window(300, 450, 40, 40)
PLACE = rasterio.transform.from_origin(500_000, 4_000_000, 0.5, 0.5)


@pytest.fixture
def scene(tmp_path):
    """A raster of classes 1 to 9, of which no pixel is 0, and of more blocks than GDAL has read of
    when it has opened it."""
    pixels = np.random.default_rng(0).integers(1, 10, (900, 900)).astype(np.uint8)
    path = tmp_path / "classes.tif"
    with rasterio.open(
        path, "w", "GTiff", 900, 900, 1, dtype="uint8", tiled=True, blockxsize=16, blockysize=16,
        crs=UTM, transform=PLACE,
    ) as dataset:  # fmt: skip
        dataset.write(pixels, 1)
    return path


@pytest.fixture(params=["web", "s3"])
def name(request, store, scene):
    """What people call the raster on a server."""
    root = "s3:/" if request.param == "s3" else f"/vsicurl/{store.address}"
    store.write(f"/public/{scene.parent.name}/classes.tif", scene.read_bytes())
    return f"{root}/public/{scene.parent.name}/classes.tif"


def forgotten(name):
    """Have GDAL fetch anew what it has of a raster; what is open stays so."""
    objects.forget(objects.place_of(name))


def pixels(store, times, how):
    store.faults((r"GET.*classes\.tif", times, how))


@HOW
@pytest.mark.parametrize("times", [1, 7])
def test_classes_that_do_not_come_are_fetched_again(how, times, name, scene, store):
    with ClassRaster(scene) as classes:
        expected = classes.read(MIDDLE)
    with ClassRaster(name, names=dict.fromkeys(range(1, 10), "any")) as classes:
        forgotten(name)
        pixels(store, times, how)
        assert (classes.read(MIDDLE) == expected).all()


@HOW
def test_classes_that_never_come_are_no_zeros(how, name, store):
    with ClassRaster(name) as classes:
        forgotten(name)
        pixels(store, 999, how)
        with pytest.raises(ConnectionLost):
            classes.read(MIDDLE)


@HOW
@pytest.mark.parametrize("times", [1, 9])
def test_classes_are_not_found_in_what_did_not_come(how, times, name, store, monkeypatch):
    find = ClassRaster._found_classes

    def found(raster):
        pixels(store, times, how)
        return find(raster)

    monkeypatch.setattr(ClassRaster, "_found_classes", found)
    with ClassRaster(name) as classes:
        assert [item.value for item in classes.classes] == [*range(1, 10)]


@HOW
def test_classes_on_another_grid_are_fetched_again_too(how, name, scene, store):
    grid = Grid(
        "other", rasterio.CRS.from_user_input(UTM), PLACE @ PLACE.translation(0.4, 0.4), 500, 500
    )
    with ClassRaster(scene, like=grid) as classes:
        expected = classes.read(MIDDLE)
    with ClassRaster(name, like=grid) as classes:
        forgotten(name)
        pixels(store, 7, how)
        assert (classes.read(MIDDLE) == expected).all()
        assert (expected >= 0).all()


def test_classes_that_are_others_by_now_are_not_gone_on_with(name, scene, store):
    with ClassRaster(name) as classes:
        forgotten(name)
        other = bytearray(scene.read_bytes())
        other[50_000:60_000] = bytes(10_000)
        store.write(f"/public/{scene.parent.name}/classes.tif", bytes(other))
        pixels(store, 9, HANGS_UP)
        with pytest.raises(InputChanged):
            classes.read(MIDDLE)


@HOW
def test_percent_that_never_comes_is_no_zero(how, name, scene, store):
    with ClassRaster(scene) as classes, opened_percent(name, classes, None) as read:
        pixels(store, 7, how)
        assert read(MIDDLE)[0].all()
    with ClassRaster(scene) as classes, opened_percent(name, classes, None) as read:
        forgotten(name)
        pixels(store, 999, how)
        with pytest.raises(ConnectionLost):
            read(MIDDLE)


@HOW
def test_a_picture_is_not_of_what_did_not_come(how, name, scene, store):
    like = SimpleNamespace(transform=PLACE, width=60, height=60)
    expected = input_picture(str(scene), [1], like, (60, 60))
    pixels(store, 5, how)
    assert input_picture(name, [1], like, (60, 60)) == expected
    forgotten(name)
    pixels(store, 999, how)
    assert input_picture(name, [1], like, (60, 60)) is None


@HOW
def test_what_does_not_answer_is_not_said_to_be_no_map(how, name, store):
    pixels(store, 999, how)
    for ask in (bands_of, _is_map, lambda name: grid_of(name, None)):
        with pytest.raises(ConnectionLost):
            ask(name)
