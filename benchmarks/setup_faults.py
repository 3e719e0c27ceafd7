"""What is left of the engine when its set-up is killed, lied to, or has no room.

    python benchmarks/setup_faults.py WHEELS [--kills 10] [--seed 1] [--only WORD…] [--write PAGE]

WHEELS is a folder that ``dev.py wheelhouse`` has filled. The plugin's own code sets the engine up,
in QGIS's Python; after every fault the engine that the plugin would use has to make a map with the
bundled model. Linux; what needs a file system of its own size needs root, too.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import platform
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import rasterio
from rasterio.transform import from_origin

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.environments import ROOT
from tools.find_qgis import find_qgis

CHILD = Path(__file__).with_name("_setup_child.py")
ENDS_WITHIN_S = 10.0
"""How long children of a killed set-up may take to end."""
MB = 1_000_000
FUNCTIONS = ("make_virtual_environment", "_map", "write_launcher", "switch_to", "clear_away")
"""Of the set-up, in the order of their calls: the points that a random one hardly meets."""


@dataclass
class Row:
    """One kind of fault.

    Attributes:
        fault: what was done.
        tried: how often.
        faults: what was not as it should be; empty: all was.
        told: sentences that a person got, each once.
        note: what else there is to say of it; where it was not tried, why.
    """

    fault: str
    tried: int = 0
    faults: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    note: str = ""

    def count(self, faults: list[str], said: str = "") -> None:
        """Note one try, and the sentence in what the set-up said."""
        self.tried += 1
        self.faults += faults
        sentences = [line[6:] for line in said.splitlines() if line.startswith("told: ")]
        self.told += [text for text in sentences if text not in self.told]
        print(f"  {self.fault}: try {self.tried}: {'; '.join(faults) or 'held'}", flush=True)


class Home:
    """A user data folder, and what happens in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.qgis = find_qgis()
        self.environment = {
            **{n: v for n, v in os.environ.items() if not n.startswith(("CROSSEARTH_", "PIP_"))},
            **self.qgis.environment(),
            "CROSSEARTH_HOME": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def start(self, *arguments: object) -> subprocess.Popen[str]:
        """Start a set-up."""
        command = [str(self.qgis.python), str(CHILD), *map(str, arguments)]
        return subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=ROOT,
            env=self.environment,
        )  # fmt: skip

    def set_up(self, *arguments: object) -> tuple[int, str]:
        """Run a set-up to its end; return its exit code and what it said."""
        process = self.start(*arguments)
        said, _ = process.communicate(timeout=1800)
        return process.returncode, said

    def engine(self) -> tuple[str | None, str]:
        """Return the engine's Python that the plugin would use, or None and why."""
        _, said = self.set_up("--state")
        state = json.loads(said.splitlines()[-1])
        return state["python"], state["reason"]

    def faults(self, must_have_engine: bool = True) -> list[str]:
        """Return what is wrong: no engine, or one that makes no map."""
        python, reason = self.engine()
        if python is None:
            return [f"no engine: {reason}"] if must_have_engine else []
        folder = Path(python).parents[1]
        if (folder.parent / "current.txt").read_text(encoding="utf-8") != folder.name:
            return [f"the command line has another engine than {folder.name}"]
        program = folder.parent / "crossearth"
        with tempfile.TemporaryDirectory() as name:
            raster, result = Path(name, "scene.tif"), Path(name, "map.tif")
            write_scene(raster)
            done = subprocess.run(
                [program, "segment", raster, result], capture_output=True, text=True,
                env=self.environment, check=False, timeout=600,
            )  # fmt: skip
            if done.returncode or not result.is_file():
                return [f"{folder.name} makes no map: {done.stderr.strip().splitlines()[-1:]}"]
        return []

    def children(self) -> list[int]:
        """Return the processes that belong to this home."""
        mark = f"CROSSEARTH_HOME={self.folder}".encode()
        found = []
        for place in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                if mark in (place / "environ").read_bytes().split(b"\0"):
                    found.append(int(place.name))
        return found

    def left_children(self) -> list[str]:
        """Return whether processes are left some seconds after the set-up was killed."""
        deadline = time.monotonic() + ENDS_WITHIN_S
        while self.children() and time.monotonic() < deadline:
            time.sleep(0.1)
        left = self.children()
        return [f"{len(left)} processes are left"] if left else []

    def environments(self) -> list[Path]:
        """Return the folders of environments, whole or half."""
        return [path for path in (self.folder / "engine").iterdir() if path.is_dir()]

    def make_old(self) -> None:
        """Have the engine look as if another version of the plugin had made it."""
        for stamp in (path / "complete.json" for path in self.environments()):
            if stamp.is_file():
                noted = json.loads(stamp.read_text(encoding="utf-8"))
                digests = {name: "0" * 64 for name in noted if "sha256" in name}
                stamp.write_text(json.dumps({**noted, **digests}), encoding="utf-8")


