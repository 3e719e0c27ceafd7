"""Encoders of other sensors in the files of their authors: recognised by their tensors, and loaded.

An encoder knows no classes: it turns an image into maps of features, from which a head learns. What
is known of each is its authors' word: bands in order, mean and deviation, what they measure, pixel
size, licence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossearth_engine.arrays import FloatArray
from crossearth_engine.errors import IncompatibleModel, MissingPackage
from crossearth_engine.models.checkpoint import matching
from crossearth_engine.models.checkpoint_file import Tensors
from crossearth_engine.models.encoder_imagery import (
    ANY_IMAGERY,
    PRITHVI_2,
    SSL4EO_S1,
    SSL4EO_S2,
    TERRAMIND,
    TERRAMIND_KEYS,
    Imagery,
    joined,
)
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.model_values import UNITS

try:
    import torch
except ImportError as error:
    raise MissingPackage(package="torch", requirement="torch safetensors") from error

from torch import Tensor, nn

from crossearth_engine.networks.dinov2 import DinoV2
from crossearth_engine.networks.dofa import Dofa
from crossearth_engine.networks.prithvi import Prithvi, position_table
from crossearth_engine.networks.terramind import PATCH_SIZE as TERRAMIND_PATCH
from crossearth_engine.networks.terramind import TerraMind

HEAD_WIDTH = 64
"""Channels of an attention head, in all that is published."""
LEVELS = 4
"""Maps that an encoder gives, after equal shares of its depth."""
MOST_PATCHES = 64
"""Along the edge of a window: the memory that takes grows with the fourth power, to about 2 GB."""

_SOFTCON = {len(imagery.bands): imagery for imagery in (SSL4EO_S2, SSL4EO_S1)}
_SOFTCON_PATCH = 14
# The authors bring mean - 2 deviations to 0 and mean + 2 deviations to 1, and cut off the rest.
_SOFTCON_SPREAD = 4.0
_SOFTCON_NOTE = (
    "The code of the authors is under Apache-2.0; which licence its weights have is theirs to say."
)
# The position tables of the files are of several images and tell no edge; all were trained at this.
_PRITHVI_WINDOW = 224
# Width, positions of three images, and neither time nor place: the only one like that.
_PRITHVI_1 = (768, (3 * 14**2 + 1, 768), False)
_TRIED_WAVELENGTHS = (0.49, 0.56, 0.665, 0.842, 2.19)
# Where trainers keep an encoder: those of TorchGeo, for classes, and before any are known.
_TRAINERS_PREFIXES = ("model.", "backbone.", "model.backbone.model.")
_PATCH_KERNEL = "patch_embed.proj.weight"
_DOFA_TOKENS = "patch_embed.weight_generator.weight_tokens"
# The only ones whose heads are not as wide as those of all others: Prithvi 600M and DOFA huge.
_HUGE = (1280, 16)


class SoftCon(nn.Module):
    """The encoder of SoftCon on pixels of mean 0 and deviation 1, as the authors scale them.

    They were cut to 8 bits besides, which is not done here.
    """

    def __init__(self, encoder: DinoV2) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, image: Tensor) -> list[Tensor]:
        """Return maps (B, width, H/14, W/14) of an image (B, C, H, W)."""
        maps: list[Tensor] = self.encoder((image / _SOFTCON_SPREAD + 0.5).clamp(0, 1))
        return maps


@dataclass(frozen=True)
class LoadedEncoder:
    """An encoder out of a file.

    Attributes:
        network: in evaluation mode; image (B, C, S, S), scaled by mean and deviation, to maps.
        model: what is known of it; its ``weights`` is the file that it came in.
        unused: names of tensors in the file that the network does not have.
        note: what else there is to know; empty: nothing.
        modalities: which of its sensors it takes, of an encoder of several; else empty.
        wavelengths_um: of bands to try it on, micrometres, of an encoder of any; else empty.
    """

    network: nn.Module
    model: ModelInfo
    unused: tuple[str, ...]
    note: str = ""
    modalities: tuple[str, ...] = ()
    wavelengths_um: tuple[float, ...] = ()

    @property
    def num_bands(self) -> int:
        """How many bands it is tried on."""
        return len(self.wavelengths_um or self.model.bands)

    def maps(self, pixels: FloatArray) -> list[FloatArray]:
        """Return the maps (B, C, h, w) float32 of windows (B, num_bands, S, S) float32."""
        inputs = [torch.from_numpy(pixels)]
        if self.wavelengths_um:
            inputs.append(torch.tensor(self.wavelengths_um))
        with torch.inference_mode():
            return [item.numpy() for item in self.network(*inputs)]

    def write(self, path: Path) -> None:
        """Write the network as ONNX, with outputs ``map0``, ``map1``, … for its own window.

        Raises:
            MissingPackage: if a package for that is missing.
        """
        from crossearth_engine.models.onnx_export import export_onnx

        export_onnx(
            self.network,
            self.model,
            path,
            is_half_stored=False,
            is_size_dynamic=False,
            outputs=[f"map{level}" for level in range(LEVELS)],
            wavelengths_um=self.wavelengths_um,
        )

    def forget(self) -> None:
        """Give back the memory of the weights; nothing can be computed or written any more."""
        self.network.to("meta")

    def call_at_layers(self, check: Callable[[], None]) -> None:
        """Have a function called before each layer: a run cannot be stopped from outside."""
        for layer in self.network.modules():
            layer.register_forward_pre_hook(lambda *_: check())


def load_encoder(
    tensors: Tensors,
    path: Path,
    window_size: int | None = None,
    bands: Sequence[str] | None = None,
) -> LoadedEncoder | None:
    """Return the encoder that the tensors of a file are, or None if they are none that is known.

    Args:
        tensors: of the file, by the names of its authors, or of TorchGeo and its trainers.
        path: of the file, for messages.
        window_size: edge of the windows that it will be shown, pixels; None: as it was trained.
        bands: what a person calls them; of an encoder of several sensors the names of those that
            are used.

    Raises:
        IncompatibleModel: if tensors are missing or misshapen, or it takes no such window.
    """
    tensors = _without_trainers_prefix(tensors)
    if _is_softcon(tensors):
        return _load_softcon(tensors, path, window_size)
    if any(name.startswith("encoder_embeddings.") for name in tensors):
        return _load_terramind(tensors, path, window_size, bands)
    for prefix in ("encoder.", ""):  # of the authors' autoencoder, and of TorchGeo
        kernel = tensors.get(prefix + _PATCH_KERNEL)
        if kernel is not None and kernel.ndim == 5:
            return _load_prithvi(tensors, prefix, path, window_size)
    if _DOFA_TOKENS in tensors:
        return _load_dofa(tensors, path, window_size)
    return None


def _without_trainers_prefix(tensors: Tensors) -> Tensors:
    """Return the tensors by the names that the encoder gives them."""
    for prefix in _TRAINERS_PREFIXES:
        if tensors.keys() & {prefix + _PATCH_KERNEL, prefix + _DOFA_TOKENS}:
            return {name.removeprefix(prefix): tensor for name, tensor in tensors.items()}
    return tensors


def _is_softcon(tensors: Mapping[str, Tensor]) -> bool:
    """Whether these are tensors of DINOv2 with the bands of SoftCon."""
    kernel = tensors.get("patch_embed.proj.weight")
    return (
        kernel is not None
        and kernel.ndim == 4
        and kernel.shape[1] in _SOFTCON
        and kernel.shape[2:] == (_SOFTCON_PATCH, _SOFTCON_PATCH)
        and "pos_embed" in tensors
    )


def _load_softcon(tensors: Tensors, path: Path, window_size: int | None) -> LoadedEncoder:
    imagery = _SOFTCON[tensors["patch_embed.proj.weight"].shape[1]]
    width, depth = tensors["patch_embed.proj.weight"].shape[0], _depth(tensors, "blocks.", path)
    grid_size = _grid_size(tensors["pos_embed"], path)
    with torch.device("meta"):
        network = DinoV2(
            width,
            depth,
            _num_heads(width, path),
            grid_size,
            _levels(depth),
            len(imagery.bands),
            patch_size=_SOFTCON_PATCH,
            is_normed=True,
        )
    # Of training by masked images only; torchgeo's copy of the file has none.
    unused = _fill(network, {"mask_token": torch.zeros(1, width), **tensors}, path)
    model = _describe(
        "SoftCon",
        imagery,
        path,
        window_size or grid_size * _SOFTCON_PATCH,
        _SOFTCON_PATCH,
        license="unknown",
        trained_on=f"{imagery.name} all over the world, without labels drawn for it (SSL4EO-S12).",
    )
    return LoadedEncoder(SoftCon(network).eval(), model, unused, _SOFTCON_NOTE)


def _load_terramind(
    tensors: Tensors, path: Path, window_size: int | None, bands: Sequence[str] | None
) -> LoadedEncoder:
    """Return TerraMind on the modalities that ``bands`` names, else on Sentinel-2 Level-2A."""
    if "encoder.0.mlp.fc1.bias" not in tensors:
        reason = "it is a TerraMind of another size than tiny and small, which is not known here."
        raise IncompatibleModel(path=path, reason=reason)
    chosen = tuple(dict.fromkeys(bands)) if bands and {*bands} <= {*TERRAMIND} else ("S2L2A",)
    imagery = joined([TERRAMIND[name] for name in chosen])
    if bands and not {*bands} <= {*TERRAMIND} and len(bands) != len(imagery.bands):
        reason = f"it takes {', '.join(TERRAMIND)} (--bands), and not {', '.join(bands)}."
        raise IncompatibleModel(path=path, reason=reason)
    if len({*imagery.bands}) < len(imagery.bands):
        reason = f"{' and '.join(chosen)} have bands of the same names: take one of them (--bands)."
        raise IncompatibleModel(path=path, reason=reason)
    counts = {TERRAMIND_KEYS[name]: len(TERRAMIND[name].bands) for name in chosen}
    # All modalities have the same one.
    table = _tensor(tensors, f"encoder_embeddings.{TERRAMIND_KEYS[chosen[0]]}.pos_emb", path)
    grid_size = _grid_size(table, path, extra=0)
    width, depth = table.shape[-1], _depth(tensors, "encoder.", path)
    with torch.device("meta"):
        network = TerraMind(
            counts, width, depth, _num_heads(width, path), grid_size, _levels(depth)
        )
    unused = _fill(network, tensors, path)
    model = _describe(
        "TerraMind",
        imagery,
        path,
        window_size or grid_size * TERRAMIND_PATCH,
        TERRAMIND_PATCH,
        license="Apache-2.0",
        trained_on="Nine kinds of images of the same places all over the world (TerraMesh).",
    )
    return LoadedEncoder(network.eval(), model, unused, modalities=chosen)


def _load_prithvi(
    tensors: Tensors, prefix: str, path: Path, window_size: int | None
) -> LoadedEncoder:
    """Return Prithvi-EO-2.0 for single images, out of an autoencoder that saw series of them."""
    own = {
        # Older files have a wrapper in their names.
        name.removeprefix(prefix).replace("_timm_module.", ""): tensor
        for name, tensor in tensors.items()
        if name.startswith(prefix)
    }
    kernel = own["patch_embed.proj.weight"]
    width, bands, _, patch_size, _ = kernel.shape
    if bands != len(PRITHVI_2.bands) or patch_size < 1 or _PRITHVI_WINDOW % patch_size:
        reason = f"it takes {bands} bands and patches of {patch_size} pixels, unlike any Prithvi."
        raise IncompatibleModel(path=path, reason=reason)
    knows_time_and_place = "temporal_embed_enc.scale" in own
    if (width, own.get("pos_embed", kernel).shape[1:], knows_time_and_place) == _PRITHVI_1:
        reason = "it is Prithvi-EO-1.0, which saw other values than version 2.0 and is not known."
        raise IncompatibleModel(path=path, reason=reason)
    grid_size, depth = _PRITHVI_WINDOW // patch_size, _depth(own, "blocks.", path)
    sizes = width, depth, _num_heads(width, path), grid_size, _levels(depth), bands, patch_size
    with torch.device("meta"):
        network = Prithvi(*sizes, knows_time_and_place=knows_time_and_place)
    unused = _fill(network, {**own, "pos_embed": position_table(width, 1, grid_size)}, path)
    model = _describe(
        "Prithvi-EO-2.0",
        PRITHVI_2,
        path,
        window_size or _PRITHVI_WINDOW,
        patch_size,
        license="Apache-2.0",
        trained_on="HLS, harmonised Landsat and Sentinel-2, all over the world, without labels.",
    )
    others = sorted(name for name in tensors if not name.startswith(prefix))
    return LoadedEncoder(network.eval(), model, (*unused, *others))


def _load_dofa(tensors: Tensors, path: Path, window_size: int | None) -> LoadedEncoder:
    """Return DOFA, which learns which bands it gets when it is adapted."""
    table = _tensor(tensors, "pos_embed", path)
    grid_size, depth = _grid_size(table, path), _depth(tensors, "blocks.", path)
    width = table.shape[-1]
    # A row of the kernel holds a patch of each channel.
    rows = len(_tensor(tensors, "patch_embed.weight_generator.fc_weight.bias", path))
    patch_size = math.isqrt(rows // max(width, 1))
    if patch_size < 1:
        raise IncompatibleModel(path=path, reason="its kernel is smaller than a pixel.")
    with torch.device("meta"):
        network = Dofa(width, depth, _num_heads(width, path), grid_size, _levels(depth), patch_size)
    unused = _fill(network, tensors, path)
    model = _describe(
        "DOFA",
        ANY_IMAGERY,
        path,
        window_size or grid_size * patch_size,
        patch_size,
        license="CC-BY-4.0",
        trained_on="Sentinel-1, Sentinel-2, NAIP, Gaofen and EnMAP, without labels (Xiong et al.).",
    )
    return LoadedEncoder(network.eval(), model, unused, wavelengths_um=_TRIED_WAVELENGTHS)


def _describe(
    name: str,
    imagery: Imagery,
    path: Path,
    window_size: int,
    patch_size: int,
    *,
    license: str,
    trained_on: str,
) -> ModelInfo:
    """Return what is known of an encoder in a file.

    Raises:
        IncompatibleModel: if it takes no windows of this size.
    """
    if window_size % patch_size or window_size < 2 * patch_size:
        reason = f"its windows are whole patches of {patch_size} pixels, not {window_size} pixels."
        raise IncompatibleModel(path=path, reason=reason)
    if window_size > MOST_PATCHES * patch_size:
        reason = (
            f"its windows are at most {MOST_PATCHES} patches of {patch_size} pixels wide, not "
            f"{window_size} pixels: it compares each patch with each other one."
        )
        raise IncompatibleModel(path=path, reason=reason)
    return ModelInfo(
        id="",
        name=f"{name}, {imagery.name}",
        description=f"{name}, an encoder for {imagery.name}, from {path.name}; no classes yet: to "
        "be adapted.",
        license=license,
        trained_on=trained_on,
        weights=path,
        architecture=name.lower(),
        bands=imagery.bands,
        mean=imagery.mean,
        std=imagery.std,
        unit=imagery.unit,
        value_range=None if imagery.unit is None else UNITS[imagery.unit],
        window_size=window_size,
        # At the edge of a window patches know what is on one side only.
        overlap=min(4 * patch_size, window_size // 2),
        gsd_m=imagery.gsd_m,
        gsd_range_m=None,
        classes=(),
        scores="features",
    )


def _tensor(tensors: Mapping[str, Tensor], name: str, path: Path) -> Tensor:
    if name not in tensors:
        raise IncompatibleModel(path=path, reason=f"1 tensor is missing: {name}.")
    return tensors[name]


def _depth(tensors: Mapping[str, Tensor], prefix: str, path: Path) -> int:
    pattern = re.compile(rf"{re.escape(prefix)}(\d+)\.")
    depth = len({match[1] for name in tensors if (match := pattern.match(name))})
    if depth < LEVELS:
        reason = f"it has {depth} blocks; an encoder has at least {LEVELS}."
        raise IncompatibleModel(path=path, reason=reason)
    return depth


def _levels(depth: int) -> tuple[int, ...]:
    """Return the blocks after each quarter of the depth, from 0: the usual ones of these files."""
    return tuple(depth * (level + 1) // LEVELS - 1 for level in range(LEVELS))


def _num_heads(width: int, path: Path) -> int:
    if width == _HUGE[0]:
        return _HUGE[1]
    if width == 0 or width % HEAD_WIDTH:
        reason = f"its width {width} is no multiple of {HEAD_WIDTH}, as those of all encoders are."
        raise IncompatibleModel(path=path, reason=reason)
    return width // HEAD_WIDTH


def _grid_size(table: Tensor, path: Path, extra: int = 1) -> int:
    """Return the edge of a position table (1, extra + n, width), patches."""
    count = table.shape[1] - extra if table.ndim == 3 else 0
    size = math.isqrt(max(count, 0))
    if size == 0 or size**2 != count:
        reason = f"its position table is {tuple(table.shape)}, which fits no square of patches."
        raise IncompatibleModel(path=path, reason=reason)
    return size


def _fill(network: nn.Module, tensors: Tensors, path: Path) -> tuple[str, ...]:
    """Give a network, made without memory, its tensors; return the names of the others."""
    expected = network.state_dict()
    network.load_state_dict(matching(tensors, expected, path), assign=True)
    return tuple(sorted(tensors.keys() - expected.keys()))
