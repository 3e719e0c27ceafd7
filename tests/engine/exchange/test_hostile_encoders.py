"""Files of each kind of encoder, damaged or made to do harm: one sentence each, and no model."""
# ruff: noqa: E402 - what may be absent is asked for first

from __future__ import annotations

import contextlib
import copy
import json
import os
import pickle
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
safetensors = pytest.importorskip("safetensors.torch", reason="safetensors is an extra")

from crossearth_engine.errors import IncompatibleModel, UnreadableModel
from crossearth_engine.exchange import encoders
from crossearth_engine.exchange.importing import Description, import_model
from crossearth_engine.models.registry import build
from crossearth_engine.networks.prithvi import Prithvi
from tests.engine.exchange.test_importing_encoders import dofa, prithvi, softcon, terramind

Tensors = dict[str, Any]


def segmenter(architecture: str, classes: int) -> Callable[[], Tensors]:
    """As terratorch saves it."""

    def make() -> Tensors:
        network = build(architecture, classes, 6)
        return {f"model.{name}": tensor for name, tensor in network.state_dict().items()}

    return make


def radar() -> Tensors:
    return softcon(bands=2)


def dofa_of_a_trainer() -> Tensors:
    return {**{f"backbone.{n}": t for n, t in dofa().items()}, "head.weight": torch.zeros(3, 64)}


def prithvi_of_torchgeo() -> Tensors:
    return Prithvi(64, 4, 1, 14, (3,)).state_dict()


# Of each, what makes its tensors and the name of one of them.
KINDS: dict[str, tuple[Callable[[], Tensors], str]] = {
    "softcon": (softcon, "blocks.1.norm1.bias"),
    "softcon-radar": (radar, "blocks.1.norm1.bias"),
    "terramind": (terramind, "encoder.1.norm1.weight"),
    "prithvi": (prithvi, "encoder.blocks.1.norm1.bias"),
    "prithvi-torchgeo": (prithvi_of_torchgeo, "blocks.1.norm1.bias"),
    "dofa": (dofa, "blocks.1.norm1.bias"),
    "dofa-trainer": (dofa_of_a_trainer, "backbone.blocks.1.norm1.bias"),
    "floods": (segmenter("prithvi-tiny-tl-upernet", 2), "model.encoder.blocks.1.norm1.bias"),
    "burn-scars": (segmenter("prithvi-tiny-unet", 2), "model.encoder.blocks.1.norm1.bias"),
}


@pytest.fixture(scope="module", params=KINDS)
def kind(request: pytest.FixtureRequest) -> tuple[Tensors, str]:
    """The tensors of a file, and the name of one of them."""
    make, name = KINDS[request.param]
    torch.manual_seed(0)
    return dict(make()), name


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def write(*_: Any) -> None:
        raise AssertionError("it was taken for an encoder, and about to be written")

    # Nothing here may come so far.
    monkeypatch.setattr(encoders, "write_encoder", write)
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