def write_scene(path: Path) -> None:
    """Write an RGB raster of 256 pixels and half a metre."""
    pixels = np.random.default_rng(1).integers(0, 255, (3, 256, 256), dtype=np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=256, height=256, count=3, dtype="uint8", crs="EPSG:32633",
        transform=from_origin(5e5, 54e5, 0.5, 0.5),
    ) as dataset:  # fmt: skip
        dataset.write(pixels)


def kill_at_random_points(
    home: Home, wheels: Path, kills: int, seconds: float, draw: random.Random, is_upgrade: bool
) -> Row:
    """Kill set-ups beside an engine that works, at points of time over their usual length."""
    row = Row("killed at a random point of an upgrade" if is_upgrade else
              "killed at a random point of an installation beside the old engine")  # fmt: skip
    steps: list[str] = []
    for _ in range(kills):
        if is_upgrade:
            home.make_old()
        process = home.start(wheels)
        said: list[str] = []
        reader = threading.Thread(target=lambda p=process, s=said: s.extend(p.stdout or ()))
        reader.start()
        time.sleep(draw.uniform(0, seconds))
        has_ended = process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        left = home.left_children()
        reader.join()
        headlines = [line.strip(" …\n") for line in said if line.endswith("…\n")]
        steps.append("after its end" if has_ended else (headlines or ["Starting"])[-1].split()[0])
        row.count([*left, *home.faults()])
    counts = {step: steps.count(step) for step in dict.fromkeys(steps)}
    row.note = "killed while " + ", ".join(f"{step} ({count})" for step, count in counts.items())
    return row


def kill_before_each_step(home: Home, wheels: Path) -> Row:
    """Kill set-ups right before what changes most."""
    row = Row("killed right before: environment, trial, launcher, switch, deletion of the old one")
    for function in FUNCTIONS:
        home.make_old()
        home.set_up(wheels, "--die-before", function)
        row.count([*home.left_children(), *home.faults()])
    return row


def finish_after_kills(home: Home, wheels: Path) -> Row:
    """Set up once more: it works, and nothing half is left."""
    row = Row("set up again after all kills")
    code, said = home.set_up(wheels)
    faults = home.faults() if code == 0 else [f"exit code {code}: {said[-300:]}"]
    if len(home.environments()) != 1:
        faults.append(f"{len(home.environments())} environments are left")
    row.count(faults, said)
    return row


def two_at_once(home: Home, wheels: Path) -> Row:
    """Start two set-ups: one of them makes an engine, the other one is told to wait."""
    row = Row("two set-ups at once")
    for _ in range(2):
        first, second = home.start(wheels), home.start(wheels)
        said = [process.communicate(timeout=1800)[0] for process in (first, second)]
        codes = sorted((first.returncode, second.returncode))
        faults = [] if codes == [0, 1] else [f"exit codes {codes}"]
        row.count([*faults, *home.faults()], "\n".join(said))
    return row


