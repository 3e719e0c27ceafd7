from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from crossearth_qgis import paths
from crossearth_qgis.errors import EngineSetupFailed, JobCanceled
from crossearth_qgis.setup import addons, engine_environment, installation
from crossearth_qgis.setup.graphics_card import nvidia_card
from crossearth_qgis.setup.lost_files import lost_file
from tests.plugin.setup.support import lock, write_wheel


@pytest.fixture
def environment(home, tmp_path, monkeypatch, bare_environment) -> Path:
    """Make an environment without packages, and wheels of things to add to it."""
    monkeypatch.setattr(paths, "ENGINE_LOCKS", tmp_path / "locks")
    source = tmp_path / "wheels"
    source.mkdir()
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(source))
    version = "class version: cuda = None\n"
    # With a script, as PyTorch's companions have.
    lock("torch", [write_wheel(source, "torch", more=version, script="torchtool")])
    providers = "def get_available_providers(): return ['CUDAExecutionProvider']\n"
    gpu = write_wheel(source, "onnxruntime-gpu", "1.0", providers, module="onnxruntime")
    lock("onnxruntime-gpu", [gpu])
    lock("torch-cuda", [], lacking=["torch"])
    folder = engine_environment.installed_folder()
    shutil.copytree(bare_environment, folder, symlinks=True)
    return folder


def ask(folder: Path, code: str) -> str:
    python = engine_environment.venv_python(folder)
    done = subprocess.run([python, "-I", "-c", code], capture_output=True, text=True)
    return done.stdout.strip() or done.stderr.strip().splitlines()[-1]


def files(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if "__pycache__" not in path.parts}


def test_what_is_added_is_found_and_goes_without_a_trace(environment) -> None:
    before = files(environment)
    lines: list[str] = []
    installation.add("torch", lines.append, lambda: False)
    assert "PyTorch 1.0" in lines
    assert addons.added(environment) == ("torch",)
    assert lost_file(environment) is None
    assert ask(environment, "import torch; print(torch.__version__)") == "1.0"
    installation.take_away("torch")
    assert addons.added(environment) == ()
    assert "No module named 'torch'" in ask(environment, "import torch")
    assert files(environment) - before == {environment / "addons"}


def test_a_computer_that_goes_off_meanwhile_leaves_the_engine_whole(
    environment, monkeypatch
) -> None:
    class PowerCut(BaseException):
        """Nothing runs after it."""

    def cut(folder: Path) -> None:
        raise PowerCut

    def go_off(*_arguments) -> None:
        info = next(environment.rglob("torch.partial")) / "torch-1.0.dist-info"
        info.mkdir()
        (info / "RECORD").write_text("torch/__init__.py,sha256=x,10\n")
        (info.parent / "torch").mkdir()
        (info.parent / "torch" / "__init__.py").touch()
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(addons, "run_step", go_off)
        patch.setattr(addons, "clear_away", cut)
        with pytest.raises(PowerCut):
            installation.add("torch", print, lambda: False)
    assert lost_file(environment) is None
    assert addons.added(environment) == ()
    ours = engine_environment.EngineEnvironment(Path("python"), "installed")
    monkeypatch.setattr(engine_environment, "find", lambda: ours)
    assert engine_environment.lacks_torch()
    installation.add("torch", print, lambda: False)
    assert not list(environment.rglob("*.partial"))


