# ruff: noqa: E402 - what may be absent is asked for first
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.networks.rvsa import Rvsa, _distance_terms

DATA = Path(__file__).resolve().parents[2] / "data"


@pytest.fixture
def network():
    torch.manual_seed(0)
    network = Rvsa(image_size=160, width=48, depth=6, num_heads=3, feature_blocks=(1, 2, 3, 5))
    return network.eval()


def test_tensors_are_those_of_the_published_backbone():
    lines = (DATA / "rvsa_l_1024_tensors.txt").read_text(encoding="utf-8").splitlines()
    expected = {name: tuple(map(int, sizes)) for name, *sizes in map(str.split, lines)}
    with torch.device("meta"):
        tensors = Rvsa().state_dict()
    assert {name: tuple(tensor.shape) for name, tensor in tensors.items()} == expected


@torch.inference_mode()
def test_maps_have_strides_4_to_32(network):
    maps = network(torch.zeros(2, 3, 160, 160))
    assert [level.shape[1:] for level in maps] == [(48, s, s) for s in (40, 20, 10, 5)]


def test_other_sizes_are_refused(network):
    with pytest.raises(ValueError, match="160"):
        network(torch.zeros(1, 3, 176, 160))


@torch.inference_mode()
def test_window_attention_without_choices_is_that_of_plain_windows(network):
    attention = network.blocks[0].attn
    for choice in (
        attention.sampling_offsets,
        attention.sampling_scales,
        attention.sampling_angles,
    ):
        choice[2].weight.zero_()
        choice[2].bias.zero_()
    attention.relative_position_bias_table.normal_()
    attention.rel_pos_h.normal_()
    x = torch.randn(1, 14 * 14, 48)
    # The window in the second row and second column, by itself.
    window = x.view(14, 14, 48)[7:, 7:].reshape(1, 49, 48)
    whole = attention(x, 14).view(14, 14, 48)[7:, 7:].reshape(1, 49, 48)
    torch.testing.assert_close(whole, attention(window, 7), atol=1e-4, rtol=0)


@torch.inference_mode()
def test_windows_are_padded_by_half_on_top_and_left(network):
    # 10 becomes 14: with 2 rows in front, cells 0 to 4 share a window, 5 to 9 the next.
    attention = network.blocks[0].attn
    for choice in (
        attention.sampling_offsets,
        attention.sampling_scales,
        attention.sampling_angles,
    ):
        choice[2].weight.zero_()
        choice[2].bias.zero_()
    x = torch.randn(1, 100, 48)
    changed = x.clone().view(10, 10, 48)
    changed[7, 7] += 1
    difference = (attention(changed.view(1, 100, 48), 10) - attention(x, 10)).abs().sum(-1)
    touched = difference.view(10, 10) > 1e-6
    assert touched[5:, 5:].all()
    assert touched.sum() == 25


@torch.inference_mode()
def test_an_offset_moves_what_a_window_sees(network):
    attention = network.blocks[0].attn
    for choice in (
        attention.sampling_offsets,
        attention.sampling_scales,
        attention.sampling_angles,
    ):
        choice[2].weight.zero_()
        choice[2].bias.zero_()
    # 14 cells reach from -1 to 1: a window further is 14/13; the offset is divided by 14 // 7.
    attention.sampling_offsets[2].bias.view(-1, 2)[:, 0] = 14 / 13 * 2
    x = torch.randn(1, 14 * 14, 48)
    changed = x.clone().view(14, 14, 48)
    changed[0, 13] += 1  # in the window at the upper right
    difference = (attention(changed.view(1, -1, 48), 14) - attention(x, 14)).abs().sum(-1)
    touched = difference.view(14, 14) > 1e-5
    assert touched[:7, :7].all()
    assert not touched[7:].any()


@torch.inference_mode()
def test_distance_terms_are_dot_products_with_the_tables():
    torch.manual_seed(0)
    q, rows, columns = torch.randn(1, 2, 9, 4), torch.randn(5, 4), torch.randn(5, 4)
    terms = _distance_terms(q, rows, columns, 3)
    # From cell (2, 1) to cell (0, 2): two rows up, one column to the right.
    expected = q[0, 1, 7] @ rows[2 - 0 + 2] + q[0, 1, 7] @ columns[1 - 2 + 2]
    torch.testing.assert_close(terms[0, 1, 7, 2], expected)
