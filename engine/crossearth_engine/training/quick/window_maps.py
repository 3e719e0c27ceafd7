"""What a frozen network sees of a window: the maps that it makes of it, as they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from crossearth_engine.arrays import FloatArray
from crossearth_engine.devices import onnx_cards
from crossearth_engine.devices.cards import find_cards
from crossearth_engine.devices.choice import first_that_works
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.job import Job
from crossearth_engine.publishing import writing
from crossearth_engine.raster.normalize import normalize, pad_to_window
from crossearth_engine.raster.reader import RasterReader
from crossearth_engine.raster.windows import Window
from crossearth_engine.training.quick.features import (
    FeatureFolder,
    HalfArray,
    device_mark,
    in_half_precision,
)
from crossearth_engine.training.quick.frozen_network import FrozenNetwork, read_frozen_network
from crossearth_engine.training.rasters import open_rasters, seen_at
from crossearth_engine.training.request import FeaturesRequest, Seeing


class WindowMaps:
    """Computes the maps of windows; the network is loaded with the first.

    Args:
        request: where it runs.
        job: interrupts it when it is canceled.
        base: the network.

    Attributes:
        maps: all that any set of them has, in order: what is kept serves every one.
    """

    def __init__(self, request: Seeing, job: Job, base: FrozenNetwork) -> None:
        self._request = request
        self._job = job
        self._base = base
        self.maps = max(base.encoder.maps.values(), key=len)
        self._network: OnnxMaps | None = None

    def of(self, reader: RasterReader, window: Window) -> list[HalfArray]:
        """Return which pixels (1, S, S) of a window are valid, and its maps (C, h, w)."""
        model, size = self._base.model, window.width
        pixels, valid, _ = reader.read_window(window)
        x = normalize(
            pixels, valid, np.array(model.mean, np.float32), np.array(model.std, np.float32)
        )
        whole = np.zeros((1, size, size), np.float32)
        whole[0, : valid.shape[0], : valid.shape[1]] = valid
        return [*in_half_precision([whole]), *self.of_image(pad_to_window(x, size))]

    def of_image(self, image: FloatArray) -> list[HalfArray]:
        """Return the maps (C, h, w) of a normalised window (C, S, S)."""
        return in_half_precision([item[0] for item in self._loaded().run(image[None])])

    @property
    def device(self) -> str:
        """What computes them: ``cpu``, or a kind of graphics card, all of which compute alike."""
        device = self._loaded().device
        card = None if device == "cpu" else onnx_cards.reach(find_cards()).get(device)
        return device if card is None else f"{device.partition(':')[0]} ({card.name})"

    @property
    def runs_on(self) -> str:
        """The device, as the library calls it; ``cpu`` where nothing had to be computed yet."""
        return "cpu" if self._network is None else self._network.device

    def _loaded(self) -> OnnxMaps:
        if self._network is None:
            self._network = self._open()
            self._job.on_cancel(self._network.interrupt)
        return self._network

    def _open(self) -> OnnxMaps:
        """Return the network on the device that was asked for, or the best that can compute it."""
        model, content = self._base.model, self._base.encoder.exposing(self.maps)
        path, size = model.weights, model.window_size
        batch = np.zeros((1, len(model.mean), size, size), np.float32)

        def open_on(device: str) -> OnnxMaps:
            network = OnnxMaps(path, content, device, self._request.threads)
            if device != "cpu":
                network.run(batch)  # here, where another device can take over
            return network

        network, findings = first_that_works(self._request.device, onnx_cards, open_on)
        for finding in findings:
            self._job.warn(finding)
        return network


def name_of(raster: int, window: Window) -> str:
    """Return what a window is called in a `FeaturesRequest`."""
    return f"{raster}/{window.row_off}-{window.col_off}"


def features_folder(written: Path, device: str) -> Path:
    """Return where features lie that were computed on a device, a folder for each raster in it."""
    return written / device_mark(device)


def compute_features(request: FeaturesRequest, job: Job) -> dict[str, Any]:
    """Write what a network sees of windows; those that are there already are not computed again.

    Returns:
        How many ``windows`` there are, and which ``device`` has computed them, all of them.

    Raises:
        OutputNotWritable, DiskFull: if they cannot be written.
        EngineError: as `adapt_quick`, for what is wrong with network and rasters.
    """
    base = read_frozen_network(request)
    if base.is_pretrained:
        base = (base.looking_twice() if request.looks_twice else base).with_texture()
    maps = WindowMaps(request, job, base)
    device = maps.device
    written = features_folder(Path(request.written), device)
    done, total = 0, len(request.windows)
    job.progress(done, total)
    # What there is to tell of rasters is told where the model is adapted.
    silent = Job(lambda *_: None, lambda *_: None)
    for raster, windows in _by_raster(request.windows, base.model.window_size):
        own, folder = replace(request, rasters=(request.rasters[raster],)), written / str(raster)
        features = FeatureFolder(folder)
        with ExitStack() as stack:
            (reader,) = open_rasters(own, base.model, stack, silent)
            reader = seen_at(own, reader, request.pixel)
            for window in windows:
                if not features.holds(window):
                    halves = maps.of(reader, window)
                    with writing(folder):
                        features.write(window, halves)
                done += 1
                job.progress(done, total)
    return {"windows": total, "device": device}


def _by_raster(names: list[str], size: int) -> Iterator[tuple[int, list[Window]]]:
    """Yield rasters with their windows, in the order of their names."""
    placed = [tuple(map(int, name.replace("/", "-").split("-"))) for name in names]
    for raster, of_raster in groupby(placed, key=lambda place: place[0]):
        yield raster, [Window(col, row, size, size) for _, row, col in of_raster]
