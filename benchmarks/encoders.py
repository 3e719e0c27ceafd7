"""Encoders at their true size: imported from a file as their authors write it, run, and adapted.

The weights are random, for the published ones could not be had: nothing is said of quality. Each
step has a process of its own, of which the largest memory is told. What is adapted to is a made
scene of 320 pixels, and the encoder is never left out; `--scene` adapts SoftCon ViT-S once more, to
a made scene of 2048 pixels with polygons in all windows, and once again from what was kept.
`--chips` adapts DOFA and the bands alone to hyperspectral chips: FOLDER has ``images`` and
``labels`` of the same names, whose patches of one class are the polygons, and ``classes.json``.

    python benchmarks/encoders.py [--write docs/encoders.md] [--scene | --chips FOLDER] [NAME ...]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
import torch
from affine import Affine
from rasterio import features
from torch import nn

from crossearth_engine.commands import run as run_command
from crossearth_engine.devices.processor import cpu_name, peak_rss_mb, usable_cores
from crossearth_engine.exchange.importing import import_model
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.checkpoint_file import read_tensors
from crossearth_engine.models.encoder_imagery import TERRAMIND, TERRAMIND_KEYS
from crossearth_engine.models.encoders import load_encoder
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_wavelengths import file_for_wavelengths
from crossearth_engine.networks.dinov2 import DinoV2
from crossearth_engine.networks.dofa import Dofa
from crossearth_engine.networks.prithvi import Prithvi
from crossearth_engine.networks.terramind import TerraMind
from crossearth_engine.shared.bands import ANY_BANDS
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.training.adapt import adapt
from crossearth_engine.training.quick.search import Search
from crossearth_engine.training.quick.views import Viewer
from crossearth_engine.training.request import FinetuneRequest

ROUNDS = 5
SCENE = 2048
FILE = "encoder.pth"
MODALITIES = {key: len(TERRAMIND[name].bands) for name, key in TERRAMIND_KEYS.items()}
# Of Prithvi the names of the file have a prefix.
ENCODERS: dict[str, tuple[Callable[[], nn.Module], str]] = {
    "softcon-s": (lambda: DinoV2(384, 12, 6, 16, (), 13, patch_size=14), ""),
    "terramind-tiny": (lambda: TerraMind(MODALITIES, 192, 12, 3, 14, ()), ""),
    "prithvi-tiny-tl": (
        lambda: Prithvi(192, 12, 3, 14, (), num_frames=4, knows_time_and_place=True),
        "encoder.",
    ),
    "prithvi-300m": (lambda: Prithvi(1024, 24, 16, 14, (), num_frames=4), "encoder."),
    "dofa-base": (lambda: Dofa(768, 12, 12, 14, ()), ""),
}


CALLED = {
    "softcon-s": "SoftCon ViT-S, 13 bands",
    "terramind-tiny": "TerraMind tiny, S2L2A",
    "prithvi-tiny-tl": "Prithvi-EO-2.0 tiny-TL",
    "prithvi-300m": "Prithvi-EO-2.0 300M",
    "dofa-base": "DOFA base",
}


def main() -> None:
    """Take each encoder that is asked for, each step in a process of its own, and tell of it."""
    if sys.argv[1:2] == ["--alone"]:
        print(json.dumps(STEPS[sys.argv[2]](sys.argv[3], Path(sys.argv[4]))))
        return
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("names", nargs="*")
    parser.add_argument("--write", type=Path)
    parser.add_argument("--scene", action="store_true")
    parser.add_argument("--chips", type=Path)
    arguments = parser.parse_args()
    machine = f"{cpu_name()}, {usable_cores()} cores, PyTorch {torch.__version__}"
    print(machine)
    steps = ["build", "network", "import", "onnx", "adapt", "map"]
    names, mark, told = arguments.names or list(ENCODERS), "sizes", table
    if arguments.scene:
        names, steps, mark, told = ["softcon-s"], ["build", "import", "scene"], "scene", scene_text
    if arguments.chips:
        names, steps = [BANDS_ID, "dofa-base"], ["build", "import", "adapt-chips", "map-chips"]
        mark, told = "chips", chips_text
    found = {name: measured(name, steps, arguments.chips) for name in names}
    if arguments.write:
        page = arguments.write.read_text(encoding="utf-8")
        text = told(machine, found)
        start, end = f"<!-- {mark} -->\n", f"<!-- end of {mark} -->"
        before, rest = page.split(start)
        arguments.write.write_text(
            before + start + text + end + rest.split(end)[1], encoding="utf-8"
        )


def measured(name: str, steps: list[str], chips: Path | None) -> dict[str, float]:
    """Return what the steps tell of an encoder; of the bands alone there is nothing to import."""
    told: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        if chips is not None:
            Path(folder, "chips").symlink_to(chips.resolve())
        for step in steps:
            if name == BANDS_ID and step in ("build", "import"):
                continue
            command = [sys.executable, __file__, "--alone", step, name, folder]
            result = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
            told |= json.loads(result.stdout.splitlines()[-1])
    print(f"{name:16}", json.dumps(told), flush=True)
    return told


def table(machine: str, found: dict[str, dict[str, float]]) -> str:
    """Return what the page says of the true sizes."""
    rows = [
        f"Measured by `dev.py bench encoders --write docs/encoders.md` ({machine}; seed 0).",
        "",
        "| encoder | million numbers | `model.onnx` | import | PyTorch | onnxruntime | adapting | "
        "map | largest difference of the networks |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, told in found.items():
        peaks = [
            f"{told[f'{step}_peak_mb'] / 1000:.1f} GB"
            for step in ("import", "torch", "onnx", "adapt", "map")
        ]
        cells = [CALLED[name], f"{told['million_numbers']:.0f}", f"{told['onnx_mb']:.0f} MB"]
        cells += [*peaks, f"{told['largest_difference']:.0e}"]
        rows.append(f"| {' | '.join(cells)} |")
    return "\n".join(rows) + "\n"


def scene_text(machine: str, found: dict[str, dict[str, float]]) -> str:
    """Return what the page says of a whole scene."""
    (told,) = found.values()
    pixels = SCENE**2 / 1e6
    return (
        f"The features of a scene of {SCENE} × {SCENE} pixels and 13 bands, {told['windows']:.0f} "
        f"windows of SoftCon\nViT-S, take {told['look_s']:.0f} s, {told['look_s'] / pixels:.1f} s "
        f"per megapixel, reading included; once more,\n"
        f"{told['again_s']:.0f} s, for they are kept on disk "
        f"({told['again_computed']:.0f} windows computed anew). The whole adaptation takes "
        f"{told['adapt_s']:.0f} s\nand {told['again_adapt_s']:.0f} s, and at most "
        f"{told['scene_peak_mb'] / 1000:.1f} GB of memory (random weights; {machine};\n"
        "`dev.py bench encoders --scene --write docs/encoders.md`).\n"
    )


def chips_text(machine: str, found: dict[str, dict[str, float]]) -> str:
    """Return what the page says of hyperspectral chips."""
    bands, dofa = found[BANDS_ID], found["dofa-base"]

    def gigabytes(told: dict[str, float], step: str) -> str:
        return f"{told[f'{step}_chips_peak_mb'] / 1000:.1f} GB"

    return (
        f"EnMAP as it is delivered ({bands['chips']:.0f} chips of Potsdam, {bands['bands']:.0f} "
        f"bands, {bands['dead']:.0f} of them dead, nothing marked as nodata): adapting\nto "
        f"{bands['polygons']:.0f} polygons takes at most {gigabytes(bands, 'adapt')} with "
        f"`--model bands`, and {gigabytes(dofa, 'adapt')} with DOFA base, by the\nwavelengths of "
        f"the band names (random weights, never left out); mapping them "
        f"{gigabytes(bands, 'map')} and "
        f"{gigabytes(dofa, 'map')}. By the bands {100 * bands['right']:.0f} % of the\nground "
        f"are right by polygons held out, mean IoU {bands['mean_iou']:.2f} ({machine};\n`dev.py "
        "bench encoders --chips ../shared/data/enmap_potsdam --write docs/encoders.md`).\n"
    )


def build(name: str, folder: Path) -> dict[str, float]:
    """Write a file like that of the authors."""
    make, prefix = ENCODERS[name]
    torch.manual_seed(0)
    tensors = {prefix + key: tensor for key, tensor in make().state_dict().items()}
    torch.save(tensors, folder / FILE)
    numbers = sum(tensor.numel() for tensor in tensors.values())
    return {"million_numbers": round(numbers / 1e6, 1)}


def run_network(name: str, folder: Path) -> dict[str, float]:
    """Load the file in PyTorch, and let the network look at a window."""
    encoder = load_encoder(read_tensors(folder / FILE), folder / FILE)
    if encoder is None:
        raise ValueError(f"{name} is not recognised")
    shape = (1, encoder.num_bands, encoder.model.window_size, encoder.model.window_size)
    pixels = np.random.default_rng(1).standard_normal(shape, np.float32)
    np.savez(folder / "window.npz", pixels, np.array(encoder.wavelengths_um, np.float32))
    np.savez(folder / "maps.npz", *encoder.maps(pixels))
    return {
        "torch_peak_mb": round(peak_rss_mb() or 0),
        "torch_window_s": timed(lambda: encoder.maps(pixels)),
    }


def import_file(name: str, folder: Path) -> dict[str, float]:
    """Import the file."""
    os.environ["CROSSEARTH_HOME"] = str(folder)
    began = time.perf_counter()
    model = import_model(folder / FILE, model_id=name).model
    return {
        "import_s": round(time.perf_counter() - began, 1),
        "import_peak_mb": round(peak_rss_mb() or 0),
        "onnx_mb": round(model.weights.stat().st_size / 1e6, 1),
    }


def run_onnx(name: str, folder: Path) -> dict[str, float]:
    """Let what was imported look at the same window."""
    path = folder / "models" / name / "model.onnx"
    with np.load(folder / "window.npz") as arrays:
        pixels, wavelengths = arrays["arr_0"], arrays["arr_1"].tolist()
    with np.load(folder / "maps.npz") as arrays:
        expected = [arrays[key] for key in arrays.files]
    content = file_for_wavelengths(path, wavelengths) if wavelengths else None
    network = OnnxMaps(path, content, "cpu", usable_cores())
    pairs = zip(network.run(pixels), expected, strict=True)
    return {
        "largest_difference": float(max(np.abs(a - b).max() for a, b in pairs)),
        "onnx_peak_mb": round(peak_rss_mb() or 0),
        "onnx_window_s": timed(lambda: network.run(pixels)),
    }


def make_scene(folder: Path, model: ModelInfo, size: int, edge: int) -> dict[str, Any]:
    """Write a raster of three kinds of ground in cells of an edge, and what adapts to it."""
    rng = np.random.default_rng(0)
    cells = rng.integers(0, 3, (size // edge, size // edge))
    truth = np.kron(cells, np.ones((edge, edge), int))
    names = model.bands if model.bands != ANY_BANDS else ("B2", "B3", "B4", "B8", "B12")
    levels = rng.uniform(500, 4000, (len(names), 3))
    place = Affine(10, 0, 500_000, 0, -10, 5_000_000)
    kept = {"crs": "EPSG:32633", "transform": place, "dtype": "uint16", "tiled": True}
    shape = {"width": size, "height": size, "count": len(names)}
    with rasterio.open(folder / "scene.tif", "w", driver="GTiff", **shape, **kept) as raster:
        for i, name in enumerate(names):
            noisy = levels[i][truth] + rng.normal(0, 100, truth.shape)
            raster.write(noisy.clip(1, 10_000).astype("uint16"), i + 1)
            raster.set_band_description(i + 1, name)
    shapes, classes = [], []
    for row, col in np.ndindex(cells.shape):
        left, top = place @ ((col + 0.3) * edge, (row + 0.3) * edge)
        shapes.append(shapely.box(left, top - 4 * edge, left + 4 * edge, top))
        classes.append("abc"[cells[row, col]])
    return {
        "rasters": [str(folder / "scene.tif")],
        "polygons": write_polygons(folder / "samples.gpkg", shapes, classes),
        "field": "class",
        "model": model.id,
        "out": str(folder / "adapted"),
        "stretch": "0,10000" if model.unit else None,
        "device": "cpu",
    }


def write_polygons(path: Path, shapes: list[Any], classes: list[str]) -> str:
    """Write polygons with their class, and return the path."""
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(shapes, object)),
        [np.array(classes, object)],
        ["class"],
        crs="EPSG:32633",
        geometry_type="Polygon",
    )
    return str(path)


def adapt_to_scene(name: str, folder: Path) -> dict[str, float]:
    """Adapt what was imported to a small scene."""
    os.environ["CROSSEARTH_HOME"] = str(folder)
    Search.worth_of_change = -1.0  # of random weights: to be taken all the same
    request = FinetuneRequest.from_arguments(make_scene(folder, find_model(name), 320, 40))
    made = adapt(request, silent())
    if made["choice"]["maps"] == BANDS_ID:
        raise ValueError(f"{name} was left out")
    return {"adapt_peak_mb": round(peak_rss_mb() or 0), "small_adapt_s": made["wall_s"]}


def map_scene(name: str, folder: Path) -> dict[str, float]:
    """Map the small scene with the adapted model."""
    model = str(folder / "adapted")
    arguments = {"input": str(folder / "scene.tif"), "output": str(folder / "map.tif")}
    run_command("segment", {**arguments, "model": model, "device": "cpu"}, silent())
    return {"map_peak_mb": round(peak_rss_mb() or 0)}


def adapt_to_large_scene(name: str, folder: Path) -> dict[str, float]:
    """Adapt to a large scene of which all windows are looked at, and again from the cache."""
    os.environ["CROSSEARTH_HOME"] = str(folder)
    times: list[tuple[float, int, int]] = []
    look = Viewer.look

    def timed_look(viewer: Viewer, *given: Any) -> Any:
        began = time.perf_counter()
        view = look(viewer, *given)
        times.append((time.perf_counter() - began, viewer.windows, viewer.computed))
        return view

    Viewer.look = timed_look  # type: ignore[method-assign]  # to time it
    request = FinetuneRequest.from_arguments(make_scene(folder, find_model(name), SCENE, 64))
    first = adapt(request, silent())["wall_s"]
    again = adapt(request, silent())["wall_s"]
    (look_s, windows, _), (again_s, _, computed) = times
    return {
        **{"look_s": round(look_s, 1), "windows": windows, "adapt_s": first},
        **{"again_s": round(again_s, 1), "again_computed": computed, "again_adapt_s": again},
        "scene_peak_mb": round(peak_rss_mb() or 0),
    }


def adapt_to_chips(name: str, folder: Path) -> dict[str, float]:
    """Adapt to hyperspectral chips, by the polygons that their labels are."""
    os.environ["CROSSEARTH_HOME"] = str(folder)
    if name != BANDS_ID:
        Search.worth_of_change = -1.0  # of random weights: to be taken all the same
    chips = sorted(folder.glob("chips/images/*.tif"))
    shapes, classes = labelled_shapes(folder / "chips")
    request = FinetuneRequest.from_arguments(
        {
            "rasters": list(map(str, chips)),
            "polygons": write_polygons(folder / "samples.gpkg", shapes, classes),
            "field": "class",
            "model": name,
            "out": str(folder / "adapted"),
            "device": "cpu",
        }
    )
    made = adapt(request, silent())
    if name != BANDS_ID and made["choice"]["maps"] == BANDS_ID:
        raise ValueError(f"{name} was left out")
    accuracy = made["accuracy"]
    peak_mb = round(peak_rss_mb() or 0)
    pixels = []
    for path in chips:
        with rasterio.open(path) as raster:
            pixels.append(raster.read().reshape(raster.count, -1))
    is_dead = np.ptp(np.concatenate(pixels, axis=1), axis=1) == 0
    return {
        **{"chips": len(chips), "bands": is_dead.size, "dead": int(is_dead.sum())},
        **{"polygons": len(shapes), "right": accuracy["overall_accuracy"]},
        "mean_iou": accuracy["mean_iou"],
        "adapt_chips_peak_mb": peak_mb,
    }


def labelled_shapes(chips: Path) -> tuple[list[Any], list[str]]:
    """Return polygons around the pixels of one class that lie together, and their classes."""
    about = json.loads((chips / "classes.json").read_text(encoding="utf-8"))
    shapes, classes = [], []
    for path in sorted(chips.glob("labels/*.tif")):
        with rasterio.open(path) as raster:
            labels = raster.read(1)
            found = features.shapes(labels, labels != about["unlabelled"], 4, raster.transform)
        for geometry, value in found:
            shapes.append(shapely.geometry.shape(geometry))
            classes.append(about["classes"][str(int(value))])
    return shapes, classes


def map_chips(name: str, folder: Path) -> dict[str, float]:
    """Map all chips with the adapted model."""
    arguments = {
        "inputs": [str(folder / "chips" / "images")],
        "out_dir": str(folder / "maps"),
        "model": str(folder / "adapted"),
        "device": "cpu",
    }
    run_command("segment-batch", arguments, silent())
    if len(list(folder.glob("maps/*.tif"))) != len(list(folder.glob("chips/images/*.tif"))):
        raise ValueError("not all chips were mapped")
    return {"map_chips_peak_mb": round(peak_rss_mb() or 0)}


STEPS: dict[str, Callable[[str, Path], dict[str, float]]] = {
    "build": build,
    "network": run_network,
    "import": import_file,
    "onnx": run_onnx,
    "adapt": adapt_to_scene,
    "map": map_scene,
    "scene": adapt_to_large_scene,
    "adapt-chips": adapt_to_chips,
    "map-chips": map_chips,
}


def silent() -> Job:
    """Return a job of which nobody is told."""
    return Job(lambda done, total, left: None, lambda level, text: None)


def timed(run: Callable[[], object]) -> float:
    """Return the median wall time of a call, seconds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        run()
        times.append(time.perf_counter() - began)
    return round(statistics.median(times), 4)


if __name__ == "__main__":
    main()
