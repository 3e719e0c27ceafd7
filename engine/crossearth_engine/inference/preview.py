"""What somebody looks at, mapped at once: windows one by one, from the middle outwards.

No map comes of it. Each window tells its own middle, in the pixels that the network sees, and that
becomes a small file which whoever asked takes away. Neighbouring windows are not averaged and
nothing is smoothed: near the edges of windows a map may say something else.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import rasterio
from numpy.typing import NDArray

from crossearth_engine.arrays import FloatArray
from crossearth_engine.digests import file_identity
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.classify import choose_channels, kind_of_scores
from crossearth_engine.inference.load import BackendLoader, load_backend
from crossearth_engine.inference.plan import (
    Measured,
    Sight,
    check_told,
    choose_classes,
    see,
    windows_for,
)
from crossearth_engine.inference.request import LookRequest
from crossearth_engine.inference.segment import averaging
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import weight_files
from crossearth_engine.publishing import writing
from crossearth_engine.raster.dead_bands import leave_out_dead_bands
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.open_source import open_source
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.windows import Window, axis_offsets
from crossearth_engine.shared.options import PREVIEW, Options
from crossearth_engine.shared.palette import NODATA, ClassInfo
from crossearth_engine.shared.quantity import color_stops

# Who looks at more than these cannot tell them apart on a screen.
MOST_PIECES = 64
# Numbers are shown in so many colours, from 0 on.
_MOST_CODE = 253


@dataclass(frozen=True)
class PreviewRequest(LookRequest):
    """What is looked at, and how it would be segmented.

    Attributes:
        folder: where pieces appear, each whole as soon as it has its name ``*.tif``: a palette of
            classes, on the network's pixels, in the raster's CRS.
        known: pieces that whoever asks has, by their names without the ending.
    """

    options: ClassVar[Options] = PREVIEW

    folder: str
    known: list[str] | None = PREVIEW["known"].default


@dataclass(frozen=True)
class Piece:
    """A part of what is looked at.

    Attributes:
        name: the same whatever is looked at, as long as nothing else is asked for otherwise.
        seen: by the network, pixels of the working grid; may reach beyond the raster.
        told: the part that is its own. Those of all pieces tile the raster.
    """

    name: str
    seen: Window
    told: Window


def preview(
    request: PreviewRequest, job: Job, load: BackendLoader = load_backend
) -> dict[str, Any]:
    """Map what is looked at piece by piece; each is counted as soon as it is in the folder.

    Returns:
        ``pieces``, that were mapped, and ``left``, that were not, as there are too many; JSON.

    Raises:
        EngineError: as a run would.
    """
    request.check()
    model = find_model(request.model)
    with open_source(
        request.input, model.bands, request.bands, request.nodata, request.crs
    ) as source:
        leave_out_dead_bands(source)
        unseen = ("folder", "known", "extent")
        asked = {name: value for name, value in asdict(request).items() if name not in unseen}
        files = [source.identity, *(file_identity(str(path)) for path in weight_files(model))]
        measured = _measured(json.dumps(asked), json.dumps(files))
        sight = see(request, source, model, measured)
        backend = load(model, request.device, request.threads, request.precision)
        backend.clear_interrupt()
        job.on_cancel(backend.interrupt)
        backend = averaging(request, backend)
        known = set(request.known or ())
        missing = [piece for piece in pieces(sight, backend) if piece.name not in known]
        found = missing[:MOST_PIECES]
        tell = _teller(request, sight, backend, source)
        to_crs = source.transform @ sight.view.grid.to_source
        check_told(request, model)
        colors = _colors(model, request.merge)
        for done, piece in enumerate(found):
            job.progress(done, len(found))
            transform = to_crs @ rasterio.Affine.translation(piece.told.col_off, piece.told.row_off)
            _write(Path(request.folder) / f"{piece.name}.tif", tell(piece), transform, colors)
        job.report(len(found), len(found))
    return {"pieces": len(found), "left": len(missing) - len(found)}


@lru_cache(maxsize=4)
def _measured(asked: str, identity: str) -> Measured:
    """Return what is measured of a raster as a whole: who pans does not wait for it every time.

    Args:
        asked: arguments of a `LookRequest`, JSON.
        identity: of raster and model, JSON; with another one it is measured anew.
    """
    request = LookRequest.from_arguments(json.loads(asked))
    model = find_model(request.model)
    with open_source(
        request.input, model.bands, request.bands, request.nodata, request.crs
    ) as source:
        leave_out_dead_bands(source)
        sight = see(request, source, model)
    return Measured(sight.conversion, sight.view.match)


def pieces(sight: Sight, backend: Backend) -> list[Piece]:
    """Return the pieces of what is looked at, the one in its middle first."""
    grid, model = sight.view.grid, sight.model
    window_size, overlap = windows_for(sight.request, model, grid)
    halo = backend.halo(window_size)
    size, overlap = window_size - 2 * halo, max(overlap - 2 * halo, 0)
    overhang = max(model.overhang - halo, 0)
    rows, cols = (
        list(_shares(axis_offsets(length, size, size - overlap, overhang), size, length))
        for length in (grid.height, grid.width)
    )
    looked_at = grid.around(sight.region)
    found = [
        Piece(
            f"{top}-{left}",
            Window(left - halo, top - halo, window_size, window_size),
            Window(first_col, first_row, end_col - first_col, end_row - first_row),
        )
        for top, first_row, end_row in rows
        for left, first_col, end_col in cols
        if first_row < looked_at.row_off + looked_at.height
        and end_row > looked_at.row_off
        and first_col < looked_at.col_off + looked_at.width
        and end_col > looked_at.col_off
    ]
    middle = _middle(looked_at)
    return sorted(found, key=lambda piece: math.dist(_middle(piece.told), middle))


def _middle(window: Window) -> tuple[float, float]:
    return window.col_off + window.width / 2, window.row_off + window.height / 2


def _shares(offsets: list[int], size: int, length: int) -> Iterator[tuple[int, int, int]]:
    """Yield offset, start and end of what each window along an axis tells, pixels.

    Two that overlap have half of that each.
    """
    borders = [0, *((a + size + b) // 2 for a, b in pairwise(offsets)), length]
    for offset, (start, end) in zip(offsets, pairwise(borders), strict=True):
        if max(start, 0) < min(end, length):
            yield offset, max(start, 0), min(end, length)


def _teller(
    request: PreviewRequest, sight: Sight, backend: Backend, source: RasterSource
) -> Callable[[Piece], NDArray[np.uint8]]:
    """Return what says the values of a map (H, W) of a piece."""
    model, reader = sight.model, RasterReader(source, sight.view)
    classes, places = choose_classes(model, request.merge)
    span = None if model.quantity is None else _span(model)
    values = np.array([classes[place].value for place in places], np.uint8)
    mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)

    def tell(piece: Piece) -> NDArray[np.uint8]:
        nonlocal model
        pixels, valid, wanted = reader.read_mirrored(piece.seen)
        wanted = wanted[piece.told.slices(piece.seen)]
        if not wanted.any():
            return np.full(wanted.shape, NODATA, np.uint8)
        batch = normalize(pixels, valid, mean, std)[None]
        if backend.fixed_batch:
            batch = np.pad(batch, ((0, backend.fixed_batch - 1), (0, 0), (0, 0), (0, 0)))
        scores = backend.run(batch)[:1]
        if model.scores == "unknown":
            model = replace(model, scores=kind_of_scores(scores)[0])
        # The network tells nothing of the halo.
        halo = (piece.seen.width - scores.shape[-1]) // 2
        inner = Window(piece.seen.col_off + halo, piece.seen.row_off + halo, *scores.shape[:1:-1])
        rows, cols = piece.told.slices(inner)
        told = scores[0][:, rows, cols]
        if span is not None:
            return np.where(wanted, _codes(told[0], *span), np.uint8(NODATA))
        chosen = choose_channels(told, model)
        return np.where(wanted, values[chosen], np.uint8(NODATA))

    return tell


def _colors(
    model: ModelInfo, merge: dict[str, list[str]] | None
) -> dict[int, tuple[int, int, int, int]]:
    """Return colours by value: of classes, or of `_codes`."""
    if model.quantity is None:
        classes, _ = choose_classes(model, merge)
        return {item.value: (*item.rgb, 255) for item in classes}
    stops = color_stops(0, _MOST_CODE)
    places = [value for value, _ in stops]
    rgb = np.array([ClassInfo(0, "", color).rgb for _, color in stops])
    codes = np.arange(_MOST_CODE + 1)
    bands = [np.interp(codes, places, rgb[:, i]).round().astype(int).tolist() for i in range(3)]
    return {
        code: (red, green, blue, 255)
        for code, red, green, blue in zip(codes.tolist(), *bands, strict=True)
    }


def _span(model: ModelInfo) -> tuple[float, float]:
    """Return the numbers at the ends of the colours.

    Raises:
        InvalidRequest: if a whole map tells them first.
    """
    if model.quantity is None or model.quantity.range is None:
        reason = f"{model.name} does not say which numbers it tells: make a map to see them."
        raise InvalidRequest(reason=reason)
    return model.quantity.range


def _codes(numbers: FloatArray, low: float, high: float) -> NDArray[np.uint8]:
    """Return where numbers (H, W) lie between two, 0 to `_MOST_CODE`."""
    shares = (numbers - low) / max(high - low, 1e-12)
    codes: NDArray[np.uint8] = np.rint(_MOST_CODE * np.clip(shares, 0, 1)).astype(np.uint8)
    return codes


def _write(
    path: Path,
    values: NDArray[np.uint8],
    transform: rasterio.Affine,
    colors: dict[int, tuple[int, int, int, int]],
) -> None:
    """Write a piece; it has its name when it is whole.

    Raises:
        OutputNotWritable: if that cannot be done.
    """
    growing = path.with_suffix(".part")
    with writing(path):
        with rasterio.open(
            growing,
            "w",
            driver="GTiff",
            width=values.shape[1],
            height=values.shape[0],
            count=1,
            dtype="uint8",
            nodata=NODATA,
            transform=transform,
        ) as dataset:
            dataset.write_colormap(1, colors)
            dataset.write(values, 1)
        growing.replace(path)
