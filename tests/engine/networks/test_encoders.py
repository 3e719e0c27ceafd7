# ruff: noqa: E402 - what may be absent is asked for first
"""Encoders of other sensors by themselves; `test_encoder_parity` compares them with others."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.models.encoders import load_encoder
from crossearth_engine.networks.dinov2 import DinoV2
from crossearth_engine.networks.dofa import Dofa
from crossearth_engine.networks.prithvi import Prithvi
from crossearth_engine.networks.terramind import TerraMind

DATA = Path(__file__).resolve().parents[2] / "data"
LAST = (11,)
MODALITIES = {
    "untok_sen2l2a@224": 12,
    "untok_sen2l1c@224": 13,
    "untok_sen1grd@224": 2,
    "untok_sen1rtc@224": 2,
    "untok_dem@224": 1,
    "untok_sen2rgb@224": 3,
}
PUBLISHED = {
    "softcon_s": lambda: DinoV2(384, 12, 6, 16, LAST, 13, patch_size=14),
    "terramind_tiny": lambda: TerraMind(MODALITIES, 192, 12, 3, 14, LAST),
    "prithvi_300m_tl": lambda: Prithvi(
        1024, 24, 16, 14, LAST, num_frames=4, knows_time_and_place=True
    ),
    "dofa_base": lambda: Dofa(768, 12, 12, 14, LAST),
}


def tensors_in(file):
    """Tensors of the names and shapes that a file lists, without memory."""
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    sizes = {name: tuple(map(int, shape)) for name, *shape in map(str.split, lines)}
    return {name: torch.zeros(()).expand(shape) for name, shape in sizes.items()}


@pytest.mark.parametrize("name", PUBLISHED)
def test_tensors_are_those_of_the_published_encoder(name):
    expected = {name: tensor.shape for name, tensor in tensors_in(f"{name}_tensors.txt").items()}
    with torch.device("meta"):
        tensors = PUBLISHED[name]().state_dict()
    assert {name: tensor.shape for name, tensor in tensors.items()} == expected


@pytest.mark.parametrize(
    ("name", "only_here", "only_there"),
    [
        ("softcon_s", {"mask_token"}, set()),
        ("dofa_base", set(), {"fc_norm.weight", "fc_norm.bias", "head.weight", "head.bias"}),
    ],
)
def test_tensors_fit_networks_of_torchgeo_but_for_what_makes_no_maps(name, only_here, only_there):
    here, there = tensors_in(f"{name}_tensors.txt"), tensors_in(f"torchgeo_{name}_tensors.txt")
    assert here.keys() - there.keys() == only_here
    assert there.keys() - here.keys() == only_there
    assert all(there[name].shape == here[name].shape for name in here.keys() & there.keys())


@pytest.mark.parametrize("prefix", ["", "model.", "backbone.", "model.backbone.model."])
@pytest.mark.parametrize(
    ("file", "name", "unused"),
    [
        ("torchgeo_softcon_s_tensors.txt", "softcon", 0),
        ("torchgeo_dofa_base_tensors.txt", "dofa", 4),
        # TorchGeo 0.11 has the names of the authors, without those of their autoencoder.
        ("prithvi_300m_tl_tensors.txt", "prithvi-eo-2.0", 0),
    ],
)
def test_tensors_of_torchgeo_and_its_trainers_are_read(file, name, unused, prefix):
    tensors = {prefix + name: tensor for name, tensor in tensors_in(file).items()}
    encoder = load_encoder(tensors, Path("torchgeo.ckpt"))
    assert (encoder.model.architecture, len(encoder.unused)) == (name, unused)


def test_heads_of_dofa_huge_are_wider_than_those_of_others():
    tensors = Dofa(1280, 4, 16, 2, LAST[:0], patch_size=2).state_dict()
    network = load_encoder(tensors, Path("a.pth")).network
    assert network.blocks[0].attn.num_heads == 16


def lively(network):
    """Weights that make every part of a network matter."""
    generator = torch.Generator().manual_seed(0)
    with torch.no_grad():
        for tensor in network.parameters():
            noise = torch.randn(tensor.shape, generator=generator)
            tensor.copy_(0.5 * noise if tensor.ndim < 2 else noise / tensor[0].numel() ** 0.5)
    return network.eval()


def small_terramind(**options):
    bands = {"untok_sen2l2a@224": 12, "untok_sen1grd@224": 2}
    return lively(TerraMind(bands, 32, 2, 2, 4, (0, 1), **options))


@torch.inference_mode()
def test_position_table_of_terramind_counts_rows_then_columns():
    embedding = small_terramind().encoder_embeddings["untok_sen1grd@224"]
    table = embedding.pos_emb[0].view(4, 4, 32)
    # Sines and cosines of the row, then those of the column; the first frequency is 1.
    assert torch.allclose(table[3, 1, 0], torch.tensor(3.0).sin())
    assert torch.allclose(table[3, 1, 8], torch.tensor(3.0).cos())
    assert torch.allclose(table[3, 1, 16], torch.tensor(1.0).sin())


@torch.inference_mode()
def test_bands_of_a_pixel_lie_beside_each_other_in_terraminds_patches():
    embedding = small_terramind().encoder_embeddings["untok_sen1grd@224"]
    image = torch.zeros(1, 2, 32, 48)
    image[0, 1, 16 + 3, 32 + 5] = 1  # of the patch in the second row and third column
    marks = embedding.marks(2, 3)
    tokens = embedding(image) - marks
    assert torch.allclose(tokens[0, 5], embedding.proj.weight[:, (3 * 16 + 5) * 2 + 1], atol=1e-6)
    assert not tokens[0, :5].abs().max() > 1e-6


@torch.inference_mode()
def test_modalities_are_merged_by_place():
    image = torch.randn(1, 14, 64, 64, generator=torch.Generator().manual_seed(1))
    mean, most = small_terramind()(image), small_terramind(merge="max")(image)
    assert [item.shape for item in mean] == [(1, 32, 4, 4)] * 2
    assert (most[0] >= mean[0] - 1e-6).all()
    assert (most[0] > mean[0] + 1e-3).any()


def small_prithvi(**options):
    return lively(Prithvi(32, 2, 2, 4, (0, 1), **options))


@torch.no_grad()
@pytest.mark.parametrize(
    ("make", "bands", "size"),
    [
        (lambda: lively(DinoV2(32, 2, 2, 4, (0, 1), 13, patch_size=14, is_normed=True)), 13, 56),
        (lambda: small_terramind(), 14, 64),
        (lambda: lively(Prithvi(32, 2, 2, 4, (0, 1))), 6, 64),
    ],
)
def test_networks_are_traced_at_the_first_try(make, bands, size):
    """Else PyTorch tries in another way, which takes twice the memory of the weights."""
    network, image = make().eval(), torch.zeros(2, bands, size, size)
    network(image)  # what it remembers of its first run becomes a constant
    batch = ({0: torch.export.Dim("batch")},)
    torch.export.export(network, (image,), dynamic_shapes=batch, strict=False)


@torch.inference_mode()
def test_prithvi_sees_one_image_as_a_series_of_one():
    image = torch.randn(1, 6, 64, 64, generator=torch.Generator().manual_seed(1))
    network = small_prithvi()
    for one, series in zip(network(image), network(image[:, :, None]), strict=True):
        assert torch.equal(one, series)


@torch.inference_mode()
def test_prithvi_without_time_and_place_is_the_plain_one():
    image = torch.randn(1, 6, 64, 64, generator=torch.Generator().manual_seed(1))
    network, plain = small_prithvi(knows_time_and_place=True), small_prithvi()
    plain.load_state_dict(network.state_dict(), strict=False)
    told = network(image, torch.tensor([[[2019.0, 120.0]]]), torch.tensor([[47.0, 11.0]]))
    assert torch.equal(network(image)[1], plain(image)[1])
    assert not torch.allclose(told[1], plain(image)[1], atol=1e-2)


@torch.inference_mode()
def test_prithvi_refuses_what_it_was_not_made_for():
    image = torch.zeros(1, 6, 64, 64)
    with pytest.raises(ValueError, match="does not know time and place"):
        small_prithvi()(image, place=torch.zeros(1, 2))
    with pytest.raises(ValueError, match="3 frames instead of 1"):
        small_prithvi()(image[:, :, None].expand(-1, -1, 3, -1, -1))


def small_dofa():
    return lively(Dofa(32, 2, 2, 4, (0, 1)))


@torch.inference_mode()
def test_dofa_knows_bands_by_wavelength_and_not_by_order():
    image = torch.randn(1, 4, 64, 64, generator=torch.Generator().manual_seed(1))
    waves = torch.tensor([0.49, 0.56, 0.665, 2.2])
    order = [2, 0, 3, 1]
    network = small_dofa()
    maps = network(image, waves)[1]
    assert torch.allclose(maps, network(image[:, order], waves[order])[1], atol=1e-4)
    assert not torch.allclose(maps, network(image[:, order], waves)[1], atol=1e-2)


@torch.inference_mode()
def test_last_row_of_pixels_is_never_seen_by_dofa():
    image = torch.randn(1, 2, 64, 64, generator=torch.Generator().manual_seed(1))
    changed = image.clone()
    changed[..., -1] = 5
    network, waves = small_dofa(), torch.tensor([5.405, 5.405])
    assert torch.equal(network(image, waves)[1], network(changed, waves)[1])
