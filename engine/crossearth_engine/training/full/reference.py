"""What CrossEarth knows of its training imagery: fitted once its training is done."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor

from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.networks.crossearth import CrossEarth
from crossearth_engine.networks.unfamiliarity import Unfamiliarity
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.shared.products import UNFAMILIAR
from crossearth_engine.training.quick.reference import (
    CELLS,
    REACH,
    Imagery,
    Reference,
    features_of,
    fit_reference,
)


@torch.inference_mode()
def fit_unfamiliarity(
    network: CrossEarth, model: ModelInfo, windows: Iterable[Imagery]
) -> Unfamiliarity | None:
    """Return what tells how unlike its training a place is; None where there is too little of it.

    Args:
        network: trained; left in evaluation mode, where it is.
        model: how pixels are scaled for it.
        windows: of the training imagery, of the network's size, near ones after each other.
    """
    grid_size = network.config.grid_size
    if grid_size % CELLS:
        return None
    network.eval()
    device = next(network.parameters()).device
    mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
    features = []
    for pixels, valid in windows:
        shown = torch.from_numpy(normalize(pixels, valid, mean, std)[None]).to(device)
        maps = [item[0].float().cpu().numpy() for item in network.backbone(shown)]
        features.append(features_of(maps, valid))
    reference = fit_reference(features)
    if reference is None:
        return None
    return Unfamiliarity(tensors_of(reference, grid_size // CELLS))


def tensors_of(reference: Reference, edge: int) -> dict[str, Tensor]:
    """Return a reference as `Unfamiliarity` takes it; ``edge``: pixels of the maps along a cell."""
    law = [math.log(1 - UNFAMILIAR), reference.steepness, edge, REACH]
    return {
        # In units of the limit: powers of the distance itself may become too large.
        "weights": torch.from_numpy(reference.spread.weights / np.float32(reference.limit)),
        "bias": torch.from_numpy(reference.spread.bias / np.float32(reference.limit)),
        "law": torch.tensor(law),
    }
