# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.training.full.earth_style import (
    StyleBank,
    StyleRecipe,
    block_mask,
    color_moments,
    inject_style,
    mix_spectrum,
    transport_colors,
)

ALL_BLOCKS = StyleRecipe(probability=1.0, restyled_share=1.0, spectrum_share=0.0)


@pytest.fixture
def rng():
    return torch.Generator().manual_seed(5)


@pytest.fixture
def image(rng):
    """Four bands that depend on each other, far from black and white."""
    mixing = torch.tensor(
        [[9.0, 0, 0, 0], [5.0, 4.0, 0, 0], [-3.0, 2.0, 6.0, 0], [1.0, 1.0, 1.0, 8.0]]
    )
    return 120 + torch.einsum("ij,jhw->ihw", mixing, torch.randn(4, 48, 64, generator=rng))


def test_colors_arrive_at_the_given_moments(image):
    mean = torch.tensor([90.0, 110.0, 130.0, 100.0])
    covariance = torch.diag(torch.tensor([100.0, 25.0, 64.0, 144.0]))
    moved_mean, moved_covariance = color_moments(transport_colors(image, mean, covariance, 1.0))
    assert torch.allclose(moved_mean, mean, atol=0.1)
    assert torch.allclose(moved_covariance, covariance, atol=8)


def test_own_style_changes_nothing(image):
    assert torch.allclose(transport_colors(image, *color_moments(image), 1.0), image, atol=0.05)


def test_strength_leads_straight_to_the_style(image):
    style = torch.full((4,), 100.0), 60 * torch.eye(4)
    half, whole = (transport_colors(image, *style, strength) for strength in (0.5, 1.0))
    assert torch.allclose(half, (image + whole) / 2, atol=0.01)
    assert torch.equal(transport_colors(image, *style, 0.0), image)


def test_flat_image_takes_the_mean_without_noise():
    flat = torch.full((3, 16, 16), 40.0)
    moved = transport_colors(flat, torch.full((3,), 90.0), 400 * torch.eye(3), 1.0)
    assert torch.allclose(moved, torch.full((3, 16, 16), 90.0), atol=0.01)


def test_spectrum_changes_light_and_keeps_detail_and_color(image, rng):
    ramp = torch.linspace(0, 200, 64).expand(4, 48, 64)
    mixed = mix_spectrum(image, ramp, 1.0)
    change = mixed - image
    assert change.abs().max() > 5
    assert torch.allclose(change[0], change[3], atol=0.01)
    assert change.diff(dim=-1).abs().max() < change.abs().max() / 3
    assert torch.allclose(mix_spectrum(image, ramp, 0.0), image, atol=0.01)


def test_blocks_are_square_and_as_many_as_asked(rng):
    mask = block_mask(256, 320, 32, 0.7, rng)
    assert mask.shape == (256, 320)
    assert mask.dtype == torch.bool
    edges = mask.diff(dim=1).any(0).nonzero().flatten() % 32
    assert len(edges.unique()) == 1
    shares = [block_mask(256, 256, 16, 0.7, rng).float().mean() for _ in range(8)]
    assert abs(sum(shares) / 8 - 0.7) < 0.05


def test_only_the_chosen_blocks_are_restyled(image, rng):
    bank = StyleBank.measure([torch.full((4, 8, 8), 30.0), torch.full((4, 8, 8), 60.0)])
    recipe = StyleRecipe(probability=1.0, block_size=16, restyled_share=0.5, spectrum_share=0.0)
    restyled = inject_style(image[None], bank, rng, recipe)[0]
    is_same = (restyled == image).all(0)
    assert 0.1 < is_same.float().mean() < 0.9
    untouched = inject_style(image[None], bank, rng, StyleRecipe(probability=0.0))
    assert torch.equal(untouched[0], image)


def test_styles_are_as_often_and_as_strong_as_in_the_history_of_the_official_code(image, rng):
    bank = StyleBank.measure([torch.full((4, 8, 8), 240.0)])
    patches = image.expand(400, -1, -1, -1)
    restyled = inject_style(patches, bank, rng)
    is_restyled = (restyled != patches).flatten(1).any(1)
    assert is_restyled.float().mean() == pytest.approx(0.1, abs=0.05)
    tenth = transport_colors(image, *bank.draw(rng), 0.1)
    for one in restyled[is_restyled]:
        is_moved = (one != image).any(0)
        assert torch.equal(one[:, is_moved], tenth[:, is_moved])


def test_restyled_batch_stays_in_range_and_repeats_with_its_seed(image):
    images = torch.stack([image, 255 - image, image.flip(-1)])
    bank = StyleBank.measure([torch.randn(4, 20, 20) * 90 + level for level in (0, 255)])

    def draw():
        recipe = StyleRecipe(1.0, block_size=8, spectrum_share=0.3, strength_range=(0.0, 1.0))
        return inject_style(images, bank, torch.Generator().manual_seed(1), recipe)

    assert torch.equal(draw(), draw())
    assert 0 <= draw().min() <= draw().max() <= 255
    assert torch.isfinite(draw()).all()


def test_bank_survives_its_file(tmp_path, image, rng):
    bank = StyleBank.measure([image, image / 2]) + StyleBank.measure([image / 3])
    bank.write(tmp_path / "styles.json")
    read = StyleBank.read(tmp_path / "styles.json")
    assert len(read) == 3
    assert torch.equal(read.covariances, bank.covariances)
    restyled = inject_style(image[None], read, rng, ALL_BLOCKS)
    assert restyled.shape == (1, 4, 48, 64)
