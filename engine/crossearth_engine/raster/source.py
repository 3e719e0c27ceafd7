"""An open raster: which of its bands are read, pixels as they are, and which of them are valid.

Opens the file and decides what is valid: nodata value, alpha, mask band, no number. What somebody
says of the raster, its CRS or its nodata values, goes before what the file says. How the network is
to see it, on which grid and in which range of values, is not known here. Overviews are never read:
how a raster is seen does not depend on who made them, and how.
"""

from __future__ import annotations

import math
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.windows import Window as RasterioWindow

from crossearth_engine.digests import content_identity
from crossearth_engine.errors import (
    ConnectionLost,
    InvalidRequest,
    UnreadableRaster,
    UnsupportedType,
    WrongBandCount,
)
from crossearth_engine.raster.acquired import Acquired, acquired
from crossearth_engine.raster.calibration import (
    Calibration,
    calibration_of_file,
    calibration_of_product,
)
from crossearth_engine.raster.color_table import ColorTable, has_color_table
from crossearth_engine.raster.embeddings import Embedding, embedding_of
from crossearth_engine.raster.holes import Blocks
from crossearth_engine.raster.nodata import NONE, NodataRule
from crossearth_engine.raster.opened import OpenRaster
from crossearth_engine.raster.opening import (
    Onto,
    brought_onto,
    described_bands,
    parse_crs,
    placed,
    transform_of,
)
from crossearth_engine.raster.windows import Window
from crossearth_engine.raster.working_grid import WorkingGrid
from crossearth_engine.shared.addresses import gdal_name, is_remote
from crossearth_engine.shared.bands import BandChoice, choose_bands, contradictions, unnamed
from crossearth_engine.shared.findings import Finding

# GDAL's block cache, whose default is a share of the machine's memory that a run would fill. It
# has to hold the strips behind a row of windows, or each window would decode the whole row anew.
MIN_CACHE_BYTES, MAX_CACHE_BYTES = 16 * 1024**2, 512 * 1024**2

Pixels = NDArray[Any]
Valid = NDArray[np.bool_]


