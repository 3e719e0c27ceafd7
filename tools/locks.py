"""Make the files in ``engine/locks``, which say what users get, and check them at the index.

Run by the engine's Python (``python3 dev.py lock``), 3.11 or newer, which has uv and packaging.
Each file is one set: what it needs beyond `segment` and `adapt`, every line with a version, a
marker and the SHA-256 of each wheel that one of the `TARGETS` takes. pip and uv install such a file
as it is, with ``--no-deps --require-hashes``. ``wheels.json`` says what a set downloads, what it
lacks, and which pages link to what PyPI does not have.
"""

from __future__ import annotations

import argparse
import dataclasses
import difflib
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import tomllib

from .lock_targets import LOCKS, PYTHONS, TARGETS, Target, read_lock

ROOT = Path(__file__).resolve().parents[1]
ENGINE = ROOT / "engine"
PYTORCH_WHEELS = ROOT / "tools" / "pytorch-wheels.txt"
PAGE = ROOT / "docs" / "setup.md"
_TABLE = "<!-- written by dev.py lock -->"


class Wheel(NamedTuple):
    """A file at an index; where PyPI does not have it, with the page that links to it."""

    name: str
    sha256: str
    size: int
    page: str = ""


@dataclasses.dataclass(frozen=True)
class Package:
    """A version of a package, and where it is wanted.

    Attributes:
        name: as the index spells it.
        version: exact.
        marker: empty where it is wanted everywhere.
        wheels: those that some target takes.
    """

    name: str
    version: str
    marker: str
    wheels: tuple[Wheel, ...]

    def requirement(self) -> str:
        """Return its line of a requirements file, without digests."""
        return f"{self.name}=={self.version}" + (f" ; {self.marker}" if self.marker else "")

    def locked(self) -> str:
        """Return its lines of a requirements file."""
        digests = sorted({wheel.sha256 for wheel in self.wheels})
        return " \\\n".join([self.requirement(), *(f"    --hash=sha256:{d}" for d in digests)])


def resolve(
    inputs: Iterable[Path], below: Iterable[Package] = (), beside: Iterable[Package] = ()
) -> list[Package]:
    """Return what files of requirements need beyond what is below, in the tested versions.

    Args:
        inputs: files of requirements.
        below: what is always there before.
        beside: what may be there, too: it has the same versions.
    """
    below = list(below)
    with tempfile.TemporaryDirectory() as name:
        others, output = Path(name, "others.txt"), Path(name, "pylock.toml")
        lines = dict.fromkeys(package.requirement() for package in (*below, *beside))
        others.write_text("\n".join(lines), "utf-8")
        command = [_uv(), "pip", "compile", "-q", "--universal", "--python-version", PYTHONS[0]]
        command += ["--no-python-downloads", "--only-binary", ":all:", "--no-header"]
        command += ["-c", str(ENGINE / "constraints.txt"), "-c", str(others), "-o", str(output)]
        subprocess.run([*command, *map(str, inputs)], check=True, stdout=subprocess.DEVNULL)
        found = tomllib.loads(output.read_text("utf-8"))["packages"]
    there = {package.requirement() for package in below}
    packages = (_package(entry) for entry in found)
    return [package for package in packages if package.requirement() not in there]


def _package(entry: dict) -> Package:
    marker = entry.get("marker", "")
    wheels = (
        Wheel(_file_name(wheel["url"]), wheel["hashes"]["sha256"], wheel["size"])
        for wheel in entry["wheels"]
    )
    return _for_targets(Package(entry["name"], entry["version"], marker, tuple(wheels)))


def _for_targets(package: Package) -> Package:
    """Return a package with those of its wheels that a target takes."""
    targets = [target for target in TARGETS if target.wants(package.marker)]
    taken = (w for w in package.wheels if any(target.takes(w.name) for target in targets))
    return dataclasses.replace(package, wheels=tuple(taken))


def _file_name(address: str) -> str:
    return unquote(address.rpartition("/")[2])


def _uv() -> str:
    import uv

    return uv.find_uv_bin()


