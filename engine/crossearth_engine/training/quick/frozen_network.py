"""What an adaptation starts from: a frozen network, whichever way it is described."""

from __future__ import annotations

from dataclasses import dataclass, replace

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.shared.bands import ANY_BANDS
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.training.quick.bands_only import bands_encoder, describe_bands
from crossearth_engine.training.quick.half_size import with_half_size
from crossearth_engine.training.quick.lacking_bands import (
    lacking,
    of_bands,
    present_bands,
    seeing_bands,
)
from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap
from crossearth_engine.training.quick.reference import Reference, judged_maps, references_in
from crossearth_engine.training.quick.texture import REACH, with_texture
from crossearth_engine.training.quick.wavelengths import for_bands_of
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
        judged_maps: those by which it is told what is unlike its training; the first of its maps.
        findings: what there is to tell of how it sees the rasters.
        references: what it knows of imagery by these maps.
    """

    model: ModelInfo
    encoder: Encoder
    sha256: str
    is_pretrained: bool
    margin: int
    judged_maps: tuple[FeatureMap, ...]
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()

    def looking_twice(self) -> FrozenNetwork:
        """Return the network with its maps of the image made half the size beside the others.

        For pixels finer than it was trained on: the head takes what it can use of either.
        """
        encoder = with_half_size(self.encoder, self.model.window_size)
        margin = max(item.stride for maps in encoder.maps.values() for item in maps)
        return replace(self, encoder=encoder, margin=margin)

    def with_texture(self) -> FrozenNetwork:
        """Return the network with colour and texture of the image beside its maps."""
        return replace(self, encoder=with_texture(self.encoder, len(self.model.bands)))


def read_frozen_network(request: FinetuneRequest) -> FrozenNetwork:
    """Return what a request starts from.

    Raises:
        ModelNotFound, UnreadableModel, IncompatibleModel: if it cannot be used.
    """
    if request.model == BANDS_ID:
        model = describe_bands(request)
        encoder = bands_encoder(len(model.bands))
        maps = max(encoder.maps.values(), key=len)
        return FrozenNetwork(model, encoder, BANDS_ID, False, REACH, judged_maps(maps))
    model = find_model(request.model)
    if model.weights.suffix.lower() != ".onnx":
        reason = (
            "the recipe quick needs an ONNX file. Export it first (crossearth models export), or "
            "use the recipe full."
        )
        raise IncompatibleModel(path=model.weights, reason=reason)
    encoder = Encoder.read(model.weights, model.window_size, is_encoder=model.is_encoder)
    (maps,) = encoder.maps.values()
    margin = max(item.stride for item in maps)
    judged = judged_maps(maps)
    network = FrozenNetwork(
        model,
        encoder,
        model.verify(),
        True,
        margin,
        judged,
        references=references_in(encoder.forgotten, judged),
    )
    return _for_rasters(network, request) if model.is_encoder else network


def _for_rasters(network: FrozenNetwork, request: FinetuneRequest) -> FrozenNetwork:
    """Return an encoder of other sensors, which may do without some of its bands."""
    model, (maps,) = network.model, network.encoder.maps.values()
    # The deeper ones tell what is on the ground more than how it is seen.
    network = replace(network, judged_maps=maps[: len(maps) // 2], references=())
    if model.bands == ANY_BANDS:
        encoder, model = for_bands_of(network.encoder, model, request)
        return replace(network, encoder=encoder, model=model)
    places = present_bands(model, request)
    if len(places) == len(model.bands):
        return network
    return replace(
        network,
        model=of_bands(model, places),
        encoder=seeing_bands(network.encoder, places),
        findings=(lacking(model, places),),
    )
