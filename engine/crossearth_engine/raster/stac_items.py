"""Rasters that a catalogue lists: the assets of STAC Items, as their files name them.

Items come in a FeatureCollection, each in a file of its own that a Collection or Catalog links to,
or as the rows of a table (GeoParquet). Files are read and addresses are not; an asset may be at
one.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from crossearth_engine.errors import InvalidRequest, MissingPackage

SUFFIXES = (".json", ".geojson")
TABLE_SUFFIXES = (".parquet", ".geoparquet")
LISTS = (*SUFFIXES, *TABLE_SUFFIXES)

# What rasters are called in the catalogues of this world.
_RASTER_TYPES = re.compile(r"image/(tiff|jp2|vnd\.stac\.geotiff|vrt)|application/x-gdal-vrt", re.I)
_RASTER_SUFFIXES = (".tif", ".tiff", ".jp2", ".vrt", ".img")
# What an asset is for, the best first; one of no role may be data as well.
_ROLES = ("data", "visual", "")
_NO_DATA = {"thumbnail", "overview", "metadata"}
# Rows of a table that are read at a time.
_ROWS = 1024


class ItemRaster(NamedTuple):
    """A raster of an item: the item's id, and the path of the asset."""

    name: str
    path: str


class Listed(NamedTuple):
    """What a list gives: rasters, and the ids of items that have none."""

    rasters: list[ItemRaster]
    without: list[str]


def is_list(path: Path) -> bool:
    """Whether a file lists STAC Items, as far as that can be told unread or of its beginning."""
    suffix = path.suffix.lower()
    if suffix in TABLE_SUFFIXES:
        return path.is_file()
    if suffix not in SUFFIXES or not path.is_file():
        return False
    try:
        content = _read(path)
    except InvalidRequest:
        return True  # whoever reads it is told why it cannot be read
    if content.get("type") == "FeatureCollection" and not _features(content):
        return True
    return content.get("type") in ("Collection", "Catalog", "Feature", "FeatureCollection") and (
        "stac_version" in content or any("stac_version" in item for item in _features(content))
    )


def rasters_listed(path: Path, asset: str | None) -> Listed:
    """Return the rasters of the items in a list, in its order.

    Args:
        path: of the list. What is relative in it is relative to it, or to the file of an item.
        asset: name of the asset that is meant; None: the only raster that is data.

    Raises:
        InvalidRequest: if the list cannot be read, or more than one asset may be meant.
        MissingPackage: if it is a table, which only PyArrow reads.
    """
    rasters, without = [], []
    for file, item in _items(path, set()):
        name, assets = str(item.get("id") or ""), item.get("assets")
        found = _chosen(name, assets if isinstance(assets, dict) else {}, asset, path)
        href = found and found.get("href")
        if href:
            rasters.append(ItemRaster(name, _path_of(str(href), file.parent)))
        else:
            without.append(name)
    return Listed(rasters, without)


def _items(path: Path, seen: set[str]) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Yield items, each with the file that it stands in; those of links, too, but none twice."""
    if path.suffix.lower() in TABLE_SUFFIXES:
        for item in _rows(path):
            yield path, item
        return
    real = os.path.realpath(path)
    if real in seen:
        return
    seen.add(real)
    content = _read(path)
    if content.get("type") == "Feature":
        yield path, content
    for item in _features(content):
        yield path, item
    for link in content.get("links") or () if content.get("type") != "Feature" else ():
        if isinstance(link, dict) and link.get("rel") in ("item", "child") and link.get("href"):
            href = _path_of(str(link["href"]), path.parent)
            if "://" in href or href.startswith("/vsi"):
                reason = (
                    f"{path} names the item {href}, which is no file here. Download the items "
                    "first, for instance as one ItemCollection."
                )
                raise InvalidRequest(reason=reason)
            yield from _items(Path(href), seen)


def _read(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
        if not text.strip():
            raise InvalidRequest(reason=f"The list {path} is empty. Write it or download it again.")
        content = json.loads(text)
    except OSError as error:
        raise InvalidRequest(reason=f"The list {path} cannot be read: {error.strerror}.") from error
    except InvalidRequest:
        raise
    except (ValueError, RecursionError) as error:
        reason = f"The list {path} is damaged: it is no JSON in UTF-8. Download it again."
        raise InvalidRequest(reason=reason) from error
    if not isinstance(content, dict):
        raise InvalidRequest(reason=f"The list {path} has no STAC Items in it.")
    return content


def _features(content: Mapping[str, Any]) -> list[dict[str, Any]]:
    features = content.get("features")
    return [item for item in features if isinstance(item, dict)] if features else []


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise MissingPackage(package="pyarrow", requirement="pyarrow") from error
    try:
        with parquet.ParquetFile(path) as table:
            names = set(table.schema_arrow.names)
            if not {"id", "assets"} <= names:
                reason = f"The table {path} has no columns id and assets, as STAC Items would have."
                raise InvalidRequest(reason=reason)
            for rows in table.iter_batches(_ROWS, columns=["id", "assets"]):
                yield from rows.to_pylist()
    except (ArrowException, OSError) as error:
        why = str(error).rstrip(".")
        raise InvalidRequest(reason=f"The table {path} cannot be read: {why}.") from error


def _chosen(
    name: str, assets: Mapping[str, Any], asked: str | None, path: Path
) -> Mapping[str, Any] | None:
    """Return the asset of an item that is meant; None if it has none such."""
    # Of a table each row has all names, most without anything.
    known = {key: item for key, item in assets.items() if isinstance(item, dict) and item}
    if asked is not None:
        return known.get(asked)
    rasters = {key: item for key, item in known.items() if _is_raster(item)}
    for role in _ROLES:
        keys = [key for key, item in rasters.items() if _has_role(item, role)]
        if len(keys) > 1:
            reason = (
                f"The item {name} of {path} has several rasters: {', '.join(sorted(keys))}. Say "
                "which one is meant (--asset)."
            )
            raise InvalidRequest(reason=reason)
        if keys:
            return rasters[keys[0]]
    return None


def _is_raster(asset: Mapping[str, Any]) -> bool:
    kind, href = asset.get("type"), str(asset.get("href") or "")
    if kind:
        return _RASTER_TYPES.match(str(kind)) is not None
    return urlsplit(href).path.lower().endswith(_RASTER_SUFFIXES)


def _has_role(asset: Mapping[str, Any], role: str) -> bool:
    roles = set(asset.get("roles") or ())
    return role in roles if role else not roles & _NO_DATA


def _path_of(href: str, folder: Path) -> str:
    """Return the path of what an address leads to, as GDAL takes it."""
    if href.lower().startswith("file:"):
        return url2pathname(urlsplit(href).path)
    # A letter before a colon is a drive.
    if re.match(r"[a-z][a-z0-9+.-]+:", href, re.I) or href.startswith("/vsi"):
        return href
    path = folder / href
    if not path.exists() and "%" in href and (folder / unquote(href)).exists():
        path = folder / unquote(href)
    return os.path.normpath(path)
