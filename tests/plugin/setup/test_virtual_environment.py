"""How Pythons lie on the computers of people, as trees of scripts that stand in for them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from crossearth_qgis import paths
from crossearth_qgis.errors import (
    EngineSetupFailed,
    PythonNotAgreed,
    SetupStopped,
    UnsuitablePython,
    UnsupportedProxy,
)
from crossearth_qgis.setup import standalone_python, step
from crossearth_qgis.setup.base_python import Machine, this_machine
from crossearth_qgis.setup.python_choice import PythonChoice, with_first_python
from crossearth_qgis.setup.standalone_python import Archive
from crossearth_qgis.setup.virtual_environment import make_virtual_environment
from tests.engine.file_server import serving

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
# As with Python from Microsoft's store, whose files Windows puts into a folder of its own.
_ELSEWHERE = "elsewhere"
_NOT_INSTALLED = "echo 'Python was not found; run without arguments to install'; exit 49"
_ASKS_FOR_HOME = "echo \"ModuleNotFoundError: No module named 'encodings'\"; exit 1"


@dataclass(frozen=True)
class Layout:
    """A computer: where QGIS and its Python are, which Pythons there are, which one is taken.

    Attributes:
        why: that one is taken.
        pythons: path to what it answers: its version, and what an environment of it can do.
        taken: the path of the one that is taken; None: a standalone one.
    """

    why: str
    platform: str
    base: str
    pythons: dict[str, tuple[str, str]]
    taken: str | None
    qgis: str = "usr"
    folders: tuple[str, ...] = ()
    search_path: str = "usr/bin"


MAC = "Applications/QGIS.app/Contents"
LAYOUTS = {
    "Windows: QGIS's installers, OSGeo4W, Python 3.12": Layout(
        "its environments lack the libraries of `ssl` until told of `OSGeo4W/bin`, then they work",
        "win32",
        "OSGeo4W/apps/Python312",
        {"OSGeo4W/apps/Python312/python.exe": ("3 12", _WITH_LIBRARIES)},
        "OSGeo4W/apps/Python312/python.exe",
        folders=("OSGeo4W/bin",),
    ),
    "Windows: the same, but the libraries are not found, and conda": Layout(
        "the environment of QGIS's Python still lacks `ssl`",
        "win32",
        "OSGeo4W/apps/Python312",
        {
            "OSGeo4W/apps/Python312/python.exe": ("3 12", _WITHOUT_SSL),
            "home/miniforge3/python.exe": ("3 11", _WORKS),
        },
        "home/miniforge3/python.exe",
        folders=("OSGeo4W/bin",),
    ),
    "Windows: QGIS up to 3.32, Python 3.9": Layout(
        "3.9 is too old",
        "win32",
        "OSGeo4W/apps/Python39",
        {"OSGeo4W/apps/Python39/python.exe": ("3 9", _WORKS)},
        None,
    ),
    "Windows: OSGeo4W and python.org": Layout(
        "what the registry names comes first: it needs nothing beside it",
        "win32",
        "OSGeo4W/apps/Python312",
        {
            "OSGeo4W/apps/Python312/python.exe": ("3 12", _WITH_LIBRARIES),
            "registered/python.exe": ("3 13", _WORKS),
        },
        "registered/python.exe",
    ),
    "Windows: QGIS from conda": Layout(
        "told of `Library/bin`, its environments work",
        "win32",
        "conda/envs/qgis",
        {"conda/envs/qgis/python.exe": ("3 12", _WITH_LIBRARIES)},
        "conda/envs/qgis/python.exe",
        folders=("conda/envs/qgis/Library/bin",),
    ),
    "Windows: QGIS up to 3.32 and Python from Microsoft's store": Layout(
        "what the store's Python writes lands in a folder of its own, where nobody looks",
        "win32",
        "OSGeo4W/apps/Python39",
        {
            "OSGeo4W/apps/Python39/python.exe": ("3 9", _WORKS),
            "home/WindowsApps/python3": ("3 13", _ELSEWHERE),
        },
        None,
        search_path="home/WindowsApps",
    ),
    "Windows: QGIS up to 3.32 and the store's links to Python": Layout(
        "the links only offer to install one",
        "win32",
        "OSGeo4W/apps/Python39",
        {
            "OSGeo4W/apps/Python39/python.exe": ("3 9", _WORKS),
            "home/WindowsApps/python3": (_NOT_INSTALLED, _WORKS),
        },
        None,
        search_path="home/WindowsApps",
    ),
    "macOS: QGIS's bundle up to 3.40, Python 3.9": Layout(
        "3.9 is too old",
        "darwin",
        f"{MAC}/MacOS",
        {f"{MAC}/MacOS/bin/python3": ("3 9", _WORKS)},
        None,
    ),
    "macOS: QGIS's newer bundles": Layout(
        "theirs works with `PYTHONHOME` only, which would lead the engine into QGIS",
        "darwin",
        f"{MAC}/Frameworks",
        {f"{MAC}/MacOS/python3.12": (_ASKS_FOR_HOME, _WORKS)},
        None,
        folders=(f"{MAC}/Frameworks",),
    ),
    "macOS: a bundle and python.org": Layout(
        "the bundle's is asked last",
        "darwin",
        f"{MAC}/Frameworks",
        {
            f"{MAC}/MacOS/python3.12": (_ASKS_FOR_HOME, _WORKS),
            "Library/Frameworks/Python.framework/Versions/3.13/bin/python3.13": ("3 13", _WORKS),
        },
        "Library/Frameworks/Python.framework/Versions/3.13/bin/python3.13",
    ),
    "macOS: a bundle and Homebrew": Layout(
        "the bundle's is asked last",
        "darwin",
        f"{MAC}/Frameworks",
        {"opt/homebrew/bin/python3.14": ("3 14", _WORKS)},
        "opt/homebrew/bin/python3.14",
    ),
    "macOS on Intel: a bundle and Homebrew": Layout(
        "the bundle's is asked last",
        "darwin",
        f"{MAC}/Frameworks",
        {"usr/local/bin/python3.12": ("3 12", _WORKS)},
        "usr/local/bin/python3.12",
    ),
    "macOS: QGIS from MacPorts": Layout(
        "found where MacPorts puts it",
        "darwin",
        "opt/local/Library/Frameworks/Python.framework/Versions/3.12",
        {"opt/local/bin/python3.12": ("3 12", _WORKS)},
        "opt/local/bin/python3.12",
    ),
    "macOS: a bundle and conda": Layout(
        "the base environment only: one with a name may be deleted any day",
        "darwin",
        f"{MAC}/Frameworks",
        {"home/miniconda3/bin/python3": ("3 12", _WORKS)},
        "home/miniconda3/bin/python3",
    ),
    "Linux: QGIS from conda": Layout(
        "that of QGIS comes first",
        "linux",
        "home/micromamba/envs/qgis",
        {
            "home/micromamba/envs/qgis/bin/python3.12": ("3 12", _WORKS),
            "usr/bin/python3": ("3 11", _WORKS),
        },
        "home/micromamba/envs/qgis/bin/python3.12",
    ),
    "Linux: packages of the distribution": Layout(
        "that of QGIS comes first",
        "linux",
        "usr",
        {"usr/bin/python3.12": ("3 12", _WORKS)},
        "usr/bin/python3.12",
    ),
    "Linux: Debian without python3-venv": Layout(
        "it lacks `ensurepip`; the panel says the line for apt, too",
        "linux",
        "usr",
        {"usr/bin/python3": ("3 13 without ensurepip", _WORKS)},
        None,
    ),
    "Linux: Python 3.15 and 3.13": Layout(
        "3.15 is newer than what the packages are offered for",
        "linux",
        "usr",
        {
            "usr/bin/python3": ("3 15", _WORKS),
            "usr/bin/python3.13": ("3 13", _WORKS),
        },
        "usr/bin/python3.13",
    ),
    "Linux: a Python built without `ssl` first on `PATH`": Layout(
        "what an environment can do decides, not the version",
        "linux",
        "usr",
        {
            "usr/local/bin/python3.14": ("3 14", _WITHOUT_SSL),
            "usr/bin/python3.11": ("3 11", _WORKS),
        },
        "usr/bin/python3.11",
        search_path="usr/local/bin:usr/bin",
    ),
    "Linux: Flatpak": Layout(
        "the runtime's, judged as any other",
        "linux",
        "usr",
        {"usr/bin/python3.12": ("3 12", _WORKS)},
        "usr/bin/python3.12",
        qgis="app",
    ),
    "Linux: Snap": Layout(
        "that of the snap has no `ensurepip`",
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
    text = _PYTHON.replace("CHECK", check).replace("PROBE", probe)
    if check == _ELSEWHERE:
        text = text.replace("mkdir -p", 'folder="$folder redirected"; mkdir -p')
    path.write_text(text)
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


@pytest.fixture(autouse=True)
def standalone(tmp_path, monkeypatch) -> Archive:
    """Have a standalone Python that is there already: nothing is downloaded."""
    archive = Archive("for-this-computer", "", "digest", "3.12.9", "1")
    monkeypatch.setattr(standalone_python, "archive_for_this_computer", lambda: archive)
    write_python(archive.python, "3 12", _WORKS)
    return archive


def made(folder: Path, machine: Machine, choice: PythonChoice | None = None) -> Path:
    def attempt(python: Path) -> None:
        make_virtual_environment(folder, python, print, lambda: False)

    return with_first_python(choice or PythonChoice(), attempt, print, lambda: False, machine)


def test_first_python_whose_environments_work_is_taken(layout, tmp_path, standalone) -> None:
    folder = tmp_path / "made here"
    taken = made(folder, make_machine(tmp_path, layout))
    assert taken == (standalone.python if layout.taken is None else tmp_path / layout.taken)
    assert (folder / "bin" / "python").is_file()


def test_docs_have_the_table_of_what_is_taken() -> None:
    rows = [
        f"| {name} | {f'`{layout.taken}`' if layout.taken else 'standalone'} | {layout.why} |"
        for name, layout in LAYOUTS.items()
    ]
    table = "\n".join(["| computer | Python that is taken | why |", "| --- | --- | --- |", *rows])
    text = (paths.ROOT / "docs" / "setup.md").read_text(encoding="utf-8")
    assert table in text, f"docs/setup.md should have:\n{table}"


def test_environment_without_ssl_is_explained(tmp_path) -> None:
    layout = Layout("", "linux", "usr", {"usr/bin/python3.12": ("3 12", _WITHOUT_SSL)}, None)
    python = tmp_path / "usr/bin/python3.12"
    make_machine(tmp_path, layout)
    with pytest.raises(UnsuitablePython, match=r"lack ssl.*python\.org"):
        make_virtual_environment(tmp_path / "made here", python, print, lambda: False)


def test_folders_of_libraries_are_named_to_the_environment(tmp_path) -> None:
    machine = make_machine(tmp_path, LAYOUTS["Windows: QGIS's installers, OSGeo4W, Python 3.12"])
    folder = tmp_path / "made here"
    made(folder, machine)
    line = (folder / "Lib/site-packages/crossearth-libraries.pth").read_text()
    assert line == f"import os; os.add_dll_directory({str(tmp_path / 'OSGeo4W/bin')!a})"


def test_named_python_is_taken_before_all_others_and_alone(tmp_path) -> None:
    machine = make_machine(tmp_path, LAYOUTS["Linux: packages of the distribution"])
    named = tmp_path / "my python" / "python3"
    write_python(named, "3 11", _WORKS)
    assert made(tmp_path / "made here", machine, PythonChoice(named=named)) == named
    write_python(named, "3 11", _WITHOUT_SSL)
    with pytest.raises(EngineSetupFailed, match="lack ssl"):
        made(tmp_path / "and here", machine, PythonChoice(named=named))


@pytest.mark.parametrize("answer", ["3 9", "3 15", "3 12 without ensurepip", "exit 1", None])
def test_named_python_that_cannot_do_it_is_refused_with_what_it_takes(tmp_path, answer) -> None:
    named = tmp_path / "python3"
    if answer:
        write_python(named, answer, _WORKS)
    with pytest.raises(EngineSetupFailed, match=r"from 3\.10 to 3\.14"):
        made(
            tmp_path / "made here",
            make_machine(tmp_path, LAYOUTS["Linux: packages of the distribution"]),
            PythonChoice(named),
        )


NONE = Layout("", "linux", "usr", {}, None)


TWO = Layout(
    "",
    "linux",
    "usr",
    {"usr/bin/python3.12": ("3 12", _WORKS), "usr/bin/python3.11": ("3 11", _WORKS)},
    None,
)


@pytest.mark.parametrize(
    "said", ["OSError: [Errno 28] No space left on device", "[Errno 36] File name too long: 'x'"]
)
def test_what_no_other_python_would_change_ends_the_search(tmp_path, said) -> None:
    machine = make_machine(tmp_path, TWO)
    first = tmp_path / "usr/bin/python3.12"
    first.write_text(first.read_text().replace('mkdir -p "$folder', f'echo "{said}"; exit 1 "'))
    with pytest.raises(SetupStopped, match=r"disk became full|shorter folder"):
        made(tmp_path / "made here", machine)


def test_proxy_that_nothing_can_use_ends_the_search(tmp_path, monkeypatch) -> None:
    def refuse(_address: str) -> dict[str, str]:
        raise UnsupportedProxy("No SOCKS.")

    monkeypatch.setattr(step, "proxy_variables", refuse)
    with pytest.raises(SetupStopped, match="No SOCKS"):
        made(tmp_path / "made here", make_machine(tmp_path, TWO))


@pytest.mark.parametrize("said", ["Segmentation fault", "Error: Command failed: ensurepip"])
def test_next_python_is_tried_where_one_fails_for_no_known_reason(tmp_path, said) -> None:
    machine = make_machine(tmp_path, TWO)
    first = tmp_path / "usr/bin/python3.12"
    first.write_text(first.read_text().replace('mkdir -p "$folder', f'echo "{said}"; exit 1 "'))
    assert made(tmp_path / "made here", machine) == tmp_path / "usr/bin/python3.11"


def test_computer_that_no_standalone_python_is_for_gets_the_reason(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(standalone_python, "archive_for_this_computer", lambda: None)
    with pytest.raises(EngineSetupFailed, match="No Python from"):
        made(tmp_path / "made here", make_machine(tmp_path, NONE))


def test_standalone_python_that_a_scanner_has_damaged_is_fetched_anew(
    tmp_path, standalone, monkeypatch
) -> None:
    write_python(standalone.python, "exit 1", _WORKS)
    fetched: list[object] = []

    def install(archive: Archive, place: object, *_: object) -> None:
        fetched.append(place)
        write_python(archive.python, "3 12", _WORKS)

    monkeypatch.setattr(standalone_python, "install", install)
    monkeypatch.setenv(standalone_python.ADDRESS_VARIABLE, "https://mirror.example")
    choice = PythonChoice(is_download_agreed=True)
    taken = made(tmp_path / "made here", make_machine(tmp_path, NONE), choice)
    assert (taken, fetched) == (standalone.python, ["https://mirror.example/for-this-computer"])


def test_standalone_python_that_does_not_run_here_is_told_as_that(
    tmp_path, standalone, monkeypatch
) -> None:
    # As one that was made for a newer C library, or for another one.
    write_python(standalone.python, "exit 127", _WORKS)
    monkeypatch.setattr(standalone_python, "install", lambda *_: None)
    choice = PythonChoice(is_download_agreed=True)
    with pytest.raises(EngineSetupFailed, match=r"No Python from.* 3\.12\.9 does not run"):
        made(tmp_path / "made here", make_machine(tmp_path, NONE), choice)


def test_download_is_asked_for_with_its_size(tmp_path, standalone, monkeypatch) -> None:
    standalone.python.unlink()
    machine = make_machine(tmp_path, NONE)
    with serving(files={"/for-this-computer": bytes(1234)}) as (address, server):
        monkeypatch.setenv(standalone_python.ADDRESS_VARIABLE, address)
        with pytest.raises(PythonNotAgreed, match=r"No Python from.*DOWNLOAD_PYTHON") as asked:
            made(tmp_path / "made here", machine)
        assert server.asked() == []
    assert (asked.value.version, asked.value.host) == ("3.12.9", "127.0.0.1")
    assert asked.value.size_bytes == 1234
    monkeypatch.setenv(standalone_python.ADDRESS_VARIABLE, "http://127.0.0.1:9")
    with pytest.raises(EngineSetupFailed, match=r"No Python.*Nor can another.*internet"):
        made(tmp_path / "made here", machine)


def test_folder_with_packages_keeps_the_network_out(tmp_path, standalone, monkeypatch) -> None:
    standalone.python.unlink()
    packages = tmp_path / "packages"
    packages.mkdir()
    with serving() as (address, server):
        monkeypatch.setenv(standalone_python.ADDRESS_VARIABLE, address)
        choice = PythonChoice(is_download_agreed=True, packages=packages)
        with pytest.raises(EngineSetupFailed, match=r"No Python from.* --standalone-python"):
            made(tmp_path / "made here", make_machine(tmp_path, NONE), choice)
        assert server.requests == []


def test_real_environment_passes_the_check(tmp_path) -> None:
    folder = tmp_path / "made here"
    made(folder, this_machine())
    assert (folder / "pyvenv.cfg").is_file()
