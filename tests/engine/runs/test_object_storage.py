"""Maps of rasters in a store of objects, made into it."""

import json
import os
import shutil
import signal
import subprocess
import sys
from urllib.parse import quote

import numpy as np
import pytest
import rasterio

from crossearth_engine import commands
from crossearth_engine.errors import (
    ConnectionLost,
    InputChanged,
    InvalidRequest,
    JobCanceled,
    OutputIsInput,
    OutputNotWritable,
    UnreadableRaster,
    UploadFailed,
)
from crossearth_engine.inference import segment as segment_module
from crossearth_engine.inference.assemble import AssembleRequest, assemble
from crossearth_engine.inference.batch import segment_batch
from crossearth_engine.inference.request import BatchRequest
from crossearth_engine.inference.sliding import SlidingRun
from crossearth_engine.patience import stopped_by
from crossearth_engine.raster.opening import open_raster
from crossearth_engine.storage import staging
from tests.engine.conftest import RecordedJob, read, run
from tests.engine.file_server import serving_apart

HANGS_UP, REFUSES = 0, 403
STORES = ("s3://", "/vsigs/", "az://")


@pytest.fixture
def scene(raster_factory, store):
    """A raster on the disk, and in the store as well."""
    path = raster_factory(size=(90, 70))
    store.write("/bucket/in/scene.tif", path.read_bytes())
    return path


@pytest.fixture
def temporary(tmp_path):
    return tmp_path / "temporary"


def left_in(folder):
    return [path for path in folder.rglob("*") if path.name != "crossearth-0" and path.is_file()]


def fetched(store, path, folder):
    (folder / "fetched.tif").write_bytes(store.read(path))
    return read(folder / "fetched.tif")


def batch(store_folder, inputs, model, **options):
    arguments = {"inputs": inputs, "out_dir": store_folder, "model": str(model), "threads": 1}
    return segment_batch(BatchRequest.from_arguments({**arguments, **options}), RecordedJob())


@pytest.mark.parametrize("scheme", STORES)
def test_a_map_is_the_same_in_a_store_and_its_item_comes_last(
    scheme, scene, store, color_model, tmp_path, temporary
):
    beside = {"confidence": "map_confidence.tif", "report": "map.html", "polygons": "map.gpkg"}
    options = {"model": str(color_model), "window": 32, "overlap": 8}
    local = {name: str(tmp_path / file) for name, file in beside.items()}
    run(scene, tmp_path / "map.tif", **options, **local)
    store.requests()
    folder = f"{scheme}bucket/out"
    there = {name: f"{folder}/{file}" for name, file in beside.items()}
    result = run(f"{scheme}bucket/in/scene.tif", f"{folder}/map.tif", **options, **there)
    writes = [target.partition("?")[0] for method, target in store.requests() if method == "PUT"]
    assert writes[-1] == "/bucket/out/map.json"
    assert store.read("/bucket/out/map.qml") == (tmp_path / "map.qml").read_bytes()
    for name in ("map.tif", "map_confidence.tif"):
        assert (fetched(store, f"/bucket/out/{name}", tmp_path) == read(tmp_path / name)).all()
    assert {path.rpartition("/")[2] for path in store.objects()} == {
        *("scene.tif", "map.tif", "map.qml", "map.tif.aux.xml", "map.json", *beside.values())
    }
    assert store.pending() == 0
    assert result["output"].startswith("/vsi")
    assert result["output"].endswith("/bucket/out/map.tif")
    assert left_in(temporary) == []


def test_several_dates_are_read_from_a_store_and_a_server(raster_factory, store, tmp_path):
    dates = ("2021-05-12", "2021-07-01")
    local = [
        raster_factory(size=(90, 70), name=f"s_{date}.tif", seed=i) for i, date in enumerate(dates)
    ]
    for path in local:
        store.write(f"/bucket/in/{path.name}", path.read_bytes())
        store.write(f"/public/{path.name}", path.read_bytes())
    signed = (
        f"/vsicurl/{store.address}/public/{local[1].name}?X-Amz-Signature=0a1b2c&X-Amz-Expires=9"
    )
    asked = {"model": "bands", "groups": 4}
    job = RecordedJob()
    for output, first, other in (
        (str(tmp_path / "local.tif"), str(local[0]), str(local[1])),
        (str(tmp_path / "far.tif"), f"s3://bucket/in/{local[0].name}", signed),
    ):
        paths = {"input": first, "dates": [other], "output": output}
        result = commands.run("kmeans", {**asked, **paths}, job)
        assert result["dates"] == [*dates]
    assert (read(tmp_path / "far.tif") == read(tmp_path / "local.tif")).all()
    told = [json.dumps(result), (tmp_path / "far.json").read_text(), *(t for _, t in job.logs)]
    assert not [text for text in told if "0a1b2c" in text]
    missing = {"input": str(local[0]), "dates": ["2021-07-01=s3://bucket/in/none.tif"]}
    with pytest.raises(UnreadableRaster, match=r"none\.tif"):
        commands.run("kmeans", {**asked, **missing, "output": str(tmp_path / "x.tif")}, job)


