# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.training.full import sensor
from crossearth_engine.training.full.sensor import random_sensor, tint_class


@pytest.fixture
def rng():
    return torch.Generator().manual_seed(7)


@pytest.fixture
def image(rng):
    return 60 + 120 * torch.rand(3, 50, 70, generator=rng)  # no multiple of the cells of JPEG


def test_another_sensor_keeps_shape_and_range_and_repeats_with_its_seed(image):
    runs = []
    for _ in range(2):
        rng = torch.Generator().manual_seed(1)
        runs.append(torch.stack([random_sensor(image, rng) for _ in range(40)]))
    assert torch.equal(*runs)
    assert runs[0].shape == (40, *image.shape)
    assert runs[0].min() >= 0
    assert runs[0].max() <= 255
    is_same = torch.tensor([torch.allclose(x, image) for x in runs[0]])
    assert 0 < is_same.sum() < 20


def test_nothing_moves(rng):
    # A black square stays where it is, whatever the sensor: labels stay valid.
    image = torch.full((3, 64, 64), 200.0)
    image[:, 24:40, 24:40] = 20
    darker = torch.zeros(64, 64)
    for _ in range(60):
        darker += random_sensor(image, rng).mean(0)
    inside = torch.zeros(64, 64, dtype=torch.bool)
    inside[24:40, 24:40] = True
    assert darker[inside].max() < darker[~inside].min()


def test_flat_patch_stays_flat_through_filters_and_files():
    flat = torch.full((3, 20, 20), 0.5)
    for changed in (
        sensor._coarser(flat, 3.0),
        sensor._blurred(flat, 1.5),
        sensor._smeared(flat, 6, along_rows=True),
        sensor._compressed(flat, 0.001),
    ):
        assert torch.allclose(changed, flat, atol=2e-3)


def test_compression_removes_what_is_fine_before_what_is_coarse(rng):
    coarse = torch.linspace(0, 1, 64).expand(3, 64, 64)
    fine = 0.05 * torch.randn(3, 64, 64, generator=rng)
    left = sensor._compressed((coarse + fine).clamp(0, 1), 0.3)
    assert (left - coarse).std() < fine.std()


def test_clouds_cover_their_share(rng):
    clouded = sensor._clouded(torch.zeros(3, 128, 128), 0.3, rng)
    assert (clouded[0] > 0).float().mean() == pytest.approx(0.3, abs=0.01)


def test_tint_changes_its_class_only_and_differs_from_place_to_place(image, rng):
    labels = torch.zeros(50, 70, dtype=torch.int64)
    labels[:, 20:50] = 2
    tinted = tint_class(image, labels, 2, rng)
    assert torch.equal(tinted[:, labels == 0], image[:, labels == 0])
    ratio = (tinted / image)[:, labels == 2]
    assert ratio.std(1).min() > 0.01