class Hostile:
    """Runs a command when it is unpickled."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self.path),)


def saved(tensors: Any, path: Path) -> Path:
    torch.save(tensors, path)
    return path


def refused(path: Path, said: str, error: type[Exception] = UnreadableModel) -> None:
    with pytest.raises(error, match=said):
        import_model(path, model_id="m")
    home = Path(os.environ["CROSSEARTH_HOME"])
    assert not [item for item in home.rglob("*") if item.is_file()]


def test_truncated_files(kind: tuple[Tensors, str], tmp_path: Path) -> None:
    content = saved(kind[0], tmp_path / "a.pth").read_bytes()
    for length in (0, 1, 8, 9, 100, len(content) // 2, len(content) - 1):
        (tmp_path / "b.pth").write_bytes(content[:length])
        refused(tmp_path / "b.pth", "it is truncated, or not a file of PyTorch")


def test_weights_that_are_not_those_that_were_saved(
    kind: tuple[Tensors, str], tmp_path: Path
) -> None:
    path = saved(kind[0], tmp_path / "a.pth")
    with zipfile.ZipFile(path) as archive:
        parts = [entry for entry in archive.infolist() if "/data/" in entry.filename]
        part = max(parts, key=lambda entry: entry.file_size)
    content = bytearray(path.read_bytes())
    # Of all numbers the least: nothing but the checksum tells.
    content[part.header_offset + part.file_size // 2 + 200] ^= 1
    path.write_bytes(content)
    refused(path, f"it is damaged: {part.filename} in it is not what was saved")


def test_programs_are_not_executed(kind: tuple[Tensors, str], tmp_path: Path) -> None:
    harm = Hostile(tmp_path / "executed")
    refused(saved({**kind[0], "x": harm}, tmp_path / "a.pth"), "asks to run posix.mkdir")
    (tmp_path / "b.pth").write_bytes(pickle.dumps(harm))
    refused(tmp_path / "b.pth", "not a file of PyTorch")
    # A second part of the same name, which zip files may have.
    with (
        zipfile.ZipFile(saved(kind[0], tmp_path / "c.pth"), "a") as archive,
        pytest.warns(UserWarning, match="Duplicate name"),
    ):
        archive.writestr("c/data.pkl", pickle.dumps({"x": harm}, 2))
    # Which of the two is read is the library's choice; neither may do anything.
    with contextlib.suppress(UnreadableModel, AssertionError):
        import_model(tmp_path / "c.pth", model_id="m")
    assert not (tmp_path / "executed").exists()


def test_compressed_and_overlapping_parts(kind: tuple[Tensors, str], tmp_path: Path) -> None:
    path = saved(kind[0], tmp_path / "a.pth")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("a/data/bomb", bytes(1 << 24), zipfile.ZIP_DEFLATED)
    refused(path, "it is compressed, as PyTorch never does")
    path = saved(kind[0], tmp_path / "b.pth")
    with zipfile.ZipFile(path, "a") as archive:
        # The same bytes once more, by many names, which takes no room.
        largest = max(archive.infolist(), key=lambda entry: entry.file_size)
        for i in range(3):
            twin = copy.copy(largest)
            twin.filename = f"b/data/twin{i}"
            archive.filelist.append(twin)
        archive._didModify = True  # type: ignore[attr-defined]  # the list is written again
    refused(path, "its parts are larger than the file")


def test_tensors_that_do_not_fit(kind: tuple[Tensors, str], tmp_path: Path) -> None:
    tensors, name = kind
    weights = tensors[name]
    own = name.removeprefix("model.").removeprefix("backbone.")
    last = own.removeprefix("encoder.").replace(".", r"\.")
    rest = {key: tensor for key, tensor in tensors.items() if key != name}
    for changes, said in (
        ({}, "1 tensor is missing: "),
        ({name + "2": weights}, "1 tensor is missing: "),
        ({name: torch.empty(64, device="meta")}, "1 tensor is missing: "),
        ({name: torch.zeros(1).expand(10**9)}, "1 tensor is missing: "),
        ({name: weights[:0]}, "1 tensor has another shape: "),
        ({name: weights[0]}, "1 tensor has another shape: "),
        ({name: weights[:, None]}, "1 tensor has another shape: "),
        ({name: weights.to(torch.int8)}, "not stored as floating-point numbers: "),
        ({name: weights.to(torch.complex64)}, "not stored as floating-point numbers: "),
        ({name: torch.full_like(weights, torch.nan)}, "what is no number is in "),
        ({name: torch.full_like(weights, 1e300, dtype=torch.float64)}, "what is no number is in "),
    ):
        path = saved({**rest, **changes}, tmp_path / "a.pth")
        refused(path, f"{said}.*{last}", IncompatibleModel)


def test_tensors_by_other_names(kind: tuple[Tensors, str], tmp_path: Path) -> None:
    tensors, _ = kind
    other = {f"other.{name}": tensor for name, tensor in tensors.items()}
    refused(saved(other, tmp_path / "a.pth"), "nor of an encoder that is known", IncompatibleModel)
    two = saved({"teacher": tensors, "student": tensors}, tmp_path / "b.pth")
    refused(two, r"no tensors, but dictionaries \(student, teacher\)\. Save the one with")
    refused(saved(list(tensors.values()), tmp_path / "c.pth"), "holds no dictionary of tensors")
    refused(saved({}, tmp_path / "d.pth"), r"it holds no tensors\.")


def test_headers_of_safetensors(kind: tuple[Tensors, str], tmp_path: Path) -> None:
    tensors, name = kind
    path = tmp_path / "a.safetensors"
    safetensors.save_file({key: item.clone() for key, item in tensors.items()}, path)
    content = path.read_bytes()
    length = struct.unpack("<Q", content[:8])[0]
    header, body = json.loads(content[8 : 8 + length]), content[8 + length :]

    def with_header(**changes: Any) -> bytes:
        changed = json.dumps({**header, name: {**header[name], **changes}}).encode()
        return struct.pack("<Q", len(changed)) + changed + body

    first, *_ = (item["data_offsets"] for key, item in header.items() if key != name)
    for damaged in (
        content[:-1],
        struct.pack("<Q", 2**62) + content[8:],
        struct.pack("<Q", 2) + b"{}" + body,
        struct.pack("<Q", 200_000) + b'{"a":' * 40_000,
        with_header(shape=[2**40, 2**40]),
        with_header(shape=[2**31], data_offsets=[0, 2**33]),
        with_header(shape=[-1]),
        with_header(dtype="F99"),
        with_header(data_offsets=first),
    ):
        path.write_bytes(damaged)
        refused(path, "it is damaged")


def test_what_is_no_file(kind: tuple[Tensors, str], tmp_path: Path) -> None:
    content = saved(kind[0], tmp_path / "a.pth").read_bytes()
    os.mkfifo(tmp_path / "pipe.pth")
    (tmp_path / "loop.pth").symlink_to("loop.pth")
    (tmp_path / "nowhere.pth").symlink_to("nothing")
    (tmp_path / "folder.pth").mkdir()
    for name in ("pipe.pth", "loop.pth", "nowhere.pth", "folder.pth"):
        refused(tmp_path / name, "there is no such file")
    (tmp_path / "page.pth").write_text("<html>404</html>")
    refused(tmp_path / "page.pth", "not a file of PyTorch")
    (tmp_path / "a.onnx").write_bytes(content)
    refused(tmp_path / "a.onnx", "no ONNX file")
    (tmp_path / "a.json").write_bytes(content)
    refused(tmp_path / "a.json", "its metadata is not JSON")


@pytest.mark.parametrize("make", [softcon, terramind, prithvi, dofa])
@pytest.mark.parametrize("window", [15, 14 * 16 * 64, 10**9])
def test_windows_that_an_encoder_cannot_take(
    make: Callable[[], Tensors], window: int, tmp_path: Path
) -> None:
    saved(make(), tmp_path / "a.pth")
    said = "whole patches of|at most 64 patches of"
    with pytest.raises(IncompatibleModel, match=said):
        import_model(tmp_path / "a.pth", description=Description(window=window))


def test_the_first_prithvi_is_not_taken_for_the_second(tmp_path: Path) -> None:
    """It has the same tensors, and learned of other values."""
    tensors = Prithvi(768, 4, 12, 14, (3,), num_frames=3).state_dict()
    said = "it is Prithvi-EO-1.0, which saw other values than version 2.0"
    refused(saved(tensors, tmp_path / "Prithvi_EO_V1_100M.pt"), said, IncompatibleModel)


def test_tensors_under_model_are_found(tmp_path: Path) -> None:
    tensors = softcon()
    del tensors["norm.bias"]
    path = saved({"model": tensors, "optimizer": {}}, tmp_path / "a.pth")
    refused(path, r"1 tensor is missing: norm\.bias", IncompatibleModel)
