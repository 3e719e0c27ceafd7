# ruff: noqa: E402 - what may be absent is asked for first
import hashlib
import json
import signal
import subprocess
import sys
import time

import pytest
from click.testing import CliRunner

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("safetensors", reason="safetensors is an extra")

from crossearth_engine import transfer
from crossearth_engine.cli.main import main
from crossearth_engine.errors import DamagedDownload, IncompatibleModel, ModelNotFound
from crossearth_engine.exchange import download
from crossearth_engine.exchange.download import download_model
from crossearth_engine.job import Job
from crossearth_engine.models.catalog import find_model, published_digest, read_catalog
from crossearth_engine.networks.crossearth import CONFIGS
from crossearth_engine.shared import protocol
from tests.engine.file_server import serving
from tests.engine.networks.tiny import lively, save_like_published

ID = "crossearth-potsdam-rgb"
FILE = "Potsdam(r)-source.pth"
PATH = "/Potsdam%28r%29-source.pth"


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CROSSEARTH_MODELS_URL", raising=False)
    monkeypatch.setattr(transfer, "RETRY_AFTER_S", (0.0, 0.0))
    return tmp_path / "home"


@pytest.fixture(scope="module")
def mirror(tmp_path_factory):
    """A folder with one published file in it."""
    folder = tmp_path_factory.mktemp("mirror")
    content = save_like_published(folder / FILE, lively(num_classes=6).state_dict()).read_bytes()
    (folder / "SHA256SUMS").write_text(f"{hashlib.sha256(content).hexdigest()}  {FILE}\n")
    return folder


@pytest.fixture
def job():
    return Job(lambda *_: None, lambda *_: None)


