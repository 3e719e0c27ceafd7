"""How patches look while a network is trained: other light, other sensors, other styles."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Generator, Tensor

from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.shared.model_values import BYTES
from crossearth_engine.training.folds import TrainingPolygons
from crossearth_engine.training.full.augment import random_color, random_radiometry
from crossearth_engine.training.full.earth_style import StyleBank, inject_style
from crossearth_engine.training.full.patches import (
    labelled_windows,
)
from crossearth_engine.training.full.recipe import FullRecipe


class Painter:
    """Changes the look of patches: Earth styles, colours. Labels stay valid."""

    def __init__(
        self,
        model: ModelInfo,
        readers: Sequence[RasterReader],
        polygons: TrainingPolygons,
        recipe: FullRecipe,
    ) -> None:
        self._range = model.value_range
        self._is_rgb = [name.lower() for name in model.bands] == ["red", "green", "blue"]
        self._recipe = recipe.style
        self._bank: StyleBank | None = None
        if self._range is not None and recipe.style is not None:
            windows = labelled_windows(readers, polygons, recipe.patch_size)
            pixels = (readers[raster].read_window(window)[0] for raster, window in windows)
            self._bank = StyleBank.measure(
                self._to_bytes(torch.from_numpy(image.astype(np.float32))) for image in pixels
            )
            if self._is_rgb:
                self._bank += StyleBank.of_earth()

    def varied(self, images: Tensor, generator: Generator) -> Tensor:
        """Return patches (B, C, S, S) in the model's units, of other light and other sensors."""
        vary = random_color if self._is_rgb else random_radiometry
        return self._in_bytes(
            images, lambda x: torch.stack([vary(image, generator) for image in x])
        )

    def restyled(self, images: Tensor, generator: Generator) -> Tensor:
        """Return patches (B, C, S, S) in the model's units, parts of some in another style.

        The others are the same to the bit: by that it is told which are restyled.
        """
        if self._bank is None:
            return images
        before = self._to_bytes(images)
        after = inject_style(before, self._bank, generator, self._recipe)
        is_restyled = (after != before).flatten(1).any(1)[:, None, None, None]
        return torch.where(is_restyled, self._from_bytes(after), images)

    def _in_bytes(self, images: Tensor, change: Callable[[Tensor], Tensor]) -> Tensor:
        if self._range is None:
            return images  # of values that mean something by themselves
        return self._from_bytes(change(self._to_bytes(images)))

    def _from_bytes(self, images: Tensor) -> Tensor:
        low, high = self._range or BYTES
        return images * ((high - low) / 255) + low

    def _to_bytes(self, images: Tensor) -> Tensor:
        low, high = self._range or BYTES
        return ((images - low) * (255 / (high - low))).clamp(0, 255)
