"""The computers and Pythons that the engine's packages are locked for, and what the locks say."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

LOCKS = Path(__file__).resolve().parents[1] / "engine" / "locks"
PYTHONS = tuple(f"3.{minor}" for minor in range(10, 15))


SETS = ("segment", "adapt", "openvino", "torch", "torch-cuda", "onnxruntime-gpu")


class Platform(NamedTuple):
    """A kind of computer that there are wheels for.

    Attributes:
        name: as pip and PyPI call it, with the oldest system that it stands for.
        uv: the same, as uv calls it.
        markers: what is true on it.
        tags: the platforms of the wheels that it takes.
    """

    name: str
    uv: str
    markers: dict[str, str]
    tags: tuple[str, ...]

    def computer(self) -> str:
        """Return what Python calls such a computer."""
        return "{sys_platform}-{platform_machine}".format(**self.markers)


def _platform(name: str, uv: str, system: str, machine: str, tags: Iterable[str]) -> Platform:
    names = {"win32": ("Windows", "nt"), "darwin": ("Darwin", "posix"), "linux": ("Linux", "posix")}
    markers = {
        "sys_platform": system,
        "platform_machine": machine,
        "platform_system": names[system][0],
        "os_name": names[system][1],
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "extra": "",
    }
    return Platform(name, uv, markers, tuple(tags))


def _mac_tags(newest: int, machine: str) -> list[str]:
    systems = [f"10_{minor}" for minor in range(4, 17)]
    systems += [f"{major}_0" for major in range(11, newest + 1)]
    return [f"macosx_{system}_{kind}" for system in systems for kind in (machine, "universal2")]


def _linux_tags(machine: str) -> list[str]:
    glibc = [f"_2_{minor}" for minor in range(5, 29)]
    return [f"manylinux{kind}_{machine}" for kind in ("1", "2010", "2014", *glibc)]


PLATFORMS = (
    _platform("win_amd64", "x86_64-pc-windows-msvc", "win32", "AMD64", ["win_amd64"]),
    _platform(
        *("macosx_14_0_arm64", "aarch64-apple-darwin", "darwin", "arm64"),
        _mac_tags(14, "arm64"),
    ),
    _platform(
        *("macosx_15_0_x86_64", "x86_64-apple-darwin", "darwin", "x86_64"),
        _mac_tags(15, "x86_64"),
    ),
    _platform(
        *("manylinux_2_28_x86_64", "x86_64-manylinux_2_28", "linux", "x86_64"),
        _linux_tags("x86_64"),
    ),
    _platform(
        *("manylinux_2_28_aarch64", "aarch64-manylinux_2_28", "linux", "aarch64"),
        _linux_tags("aarch64"),
    ),
)


class Target(NamedTuple):
    """A platform and a version of Python, such as ``3.12``."""

    platform: Platform
    python: str

    def takes(self, wheel: str) -> bool:
        """Tell whether a wheel can be installed there, by its name; needs packaging."""
        from packaging.utils import parse_wheel_filename

        minor = int(self.python.partition(".")[2])
        return any(
            _is_for_python(tag.interpreter, tag.abi, minor)
            and tag.platform in ("any", *self.platform.tags)
            for tag in parse_wheel_filename(wheel)[3]
        )

    def wants(self, marker: str) -> bool:
        """Tell whether a marker is true there; needs packaging."""
        from packaging.markers import Marker

        versions = {"python_version": self.python, "python_full_version": f"{self.python}.0"}
        return not marker or Marker(marker).evaluate({**self.platform.markers, **versions})


TARGETS = tuple(itertools.starmap(Target, itertools.product(PLATFORMS, PYTHONS)))


def _is_for_python(interpreter: str, abi: str, minor: int) -> bool:
    if interpreter == f"cp3{minor}":
        return abi in (interpreter, "abi3", "none")
    if abi == "abi3" and interpreter.startswith("cp3"):
        return int(interpreter[3:]) <= minor
    return abi == "none" and interpreter in ("py3", f"py3{minor}")


class Entry(NamedTuple):
    """One package of a lock: its lines, and what they say."""

    text: str
    name: str
    version: str
    marker: str

    def requirement(self) -> str:
        """Return its version and its marker."""
        return self.text.partition(" \\\n")[0]

    def unmarked(self) -> str:
        """Return its lines without the marker."""
        return self.text.replace(f" ; {self.marker}", "", 1)


def read_lock(name: str) -> Iterator[Entry]:
    """Yield what a set holds."""
    text = (LOCKS / f"{name}.txt").read_text("utf-8")
    for entry in re.split(r"\n(?=\S)", text):
        if match := re.match(r"([\w.-]+)==(\S+)(?: ; ([^\\]+))?", entry):
            yield Entry(entry.rstrip(), match[1], match[2], (match[3] or "").strip())
