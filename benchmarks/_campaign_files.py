"""Files that the campaign gives to the engine: damaged by seeds, or made to do harm."""

from __future__ import annotations

import copy
import hashlib
import io
import json
import os
import pickle  # to write what must never be run
import random
import struct
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import rasterio
from _campaign_worker import Case
from affine import Affine
from onnx import TensorProto, helper

WIDTH, HEIGHT = 96, 80
PLACE = Affine(0.5, 0, 500_000, 0, -0.5, 4_000_000)
WEIGHTS = np.random.default_rng(7).normal(size=(4, 3, 1, 1)).astype(np.float32)
# Drivers and how each is written.
RASTERS: dict[str, dict[str, Any]] = {
    "plain": {"driver": "GTiff"},
    "tiled": {"driver": "GTiff", "tiled": True, "blockxsize": 32, "blockysize": 32},
    "lzw": {"driver": "GTiff", "compress": "lzw", "predictor": 2},
    "deflate": {"driver": "GTiff", "compress": "deflate", "interleave": "band"},
    "zstd": {"driver": "GTiff", "compress": "zstd", "tiled": True, "blockxsize": 32,
             "blockysize": 32},
    "packbits": {"driver": "GTiff", "compress": "packbits"},
    "jpeg in tiff": {"driver": "GTiff", "compress": "jpeg", "photometric": "ycbcr"},
    "bigtiff": {"driver": "GTiff", "BIGTIFF": "YES"},
    "uint16": {"driver": "GTiff", "dtype": "uint16", "compress": "lzw"},
    "float32": {"driver": "GTiff", "dtype": "float32", "compress": "deflate", "predictor": 3},
    "png": {"driver": "PNG"},
    "jpeg": {"driver": "JPEG"},
    "geopackage": {"driver": "GPKG"},
    "bmp": {"driver": "BMP"},
}  # fmt: skip
SEEDS = 20
MUTANTS = 8
"""Of each raster by each seed."""
ODD: tuple[Any, ...] = (
    None, True, 0, -1, 10**30, 1e308, "", "x", "a\0b", "\udc80", "x" * 5000, "<img src='/x'>",
    [], [5], ["a"] * 300, {}, {"a": 5}, [[]], "/etc/passwd", "http://127.0.0.1:9/x", "\u202e\n\t",
)  # fmt: skip


def network(batch: int | str = "B", size: int | str = "S") -> onnx.ModelProto:
    """Return a network of one layer, whose class of a pixel depends on its colour alone."""
    graph = helper.make_graph(
        [
            helper.make_node("Conv", ["x", "w"], ["z"]),
            helper.make_node("Softmax", ["z"], ["y"], axis=1),
        ],
        "network",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [batch, 3, size, size])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [batch, 4, size, size])],
        [helper.make_tensor("w", TensorProto.FLOAT, WEIGHTS.shape, WEIGHTS.tobytes(), raw=True)],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    shares = {"standardization_mean": "0", "standardization_std": "1"}
    helper.set_model_props(model, {"model_type": '"Segmentor"', **shares})
    return model


