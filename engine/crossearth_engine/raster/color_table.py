"""The colours behind a raster of numbers: a photo or a scanned map in 256 colours, say.

The numbers themselves mean nothing to a model: neighbours among them are no neighbours in colour.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from crossearth_engine.shared.bands import RasterBand

COLOR_BANDS = tuple(RasterBand(name=name, color=name) for name in ("red", "green", "blue"))
"""What a colour table makes of one band."""


class ColorTable:
    """Colours by number.

    Attributes:
        band: of the raster, from 1, that holds the numbers.
    """

    def __init__(self, band: int, colors: dict[int, tuple[int, ...]]) -> None:
        """Take red, green, blue and alpha by number; what has no colour is not seen at all."""
        self.band = band
        self._rgba = np.zeros((4, max(colors) + 1), np.uint8)
        for number, rgba in colors.items():
            self._rgba[:, number] = rgba

    @classmethod
    def of(cls, dataset: Any) -> ColorTable | None:
        """Return the table of a raster whose only band, besides alpha, has one; else None.

        A table of greys that are the numbers themselves changes nothing, and counts as none.
        """
        # Asked once: it asks all bands, of which there may be thousands.
        shown = zip(dataset.indexes, dataset.colorinterp, strict=True)
        bands = [index for index, color in shown if color != ColorInterp.alpha]
        if len(bands) != 1 or not has_color_table(dataset, bands[0]):
            return None
        colors = dataset.colormap(bands[0])
        nodata = dataset.nodatavals[bands[0] - 1]
        if nodata in colors:
            # GDAL shows it as transparent; whether it is no data is not for its colour to say.
            colors[nodata] = (*colors[nodata][:3], 255)
        return cls(bands[0], colors)

    def colors(self, numbers: NDArray[Any], bands: list[int]) -> NDArray[np.uint8]:
        """Return some of red (1), green (2) and blue (3), (C, H, W), of numbers (H, W)."""
        colors: NDArray[np.uint8] = self._rgba[:3][[band - 1 for band in bands]][
            :, self._known(numbers)
        ]
        return colors

    def is_seen(self, numbers: NDArray[Any]) -> NDArray[np.bool_]:
        """Return which of the numbers have a colour that is not wholly transparent."""
        seen: NDArray[np.bool_] = self._rgba[3][self._known(numbers)] > 0
        return seen & (numbers >= 0) & (numbers < self._rgba.shape[1])

    def _known(self, numbers: NDArray[Any]) -> NDArray[np.intp]:
        known: NDArray[np.intp] = np.clip(numbers, 0, self._rgba.shape[1] - 1).astype(np.intp)
        return known


def has_color_table(dataset: Any, band: int) -> bool:
    """Return whether the numbers of a band stand for colours, other than greys of their own."""
    if dataset.colorinterp[band - 1] != ColorInterp.palette:
        return False
    if np.dtype(dataset.dtypes[band - 1]).kind not in "ui":
        return False
    try:
        colors = dataset.colormap(band)
    except ValueError:
        return False
    return any(rgba[:3] != (number,) * 3 for number, rgba in colors.items())
