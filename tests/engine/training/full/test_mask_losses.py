# ruff: noqa: E402 - what may be absent is asked for first
import itertools

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.networks.mask2former import Prediction
from crossearth_engine.raster.labelled_polygons import IGNORE_INDEX
from crossearth_engine.training.full.mask_losses import assign, mask_classification_loss


@pytest.fixture
def rng():
    return torch.Generator().manual_seed(4)


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (3, 3), (3, 6), (4, 5)])
def test_assignment_is_the_cheapest_of_all(shape):
    random = np.random.default_rng(shape[0])
    for _ in range(20):
        costs = random.normal(size=shape)
        columns = assign(costs)
        assert len(set(columns)) == shape[0]
        cheapest = min(
            costs[range(shape[0]), list(choice)].sum()
            for choice in itertools.permutations(range(shape[1]), shape[0])
        )
        assert costs[range(shape[0]), columns].sum() == pytest.approx(cheapest)


def perfect(labels, num_classes, num_queries=6):
    """A prediction that says what the labels say: query 5 the first class, query 4 the second."""
    class_logits = torch.full((len(labels), num_queries, num_classes + 1), -20.0)
    class_logits[..., -1] = 20.0
    mask_logits = torch.full((len(labels), num_queries, *labels.shape[1:]), -20.0)
    for value in range(num_classes):
        query = num_queries - 1 - value
        class_logits[:, query, -1] = -20.0
        class_logits[:, query, value] = 20.0
        mask_logits[:, query] = torch.where(labels == value, 20.0, -20.0)
    return Prediction(class_logits, mask_logits)


def halves():
    labels = torch.zeros(2, 16, 16, dtype=torch.int64)
    labels[:, :, 8:] = 1
    return labels


def test_perfect_masks_cost_nothing_whatever_query_has_them(rng):
    loss = mask_classification_loss([perfect(halves(), 2)] * 3, halves(), rng, 64)
    assert loss < 0.01


def test_wrong_class_and_wrong_mask_cost(rng):
    prediction = perfect(halves(), 2)
    wrong_mask = Prediction(prediction.class_logits, -prediction.mask_logits)
    wrong_class = Prediction(prediction.class_logits.flip(-1), prediction.mask_logits)
    for wrong in (wrong_mask, wrong_class):
        assert mask_classification_loss([wrong], halves(), rng, 64) > 1


def test_pixels_without_label_do_not_count(rng):
    labels = halves()
    prediction = perfect(labels, 2)
    labels[:, :8] = IGNORE_INDEX
    prediction.mask_logits[:, :, :7] *= -1
    assert mask_classification_loss([prediction], labels, rng, 64) < 0.01


def test_image_without_any_label_has_a_gradient_and_no_nan(rng):
    labels = torch.full((1, 16, 16), IGNORE_INDEX)
    class_logits = torch.zeros(1, 4, 3, requires_grad=True)
    mask_logits = torch.zeros(1, 4, 16, 16, requires_grad=True)
    loss = mask_classification_loss([Prediction(class_logits, mask_logits)], labels, rng, 64)
    loss.backward()
    assert torch.isfinite(loss)
    assert torch.isfinite(class_logits.grad).all()


def test_image_without_any_label_is_not_told_to_show_nothing(rng):
    labels = halves()
    labels[1] = IGNORE_INDEX
    prediction = perfect(halves(), 2)
    class_logits = torch.zeros_like(prediction.class_logits, requires_grad=True)
    mask_classification_loss(
        [Prediction(class_logits, prediction.mask_logits)], labels, rng, 64
    ).backward()
    assert class_logits.grad[0].abs().sum() > 0
    assert class_logits.grad[1].abs().sum() == 0


def test_query_on_pixels_without_label_is_not_taught_that_it_is_no_object(rng):
    labels = halves()
    labels[:, 8:] = IGNORE_INDEX
    prediction = perfect(labels, 2)
    # Of the queries that nothing is matched to, one lies where nobody has drawn, one mostly on
    # what is drawn, and one nowhere.
    prediction.mask_logits[:, 0, 6:] = 20.0
    prediction.mask_logits[:, 1, :12] = 20.0
    class_logits = torch.zeros_like(prediction.class_logits)
    class_logits[:, 4, 1] = class_logits[:, 5, 0] = 9.0
    class_logits.requires_grad_()
    loss = mask_classification_loss(
        [Prediction(class_logits, prediction.mask_logits)], labels, rng, 64
    )
    loss.backward()
    taught = class_logits.grad.abs().sum(-1) > 0
    assert not taught[:, 0].any()
    assert taught[:, 1:3].all()
    assert taught[:, 4:].all()
    assert (class_logits.grad[:, 1:3, -1] < 0).all()  # descent raises "no object"


def test_where_all_is_labelled_every_query_is_taught(rng):
    class_logits = torch.zeros(2, 6, 3, requires_grad=True)
    mask_logits = torch.randn(2, 6, 16, 16, generator=rng)
    mask_classification_loss([Prediction(class_logits, mask_logits)], halves(), rng, 64).backward()
    assert (class_logits.grad.abs().sum(-1) > 0).all()


def test_descent_finds_the_masks(rng):
    labels = halves()
    torch.manual_seed(0)
    class_logits = torch.randn(2, 6, 3, requires_grad=True)
    mask_logits = torch.randn(2, 6, 16, 16, requires_grad=True)
    optimizer = torch.optim.Adam([class_logits, mask_logits], lr=0.3)
    losses = []
    for _ in range(60):
        loss = mask_classification_loss([Prediction(class_logits, mask_logits)], labels, rng, 64)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert losses[-1] < 0.1 * losses[0]
