"""What an adaptation starts from: a frozen network, whichever way it is described."""

from __future__ import annotations

from dataclasses import dataclass

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.training.quick.bands_only import REACH, bands_encoder, describe_bands
from crossearth_engine.training.quick.onnx_encoder import COARSEST_STRIDE, Encoder
from crossearth_engine.training.request import FinetuneRequest


@dataclass(frozen=True)
class FrozenNetwork:
    """A frozen network.

    Attributes:
        model: what is known of it.
        encoder: its graph.
        sha256: what identifies it.
        is_pretrained: whether it has learned anything.
        margin: pixels around a place that its features still see most of.
    """

    model: ModelInfo
    encoder: Encoder
    sha256: str
    is_pretrained: bool = True
    margin: int = COARSEST_STRIDE


def read_frozen_network(request: FinetuneRequest) -> FrozenNetwork:
    """Return what a request starts from.

    Raises:
        ModelNotFound, UnreadableModel, IncompatibleModel: if it cannot be used.
    """
    if request.model == BANDS_ID:
        model = describe_bands(request)
        return FrozenNetwork(model, bands_encoder(len(model.bands)), BANDS_ID, False, REACH)
    model = find_model(request.model)
    if model.weights.suffix.lower() != ".onnx":
        reason = (
            "the recipe quick needs an ONNX file. Export it first (crossearth models export), or "
            "use the recipe full."
        )
        raise IncompatibleModel(path=model.weights, reason=reason)
    return FrozenNetwork(model, Encoder.read(model.weights, model.window_size), model.verify())
