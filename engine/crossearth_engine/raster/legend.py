"""What a raster says of its values: names and colours, as other programs write them.

GDAL's attribute tables and category names, whichever files and formats they are in, the attribute
table of ArcGIS and the style of QGIS beside a raster.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

# GDAL's own, but for a style, which is read with care.
from xml.etree import ElementTree  # nosec B405

from crossearth_engine.raster import local_only
from crossearth_engine.raster.gdal import GDAL_ERRORS
from crossearth_engine.raster.vector import NOT_VECTOR
from crossearth_engine.raster.virtual import described

# GDAL's numbers for what a column of an attribute table holds.
_NAME, _MIN, _MIN_MAX, _COLORS = "2", "3", "5", ("6", "7", "8")
# What others call such columns that say nothing of their meaning, ArcGIS among them.
_VALUE_COLUMNS = ("value", "val", "id", "code")
_NAME_COLUMNS = ("class_name", "class_names", "classname", "class", "name", "label", "category")
# A style of a class raster has a line for each class.
_LONGEST_STYLE_BYTES = 4_000_000

_UNREADABLE: tuple[type[Exception], ...] = (*GDAL_ERRORS, LookupError, ElementTree.ParseError)


class Entry(NamedTuple):
    """What is said of a value; empty texts where nothing is. A colour is ``#rrggbb``."""

    name: str
    color: str


def read_legend(dataset: Any, path: str) -> dict[int, Entry]:
    """Return what an open raster, and the files beside it, say of the values of its first band.

    Where several say something, an attribute table goes before category names, and these before
    the style of QGIS. A name that is nothing but the value says nothing.

    Args:
        dataset: as rasterio has opened it.
        path: its file, if it is one.
    """
    found: dict[int, Entry] = {}
    told = [_arcgis_table(Path(f"{path}.vat.dbf")), *_known_to_gdal(dataset)]
    for entries in (*told, _style(Path(path).with_suffix(".qml"))):
        for value, (name, color) in entries.items():
            before = found.get(value, Entry("", ""))
            text = " ".join(name.split())
            if re.fullmatch(rf"0*{value}(\.0*)?", text) or not text.isprintable():
                text = ""
            found[value] = Entry(before.name or text, before.color or color)
    return found


def _known_to_gdal(dataset: Any) -> list[dict[int, Entry]]:
    """Return attribute table and category names, as a virtual copy of the raster has them."""
    root = described(dataset)
    if root is None:
        return []  # what has no names is a map nevertheless
    band = root.find("VRTRasterBand")
    if band is None:
        return []
    table = band.find("GDALRasterAttributeTable")
    names = band.iterfind("CategoryNames/Category")
    return [
        {} if table is None else _table(table),
        {value: Entry(item.text or "", "") for value, item in enumerate(names)},
    ]


def _arcgis_table(path: Path) -> dict[int, Entry]:
    """Return the entries of a raster attribute table as ArcGIS keeps it, which GDAL does not read.

    None where only what is given is to be read: it is opened by a library that follows links.
    """
    if local_only.is_on() or not path.is_file():
        return {}
    import pyogrio  # a large vector library; few rasters have such a table

    try:
        meta, _, _, values = pyogrio.raw.read(path, read_geometry=False)
    except NOT_VECTOR:
        return {}
    columns = [(str(name), "") for name in meta["fields"]]
    of_value = _column(columns, (), _VALUE_COLUMNS)
    of_name = _column(columns, (), _NAME_COLUMNS)
    if of_value is None or of_name is None:
        return {}
    rows = zip(values[of_value].tolist(), values[of_name].tolist(), strict=True)
    named = ((_whole(str(value)), str(name or "")) for value, name in rows)
    return {value: Entry(name, "") for value, name in named if value is not None}


def _table(table: ElementTree.Element) -> dict[int, Entry]:
    columns = [
        (field.findtext("Name", ""), field.findtext("Usage", "0"))
        for field in table.iterfind("FieldDefn")
    ]
    rows = [[cell.text or "" for cell in row.iterfind("F")] for row in table.iterfind("Row")]
    of_value = _column(columns, (_MIN_MAX, _MIN), _VALUE_COLUMNS)
    of_name = _column(columns, (_NAME,), _NAME_COLUMNS)
    of_colors = [_column(columns, (usage,), ()) for usage in _COLORS]
    entries = {}
    for index, row in enumerate(rows):
        if len(row) != len(columns):
            continue
        # Rows of a table without values stand for 0, 1, 2, …
        value = index if of_value is None else _whole(row[of_value])
        parts = [-1 if of is None else _whole(row[of]) for of in of_colors]
        rgb = [part for part in parts if part is not None and 0 <= part <= 255]
        if value is not None:
            color = "#{:02x}{:02x}{:02x}".format(*rgb) if len(rgb) == len(_COLORS) else ""
            entries[value] = Entry("" if of_name is None else row[of_name], color)
    return entries


def _column(
    columns: list[tuple[str, str]], usages: tuple[str, ...], names: tuple[str, ...]
) -> int | None:
    """Return which column has one of these meanings, or else one of these names."""
    for usage in usages:
        for index, (_, found) in enumerate(columns):
            if found == usage:
                return index
    for wanted in names:
        for index, (name, _) in enumerate(columns):
            if name.casefold() == wanted:
                return index
    return None


def _whole(text: str) -> int | None:
    try:
        number = float(text)
        return int(number) if number.is_integer() else None
    except (ValueError, OverflowError):
        return None


def _style(path: Path) -> dict[int, Entry]:
    """Return the entries of a paletted renderer in a style of QGIS."""
    try:
        if path.stat().st_size > _LONGEST_STYLE_BYTES:
            return {}
        text = path.read_text(encoding="utf-8")
        if "<!ENTITY" in text:  # which may stand for more than fits into memory
            return {}
        root = ElementTree.fromstring(text)  # noqa: S314  # nosec B314
    except (OSError, ValueError, ElementTree.ParseError):
        return {}
    entries = {}
    for item in root.iter("paletteEntry"):
        value = _whole(item.get("value", ""))
        color = item.get("color", "").lower()
        if value is not None:
            is_color = re.fullmatch("#[0-9a-f]{6}", color) is not None
            entries[value] = Entry(item.get("label", ""), color if is_color else "")
    return entries
