"""What distilling a model for one scene brings, and what it costs.

The sites of dubai_mbrsc that the bundled model was not trained on, each as one raster of its nine
images. The teacher is the bundled model that looks eight times, or at several sizes as well, or a
model of the caller's; the student is the bundled model. Teacher, student as it was and student that
learned map each site whole, and the maps are compared with the teacher's and with the labels, where
no window was looked at and everywhere.

    python benchmarks/distill.py DUBAI_MBRSC [--teacher MODEL] [--windows 20] [--seeds 0 1 2]
        [--threads 2] [--write docs/benchmarks-distill.md]
"""

from __future__ import annotations

import argparse
import os
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from windows import CLASSES, SITES, Labels, lay_site

from crossearth_engine.accuracy.figures import confusion_matrix, mean_iou
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.inference.request import SegmentRequest
from crossearth_engine.inference.segment import segment
from crossearth_engine.job import Job
from crossearth_engine.shared.model_places import DEFAULT_ID
from crossearth_engine.training.distill.distill import distill
from crossearth_engine.training.distill.request import DistillRequest

LOOKS: dict[str, dict[str, Any]] = {
    "8 looks": {"tta": True},
    "24 looks, three sizes": {"tta": True, "scales": [0.75, 1.0, 1.5]},
}


HEAD = """\
| teacher | site | same class | gap closed | IoU, teacher | student | distilled | cost | a fifth |
|---|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Figures:
    """Of a site mapped by one teacher, and by a student of one seed.

    Attributes:
        site: which.
        teacher: how it looks.
        agreed: shares of the pixels that have the teacher's class before and after.
        told: the share after, as the distillation tells it of what it held out.
        ious: mean IoU against the labels of teacher, student before and after.
        cost: seconds of distilling and mapping, as a part of the map by the teacher.
        pays_from: windows from which on that is told to be a fifth; None: never.
    """

    site: int
    teacher: str
    agreed: tuple[float, float]
    told: float
    ious: tuple[float, float, float]
    cost: float
    pays_from: int | None

    @property
    def closed(self) -> float:
        """Part of the gap between student and teacher that is closed."""
        before, after = self.agreed
        return (after - before) / (1 - before)


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of dubai_mbrsc")
    parser.add_argument("--teacher", help="id or path of a model with the same classes")
    parser.add_argument("--windows", type=int, default=20, help="that the teacher looks at")
    parser.add_argument("--seeds", type=int, nargs="*", default=[0, 1, 2])
    parser.add_argument("--threads", type=int, default=usable_cores())
    parser.add_argument("--write", type=Path, help="write the page into this file")
    arguments = parser.parse_args()
    looks = {arguments.teacher: {}} if arguments.teacher else LOOKS
    found = []
    with tempfile.TemporaryDirectory() as name:
        os.environ["CROSSEARTH_HOME"] = str(Path(name) / "home")
        for site in SITES:
            raster = Path(name) / f"{site}.tif"
            labels = lay_site(arguments.data, site, raster)
            for teacher, options in looks.items():
                for figures in measure(arguments, site, raster, labels, teacher, options):
                    print(figures, flush=True)
                    found.append(figures)
    page = as_page(found, arguments)
    print(page)
    if arguments.write:
        arguments.write.write_text(page, encoding="utf-8")


def measure(
    arguments: argparse.Namespace,
    site: int,
    raster: Path,
    labels: Labels,
    teacher: str,
    options: dict[str, Any],
) -> list[Figures]:
    """Return what comes of a site by one teacher, for each seed."""
    model = arguments.teacher or DEFAULT_ID
    shared = {"threads": arguments.threads, "precision": "fp32"}
    of_teacher, teacher_s = mapped(raster, model=model, **options, **shared)
    of_student, _ = mapped(raster, model=DEFAULT_ID, **shared)
    found = []
    for seed in arguments.seeds:
        out = raster.with_name(f"{site}-{len(options)}-{seed}")
        result = distill(
            DistillRequest(
                str(raster),
                str(out),
                model,
                windows=arguments.windows,
                seed=seed,
                **options,
                **shared,
            ),
            silent(),
        )
        learned, learned_s = mapped(raster, model=str(out), **shared)
        same = [float((map_ == of_teacher).mean()) for map_ in (of_student, learned)]
        ious = [iou(map_, labels) for map_ in (of_teacher, of_student, learned)]
        found.append(
            Figures(
                site,
                teacher,
                (same[0], same[1]),
                result["agreement"]["share"],
                (ious[0], ious[1], ious[2]),
                (result["wall_s"] + learned_s) / teacher_s,
                result["costs"]["worthwhile_windows"],
            )
        )
    return found


def mapped(raster: Path, **options: Any) -> tuple[Labels, float]:
    """Return the classes (H, W) from 0 of a map, and the seconds that it took."""
    output = raster.with_name("map.tif")
    result = segment(SegmentRequest(str(raster), str(output), **options), silent())
    with rasterio.open(output) as dataset:
        return dataset.read(1).astype(np.int64) - 1, result["wall_s"]


def iou(map_: Labels, labels: Labels) -> float:
    """Return the mean IoU where the labels tell a class."""
    known = labels >= 0
    return mean_iou(confusion_matrix(labels[known], map_[known], CLASSES))


def silent() -> Job:
    """Return a job that tells nobody."""
    return Job(lambda *_: None, lambda *_: None)


def as_page(found: list[Figures], arguments: argparse.Namespace) -> str:
    """Return the page for the docs."""
    groups: dict[tuple[str, int], list[Figures]] = {}
    for item in found:
        groups.setdefault((item.teacher, item.site), []).append(item)
    rows = [row(*key, of) for key, of in groups.items()]
    closed = statistics.mean(item.closed for item in found)
    gained = statistics.mean(item.ious[2] - item.ious[1] for item in found)
    most = statistics.mean(item.ious[0] - item.ious[1] for item in found)
    told = statistics.mean(item.told - item.agreed[1] for item in found)
    return f"""# What distilling brings

