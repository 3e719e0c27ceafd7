"""The import rules of the project, read from its syntax trees: nothing is imported to check them.

A rule is a function that yields a sentence for each offence of a file. Imports count wherever they
stand, also in functions, unless a rule says otherwise.
"""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).resolve().parents[1]
ENGINE, PLUGIN = "crossearth_engine", "crossearth_qgis"
FOLDERS = {ENGINE: ROOT / "engine" / ENGINE, PLUGIN: ROOT / PLUGIN}
STANDARD = sys.stdlib_module_names

# What each side may import besides the standard library and itself. onnxscript and stac_model are
# for making models; all others come with the engine's requirements or its extras "torch" and
# "adapt".
ENGINE_PACKAGES = {
    *("numpy", "rasterio", "affine", "click", "onnxruntime", "torch", "safetensors"),
    *("pyogrio", "shapely", "jinja2", "pystac", "onnx", "sklearn", "threadpoolctl"),
    *("google", "onnxscript", "stac_model"),  # google.protobuf comes with onnx
    "openvino",  # an add-on
    "pyarrow",  # where a batch is of a table of items
    *("dask", "distributed"),  # where a cluster is asked for
}
PLUGIN_PACKAGES = {"qgis", "osgeo", "processing"}  # "processing" is QGIS's own plugin

# The rooms of the engine from the ground up: each imports from those below it only.
FLOORS = (
    {"shared"},
    {
        *("__init__", "arrays", "errors", "digests", "networks", "patience", "stac"),
        "side_by_side",
    },
    {"disk_space", "faults", "storage"},
    {"arguments", "devices", "inputs", "job", "raster"},
    {"publishing", "transfer", "reports"},
    {"map", "models", "package_index"},
    {"inference"},
    {"accuracy", "exchange", "diagnostics"},
    {"analysis", "training"},
    {"cluster"},
    {"commands"},
    {"worker"},
    {"cli"},
    {"__main__"},
)
TORCH_PLACES = ("networks/", "models/", "training/")
TORCH_PLACES += ("inference/torch_backend.py", "exchange/exporting.py", "devices/torch_cards.py")
ONNXRUNTIME_PLACES = ("inference/onnx_backend.py", "models/onnx_description.py")
ONNXRUNTIME_PLACES += ("devices/onnx_cards.py", "devices/onnx_session.py")
OPENVINO_PLACES = ("devices/openvino_processor.py",)
DASK_PLACES = ("cluster/",)
STANDARD_ONLY = ("devices/cards.py", "devices/cuda_driver.py", "devices/dxgi.py")
ARITHMETIC_PLACES = ("raster/windows.py", "inference/join.py", "inference/frames.py")
IO_PACKAGES = {"io", "os", "pathlib", "shutil", "tempfile", "subprocess", "socket", "urllib"}
PROCESS_STARTERS = ("bridge/process.py", "setup/child_process.py", "setup/end_with_parent.py")
PROTOCOL_READER = "bridge/conversation.py"
SHARED_IN_PLUGIN = "shared.py"
PLAIN_TEXT = "gui/widgets/plain_text.py"
TIPS = {"setToolTip", "setStatusTip", "setWhatsThis"}
# Of what these find a person is told by findings, which QGIS translates.
TRANSLATED = (
    *("accuracy/", "analysis/", "cluster/", "exchange/", "inference/", "raster/", "training/"),
)
# Where why a command has ended is such a finding, too.
TRANSLATED_REASONS = ("cluster/", "exchange/")
# What these tell are sentences that others have: of an error, or of a model's file.
TOLD_AS_THEY_ARE = {
    ("cluster/news.py", "_log"),  # and of the engine of a worker
    ("inference/batch.py", "_tell_end"),
    ("inference/batch_products.py", "make_of_all"),
    ("inference/segment.py", "_with_findings"),
    ("inference/sliding.py", "_tell_fallbacks"),
}
# Lines of a function, and those that may have more: they do nothing but list what there is.
MOST_LINES = 80
TABLES = {("error_sentences.py", "_sentences"), ("finding_sentences.py", "_sentences")}


@dataclass(frozen=True)
class Import:
    """One imported module by its full name; lazy if it stands in a function or is for types."""

    module: str
    is_relative: bool
    is_lazy: bool

    @property
    def package(self) -> str:
        return self.module.split(".")[0]

    def is_of(self, *modules: str) -> bool:
        return any(self.module == name or self.module.startswith(f"{name}.") for name in modules)


