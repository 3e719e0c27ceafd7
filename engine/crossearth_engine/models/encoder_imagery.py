"""What encoders were trained on: bands in order, what they measure, and how that is distributed.

The figures are those that the authors publish with their weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from crossearth_engine.shared.bands import ANY_BANDS
from crossearth_engine.shared.model_values import DECIBELS, REFLECTANCE


@dataclass(frozen=True)
class Imagery:
    """What an encoder was trained on.

    Attributes:
        name: of the sensor and product.
        bands: names, in the order of the network's input.
        mean, std: of each band, in what it takes.
        unit: that, one of `model_values.UNITS`; None: numbers as they are.
        gsd_m: pixel size, metres; None: any.
    """

    name: str
    bands: tuple[str, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    unit: str | None
    gsd_m: float | None


def _of_ten_thousandths(*values: float) -> tuple[float, ...]:
    """Return reflectance of the sensors' integers."""
    return tuple(round(value / 10_000, 8) for value in values)


SSL4EO_S2 = Imagery(
    "Sentinel-2 Level-1C",
    ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B10", "B11", "B12"),
    _of_ten_thousandths(
        *(1612.9, 1397.6, 1322.3, 1373.1, 1561.0, 2108.4, 2390.7, 2318.7, 2581.0),
        *(837.7, 22.0, 2195.2, 1537.4),
    ),
    _of_ten_thousandths(
        *(791.0, 854.3, 878.7, 1144.9, 1127.5, 1164.2, 1276.0, 1249.5, 1345.9),
        *(577.5, 47.5, 1340.0, 1142.9),
    ),
    REFLECTANCE,
    10.0,
)
SSL4EO_S1 = Imagery("Sentinel-1 GRD", ("VV", "VH"), (-12.59, -20.26), (5.26, 5.91), DECIBELS, 10.0)

TERRAMIND = {
    "S2L2A": Imagery(
        "Sentinel-2 Level-2A",
        ("B1", "B2", "B3", "B4", "B5", "B6", "B7", "B8", "B8A", "B9", "B11", "B12"),
        _of_ten_thousandths(
            *(1390.458, 1503.317, 1718.197, 1853.91, 2199.1, 2779.975, 2987.011, 3083.234),
            *(3132.22, 3162.988, 2424.884, 1857.648),
        ),
        _of_ten_thousandths(
            *(2106.761, 2141.107, 2038.973, 2134.138, 2085.321, 1889.926, 1820.257, 1871.918),
            *(1753.829, 1797.379, 1434.261, 1334.311),
        ),
        REFLECTANCE,
        10.0,
    ),
    "S2L1C": Imagery(
        "Sentinel-2 Level-1C",
        SSL4EO_S2.bands,
        _of_ten_thousandths(
            *(2357.089, 2137.385, 2018.788, 2082.986, 2295.651, 2854.537, 3122.849, 3040.56),
            *(3306.481, 1473.847, 506.07, 2472.825, 1838.929),
        ),
        _of_ten_thousandths(
            *(1624.683, 1675.806, 1557.708, 1833.702, 1823.738, 1733.977, 1732.131, 1679.732),
            *(1727.26, 1024.687, 442.165, 1331.411, 1160.419),
        ),
        REFLECTANCE,
        10.0,
    ),
    "S1GRD": Imagery(
        "Sentinel-1 GRD", ("VV", "VH"), (-12.599, -20.293), (5.195, 5.890), DECIBELS, 10.0
    ),
    "S1RTC": Imagery(
        "Sentinel-1 RTC", ("VV", "VH"), (-10.93, -17.329), (4.391, 4.459), DECIBELS, 10.0
    ),
    "RGB": Imagery(
        "Sentinel-2 in colours",
        ("red", "green", "blue"),
        (87.271, 80.931, 66.667),
        (58.767, 47.663, 42.631),
        "bytes",
        10.0,
    ),
    "DEM": Imagery("elevation", ("elevation",), (670.665,), (951.272,), None, 10.0),
}
"""Of TerraMind 1.0, by modality."""
TERRAMIND_KEYS = {
    "S2L2A": "untok_sen2l2a@224",
    "S2L1C": "untok_sen2l1c@224",
    "S1GRD": "untok_sen1grd@224",
    "S1RTC": "untok_sen1rtc@224",
    "RGB": "untok_sen2rgb@224",
    "DEM": "untok_dem@224",
}
"""How its files call them."""

PRITHVI_2 = Imagery(
    "HLS",
    ("blue", "green", "red", "nir08", "swir16", "swir22"),
    _of_ten_thousandths(1087, 1342, 1433, 2734, 1958, 1363),
    _of_ten_thousandths(2248, 2179, 2178, 1850, 1242, 1049),
    REFLECTANCE,
    30.0,
)
"""Of version 2.0, before any tuning to a task."""


ANY_IMAGERY = Imagery("bands of any wavelength", ANY_BANDS, (0.0,), (1.0,), None, None)
"""Of DOFA; how its bands are distributed is measured where it is adapted."""


def joined(parts: Sequence[Imagery]) -> Imagery:
    """Return images of several sensors, one after the other, as one.

    Where these measure different things, all are numbers as products store them: reflectance in
    ten-thousandths.
    """
    if len(parts) == 1:
        return parts[0]
    units = {part.unit for part in parts}
    factors = [10_000 if len(units) > 1 and p.unit == REFLECTANCE else 1 for p in parts]
    scaled = list(zip(parts, factors, strict=True))
    return Imagery(
        " and ".join(part.name for part in parts),
        tuple(band for part in parts for band in part.bands),
        tuple(round(value * factor, 6) for part, factor in scaled for value in part.mean),
        tuple(round(value * factor, 6) for part, factor in scaled for value in part.std),
        units.pop() if len(units) == 1 else None,
        parts[0].gsd_m,
    )
