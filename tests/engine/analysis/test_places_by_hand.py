"""The places of a review, compared with those that plain loops find in the files themselves."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from crossearth_engine.analysis.review import ReviewRequest, review
from tests.engine import conftest
from tests.engine.analysis.maps import write_map
from tests.engine.conftest import RecordedJob

EDGE = 8
NAMES = {1: "water", 4: "field", 9: "roof"}
# How much each is in need of a look, of what its raster says.
NEED = {"confidence": 100, "lead": 100, "unfamiliarity": 0}


def blocks_of(map_path: str, rasters: dict[str, str]) -> tuple[list[tuple[int, int]], np.ndarray]:
    """Return row and column of the middle of each block, and its means (blocks, rasters)."""
    with rasterio.open(map_path) as dataset:
        known = dataset.read_masks(1) > 0
    layers = []
    for path in rasters.values():
        with rasterio.open(path) as dataset:
            layers.append(dataset.read(1).astype(int))
    for layer in layers:
        known &= layer <= 100
    height, width = known.shape
    middles, means = [], []
    for top in range(0, height, EDGE):
        for left in range(0, width, EDGE):
            block = np.s_[top : top + EDGE, left : left + EDGE]
            middle = min(top + EDGE // 2, height - 1), min(left + EDGE // 2, width - 1)
            if known[middle] and 2 * known[block].sum() >= known[block].size:
                middles.append(middle)
                means.append([layer[block][known[block]].mean() for layer in layers])
    return middles, np.array(means)


def looked_for(
    map_path: str, rasters: dict[str, str], count: int, distance: float | None = None
) -> list[dict[str, Any]]:
    """Return the places as the page on reviews says: of all blocks, one after the other."""
    with rasterio.open(map_path) as dataset:
        values, transform = dataset.read(1), dataset.transform
        pixels = int(
            np.logical_and.reduce(
                [
                    dataset.read_masks(1) > 0,
                    *(rasterio.open(p).read(1) <= 100 for p in rasters.values()),
                ]
            ).sum()
        )
    middles, means = blocks_of(map_path, rasters)
    needs = np.stack(
        [np.rint(10 * abs(NEED[name] - means[:, i])) for i, name in enumerate(rasters)], axis=1
    )
    # Twice the blocks that need a look less, and once those that need it as much.
    ranks = np.array(
        [[2 * (column < one).sum() + (column == one).sum() for one in column] for column in needs.T]
    ).T
    best, reasons = ranks.max(axis=1), ranks.argmax(axis=1)
    size = abs(transform.a), abs(transform.e)
    at = np.array([(column * size[0], row * size[1]) for row, column in middles])
    apart = 0.7 * math.sqrt(pixels * size[0] * size[1] / count) if distance is None else distance
    taken: list[int] = []
    while len(taken) < count:
        free = [
            i for i in range(len(middles)) if all(math.dist(at[i], at[j]) >= apart for j in taken)
        ]
        if free:
            taken.append(max(free, key=lambda i: (best[i], -i)))
        elif distance is None and len(taken) < len(middles):
            apart *= 0.8
        else:
            break
    found = []
    for i in taken:
        name = list(rasters)[reasons[i]]
        x, y = transform @ (middles[i][1] + 0.5, middles[i][0] + 0.5)
        value = round(float(means[i, reasons[i]]), 1)
        class_id = int(values[middles[i]])
        found.append({"reason": name, "value": value, "class_id": class_id, "x": x, "y": y})
    return found


def told(
    map_path: str, rasters: dict[str, str], out: Path, count: int, **how: Any
) -> list[dict[str, Any]]:
    """Return the places that the command gives."""
    asked = {"map": map_path, **rasters, "out": str(out), "count": count, **how}
    places = review(ReviewRequest.from_arguments(asked), RecordedJob())["places"]
    assert [place["rank"] for place in places] == [*range(1, len(places) + 1)]
    keys = "reason", "value", "class_id", "x", "y"
    return [{key: place[key] for key in keys} for place in places]


def soft(shape: tuple[int, int], seed: int, size: int = 12) -> np.ndarray:
    """Return hills of 0 to 100 percent, with noise."""
    random = np.random.default_rng(seed)
    coarse = random.integers(0, 101, tuple(-(-n // size) for n in shape))
    hills = np.kron(coarse, np.ones((size, size), int))[: shape[0], : shape[1]]
    return np.clip(hills + random.integers(-9, 10, shape), 0, 100)


def made(folder: Path, shape: tuple[int, int], seed: int) -> tuple[str, dict[str, str]]:
    """Write a map with holes, and what tells how sure it is, each with gaps of its own."""
    random = np.random.default_rng(seed)
    values = np.array(list(NAMES))[soft(shape, seed + 1, 30) // 34]
    rasters = {}
    for number, name in enumerate(NEED):
        score = soft(shape, 10 * seed + number)
        top, left = (random.integers(0, n // 2) for n in shape)
        score[top : top + 21, left : left + 37] = 255
        rasters[name] = write_map(folder / f"{name}.tif", score)
    values[: shape[0] // 5, shape[1] // 2 :] = 255
    return write_map(folder / "map.tif", values, NAMES), rasters


@pytest.mark.parametrize("shape", [(160, 160), (203, 331), (331, 90), (9, 401)])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_places_are_those_that_are_found_by_looking_at_every_block(
    shape: tuple[int, int], seed: int, tmp_path: Path
) -> None:
    map_path, rasters = made(tmp_path, shape, seed)
    out = tmp_path / "places.gpkg"
    assert told(map_path, rasters, out, 20) == looked_for(map_path, rasters, 20)
    for name, path in rasters.items():
        one = {name: path}
        assert told(map_path, one, out, 7, by=name) == looked_for(map_path, one, 7), name
    assert told(map_path, rasters, out, 20, distance=400.0) == looked_for(
        map_path, rasters, 20, 400.0
    )


def test_of_a_map_that_a_model_made_places_are_those_that_are_found_by_looking(
    raster_factory: Any, color_model: Path, tmp_path: Path
) -> None:
    output = tmp_path / "map.tif"
    rasters = {name: str(tmp_path / f"{name}.tif") for name in ("confidence", "lead")}
    scene = raster_factory(size=(300, 220))
    conftest.run(scene, output, model=str(color_model), **rasters)
    found = told(str(output), {}, tmp_path / "places.gpkg", 20)
    assert found == looked_for(str(output), rasters, 20)


def test_of_a_large_map_hardly_anything_is_overlooked(tmp_path: Path) -> None:
    # Of each cell of many blocks only the best is kept.
    map_path, rasters = made(tmp_path, (1200, 1300), 5)
    found = told(map_path, rasters, tmp_path / "places.gpkg", 6)
    by_hand = looked_for(map_path, rasters, 6)
    _, means = blocks_of(map_path, rasters)
    needs = {name: abs(NEED[name] - means[:, i]) for i, name in enumerate(rasters)}
    for ours, theirs in zip(found, by_hand, strict=True):
        need, most = (
            (needs[p["reason"]] <= abs(NEED[p["reason"]] - p["value"])).mean()
            for p in (ours, theirs)
        )
        assert need >= most - 0.005
