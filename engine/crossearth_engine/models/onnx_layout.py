"""How networks of others take an image and give a map: order of axes, types of numbers, sizes.

Ours take (B, C, H, W) in single precision and give scores of the same height and width. Others have
the channels last, half precision or bytes, class numbers in place of scores, no channel axis, or
a map that is smaller than the image. What they have is read from the shapes that a file states,
and where it leaves these open, from what the network returns. Arrays in, arrays out; runs nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray

Shape = Sequence["int | str | None"]
"""As a file states it: a number, a name for any number, or nothing."""

NUMBER_TYPES: dict[str, Any] = {
    "tensor(float)": np.float32,
    "tensor(float16)": np.float16,
    "tensor(double)": np.float64,
    **{f"tensor({name})": np.dtype(name).type for name in ("int8", "int16", "int32", "int64")},
    **{f"tensor({name})": np.dtype(name).type for name in ("uint8", "uint16", "uint32", "uint64")},
}
"""Numbers that an image may consist of, by onnxruntime's names of tensors."""
MAP_TYPES = {**NUMBER_TYPES, "tensor(bool)": np.bool_}

# How much smaller than the window the maps of networks are that leave enlarging to others.
_STRIDES = (2, 3, 4, 5, 6, 7, 8, 16, 32)


class LayoutError(ValueError):
    """A network takes or gives something else than images and maps of them."""


@dataclass(frozen=True)
class ImageLayout:
    """How a network takes its image.

    Attributes:
        name: of the input.
        dtype: of its numbers.
        is_channels_last: (B, H, W, C), and not (B, C, H, W).
        batch, channels: None where any number will do.
        size_hw: height and width, likewise.
    """

    name: str
    dtype: Any
    is_channels_last: bool
    batch: int | None
    channels: int | None
    size_hw: tuple[int | None, int | None]

    @classmethod
    def of(cls, name: str, type_name: str, shape: Shape, channels: int | None) -> ImageLayout:
        """Return the layout of an input.

        Args:
            name: of the input.
            type_name: as onnxruntime calls it.
            shape: as the file states it.
            channels: the bands of the model, where they are known.

        Raises:
            LayoutError: if it is no image.
        """
        if len(shape) != 4 or type_name not in NUMBER_TYPES:
            raise LayoutError(f"does not take an image but {type_name} {_listed(shape)}")
        known = () if channels is None else (channels,)
        is_last = channel_axis(shape, known) == 3
        batch, *rest = (_fixed(entry) for entry in shape)
        height, width = rest[:2] if is_last else rest[1:]
        own_channels = rest[2] if is_last else rest[0]
        dtype = np.dtype(NUMBER_TYPES[type_name])
        return cls(name, dtype, is_last, batch, own_channels, (height, width))

    @property
    def takes_whole_numbers(self) -> bool:
        """Whether fractions would be lost: such a network scales pixels itself."""
        return bool(np.issubdtype(self.dtype, np.integer))

    def given(self, batch: FloatArray) -> NDArray[Any]:
        """Return windows (B, C, H, W) as the network takes them."""
        if self.is_channels_last:
            batch = batch.transpose(0, 2, 3, 1)
        if self.takes_whole_numbers:
            limits = np.iinfo(self.dtype)
            # Not wrapped: 256 is as bright as a byte can be, and not black.
            batch = np.clip(np.rint(batch), limits.min, limits.max)
        return np.ascontiguousarray(batch, self.dtype)


def channel_axis(shape: Shape, known: Collection[int] = ()) -> int | None:
    """Return which axis of (B, ., ., .) the channels are on, 1 or 3; None if nothing tells.

    Args:
        shape: as a file states it.
        known: numbers of channels that there may be.
    """
    _, first, middle, last = shape
    if middle is not None and middle == last and first != middle:
        return 1
    if middle is not None and middle == first and last != middle:
        return 3
    if (first in known) != (last in known):
        return 1 if first in known else 3
    is_fixed = [isinstance(entry, int) for entry in (first, last)]
    if is_fixed == [True, True]:
        return 1 if first <= last else 3  # type: ignore[operator]  # numbers, both
    if is_fixed == [True, False]:
        return 1
    return 3 if is_fixed == [False, True] else None


def arranged(
    result: NDArray[Any],
    batch: int,
    window_hw: tuple[int, int],
    known: Collection[int],
    *,
    prefers_last: bool,
) -> NDArray[Any]:
    """Return what a network has returned as maps (B, K, h, w), in shape like the windows; a view.

    Without an axis for the channels there is one; a batch of one window may have no axis of its
    own; and the pixels may be in a single row, as old Keras models have them.

    Args:
        result: of a batch of windows.
        batch: B.
        window_hw: height and width of the windows, pixels.
        known: numbers of channels that there may be.
        prefers_last: whether channels are last where the shape does not tell.

    Raises:
        LayoutError: if it is no map of the windows.
    """
    view: NDArray[Any] | None = _view(result, batch, window_hw, known, prefers_last=prefers_last)
    if view is not None:
        return view
    height, width = window_hw
    raise LayoutError(
        f"does not return a value for every pixel: for {batch} windows of {height} by {width} "
        f"pixels its result has the shape {_listed(result.shape)}"
    )


