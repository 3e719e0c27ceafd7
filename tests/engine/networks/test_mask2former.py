# ruff: noqa: E402 - what may be absent is asked for first
import math

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.networks.mask2former import (
    Grid,
    Mask2FormerHead,
    Prediction,
    _sample_by_bags,
    _sample_by_grid,
    semantic_scores,
    sine_code,
)

SHAPES = [(2, 3), (4, 6), (8, 12)]
NUM_CELLS = 6 + 24 + 96


def samples(reach, batch=2):
    """Values, places up to ``reach`` cells away, weights, and the grid."""
    torch.manual_seed(0)
    grid = Grid.over(SHAPES, torch.zeros(NUM_CELLS, 8))
    values = torch.randn(batch, NUM_CELLS, 2, 4)
    offsets = torch.randn(batch, NUM_CELLS, 2, 3, 4, 2) * reach
    weights = torch.rand(batch, NUM_CELLS, 2, 3, 4)
    return values, grid.centers + offsets, weights, grid


@pytest.mark.parametrize("reach", [0.0, 0.5, 3.0, 100.0, 1e9])
def test_both_ways_of_sampling_agree(reach):
    arguments = samples(reach)
    torch.testing.assert_close(
        _sample_by_bags(*arguments), _sample_by_grid(*arguments), atol=1e-4, rtol=0
    )


def test_both_ways_of_sampling_have_the_same_gradients():
    gradients = []
    for sample in (_sample_by_bags, _sample_by_grid):
        values, places, weights, grid = samples(1.0)
        inputs = [tensor.requires_grad_() for tensor in (values, places, weights)]
        sample(*inputs, grid).square().sum().backward()
        gradients.append([tensor.grad for tensor in inputs])
    for ours, theirs in zip(*gradients, strict=True):
        torch.testing.assert_close(ours, theirs, atol=1e-3, rtol=1e-3)


def test_a_cell_sampled_at_its_own_centre_is_itself():
    values, places, weights, grid = samples(0.0, batch=1)
    weights.zero_()
    weights[..., 2, 0] = 1  # the finest level only
    sums = _sample_by_bags(values, places, weights, grid)
    torch.testing.assert_close(sums[:, 30:], values[:, 30:].flatten(2), atol=1e-5, rtol=0)


def test_position_code_has_y_first_and_interleaves_sine_and_cosine():
    code = sine_code((2, 4), 8, torch.device("cpu"))
    y, x = 2 * math.pi * 2 / (2 + 1e-6), 2 * math.pi * 3 / (4 + 1e-6)  # second row, third column
    expected = [f(v / p) for v in (y, x) for p in (1, 100) for f in (math.sin, math.cos)]
    torch.testing.assert_close(code[4 + 2], torch.tensor(expected), atol=1e-5, rtol=0)


def test_scores_sum_over_queries_class_times_mask():
    torch.manual_seed(0)
    prediction = Prediction(torch.randn(2, 23, 4), torch.randn(2, 23, 5, 6))
    masks = torch.nn.functional.interpolate(prediction.mask_logits, (20, 24), mode="bilinear")
    classes = prediction.class_logits.softmax(-1)[..., :-1]
    expected = torch.einsum("bqk,bqhw->bkhw", classes, masks.sigmoid())
    scores = semantic_scores(prediction, (20, 24))
    torch.testing.assert_close(scores, expected, atol=1e-5, rtol=0)


@torch.inference_mode()
def test_a_query_whose_mask_is_empty_sees_everything():
    torch.manual_seed(0)
    head = Mask2FormerHead(3, 32, 32, 4, 1, 16, 3, 16).eval()
    maps, queries = [torch.randn(1, 32, 4, 4) for _ in range(4)], torch.randn(6, 32)
    seen = []
    for layer in head.transformer_decoder.layers:
        layer.register_forward_pre_hook(lambda _, arguments: seen.append(arguments[-1]))
    # Masks are negative everywhere: the embedding of the pixels is that of a constant.
    head.pixel_decoder.mask_feature.weight.zero_()
    head.pixel_decoder.mask_feature.bias.fill_(1)
    head.mask_embed[4].weight.zero_()
    head.mask_embed[4].bias.fill_(-1)
    head(maps, queries)
    assert all(mask.all() for mask in seen)
    head.mask_embed[4].bias.fill_(1)
    head.pixel_decoder.mask_feature.weight.normal_()
    seen.clear()
    head(maps, queries)
    assert not all(mask.all() for mask in seen)
    assert all(mask.any(-1).all() for mask in seen)
    assert [mask.shape[-1] for mask in seen] == [4, 16, 64]
