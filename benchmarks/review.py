"""Whether looking where the map is least sure teaches a model more than looking anywhere else.

A model is adapted to a few polygons of each class and maps an image. Then 20 places are looked at,
each is answered by the reference (the part of a circle around it that is of its class and hangs
together with it), and the model is adapted to all samples. Places are those of `crossearth review`;
random ones; random ones, as many in each mapped class; and those of the least lead, wherever they
are. All is paired: the same image, the same first polygons, the same number of answers.

One half of each image, in squares like those of a chessboard, is for polygons and places, the other
half for judging: no strategy is judged where it has looked.

    python benchmarks/review.py DATA [--scenes …] [--draws 10] [--first-seed 0]
        [--strategies …] [--results FILE] [--write docs/benchmarks-review.md]

DATA holds `oam_kampala_buildings` and `dubai_mbrsc`. What was chosen about `crossearth review` was
chosen by the scenes of --scenes chosen, with seeds from 100 on. With --results, draws that the file
holds are not computed again.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

import few_polygons
import numpy as np
import rasterio
from few_polygons import Scene, adapted, patch_around, quiet_job

from crossearth_engine.analysis.places import BLOCK
from crossearth_engine.analysis.review import ReviewRequest, review
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment

ANSWERS = 20
FIRST = 3
"""Polygons of each class before the first place."""
RADII = (5, 12)
SQUARES = 8
"""Squares along the longer edge of an image."""
LEAST_PIXELS = 2000
"""A class with less of them in either half is one with the rest."""

STRATEGIES = ("review", "random", "by class", "least lead")
TOLD = {
    "random": "random places",
    "by class": "random places, as many in each mapped class",
    "least lead": "the least lead, wherever it is",
}
REPORTED = ("tile1-003", "tile1-008", "tile3-002", "tile3-008", "suburb")
CHOSEN_BY = ("tile1-001", "tile1-005", "tile3-001", "tile3-006")


def load(name: str, data: Path) -> Scene:
    """Return an image by its name: one of the Dubai images, or the suburb."""
    if name == "suburb":
        return halved(few_polygons.suburb(data))
    folder, tile = data / "dubai_mbrsc", name.replace("-", "_")
    with rasterio.open(folder / "images" / "val" / f"{tile}.jpg") as dataset:
        pixels = dataset.read()
    with rasterio.open(folder / "labels" / "val" / f"{tile}.png") as dataset:
        labels = dataset.read(1)
    names = few_polygons.DUBAI_CLASSES
    counts = np.bincount(labels.ravel(), minlength=len(names))
    classes = [n for n, c in zip(names[1:], counts[1:], strict=True) if c >= 2 * LEAST_PIXELS]
    lookup = np.array([classes.index(n) if n in classes else 255 for n in names], np.uint8)
    return Scene(name, pixels, lookup[labels], tuple(classes), 1.0)


def halved(scene: Scene) -> Scene:
    """Return a scene of pixels twice as large."""
    height, width = (edge // 2 * 2 for edge in scene.truth.shape)
    pixels = scene.pixels[:, :height, :width].reshape(3, height // 2, 2, width // 2, 2)
    return dataclasses.replace(
        scene,
        pixels=pixels.mean(axis=(2, 4)).round().astype(np.uint8),
        truth=scene.truth[:height:2, :width:2],
        pixel_m=2 * scene.pixel_m,
        buildings=None,
    )


def is_for_drawing(scene: Scene) -> np.ndarray:
    """Return which pixels (H, W) are of the half in which samples may lie."""
    edge = -(-max(scene.truth.shape) // SQUARES)
    rows, columns = np.indices(scene.truth.shape) // edge
    return (rows + columns) % 2 == 0


class Draw:
    """One image and its first polygons.

    Args:
        scene: the image, written to ``folder``.
        folder: for files.
        seed: of the polygons, and of whatever is random.
    """

    def __init__(self, scene: Scene, folder: Path, seed: int) -> None:
        self.scene, self.folder, self.seed = scene, folder, seed
        self.is_open = is_for_drawing(scene)
        # Samples do not reach into the other half.
        known = np.where(self.is_open, scene.truth, 254)
        # `patch_around` cuts off what lies right of the part for drawing; here all columns are.
        self._answering = _Whole(scene, known)
        rng = np.random.default_rng(seed)
        self.first: list[tuple[Any, str]] = []
        for index, name in enumerate(scene.classes):
            rows, columns = np.nonzero(known == index)
            for i in rng.choice(len(rows), FIRST, replace=False):
                self.first.append((self._sample(rows[i], columns[i], rng), name))

    def _sample(self, row: int, column: int, rng: np.random.Generator) -> Any:
        index = int(self._answering.truth[row, column])
        return patch_around(self._answering, index, row, column, int(rng.integers(*RADII)))

    def answers(self, places: np.ndarray) -> list[tuple[Any, str]]:
        """Return what a person says of places (N, 2), rows and columns; of those that are known."""
        rng = np.random.default_rng(self.seed)
        truth = self._answering.truth
        known = [place for place in places if truth[tuple(place)] < len(self.scene.classes)]
        return [
            (self._sample(row, column, rng), self.scene.classes[truth[row, column]])
            for row, column in known[:ANSWERS]
        ]

    def mapped(self, samples: list[tuple[Any, str]], tag: str) -> tuple[np.ndarray, Path]:
        """Adapt the model to samples and map the image; return classes (H, W) and the map."""
        shapes, names = zip(*samples, strict=True)
        home = self.folder / tag
        shutil.rmtree(home, ignore_errors=True)  # no model is a round of another one
        home.mkdir()
        image = f"{self.scene.name}.tif"
        os.link(self.folder / image, home / image)
        result = adapted(self.scene, home, self.seed, list(shapes), list(names))
        output = home / "map.tif"
        beside = {name: str(home / f"{name}.tif") for name in ("confidence", "lead")}
        segment(
            SegmentRequest(str(home / image), str(output), model=result["path"], **beside),
            quiet_job(),
        )
        values = {item["name"]: item["value"] for item in result["classes"]}
        index_of = np.full(256, 255, np.uint8)
        for index, name in enumerate(self.scene.classes):
            index_of[values[name]] = index
        with rasterio.open(output) as dataset:
            return index_of[dataset.read(1)], output

    def places(self, strategy: str, found: np.ndarray, output: Path) -> np.ndarray:
        """Return places to look at (N, 2), rows and columns; more of them than are answered."""
        rng = np.random.default_rng((self.seed, STRATEGIES.index(strategy)))
        if strategy == "review":
            return self._reviewed(output)
        if strategy == "least lead":
            with rasterio.open(output.with_name("lead.tif")) as dataset:
                lead = dataset.read(1).astype(float)
            return self._least(lead)
        if strategy == "random":
            return rng.permutation(np.argwhere(self.is_open))[: 4 * ANSWERS]
        # As many of each class that the map has, one after the other.
        by_class = [
            rng.permutation(np.argwhere(self.is_open & (found == index)))[: 4 * ANSWERS]
            for index in range(len(self.scene.classes))
        ]
        order = [
            places[turn] for turn in range(4 * ANSWERS) for places in by_class if turn < len(places)
        ]
        return np.array(order)

    def _reviewed(self, output: Path) -> np.ndarray:
        # Where nothing may be drawn, the map has no data.
        masked = output.with_name("open.tif")
        with rasterio.open(output) as dataset:
            values, profile = dataset.read(1), dataset.profile
        profile = {**profile, "driver": "GTiff", "nodata": 255}
        with rasterio.open(masked, "w", **profile) as dataset:
            dataset.write(np.where(self.is_open, values, 255), 1)
        request = ReviewRequest(
            out=str(output.with_name("places.gpkg")),
            map=str(masked),
            confidence=str(output.with_name("confidence.tif")),
            lead=str(output.with_name("lead.tif")),
            # Some places have no reference.
            count=ANSWERS + ANSWERS // 4,
        )
        found = review(request, quiet_job())["places"]
        xy = np.array([[item["x"], item["y"]] for item in found])
        columns, rows = ~self.scene.transform @ (xy[:, 0], xy[:, 1])
        return np.stack([rows, columns], axis=1).astype(int)

    def _least(self, lead: np.ndarray) -> np.ndarray:
        """Return the middles of the blocks in which the lead is least."""
        height, width = (edge // BLOCK for edge in lead.shape)
        shape = (height, BLOCK, width, BLOCK)
        cut = np.s_[: height * BLOCK, : width * BLOCK]
        means = lead[cut].reshape(shape).mean(axis=(1, 3))
        means[~self.is_open[cut].reshape(shape).all(axis=(1, 3))] = np.inf
        order = np.argsort(means, axis=None)[: 4 * ANSWERS]
        return np.stack(np.unravel_index(order, means.shape), axis=1) * BLOCK + BLOCK // 2

    def judged(self, found: np.ndarray) -> dict[str, float]:
        """Return mean IoU and overall accuracy of a map in the half where nobody has looked."""
        truth = np.where(self.is_open, 255, self.scene.truth)
        is_known = truth < 255
        ious = []
        for index in range(len(self.scene.classes)):
            is_found, is_there = (found == index) & is_known, truth == index
            ious.append((is_found & is_there).sum() / max((is_found | is_there).sum(), 1))
        right = (found == truth)[is_known].mean()
        return {"iou": float(np.mean(ious)), "accuracy": float(right)}


class _Whole:
    """What `patch_around` asks of a scene, where all columns may be drawn in."""

    def __init__(self, scene: Scene, truth: np.ndarray) -> None:
        self.truth, self.split = truth, truth.shape[1]


def measure(scene: Scene, folder: Path, seed: int, strategies: list[str]) -> dict[str, Any]:
    """Return what each strategy gives, ready for JSON."""
    draw = Draw(scene, folder, seed)
    found, output = draw.mapped(draw.first, "first")
    row: dict[str, Any] = {"scene": scene.name, "seed": seed, "first": draw.judged(found)}
    for strategy in strategies:
        answers = draw.answers(draw.places(strategy, found, output))
        again, _ = draw.mapped([*draw.first, *answers], strategy.replace(" ", "-"))
        row[strategy] = {**draw.judged(again), "answers": len(answers)}
    return row


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--scenes", nargs="+", default=list(REPORTED))
    parser.add_argument("--strategies", nargs="+", choices=STRATEGIES, default=list(STRATEGIES))
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--results", type=Path, help="file of what each draw gave, a line each")
    parser.add_argument("--write", type=Path, metavar="PAGE", help="write the table to a page")
    arguments = parser.parse_args()
    known: dict[tuple[str, int], dict[str, Any]] = {}
    if arguments.results and arguments.results.exists():
        for line in arguments.results.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            known[row["scene"], row["seed"]] = row
    rows = []
    for name in arguments.scenes:
        scene = load(name, arguments.data)
        with tempfile.TemporaryDirectory() as folder:
            os.environ["CROSSEARTH_HOME"] = str(Path(folder) / "home")
            scene.write(Path(folder) / f"{name}.tif")
            for seed in range(arguments.first_seed, arguments.first_seed + arguments.draws):
                row = known.get((name, seed)) or measure(
                    scene, Path(folder), seed, arguments.strategies
                )
                if (name, seed) not in known and arguments.results:
                    with arguments.results.open("a", encoding="utf-8") as stream:
                        print(json.dumps(row), file=stream)
                told = {k: v["iou"] for k, v in row.items() if isinstance(v, dict)}
                print(name, seed, {k: round(v, 3) for k, v in told.items()}, flush=True)
                rows.append(row)
    print(summary(rows))
    if arguments.write:
        arguments.write.write_text(page(rows), encoding="utf-8")


def summary(rows: list[dict[str, Any]]) -> str:
    """Return means over the draws of each image, and the paired differences of all."""
    names = [name for name in rows[0] if isinstance(rows[0][name], dict)]
    lines = []
    for key in ("iou", "accuracy"):
        values = {name: np.array([row[name][key] for row in rows]) for name in names}
        lines.append(f"{key}: " + ", ".join(f"{n} {v.mean():.4f}" for n, v in values.items()))
        for name in names:
            if name not in ("first", names[1]):
                gain = 100 * (values[names[1]] - values[name])
                error = gain.std(ddof=1) / np.sqrt(len(gain)) if len(gain) > 1 else np.nan
                lines.append(f"  {names[1]} - {name}: {gain.mean():+.2f} ± {error:.2f} points")
    return "\n".join(lines)


def page(rows: list[dict[str, Any]]) -> str:
    """Return the page of the documentation."""
    seeds = sorted({row["seed"] for row in rows})
    names = [name for name in STRATEGIES if name in rows[0]]
    heads = ["first map", *(TOLD.get(name, name) for name in names)]
    lines = ["| mean IoU, % | " + " | ".join(heads) + " |", "| --- |" + " --- |" * len(heads)]
    for scene in dict.fromkeys(row["scene"] for row in rows):
        own = [row for row in rows if row["scene"] == scene]
        means = [100 * np.mean([row[name]["iou"] for row in own]) for name in ("first", *names)]
        lines.append(f"| {scene} | " + " | ".join(f"{mean:.1f}" for mean in means) + " |")
    means = [100 * np.mean([row[name]["iou"] for row in rows]) for name in ("first", *names)]
    lines.append("| all | " + " | ".join(f"{mean:.1f}" for mean in means) + " |")
    scenes = list(dict.fromkeys(row["scene"] for row in rows))
    gains = [
        "| `review` less … | mean IoU, points | overall accuracy, points | better in |"
        + "".join(f" {scene} |" for scene in scenes),
        "| --- | --- | --- | --- |" + " --- |" * len(scenes),
    ]
    for name in names[1:]:
        cells = [TOLD[name], *(gain(rows, names[0], name, key) for key in ("iou", "accuracy"))]
        of_scenes = [
            gain([row for row in rows if row["scene"] == scene], names[0], name, "iou")
            for scene in scenes
        ]
        better = sum(row[names[0]]["iou"] > row[name]["iou"] for row in rows)
        gains.append("| " + " | ".join([*cells, f"{better} of {len(rows)}", *of_scenes]) + " |")
    return PAGE.format(
        first=FIRST,
        answers=ANSWERS,
        least=RADII[0],
        most=RADII[1] - 1,
        seeds=f"{seeds[0]} to {seeds[-1]}",
        chosen=", ".join(CHOSEN_BY),
        table="\n".join(lines),
        gains="\n".join(gains),
    )


def gain(rows: list[dict[str, Any]], name: str, other: str, key: str) -> str:
    """Return by how many points a strategy is better than another one, and one standard error."""
    points = np.array([100 * (row[name][key] - row[other][key]) for row in rows])
    return f"{points.mean():+.2f} ± {points.std(ddof=1) / np.sqrt(len(points)):.2f}"


PAGE = """# Does it help to look where the map is least sure?

A model is adapted to {first} polygons of each class and maps an image; then {answers} places are
answered by the reference, and the model is adapted to all samples. How good is the second map, by
where the places were? Four validation images of the Dubai set, and the suburb of Kampala; seeds
{seeds}, of the first polygons and of all that is random; all is paired, with the same number of
answers. One half of each image, in squares like those of a chessboard, is for polygons and places,
the other half is judged.

{table}

{gains}

- ± is one standard error, over images and seeds. What is less than two of them may be chance. The
  last columns are mean IoU, of one image each.
- An answer is the part of a circle around the place that is of its class, {least} to {most} pixels
  in radius. A person answers more wisely, or more wrongly.
- What was chosen about `review` was chosen by other images, with seeds from 100 on: {chosen}.

`python3 dev.py bench review DATA --write docs/benchmarks-review.md`, where DATA holds
`dubai_mbrsc` and `oam_kampala_buildings`.
"""


if __name__ == "__main__":
    main()
