"""What GDAL warns of is told in sentences, of the raster that it means, and nowhere else."""

from __future__ import annotations

import io
import json
import logging
import re
import struct
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pyogrio.raw
import pytest
import rasterio
import shapely

from crossearth_engine import commands
from crossearth_engine.accuracy.sample_points import SamplePointsRequest, sample_points
from crossearth_engine.errors import UnreadableRaster
from crossearth_engine.inference.pipeline import ReadAhead, WriteBehind
from crossearth_engine.raster.gdal_log import heard, told_to
from crossearth_engine.shared import protocol
from tests.engine.cli.test_command_line import crossearth
from tests.engine.conftest import UTM, RecordedJob, run

# As GDAL and rasterio begin what they write where nobody hears them.
RAW = re.compile(r"^(Warning|ERROR) \d+:|CPLE_|RuntimeWarning|^WARNING ", re.MULTILINE)


def without_strip_rows(path: Path) -> Path:
    """Remove the tag that says how many rows a strip has, of which GDAL warns whenever it reads."""
    content = bytearray(path.read_bytes())
    (offset,) = struct.unpack("<I", content[4:8])
    (count,) = struct.unpack("<H", content[offset : offset + 2])
    entries = [bytes(content[offset + 2 + 12 * i :][:12]) for i in range(count)]
    end = bytes(content[offset + 2 + 12 * count :][:4])
    kept = [entry for entry in entries if struct.unpack("<H", entry[:2]) != (278,)]
    assert len(kept) == count - 1
    directory = struct.pack("<H", len(kept)) + b"".join(kept) + end
    content[offset : offset + len(directory)] = directory
    path.write_bytes(content)
    return path


def with_damaged_jpeg(path: Path) -> Path:
    """Write an image whose pixels cannot be decompressed to their end."""
    profile = {"driver": "GTiff", "width": 600, "height": 600, "count": 3, "dtype": "uint8"}
    transform = rasterio.transform.from_origin(500_000, 4_000_000, 0.5, 0.5)
    with rasterio.open(path, "w", **profile, crs=UTM, transform=transform, tiled=True,
                       compress="jpeg", photometric="YCBCR") as dataset:  # fmt: skip
        dataset.write(np.random.default_rng(0).integers(1, 255, (3, 600, 600)).astype(np.uint8))
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20] = b"\xff\xd9" * 10
    path.write_bytes(content)
    return path


@pytest.fixture
def doubtful(tmp_path, raster_factory):
    """Three rasters: two of which GDAL warns, each in its way, and one that is sound."""
    return [
        without_strip_rows(raster_factory(name="strips.tif")),
        with_damaged_jpeg(tmp_path / "jpeg.tif"),
        raster_factory(name="sound.tif"),
    ]


def test_warnings_that_differ_in_numbers_do_not_flood_a_log():
    told = []
    with told_to(lambda level, text: told.append(text), "a.tif"):
        for tile in (1, 1, *range(500)):
            logging.getLogger("rasterio").warning("CPLE_AppDefined in Tile %d at 0x%x", tile, tile)
        logging.getLogger("rasterio").warning("Another thing")
    assert told == [
        "GDAL says of a.tif: Tile 1 at 0x1.",
        "GDAL says of a.tif: Tile 0 at 0x0.",
        "GDAL says of a.tif: Tile 2 at 0x2. More of the kind are not told.",
        "GDAL says of a.tif: Another thing.",
    ]


def test_in_a_batch_each_raster_has_its_warnings_once(tmp_path, doubtful, color_model):
    done = crossearth("batch", *doubtful, "--out-dir", tmp_path / "maps", "--model", color_model)
    assert done.returncode == 0, done.stderr
    assert not RAW.search(re.sub(r"^\S+ ", "", done.stderr, flags=re.MULTILINE)), done.stderr
    told = re.findall(r"^\S+T\S+ Warning: GDAL(.*)$", done.stderr, re.MULTILINE)
    assert len(told) == 2, told
    assert re.fullmatch(r" says of strips\.tif: TIFFReadDirectory:.*StripByteCounts.*\.", told[0])
    assert re.fullmatch(r" says of jpeg\.tif: .*Corrupt JPEG data.*\.", told[1])
    # Between the lines in which it begins and ends.
    lines = done.stderr.splitlines()
    one, two = "Raster 1 of 3", "Raster 2 of 3"
    marks = (f"{one}: ", told[0], f"{one} done", f"{two}: ", told[1], f"{two} done")
    found = [next(i for i, line in enumerate(lines) if mark in line) for mark in marks]
    assert found == sorted(found)


