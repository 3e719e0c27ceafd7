"""The files that the examples of the command line name, small."""

from __future__ import annotations

import hashlib
import json
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
    _items(folder / "items.json", ["north", "south"])
    # As many windows of the included model as are distilled from at least.
    scene(folder / "city.tif", 3, (192, 2048), pixel_m=1.0)
    _squares(folder / "fields.gpkg", "kind", ["field"], edge=90)
    _squares(folder / "samples.gpkg", "class", ["dark", "light"] * 6, edge=16)
    _squares(folder / "buildings.gpkg", "class", ["building"] * 4, edge=40)
    write_maps(folder)
    weights = np.eye(2, 3, dtype=np.float32)[:, :, None, None]
    save_network(folder / "network.onnx", weights, SHARES)


def write_maps(folder: Path) -> None:
    """Write two maps of one place, and one of another program with numbers instead of names."""
    for name, shift, step in (("map-2020", 0, 1), ("map-2024", 3, 1), ("other-map", 5, 2)):
        _map(folder / f"{name}.tif", shift, step)
    (folder / "other-map.qml").unlink()


def write_judged(folder: Path) -> None:
    """Write two maps with two classes of the included model, polygons of these, and buildings."""
    for name, shift in (("map", 0), ("smooth", 3)):
        _map(folder / f"{name}.tif", shift, classes=("building", "land"))
    write_truth(folder)
    _squares(folder / "buildings.gpkg", "class", ["building"] * 4, edge=40)


def write_truth(folder: Path) -> None:
    """Write polygons of two classes of the included model."""
    _squares(folder / "truth.gpkg", "class", ["building", "land"] * 4, edge=40)


def publish(folder: Path, name: str) -> None:
    """Write a folder like those of published models, with a small one in it."""
    from tests.engine.networks.tiny import lively, save_like_published

    folder.mkdir()
    state = lively(num_classes=6).state_dict()
    content = save_like_published(folder / name, state).read_bytes()
    line = f"{hashlib.sha256(content).hexdigest()}  {name}\n"
    (folder / "SHA256SUMS").write_text(line, encoding="utf-8")


def scene(
    path: Path, seed: int, size: tuple[int, int] = (SIZE, SIZE), pixel_m: float = PIXEL_M
) -> None:
    """Write an image of so many rows and columns, whose odd columns of 16 pixels are light."""
    rng = np.random.default_rng(seed)
    height, width = size
    light = (np.arange(width) // 16 % 2 * 120)[None, None, :]
    pixels = (rng.integers(20, 80, (3, height, width)) + light).astype(np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=width, height=height, count=3, dtype="uint8", crs=UTM,
        photometric="RGB", transform=Affine(pixel_m, 0, LEFT, 0, -pixel_m, TOP),
    ) as dataset:  # fmt: skip
        dataset.write(pixels)


def _map(
    path: Path, shift: int, step: int = 1, classes: tuple[str, str] = ("dark", "light")
) -> None:
    """Write a map of columns of two classes, so many pixels to the right, and its style."""
    edge = SIZE // step
    values = 1 + (np.arange(edge) * step - shift) // 16 % 2
    with rasterio.open(
        path, "w", driver="GTiff", width=edge, height=edge, count=1, dtype="uint8", crs=UTM,
        transform=Affine(PIXEL_M * step, 0, LEFT, 0, -PIXEL_M * step, TOP),
    ) as dataset:  # fmt: skip
        dataset.write(np.broadcast_to(values, (1, edge, edge)).astype(np.uint8))
    entries = "".join(
        f'<paletteEntry value="{value}" label="{name}" color="#{value}0{value}0{value}0"/>'
        for value, name in enumerate(classes, 1)
    )
    path.with_suffix(".qml").write_text(f"<qgis>{entries}</qgis>", encoding="utf-8")


def _items(path: Path, names: list[str]) -> None:
    """Write an ItemCollection of scenes."""
    items = [
        {
            "type": "Feature",
            "stac_version": "1.1.0",
            "id": name,
            "assets": {"visual": {"href": f"scenes/{name}.tif"}},
        }
        for name in names
    ]
    content = {"type": "FeatureCollection", "features": items}
    path.write_text(json.dumps(content), encoding="utf-8")


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
