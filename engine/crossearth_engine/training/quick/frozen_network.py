"""What an adaptation starts from: a frozen network, whichever way it is described."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from crossearth_engine.digests import digest_of
from crossearth_engine.errors import IncompatibleModel, InvalidRequest, WrongBandCount
from crossearth_engine.inference.encoder_bands import lacking, of_bands, present_bands
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.opened import bands_of
from crossearth_engine.shared.addresses import file_name
from crossearth_engine.shared.bands import ANY_BANDS, choose_bands
from crossearth_engine.shared.dates import Dated, Dates, band_of, dates_named, dates_of
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.model_places import path_of
from crossearth_engine.shared.model_values import DECIBELS, REFLECTANCE
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.training.quick.bands_only import (
    OF_BANDS,
    OVERLAP,
    bands_encoder,
    describe_bands,
)
from crossearth_engine.training.quick.half_size import with_half_size
from crossearth_engine.training.quick.lacking_bands import seeing_bands
from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap
from crossearth_engine.training.quick.reference import Reference, judged_maps, references_in
from crossearth_engine.training.quick.side_by_side import (
    BETWEEN,
    MOST,
    Placed,
    check_together,
    joined,
)
from crossearth_engine.training.quick.texture import PREFIX, REACH, with_texture
from crossearth_engine.training.quick.wavelengths import for_bands_of
from crossearth_engine.training.request import Seeing, of_one_date


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
        parts: the models that it is made of, side by side; empty: it is one.
        looks_twice: whether it looks at the image made half the size, too, if it can.
    """

    model: ModelInfo
    encoder: Encoder
    sha256: str
    is_pretrained: bool
    margin: int
    judged_maps: tuple[FeatureMap, ...]
    findings: tuple[Finding, ...] = ()
    references: tuple[Reference, ...] = ()
    parts: tuple[ModelInfo, ...] = ()
    looks_twice: bool = False

    @property
    def is_optional(self) -> bool:
        """Whether the bands alone are tried, too: what is no RGB may be of no use here."""
        return self.model.is_encoder or self.model.unit in (REFLECTANCE, DECIBELS)

    def networks_in(self, maps: str) -> int:
        """Return how many networks a set of maps, by its name, takes."""
        return 0 if maps == BANDS_ID else maps.count(BETWEEN) + 1

    def model_of(self, maps: str) -> ModelInfo:
        """Return what is known of the networks of a set of maps, by its name."""
        if maps == BANDS_ID:
            overlap = min(self.model.overlap, OVERLAP)
            return replace(self.model, **OF_BANDS, overlap=overlap, scores="logits")
        chosen = [part for part in self.parts if part.id in maps.split(BETWEEN)]
        if not chosen:
            return self.model
        return replace(
            self.model,
            name=" and ".join(part.name for part in chosen),
            license=" AND ".join(dict.fromkeys(part.license for part in chosen)),
            architecture=" and ".join(dict.fromkeys(part.architecture for part in chosen)),
        )

    def looking_twice(self) -> FrozenNetwork:
        """Return the network with its maps of the image made half the size beside the others.

        For pixels finer than it was trained on: the head takes what it can use of either.
        """
        encoder = with_half_size(self.encoder, self.model.window_size)
        margin = max(item.stride for maps in encoder.maps.values() for item in maps)
        return replace(self, encoder=encoder, margin=margin, looks_twice=True)

    def with_texture(self) -> FrozenNetwork:
        """Return the network with colour and texture of the image beside its maps."""
        encoder = with_texture(self.encoder, len(self.model.bands))
        texture = tuple(m for m in max(encoder.maps.values(), key=len) if m.name.startswith(PREFIX))
        if self.is_optional and texture:
            encoder = Encoder(encoder.proto, {BANDS_ID: texture, **encoder.maps})
        return replace(self, encoder=encoder)


def read_frozen_network(request: Seeing) -> FrozenNetwork:
    """Return what a request starts from.

    Raises:
        ModelNotFound, UnreadableModel, IncompatibleModel: if it cannot be used.
    """
    if request.model == BANDS_ID:
        own = describe_bands(request)
        encoder = bands_encoder(len(own.model.bands))
        judged = judged_maps(max(encoder.maps.values(), key=len))
        return FrozenNetwork(own.model, encoder, BANDS_ID, False, REACH, judged, own.findings)
    names = [name.strip() for name in request.model.split(",")]
    is_one = len(names) == 1 or path_of(request.model) is not None
    dates = dates_named(request.rasters[0])
    if dates is not None and is_one:
        return _on_dates(dates, request)
    if dates is not None:
        reason = "Several encoders side by side see one date: take one, or the bands alone."
        raise InvalidRequest(reason=reason)
    return _read(request.model, request) if is_one else _side_by_side(names, request)


def _read(name: str, request: Seeing) -> FrozenNetwork:
    """Return the network of a model, by id or path."""
    model = find_model(name)
    if model.weights.suffix.lower() != ".onnx":
        reason = "the recipe quick needs an ONNX file. Export it first (crossearth models export)"
        has_other = not model.architecture.startswith("prithvi-")
        reason += ", or use the recipe full." if has_other else ", and adapt what was exported."
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