class Source:
    """A source file; ``inside`` is its path in its package."""

    def __init__(self, package: str, inside: str, text: str) -> None:
        self.package, self.inside = package, inside
        self.tree = ast.parse(text)
        self.imports = tuple(self._imports())

    def __str__(self) -> str:
        return f"{self.package}/{self.inside}"

    def is_in(self, *places: str) -> bool:
        return self.inside.startswith(places)

    def _imports(self) -> Iterator[Import]:
        lazy = {
            id(inner)
            for node in ast.walk(self.tree)
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) or is_for_types(node)
            for inner in ast.walk(node)
        }
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(alias.name, False, id(node) in lazy)
            elif isinstance(node, ast.ImportFrom):
                folder: tuple[str, ...] = ()
                if node.level:
                    folder = PurePosixPath(self.package, self.inside).parts[: -node.level]
                    folder = folder or ("",)  # out of the package: no rule allows that name
                for alias in node.names:  # "from a import b" may mean the module a.b
                    names = [*folder, *filter(None, [node.module]), alias.name]
                    yield Import(".".join(names), node.level > 0, id(node) in lazy)


def is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")


SOURCES = [
    Source(package, path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
    for package, folder in FOLDERS.items()
    for path in sorted(folder.rglob("*.py"))
]

Rule = Callable[[Source], Iterator[str]]
Names = tuple[str, ...]
"""Folders and file, from the package on."""


def engine_imports_what_it_declares(source: Source) -> Iterator[str]:
    for item in source.imports if source.package == ENGINE else ():
        if item.package not in {ENGINE, *STANDARD, *ENGINE_PACKAGES}:
            yield f"imports {item.module}"
        if item.is_relative and not source.is_in("shared/"):
            yield f"imports {item.module} relatively: the engine's imports are absolute"


def rooms_of_the_engine_import_from_lower_floors(source: Source) -> Iterator[str]:
    if source.package != ENGINE:
        return
    floor_of = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
    room = room_of(source.inside)
    if room not in floor_of:
        yield f"is in {room}, which has no floor yet"
        return
    for item in source.imports:
        # "crossearth_engine.__version__" leads to no room.
        other = item.module.split(".")[1] if item.package == ENGINE else ""
        if other in floor_of and other != room and floor_of[other] >= floor_of[room]:
            yield f"imports {item.module}, which is not below it"


def what_both_sides_read_needs_the_standard_library_only(source: Source) -> Iterator[str]:
    # Relative among themselves: they have two names, one for each side.
    for item in source.imports if source.package == ENGINE and source.is_in("shared/") else ():
        is_own = item.is_relative and item.is_of(f"{ENGINE}.shared")
        if item.package not in STANDARD and not is_own:
            yield f"imports {item.module}"


def networks_are_torch_and_read_no_files(source: Source) -> Iterator[str]:
    allowed = {"torch", *STANDARD} - IO_PACKAGES
    for item in source.imports if source.package == ENGINE and source.is_in("networks/") else ():
        if item.package not in allowed and not item.is_of(f"{ENGINE}.networks"):
            yield f"imports {item.module}"


def window_arithmetic_does_no_io(source: Source) -> Iterator[str]:
    allowed = {"numpy", *STANDARD} - IO_PACKAGES
    own = [f"{ENGINE}.{place[:-3].replace('/', '.')}" for place in ARITHMETIC_PLACES]
    if source.package == ENGINE and source.inside in ARITHMETIC_PLACES:
        for item in source.imports:
            if item.package not in allowed and not item.is_of(*own):
                yield f"imports {item.module}"


def heavy_libraries_stay_in_their_places(source: Source) -> Iterator[str]:
    for item in source.imports:
        if item.package == "torch" and not source.is_in(*TORCH_PLACES):
            yield f"imports torch, which belongs to {', '.join(TORCH_PLACES)}"
        if item.package == "onnxruntime" and not source.is_in(*ONNXRUNTIME_PLACES):
            yield f"imports onnxruntime, which belongs to {', '.join(ONNXRUNTIME_PLACES)}"
        if item.package == "openvino" and not source.is_in(*OPENVINO_PLACES):
            yield f"imports openvino, which belongs to {', '.join(OPENVINO_PLACES)}"
        if item.package in ("dask", "distributed") and not source.is_in(*DASK_PLACES):
            yield f"imports {item.module}, which belongs to {', '.join(DASK_PLACES)}"
        if source.inside in STANDARD_ONLY and item.package in ENGINE_PACKAGES:
            yield f"imports {item.module}, and has to find cards where no library can"


def plugin_imports_what_qgis_brings(source: Source) -> Iterator[str]:
    for item in source.imports if source.package == PLUGIN else ():
        # The file that makes a package of the engine's shared folder tells mypy what is in it.
        is_type = source.inside == SHARED_IN_PLUGIN and item.is_lazy
        if is_type and item.is_of(f"{ENGINE}.shared"):
            continue
        if item.package not in {PLUGIN, *STANDARD, *PLUGIN_PACKAGES}:
            yield f"imports {item.module}"
        if item.is_of("qgis.utils.iface"):
            yield "imports iface, which enters in plugin.py as an argument and goes no further"
        if item.is_of("signal"):
            yield "imports signal: signal handlers belong to QGIS"


def algorithms_never_drive_the_dock(source: Source) -> Iterator[str]:
    for item in source.imports if source.package == PLUGIN else ():
        if item.is_of(f"{PLUGIN}.gui") and not source.is_in("gui/", "plugin.py"):
            yield f"imports {item.module}"


def few_files_start_processes(source: Source) -> Iterator[str]:
    for item in source.imports if source.package == PLUGIN else ():
        is_starter = item.is_of("subprocess", "multiprocessing", "qgis.PyQt.QtCore.QProcess")
        if is_starter and source.inside not in PROCESS_STARTERS:
            yield f"imports {item.module}, which belongs to {' and '.join(PROCESS_STARTERS)}"


def one_file_reads_the_protocol_and_one_the_shared_folder(source: Source) -> Iterator[str]:
    if source.package != PLUGIN:
        return
    protocol = f"{PLUGIN}.{SHARED_IN_PLUGIN[:-3]}.protocol"
    for item in source.imports:
        if item.is_of(protocol) and source.inside != PROTOCOL_READER:
            yield f"reads the protocol, which is for {PROTOCOL_READER}"
        if item.is_of("importlib.util"):
            yield f"makes modules of files elsewhere, which {SHARED_IN_PLUGIN} is for"
    for target in assigned(source.tree):
        if ast.unparse(target) == "__path__" and source.inside != SHARED_IN_PLUGIN:
            yield f"makes a package of a folder elsewhere, which {SHARED_IN_PLUGIN} is for"


def plugin_leaves_the_process_of_qgis_as_it_is(source: Source) -> Iterator[str]:
    places = ("sys.path", "os.environ")
    changers = {"append", "insert", "extend", "remove", "update", "setdefault", "pop", "clear"}
    if source.package != PLUGIN:
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            name = ast.unparse(node.func)
            owner, _, method = name.rpartition(".")
            if (owner in places and method in changers) or name in ("os.putenv", "os.unsetenv"):
                yield f"calls {name}"
    for target in assigned(source.tree):
        place = target.value if isinstance(target, ast.Subscript) else target
        if ast.unparse(place) in places:
            yield f"changes {ast.unparse(target)}"


def assigned(tree: ast.Module) -> Iterator[ast.expr]:
    """Yield what assignments and deletions name."""
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.Delete)):
            yield from node.targets
        elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
            yield node.target