def test_nobody_reads_who_has_asked(scene, store, color_model, tmp_path):
    store.write("/public/scene.tif", scene.read_bytes())
    signed = f"/vsicurl/{store.address}/public/scene.tif?X-Amz-Signature=0a1b2c&X-Amz-Expires=9"
    job = RecordedJob()
    result = run(
        signed,
        "s3://bucket/out/map.tif",
        job,
        model=str(color_model),
        report="s3://bucket/o/m.html",
    )
    told = [json.dumps(result), *(text for _, text in job.logs)]
    told += [store.read(path).decode("latin-1") for path in store.objects()]
    secrets = ("0a1b2c", "AKIATEST", "very/secret", "other/secret")
    assert not [secret for secret in secrets for text in told if secret in text]
    item = json.loads(store.read("/bucket/out/map.json"))
    assert item["assets"]["report"]["href"] == "../o/m.html"


@pytest.mark.parametrize("scheme", [*STORES, "/vsicurl/"])
@pytest.mark.parametrize("meddle", ["replace", "remove", "refuse", "hang up"])
def test_a_raster_that_is_another_one_at_the_end_gives_no_map(
    meddle, scheme, scene, store, color_model, tmp_path, monkeypatch
):
    """Without a request that fails while it is read."""
    address = f"{scheme}bucket/in/scene.tif"
    if scheme == "/vsicurl/":
        store.write("/public/in/scene.tif", scene.read_bytes())
        address = f"{scheme}{store.address}/public/in/scene.tif"
    place = "/public/in/scene.tif" if scheme == "/vsicurl/" else "/bucket/in/scene.tif"

    compute = SlidingRun._run_windows

    def computed(*arguments):
        compute(*arguments)
        if meddle == "replace":
            other = bytearray(scene.read_bytes())
            other[-1] ^= 1
            store.write(place, bytes(other))
        elif meddle == "remove":
            store.clear(place)
        else:
            store.faults((r".*scene\.tif", 999, REFUSES if meddle == "refuse" else HANGS_UP))

    monkeypatch.setattr(SlidingRun, "_run_windows", computed)
    kind = {"refuse": UnreadableRaster, "hang up": ConnectionLost}.get(meddle, InputChanged)
    with pytest.raises(kind) as caught:
        run(address, tmp_path / "map.tif", model=str(color_model))
    assert type(caught.value) is kind
    assert not (tmp_path / "map.tif").exists()


KILLED = """
import os, signal, sys
from crossearth_engine.storage import staging
from tests.engine.conftest import run
staging.{at} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
run(sys.argv[1], "s3://bucket/out/map.tif", model=sys.argv[2], confidence="s3://bucket/out/c.tif")
"""


@pytest.mark.parametrize("at", ["_upload", "_exchange", "_complete"])
def test_a_run_that_was_killed_while_it_uploaded_uploads_what_is_there(
    at, scene, store, color_model, temporary, monkeypatch
):
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [sys.executable, "-c", KILLED.format(at=at), str(scene), str(color_model)]
    ended = subprocess.run(arguments, env=environment, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert "/bucket/out/map.json" not in store.objects()
    monkeypatch.setattr(segment_module, "prepare", None)  # nothing is computed
    options = {"model": str(color_model), "confidence": "s3://bucket/out/c.tif"}
    run(scene, "s3://bucket/out/map.tif", resume=True, **options)
    there = {path.rpartition("/")[2] for path in store.objects()}
    assert there >= {"map.tif", "c.tif", "map.json"}
    assert "map.tif.partial" not in there
    assert left_in(temporary) == []


def test_what_a_killed_run_left_is_not_uploaded_if_it_is_not_whole(
    scene, store, color_model, temporary
):
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join(sys.path)}
    arguments = [sys.executable, "-c", KILLED.format(at="_upload"), str(scene), str(color_model)]
    subprocess.run(arguments, env=environment, check=False)
    (map_file,) = temporary.rglob("map.tif")
    expected = map_file.read_bytes()
    map_file.write_bytes(expected[:-1] + bytes([expected[-1] ^ 1]))
    options = {"model": str(color_model), "confidence": "s3://bucket/out/c.tif"}
    run(scene, "s3://bucket/out/map.tif", resume=True, **options)
    assert store.read("/bucket/out/map.tif") == expected


