"""The files that the examples of the command line name, small."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pyogrio.raw
import rasterio
import shapely
from affine import Affine

from tests.engine.conftest import SHARES, UTM, save_network

SIZE, PIXEL_M, LEFT, TOP = 192, 0.3, 500_000.0, 4_000_000.0


def write(folder: Path) -> None:
    """Write them all into a folder."""
    (folder / "scenes").mkdir()
    for seed, name in enumerate(("scene", "scenes/north", "scenes/south")):
        scene(folder / f"{name}.tif", seed)
    _squares(folder / "fields.gpkg", "kind", ["field"], edge=90)
    _squares(folder / "samples.gpkg", "class", ["dark", "light"] * 6, edge=16)
    _squares(folder / "buildings.gpkg", "class", ["building"] * 4, edge=40)
    weights = np.eye(2, 3, dtype=np.float32)[:, :, None, None]
    save_network(folder / "network.onnx", weights, SHARES)


def publish(folder: Path, name: str) -> None:
    """Write a folder like those of published models, with a small one in it."""
    from tests.engine.networks.tiny import lively, save_like_published

    folder.mkdir()
    state = lively(num_classes=6).state_dict()
    content = save_like_published(folder / name, state).read_bytes()
    line = f"{hashlib.sha256(content).hexdigest()}  {name}\n"
    (folder / "SHA256SUMS").write_text(line, encoding="utf-8")


def scene(path: Path, seed: int) -> None:
    """Write an image whose odd columns of 16 pixels are light."""
    rng = np.random.default_rng(seed)
    light = (np.arange(SIZE) // 16 % 2 * 120)[None, None, :]
    pixels = (rng.integers(20, 80, (3, SIZE, SIZE)) + light).astype(np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=SIZE, height=SIZE, count=3, dtype="uint8", crs=UTM,
        photometric="RGB", transform=Affine(PIXEL_M, 0, LEFT, 0, -PIXEL_M, TOP),
    ) as dataset:  # fmt: skip
        dataset.write(pixels)


def _squares(path: Path, field: str, classes: list[str], edge: int) -> None:
    """Write squares of so many pixels, in rows, each with a class."""
    columns = SIZE // edge
    boxes = []
    for index in range(len(classes)):
        row, column = divmod(index, columns)
        west, north = LEFT + column * edge * PIXEL_M, TOP - row * edge * PIXEL_M
        boxes.append(shapely.box(west, north - edge * PIXEL_M, west + edge * PIXEL_M, north))
    pyogrio.raw.write(
        path, shapely.to_wkb(boxes), [np.array(classes, dtype=object)], [field],
        geometry_type="Polygon", crs=UTM, driver="GPKG",
    )  # fmt: skip
