"""Random changes that stand for other sensors, air and files, for networks that are to be robust.

Each works on a patch (C, H, W) float32, 0 to 255, and draws from the generator that it is given;
labels stay valid, because nothing moves.
"""

from __future__ import annotations

import math

import torch
from torch import Generator, Tensor
from torch.nn import functional as F  # noqa: N812 - as the whole field writes it

_JPEG_CELL = 8


def random_sensor(image: Tensor, generator: Generator) -> Tensor:
    """Show a patch as another sensor would have, through other air, in another file.

    Bands may change places or become grey; their curves differ; it gets blurred, coarser, hazy,
    noisy, striped, partly clouded or compressed. Each comes by its own chance, so that a quarter of
    the patches stays as it is but for the curves.

    Args:
        image: (3, H, W) float32, red, green, blue, 0 to 255.
        generator: source of the random numbers.

    Returns:
        (3, H, W) float32 within 0 to 255.
    """

    def comes(chance: float) -> bool:
        return float(torch.rand((), generator=generator)) < chance

    def between(low: float, high: float) -> float:
        return low + (high - low) * float(torch.rand((), generator=generator))

    x = image / 255
    if comes(0.3):
        gamma = torch.exp(torch.rand(3, 1, 1, generator=generator) - 0.5)
        x = x.clamp(0, 1).pow(gamma)
    if comes(0.06):
        x = x[torch.randperm(3, generator=generator)]
    if comes(0.06):
        x = x.mean(0, keepdim=True).expand(3, -1, -1)
    if comes(0.1):
        x = _clouded(x, between(0.05, 0.35), generator)
    if comes(0.2):
        x = torch.lerp(x, torch.full_like(x, between(0.75, 1.0)), between(0.05, 0.6))
    if comes(0.15):
        x = _coarser(x, between(1.2, 4.0))
    if comes(0.15):
        x = _blurred(x, between(0.5, 2.2))
    elif comes(0.1):
        x = _smeared(x, int(between(2, 11)), along_rows=comes(0.5))
    if comes(0.2):
        x = x + between(0.01, 0.09) * torch.randn(x.shape, generator=generator)
    if comes(0.1):
        draws = torch.rand(2, *x.shape, generator=generator)
        x = torch.where(draws[0] < between(0.002, 0.06), (draws[1] < 0.5).float(), x)
    if comes(0.08):
        height, width = x.shape[-2:]
        stripes = _stripes(height, width, between(60, 300), between(2, 8), generator)
        x = x.masked_fill(stripes, 0)
    if comes(0.15):
        x = _compressed(x.clamp(0, 1), between(0.03, 0.3))
    return x.clamp(0, 1) * 255


def tint_class(image: Tensor, labels: Tensor, class_index: int, generator: Generator) -> Tensor:
    """Give a class other colours that change from place to place, so that its shape must tell it.

    Args:
        image: (3, H, W) float32, 0 to 255.
        labels: (H, W) int64.
        class_index: the class.
        generator: source of the random numbers.

    Returns:
        (3, H, W) float32 within 0 to 255.
    """
    cells = int(torch.randint(2, 10, (), generator=generator))
    gains = torch.exp(0.9 * (torch.rand(1, 3, cells, cells, generator=generator) - 0.5))
    inside = (labels == class_index)[None, None].float()
    soft = F.avg_pool2d(inside, 3, stride=1, padding=1, count_include_pad=False) * inside
    gain = F.interpolate(gains, size=labels.shape, mode="nearest-exact")
    return (image * torch.lerp(torch.ones_like(gain), gain, soft)[0]).clamp(0, 255)


def _clouded(x: Tensor, share: float, generator: Generator) -> Tensor:
    """White, softly edged clouds over a share of the pixels."""
    field = torch.zeros(1, 1, *x.shape[-2:])
    for octave in range(4):
        cells = 3 * 2**octave
        noise = torch.rand(1, 1, cells, cells, generator=generator)
        smooth = F.interpolate(noise, size=x.shape[-2:], mode="bicubic")
        field = field + 0.5**octave * smooth
    floor = torch.quantile(field, 1 - share)
    veil = ((field - floor) / 0.1).clamp(0, 1)[0]
    return torch.lerp(x, torch.full_like(x, 0.9), veil)


def _coarser(x: Tensor, factor: float) -> Tensor:
    height, width = x.shape[-2:]
    small = (max(round(height / factor), 1), max(round(width / factor), 1))
    reduced = F.interpolate(x[None], size=small, mode="bilinear", antialias=True)
    return F.interpolate(reduced, size=(height, width), mode="bilinear")[0]


def _blurred(x: Tensor, sigma: float) -> Tensor:
    radius = math.ceil(2.5 * sigma)
    kernel = torch.exp(-0.5 * (torch.arange(-radius, radius + 1) / sigma) ** 2)
    kernel = kernel / kernel.sum()
    return _filtered(_filtered(x, kernel, along_rows=True), kernel, along_rows=False)


def _smeared(x: Tensor, length: int, *, along_rows: bool) -> Tensor:
    kernel = torch.zeros(2 * (length // 2) + 1)
    kernel[:length] = 1 / length
    return _filtered(x, kernel, along_rows=along_rows)


def _filtered(x: Tensor, kernel: Tensor, *, along_rows: bool) -> Tensor:
    radius = len(kernel) // 2
    padding = (radius, radius, 0, 0) if along_rows else (0, 0, radius, radius)
    weights = kernel.view(1, 1, 1, -1) if along_rows else kernel.view(1, 1, -1, 1)
    return F.conv2d(F.pad(x[:, None], padding, mode="reflect"), weights)[:, 0]


def _stripes(
    height: int, width: int, spacing: float, thickness: float, generator: Generator
) -> Tensor:
    """Return which pixels (H, W) lie on parallel stripes of a random direction."""
    turn, start = torch.rand(2, generator=generator).tolist()
    rows, columns = torch.meshgrid(torch.arange(height), torch.arange(width), indexing="ij")
    across = columns * math.cos(turn * math.pi) + rows * math.sin(turn * math.pi)
    is_striped: Tensor = (across + start * spacing) % spacing < thickness
    return is_striped


def _compressed(x: Tensor, step: float) -> Tensor:
    """Round the cosine coefficients of cells of 8 pixels, the high ones more, as JPEG does."""
    size = _JPEG_CELL
    height, width = x.shape[-2:]
    pad = (0, -width % size, 0, -height % size)
    cells = F.pad(x[None], pad, mode="replicate")[0]
    cells = cells.unfold(1, size, size).unfold(2, size, size)  # (C, rows, columns, 8, 8)
    at = torch.arange(size)
    basis = torch.cos(math.pi * (at + 0.5) * at[:, None] / size) * math.sqrt(2 / size)
    basis[0] = math.sqrt(1 / size)
    steps = step * (0.4 + 0.25 * (at + at[:, None]))
    rounded = ((basis @ cells @ basis.T) / steps).round() * steps
    back = (basis.T @ rounded @ basis).transpose(2, 3)
    rows, columns = back.shape[1] * size, back.shape[3] * size
    return back.reshape(len(x), rows, columns)[:, :height, :width]
