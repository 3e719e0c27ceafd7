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


def test_all_of_a_patch_is_rebuilt(images, rng):
    torch.manual_seed(0)
    branch = MaskedImageBranch([8, 4], 3, width=4, share=0.5, block_size=16)
    maps = [torch.randn(2, 8, 16, 24, generator=rng), torch.randn(2, 4, 4, 6, generator=rng)]
    plain = torch.zeros(2, dtype=torch.bool)
    rebuilt = branch.rebuilt(maps, images.shape)
    assert rebuilt.shape == (2, 3, 16, 24)
    expected = (rebuilt - functional.adaptive_avg_pool2d(images, (16, 24))).abs().mean()
    error, disagreement = branch.losses(maps, maps, images, plain)
    assert error.item() == pytest.approx(expected.item())
    assert disagreement == 0


def test_restyled_patches_are_rebuilt_twice_and_are_to_agree(images, rng):
    torch.manual_seed(0)
    branch = MaskedImageBranch([8], 3, width=4)
    covered, restyled = (
        [torch.randn(2, 8, 16, 24, generator=rng).requires_grad_()] for _ in range(2)
    )
    plain, once = torch.zeros(2, dtype=torch.bool), torch.tensor([False, True])
    error, disagreement = branch.losses(covered, restyled, images, once)
    target = functional.adaptive_avg_pool2d(images, (16, 24))
    rebuilt = [branch.rebuilt(maps, images.shape) for maps in (covered, restyled)]
    # A half each, for one of two is restyled.
    second = 0.5 * (rebuilt[1][1] - target[1]).abs().mean()
    assert (error - branch.losses(covered, restyled, images, plain)[0]).item() == pytest.approx(
        second.item()
    )
    assert disagreement.item() == pytest.approx(
        0.5 * (rebuilt[0][1] - rebuilt[1][1]).abs().mean().item()
    )
    disagreement.backward()
    for maps in (covered, restyled):
        assert maps[0].grad[0].abs().sum() == 0
        assert maps[0].grad[1].abs().sum() > 0
    assert branch.losses(covered, covered, images, once)[1] < 1e-6


def test_branch_learns_to_rebuild_what_the_maps_hold(images, rng):
    torch.manual_seed(0)
    branch = MaskedImageBranch([3], 3, width=16, share=0.5, block_size=16)
    maps = [functional.adaptive_avg_pool2d(images, (16, 24))]
    optimizer = torch.optim.Adam(branch.parameters(), lr=1e-2)
    plain = torch.zeros(2, dtype=torch.bool)
    losses = []
    for _ in range(40):
        loss, _ = branch.losses(maps, maps, images, plain)
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


def test_segmentation_sees_patches_whole_and_the_branch_covered_originals(images, rng):
    torch.manual_seed(0)
    network = EfficientNetFPN(3)
    labels = torch.randint(3, (2, 64, 96))
    seen = []
    network.encoder.register_forward_pre_hook(lambda _module, inputs: seen.append(inputs[0]))
    # Without dropout, which would be drawn anew.
    restyled = images + torch.tensor([0.0, 1.0])[:, None, None, None]
    bare = Trainee(network, masked_share=0.0).eval()(restyled, labels, rng, images)
    trainee = Trainee(network, masked_share=0.5).eval()
    trainee.branch.cover_value.data.fill_(7.0)
    losses = trainee(restyled, labels, rng, images)
    assert losses["segmentation"] == bare["segmentation"]
    assert losses["loss"] == losses["segmentation"] + losses["masked"] + losses["consistency"]
    assert losses["consistency"] > 0
    whole, covered = seen[1:]
    assert torch.equal(whole, restyled)
    is_covered = covered == 7
    assert is_covered.any()
    assert torch.equal(covered[~is_covered], images[~is_covered])
    assert trainee(images, labels, rng, images)["consistency"] == 0