@pytest.mark.parametrize("fault", [("PUT.*map.qml", 99, REFUSES), ("PUT.*map.json", 99, HANGS_UP)])
def test_what_is_half_uploaded_is_none_and_goes_on(fault, scene, store, color_model, monkeypatch):
    options = {"model": str(color_model), "resume": True}
    name = "/vsis3/bucket/out/map.tif"
    run(scene, name, **options)
    done = store.read("/bucket/out/map.json")

    def upload_anew():
        return run(scene, name, **{**options, "majority": 3})

    store.faults(fault)
    with pytest.raises(UploadFailed, match="kept in"):
        upload_anew()
    store.faults()
    assert {"/bucket/out/map.json", "/bucket/out/map.tif.partial"} & {*store.objects()} == {
        "/bucket/out/map.tif.partial"
    }

    def compute(*_):
        raise AssertionError("what is finished is not computed again")

    defaults = segment_module.segment.__defaults__
    monkeypatch.setattr(segment_module.segment, "__defaults__", (compute, *defaults[1:]))
    upload_anew()
    assert store.read("/bucket/out/map.json") != done


def test_a_store_that_fails_now_and_then_takes_the_map(scene, store, color_model, tmp_path):
    run(scene, tmp_path / "map.tif", model=str(color_model))
    store.faults(share=0.15, seed=3)
    run("s3://bucket/in/scene.tif", "s3://bucket/out/map.tif", model=str(color_model))
    store.faults()
    found = fetched(store, "/bucket/out/map.tif", tmp_path)
    assert (found == read(tmp_path / "map.tif")).all()


def test_what_cannot_be_written_is_told_before_anything_is_computed(
    scene, store, color_model, monkeypatch, temporary
):
    options = {"model": str(color_model)}
    with pytest.raises(OutputIsInput, match=r"/vsis3/bucket/in/scene\.tif"):
        run("s3://bucket/in/scene.tif", "/vsis3/bucket/in/scene.tif", **options)
    store.write("/bucket/out/map.json", b"{}")
    with pytest.raises(
        OutputNotWritable, match=r"/vsis3/bucket/out/map\.json.*belongs to something"
    ):
        run(scene, "s3://bucket/out/map.tif", **options)
    with pytest.raises(OutputNotWritable, match="NoSuchBucket"):
        run(scene, "s3://nowhere/out/map.tif", **options)
    store.faults(("POST", 9, REFUSES))
    with pytest.raises(OutputNotWritable, match="AccessDenied"):
        run(scene, "s3://bucket/new/map.tif", **options)
    assert left_in(temporary) == []


def test_a_batch_skips_what_the_store_has_whole(scene, store, color_model, temporary):
    store.write("/bucket/in/second.tif", scene.read_bytes())
    inputs = ["s3://bucket/in/scene.tif", "s3://bucket/in/second.tif"]
    first = batch("s3://bucket/maps", inputs, color_model, resume=True, confidence=True)
    assert [row.get("error") for row in first["rasters"]] == [None, None]
    assert first["rasters"][0]["output"] == "/vsis3/bucket/maps/scene.tif"
    again = batch("s3://bucket/maps", inputs, color_model, resume=True, confidence=True)
    assert [row["status"] for row in again["rasters"]] == ["skipped", "skipped"]
    assert again["classes"] == first["classes"]
    store.write("/bucket/maps/scene_confidence.tif", b"half of it")
    again = batch("s3://bucket/maps", inputs, color_model, resume=True, confidence=True)
    assert [row["status"] for row in again["rasters"]] == ["done", "skipped"]
    options = {"confidence": True, "majority": 3}
    store.faults(("PUT.*second.tif.aux.xml", 99, REFUSES))
    third = batch("s3://bucket/maps", inputs, color_model, **options)
    store.faults()
    assert [row["status"] for row in third["rasters"]] == ["done", "failed"]
    shutil.rmtree(temporary)  # as on another computer
    fourth = batch("s3://bucket/maps", inputs, color_model, resume=True, **options)
    assert [row["status"] for row in fourth["rasters"]] == ["skipped", "done"]
    assert not [path for path in store.objects() if path.endswith(".partial")]
    with rasterio.open("/vsis3/bucket/maps/scene_confidence.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_INPUT"] == "s3://bucket/in/scene.tif"


