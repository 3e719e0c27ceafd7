"""What a batch is of: folders, lists of STAC Items, and never what it has made itself."""

import builtins
import json
import shutil
from pathlib import Path

import pytest

from crossearth_engine import errors
from crossearth_engine.inference.batch_inputs import with_rasters
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.raster.stac_items import rasters_listed
from tests.engine.conftest import RecordedJob
from tests.engine.runs.test_batch import case, start, statuses

__all__ = ["case"]


def item(name, hrefs, **more):
    assets = {
        key: {"href": href, "type": "image/tiff; application=geotiff", **more.get(key, {})}
        for key, href in hrefs.items()
    }
    return {"type": "Feature", "stac_version": "1.0.0", "id": name, "assets": assets}


def write(path, items):
    path.write_text(json.dumps({"type": "FeatureCollection", "features": items}))
    return path


def found(inputs, out_dir, job=None, **options):
    asked = {"inputs": list(map(str, inputs)), "out_dir": str(out_dir), **options}
    return with_rasters(BatchRequest.from_arguments(asked), job or RecordedJob())


def test_maps_of_the_night_before_are_no_imagery(case):
    folder = Path(case["inputs"][0]).parent
    before = sorted(folder.glob("*.tif"))
    first = start(case, out_dir=str(folder), confidence=True, mosaic=str(folder / "all.vrt"))
    made = [row["output"] for row in first["rasters"]]
    for _ in range(2):
        job = RecordedJob()
        inputs = sorted([*map(str, folder.glob("*.tif")), str(folder / "all.vrt")])
        again = start(case, job, inputs=inputs, out_dir=str(folder), confidence=True, resume=True)
        assert statuses(again) == ["skipped"] * 3
        assert [row["output"] for row in again["rasters"]] == made
        assert [text for _, text in job.logs if "Maps of earlier runs" in text]
    assert len(list(folder.glob("*.tif"))) == 3 * len(before)
    with pytest.raises(errors.InvalidRequest, match="no raster among"):
        start(case, inputs=made, out_dir=str(folder))