def _on_dates(dates: Dates, request: Seeing) -> FrozenNetwork:
    """Return a network that is shown each date by itself; one that has learned dates as it is.

    Raises:
        InvalidRequest: if nothing tells which bands it gets on a date.
    """
    if dates_of(find_model(request.model).bands):
        return _read(request.model, request)
    networks = [_read(request.model, of_one_date(request, own, dates)) for own in dates.rasters]
    first = networks[0]
    placed, before = [], 0
    for own, network in zip(dates.rasters, networks, strict=True):
        model = network.model
        if model.bands != first.model.bands:
            lacked = ", ".join(sorted({*model.bands} ^ {*first.model.bands}))
            reason = (
                f"Not all dates have the same bands for {model.name} ({lacked}): name them in the "
                "files, or take the bands alone (--model bands)."
            )
            raise InvalidRequest(reason=reason)
        indexes = tuple(before + index for index in _indexes(own, dates, model))
        called = tuple(band_of(own.date, name) for name in model.bands)
        placed.append(Placed(replace(model, bands=called), first.encoder, indexes))
        before += len(bands_of(replace(dates, rasters=(own,)).name))
    joint, encoder = joined(placed)
    maps = max(encoder.maps.values(), key=len)
    named = {name: getattr(first.model, name) for name in ("id", "name", "license", "scores")}
    return replace(
        first,
        model=replace(joint, **named, gsd_range_m=first.model.gsd_range_m),
        encoder=Encoder(encoder.proto, {first.model.id: maps}),
        sha256=digest_of({"on dates": [network.sha256 for network in networks]}),
        judged_maps=(),
        findings=tuple(dict.fromkeys(found for network in networks for found in network.findings)),
        references=(),
    )


def _indexes(own: Dated, dates: Dates, model: ModelInfo) -> list[int]:
    """Return which of the bands of a date, from 1, a model is shown."""
    bands = bands_of(own.path)
    if dates.bands is not None:
        found = [*range(1, len(dates.bands) + 1)]
    else:
        found = [c.index for c in choose_bands(model.bands, bands, file_name(own.path))]
    if len(found) != len(model.bands):
        raise WrongBandCount(
            path=own.path,
            needed=len(model.bands),
            names=", ".join(model.bands),
            given=",".join(map(str, dates.bands or found)) or "none",
            available=len(bands),
            example=",".join(str(min(i + 1, len(bands))) for i in range(len(model.bands))),
        )
    return found


def _side_by_side(names: list[str], request: Seeing) -> FrozenNetwork:
    """Return several encoders as one.

    Raises:
        InvalidRequest: if they do not go together, or nothing tells which bands they get.
    """
    if len(names) > MOST or len({*names}) < len(names):
        reason = f"Side by side there are up to {MOST} encoders, each of them once."
        raise InvalidRequest(reason=reason)
    if request.bands is not None:
        reason = (
            "Which bands of the raster they are cannot be said for several encoders: name the "
            "bands in the file, or take one encoder."
        )
        raise InvalidRequest(reason=reason)
    networks = [_read(name, request) for name in names]
    check_together([network.model for network in networks])
    path = request.rasters[0]
    bands = bands_of(path)
    placed = []
    for network in networks:
        choices = choose_bands(network.model.bands, bands, Path(path).name)
        if any(choice.reason == "order" for choice in choices):
            reason = (
                f"Nothing tells which of the bands of {Path(path).name} are those of "
                f"{network.model.name}: name them in the file, or take one encoder."
            )
            raise InvalidRequest(reason=reason)
        indexes = tuple(choice.index for choice in choices)
        placed.append(Placed(network.model, network.encoder, indexes))
    model, encoder = joined(placed)
    return FrozenNetwork(
        model,
        encoder,
        digest_of({"side by side": [network.sha256 for network in networks]}),
        True,
        max(network.margin for network in networks),
        (),
        findings=tuple(finding for network in networks for finding in network.findings),
        parts=tuple(network.model for network in networks),
    )


def _for_rasters(network: FrozenNetwork, request: Seeing) -> FrozenNetwork:
    """Return an encoder of other sensors, which may do without some of its bands."""
    model, (maps,) = network.model, network.encoder.maps.values()
    # The deeper ones tell what is on the ground more than how it is seen.
    network = replace(network, judged_maps=maps[: len(maps) // 2], references=())
    if model.bands == ANY_BANDS:
        encoder, model, findings = for_bands_of(network.encoder, model, request)
        return replace(network, encoder=encoder, model=model, findings=findings)
    places = present_bands(model, request.rasters, request.bands)
    if len(places) == len(model.bands):
        return network
    return replace(
        network,
        model=of_bands(model, places),
        encoder=seeing_bands(network.encoder, places),
        findings=(lacking(model, places),),
    )
