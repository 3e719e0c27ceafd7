"""Writing the polygons of a class map to a GeoPackage that QGIS opens styled."""

from __future__ import annotations

import contextlib
import math
import re
import sqlite3
import warnings
from collections.abc import Iterable
from pathlib import Path

# Only written, never parsed.
from xml.etree import ElementTree  # written, never read  # nosec B405

import numpy as np
import pyogrio
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.errors import DamagedOutput, OutputNotWritable
from crossearth_engine.map.polygons import Patches
from crossearth_engine.publishing import check_replaceable
from crossearth_engine.raster.gdal import is_same_crs
from crossearth_engine.raster.vector import lost_of
from crossearth_engine.shared.palette import ClassInfo

VERTICES_AT_ONCE = 1_000_000
# What GDAL takes for no beginning of a layer's name, and SQLite and GeoPackage keep for themselves.
_NO_LAYER = re.compile(r"[^\w\s]|gpkg|sqlite_|layer_styles$", re.I)
_REST_RGB = (200, 200, 200)
# Later versions bring us nothing, and QGIS 3.22's GDAL doubts that it knows them.
GEOPACKAGE_OPTIONS = {"VERSION": "1.2"}
# What pyogrio and SQLite raise when they cannot write.
GEOPACKAGE_ERRORS: tuple[type[Exception], ...] = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    pyogrio.errors.GeometryError,
    sqlite3.Error,
)


def check_geopackage(output: Path) -> None:
    """Raise OutputNotWritable, before a run rather than after it, if a file cannot be replaced."""
    if output.is_dir():
        raise OutputNotWritable(path=str(output), reason="it is a folder.")
    if reason := lost_of(output):
        raise OutputNotWritable(path=str(output), reason=reason)
    if output.with_name(f"{output.name}-wal").exists():
        # SQLite would take its changes for those of the new file.
        reason = "another program, such as QGIS, has it open. Close it there, or choose another."
        raise OutputNotWritable(path=str(output), reason=reason)
    check_replaceable([output])


def layer_name(output: Path) -> str:
    """Return what the layer in a GeoPackage is called: as the file, where a layer may be."""
    return f"_{output.stem}" if _NO_LAYER.match(output.stem) else output.stem


def write_geopackage(
    path: Path,
    layer: str,
    patches: Iterable[Patches],
    classes: tuple[ClassInfo, ...],
    crs: CRS | None,
    transform: Affine,
    *,
    has_area: bool,
    has_confidence: bool,
) -> int:
    """Write polygons with class, size and style; return how many.

    Args:
        path: where; there is no file yet.
        layer: its name.
        patches: with outlines in pixels.
        classes: all that the map can show.
        crs: of the layer.
        transform: pixels to CRS.
        has_area: whether areas are known.
        has_confidence: whether patches have their confidence.

    Raises:
        OSError: or one of `GEOPACKAGE_ERRORS`, if it cannot be written.
    """
    names = np.full(256, "", object)
    for item in classes:
        names[item.value] = item.name

    def write(some: Patches) -> None:
        fields: dict[str, NDArray[np.generic] | NDArray[np.object_]] = {
            "class_id": some.values.astype(np.int32),
            "class_name": names[some.values],
            "pixels": some.pixels,
        }
        if has_area:
            fields["area_m2"] = np.round(some.area_m2, 3)
        if has_confidence:
            fields["confidence"] = np.round(some.percent / np.maximum(some.pixels, 1), 1)
        outlines = shapely.transform(some.outlines, lambda xy: _to_crs(transform, xy))
        with warnings.catch_warnings():
            # Without a CRS the person was warned already.
            warnings.simplefilter("ignore", UserWarning)
            pyogrio.raw.write(
                path,
                geometry=shapely.to_wkb(outlines),
                field_data=list(fields.values()),
                fields=list(fields),
                layer=layer,
                driver="GPKG",
                geometry_type="Polygon",
                crs=None if crs is None else crs.to_wkt(),
                append=path.exists(),
                dataset_options=GEOPACKAGE_OPTIONS,
            )

    count = vertices = 0
    area_m2 = 0.0
    waiting: list[Patches] = []
    for some in patches:
        waiting.append(some)
        count += len(some.values)
        area_m2 += float(np.round(some.area_m2, 3).sum())
        vertices += int(shapely.get_num_coordinates(some.outlines).sum())
        if vertices >= VERTICES_AT_ONCE:
            write(_together(waiting))
            waiting.clear()
            vertices = 0
    if waiting:
        write(_together(waiting))
    add_style(path, layer, classes)
    _read_back(path, layer, count, area_m2 if has_area else None, crs)
    return count