def write_raster(path: Path, driver: str = "GTiff", dtype: str = "uint8", **options: Any) -> Path:
    """Write a raster of squares of random colours."""
    rng = np.random.default_rng(3)
    squares = rng.integers(1, 255, (3, HEIGHT // 8, WIDTH // 8))
    data = squares.repeat(8, 1).repeat(8, 2).astype(dtype)
    size = {"width": WIDTH, "height": HEIGHT, "count": 3, "dtype": dtype}
    if driver in ("GTiff", "GPKG"):
        options = {"crs": "EPSG:32636", "transform": PLACE, "photometric": "rgb", **options}
        if driver == "GPKG":
            options.pop("photometric")
    with rasterio.open(path, "w", driver=driver, **size, **options) as dataset:
        dataset.write(data)
    return path


def mutated(content: bytes, rng: random.Random) -> bytes:
    """Return a file with one kind of damage."""
    data = bytearray(content)
    head = min(len(data), 512)
    kind = rng.choice(("bits", "head", "cut", "zero", "double", "swap", "insert", "numbers"))
    at = rng.randrange(len(data))
    length = rng.randint(1, max(1, min(256, len(data) - at)))
    if kind == "bits":
        for _ in range(rng.randint(1, 20)):
            data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    elif kind == "head":
        for _ in range(rng.randint(1, 6)):
            data[rng.randrange(head)] = rng.choice((0, 1, 127, 128, 255, rng.randrange(256)))
    elif kind == "cut":
        del data[at:]
    elif kind == "zero":
        data[at : at + length] = bytes(length)
    elif kind == "double":
        data[at:at] = data[at : at + length]
    elif kind == "swap":
        other = rng.randrange(max(len(data) - length, 1))
        data[at : at + length], data[other : other + length] = (
            data[other : other + length], data[at : at + length],
        )  # fmt: skip
    elif kind == "insert":
        data[at:at] = rng.randbytes(length)
    else:
        number = rng.choice((0, 1, 2**16 - 1, 2**31 - 1, 2**32 - 1))
        place = rng.randrange(max(head - 4, 1))
        data[place : place + 4] = struct.pack("<I", number)
    return bytes(data)


def check_map(folder: Path, arguments: dict[str, Any]) -> str:
    """Compare a map with what numpy makes of the raster's pixels, where they are bytes."""
    with rasterio.open(arguments["output"]) as made:
        classes = made.read(1)
    with rasterio.open(arguments["input"]) as source:
        if source.count < 3 or set(source.dtypes) != {"uint8"} or source.shape != classes.shape:
            return ""
        colors = [color.name for color in source.colorinterp]
        names = ("red", "green", "blue")
        bands = [colors.index(name) + 1 if name in colors else place
                 for place, name in enumerate(names, 1)]  # fmt: skip
        pixels = source.read(bands).astype(np.float32)
    scores = np.tensordot(WEIGHTS[:, :, 0, 0], pixels, 1)
    best = np.sort(scores, 0)
    is_clear = (best[-1] - best[-2] > 1e-2) & (classes != 255)
    wrong = int(((scores.argmax(0) != classes) & is_clear).sum())
    return f"{wrong} pixels have another class" if wrong else ""


def _segment(write: Callable[[Path], Path], folder: Path, **options: Any) -> dict[str, Any]:
    model = folder / "color.onnx"
    model.write_bytes(network().SerializeToString())
    source = str(write(folder))
    output = str(folder / "out" / "map.tif")
    return {"input": source, "output": output, "model": str(model), "threads": 1, **options}


def mutated_rasters(work: Path) -> Iterator[Case]:
    """Yield damaged rasters of every driver and compression."""
    originals = {}
    for name, options in RASTERS.items():
        ending = {"PNG": "png", "JPEG": "jpg", "GPKG": "gpkg", "BMP": "bmp"}
        path = work / f"original.{ending.get(options['driver'], 'tif')}"
        originals[name] = path.name, write_raster(path, **options).read_bytes()
        path.unlink()

    def write(file: str, content: bytes, seed: str, folder: Path) -> Path:
        path = folder / file
        path.write_bytes(mutated(content, random.Random(seed)))
        return path

    for seed in range(SEEDS):
        for name, (file, content) in originals.items():
            for number in range(MUTANTS):
                case = f"{name}/{seed}/{number}"
                make = partial(_segment, partial(write, file, content, case))
                yield Case(case, "segment", make, check_map)


def crafted_rasters(work: Path) -> Iterator[Case]:
    """Yield rasters that somebody has made to do harm, or that hardly anybody has."""
    pixel = '<VRTRasterBand dataType="Byte" band="1"{}>{}</VRTRasterBand>'
    source = (
        "<SimpleSource><SourceFilename>{}</SourceFilename><SourceBand>1</SourceBand></SimpleSource>"
    )
    vrt = '<VRTDataset rasterXSize="{0}" rasterYSize="{0}">{1}</VRTDataset>'
    python = (
        "<PixelFunctionType>f</PixelFunctionType><PixelFunctionLanguage>Python"
        "</PixelFunctionLanguage><PixelFunctionCode>import os; os.mkdir('owned')"
        "</PixelFunctionCode>"
    )
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9}">' for n in range(1, 12))
    texts = {
        "itself.vrt": vrt.format(64, pixel.format("", source.format("itself.vrt"))),
        "huge.vrt": vrt.format(2_000_000_000, pixel.format("", "")),
        "python.vrt": vrt.format(64, pixel.format(' subClass="VRTDerivedRasterBand"', python)),
        "entities.vrt": f'<!DOCTYPE a [<!ENTITY e0 "x">{entities}]>' + vrt.format(64, "&e11;"),
        "outer.vrt": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        + vrt.format(9, "&x;"),
        "bands.vrt": vrt.format(8, pixel.format("", "") * 3000),
        "nested.vrt": "<a>" * 5000 + "</a>" * 5000,
        "missing.vrt": vrt.format(64, pixel.format("", source.format("nowhere.tif"))),
        "negative.vrt": vrt.format(-5, pixel.format("", "")),
        "empty.tif": "",
        "text.tif": "this is no raster\n" * 50,
        "service.xml": "<GDAL_WMS><Service name='TMS'><ServerUrl>http://127.0.0.1:9/</ServerUrl>"
        "</Service></GDAL_WMS>",
    }
    for name, text in texts.items():
        yield Case(name, "segment", partial(_segment, partial(_written, name, text.encode())))
    names = ("a b.tif", "ü.tif", "%s%n{0}.tif", "-x.tif", "a'b\"c.tif", "<b>.tif", "=1+1.tif")
    for name in names:
        write = partial(_raster_called, name)
        yield Case(name, "segment", partial(_segment, write), check_map, "done")
    odd = {
        "no size": Affine(0, 0, 0, 0, 0, 0),
        "huge": Affine(1e308, 0, 0, 0, -1e308, 0),
        "tiny": Affine(1e-300, 0, 0, 0, -1e-300, 0),
        "not a number": Affine(float("nan"), 0, 0, 0, -1, 0),
        "off the world": Affine(1e9, 0, 1e9, 0, -1e9, 1e12),
        "rotated": Affine(0.3, 0.4, 5e5, 0.4, -0.3, 4e6),
    }
    for name, transform in odd.items():
        for crs in ("EPSG:32636", "EPSG:4326", "EPSG:3857", None):
            write = partial(_raster_at, transform, crs)
            polygons = partial(_with_products, partial(_segment, write))
            yield Case(f"{name}, {crs}", "segment", polygons, check_map)
    for text in (
        "/vsizip/a.zip/b.tif",
        "/vsistdin/",
        "/dev/zero",
        "NETCDF:a.nc:b",
        "x" * 5000,
        "\0",
    ):
        arguments = partial(_segment, lambda folder, text=text: text)
        yield Case(f"named {text[:20]!r}", "segment", arguments, ends="told")


def _written(name: str, content: bytes, folder: Path) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def _raster_called(name: str, folder: Path) -> Path:
    return write_raster(folder / name)


def _raster_at(transform: Affine, crs: str | None, folder: Path) -> Path:
    return write_raster(folder / "r.tif", transform=transform, crs=crs)


def _with_products(make: Callable[[Path], dict[str, Any]], folder: Path) -> dict[str, Any]:
    out = folder / "out"
    beside = {"polygons": str(out / "p.gpkg"), "report": str(out / "r.html")}
    return {**make(folder), **beside, "confidence": str(out / "c.tif")}


def _with_model(
    path: str, make: Callable[[Path], Any], command: str, folder: Path
) -> dict[str, Any]:
    """Return the arguments of a command on a model that ``make`` writes."""
    made = make(folder / path)
    place = str(made if isinstance(made, Path) else folder / path)
    if command == "describe-model":
        return {"model": place}
    if command == "import-model":
        number = hashlib.sha256(str(folder).encode()).hexdigest()[:12]
        return {"file": place, "id": f"m{number}"}
    output = str(folder / "out" / "map.tif")
    return {"input": str(write_raster(folder / "r.tif")), "output": output, "model": place,
            "threads": 1}  # fmt: skip


def onnx_files(work: Path) -> Iterator[Case]:
    """Yield damaged ONNX files, and some with odd data, shapes and metadata."""
    content = network().SerializeToString()
    commands = ("describe-model", "segment", "import-model")
    for seed in range(250):
        damaged = mutated(content, random.Random(f"onnx {seed}"))
        for command in commands[: 1 + seed % 3]:
            write = partial(_write_bytes, damaged)
            yield Case(f"{seed}/{command}", command, partial(_with_model, "m.onnx", write, command))
    for number, model in enumerate(_odd_networks()):
        for command in commands:
            write = partial(_write_bytes, model.SerializeToString())
            make = partial(_with_model, "m.onnx", write, command)
            yield Case(f"odd {number}/{command}", command, make)


def _write_bytes(content: bytes, path: Path) -> None:
    path.write_bytes(content)


def _odd_networks() -> Iterator[onnx.ModelProto]:
    for location in ("/etc/passwd", "../x", "a\0b", "x" * 6000, "", ".", "\\\\host\\x", "nowhere"):
        model = network()
        (tensor,) = model.graph.initializer
        tensor.data_location = TensorProto.EXTERNAL
        tensor.ClearField("raw_data")
        tensor.external_data.add(key="location", value=location)
        yield model
    for batch, size in ((10**6, "S"), (1, 10**6), (1, 40_000), (0, 0), (1, 1), ("B", 7)):
        yield network(batch, size)
    for key in ("tile_size", "tiles_overlap", "class_names", "resolution", "standardization_std",
                "model_type", "standardization_mean", "names", "crossearth:item"):  # fmt: skip
        for value in ("", "x", "1e999", "-1", "0", "30000", "[]", "{}", '{"0": null}', "[" * 9000,
                      "x" * 100_000, "\u202e<b>"):  # fmt: skip
            model = network()
            props = {entry.key: entry.value for entry in model.metadata_props}
            helper.set_model_props(model, {**props, key: value})
            yield model


class _Call:
    """Pickled, it asks whoever reads it to call something."""

    def __init__(self, function: str, *arguments: Any) -> None:
        self.function, self.arguments = function, arguments


def _gadget(module: str, name: str, argument: str) -> bytes:
    """Return a pickle that calls a function with a text."""
    text = pickle.dumps(argument, 2)[2:-1]
    return b"\x80\x02c" + f"{module}\n{name}\n".encode() + text + b"\x85R."


def pickles(work: Path) -> Iterator[Case]:
    """Yield checkpoints of PyTorch: programs, bombs, legacy files, damaged ones."""
    import torch

    buffer = io.BytesIO()
    torch.save({"state_dict": {"a.weight": torch.zeros(4, 4)}}, buffer)
    plain = buffer.getvalue()
    gadgets = [
        *(("os", "system"), ("posix", "system"), ("builtins", "eval"), ("builtins", "exec")),
        *(("subprocess", "Popen"), ("os", "mkdir"), ("builtins", "open"), ("runpy", "run_path")),
        *(("torch", "load"), ("torch.hub", "load_state_dict_from_url"), ("numpy", "load")),
        *(("builtins", "__import__"), ("importlib", "import_module"), ("shutil", "rmtree")),
        *(("builtins", "bytearray"), ("pathlib", "Path.unlink"), ("ctypes", "CDLL")),
    ]
    contents = {f"{module}.{name}": _in_archive(_gadget(module, name, "owned"))
                for module, name in gadgets}  # fmt: skip
    contents |= {
        "legacy": pickle.dumps({"a": 1}, 2),
        "no archive": b"\x80\x02}q\0.",
        "compressed": _in_archive(b"\x80\x02}.", zipfile.ZIP_DEFLATED),
        "script": _in_archive(b"\x80\x02}.", file="model/code/a.py"),
        "nested": _in_archive(b"\x80\x02" + b")" + b"\x85" * 90_000 + b"."),
        "marks": _in_archive(b"\x80\x02" + b"(" * 90_000 + b"."),
        "empty": b"",
    }
    for number in range(120):
        contents[f"mutant {number}"] = mutated(plain, random.Random(f"pickle {number}"))
    for name, content in contents.items():
        make = partial(_with_model, "m.pth", partial(_write_bytes, content), "import-model")
        yield Case(name, "import-model", make, ends="told")


def _in_archive(content: bytes, compression: int = zipfile.ZIP_STORED, file: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        archive.writestr("model/data.pkl", content)
        archive.writestr(file or "model/version", "3\n")
    return buffer.getvalue()


def safetensors(work: Path) -> Iterator[Case]:
    """Yield damaged safetensors, and heads that say what is not so."""
    head = {"a": {"dtype": "F32", "shape": [4], "data_offsets": [0, 16]}}
    heads = [
        *(head, {}, {"a": 5}, [], "x", {"a": {**head["a"], "shape": [2**60]}}),
        *({"a": {**head["a"], "data_offsets": [0, 2**60]}}, {"a": {**head["a"], "dtype": "X"}}),
        *({"a": {**head["a"], "data_offsets": [16, 0]}}, {"a": {**head["a"], "shape": [-4]}}),
        {"__metadata__": {"a": "b" * 100_000}, **head},
    ]
    contents = [_safetensors(json.dumps(item).encode()) for item in heads]
    contents += [struct.pack("<Q", 2**63) + b"{", struct.pack("<Q", 9) + b"{" * 9, b"\0" * 9]
    contents += [mutated(contents[0], random.Random(f"tensors {n}")) for n in range(120)]
    for number, content in enumerate(contents):
        write = partial(_write_bytes, content)
        make = partial(_with_model, "m.safetensors", write, "import-model")
        yield Case(str(number), "import-model", make, ends="told")


def _safetensors(head: bytes) -> bytes:
    return struct.pack("<Q", len(head)) + head + bytes(16)


def items(work: Path) -> Iterator[Case]:
    """Yield STAC items each of whose values is replaced by every odd one."""
    good = {
        "id": "three",
        "stac_extensions": ["https://stac-extensions.github.io/mlm/v1.4.0/schema.json"],
        "bbox": None, "geometry": None, "links": [],
        "properties": {
            "description": "A test.", "license": "CC0-1.0", "gsd": 0.5, "title": "Test",
            "datetime": "2024-01-01T00:00:00Z", "mlm:name": "Four", "mlm:architecture": "one",
            "mlm:input": [{"bands": ["red", "green", "blue"],
                           "value_scaling": [{"type": "z-score", "mean": 0, "stddev": 255}]}],
            "mlm:output": [{"classification:classes": [
                {"value": value, "name": name, "color_hint": "00FF00"}
                for value, name in enumerate("abcd")]}],
            "mlm:hyperparameters": {"a": 1}, "crossearth:window_size": 64,
            "crossearth:overlap": 16, "crossearth:scores": "probabilities",
            "crossearth:gsd_range_m": [0.3, 1.0], "crossearth:name": "Four",
            "crossearth:assumed": ["bands"], "crossearth:trained_on": "Nothing.",
            "crossearth:origin": {"note": "x", "imported": "2024", "benchmarks": []},
            "crossearth:accuracy": {"published_miou_percent": {"a": 5.0}},
            "crossearth:remarks": ["x"], "crossearth:overhang": 0,
        },
        "assets": {"model": {"href": "./model.onnx", "roles": ["mlm:model"],
                             "file:size": 5, "title": "x"}},
    }  # fmt: skip
    for path in _paths(good):
        for number, value in enumerate(ODD):
            content = copy.deepcopy(good)
            *way, last = path
            inside: Any = content
            for step in way:
                inside = inside[step]
            inside[last] = value
            command = ("describe-model", "import-model", "segment")[(len(path) + number) % 3]
            make = partial(_with_model, "model.json", partial(_write_item, content), command)
            yield Case(f"{'/'.join(map(str, path))} {number}", command, make)


def _write_item(content: dict[str, Any], path: Path) -> None:
    path.with_name("model.onnx").write_bytes(network().SerializeToString())
    path.write_text(json.dumps(content))


def _paths(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to each value in JSON, the outer ones first."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        yield (*before, key)
        if isinstance(inner, (dict, list)):
            yield from _paths(inner, (*before, key))


def argument_cases(work: Path) -> Iterator[Case]:
    """Yield every argument of every command with every odd value."""
    from crossearth_engine.commands import COMMANDS, imported

    # What asks a server, and what starts processes for each device.
    left_out = {"download-model", "devices"}
    for command in COMMANDS.keys() - left_out:
        for option in imported(COMMANDS[command].request).options.values():
            for number, value in enumerate(ODD):
                make = partial(_arguments, command, option.name, value)
                yield Case(f"{command} {option.name} {number}", command, make)


def _arguments(command: str, name: str, value: Any, folder: Path) -> dict[str, Any]:
    usual = _segment(_raster_called_r, folder)
    model, raster = usual["model"], usual["input"]
    out = str(folder / "out")
    polygons = folder / "p.geojson"
    polygons.write_text(json.dumps({"type": "FeatureCollection", "features": []}))
    arguments = {
        "segment": usual,
        "look": {"input": raster, "model": model},
        "segment-batch": {"inputs": [raster], "out_dir": out, "model": model, "threads": 1},
        "finetune": {
            "rasters": [raster],
            "polygons": str(polygons),
            "field": "c",
            "out": f"{out}/m",
        },
        "evaluate": {"map": raster, "reference": str(polygons), "field": "c"},
        "sample-points": {"map": raster, "out": f"{out}/p.gpkg", "count": 5},
        "describe-model": {"model": model},
        "import-model": {"file": model, "id": f"m{abs(hash(str(folder)))}"},
        "export-model": {"model": model, "folder": f"{out}/exported"},
    }.get(command, {})
    # Nothing is to be written elsewhere by a name that is fine.
    is_place = value in ("x", "/etc/passwd", "\u202e\n\t", "<img src='/x'>", "\udc80")
    if is_place and name in ("output", "out", "out_dir", "folder", "report"):
        value = f"{out}/{value}"
    return {**arguments, name: value}


def _raster_called_r(folder: Path) -> Path:
    return write_raster(folder / "r.tif")


def owned(home: Path) -> bool:
    """Whether anything in a file was run: it would have made a folder or a file of this name."""
    return os.path.lexists(home / "owned")
