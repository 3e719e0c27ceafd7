"""Whole scenes through the command line: real ones where they are, and made ones like them always.

The network has no context, so that numpy alone tells what class every pixel must have.
"""

import json
import os
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp
from rasterio.features import geometry_mask

from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.catalog import find_model
from tests.engine.cli.test_command_line import crossearth
from tests.engine.conftest import read

ROOT = Path(__file__).resolve().parents[3]
SCENES = Path(os.environ.get("CROSSEARTH_DATA_DIR", ROOT.parent / "shared" / "data")) / "scenes"
NODATA = 255


@dataclass(frozen=True)
class Scene:
    """What is to come of a scene.

    Attributes:
        bands: that stand for red, green and blue.
        reason: what tells so.
        is_stretched: whether its values are no bytes.
        bare: an unmarked border's value, if any.
        hint: a part of what is said about its bands, if anything.
    """

    name: str
    bands: tuple[int, int, int] = (1, 2, 3)
    reason: str = "name"
    is_stretched: bool = False
    bare: int | None = None
    hint: str = ""


ALL = [
    Scene("naip_north_dakota_2009"),
    Scene("naip_north_dakota_2012"),
    Scene("naip_north_dakota_2017"),
    Scene("landsat7_campeche_1999_int16", (3, 2, 1), is_stretched=True),
    Scene("sentinel2_north_carolina_2018", (4, 3, 2), bare=255),
    Scene("sentinel2_flanders_2023_nir_r_g", (2, 3, 1), reason="order",
          hint="Band 1 stands for blue, but it seems to be near infrared (B08)"),
    Scene("drone_ortho_2cm_rgba"),
]  # fmt: skip


def make(scene: Scene, path: Path) -> None:
    """Write a small raster with all that is particular about a scene."""
    rng = np.random.default_rng(len(scene.name))
    height, width = 150, 170
    smooth = np.add.outer(np.arange(height), np.arange(width))
    options = {"crs": "EPSG:26914", "transform": Affine(5, 0, 600_000, 0, -5, 5_200_000)}
    nodata, colors = None, None
    if scene.is_stretched:
        data = (rng.integers(150, 900, (8, height, width)) + 5 * smooth).astype(np.int16)
        data[:, :20] = nodata = -9999
        names = [f"band {i} reflectance" for i in (1, 2, 3, 4, 5, 7)]
        names += ["band 6 temperature", "fmask"]
        options |= {"crs": "EPSG:32615", "transform": Affine(30, 0, 6e5, 0, -30, 2e6)}
    elif scene.bare is not None:
        data = rng.integers(1, 250, (8, height, width)).astype(np.uint8)
        data[:, smooth < 80] = data[:, smooth > 250] = scene.bare
        names = [f"B{i:02}" for i in range(1, 9)]
        options |= {"crs": "EPSG:4326", "transform": Affine(9e-5, 0, -76.7, 0, -7.4e-5, 34.8)}
    elif scene.hint:
        data = rng.integers(1, 255, (3, height, width)).astype(np.uint8)
        names = ["B08", "B04", "B03"]
        colors = ["red", "green", "blue"]
        options |= {"crs": "EPSG:32631"}
    elif scene.name.startswith("drone"):
        data = rng.integers(1, 255, (4, height, width)).astype(np.uint8)
        data[3] = np.where(smooth > 40, 255, 0)
        names = ["red", "green", "blue", ""]
        colors = ["red", "green", "blue", "alpha"]
        options |= {"crs": "EPSG:32633", "transform": Affine(0.02, 0, 5e5, 0, -0.02, 5e6)}
    else:
        data = rng.integers(1, 255, (4, height, width)).astype(np.uint8)
        data[:, -30:, :30] = nodata = 0
        names = ["red", "green", "blue", "nir"]
        colors = ["red", "green", "blue", "undefined"]
    with rasterio.open(path, "w", driver="GTiff", width=width, height=height, count=len(data),
                       dtype=data.dtype, nodata=nodata, tiled=True, blockxsize=64, blockysize=64,
                       photometric="RGB" if colors else "MINISBLACK",
                       alpha="YES" if colors and "alpha" in colors else "NO",
                       **options) as dataset:  # fmt: skip
        dataset.write(data)
        for index, name in enumerate(names, 1):
            dataset.set_band_description(index, name)
        if colors:
            dataset.colorinterp = [ColorInterp[color] for color in colors]


