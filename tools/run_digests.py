"""Record what the command line makes of small inputs, and say what another tree makes otherwise.

    python tools/run_digests.py record before.json [--tree PATH] [--python PATH]
    python tools/run_digests.py compare before.json [--tree PATH] [--python PATH]

For a change that must not change any result: record before it, compare after it. Everything is run
as a user runs it, and all of what is written is looked at: pixels, overviews and tags of rasters,
tables of GeoPackages, sidecars, reports, models, messages. What differs from run to run is left
out: times, memory, and where the files lie. Records of two machines may differ, as two processors
round differently. Takes about two minutes; not for Windows, where no process can be halted.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import hashlib
import json
import os
import re
import shlex
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import rasterio
from affine import Affine
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from rasterio.enums import ColorInterp

SEED = 20
SIZE_WH = (720, 520)
CELL = 40
CLASSES = ("soil", "grass", "water", "roof")
COLORS = np.array([(190, 170, 110), (70, 140, 60), (30, 50, 90), (200, 90, 70)], float)
CRS, GSD_M, LEFT, TOP = "EPSG:32636", 1.0, 500_000, 4_000_000

# Each is run in a folder of its own name, beside the inputs.
NETWORK = "--model ../network.onnx --threads 1"
ADAPT = "finetune --polygons ../samples.geojson --field class --seed 3 --threads 1"
PRODUCTS = (
    "--confidence confidence.tif --probabilities probabilities.tif --polygons polygons.gpkg "
    "--report report.html"
)
BATCH = (
    "batch ../alpha.tif ../masked.tif ../nowhere.tif ../broken.tif --out-dir ../batch/maps "
    f"{NETWORK} --confidence --polygons --report ../batch/maps.html --json"
)
# Long enough to be interrupted.
LONG_RUN = (
    f"segment ../photo.tif map.tif {NETWORK} --overlap 56 --confidence confidence.tif "
    "--polygons polygons.gpkg --resume --json"
)
RUNS = {
    "every-product": f"segment ../photo.tif map.tif {NETWORK} {PRODUCTS} --json",
    "bundled-model": f"segment ../masked.tif map.tif {PRODUCTS} --threads 1",
    "average": f"segment ../photo.tif map.tif {NETWORK} --join average --overlap 24 "
    "--confidence confidence.tif --json",
    "other-gsd": f"segment ../fine.tif map.tif {NETWORK} --gsd 1.7 --confidence confidence.tif "
    "--polygons polygons.gpkg --json",
    "model-grid": f"segment ../photo.tif map.tif {NETWORK} --gsd 2.5 --grid model {PRODUCTS} "
    "--json",
    "mask": f"segment ../photo.tif map.tif {NETWORK} --mask ../area.geojson {PRODUCTS} --json",
    "extent": f"segment ../alpha.tif map.tif {NETWORK} --bands 3,2,1 "
    "--extent 500060.5,3999800,500200,3999950.25 --report report.html --json",
    "turns": f"segment ../photo.tif map.tif {NETWORK} --tta --probabilities probabilities.tif "
    "--json",
    "scales": f"segment ../photo.tif map.tif {NETWORK} --scales 0.75,1.5 "
    "--confidence confidence.tif --json",
    "sixteen-bits": f"segment ../sixteen.tif map.tif {NETWORK} --confidence confidence.tif --json",
    "stretched": f"segment ../sixteen.tif map.tif {NETWORK} --stretch 1%,90% --bands 4,2,1 "
    "--report report.html --json",
    "revised": f"segment ../photo.tif map.tif {NETWORK} --merge 'both=class 1,class 4' "
    f"--majority 5 --min-area 80 {PRODUCTS} --json",
    "batch": BATCH,
    "batch-again": f"{BATCH} --resume",
    "whole": LONG_RUN,
    "resumed": LONG_RUN,
    "quick": f"{ADAPT} --raster ../photo.tif --model ../network.onnx --out model --json",
    "quick-map": f"segment ../photo.tif map.tif --model ../quick/model --threads 1 {PRODUCTS} "
    "--json",
    "full": f"{ADAPT} --raster ../photo.tif --recipe full --steps 2 --out model --json",
    "bands": f"{ADAPT} --raster ../sixteen.tif --model bands --name 'By bands' --out model",
    "bands-map": "segment ../sixteen.tif map.tif --model ../bands/model --threads 1 "
    "--confidence confidence.tif --json",
    "judge-polygons": "evaluate --map ../quick-map/map.tif --reference ../samples.geojson "
    "--field class --report report.html --json",
    "judge-points": "evaluate --map ../quick-map/map.tif --reference ../points.geojson "
    "--field class --report report.html",
    "judge-raster": "evaluate --map ../quick-map/map.tif --reference ../bands-map/map.tif --json",
    "judge-model": "evaluate --model ../quick/model --raster ../photo.tif --threads 1 "
    "--reference ../points.geojson --field class --json",
    "points": "sample --map ../quick-map/map.tif --out points.gpkg --count 90 --seed 4 --json",
    "import": "models import ../network.onnx --id made --classes a,b,c,d,e --gsd 1 --json",
    "export": "models export ../quick/model exported --half --json",
    "list": "models list",
    "list-json": "models list --json",
    "published": "models list --published",
    "show": "models show crossearth-base-rgb",
    "show-json": "models show ../quick/model --json",
    "verify": "models verify crossearth-base-rgb",
    "unknown-model": "segment ../photo.tif map.tif --model nothing",
    "unreadable": "segment ../broken.tif map.tif",
    "odd-overlap": f"segment ../photo.tif map.tif {NETWORK} --overlap 64",
    "wrong-field": f"{ADAPT} --raster ../photo.tif --field kind --out model",
}
COMMANDS = ("", "segment", "batch", "finetune", "evaluate", "sample", "worker", "models")
MODEL_COMMANDS = ("list", "show", "verify", "download", "import", "export")
for name in (*COMMANDS, *(f"models {name}" for name in MODEL_COMMANDS)):
    RUNS[f"help {name}".strip().replace(" ", "-")] = f"{name} --help"
# The engine notes every ten seconds how far it is.
JOURNAL_INTERVAL_S = 10.5

# What differs between two runs of the same: by name in JSON, by shape in text. The digest of a
# request has the times of its files in it.
VOLATILE = {"wall_s", "inference_s", "peak_rss_mb", "datetime", "created", "updated", "request"}
VOLATILE |= {"last_change", "update_time"}
VOLATILE_TEXT = {
    r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(\.\d+)?( UTC|Z|\+00:00)?)?": "DATE",
    r"\d{1,2} (January|February|March|April|May|June|July|August|September|October|November"
    r"|December) \d{4}": "DATE",
    r"\b\d+(\.\d+)? s\b": "TIME",
}
MOST_DIFFERENCES = 40


class Runner:
    """Runs the commands of one tree in a folder of inputs.

    Args:
        folder: with the inputs; each run gets a folder in it.
        tree: checkout whose engine is run.
        python: interpreter of the engine.
    """

    def __init__(self, folder: Path, tree: Path, python: Path) -> None:
        self._folder = folder
        self._replaced = {str(folder): "FOLDER", str(tree): "TREE"}
        # As the plugin starts it: no other package folder, no settings of the person.
        program = tree / "engine" / "crossearth_engine" / "__main__.py"
        self._command = [str(python), "-I", str(program)]
        kept = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR")
        self._environment = {name: os.environ[name] for name in kept if name in os.environ}
        self._environment["CROSSEARTH_HOME"] = str(folder / "home")

    def run(self, name: str, arguments: str) -> dict[str, Any]:
        """Run a command and return what it says and what it writes."""
        place = self._place(name)
        before = self._files()
        done = subprocess.run(
            [*self._command, *shlex.split(arguments)],
            cwd=place,
            env=self._environment,
            capture_output=True,
            check=False,
        )
        written = sorted(name for name, _, _ in self._files() - before)
        for name in written:
            if name.endswith(".onnx"):
                # The time is in it, and so in its digest, of which reports cite the beginning.
                weights = hashlib.sha256((self._folder / name).read_bytes()).hexdigest()
                self._replaced |= {weights: f"SHA-256 of {name}", weights[:16]: f"SHA of {name}"}
        return {
            "status": done.returncode,
            "says": self._described_text(done.stdout.decode()),
            "logs": self._described_text(done.stderr.decode()),
            "files": {name: self._described(self._folder / name) for name in written},
        }

    def interrupt(self, name: str, arguments: str) -> None:
        """Start a command and kill it as soon as it could go on from where it is.

        Raises:
            RuntimeError: if it ends before.
        """
        place = self._place(name)
        process = subprocess.Popen(
            [*self._command, *shlex.split(arguments)],
            cwd=place,
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

        def wait_for(pattern: str) -> None:
            while not any(place.glob(pattern)):
                if process.poll() is not None:
                    raise RuntimeError(f"{name} has ended before it could be interrupted")
                time.sleep(0.002)

        try:
            # Time goes by for a process that is halted, but it computes nothing.
            wait_for("*.partial/*.tif*")
            process.send_signal(signal.SIGSTOP)
            time.sleep(JOURNAL_INTERVAL_S)
            process.send_signal(signal.SIGCONT)
            wait_for("*.partial/journal.json")
        finally:
            process.kill()
            process.wait()

    def _place(self, name: str) -> Path:
        place = self._folder / name
        place.mkdir(exist_ok=True)
        return place

    def _files(self) -> set[tuple[str, int, int]]:
        """Return name, time of change and size of every file there is."""
        return {
            (path.relative_to(self._folder).as_posix(), stat.st_mtime_ns, stat.st_size)
            for path in self._folder.rglob("*")
            if path.is_file() and "cache" not in path.parts
            for stat in [path.stat()]
        }

    def _described(self, path: Path) -> Any:
        if path.suffix == ".tif":
            return _plain(describe_raster(path), self._replaced)
        if path.suffix == ".gpkg":
            return _plain(describe_tables(path), self._replaced)
        if path.suffix == ".onnx":
            model = onnx.load(path)
            notes = {item.key: self._described_text(item.value) for item in model.metadata_props}
            return {"graph": digest(model.graph.SerializeToString()), "notes": notes}
        return self._described_text(path.read_text(encoding="utf-8"))

    def _described_text(self, text: str) -> Any:
        with contextlib.suppress(ValueError):
            return _plain(json.loads(text), self._replaced)
        # Pictures and weights in a page are one word.
        text = re.sub(r"[\w+/]{200,}=*", lambda found: digest(found[0].encode()), text)
        return _plain(text.splitlines(), self._replaced)


def describe_raster(path: Path) -> dict[str, Any]:
    """Return all that a raster holds, each level of its overviews included."""
    with rasterio.open(path) as source:
        levels = len(source.overviews(1))
        described: dict[str, Any] = {
            "size": source.shape,
            "types": source.dtypes,
            "nodata": source.nodata,
            "crs": source.crs and source.crs.to_wkt(),
            "transform": list(source.transform),
            "blocks": source.block_shapes,
            "meanings": [item.name for item in source.colorinterp],
            "names": source.descriptions,
            "units": source.units,
            "overviews": [source.overviews(band) for band in source.indexes],
            "tags": source.tags(),
            "band tags": [source.tags(band) for band in source.indexes],
            "structure": source.tags(ns="IMAGE_STRUCTURE"),
            "colors": None,
        }
        with contextlib.suppress(ValueError):
            described["colors"] = digest(repr(source.colormap(1)).encode())
    described["pixels"] = []
    for level in (None, *range(levels)):
        options = {} if level is None else {"overview_level": level}
        with rasterio.open(path, **options) as source:
            described["pixels"].append(
                [digest(source.read(band).tobytes()) for band in source.indexes]
            )
    return described


def describe_tables(path: Path) -> dict[str, Any]:
    """Return columns and rows of every table of a GeoPackage, geometries included."""
    described = {}
    with contextlib.closing(sqlite3.connect(path)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in sorted(names):
            if name.startswith("rtree_"):
                continue  # of the geometries; can be opened with an extension only
            cursor = database.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - its own name
            columns = [column[0] for column in cursor.description]
            kept = [i for i, column in enumerate(columns) if column not in VOLATILE]
            rows = [[row[i] for i in kept] for row in cursor]
            described[name] = {
                "columns": [columns[i] for i in kept],
                "count": len(rows),
                "rows": digest(repr(rows).encode()),
            }
    return described


def digest(content: bytes) -> str:
    """Return the first half of a SHA-256."""
    return hashlib.sha256(content).hexdigest()[:32]


def _plain(value: Any, replaced: dict[str, str]) -> Any:
    """Return JSON without what differs from run to run."""
    if isinstance(value, dict):
        return {
            key: "…" if key in VOLATILE else _plain(item, replaced) for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [_plain(item, replaced) for item in value]
    if isinstance(value, str):
        for old, new in replaced.items():
            value = value.replace(old, new)
        for pattern, new in VOLATILE_TEXT.items():
            value = re.sub(pattern, new, value)
    return value


def make_inputs(folder: Path) -> None:
    """Write rasters of four kinds of ground, polygons and points of them, and a network."""
    random = np.random.default_rng(SEED)
    width, height = SIZE_WH
    cells = random.integers(0, len(CLASSES), (height // CELL, width // CELL))
    truth = np.kron(cells, np.ones((CELL, CELL), int))
    photo = COLORS[truth].transpose(2, 0, 1) + random.normal(0, 40, (3, height, width))
    photo = photo.clip(1, 254).astype(np.uint8)
    rows, cols = np.indices(truth.shape)
    is_empty = rows + cols < 150
    _write_raster(folder / "photo.tif", np.where(is_empty, 0, photo), nodata=0)
    quarter = Affine(GSD_M / 4, 0, LEFT, 0, -GSD_M / 4, TOP)
    _write_raster(folder / "fine.tif", photo.repeat(4, 1).repeat(4, 2), transform=quarter)
    part = np.s_[:, 100:420, 40:340]
    opaque = np.where((rows - 250) ** 2 + (cols - 200) ** 2 < 140**2, 255, 0).astype(np.uint8)[None]
    _write_raster(folder / "alpha.tif", np.concatenate([photo, opaque])[part], alpha="YES")
    degrees = Affine(2e-5, 0, 33, 0, -1.6e-5, 36)
    mask = np.where(is_empty, 0, 255).astype(np.uint8)
    _write_raster(folder / "masked.tif", photo, mask, crs="EPSG:4326", transform=degrees)
    turned = Affine(0.5, 0.1, 0, 0.1, -0.5, 0)
    _write_raster(folder / "nowhere.tif", photo[:, :200, :260], crs=None, transform=turned)
    near_infrared = np.array([40, 200, 5, 60])[truth] + random.normal(0, 10, truth.shape)
    four = np.concatenate([photo[::-1], near_infrared.clip(1, 254)[None]])
    sixteen = (four[:, ::2, ::2] * 11.0 + 150).astype(np.uint16)
    names = ("blue", "green", "red", "nir")
    twice = Affine(2, 0, LEFT, 0, -2, TOP)
    _write_raster(folder / "sixteen.tif", sixteen, names=names, transform=twice, tiled=True)
    (folder / "broken.tif").write_text("This is no raster.\n")

    boxes = []
    for index, name in enumerate(CLASSES):
        for row, col in np.argwhere(cells == index)[4:28:4]:
            left, top = LEFT + GSD_M * (CELL * col + 5), TOP - GSD_M * (CELL * row + 5)
            boxes.append((name, _box(left, top - 28, left + 28, top)))
    _write_features(folder / "samples.geojson", "Polygon", boxes)
    corners = (LEFT + 100, TOP - 400), (LEFT + 600, TOP - 350), (LEFT + 300, TOP - 20)
    _write_features(folder / "area.geojson", "Polygon", [("", [[*corners, corners[0]]])])
    points = []
    for row, col in zip(random.integers(0, height, 150), random.integers(0, width, 150)):
        place = LEFT + GSD_M * (int(col) + 0.5), TOP - GSD_M * (int(row) + 0.5)
        points.append((CLASSES[truth[row, col]], place))
    _write_features(folder / "points.geojson", "Point", points)
    _write_network(folder / "network.onnx", random)


def _write_raster(
    path: Path,
    pixels: NDArray[Any],
    mask: NDArray[np.uint8] | None = None,
    names: tuple[str, ...] = (),
    **profile: Any,
) -> None:
    count, height, width = pixels.shape
    place = {"crs": CRS, "transform": Affine(GSD_M, 0, LEFT, 0, -GSD_M, TOP)}
    size = {"width": width, "height": height, "count": count, "dtype": pixels.dtype}
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(path, "w", driver="GTiff", **{**place, **size, **profile}) as dataset,
    ):
        dataset.write(pixels)
        for band, name in enumerate(names, 1):
            dataset.set_band_description(band, name)
        if mask is not None:
            dataset.write_mask(mask)
        if "alpha" in profile:
            dataset.colorinterp = [
                ColorInterp.red,
                ColorInterp.green,
                ColorInterp.blue,
                ColorInterp.alpha,
            ]


def _box(left: float, bottom: float, right: float, top: float) -> list[list[tuple[float, float]]]:
    return [[(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]]


def _write_features(path: Path, kind: str, places: list[tuple[str, Any]]) -> None:
    features = [
        {
            "type": "Feature",
            "properties": {"class": name},
            "geometry": {"type": kind, "coordinates": coordinates},
        }
        for name, coordinates in places
    ]
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:{CRS.replace(':', '::')}"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))


def _write_network(path: Path, random: np.random.Generator) -> None:
    """Write a network of five classes that sees a neighbourhood in two sizes, of random weights."""
    tensors = [
        numpy_helper.from_array(np.array([1, 1, n, n], np.float32), f"times{n}") for n in (2, 4)
    ]

    def conv(name: str, source: str, inputs: int, outputs: int, kernel: int, stride: int) -> Any:
        shape = (outputs, inputs, kernel, kernel)
        weights = random.normal(0, 1 / np.sqrt(inputs * kernel**2), shape).astype(np.float32)
        tensors.append(numpy_helper.from_array(weights, f"{name}.weight"))
        pads = [(kernel - stride + 1) // 2] * 4
        return helper.make_node(
            "Conv",
            [source, f"{name}.weight"],
            [name],
            kernel_shape=[kernel] * 2,
            strides=[stride] * 2,
            pads=pads,
        )

    smooth = {"mode": "linear", "coordinate_transformation_mode": "half_pixel"}
    nodes = [
        conv("stem", "image", 3, 8, 4, 4),
        helper.make_node("Relu", ["stem"], ["quarter"]),
        conv("down", "quarter", 8, 12, 3, 2),
        helper.make_node("Relu", ["down"], ["eighth"]),
        conv("side", "eighth", 12, 8, 1, 1),
        helper.make_node("Resize", ["side", "", "times2"], ["up"], **smooth),
        helper.make_node("Add", ["up", "quarter"], ["merged"]),
        conv("head", "merged", 8, 5, 1, 1),
        helper.make_node("Resize", ["head", "", "times4"], ["scores"], **smooth),
    ]
    values = [("image", 3), ("scores", 5)]
    image, scores = (
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["B", count, "H", "W"])
        for name, count in values
    )
    graph = helper.make_graph(nodes, "network", [image], [scores], tensors)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    described = {"tile_size": "64", "tiles_overlap": "25", "resolution": "100"}
    described |= {f"standardization_{name}": "[0.4, 0.4, 0.4]" for name in ("mean", "std")}
    helper.set_model_props(model, {"model_type": '"Segmentor"', **described})
    onnx.save(model, path)


def record(tree: Path, python: Path, names: list[str]) -> dict[str, Any]:
    """Return what each of these runs says and writes, by its name."""
    found = {}
    with tempfile.TemporaryDirectory(prefix="crossearth-digests-") as folder:
        place = Path(folder).resolve()
        make_inputs(place)
        runner = Runner(place, tree, python)
        for name in names:
            print(name, end=" ", flush=True, file=sys.stderr)
            if name == "resumed":
                runner.interrupt(name, RUNS[name])
            found[name] = runner.run(name, RUNS[name])
            if name == "resumed":
                # How far it was is not always the same.
                logs = " ".join(found[name].pop("logs"))
                found[name]["goes on"] = "Going on after window" in logs
    print(file=sys.stderr)
    return found


def differences(before: Any, after: Any, place: str = "") -> Iterator[str]:
    """Yield where two records differ, and how."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in sorted({*before, *after}):
            path = f"{place}/{key}" if place else key
            if key not in after:
                yield f"{path}: is missing"
            elif key not in before:
                yield f"{path}: is new"
            else:
                yield from differences(before[key], after[key], path)
    elif _is_text(before) and _is_text(after):
        for line in list(difflib.unified_diff(before, after, n=0, lineterm=""))[2:]:
            if not line.startswith("@@"):
                yield f"{place}: {line[:160]}"
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for i, (old, new) in enumerate(zip(before, after)):
            yield from differences(old, new, f"{place}[{i}]")
    elif before != after:
        old, new = (json.dumps(value, ensure_ascii=False)[:160] for value in (before, after))
        yield f"{place}: {old} -> {new}"


