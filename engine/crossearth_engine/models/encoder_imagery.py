"""What encoders were trained on: bands in order, what they measure, and how that is distributed.

The figures are those that the authors publish with their weights.
"""

from __future__ import annotations

from dataclasses import dataclass

from crossearth_engine.shared.model_values import DECIBELS, REFLECTANCE


@dataclass(frozen=True)
class Imagery:
    """What an encoder was trained on.

    Attributes:
        name: of the sensor and product.
        bands: names, in the order of the network's input.
        mean, std: of each band, in what it takes.
        unit: that, one of `model_values.UNITS`; None: numbers as they are.
        gsd_m: pixel size, metres.
    """

    name: str
    bands: tuple[str, ...]
    mean: tuple[float, ...]
    std: tuple[float, ...]
    unit: str | None
    gsd_m: float


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
