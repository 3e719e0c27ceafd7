"""Checkpoint files of others to tensors: nothing in them is executed, nor believed.

A pickle is a program for a machine with a stack. PyTorch's loader for weights runs it with a list
of what may be called; here it is looked through first, for what else it could do to this process.
"""

from __future__ import annotations

import pickletools  # nosec B403
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from crossearth_engine.errors import MissingPackage, UnreadableModel

try:
    import safetensors
    import safetensors.torch
    import torch
except ImportError as error:
    raise MissingPackage(package="torch", requirement="torch safetensors") from error

from torch import Tensor

Tensors = dict[str, Tensor]

# What training frameworks leave in a checkpoint beside the weights: logs, counters, settings.
_LOGGED_PACKAGES = {
    *("numpy", "mmengine", "mmcv", "mmseg", "mmdet", "collections", "datetime", "pathlib"),
    *("argparse", "torch", "lightning", "pytorch_lightning", "lightning_fabric", "terratorch"),
}
_LOGGED_NAMES = {
    f"builtins.{name}"
    for name in (
        *("getattr", "object", "dict", "list", "tuple", "frozenset", "slice", "range"),
        *("bool", "int", "float", "str", "bytes"),
    )
}
# Where trainers keep the weights in a checkpoint.
_PLACES_OF_TENSORS = ("state_dict", "model")
_NAMES_IN_A_SENTENCE = 6
# Names, shapes and logs of a training are far below these.
_MAX_PICKLE_BYTES = 64_000_000
_MAX_NESTED_TUPLES = 1000
_MAX_TUPLE_SIZE = 1_000_000


def read_tensors(path: Path) -> Tensors:
    """Return every tensor of a checkpoint by name, mapped from the file rather than read.

    Understands safetensors and what `torch.save` writes since PyTorch 1.6: a dictionary of
    tensors, or one that has it under ``state_dict`` or ``model``. Nothing in the file is executed.

    Raises:
        UnreadableModel: if the file is truncated, no checkpoint, or holds code.
    """
    if not path.is_file():
        raise UnreadableModel(path=path, reason="there is no such file.")
    content = _read_safetensors(path) if _is_safetensors(path) else _read_pickle(path)
    if isinstance(content, Mapping):
        inner = (content.get(name) for name in _PLACES_OF_TENSORS)
        content = next((found for found in inner if isinstance(found, Mapping)), content)
    if not isinstance(content, Mapping):
        raise UnreadableModel(path=path, reason="it holds no dictionary of tensors.")
    tensors = {
        # Training on several devices puts "module." in front of every name.
        str(name).removeprefix("module."): tensor.detach()
        for name, tensor in content.items()
        if isinstance(tensor, Tensor) and _is_plain(tensor)
    }
    if not tensors:
        others = [str(name) for name, found in content.items() if isinstance(found, Mapping)]
        reason = "it holds no tensors."
        if others:
            reason = (
                f"it holds no tensors, but dictionaries ({listed(others)}). Save the one with the "
                "weights alone."
            )
        raise UnreadableModel(path=path, reason=reason)
    return tensors


class Inert:
    """Stands for whatever a training framework has logged; keeps nothing and does nothing."""

    def __new__(cls, *args: Any) -> Inert:
        """Take the arguments of any class."""
        return super().__new__(cls)

    def __init__(self, *args: Any) -> None:
        """Forget them."""

    def __setstate__(self, state: Any) -> None:
        """Forget the state, too."""


def _read_pickle(path: Path) -> Any:
    """Return the content of a file of `torch.save`, with `Inert` objects for all but tensors."""
    try:
        problem = _problem_of(path)
        if problem:
            raise UnreadableModel(path=path, reason=f"{problem}; do not trust this file.")
        unknown = torch.serialization.get_unsafe_globals_in_checkpoint(path)
    except UnreadableModel:
        raise
    except Exception as error:  # a damaged pickle can fail in any way
        reason = (
            "it is truncated, or not a file of PyTorch 1.6 or later. What an older one has saved "
            "can be saved again with a newer one."
        )
        raise UnreadableModel(path=path, reason=reason) from error
    refused = [name for name in unknown if not _is_logged(name)]
    if refused:
        reason = (
            f"it asks to run {listed(refused)}, which no file of weights needs. Nothing of it was "
            "executed; do not trust this file."
        )
        raise UnreadableModel(path=path, reason=reason)
    stand_ins: list[Any] = [(Inert, name) for name in unknown]
    try:
        with torch.serialization.safe_globals(stand_ins):
            return torch.load(path, map_location="cpu", mmap=True, weights_only=True)
    except Exception as error:  # likewise
        reason = "its content is damaged or not understood."
        raise UnreadableModel(path=path, reason=reason) from error


