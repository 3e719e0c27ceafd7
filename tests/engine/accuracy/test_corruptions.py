from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from PIL import Image
from scipy import ndimage

from crossearth_engine.accuracy import corruptions, robustness
from crossearth_engine.accuracy.corrupted_raster import CleanRaster, put_back
from crossearth_engine.accuracy.corruptions import CORRUPTIONS, Moving, Place, Spoiling
from crossearth_engine.accuracy.evaluate import EvaluateRequest, _iou_of_reference, evaluate
from crossearth_engine.accuracy.figures import accuracy_figures
from crossearth_engine.errors import InvalidRequest, JobCanceled
from crossearth_engine.shared.palette import ClassInfo
from tests.engine.conftest import RecordedJob, run

BY_NAME = {corruption.name: corruption for corruption in CORRUPTIONS}
SPOILING = [corruption for corruption in CORRUPTIONS if isinstance(corruption, Spoiling)]
MOVING = [corruption for corruption in CORRUPTIONS if isinstance(corruption, Moving)]
HERE = Place(0, 0, 0)


def names(of: list[Spoiling] | list[Moving]) -> list[str]:
    return [corruption.name for corruption in of]


def shades(*shape: int) -> np.ndarray:
    return np.random.default_rng(0).random(shape, np.float32)


def spoil(name: str, pixels: np.ndarray, level: float, place: Place = HERE) -> np.ndarray:
    corruption = BY_NAME[name]
    assert isinstance(corruption, Spoiling)
    return corruption.spoil(pixels, level, place)


def write(path: Path, pixels: np.ndarray, **options: object) -> Path:
    profile = {
        "crs": "EPSG:32636",
        "transform": rasterio.Affine(2, 0, 1000, 0, -2, 9000),
        **options,
    }
    count, height, width = pixels.shape
    with rasterio.open(
        path, "w", "GTiff", width, height, count, dtype=pixels.dtype, **profile
    ) as dataset:
        dataset.write(pixels)
    return path


def spoiled(path: Path, name: str, level: float, bands: list[int] | None = None) -> Path:
    target = path.with_name(f"{name}.tif")
    with CleanRaster(str(path), bands, None, None) as raster:
        corruption = BY_NAME[name]
        assert isinstance(corruption, (Spoiling, Moving))
        raster.spoil(target, corruption, level, 0, RecordedJob())
    return target


def test_they_are_the_twelve_of_the_benchmark_in_five_strengths() -> None:
    assert len(BY_NAME) == 12
    assert all(len(set(corruption.levels)) == 5 for corruption in CORRUPTIONS)


@pytest.mark.parametrize("name", names(SPOILING))
def test_each_does_more_harm_the_stronger_it_is(name: str) -> None:
    image = np.float32(ndimage.gaussian_filter(shades(3, 400, 400), (0, 2, 2)))
    image = (image - image.min()) / np.ptp(image)
    harms = [np.square(spoil(name, image, level) - image).mean() for level in BY_NAME[name].levels]
    assert harms == sorted(harms)
    assert harms[-1] > 0
    # As the benchmark has it.
    assert harms[0] > 0 or name in ("brightness-contrast", "clouds")


@pytest.mark.parametrize("name", names(SPOILING))
def test_same_seed_gives_the_same_harm(name: str) -> None:
    level = BY_NAME[name].levels[2]
    image = shades(3, 64, 64)
    np.testing.assert_array_equal(spoil(name, image, level), spoil(name, image, level))


@pytest.mark.parametrize("name", [name for name in names(SPOILING) if not name.endswith("noise")])
def test_a_part_is_spoiled_as_in_the_whole(name: str) -> None:
    corruption = BY_NAME[name]
    assert isinstance(corruption, Spoiling)
    image, halo = shades(3, 160, 160), corruption.halo
    whole = spoil(name, image, corruption.levels[4])
    part = spoil(
        name,
        image[:, 64 - halo : 96 + halo, 48 - halo : 112 + halo],
        corruption.levels[4],
        Place(64 - halo, 48 - halo, 0),
    )
    inside = part[:, halo : halo + 32, halo : halo + 64]
    np.testing.assert_allclose(inside, whole[:, 64:96, 48:112], atol=1e-6)


def test_blur_is_that_of_scipy() -> None:
    image = shades(1, 50, 60)
    spoilt = spoil("gaussian-blur", image, 11)
    by_scipy = ndimage.gaussian_filter(image[0], 2.0, mode="mirror", radius=5)
    np.testing.assert_allclose(spoilt[0], by_scipy, atol=1e-6)


