"""Opening a raster: where it lies, and what it says of its bands.

What somebody says of it goes before what its file says. Reads no pixels.
"""

from __future__ import annotations

import contextlib
import errno
import math
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import rasterio
from affine import Affine
from rasterio.crs import CRS
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioIOError
from rasterio.vrt import WarpedVRT
from rasterio.warp import transform as brought_to_crs

from crossearth_engine.errors import (
    ConnectionLost,
    EngineError,
    InvalidRequest,
    NotEnoughMemory,
    UnreadableRaster,
)
from crossearth_engine.faults import is_out_of_memory
from crossearth_engine.raster import local_only
from crossearth_engine.raster.beside import beside
from crossearth_engine.raster.color_table import COLOR_BANDS, ColorTable
from crossearth_engine.raster.cut_off import is_cut_off
from crossearth_engine.raster.fetching import fetched
from crossearth_engine.raster.gdal import READ_ERRORS, dropped_errors, said
from crossearth_engine.raster.local_only import NotLocalOnly
from crossearth_engine.raster.nodata import NONE, parse_nodata
from crossearth_engine.raster.virtual import described
from crossearth_engine.shared.addresses import gdal_name, is_object, is_remote
from crossearth_engine.shared.bands import RasterBand
from crossearth_engine.storage.objects import PATIENCE, forget_folder, place_of, read, refusal

_DAMAGED = "the file is incomplete or damaged; copy or download it again ({why})."

# At 0 rasterio makes no transformer.
_NO_TOLERANCE_PX = 1e-9

# How GDAL's drivers say of a file that opens well that its pixels do not come.
_DAMAGE = re.compile(
    r"^TIFFFill|^TIFFReadEncoded|Decode:|IReadBlock failed|[Rr]ead [Ee]rror|[Pp]remature end"
    r"|[Ff]ailed to read|Can't read|Unable to read|segment too long|is malformed|[Cc]orrupt"
)


@contextmanager
def reading(path: str) -> Iterator[None]:
    """Say of whatever GDAL raises meanwhile that a raster cannot be read, and why.

    Raises:
        UnreadableRaster: with the operating system's reason, if that cannot read the file either.
        NotEnoughMemory: if that is why.
    """
    try:
        with dropped_errors() as dropped:
            yield
        if dropped:
            raise dropped[0]
    except READ_ERRORS as error:
        if isinstance(error, EngineError):
            raise
        if isinstance(error, NotLocalOnly):
            reason = f"{error}, and only what is given is to be read (--local-only)."
            raise UnreadableRaster(path=path, reason=reason) from error
        if is_out_of_memory(error):
            raise NotEnoughMemory from error
        name = gdal_name(path)
        if is_remote(name):
            raise _told_of_server(path, name, error) from error
        reason = _reason_of_system(path) or reason_of(error, path)
        raise UnreadableRaster(path=path, reason=reason) from error


def open_raster(path: str) -> Any:
    """Return a raster, opened.

    Raises:
        UnreadableRaster: if it is missing, truncated or not a raster, or does not answer.
        NotEnoughMemory: if it cannot be opened for that.
    """
    with reading(path):
        driver = local_only.driver_for(path)

    name = gdal_name(path)

    def opened() -> Any:
        # What a server is granted is settled when a file is opened.
        with rasterio.Env(**PATIENCE):
            try:
                around = beside(name) if is_remote(name) else None
                for statistics in around or ():
                    if statistics.endswith(".aux.xml"):
                        # Of these GDAL tells nothing. What is read now it does not fetch again.
                        read(f"{place_of(name).rpartition('/')[0]}/{statistics}")
            except ConnectionError as error:
                # GDAL would take what does not answer for what is not there.
                raise ConnectionLost(path=path, reason=str(error.strerror)) from error
            except OSError:
                around = None
            try:
                return with_what_is(around)
            except RasterioIOError as error:
                # GDAL keeps what it was told of what it does not get as long as the process lives.
                if not is_remote(name) or not _NOT_GIVEN.search(str(error)):
                    raise
                forget_folder(place_of(name))
                return with_what_is(around)

    def with_what_is(around: tuple[str, ...] | None) -> Any:
        if around == ():
            with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="EMPTY_DIR"):
                alone = rasterio.open(name, driver=driver)
            # Where it lies may be said by a file beside it.
            if not alone.transform.is_identity or alone.gcps[0]:
                return alone
            alone.close()
        if around is not None and not is_object(name):
            # What a web server shows of a folder GDAL takes for the list of what is there.
            with rasterio.Env(GDAL_DISABLE_READDIR_ON_OPEN="TRUE"):
                return rasterio.open(name, driver=driver)
        return rasterio.open(name, driver=driver)

    try:
        with reading(path):
            dataset = fetched((path,), opened, limit_s=None)
    except TimeoutError as error:
        raise UnreadableRaster(path=path, reason=str(error)) from error
    # In this thread nothing was opened: GDAL still has there what went wrong with another file,
    # and tells it at the next call, once.
    with contextlib.suppress(*READ_ERRORS):
        dataset.colorinterp  # noqa: B018 - asked for that alone
    with reading(path):
        local_only.check_opened(dataset)
        if is_cut_off(dataset, path):
            raise UnreadableRaster(path=path, reason=_DAMAGED.format(why="it ends too early"))
    return dataset


