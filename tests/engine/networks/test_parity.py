"""Our network against what the official code computed with the same weights."""
# ruff: noqa: E402 - what may be absent is asked for first

import json
import os
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")
safetensors = pytest.importorskip("safetensors.torch", reason="safetensors is an extra")

from benchmarks.plain_crossearth import plain_scores
from crossearth_engine.networks.crossearth import MEAN, STDDEV, CrossEarth, CrossEarthConfig
from crossearth_engine.networks.mask2former import resize, semantic_scores
from crossearth_engine.raster.windows import axis_offsets

REPOSITORY = Path(__file__).resolve().parents[3]
FOLDER = Path(
    os.environ.get("CROSSEARTH_PARITY_DIR", REPOSITORY.parent / "shared/reference/parity")
)
TOLERANCE, MASK_TOLERANCE = 1e-4, 5e-4

pytestmark = [
    pytest.mark.weights,
    pytest.mark.skipif(
        not (FOLDER / "arrays.npz").is_file(),
        reason=f"CROSSEARTH_PARITY_DIR: no arrays.npz in {FOLDER}",
    ),
]


@pytest.fixture(scope="module")
def settings():
    return json.loads((FOLDER / "config.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def config(settings):
    return CrossEarthConfig(
        grid_size=settings["img"] // settings["patch_size"],
        width=settings["embed"],
        depth=settings["depth"],
        num_heads=settings["heads"],
        feature_blocks=tuple(settings["out"]),
        num_queries=settings["tokens"],
        rank=settings["lora"],
        head_width=settings["feat"],
        head_num_heads=settings["dheads"],
        encoder_layers=settings["enc_layers"],
        encoder_hidden=settings["enc_ffn"],
        decoder_layers=settings["dec_layers"],
        decoder_hidden=settings["dec_ffn"],
    )


@pytest.fixture(scope="module")
def weights():
    return safetensors.load_file(FOLDER / "weights.safetensors")


@pytest.fixture(scope="module")
def network(settings, config, weights):
    network = CrossEarth(config, settings["num_classes"]).eval()
    network.load_state_dict(weights)
    return network


@pytest.fixture(scope="module")
def arrays():
    return np.load(FOLDER / "arrays.npz")


def names_of_parts():
    """What was computed of parts of the image, as many as there are."""
    if not (FOLDER / "arrays.npz").is_file():
        return ["whole0"]
    suffix = "_rect_yxyx"
    with np.load(FOLDER / "arrays.npz") as arrays:
        return [name.removesuffix(suffix) for name in arrays.files if name.endswith(suffix)]


@pytest.fixture(scope="module", params=names_of_parts())
def part(request, arrays):
    """A part of the image, and what was computed from it."""
    y1, x1, y2, x2 = arrays[f"{request.param}_rect_yxyx"]
    image = torch.from_numpy(arrays["preprocessed"][:, :, y1:y2, x1:x2])
    return image, {
        name.removeprefix(f"{request.param}_"): arrays[name]
        for name in arrays.files
        if name.startswith(f"{request.param}_")
    }


def assert_close(actual, expected, tolerance=TOLERANCE):
    assert actual.shape == expected.shape
    assert np.abs(actual.detach().numpy() - expected).max() <= tolerance


def assert_same_labels(scores, expected):
    labels = scores.argmax(-3).numpy()
    assert labels.shape == expected.shape
    assert (labels == expected).mean() >= 0.999


def test_pixels_are_prepared_alike(arrays):
    pixels = arrays["image_rgb_u8"].astype(np.float32)
    ours = ((pixels - np.float32(MEAN)) / np.float32(STDDEV)).transpose(2, 0, 1)[None]
    assert np.abs(ours - arrays["preprocessed"]).max() <= 1e-6


def test_weights_have_exactly_our_names(network, weights):
    assert network.state_dict().keys() == weights.keys()


@torch.inference_mode()
def test_pyramid_agrees(network, part):
    image, expected = part
    for i, (level, factor) in enumerate(zip(network.backbone(image), (4, 2, 1, 0.5), strict=True)):
        assert_close(resize(level, factor), expected[f"backbone_feat{i}"])


@torch.inference_mode()
def test_queries_agree(network, part):
    assert_close(network.backbone.reins.queries(), part[1]["queries"])


@torch.inference_mode()
def test_pixel_decoder_agrees(network, part):
    image, expected = part
    memories, pixels = network.decode_head.pixel_decoder(network.backbone(image))
    assert_close(pixels, expected["mask_features"])
    for i, memory in enumerate(memories):
        assert_close(memory, expected[f"memory{i}"])


@torch.inference_mode()
def test_predictions_agree(network, part):
    image, expected = part
    predictions = network.predict(image, every_layer=True)
    assert len(predictions) == network.config.decoder_layers + 1
    assert_close(predictions[0].class_logits, expected["cls_logits_first"])
    assert_close(predictions[-1].class_logits, expected["cls_logits_last"])
    assert_close(predictions[-1].mask_logits, expected["mask_logits_last"], MASK_TOLERANCE)
    assert_close(semantic_scores(predictions[-1], image.shape[2:]), expected["seg_scores"])


@torch.inference_mode()
def test_scores_agree(network, part):
    image, expected = part
    for _ in range(2):  # the second time with everything remembered
        scores = network(image)
        assert_close(scores, expected["seg_scores"])
        assert_same_labels(scores, expected["argmax"])


def test_scores_agree_while_gradients_are_recorded(network, part):
    image, expected = part
    assert_close(network(image), expected["seg_scores"])


@torch.inference_mode()
def test_sliding_window_agrees(network, settings, arrays):
    image = torch.from_numpy(arrays["preprocessed"])
    sizes, strides = settings["crop_size"], settings["stride"]
    height, width = image.shape[2:]
    total = torch.zeros(1, settings["num_classes"], height, width)
    count = torch.zeros(height, width)
    for row in axis_offsets(height, sizes[0], strides[0]):
        for col in axis_offsets(width, sizes[1], strides[1]):
            place = (..., slice(row, row + sizes[0]), slice(col, col + sizes[1]))
            total[place] += network(image[place])
            count[place] += 1
    scores = total / count
    assert_close(scores, arrays["slide_seg_scores"])
    assert_same_labels(scores[0], arrays["slide_argmax"].reshape(height, width))


@torch.inference_mode()
def test_the_plain_path_of_the_benchmark_is_the_official_one(config, weights, part):
    image, expected = part
    assert_close(plain_scores(weights, config, image), expected["seg_scores"])


@torch.inference_mode()
def test_another_reading_of_the_position_table_would_show(config, weights, part):
    # The tolerance is no comfort if mistakes hide below it.
    image, expected = part
    network = CrossEarth(config, len(expected["seg_scores"][0])).eval()
    network.load_state_dict(
        {**weights, "backbone.pos_embed": weights["backbone.pos_embed"] * (1 + 1e-3)}
    )
    assert np.abs(network(image).numpy() - expected["seg_scores"]).max() > TOLERANCE
