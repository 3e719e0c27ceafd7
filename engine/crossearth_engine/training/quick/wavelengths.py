"""An encoder of any bands, for those of a raster: known by wavelength, scaled by their spread."""

from __future__ import annotations

from dataclasses import replace

from crossearth_engine.inference.encoder_bands import wavelengths_of
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_wavelengths import for_wavelengths
from crossearth_engine.shared.findings import Finding
from crossearth_engine.training.quick.bands_only import describe_bands
from crossearth_engine.training.quick.onnx_encoder import Encoder
from crossearth_engine.training.request import Seeing


def for_bands_of(
    encoder: Encoder, model: ModelInfo, request: Seeing
) -> tuple[Encoder, ModelInfo, tuple[Finding, ...]]:
    """Return an encoder for the bands of the first raster of a request, and what is known of it.

    And what there is to tell of the bands that are left out.

    Its authors give no means and deviations for other imagery than their own pictures in bytes:
    those of the raster are taken.

    Raises:
        InvalidRequest: if nothing tells the wavelength of one of them.
        UnreadableRaster, WrongBandCount: if the raster cannot be used.
    """
    path = request.rasters[0]
    own = describe_bands(request)
    waves = wavelengths_of(model, path, own.indexes)
    proto = for_wavelengths(encoder.proto, waves)
    names = ("bands", "mean", "std", "unit", "value_range", "clips")
    taken = {name: getattr(own.model, name) for name in names}
    return Encoder(proto, encoder.maps), replace(model, **taken), own.findings
