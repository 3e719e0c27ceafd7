"""What workers call a folder."""

import pytest

from crossearth_engine.cluster.places import Places, absolute
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.inference.request import SegmentRequest

TABLE = Places.parsed(
    [
        r"Z:\imagery\ = /data/imagery/",
        r"Z:\imagery\2026=/fast/2026",
        r"\\nas\Maps=/data/maps",
        "Y:=/mnt/y",
        "/home/me=/srv/me",
        r"/mnt/win=D:\win",
    ]
)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (r"Z:\imagery\a b\scene.tif", "/data/imagery/a b/scene.tif"),
        ("z:/Imagery/scene.tif", "/data/imagery/scene.tif"),
        (r"Z:\imagery", "/data/imagery"),
        (r"Z:\imagery\2026\scene.tif", "/fast/2026/scene.tif"),
        (r"Z:\imagery\2026b.tif", "/data/imagery/2026b.tif"),
        (r"Z:\imageryold\scene.tif", r"Z:\imageryold\scene.tif"),
        (r"\\NAS\maps\m.tif", "/data/maps/m.tif"),
        (r"\\?\UNC\nas\maps\m.tif", "/data/maps/m.tif"),
        (r"\\?\Z:\imagery\scene.tif", "/data/imagery/scene.tif"),
        (r"Y:\scene.tif", "/mnt/y/scene.tif"),
        (r"C:\scene.tif", r"C:\scene.tif"),
        ("/home/me/scene.tif", "/srv/me/scene.tif"),
        ("/home/Me/scene.tif", "/home/Me/scene.tif"),
        ("/home/mean/scene.tif", "/home/mean/scene.tif"),
        ("/home/me/fields.gpkg|layername=a=b", "/srv/me/fields.gpkg|layername=a=b"),
        ("/vsizip//home/me/a.zip/b.tif", "/vsizip//srv/me/a.zip/b.tif"),
        ('NETCDF:"/home/me/a.nc":red', 'NETCDF:"/srv/me/a.nc":red'),
        ("/mnt/win/a/b.tif", r"D:\win\a\b.tif"),
        ("https://nas/maps/m.tif", "https://nas/maps/m.tif"),
        ("crossearth-base-rgb", "crossearth-base-rgb"),
        ("EPSG:25832", "EPSG:25832"),
    ],
)
def test_the_longest_folder_that_a_path_is_in_is_called_otherwise(here, there):
    assert TABLE.of_worker(here) == there
    assert TABLE.of_worker({"a": [here, 1, None]}) == {"a": [there, 1, None]}


def test_of_several_names_the_one_that_is_there_is_taken(tmp_path):
    table = Places.parsed([r"Z:\imagery=/nowhere", rf"Z:\imagery={tmp_path}"])
    assert table.of_worker(r"Z:\imagery\a.tif") == f"{tmp_path}/a.tif"
    empty, mounted = tmp_path / "empty", tmp_path / "mounted"
    for folder in (empty, mounted, mounted / "maps"):
        folder.mkdir()
    (mounted / "b.tif").touch()
    table = Places.parsed([rf"Z:\imagery={empty}", rf"Z:\imagery={mounted}"])
    assert table.of_worker(r"Z:\imagery\b.tif") == f"{mounted}/b.tif"
    assert table.of_worker(r"Z:\imagery\maps\new.tif") == f"{mounted}/maps/new.tif"
    table = Places.parsed([r"Z:\imagery=/nowhere", r"Z:\imagery=/neither"])
    assert table.of_worker(r"Z:\imagery\a.tif") == "/nowhere/a.tif"


@pytest.mark.parametrize("text", ["", "Z:\\imagery", "imagery=/data", "/data=imagery", "Z:a=/b"])
def test_what_says_nothing_is_refused(text):
    with pytest.raises(InvalidRequest, match="does not say what workers call a folder"):
        Places.parsed([text])


def test_a_request_is_made_independent_of_its_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "net.onnx").touch()
    asked = SegmentRequest("a.tif", "map.tif", mask="m.gpkg|layername=x", model="net.onnx")
    found = absolute(asked)
    assert found.input == str(tmp_path / "a.tif")
    assert found.output == str(tmp_path / "map.tif")
    assert found.mask == f"{tmp_path / 'm.gpkg'}|layername=x"
    assert found.model == str(tmp_path / "net.onnx")
    assert absolute(SegmentRequest("s3://b/a.tif", "map.tif")).input == "s3://b/a.tif"
    assert absolute(SegmentRequest("a", "map.tif")).model == "crossearth-base-rgb"
