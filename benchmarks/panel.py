"""What the panel costs QGIS's GUI thread: at the start, when something is opened, in a run.

    python benchmarks/panel.py [--before COMMIT] [--wheels FOLDER] [--repeats 3] [--seed 1]
                               [--large RASTER] [--write PAGE]
    python benchmarks/panel.py --part look [--large RASTER] [--shots FOLDER]
    python benchmarks/panel.py --part change [--naip FOLDER] [--shots FOLDER]

Plays in a real QGIS under Xvfb, with a fresh profile and this checkout, while `_panel_in_qgis`
measures each step of the GUI thread in CPU time; the same with the plugin as it was in another
commit, and with a plugin that has an empty dock and nothing else, which is what QGIS itself takes.
With a folder that ``dev.py wheelhouse`` has filled, the engine is set up, too. The part *look* pans
a live preview over a large scene and reviews twenty places, and tells how soon pixels came. The
part *judge* plans, draws and labels sample points, and measures a map by them. The part *change*
maps two scenes, those of two years of NAIP where there are some, and compares them.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.transform import from_origin
from rasterio.windows import Window

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import package
from tools.environments import ROOT
from tools.make_screenshots import LIGHT, make_profile, xvfb

CODE = Path(__file__).with_name("_panel_in_qgis.py")
SIZE, LARGE_SIZE = 2048, 16384
LAYERS = 20
TIMEOUT_S = 900

EMPTY_PLUGIN = """
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel


def classFactory(iface):
    return Empty(iface)


class Empty:
    def __init__(self, iface):
        self._iface = iface

    def initGui(self):
        self._dock = QgsDockWidget(self._iface.mainWindow())
        self._dock.setObjectName("CrossEarthDock")
        self._dock.setWidget(QLabel("Empty", self._dock))
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._dock.hide()

    def unload(self):
        self._iface.removeDockWidget(self._dock)
"""

Phases = dict[str, dict[str, Any]]
PARTS = ("open", "work", "look", "judge", "change", "setup")


def main() -> int:
    """Measure, print a table, and write it where that is wanted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--before", metavar="COMMIT", help="measure the plugin of it, too")
    parser.add_argument("--repeats", type=int, default=3, help="starts of QGIS for each plugin")
    parser.add_argument("--seed", type=int, default=1, help="of the image")
    parser.add_argument(
        "--part", choices=PARTS, action="append", dest="parts", help="only this one"
    )
    parser.add_argument("--wheels", type=Path, help="packages to set the engine up from")
    parser.add_argument("--large", type=Path, help="raster of the part look, instead of a made one")
    parser.add_argument(
        "--naip", type=Path, help="images_old and images_new, for the part change  [default: made]"
    )
    parser.add_argument("--shots", type=Path, help="where pictures of the window go")
    parser.add_argument("--engine-python", type=Path, default=ROOT / ".venv" / "bin" / "python")
    parser.add_argument("--where", action="store_true", help="say which lines took so long")
    parser.add_argument(
        "--write", type=Path, metavar="PAGE", help="such as docs/benchmarks-panel.md"
    )
    arguments = parser.parse_args()
    parts = arguments.parts or [part for part in PARTS if part != "setup" or arguments.wheels]
    if "setup" in parts and not arguments.wheels:
        parser.error("--part setup needs --wheels")
    with tempfile.TemporaryDirectory(prefix="crossearth-") as name, xvfb() as display:
        large = arguments.large or Path(name) / "large.tif"
        stage = Stage(
            Path(name), display, arguments.engine_python, arguments.wheels, large.absolute()
        )
        write_scene(stage.folder / "scene.tif", arguments.seed, SIZE)
        if "look" in parts and not arguments.large:
            write_scene(large, arguments.seed, LARGE_SIZE)
        if "change" in parts:
            write_years(stage.folder, arguments.naip, arguments.seed)
        stage.prepare()
        measured: dict[str, list[Phases]] = {}
        with contextlib.ExitStack() as stack:
            plugins: dict[str, tuple[Path | None, list[str]]] = {}
            if arguments.before:
                old = stack.enter_context(checked_out(arguments.before, Path(name)))
                plugins[f"at {arguments.before[:7]}"] = (old, parts)
            plugins["now"] = (ROOT, parts)
            if "open" in parts:
                plugins["empty plugin"] = (None, ["open empty"])
            # In turn, so that all of them meet what else the computer does.
            for _ in range(arguments.repeats):
                for title, (root, stories) in plugins.items():
                    run = stage.play_all(stories, root)
                    measured.setdefault(title, []).append(run)
        if arguments.shots:
            stage.keep_pictures(arguments.shots)
    text = table(measured) + told(measured)
    print(text)
    if arguments.where:
        for title, runs in measured.items():
            for phase, values in runs[-1].items():
                print(title, phase, *values.get("where", ()), sep="\n  ")
    if arguments.write:
        old = arguments.write.read_text(encoding="utf-8") if arguments.write.exists() else ""
        _, mark, others = old.partition("\n## ")  # sections of other parts
        arguments.write.write_text(page(text, arguments) + mark + others, encoding="utf-8")
    return 0


