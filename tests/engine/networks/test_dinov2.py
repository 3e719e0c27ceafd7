# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.networks.dinov2 import DinoV2


def backbone(grid_size=4):
    torch.manual_seed(0)
    return DinoV2(width=48, depth=3, num_heads=3, grid_size=grid_size, feature_blocks=(0, 2)).eval()


@torch.inference_mode()
def test_maps_have_the_resolution_of_the_patches():
    maps = backbone()(torch.zeros(2, 3, 64, 96))
    assert [level.shape for level in maps] == [(2, 48, 4, 6)] * 2


@torch.inference_mode()
def test_stored_position_table_is_used_as_it_is():
    network = backbone()
    assert network._positions(4, 4) is network.pos_embed


@pytest.mark.parametrize(("height", "width"), [(4, 6), (6, 6), (3, 2), (2, 8), (37, 41)])
@torch.inference_mode()
def test_position_table_is_resized_by_factors_slightly_too_large(height, width):
    network = backbone()
    positions = network._positions(height, width)
    grid = network.pos_embed[0, 1:].T.reshape(1, 48, 4, 4)
    by_size = torch.nn.functional.interpolate(grid, (height, width), mode="bicubic")
    ours = positions[:, 1:].transpose(1, 2).reshape(1, 48, height, width)
    assert torch.equal(positions[:, :1], network.pos_embed[:, :1])
    assert not torch.allclose(ours, by_size)
    # Cell i is sampled at (i + 0.5) * s / (h + 0.1) - 0.5: in front of where by_size has it.
    column = torch.nn.functional.interpolate(
        torch.arange(4.0).reshape(1, 1, 4, 1), scale_factor=((height + 0.1) / 4, 1), mode="bicubic"
    )
    assert column.shape[2] == height


@torch.inference_mode()
def test_a_map_of_as_many_patches_in_another_shape_is_resized():
    network = backbone()
    assert network._positions(2, 8).shape == network.pos_embed.shape
    assert not torch.equal(network._positions(2, 8), network.pos_embed)


@torch.inference_mode()
def test_attention_is_that_of_torch():
    network = backbone()
    ours = network.blocks[0].attn
    theirs = torch.nn.MultiheadAttention(48, 3, batch_first=True).eval()
    theirs.in_proj_weight.copy_(ours.qkv.weight)
    theirs.in_proj_bias.copy_(ours.qkv.bias)
    theirs.out_proj.load_state_dict(ours.proj.state_dict())
    x = torch.randn(2, 10, 48)
    torch.testing.assert_close(ours(x), theirs(x, x, x)[0], atol=1e-5, rtol=0)


@torch.inference_mode()
def test_patches_are_read_row_by_row():
    network = backbone()
    image = torch.randn(1, 3, 32, 48)
    patches = network.patch_embed(image)
    fourth = network.patch_embed(image[:, :, 16:32, 0:16])
    torch.testing.assert_close(patches[:, 3:4], fourth, atol=1e-5, rtol=0)
