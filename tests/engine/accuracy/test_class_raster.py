from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio

from crossearth_engine.accuracy.class_raster import ClassRaster
from crossearth_engine.errors import IncompatibleRaster
from tests.engine.training.scenes import transform


def write_values(path: Path, values: np.ndarray, **options: str) -> Path:
    count, height, width = values.shape
    with rasterio.open(
        path, "w", driver="GTiff", width=width, height=height, count=count, dtype=values.dtype,
        crs="EPSG:32636", transform=transform(), **options,
    ) as dataset:  # fmt: skip
        dataset.write(values)
    return path


@pytest.mark.parametrize(
    ("bands", "reason"), [(3, "3 bands"), (4, "4 bands"), (1, "120 different values")]
)
def test_image_of_bytes_is_no_map(tmp_path: Path, bands: int, reason: str) -> None:
    pixels = np.random.default_rng(0).integers(0, 120, (bands, 64, 64), np.uint8)
    path = write_values(tmp_path / "photo.tif", pixels)
    with pytest.raises(IncompatibleRaster, match=reason):
        ClassRaster(path)


def test_transparency_is_no_second_band(tmp_path: Path) -> None:
    values = np.stack([np.eye(8, dtype=np.uint8), np.full((8, 8), 255, np.uint8)])
    values[1, 0] = 0
    path = write_values(tmp_path / "map.tif", values, alpha="yes")
    with ClassRaster(path) as classes:
        assert [item.name for item in classes.classes] == ["0", "1"]
        assert classes.count()[0].tolist() == [49, 7]


def test_many_values_with_colors_are_a_map(tmp_path: Path) -> None:
    values = np.arange(120, dtype=np.uint8).repeat(10).reshape(1, 30, 40)
    path = write_values(tmp_path / "crops.tif", values)
    with rasterio.open(path, "r+") as dataset:
        dataset.write_colormap(1, {value: (value, 0, 0, 255) for value in range(120)})
    with ClassRaster(path) as classes:
        assert len(classes.classes) == 120


@pytest.mark.parametrize("crs", ["EPSG:32637", "EPSG:4326"])
def test_a_raster_elsewhere_is_no_reference(tmp_path: Path, crs: str) -> None:
    values = np.eye(16, dtype=np.uint8)[None]
    with ClassRaster(write_values(tmp_path / "map.tif", values)) as classes:
        elsewhere = write_values(tmp_path / "elsewhere.tif", values)
        with pytest.raises(IncompatibleRaster, match=r"no pixels with data where .*map\.tif"):
            ClassRaster(elsewhere, classes, crs=crs)


def test_a_raster_without_a_class_is_no_map(tmp_path: Path) -> None:
    path = write_values(tmp_path / "empty.tif", np.zeros((1, 8, 8), np.uint8), nodata="0")
    with pytest.raises(IncompatibleRaster, match="no pixels with data"):
        ClassRaster(path)


def test_a_map_of_another_program_has_the_names_of_its_legend(tmp_path: Path) -> None:
    values = np.arange(64, dtype=np.uint8).reshape(1, 8, 8) % 4
    path = write_values(tmp_path / "map.tif", values)
    entries = '<paletteEntry value="1" label="lake" color="#0000ff"/><paletteEntry value="7"/>'
    path.with_suffix(".qml").write_text(f"<qgis>{entries}</qgis>")
    with ClassRaster(path, names={2: "moor"}) as classes:
        assert [item.name for item in classes.classes] == ["0", "lake", "moor", "3"]
        assert classes.classes[1].color == "#0000ff"


def test_many_values_with_names_are_a_map(tmp_path: Path) -> None:
    values = np.arange(120, dtype=np.uint8).repeat(10).reshape(1, 30, 40)
    path = write_values(tmp_path / "crops.tif", values)
    entries = "".join(f'<paletteEntry value="{i}" label="crop {i}"/>' for i in range(120))
    path.with_suffix(".qml").write_text(f"<qgis>{entries}</qgis>")
    with ClassRaster(path) as classes:
        assert classes.classes[119].name == "crop 119"
