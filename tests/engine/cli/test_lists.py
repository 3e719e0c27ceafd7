"""Rasters named by a file, as other programs write it."""

from __future__ import annotations

import codecs
import subprocess

import pytest

from crossearth_engine.cli.lists import read_list
from crossearth_engine.errors import InvalidRequest
from tests.engine.cli.test_command_line import CROSSEARTH, crossearth


@pytest.mark.parametrize(
    "write",
    [
        lambda text: text.encode(),
        lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),  # Notepad
        lambda text: codecs.BOM_UTF16_LE + text.replace("\n", "\r\n").encode("utf-16-le"),
        lambda text: f"\n{text}\n\n".encode(),
    ],
    ids=["plain", "Notepad", "PowerShell", "blank lines"],
)
def test_a_list_is_read_as_programs_write_it(tmp_path, write):
    names = [
        "a scene.tif",
        "one\u2028two\x0cthree.tif",
        "C:\\Bilder\\Łódź.tif",
        "/vsicurl/https://x.org/b.tif",
    ]
    file = tmp_path / "list.txt"
    file.write_bytes(write("\n".join(names)))
    assert read_list(str(file)) == names


def test_quotation_marks_and_comments_are_no_part_of_names(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "#1 scene.tif").touch()
    lines = [
        "# rasters of May", '"C:\\My scenes\\a.tif"', " b c.tif ", "#1 scene.tif",
        'NETCDF:"a.nc":red', 'NETCDF:"a.nc":red+"b"', '""',
    ]  # fmt: skip
    (tmp_path / "list.txt").write_text("\n".join(lines))
    assert read_list("list.txt") == [
        "C:\\My scenes\\a.tif", "b c.tif", "#1 scene.tif",
        'NETCDF:"a.nc":red', 'NETCDF:"a.nc":red+"b"', '""',
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "reason"),
    [(None, "No such file"), (b"", "is empty"), (b"\n \n", "is empty"), (b"II*\0\xff\xfe", "text")],
)
def test_what_is_no_list_is_refused_in_a_sentence(tmp_path, content, reason):
    file = tmp_path / "list.txt"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(InvalidRequest, match=reason) as caught:
        read_list(str(file))
    assert str(file) in str(caught.value)


def test_arguments_lists_and_stdin_go_together(tmp_path, raster_factory, color_model):
    a, b, c = (raster_factory(name=f"{name}.tif") for name in "abc")
    (tmp_path / "list.txt").write_text(f"{b}\n{a}\n")
    done = subprocess.run(
        [*CROSSEARTH, "batch", a, "--list", tmp_path / "list.txt", "--list", "-",
         "--out-dir", tmp_path / "maps", "--model", color_model],
        input=f"{c}\n", capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert [line.split("/")[-1] for line in done.stdout.splitlines()[:3]] == [
        "a.tif", "b.tif", "c.tif",
    ]  # fmt: skip
    assert len(list((tmp_path / "maps").glob("*.tif"))) == 3


def test_without_any_raster_the_way_is_said(tmp_path):
    done = crossearth("batch", "--out-dir", tmp_path / "maps")
    assert done.returncode == 2
    assert "--list" in done.stderr
    assert not (tmp_path / "maps").exists()