def text_of_others_is_never_markup(source: Source) -> Iterator[str]:
    """Qt guesses whether a text is markup, and opens the pictures that markup names."""
    if source.package != PLUGIN or source.is_in(PLAIN_TEXT):
        return
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        method = name.rpartition(".")[2]
        if name in ("QLabel", "QErrorMessage") or name.startswith("QMessageBox"):
            yield f"makes a {name} instead of what is in {PLAIN_TEXT}"
        shown = node.args[-1:] if method in TIPS else []
        shown += node.args[:1] if method in ("pushMessage", "pushWarning", "pushCritical") else []
        is_bar = "bar" in name.lower() or method in TIPS
        if method == "setItemData" and ast.unparse(node).endswith("ToolTipRole)"):
            shown, is_bar = node.args[1:2], True
        if is_bar and not all(is_our_text(item) for item in shown):
            yield f"hands {ast.unparse(shown[0])} to {name}"


def is_our_text(node: ast.expr) -> bool:
    """Tell whether a text is written in our code, or made to be shown as it is."""
    if isinstance(node, ast.IfExp):
        return is_our_text(node.body) and is_our_text(node.orelse)
    is_made = isinstance(node, ast.Call) and ast.unparse(node.func) in ("translate", "as_markup")
    return is_made or isinstance(node, ast.Constant)