def test_a_file_is_no_folder_for_maps(case, tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(errors.OutputNotWritable, match="it is a file, and maps need a folder"):
        start(case, out_dir=str(file))


def test_a_folder_stands_for_the_rasters_in_it(case, tmp_path):
    folder = tmp_path / "scenes"
    folder.mkdir()
    for path in case["inputs"]:
        shutil.copy(path, folder)
    (folder / "b.tif").rename(folder / "B.TIF")
    for name in ("a.tif.aux.xml", "a.jpg", "notes.txt", "all.vrt"):
        (folder / name).write_text("")
    asked = found([folder], tmp_path / "maps")
    assert asked.inputs == [str(folder / name) for name in ("B.TIF", "a.tif", "c.tif")]
    (tmp_path / "empty").mkdir()
    with pytest.raises(errors.InvalidRequest, match="has no rasters in it"):
        found([tmp_path / "empty"], tmp_path / "maps")


def test_items_give_rasters_and_names(case, tmp_path):
    inputs, inside = case["inputs"], tmp_path / "catalog" / "items.json"
    inside.parent.mkdir()
    items = [
        item(f"scene {path[-5]}", {"image": f"../{Path(path).name}"}) for path in case["inputs"]
    ]
    result = start(case, inputs=[str(write(inside, items))])
    assert statuses(result) == ["done"] * 3
    assert [row["input"] for row in result["rasters"]] == inputs
    assert [Path(row["output"]).name for row in result["rasters"]] == [
        "scene a.tif", "scene b.tif", "scene c.tif",
    ]  # fmt: skip


def test_the_asset_is_the_only_one_that_is_data_or_the_one_named(tmp_path):
    many = item(
        "one",
        {"data": "a%20b.tif", "look": "a.jpg", "small": "small.tif"},
        look={"type": "image/jpeg", "roles": ["thumbnail"]},
        small={"roles": ["overview"]},
    )
    (tmp_path / "a b.tif").write_text("")
    two = item("two", {"red": "/x/red.tif", "far": "s3://bucket/far.tif"})
    none = item("none", {})
    path = write(tmp_path / "items.json", [many])
    assert rasters_listed(path, None).rasters == [("one", str(tmp_path / "a b.tif"))]
    write(path, [many, two, none])
    with pytest.raises(
        errors.InvalidRequest, match=r"two of .* several rasters: far, red.*--asset"
    ):
        rasters_listed(path, None)
    assert rasters_listed(path, "far") == ([("two", "s3://bucket/far.tif")], ["one", "none"])
    job = RecordedJob()
    assert found([path], tmp_path / "maps", job, asset="red").inputs == ["/x/red.tif"]
    assert "without the asset red" in job.logs[0][1]
    assert "(2 in all)" in job.logs[0][1]
    with pytest.raises(errors.InvalidRequest, match="No item of"):
        found([path], tmp_path / "maps", asset="blue")


def test_the_links_of_a_catalogue_are_followed_and_none_in_a_circle(tmp_path):
    (tmp_path / "deep").mkdir()
    links = [{"rel": "child", "href": "deep/collection.json"}, {"rel": "self", "href": "x.json"}]
    catalog = {"type": "Catalog", "stac_version": "1.0.0", "links": links}
    (tmp_path / "catalog.json").write_text(json.dumps(catalog))
    links = [{"rel": "item", "href": "./scene.json"}, {"rel": "child", "href": "../catalog.json"}]
    collection = {"type": "Collection", "stac_version": "1.0.0", "links": links}
    (tmp_path / "deep" / "collection.json").write_text(json.dumps(collection))
    (tmp_path / "deep" / "scene.json").write_text(json.dumps(item("scene", {"a": "a.tif"})))
    asked = found([tmp_path / "catalog.json"], tmp_path / "maps")
    assert asked.inputs == [str(tmp_path / "deep" / "a.tif")]
    assert asked.name_of == {str(tmp_path / "deep" / "a.tif"): "scene"}
    links[0]["href"] = "https://example.com/scene.json"
    (tmp_path / "deep" / "collection.json").write_text(json.dumps(collection))
    with pytest.raises(errors.InvalidRequest, match=r"example\.com.* no file here"):
        found([tmp_path / "catalog.json"], tmp_path / "maps")


def test_a_table_of_items_is_read_with_pyarrow(tmp_path):
    pyarrow = pytest.importorskip("pyarrow", reason="PyArrow is an extra")
    from pyarrow import parquet

    rows = [item("one", {"image": "a.tif", "extra": "b.csv"}), item("two", {"image": "c.tif"})]
    rows[0]["assets"]["extra"]["type"] = "text/csv"
    table = pyarrow.Table.from_pylist([{**row, "geometry": b"", "gsd": 1.0} for row in rows])
    path = tmp_path / "items.parquet"
    parquet.write_table(table, path)
    asked = found([path], tmp_path / "maps")
    assert asked.inputs == [str(tmp_path / name) for name in ("a.tif", "c.tif")]
    assert set(asked.name_of.values()) == {"one", "two"}
    parquet.write_table(table.drop_columns(["assets"]), path)
    with pytest.raises(errors.InvalidRequest, match="no columns id and assets"):
        found([path], tmp_path / "maps")
    path.write_bytes(b"PAR1 no table")
    with pytest.raises(errors.InvalidRequest, match="cannot be read"):
        found([path], tmp_path / "maps")


def test_without_pyarrow_a_table_of_items_says_what_to_install(tmp_path, monkeypatch):
    whole = builtins.__import__

    def absent(name, *rest):
        if name.partition(".")[0] == "pyarrow":
            raise ImportError(name)
        return whole(name, *rest)

    monkeypatch.setattr(builtins, "__import__", absent)
    (tmp_path / "items.parquet").write_bytes(b"PAR1")
    with pytest.raises(errors.MissingPackage, match="pip install pyarrow"):
        found([tmp_path / "items.parquet"], tmp_path / "maps")


def test_what_lists_no_items_is_told_or_left_to_gdal(tmp_path):
    path = tmp_path / "a.json"
    for content in ("no JSON", "[]", '{"type": "FeatureCollection", "features": []}'):
        path.write_text(content)
        with pytest.raises(errors.InvalidRequest, match=r"list|No item"):
            found([path], tmp_path / "maps")
    path.write_text('{"layers": []}')
    assert found([path], tmp_path / "maps").inputs == [str(path)]


def test_a_list_of_strangers_names_no_files(tmp_path):
    path = write(tmp_path / "items.json", [item("one", {"a": "a.tif"})])
    with pytest.raises(errors.InvalidRequest, match="--local-only"):
        found([path], tmp_path / "maps", local_only=True)
