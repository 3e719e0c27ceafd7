"""A scene with three kinds of ground, and polygons of them, made on the spot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine

GSD_M = 0.5
CLASSES = ("field", "forest", "water")
_COLORS = {"field": (190, 170, 110), "forest": (50, 95, 45), "water": (30, 50, 90)}


def make_scene(path: Path, size: int = 640, bands: int = 3, dtype: str = "uint8") -> np.ndarray:
    """Write a georeferenced raster of coloured, noisy cells and return the class of each pixel."""
    rng = np.random.default_rng(3)
    cell = 80
    cells = rng.permutation(np.arange((size // cell) ** 2) % 3).reshape(size // cell, -1)
    truth = np.kron(cells, np.ones((cell, cell), int))
    colors = np.array([_COLORS[name] for name in CLASSES], float)
    colors = np.tile(colors, (1, -(-bands // 3)))[:, :bands]
    pixels = colors[truth].transpose(2, 0, 1) + rng.normal(0, 9, (bands, size, size))
    if dtype == "int16":
        pixels = pixels * 20 - 300
    info = np.iinfo(dtype)
    with rasterio.open(
        path,
        "w",
        driver="GTiff",
        width=size,
        height=size,
        count=bands,
        dtype=dtype,
        crs="EPSG:32636",
        transform=transform(),
    ) as dataset:
        dataset.write(pixels.clip(info.min, info.max).astype(dtype))
    return truth


def transform() -> Affine:
    return Affine(GSD_M, 0, 450_000, 0, -GSD_M, 40_000)


def draw_polygons(path: Path, truth: np.ndarray, per_class: int = 6, seed: int = 0) -> Path:
    """Write squares inside the cells, as a person would draw them."""
    rng = np.random.default_rng(seed)
    shapes, names = [], []
    for index, name in enumerate(CLASSES):
        rows, cols = np.nonzero(truth[::80, ::80] == index)
        for i in rng.permutation(len(rows))[:per_class]:
            left, top = transform() @ (80 * cols[i] + 20, 80 * rows[i] + 20)
            shapes.append(shapely.box(left, top - 20, left + 20, top))
            names.append(name)
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, object)),
        [np.array(names, object)],
        ["class"],
        crs="EPSG:32636",
        geometry_type="Polygon",
    )
    return path
