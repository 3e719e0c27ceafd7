"""What many tasks take of the memory of a scheduler and of the command that gives them.

A batch of many small rasters, each a task, one sparse raster in parts, and that raster cut into
pieces, each a task, by a scheduler and two workers on this computer, processes of their own. Most
of the pieces are empty, so that there is no map of them, which is told of each. The memory of the
scheduler and of the command's engine is looked at all the time; what is told of progress is written
down. Memory is to grow by little for each raster, progress is never to go back and to end with all
that there is, and nobody may tell of a task that is not done.

    python benchmarks/cluster_memory.py [--rasters 1000] [--sparse 100000] [--pieces 100]
        [--write docs/scale.md]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import rasterio
from cluster_faults import environment, running
from growth import make_network
from segment import make_sparse_raster, profile, replace_section

from crossearth_engine.cluster.engine_process import EngineProcess
from crossearth_engine.devices.processor import cpu_name, usable_cores
from crossearth_engine.shared import protocol

TITLE = "## Many tasks"
EDGE, EVERY_S = 64, 0.2
KIB = 1024


@dataclass
class Watched:
    """A run: seconds and resident bytes of scheduler and command, and what was told.

    Attributes:
        memory: of each look: which share was done, scheduler's bytes, the command's bytes.
        told: stage, done and total, and share of the whole of each word about progress.
        wall_s: of the whole.
        result: as the command tells.
    """

    memory: list[tuple[float, int, int]] = field(default_factory=list)
    told: list[tuple[str, int, int, float]] = field(default_factory=list)
    wall_s: float = 0.0
    result: dict[str, Any] = field(default_factory=dict)

    @property
    def is_true(self) -> bool:
        """Whether progress went forward only, and to the end, in each stage and as a whole."""
        last: dict[str, tuple[int, int]] = {}
        before = 0.0
        for stage, done, total, share in self.told:
            if done < last.get(stage, (0, 0))[0] or done > total or share < before:
                return False
            last[stage], before = (done, total), share
        return before == 1.0 and all(done == total for done, total in last.values())

    @property
    def count(self) -> int:
        """How many rasters or windows there were."""
        rasters = self.result.get("rasters")
        return int(self.result["windows"]) if rasters is None else len(rasters)

    def growth(self, which: int) -> float:
        """Return by how many bytes one of both grew for each of them, over the second half."""
        rows = [row for row in self.memory if 2 * row[0] >= self.memory[-1][0]]
        done = [row[0] * self.count for row in rows]
        if len({*done}) < 2:
            return 0.0
        return float(np.polyfit(done, [row[which] for row in rows], 1)[0])

    def most(self, which: int) -> int:
        """Return the most memory of one of both."""
        return max(row[which] for row in self.memory)

    def middle(self, which: int) -> float:
        """Return the median of it over the second quarter, when all is loaded."""
        quarter = max(len(self.memory) // 4, 1)
        return statistics.median(row[which] for row in self.memory[quarter : 2 * quarter])


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rasters", type=int, default=1000)
    parser.add_argument("--sparse", type=int, default=100_000, help="edge of the raster, pixels")
    parser.add_argument("--pieces", type=int, default=100, help="of the raster, along each edge")
    parser.add_argument("--write", type=Path, help="write the section into this file")
    parser.add_argument("--folder", type=Path, help="where files are made  [default: temporary]")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        folder = Path(name)
        make_network(folder / "network.onnx", 3, 5)
        rasters = make_rasters(folder / "scenes", arguments.rasters)
        make_sparse_raster(folder / "sparse.tif", arguments.sparse)
        pieces = cut(folder / "sparse.tif", folder / "pieces", arguments.pieces)
        model = str(folder / "network.onnx")
        batch = {"inputs": rasters, "out_dir": str(folder / "out"), "model": model}
        many = {"inputs": pieces, "out_dir": str(folder / "many"), "model": model}
        one = {"input": str(folder / "sparse.tif"), "output": str(folder / "map.tif")}
        runs = {
            f"{arguments.rasters:,} rasters": watched(folder, "segment-batch", batch),
            f"{arguments.sparse:,}², sparse": watched(folder, "segment", {**one, "model": model}),
            f"{len(pieces):,} pieces of it": watched(folder, "segment-batch", many),
        }
    page = as_page(runs)
    print(page)
    if arguments.write:
        replace_section(arguments.write, page)
    if not all(run.is_true for run in runs.values()):
        raise SystemExit("What was told of progress is not true.")


def make_rasters(folder: Path, count: int) -> list[str]:
    """Write small rasters."""
    folder.mkdir()
    rng = np.random.default_rng(0)
    paths = [folder / f"{number:05}.tif" for number in range(count)]
    for path in paths:
        with rasterio.open(path, "w", **{**profile(EDGE), "tiled": False}) as target:
            target.write(rng.integers(1, 255, (3, EDGE, EDGE)).astype(np.uint8))
    return [str(path) for path in paths]


def cut(raster: Path, folder: Path, count: int) -> list[str]:
    """Write pieces of a raster, ``count`` along each edge, as files that show it."""
    folder.mkdir()
    with rasterio.open(raster) as source:
        size, west, north = source.width // count, source.transform.c, source.transform.f
        pixel, crs, bands = source.res[0], source.crs.to_string(), source.count
    paths = []
    for number in range(count * count):
        row, col = (place * size for place in divmod(number, count))
        shown = "".join(
            f'<VRTRasterBand dataType="Byte" band="{band}"><NoDataValue>0</NoDataValue>'
            f'<SimpleSource><SourceFilename relativeToVRT="1">../{raster.name}</SourceFilename>'
            f'<SourceBand>{band}</SourceBand><SrcRect xOff="{col}" yOff="{row}" xSize="{size}" '
            f'ySize="{size}"/><DstRect xOff="0" yOff="0" xSize="{size}" ySize="{size}"/>'
            "</SimpleSource></VRTRasterBand>"
            for band in range(1, bands + 1)
        )
        place = f"{west + col * pixel}, {pixel}, 0, {north - row * pixel}, 0, {-pixel}"
        path = folder / f"{number:05}.vrt"
        path.write_text(
            f'<VRTDataset rasterXSize="{size}" rasterYSize="{size}"><SRS>{crs}</SRS>'
            f"<GeoTransform>{place}</GeoTransform>{shown}</VRTDataset>",
            encoding="utf-8",
        )
        paths.append(str(path))
    return paths


def watched(folder: Path, command: str, arguments: dict[str, Any]) -> Watched:
    """Run a command on a cluster, and look at what it takes."""
    run, is_over = Watched(), threading.Event()
    with running(folder) as cluster:
        engine = EngineProcess(str(folder), environment())

        def tell(message: protocol.Message) -> None:
            if isinstance(message, protocol.Progress):
                run.told.append((message.stage, message.done, message.total, message.share))

        def look() -> None:
            scheduler, own = psutil.Process(cluster.scheduler.pid), psutil.Process()
            while not is_over.wait(EVERY_S):
                commands = [p for p in own.children() if p.cmdline()[-1:] == ["worker"]]
                if commands and run.told:
                    bytes_ = [process.memory_info().rss for process in (scheduler, commands[0])]
                    run.memory.append((run.told[-1][-1], *bytes_))

        looker = threading.Thread(target=look)
        looker.start()
        began = time.perf_counter()
        end = engine.run(command, {**arguments, "cluster": str(cluster.file)}, tell)
        run.wall_s = time.perf_counter() - began
        is_over.set()
        looker.join()
        engine.close()
    if not isinstance(end, protocol.Done):
        raise SystemExit(f"{command} has failed: {end}")
    run.result = end.result
    return run


def as_page(runs: dict[str, Watched]) -> str:
    """Return the section."""
    rows = []
    for name, run in runs.items():
        sizes = []
        for which in (1, 2):
            middle, most = run.middle(which) / KIB**2, run.most(which) / KIB**2
            sizes.append(f"{middle:.0f} to {most:.0f} MiB, {run.growth(which) / KIB:+.2f} KiB")
        told = "yes" if run.is_true else "NO"
        rows.append(f"| {name} | {run.wall_s:.0f} | {run.count:,} | {' | '.join(sizes)} | {told} |")
    return "\n".join(
        [
            TITLE,
            "",
            f"Rasters of {EDGE}² pixels as a batch, a task each; one that is empty but for six",
            "islands, in parts, and its pieces as a batch, a task each, most of them without a",
            "pixel; a network of one convolution, a scheduler and two workers. Memory",
            "of the scheduler and of the command: median of the second quarter, the most, and how",
            "it grows over the second half for each raster or window.",
            f"{cpu_name()}, {usable_cores()} cores, with other work beside it.",
            "Repeat with `python3 dev.py bench cluster_memory --write docs/scale.md`.",
            "",
            "| | s | rasters or windows | scheduler | command | progress true |",
            "| --- | ---: | ---: | ---: | ---: | --- |",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()
