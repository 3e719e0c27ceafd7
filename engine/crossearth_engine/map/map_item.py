"""The STAC Item of a class raster, which says where it lies, what it shows and how it was made."""

from __future__ import annotations

import json
import math
import os
import re
import unicodedata
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from affine import Affine
from rasterio.crs import CRS
from rasterio.warp import transform_bounds, transform_geom

from crossearth_engine.map.class_areas import ClassArea
from crossearth_engine.map.sidecars import SHA256_PREFIX
from crossearth_engine.map.tiles import NUMBERS
from crossearth_engine.raster.gdal import GDAL_ERRORS
from crossearth_engine.shared.addresses import address_of, file_name
from crossearth_engine.shared.palette import NODATA, ClassInfo
from crossearth_engine.shared.products import CLASSES, PROCESSING_FIELD, PRODUCTS, RASTER
from crossearth_engine.stac import (
    Classification,
    ClassificationExtension,
    FileExtension,
    ProjectionExtension,
    pystac,
)

# pystac knows most extensions, but not this one.
_RASTER_SCHEMA = "https://stac-extensions.github.io/raster/v2.0.0/schema.json"
_PROCESSING_SCHEMA = "https://stac-extensions.github.io/processing/v1.2.0/schema.json"


def write_stac_item(
    path: Path,
    output: Path,
    crs: CRS | None,
    transform: Affine,
    shape_yx: tuple[int, int],
    areas: list[ClassArea],
    numbers: dict[str, Any] | None,
    processing: dict[str, Any],
    products: dict[str, Path],
    digests: dict[str, str],
    sizes: dict[str, int],
) -> None:
    """Write a STAC Item for the class raster and what belongs to it.

    Args:
        path: where the item is written; ``output`` is named as it will lie beside it.
        output: the class raster.
        crs: of the class raster.
        transform: its pixels to CRS.
        shape_yx: its height and width, pixels.
        areas: its classes.
        numbers: what its numbers are like, if it tells these in place of classes.
        processing: what was run, on what, with which result; must be JSON. Of what no model has
            made, ``lineage`` and ``inputs`` say how and of what.
        products: what else the run has made: final path of each, by name.
        digests: SHA-256 of the rasters among all that it has made, by name.
        sizes: bytes of all files that it has made, by name.
    """
    geometry, bbox = _footprint(crs, transform, shape_yx)
    now = datetime.now(timezone.utc).replace(microsecond=0)
    # An item has to have a date. Where nobody knows that of the imagery, it is that of the map.
    first, last = map(datetime.fromisoformat, processing["acquired"] or [now.isoformat()] * 2)
    is_moment = first == last
    item = pystac.Item(
        id=output.stem,
        geometry=geometry,
        bbox=bbox,
        datetime=first if is_moment else None,
        start_datetime=None if is_moment else first,
        end_datetime=None if is_moment else last,
        properties={
            "created": pystac.utils.datetime_to_str(now),
            "processing:datetime": pystac.utils.datetime_to_str(now),
            "processing:level": "L4",
            "processing:software": {"crossearth-engine": processing["engine_version"]},
            "processing:lineage": processing.get("lineage")
            or f"{'Semantic segmentation' if numbers is None else 'Regression'} of "
            f"{processing['input']} with {processing['model']['name']}",
            PROCESSING_FIELD: processing,
        },
        stac_extensions=[_PROCESSING_SCHEMA, _RASTER_SCHEMA],
    )
    authority = None if crs is None else crs.to_authority()
    ProjectionExtension.ext(item, add_if_missing=True).apply(
        code=":".join(authority) if authority else None,
        wkt2=None if crs is None else crs.to_wkt(version="WKT2_2019"),
        shape=list(shape_yx),
        transform=list(transform)[:6],
    )
    for source in processing.get("inputs") or [processing["input"]]:
        _add_source(item, output, source)
    if numbers is None:
        _add_class_raster(item, output, transform, areas)
    else:
        _add_number_raster(item, output, transform, numbers)
    style = pystac.Asset(
        href=f"./{output.with_suffix('.qml').name}",
        title="QGIS style",
        media_type=pystac.MediaType.XML,
        roles=["metadata"],
    )
    item.add_asset("style", style)
    names = [area.info.name for area in areas]
    for name, product in products.items():
        item.add_asset(name, _product_asset(name, product, output, transform, names))
    _add_file_facts(item, sizes, digests)
    content = item.to_dict(include_self_link=False, transform_hrefs=False)
    text = json.dumps(content, indent=1, allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")


def _add_file_facts(item: pystac.Item, sizes: dict[str, int], digests: dict[str, str]) -> None:
    for name, size in sizes.items():
        digest = digests.get(name)
        file = FileExtension.ext(item.assets[name], add_if_missing=True)
        file.apply(checksum=digest and SHA256_PREFIX + digest, size=size)


def _add_source(item: pystac.Item, output: Path, source: str) -> None:
    """Link to a raster that was read, relative where the two can be moved together."""
    path, address = Path(source), address_of(source)
    try:
        href = relative_href(path, output) if path.is_file() else address
    except (OSError, ValueError):  # what GDAL knows as a name, and no system does
        href = address
    media_type = pystac.MediaType.TIFF if path.suffix.lower() in RASTER.suffixes else None
    link = pystac.Link("derived_from", href, media_type=media_type, title=file_name(source))
    item.add_link(link)


def relative_href(path: Path, output: Path) -> str:
    """Return what a file is called in a STAC document beside ``output``.

    Letters are left as they are: pystac, and what is built on it, opens a relative name as it
    stands there, and would look for a file with the ``%20`` of an address in its name.
    """
    try:
        href = Path(os.path.relpath(path, output.parent)).as_posix()
    except ValueError:  # on another drive
        return path.absolute().as_uri()
    return href if href.startswith("../") else f"./{href}"


def _add_class_raster(
    item: pystac.Item, output: Path, transform: Affine, areas: list[ClassArea]
) -> None:
    classes = pystac.Asset(
        href=f"./{output.name}",
        title=CLASSES.title,
        media_type=CLASSES.format.media_type,
        roles=[CLASSES.format.role],
        extra_fields=_raster_fields(transform),
    )
    item.add_asset(CLASSES.name, classes)
    ClassificationExtension.ext(classes, add_if_missing=True).apply(
        classes=[
            Classification(
                {
                    "value": area.info.value,
                    # For machines, of ASCII letters and digits; the title is for people.
                    "name": _machine_name(area.info),
                    "title": area.info.name,
                    "color_hint": area.info.color.removeprefix("#").upper(),
                    "percentage": round(area.percent, 4),
                }
            )
            for area in areas
        ]
    )


def _add_number_raster(
    item: pystac.Item, output: Path, transform: Affine, numbers: dict[str, Any]
) -> None:
    """Add the raster under the name that the map of a run has, whatever it tells."""
    statistics = {
        "minimum": numbers["least"],
        "maximum": numbers["most"],
        "mean": numbers["mean"],
        "stddev": numbers["deviation"],
        "count": numbers["pixels"],
    }
    asset = pystac.Asset(
        href=f"./{output.name}",
        title=f"{numbers['name']} per pixel",
        media_type=CLASSES.format.media_type,
        roles=[CLASSES.format.role],
        extra_fields={
            **_raster_fields(transform),
            "nodata": NUMBERS.nodata,
            "data_type": NUMBERS.dtype,
            "bands": [{"name": numbers["name"]}],
            "statistics": {name: n for name, n in statistics.items() if n is not None},
        },
    )
    item.add_asset(CLASSES.name, asset)


def _product_asset(
    name: str, path: Path, output: Path, transform: Affine, classes: list[str]
) -> pystac.Asset:
    """Return the asset of a product; ``path`` is where it will lie."""
    product = PRODUCTS[name]
    fields: dict[str, Any] = {}
    if product.is_raster:
        bands = [{"name": band} for band in ([name] if product.band else classes)]
        fields = {**_raster_fields(transform), "raster:scale": product.scale, "bands": bands}
    return pystac.Asset(
        href=relative_href(path, output),
        title=product.title,
        media_type=product.format.media_type,
        roles=[product.format.role],
        extra_fields=fields,
    )


def _raster_fields(transform: Affine) -> dict[str, Any]:
    """Return what is the same for all rasters of a run."""
    return {
        "nodata": NODATA,
        "data_type": "uint8",
        "raster:sampling": "area",
        "raster:spatial_resolution": math.sqrt(abs(transform.determinant)),
    }


def _machine_name(info: ClassInfo) -> str:
    """Return a name of a class that has none but ASCII letters, digits, dashes and underscores."""
    plain = unicodedata.normalize("NFKD", info.name).encode("ascii", "ignore").decode()
    return re.sub(r"[^0-9A-Za-z-]+", "_", plain).strip("_") or f"class_{info.value}"


def _footprint(
    crs: CRS | None, transform: Affine, shape_yx: tuple[int, int]
) -> tuple[dict[str, Any] | None, list[float] | None]:
    """Return outline and bounds in degrees; None where there are none.

    A full disk seen from a satellite, or a local grid, has none, too.
    """
    if crs is None:
        return None, None
    try:
        return _outline(crs, transform, shape_yx)
    except GDAL_ERRORS:
        return None, None


def _outline(
    crs: CRS, transform: Affine, shape_yx: tuple[int, int]
) -> tuple[dict[str, Any], list[float]]:
    height, width = shape_yx
    corners = [(0, 0), (0, height), (width, height), (width, 0), (0, 0)]
    ring = [transform @ corner for corner in corners]
    geometry = transform_geom(crs, "OGC:CRS84", {"type": "Polygon", "coordinates": [ring]})
    xs, ys = zip(*ring, strict=True)
    bounds = transform_bounds(crs, "OGC:CRS84", min(xs), min(ys), max(xs), max(ys))
    return {"type": "Polygon", "coordinates": geometry["coordinates"]}, list(bounds)