def described_bands(dataset: Any, colors: ColorTable | None) -> list[RasterBand]:
    """Return what an open raster says of its bands, or of those that its colours make."""
    if colors is not None:
        return [*COLOR_BANDS]
    # Each of these asks all bands, of which there may be thousands.
    names, shown = dataset.descriptions, dataset.colorinterp
    return [_describe(dataset, *band) for band in zip(dataset.indexes, names, shown, strict=True)]


def _describe(dataset: Any, index: int, name: str | None, shown: ColorInterp) -> RasterBand:
    """Return what the file says of a band."""
    imagery, tags = dataset.tags(index, ns="IMAGERY"), dataset.tags(index)
    wavelength = imagery.get("CENTRAL_WAVELENGTH_UM") or tags.get("wavelength")
    try:
        wavelength_um = float(wavelength) if wavelength else None
    except ValueError:
        wavelength_um = None
    if wavelength_um is not None and wavelength_um > 100:
        wavelength_um /= 1000  # nanometres: nothing else is that long
    return RasterBand(
        name=name or "",
        color=shown.name,
        wavelength_um=wavelength_um,
    )


def transform_of(dataset: Any) -> Affine:
    """Return where the pixels of an open raster lie: columns and rows to coordinates.

    Of a picture without a place rasterio counts rows downwards. QGIS draws its row 10 at y = -10,
    so that what people draw on it lies there, and what comes of it has to.
    """
    transform: Affine = dataset.transform
    if not transform.is_identity:
        return transform
    # Some programs write this very transform into their files. It is a place, south up.
    root = described(dataset)
    is_said = root is not None and root.find("GeoTransform") is not None
    return transform if is_said else Affine.scale(1, -1)


def parse_crs(text: str) -> CRS | None:
    """Return the CRS that a text names: EPSG:32636, WKT, PROJ; None of ``none``.

    Raises:
        InvalidRequest: if it is not understood.
    """
    if text.strip().lower() == NONE:
        return None
    try:
        return CRS.from_user_input(text)
    except READ_ERRORS as error:
        reason = (
            f"The CRS {text} is not understood. Write it as EPSG:32636, as WKT, or none for a "
            "raster that lies nowhere."
        )
        raise InvalidRequest(reason=reason) from error


def placed(source: Any, path: str, nodata: str | None, crs: str | None) -> Any:
    """Return a raster on a grid with a place: warped where only control points tell.

    Args:
        source: the raster, opened.
        path: what it is called.
        nodata: values that somebody says are no data, or None.
        crs: which CRS somebody says that it is in, or None.

    Raises:
        UnreadableRaster: if it has no grid that lies anywhere.
    """
    if source.count == 0 and source.subdatasets:
        names = ", ".join(source.subdatasets[:5])
        more = ", …" if len(source.subdatasets) > 5 else ""
        reason = f"it holds several rasters. Choose one of them: {names}{more}."
        raise UnreadableRaster(path=path, reason=reason)
    transform = source.transform
    points, points_crs = source.gcps
    if points and not points_crs and crs is not None:
        points_crs = parse_crs(crs)
    if transform.is_identity and points and points_crs:
        return _warped(source, path, points_crs, nodata)
    if transform.is_identity and (points or source.rpcs):
        reason = (
            "only ground control points without a CRS say where it lies. Say which one they "
            "are in (--crs), or rectify it first, for instance with gdalwarp."
            if points
            else "only the camera's coefficients (RPC) say where it lies. Rectify it first "
            "with an elevation model, for instance with gdalwarp -rpc."
        )
        raise UnreadableRaster(path=path, reason=reason)
    size = abs(transform.determinant)
    if not (math.isfinite(sum(transform)) and 0 < size < math.inf):
        raise UnreadableRaster(path=path, reason="its pixels have no size.")
    return source


class Onto(NamedTuple):
    """The pixels that a raster is brought to.

    Attributes:
        crs, transform, width, height: of these pixels.
        resampling: how; of what has a colour table by the nearest pixel always.
    """

    crs: CRS
    transform: Affine
    width: int
    height: int
    resampling: Resampling


