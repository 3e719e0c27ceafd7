"""Checkpoint files of others: reading without trusting, checking, converting, saving.

Backbone and head may lie in one file or in two, pickled or as safetensors. What comes out has the
tensor names and shapes of a network of ours, or is refused with a sentence that says why.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crossearth_engine.errors import (
    DiskFull,
    IncompatibleModel,
    MissingPackage,
    OutputNotWritable,
    UnreadableModel,
)

try:
    import safetensors
    import safetensors.torch
    import torch
except ImportError as error:
    raise MissingPackage(package="torch", requirement="torch safetensors") from error

from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.models import rvsa
from crossearth_engine.models.crossearth import CONFIGS, CrossEarth, CrossEarthConfig
from crossearth_engine.models.dinov2 import PATCH_SIZE

Tensors = dict[str, Tensor]

DEFAULT_WINDOW_SIZE = 512

# What training frameworks leave in a checkpoint beside the weights: logs, counters, settings.
_LOGGED_PACKAGES = {
    *("numpy", "mmengine", "mmcv", "mmseg", "mmdet", "collections", "datetime", "pathlib"),
    *("argparse", "torch"),
}
_LOGGED_NAMES = {
    f"builtins.{name}"
    for name in (
        *("getattr", "object", "dict", "list", "tuple", "frozenset", "slice", "range"),
        *("bool", "int", "float", "str", "bytes"),
    )
}
_NAMES_IN_A_SENTENCE = 6


@dataclass(frozen=True)
class Checkpoint:
    """Weights of a whole network.

    Attributes:
        architecture: its name in `crossearth_engine.models.registry`.
        num_classes: without "no object".
        in_channels: bands of the input.
        tensors: float32, exactly those that the network has.
        unused: names of the other tensors in the files.
    """

    architecture: str
    num_classes: int
    in_channels: int
    tensors: Tensors
    unused: tuple[str, ...]

    @property
    def config(self) -> CrossEarthConfig:
        """Sizes of the network."""
        return CONFIGS[self.architecture]


def load_crossearth(
    path: Path, backbone: Path | None = None, window_size: int = DEFAULT_WINDOW_SIZE
) -> Checkpoint:
    """Return a CrossEarth checkpoint from the file of a segmentor, and of its backbone if apart.

    Args:
        path: holds ``backbone.`` and ``decode_head.`` tensors, perhaps of the adapter only.
        backbone: a DINOv2 file, converted or as published, for backbone tensors not in ``path``.
        window_size: for which a published DINOv2 file is converted, pixels; a position table that
            is already of a known size is kept.

    Raises:
        UnreadableModel: if a file is truncated, no checkpoint, or holds code.
        IncompatibleModel: if tensors are missing or misshapen, or belong to another network.
    """
    tensors = read_tensors(path)
    if rvsa.is_rvsa(tensors):
        raise IncompatibleModel(path=path, reason=rvsa.describe(tensors))
    if not any(name.startswith("decode_head.") for name in tensors):
        if "pos_embed" in tensors or "backbone.pos_embed" in tensors:
            reason = (
                "it holds a backbone without a decode head. Give it together with the file of the "
                "head (--backbone), or adapt it with samples of your own."
            )
        else:
            reason = "it holds no tensors of CrossEarth (backbone. and decode_head.)."
        raise IncompatibleModel(path=path, reason=reason)
    if backbone is not None:
        plain = {f"backbone.{name}": tensor for name, tensor in _plain_backbone(backbone).items()}
        tensors = {**plain, **tensors}
    elif "backbone.pos_embed" not in tensors:
        reason = (
            "it holds adapter and head only. Give the file of the DINOv2 backbone, too (--backbone)"
        )
        raise IncompatibleModel(path=path, reason=f"{reason}.")
    classifier = tensors.get("decode_head.cls_embed.weight")
    if classifier is None or classifier.ndim != 2 or len(classifier) < 2:
        reason = "the tensor decode_head.cls_embed.weight, which tells the classes, is missing."
        raise IncompatibleModel(path=path, reason=reason)

    converted, architecture = _fit_backbone(_part(tensors, "backbone."), window_size, path)
    tensors.update({f"backbone.{name}": tensor for name, tensor in converted.items()})
    num_classes = len(classifier) - 1
    in_channels = converted["patch_embed.proj.weight"].shape[1]
    with torch.device("meta"):
        expected = CrossEarth(CONFIGS[architecture], num_classes, in_channels).state_dict()
    fitting = _matching(tensors, expected, path)
    unused = tuple(sorted(tensors.keys() - expected.keys()))
    return Checkpoint(architecture, num_classes, in_channels, fitting, unused)


def load_backbone(path: Path, window_size: int = DEFAULT_WINDOW_SIZE) -> tuple[Tensors, str]:
    """Return a DINOv2 backbone for a window of this size, and the architecture it belongs to.

    Args:
        path: a DINOv2 file of size S, B or L, as published or converted.
        window_size: pixels.

    Returns:
        Tensors with the names of `crossearth_engine.models.dinov2.DinoV2`, float32.

    Raises:
        UnreadableModel, IncompatibleModel: as `load_crossearth`.
    """
    tensors, architecture = _fit_backbone(_plain_backbone(path), window_size, path)
    with torch.device("meta"):
        network = CrossEarth(CONFIGS[architecture], 1, tensors["patch_embed.proj.weight"].shape[1])
    expected = network.backbone.state_dict()
    plain = {name: tensor for name, tensor in expected.items() if not name.startswith("reins.")}
    return _matching(tensors, plain, path), architecture


def save(checkpoint: Checkpoint, path: Path) -> None:
    """Write the weights as safetensors; the file appears when it is complete.

    Raises:
        DiskFull, OutputNotWritable: if it cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.touch()
        mode = partial.stat().st_mode  # of any new file here; safetensors makes private ones
        safetensors.torch.save_file(
            {name: tensor.contiguous() for name, tensor in checkpoint.tensors.items()},
            partial,
            metadata={"format": "pt"},
        )
        partial.chmod(mode)
        partial.replace(path)
    except (OSError, safetensors.SafetensorError) as error:
        # safetensors reports a full disk as an error of its own.
        if "os error 28" in str(error) or getattr(error, "errno", None) == 28:
            raise DiskFull(path=path) from error
        raise OutputNotWritable(path=path, reason=f"{error}.") from error
    finally:
        partial.unlink(missing_ok=True)