@pytest.mark.parametrize("is_renamed", [False, True])
def test_what_counts_as_added_can_be_imported_whenever_the_computer_goes_off(
    environment, monkeypatch, is_renamed: bool
) -> None:
    rename = addons.moves.rename

    def go_off(source: Path, target: Path) -> None:
        if is_renamed:
            rename(source, target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(addons.moves, "rename", go_off)
        patch.setattr(addons, "clear_away", lambda _folder: None)
        with pytest.raises(KeyboardInterrupt):
            installation.add("torch", print, lambda: False)
    assert addons.added(environment) == (("torch",) if is_renamed else ())
    said = ask(environment, "import torch; print(torch.__version__)")
    assert (said == "1.0") == is_renamed


@pytest.mark.parametrize("change", ["taken away", "replaced", "added again"])
def test_addon_that_is_deleted_by_half_leaves_the_engine_whole(
    environment, tmp_path, monkeypatch, change: str
) -> None:
    def delete_half(folder: Path) -> None:
        for file in folder.rglob("torch.py"):
            file.unlink()

    installation.add("torch", print, lambda: False)
    more = "class version: cuda = '13.0'\nclass cuda: device_count = staticmethod(lambda: 0)\n"
    lock("torch-cuda", [write_wheel(tmp_path / "wheels", "torch", "2.0", more)])
    with monkeypatch.context() as patch:
        # As where another QGIS has files open, or the computer goes off.
        patch.setattr(addons, "delete_tree", delete_half)
        patch.setattr(addons, "clear_away", delete_half)
        if change == "taken away":
            installation.take_away("torch")
        else:
            name = "torch-cuda" if change == "replaced" else "torch"
            installation.add(name, print, lambda: False)
    assert lost_file(environment) is None
    installation.add("torch", print, lambda: False)
    assert addons.added(environment) == ("torch",)
    assert ask(environment, "import torch; print(torch.__version__)") == "1.0"


def test_addon_that_is_in_use_stays_whole(environment, monkeypatch) -> None:
    installation.add("torch", print, lambda: False)
    before = files(environment)

    def refuse(*_: Path) -> None:
        raise PermissionError(13, "being used by another process")

    with monkeypatch.context() as patch:
        patch.setattr(addons.moves, "rename", refuse)
        with pytest.raises(EngineSetupFailed, match="Close other QGIS"):
            installation.take_away("torch")
    assert files(environment) == before
    assert ask(environment, "import torch; print(torch.__version__)") == "1.0"


def test_file_of_an_addon_that_is_lost_is_named(environment) -> None:
    installation.add("torch", print, lambda: False)
    (environment / "addons" / "torch" / "torch.py").unlink()
    assert lost_file(environment) == "torch.py"


def test_build_for_cards_goes_before_the_one_for_the_processor(environment, tmp_path) -> None:
    packages = next(environment.glob("lib/python3*/site-packages"))
    (packages / "onnxruntime.py").write_text("__version__ = 'for the processor'")
    installation.add("onnxruntime-gpu", print, lambda: False)
    assert ask(environment, "import onnxruntime as o; print(o.__version__)") == "1.0"
    installation.take_away("onnxruntime-gpu")
    assert ask(environment, "import onnxruntime as o; print(o.__version__)") == "for the processor"


def test_one_pytorch_takes_the_place_of_the_other(environment, tmp_path) -> None:
    installation.add("torch", print, lambda: False)
    more = "class version: cuda = '13.0'\nclass cuda: device_count = staticmethod(lambda: 0)\n"
    lock("torch-cuda", [write_wheel(tmp_path / "wheels", "torch", "2.0", more)])
    installation.add("torch-cuda", print, lambda: False)
    assert addons.added(environment) == ("torch-cuda",)
    assert ask(environment, "import torch; print(torch.__version__)") == "2.0"


@pytest.mark.parametrize("harm", ["another digest", "does not import", "canceled", "not offered"])
def test_what_fails_leaves_what_was_there(environment, tmp_path, harm: str) -> None:
    installation.add("torch", print, lambda: False)
    before = files(environment)
    source = tmp_path / "wheels"
    if harm == "another digest":
        write_wheel(source, "torch", more="print('false')")
    elif harm == "does not import":
        lock("torch", [write_wheel(source, "torch", more="raise ImportError('no DLL')")])
    elif harm == "not offered":
        lock("torch", [], lacking=["torch"])
    lines: list[str] = []
    error = JobCanceled if harm == "canceled" else EngineSetupFailed
    with pytest.raises(error):
        installation.add("torch", lines.append, lambda: harm == "canceled" and bool(lines))
    assert files(environment) == before
    assert ask(environment, "import torch; print(torch.__version__)") == "1.0"


def test_what_is_not_offered_is_said_before_anything_is_fetched(environment) -> None:
    lines: list[str] = []
    with pytest.raises(EngineSetupFailed, match="no build of torch"):
        installation.add("torch-cuda", lines.append, lambda: False)
    assert lines == []


def test_the_locks_offer_no_pytorch_for_intel_macs(monkeypatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    with pytest.raises(EngineSetupFailed, match="no build of torch"):
        addons.packages.require_offered("torch", "3.12")
    assert addons.packages.largest_download("segment", "adapt") > 10**8
    assert addons.packages.largest_download("torch") == 0


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["torch-2.13.0+cpu-cp311-cp311-manylinux_2_28_x86_64"], ("torch",)),
        (["torch-2.13.0-cp312-cp312-win_amd64"], ("torch",)),
        (["torch-2.13.0+cu130-cp312-cp312-win_amd64"], ("torch-cuda",)),
        (["torch-2.13.0-cp312-cp312-manylinux_2_28_x86_64", "triton-3.7.1-cp312"], ("torch-cuda",)),
        (["openvino-2026.4.1-22982-cp312"], ("openvino",)),
        (["onnxruntime_gpu-1.31.1-cp312", "torchvision-0.28-cp312"], ("onnxruntime-gpu",)),
    ],
)
def test_folder_tells_what_it_has_to_add(tmp_path, names: list[str], found: tuple) -> None:
    for name in names:
        (tmp_path / f"{name}.whl").touch()
    assert addons.in_wheels(tmp_path) == found


def test_card_is_known_by_the_files_of_its_driver(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert nvidia_card(tmp_path) is None
    card = tmp_path / "proc/driver/nvidia/gpus/0000:01:00.0"
    card.mkdir(parents=True)
    (card / "information").write_text("Model: \t\t NVIDIA GeForce RTX 4060\nIRQ: 155\n")
    assert nvidia_card(tmp_path) == "NVIDIA GeForce RTX 4060"


def test_pytorch_for_the_card_is_the_one_where_there_is_a_card(environment, monkeypatch) -> None:
    version = addons.python_version(environment)
    assert addons.suitable_torch(version) == "torch"
    monkeypatch.setattr(addons, "nvidia_card", lambda: "NVIDIA")
    assert addons.suitable_torch(version) == "torch"
    lock("torch-cuda", [])
    assert addons.suitable_torch(version) == "torch-cuda"