def test_published_model_is_ready_to_run_after_a_broken_download(mirror, home, job):
    content = (mirror / FILE).read_bytes()
    headers = {"X-Linked-Etag": hashlib.sha256(content).hexdigest()}
    with serving(files={PATH: content}, headers=headers) as (address, behaviour):
        behaviour.break_at = [len(content) * 37 // 100]
        imported = download_model(ID, address, None, job)
    assert imported.model == find_model(ID)
    assert imported.model.verify()
    assert len(imported.unused) == 4
    assert sorted(path.name for path in home.iterdir()) == ["SHA256SUMS", "models"]


def test_installed_model_is_not_downloaded_again(mirror, job):
    first = download_model(ID, str(mirror), None, job)
    assert download_model(ID, "/nowhere", None, job).model == first.model


def test_unknown_id_is_told_with_the_known_ones(job):
    with pytest.raises(ModelNotFound, match=ID):
        download_model("nothing", None, None, job)


def test_address_of_the_environment_is_used(mirror, job, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_MODELS_URL", mirror.as_uri())
    assert download_model(ID, None, None, job).model.id == ID


@pytest.mark.parametrize("address", [None, "https://huggingface.co/Cusyoung/CrossEarth/"])
def test_the_hub_is_asked_for_the_file_itself(job, monkeypatch, address):
    asked = []
    monkeypatch.setattr(download, "open_source", lambda *arguments: asked.append(arguments))
    monkeypatch.setattr(download, "fetch", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        download_model(ID, address, "", job)
    assert asked == [("https://huggingface.co/Cusyoung/CrossEarth/resolve/main", "")]


def test_file_that_cannot_be_imported_is_kept(tmp_path, home, job):
    # Another count of classes than its dataset has.
    save_like_published(tmp_path / FILE, lively(num_classes=2).state_dict())
    with pytest.raises(IncompatibleModel, match="downloads"):
        download_model(ID, str(tmp_path), None, job)
    assert [path.name for path in (home / "downloads").rglob("*.pth")] == [FILE]


@pytest.fixture(scope="module")
def backbone(tmp_path_factory):
    """A file laid out like that of DINOv2, of a tiny network."""
    tensors = lively().state_dict()
    plain = {
        name.removeprefix("backbone."): tensor
        for name, tensor in tensors.items()
        if name.startswith("backbone.") and ".reins." not in name
    }
    path = tmp_path_factory.mktemp("backbone") / "dinov2_vits14_pretrain.pth"
    torch.save(plain, path)
    return path


def test_backbone_is_proven_by_the_digest_that_is_shipped(backbone, home, job, monkeypatch):
    content = backbone.read_bytes()
    # As its server does: an ETag, and no SHA-256.
    files = {f"/{backbone.name}": content}
    with serving(files=files, headers={"ETag": '"a-2"'}) as (address, behaviour):
        with pytest.raises(DamagedDownload, match="SHA-256 differ"):
            download_model("dinov2-vits14", address, None, job)
        assert not [path for path in home.rglob("*") if path.is_file()]
        digest = hashlib.sha256(content).hexdigest()
        monkeypatch.setattr(download, "published_digest", lambda file: digest)
        behaviour.break_at = [len(content) * 37 // 100]
        model = download_model("dinov2-vits14", address, None, job).model
    assert behaviour.requests[-1][2]["If-Range"] == '"a-2"'
    assert model.needs_adapting
    assert (model.name, model.license) == ("CrossEarth-S, to be adapted first", "Apache-2.0")
    card = model.weights.with_name("README.md").read_text(encoding="utf-8")
    assert f"| From | {address} |" in card


def test_every_backbone_has_its_address_and_digest():
    models = read_catalog().models.values()
    backbones = [model for model in models if model.dataset is None and not model.imagery]
    assert len(backbones) == 4
    for model in backbones:
        assert model.hub.startswith("https://dl.fbaipublicfiles.com/dinov2/dinov2_vit")
        assert model.file.startswith(model.hub.rpartition("/")[2])
        assert len(published_digest(model.file)) == 64
        assert CONFIGS[model.architecture].window_size == model.window_size


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("https://me:word@mirror.example:8443/a/b?key=1#x", "https://mirror.example:8443/a/b"),
        ("/home/me/models", None),
        ("file:///home/me/models", None),
        ("C:\\models", None),
    ],
)
def test_what_only_the_user_should_know_does_not_get_into_the_card(address, told):
    assert download._public(address) == told


def test_command_line_downloads(mirror):
    done = CliRunner().invoke(main, ["models", "download", ID, "--from", str(mirror), "--json"])
    assert done.exit_code == 0, done.output
    described = json.loads(done.stdout.splitlines()[-1])
    assert described["id"] == ID
    assert len(described["unused_tensors"]) == 4


def test_command_line_lists_what_can_be_downloaded():
    done = CliRunner().invoke(main, ["models", "list", "--published"])
    lines = done.stdout.splitlines()
    place = lines.index(f"{ID}: CrossEarth, Potsdam RGB, 512 px, 1.7 GB to 4.3 GB")
    # What it needs and what it finds, before anything is downloaded.
    dataset = read_catalog().models[ID].dataset
    names = ", ".join(item.name for item in dataset.classes)
    assert lines[place + 1] == f"    red, green, blue of {dataset.gsd_m:g} m: {names}"
    assert lines[place + 2].split(":")[0] in read_catalog().models
    done = CliRunner().invoke(main, ["models", "list", "--published", "--json"])
    assert ID in [model["id"] for model in json.loads(done.stdout)["models"]]


def test_command_line_says_in_a_sentence_what_is_wrong(tmp_path):
    done = CliRunner().invoke(main, ["models", "download", ID, "--from", str(tmp_path)])
    assert done.exit_code == 2
    assert done.stderr == f"crossearth: There is no {FILE} at {tmp_path}. Check the address.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send")
def test_ctrl_c_pauses_the_command(mirror, home):
    content = (mirror / FILE).read_bytes()
    with serving(files={PATH: content}, stalls=True, break_at=[len(content) // 2]) as (address, _):
        command = [sys.executable, "-m", "crossearth_engine", "models", "download", ID]
        process = subprocess.Popen([*command, "--from", address, "--proxy", ""])
        try:
            wait_until(lambda: any(p.stat().st_size for p in home.rglob("*.part")))
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) == 130
        finally:
            process.kill()
    (part,) = home.rglob("*.part")
    assert 0 < part.stat().st_size <= len(content) // 2


def wait_until(is_true, timeout_s=60.0):
    deadline = time.monotonic() + timeout_s
    while not is_true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_worker_downloads_and_imports(mirror, tmp_path, monkeypatch):
    from tests.engine.test_worker import WorkerProcess

    worker = WorkerProcess()
    try:
        worker.send(protocol.Run("a", "download-model", {"model": ID, "address": str(mirror)}))
        done, before = worker.reply("a")
        assert isinstance(done, protocol.Done), done
        assert done.result["id"] == ID
        size = (mirror / FILE).stat().st_size
        steps = [m for m in before if isinstance(m, protocol.Progress)]
        assert (steps[-1].done, steps[-1].total) == (size, size)

        arguments = {"file": str(mirror / FILE), "id": "mine", "dataset": "vaihingen_irrg"}
        worker.send(protocol.Run("b", "import-model", arguments))
        done, _ = worker.reply("b")
        assert done.result["bands"] == ["nir", "red", "green"]

        for command in ("download-model", "import-model"):
            worker.send(protocol.Run(command, command, {}))
            failed, _ = worker.reply(command)
            assert failed.code == "invalid-request"
    finally:
        worker.process.kill()
        worker.process.wait()
