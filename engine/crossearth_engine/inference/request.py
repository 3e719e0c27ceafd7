"""What is asked of a segmentation run, and whether it makes sense before anything is loaded."""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from crossearth_engine import __version__
from crossearth_engine.arguments import Request
from crossearth_engine.digests import (
    are_same_times,
    content_identity,
    digest_of,
    file_digest,
    file_identity,
    times_apart,
)
from crossearth_engine.errors import (
    InvalidRequest,
    OutputIsInput,
    OutputNotWritable,
)
from crossearth_engine.map.outputs import check_map_outputs
from crossearth_engine.map.sidecars import sidecar_paths
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.model_folder import model_identity, weight_files
from crossearth_engine.raster.mask import mask_file
from crossearth_engine.raster.nodata import parse_nodata
from crossearth_engine.raster.opening import parse_crs
from crossearth_engine.raster.source import RasterSource
from crossearth_engine.raster.stretch import asked_limits
from crossearth_engine.raster.vector import lost_of
from crossearth_engine.shared.addresses import file_name, gdal_name, is_object, without_secrets
from crossearth_engine.shared.dates import dates_named
from crossearth_engine.shared.options import BATCH, LOOK, SEGMENT, Options
from crossearth_engine.shared.products import (
    CLASSES,
    COLLECTION,
    MOSAIC,
    OUTPUTS,
    PAGE,
    PRODUCTS,
    Format,
)
from crossearth_engine.storage.staging import name_of, object_of, stand_in, stand_in_folder

INERT = ("resume", "keep_partial", "strict", "local_only")
"""What changes no pixel: a complete map is the same, whatever they say."""

OF_DATES = ("dates", "align", "dates_as")
"""What several dates are named by, until their names are part of the input's."""

IN_PARTS = ("part", "plan", "cluster", "tls", "without_tls", "places")
"""What says that several processes make a map, which is the same then, too."""

Part = tuple[int, int]
"""Which part it is, from 1, and how many there are."""


def parse_part(text: str) -> Part:
    """Return the part that ``K/N`` stands for.

    Raises:
        InvalidRequest: if it is none.
    """
    found = re.fullmatch(r"\s*(\d{1,9})\s*/\s*(\d{1,9})\s*", text, re.ASCII)
    number, count = map(int, found.groups()) if found else (0, 0)
    if not 1 <= number <= count:
        reason = f"The part must be K/N, the first of 16 being 1/16, and not {text}."
        raise InvalidRequest(reason=reason)
    return number, count


