"""An encoder of any bands, for those of a raster: known by wavelength, scaled by their spread."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_wavelengths import for_wavelengths
from crossearth_engine.raster.opening import bands_of
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.wavelengths import wavelengths_um
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
    bands = bands_of(path)
    waves = wavelengths_um([bands[i - 1] for i in own.indexes], Path(path).name)
    unknown = [str(index) for index, wave in zip(own.indexes, waves, strict=True) if wave is None]
    if unknown:
        reason = (
            f"{model.name} knows bands by their wavelengths, and nothing tells that of band "
            f"{', '.join(unknown)}. Name the bands in the file (Blue, B02, 490 nm, VV), or choose "
            "those that have one (--bands)."
        )
        raise InvalidRequest(reason=reason)
    proto = for_wavelengths(encoder.proto, [wave for wave in waves if wave is not None])
    names = ("bands", "mean", "std", "unit", "value_range", "clips")
    taken = {name: getattr(own.model, name) for name in names}
    return Encoder(proto, encoder.maps), replace(model, **taken), own.findings
