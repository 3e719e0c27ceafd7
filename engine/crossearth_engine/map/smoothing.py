"""Class maps without specks: the majority in a window, and a minimum size of patches.

Both read a class raster strip by strip and write another. Pixels without data get no class, and
lend none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from rasterio.io import DatasetReader
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.map.pyramid import Pyramid
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import NODATA

Classes = NDArray[np.uint8]
Ids = NDArray[np.int32]

STRIP_PIXELS = 2_000_000


def read_classes(source: DatasetReader, window: Window) -> Classes:
    """Return the class values (H, W) of a window of a class raster."""
    place = RasterioWindow(window.col_off, window.row_off, window.width, window.height)
    values: Classes = source.read(1, window=place)
    return values


def write_majority(
    source: DatasetReader, target: Pyramid, window_size: int, advance: Callable[[float], None]
) -> None:
    """Give every pixel the class that most pixels of the window around it have.

    Where several are the most, a pixel keeps its class if it is one of them, and else gets the
    one with the lowest value.

    Args:
        source: the map.
        target: of the same size.
        window_size: edge of the square window, pixels; odd.
        advance: called all the time with the share that is done; raises to stop.
    """
    reach = window_size // 2
    whole = Window(0, 0, source.width, source.height)
    for strip in whole.strips(STRIP_PIXELS):
        advance(strip.row_off / whole.height)
        around = Window(0, strip.row_off - reach, strip.width, strip.height + 2 * reach)
        seen = around.intersection(whole)
        if seen is None:
            raise ValueError(f"{strip} lies outside the raster")
        majority = majority_of(read_classes(source, seen), window_size)
        top = strip.row_off - seen.row_off
        target.write(majority[top : top + strip.height], strip)
        target.flush(whole.width, strip.row_off + strip.height)


def majority_of(values: Classes, window_size: int) -> Classes:
    """Return the most frequent class in the window around each pixel, as `write_majority` says.

    Args:
        values: (H, W).
        window_size: odd, below 256: the number of its pixels must fit in 16 bits.
    """
    result: Classes = values.copy()
    most = np.zeros(values.shape, np.uint16)
    for value in np.unique(values[values != NODATA]):
        own = values == value
        votes = _sums_around(own, window_size)
        is_better = (votes > most) | ((votes == most) & own)
        np.copyto(result, value, where=is_better)
        np.copyto(most, votes, where=is_better)
    result[values == NODATA] = NODATA
    return result


def _sums_around(flags: NDArray[np.bool_], window_size: int) -> NDArray[np.uint16]:
    """Return how many flags are set in the square around each pixel; none are set outside."""
    sums = flags.astype(np.uint16)
    reach = window_size // 2
    for axis in (0, 1):
        length = sums.shape[axis]
        padding = [(0, 0), (0, 0)]
        padding[axis] = (1, 0)
        # Differences of 16-bit sums are right even where the sums themselves have overflowed.
        running = np.pad(np.cumsum(sums, axis=axis, dtype=np.uint16), padding)
        place = np.arange(length)
        upper = running.take(np.minimum(place + reach + 1, length), axis=axis)
        sums = upper - running.take(np.maximum(place - reach, 0), axis=axis)
    return sums


def write_sieved(
    source: DatasetReader, target: Pyramid, min_pixels: int, advance: Callable[[float], None]
) -> None:
    """Give patches of fewer pixels than ``min_pixels`` the class of their largest neighbour.

    A patch is what hangs together by edges of pixels. Where the largest neighbour is small
    itself, it is its largest neighbour that counts, and so on; patches without a large one at the
    end stay, as those surrounded by nodata do. This is GDAL's sieve, to the pixel, on rasters of
    any height: in memory are one strip, and about 20 bytes for every patch.

    Args:
        source: the map.
        target: of the same size.
        min_pixels: size of the smallest patch to keep.
        advance: called all the time with the share that is done; raises to stop.
    """
    starts, roots, sizes, values = _measure_patches(source, lambda share: advance(share / 3))
    is_small = (sizes < min_pixels) & (values != NODATA)
    largest = np.arange(len(roots), dtype=np.int32)
    largest_size = np.zeros(len(roots), np.int64)
    above: Ids | None = None
    strips = _labelled(source, lambda share: advance((1 + share) / 3))
    for start, (_, _, labels) in zip(starts, strips, strict=True):
        ids = roots[start + labels]
        rows = ids if above is None else np.concatenate([above, ids])
        patch, neighbour = _largest_neighbours(rows, is_small, sizes, values)
        is_larger = sizes[neighbour] > largest_size[patch]
        patch, neighbour = patch[is_larger], neighbour[is_larger]
        largest[patch], largest_size[patch] = neighbour, sizes[neighbour]
        above = ids[-1:]
    # Follow the chain of largest neighbours in leaps of doubling length; it may be a circle.
    for _ in range(len(largest).bit_length()):
        largest = largest[largest]
    final = np.where(is_small & ~is_small[largest], values[largest], values)
    strips = _labelled(source, lambda share: advance((2 + share) / 3))
    for start, (strip, _, labels) in zip(starts, strips, strict=True):
        target.write(final[roots[start + labels]], strip)
        target.flush(source.width, strip.row_off + strip.height)


def _measure_patches(
    source: DatasetReader, advance: Callable[[float], None]
) -> tuple[list[int], Ids, NDArray[np.int64], Classes]:
    """Return where the patches of each strip start; and root, size and value of each patch.

    Patches of strips that are one on the map have one root, and its size and value.
    """
    starts, sizes, values = [0], [], []
    seams: list[Ids] = []
    last: tuple[Classes, Ids] | None = None
    for _, classes, labels in _labelled(source, advance):
        counts = np.bincount(labels.ravel())
        sizes.append(counts)
        values.append(np.empty(len(counts), np.uint8))
        values[-1][labels] = classes
        if last is not None:
            is_one = last[0] == classes[0]
            seams.append(np.stack([last[1][is_one], starts[-1] + labels[0][is_one]]))
        last = classes[-1], starts[-1] + labels[-1]
        starts.append(starts[-1] + len(counts))
    count = starts.pop()
    roots = _connected(count, *np.concatenate([np.empty((2, 0), np.int32), *seams], axis=1))
    total = np.bincount(roots, np.concatenate(sizes), count).astype(np.int64)
    return starts, roots, total[roots], np.concatenate(values)


def _labelled(
    source: DatasetReader, advance: Callable[[float], None]
) -> Iterator[tuple[Window, Classes, Ids]]:
    """Yield the strips of a raster with their classes and the patch of each pixel."""
    for strip in Window(0, 0, source.width, source.height).strips(STRIP_PIXELS):
        advance(strip.row_off / source.height)
        classes = read_classes(source, strip)
        yield strip, classes, label_patches(classes)


def label_patches(values: NDArray[np.uint8]) -> Ids:
    """Return the number of the patch of each pixel, from 0: equal values that share edges.

    Args:
        values: (H, W), not empty.
    """
    # Runs along the rows first; then those that touch in the next row are one.
    starts = np.ones(values.shape, bool)
    np.not_equal(values[:, 1:], values[:, :-1], out=starts[:, 1:])
    runs = (np.cumsum(starts, dtype=np.int32) - 1).reshape(values.shape)
    touches = (values[1:] == values[:-1]) & (starts[1:] | starts[:-1])
    roots = _connected(int(runs[-1, -1]) + 1, runs[:-1][touches], runs[1:][touches])
    numbers = np.cumsum(roots == np.arange(len(roots)), dtype=np.int32) - 1
    labels: Ids = numbers[roots][runs]
    return labels


def _connected(count: int, one: Ids, other: Ids) -> Ids:
    """Return for each of ``count`` things the lowest one that pairs connect it with."""
    roots = np.arange(count, dtype=np.int32)
    while True:
        lower = np.minimum(roots[one], roots[other])
        upper = np.maximum(roots[one], roots[other])
        is_apart = lower != upper
        if not is_apart.any():
            return roots
        one, other = lower[is_apart], upper[is_apart]
        np.minimum.at(roots, other, one)
        while not np.array_equal(shorter := roots[roots], roots):
            roots = shorter


def _largest_neighbours(
    ids: Ids, is_small: NDArray[np.bool_], sizes: NDArray[np.int64], values: Classes
) -> tuple[Ids, Ids]:
    """Return the small patches that have neighbours in these rows (H, W), and the largest of each.

    Of neighbours of one size it is the first, row by row.
    """
    is_data = values != NODATA
    patches, neighbours, places = [], [], []
    place = np.arange(ids.size).reshape(ids.shape)
    sides = [
        (ids[1:], ids[:-1], 2 * place[1:]),
        (ids[:, 1:], ids[:, :-1], 2 * place[:, 1:] + 1),
    ]
    for own, near, order in sides:
        meets = (own != near) & is_data[own] & is_data[near]
        for patch, neighbour in ((own[meets], near[meets]), (near[meets], own[meets])):
            counts = is_small[patch]
            patches.append(patch[counts])
            neighbours.append(neighbour[counts])
            places.append(order[meets][counts])
    patch, neighbour = np.concatenate(patches), np.concatenate(neighbours)
    best_first = np.lexsort((np.concatenate(places), -sizes[neighbour], patch))
    patch, neighbour = patch[best_first], neighbour[best_first]
    is_first = np.ones(len(patch), bool)
    is_first[1:] = patch[1:] != patch[:-1]
    return patch[is_first], neighbour[is_first]