def _read_back(path: Path, layer: str, count: int, area_m2: float | None, crs: CRS | None) -> None:
    """Compare a file with what was written to it.

    Raises:
        DamagedOutput: if it is another.
    """
    if count == 0:
        return
    reason = None
    info = pyogrio.read_info(path, layer=layer)
    with contextlib.closing(sqlite3.connect(path)) as database:
        name = layer.replace('"', '""')
        area = "NULL" if area_m2 is None else "SUM(area_m2)"
        query = f'SELECT COUNT(*), {area} FROM "{name}"'  # noqa: S608  # nosec B608
        found, found_m2 = database.execute(query).fetchone()
    if found != count or info["features"] != count:
        reason = f"it has {found} polygons, and not {count}"
    elif area_m2 is not None and not math.isclose(found_m2, area_m2, rel_tol=1e-9, abs_tol=1e-3):
        reason = f"its polygons have {found_m2:.3f} m², and not {area_m2:.3f}"
    elif not is_same_crs(CRS.from_user_input(info["crs"]) if info["crs"] else None, crs):
        reason = "its CRS cannot be read back"
    if reason is not None:
        raise DamagedOutput(path=str(path), reason=reason)


def _together(items: list[Patches]) -> Patches:
    return Patches._make(np.concatenate(arrays) for arrays in zip(*items, strict=True))


def _to_crs(transform: Affine, pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    cols, rows = pixels.T
    a, b, c, d, e, f = transform[:6]
    return np.stack([a * cols + b * rows + c, d * cols + e * rows + f], axis=1)


def add_style(path: Path, layer: str, classes: tuple[ClassInfo, ...], rest: str = "") -> None:
    """Add the table of styles that QGIS looks for in a GeoPackage.

    Args:
        path: of the file.
        layer: polygons with the field ``class_id``.
        classes: that they may have.
        rest: what those are called that have none of them; empty: there are none.
    """
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        database.execute(
            "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
            " f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256),"
            " f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,"
            " useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),"
            " update_time DATETIME DEFAULT CURRENT_TIMESTAMP)"
        )
        database.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
            " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner)"
            " VALUES ('', '', ?, 'geom', 'classes', ?, '', 1, 'Classes by colour', '')",
            (layer, _style(classes, rest)),
        )
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier)"
            " VALUES ('layer_styles', 'attributes', 'layer_styles')"
        )


def _style(classes: tuple[ClassInfo, ...], rest: str) -> str:
    """Return a QGIS style: a colour for each class, and grey for the rest, if there is any."""
    root = ElementTree.Element("qgis", version="3.22.0", styleCategories="Symbology")
    renderer = ElementTree.SubElement(
        root,
        "renderer-v2",
        type="categorizedSymbol",
        attr="class_id",
        enableorderby="0",
        forceraster="0",
        symbollevels="0",
    )
    categories = ElementTree.SubElement(renderer, "categories")
    symbols = ElementTree.SubElement(renderer, "symbols")
    shown = [(str(item.value), "long", item.name, item.rgb) for item in classes]
    if rest:
        shown.append(("", "string", rest, _REST_RGB))
    for index, (value, kind, label, rgb) in enumerate(shown):
        ElementTree.SubElement(
            categories,
            "category",
            value=value,
            type=kind,
            symbol=str(index),
            label=label,
            render="true",
        )
        symbol = ElementTree.SubElement(symbols, "symbol", type="fill", name=str(index), alpha="1")
        fill = ElementTree.SubElement(
            symbol, "layer", {"class": "SimpleFill", "enabled": "1", "locked": "0"}
        )
        color = ",".join(map(str, (*rgb, 255)))
        # The outline has the colour too: without one, a hairline of background shows between.
        properties = {
            "color": color,
            "style": "solid",
            "outline_color": color,
            "outline_style": "solid",
            "outline_width": "0.1",
            "outline_width_unit": "MM",
            "joinstyle": "round",
        }
        for name, value in properties.items():
            ElementTree.SubElement(fill, "prop", k=name, v=value)
    return "<!DOCTYPE qgis>" + ElementTree.tostring(root, encoding="unicode")
