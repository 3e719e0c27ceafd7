"""Measure the styles of Earth imagery that come with the engine.

    python tools/measure_styles.py SCENES_FOLDER

Writes `engine/crossearth_engine/training/full/earth_styles.json`: mean and covariance of red, green
and blue of patches of NAIP (USDA), Landsat (USGS) and Sentinel-2 (Copernicus). These are figures
about the images; no pixel of them can be got back.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import rasterio
import torch
from torch import Tensor

from crossearth_engine.training.full.earth_style import EARTH_STYLES, StyleBank

# Red, green and blue, and the value that is white; reflectances are times 10,000.
SCENES = {
    "naip_north_dakota_2009.tif": ((1, 2, 3), 255),
    "naip_north_dakota_2012.tif": ((1, 2, 3), 255),
    "naip_north_dakota_2017.tif": ((1, 2, 3), 255),
    "sentinel2_north_carolina_2018.tif": ((4, 3, 2), 255),
    "landsat7_campeche_1999_int16.tif": ((3, 2, 1), 2500),
}
PATCHES_PER_SCENE = 12
PATCH_SIZE = 192
MOST_EMPTY = 0.02


def patches(image: np.ndarray, random: np.random.Generator, count: int) -> Iterator[Tensor]:
    """Yield patches of an image (3, H, W) that are neither black nor white."""
    _, height, width = image.shape
    while count:
        row, col = (int(random.integers(n - PATCH_SIZE + 1)) for n in (height, width))
        patch = image[:, row : row + PATCH_SIZE, col : col + PATCH_SIZE]
        is_empty = (patch <= 0).all(axis=0) | (patch >= 255).all(axis=0)
        if is_empty.mean() <= MOST_EMPTY:
            count -= 1
            yield torch.from_numpy(patch)


def main() -> None:
    """Measure all scenes and write the file."""
    scenes = Path(sys.argv[1])
    random = np.random.default_rng(0)
    found: list[Tensor] = []
    for name, (bands, white) in SCENES.items():
        with rasterio.open(scenes / name) as dataset:
            image = dataset.read(bands).astype(np.float32) * (255 / white)
        found += patches(image.clip(0, 255), random, PATCHES_PER_SCENE)
    bank = StyleBank.measure(found)
    StyleBank(bank.means.round(), bank.covariances.round()).write(EARTH_STYLES)


if __name__ == "__main__":
    main()
