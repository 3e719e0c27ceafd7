# ruff: noqa: E402 - what may be absent is asked for first
"""Files of which nobody states a digest: their size, and that they stay the same."""

from dataclasses import replace

import onnx
import pytest
from onnx import TensorProto, helper

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("onnxscript", reason="onnxscript writes ONNX")

from crossearth_engine import transfer
from crossearth_engine.errors import ChangedDownload, UnexpectedSize
from crossearth_engine.exchange import download
from crossearth_engine.exchange.download import download_model
from crossearth_engine.models import encoder_imagery
from crossearth_engine.models.catalog import find_model, read_catalog
from crossearth_engine.models.encoder_imagery import TERRAMIND
from crossearth_engine.models.encoders import LEVELS, load_encoder
from crossearth_engine.networks.dinov2 import DinoV2
from tests.engine.conftest import RecordedJob
from tests.engine.file_server import serving

ID, FILE = "softcon-s1", "B2_vits14_softcon_enc.pth"
IMAGERY = {
    "softcon-s2": encoder_imagery.SSL4EO_S2,
    "softcon-s1": encoder_imagery.SSL4EO_S1,
    "terramind-tiny": TERRAMIND["S2L2A"],
    "prithvi-tiny-tl": encoder_imagery.PRITHVI_2,
    "prithvi-300m": encoder_imagery.PRITHVI_2,
    "prithvi-300m-tl": encoder_imagery.PRITHVI_2,
    "dofa-base": encoder_imagery.ANY_IMAGERY,
}


def write_small(encoder, path, job):
    """Stand in for the export, which takes seconds."""
    count, size = encoder.num_bands, encoder.model.window_size
    image = helper.make_tensor_value_info("input", TensorProto.FLOAT, ["B", count, size, size])
    map0 = helper.make_tensor_value_info("map0", TensorProto.FLOAT, ["B", count, size, size])
    node = helper.make_node("Identity", ["input"], ["map0"])
    graph = helper.make_graph([node], "encoder", [image], [map0])
    opset = [helper.make_opsetid("", 18)]
    onnx.save(helper.make_model(graph, opset_imports=opset, ir_version=8), path)


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CROSSEARTH_MODELS_URL", raising=False)
    monkeypatch.setattr(transfer, "RETRY_AFTER_S", (0.0, 0.0))
    monkeypatch.setattr("crossearth_engine.exchange.encoders.write_encoder", write_small)
    return tmp_path / "home"


def content_of(folder, seed):
    """Bytes of a file like the published one, of a small network."""
    torch.manual_seed(seed)
    tensors = DinoV2(64, LEVELS, 1, 8, (3,), 2, patch_size=14, is_normed=True).state_dict()
    torch.save(tensors, folder / FILE)
    return (folder / FILE).read_bytes()


@pytest.fixture
def small(monkeypatch):
    """Have the catalogue say that the file may be small."""
    catalog = read_catalog()
    entry = replace(catalog.models[ID], size_bytes=(1000, 10_000_000))
    made = replace(catalog, models={**catalog.models, ID: entry})
    monkeypatch.setattr(download, "read_catalog", lambda: made)


def remove(model):
    for file in model.weights.parent.iterdir():
        file.unlink()
    model.weights.parent.rmdir()


def test_encoder_comes_in_pieces_and_is_known_by_its_digest_from_then_on(tmp_path, home, small):
    content, job = content_of(tmp_path, 0), RecordedJob()
    with serving(files={f"/{FILE}": content}, headers={"ETag": '"1"'}) as (address, behaviour):
        behaviour.break_at = [len(content) // 3]
        model = download_model(ID, address, "", job).model
        assert len(behaviour.asked()) > 1
    assert any("only its size is checked" in text for level, text in job.logs if level == "warning")
    assert (model.id, model.bands, model.unit) == (ID, ("VV", "VH"), "dB")
    assert model.name == "SoftCon ViT-S/14, Sentinel-1 GRD"
    assert find_model(ID).is_encoder
    assert sorted(path.name for path in home.iterdir()) == ["SHA256SUMS", "models"]
    remove(model)

    # The same once more, without a warning.
    job = RecordedJob()
    model = download_model(ID, str(tmp_path), None, job).model
    assert "warning" not in [level for level, _ in job.logs]
    remove(model)

    # Another one, told by what has come, and by what the server says before.
    other = content_of(tmp_path, 1)
    with pytest.raises(ChangedDownload, match=r"remove its line from .*SHA256SUMS"):
        download_model(ID, str(tmp_path), None, RecordedJob())
    headers = {"X-Linked-Etag": 64 * "a"}
    with serving(files={f"/{FILE}": other}, headers=headers) as (address, behaviour):
        with pytest.raises(ChangedDownload):
            download_model(ID, address, "", RecordedJob())
        assert not behaviour.asked()
    assert not list(home.rglob("*.pth*"))


def test_page_in_place_of_the_file_is_not_downloaded(tmp_path, home):
    (tmp_path / FILE).write_text("<html>Sign in</html>")
    with pytest.raises(UnexpectedSize, match=r"of 81\.0 MB to 95\.0 MB"):
        download_model(ID, str(tmp_path), None, RecordedJob())
    assert not home.exists()


def test_catalogue_says_of_encoders_what_their_files_are_read_as():
    models = {m.id: m for m in read_catalog().models.values() if m.dataset is None and m.imagery}
    assert models.keys() == IMAGERY.keys()
    for model_id, imagery in IMAGERY.items():
        model = models[model_id]
        assert (model.imagery, model.bands, model.values or None, model.gsd_m) == (
            imagery.name,
            imagery.bands,
            imagery.unit,
            imagery.gsd_m,
        )
        assert model.hub.startswith("https://huggingface.co/")
        assert "/resolve/" in model.hub


def test_catalogue_says_of_softcon_the_window_that_it_has(tmp_path):
    tensors = DinoV2(64, LEVELS, 1, 16, (3,), 2, patch_size=14, is_normed=True).state_dict()
    model = load_encoder(tensors, tmp_path / FILE).model
    entry = read_catalog().models[ID]
    assert (model.window_size, model.overlap, model.architecture) == (
        entry.window_size,
        entry.overlap,
        entry.architecture,
    )
