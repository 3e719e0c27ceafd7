"""The maps of a batch as one raster: a virtual one (VRT), which holds no pixels of its own.

GDAL and QGIS read it as they read a map, with its colours and the names of its classes. Pixels are
taken as they are: the maps have to lie on one grid.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

# Only written, never parsed.
from xml.etree import ElementTree  # nosec B405

import numpy as np
import rasterio
from affine import Affine
from rasterio.crs import CRS

from crossearth_engine import __version__
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.map.sidecars import add_categories, add_crs
from crossearth_engine.raster.gdal import is_same_crs
from crossearth_engine.shared.palette import NODATA, ClassInfo
from crossearth_engine.shared.quantity import NO_NUMBER

MARK = "CROSSEARTH_BATCH"
"""Names the metadata that a mosaic of ours has: which version made it."""

# By how much of a pixel two grids may differ: what numbers in files round off.
TOLERANCE_PX = 0.01
# GDAL counts pixels in 32 bits.
MAX_EDGE_PX = 2**31 - 1


def is_mosaic(path: Path) -> bool:
    """Whether a file is a virtual raster that this engine has made."""
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return content.startswith(b"<VRTDataset") and f'<MDI key="{MARK}">'.encode() in content


class _Pixels(NamedTuple):
    """What GDAL calls the type of pixels, and which of them are no data."""

    gdal_name: str
    nodata: str


_CLASSES = _Pixels("Byte", str(NODATA))
_NUMBERS = _Pixels("Float32", f"{NO_NUMBER:g}")


class _Map(NamedTuple):
    """A map, and where it lies: its first column and row on the grid of the first map."""

    path: Path
    shape_yx: tuple[int, int]
    block_yx: tuple[int, int]
    column: int = 0
    row: int = 0


def write_mosaic(
    path: Path, target: Path, maps: Sequence[Path], classes: Sequence[ClassInfo]
) -> None:
    """Write a VRT of maps; where they overlap, a later one is seen.

    Args:
        path: where it is written.
        target: where it will lie; paths in it are relative to that.
        maps: files, of the same classes.
        classes: theirs; none are maps of numbers.

    Raises:
        InvalidRequest: if the maps do not lie on one grid, with the reason.
        OSError: or another of `WRITE_ERRORS`, if one cannot be read, or it cannot be written.
    """
    crs, transform, placed = _placed(maps)
    left, top = min(item.column for item in placed), min(item.row for item in placed)
    width = max(item.column + item.shape_yx[1] for item in placed) - left
    height = max(item.row + item.shape_yx[0] for item in placed) - top
    if max(width, height) > MAX_EDGE_PX:
        raise InvalidRequest(reason="The maps lie too far apart for one mosaic.")
    size = {"rasterXSize": str(width), "rasterYSize": str(height)}
    root = ElementTree.Element("VRTDataset", size)
    metadata = ElementTree.SubElement(root, "Metadata")
    ElementTree.SubElement(metadata, "MDI", key=MARK).text = __version__
    add_crs(root, crs)
    corner = transform @ Affine.translation(left, top)
    numbers = ", ".join(repr(float(number)) for number in corner.to_gdal())
    ElementTree.SubElement(root, "GeoTransform").text = numbers
    kind = _CLASSES if classes else _NUMBERS
    band = ElementTree.SubElement(root, "VRTRasterBand", dataType=kind.gdal_name, band="1")
    ElementTree.SubElement(band, "NoDataValue").text = kind.nodata
    if classes:
        ElementTree.SubElement(band, "ColorInterp").text = "Palette"
        _add_colors(band, classes)
        add_categories(band, {item.value: item.name for item in classes})
    for item in placed:
        _add_source(band, item, kind, target, item.column - left, item.row - top)
    ElementTree.indent(root)
    path.write_bytes(ElementTree.tostring(root, encoding="utf-8") + b"\n")


def _placed(maps: Sequence[Path]) -> tuple[CRS, Affine, list[_Map]]:
    """Return the CRS and the grid of the first map, and where each lies on it."""
    placed: list[_Map] = []
    for path in maps:
        with rasterio.open(path) as dataset:
            crs, transform = dataset.crs, dataset.transform
            item = _Map(path, dataset.shape, dataset.block_shapes[0])
        if crs is None:
            reason = f"{path.name} has no CRS. A mosaic needs maps that lie somewhere."
            raise InvalidRequest(reason=reason)
        if not placed:
            first_crs, first = crs, transform
        if not is_same_crs(first_crs, crs):
            reason = (
                f"{placed[0].path.name} is in {_name(first_crs)}, {path.name} in {_name(crs)}. "
                "Make a mosaic of the maps of each, or bring the rasters to one CRS first."
            )
            raise InvalidRequest(reason=reason)
        height, width = item.shape_yx
        to_first = ~first @ transform
        column, row = to_first @ (0, 0)
        end = to_first @ (width, height)
        offset = round(column), round(row)
        ends = offset[0] + width, offset[1] + height
        misses = np.subtract([(column, row), end], [offset, ends])
        if np.abs(misses).max() > TOLERANCE_PX:
            reason = (
                f"{path.name} does not lie on the grid of {placed[0].path.name}: its pixels are of "
                "another size, or between the others. Bring the rasters to one grid first, for "
                "instance with gdalwarp -tr and -tap."
            )
            raise InvalidRequest(reason=reason)
        placed.append(item._replace(column=offset[0], row=offset[1]))
    return first_crs, first, placed


def _add_colors(band: ElementTree.Element, classes: Sequence[ClassInfo]) -> None:
    colors = {item.value: (*item.rgb, 255) for item in classes}
    table = ElementTree.SubElement(band, "ColorTable")
    for value in range(max(colors) + 1):
        entry = zip(("c1", "c2", "c3", "c4"), colors.get(value, (0, 0, 0, 0)), strict=True)
        ElementTree.SubElement(table, "Entry", {name: str(number) for name, number in entry})


def _add_source(
    band: ElementTree.Element, item: _Map, kind: _Pixels, target: Path, column: int, row: int
) -> None:
    """Add a map, whose pixels without data cover nothing."""
    source = ElementTree.SubElement(band, "ComplexSource")
    name = _relative(item.path, target.parent)
    is_relative = "0" if name is None else "1"
    file = ElementTree.SubElement(source, "SourceFilename", relativeToVRT=is_relative)
    file.text = name or str(item.path)
    ElementTree.SubElement(source, "SourceBand").text = "1"
    (height, width), (block_height, block_width) = item.shape_yx, item.block_yx
    size = {"RasterXSize": width, "RasterYSize": height}
    blocks = {"BlockXSize": block_width, "BlockYSize": block_height}
    facts = {**size, "DataType": kind.gdal_name, **blocks}
    _add_numbers(source, "SourceProperties", facts)
    edges = {"xSize": width, "ySize": height}
    _add_numbers(source, "SrcRect", {"xOff": 0, "yOff": 0, **edges})
    _add_numbers(source, "DstRect", {"xOff": column, "yOff": row, **edges})
    ElementTree.SubElement(source, "NODATA").text = kind.nodata


def _relative(path: Path, folder: Path) -> str | None:
    """Return a path as seen from a folder, or None if it cannot be seen from there."""
    try:
        name = os.path.relpath(path, folder)
    except ValueError:  # on another drive
        return None
    # Of a folder that is a link, ".." is what the other end lies in.
    is_there = os.path.realpath(folder / name) == os.path.realpath(path)
    return Path(name).as_posix() if is_there else None


def _add_numbers(parent: ElementTree.Element, name: str, values: dict[str, Any]) -> None:
    ElementTree.SubElement(parent, name, {key: str(value) for key, value in values.items()})


def _name(crs: CRS) -> str:
    authority = crs.to_authority()
    return ":".join(authority) if authority else "a CRS of its own"
