"""Rasters and networks made on the spot, so that tests need no file but their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
import rasterio
from affine import Affine
from hypothesis import settings
from onnx import TensorProto, helper

from crossearth_engine.inference import library_trial
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.storage import objects
from tests.engine.object_store import Client, serving_objects

UTM = "EPSG:32636"
# Of a network that says how pixels are scaled: divided by 255, as Deepness does.
SHARES = {"standardization_mean": "0", "standardization_std": "1"}

# Shared machines are slow at times; a slow example is not a wrong one.
settings.register_profile("shared-machine", deadline=None)
settings.load_profile("shared-machine")


@pytest.fixture(autouse=True)
def _without_trials(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Compute in onnxruntime and in fp32, whatever a trial would find, but in tests of trials."""
    if not {"openvino", "trials"} & {marker.name for marker in request.node.iter_markers()}:
        monkeypatch.setattr(library_trial, "trial_key", lambda *_: None)


@pytest.fixture(scope="session")
def object_server() -> Iterator[Client]:
    """A store of objects in a process of its own."""
    with serving_objects() as client:
        yield client


@pytest.fixture
def store(
    object_server: Client, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """An empty store where GDAL looks for S3's, Google's and Azure's, which is asked again soon."""
    for name, value in object_server.settings().items():
        monkeypatch.setenv(name, value)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    monkeypatch.setattr(objects, "DELAYS_S", (0.01,) * 6)
    monkeypatch.setitem(objects.PATIENCE, "GDAL_HTTP_RETRY_DELAY", 0.01)
    object_server.clear()
    object_server.faults()
    object_server.requests()
    yield object_server
    object_server.faults()


@pytest.fixture
def raster_factory(tmp_path: Path) -> Callable[..., Path]:
    """Write a raster and return its path."""

    def make(
        size: tuple[int, int] = (64, 48),
        count: int = 3,
        dtype: str = "uint8",
        crs: str | None = UTM,
        transform: Affine | None = None,
        nodata: float | None = None,
        block_size: int | None = None,
        data: np.ndarray | None = None,
        mask: np.ndarray | None = None,
        colorinterp: list[str] | None = None,
        name: str = "raster.tif",
        seed: int = 0,
    ) -> Path:
        if data is None:
            rng = np.random.default_rng(seed)
            data = rng.integers(1, 255, (count, size[1], size[0])).astype(dtype)
        count, height, width = data.shape
        path = tmp_path / name
        has_alpha = colorinterp is not None and "alpha" in colorinterp
        photometric = "RGB" if count in (3, 4) and (has_alpha or not colorinterp) else "MINISBLACK"
        tiling: dict[str, Any] = {}
        if block_size is not None:
            tiling = {"tiled": True, "blockxsize": block_size, "blockysize": block_size}
        with (
            rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
            rasterio.open(
                path,
                "w",
                driver="GTiff",
                width=width,
                height=height,
                count=data.shape[0],
                dtype=data.dtype,
                crs=crs,
                transform=transform or Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000),
                nodata=nodata,
                photometric=photometric,
                alpha="YES" if has_alpha else "NO",
                **tiling,
            ) as dataset,
        ):
            dataset.write(data)
            if colorinterp is not None:
                dataset.colorinterp = [rasterio.enums.ColorInterp[c] for c in colorinterp]
            if mask is not None:
                dataset.write_mask(mask)
        return path

    return make


@pytest.fixture
def color_model(tmp_path: Path) -> Path:
    """A network without context: the class of a pixel depends on its colour alone."""
    rng = np.random.default_rng(7)
    weights = rng.normal(size=(4, 3, 1, 1)).astype(np.float32)
    return save_network(tmp_path / "color.onnx", weights, SHARES)


@pytest.fixture
def context_model(tmp_path: Path) -> Path:
    """A network that looks 7 pixels far."""
    rng = np.random.default_rng(8)
    weights = (rng.normal(size=(4, 3, 15, 15)) / 15).astype(np.float32)
    return save_network(tmp_path / "context.onnx", weights, SHARES)


def save_network(
    path: Path,
    weights: np.ndarray,
    metadata: dict[str, str] | None = None,
    batch: int | str = "B",
    size: int | str = "S",
    activation: str = "Softmax",
) -> Path:
    """Save a one-layer network with these convolution weights (K, C, k, k) as ONNX."""
    classes, bands, kernel, _ = weights.shape
    axis = {"axis": 1} if activation == "Softmax" else {}
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["z"], pads=[kernel // 2] * 4),
        helper.make_node(activation, ["z"], ["y"], **axis),
    ]
    graph = helper.make_graph(
        nodes,
        "network",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [batch, bands, size, size])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [batch, classes, size, size])],
        [helper.make_tensor("w", TensorProto.FLOAT, weights.shape, weights.tobytes(), raw=True)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, {"model_type": '"Segmentor"', **(metadata or {})})
    onnx.save(model, path)
    return path


class RecordedJob(Job):
    """A job that remembers what it was told, and can be canceled at a window."""

    def __init__(self, cancel_at: int | None = None) -> None:
        self.progresses: list[tuple[int, int, float | None]] = []
        self.stages: list[tuple[str, float]] = []
        self.logs: list[tuple[str, str]] = []
        self._cancel_at = cancel_at
        super().__init__(self._record, lambda level, text: self.logs.append((level, text)))

    def _record(self, done: int, total: int, left: float | None) -> None:
        self.progresses.append((done, total, left))
        self.stages.append((self.stage, self.share))
        if done == self._cancel_at:
            self.cancel()


def run(input: Path, output: Path, job: Job | None = None, **options: Any) -> dict[str, Any]:
    request = SegmentRequest.from_arguments(
        {"input": str(input), "output": str(output), "threads": 1, **options}
    )
    return segment(request, job or RecordedJob())


def read(path: Path) -> np.ndarray:
    with rasterio.open(path) as dataset:
        return dataset.read(1)
