"""The maps of a batch as a STAC Collection: valid, and every link leads where it says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pystac.validation
import pytest
import rasterio

from crossearth_engine.errors import InvalidRequest, OutputNotWritable
from crossearth_engine.map.collection import _hull
from tests.engine.conftest import RecordedJob
from tests.engine.runs.test_batch import OPTIONS, start, statuses


@pytest.fixture
def case(tmp_path, raster_factory, color_model):
    """Two scenes of two zones, and where their collection goes."""
    inputs = [
        raster_factory(name="Łódź.tif", size=(64, 48), seed=1),
        raster_factory(name="b.tif", crs="EPSG:32637", size=(40, 32), seed=2),
    ]
    maps = tmp_path / "maps"
    return {
        "inputs": list(map(str, inputs)), "out_dir": str(maps), "model": str(color_model),
        "collection": str(maps / "collection.json"), **OPTIONS,
    }  # fmt: skip


def read(path) -> dict:
    return json.loads(Path(path).read_text("utf-8"))


def test_a_collection_is_valid_and_its_links_lead_both_ways_where_it_is_moved(case, tmp_path):
    result = start(case, mosaic=str(tmp_path / "maps" / "one.vrt"), inputs=case["inputs"][:1])
    assert result["collection"] == case["collection"]
    moved = tmp_path / "moved"
    shutil.move(case["out_dir"], moved)
    content = read(moved / "collection.json")
    pystac.validation.validate_dict({**content, "stac_extensions": []})
    collection = pystac.Collection.from_file(moved / "collection.json")
    items = list(collection.get_items())
    assert [item.id for item in items] == ["Łódź"]
    assert items[0].get_collection().id == collection.id == "maps"
    for document in (content, read(moved / "Łódź.json")):
        hrefs = [link["href"] for link in document["links"] if link["rel"] != "derived_from"]
        assert hrefs
        assert all((moved / href).is_file() for href in hrefs)
        assert not any(href.startswith("/") for href in hrefs)
    assert (moved / content["assets"]["mosaic"]["href"]).samefile(moved / "one.vrt")


def test_a_collection_says_where_when_and_what(case):
    start(case)
    content = read(case["collection"])
    items = [read(Path(case["out_dir"], f"{name}.json")) for name in ("Łódź", "b")]
    (box,) = content["extent"]["spatial"]["bbox"]
    assert box == pytest.approx([
        min(item["bbox"][0] for item in items), min(item["bbox"][1] for item in items),
        max(item["bbox"][2] for item in items), max(item["bbox"][3] for item in items),
    ])  # fmt: skip
    # Nobody knows when they were taken, and the day of the run is none of theirs.
    assert content["extent"]["temporal"]["interval"] == [[None, None]]
    summaries = content["summaries"]
    assert summaries["proj:code"] == ["EPSG:32636", "EPSG:32637"]
    assert summaries["raster:spatial_resolution"] == {"minimum": 0.5, "maximum": 0.5}
    assert [item["title"] for item in summaries["classification:classes"]] == [
        f"class {i}" for i in range(4)
    ]
    fields = {"proj": "projection"}
    prefixes = {name.partition(":")[0] for name in summaries}
    schemas = {url.split("/")[3] for url in content["stac_extensions"]}
    assert schemas == {fields.get(prefix, prefix) for prefix in prefixes}
    for item in items:
        assert set(content["stac_extensions"]) < set(item["stac_extensions"])
        pystac.validation.validate_dict({**item, "stac_extensions": []})
        assert item["collection"] == content["id"]
        assert item["properties"]["crossearth:processing"]["classes"]


def test_a_later_run_adds_what_is_new_and_still_skips_what_is_done(case, raster_factory):
    start(case, inputs=case["inputs"][:1])
    before = Path(case["out_dir"], "Łódź.json").stat().st_mtime_ns
    assert statuses(start(case, resume=True)) == ["skipped", "done"]
    rels = [link["rel"] for link in read(case["collection"])["links"]]
    assert rels.count("item") == 2
    assert Path(case["out_dir"], "Łódź.json").stat().st_mtime_ns == before
    links = [link["rel"] for link in read(Path(case["out_dir"], "b.json"))["links"]]
    assert sorted(links) == ["collection", "derived_from", "parent", "root"]


def test_a_collection_of_maps_whose_crs_has_no_code_is_valid(case, raster_factory):
    local = "+proj=laea +lat_0=35 +lon_0=33 +ellps=WGS84"
    inputs = [str(raster_factory(name="own grid.tif", crs=local, size=(64, 48)))]
    assert start(case, inputs=inputs)["unmade"] == {}
    content = read(case["collection"])
    pystac.validation.validate_dict({**content, "stac_extensions": []})
    assert "proj:code" not in content["summaries"]
    start(case, inputs=[*inputs, case["inputs"][0]])
    assert read(case["collection"])["summaries"]["proj:code"] == ["EPSG:32636"]


def test_what_failed_has_no_place_in_a_collection(case, tmp_path, raster_factory):
    nowhere = raster_factory(name="nowhere.tif", crs=None)
    job = RecordedJob()
    result = start(case, job, inputs=[str(nowhere), str(tmp_path / "missing.tif")])
    assert "where on Earth" in result["unmade"]["collection"]["error"]
    assert not Path(case["collection"]).exists()
    # One that lies nowhere goes with those that lie somewhere.
    start(case, inputs=[str(nowhere), case["inputs"][0]])
    assert len(list(pystac.Collection.from_file(case["collection"]).get_items())) == 2


def test_a_collection_takes_the_place_of_nothing_else(case, tmp_path):
    with pytest.raises(InvalidRequest, match="name of its own"):
        start(case, collection=str(Path(case["out_dir"], "b.json")))
    other = tmp_path / "other.json"
    other.write_text('{"type": "Collection", "id": "of somebody else"}')
    with pytest.raises(OutputNotWritable, match="belongs to something else"):
        start(case, collection=str(other))
    assert "somebody" in other.read_text()


def test_a_box_may_cross_the_antimeridian():
    fiji, samoa, oslo = [177.0, -19.0, -179.0, -16.0], [-173.0, -14, -171, -13], [10, 59, 11, 60]
    assert _hull([oslo]) == oslo
    assert _hull([fiji]) == fiji
    assert _hull([samoa, fiji]) == [177.0, -19.0, -171.0, -13]
    assert _hull([[-10.0, 0, 20, 1], [30, 2, 100, 3]]) == [-10.0, 0, 100, 3]
    west, _, east, _ = _hull([oslo, fiji, samoa])
    assert (west, east) == (10, -171)
    assert _hull([[-180.0, -90, 180.0, 90], oslo]) == [-180.0, -90, 180.0, 90]
    around = [[x, 0.0, x + 90.0, 1.0] for x in (-180.0, -90.0, 0.0, 90.0)]
    assert _hull(around) == [-180.0, 0.0, 180.0, 1.0]


def test_a_collection_keeps_the_time_of_the_imagery(case, raster_factory):
    for path, day in zip(case["inputs"], ("2019:05:04", "2021:06:07"), strict=True):
        with rasterio.open(path, "r+") as dataset:
            dataset.update_tags(TIFFTAG_DATETIME=f"{day} 10:00:00")
    start(case)
    ((first, last),) = read(case["collection"])["extent"]["temporal"]["interval"]
    assert (first[:10], last[:10]) == ("2019-05-04", "2021-06-07")