def read_tensors(path: Path) -> Tensors:
    """Return every tensor of a checkpoint by name, mapped from the file rather than read.

    Understands safetensors and what `torch.save` writes since PyTorch 1.6: a dictionary of
    tensors, or one that has it under ``state_dict``. Nothing in the file is executed.

    Raises:
        UnreadableModel: if the file is truncated, no checkpoint, or holds code.
    """
    if not path.is_file():
        raise UnreadableModel(path=path, reason="there is no such file.")
    content = _read_safetensors(path) if _is_safetensors(path) else _read_pickle(path)
    if isinstance(content, Mapping):
        content = content.get("state_dict", content)
    if not isinstance(content, Mapping):
        raise UnreadableModel(path=path, reason="it holds no dictionary of tensors.")
    tensors = {
        # Training on several devices puts "module." in front of every name.
        str(name).removeprefix("module."): tensor.detach()
        for name, tensor in content.items()
        if isinstance(tensor, Tensor) and _is_plain(tensor)
    }
    if not tensors:
        raise UnreadableModel(path=path, reason="it holds no tensors.")
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
        unknown = torch.serialization.get_unsafe_globals_in_checkpoint(path)
    except Exception as error:  # a damaged pickle can fail in any way
        reason = "it is truncated, or not a file of PyTorch 1.6 or later."
        raise UnreadableModel(path=path, reason=reason) from error
    refused = [name for name in unknown if not _is_logged(name)]
    if refused:
        reason = (
            f"it asks to run {_listed(refused)}, which no file of weights needs. Nothing of it was "
            "executed; do not trust this file."
        )
        raise UnreadableModel(path=path, reason=reason)
    stand_ins: list[Any] = [(Inert, name) for name in unknown]
    try:
        with torch.serialization.safe_globals(stand_ins):
            return torch.load(path, map_location="cpu", mmap=True, weights_only=True)
    except Exception as error:  # likewise
        reason = f"its content is damaged or not understood ({type(error).__name__})."
        raise UnreadableModel(path=path, reason=reason) from error


def _is_plain(tensor: Tensor) -> bool:
    # Sparse tensors and tensors without values can be saved, but are no weights.
    return tensor.layout is torch.strided and tensor.device.type == "cpu"


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


def _part(tensors: Mapping[str, Tensor], prefix: str) -> Tensors:
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in tensors.items()
        if name.startswith(prefix)
    }


