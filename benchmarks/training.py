"""What making a model of polygons spends its time on: a training step, and the feature cache.

The suburb of `few_polygons.py`, its left 2048 x 2048 pixels. The recipe full trains the bundled
model for some steps; the recipe quick fits a head to ten polygons of each kind, and then to more,
for which what the network sees is in the cache. Each part counts its own time only, without that of
the parts that it calls; medians of some rounds, each in a process of its own.

    python benchmarks/training.py DATA [--rounds 3] [--steps 30]
        [--write docs/benchmarks-training.md]
"""

from __future__ import annotations

import argparse
import functools
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from few_polygons import Scene, draw_buildings, quiet_job, save, suburb
from segment import compile_modules, instructions, replace_section

from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.request import FinetuneRequest

FULL, QUICK = "## A training step", "## A fit, and the feature cache"
REST = "all else"
EDGE = 2048
Row = dict[str, tuple[float, int]]
"""Seconds of each part, and how often it was called."""


class Watch:
    """Adds up what parts of a program take, each without those that it calls.

    Attributes:
        spent: seconds by part.
        calls: how often each was called.
    """

    def __init__(self) -> None:
        self.spent: Counter[str] = Counter()
        self.calls: Counter[str] = Counter()
        self._under_way = [REST]
        self._since = time.perf_counter()
        self._thread = threading.get_ident()

    def _turn(self) -> None:
        now = time.perf_counter()
        self.spent[self._under_way[-1]] += now - self._since
        self._since = now

    def on(self, owner: Any, name: str, part: str) -> None:
        """Count a function, which belongs to a module or a class, as a part."""
        call: Callable[..., Any] = getattr(owner, name)

        @functools.wraps(call)
        def counted(*args: Any, **kwargs: Any) -> Any:
            if threading.get_ident() != self._thread:
                return call(*args, **kwargs)
            self._turn()
            self._under_way.append(part)
            self.calls[part] += 1
            try:
                return call(*args, **kwargs)
            finally:
                self._turn()
                self._under_way.pop()

        setattr(owner, name, counted)

    def row(self) -> Row:
        """Return what was spent since the last time, and begin anew."""
        self._turn()
        row = {part: (spent, self.calls[part]) for part, spent in self.spent.items()}
        self.spent.clear()
        self.calls.clear()
        return row


def main() -> None:
    """Run the benchmark, or one round of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="the folder that holds oam_kampala_buildings")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=30)
    parser.add_argument("--only", choices=["full", "quick"], help=argparse.SUPPRESS)
    parser.add_argument("--write", type=Path, help="write the two sections into this file")
    arguments = parser.parse_args()
    if arguments.only:
        print(json.dumps(one_round(arguments)))
        return
    compile_modules()
    rounds: dict[str, list[list[Row]]] = {"full": [], "quick": []}
    for number in range(arguments.rounds):
        for recipe, found in rounds.items():
            given = [*(str(arguments.data), "--steps", str(arguments.steps), "--only", recipe)]
            output = subprocess.run(
                [sys.executable, __file__, *given], check=True, capture_output=True
            ).stdout
            found.append(json.loads(output.splitlines()[-1]))
            print(number, recipe, file=sys.stderr, flush=True)
    for page in (page_of_full(rounds["full"], arguments), page_of_quick(rounds["quick"])):
        print(page)
        if arguments.write:
            replace_section(arguments.write, page)


def one_round(arguments: argparse.Namespace) -> list[Row]:
    """Return what trainings, one after the other, spend their time on."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["CROSSEARTH_HOME"] = str(folder / "home")
        scene = suburb(arguments.data)
        timed = Scene("timed", scene.pixels[:, :EDGE, :EDGE], scene.truth, scene.classes, 0.5)
        timed.write(folder / "timed.tif")
        drawn, names = draw_buildings(scene, scene.buildings, 12, np.random.default_rng(0))
        # Of each kind the first ten, then all.
        first = [i for i in range(len(drawn)) if i < 10 or (i >= 12 and (i - 12) % 6 < 5)]
        more = {"recipe": "full", "steps": arguments.steps} if arguments.only == "full" else {}
        request = FinetuneRequest.from_arguments(
            {
                "rasters": [str(folder / "timed.tif")],
                "polygons": str(folder / "timed.gpkg"),
                "field": "class",
                "out": str(folder / "timed"),
                **more,
            }
        )
        watch = Watch()
        (watch_full if more else watch_quick)(watch)
        rows = []
        for indexes in (range(len(drawn)),) if more else (first, range(len(drawn))):
            chosen = [drawn[i] for i in indexes], [names[i] for i in indexes]
            save(folder / "timed.gpkg", *chosen, timed.transform)
            watch.row()
            adapt(request, quiet_job())
            rows.append(watch.row())
        return rows


