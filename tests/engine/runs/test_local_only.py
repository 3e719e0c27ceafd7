"""Files of strangers read with --local-only: strace sees no other file and no address asked for."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from crossearth_engine.errors import BadInput
from crossearth_engine.raster.local_only import reading_local_only
from crossearth_engine.raster.opening import open_raster
from crossearth_engine.raster.vector import read_layer
from tests.engine.conftest import read, run
from tests.engine.runs.test_offline import squares

ENGINE = Path(__file__).resolve().parents[3] / "engine"
ADDRESS = "http://127.0.0.1:9/secret.tif"

# Runs commands of the engine one after the other, in one process, and tells how each has ended.
RUNNER = """
import json, sys
from crossearth_engine import commands, errors
from crossearth_engine.job import Job
ends = []
for command, arguments in json.loads(open(sys.argv[1]).read()):
    try:
        commands.run(command, arguments, Job(lambda *_: None, lambda *_: None))
        ends.append("done")
    except errors.BadInput as error:
        ends.append(str(error))
print(json.dumps(ends))
"""


def traced(folder: Path, jobs: list[tuple[str, dict[str, Any]]]) -> tuple[list[str], str]:
    """Run commands under strace; return how each ended, and the files and sockets opened."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    log, asked = folder / "calls.txt", folder / "jobs.json"
    asked.write_text(json.dumps(jobs))
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "4096", "-e", "trace=open,openat,socket,connect", "-o", log,
         sys.executable, "-c", RUNNER, asked],
        env={**os.environ, "PYTHONPATH": str(ENGINE), "CROSSEARTH_HOME": str(folder / "home")},
        capture_output=True, text=True, timeout=200,
    )  # fmt: skip
    if "PTRACE" in done.stderr:
        pytest.skip("this machine allows no tracing")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout), log.read_text()


@pytest.fixture
def secret(tmp_path: Path, raster_factory: Callable[..., Path]) -> Path:
    """A raster that is no upload, beside a text and a place."""
    folder = tmp_path / "secret"
    folder.mkdir()
    (folder / "secret.txt").write_text("EPSG:4326 " * 400)
    (folder / "secret.tfw").write_text("1\n0\n0\n-1\n0\n0\n")
    return raster_factory(name="secret.tif").rename(folder / "secret.tif")


@pytest.fixture
def uploads(tmp_path: Path) -> Callable[[str], Path]:
    """Return a folder for an upload, by its name."""

    def folder(name: str) -> Path:
        made = tmp_path / "uploads" / name
        made.mkdir(parents=True)
        return made

    return folder


def vrt(source: str) -> str:
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{band}"><SimpleSource><SourceFilename '
        f'relativeToVRT="0">{source}</SourceFilename><SourceBand>{band}</SourceBand>'
        "</SimpleSource></VRTRasterBand>"
        for band in (1, 2, 3)
    )
    return (
        '<VRTDataset rasterXSize="64" rasterYSize="48"><SRS>EPSG:32636</SRS><GeoTransform>500000,'
        f"0.5,0,4000000,0,-0.5</GeoTransform>{bands}</VRTDataset>"
    )


def raw_vrt(file: str) -> str:
    return (
        '<VRTDataset rasterXSize="10" rasterYSize="10"><VRTRasterBand dataType="Byte" band="1" '
        f'subClass="VRTRawRasterBand"><SourceFilename>{file}</SourceFilename></VRTRasterBand>'
        "</VRTDataset>"
    )


def pam(file: str) -> str:
    return (
        '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">'
        f"{file}</MDI></Metadata></PAMDataset>"
    )


def wms(address: str) -> str:
    return (
        f'<GDAL_WMS><Service name="TMS"><ServerUrl>{address}</ServerUrl></Service><DataWindow>'
        "<UpperLeftX>0</UpperLeftX><UpperLeftY>9</UpperLeftY><LowerRightX>9</LowerRightX>"
        "<LowerRightY>0</LowerRightY><SizeX>99</SizeX><SizeY>99</SizeY></DataWindow></GDAL_WMS>"
    )


def hostile_rasters(
    secret: Path, uploads: Callable[[str], Path], raster_factory: Callable[..., Path]
) -> list[str]:
    """Return inputs that read the secret, or ask an address, as soon as GDAL opens them."""
    plain = raster_factory(name="plain.tif").read_bytes()
    texts = {
        "source.vrt": vrt(str(secret)),
        "raw.vrt": raw_vrt(str(secret.with_name("secret.txt"))),
        "renamed.tif": vrt(str(secret)),
        "upwards.vrt": vrt("../../secret/secret.tif"),
        "address.vrt": vrt(f"/vsicurl/{ADDRESS}"),
        "service.xml": wms(ADDRESS),
        "relative.png": vrt(str(secret)),
    }
    made = []
    for name, text in texts.items():
        made.append(uploads(name) / name)
        made[-1].write_text(text)
    beside = {"r.tif.aux.xml": pam(str(secret)), "r.tif.ovr": vrt(str(secret)),
              "r.tif.msk": vrt(str(secret)), "r.aux": vrt(str(secret))}  # fmt: skip
    for name, text in beside.items():
        folder = uploads(name)
        (folder / "r.tif").write_bytes(plain)
        (folder / name).write_text(text)
        made.append(folder / "r.tif")
    folder = uploads("fetched.aux.xml")
    (folder / "r.tif").write_bytes(plain)
    (folder / "r.tif.aux.xml").write_text(pam(f"/vsicurl/{ADDRESS}"))
    made.append(folder / "r.tif")
    # The same inside of the file itself.
    made.append(uploads("tagged") / "r.tif")
    made[-1].write_bytes(plain)
    with rasterio.open(made[-1], "r+") as dataset:
        dataset.update_tags(ns="OVERVIEWS", OVERVIEW_FILE=str(secret))
    made.append(uploads("link") / "r.tif")
    made[-1].symlink_to(secret)
    folder = uploads("linked")
    (folder / "r.tif").write_bytes(plain)
    (folder / "r.tfw").symlink_to(secret.with_name("secret.tfw"))
    made.append(folder / "r.tif")
    return [
        *map(str, made),
        *(vrt(str(secret)), f"/vsicurl/{ADDRESS}", ADDRESS, f"GTIFF_DIR:1:{secret}"),
        *(f"/vsizip/{secret}/a.tif", f"vrt://{secret}?bands=1", f"/vsisubfile/0,{secret}"),
    ]