@pytest.fixture(params=["real", "made"])
def path_of(request, tmp_path):
    """Return a function from a scene to its file."""

    def find(scene: Scene) -> Path:
        real = SCENES / f"{scene.name}.tif"
        if request.param == "real":
            if not real.exists():
                pytest.skip(
                    f"{real} is not there; CROSSEARTH_DATA_DIR names the folder with scenes/"
                )
            return real
        made = tmp_path / f"{scene.name}.tif"
        make(scene, made)
        return made

    return find


def expected_map(path: Path, scene: Scene, model: Path, bare: int | None) -> np.ndarray:
    """The map by numpy's own means, read as a whole."""
    info = find_model(str(model))
    with rasterio.open(path) as dataset:
        pixels = dataset.read(scene.bands).astype(np.float64)
        if dataset.colorinterp[-1] == ColorInterp.alpha:
            valid = dataset.read(dataset.count) > 0
        elif dataset.nodata is not None:
            is_nodata = pixels == dataset.nodata
            valid = ~(is_nodata.any(0) if scene.is_stretched else is_nodata.all(0))
        else:
            valid = np.ones(dataset.shape, bool)
    if bare is not None:
        valid &= ~(pixels == bare).all(axis=0)
    if scene.is_stretched:
        limits = np.array([np.percentile(band[valid], [2, 98]) for band in pixels])
        low, high = limits.T[:, :, None, None]
        pixels = np.clip((pixels - low) / (high - low), 0, 1) * 255
    mean, std = (np.array(v)[:, None, None] for v in (info.mean, info.std))
    x = ((pixels - mean) / std).astype(np.float32)
    scores = load_backend(info, "cpu", 1).run(x[None])[0]
    return np.where(valid, scores.argmax(axis=0), NODATA)


def segment(path: Path, output: Path, *options) -> dict:
    done = crossearth("segment", path, output, "--json", *options)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.parametrize("scene", ALL, ids=lambda scene: scene.name)
def test_every_pixel_of_a_scene_gets_its_class(tmp_path, color_model, path_of, scene):
    path = path_of(scene)
    files = sorted(path.parent.iterdir())
    (tmp_path / "out").mkdir()
    output = tmp_path / "out" / "map.tif"
    result = segment(path, output, "--model", color_model)
    classes = read(output)
    expected = expected_map(path, scene, color_model, None)
    assert np.array_equal(classes == NODATA, expected == NODATA)
    # Limits of a stretch are sums of many numbers: a last digit may turn a pixel over.
    assert np.mean(classes == expected) > (0.9999 if scene.is_stretched else 0.999999)

    assert tuple(band["index"] for band in result["bands"]) == scene.bands
    assert scene.reason in [band["reason"] for band in result["bands"]]
    assert (result["stretch"] is not None) == scene.is_stretched
    warnings = " ".join(result["warnings"])
    assert ("--nodata" in warnings) == (scene.bare is not None)
    assert scene.hint in warnings

    with rasterio.open(path) as source, rasterio.open(output) as dataset:
        assert (dataset.crs, dataset.shape) == (source.crs, source.shape)
        assert dataset.transform.almost_equals(source.transform)
        across, down = abs(source.transform.a), abs(source.transform.e)
        pixel_m2 = across * down
        if source.crs.is_geographic:
            latitude = np.radians((source.bounds.top + source.bounds.bottom) / 2)
            pixel_m2 *= 111_320**2 * np.cos(latitude)
    area = sum(result["class_area_m2"].values())
    assert area == pytest.approx((expected != NODATA).sum() * pixel_m2, rel=0.01)
    assert sorted(path.parent.iterdir()) == sorted({*files, *path.parent.glob("out")})