def make_sets() -> dict[str, list[Package]]:
    """Return what each set holds."""
    segment = resolve([ENGINE / "requirements.txt"])
    adapt = resolve([ENGINE / "requirements-adapt.txt"], segment)
    base = [*segment, *adapt]
    openvino = resolve([ENGINE / "requirements-openvino.txt"], base)
    torch = resolve([ENGINE / "requirements-torch.txt"], base)
    gpu = resolve([ENGINE / "requirements-gpu.txt"], base, (p for p in torch if p.name != "torch"))
    return {
        "segment": segment,
        "adapt": adapt,
        # It works without its telemetry, which tells its maker of each import.
        "openvino": [package for package in openvino if package.name != "openvino-telemetry"],
        "torch": _without_cuda(torch),
        "torch-cuda": _with_cuda(torch),
        "onnxruntime-gpu": gpu,
    }


def _without_cuda(packages: list[Package]) -> list[Package]:
    """Return PyTorch for the processor, and for Apple's chips: on Linux a build of its own.

    It needs on Linux what PyPI's needs elsewhere; PyPI's for Linux brings CUDA.
    """
    elsewhere = [target for target in TARGETS if target.platform.markers["sys_platform"] != "linux"]
    result = [p for p in packages if any(target.wants(p.marker) for target in elsewhere)]
    return _with_builds(result, "sys_platform != 'linux'", "cpu", "sys_platform == 'linux'")


def _with_cuda(packages: list[Package]) -> list[Package]:
    """Return PyTorch for NVIDIA's cards: PyPI's on Linux, a build of its own on Windows."""
    windows = "sys_platform == 'win32' and python_full_version >= '3.12'"
    return _with_builds(packages, "sys_platform == 'linux'", "cu130", windows)


def _with_builds(
    packages: list[Package], pypi_marker: str, label: str, marker: str
) -> list[Package]:
    """Return packages with PyPI's torch on some systems and PyTorch's own build on others."""
    result = [package for package in packages if package.name != "torch"]
    torch = next(package for package in packages if package.name == "torch")
    version = f"{torch.version}+{label}"
    wheels = tuple(w for w in pytorch_wheels() if w.name.startswith(f"torch-{version}-"))
    if not wheels:
        raise SystemExit(f"{PYTORCH_WHEELS} has no wheels of torch {version}.")
    builds = [
        dataclasses.replace(torch, marker=pypi_marker),
        Package("torch", version, marker, wheels),
    ]
    return sorted([*result, *map(_for_targets, builds)], key=lambda p: (p.name, p.version))


def pytorch_wheels() -> Iterator[Wheel]:
    """Yield the wheels of PyTorch's own index that are stated by hand."""
    for line in PYTORCH_WHEELS.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            sha256, size, address = line.split()
            page = address.rpartition("/")[0] + "/torch/"
            yield Wheel(_file_name(address), sha256, int(size), page)


# What a set is for; all the rest is what these need.
_PURPOSE = {
    "segment": "onnxruntime",
    "adapt": "scikit-learn",
    "openvino": "openvino",
    "torch": "torch",
    "torch-cuda": "torch",
    "onnxruntime-gpu": "onnxruntime-gpu",
}


def coverage(sets: dict[str, list[Package]]) -> dict[str, Any]:
    """Return for each set, computer and Python how much is downloaded, or what has no wheel."""
    result: dict[str, Any] = {}
    for (name, packages), target in itertools.product(sets.items(), TARGETS):
        wanted = {p.name: p.wheels for p in packages if target.wants(p.marker)}
        taken = {
            package: [wheel for wheel in wheels if target.takes(wheel.name)]
            for package, wheels in {_PURPOSE[name]: (), **wanted}.items()
        }
        if lacking := sorted(package for package, wheels in taken.items() if not wheels):
            entry: dict[str, Any] = {"lacking": lacking}
        else:
            entry = {"bytes": sum(max(w.size for w in wheels) for wheels in taken.values())}
            pages = sorted({w.page for wheels in taken.values() for w in wheels if w.page})
            entry |= {"pages": pages} if pages else {}
        result.setdefault(name, {}).setdefault(target.platform.computer(), {})
        result[name][target.platform.computer()][target.python] = entry
    return result


_TITLES = {
    "win32-AMD64": "Windows, x86-64",
    "darwin-arm64": "macOS 14, Apple",
    "darwin-x86_64": "macOS 15, Intel",
    "linux-x86_64": "Linux, x86-64",
    "linux-aarch64": "Linux, ARM",
}