@pytest.mark.parametrize("scheme", STORES)
def test_a_folder_of_a_store_stands_for_the_rasters_in_it(scheme, scene, store, color_model):
    for name in ("B.TIF", "a b.tif", "plain", "notes.txt", "deep/c.tif", "scene.tif.aux.xml"):
        store.write(f"/bucket/in/{quote(name)}", scene.read_bytes())
    expected = [f"{scheme}bucket/in/{name}" for name in ("B.TIF", "a b.tif", "scene.tif")]
    for folder in ("in/", "in"):
        told = batch(f"{scheme}bucket/in", [f"{scheme}bucket/{folder}"], color_model, resume=True)
        assert [row["input"] for row in told["rasters"]] == expected, told
        assert {row["status"] for row in told["rasters"]} == {
            "done" if folder == "in/" else "skipped"
        }
    assert len([path for path in store.objects() if path.endswith(".json")]) == 3
    plain = batch(f"{scheme}bucket/out", [f"{scheme}bucket/in/plain"], color_model)
    assert plain["done"] == 1
    with pytest.raises(InvalidRequest, match="no rasters in it"):
        batch(f"{scheme}bucket/out", [f"{scheme}bucket/none/"], color_model)


def test_a_folder_that_is_not_listed_is_told_of(scene, store, color_model):
    store.faults(("GET /bucket/\\?", 99, REFUSES))
    with pytest.raises(InvalidRequest, match="cannot be listed: AccessDenied"):
        batch("s3://bucket/out", ["s3://bucket/in/"], color_model)
    store.faults(("GET /bucket/\\?", 99, HANGS_UP))
    with pytest.raises(ConnectionLost):
        batch("s3://bucket/out", ["s3://bucket/in/"], color_model)


@pytest.mark.parametrize("name", ["s3://bucket/items.json", "https://server/a/items.parquet"])
def test_a_list_on_a_server_is_called_one(name, store, color_model, tmp_path):
    with pytest.raises(InvalidRequest, match="lists are read from a disk"):
        batch(str(tmp_path / "maps"), [name], color_model)


def test_another_raster_of_the_same_name_is_mapped_anew(scene, store, color_model, raster_factory):
    inputs, options = ["s3://bucket/in/scene.tif"], {"resume": True}
    assert batch("s3://bucket/maps", inputs, color_model, **options)["done"] == 1
    assert batch("s3://bucket/maps", inputs, color_model, **options)["skipped"] == 1
    pixels = np.random.default_rng(9).integers(0, 255, (3, 90, 70)).astype(np.uint8)
    store.write("/bucket/in/scene.tif", raster_factory(data=pixels, name="other.tif").read_bytes())
    (row,) = batch("s3://bucket/maps", inputs, color_model, **options)["rasters"]
    assert row["status"] == "done", row


def test_who_signs_an_address_anew_has_the_same_raster(tmp_path, raster_factory, color_model):
    (tmp_path / "served").mkdir()
    raster_factory(name="served/scene.tif")
    rows = []
    with serving_apart(tmp_path / "served") as address:
        for number in range(2):
            name = f"/vsicurl/{address}/scene.tif?X-Amz-Signature={number}"
            told = batch(str(tmp_path / "maps"), [name], color_model, resume=True)
            rows += told["rasters"]
    assert [row["status"] for row in rows] == ["done", "skipped"]


def test_a_partial_map_that_was_not_uploaded_is_not_what_is_asked_for(scene, store, color_model):
    options = {"model": str(color_model), "window": 16, "overlap": 4, "batch": 1}
    name = "s3://bucket/out/map.tif"
    store.faults(("PUT.*map.qml", 99, REFUSES))
    with pytest.raises(UploadFailed):
        run(scene, name, RecordedJob(cancel_at=1), keep_partial=True, **options)
    store.faults()
    assert run(scene, name, resume=True, **options)["partial"] is False


@pytest.mark.parametrize("resume", [False, True])
def test_who_cancels_an_upload_leaves_the_store_as_it_was(
    resume, scene, store, color_model, monkeypatch, temporary
):
    monkeypatch.setattr(staging, "SMALL_BYTES", 1)  # each file is one that takes long
    job = RecordedJob()
    begun = staging.Upload.add

    def add(upload, part):
        begun(upload, part)
        job.cancel()

    monkeypatch.setattr(staging.Upload, "add", add)
    with stopped_by(job.check), pytest.raises(JobCanceled):
        run(scene, "s3://bucket/out/map.tif", job, model=str(color_model), resume=resume)
    assert (list(store.objects()), store.pending()) == (["/bucket/in/scene.tif"], 0)
    assert bool(left_in(temporary)) == resume