def _plain_backbone(path: Path) -> Tensors:
    """Return the tensors of a backbone file under names without prefix, adapter left out."""
    tensors = read_tensors(path)
    tensors = _part(tensors, "backbone.") or tensors
    if "register_tokens" in tensors:
        reason = "it is a DINOv2 with register tokens; take the one without."
        raise IncompatibleModel(path=path, reason=reason)
    if "pos_embed" not in tensors or "patch_embed.proj.weight" not in tensors:
        reason = "it is no DINOv2 backbone: pos_embed or patch_embed.proj.weight is missing."
        raise IncompatibleModel(path=path, reason=reason)
    return {name: tensor for name, tensor in tensors.items() if not name.startswith("reins.")}


def _fit_backbone(tensors: Tensors, window_size: int, path: Path) -> tuple[Tensors, str]:
    """Return a backbone's tensors as one of our architectures has them, and its name."""
    try:
        table, kernel = tensors["pos_embed"], tensors["patch_embed.proj.weight"]
    except KeyError as error:
        reason = f"the tensor backbone.{error.args[0]} is missing."
        raise IncompatibleModel(path=path, reason=reason) from error
    stored = math.isqrt(max(table.shape[1] - 1, 0)) if table.ndim == 3 else 0
    if not stored or table.shape[1] != 1 + stored**2 or kernel.ndim != 4:
        reason = (
            f"pos_embed is {tuple(table.shape)} and patch_embed.proj.weight "
            f"{tuple(kernel.shape)}, which fits no square grid of patches."
        )
        raise IncompatibleModel(path=path, reason=reason)
    depth = len({match[1] for name in tensors if (match := re.match(r"blocks\.(\d+)\.", name))})
    width = table.shape[-1]
    sizes = {
        config.grid_size: name
        for name, config in CONFIGS.items()
        if (config.width, config.depth) == (width, depth)
    }
    if not sizes:
        reason = f"no architecture has a backbone of {depth} blocks and width {width}."
        raise IncompatibleModel(path=path, reason=reason)
    grid_size = stored if stored in sizes else window_size // PATCH_SIZE
    if grid_size not in sizes:
        known = ", ".join(str(size * PATCH_SIZE) for size in sorted(sizes))
        reason = f"no architecture has a window of {window_size} pixels; known are {known}."
        raise IncompatibleModel(path=path, reason=reason)
    return resample_backbone(tensors, grid_size), sizes[grid_size]


def resample_backbone(tensors: Mapping[str, Tensor], grid_size: int) -> Tensors:
    """Return backbone tensors with patches of 16 pixels and a position table of this many a side.

    Both are resized by target size, as in the conversion that made the published backbones; the
    kernel's values are taken as an image and not renormalised.
    """
    kernel, table = tensors["patch_embed.proj.weight"], tensors["pos_embed"]
    if kernel.shape[2:] != (PATCH_SIZE, PATCH_SIZE):
        kernel = F.interpolate(kernel.float(), (PATCH_SIZE, PATCH_SIZE), mode="bicubic")
    stored = math.isqrt(table.shape[1] - 1)
    if stored != grid_size:
        grid = table[:, 1:].float().transpose(1, 2).unflatten(2, (stored, stored))
        grid = F.interpolate(grid, (grid_size, grid_size), mode="bicubic")
        table = torch.cat((table[:, :1].float(), grid.flatten(2).transpose(1, 2)), dim=1)
    return {**tensors, "patch_embed.proj.weight": kernel, "pos_embed": table}


def _matching(tensors: Mapping[str, Tensor], expected: Mapping[str, Tensor], path: Path) -> Tensors:
    """Return the expected tensors as float32, all there and all of the expected shape."""
    missing = [name for name in expected if name not in tensors]
    if missing:
        are_missing = "tensor is missing" if len(missing) == 1 else "tensors are missing"
        reason = f"{len(missing)} {are_missing}: {_listed(missing)}."
        raise IncompatibleModel(path=path, reason=reason)
    misshapen = [
        f"{name} is {tuple(tensors[name].shape)} instead of {tuple(tensor.shape)}"
        for name, tensor in expected.items()
        if tensors[name].shape != tensor.shape
    ]
    if misshapen:
        have = "tensor has" if len(misshapen) == 1 else "tensors have"
        reason = f"{len(misshapen)} {have} another shape: {_listed(misshapen)}."
        raise IncompatibleModel(path=path, reason=reason)
    return {name: tensors[name].float() for name in expected}


def _listed(names: Iterable[str]) -> str:
    shown = sorted(names)
    more = len(shown) - _NAMES_IN_A_SENTENCE
    text = ", ".join(shown[:_NAMES_IN_A_SENTENCE])
    return f"{text} and {more} more" if more > 0 else text