def table(found: dict[str, Any]) -> str:
    """Return as a table for the docs how much each set downloads at most, and what it lacks."""
    lines = ["| set | " + " | ".join(_TITLES.values()) + " |", "| --- |" + " --- |" * len(_TITLES)]
    for name, computers in found.items():
        cells = [_cell(computers[computer], _PURPOSE[name]) for computer in _TITLES]
        lines.append(f"| `{name}` | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _cell(pythons: dict[str, Any], purpose: str) -> str:
    sizes = [entry["bytes"] for entry in pythons.values() if "bytes" in entry]
    lacking = {python: entry["lacking"] for python, entry in pythons.items() if "lacking" in entry}
    if not sizes:
        return f"no wheel of {purpose}"
    if not lacking:
        return f"{round(max(sizes) / 1e6)} MB"
    names = sorted(set(itertools.chain.from_iterable(lacking.values())))
    without = f"{', '.join(lacking)}: no wheel of {', '.join(names)}"
    return f"{round(max(sizes) / 1e6)} MB; Python {without}"


def render(name: str, packages: list[Package]) -> str:
    """Return a set as a file of requirements."""
    head = f"# Made by `python3 dev.py lock`; do not edit. The set {name}, for pip and uv:\n"
    head += f"# install --no-deps --require-hashes --only-binary :all: -r {name}.txt\n"
    return head + "".join(f"{package.locked()}\n" for package in packages)


def make() -> int:
    """Write the sets and say what has changed."""
    sets = make_sets()
    files = {LOCKS / f"{name}.txt": render(name, packages) for name, packages in sets.items()}
    found = coverage(sets)
    files[LOCKS / "wheels.json"] = json.dumps(found, indent=1) + "\n"
    before, _, rest = _old(PAGE).partition(f"{_TABLE}\n")
    after = rest.partition("\n\n")[2]
    files[PAGE] = f"{before}{_TABLE}\n{table(found)}\n\n{after}"
    changed = [path for path, text in files.items() if _old(path) != text]
    for path in changed:
        print(f"{path.relative_to(ROOT)}:", *_difference(_old(path), files[path]), sep="\n  ")
        path.parent.mkdir(exist_ok=True)
        path.write_text(files[path], "utf-8", newline="\n")
    print(f"{len(changed)} of {len(files)} files changed.")
    return 0


def _old(path: Path) -> str:
    return path.read_text("utf-8") if path.is_file() else ""


def _difference(old: str, new: str) -> list[str]:
    """Return which lines with a version came and went, or that only digests or sizes did."""
    before, after = ([x for x in text.splitlines() if "==" in x] for text in (old, new))
    lines = difflib.unified_diff(before, after, n=0, lineterm="")
    versions = [line.rstrip(" \\") for line in lines if not line.startswith(("---", "+++", "@@"))]
    return versions or ["the same versions; digests or sizes"]


def check() -> int:
    """Ask the index, by uv, for each file that a target would install; nothing is downloaded."""
    offered = json.loads((LOCKS / "wheels.json").read_text("utf-8"))
    asked, wrong = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for name, target in itertools.product(offered, TARGETS):
            if "lacking" in offered[name][target.platform.computer()][target.python]:
                continue
            asked += 1
            if reason := _ask_index(name, target, Path(folder)):
                wrong += 1
                print(f"{name}, {target.platform.name}, Python {target.python}: {reason}")
    print(f"{asked - wrong} of {asked}: a set for a computer and a Python, found as it is locked.")
    print("PyTorch's own index was not asked for torch+cpu and torch+cu130.")
    return 1 if wrong else 0


def _ask_index(name: str, target: Target, folder: Path) -> str:
    """Return why a set could not be installed on a target; empty if it could."""
    requirements = folder / f"{name}.txt"
    at_pypi = [entry.text for entry in read_lock(name) if "+" not in entry.version]
    requirements.write_text("\n".join(at_pypi), "utf-8")
    command = [_uv(), "pip", "install", "--dry-run", "--no-deps", "--require-hashes"]
    command += ["--only-binary", ":all:", "--target", str(folder / "nothing")]
    command += ["--python-platform", target.platform.uv, "--python-version", target.python]
    system = re.match(r"macosx_(\d+)_(\d+)_", target.platform.name)
    floor = {"MACOSX_DEPLOYMENT_TARGET": ".".join(system.groups())} if system else {}
    command += ["--no-python-downloads", "-q", "-r", str(requirements)]
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **floor})
    return done.stderr.strip() if done.returncode else ""


def main() -> int:
    """Make the locks or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="ask the index for each file")
    return check() if parser.parse_args().check else make()


if __name__ == "__main__":
    sys.exit(main())
