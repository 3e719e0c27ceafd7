# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.networks.rein import Reins

SHAPE = (2, 3)


@pytest.fixture
def reins():
    torch.manual_seed(0)
    reins = Reins(width=32, depth=3, patch_size=16, num_tokens=5, rank=4, query_width=8).eval()
    reins.learnable_tokens_a.data.normal_()
    reins.learnable_tokens_b.data.normal_()
    reins.scale.data.fill_(0.5)
    return reins


@torch.inference_mode()
def test_class_token_passes_unchanged(reins):
    x = torch.randn(2, 7, 32)
    edited = reins(x, 0, SHAPE)
    assert torch.equal(edited[:, 0], x[:, 0])
    assert (edited[:, 1:] != x[:, 1:]).all()


@torch.inference_mode()
def test_edit_is_the_one_of_the_paper(reins):
    x = torch.randn(2, 7, 32)
    tokens = reins.learnable_tokens_a[1] @ reins.learnable_tokens_b[1]
    attention = torch.softmax(x @ tokens.T / 32**0.5, dim=-1)[..., 1:]
    delta = reins.mlp_delta_f(attention @ reins.mlp_token2feat(tokens[1:]) + x)
    expected = (x + reins.scale * delta)[:, 1:]
    torch.testing.assert_close(reins(x, 1, SHAPE)[:, 1:], expected, atol=1e-5, rtol=0)


@torch.inference_mode()
def test_queries_mix_maximum_mean_and_last_layer_channel_by_channel(reins):
    reins.merge.weight.zero_()
    reins.merge.bias.zero_()
    # Channel 0 takes the mean of channel 2, channel 1 the last layer of channel 0.
    reins.merge.weight[0, 3 * 2 + 1] = 1
    reins.merge.weight[1, 2] = 1
    features = reins.transform(reins.learnable_tokens_a @ reins.learnable_tokens_b)
    queries = reins.queries()
    assert queries.shape == (5, 8)
    torch.testing.assert_close(queries[:, 0], features.mean(0)[:, 2])
    torch.testing.assert_close(queries[:, 1], features[-1, :, 0])


def test_nothing_is_remembered_while_gradients_are_recorded(reins):
    with torch.inference_mode():
        reins.queries()
    assert not reins.queries().is_inference()
    reins.queries().sum().backward()
    assert reins.learnable_tokens_a.grad is not None
