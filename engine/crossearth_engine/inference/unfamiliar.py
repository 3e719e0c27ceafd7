"""Whether a raster is unlike what a network was trained on, told by a few windows of it.

Before a run, at a hundredth of what mapping the raster costs, or by one window of it. Where bands
have moved, the same windows tell whether matching the raster to the training would help: on imagery
that it knows, a network is the surer the better it maps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.inference.backend import Backend
from crossearth_engine.inference.classify import confidence_of
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_file import read_wiring
from crossearth_engine.models.safetensors_header import tensor_names
from crossearth_engine.raster.matching import Match
from crossearth_engine.raster.normalize import normalize
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.sample import spread
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.findings import Finding
from crossearth_engine.shared.options import BANDS_ID
from crossearth_engine.shared.products import UNFAMILIAR, UNFAMILIARITY

# Windows that are looked at: one for so many that a raster has, up to a few, and not more than that
# one of a raster on a server; and places along each side where one may lie.
WINDOWS_FOR_ONE, MOST_WINDOWS, POSITIONS = 100, 4, 3
# With less data in it a window says little.
LEAST_WANTED = 0.5
# By how much surer a network is of what was matched, where that helps.
SURER = 0.005


@dataclass(frozen=True)
class Strangeness:
    """How unlike the training imagery a raster is.

    Attributes:
        median: of the `UNFAMILIARITY` of the places that were looked at, 0 to 1.
        share: of these places that are at least `UNFAMILIAR`.
        confidence: mean probability of the class that is chosen there.
    """

    median: float
    share: float
    confidence: float

    def findings(self, model: ModelInfo, *, is_matched: bool) -> list[Finding]:
        """Return what there is to tell of it: less of values that were matched to the training."""
        if self.median < UNFAMILIAR:
            return []
        details = {"model": model.name, "share": f"{self.share * 100:.0f} %"}
        return [Finding("unlike-though-matched" if is_matched else "unlike-training", details)]


def knows_its_training(model: ModelInfo) -> bool:
    """Whether a model's network tells what is unlike its training, without loading it."""
    if model.weights.suffix.lower() == ".onnx":
        return UNFAMILIARITY in read_wiring(model.weights).outputs
    return any(name.startswith(f"{UNFAMILIARITY}.") for name in tensor_names(model.weights))


def look_for_strangeness(
    backend: Backend, model: ModelInfo, reader: RasterReader, seen: Window, window_size: int
) -> Strangeness | None:
    """Return how unlike the training imagery a raster is; None if the network does not tell.

    Args:
        backend: the network.
        model: how pixels are scaled for it.
        reader: the raster as it is shown.
        seen: the part that is asked for, pixels as they are shown.
        window_size: what the network is shown at once, pixels.

    Raises:
        UnreadableRaster: if blocks are missing or damaged.
        JobCanceled: if the backend was interrupted.
    """
    if not backend.has_reference:
        return None
    affordable = seen.width * seen.height // (WINDOWS_FOR_ONE * window_size**2)
    most = 1 if reader.source.is_remote else min(max(affordable, 1), MOST_WINDOWS)
    found: list[FloatArray] = []
    confidence: list[FloatArray] = []
    for window in _windows(seen, window_size):
        pixels, valid, wanted = reader.read_mirrored(window)
        if wanted.mean() < LEAST_WANTED:
            continue
        mean, std = np.array(model.mean, np.float32), np.array(model.std, np.float32)
        batch = normalize(pixels, valid, mean, std)[None].repeat(backend.fixed_batch or 1, axis=0)
        *scores, unlike = backend.run(batch, with_unfamiliarity=True)[0]
        halo = (window_size - unlike.shape[-1]) // 2
        inside = wanted[halo : window_size - halo, halo : window_size - halo]
        found.append(unlike[inside])
        confidence.append(confidence_of(np.stack(scores), model)[inside])
        if len(found) == most:
            break
    if not found:
        return None
    values = np.concatenate(found)
    return Strangeness(
        float(np.median(values)),
        float((values >= UNFAMILIAR).mean()),
        float(np.concatenate(confidence).mean()),
    )


@dataclass(frozen=True)
class Suspicion:
    """That bands have moved, and what would bring them back.

    Attributes:
        finding: what is told if that would help.
        match: what does it.
    """

    finding: Finding
    match: Match


def has_last_word(model: ModelInfo) -> bool:
    """Whether a model's network is asked if matching would help, before it is advised.

    What knows colours only is as sure of wrong ones.
    """
    return model.architecture != BANDS_ID and knows_its_training(model)


def look_with_network(
    backend: Backend,
    model: ModelInfo,
    reader: RasterReader,
    seen: Window,
    window_size: int,
    suspected: Callable[[], Suspicion | None],
) -> tuple[Strangeness | None, list[Finding]]:
    """Return how unlike the training imagery a raster is, and what there is to tell.

    A suspicion, which is waited for as late as can be, is told if matching is likely to help; all
    else is as of `look_for_strangeness`.
    """
    found = look_for_strangeness(backend, model, reader, seen, window_size)
    if found is None:
        return None, []
    findings = found.findings(model, is_matched=reader.view.match is not None)
    suspicion = suspected()
    if suspicion is not None:
        matched = RasterReader(reader.source, replace(reader.view, match=suspicion.match))
        again = look_for_strangeness(backend, model, matched, seen, window_size)
        if again is not None and _is_better(found, again, suspicion.match):
            findings.insert(0, suspicion.finding)
    return found, findings


def _is_better(plain: Strangeness, matched: Strangeness, match: Match) -> bool:
    """Whether a network is likely to map a raster better when it is matched.

    It is the surer then, or only then finds it familiar. Of what is both strange and nearly black
    it may be as sure as of anything.
    """
    if matched.confidence >= plain.confidence + SURER:
        return True
    is_strange = plain.median >= UNFAMILIAR
    return is_strange and (matched.median < UNFAMILIAR or match.is_from_dark)


def _windows(seen: Window, size: int) -> list[Window]:
    """Return windows all over what is seen; any first few are far from each other."""
    rows, cols = (
        [start + offset for offset in spread(max(length - size, 0) + 1, POSITIONS)]
        if length >= size
        else [start - (size - length) // 2]
        for start, length in ((seen.row_off, seen.height), (seen.col_off, seen.width))
    )
    windows = [Window(col, row, size, size) for row, col in product(rows, cols)]
    order = sorted(range(len(windows)), key=lambda i: 4 * i % len(windows))
    return [windows[i] for i in order]