def test_motion_is_the_mean_of_neighbours_in_a_row() -> None:
    row = np.zeros((1, 1, 21), np.float32)
    row[..., 10] = 1
    found = spoil("motion-blur", row, 4)[0, 0]
    assert sorted(found)[-4:] == [0.25] * 4
    assert found.sum() == 1
    assert 10 in np.flatnonzero(found)


def test_jpeg_is_that_of_pillow() -> None:
    image = np.float32(ndimage.gaussian_filter(shades(3, 96, 128), (0, 3, 3)))
    coded = np.rint(image * 255).astype(np.uint8)
    buffer = io.BytesIO()
    Image.fromarray(coded.transpose(1, 2, 0)).save(buffer, "JPEG", quality=20)
    by_pillow = np.asarray(Image.open(buffer)).transpose(2, 0, 1)
    found = spoil("compression-artifacts", image, 20) * 255
    # They make whole pixels of halved colours in different ways.
    assert np.abs(found - by_pillow).mean() < 0.3 * np.abs(found - coded).mean()


def test_jpeg_takes_any_number_of_bands() -> None:
    for count in (1, 2, 4, 7):
        assert spoil("compression-artifacts", shades(count, 20, 33), 10).shape == (count, 20, 33)


def test_clouds_are_white_and_cover_a_few_percent() -> None:
    black = np.zeros((1, 800, 800), np.float32)
    covers = [
        np.mean([(spoil("clouds", black, d, Place(0, 0, s)) > 0.45).mean() for s in range(2)])
        for d in (0.1, 0.3)
    ]
    assert covers[0] < 0.05 < covers[1] < 0.25


@pytest.mark.parametrize("name", names(MOVING))
def test_map_of_moved_raster_is_put_back(name: str, tmp_path: Path) -> None:
    classes = np.kron(np.arange(70).reshape(7, 10) % 5 + 1, np.ones((100, 60)))[None]
    path = write(tmp_path / "scene.tif", classes.astype(np.uint8), nodata=0)
    corruption = BY_NAME[name]
    assert isinstance(corruption, Moving)
    for level in corruption.levels[::2]:
        moved = spoiled(path, name, level)
        *_, to_source = corruption.move(level, 700, 600)
        put_back(moved, tmp_path / "back.tif", path, to_source)
        with rasterio.open(tmp_path / "back.tif") as dataset:
            same = dataset.read(1) == classes[0]
            assert dataset.transform == rasterio.Affine(2, 0, 1000, 0, -2, 9000)
        # Where classes meet there is something between them.
        assert same.mean() > 0.93
        if name == "translation" or level == 90:
            assert same.all()


def test_turning_cuts_nothing_off(tmp_path: Path) -> None:
    path = write(tmp_path / "scene.tif", np.full((1, 300, 700), 9, np.uint8))
    with rasterio.open(spoiled(path, "rotation", 30)) as dataset:
        valid = dataset.dataset_mask() > 0
    assert valid.sum() == pytest.approx(300 * 700, rel=0.01)
    assert not valid.all()