def _view(
    result: Any,
    batch: int,
    window_hw: tuple[int, int],
    known: Collection[int],
    *,
    prefers_last: bool,
) -> Any:
    """Return what `arranged` does, or None."""
    shape, count = result.shape, window_hw[0] * window_hw[1]
    if len(shape) == 5 and 1 in shape[1:]:
        # (B, K, 1, H, W): a date, or a depth, of which there is one.
        result = result.squeeze(1 + shape[1:].index(1))
        shape = result.shape
    if len(shape) == 4 and shape[0] == batch:
        is_first, is_last = _is_like(shape[2:], window_hw), _is_like(shape[1:3], window_hw)
        if is_last and (prefers_last or not is_first):
            return result.transpose(0, 3, 1, 2)
        if is_first:
            return result
    if len(shape) == 3 and shape[0] == batch:
        if _is_like(shape[1:], window_hw):
            return result[:, None]
        if shape[1] == count:
            return result.reshape(batch, *window_hw, -1).transpose(0, 3, 1, 2)
        if shape[2] == count:
            return result.reshape(batch, -1, *window_hw)
    if len(shape) == 3 and batch == 1:
        if _is_like(shape[1:], window_hw):
            return result[None]
        if _is_like(shape[:2], window_hw) and shape[2] in known:
            return result.transpose(2, 0, 1)[None]
    if len(shape) == 2 and batch == 1 and _is_like(shape, window_hw):
        return result[None, None]
    return None


def _is_like(size_hw: Sequence[int], window_hw: tuple[int, int]) -> bool:
    """Whether a map can be that of a window: of the same form, or with the same border missing."""
    (height, width), (window_height, window_width) = size_hw, window_hw
    is_cropped = window_height - height == window_width - width
    return is_cropped or height * window_width == width * window_height


def enlargement(size: int, window_size: int) -> tuple[int, int]:
    """Return how a map of ``size`` lies in its window: (what is missing around it, its size there).

    A map that is a half, a third, a quarter … of the window is a coarse one of all of it. Any
    other smaller one is of the middle of the window, without the pixels whose surroundings the
    network has not seen. A larger one is finer than the window.

    Raises:
        LayoutError: if it is larger, and not so many times.
    """
    if size == window_size or _is_strided(size, window_size):
        return 0, window_size
    if size < window_size:
        missing = -(-(window_size - size) // 2)
        return missing, window_size - 2 * missing
    if size % window_size == 0:
        return 0, window_size
    raise LayoutError(f"returns maps of {size} pixels for windows of {window_size} pixels")


def votes(numbers: NDArray[Any], values: Sequence[int]) -> FloatArray:
    """Return class numbers (B, 1, h, w) as scores (B, K, h, w): one for the class, else none.

    So they are joined where windows overlap: by counting, those near a window's edge for less.

    Args:
        numbers: as the network returns them.
        values: the numbers of its K classes.

    Raises:
        LayoutError: if one is no number of a class.
    """
    numbers = numbers[:, 0]
    if numbers.dtype.kind == "f":
        rounded = np.rint(numbers)
        if not (np.abs(numbers - rounded) < 1e-3).all():
            worst = float(numbers.flat[int(np.abs(numbers - rounded).argmax())])
            raise LayoutError(
                f"returns one value per pixel, such as {worst:.4g}, which is no class number, and "
                f"there are {len(values)} classes"
            )
        numbers = rounded
    result = np.empty((len(numbers), len(values), *numbers.shape[1:]), np.float32)
    for index, value in enumerate(values):
        np.equal(numbers, value, out=result[:, index], casting="unsafe")
    is_known = result.any(axis=1)
    if not is_known.all():
        odd = int(numbers.flat[int(is_known.argmin())])
        raise LayoutError(
            f"returns the class number {odd}, but there are {len(values)} classes, with the "
            f"numbers {_few(values)}. Import it with a name for each number that it may return, "
            "the one of 0 first (--classes)"
        )
    return result


def _few(values: Sequence[int]) -> str:
    listed = ", ".join(map(str, values[:5]))
    return listed if len(values) <= 5 else f"{listed} to {values[-1]}"


def _is_strided(size: int, window_size: int) -> bool:
    """Whether a size is what is left of a window of which only each second, third … row is kept."""
    return any(
        size in (window_size // stride, -(-window_size // stride), (window_size - 1) // stride + 1)
        for stride in _STRIDES
        if window_size >= 2 * stride
    )


def _fixed(entry: int | str | None) -> int | None:
    return entry if isinstance(entry, int) and entry > 0 else None


def _listed(shape: Sequence[Any]) -> str:
    return f"({', '.join('any' if entry is None else str(entry) for entry in shape)})"
