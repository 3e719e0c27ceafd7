"""The twelve corruptions of REOBench: imagery spoiled as it happens to imagery, in five strengths.

Names and strengths are those of the benchmark's published code (Li et al. 2025, arXiv 2505.16793),
the first strength of ``brightness-contrast``, which changes nothing, among them. What it states for
images of `FRAME` pixels, such as how far apart the stripes are, is taken as a distance in pixels
here, so that it does not depend on how large a raster is. Computes pixels from pixels; which pixels
those are, and where they lie, is for `crossearth_engine.accuracy.corrupted_raster`.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from affine import Affine
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning
from rasterio.io import MemoryFile

from crossearth_engine.shared.wording import say

STRENGTHS = range(1, 6)
# Edge of the images that the strengths are stated for, pixels: those of DIOR.
FRAME = 800
# Cells of the coarsest noise of which clouds are made, pixels, and how many finer ones follow.
_CLOUD_CELL, _CLOUD_OCTAVES = 200, 6
# Cells after which the noise comes again.
_CELLS = 256
# From what to what that noise goes within one such frame: the median over 200 of them.
_CLOUD_RANGE = (-0.72, 0.72)
_CLOUD_SIGMA, _CLOUD_RADIUS, _CLOUD_WHITE = 5.0, 5, 0.9
# Pixels that JPEG codes at once where it halves colour; beyond the next of them nothing reaches.
_JPEG_CELL = 16

Pixels = NDArray[np.float32]


@dataclass(frozen=True)
class Place:
    """Where pixels lie.

    Attributes:
        row, column: of the first pixel, in the raster.
        seed: of what is drawn: the same at each place of one seed.
    """

    row: int
    column: int
    seed: int


Spoil = Callable[[Pixels, float, Place], Pixels]


@dataclass(frozen=True)
class Corruption:
    """One kind of harm.

    Attributes:
        name: as the figures have it.
        title: for people.
        levels: what is set for each of `STRENGTHS`.
        unit: what that is.
    """

    name: str
    title: str
    levels: tuple[float, float, float, float, float]
    unit: str


@dataclass(frozen=True)
class Spoiling(Corruption):
    """One that changes pixels where they are.

    Attributes:
        spoil: takes pixels (C, H, W), where 0 is dark and 1 bright, a level, and their place;
            returns them spoiled.
        halo: how many pixels around them it looks at.
    """

    spoil: Spoil
    halo: int = 0


@dataclass(frozen=True)
class Moving(Corruption):
    """One that moves pixels.

    Attributes:
        move: takes a level, and height and width of a raster; returns height and width of the moved
            one, and what takes its pixels to those of the raster.
    """

    move: Callable[[float, int, int], tuple[int, int, Affine]]


def _gaussian_noise(pixels: Pixels, deviation: float, place: Place) -> Pixels:
    drawn = _draws(place).standard_normal(pixels.shape, np.float32)
    found: Pixels = pixels + np.float32(deviation) * drawn
    return found


def _salt_and_pepper(pixels: Pixels, share: float, place: Place) -> Pixels:
    draws = _draws(place)
    is_hit, is_salt = (draws.random(pixels.shape, np.float32) for _ in range(2))
    return np.where(is_hit < share, np.float32(is_salt < 0.5), pixels)


def _gaussian_blur(pixels: Pixels, size: float, place: Place) -> Pixels:
    # As OpenCV takes it from the size.
    kernel = _gaussian(0.3 * ((size - 1) / 2 - 1) + 0.8, int(size) // 2)
    return _convolved(_convolved(pixels, kernel, axis=2), kernel, axis=1)


def _motion_blur(pixels: Pixels, size: float, place: Place) -> Pixels:
    length = int(size)
    before = length // 2  # of an even number one more lies before the pixel than after it
    kernel = np.zeros(2 * before + 1, np.float32)
    kernel[:length] = 1 / length
    return _convolved(pixels, kernel, axis=2)


def _brightness_contrast(pixels: Pixels, brightness: float, place: Place) -> Pixels:
    # 1.0, 0.8, 0.6, 0.4 and 0.2 go with 0.0, 0.1, 0.2, 0.3 and 0.4.
    found: Pixels = pixels * np.float32(1 - 2 * brightness) + np.float32(brightness)
    return found


def _clouds(pixels: Pixels, density: float, place: Place) -> Pixels:
    height, width = pixels.shape[1:]
    reach = _CLOUD_RADIUS
    rows = np.arange(place.row - reach, place.row + height + reach)
    columns = np.arange(place.column - reach, place.column + width + reach)
    low, high = _CLOUD_RANGE
    is_cloud = (_perlin(rows, columns, place.seed) - low) / (high - low) > 1 - density
    kernel = _gaussian(_CLOUD_SIGMA, reach)
    veil = np.float32(is_cloud)[None]
    veil = _convolved(_convolved(veil, kernel, axis=2), kernel, axis=1)[
        :, reach:-reach, reach:-reach
    ]
    found: Pixels = pixels * (1 - veil) + np.float32(_CLOUD_WHITE) * veil
    return found


def _haze(pixels: Pixels, intensity: float, place: Place) -> Pixels:
    found: Pixels = pixels * np.float32(1 - intensity) + np.float32(intensity)
    return found


def _gaps(pixels: Pixels, stripes: float, place: Place) -> Pixels:
    angle = np.random.default_rng(place.seed).random() * math.pi
    spacing = math.hypot(FRAME, FRAME) / stripes
    rows, columns = np.mgrid[: pixels.shape[1], : pixels.shape[2]]
    across = (columns + place.column) * math.cos(angle) + (rows + place.row) * math.sin(angle)
    # 3 to 7 pixels wide where there are 2 to 6.
    return np.where(across % spacing < stripes + 1, np.float32(0), pixels)


def _jpeg(pixels: Pixels, quality: float, place: Place) -> Pixels:
    count, height, width = pixels.shape
    coded = np.rint(np.clip(pixels, 0, 1) * 255).astype(np.uint8)
    # JPEG divides the raster in cells, wherever this part of it begins and ends.
    before = place.row % _JPEG_CELL, place.column % _JPEG_CELL
    after = tuple(-(at + n) % _JPEG_CELL for at, n in zip(before, (height, width), strict=True))
    padding = ((0, 0), (before[0], after[0]), (before[1], after[1]))
    padded = np.pad(coded, padding, mode="edge")
    spoiled = np.concatenate(
        [
            _through_jpeg(padded[start : start + 3], int(quality))
            if start + 3 <= count
            else np.concatenate(
                [_through_jpeg(band[None], int(quality)) for band in padded[start:]]
            )
            for start in range(0, count, 3)
        ]
    )
    top, left = before
    found: Pixels = np.float32(spoiled[:, top : top + height, left : left + width]) / 255
    return found


def _through_jpeg(pixels: NDArray[np.uint8], quality: int) -> NDArray[Any]:
    count, height, width = pixels.shape
    shape = {"count": count, "height": height, "width": width, "dtype": "uint8"}
    with MemoryFile() as file, warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with file.open(driver="JPEG", quality=quality, **shape) as dataset:
            dataset.write(pixels)
        with file.open() as dataset:
            return np.asarray(dataset.read())


def _turned(degrees: float, height: int, width: int) -> tuple[int, int, Affine]:
    turn = math.radians(degrees)
    sine, cosine = abs(math.sin(turn)), abs(math.cos(turn))
    # All of it: what is cut off could not be compared.
    turned_width = math.ceil(round(width * cosine + height * sine, 6))
    turned_height = math.ceil(round(width * sine + height * cosine, 6))
    return (
        turned_height,
        turned_width,
        Affine.translation(width / 2, height / 2)
        @ Affine.rotation(degrees)
        @ Affine.translation(-turned_width / 2, -turned_height / 2),
    )


def _shrunk(factor: float, height: int, width: int) -> tuple[int, int, Affine]:
    shape = max(int(height * factor), 1), max(int(width * factor), 1)
    return *shape, Affine.scale(width / shape[1], height / shape[0])


def _shifted(pixels: float, height: int, width: int) -> tuple[int, int, Affine]:
    shift = int(pixels)
    return height + shift, width + shift, Affine.translation(-shift, -shift)


_KERNEL = say("kernel, pixels")
CORRUPTIONS: tuple[Spoiling | Moving, ...] = (
    Spoiling(
        "gaussian-noise",
        say("Gaussian noise"),
        (0.04, 0.05, 0.06, 0.07, 0.08),
        say("standard deviation"),
        _gaussian_noise,
    ),
    Spoiling(
        "salt-and-pepper-noise",
        say("Salt and pepper"),
        (0.005, 0.01, 0.02, 0.03, 0.05),
        say("share of the pixels"),
        _salt_and_pepper,
    ),
    Spoiling(
        "gaussian-blur",
        say("Gaussian blur"),
        (3, 5, 7, 9, 11),
        _KERNEL,
        _gaussian_blur,
        5,
    ),
    Spoiling("motion-blur", say("Motion blur"), (2, 4, 6, 8, 10), _KERNEL, _motion_blur, 5),
    Spoiling(
        "brightness-contrast",
        say("Bright, low contrast"),
        (0.0, 0.1, 0.2, 0.3, 0.4),
        say("added; twice as much is taken off the contrast"),
        _brightness_contrast,
    ),
    Spoiling("clouds", say("Clouds"), (0.1, 0.15, 0.2, 0.25, 0.3), say("density"), _clouds),
    Spoiling("haze", say("Haze"), (0.2, 0.3, 0.4, 0.5, 0.6), say("share of white"), _haze),
    Spoiling(
        "data-gaps",
        say("Gaps in stripes"),
        (2, 3, 4, 5, 6),
        say("stripes in {frame}² pixels, of one pixel more", frame=FRAME),
        _gaps,
    ),
    Spoiling(
        "compression-artifacts",
        "JPEG",
        (30, 25, 20, 15, 10),
        say("quality"),
        _jpeg,
        _JPEG_CELL,
    ),
    Moving("rotation", say("Rotation"), (30, 45, 60, 75, 90), say("degrees"), _turned),
    Moving("scale", say("Scale"), (0.9, 0.8, 0.7, 0.6, 0.5), say("times the size"), _shrunk),
    Moving("translation", say("Shift"), (15, 20, 25, 30, 35), say("pixels, both ways"), _shifted),
)
"""In the order in which they are told."""


def _draws(place: Place) -> np.random.Generator:
    return np.random.default_rng((place.seed, place.row, place.column))


def _gaussian(deviation: float, radius: int) -> NDArray[np.float32]:
    weights = np.exp(-0.5 * (np.arange(-radius, radius + 1) / deviation) ** 2)
    found: NDArray[np.float32] = np.float32(weights / weights.sum())
    return found


def _convolved(pixels: Pixels, kernel: NDArray[np.float32], axis: int) -> Pixels:
    """Return pixels convolved along an axis; beyond their edge they are mirrored."""
    radius = len(kernel) // 2
    length = pixels.shape[axis]
    padding = [(0, 0)] * pixels.ndim
    padding[axis] = (radius, radius)
    padded = np.pad(pixels, padding, mode="reflect" if length > radius else "symmetric")
    spoiled = np.zeros_like(pixels)
    for offset, weight in enumerate(kernel):
        if weight:
            part = [slice(None)] * pixels.ndim
            part[axis] = slice(offset, offset + length)
            spoiled += weight * padded[tuple(part)]
    return spoiled


def _perlin(rows: NDArray[np.int64], columns: NDArray[np.int64], seed: int) -> NDArray[np.float32]:
    """Return noise of several octaves (Perlin 1985) at these rows and columns, (H, W)."""
    total = np.zeros((len(rows), len(columns)), np.float32)
    for octave in range(_CLOUD_OCTAVES):
        total += 0.5**octave * _gradient_noise(
            rows * 2**octave / _CLOUD_CELL, columns * 2**octave / _CLOUD_CELL, seed + octave
        )
    return total


def _gradient_noise(
    ys: NDArray[np.float64], xs: NDArray[np.float64], seed: int
) -> NDArray[np.float32]:
    corners_y, corners_x = (np.floor(at).astype(np.int64) for at in (ys, xs))
    parts_y, parts_x = np.float32(ys - corners_y), np.float32(xs - corners_x)
    # Smooth up to the second derivative (Perlin 2002).
    fade_y, fade_x = (t**3 * (t * (6 * t - 15) + 10) for t in (parts_y, parts_x))
    table, slopes_y, slopes_x = _tables(seed)

    def corner(down: int, right: int) -> NDArray[np.float32]:
        row_of = table[(corners_y + down) % _CELLS]
        which = table[row_of[:, None] + ((corners_x + right) % _CELLS).astype(np.int16)]
        found: NDArray[np.float32] = slopes_x[which] * (parts_x - right)[None]
        found += slopes_y[which] * (parts_y - down)[:, None]
        return found

    top = corner(0, 0) + fade_x * (corner(0, 1) - corner(0, 0))
    bottom = corner(1, 0) + fade_x * (corner(1, 1) - corner(1, 0))
    found: NDArray[np.float32] = top + fade_y[:, None] * (bottom - top)
    return found


@cache
def _tables(seed: int) -> tuple[NDArray[np.int16], NDArray[np.float32], NDArray[np.float32]]:
    """Return a permutation, twice in a row, and the slope of each of `_CELLS`."""
    draws = np.random.default_rng(seed)
    table, turns = draws.permutation(_CELLS), draws.random(_CELLS) * 2 * math.pi
    return np.tile(table, 2).astype(np.int16), np.float32(np.sin(turns)), np.float32(np.cos(turns))
