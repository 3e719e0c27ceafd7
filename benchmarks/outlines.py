"""How well outlines with right angles fit buildings, beside other ways to simplify them.

Polygons of buildings are drawn into pixels of several sizes, and found again: with every step of
the pixels, simplified by Douglas and Peucker with a tolerance of 1.5 pixels, as the smallest
rectangle around each, as `segment --polygons` draws them, and with `--right-angles`. Prints the
overlap (IoU) of all of them together with the truth, vertices per building, the share of angles
that are right within one degree, and by how much the area is off. With ``--many``, how long it
takes to give a made map of so many buildings right angles, and the peak memory.

    python benchmarks/outlines.py SCENE.tif BUILDINGS.gpkg [--many 100000]
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize

from crossearth_engine.map.polygons import Patches, SideLog, find_patches
from crossearth_engine.map.squaring import Tally, with_right_angles

Outlines = NDArray[np.object_]
TOLERANCE = 1.5  # pixels
PIXELS = (2, 4, 8)  # of a map, in pixels of the scene


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("scene", type=Path)
    parser.add_argument("buildings", type=Path)
    parser.add_argument("--many", type=int)
    options = parser.parse_args()
    with rasterio.open(options.scene) as dataset:
        transform, (height, width) = dataset.transform, dataset.shape
    _, _, geometries, _ = pyogrio.raw.read(options.buildings)
    truth = shapely.make_valid(shapely.from_wkb(geometries))
    inverse = np.array(~transform).reshape(3, 3)
    truth = shapely.transform(truth, lambda xy: xy @ inverse[:2, :2].T + inverse[:2, 2])
    truth = shapely.intersection(truth, shapely.box(0, 0, width, height))
    truth = truth[~shapely.is_empty(truth)]
    print("| pixels | outlines | IoU | vertices | right angles | area |")
    print("| --- | --- | --- | --- | --- | --- |")
    for size in PIXELS:
        there = shapely.transform(truth, lambda xy, size=size: xy / size)
        shape = (height // size, width // size)
        values = rasterize([(one, 1) for one in there], shape, dtype="uint8")
        for name, outlines in ways(values):
            row = " | ".join(figures(outlines, shapely.union_all(there)))
            print(f"| {size * transform.a:.2f} m | {name} | {row} |")
    if options.many:
        print(many(options.many))


def ways(values: NDArray[np.uint8]) -> Iterator[tuple[str, Outlines]]:
    """Yield outlines of the pixels that are 1, by how they are drawn."""
    steps = drawn(values, 0, ())
    yield "steps of pixels", steps
    yield "Douglas–Peucker", shapely.simplify(steps, TOLERANCE)
    yield "smallest rectangle", shapely.minimum_rotated_rectangle(steps)
    yield "`--polygons`", drawn(values, TOLERANCE, ())
    yield "`--right-angles`", drawn(values, TOLERANCE, (1,))


def drawn(values: NDArray[np.uint8], tolerance: float, squared: tuple[int, ...]) -> Outlines:
    """Return the outlines of the pixels that are 1."""
    found = list(patches(values, tolerance, squared, Tally()))
    own = [some.outlines[some.values == 1] for some in found]
    return np.concatenate(own)


def patches(
    values: NDArray[np.uint8], tolerance: float, squared: tuple[int, ...], tally: Tally
) -> Iterator[Patches]:
    """Yield the polygons of a map; the tally is told which of them have right angles."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "classes.tif"
        height, width = values.shape
        profile = {"driver": "GTiff", "width": width, "height": height, "count": 1}
        place = {"transform": rasterio.Affine(1, 0, 0, 0, -1, height), "nodata": 255}
        with rasterio.open(path, "w", dtype="uint8", **profile, **place) as dataset:
            dataset.write(values, 1)
        sides = SideLog(squared) if squared else None
        with rasterio.open(path) as dataset:
            found = find_patches(
                dataset, None, lambda _: 1.0, tolerance, lambda _: None, 2, sides=sides
            )
            if sides is not None:
                found = with_right_angles(
                    found, sides, values.shape, lambda *_: np.eye(2), tolerance, tally
                )
            yield from found


def figures(outlines: Outlines, truth: shapely.Geometry) -> list[str]:
    """Return what the table says of outlines: overlap, vertices, right angles, area."""
    found = shapely.union_all(shapely.make_valid(outlines))
    overlap = found.intersection(truth).area / found.union(truth).area
    rings = [ring for one in outlines for ring in (one.exterior, *one.interiors)]
    angles = np.concatenate([angles_of(ring) for ring in rings])
    return [
        f"{overlap:.3f}",
        f"{len(angles) / len(outlines):.1f}",
        f"{(angles > 89).mean():.0%}",
        f"{shapely.area(outlines).sum() / truth.area - 1:+.1%}",
    ]


def angles_of(ring: shapely.LinearRing) -> NDArray[np.float64]:
    """Return the angles between sides that follow each other, degrees from 0 to 90."""
    corners = np.array(ring.coords)[:-1]
    before, after = corners - np.roll(corners, 1, axis=0), np.roll(corners, -1, axis=0) - corners
    cosines = (before * after).sum(axis=1)
    cosines /= np.linalg.norm(before, axis=1) * np.linalg.norm(after, axis=1)
    return np.degrees(np.arccos(np.abs(cosines).clip(0, 1)))


def many(count: int) -> str:
    """Return how long a made map of many turned buildings takes, and how much memory."""
    rng = np.random.default_rng(0)
    side = int(np.ceil(count**0.5))
    kinds = []
    for _ in range(64):
        shape = shapely.affinity.rotate(shapely.box(-9, -6, 9, 6), rng.uniform(0, 180), (0, 0))
        shape = shapely.affinity.translate(shape, 15 + rng.uniform(), 15 + rng.uniform())
        kinds.append(rasterize([(shape, 1)], (30, 30), dtype="uint8"))
    picks = rng.integers(0, len(kinds), (side, side))
    values = np.block([[kinds[pick] for pick in row] for row in picks])
    seconds = {}
    for squared in ((), (1,)):
        tally, start = Tally(), time.perf_counter()
        for _ in patches(values, TOLERANCE, squared, tally):
            pass
        seconds[squared] = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"{tally.squared} of {tally.asked} buildings on {side * 30}² pixels: "
        f"{seconds[()]:.0f} s without right angles, {seconds[(1,)]:.0f} s with; peak {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