@pytest.mark.parametrize("name", names(SPOILING))
def test_what_has_no_data_keeps_none_and_spoils_nothing(name: str, tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(300, 3000, (2, 600, 40)).astype(np.float32)
    pixels[0, :, 20:] = np.nan
    path = write(tmp_path / "scene.tif", pixels)
    with rasterio.open(spoiled(path, name, BY_NAME[name].levels[4])) as dataset:
        valid, found = dataset.dataset_mask() > 0, dataset.read()
    np.testing.assert_array_equal(valid, np.isfinite(pixels).all(axis=0))
    assert np.isfinite(found[:, valid]).all()


def test_raster_keeps_its_type_and_what_is_said_of_it(tmp_path: Path) -> None:
    pixels = np.random.default_rng(0).integers(300, 3000, (4, 30, 40)).astype(np.uint16)
    path = write(tmp_path / "scene.tif", pixels)
    with rasterio.open(path, "r+") as dataset:
        dataset.descriptions = ("Blue", "Green", "Red", "Alpha")
        dataset.scales, dataset.offsets = (1e-4,) * 4, (-0.1,) * 4
        dataset.colorinterp = [*dataset.colorinterp[:3], rasterio.enums.ColorInterp.alpha]
        dataset.update_tags(1, ns="IMAGERY", CENTRAL_WAVELENGTH_UM="0.49")
    with rasterio.open(spoiled(path, "brightness-contrast", 0.0)) as dataset:
        assert dataset.dtypes == ("uint16",) * 3
        assert dataset.descriptions == ("Blue", "Green", "Red")
        assert dataset.scales == (1e-4,) * 3
        assert dataset.offsets == (-0.1,) * 3
        assert dataset.tags(1, ns="IMAGERY")["CENTRAL_WAVELENGTH_UM"] == "0.49"
        np.testing.assert_array_equal(dataset.read(), pixels[:3])


def test_bands_are_those_that_are_asked_for(tmp_path: Path) -> None:
    pixels = np.arange(5, dtype=np.uint8).reshape(5, 1, 1) * np.ones((5, 30, 30), np.uint8)
    path = write(tmp_path / "scene.tif", pixels)
    with CleanRaster(str(path), [5, 2, 2], None, None) as raster:
        assert raster.bands == [2, 1, 1]
    with rasterio.open(spoiled(path, "brightness-contrast", 0.0, [5, 2, 2])) as dataset:
        assert dataset.read()[:, 0, 0].tolist() == [1, 4]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two of them in two strengths: the others would be the same to a run."""
    chosen = tuple(BY_NAME[name] for name in ("brightness-contrast", "rotation"))
    chosen = tuple(replace(found, levels=found.levels[::4]) for found in chosen)  # type: ignore[arg-type]
    monkeypatch.setattr(robustness, "CORRUPTIONS", chosen)


@pytest.fixture
def scene(tmp_path: Path) -> Path:
    pixels = np.zeros((3, 90, 120), np.uint8)
    for band in range(3):
        pixels[band, :, 40 * band : 40 * band + 40] = 250
    return write(tmp_path / "scene.tif", pixels)


@pytest.mark.usefixtures("few")
def test_model_is_judged_on_spoiled_imagery(scene: Path, tmp_path: Path, color_model: Path) -> None:
    run(scene, tmp_path / "truth.tif", model=str(color_model))
    asked = EvaluateRequest(
        reference=str(tmp_path / "truth.tif"),
        model=str(color_model),
        raster=str(scene),
        corruptions=True,
        report=str(tmp_path / "report.html"),
    )
    found = evaluate(asked, RecordedJob())["corruptions"]
    by_name = {row["name"]: row for row in found["rows"]}
    assert found["clean"] == 1.0
    assert by_name["brightness-contrast"]["mean_iou"][0] == 1.0
    assert by_name["rotation"]["mean_iou"][1] == 1.0
    assert by_name["rotation"]["mean_iou"][0] == pytest.approx(1.0, abs=0.1)
    assert found["mean"] == pytest.approx(np.mean([row["mean"] for row in found["rows"]]))
    assert "Imagery spoiled" in (tmp_path / "report.html").read_text(encoding="utf-8")


@pytest.mark.usefixtures("few")
def test_cancel_ends_it(scene: Path, tmp_path: Path, color_model: Path) -> None:
    run(scene, tmp_path / "truth.tif", model=str(color_model))
    asked = EvaluateRequest(
        reference=str(tmp_path / "truth.tif"),
        model=str(color_model),
        raster=str(scene),
        corruptions=True,
    )

    class Canceling(RecordedJob):
        def start(self, stage: str) -> None:
            super().start(stage)
            if stage == "corruptions":
                self.cancel()

    with pytest.raises(JobCanceled):
        evaluate(asked, Canceling())


def test_strays_of_a_class_that_is_nowhere_do_not_change_what_is_compared() -> None:
    classes = [ClassInfo(value, str(value), "#000000") for value in (1, 2, 3)]
    pure = accuracy_figures(np.array([[50, 0, 0], [0, 50, 0], [0, 0, 0]]), classes)
    with_a_stray = accuracy_figures(np.array([[49, 0, 1], [0, 50, 0], [0, 0, 0]]), classes)
    assert with_a_stray["mean_iou"] < 0.7
    assert _iou_of_reference(pure) == 1.0
    assert _iou_of_reference(with_a_stray) == pytest.approx(0.99)


def test_map_cannot_be_spoiled(tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="of a model and a raster"):
        evaluate(EvaluateRequest(reference="a", map="b", corruptions=True), RecordedJob())


def test_range_of_the_clouds_noise_is_as_stated() -> None:
    frame = np.arange(0, corruptions.FRAME, 4)
    ends = [(n.min(), n.max()) for n in (corruptions._perlin(frame, frame, s) for s in range(40))]
    np.testing.assert_allclose(np.median(ends, axis=0), corruptions._CLOUD_RANGE, atol=0.06)