def watch_full(watch: Watch) -> None:
    """Watch the parts of a training by the recipe full."""
    import torch

    from crossearth_engine.training.folds import TrainingPolygons
    from crossearth_engine.training.full.painter import Painter
    from crossearth_engine.training.full.patches import PatchSource
    from crossearth_engine.training.full.trainee import MovingAverage, Trainee
    from crossearth_engine.training.full.training import Training

    watch.on(Training, "_take_step", "a step, besides")
    watch.on(PatchSource, "draw", "patches: read, magnified, turned")
    watch.on(TrainingPolygons, "labels", "labels of polygons")
    watch.on(TrainingPolygons, "near_folds", "labels of polygons")
    watch.on(Painter, "varied", "light and colour varied")
    watch.on(Painter, "restyled", "Earth styles")
    watch.on(Trainee, "forward", "network forward, and losses")
    watch.on(torch.Tensor, "backward", "network backward")
    watch.on(torch.nn.utils, "clip_grad_norm_", "gradients limited")
    watch.on(torch.optim.AdamW, "step", "weights changed (AdamW)")
    watch.on(MovingAverage, "update", "average of the weights")
    watch.on(Training, "_validate", "looks at held-out polygons")
    watch.on(Training, "_save", "state saved")


def watch_quick(watch: Watch) -> None:
    """Watch the parts of a fit by the recipe quick."""
    from crossearth_engine.inference.onnx_backend import OnnxMaps
    from crossearth_engine.raster.reader import RasterReader
    from crossearth_engine.training.quick import adapt as fit
    from crossearth_engine.training.quick import views, window_maps
    from crossearth_engine.training.quick.class_search import ClassSearch
    from crossearth_engine.training.quick.features import FeatureCache, FeatureFolder, Moments
    from crossearth_engine.training.quick.onnx_encoder import Encoder

    watch.on(OnnxMaps, "run", "network, window by window")
    watch.on(RasterReader, "read_mirrored", "windows read")
    watch.on(FeatureFolder, "get", "cache: features read")
    watch.on(FeatureFolder, "write", "cache: features written")
    watch.on(FeatureCache, "prune", "cache: pruned")
    watch.on(window_maps, "in_half_precision", "features to half precision")
    watch.on(views, "at_pixels", "features at pixels")
    watch.on(views, "features_of", "what is usual in a window")
    watch.on(Moments, "add", "mean and deviation of features")
    watch.on(ClassSearch, "_compare", "heads tried, by polygons held out")
    watch.on(ClassSearch, "final_head", "the head of all polygons")
    watch.on(ClassSearch, "accuracy", "the accuracy told")
    watch.on(Encoder, "with_head", "the new network put together")
    watch.on(fit, "with_reference", "the new network put together")
    watch.on(fit, "fit_reference", "what is usual in a window")
    watch.on(fit, "read_frozen_network", "the base model read")
    watch.on(fit, "write_model_folder", "the new model written")


def page_of_full(rounds: list[list[Row]], arguments: argparse.Namespace) -> str:
    """Return the section on a training step."""
    steps = [
        {part: (s, n) for part, (s, n) in row.items() if part not in _ASIDE} for (row,) in rounds
    ]
    total = statistics.median(sum(s for s, _ in row.values()) for row in steps) / arguments.steps
    aside = [
        f"{part} {statistics.median(row.get(part, (0.0, 0))[0] for (row,) in rounds):.2f} s"
        for part in _ASIDE
    ]
    lines = [
        FULL,
        "",
        f"The recipe full with the bundled model, {arguments.steps} steps of 8 patches of 256² "
        "pixels each;",
        f"medians of {len(rounds)} round(s), on {machine()}.",
        f"A step takes {1000 * total:.0f} ms; in the whole training besides: {', '.join(aside)}.",
        "",
        "| part of a step | ms | share |",
        "|---|---|---|",
        *(
            f"| {part} | {1000 * spent / arguments.steps:.1f} "
            f"| {100 * spent / arguments.steps / total:.1f} % |"
            for part, spent, _ in medians(steps)
        ),
        "",
        repeat(arguments),
    ]
    return "\n".join([*lines, ""])


_ASIDE = ("looks at held-out polygons", "state saved", REST)


def page_of_quick(rounds: list[list[Row]]) -> str:
    """Return the section on fits."""
    lines = [
        QUICK,
        "",
        "The recipe quick with the bundled model: a first fit, and one to more polygons of the",
        "same scene, whose windows the network has seen before. As many rounds.",
    ]
    for title, fits in zip(
        ("first fit", "fit to more polygons"), zip(*rounds, strict=True), strict=True
    ):
        total = statistics.median(sum(s for s, _ in row.values()) for row in fits)
        lines += ["", f"| {title}, {total:.2f} s | s | share | calls |", "|---|---|---|---|"]
        lines += [
            f"| {part} | {spent:.3f} | {100 * spent / total:.1f} % | {calls or '–'} |"
            for part, spent, calls in medians(list(fits))
        ]
    return "\n".join([*lines, ""])


def medians(rows: list[Row]) -> list[tuple[str, float, int]]:
    """Return parts with the median of their seconds, and their calls; the largest first."""
    parts = {part for row in rows for part in row}
    found = [
        (part, statistics.median(row.get(part, (0.0, 0))[0] for row in rows)) for part in parts
    ]
    calls = {part: max(row.get(part, (0.0, 0))[1] for row in rows) for part in parts}
    return [(part, spent, calls[part]) for part, spent in sorted(found, key=lambda item: -item[1])]


def machine() -> str:
    """Return what was measured on."""
    return f"{cpu_name()}, {usable_cores()} cores ({', '.join(instructions())})"


def repeat(arguments: argparse.Namespace) -> str:
    """Return how to measure anew."""
    return (
        f"Repeat with `python3 dev.py bench training DATA --rounds {arguments.rounds} "
        f"--steps {arguments.steps} "
        "--write docs/benchmarks-training.md`."
    )


if __name__ == "__main__":
    main()
