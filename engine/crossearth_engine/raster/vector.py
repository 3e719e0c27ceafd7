"""Reading a layer of a vector file: geometries, one attribute, and where they lie.

Whatever GDAL reads. Judges nothing: what geometries must be is up to who asks.
"""

from __future__ import annotations

import errno
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio.crs import CRS

from crossearth_engine.raster.gdal import GDAL_ERRORS
from crossearth_engine.raster.local_only import check_vector
from crossearth_engine.shared.addresses import gdal_name, is_remote

LAYER_OPTION = "|layername="

_CRS_NAME = re.compile(
    r"urn:[\w.:-]+|[A-Za-z]+:\w+|https?://www\.opengis\.net/(def/crs|gml/srs)/[\w./#:-]+"
    r"|[A-Za-z_]+\[.*",  # WKT
    re.IGNORECASE | re.DOTALL,
)

# What pyogrio drops from a path, as from an address.
_DROPPED = re.compile(r"[\t\r\n]")

# Archives that GDAL looks into.
_INSIDE = re.compile(r"^(/vsi(zip|tar|gzip|7z|rar)/)+\{?")

# What comes of reading what is no vector file, or has coordinates that no projection takes.
NOT_VECTOR: tuple[type[Exception], ...] = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    # pyogrio's errors among them
    RuntimeError,
    *GDAL_ERRORS,
)


def lost_of(path: str | Path) -> str:
    """Return why a vector file cannot be opened under its path, and another might be; else nothing.

    The end of a sentence.
    """
    is_lost = _DROPPED.search(str(path))
    return "a line break or a tab is in its path: rename the file or the folder." if is_lost else ""


def check_path(path: str) -> None:
    """Raise OSError if a vector file cannot be opened under its path, and another might be.

    Or if it lies on a server: where a request fails some of its features might be missing.
    """
    if reason := lost_of(path):
        raise OSError(errno.EINVAL, reason.rstrip("."), path)
    if is_remote(_INSIDE.sub("", gdal_name(path))):
        reason = "it lies on a server, and vector files are read from a disk: download it"
        raise OSError(errno.EINVAL, reason, path)


def read_layer(
    path: str, field: str | None = None
) -> tuple[NDArray[np.object_], NDArray[Any], CRS | None]:
    """Return geometries (N,), the values of a field (N,), and the CRS.

    Args:
        path: any file that GDAL reads, with ``|layername=…`` for other than its first layer.
        field: attribute to read; None reads none, and returns no values.

    Raises:
        KeyError: if the layer has no such field; its argument lists those that it has.
        NOT_VECTOR: one of them, if the file cannot be read.
    """
    # Large vector libraries; a run without polygons does without them.
    import pyogrio
    import shapely

    file, _, layer = path.partition(LAYER_OPTION)
    check_path(file)
    check_vector(file)
    if not layer:
        layer = first_layer(file)
        if not layer:
            return np.empty(0, object), np.empty(0, object), None
    info = pyogrio.read_info(file, layer=layer)
    columns = [] if field is None else [field]
    if field is not None and field not in info["fields"]:
        raise KeyError(", ".join(info["fields"]))
    _, _, wkb, values = pyogrio.raw.read(file, layer=layer, columns=columns, force_2d=True)
    geometries = shapely.from_wkb(wkb, on_invalid="ignore") if wkb is not None else ()
    return (
        np.asarray(geometries, object),
        values[0] if values else np.empty(0, object),
        crs_of(file, info),
    )


def crs_of(file: str, info: Mapping[str, Any]) -> CRS | None:
    """Return the CRS of a layer; None where the file does not say.

    Args:
        file: of the layer.
        info: of it, as pyogrio gives it.

    Raises:
        ValueError: or another of `NOT_VECTOR`, if it is one that cannot be told.
    """
    name = info["crs"]
    if info["driver"] == "GeoJSON" and Path(file).is_file():
        # GDAL takes an unknown CRS for longitude and latitude.
        content = json.loads(Path(file).read_text(encoding="utf-8-sig"))
        name = _crs_of_geojson(content.get("crs"))
    return CRS.from_user_input(name) if name else None


def _crs_of_geojson(member: Any) -> str:
    """Return the name of the CRS in a GeoJSON of 2008; without one, longitude and latitude.

    Raises:
        ValueError: if it is one that cannot be told; says so.
    """
    if member is None:
        return "OGC:CRS84"
    properties = member.get("properties") if isinstance(member, dict) else None
    if isinstance(properties, dict):
        # GDAL would fetch any other address, and read any file, that it is the name of.
        if _CRS_NAME.fullmatch(name := str(properties.get("name"))):
            return name
        if member.get("type") == "EPSG" and "code" in properties:
            return f"EPSG:{properties['code']}"
    raise ValueError(
        f"its member crs is not understood: {json.dumps(member)[:200]}. Write its EPSG code "
        'there, {"type": "name", "properties": {"name": "EPSG:4326"}}, or save the layer anew'
    )


def read_attributes(
    path: str, fields: Sequence[str], layer: str | None = None
) -> dict[str, NDArray[Any]]:
    """Return those of the fields (N,) that a layer has, by name.

    Args:
        path: as `read_layer` takes it.
        fields: names of attributes.
        layer: the layer; its first one with geometries unless it is given.

    Raises:
        NOT_VECTOR: one of them, if the file cannot be read.
    """
    import pyogrio  # see read_layer

    file, _, named = path.partition(LAYER_OPTION)
    check_path(file)
    check_vector(file)
    layer = layer or named or first_layer(file)
    known = [name for name in pyogrio.read_info(file, layer=layer)["fields"] if name in fields]
    if not known:
        return {}
    # In the order of the file, as they come.
    meta, _, _, values = pyogrio.raw.read(file, layer=layer, columns=known, read_geometry=False)
    return dict(zip(meta["fields"].tolist(), values, strict=True))


def field_types(path: str, layer: str | None = None) -> dict[str, str]:
    """Return the fields of a layer and of which kind numpy has them: i, u or f are numbers.

    Args:
        path: as `read_layer` takes it.
        layer: the layer; its first one with geometries unless it is given.

    Raises:
        NOT_VECTOR: one of them, if the file cannot be read.
    """
    import pyogrio  # see read_layer

    file, _, named = path.partition(LAYER_OPTION)
    check_path(file)
    info = pyogrio.read_info(file, layer=layer or named or first_layer(file) or None)
    kinds = (np.dtype(name).kind for name in info["dtypes"])
    return dict(zip(info["fields"].tolist(), kinds, strict=True))


def first_layer(file: str) -> str:
    """Return the first layer that has geometries; empty where there is none."""
    import pyogrio  # see read_layer

    # Tables without geometry, such as the styles of QGIS, may come first.
    layers = pyogrio.list_layers(file)
    return next((name for name, kind in layers if kind is not None), "")


def reason_of(error: Exception, path: str) -> str:
    """Return what went wrong, as the end of a sentence, without the path in front."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    file = path.partition(LAYER_OPTION)[0]
    return str(error).partition(";")[0].removeprefix(f"{file}: ").rstrip(".") + "."