def names_are_free(source: Source) -> Iterator[str]:
    name, top = PurePosixPath(source.inside).stem, room_of(source.inside)
    if source.package == PLUGIN and top in {"engine", "resources", "i18n"}:
        yield f"{top} becomes a sibling in the installed plugin"
    if name in STANDARD and name != "__main__":
        yield f"{name} is a module of the standard library"


def functions_fit_on_a_screen(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > MOST_LINES and (source.inside, node.name) not in TABLES:
                yield f"has {node.name} of {lines} lines"


def warnings_can_be_translated(source: Source) -> Iterator[str]:
    if source.package != ENGINE or not source.is_in(*TRANSLATED):
        return
    functions = [n for n in ast.walk(source.tree) if isinstance(n, ast.FunctionDef)]
    exempt = {
        node
        for function in functions
        if (source.inside, function.name) in TOLD_AS_THEY_ARE
        for node in ast.walk(function)
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            is_log = node.func.attr == "log" and ast.unparse(node.func.value) not in {"np", "math"}
            if is_log and ast.unparse(node.args[0]) != "'info'" and node not in exempt:
                yield f"warns by {ast.unparse(node)}: job.warn(Finding(…)) has a translation"
        elif isinstance(node, ast.Dict):
            keys = set(map(ast.unparse, filter(None, node.keys)))
            if "'warnings'" in keys and "'findings'" not in keys:
                yield "returns warnings as texts: told(findings) has their codes, too"


def reasons_can_be_translated(source: Source) -> Iterator[str]:
    if source.package != ENGINE or not source.is_in(*TRANSLATED_REASONS):
        return
    for function in ast.walk(source.tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        nodes = [*ast.walk(function)]
        texts = {
            target.id
            for node in nodes
            if isinstance(node, ast.Assign) and is_text(node.value)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in nodes:
            if isinstance(node, ast.keyword) and node.arg == "reason":
                is_named = isinstance(node.value, ast.Name) and node.value.id in texts
                if is_text(node.value) or is_named:
                    yield f"gives {ast.unparse(node)}: Finding(…) has a translation"


def is_text(node: ast.expr) -> bool:
    """Tell whether a value is a text that is written here, or made of some."""
    if isinstance(node, ast.BinOp):
        return is_text(node.left) or is_text(node.right)
    is_joined = isinstance(node, ast.Call) and ast.unparse(node.func).endswith("'.join")
    is_plain = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_plain or is_joined or isinstance(node, ast.JoinedStr)


# Each rule with a file that breaks it.
RULES: dict[Rule, tuple[str, str]] = {
    engine_imports_what_it_declares: ("crossearth_engine/raster/a.py", "from osgeo import gdal"),
    rooms_of_the_engine_import_from_lower_floors: (
        "crossearth_engine/models/a.py",
        "def f():\n    from crossearth_engine.worker import x",
    ),
    what_both_sides_read_needs_the_standard_library_only: (
        "crossearth_engine/shared/protocol.py",
        "from .. import errors",
    ),
    networks_are_torch_and_read_no_files: (
        "crossearth_engine/networks/a.py",
        "from pathlib import Path",
    ),
    window_arithmetic_does_no_io: ("crossearth_engine/inference/join.py", "import rasterio"),
    heavy_libraries_stay_in_their_places: (
        "crossearth_engine/inference/segment.py",
        "def f():\n    import torch.nn",
    ),
    plugin_imports_what_qgis_brings: ("crossearth_qgis/plugin.py", "from ..engine import x"),
    algorithms_never_drive_the_dock: (
        "crossearth_qgis/processing/segment.py",
        "from ..gui.dock import Dock",
    ),
    few_files_start_processes: (
        "crossearth_qgis/plugin.py",
        "from qgis.PyQt.QtCore import QProcess",
    ),
    one_file_reads_the_protocol_and_one_the_shared_folder: (
        "crossearth_qgis/gui/dock.py",
        "from ..shared import protocol",
    ),
    plugin_leaves_the_process_of_qgis_as_it_is: (
        "crossearth_qgis/plugin.py",
        "import os\ndel os.environ['A']",
    ),
    text_of_others_is_never_markup: (
        "crossearth_qgis/gui/a.py",
        "cell.setToolTip(translate('CrossEarth', 'Class {name}').format(name=name))",
    ),
    names_are_free: ("crossearth_qgis/resources/__init__.py", ""),
    warnings_can_be_translated: (
        "crossearth_engine/analysis/a.py",
        "for level, text in notices:\n    job.log(level, text)",
    ),
    reasons_can_be_translated: (
        "crossearth_engine/cluster/a.py",
        "def f():\n    said = f'{a} is gone.'\n    raise InvalidRequest(reason=said)",
    ),
    functions_fit_on_a_screen: ("crossearth_qgis/a.py", "def f():" + MOST_LINES * "\n    f()"),
}


def room_of(inside: str) -> str:
    """Return the folder or file right below the package that a file is in."""
    return PurePosixPath(inside).parts[0].removesuffix(".py")


def circles(sources: list[Source]) -> list[str]:
    """Return every import that leads back: from file to file, and from folder to folder.

    In each folder its files and subfolders are looked at, all that is in a subfolder as one.
    """
    names = {tuple(f"{s.package}/{s.inside}".removesuffix(".py").split("/")): s for s in sources}
    graphs: dict[Names, dict[str, dict[str, str]]] = defaultdict(lambda: defaultdict(dict))
    for here, source in names.items():
        for item in source.imports:
            there = file_of(item, names)
            if there is not None and there[0] == here[0] and there != here:
                depth = [a == b for a, b in zip(here, there, strict=False)].index(False)
                graph, start, end = graphs[here[:depth]], here[depth], there[depth]
                graph[start].setdefault(end, f"{source} imports {item.module}")
    return [
        reason
        for graph in graphs.values()
        for start, ends in graph.items()
        for end, reason in ends.items()
        if start in reachable(graph, end)
    ]


def file_of(item: Import, names: Collection[Names]) -> Names | None:
    """Return the file that an import leads to: the module, or the one that has the name."""
    module = tuple(item.module.split("."))
    places = (module, (*module, "__init__"), module[:-1], (*module[:-1], "__init__"))
    return next((place for place in places if place in names), None)


def reachable(graph: Mapping[str, Collection[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += graph.get(name, ())
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_is_kept(rule: Rule) -> None:
    assert [f"{source} {offence}" for source in SOURCES for offence in rule(source)] == []


def test_no_import_leads_back() -> None:
    assert circles(SOURCES) == []


def test_both_sides_are_checked() -> None:
    assert {source.package for source in SOURCES} == {ENGINE, PLUGIN}


def test_worker_starts_without_heavy_imports() -> None:
    files = {f"{s.package}/{s.inside}".removesuffix(".py").replace("/", "."): s for s in SOURCES}
    heavy: dict[str, str] = {}
    waiting, seen = [f"{ENGINE}.worker"], set()
    while waiting:
        module = waiting.pop()
        source = files.get(module) or files.get(f"{module}.__init__")
        if module in seen or source is None:
            continue
        seen.add(module)
        for item in source.imports:
            if item.is_lazy:
                continue
            if item.package == ENGINE:
                waiting += [item.module, item.module.rpartition(".")[0]]
            elif item.package not in STANDARD:
                heavy[item.package] = module
    assert f"{ENGINE}.shared.protocol" in seen
    assert heavy == {}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_offence_is_found(rule: Rule) -> None:
    path, text = RULES[rule]
    package, _, inside = path.partition("/")
    assert list(rule(Source(package, inside, text)))


def test_circle_is_found_between_folders_though_no_file_is_in_one() -> None:
    ahead = Source(ENGINE, "a/one.py", "from crossearth_engine.b import two")
    back = Source(ENGINE, "b/three.py", "def f():\n    from crossearth_engine.a.four import X")
    others = [Source(ENGINE, inside, "") for inside in ("a/four.py", "b/two.py")]
    assert len(circles([ahead, back, *others])) == 2
    assert circles([ahead, *others]) == []