def test_no_raster_of_a_stranger_reads_another_file_or_asks_an_address(
    tmp_path: Path,
    secret: Path,
    uploads: Callable[[str], Path],
    raster_factory: Callable[..., Path],
    color_model: Path,
) -> None:
    inputs = hostile_rasters(secret, uploads, raster_factory)
    common = {"model": str(color_model), "threads": 1, "local_only": True}
    page = str(tmp_path / "out.html")
    jobs = [
        ("segment", {"input": text, "output": str(tmp_path / f"{number}.tif"),
                     "report": page, **common})
        for number, text in enumerate(inputs)
    ]  # fmt: skip
    ends, calls = traced(tmp_path, jobs)
    assert ["--local-only" in end or "not recognized as being" in end for end in ends] == [
        True
    ] * len(ends), ends
    assert "secret" not in calls
    assert "AF_INET" not in calls
    assert not list(tmp_path.glob("[0-9]*.tif"))


def test_without_the_switch_the_trace_sees_the_other_file(
    tmp_path: Path, secret: Path, uploads: Callable[[str], Path], color_model: Path
) -> None:
    raster = uploads("source") / "source.vrt"
    raster.write_text(vrt(str(secret)))
    job = {"input": str(raster), "output": str(tmp_path / "map.tif"), "model": str(color_model)}
    ends, calls = traced(tmp_path, [("segment", job)])
    assert ends == ["done"]
    assert "secret.tif" in calls


def test_no_vector_file_of_a_stranger_reads_another(
    tmp_path: Path,
    secret: Path,
    uploads: Callable[[str], Path],
    raster_factory: Callable[..., Path],
) -> None:
    polygons = squares(secret.with_name("secret.geojson"), 500_000, 4_000_000)
    folder = uploads("vectors")
    layer = f"<OGRVRTDataSource><OGRVRTLayer name='secret'><SrcDataSource>{polygons}"
    layer += "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"
    for name in ("layer.vrt", "layer.geojson", "layer.gpkg"):
        (folder / name).write_text(layer)
    for name, crs in (("file.geojson", str(secret.with_name("secret.txt"))),
                      ("net.geojson", "http://127.0.0.1:9/secret")):  # fmt: skip
        content = json.loads(polygons.read_text())
        content["crs"]["properties"]["name"] = crs
        (folder / name).write_text(json.dumps(content))
    with sqlite3.connect(folder / "virtual.gpkg") as tables:
        tables.execute("PRAGMA writable_schema = 1")
        text = f"CREATE VIRTUAL TABLE a USING VirtualOGR('{polygons}')"
        tables.execute("INSERT INTO sqlite_master VALUES ('table', 'a', 'a', 0, ?)", [text])
    raster = raster_factory()
    jobs = [
        ("look", {"input": str(raster), "mask": str(folder / name), "local_only": True})
        for name in sorted(path.name for path in folder.iterdir())
    ] + [("look", {"input": str(raster), "mask": str(folder / "file.geojson")})]
    ends, calls = traced(tmp_path, jobs)
    assert all("cannot be used" in end for end in ends), ends
    assert "secret" not in calls
    assert "AF_INET" not in calls


def test_plain_files_give_the_same_map_with_a_place_beside_them(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path
) -> None:
    mask = squares(tmp_path / "mask.geojson", 500_000, 4_000_000)
    raster = raster_factory(size=(120, 100), name="scene.tif")
    picture = tmp_path / "scene.png"
    with rasterio.open(raster) as dataset:
        profile = {"driver": "PNG", "width": 120, "height": 100, "count": 3, "dtype": "uint8"}
        with rasterio.open(picture, "w", **profile) as copy:
            copy.write(dataset.read())
    (tmp_path / "scene.png.aux.xml").unlink(missing_ok=True)
    (tmp_path / "scene.pgw").write_text("0.5\n0\n0\n-0.5\n500000.25\n3999999.75\n")
    maps = []
    for file in (raster, picture):
        for is_local_only in (False, True):
            output = tmp_path / f"{file.suffix[1:]} {is_local_only}.tif"
            options = {"model": str(color_model), "crs": "EPSG:32636", "mask": str(mask)}
            with reading_local_only(is_local_only):
                run(file, output, local_only=is_local_only, **options)
            maps.append(read(output))
    assert (maps[0] != 255).sum() == 12 * 256
    assert all(np.array_equal(found, maps[0]) for found in maps)


def test_a_map_of_ours_with_what_lies_beside_it_is_read(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path
) -> None:
    run(raster_factory(), tmp_path / "map.tif", model=str(color_model))
    assert (tmp_path / "map.tif.aux.xml").exists()
    with reading_local_only(True), open_raster(str(tmp_path / "map.tif")) as dataset:
        assert dataset.count == 1


def test_a_folder_of_vectors_is_refused(tmp_path: Path) -> None:
    with reading_local_only(True), pytest.raises(ValueError, match="no file of its own"):
        read_layer(str(tmp_path))
    with reading_local_only(True), pytest.raises(BadInput, match="--local-only"):
        open_raster(str(tmp_path))
