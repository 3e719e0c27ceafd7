# ruff: noqa: E402 - what may be absent is asked for first
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.training.full.losses import dice_loss, segmentation_loss


@pytest.fixture
def logits():
    return torch.randn(2, 3, 8, 8, generator=torch.Generator().manual_seed(1))


@pytest.fixture
def labels():
    return torch.randint(3, (2, 8, 8), generator=torch.Generator().manual_seed(2))


@pytest.mark.parametrize("loss", [segmentation_loss, dice_loss])
def test_ignored_pixels_have_no_influence(loss, logits, labels):
    labels[:, :4] = IGNORE_INDEX
    other = logits.clone()
    other[:, :, :4] += 100 * torch.randn(2, 3, 4, 8)
    assert loss(other, labels).item() == pytest.approx(loss(logits, labels).item())
    assert loss(logits, labels).item() == pytest.approx(
        loss(logits[:, :, 4:], labels[:, 4:]).item(), rel=1e-5
    )


def test_nothing_labelled_costs_nothing_and_has_a_gradient(logits, labels):
    logits.requires_grad_()
    loss = segmentation_loss(logits, torch.full_like(labels, IGNORE_INDEX))
    loss.backward()
    assert loss.item() == 0
    assert torch.equal(logits.grad, torch.zeros_like(logits))


def test_right_and_certain_scores_cost_next_to_nothing(labels):
    logits = 50.0 * torch.nn.functional.one_hot(labels, 3).movedim(-1, 1)
    assert segmentation_loss(logits, labels).item() < 1e-3


def test_dice_of_a_hand_example():
    # One class is mapped with certainty everywhere, two of four pixels are labelled so.
    logits = torch.tensor([100.0, 0.0]).reshape(1, 2, 1, 1).expand(1, 2, 1, 4)
    labels = torch.tensor([[[0, 0, 1, 1]]])
    # 2 * 2 / (2 + 4) for the first class, 0 for the second.
    assert dice_loss(logits, labels).item() == pytest.approx(1 - (2 / 3 + 0) / 2)


def test_class_that_weighs_less_gives_way():
    labels = torch.tensor([[[0, 1]]])
    logits = torch.zeros(1, 2, 1, 2, requires_grad=True)
    segmentation_loss(logits, labels, class_weights=torch.tensor([0.2, 1.0])).backward()
    equal = torch.zeros(1, 2, 1, 2, requires_grad=True)
    segmentation_loss(equal, labels).backward()
    pull, equal_pull = (-x.grad[0, 0].sum() for x in (logits, equal))
    assert pull < 0 < equal_pull + 1e-6
