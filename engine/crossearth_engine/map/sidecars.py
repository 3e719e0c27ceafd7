"""Files beside a class raster that make it readable without this project.

A QGIS style (``.qml``), GDAL's auxiliary file with category names and a raster attribute table
(``.tif.aux.xml``), and a STAC Item that says how the raster was made (``.json``), which `map_item`
writes.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

# Only written, never parsed.
from xml.etree import ElementTree  # nosec B405

import rasterio
from rasterio.crs import CRS

from crossearth_engine.digests import file_digest
from crossearth_engine.map.class_areas import ClassArea
from crossearth_engine.raster.gdal import is_same_crs
from crossearth_engine.shared.palette import ClassInfo
from crossearth_engine.shared.products import CLASSES, OUTPUTS, PROCESSING_FIELD
from crossearth_engine.shared.quantity import color_stops, span_of
from crossearth_engine.storage import staging

# Of a checksum in STAC, a multihash: that it is a SHA-256, and of 32 bytes.
SHA256_PREFIX = "1220"


class SidecarPaths(NamedTuple):
    """Files beside a class raster."""

    style: Path
    auxiliary: Path
    item: Path


def sidecar_paths(output: Path) -> SidecarPaths:
    """Return the files that belong to the class raster ``output``."""
    return SidecarPaths(
        style=output.with_suffix(".qml"),
        auxiliary=output.with_name(output.name + ".aux.xml"),
        item=output.with_suffix(".json"),
    )


def is_ours(output: Path) -> bool:
    """Whether what lies at and beside ``output`` is an earlier result of this engine."""
    try:
        item = json.loads(staging.read(sidecar_paths(output).item))
        return PROCESSING_FIELD in item["properties"]
    except FileNotFoundError:
        return staging.is_half_there(output)
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return False


def write_qml(path: Path, classes: tuple[ClassInfo, ...]) -> None:
    """Write the style that QGIS applies to a raster of the same name when it is opened."""
    root = ElementTree.Element("qgis", version="3.22.0", styleCategories="AllStyleCategories")
    pipe = ElementTree.SubElement(root, "pipe")
    renderer = ElementTree.SubElement(
        pipe, "rasterrenderer", type="paletted", band="1", opacity="1", alphaBand="-1"
    )
    palette = ElementTree.SubElement(renderer, "colorPalette")
    for item in classes:
        ElementTree.SubElement(
            palette,
            "paletteEntry",
            value=str(item.value),
            color=item.color,
            label=item.name,
            alpha="255",
        )
    # Zoomed out, the majority of the overviews is shown; smoothing would invent classes.
    ElementTree.SubElement(pipe, "rasterresampler", maxOversampling="2")
    _write_xml(path, root)


def write_ramp(path: Path, numbers: dict[str, Any]) -> None:
    """Write the style of a raster of numbers: a ramp of colours.

    Args:
        path: of the file.
        numbers: what they are like, and the ``range`` that the colours span, if one is told.
    """
    low, high = span_of(numbers)
    root = ElementTree.Element("qgis", version="3.22.0", styleCategories="AllStyleCategories")
    pipe = ElementTree.SubElement(root, "pipe")
    renderer = ElementTree.SubElement(
        pipe,
        "rasterrenderer",
        type="singlebandpseudocolor",
        band="1",
        opacity="1",
        alphaBand="-1",
        classificationMin=f"{low:.9g}",
        classificationMax=f"{high:.9g}",
    )
    shader = ElementTree.SubElement(renderer, "rastershader")
    ramp = ElementTree.SubElement(
        shader,
        "colorrampshader",
        colorRampType="INTERPOLATED",
        classificationMode="1",
        clip="0",
        minimumValue=f"{low:.9g}",
        maximumValue=f"{high:.9g}",
    )
    for value, color in color_stops(low, high):
        ElementTree.SubElement(
            ramp, "item", value=f"{value:.9g}", color=color, label=f"{value:.4g}", alpha="255"
        )
    ElementTree.SubElement(pipe, "rasterresampler", maxOversampling="2")
    _write_xml(path, root)


# GDAL's names for what its statistics say, and ours.
_STATISTICS = {
    "STATISTICS_MINIMUM": "least",
    "STATISTICS_MAXIMUM": "most",
    "STATISTICS_MEAN": "mean",
    "STATISTICS_STDDEV": "deviation",
}


def write_statistics(path: Path, numbers: dict[str, Any], crs: CRS | None = None) -> None:
    """Write what the numbers of a raster are like as GDAL reads it beside a GeoTIFF.

    Args:
        path: of the file.
        numbers: what they are like.
        crs: of the raster, if the GeoTIFF cannot hold it.
    """
    root = ElementTree.Element("PAMDataset")
    add_crs(root, crs)
    band = ElementTree.SubElement(root, "PAMRasterBand", band="1")
    metadata = ElementTree.SubElement(band, "Metadata")
    for key, name in _STATISTICS.items():
        if numbers[name] is not None:
            ElementTree.SubElement(metadata, "MDI", key=key).text = repr(numbers[name])
    _write_xml(path, root)


# GDAL's numbers for the types and the meanings of attribute table columns.
_INTEGER, _REAL, _STRING = "0", "1", "2"
_GENERIC, _PIXEL_COUNT, _NAME, _MIN_MAX, _RED, _GREEN, _BLUE = "0", "1", "2", "5", "6", "7", "8"
_COLUMNS = (
    ("Value", _INTEGER, _MIN_MAX),
    ("Class", _STRING, _NAME),
    ("Count", _REAL, _PIXEL_COUNT),
    ("Red", _INTEGER, _RED),
    ("Green", _INTEGER, _GREEN),
    ("Blue", _INTEGER, _BLUE),
    ("Area_m2", _REAL, _GENERIC),
    ("Percent", _REAL, _GENERIC),
)


def place_beside(path: Path, crs: CRS | None) -> None:
    """Write a raster's CRS into its auxiliary file if the GeoTIFF itself cannot hold it.

    Others than GDAL, and GDAL before it knows of the file, do not see it there.
    """
    auxiliary = path.with_name(f"{path.name}.aux.xml")
    auxiliary.unlink(missing_ok=True)
    with rasterio.open(path) as dataset:
        is_held = is_same_crs(dataset.crs, crs)
    if not is_held:
        root = ElementTree.Element("PAMDataset")
        add_crs(root, crs)
        _write_xml(auxiliary, root)


def add_crs(root: ElementTree.Element, crs: CRS | None) -> None:
    """Add a CRS to a raster as GDAL reads it in its own XML."""
    if crs is not None:
        # Coordinates of pixels are east and north, in whatever order the CRS has its axes.
        ElementTree.SubElement(root, "SRS").text = crs.to_wkt(version="WKT2_2019")


def write_aux_xml(path: Path, areas: list[ClassArea], crs: CRS | None = None) -> None:
    """Write category names and the raster attribute table as GDAL reads them beside a GeoTIFF.

    Args:
        path: of the file.
        areas: the classes.
        crs: of the raster, if the GeoTIFF cannot hold it.
    """
    root = ElementTree.Element("PAMDataset")
    add_crs(root, crs)
    band = ElementTree.SubElement(root, "PAMRasterBand", band="1")
    names = {area.info.value: area.info.name for area in areas}
    add_categories(band, names)
    table = ElementTree.SubElement(band, "GDALRasterAttributeTable", tableType="thematic")
    for index, (name, kind, usage) in enumerate(_COLUMNS):
        column = ElementTree.SubElement(table, "FieldDefn", index=str(index))
        ElementTree.SubElement(column, "Name").text = name
        ElementTree.SubElement(column, "Type").text = kind
        ElementTree.SubElement(column, "Usage").text = usage
    for index, area in enumerate(areas):
        row = ElementTree.SubElement(table, "Row", index=str(index))
        square_metres = "" if area.area_m2 is None else f"{area.area_m2:.3f}"
        cells = (
            area.info.value,
            area.info.name,
            area.pixels,
            *area.info.rgb,
            square_metres,
            f"{area.percent:.4f}",
        )
        for cell in cells:
            ElementTree.SubElement(row, "F").text = str(cell)
    _write_xml(path, root)


def add_categories(band: ElementTree.Element, names: dict[int, str]) -> None:
    """Add the names of values to a band, as GDAL reads them in its own XML."""
    categories = ElementTree.SubElement(band, "CategoryNames")
    for value in range(max(names) + 1):
        ElementTree.SubElement(categories, "Category").text = names.get(value, "")


def check_sidecars(
    paths: SidecarPaths,
    classes: list[dict[str, Any]],
    numbers: dict[str, Any] | None = None,
    *,
    may_be_restyled: bool = False,
) -> None:
    """Compare the files beside a raster with its table of classes, or with what its numbers are.

    QGIS may have added statistics to the auxiliary file.

    Args:
        paths: of the files.
        classes: the table, as in the item.
        numbers: what its numbers are like, likewise; None for classes.
        may_be_restyled: whether the style may show the classes in another way, by their names.

    Raises:
        OSError, ValueError: if one cannot be read, or is of another map.
    """
    if numbers is not None:
        _check_number_sidecars(paths, numbers)
        return
    names = {item["value"]: item["name"] for item in classes}
    try:
        entries = ElementTree.parse(paths.style).iter("paletteEntry")  # nosec B314  # noqa: S314
        labels = {int(entry.get("value", "")): entry.get("label") for entry in entries}
        table = ElementTree.parse(paths.auxiliary).iter("Row")  # nosec B314  # noqa: S314
        cells = [[cell.text or "" for cell in row.iter("F")] for row in table]
        item = json.loads(paths.item.read_text(encoding="utf-8"))
        listed = item["properties"][PROCESSING_FIELD]["classes"]
    except (ElementTree.ParseError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    shown = names | labels if may_be_restyled else labels
    if shown != names:
        raise ValueError(f"{paths.style.name} has other names of classes")
    rows = [(item["value"], item["name"], item["pixels"]) for item in classes]
    if [(int(row[0]), row[1], int(row[2])) for row in cells] != rows:
        raise ValueError(f"{paths.auxiliary.name} has another table of classes")
    if listed != classes:
        raise ValueError(f"{paths.item.name} has other classes")


def _check_number_sidecars(paths: SidecarPaths, numbers: dict[str, Any]) -> None:
    """Raise OSError or ValueError if the files beside a raster of numbers are of another one."""
    try:
        style = ElementTree.parse(paths.style).find(".//rasterrenderer")  # nosec B314  # noqa: S314
        table = ElementTree.parse(paths.auxiliary).iter("MDI")  # nosec B314  # noqa: S314
        found = {entry.get("key"): float(entry.text or "nan") for entry in table}
        item = json.loads(paths.item.read_text(encoding="utf-8"))
        listed = item["properties"][PROCESSING_FIELD]["numbers"]
    except (ElementTree.ParseError, LookupError, TypeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    if style is None:
        raise ValueError(f"{paths.style.name} has no colours")
    told = {key: numbers[name] for key, name in _STATISTICS.items() if numbers[name] is not None}
    if any(found.get(key) != value for key, value in told.items()):
        raise ValueError(f"{paths.auxiliary.name} has other numbers")
    if listed != numbers:
        raise ValueError(f"{paths.item.name} has other numbers")


def belong_together(outputs: dict[str, Path], item: dict[str, Any]) -> bool:
    """Whether rasters, style and table are those that a STAC Item speaks of.

    Raises:
        OSError, ValueError, LookupError, TypeError: if something is missing.
    """
    facts = item["properties"][PROCESSING_FIELD]
    paths = sidecar_paths(outputs[CLASSES.name])
    check_sidecars(paths, facts["classes"], facts.get("numbers"), may_be_restyled=True)
    return all(
        item["assets"][name]["file:checksum"] == SHA256_PREFIX + file_digest(path)
        for name, path in outputs.items()
        if OUTPUTS[name].is_raster
    )


def _write_xml(path: Path, root: ElementTree.Element) -> None:
    ElementTree.indent(root)
    # No XML declaration: GDAL overlooks the root of an auxiliary file that has one.
    path.write_bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=False) + b"\n")