class Stage:
    """A display with an image and a project, on which QGIS is started again and again."""

    def __init__(
        self, folder: Path, display: str, engine_python: Path, wheels: Path | None, large: Path
    ) -> None:
        self.folder = folder
        self._profiles = folder / "profiles"
        self._prepared = folder / "prepared profiles"
        self._display = display
        self._engine_python = engine_python
        self._wheels = wheels
        self._large = large
        self._starts = 0

    def prepare(self) -> None:
        """Make a project, and a profile in which the panel was closed when QGIS was."""
        make_profile(self._profiles, LIGHT)
        self.play("prepare", ROOT)
        shutil.copytree(self._profiles, self._prepared, symlinks=True)

    def keep_pictures(self, folder: Path) -> None:
        """Copy the pictures of all starts."""
        folder.mkdir(parents=True, exist_ok=True)
        for path in self.folder.glob("shots */*.png"):
            shutil.copy(path, folder / f"{path.parent.name.partition(' ')[2]}-{path.name}")

    def play_all(self, stories: Sequence[str], root: Path | None) -> Phases:
        """Have QGIS live through stories, a start for each."""
        phases: Phases = {}
        for story in stories:
            # The others begin with the panel as the one before has left it: open.
            if story not in ("work", "look", "judge", "change"):
                shutil.rmtree(self._profiles)
                shutil.copytree(self._prepared, self._profiles, symlinks=True)
            for name, values in self.play(story, root).items():
                phases.setdefault(name, values)  # of what each start has, that of the first
        return phases

    def play(self, story: str, root: Path | None) -> Phases:
        """Have QGIS live through a story with the plugin of a checkout, or the empty one."""
        self._starts += 1
        shots = self.folder / f"shots {self._starts}"
        shots.mkdir()
        profile = self._profiles / "profiles" / "default"
        shutil.rmtree(profile / "python" / "plugins" / "crossearth_qgis", ignore_errors=True)
        if root is None:
            write_empty_plugin(profile / "python" / "plugins" / "crossearth_qgis")
        else:
            package.link(root, profile)
            compile_plugin(root)
        variables = {
            **os.environ,
            "DISPLAY": self._display,
            "LC_ALL": "C.UTF-8",
            # QGIS's own Python looks for its home along PATH; a virtual environment's is another.
            "PATH": os.pathsep.join(["/usr/bin", os.environ["PATH"]]),
            "PYTHONPATH": os.pathsep.join([str(ROOT / "tools"), str(CODE.parent)]),
            "PYQGIS_STARTUP": str(CODE),
            "CROSSEARTH_SHOTS": str(shots),
            "CROSSEARTH_FOLDER": str(self.folder),
            "CROSSEARTH_LARGE": str(self._large),
            "CROSSEARTH_LAYERS": str(LAYERS),
            "CROSSEARTH_STORY": story,
            "CROSSEARTH_HOME": str(shots / "home"),
            "CROSSEARTH_ENGINE_PYTHON": str(self._engine_python.absolute()),
        }
        if story == "setup":
            variables["CROSSEARTH_WHEELS"] = str(self._wheels.absolute())
            del variables["CROSSEARTH_ENGINE_PYTHON"]
        options = ["--nologo", "--noversioncheck", "--profiles-path"]
        options += [self._profiles, "--code", CODE]
        subprocess.run(["qgis", *options], env=variables, timeout=TIMEOUT_S, check=False)
        failure = shots / "failure.txt"
        if failure.exists():
            raise SystemExit(failure.read_text(encoding="utf-8"))
        if story == "prepare" and (self.folder / "project.qgz").exists():
            return {}
        result = shots / "panel.json"
        if not result.exists():
            raise SystemExit(f"QGIS ended in the middle of {story}")
        return json.loads(result.read_text(encoding="utf-8"))


