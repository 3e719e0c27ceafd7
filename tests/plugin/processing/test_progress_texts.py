from __future__ import annotations

import pytest

from crossearth_qgis.processing.importmodel import ImportModelAlgorithm
from crossearth_qgis.processing.progress_texts import duration_text, stage_name, windows_text
from crossearth_qgis.shared import protocol


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.02, "< 0.1 s"),
        (0.4, "0.4 s"),
        (59.6, "1 min 0 s"),
        (200, "3 min 20 s"),
        (7500, "2 h 5 min"),
    ],
)
def test_durations_read_as_people_say_them(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_progress_without_estimate_names_the_window_only() -> None:
    assert windows_text(1, 9, None) == "Window 1 of 9"


def test_an_import_is_no_map_of_windows() -> None:
    assert ImportModelAlgorithm().progress_text(1, 3, None) == "33 %"


def test_there_is_a_word_for_every_stage_of_the_engine() -> None:
    windows, *others = protocol.STAGES
    assert stage_name(windows) == ""  # these are counted
    assert all(stage_name(stage) for stage in others)
