"""Random changes of training patches: place, scale, orientation, colour.

Every function draws from the generator it is given, so that a seed fixes a run. Nothing here
normalises: images stay in the units of 8-bit pixels, 0 to 255.
"""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

_TO_YIQ = torch.tensor([[0.299, 0.587, 0.114], [0.596, -0.274, -0.322], [0.211, -0.523, 0.312]])
_FROM_YIQ = torch.linalg.inv(_TO_YIQ)


def random_patch(
    image: Tensor,
    labels: Tensor,
    around_yx: tuple[int, int],
    size: int,
    scale_range: tuple[float, float],
    generator: Generator,
) -> tuple[Tensor, Tensor]:
    """Cut a square that holds a pixel, at a random place and scale, and resample it.

    Args:
        image: (C, H, W) uint8.
        labels: (H, W) int64.
        around_yx: the pixel that lies somewhere in the patch.
        size: edge of the patch, pixels.
        scale_range: smallest and largest magnification.
        generator: source of the random numbers.

    Returns:
        The image (C, size, size) float32, smoothed where it shrinks, and the labels (size, size).
    """
    height, width = labels.shape
    row, col, edge = random_square((height, width), around_yx, size, scale_range, generator)
    place = (..., slice(row, row + edge), slice(col, col + edge))
    return resample(image[place], labels[place], size)


def random_square(
    shape: tuple[int, int],
    around_yx: tuple[int, int],
    size: int,
    scale_range: tuple[float, float],
    generator: Generator,
) -> tuple[int, int, int]:
    """Return first row, first column and edge of a square that holds a pixel.

    Args:
        shape: height and width of the image, pixels.
        around_yx: the pixel that lies somewhere in the square.
        size: edge that the square will be resampled to, pixels.
        scale_range: smallest and largest magnification; drawn evenly in the logarithm. A square
            that would be larger than the image is made as large as the image allows.
        generator: source of the random numbers.
    """
    low, high = (math.log(scale) for scale in scale_range)
    edge = min(round(size / math.exp(_uniform(low, high, generator))), *shape)
    row, col = (
        _random_start(place, edge, length, generator)
        for place, length in zip(around_yx, shape, strict=True)
    )
    return row, col, edge


def resample(image: Tensor, labels: Tensor, size: int) -> tuple[Tensor, Tensor]:
    """Return an image (C, size, size) float32, smoothed where it shrinks, and labels (size, size).

    Args:
        image: (C, H, W) of any type.
        labels: (H, W) int64.
        size: edge of what is returned, pixels.
    """
    pixels = F.interpolate(image[None].float(), size=(size, size), mode="bilinear", antialias=True)
    classes = F.interpolate(labels[None, None].float(), size=(size, size), mode="nearest-exact")
    return pixels[0], classes[0, 0].long()


def random_orientation(
    image: Tensor, labels: Tensor, generator: Generator
) -> tuple[Tensor, Tensor]:
    """Turn by a multiple of 90 degrees and mirror: one of the eight poses of a square.

    ``image`` is (C, H, W), ``labels`` (H, W); both get the same pose.
    """
    turns = int(torch.randint(4, (), generator=generator))
    image, labels = image.rot90(turns, (-2, -1)), labels.rot90(turns, (-2, -1))
    if torch.rand((), generator=generator) < 0.5:
        image, labels = image.flip(-1), labels.flip(-1)
    return image, labels


def random_color(image: Tensor, generator: Generator) -> Tensor:
    """Change gamma, saturation, hue, white balance, contrast and brightness, and add noise.

    The ranges stand for other sensors, seasons and atmospheres, yet leave vegetation greener than
    sand.

    Args:
        image: (3, H, W) float32, red, green, blue, 0 to 255.
        generator: source of the random numbers.

    Returns:
        (3, H, W) float32 within 0 to 255.
    """
    x = (image / 255).pow(math.exp(_uniform(-0.45, 0.45, generator)))
    x = torch.einsum("ij,jhw->ihw", _random_chroma(generator), x)
    x = x * (1 + 0.12 * (2 * torch.rand(3, 1, 1, generator=generator) - 1))
    mean = x.mean()
    x = (x - mean) * _uniform(0.6, 1.5, generator) + mean + _uniform(-0.15, 0.15, generator)
    if torch.rand((), generator=generator) < 0.3:
        noise = torch.randn(x.shape, generator=generator)
        x = x + noise * _uniform(0.0, 0.04, generator)
    return x.clamp(0, 1) * 255