def write_scene(path: Path, seed: int, size: int) -> None:
    """Write an image of soft patches with some noise, 0.5 m a pixel, with overviews."""
    random = np.random.default_rng(seed)
    profile = {"driver": "GTiff", "width": size, "height": size, "count": 3, "dtype": "uint8"}
    place = {"crs": "EPSG:32636", "transform": from_origin(450_000, 40_000, 0.5, 0.5)}
    options = {"photometric": "RGB", "tiled": True, "compress": "deflate", "zlevel": 1}
    with rasterio.open(path, "w", **profile, **place, **options) as target:
        for top in range(0, size, 1024):
            coarse = random.integers(0, 256, (3, 1024 // 64, size // 64))
            bands = np.kron(coarse, np.ones((64, 64), np.int16))
            bands += random.integers(-8, 8, bands.shape)
            window = Window(0, top, size, 1024)
            target.write(bands.clip(0, 255).astype(np.uint8), window=window)
    with rasterio.open(path, "r+") as target:
        target.build_overviews([4, 16], Resampling.average)


def write_years(folder: Path, naip: Path | None, seed: int) -> None:
    """Write images of one place, ``earlier.tif`` and ``later.tif``; of NAIP tiles side by side."""
    if naip is None:
        for number, name in enumerate(("earlier", "later"), 1):
            write_scene(folder / f"{name}.tif", seed + number, 1024)
        return
    for name, kind in (("earlier", "images_old"), ("later", "images_new")):
        tiles = []
        for path in sorted((naip / kind).glob("*.tif")):
            with rasterio.open(path) as source:
                tiles.append(source.read([1, 2, 3]))
        edge = int(len(tiles) ** 0.5)
        rows = [np.concatenate(tiles[i * edge : (i + 1) * edge], axis=2) for i in range(edge)]
        bands = np.concatenate(rows, axis=1)
        place = {"crs": "EPSG:32617", "transform": from_origin(500_000, 4_100_000, 1, 1)}
        size = {"count": 3, "height": bands.shape[1], "width": bands.shape[2], "dtype": "uint8"}
        with rasterio.open(
            folder / f"{name}.tif", "w", driver="GTiff", photometric="RGB", **size, **place
        ) as target:
            target.write(bands)


def write_empty_plugin(folder: Path) -> None:
    """Write a plugin that has the name of ours, a dock, and nothing in it."""
    folder.mkdir()
    (folder / "__init__.py").write_text(EMPTY_PLUGIN, encoding="utf-8")
    shutil.copy(ROOT / "metadata.txt", folder)


def compile_plugin(root: Path) -> None:
    """Compile a plugin as its first start would, so that every start is a later one."""
    compile_all = ["-m", "compileall", "-q", root / "crossearth_qgis", root / "engine"]
    subprocess.run(["/usr/bin/python3", *compile_all], check=True)


@contextlib.contextmanager
def checked_out(commit: str, folder: Path) -> Iterator[Path]:
    """Give the files of a commit in a folder of their own, as long as they are needed."""
    place = folder / "before"
    git = ["git", "-C", str(ROOT), "worktree"]
    subprocess.run([*git, "add", "--detach", place, commit], check=True, stdout=subprocess.DEVNULL)
    try:
        yield place
    finally:
        subprocess.run([*git, "remove", "--force", place], check=True)


def table(measured: dict[str, list[Phases]]) -> str:
    """Return the medians: longest step, and in brackets what of a step is the plugin's."""
    phases = list(dict.fromkeys(name for runs in measured.values() for run in runs for name in run))
    lines = ["| | " + " | ".join(measured) + " |", "| --- |" + " --- |" * len(measured)]
    for phase in phases:
        cells = [cell([run[phase] for run in runs if phase in run]) for runs in measured.values()]
        lines.append(f"| {phase} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def told(measured: dict[str, list[Phases]]) -> str:
    """Return what else was told of phases, a line each; nothing if nothing was."""
    lines = [
        f"- {title}, {phase}: " + "; ".join(f"{name}: {value}" for name, value in facts.items())
        for title, runs in measured.items()
        for run in runs
        for phase, values in run.items()
        if (facts := values.get("told"))
    ]
    return "\n".join(["", *lines, ""]) if lines else ""


def cell(values: list[dict[str, Any]]) -> str:
    """Return one cell of the table; empty where nothing was measured."""
    if not values:
        return ""
    plugin = f"{statistics.median(value['plugin_ms'] for value in values):.0f}"
    if "step_ms" not in values[0]:
        return plugin
    return f"{statistics.median(value['step_ms'] for value in values):.0f} ({plugin})"


def page(text: str, arguments: argparse.Namespace) -> str:
    """Return the page of the documentation."""
    version = subprocess.run(["qgis", "--version"], capture_output=True, text=True, check=False)
    options = ["--before", arguments.before] if arguments.before else []
    if arguments.wheels:
        options += ["--wheels", arguments.wheels.name]
    options += ["--repeats", str(arguments.repeats), "--seed", str(arguments.seed)]
    return PAGE.format(
        command=shlex.join(["python3", "dev.py", "bench", "panel", *options]),
        version=version.stdout.strip().splitlines()[0],
        machine=f"{platform.system()}, {os.cpu_count()} cores of {processor_name()}",
        repeats=arguments.repeats,
        layers=LAYERS,
        table=text,
    )


def processor_name() -> str:
    """Return the processor's name, where the system tells it."""
    with contextlib.suppress(OSError):
        for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.machine()


PAGE = """# What the panel costs QGIS

QGIS answers nobody while its GUI thread is at work. How long that is at most, in milliseconds of
CPU time, while a person does what the rows say; in brackets, what of a step is the plugin's code
with all that it calls. 50 ms go unnoticed. Medians of {repeats} starts of QGIS.

{table}
- A step lasts from when QGIS has waited for events until it waits again: one event, or a few that
  came together. The rest of it is QGIS's own; the *empty plugin* has a dock with one word in it, so
  its column is what QGIS takes without us.
- *Loaded*: what QGIS waits for at its start, from the import of the package to the end of
  `initGui`. The algorithms are registered afterwards, in steps, while *QGIS finishes its start*.
- What Python takes to look for garbage in all of QGIS, 30 to 60 ms every now and then, is left out:
  it is done between the steps here.
- The stack is looked at every 2 ms: the figures in brackets are no more exact than that.
- Where the panel was left open, its first page is made while QGIS finishes its start, else when
  *the dock is opened*; where there is no engine, the set-up is made then, too.
- The project that is opened has {layers} layers and what both pages of the panel keep in it.

`{command}`
on {machine}; {version}, under Xvfb. The image has
2048 × 2048 pixels, the model is the bundled one.
"""


if __name__ == "__main__":
    raise SystemExit(main())
