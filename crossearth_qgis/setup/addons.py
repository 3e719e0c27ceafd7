"""What can be added to the engine's environment and taken away again: libraries, builds for GPUs.

Each is a folder of its own and a file that has Python look there first. Nothing else is touched,
and what fails leaves nothing.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from ..errors import EngineSetupFailed
from ..shared import moves
from ..translation import translate
from . import packages
from .child_process import CanceledCallback, LineCallback, python_command
from .disk import clear_away, delete_tree, not_writable, require_space
from .engine_environment import venv_python
from .graphics_card import nvidia_card
from .step import run_step

ADDONS = ("openvino", "torch", "torch-cuda", "onnxruntime-gpu")
FOR_CARDS = ("torch-cuda", "onnxruntime-gpu")
INSTEAD_OF = {"torch": "torch-cuda", "torch-cuda": "torch"}
"""What one takes the place of; there is never more than one of them."""

# The packed files, and what they become.
_DISK_PER_DOWNLOAD = 4
_TELL = {
    "openvino": "import openvino; print('OpenVINO', openvino.__version__, "
    "*openvino.Core().available_devices)",
    "torch": "import torch; print('PyTorch', torch.__version__)",
    "torch-cuda": "import torch; print('PyTorch', torch.__version__, 'CUDA', torch.version.cuda, "
    "*(torch.cuda.get_device_name(i) for i in range(torch.cuda.device_count())))",
    "onnxruntime-gpu": "import onnxruntime as o; print('ONNX Runtime', o.__version__, "
    "*o.get_available_providers()); assert 'CUDAExecutionProvider' in o.get_available_providers()",
}


def added(folder: Path) -> tuple[str, ...]:
    """Return what was added to an environment. Looks at files only."""
    return tuple(name for name in ADDONS if _place(folder, name).is_dir())


def in_wheels(wheels: Path) -> tuple[str, ...]:
    """Return what a folder with wheels has to add."""
    names = [path.name for path in wheels.glob("*.whl")]
    found = []
    if any(name.startswith("openvino-") for name in names):
        found.append("openvino")
    if any(name.startswith("torch-") for name in names):
        is_for_cards = any(re.match(r"triton-|torch-[^-]*\+cu", name) for name in names)
        found.append("torch-cuda" if is_for_cards else "torch")
    if any(name.startswith("onnxruntime_gpu-") for name in names):
        found.append("onnxruntime-gpu")
    return tuple(found)


def suitable_torch(version: str) -> str:
    """Return which PyTorch is for this computer: the one for its card, if it has one."""
    is_offered = not packages.offer("torch-cuda", version).lacking
    return "torch-cuda" if nvidia_card() and is_offered else "torch"


def python_version(folder: Path) -> str:
    """Return the version of an environment's Python, such as ``3.12``."""
    try:
        text = (folder / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        text = ""
    match = re.search(r"(?m)^version *= *(\d+\.\d+)", text)
    return match.group(1) if match else ""


def add(
    name: str,
    folder: Path,
    wheels: Path | None,
    on_line: LineCallback,
    is_canceled: CanceledCallback,
) -> None:
    """Add something to an environment; it takes the place of what it stands in for.

    Args:
        name: one of `ADDONS`.
        folder: of the environment.
        wheels: a folder to take its files from instead of the network.
        on_line: called with every line of the log.
        is_canceled: asked several times a second.

    Raises:
        EngineSetupFailed: with a sentence that says what to do; all is as before then.
        JobCanceled: if ``is_canceled`` said so; likewise.
    """
    found = packages.require_offered(name, python_version(folder))
    require_space(folder, found.download_bytes * _DISK_PER_DOWNLOAD)
    place = _place(folder, name)
    # Not among the others: what is left of it by a computer that went off is nobody's add-on.
    partial = folder / f"{name}.partial"
    python = venv_python(folder)
    try:
        delete_tree(partial)
        partial.mkdir(parents=True)
        install = packages.install_command(python, [name], wheels, partial, found.pages)
        # pip fills its temporary folder first, which is in memory on some computers.
        temporary = {"TMPDIR": str(partial), "TEMP": str(partial), "TMP": str(partial)}
        run_step(_headline(name), install, on_line, is_canceled, python, temporary)
        tell = python_command(python, "-c", f"{_line(partial)}; {_TELL[name]}")
        headline = translate("CrossEarth", "Checking the installation…")
        run_step(headline, tell, on_line, is_canceled)
        place.parent.mkdir(exist_ok=True)
        _delete(name, folder)
        # Leads nowhere until the folder has its name, which is what adds it.
        _pointer(folder, name).write_text(_line(place), encoding="utf-8")
        moves.rename(partial, place)
        if name in INSTEAD_OF:
            _pointer(folder, INSTEAD_OF[name]).unlink(missing_ok=True)
    except OSError as error:
        raise not_writable(folder, error) from error
    finally:
        clear_away(partial)
    if name in INSTEAD_OF:
        with contextlib.suppress(OSError):
            _delete(INSTEAD_OF[name], folder)


def take_away(name: str, folder: Path) -> None:
    """Take away what was added; stop the engine first.

    Raises:
        EngineSetupFailed: if files are in use.
    """
    try:
        _delete(name, folder)
        _pointer(folder, name).unlink(missing_ok=True)
    except OSError as error:
        raise EngineSetupFailed(
            translate(
                "CrossEarth",
                "The folder {folder} cannot be deleted ({reason}). Close other QGIS windows that "
                "use the engine, then try again.",
            ).format(folder=_place(folder, name), reason=error)
        ) from error


def _delete(name: str, folder: Path) -> None:
    """Delete what was added, if it is there: half of it would look like an engine without files.

    Raises:
        OSError: if it is in use; it is whole then.
    """
    place, gone = _place(folder, name), folder / f"{name}.deleted"
    if place.is_dir():
        delete_tree(gone)
        moves.rename(place, gone)
        clear_away(gone)


def _headline(name: str) -> str:
    return translate("CrossEarth", "Installing {name}…").format(name=packages.title(name))


def _place(folder: Path, name: str) -> Path:
    return folder / "addons" / name


def _line(place: Path) -> str:
    """Return the statement that has a Python look in a folder first."""
    return f"import sys; sys.path.insert(0, {str(place)!a})"


def _pointer(folder: Path, name: str) -> Path:
    """Return the file that an environment's Python runs at its start."""
    return next(_site_packages(folder)) / f"crossearth-{name}.pth"


def _site_packages(folder: Path) -> Iterator[Path]:
    yield from folder.glob("lib/python3*/site-packages")
    yield folder / "Lib" / "site-packages"