def photometric_distortion(image: Tensor, generator: Generator) -> Tensor:
    """Change brightness, contrast, saturation and hue as much as the official training does.

    Each by a chance of a half: brightness by up to 32, contrast and saturation by 0.5 to 1.5, hue
    by up to 36 degrees. Saturation and hue are those of YIQ, not of HSV; contrast comes first or
    last.

    Args:
        image: (3, H, W) float32, red, green, blue, 0 to 255.
        generator: source of the random numbers.

    Returns:
        (3, H, W) float32 within 0 to 255.
    """
    comes = (torch.rand(5, generator=generator) < 0.5).tolist()
    is_contrast_first = comes.pop()
    brightness, contrast = _uniform(-32, 32, generator), _uniform(0.5, 1.5, generator)
    saturation = _uniform(0.5, 1.5, generator) if comes[2] else 1.0
    angle = _uniform(-math.pi / 5, math.pi / 5, generator) if comes[3] else 0.0
    x = image + brightness if comes[0] else image
    if comes[1] and is_contrast_first:
        x = x * contrast
    if comes[2] or comes[3]:
        x = torch.einsum("ij,jhw->ihw", _chroma(angle, saturation), x)
    if comes[1] and not is_contrast_first:
        x = x * contrast
    return x.clamp(0, 255)


def random_radiometry(image: Tensor, generator: Generator) -> Tensor:
    """Change gamma, brightness and contrast of every band a little differently.

    For images whose bands are not red, green and blue, of which `random_color` knows more.

    Args:
        image: (C, H, W) float32, 0 to 255.
        generator: source of the random numbers.

    Returns:
        (C, H, W) float32 within 0 to 255.
    """
    x = (image / 255).pow(math.exp(_uniform(-0.3, 0.3, generator)))
    x = x * (1 + 0.12 * (2 * torch.rand(len(x), 1, 1, generator=generator) - 1))
    mean = x.mean((1, 2), keepdim=True)
    x = (x - mean) * _uniform(0.7, 1.4, generator) + mean + _uniform(-0.1, 0.1, generator)
    return x.clamp(0, 1) * 255


def fade_class(image: Tensor, labels: Tensor, class_index: int, strength: float) -> Tensor:
    """Let a class take on the mean colour of what surrounds it, so that its shape must tell it.

    A paved road becomes a track, a dark roof one of the colour of the ground.

    Args:
        image: (C, H, W) float32, 0 to 255.
        labels: (H, W) int64.
        class_index: the class to fade.
        strength: 0 changes nothing, 1 leaves no difference of the means.

    Returns:
        (C, H, W) float32 within 0 to 255. Texture and the rest of the image stay.
    """
    inside = (labels == class_index)[None, None].float()
    if not 0 < inside.mean() < 1:
        return image
    own = _local_mean(image[None], inside)
    surroundings = _local_mean(image[None], 1 - inside)
    soft = F.avg_pool2d(inside, 3, stride=1, padding=1, count_include_pad=False) * inside
    return (image[None] + strength * soft * (surroundings - own))[0].clamp(0, 255)


def _local_mean(image: Tensor, mask: Tensor, reach: int = 16) -> Tensor:
    """The mean of the masked pixels (1, C, H, W) near each pixel, up to some 2 * ``reach`` away."""
    size = image.shape[-2:]
    weights = F.avg_pool2d(mask, reach, ceil_mode=True)
    sums = F.avg_pool2d(image * mask, reach, ceil_mode=True)
    weights, sums = (F.avg_pool2d(cells, 3, stride=1, padding=1) for cells in (weights, sums))
    everywhere = (image * mask).sum((2, 3), keepdim=True) / mask.sum().clamp(min=1)
    sums, weights = sums + 1e-3 * everywhere, weights + 1e-3  # where no such pixel is near
    return F.interpolate(sums / weights, size=size, mode="bilinear")


def _random_chroma(generator: Generator) -> Tensor:
    """A matrix on RGB that turns the hue by up to 20 degrees and scales the saturation."""
    angle = _uniform(-math.pi / 9, math.pi / 9, generator)
    return _chroma(angle, _uniform(0.4, 1.6, generator))


def _chroma(angle: float, saturation: float) -> Tensor:
    """A matrix on RGB that turns the hue by an angle and scales the saturation."""
    cosine, sine = saturation * math.cos(angle), saturation * math.sin(angle)
    turn = torch.tensor([[1.0, 0.0, 0.0], [0.0, cosine, -sine], [0.0, sine, cosine]])
    matrix: Tensor = _FROM_YIQ @ turn @ _TO_YIQ
    return matrix


def _random_start(inside: int, edge: int, length: int, generator: Generator) -> int:
    low = max(inside - edge + 1, 0)
    high = min(inside, length - edge)
    return int(torch.randint(low, high + 1, (), generator=generator))


def _uniform(low: float, high: float, generator: Generator) -> float:
    return low + (high - low) * float(torch.rand((), generator=generator))