def with_wheels(home: Home, fault: str, folders: Iterator[Path], mark: Path | None = None) -> Row:
    """Set up from folders that lie: it fails, and the old engine stays."""
    row = Row(fault)
    for folder in folders:
        code, said = home.set_up(folder)
        faults = [] if code == 1 else [f"{folder.name} was installed (exit code {code})"]
        if mark is not None and mark.exists():
            faults.append(f"code of {folder.name} ran")
            mark.unlink()
        row.count([*faults, *home.faults()], said)
    return row


def corrupt_folders(wheels: Path, work: Path, draw: random.Random) -> Iterator[Path]:
    """Yield folders with one wheel cut short, with other bytes in the middle, or empty."""

    def flip(data: bytes) -> bytes:
        place = draw.randrange(len(data) // 4, len(data) // 2)
        return (
            data[:place]
            + bytes(byte ^ 0xFF for byte in data[place : place + 64])
            + data[place + 64 :]
        )

    harms: dict[str, Callable[[bytes], bytes]] = {
        "cut": lambda data: data[: len(data) // 2], "flipped": flip, "empty": lambda data: b"",
    }  # fmt: skip
    for name, harm in harms.items():
        for package in ("numpy", "onnxruntime"):
            with linked(wheels, work / f"{name}-{package}") as folder:
                wheel = next(folder.glob(f"{package}-*.whl"))
                data = wheel.read_bytes()
                wheel.unlink()
                wheel.write_bytes(harm(data))
                yield folder


def false_folders(wheels: Path, work: Path, mark: Path) -> Iterator[Path]:
    """Yield folders with a false wheel of each package that is required, one at a time.

    Its name is that of the true one; its code leaves a mark when it is imported.
    """
    for package in required_packages():
        with linked(wheels, work / f"false-{package}") as folder:
            true = next(folder.glob(f"{package}-*.whl"))
            true.unlink()
            write_false_wheel(true, package, true.name.split("-")[1], mark)
            yield folder


def required_packages() -> list[str]:
    """Return the packages that the engine names, as files are named after them."""
    lines = (ROOT / "engine" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return [line.partition(">=")[0] for line in lines if line and not line.startswith("#")]


def write_false_wheel(path: Path, package: str, version: str, mark: Path) -> None:
    """Write a wheel whose code leaves a mark."""
    info = f"{package}-{version}.dist-info"
    code = f"__version__ = '{version}'\nopen({str(mark)!r}, 'w').close()\n"
    tag = path.stem.split("-", 2)[2]
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr(f"{package}/__init__.py", code)
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n"
        )
        wheel.writestr(f"{info}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: {tag}\n")
        wheel.writestr(f"{info}/RECORD", "")


@contextlib.contextmanager
def linked(wheels: Path, folder: Path) -> Iterator[Path]:
    """Yield a folder of its own with the wheels of another one."""
    folder.mkdir()
    for wheel in wheels.iterdir():
        (folder / wheel.name).symlink_to(wheel)
    yield folder
    shutil.rmtree(folder)


@contextlib.contextmanager
def file_system(size: int) -> Iterator[Path]:
    """Yield the top of a file system of its own size.

    Raises:
        PermissionError: where it cannot be mounted.
    """
    folder = Path(tempfile.mkdtemp(prefix="setup-faults-"))
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        folder.rmdir()
        raise PermissionError("a file system of its own size needs root")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)
        folder.rmdir()


def disk_that_fills(wheels: Path, draw: random.Random) -> Iterator[Row]:
    """Fill the disk while packages are installed, with and without an old engine."""
    first = Row("disk fills during the first installation")
    upgrade = Row("disk fills during an upgrade")
    with file_system(3600 * MB) as top:
        home, ballast = Home(top / "home"), top / "ballast"
        for _ in range(2):
            said = set_up_while_disk_fills(home, wheels, ballast, draw.randrange(5, 60) * MB)
            first.count([*said_full(said), *home.faults(must_have_engine=False)], said)
        yield first
        home.set_up(wheels)
        for _ in range(2):
            home.make_old()
            said = set_up_while_disk_fills(home, wheels, ballast, draw.randrange(5, 60) * MB)
            upgrade.count([*said_full(said), *home.faults()], said)
        yield upgrade


def set_up_while_disk_fills(home: Home, wheels: Path, ballast: Path, left: int) -> str:
    """Take the room but for some bytes when packages come; return what the set-up said."""
    process = home.start(wheels)
    lines = []
    for line in process.stdout or ():
        lines.append(line)
        if line.startswith("Installing the packages"):
            with contextlib.suppress(OSError), ballast.open("wb") as file:
                while shutil.disk_usage(ballast).free > left:
                    file.write(bytes(MB))
    process.wait()
    ballast.unlink(missing_ok=True)
    return "".join(lines)


def said_full(said: str) -> list[str]:
    """Return whether a set-up did not fail, or did not say that the disk is full."""
    return [] if "told: The disk became full" in said else [f"it said: {said[-200:]!r}"]


def read_only(wheels: Path) -> Row:
    """Make the disk read-only below an engine that is there."""
    row = Row("disk is read-only")
    with file_system(3600 * MB) as top:
        home = Home(top / "home")
        home.set_up(wheels)
        subprocess.run(["mount", "-o", "remount,ro", str(top)], check=True)
        code, said = home.set_up(wheels)
        faults = [] if code == 1 else [f"exit code {code}"]
        row.count([*faults, *home.faults()], said)
    return row


def lost_later(home: Home, wheels: Path, draw: random.Random) -> Row:
    """Take a folder or a file of a package away: the next start has to say so."""
    row = Row("a file or a folder of a package is lost, emptied or cut short later")
    if home.faults():
        home.set_up(wheels)
    python, _ = home.engine()
    packages = next(Path(str(python)).parents[1].glob("lib/python3*/site-packages"))
    libraries = sorted(packages.rglob("*.so"))
    harmed = [packages / "numpy", packages / "click", packages / "pystac" / "item.py"]
    harmed += draw.sample(libraries, 3)
    for number, path in enumerate(harmed):
        kept = Path(tempfile.mkdtemp()) / path.name
        shutil.copytree(path, kept) if path.is_dir() else shutil.copy2(path, kept)
        if path.is_dir():
            shutil.rmtree(path)
        elif number % 2:
            path.write_bytes(path.read_bytes()[:100])
        else:
            path.unlink()
        _, said = home.set_up("--state")
        reason = json.loads(said.splitlines()[-1])["reason"]
        row.count(
            [] if reason else [f"nobody has noticed that {path.name} is lost"], f"told: {reason}"
        )
        shutil.copytree(kept, path) if kept.is_dir() else shutil.copy2(kept, path)
    row.told = row.told[:1]
    return row


def campaign(wheels: Path, kills: int, seed: int, only: Sequence[str]) -> Iterator[Row]:
    """Yield what came of each kind of fault, or of those whose names begin with a word."""

    def is_asked(kind: str) -> bool:
        return not only or kind.startswith(tuple(only))

    draw = random.Random(seed)  # noqa: S311 - points of time, no secret
    with tempfile.TemporaryDirectory(prefix="setup-faults-") as name:
        work = Path(name)
        home, mark = Home(work / "home"), work / "mark"
        row = Row("nothing: an installation as it should be")
        begun = time.monotonic()
        code, said = home.set_up(wheels)
        seconds = time.monotonic() - begun
        row.count([*([] if code == 0 else [said[-500:]]), *home.faults()])
        row.note = f"{seconds:.0f} s"
        yield row
        if row.faults:
            return  # what follows would say nothing
        kinds: dict[str, Callable[[], Row]] = {
            "kill": lambda: kill_at_random_points(home, wheels, kills, seconds, draw, False),
            "kill upgrade": lambda: kill_at_random_points(home, wheels, kills, seconds, draw, True),
            "kill steps": lambda: kill_before_each_step(home, wheels),
            "kill again": lambda: finish_after_kills(home, wheels),
            "two": lambda: two_at_once(home, wheels),
            "corrupt": lambda: with_wheels(
                home, "corrupt wheels: cut short, other bytes, empty",
                corrupt_folders(wheels, work, draw),
            ),
            "false": lambda: with_wheels(
                home, "false wheels, each of another package, of the version that is wanted",
                false_folders(wheels, work, mark), mark,
            ),
            "false newer": lambda: with_newer_wheels(home, wheels, work, mark),
            "lost": lambda: lost_later(home, wheels, draw),
        }  # fmt: skip
        for kind, make in kinds.items():
            if is_asked(kind):
                yield make()
    for kind, rows in {
        "disk": lambda: disk_that_fills(wheels, draw),
        "read-only": lambda: iter([read_only(wheels)]),
    }.items():
        if is_asked(kind):
            try:
                yield from rows()
            except PermissionError as error:
                yield Row(kind, note=f"not tried: {error}")


def with_newer_wheels(home: Home, wheels: Path, work: Path, mark: Path) -> Row:
    """Set up from a folder that has a newer false wheel beside each true one: none is taken."""
    row = Row("false wheels of version 99.0 beside the true ones, all at once: not taken")
    with linked(wheels, work / "newer") as folder:
        for package in required_packages():
            write_false_wheel(folder / f"{package}-99.0-py3-none-any.whl", package, "99.0", mark)
        code, said = home.set_up(folder)
    faults = ["their code ran"] if mark.exists() else []
    row.count([*faults, *([] if code == 0 else [said[-300:]]), *home.faults()], said)
    return row


def rows_of(page: Path) -> dict[str, str]:
    """Return the rows of a page that was written before, by the fault that they tell of."""
    lines = page.read_text(encoding="utf-8").splitlines() if page.is_file() else []
    table = [line for line in lines if line.startswith("| ")][2:]
    return {line.split(" | ")[0][2:]: line for line in table}


def table_row(row: Row) -> str:
    """Return a row of the table."""
    good = row.tried - min(row.tried, len(row.faults))
    # Where it was tried is another folder each time.
    said = (re.sub(r"\S*setup-faults-\w+", "…", text) for text in row.told)
    told = "<br>".join(text.replace("|", "\\|") for text in dict.fromkeys(said))
    words = "; ".join(filter(None, [f"{good}" if row.tried else "–", row.note, *row.faults]))
    return f"| {row.fault} | {row.tried} | {words} | {told} |"


def page(rows: dict[str, str], seed: int, command: str) -> str:
    """Return the table as a page."""
    lines = [
        "# Faults during the set-up of the engine",
        "",
        "What `benchmarks/setup_faults.py` has done to the set-up. It was as it should be when the",
        "engine that was there before, or the new one, made a map with the bundled model after it,",
        "no process was left, and a person was told what there is to know.",
        "",
        f"Made by `{command}`, in parts (`--only`), seed {seed},",
        f"on {platform.system()} with {os.cpu_count()} cores and beside other work, so that times",
        "say nothing. Not on Windows or macOS.",
        "",
        "| fault | tried | as it should be | what a person is told |",
        "| --- | --- | --- | --- |",
        *rows.values(),
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run the campaign and print its table; return 1 if anything was not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheels", type=Path)
    parser.add_argument("--kills", type=int, default=10, help="of each of the two kinds")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--only", nargs="+", default=[], help="kill, two, corrupt, false, lost, disk, read-only"
    )
    parser.add_argument("--write", type=Path, metavar="PAGE", help="other rows of it are kept")
    arguments = parser.parse_args()
    command = f"python3 dev.py bench setup_faults WHEELS --kills {arguments.kills}"
    lines = rows_of(arguments.write) if arguments.write else {}
    is_good = True
    for row in campaign(
        arguments.wheels.resolve(), arguments.kills, arguments.seed, arguments.only
    ):
        print(f"{row.fault}: {row.tried} tried, {'; '.join(row.faults) or 'all held'}", flush=True)
        is_good = is_good and not row.faults
        lines[row.fault] = table_row(row)
        text = page(lines, arguments.seed, command)
        # After each: it takes long, and what has been tried counts.
        if arguments.write:
            arguments.write.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
