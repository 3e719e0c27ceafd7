"""A file of a package, found on an index and brought from where it says."""

import base64
import hashlib
import json

import pytest

from crossearth_engine import transfer
from crossearth_engine.errors import DownloadRefused, NoConnection, NotOffered
from crossearth_engine.job import Job
from crossearth_engine.package_index import PackageIndex
from crossearth_engine.transfer import fetch
from tests.engine.file_server import serving

FILE = "some_models-1.0.0-py3-none-any.whl"
CONTENT = bytes(range(256)) * 4000
SHA256 = hashlib.sha256(CONTENT).hexdigest()
JSON = {"Content-Type": "application/vnd.pypi.simple.v1+json"}
HTML = {"Content-Type": "text/html; charset=utf-8"}


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(transfer, "RETRY_AFTER_S", (0.0, 0.0))


@pytest.fixture
def job():
    return Job(lambda *_: None, lambda *_: None)


def in_json(*urls):
    return json.dumps({"files": [{"filename": "x", "url": url} for url in urls]}).encode()


def in_html(*urls, head=""):
    links = "".join(f'<a href="{url}" data-requires-python="&gt;=3.8">x</a>\n' for url in urls)
    return f"<!DOCTYPE html><html><head>{head}</head><body>{links}</body></html>".encode()


OTHERS = ["../../files/some_models-0.9.tar.gz", f"../../files/{FILE}.metadata", "#top", ""]


@pytest.mark.parametrize(
    ("headers", "page"),
    [
        (JSON, in_json(*OTHERS, f"../../files/{FILE}")),
        (HTML, in_html(*OTHERS, f"../../files/{FILE}#sha256={'0' * 64}")),
        (HTML, in_html(f"files/{FILE}", head='<base href="/">')),
        (HTML, in_html(f"/files/{FILE.replace('-', '%2D')}")),
    ],
)
def test_the_file_comes_from_where_the_index_says(tmp_path, job, headers, page):
    files = {"/simple/some-models/": page, f"/files/{FILE}": CONTENT}
    with serving(files=files, headers=headers) as (address, behaviour):
        behaviour.headers["ETag"] = '"1"'
        source = PackageIndex(f"{address}/simple/", "Some_Models", None)
        behaviour.break_at = [len(page), len(CONTENT) * 37 // 100]
        path = fetch(source, FILE, tmp_path, job, sha256=SHA256)
    assert path.read_bytes() == CONTENT
    (_, first), (_, rest) = behaviour.asked()[-2:]
    assert (first, rest) == (None, f"bytes={len(CONTENT) * 37 // 100}-")
    assert "application/vnd.pypi.simple.v1+json" in behaviour.requests[0][2]["Accept"]


def test_links_are_relative_to_where_the_index_redirects(tmp_path, job):
    files = {"/mirror/pypi/+simple/some-models/": in_html(f"../../+f/{FILE}")}
    files[f"/mirror/pypi/+f/{FILE}"] = CONTENT
    redirections = {"/simple/some-models/": (302, "/mirror/pypi/+simple/some-models/", {})}
    with serving(files=files, headers=HTML, redirections=redirections) as (address, _):
        source = PackageIndex(f"{address}/simple", "some-models", None)
        assert fetch(source, FILE, tmp_path, job, sha256=SHA256).read_bytes() == CONTENT


def test_the_permission_to_read_goes_to_the_index_and_not_further(tmp_path, job):
    with serving(files={f"/{FILE}": CONTENT}) as (elsewhere, other):
        page = in_json(f"{elsewhere}/{FILE}?signed=1")
        with serving(files={"/simple/p/": page}, headers=JSON) as (address, index):
            own = address.replace("//", "//me:w%40rd@")
            fetch(PackageIndex(f"{own}/simple", "p", None), FILE, tmp_path, job, sha256=SHA256)
    expected = base64.b64encode(b"me:w@rd").decode()
    assert index.requests[0][2]["Authorization"] == f"Basic {expected}"
    assert other.requests[0][1] == f"/{FILE}?signed=1"
    assert not any("Authorization" in headers for _, _, headers in other.requests)


def test_a_folder_of_projects_is_an_index(tmp_path, job):
    (tmp_path / "simple/some-models").mkdir(parents=True)
    (tmp_path / "simple/some-models" / FILE).write_bytes(CONTENT)
    source = PackageIndex(str(tmp_path / "simple"), "some_models", None)
    assert fetch(source, FILE, tmp_path / "here", job, sha256=SHA256).read_bytes() == CONTENT


@pytest.mark.parametrize(
    ("headers", "page"),
    [
        *((JSON, in_json("a-1.whl")), (JSON, b"not JSON"), (JSON, b'{"files": 3}')),
        *((HTML, in_html("a-1.whl")), (HTML, b"\xff\xfe<a"), (HTML, b"")),
    ],
)
def test_an_index_without_the_file_is_told(tmp_path, job, headers, page):
    with serving(files={"/simple/p/": page}, headers=headers) as (address, _):
        source = PackageIndex(f"{address.replace('//', '//me:secret@')}/simple", "p", None)
        with pytest.raises(NotOffered, match=f"no {FILE} at {address}/simple/p/") as told:
            fetch(source, FILE, tmp_path, job, sha256=SHA256)
    assert "secret" not in str(told.value)


def test_an_index_that_refuses_or_is_not_there_is_told(tmp_path, job):
    with serving(statuses={"/simple/p/": 403}) as (address, _):
        with pytest.raises(DownloadRefused, match="HTTP 403"):
            fetch(PackageIndex(f"{address}/simple", "p", None), FILE, tmp_path, job)
        with pytest.raises(NotOffered):
            fetch(PackageIndex(f"{address}/other", "p", None), FILE, tmp_path, job)
    with pytest.raises(NoConnection):
        fetch(PackageIndex(f"{address}/simple", "p", ""), FILE, tmp_path, job)
