"""Prithvi-EO-2.0 with a head, in files of terratorch: recognised, with what is known of them.

They are run as they are, by PyTorch; other files of the same networks need to be told what their
classes are and how their pixels were scaled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.checkpoint import matching
from crossearth_engine.models.checkpoint_file import Tensors
from crossearth_engine.models.encoder_imagery import PRITHVI_2
from crossearth_engine.models.metadata import ModelInfo, numbered_classes
from crossearth_engine.models.registry import PRITHVI_SIZES, build
from crossearth_engine.networks.prithvi import position_table
from crossearth_engine.shared.model_values import FRACTION, REFLECTANCE
from crossearth_engine.shared.palette import NODATA, ClassInfo

_PREFIX = "model."
_CLASSIFIER = "head.head.2.weight"
_WINDOW, _PATCH = 224, 16


@dataclass(frozen=True)
class _Published:
    """What is known of a published file; mean and deviation are of reflectance."""

    name: str
    trained_on: str
    classes: tuple[ClassInfo, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    gsd_m: float
    window_size: int


_PUBLISHED = {
    "Prithvi-EO-V2-300M-TL-Sen1Floods11.pt": _Published(
        "Prithvi-EO-2.0, floods",
        "Sen1Floods11: Sentinel-2 Level-1C of eleven floods.",
        (ClassInfo(0, "no water", "#d9d2c0"), ClassInfo(1, "water", "#1f78b4")),
        (0.1412956, 0.13795798, 0.12353792, 0.30902815, 0.2044958, 0.11912015),
        (0.07406382, 0.07370365, 0.08692279, 0.11798815, 0.09772074, 0.07659938),
        10.0,
        224,
    ),
    "Prithvi_EO_V2_300M_BurnScars.pt": _Published(
        "Prithvi-EO-2.0, burn scars",
        "HLS of burn scars in the United States.",
        (ClassInfo(0, "not burned", "#d9d2c0"), ClassInfo(1, "burn scar", "#b2182b")),
        (0.033349707, 0.057011855, 0.058897481, 0.232324511, 0.197285485, 0.119449142),
        (0.022691356, 0.026807560, 0.040041098, 0.077917324, 0.087087388, 0.072419795),
        30.0,
        512,
    ),
}


@dataclass(frozen=True)
class FineTuned:
    """A network with a head out of a file.

    Attributes:
        tensors: exactly those of the network, float32.
        model: what is known of it; its ``weights`` is the file that it came in.
        unused: names of tensors in the file that the network does not have.
    """

    tensors: Tensors
    model: ModelInfo
    unused: tuple[str, ...]


def load_fine_tuned(tensors: Tensors, path: Path) -> FineTuned | None:
    """Return the Prithvi with a head that the tensors of a file are, or None if they are none.

    Args:
        tensors: of the file, by the names of terratorch, with or without ``model.``.
        path: of the file: by its name the published ones are known.

    Raises:
        IncompatibleModel: if tensors are missing or misshapen, or its sizes are not known.
    """
    own = {name.removeprefix(_PREFIX): tensor for name, tensor in tensors.items()}
    kernel = own.get("encoder.patch_embed.proj.weight")
    if _CLASSIFIER not in own or kernel is None or kernel.ndim != 5:
        return None
    width = kernel.shape[0]
    size = next((name for name, sizes in PRITHVI_SIZES.items() if sizes[0] == width), None)
    if size is None or kernel.shape[1] != len(PRITHVI_2.bands):
        reason = f"no Prithvi with a head has {kernel.shape[1]} bands and width {width}."
        raise IncompatibleModel(path=path, reason=reason)
    has_tl = "encoder.temporal_embed_enc.scale" in own
    decoder = "unet" if any(name.startswith("decoder.decoder.") for name in own) else "upernet"
    architecture = f"prithvi-{size}{'-tl' * has_tl}-{decoder}"
    count = len(own[_CLASSIFIER])
    if not 2 <= count < NODATA:
        reason = f"it tells {count} classes apart; a map holds 2 to {NODATA - 1}."
        raise IncompatibleModel(path=path, reason=reason)
    network = build(architecture, count, kernel.shape[1])
    own["encoder.pos_embed"] = position_table(width, 1, _WINDOW // _PATCH)
    expected = network.state_dict()
    fitting = matching(own, expected, path)
    unused = tuple(sorted(own.keys() - expected.keys()))
    return FineTuned(fitting, _describe(architecture, count, path), unused)


def _describe(architecture: str, count: int, path: Path) -> ModelInfo:
    known = _PUBLISHED.get(path.name)
    model = ModelInfo(
        id="",
        name=known.name if known else path.stem,
        description=f"{architecture}, {count} classes, from {path.name}.",
        license="Apache-2.0" if known else "unknown",
        trained_on=known.trained_on if known else "",
        weights=path,
        architecture=architecture,
        bands=PRITHVI_2.bands,
        mean=PRITHVI_2.mean,
        std=PRITHVI_2.std,
        unit=REFLECTANCE,
        value_range=FRACTION,
        window_size=_WINDOW,
        overlap=_WINDOW // 4,
        gsd_m=PRITHVI_2.gsd_m,
        gsd_range_m=None,
        classes=numbered_classes(count),
        scores="logits",
        assumed=("classes", "window", "scaling"),
    )
    if known is None or len(known.classes) != count:
        return model
    return replace(
        model,
        classes=known.classes,
        mean=known.mean,
        std=known.std,
        gsd_m=known.gsd_m,
        window_size=known.window_size,
        overlap=known.window_size // 4,
        assumed=(),
    )
