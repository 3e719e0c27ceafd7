# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from torch.nn import functional

from crossearth_engine.networks.efficientnet_fpn import EfficientNetFPN
from crossearth_engine.training.full.masked_modelling import MaskedImageBranch
from crossearth_engine.training.full.trainee import Trainee


@pytest.fixture
def rng():
    return torch.Generator().manual_seed(2)


@pytest.fixture
def images(rng):
    return torch.randn(2, 3, 64, 96, generator=rng)


def test_cover_hides_whole_blocks_and_nothing_else(images, rng):
    branch = MaskedImageBranch([8], 3, width=4, share=0.5, block_size=16)
    branch.cover_value.data.fill_(7.0)
    is_covered = branch.draw_cover(images, rng)
    assert is_covered.shape == (2, 1, 64, 96)
    assert 0.2 < is_covered.float().mean() < 0.8
    covered = branch.cover(images, is_covered)
    assert torch.equal(
        covered[(~is_covered).expand_as(images)], images[(~is_covered).expand_as(images)]
    )
    assert (covered[is_covered.expand_as(images)] == 7).all()


def test_visible_pixels_do_not_count(images, rng):
    torch.manual_seed(0)
    branch = MaskedImageBranch([8, 4], 3, width=4, share=0.5, block_size=16)
    maps = [torch.randn(2, 8, 16, 24, generator=rng), torch.randn(2, 4, 4, 6, generator=rng)]
    is_covered = torch.zeros(2, 1, 64, 96, dtype=torch.bool)
    is_covered[:, :, :32] = True
    changed = torch.where(is_covered, images, images + 5)
    loss = branch.loss(maps, images, is_covered)
    assert loss > 0
    assert torch.equal(branch.loss(maps, changed, is_covered), loss)
    assert branch.loss(maps, images, torch.zeros_like(is_covered)) == 0


def test_branch_learns_to_rebuild_what_the_maps_hold(images, rng):
    torch.manual_seed(0)
    branch = MaskedImageBranch([3], 3, width=16, share=0.5, block_size=16)
    maps = [functional.adaptive_avg_pool2d(images, (16, 24))]
    optimizer = torch.optim.Adam(branch.parameters(), lr=1e-2)
    is_covered = branch.draw_cover(images, rng)
    losses = []
    for _ in range(40):
        loss = branch.loss(maps, images, is_covered)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.5 * losses[0]


def test_cover_value_learns_through_the_network(images, rng):
    branch = MaskedImageBranch([3], 3, width=4, share=0.5, block_size=16)
    is_covered = branch.draw_cover(images, rng)
    branch.cover(images, is_covered).square().sum().backward()
    assert branch.cover_value.grad is not None


def test_what_is_behind_the_cover_is_asked_of_the_branch_only(images, rng):
    torch.manual_seed(0)
    trainee = Trainee(EfficientNetFPN(3), masked_share=1.0)
    labels = torch.randint(3, (2, 64, 96))
    losses = trainee(images, labels, rng, images)
    assert losses["segmentation"] == 0
    # All is covered: no other image shows, but what it was before it was restyled is rebuilt.
    assert trainee(images + 1, labels, rng, images)["masked"] == losses["masked"]
    assert trainee(images, labels, rng, images + 1)["masked"] != losses["masked"]
