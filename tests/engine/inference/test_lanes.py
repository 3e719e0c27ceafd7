"""How many windows are computed at once, by what there is of them, of threads and of memory."""

import dataclasses

import pytest

from crossearth_engine.inference import lanes as module
from crossearth_engine.inference.lanes import (
    lanes_for,
    lanes_that_fit,
    room_for_inputs,
    room_for_scores,
)
from crossearth_engine.models.catalog import find_model


@pytest.fixture
def model(color_model, monkeypatch):
    monkeypatch.setattr(module, "usable_cores", lambda: 4)
    monkeypatch.setattr(module, "resident_mb", lambda: 100.0)
    return find_model(str(color_model))


@pytest.mark.parametrize(
    ("threads", "calls", "lanes"),
    [
        # Threads share a window where there are few, or where the last ones would wait for long.
        (None, 1, 1),
        (None, 3, 1),
        (None, 4, 4),
        (None, 5, 1),
        (None, 8, 4),
        (None, 9, 1),
        (None, 13, 4),
        (None, 1000, 4),
        (1, 1000, 1),
        (3, 1000, 3),
        # More threads than cores are not for more windows.
        (32, 1000, 4),
    ],
)
def test_lanes_go_by_threads_and_windows(model, threads, calls, lanes):
    assert lanes_for(model, threads, calls) == lanes


def test_no_lanes_where_each_window_keeps_all_threads_busy(model, monkeypatch):
    monkeypatch.setattr(module, "MOST_WEIGHT_BYTES", model.weights.stat().st_size - 1)
    assert lanes_for(model, None, 1000) == 1


@pytest.mark.parametrize(
    ("classes", "window", "most", "waiting"),
    [
        (5, 512, 45, 2),
        (60, 512, 1, 2),
        # With the library's own copy, half of the budget of a run for one window, and more.
        (80, 512, 1, 0),
        (150, 512, 1, 0),
        (254, 2048, 1, 0),
        (5, 2048, 1, 0),
    ],
)
def test_many_classes_leave_room_for_few_windows(classes, window, most, waiting):
    assert room_for_scores(classes, window) == (most, waiting)


@pytest.mark.parametrize(
    ("bands", "window", "most", "ahead"),
    [(3, 512, 53, 27), (48, 512, 3, 1), (100, 512, 1, 1), (224, 512, 1, 1), (13, 4096, 1, 1)],
)
def test_many_bands_leave_room_for_few_windows(bands, window, most, ahead):
    assert room_for_inputs(bands, window) == (most, ahead)


def test_no_lanes_for_other_libraries(model):
    other = dataclasses.replace(model, weights=model.weights.with_suffix(".safetensors"))
    assert lanes_for(other, None, 1000) == 1


def test_few_lanes_where_nothing_tells_how_much_memory_they_take(model, monkeypatch):
    monkeypatch.setattr(module, "usable_cores", lambda: 16)
    assert lanes_for(model, None, 1000) == 16
    monkeypatch.setattr(module, "resident_mb", lambda: None)
    assert lanes_for(model, None, 1000) == 4


@pytest.mark.parametrize(
    ("limit", "growth_mb", "lanes"),
    [
        (8e9, 200, 16),  # 100 MB each, of 2 GB
        (8e9, 800, 5),
        (8e9, 8000, 1),
        (8e9, 0, 16),
        (None, 8000, 16),
    ],
)
def test_lanes_take_no_more_than_a_part_of_the_memory(monkeypatch, limit, growth_mb, lanes):
    monkeypatch.setattr(module, "memory_limit", lambda: limit)
    assert lanes_that_fit(16, 2, growth_mb) == lanes
