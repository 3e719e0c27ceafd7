"""The import rules of the project, checked on the syntax tree: nothing is imported to check it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENGINE = "engine/crossearth_engine/"
PLUGIN = "crossearth_qgis/"
SOURCES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (ENGINE, PLUGIN)
    for path in (ROOT / folder).rglob("*.py")
)

# What each side may import besides the standard library and itself. onnxscript and stac_model are
# for making models; all others come with the engine's requirements or its extras "torch" and
# "adapt".
ENGINE_PACKAGES = {
    *("numpy", "rasterio", "affine", "click", "onnxruntime", "torch", "safetensors"),
    *("pyogrio", "shapely", "jinja2", "pystac", "onnx", "sklearn", "threadpoolctl"),
    *("google", "onnxscript", "stac_model"),  # google.protobuf comes with onnx
}
PLUGIN_PACKAGES = {"qgis", "osgeo", "processing"}  # "processing" is QGIS's own plugin

TORCH_PLACES = ("networks/", "models/", "exchange/exporting.py", "training/", "device.py")
TORCH_PLACES += ("inference/torch_backend.py",)
ONNXRUNTIME_PLACES = ("inference/onnx_backend.py", "models/onnx_description.py")
ARITHMETIC_PLACES = ("raster/windows.py", "inference/join.py", "inference/frames.py")
PROCESS_STARTERS = ("bridge/process.py", "setup/child_process.py")
PROTOCOL_READER = "bridge/conversation.py"
SHARED = "shared/"
SHARED_IN_PLUGIN = "shared.py"
RESERVED_NAMES = {"engine", "resources", "i18n"}


@dataclass(frozen=True)
class Import:
    """One imported module; ``level`` counts leading dots, ``is_lazy`` tells it is in a function."""

    module: str
    level: int
    is_lazy: bool

    @property
    def package(self) -> str:
        return self.module.split(".")[0]


def imports_of(tree: ast.Module) -> Iterator[Import]:
    lazy = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or is_for_types(node)
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, 0, id(node) in lazy)
        elif isinstance(node, ast.ImportFrom):
            # "from a import b" may mean the module a.b.
            for alias in node.names:
                module = ".".join(filter(None, [node.module, alias.name]))
                yield Import(module, node.level, id(node) in lazy)


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


def is_any_of(module: str, *prefixes: str) -> bool:
    return any(module == prefix or module.startswith(f"{prefix}.") for prefix in prefixes)


def violations(path: str, source: str) -> list[str]:
    """Return a sentence for every rule that a source file breaks."""
    tree = ast.parse(source)
    found = list(imports_of(tree))
    if path.startswith(ENGINE):
        return [*engine_violations(path[len(ENGINE) :], found), *name_violations(path)]
    inside = path[len(PLUGIN) :]
    return [
        *plugin_violations(inside, found),
        *process_state_violations(inside, tree),
        *name_violations(path),
    ]


def engine_violations(inside: str, found: list[Import]) -> Iterator[str]:
    for item in found:
        if item.level:
            # Files of shared/ have two names, one for each side.
            if item.level > 1 or not inside.startswith(SHARED):
                yield f"relative import of {item.module}: the engine's imports are absolute"
            continue
        own = item.package == "crossearth_engine"
        if not own and item.package not in {*sys.stdlib_module_names, *ENGINE_PACKAGES}:
            yield f"the engine may not import {item.module}"
        if item.package == "torch" and not inside.startswith(TORCH_PLACES):
            yield f"torch belongs to {', '.join(TORCH_PLACES)}"
        if item.package == "onnxruntime":
            allowed = inside in ONNXRUNTIME_PLACES
            if not (allowed or (inside == "device.py" and item.is_lazy)):
                yield f"onnxruntime belongs to {', '.join(ONNXRUNTIME_PLACES)}, lazily to device.py"
        if inside.startswith(SHARED) and item.package not in sys.stdlib_module_names:
            yield f"{inside} is read by both sides: standard library only, not {item.module}"
        if inside in ARITHMETIC_PLACES:
            arithmetic = item.package == "numpy" or item.package in sys.stdlib_module_names
            own_places = [
                f"crossearth_engine.{p[:-3].replace('/', '.')}" for p in ARITHMETIC_PLACES
            ]
            io = item.package in {"io", "os", "pathlib", "shutil", "tempfile", "subprocess"}
            if io or not (arithmetic or is_any_of(item.module, *own_places)):
                yield f"window arithmetic does no I/O and imports numpy only, not {item.module}"
        if own and not item.is_lazy:
            yield from layer_violations(inside, item.module)


def layer_violations(inside: str, module: str) -> Iterator[str]:
    """Worker above inference and training, these above models and raster, errors at the bottom."""
    top = ["crossearth_engine.worker", "crossearth_engine.__main__"]
    middle = ["crossearth_engine.inference", "crossearth_engine.training"]
    if inside.startswith(("models/", "raster/")) and is_any_of(module, *top, *middle):
        yield f"models and raster may not import {module}"
    if inside.startswith(("inference/", "training/")) and is_any_of(module, *top):
        yield f"inference and training may not import {module}"
    if inside in ("errors.py", "device.py") and not is_any_of(module, "crossearth_engine.errors"):
        yield f"{inside} is at the bottom and may not import {module}"


def plugin_violations(inside: str, found: list[Import]) -> Iterator[str]:
    depth = len(PurePosixPath(inside).parts)
    for item in found:
        if item.level > depth:
            yield f"relative import of {item.module} leaves the plugin"
            continue
        if item.level:
            folder = PurePosixPath(PLUGIN, inside).parts[: depth + 1 - item.level][1:]
            target = ".".join([*folder, item.module])
            if not inside.startswith(("gui/", "plugin.py")) and is_any_of(target, "gui"):
                yield "algorithms never drive the dock: gui is imported by gui and plugin.py only"
            is_protocol = is_any_of(target, f"{SHARED_IN_PLUGIN[:-3].replace('/', '.')}.protocol")
            if is_protocol and inside != PROTOCOL_READER:
                yield f"only {PROTOCOL_READER} reads the protocol"
            continue
        is_shared = is_any_of(item.module, "crossearth_engine.shared")
        if inside == SHARED_IN_PLUGIN and item.is_lazy and is_shared:
            continue  # that mypy may know it
        if item.package not in {*sys.stdlib_module_names, *PLUGIN_PACKAGES}:
            yield f"the plugin may not import {item.module}"
        if is_any_of(item.module, "qgis.utils.iface"):
            yield "iface enters in plugin.py as an argument and goes no further"
        is_starter = item.package in {"subprocess", "multiprocessing"} or item.module.endswith(
            ".QProcess"
        )
        if is_starter and inside not in PROCESS_STARTERS:
            yield f"processes are started by {' and '.join(PROCESS_STARTERS)} only"
        if is_any_of(item.module, "importlib.util"):
            yield f"only {SHARED_IN_PLUGIN} makes modules of files elsewhere"
        if item.package == "signal":
            yield "signal handlers belong to QGIS"


def process_state_violations(inside: str, tree: ast.Module) -> Iterator[str]:
    """Find changes of what belongs to the whole QGIS process: sys.path and os.environ."""
    shared = ("sys.path", "os.environ")
    changers = {"append", "insert", "extend", "remove", "update", "setdefault", "pop", "clear"}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            owner, _, method = name.rpartition(".")
            if (owner in shared and method in changers) or name in ("os.putenv", "os.unsetenv"):
                yield f"{name} changes the QGIS process"
        elif isinstance(node, (ast.Assign, ast.AugAssign, ast.Delete)):
            targets = [node.target] if isinstance(node, ast.AugAssign) else node.targets
            if "__path__" in map(ast.unparse, targets) and inside != SHARED_IN_PLUGIN:
                yield f"only {SHARED_IN_PLUGIN} makes a package of a folder elsewhere"
            for target in targets:
                place = target.value if isinstance(target, ast.Subscript) else target
                if ast.unparse(place) in shared:
                    yield f"{ast.unparse(target)} changes the QGIS process"


def name_violations(path: str) -> Iterator[str]:
    parts = PurePosixPath(path).with_suffix("").parts
    if path.startswith(PLUGIN) and RESERVED_NAMES & set(parts[1:2]):
        yield "engine, resources and i18n become siblings in the installed plugin"
    if parts[-1] in sys.stdlib_module_names and parts[-1] != "__main__":
        yield f"{parts[-1]} is a module of the standard library"


@pytest.mark.parametrize("path", SOURCES)
def test_file_keeps_the_import_rules(path: str) -> None:
    assert violations(path, (ROOT / path).read_text(encoding="utf-8")) == []


def test_both_sides_are_checked() -> None:
    assert any(path.startswith(ENGINE) for path in SOURCES)
    assert any(path.startswith(PLUGIN) for path in SOURCES)


def test_worker_starts_without_heavy_imports() -> None:
    heavy: dict[str, str] = {}
    waiting, seen = ["crossearth_engine.worker"], set()
    while waiting:
        module = waiting.pop()
        file = ROOT / "engine" / f"{module.replace('.', '/')}.py"
        if not file.is_file():
            file = ROOT / "engine" / module.replace(".", "/") / "__init__.py"
        if module in seen or not file.is_file():
            continue
        seen.add(module)
        for item in imports_of(ast.parse(file.read_text(encoding="utf-8"))):
            if item.is_lazy:
                continue
            if item.package == "crossearth_engine":
                waiting += [item.module, item.module.rpartition(".")[0]]
            elif item.package not in sys.stdlib_module_names:
                heavy[item.package] = module
    assert "crossearth_engine.shared.protocol" in seen
    assert heavy == {}


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("raster/reader.py", "import qgis.core"),
        ("raster/reader.py", "from osgeo import gdal"),
        ("raster/reader.py", "import scipy"),
        ("raster/reader.py", "from . import windows"),
        ("raster/reader.py", "from crossearth_engine.inference import segment"),
        ("models/registry.py", "import crossearth_engine.worker"),
        ("inference/segment.py", "from crossearth_engine import worker"),
        ("inference/segment.py", "import torch"),
        ("inference/segment.py", "def f():\n    import torch.nn"),
        ("inference/segment.py", "import onnxruntime as ort"),
        ("device.py", "import onnxruntime"),
        ("errors.py", "from crossearth_engine.models import metadata"),
        ("shared/protocol.py", "import numpy"),
        ("shared/protocol.py", "from crossearth_engine import errors"),
        ("shared/protocol.py", "from .. import errors"),
        ("raster/windows.py", "from pathlib import Path"),
        ("inference/join.py", "import rasterio"),
        ("types.py", ""),
    ],
)
def test_bad_engine_code_is_found(path: str, source: str) -> None:
    assert violations(ENGINE + path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("plugin.py", "import torch"),
        ("plugin.py", "from PyQt5.QtCore import Qt"),
        ("plugin.py", "import crossearth_engine.shared.protocol"),
        ("plugin.py", "import numpy"),
        ("plugin.py", "from qgis.utils import iface"),
        ("plugin.py", "import subprocess"),
        ("plugin.py", "from qgis.PyQt.QtCore import QProcess"),
        ("plugin.py", "from ..engine import x"),
        ("plugin.py", "import sys\nsys.path.insert(0, 'x')"),
        ("plugin.py", "import os\nos.environ['A'] = 'b'"),
        ("plugin.py", "import os\ndel os.environ['A']"),
        ("plugin.py", "import sys\nsys.path += ['x']"),
        ("plugin.py", "import signal"),
        ("plugin.py", "from importlib import util"),
        ("plugin.py", "__path__ = ['x']"),
        ("plugin.py", "from .shared import protocol"),
        ("gui/dock.py", "from ..shared import protocol"),
        ("shared.py", "from crossearth_engine import errors"),
        ("processing/segment.py", "from ..gui import dock"),
        ("processing/segment.py", "from ..gui.dock import CrossEarthDock"),
        ("processing/segment.py", "from ...gui import dock"),
        ("styling.py", "from .gui.swatch import swatch"),
        ("engine.py", ""),
        ("resources/__init__.py", ""),
        ("logging.py", ""),
    ],
)
def test_bad_plugin_code_is_found(path: str, source: str) -> None:
    assert violations(PLUGIN + path, source)


@pytest.mark.parametrize(
    ("path", "source"),
    [
        (ENGINE + "device.py", "def f():\n    import onnxruntime\n    import torch"),
        (ENGINE + "inference/join.py", "from crossearth_engine.raster.windows import Window"),
        (ENGINE + "networks/dinov2.py", "import torch\nfrom crossearth_engine.errors import X"),
        (PLUGIN + "gui/dock.py", "from ..processing.base import X\nfrom .widgets.card import Card"),
        (PLUGIN + "plugin.py", "from .gui.dock import Dock"),
        (PLUGIN + "bridge/process.py", "import subprocess"),
        (PLUGIN + "shared.py", "__path__ = ['x']"),
        (PLUGIN + "bridge/conversation.py", "from ..shared import protocol"),
        (PLUGIN + "settings.py", "import os\nos.environ.get('A')\nx = os.environ['B']"),
    ],
)
def test_good_code_passes(path: str, source: str) -> None:
    assert violations(path, source) == []