def _problem_of(path: Path) -> str | None:
    """Return what a file of `torch.save` would do to this process, if it is not just loaded.

    Raises:
        Exception: if it is damaged, or no such file.
    """
    with zipfile.ZipFile(path) as archive:
        # TorchScript is a program and its weights, which may well be compressed.
        if any("/code/" in entry.filename for entry in archive.infolist()):
            return "it is a program (TorchScript) and no file of weights. Save its state_dict()"
        if any(entry.compress_type != zipfile.ZIP_STORED for entry in archive.infolist()):
            return "it is compressed, as PyTorch never does, and may become very large"
        for entry in archive.infolist():
            if not entry.filename.endswith("data.pkl"):
                continue
            if entry.file_size > _MAX_PICKLE_BYTES:
                return f"it has {entry.file_size / 1e6:.0f} MB of content that is no weights"
            if problem := _problem_of_pickle(archive.read(entry)):
                return problem
        _check_sums(archive, path)
    return None


def _check_sums(archive: zipfile.ZipFile, path: Path) -> None:
    """Compare all that is in a file of `torch.save` with its checksums, which PyTorch does not.

    Raises:
        UnreadableModel: if a part is not what was saved.
    """
    # Else parts that lie one over the other could be read for ever.
    if sum(entry.file_size for entry in archive.infolist()) > path.stat().st_size:
        raise UnreadableModel(path=path, reason="its parts are larger than the file.")
    damaged = archive.testzip()
    if damaged is not None:
        reason = (
            f"it is damaged: {damaged} in it is not what was saved. Download or copy it once more."
        )
        raise UnreadableModel(path=path, reason=reason)


def _problem_of_pickle(pickled: bytes) -> str | None:
    """Return what is wrong with a pickle: memory it asks for, tuples that take for ever to hash.

    Python hashes the keys of a dictionary, tuples by all that is in them: as deep as they are
    nested, which may end the process, and again for every time that they hold the same thing.
    """
    # Of each thing on the machine's stack, how deep and how large it is, if it is hashed as a
    # tuple is; None is a mark.
    stack: list[tuple[int, int] | None] = []
    memo: dict[Any, tuple[int, int] | None] = {}
    for operation, argument, _ in pickletools.genops(pickled):
        name, before = operation.name, operation.stack_before
        if name == "GLOBAL" and str(argument).endswith(" bytearray"):
            return "it asks for a block of memory"
        if name.endswith("PUT") or name == "MEMOIZE":
            memo[len(memo) if argument is None else argument] = stack[-1]
            continue
        if name.endswith("GET"):
            stack.append(memo[argument])
            continue
        if name == "MARK":
            stack.append(None)
            continue
        operands = []
        count = len(before)
        if pickletools.markobject in before:
            count = before.index(pickletools.markobject)
            while (top := stack.pop()) is not None:
                operands.append(top)
        operands += [stack.pop() or (0, 0) for _ in range(count)]
        made = (0, 1)
        if name.startswith("TUPLE") or name in ("REDUCE", "BUILD", "NEWOBJ"):
            made = (
                1 + max((depth for depth, _ in operands), default=0),
                1 + sum(size for _, size in operands),
            )
        if made[0] > _MAX_NESTED_TUPLES or made[1] > _MAX_TUPLE_SIZE:
            return "it nests tuples without end"
        stack += [made] * len(operation.stack_after)
    return None


def _is_plain(tensor: Tensor) -> bool:
    # Sparse tensors and tensors without values can be saved, but are no weights; nor is a tensor
    # that repeats few values, and whose size may be anything.
    return (
        tensor.layout is torch.strided
        and tensor.device.type == "cpu"
        and tensor.nbytes <= tensor.untyped_storage().nbytes()
    )


def _is_logged(name: str) -> bool:
    return name in _LOGGED_NAMES or name.partition(".")[0] in _LOGGED_PACKAGES


def _is_safetensors(path: Path) -> bool:
    # Such a file starts with the length of its header and the header's opening brace.
    with path.open("rb") as stream:
        return stream.read(9)[8:] == b"{"


def _read_safetensors(path: Path) -> Tensors:
    try:
        tensors: Tensors = safetensors.torch.load_file(path)
    except (OSError, safetensors.SafetensorError) as error:
        raise UnreadableModel(path=path, reason=f"it is damaged ({error}).") from error
    return tensors


def listed(names: Iterable[str]) -> str:
    """Return names for a sentence, not too many."""
    shown = sorted(names)
    more = len(shown) - _NAMES_IN_A_SENTENCE
    text = ", ".join(shown[:_NAMES_IN_A_SENTENCE])
    return f"{text} and {more} more" if more > 0 else text