def test_qgis_is_told_and_stderr_is_not(tmp_path, doubtful, color_model):
    arguments = {
        "input": str(doubtful[0]),
        "output": str(tmp_path / "map.tif"),
        "model": str(color_model),
    }
    requests = io.BytesIO()
    for message in (
        protocol.Hello(protocol.PROTOCOL_VERSION),
        protocol.Run("1", "segment", arguments),
    ):
        protocol.write_message(requests, message)
    process = subprocess.Popen(
        [sys.executable, "-m", "crossearth_engine", "worker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    process.stdin.write(requests.getvalue())
    process.stdin.flush()
    replies = []
    for line in process.stdout:
        replies.append(json.loads(line))
        if replies[-1]["type"] in ("done", "failed"):
            break
    _, said = process.communicate(timeout=60)
    assert replies[-1]["type"] == "done"
    assert not RAW.search(said.decode())
    logs = [(reply["level"], reply["text"]) for reply in replies if reply["type"] == "log"]
    told = [(level, text.split(":")[0]) for level, text in logs if text.startswith("GDAL")]
    assert told == [("warning", "GDAL says of strips.tif")]


BAND_OF = (
    b'<VRTRasterBand dataType="Byte" band="1"><SimpleSource><SourceFilename relativeToVRT="1">%s'
    b"</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
)


@pytest.mark.parametrize(
    ("band", "reason"),
    [
        (b'<VRTRasterBand dataType="D\xfcne"/>', "Invalid dataType = D\ufffdne."),
        (BAND_OF % b"D\xfcne.tif", "D\ufffdne.tif."),
        # Of which GDAL knows only when it reads.
        (BAND_OF % b"inner.vrt", "D\ufffdne.tif: No such file or directory."),
    ],
    ids=["opened", "listed", "read"],
)
def test_what_gdal_says_in_no_utf_8_is_not_dropped(tmp_path, color_model, capfd, band, reason):
    scene = tmp_path / "scene.vrt"
    for path, content in (scene, band), (tmp_path / "inner.vrt", BAND_OF % b"D\xfcne.tif"):
        path.write_bytes(b'<VRTDataset rasterXSize="64" rasterYSize="64">%s</VRTDataset>' % content)
    given = {"input": str(scene), "output": str(tmp_path / "map.tif"), "bands": [1, 1, 1]}
    with pytest.raises(UnreadableRaster, match="it holds text that is not UTF-8: ") as raised:
        commands.run("segment", {**given, "model": str(color_model)}, RecordedJob())
    assert str(raised.value).endswith(reason)
    assert not re.search("UnicodeDecodeError|Traceback", capfd.readouterr().err)
    assert not list(tmp_path.glob("map*"))


@pytest.mark.parametrize("where", ["here", "reader", "writer"])
def test_gdal_is_heard_in_every_thread_that_reads(where, doubtful, capfd):
    job = RecordedJob()

    # As a run does: opened in one thread and read in another, where GDAL looks at it again.
    dataset = rasterio.open(doubtful[0])
    seen = []
    with told_to(job.log, "strips.tif"):
        if where == "here":
            seen.append(dataset.read(1))
        elif where == "reader":
            with ReadAhead((dataset.read(1) for _ in range(1)), 1) as items:
                seen += items
        else:
            with WriteBehind(1) as behind:
                behind.submit(lambda: seen.append(dataset.read(1)))
    assert seen[0].shape == (48, 64)
    assert len(job.logs) == 1
    assert capfd.readouterr().err == ""
    # Afterwards it is told no more.
    with heard(), rasterio.open(doubtful[0]) as again:
        again.read(1)
    assert len(job.logs) == 1


def test_one_job_does_not_hear_the_warnings_of_another(doubtful):
    first, second = RecordedJob(), RecordedJob()
    with told_to(first.log):
        with told_to(second.log, "strips.tif"):
            thread = threading.Thread(target=lambda: rasterio.open(doubtful[0]).close())
            thread.start()
            thread.join()
        assert (first.logs, len(second.logs)) == ([], 1)
        rasterio.open(doubtful[0]).close()
    assert len(first.logs) == 1
    assert first.logs[0][1].startswith("GDAL: ")


def test_what_a_vector_file_is_warned_of_is_told(tmp_path, raster_factory, color_model):
    mask = tmp_path / "mask.geojson"
    pyogrio.raw.write(
        mask, shapely.to_wkb([shapely.box(500_000, 3_999_980, 500_030, 4_000_000)]), [], [],
        geometry_type="Polygon", crs=UTM, driver="GeoJSON",
    )  # fmt: skip
    gpkg = tmp_path / "future.gpkg"
    pyogrio.raw.write(
        gpkg, *[pyogrio.raw.read(mask)[2]], [], [], geometry_type="Polygon", crs=UTM, driver="GPKG"
    )
    content = bytearray(gpkg.read_bytes())
    content[60:64] = struct.pack(">I", 10900)  # a version that GDAL does not know yet
    gpkg.write_bytes(content)
    done = crossearth("segment", raster_factory(), tmp_path / "map.tif", "--mask", gpkg,
                      "--model", color_model)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not RAW.search(done.stderr)
    assert re.search("^Warning: GDAL.*10900.*partially supported", done.stderr, re.MULTILINE)


def test_geopackages_are_of_a_version_that_old_qgis_knows(tmp_path, raster_factory, color_model):
    polygons, points = tmp_path / "map.gpkg", tmp_path / "points.gpkg"
    run(raster_factory(), tmp_path / "map.tif", model=str(color_model), polygons=str(polygons))
    request = SamplePointsRequest(map=str(tmp_path / "map.tif"), out=str(points), count=5)
    sample_points(request, RecordedJob())
    for path in (polygons, points):
        assert struct.unpack(">I", path.read_bytes()[60:64]) == (10200,)
