import numpy as np
import pytest

from crossearth_engine.accuracy.figures import (
    confusion_matrix,
    intersection_over_union,
    mean_iou,
)

LABELS = np.array([[0, 0, 1], [1, 2, 255]])
CLASS_IDS = np.array([[0, 1, 1], [1, 0, 2]])


def test_confusion_counts_labels_in_rows_and_leaves_out_the_ignored():
    confusion = confusion_matrix(LABELS, CLASS_IDS, num_classes=3, ignore_index=255)
    assert confusion.tolist() == [[1, 1, 0], [0, 2, 0], [1, 0, 0]]


def test_iou_is_intersection_over_union_by_class():
    confusion = np.array([[1, 1, 0], [0, 2, 0], [1, 0, 0]])
    assert intersection_over_union(confusion).tolist() == pytest.approx([1 / 3, 2 / 3, 0])
    assert mean_iou(confusion) == pytest.approx(1 / 3)


def test_class_that_occurs_nowhere_does_not_count_in_the_mean():
    confusion = np.array([[2, 0, 0], [0, 4, 0], [0, 0, 0]])
    assert np.isnan(intersection_over_union(confusion)[2])
    assert mean_iou(confusion) == 1


def test_small_integer_types_do_not_overflow():
    labels = np.full(4, 200, np.uint8)
    confusion = confusion_matrix(labels, labels, num_classes=201, ignore_index=255)
    assert confusion[200, 200] == 4