@pytest.mark.parametrize(
    "options",
    [{"part": "1/2"}, {"plan": "plan.json"}, {"cluster": "local"}],
)
def test_parts_are_no_objects(options, scene, store, color_model):
    with pytest.raises(InvalidRequest, match="joined in a folder of a disk"):
        run(scene, "s3://bucket/out/map.tif", model=str(color_model), **options)
    with pytest.raises(InvalidRequest, match="joined in a folder of a disk"):
        assemble(AssembleRequest("s3://bucket/out/map.tif"), RecordedJob())
    assert list(store.objects()) == ["/bucket/in/scene.tif"]


@pytest.mark.parametrize("options", [{"part": "1/2"}, {"plan": "plan.json"}, {"cluster": "local"}])
@pytest.mark.parametrize("host", ["me:word@server", "server"])
def test_no_plan_says_how_a_raster_is_signed(host, options, tmp_path, color_model):
    name = f"/vsicurl/https://{host}/scene.tif" + ("" if "@" in host else "?X-Amz-Signature=12")
    with pytest.raises(InvalidRequest, match="credentials in the environment") as caught:
        run(name, tmp_path / "map.tif", model=str(color_model), **options)
    assert "word" not in str(caught.value).replace("password", "")


def test_workers_and_logs_are_not_told_how_a_raster_is_signed(tmp_path, color_model):
    signed = "https://server/scene.tif?sv=2024&sig=0a1b2c"
    with pytest.raises(InvalidRequest, match="credentials in the environment"):
        batch(str(tmp_path), [signed], color_model, cluster="local")

    def fail_all(requests, sizes, job, at, ended):
        ended(0, UnreadableRaster(path="scene.tif", reason="it is damaged."))

    job = RecordedJob()
    arguments = {"inputs": [signed], "out_dir": str(tmp_path), "model": str(color_model)}
    segment_batch(BatchRequest.from_arguments(arguments), job, hand_out=fail_all)
    assert any("scene.tif" in text for _, text in job.logs)
    assert not any("0a1b2c" in text for _, text in job.logs)


@pytest.mark.parametrize("option", ["report", "mosaic", "collection"])
def test_what_a_batch_makes_of_all_maps_is_no_object(option, scene, store, color_model, tmp_path):
    ending = {"report": "html", "mosaic": "vrt", "collection": "json"}[option]
    for folder, file in (("s3://bucket/o", str(tmp_path)), (str(tmp_path), "s3://bucket/o")):
        with pytest.raises(InvalidRequest, match="made of maps on a disk"):
            batch(folder, [str(scene)], color_model, **{option: f"{file}/all.{ending}"})


def test_a_list_is_shared_by_a_folder_of_a_disk_only(scene, store, color_model):
    with pytest.raises(InvalidRequest, match="folder of a disk, which object storage is not"):
        batch("s3://bucket/maps", [str(scene)], color_model, share=True)


def test_a_raster_is_found_that_came_after_another_one(scene, store):
    with open_raster("s3://bucket/in/scene.tif"):
        store.write("/bucket/in/later.tif", scene.read_bytes())
    with open_raster("s3://bucket/in/later.tif") as dataset:
        assert dataset.shape == (70, 90)


def test_keys_may_hold_any_letter(scene, store, color_model, tmp_path):
    keys = [
        "a?b=c.tif",
        "a?b=d.tif",
        "e#f.tif",
        "g%20h.tif",
        "i j+k&l.tif",
        "Größe_ünï.tif",
        "m'(n)@!.tif",
    ]
    for key in keys:
        store.write(f"/bucket/in/{quote(key)}", scene.read_bytes())
    inputs = [f"s3://bucket/in/{key}" for key in keys]
    for _ in range(2):
        told = batch("s3://bucket/maps", inputs, color_model, resume=True)
        assert [row.get("error") for row in told["rasters"]] == [None] * len(keys)
    assert {row["status"] for row in told["rasters"]} == {"skipped"}
    assert [row["input"] for row in told["rasters"]] == inputs
    for row, key in zip(told["rasters"], keys, strict=True):
        assert row["output"] == f"/vsis3/bucket/maps/{key.replace('?', '_')}"
        item = json.loads(store.read(quote(row["output"].replace("/vsis3", "")[:-4] + ".json")))
        (source,) = [link for link in item["links"] if link["rel"] == "derived_from"]
        assert (source["href"], source["title"]) == (f"s3://bucket/in/{key}", key)
        assert item["assets"]["classes"]["href"] == "./" + key.replace("?", "_")
    run(inputs[0], "s3://bucket/one/what?#%20ü.tif", model=str(color_model))
    assert "/bucket/one/what?#%20ü.tif" in store.objects()
    assert "/bucket/one/what?#%20ü.json" in store.objects()
