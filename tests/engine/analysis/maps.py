"""Small class rasters, as other programs and this one make them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from affine import Affine

UTM = "EPSG:32636"
PLACE = Affine(10, 0, 500_000, 0, -10, 4_000_000)


def write_map(
    path: Path,
    values: np.ndarray,
    names: Mapping[int, str] | None = None,
    *,
    crs: str | None = UTM,
    transform: Affine = PLACE,
    nodata: int | None = 255,
    **options: Any,
) -> str:
    """Write a class raster with the names of its classes in the style of QGIS beside it."""
    values = np.asarray(values, np.uint8)
    with rasterio.open(
        path, "w", driver="GTiff", width=values.shape[1], height=values.shape[0], count=1,
        dtype="uint8", crs=crs, transform=transform, nodata=nodata, **options,
    ) as dataset:  # fmt: skip
        dataset.write(values, 1)
    if names:
        entries = "".join(
            f'<paletteEntry value="{value}" label="{name}" color="#10{value:02x}80"/>'
            for value, name in names.items()
        )
        path.with_suffix(".qml").write_text(f"<qgis>{entries}</qgis>", encoding="utf-8")
    return str(path)