def brought_onto(source: Any, path: str, onto: Onto, nodata: str | None, crs: str | None) -> Any:
    """Return a raster, which has a place, on other pixels; where it does not lie there is no data.

    Args:
        source: the raster, opened.
        path: what it is called.
        onto: the pixels.
        nodata: values that somebody says are no data, or None.
        crs: which CRS somebody says that it is in, or None.
    """
    own = source.crs if crs is None else parse_crs(crs)
    return _warped(source, path, own, nodata, onto)


def _warped(source: Any, path: str, crs: Any, asked: str | None, onto: Onto | None = None) -> Any:
    """Return the raster as QGIS shows it: rectified by its ground control points, or moved."""
    nodata = source.nodata
    resampling, place = Resampling.bilinear, {"crs": crs}
    if onto is not None:
        resampling, place = onto.resampling, onto._asdict()
        del place["resampling"]
        # What GDAL approximates, or measures by itself, depends on which window is read.
        across, down = _scales(source, crs, onto)
        place |= {"tolerance": _NO_TOLERANCE_PX, "XSCALE": str(across), "YSCALE": str(down)}
    if asked is not None:
        values = [*parse_nodata(asked)]
        is_one = len(values) == 1 and values[0].low == values[0].high
        nodata = values[0].low if is_one else None
        if onto is not None and values and not is_one and resampling != Resampling.nearest:
            reason = (
                f"{path} has several values that are no data ({asked}): between them and data "
                "nothing can be interpolated. Align by the nearest pixel (--align nearest)."
            )
            raise InvalidRequest(reason=reason)
    has_mask = ColorInterp.alpha in source.colorinterp or nodata is not None
    with reading(path):
        return WarpedVRT(
            source,
            src_crs=crs,
            **place,
            src_nodata=nodata,
            nodata=nodata,
            add_alpha=not has_mask,
            resampling=resampling if ColorTable.of(source) is None else Resampling.nearest,
        )


def _scales(source: Any, crs: Any, onto: Onto) -> tuple[float, float]:
    """Return how long pixels of a raster are on others, along rows and columns; at most 1."""
    col, row = source.width / 2, source.height / 2
    corners = [transform_of(source) @ at for at in ((col, row), (col + 1, row), (col, row + 1))]
    xs, ys = brought_to_crs(crs, onto.crs, *zip(*corners, strict=True))
    lengths = [math.hypot(x - xs[0], y - ys[0]) for x, y in zip(xs[1:], ys[1:], strict=True)]
    a, b, _, d, e, *_ = onto.transform
    own = (math.hypot(a, d), math.hypot(b, e))
    across, down = (min(1.0, length / edge) for length, edge in zip(lengths, own, strict=True))
    return across, down


def _reason_of_system(path: str) -> str:
    """Return why the operating system cannot read a file to its end; '' if it can, or is not to.

    GDAL says of a disk that fails, of an empty file and of a folder that it knows no such format.
    """
    try:
        with Path(path).open("rb") as stream:
            if not stream.read(1):
                return "the file is empty."
            stream.seek(-1, os.SEEK_END)
            stream.read(1)
    except OSError as error:
        if error.errno == errno.EISDIR:
            return "it is a folder, and none that is a raster."
        # What is no file, such as NETCDF:scene.nc:red, is GDAL's to judge.
        is_file = error.errno not in (errno.ENOENT, errno.ENOTDIR, errno.EINVAL)
        return f"{error.strerror}." if is_file else ""
    except ValueError:
        return ""
    return ""


_NOT_GIVEN = re.compile(r"does not exist|HTTP response code")

# How GDAL says of what a server sends that it could not get it, or that it is not what it knows.
_NOT_GOT = re.compile(r"not recognized as|does not exist|credentials|SIGN_REQUEST|HTTP|Filename")


def _told_of_server(path: str, name: str, error: Exception) -> UnreadableRaster:
    """Return what is wrong with a raster that a server has, or with the way there."""
    reason = reason_of(error, name)
    if "Range downloading not supported" in reason:
        why = "its server sends files only as a whole. Download it, and give the file on the disk."
        return UnreadableRaster(path=path, reason=why)
    if _NOT_GOT.search(reason):
        try:
            reason = refusal(place_of(name)) or reason
        except ConnectionError as unanswered:
            return ConnectionLost(path=path, reason=str(unanswered.strerror))
    elif "CURL error" in reason or _DAMAGE.search(reason):
        return ConnectionLost(path=path, reason=reason.removeprefix("CURL error: ").rstrip("."))
    return UnreadableRaster(path=path, reason=reason)


def reason_of(error: Exception, path: str) -> str:
    """Return what GDAL said, which rasterio keeps in the chain, without the path in front."""
    text = " ".join(said(error).split()).removeprefix(f"{path}: ").rstrip(".") + "."
    if Path(path).is_file() and _DAMAGE.search(text):
        return _DAMAGED.format(why=text[:-1])
    own_subject = f"'{path}' "
    return f"it is {text.removeprefix(own_subject)}" if text.startswith(own_subject) else text
