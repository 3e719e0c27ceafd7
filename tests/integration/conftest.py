"""Both sides together: the real engine, the bundled model, scenes made on the spot."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsSettings

from crossearth_qgis.bridge.engine import Engine
from crossearth_qgis.models import catalog
from crossearth_qgis.processing.provider import CrossEarthProvider
from crossearth_qgis.setup import engine_environment
from crossearth_qgis.shared import model_places

gdal.UseExceptions()

_PATCH = 25  # pixels of one colour


@pytest.fixture(scope="session", autouse=True)
def engine_python() -> str:
    """Return the engine's Python; without one, or without a model, there is nothing to test."""
    python = os.environ.get("CROSSEARTH_ENGINE_PYTHON")
    if not python or engine_environment.find() is None:
        pytest.skip("CROSSEARTH_ENGINE_PYTHON does not name the engine's Python")
    if catalog.find(model_places.DEFAULT_ID) is None:
        pytest.skip("The bundled model is not in this checkout")
    return python


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    QgsSettings().remove("crossearth")


SceneFactory = Callable[..., Path]


@pytest.fixture
def scene_factory(tmp_path: Path) -> SceneFactory:
    """Return a maker of RGB scenes in UTM at 0.5 m, of patches in random colours."""

    def make(name: str = "scene.tif", width: int = 700, height: int = 600, seed: int = 1) -> Path:
        colors = random.Random(seed)
        path = tmp_path / name
        scene = gdal.GetDriverByName("GTiff").Create(
            str(path), width, height, 3, gdal.GDT_Byte, ["TILED=YES", "PHOTOMETRIC=RGB"]
        )
        scene.SetGeoTransform((500_000, 0.5, 0, 2_000_000, 0, -0.5))
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(32643)
        scene.SetProjection(crs.ExportToWkt())
        for top in range(0, height, _PATCH):
            rows = min(_PATCH, height - top)
            for band in (1, 2, 3):
                patches = b"".join(
                    bytes([colors.randrange(256)]) * _PATCH for _ in range(0, width, _PATCH)
                )
                scene.GetRasterBand(band).WriteRaster(0, top, width, rows, patches[:width] * rows)
        scene = None
        return path

    return make


@pytest.fixture
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.stop()


@pytest.fixture
def provider(qgis_processing: None, engine: Engine) -> Iterator[CrossEarthProvider]:
    provider = CrossEarthProvider(engine)
    registry = QgsApplication.processingRegistry()
    registry.addProvider(provider)
    yield provider
    registry.removeProvider(provider)
