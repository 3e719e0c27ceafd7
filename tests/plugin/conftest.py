"""A fake engine, a made-up model, small rasters; nothing of the user's own profile or data."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from osgeo import gdal, osr
from qgis.core import QgsApplication, QgsRasterLayer, QgsSettings

from crossearth_qgis import paths
from crossearth_qgis.bridge.engine import Engine
from crossearth_qgis.processing.provider import CrossEarthProvider
from tests.plugin.support import FakeEngines, write_model

gdal.UseExceptions()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a user data folder of its own, and no settings of ours."""
    folder = tmp_path / "home"
    monkeypatch.setenv("CROSSEARTH_HOME", str(folder))
    monkeypatch.delenv("CROSSEARTH_ENGINE_PYTHON", raising=False)
    QgsSettings().remove("crossearth")
    return folder


@pytest.fixture
def tiny_model(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Put one made-up model on offer, with no weights worth the name."""
    monkeypatch.setattr(paths, "BUNDLED_MODELS", home / "no-bundled-models")
    return write_model(home / "models" / "tiny")


RasterFactory = Callable[..., Path]


@pytest.fixture
def raster_factory(tmp_path: Path) -> RasterFactory:
    """Return a maker of small GeoTIFFs."""

    def make(
        name: str = "scene.tif",
        count: int = 3,
        size: int = 20,
        epsg: int | None = 32643,
        colors: tuple[int, ...] = (gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand),
        driver: str = "GTiff",
    ) -> Path:
        path = tmp_path / name
        options = ["PHOTOMETRIC=MINISBLACK"] if driver == "GTiff" else []
        dataset = gdal.GetDriverByName(driver).Create(
            str(path), size, size, count, gdal.GDT_Byte, options
        )
        dataset.SetGeoTransform((500_000, 10, 0, 2_000_000, 0, -10))
        if epsg is not None:
            crs = osr.SpatialReference()
            crs.ImportFromEPSG(epsg)
            dataset.SetProjection(crs.ExportToWkt())
        for band in range(1, count + 1):
            interpretation = colors[band - 1] if band <= len(colors) else gdal.GCI_Undefined
            dataset.GetRasterBand(band).SetColorInterpretation(interpretation)
            dataset.GetRasterBand(band).Fill(band)
        dataset = None
        return path

    return make


@pytest.fixture
def raster_layer(raster_factory: RasterFactory) -> QgsRasterLayer:
    """Return a layer of three bands, 200 m by 200 m."""
    return QgsRasterLayer(str(raster_factory()), "Scene")


@pytest.fixture
def fake_engine(tmp_path: Path) -> Iterator[FakeEngines]:
    engines = FakeEngines(tmp_path / "requests.jsonl")
    yield engines
    engines.stop()


@pytest.fixture
def use_provider(
    qgis_processing: None, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[Engine], CrossEarthProvider]]:
    """Return a function that registers our provider with an engine."""
    # canExecute asks for an environment; which one does not matter to a fake engine.
    monkeypatch.setenv("CROSSEARTH_ENGINE_PYTHON", sys.executable)
    registry = QgsApplication.processingRegistry()
    providers: list[CrossEarthProvider] = []

    def register(engine: Engine) -> CrossEarthProvider:
        provider = CrossEarthProvider(engine)
        registry.addProvider(provider)
        providers.append(provider)
        return provider

    yield register
    for provider in providers:
        registry.removeProvider(provider)
