"""Earth-style injection: parts of a training patch take the look of other Earth imagery.

A network that has seen one sensor, season and atmosphere leans on their colours. Here blocks of a
patch are recoloured as another scene would look, so that labels stay where they are while colours
stop being a reliable cue.

The paper (arXiv 2410.22629) names a style predictor and a style transfer network with embeddings
gathered from Earth observation datasets; neither their weights nor their statistics are published.
What is known is the frame: a style is drawn from the distribution of styles of Earth imagery, mixed
with the image's own, and applied in 70 percent of the blocks of 64 pixels. We keep this frame and
put in closed forms where the paper has networks:

- A style is the mean and the covariance of the colours of a patch. Colours are moved by the optimal
  transport between two Gaussians (Pitié and Kokaram 2007), the linear map that changes them least.
- What styles there are is measured on the training images, and on openly licensed imagery of other
  sensors and continents (`StyleBank.of_earth`).
- Sometimes the low frequencies of the amplitude spectrum of the brightness are mixed with another
  patch's instead (Yang and Soatto 2020, Xu et al. 2021): light and haze, which vary within a scene.

How often and how strongly is known from the history of its repository: in a tenth of the steps, a
tenth of the way from the image's own style to the drawn one. These are the defaults; spectra are
ours, and mixed where a recipe says so. Nothing here normalises: images are in the units of 8-bit
pixels, 0 to 255, whatever number of bands.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Generator, Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

EARTH_STYLES = Path(__file__).with_name("earth_styles.json")
"""Styles of NAIP, Landsat and Sentinel-2 imagery; made by tools/measure_styles.py."""

_FLOOR = 4.0
"""Added to variances, in squared pixel units: a flat patch has no colours to stretch."""


@dataclass(frozen=True)
class StyleRecipe:
    """How much of the training data is restyled.

    Attributes:
        probability: share of the patches that are touched.
        block_size: edge of the blocks, pixels of the patch.
        restyled_share: chance of each block to be restyled.
        spectrum_share: share of these patches whose spectrum is mixed instead of their colours.
        strength_range: how far on the way from their own style to the drawn one; evenly drawn.
    """

    probability: float = 0.1
    block_size: int = 64
    restyled_share: float = 0.7
    spectrum_share: float = 0.0
    strength_range: tuple[float, float] = (0.1, 0.1)


class StyleBank:
    """The styles to draw from: mean (N, C) and covariance (N, C, C) of N patches."""

    def __init__(self, means: Tensor, covariances: Tensor) -> None:
        self.means = means
        self.covariances = covariances

    @classmethod
    def measure(cls, patches: Iterable[Tensor]) -> StyleBank:
        """Measure patches (C, H, W), in pixel units."""
        moments = [color_moments(patch.float()) for patch in patches]
        means, covariances = (torch.stack(tensors) for tensors in zip(*moments, strict=True))
        return cls(means, covariances)

    @classmethod
    def read(cls, path: Path) -> StyleBank:
        """Read what `write` wrote."""
        content = json.loads(path.read_text(encoding="utf-8"))
        return cls(torch.tensor(content["mean"]), torch.tensor(content["covariance"]))

    @classmethod
    def of_earth(cls) -> StyleBank:
        """Return the styles that come with the engine, of red, green and blue."""
        return cls.read(EARTH_STYLES)

    def write(self, path: Path) -> None:
        """Write the styles as JSON."""
        content = {"mean": self.means.tolist(), "covariance": self.covariances.tolist()}
        path.write_text(json.dumps(content) + "\n", encoding="utf-8")

    def __add__(self, other: StyleBank) -> StyleBank:
        return StyleBank(
            torch.cat([self.means, other.means]), torch.cat([self.covariances, other.covariances])
        )

    def __len__(self) -> int:
        return len(self.means)

    def draw(self, generator: Generator) -> tuple[Tensor, Tensor]:
        """Return mean (C,) and covariance (C, C) on a random way between two random styles."""
        first, second = torch.randint(len(self), (2,), generator=generator).tolist()
        share = float(torch.rand((), generator=generator))
        mean = torch.lerp(self.means[first], self.means[second], share)
        return mean, torch.lerp(self.covariances[first], self.covariances[second], share)


def inject_style(
    images: Tensor, bank: StyleBank, generator: Generator, recipe: StyleRecipe | None = None
) -> Tensor:
    """Restyle blocks of some images of a batch.

    Args:
        images: (B, C, H, W) float32 in pixel units.
        bank: styles of C bands.
        generator: source of the random numbers.
        recipe: how often and how much.

    Returns:
        (B, C, H, W) float32 within 0 to 255; the labels stay valid.
    """
    recipe = recipe or StyleRecipe()
    count, _, height, width = images.shape
    low, high = recipe.strength_range
    restyled = images.clone()
    for i, image in enumerate(images):
        if _draw(generator) >= recipe.probability:
            continue
        if count > 1 and _draw(generator) < recipe.spectrum_share:
            other = (i + 1 + int(torch.randint(count - 1, (), generator=generator))) % count
            strength = low + (high - low) * _draw(generator)
            styled = mix_spectrum(image, images[other], strength)
        else:
            style = bank.draw(generator)
            strength = low + (high - low) * _draw(generator)
            styled = transport_colors(image, *style, strength)
        mask = block_mask(height, width, recipe.block_size, recipe.restyled_share, generator)
        restyled[i] = torch.where(mask, styled, image)
    return restyled


def color_moments(image: Tensor) -> tuple[Tensor, Tensor]:
    """Return mean (C,) and covariance (C, C) of the colours of an image (C, H, W)."""
    pixels = image.flatten(1)
    return pixels.mean(1), torch.cov(pixels, correction=0).reshape(len(image), len(image))


def transport_colors(image: Tensor, mean: Tensor, covariance: Tensor, strength: float) -> Tensor:
    """Move the colours of an image (C, H, W) towards a mean (C,) and a covariance (C, C).

    Strength 1 gives them exactly, up to clipping and to what a flat image has not; 0 changes
    nothing; between, colours are on the straight way there.
    """
    own_mean, own_covariance = color_moments(image)
    floor = _FLOOR * torch.eye(len(image))
    root = _power(own_covariance + floor, 0.5)
    inverse_root = _power(own_covariance + floor, -0.5)
    matrix = inverse_root @ _power(root @ (covariance + floor) @ root, 0.5) @ inverse_root
    moved = torch.einsum("ij,jhw->ihw", matrix, image - own_mean[:, None, None])
    return torch.lerp(image, moved + mean[:, None, None], strength).clamp(0, 255)


def mix_spectrum(image: Tensor, other: Tensor, strength: float, radius: float = 0.02) -> Tensor:
    """Mix the low frequencies of the brightness of ``image`` with those of ``other``.

    Amplitudes are mixed; the phase, which holds the outlines, stays, and so do the differences
    between the bands: mixed band by band, a flat patch would get coloured clouds.

    Args:
        image: (C, H, W) float32 in pixel units.
        other: same shape.
        strength: 0 changes nothing, 1 takes the amplitudes of ``other``.
        radius: half-width of the band, as a share of the sampling frequency.

    Returns:
        (C, H, W) float32 within 0 to 255.
    """
    height, width = image.shape[-2:]
    brightness = image.mean(0)
    spectrum, target = torch.fft.rfft2(brightness), torch.fft.rfft2(other.mean(0))
    rows = torch.fft.fftfreq(height).abs() <= radius
    cols = torch.fft.rfftfreq(width) <= radius
    share = strength * (rows[:, None] & cols).float()
    mixed = torch.polar(torch.lerp(spectrum.abs(), target.abs(), share), spectrum.angle())
    relit: Tensor = image + torch.fft.irfft2(mixed, s=(height, width)) - brightness
    return relit.clamp(0, 255)


def block_mask(
    height: int, width: int, block_size: int, share: float, generator: Generator
) -> Tensor:
    """Return a mask (H, W) bool made of square blocks, each true with the chance ``share``.

    The grid of the blocks starts at a random place, so that no pixel is at an edge each time.
    """
    rows, cols = (math.ceil(length / block_size) + 1 for length in (height, width))
    blocks = torch.rand(1, 1, rows, cols, generator=generator) < share
    pixels = F.interpolate(blocks.float(), scale_factor=float(block_size))[0, 0].bool()
    top, left = torch.randint(block_size, (2,), generator=generator).tolist()
    return pixels[top : top + height, left : left + width]


def _power(matrix: Tensor, exponent: float) -> Tensor:
    values, vectors = torch.linalg.eigh(matrix)
    power: Tensor = (vectors * values.clamp(min=1e-6) ** exponent) @ vectors.mT
    return power


def _draw(generator: Generator) -> float:
    return float(torch.rand((), generator=generator))
