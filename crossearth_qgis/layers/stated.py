"""What people set on a raster layer, in the engine's words: its CRS, its values without data."""

from __future__ import annotations

import math
import sys
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsRasterRange

NONE = "none"
"""Stands for no CRS at all, and for no value that is none."""

_AUTHORITIES = ("EPSG", "ESRI", "OGC", "IAU_2015")


def crs_text(crs: QgsCoordinateReferenceSystem) -> str:
    """Return what the engine understands of a CRS; `NONE` if there is none."""
    if not crs.isValid():
        return NONE
    # A user's own code means nothing outside this profile.
    if crs.authid().split(":", 1)[0] in _AUTHORITIES:
        return str(crs.authid())
    return str(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))


def as_parameters(said: dict[str, str]) -> dict[str, str]:
    """Return what was set on a layer as parameters of a segmentation, for where no layer is."""
    parameters = {name.upper(): text for name, text in said.items()}
    crs = parameters.get("CRS", "")
    if crs == NONE:
        # No parameter of QGIS says that there is none.
        del parameters["CRS"]
    elif crs and crs.partition(":")[0] not in _AUTHORITIES:
        parameters["CRS"] = f"WKT:{crs}"
    return parameters


def nodata_text(provider: Any) -> str:
    """Return the values without data of a layer, or an empty text where they are those of the file.

    Args:
        provider: of the layer.
    """
    bands = range(1, provider.bandCount() + 1)
    is_as_filed = all(
        not provider.userNoDataValues(band)
        and (provider.useSourceNoDataValue(band) or not provider.sourceHasNoDataValue(band))
        for band in bands
    )
    if is_as_filed:
        return ""
    by_band = {band: _ranges(provider, band) for band in bands}
    common = [text for text in by_band[1] if all(text in texts for texts in by_band.values())]
    own = [
        f"{band}:{text}" for band, texts in by_band.items() for text in texts if text not in common
    ]
    return ",".join([*common, *own]) or NONE


def _ranges(provider: Any, band: int) -> list[str]:
    found = []
    if provider.sourceHasNoDataValue(band) and provider.useSourceNoDataValue(band):
        value = provider.sourceNoDataValue(band)
        # What is no number is no data anyway.
        found += [_number(value)] if math.isfinite(value) else []
    found += [_range(each) for each in provider.userNoDataValues(band)]
    return list(dict.fromkeys(found))


def _range(values: QgsRasterRange) -> str:
    low, high = values.min(), values.max()
    # No number stands for no limit.
    low = low if math.isfinite(low) else -sys.float_info.max
    high = high if math.isfinite(high) else sys.float_info.max
    kinds = QgsRasterRange.BoundsType
    if values.bounds() in (kinds.IncludeMax, kinds.Exclusive):
        low = math.nextafter(low, math.inf)
    if values.bounds() in (kinds.IncludeMin, kinds.Exclusive):
        high = math.nextafter(high, -math.inf)
    return _number(low) if low == high else f"{_number(low)}..{_number(high)}"


def _number(value: float) -> str:
    return f"{value:.17g}"
