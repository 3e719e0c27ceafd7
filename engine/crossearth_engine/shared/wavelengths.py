"""At which wavelength a band of a raster was taken: by its metadata, its name, or what it shows.

For networks that know bands by nothing else. Opens no file.
"""

from __future__ import annotations

from collections.abc import Sequence

from .bands import RasterBand, meanings, wavelength_in

RADAR = 5.405
"""Stands for any channel of radar, by the authors of DOFA: the C band, in centimetres."""

# Centres, micrometres, as terratorch gives them for Sentinel-2 and Landsat.
_USUAL = {
    "coastal": 0.44,
    "blue": 0.49,
    "green": 0.56,
    "yellow": 0.605,
    "red": 0.665,
    "nir": 0.832,
    "nir08": 0.864,
    "nir09": 0.945,
    "cirrus": 1.373,
    "swir16": 1.61,
    "swir22": 2.2,
    "lwir": 10.9,
    **dict.fromkeys(("vv", "vh", "hh", "hv", "radar"), RADAR),
}
_RED_EDGES = (0.705, 0.74, 0.783)


def wavelengths_um(bands: Sequence[RasterBand], sensor_text: str = "") -> list[float | None]:
    """Return the wavelength of each band, micrometres, or None where nothing tells.

    Args:
        bands: of the raster, in order.
        sensor_text: name of the file and whatever else may name the sensor.
    """
    edges = iter(_RED_EDGES)
    found: list[float | None] = []
    for band, (meaning, _) in zip(bands, meanings(bands, sensor_text)):
        own = band.wavelength_um or wavelength_in(band.name)
        if own is None and meaning is None and band.color in _USUAL:
            meaning = band.color
        # Of several in the red edge each is the next one.
        usual = next(edges, None) if meaning == "rededge" else _USUAL.get(meaning or "")
        found.append(own or usual)
    return found
