"""Tensors of checkpoints to weights of a network of ours: checking, converting, saving.

Backbone and head may lie in one file or in two, pickled or as safetensors. What comes out has the
tensor names and shapes of a network of ours, or is refused with a sentence that says why.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from crossearth_engine.errors import (
    DiskFull,
    IncompatibleModel,
    MissingPackage,
    OutputNotWritable,
)

try:
    import safetensors
    import safetensors.torch
    import torch
except ImportError as error:
    raise MissingPackage(package="torch", requirement="torch safetensors") from error

from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

from crossearth_engine.models.checkpoint_file import Tensors, listed, read_tensors
from crossearth_engine.networks import rvsa, unfamiliarity
from crossearth_engine.networks.crossearth import CONFIGS, CrossEarth, CrossEarthConfig
from crossearth_engine.networks.dinov2 import PATCH_SIZE
from crossearth_engine.networks.unfamiliarity import Unfamiliarity

DEFAULT_WINDOW_SIZE = 512


@dataclass(frozen=True)
class Checkpoint:
    """Weights of a whole network, or of its backbone.

    Attributes:
        architecture: its name in `crossearth_engine.models.registry`.
        num_classes: without "no object"; 0 of a backbone that has no head yet.
        in_channels: bands of the input.
        tensors: float32, exactly those that the network, or its backbone, has.
        unused: names of the other tensors in the files.
        unfamiliarity: what tells how unlike its training imagery a place is; empty if nothing does.
    """

    architecture: str
    num_classes: int
    in_channels: int
    tensors: Tensors
    unused: tuple[str, ...]
    unfamiliarity: Tensors = field(default_factory=dict)

    @property
    def config(self) -> CrossEarthConfig:
        """Sizes of the network."""
        return CONFIGS[self.architecture]


def load_crossearth(
    path: Path,
    backbone: Path | None = None,
    window_size: int = DEFAULT_WINDOW_SIZE,
    tensors: Tensors | None = None,
) -> Checkpoint:
    """Return a CrossEarth checkpoint from the file of a segmentor, and of its backbone if apart.

    A file with nothing but a backbone gives a checkpoint of no classes, which has to be adapted.

    Args:
        path: holds ``backbone.`` and ``decode_head.`` tensors, perhaps of the adapter only; or is a
            DINOv2 file as for ``backbone``.
        backbone: a DINOv2 file, converted or as published, for backbone tensors not in ``path``.
        window_size: for which a published DINOv2 file is converted, pixels; a position table that
            is already of a known size is kept.
        tensors: what `read_tensors` returns of ``path``, if it was read before.

    Raises:
        UnreadableModel: if a file is truncated, no checkpoint, or holds code.
        IncompatibleModel: if tensors are missing or misshapen, or belong to another network.
    """
    tensors = read_tensors(path) if tensors is None else tensors
    if rvsa.is_rvsa(tensors):
        raise IncompatibleModel(path=path, reason=rvsa.describe(tensors))
    if not any(name.startswith("decode_head.") for name in tensors):
        if "pos_embed" in tensors or "backbone.pos_embed" in tensors:
            return _load_backbone(tensors, window_size, path)
        reason = (
            "it holds no tensors of CrossEarth (backbone. and decode_head.), nor of an encoder "
            "that is known here: DINOv2, SoftCon, TerraMind, Prithvi-EO-2.0, DOFA."
        )
        raise IncompatibleModel(path=path, reason=reason)
    if backbone is not None:
        plain = _plain_backbone(read_tensors(backbone), backbone)
        tensors = {**_with_prefix(plain), **tensors}
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
    tensors.update(_with_prefix(converted))
    num_classes = len(classifier) - 1
    in_channels = converted["patch_embed.proj.weight"].shape[1]
    with torch.device("meta"):
        expected = CrossEarth(CONFIGS[architecture], num_classes, in_channels).state_dict()
    fitting = matching(tensors, expected, path)
    known = read_unfamiliarity(tensors, path)
    unused = tuple(
        sorted(
            name
            for name in tensors.keys() - expected.keys()
            if known is None or not name.startswith(unfamiliarity.PREFIX)
        )
    )
    told = dict(known.named_buffers()) if known else {}
    return Checkpoint(architecture, num_classes, in_channels, fitting, unused, told)


def read_unfamiliarity(tensors: Mapping[str, Tensor], path: Path) -> Unfamiliarity | None:
    """Return what tells how unlike the training a place is, of the tensors of a file, if it does.

    Args:
        tensors: of the file.
        path: of the file, for messages.

    Raises:
        IncompatibleModel: if it is damaged.
    """
    told = _part(tensors, unfamiliarity.PREFIX)
    try:
        return Unfamiliarity(told) if told else None
    except ValueError as error:
        raise IncompatibleModel(path=path, reason=f"{error}.") from error


def _load_backbone(tensors: Tensors, window_size: int, path: Path) -> Checkpoint:
    """Return a DINOv2 backbone for a window of this size, as a checkpoint of no classes."""
    plain = _plain_backbone(tensors, path)
    converted, architecture = _fit_backbone(plain, window_size, path)
    in_channels = converted["patch_embed.proj.weight"].shape[1]
    with torch.device("meta"):
        network = CrossEarth(CONFIGS[architecture], 1, in_channels)
    expected = {
        name: tensor
        for name, tensor in network.backbone.state_dict().items()
        if not name.startswith("reins.")
    }
    fitting = matching(converted, expected, path)
    unused = tuple(sorted(plain.keys() - expected.keys()))
    return Checkpoint(architecture, 0, in_channels, _with_prefix(fitting), unused)


def save(checkpoint: Checkpoint, path: Path) -> None:
    """Write the weights as safetensors; the file appears when it is complete.

    Raises:
        DiskFull, OutputNotWritable: if it cannot be written.
    """
    told = {unfamiliarity.PREFIX + name: x for name, x in checkpoint.unfamiliarity.items()}
    save_tensors({**checkpoint.tensors, **told}, path)


def save_tensors(tensors: Mapping[str, Tensor], path: Path) -> None:
    """Write tensors as safetensors; the file appears when it is complete.

    Raises:
        DiskFull, OutputNotWritable: if it cannot be written.
    """
    partial = path.with_name(f".{path.name}.partial")
    try:
        partial.touch()
        mode = partial.stat().st_mode  # of any new file here; safetensors makes private ones
        safetensors.torch.save_file(
            {name: tensor.contiguous() for name, tensor in tensors.items()},
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


def _part(tensors: Mapping[str, Tensor], prefix: str) -> Tensors:
    return {
        name.removeprefix(prefix): tensor
        for name, tensor in tensors.items()
        if name.startswith(prefix)
    }


def _with_prefix(tensors: Mapping[str, Tensor]) -> Tensors:
    return {f"backbone.{name}": tensor for name, tensor in tensors.items()}


def _plain_backbone(tensors: Tensors, path: Path) -> Tensors:
    """Return the tensors of a backbone file under names without prefix, adapter left out."""
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


def matching(tensors: Mapping[str, Tensor], expected: Mapping[str, Tensor], path: Path) -> Tensors:
    """Return the expected tensors as float32, all there and all of the expected shape.

    Args:
        tensors: of a file.
        expected: of a network, perhaps without memory.
        path: of the file, for messages.

    Raises:
        IncompatibleModel: if one is missing, has another shape, or holds no numbers of floating
            point, or what is no number at all.
    """
    missing = [name for name in expected if name not in tensors]
    if missing:
        are_missing = "tensor is missing" if len(missing) == 1 else "tensors are missing"
        reason = f"{len(missing)} {are_missing}: {listed(missing)}."
        raise IncompatibleModel(path=path, reason=reason)
    misshapen = [
        f"{name} is {tuple(tensors[name].shape)} instead of {tuple(tensor.shape)}"
        for name, tensor in expected.items()
        if tensors[name].shape != tensor.shape
    ]
    if misshapen:
        have = "tensor has" if len(misshapen) == 1 else "tensors have"
        reason = f"{len(misshapen)} {have} another shape: {listed(misshapen)}."
        raise IncompatibleModel(path=path, reason=reason)
    floating = [name for name, tensor in expected.items() if tensor.is_floating_point()]
    # Integers are weights in steps that nothing here tells; of complex numbers a half would go.
    others = [
        f"{name} ({str(tensors[name].dtype).removeprefix('torch.')})"
        for name in floating
        if not tensors[name].is_floating_point()
    ]
    if others:
        reason = f"its weights are not stored as floating-point numbers: {listed(others)}."
        raise IncompatibleModel(path=path, reason=reason)
    fitting = {name: tensors[name].float() for name in expected}
    # One of them makes the sum none, too.
    damaged = [name for name in floating if not math.isfinite(fitting[name].sum())]
    if damaged:
        reason = f"its weights are damaged: what is no number is in {listed(damaged)}."
        raise IncompatibleModel(path=path, reason=reason)
    return fitting
