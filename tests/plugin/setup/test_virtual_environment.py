"""How Pythons lie on the computers of people, as trees of scripts that stand in for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from crossearth_qgis.errors import EngineSetupFailed
from crossearth_qgis.setup.base_python import Machine
from crossearth_qgis.setup.virtual_environment import make_virtual_environment

# A Python as far as the setup can see: it answers the probe, and makes an environment whose own
# Python answers the check. VERSION, PROBE and CHECK are filled in.
_PYTHON = """#!/bin/sh
for folder; do :; done
case "$*" in
*"-m venv"*)
    mkdir -p "$folder/bin" "$folder/Lib/site-packages"
    cat > "$folder/bin/python" <<'END'
#!/bin/sh
CHECK
END
    chmod +x "$folder/bin/python" ;;
*) PROBE ;;
esac
"""
_WORKS = "echo checked"
_WITHOUT_SSL = "echo 'lacks ssl DLL load failed'; echo checked"
# As with OSGeo4W: the libraries are found once their folder has been named.
_WITH_LIBRARIES = f'[ -f "$(dirname "$0")/../Lib/site-packages/crossearth-libraries.pth" ] || {_WITHOUT_SSL}; echo checked'  # noqa: E501
_ASKS_FOR_HOME = "echo \"ModuleNotFoundError: No module named 'encodings'\"; exit 1"


@dataclass(frozen=True)
class Layout:
    """A computer: where QGIS and its Python are, which Pythons there are, which one is taken.

    Attributes:
        pythons: path to what it answers: its version, and what an environment of it can do.
        taken: the path of the one that is taken; None if there is none.
    """

    platform: str
    base: str
    pythons: dict[str, tuple[str, str]]
    taken: str | None
    qgis: str = "usr"
    folders: tuple[str, ...] = ()
    search_path: str = "usr/bin"


MAC = "Applications/QGIS.app/Contents"
LAYOUTS = {
    "osgeo4w": Layout(
        "win32",
        "OSGeo4W/apps/Python312",
        {"OSGeo4W/apps/Python312/python.exe": ("3 12", _WITH_LIBRARIES)},
        "OSGeo4W/apps/Python312/python.exe",
        folders=("OSGeo4W/bin",),
    ),
    "osgeo4w whose libraries are not found": Layout(
        "win32",
        "OSGeo4W/apps/Python312",
        {
            "OSGeo4W/apps/Python312/python.exe": ("3 12", _WITHOUT_SSL),
            "home/miniforge3/python.exe": ("3 11", _WORKS),
        },
        "home/miniforge3/python.exe",
        folders=("OSGeo4W/bin",),
    ),
    "osgeo4w of old": Layout(
        "win32",
        "OSGeo4W/apps/Python39",
        {"OSGeo4W/apps/Python39/python.exe": ("3 9", _WORKS)},
        None,
    ),
    "osgeo4w beside python.org": Layout(
        "win32",
        "OSGeo4W/apps/Python312",
        {
            "OSGeo4W/apps/Python312/python.exe": ("3 12", _WITH_LIBRARIES),
            "registered/python.exe": ("3 13", _WORKS),
        },
        "registered/python.exe",
    ),
    "conda on windows": Layout(
        "win32",
        "conda/envs/qgis",
        {"conda/envs/qgis/python.exe": ("3 12", _WITH_LIBRARIES)},
        "conda/envs/qgis/python.exe",
        folders=("conda/envs/qgis/Library/bin",),
    ),
    "macos bundle of old": Layout(
        "darwin", f"{MAC}/MacOS", {f"{MAC}/MacOS/bin/python3": ("3 9", _WORKS)}, None
    ),
    "macos bundle": Layout(
        "darwin",
        f"{MAC}/Frameworks",
        {f"{MAC}/MacOS/python3.12": (_ASKS_FOR_HOME, _WORKS)},
        None,
        folders=(f"{MAC}/Frameworks",),
    ),
    "macos bundle beside python.org": Layout(
        "darwin",
        f"{MAC}/Frameworks",
        {
            f"{MAC}/MacOS/python3.12": (_ASKS_FOR_HOME, _WORKS),
            "Library/Frameworks/Python.framework/Versions/3.13/bin/python3.13": ("3 13", _WORKS),
        },
        "Library/Frameworks/Python.framework/Versions/3.13/bin/python3.13",
    ),
    "homebrew": Layout(
        "darwin",
        f"{MAC}/Frameworks",
        {"opt/homebrew/bin/python3.14": ("3 14", _WORKS)},
        "opt/homebrew/bin/python3.14",
    ),
    "homebrew on intel": Layout(
        "darwin",
        f"{MAC}/Frameworks",
        {"usr/local/bin/python3.12": ("3 12", _WORKS)},
        "usr/local/bin/python3.12",
    ),
    "macports": Layout(
        "darwin",
        "opt/local/Library/Frameworks/Python.framework/Versions/3.12",
        {"opt/local/bin/python3.12": ("3 12", _WORKS)},
        "opt/local/bin/python3.12",
    ),
    "conda on macos": Layout(
        "darwin",
        f"{MAC}/Frameworks",
        {"home/miniconda3/bin/python3": ("3 12", _WORKS)},
        "home/miniconda3/bin/python3",
    ),
    "qgis from conda": Layout(
        "linux",
        "home/micromamba/envs/qgis",
        {
            "home/micromamba/envs/qgis/bin/python3.12": ("3 12", _WORKS),
            "usr/bin/python3": ("3 11", _WORKS),
        },
        "home/micromamba/envs/qgis/bin/python3.12",
    ),
    "debian": Layout(
        "linux", "usr", {"usr/bin/python3.12": ("3 12", _WORKS)}, "usr/bin/python3.12"
    ),
    "a distribution that is too new": Layout(
        "linux",
        "usr",
        {
            "usr/bin/python3": ("3 15", _WORKS),
            "usr/bin/python3.13": ("3 13", _WORKS),
        },
        "usr/bin/python3.13",
    ),
    "a python built without ssl": Layout(
        "linux",
        "usr",
        {
            "usr/local/bin/python3.14": ("3 14", _WITHOUT_SSL),
            "usr/bin/python3.11": ("3 11", _WORKS),
        },
        "usr/bin/python3.11",
        search_path="usr/local/bin:usr/bin",
    ),
    "flatpak": Layout(
        "linux", "usr", {"usr/bin/python3.12": ("3 12", _WORKS)}, "usr/bin/python3.12", qgis="app"
    ),
    "snap": Layout(
        "linux",
        "snap/qgis/current/usr",
        {
            "snap/qgis/current/usr/bin/python3.12": ("3 12 without ensurepip", _WORKS),
            "usr/bin/python3": ("3 12", _WORKS),
        },
        "usr/bin/python3",
        search_path="snap/qgis/current/usr/bin",
    ),
}


@pytest.fixture(params=LAYOUTS.values(), ids=LAYOUTS)
def layout(request) -> Layout:
    return request.param


def write_python(path: Path, answer: str, check: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not answer[0].isdigit():
        probe = answer
    elif "without" in answer:
        probe = f"echo version {answer.split(' without')[0]}; exit 1"
    else:
        probe = f"echo version {answer}; echo complete"
    path.write_text(_PYTHON.replace("CHECK", check).replace("PROBE", probe))
    path.chmod(0o755)


def make_machine(root: Path, layout: Layout) -> Machine:
    """Put a computer into a folder."""
    for folder in layout.folders:
        (root / folder).mkdir(parents=True)
    for place, (answer, check) in layout.pythons.items():
        write_python(root / place, answer, check)
    registered = root / "registered" / "python.exe"
    return Machine(
        platform=layout.platform,
        version=(3, 12),
        base=root / layout.base,
        executable=root / "usr/bin/qgis",
        qgis=root / layout.qgis,
        search_path=":".join(str(root / folder) for folder in layout.search_path.split(":")),
        home=root / "home",
        root=root,
        registered=(registered,) if registered.is_file() else (),
    )


def test_first_python_whose_environments_work_is_taken(layout, tmp_path) -> None:
    machine = make_machine(tmp_path, layout)
    folder = tmp_path / "made here"
    if layout.taken is None:
        with pytest.raises(EngineSetupFailed, match="No Python from"):
            make_virtual_environment(folder, print, lambda: False, machine)
        assert not folder.exists()
    else:
        taken = make_virtual_environment(folder, print, lambda: False, machine)
        assert taken == tmp_path / layout.taken
        assert (folder / "bin" / "python").is_file()


def test_environment_without_ssl_is_explained_and_removed(tmp_path) -> None:
    layout = Layout("linux", "usr", {"usr/bin/python3.12": ("3 12", _WITHOUT_SSL)}, None)
    folder = tmp_path / "made here"
    with pytest.raises(EngineSetupFailed, match=r"lack ssl.*python\.org"):
        make_virtual_environment(folder, print, lambda: False, make_machine(tmp_path, layout))
    assert not folder.exists()


def test_folders_of_libraries_are_named_to_the_environment(tmp_path) -> None:
    machine = make_machine(tmp_path, LAYOUTS["osgeo4w"])
    folder = tmp_path / "made here"
    make_virtual_environment(folder, print, lambda: False, machine)
    line = (folder / "Lib/site-packages/crossearth-libraries.pth").read_text()
    assert line == f"import os; os.add_dll_directory({str(tmp_path / 'OSGeo4W/bin')!a})"


def test_real_environment_passes_the_check(tmp_path) -> None:
    folder = tmp_path / "made here"
    make_virtual_environment(folder, print, lambda: False)
    assert (folder / "pyvenv.cfg").is_file()
