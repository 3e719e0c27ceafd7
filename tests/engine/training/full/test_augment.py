# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.training.full.augment import (
    fade_class,
    photometric_distortion,
    random_color,
    random_orientation,
    random_patch,
    random_radiometry,
)


@pytest.fixture
def rng():
    return torch.Generator().manual_seed(7)


def labelled_ramp(height, width):
    """An image whose first channel repeats its labels, which differ everywhere."""
    labels = torch.arange(height * width).reshape(height, width)
    return labels.to(torch.uint8)[None].expand(3, -1, -1), labels


@pytest.mark.parametrize("anchor", [(0, 0), (39, 59), (20, 0), (17, 31)])
def test_patch_at_scale_one_holds_its_anchor(rng, anchor):
    image, labels = labelled_ramp(40, 60)
    for _ in range(20):
        pixels, classes = random_patch(image, labels, anchor, 16, (1.0, 1.0), rng)
        assert classes.shape == (16, 16)
        assert labels[anchor] in classes
        assert torch.equal(pixels[0], (classes % 256).float())


def test_patch_never_leaves_a_small_image(rng):
    image, labels = labelled_ramp(20, 30)
    pixels, classes = random_patch(image, labels, (3, 29), 64, (0.4, 2.0), rng)
    assert pixels.shape == (3, 64, 64)
    assert classes.shape == (64, 64)
    assert set(classes.unique().tolist()) <= set(range(600))


def test_image_and_labels_are_turned_alike(rng):
    image, labels = labelled_ramp(8, 8)
    seen = set()
    for _ in range(60):
        pixels, classes = random_orientation(image, labels, rng)
        assert torch.equal(pixels[0].long(), classes)
        seen.add(tuple(classes.flatten().tolist()))
    assert len(seen) == 8


def test_colors_stay_in_range_and_green_stays_greenest(rng):
    green = torch.tensor([60.0, 140.0, 50.0]).reshape(3, 1, 1).expand(3, 8, 8)
    for _ in range(50):
        pixels = random_color(green, rng)
        assert 0 <= pixels.min() <= pixels.max() <= 255
        assert pixels.mean((1, 2)).argmax() == 1


def test_same_seed_gives_the_same_patch():
    image, labels = labelled_ramp(40, 60)

    def draw():
        rng = torch.Generator().manual_seed(3)
        pixels, _ = random_patch(image, labels, (10, 10), 16, (0.5, 2.0), rng)
        return random_color(pixels, rng)

    assert torch.equal(draw(), draw())


def test_faded_class_takes_the_color_around_it_and_keeps_its_texture(rng):
    labels = torch.zeros(64, 64, dtype=torch.int64)
    labels[:, 28:36] = 2
    texture = 5 * torch.randn(3, 64, 64, generator=rng)
    image = torch.where(labels == 2, 60.0, 180.0) + texture
    faded = fade_class(image, labels, 2, 1.0)
    inside = (labels == 2).expand(3, -1, -1)
    assert torch.equal(faded[~inside], image[~inside])
    middle = (slice(None), slice(None), slice(29, 35))
    assert abs(faded[middle].mean() - 180) < 4
    assert abs(faded[middle].std() - texture[middle].std()) < 2


def test_faded_colors_stay_in_range(rng):
    labels = torch.randint(0, 2, (32, 32), generator=rng)
    image = torch.where(torch.rand(3, 32, 32, generator=rng) < 0.5, 0.0, 255.0)
    faded = fade_class(image, labels, 1, 1.0)
    assert 0 <= faded.min() <= faded.max() <= 255


def test_fading_what_is_not_there_or_everywhere_changes_nothing(rng):
    image = 255 * torch.rand(3, 32, 32, generator=rng)
    labels = torch.ones(32, 32, dtype=torch.int64)
    assert torch.equal(fade_class(image, labels, 0, 1.0), image)
    assert torch.equal(fade_class(image, labels, 1, 1.0), image)
    assert torch.equal(fade_class(image, labels, 1, 0.0), image)


def test_any_number_of_bands_can_be_varied(rng):
    image = 255 * torch.rand(6, 16, 16, generator=rng)
    varied = random_radiometry(image, rng)
    assert varied.shape == image.shape
    assert 0 <= varied.min() <= varied.max() <= 255
    assert not torch.equal(varied, image)


def test_photometric_distortion_stays_in_its_ranges(rng):
    grey = torch.full((3, 8, 8), 100.0)
    seen = torch.stack([photometric_distortion(grey, rng).mean() for _ in range(400)])
    assert 33.9 <= seen.min() < 60  # (100 - 32) * 0.5
    assert 150 < seen.max() <= 198.1  # (100 + 32) * 1.5
    assert (seen - 100).abs().lt(0.01).float().mean() == pytest.approx(0.25, abs=0.07)
    red = torch.zeros(3, 8, 8)
    red[0] = 120.0
    changed = torch.stack([photometric_distortion(red, rng)[:, 0, 0] for _ in range(200)])
    assert (changed[:, 0] > changed[:, 1:].amax(1)).float().mean() > 0.95
    assert changed.min() >= 0
