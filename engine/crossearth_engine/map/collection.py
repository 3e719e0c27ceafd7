"""The maps of a batch for a catalogue: a STAC Collection of their items, all links relative.

Items and collection name each other, so that each of them can be the first that is found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.map.map_item import relative_href
from crossearth_engine.publishing import writing
from crossearth_engine.shared.moves import rename
from crossearth_engine.shared.products import COLLECTION, MOSAIC, PROCESSING_FIELD
from crossearth_engine.stac import pystac, str_to_datetime

LINKS = ("collection", "parent", "root")
"""How an item calls its collection, which is its catalogue, too."""

MARK = f"{PROCESSING_FIELD.partition(':')[0]}:batch"
"""What a collection of ours has, and says: which version made it."""


def is_our_collection(path: Path) -> bool:
    """Whether a file is a collection that this engine has made."""
    try:
        return MARK in json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, TypeError, RecursionError):
        return False


def write_collection(
    path: Path, target: Path, items: Sequence[Path], facts: dict[str, Any], mosaic: Path | None
) -> None:
    """Write a collection of items.

    Args:
        path: where it is written.
        target: where it will lie.
        items: their files.
        facts: what one of the maps knows of its making, which holds for all.
        mosaic: a virtual raster of all maps.

    Raises:
        InvalidRequest: if no item lies anywhere on Earth.
        OSError, ValueError, LookupError: if an item cannot be read.
    """
    contents = [json.loads(item.read_text(encoding="utf-8")) for item in items]
    boxes = [content["bbox"] for content in contents if content.get("bbox")]
    if not boxes:
        reason = "No map has a CRS that tells where on Earth it lies, as a collection has to say."
        raise InvalidRequest(reason=reason)
    moments = [moment for content in contents for moment in _moments(content["properties"])]
    model = facts["model"]["name"]
    collection = pystac.Collection(
        id=_id(target),
        title=f"Land cover by {model}",
        description=f"Maps of {len(items)} rasters, made with {model}.",
        license="other",
        keywords=["land cover", *(item["name"] for item in facts["classes"])],
        extent=pystac.Extent(
            pystac.SpatialExtent([_hull(boxes)]),
            # Open, where nothing tells when any of the imagery was taken.
            pystac.TemporalExtent([[min(moments, default=None), max(moments, default=None)]]),
        ),
        summaries=pystac.Summaries(_summaries(contents)),
        extra_fields={MARK: {"crossearth-engine": facts["engine_version"]}},
        stac_extensions=_extensions(contents[0]),
        href=str(target),
    )
    if mosaic is not None:
        asset = pystac.Asset(
            href=relative_href(mosaic, target),
            title="All maps as one virtual raster",
            media_type=MOSAIC.media_type,
            roles=[MOSAIC.role, "virtual"],
        )
        collection.add_asset("mosaic", asset)
    for item, content in zip(items, contents, strict=True):
        link = pystac.Link(
            "item", relative_href(item, target), "application/geo+json", content["id"]
        )
        collection.add_link(link)
    document = collection.to_dict(include_self_link=False, transform_hrefs=False)
    # pystac names the root by where the file lies now.
    own = [link for link in document["links"] if link["rel"] != "root"]
    root = {"rel": "root", "href": f"./{target.name}", "type": COLLECTION.media_type}
    document["links"] = [root, *own]
    path.write_text(json.dumps(document, indent=1, allow_nan=False) + "\n", encoding="utf-8")


def link_items(target: Path, items: Sequence[Path]) -> None:
    """Have items name the collection that they are in; those that do are left as they are.

    Raises:
        OutputNotWritable, DiskFull: if one cannot be written.
    """
    for path in items:
        content = json.loads(path.read_text(encoding="utf-8"))
        href = relative_href(target, path)
        links = [{"rel": rel, "href": href, "type": COLLECTION.media_type} for rel in LINKS]
        others = [link for link in content["links"] if link["rel"] not in LINKS]
        linked = {**content, "collection": _id(target), "links": [*links, *others]}
        if linked != content:
            text = json.dumps(linked, indent=1, allow_nan=False)
            unfinished = path.with_name(f"{path.name}.new")
            with writing(path):
                unfinished.write_text(text + "\n", encoding="utf-8")
                rename(unfinished, path)


def _id(target: Path) -> str:
    """Return what a collection is called: by its file, or by its folder where that says nothing."""
    return target.parent.name if target.stem == "collection" and target.parent.name else target.stem


def _moments(properties: dict[str, Any]) -> list[datetime]:
    """Return when the imagery of an item was taken; nothing where its date is that of the map."""
    if not properties[PROCESSING_FIELD]["acquired"]:
        return []
    names = ("datetime", "start_datetime", "end_datetime")
    return [str_to_datetime(properties[name]) for name in names if properties.get(name)]


def _summaries(contents: list[dict[str, Any]]) -> dict[str, Any]:
    """Return what items have in common, or between which values they are."""
    assets = [content["assets"]["classes"] for content in contents]
    sizes = [asset["raster:spatial_resolution"] for asset in assets]
    codes = {content["properties"].get("proj:code") for content in contents} - {None}
    classes = [
        {name: value for name, value in item.items() if name != "percentage"}
        for item in assets[0]["classification:classes"]
    ]
    return {
        # Nothing is in common of CRSs without a code; an empty list is no summary.
        **({"proj:code": sorted(codes)} if codes else {}),
        "raster:spatial_resolution": {"minimum": min(sizes), "maximum": max(sizes)},
        "classification:classes": classes,
    }


def _extensions(content: dict[str, Any]) -> list[str]:
    """Return the schemas, among those of an item, of what is summarized of items."""
    names = ("classification", "projection", "raster")
    return [url for url in content["stac_extensions"] if url.split("/")[3] in names]


def _hull(boxes: list[list[float]]) -> list[float]:
    """Return the smallest box that holds boxes, which may cross the antimeridian, as it may."""
    south, north = min(box[1] for box in boxes), max(box[3] for box in boxes)
    arcs = [(box[0], box[2] if box[0] <= box[2] else box[2] + 360) for box in boxes]

    def width_from(start: float) -> float:
        return max((west - start) % 360 + east - west for west, east in arcs)

    west = min(start for start, _ in arcs)
    width = max(end for _, end in arcs) - west
    if width > 180:
        west = min((start for start, _ in arcs), key=width_from)
        width = width_from(west)
    if width >= 360:
        return [-180.0, south, 180.0, north]
    east = west + width
    return [west, south, east if east <= 180 else east - 360, north]