Sites 1 and 3 of the Dubai images (Humans in the Loop and MBRSC), which the bundled model was not
trained on, each as one raster of its nine images. The student is the bundled model; the teacher
is {arguments.teacher or "the bundled model that looks more often"}, at {arguments.windows} windows.
*Same class* is the share of all pixels of a site to which student and teacher give one class,
before and after; mean IoU is against the labels, in percent; *cost* is distilling and the map by
what was distilled, as a part of the time of a map by the teacher, of these small sites of about 30
windows; *a fifth* is what the report tells: from how many windows on it is a fifth of that.
Means of the seeds {", ".join(map(str, arguments.seeds))}.

{HEAD}
{chr(10).join(rows)}

On the whole {closed:.0%} of the gap to the teacher are closed. Against the labels distilling
brings {100 * gained:+.1f} points of mean IoU; the teacher is better than the student by
{100 * most:+.1f}. What is told of windows held out is {100 * told:+.1f} points beside the share of
the whole site, in the mean.
Repeat with `python3 dev.py bench distill DUBAI_MBRSC --write docs/benchmarks-distill.md`. On
{cpu_name()}, {arguments.threads} threads, fp32.
"""


def row(teacher: str, site: int, of: list[Figures]) -> str:
    """Return a row of the table: means over the seeds."""
    before, after = (statistics.mean(item.agreed[i] for item in of) for i in (0, 1))
    ious = [f"{100 * statistics.mean(item.ious[i] for item in of):.1f}" for i in range(3)]
    closed, cost = (statistics.mean(getattr(item, n) for item in of) for n in ("closed", "cost"))
    ends = [item.pays_from for item in of]
    pays = "never" if None in ends else f"{statistics.mean(e for e in ends if e):.0f} windows"
    return (
        f"| {teacher} | {site} | {before:.1%} to {after:.1%} | {closed:.0%} | "
        f"{' | '.join(ious)} | {cost:.2f} | {pays} |"
    )


if __name__ == "__main__":
    main()