class RasterSource:
    """An open raster.

    A pixel is valid unless alpha or mask says otherwise, or it holds nodata: in all of the bands
    that are read where pixels are bytes, of which a single band may well have that shade; in any
    of them in other types, and wherever a value is no finite number. Alpha that is read as a band
    of data marks nothing. Of a single band with a colour table the colours are read.

    Attributes:
        path: as GDAL opened it.
        width, height: pixels.
        crs: coordinate reference system, or None.
        transform: pixel to CRS.
        bands: band indexes that are read, from 1, in the order of the model's bands; of a raster
            with a colour table, 1 to 3 are red, green and blue.
        choices: the same with the reason for each.
        findings: what seems wrong with the bands.
        embedding: whose embeddings they are, which are read as the values of their authors; or
            None.
        dtype: of the pixels that are read; bands of several types are read as one that holds all.
        block_shape: height and width of the blocks that are decoded at once.
        grid: of the pixels in the file.
    """

    def __init__(
        self,
        path: str | Path,
        band_names: tuple[str, ...],
        bands: list[int] | None,
        nodata: str | None = None,
        crs: str | None = None,
        *,
        file_states: dict[str, list[Any]] | None = None,
        takes_maps: bool = False,
        onto: Onto | None = None,
    ) -> None:
        """Open the raster and settle which band stands for which band of the model.

        Args:
            path: file name or GDAL's name of a source (/vsicurl/…, NETCDF:…).
            band_names: the model's bands; by them bands are chosen when ``bands`` is None.
            bands: index from 1 for each of the model's bands, or None.
            nodata: values that are no data, instead of the file's own; see `parse_nodata`.
            crs: what the raster's coordinates are in, whatever the file says; see `parse_crs`.
            file_states: of its files, where they are known: a server is not asked again.
            takes_maps: whether it may be a map of ours, which is no imagery.
            onto: the pixels that it is brought to, which it then has in place of its own.

        Raises:
            UnreadableRaster: if the source is missing, truncated or not a raster.
            UnsupportedType: if pixels are complex numbers.
            InvalidRequest: if the raster lacks one of ``bands``, or a text is not understood.
            WrongBandCount: if there is not one for each of the model's.
        """
        self.path = gdal_name(str(path))
        self._band_names = band_names
        self._asked = bands, nodata, crs
        self._takes_maps = takes_maps
        self._onto = onto
        self._scales: OpenRaster | None = None
        self._states = file_states
        self._raster = OpenRaster(self.path, self._placed, file_states)
        try:
            self._raster.ask(self._settle)
        except BaseException:
            self._close()
            raise

    def _placed(self, file: Any) -> Any:
        """Return what is read of the file: on a grid with a place, or on that of another raster."""
        _, nodata, crs = self._asked
        dataset = placed(file, self.path, nodata, crs)
        if self._onto is None:
            return dataset
        return brought_onto(dataset, self.path, self._onto, nodata, crs)

    @property
    def _file(self) -> Any:
        return self._raster.file

    @property
    def _dataset(self) -> Any:
        return self._raster.dataset

    def _settle(self) -> None:
        """Find out all that is known of the raster before its pixels are read."""
        bands, _, crs = self._asked
        is_own = crs is None or self._onto is not None
        self.crs = self._dataset.crs if is_own else parse_crs(crs or "")
        self._choose_bands(bands)
        self._check_bands()
        self.embedding = embedding_of(self._file, self.path)
        dataset = self._dataset
        self.width: int = dataset.width
        self.height: int = dataset.height
        self.transform = transform_of(dataset)
        self.grid = WorkingGrid.own(self.width, self.height)
        self.block_shape: tuple[int, int] = dataset.block_shapes[0]
        self._stored_dtypes = [np.dtype(dataset.dtypes[index - 1]) for index in self._stored]
        if self.embedding is not None:
            self._settle_embedding(self.embedding)
        self._stored_dtype = np.result_type(*self._stored_dtypes)
        self.dtype = self._stored_dtype if self._colors is None else np.dtype(np.uint8)
        # Bands that have a mask of their own, and one that has that of all.
        self._masked_bands: list[int] = []
        self._shared_mask: int | None = None
        self._is_alive = np.ones(len(self._stored), bool)
        self._find_masks()

    def _settle_embedding(self, embedding: Embedding) -> None:
        """Have the values of an embedding be read in place of its numbers."""
        details = {"name": embedding.name, "attribution": embedding.attribution}
        self.findings.append(Finding("bands-embedding", details))
        if not embedding.is_quantised:
            return
        self._stored_dtypes = [np.dtype(np.float32)] * len(self._stored)
        if embedding.scales is None:
            return
        if self._onto is not None:
            reason = (
                "its numbers are no values yet, and cannot be brought to other pixels. Take the "
                "raster of values that geotessera exports."
            )
            raise UnreadableRaster(path=self.path, reason=reason)
        try:
            self._scales = self._scales or OpenRaster(embedding.scales, states=self._states)
        except ConnectionLost:
            raise
        except UnreadableRaster as error:
            reason = (
                f"its numbers are {embedding.name}'s, which mean nothing without the scale of each "
                f"pixel: {Path(embedding.scales).name} is not beside it, or cannot be read. Put it "
                "there, or take the raster of values that geotessera exports."
            )
            raise UnreadableRaster(path=self.path, reason=reason) from error
        scales = self._scales.file
        shapes = [(item.width, item.height, item.transform) for item in (scales, self._file)]
        if shapes[0] != shapes[1] or scales.count not in (1, self._file.count):
            reason = f"the scales in {embedding.scales} are of another grid, or of other bands."
            raise UnreadableRaster(path=self.path, reason=reason)

    def __enter__(self) -> RasterSource:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._close()

    def _close(self) -> None:
        self._raster.close()
        if self._scales is not None:
            self._scales.close()

    def reopen(self) -> RasterSource:
        """Return the same raster opened anew, for another thread: they cannot share one."""
        _, nodata, crs = self._asked
        again = RasterSource(
            self.path,
            self._band_names,
            self.bands,
            nodata,
            crs,
            file_states=self.file_states,
            takes_maps=self._takes_maps,
            onto=self._onto,
        )
        again._is_alive, again._masked_bands = self._is_alive, self._masked_bands
        # Bands that were chosen were not asked for.
        again.choices, again.findings = self.choices, self.findings
        return again

    @property
    def own_dtypes(self) -> tuple[np.dtype[Any], ...]:
        """Types of the bands, where they are several; else nothing."""
        several = len(set(self._stored_dtypes)) > 1
        return tuple(self._stored_dtypes) if several else ()

    @property
    def units(self) -> tuple[str, ...]:
        """The unit of the numbers of each band, by its file; empty where it says none."""
        if self._colors:
            return ("",) * len(self.bands)
        return tuple(self._file.units[band - 1] or "" for band in self.bands)

    @property
    def can_lack_bands(self) -> bool:
        """Whether a band without data would leave a pixel without any."""
        return len(self._stored) > 1 and self._stored_dtype != np.uint8 and self._marks_bands

    @property
    def is_remote(self) -> bool:
        """Whether the raster is fetched from a server, bit by bit."""
        return is_remote(self.path)

    @property
    def dead_bands(self) -> set[int]:
        """Places of the bands that hold no data anywhere, among those that are read."""
        return {int(place) for place in np.flatnonzero(~self._is_alive)}

    @property
    def said_nodata(self) -> str:
        """What is known to be no data, as `parse_nodata` reads it; '' without any value."""
        asked = self._asked[1]
        if asked is not None:
            return "" if asked.strip().lower() == NONE else asked
        named = [
            value
            for index in self._stored
            if (value := self._own_nodata(index)) is not None and math.isfinite(value)
        ]
        return ",".join(dict.fromkeys(f"{value:.9g}" for value in named))

    @property
    def alpha(self) -> int | None:
        """The band, from 1, that says by being 0 where there is no data; None without one."""
        return self._alpha

    @property
    def spare_band(self) -> int | None:
        """The last band, from 1, if it is neither read nor alpha, and holds whole numbers."""
        last: int = self._dataset.count
        is_spare = self._colors is None and last not in (*self._stored, self._alpha)
        return last if is_spare and np.dtype(self._dataset.dtypes[-1]).kind in "iu" else None

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the box around the raster, in CRS units."""
        corners = ((0, 0), (self.width, 0), (0, self.height), (self.width, self.height))
        xs, ys = zip(*(self.transform @ corner for corner in corners), strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def files(self) -> tuple[str, ...]:
        """Files the raster is read from, as GDAL knows them."""
        return (*self._raster.files, *(self._scales.files if self._scales else ()))

    @property
    def file_states(self) -> dict[str, list[Any]]:
        """What they were when they were opened, by their names."""
        return self._raster.states | (self._scales.states if self._scales else {})

    @cached_property
    def calibration(self) -> Calibration | None:
        """What the file says that its numbers measure, or None."""
        if self._colors:
            return None
        return self._raster.ask(lambda: calibration_of_file(self._file, self.bands))

    @cached_property
    def product_calibration(self) -> Calibration | None:
        """What the metadata of its product say that its numbers measure, or None.

        No product has colours or bytes; they were made of one, for the eye.
        """
        if self._colors or self.dtype == np.uint8:
            return None
        return self._raster.ask(lambda: calibration_of_product(self._file, self.path, self.bands))

    @property
    def identity(self) -> dict[str, Any]:
        """JSON that differs where pixels or their place do, known without reading them.

        It is the same from wherever the files are seen, and of copies that keep their times.

        QGIS keeps statistics in ``.aux.xml`` when it shows a raster. What else may be in there
        counts by its effect.
        """
        source = self._dataset
        return {
            "files": self._contents,
            "crs": None if self.crs is None else self.crs.to_wkt(),
            "transform": list(self.transform),
            "bands": list(self.bands),
            "nodata": [str(value) for value in source.nodatavals],
            "masks": [[flag.name for flag in flags] for flags in source.mask_flag_enums],
            **({"embedding": self.embedding.name} if self.embedding else {}),
            "calibrations": [
                None if calibration is None else asdict(calibration)
                for calibration in (self.calibration, self.product_calibration)
            ],
        }

    @cached_property
    def _contents(self) -> list[list[Any]]:
        return [content_identity(path, state) for path, state in self.file_states.items()]

    @property
    def acquired(self) -> Acquired | None:
        """When the imagery was taken, if the file or its name tells."""
        return self._raster.ask(lambda: acquired(self._file, self.path))

    @property
    def stored_share(self) -> float:
        """Share of the raster that may hold valid pixels, as far as that is known unread."""
        return 1.0 if self._blocks is None else self._blocks.stored_share

    def cache_bytes(self, rows: float) -> int:
        """Return the bytes of blocks that GDAL is to keep, for windows of this many rows."""
        return min(max(self.bytes_behind_rows(rows), MIN_CACHE_BYTES), MAX_CACHE_BYTES)

    def bytes_behind_rows(self, rows: float) -> int:
        """Return the bytes of the strips, decoded, behind this many rows wherever they begin.

        0 for a tiled raster, of which a window needs a few blocks and not whole rows.
        """
        block_height, block_width = self.block_shape
        if block_width < self.width:
            return 0
        # Rows that start in the middle of a strip touch one strip more.
        strips = math.ceil(rows / block_height) + 1
        decoded_rows = min(strips * block_height, self.height)
        return int(decoded_rows * self.width * self._dataset.count * self._stored_dtype.itemsize)

    def read(self, window: Window) -> tuple[Pixels, Valid]:
        """Return pixels (C, H, W) of a window, of the file's type, and validity (H, W).

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        valid = self._read_masks(window)
        if not valid.any():
            return np.zeros((len(self.bands), *valid.shape), self.dtype), valid
        stored = self._read_stored(window)
        valid = self._without_nodata(stored, valid)
        if self._colors is not None:
            return self._colors.colors(stored[0], self.bands), valid
        stored[~self._is_alive] = 0
        return stored, valid

    def read_band_valid(self, window: Window) -> Valid:
        """Return where each band has data, (C, H, W).

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        valid = np.repeat(self._read_masks(window, among_bands=False)[None], len(self._stored), 0)
        if not valid.any():
            return valid
        for place, index in enumerate(self._stored):
            if index in self._masked_bands:
                masks = self._raster.read("read_masks", indexes=index, **_place(window))
                valid[place] &= masks > 0
        stored = self._read_stored(window)
        valid &= ~self._nodata.of_bands(stored)
        if self._stored_dtype.kind == "f":
            valid &= np.isfinite(stored)
        return valid

    def leave_out(self, places: list[int]) -> None:
        """Have some of the bands that are read not count for where there is data, and read as 0.

        Args:
            places: of the bands among those that are read, from 0.
        """
        self._is_alive[places] = False
        self._masked_bands = [
            index for index in self._masked_bands if index not in {self._stored[i] for i in places}
        ]
        numbers = ", ".join(str(self.bands[place]) for place in places)
        self.findings.append(Finding("bands-dead", {"bands": numbers}))

    def read_translucent(self, window: Window) -> Valid | None:
        """Return where alpha is neither 0 nor 1 nor its largest value, (H, W); None without alpha.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        if self._alpha is None:
            return None
        alpha = self._raster.read(indexes=self._alpha, **_place(window))
        most = np.iinfo(alpha.dtype).max if alpha.dtype.kind in "iu" else 1
        between: Valid = (alpha > 0) & (alpha != 1) & (alpha < most)
        return between

    def gaps(self) -> list[Finding]:
        """Return what there is to tell of places where only a part of the raster has data: none."""
        return []

    def read_spare(self, window: Window) -> NDArray[Any]:
        """Return the numbers of the spare band, (H, W).

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        numbers: NDArray[Any] = self._raster.read(indexes=self.spare_band, **_place(window))
        return numbers

    def read_valid(self, window: Window, among: Valid | None = None) -> Valid:
        """Return validity (H, W) alone: pixels are decoded only where their values mark it.

        Args:
            window: where.
            among: the pixels (H, W) that are asked about, or None for all; no other is valid.

        Raises:
            UnreadableRaster: if blocks are missing or damaged.
        """
        valid = self._read_masks(window)
        if among is not None:
            valid &= among
        if self._marks_by_value and valid.any():
            valid = self._without_nodata(self._read_stored(window), valid)
        return valid

    def is_hole(self, window: Window) -> bool:
        """Tell, without reading, that nothing in a window is valid."""
        return self._blocks is not None and not self._blocks.touch(window)

    def _read_stored(self, window: Window) -> Pixels:
        """Return the numbers in the file, (C, H, W), all of one type; of embeddings, the values."""
        numbers = self._read_numbers(window)
        if self.embedding is None or not self.embedding.is_quantised:
            return numbers
        scales = None
        if self._scales is not None:
            indexes = self._stored if self._scales.file.count > 1 else 1
            scales = self._scales.read(indexes=indexes, **_place(window))
        return self.embedding.values(numbers, scales)

    def _read_numbers(self, window: Window) -> Pixels:
        """Return the numbers in the file, (C, H, W), all of one type."""
        options = {"out_dtype": self._stored_dtype, **_place(window)}
        if len(set(self._stored_dtypes)) == 1:
            pixels: Pixels = self._raster.read(indexes=self._stored, **options)
            return pixels
        # Bands of several types are not read at once.
        bands = [self._raster.read(indexes=index, **options) for index in self._stored]
        return np.stack(bands)

    def _read_masks(self, window: Window, *, among_bands: bool = True) -> Valid:
        """Return validity as alpha and mask bands say, (H, W), and where blocks are stored.

        Args:
            window: where.
            among_bands: whether the masks of single bands count.
        """
        if self.is_hole(window):
            return np.zeros((window.height, window.width), bool)
        valid = np.ones((window.height, window.width), bool)
        if self._alpha is not None:
            valid &= self._raster.read(indexes=self._alpha, **_place(window)) > 0
        if self._shared_mask is not None:
            mask = self._raster.read("read_masks", indexes=self._shared_mask, **_place(window))
            valid &= mask > 0
        if self._masked_bands and among_bands:
            masks = self._raster.read("read_masks", indexes=self._masked_bands, **_place(window))
            must_all = self._stored_dtype == np.uint8
            valid &= ~(np.all if must_all else np.any)(masks == 0, axis=0)
        return valid

    def _without_nodata(self, stored: Pixels, masked: Valid) -> Valid:
        """Return validity (H, W) as masks and the values of pixels say."""
        valid: Valid = masked.copy()
        if self._nodata:
            valid &= ~self._nodata(stored, self._is_alive)
        if self._stored_dtype.kind == "f":
            alive = stored if self._is_alive.all() else stored[self._is_alive]
            valid &= np.isfinite(alive).all(axis=0)
        if self._colors is not None:
            valid &= self._colors.is_seen(stored[0])
        return valid

    def _find_masks(self) -> None:
        """Settle what marks nodata: values per band, an alpha band, mask bands."""
        dataset, stored = self._dataset, self._stored
        colors = list(dataset.colorinterp)
        alpha = colors.index(ColorInterp.alpha) + 1 if ColorInterp.alpha in colors else None
        # What is read as a band is data.
        self._alpha = None if alpha in stored else alpha
        values: list[float | None] = []
        for index in stored:
            flags = dataset.mask_flag_enums[index - 1]
            values.append(self._own_nodata(index))
            if flags == [MaskFlags.nodata] or {MaskFlags.all_valid, MaskFlags.alpha} & {*flags}:
                continue
            if MaskFlags.per_dataset not in flags:
                self._masked_bands.append(index)
            else:
                self._shared_mask = index
        asked = self._asked[1]
        self._nodata = (
            NodataRule.of_file(values, self._stored_dtype)
            if asked is None
            else NodataRule.asked(asked, stored, self._stored_dtype)
        )
        self._find_blocks()
        self._marks_bands = (
            bool(self._nodata) or self._stored_dtype.kind == "f" or bool(self._masked_bands)
        )
        self._marks_by_value = (
            bool(self._nodata) or self._stored_dtype.kind == "f" or self._colors is not None
        )

    def _own_nodata(self, index: int) -> float | None:
        """Return the value that the file says is no data in a band, or None.

        With a mask band beside it both count, as in QGIS; GDAL's masks tell of the one alone.
        """
        flags = {*self._dataset.mask_flag_enums[index - 1]}
        is_beside_mask = flags == {MaskFlags.per_dataset}
        value: float | None = self._dataset.nodatavals[index - 1]
        return value if flags == {MaskFlags.nodata} or is_beside_mask else None

    def _find_blocks(self) -> None:
        """Settle which blocks are in the file, where the others would be no data."""
        dataset, stored = self._dataset, self._stored
        self._blocks: Blocks | None = None
        if self._alpha is not None and not dataset.nodatavals[self._alpha - 1]:
            self._blocks = Blocks.of(dataset, [self._alpha])
            return
        # What is read where a block is missing.
        fills = np.array([dataset.nodatavals[index - 1] or 0 for index in stored])
        with np.errstate(over="ignore", invalid="ignore"):
            fills = fills.astype(self._stored_dtype).reshape(-1, 1, 1)
        if self._nodata.of_bands(fills).all():
            self._blocks = Blocks.of(dataset, stored)

    def _choose_bands(self, bands: list[int] | None) -> None:
        """Choose bands by what the file says of them, unless they are given."""
        self._colors = ColorTable.of(self._file)
        described = described_bands(self._dataset, self._colors)
        if self._colors is not None and bands == [self._colors.band] * len(self._band_names):
            # The one band that other programs see in the file stands for all colours in it.
            bands = None
        self._band_count = len(described)
        sensor_text = Path(self.path).name
        self.choices = choose_bands(self._band_names, described, sensor_text)
        if bands is not None:
            self.choices = [
                BandChoice(name, index, "asked", described[index - 1].name)
                for name, index in zip(self._band_names, bands, strict=False)
                if 1 <= index <= len(described)
            ]
        self.bands = bands if bands is not None else [choice.index for choice in self.choices]
        self._stored = self.bands if self._colors is None else [self._colors.band]
        self.findings: list[Finding] = [
            *contradictions(self.choices, described, sensor_text),
            *unnamed(self.choices, described, sensor_text),
        ]
        if self._colors is not None:
            self.findings.append(Finding("colors-numbered"))

    def _check_bands(self) -> None:
        is_map = self._file.count == 1 and "CROSSEARTH_MODEL" in self._file.tags()
        if is_map and not self._takes_maps:
            reason = "it is a map that CrossEarth has made, and no imagery. Choose the imagery."
            raise UnreadableRaster(path=self.path, reason=reason)
        count, names = self._band_count, self._band_names
        missing = [str(index) for index in self.bands if not 1 <= index <= count]
        if missing:
            reason = (
                f"The raster {self.path} has no band {' or '.join(missing)}: its bands are "
                f"numbered from 1 to {count}."
            )
            raise InvalidRequest(reason=reason)
        if len(self.bands) != len(names):
            raise WrongBandCount(
                path=self.path,
                needed=len(names),
                names=", ".join(names),
                given=",".join(map(str, self.bands)) or "none",
                available=count,
                example=",".join(str(min(place, count)) for place in range(1, len(names) + 1)),
            )
        for index in self._stored:
            dtype = self._dataset.dtypes[index - 1]
            if "complex" in dtype:
                raise UnsupportedType(path=self.path, dtype=dtype)
            if self._colors is None and has_color_table(self._file, index):
                reason = (
                    f"its band {index} holds numbers of colours, which mean nothing to a model. "
                    "Make a picture of each such file first, with gdal_translate -expand rgb, or "
                    "choose other bands (--bands)."
                )
                raise UnreadableRaster(path=self.path, reason=reason)


def _place(window: Window) -> dict[str, Any]:
    """Return where to read, as rasterio wants to be told."""
    return {"window": RasterioWindow(window.col_off, window.row_off, window.width, window.height)}