def test_the_unmarked_border_is_left_out_when_it_is_named(tmp_path, color_model, path_of):
    scene = next(scene for scene in ALL if scene.bare is not None)
    path = path_of(scene)
    result = segment(path, tmp_path / "map.tif", "--model", color_model, "--nodata", scene.bare)
    expected = expected_map(path, scene, color_model, scene.bare)
    assert np.array_equal(read(tmp_path / "map.tif"), expected)
    assert 0.1 < np.mean(expected == NODATA) < 0.9
    assert "--nodata" not in " ".join(result["warnings"])


def test_an_extent_of_a_stretched_scene_is_a_part_of_its_map(tmp_path, color_model, path_of):
    scene = next(scene for scene in ALL if scene.is_stretched)
    path = path_of(scene)
    whole = segment(path, tmp_path / "whole.tif", "--model", color_model)
    with rasterio.open(path) as dataset:
        left, top = dataset.transform @ (30, 40)
        right, bottom = dataset.transform @ (80, 90)
    extent = f"{left},{bottom},{right},{top}"
    part = segment(path, tmp_path / "part.tif", "--model", color_model, "--extent", extent)
    assert part["stretch"] == whole["stretch"]
    assert np.array_equal(read(tmp_path / "part.tif"), read(tmp_path / "whole.tif")[40:90, 30:80])


def test_polygons_in_another_crs_limit_a_scene_in_degrees(tmp_path, color_model):
    path = SCENES / "sentinel2_north_carolina_2018.tif"
    polygons = SCENES / "sentinel2_north_carolina_2018_polygons.gpkg"
    if not path.exists():
        pytest.skip(f"{path} is not there; CROSSEARTH_DATA_DIR names the folder with scenes/")
    import pyogrio
    import shapely
    from rasterio.warp import transform_geom

    meta, _, wkb, _ = pyogrio.raw.read(polygons, columns=[])
    assert meta["crs"] == "EPSG:32618"
    result = segment(path, tmp_path / "map.tif", "--model", color_model, "--mask", polygons)
    shapes = [shapely.geometry.mapping(shape) for shape in shapely.from_wkb(wkb)]
    with rasterio.open(tmp_path / "map.tif") as dataset:
        shapes = [transform_geom("EPSG:32618", dataset.crs, shape) for shape in shapes]
        inside = geometry_mask(shapes, dataset.shape, dataset.transform, invert=True)
        classes = dataset.read(1)
    assert np.mean((classes != NODATA) == inside) > 0.99999
    drawn = sum(shape.area for shape in shapely.from_wkb(wkb))
    assert sum(result["class_area_m2"].values()) == pytest.approx(drawn, rel=0.05)


@pytest.mark.parametrize("scene", [ALL[2], ALL[3], ALL[6]], ids=lambda scene: scene.name)
def test_the_bundled_model_maps_a_scene(tmp_path, path_of, scene):
    path = path_of(scene)
    result = segment(path, tmp_path / "map.tif", "--grid", "model")
    assert result["model"]["id"] == "crossearth-base-rgb"
    classes = read(tmp_path / "map.tif")
    values = {item["value"] for item in result["classes"]}
    assert set(np.unique(classes)) <= values | {NODATA}
    with rasterio.open(tmp_path / "map.tif") as dataset, rasterio.open(path) as source:
        assert dataset.bounds == pytest.approx(source.bounds)
        # A pixel of the network is valid if any of the raster's in it is.
        assert 0 <= np.mean(classes != NODATA) - np.mean(source.dataset_mask() > 0) < 0.05
