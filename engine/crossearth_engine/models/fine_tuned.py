"""Prithvi-EO-2.0 with a head, in files of terratorch: recognised, with what is known of them.

They are run as they are, by PyTorch; other files of the same networks need to be told what their
classes are and how their pixels were scaled.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.checkpoint import matching
from crossearth_engine.models.checkpoint_file import Tensors
from crossearth_engine.models.encoder_imagery import PRITHVI_2
from crossearth_engine.models.metadata import ModelInfo, numbered_classes
from crossearth_engine.models.registry import PRITHVI_SIZES, build
from crossearth_engine.networks.prithvi import position_table
from crossearth_engine.shared.model_values import FRACTION, REFLECTANCE
from crossearth_engine.shared.palette import NODATA

_PREFIX = "model."
_CLASSIFIER = "head.head.2.weight"
_WINDOW, _PATCH = 224, 16


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
        path: of the file.

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
    return ModelInfo(
        id="",
        name=path.stem,
        description=f"{architecture}, {count} classes, from {path.name}.",
        license="unknown",
        trained_on="",
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