@dataclass(frozen=True, kw_only=True)
class SegmentationRequest(Request):
    """How to segment, one raster or many. None means: as the model says, or the machine allows.

    Attributes:
        model: id of an installed model, or path.
        bands: band of the raster, from 1, for each band of the model.
        window, overlap: pixels.
        join: ``taper`` or ``average``.
        gsd: ground sample distance to work at, metres; None keeps the raster's own where it is in
            the model's range, and else takes the nearest in that range.
        grid: ``input`` for a map on the raster's own grid, ``model`` for one on the pixels that the
            network sees.
        stretch: ``none``, ``MIN,MAX`` or ``P1%,P2%``: which pixel values become the ends of the
            model's range; None leaves bytes as they are and measures 2%,98% of other types.
        match: bring the bands to the values that the model was trained on, where they have moved.
        pixel_size: what a pixel of the raster measures, metres, where it has no CRS that tells.
        nodata: pixel values that are no data, instead of those that the raster names; see
            `parse_nodata`.
        crs: what the raster's coordinates are in, whatever its file says; see `parse_crs`.
        extent: (xmin, ymin, xmax, ymax) in the raster's CRS.
        mask: vector file, with ``|layername=…`` for other than its first layer; only what lies in
            its polygons is classified.
        device: ``auto``, ``cpu``, or a card by one of its names, such as ``gpu:0``.
        precision: what the network computes in; ``auto`` is ``fp32``, or what a trial found on the
            processor.
        batch: windows given to the network at once.
        threads: for the network on a CPU.
        tta: average over the eight ways to turn and flip a window.
        scales: average over these sizes of what the network sees, 1 as it is; None for 1 alone.
        merge: name of a new class -> names of the model's classes that become it.
        majority: edge of the window, pixels, odd, whose most frequent class its centre gets.
        min_area: smaller patches get the class of their largest neighbour; square metres, or
            pixels where the raster has no CRS to measure by.
        simplify: a corner of a polygon goes if its triangle is smaller than this squared, metres,
            or pixels where the raster has no CRS.
        right_angles: classes of the map whose polygons get right angles.
        resume: go on where the same run was interrupted by a crash or a power cut, if it was.
        keep_partial: on cancel, publish what is finished.
        strict: make no map that would be doubtful.
        local_only: read nothing but the files that are given; see `raster.local_only`.
    """

    model: str = SEGMENT["model"].default
    bands: list[int] | None = SEGMENT["bands"].default
    window: int | None = SEGMENT["window"].default
    overlap: int | None = SEGMENT["overlap"].default
    join: str = SEGMENT["join"].default
    gsd: float | None = SEGMENT["gsd"].default
    grid: str = SEGMENT["grid"].default
    stretch: str | None = SEGMENT["stretch"].default
    match: bool = SEGMENT["match"].default
    pixel_size: float | None = SEGMENT["pixel_size"].default
    nodata: str | None = SEGMENT["nodata"].default
    crs: str | None = SEGMENT["crs"].default
    extent: tuple[float, float, float, float] | None = SEGMENT["extent"].default
    mask: str | None = SEGMENT["mask"].default
    device: str = SEGMENT["device"].default
    precision: str = SEGMENT["precision"].default
    batch: int | None = SEGMENT["batch"].default
    threads: int | None = SEGMENT["threads"].default
    tta: bool = SEGMENT["tta"].default
    scales: list[float] | None = SEGMENT["scales"].default
    merge: dict[str, list[str]] | None = SEGMENT["merge"].default
    majority: int | None = SEGMENT["majority"].default
    min_area: float | None = SEGMENT["min_area"].default
    simplify: float | None = SEGMENT["simplify"].default
    right_angles: list[str] | None = SEGMENT["right_angles"].default
    resume: bool = SEGMENT["resume"].default
    keep_partial: bool = SEGMENT["keep_partial"].default
    strict: bool = SEGMENT["strict"].default
    local_only: bool = SEGMENT["local_only"].default

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if self.nodata is not None:
            parse_nodata(self.nodata)
        if self.crs is not None:
            parse_crs(self.crs)
        asked_limits(self.stretch)
        if self.extent is not None:
            xmin, ymin, xmax, ymax = self.extent
            if not (xmin < xmax and ymin < ymax):
                reason = "The extent is empty: it needs xmin < xmax and ymin < ymax."
                raise InvalidRequest(reason=reason)
        if self.majority is not None and self.majority % 2 == 0:
            reason = f"The window of the majority must be odd, not {self.majority} pixels."
            raise InvalidRequest(reason=reason)
        # A look makes no map, of polygons or other.
        if not getattr(self, "polygons", True):
            for name in ("simplify", "right_angles"):
                if getattr(self, name) is not None:
                    said = name.replace("_", "-")
                    reason = f"{said} is of polygons, and none are asked for: add --polygons."
                    raise InvalidRequest(reason=reason)

    def window_and_overlap(self, model_window: int, model_overlap: int) -> tuple[int, int]:
        """Return the window edge and the overlap to use, pixels.

        Raises:
            InvalidRequest: if they do not go together.
        """
        window = self.window if self.window is not None else model_window
        if window < 1:
            raise InvalidRequest(reason=f"The window must be at least 1 pixel, not {window}.")
        # The model's overlap belongs to its own window; a smaller one takes what fits.
        overlap = self.overlap if self.overlap is not None else min(model_overlap, window // 2)
        if not 0 <= overlap < window:
            reason = (
                f"The overlap must be 0 or more and below the window ({window}), not {overlap}."
            )
            raise InvalidRequest(reason=reason)
        return window, overlap


@dataclass(frozen=True)
class LookRequest(SegmentationRequest):
    """What raster to look at, and how it would be segmented.

    Attributes:
        input: path.
        dates: rasters of other dates of the same place, ``DATE=PATH`` where somebody says it.
        align: how they are brought to the pixels of ``input``; ``none``: they have to have them.
        dates_as: which dates stand for those that the model has learned. What the three say
            `raster.dates.settled` puts into ``input``.
    """

    options: ClassVar[Options] = LOOK

    input: str
    # Of what comes of this class, arguments follow that are known by their place.
    dates: list[str] | None = field(kw_only=True, default=LOOK["dates"].default)
    align: str = field(kw_only=True, default=LOOK["align"].default)
    dates_as: str = field(kw_only=True, default=LOOK["dates_as"].default)

    @property
    def mask_files(self) -> list[str]:
        """The file with the polygons, if any."""
        return [] if self.mask is None else [mask_file(self.mask)]

    def mask_identity(self) -> list[Any] | None:
        """Return JSON that differs where the polygons do, without reading them as such."""
        if self.mask is None:
            return None
        file = mask_file(self.mask)
        try:
            # QGIS writes the same polygons to another file for each run.
            return [file_digest(Path(file)), self.mask.removeprefix(file)]
        except OSError:
            # A folder, such as a geodatabase, or a file in an archive.
            inner = self.mask.removeprefix(file)
            return [*content_identity(file, file_identity(file)), inner]


@dataclass(frozen=True)
class SegmentRequest(LookRequest):
    """What to segment, and how.

    Attributes:
        output: path of a GeoTIFF.
        confidence: path of a second raster with the probability of the chosen class, in percent.
        probabilities: path of a raster with the probability of every class, in percent.
        lead: path of a raster with the lead of the chosen class over the next, in percent.
        unfamiliarity: path of a raster that says how unlike the training imagery each place is: how
            much of such imagery is less unusual, in percent.
        polygons: path of a GeoPackage with the classes as polygons.
        report: path of a page that shows map and areas (.html).
        part: ``K/N``: only the K-th of N parts of the rows of windows, from 1; others are made by
            other processes, and joined by `assemble`.
        plan: file with what holds for all parts; without ``part`` it is written, and nothing else.
        cluster: whose workers make it: address of a scheduler of dask, the file that it has
            written, or ``local`` or ``local:N`` for workers on this computer.
        tls: folder with the certificates for those on other computers.
        without_tls: whether they may be on other computers without TLS.
        places: what they call folders, each as ``FOLDER=THERE``; see `cluster.places`.
    """

    options: ClassVar[Options] = SEGMENT
    knows_stores: ClassVar[bool] = True

    output: str
    _: KW_ONLY
    confidence: str | None = SEGMENT["confidence"].default
    probabilities: str | None = SEGMENT["probabilities"].default
    lead: str | None = SEGMENT["lead"].default
    unfamiliarity: str | None = SEGMENT["unfamiliarity"].default
    polygons: str | None = SEGMENT["polygons"].default
    report: str | None = SEGMENT["report"].default
    part: str | None = SEGMENT["part"].default
    plan: str | None = SEGMENT["plan"].default
    cluster: str | None = SEGMENT["cluster"].default
    tls: str | None = SEGMENT["tls"].default
    without_tls: bool = SEGMENT["without_tls"].default
    places: list[str] | None = SEGMENT["places"].default

    @property
    def outputs(self) -> dict[str, Path]:
        """What to write by name, the class raster first, with absolute paths.

        Of objects of a store they are those where they are made; see `storage.staging`.
        """
        beside = {name: path for name in PRODUCTS if (path := getattr(self, name))}
        given = {CLASSES.name: self.output, **beside}
        return {name: stand_in(path) for name, path in given.items()}

    @property
    def names(self) -> dict[str, str]:
        """What to write by name, as seen from the folder of the class raster."""
        outputs = self.outputs
        return {name: seen_from(outputs[CLASSES.name].parent, p) for name, p in outputs.items()}

    @property
    def files_written(self) -> list[Path]:
        """All that is written: the outputs, and what lies beside the class raster."""
        outputs = self.outputs
        return [*outputs.values(), *sidecar_paths(outputs[CLASSES.name])]

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        outputs = self.outputs
        for name, path in outputs.items():
            check_suffix(path, OUTPUTS[name].format)
        files = self.files_written
        if len(set(map(_key, files))) < len(files):
            raise InvalidRequest(reason="Each output needs a name of its own.")
        in_parts = self.part or self.plan or self.cluster
        if in_parts and any(object_of(path) is not None for path in outputs.values()):
            reason = (
                "Parts of a map are joined in a folder of a disk: name outputs there, or leave out "
                "--part, --plan and --cluster."
            )
            raise InvalidRequest(reason=reason)
        if in_parts and without_secrets(self.input) != self.input:
            reason = (
                "The plan of parts is a file that others read, and would say the signature or the "
                "password in the address of the raster: name it without, and give GDAL its "
                "credentials in the environment."
            )
            raise InvalidRequest(reason=reason)
        if self.cluster and (self.dates or dates_named(self.input) is not None):
            reason = (
                "Several dates are mapped on this computer, in parts or whole: leave out --cluster."
            )
            raise InvalidRequest(reason=reason)
        if self.cluster and (self.part or self.plan):
            reason = "A cluster plans its parts by itself: leave out --part and --plan."
            raise InvalidRequest(reason=reason)
        if self.keep_partial and in_parts:
            reason = (
                "A part is whole or goes on later (--resume): leave out --keep-partial, which "
                "makes a map of what is done."
            )
            raise InvalidRequest(reason=reason)


OF_ALL = {"report": PAGE, "mosaic": MOSAIC, "collection": COLLECTION}
"""What may be made of all maps of a batch together."""


@dataclass(frozen=True)
class BatchRequest(SegmentationRequest):
    """Which rasters to segment, and how.

    Attributes:
        inputs: paths of rasters, of folders with rasters, and of lists of STAC Items, which
            `found_rasters` replaces by rasters; a file that is given twice, by whichever name, is
            segmented once.
        out_dir: folder for all outputs.
        confidence, probabilities, lead, unfamiliarity, polygons: whether they are made of each
            raster.
        report: path of a page on all maps (.html).
        mosaic: path of a virtual raster of all maps (.vrt).
        collection: path of a STAC Collection of all maps (.json).
        share: whether other runs of the same may be at the rasters, which share them.
        part: ``K/N``: every N-th raster only, from the K-th on.
        cluster, tls, without_tls, places: whose workers make the maps; see `SegmentRequest`.
        asset: name of the asset of STAC Items that is meant; None: the only one that is data.
        crs_of, nodata_of: by path, what goes before ``crs`` and ``nodata``.
        name_of: by path, what the outputs are called, where that is not the raster's own name.
    """

    options: ClassVar[Options] = BATCH
    knows_stores: ClassVar[bool] = True

    inputs: list[str]
    out_dir: str
    _: KW_ONLY
    confidence: bool = BATCH["confidence"].default
    probabilities: bool = BATCH["probabilities"].default
    lead: bool = BATCH["lead"].default
    unfamiliarity: bool = BATCH["unfamiliarity"].default
    polygons: bool = BATCH["polygons"].default
    report: str | None = BATCH["report"].default
    mosaic: str | None = BATCH["mosaic"].default
    collection: str | None = BATCH["collection"].default
    share: bool = BATCH["share"].default
    part: str | None = BATCH["part"].default
    cluster: str | None = BATCH["cluster"].default
    tls: str | None = BATCH["tls"].default
    without_tls: bool = BATCH["without_tls"].default
    places: list[str] | None = BATCH["places"].default
    asset: str | None = BATCH["asset"].default
    crs_of: dict[str, str] | None = BATCH["crs_of"].default
    nodata_of: dict[str, str] | None = BATCH["nodata_of"].default
    name_of: dict[str, str] | None = BATCH["name_of"].default

    @property
    def folder(self) -> Path:
        """Where all outputs go, absolute."""
        return stand_in_folder(self.out_dir)

    @functools.cached_property
    def of_all(self) -> dict[str, Path]:
        """What is made of all maps together, by the name of its option, with absolute paths."""
        named = {name: getattr(self, name) for name in OF_ALL}
        return {name: stand_in(path) for name, path in named.items() if path}

    @functools.cached_property
    def rasters(self) -> tuple[SegmentRequest, ...]:
        """What to do with each, of a part those of the part; they differ in input and outputs."""
        endings = {CLASSES.name: CLASSES.ending}
        for name, product in PRODUCTS.items():
            if product.ending_in_batch and getattr(self, name):
                endings[name] = product.ending_in_batch
        names = [field.name for field in dataclasses.fields(SegmentationRequest)]
        common: dict[str, Any] = {name: getattr(self, name) for name in names}
        # What one of several runs is stopped at is left to the others.
        common["resume"] = self.resume and not self.share
        inputs = list(_distinct(self.inputs))
        stems = output_stems(inputs, self.folder, endings.values(), self.name_of or {})
        rasters = []
        for path, stem in zip(inputs, stems, strict=True):
            files = {name: name_of(self.folder / f"{stem}{end}") for name, end in endings.items()}
            output = files.pop(CLASSES.name)
            own = {
                "crs": (self.crs_of or {}).get(path, self.crs),
                "nodata": (self.nodata_of or {}).get(path, self.nodata),
            }
            rasters.append(SegmentRequest(path, output, **{**common, **own, **files}))
        number, count = (1, 1) if self.part is None else parse_part(self.part)
        return tuple(rasters[number - 1 :: count])

    def check(self) -> None:
        """Raise InvalidRequest if arguments are out of range or do not go together."""
        super().check()
        if self.part is not None and (self.share or self.of_all):
            reason = (
                "A part is made by itself: leave out --share, and make report, mosaic and "
                "collection after the last part, by the same line with --resume and no --part."
            )
            raise InvalidRequest(reason=reason)
        if self.cluster and (self.share or self.part):
            reason = "A cluster hands out the rasters by itself: leave out --share and --part."
            raise InvalidRequest(reason=reason)
        if self.cluster and any(without_secrets(path) != path for path in self.inputs):
            reason = (
                "Workers of a cluster would be told the signature or the password in the address "
                "of a raster: name it without, and give GDAL its credentials in the environment."
            )
            raise InvalidRequest(reason=reason)
        if self.cluster and self.keep_partial:
            reason = "A cluster makes whole maps only: leave out --keep-partial."
            raise InvalidRequest(reason=reason)
        if self.cluster and object_of(self.folder) is not None:
            reason = (
                "Workers of a cluster share a folder of a disk, which object storage is not: name "
                "one, or leave out --cluster."
            )
            raise InvalidRequest(reason=reason)
        if self.share and object_of(self.folder) is not None:
            reason = (
                "Runs share a list by a folder of a disk, which object storage is not: leave out "
                "--share, and give each run a --part of its own."
            )
            raise InvalidRequest(reason=reason)
        places = [self.folder, *self.of_all.values()]
        if self.of_all and any(object_of(path) is not None for path in places):
            reason = (
                "Report, mosaic and collection of a batch are made of maps on a disk, and written "
                "there: leave them out, or choose folders on a disk."
            )
            raise InvalidRequest(reason=reason)
        read = {_key(path) for path in self.inputs}
        taken = {_key(path) for raster in self.rasters for path in raster.files_written}
        for name, path in self.of_all.items():
            check_suffix(path, OF_ALL[name])
            files = {_key(path), *([_key(sidecar_paths(path).style)] if name == "mosaic" else [])}
            if files & read:
                raise OutputIsInput(path=name_of(path))
            if files & taken:
                raise InvalidRequest(reason=f"The output {name_of(path)} needs a name of its own.")
            taken |= files


def _distinct(paths: Iterable[str]) -> Iterator[str]:
    """Yield paths but those of a file that another one has named: a/b.tif and ./a/b.tif, a link."""
    seen: set[object] = set()
    for path in paths:
        try:
            found = os.stat(path)  # noqa: PTH116 - a path may be a name that only GDAL knows
            # Some file systems number no files.
            key: object = (found.st_dev, found.st_ino) if found.st_ino else path
        except (OSError, ValueError):
            key = path
        if key not in seen:
            seen.add(key)
            yield path


def check_suffix(path: Path, wanted: Format) -> None:
    """Raise InvalidRequest if a file that is to be written is not called what its format is."""
    if path.suffix.lower() not in wanted.suffixes:
        reason = f"The output {name_of(path)} must be a {wanted.name} ({wanted.suffixes[0]})."
        raise InvalidRequest(reason=reason)


def output_stems(
    inputs: list[str], folder: Path, endings: Iterable[str], names: Mapping[str, str]
) -> Iterator[str]:
    """Yield for each raster what its outputs are called, without their endings.

    By the raster's name; where that is taken, with a number: scene, scene_2, ….

    Args:
        inputs: the rasters, in the order in which they get their names.
        folder: where the outputs go. What lies there and is read is never written.
        endings: of the outputs.
        names: by path, of rasters that are called otherwise than their files.
    """
    taken = {_key(path) for path in inputs}
    endings = tuple(endings)
    for path in inputs:
        # A part of a container may have any name: NETCDF:"scene.nc":red.
        called = names.get(path) or Path(file_name(path)).stem
        stem = re.sub(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]', "_", called) or "raster"
        number, name = 1, stem
        while not taken.isdisjoint(files := {_key(folder / f"{name}{end}") for end in endings}):
            number += 1
            name = f"{stem}_{number}"
        taken |= files
        yield name


def check_outputs(request: SegmentRequest, source: RasterSource, model: ModelInfo) -> None:
    """Refuse outputs that would destroy what is read, or what is not ours.

    Raises:
        OutputIsInput: if an output, or a file beside it, is something that the run reads.
        OutputNotWritable: if an output is a folder, or a file beside it belongs to something else.
    """
    files = [*source.files, *request.mask_files, str(model.weights)]
    if model.description_file is not None:
        files.append(str(model.description_file))
    outputs = request.outputs
    check_map_outputs(outputs, files)
    polygons = outputs.get("polygons")
    if polygons is not None and (reason := lost_of(polygons)):
        raise OutputNotWritable(path=str(polygons), reason=reason)
    if polygons is not None and polygons.with_name(f"{polygons.name}-wal").exists():
        # SQLite would take its changes for those of the new file.
        reason = "another program, such as QGIS, has it open. Close it there, or choose another."
        raise OutputNotWritable(path=str(polygons), reason=reason)


def files_read(request: SegmentRequest, source: RasterSource, model: ModelInfo) -> list[str]:
    """Return the files that a run reads, but for what QGIS writes when it shows a raster."""
    files = [*source.files, *request.mask_files, *map(str, weight_files(model))]
    if model.description_file is not None:
        files.append(str(model.description_file))
    return [path for path in files if not path.endswith(".aux.xml")]


def asked_of(request: SegmentRequest) -> dict[str, Any]:
    """Return what changes a map of what is asked for, raster and model apart; JSON.

    Under whichever folders raster and outputs lie.
    """
    asked = dataclasses.asdict(request)
    for name in (*INERT, *IN_PARTS, *OF_DATES, "input", "model"):
        del asked[name]
    names = request.names
    return {**asked, "mask": request.mask_identity(), "output": names.pop(CLASSES.name), **names}


def request_digest(request: SegmentRequest, source: RasterSource, model: ModelInfo) -> str:
    """Return a digest of all that was asked for and of the files that it is about.

    Known before anything is loaded or measured; those that `is_same_request` ask for equal maps.
    The times of the raster's files follow it: other computers may round them.
    """
    raster = source.identity
    files, times = times_apart(raster["files"])
    identity = {
        "engine_version": __version__,
        "request": {**asked_of(request), "input": known_as(request.input, source)},
        "raster": {**raster, "files": files},
        "model": [model.id, model.name, model_identity(model)],
    }
    return " ".join([digest_of(identity), *map(str, times)])


def is_same_request(one: str, other: str) -> bool:
    """Whether two digests of `request_digest` are of one request, of files that are the same."""
    (digest, *times), (digest_too, *times_too) = one.split(), other.split()
    is_same = are_same_times([*map(int, times)], [*map(int, times_too)])
    return digest == digest_too and is_same


def known_as(path: str, source: RasterSource) -> str:
    """Return what a raster is called without its folder, as GDAL names it, whoever asks for it."""
    dates = dates_named(path)
    if dates is not None:
        names = (f"{known_as(own.path, source)} ({own.date})" for own in dates.rasters)
        return ", ".join(names)
    path = gdal_name(path)
    with contextlib.suppress(OSError, ValueError):
        if Path(path).exists():
            return Path(path).name
    for file in source.files:
        path = path.replace(f"{Path(file).parent}/", "")
    # Signatures of an address differ from day to day.
    return without_secrets(path)


def seen_from(folder: Path, path: Path) -> str:
    """Return a path as seen from a folder; as it is where that is on another drive."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return str(path)


def _key(path: str | Path) -> str:
    """Return the same for two paths that may be the same file, on any system."""
    name = gdal_name(str(path))
    return os.path.realpath(stand_in(name) if is_object(name) else name).casefold()