def _is_text(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(line, str) for line in value)


def main() -> int:
    """Record or compare; return 1 if something differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("action", choices=["record", "compare"])
    parser.add_argument("file", type=Path)
    parser.add_argument(
        "runs", nargs="*", metavar="RUN", help="only this one; what it goes on from must come first"
    )
    home = Path(__file__).resolve().parents[1]
    parser.add_argument("--tree", type=Path, default=home, help="checkout to run")
    parser.add_argument("--python", type=Path, default=Path(sys.executable), help="the engine's")
    options = parser.parse_args()
    names = options.runs or list(RUNS)
    if unknown := set(names) - set(RUNS):
        parser.error(f"no run {', '.join(unknown)}; there are {', '.join(RUNS)}")
    # An environment's interpreter is a link: to follow it would be to leave the environment.
    found = record(options.tree.resolve(), options.python.absolute(), names)
    text = json.dumps(found, indent=1, ensure_ascii=False) + "\n"
    if options.action == "record":
        options.file.write_text(text, encoding="utf-8")
        return 0
    before = json.loads(options.file.read_text(encoding="utf-8"))
    if options.runs:
        before = {name: run for name, run in before.items() if name in names}
    # As a file has it: no tuples.
    after = json.loads(text)
    different = list(differences(before, after))
    for line in different[:MOST_DIFFERENCES]:
        print(line)
    if len(different) > MOST_DIFFERENCES:
        print(f"… and {len(different) - MOST_DIFFERENCES} more")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
