# ruff: noqa: E402 - what may be absent is asked for first
import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
pytest.importorskip("onnxscript", reason="onnxscript is in the extra train")

from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.metadata import ModelInfo
from crossearth_engine.models.onnx_export import export_onnx
from crossearth_engine.networks.crossearth import MEAN, STDDEV
from crossearth_engine.networks.unfamiliarity import Unfamiliarity
from crossearth_engine.shared.palette import ClassInfo, distinct_color
from tests.engine.networks.tiny import TINY, image, lively


@pytest.fixture(scope="module")
def network():
    return lively()


@pytest.fixture(scope="module")
def unfamiliarity():
    count = TINY.width * len(TINY.feature_blocks)
    weights = torch.randn(count, count, generator=torch.Generator().manual_seed(2))
    law = torch.tensor([-3.0, 5.0, 1.0, 2.0])
    return Unfamiliarity({"weights": weights / 3000, "bias": torch.zeros(count), "law": law})


@pytest.fixture(scope="module")
def backend(network, unfamiliarity, tmp_path_factory):
    path = tmp_path_factory.mktemp("export") / "model.onnx"
    model = ModelInfo(
        id="tiny",
        name="Tiny CrossEarth",
        description="",
        license="GPL-3.0-or-later",
        trained_on="",
        weights=path,
        architecture="crossearth-tiny-128",
        bands=("red", "green", "blue"),
        mean=MEAN,
        std=STDDEV,
        window_size=TINY.window_size,
        overlap=43,
        gsd_m=None,
        gsd_range_m=None,
        classes=tuple(ClassInfo(i, f"class {i}", distinct_color(i, 5)) for i in range(5)),
        scores="probabilities",
    )
    export_onnx(
        network,
        model,
        path,
        is_half_stored=False,
        is_size_dynamic=False,
        unfamiliarity=unfamiliarity,
    )
    return load_backend(model, "cpu", 1)


@pytest.mark.parametrize("batch", [1, 2, 5])
@torch.inference_mode()
def test_onnxruntime_gives_the_same_scores_for_any_batch(network, backend, batch):
    pixels = image(128, 128, batch, seed=batch)
    expected = network(pixels).numpy()
    scores = backend.run(pixels.numpy())
    assert np.abs(scores - expected).max() <= 1e-3
    assert (scores.argmax(1) == expected.argmax(1)).mean() >= 0.995


@torch.inference_mode()
def test_onnxruntime_tells_the_same_unfamiliarity(network, unfamiliarity, backend):
    pixels = image(128, 128, 2, seed=1)
    _, maps = network.scores_and_maps(pixels)
    expected = unfamiliarity(maps)
    assert 0.1 < expected.mean() < 0.9
    assert backend.has_reference
    (cells,) = backend._session.run(["unfamiliarity"], {"input": pixels.numpy()})
    assert np.abs(cells - expected.numpy()).max() <= 1e-3
    assert backend.run(pixels.numpy(), with_unfamiliarity=True).shape == (2, 6, 128, 128)


@torch.inference_mode()
def test_exporting_leaves_the_network_as_it_was(network, backend):
    pixels = image(96, 64)
    assert torch.equal(network(pixels), lively()(pixels))


def test_file_takes_whole_windows_only(backend):
    assert backend._image.size_hw == (128, 128)
