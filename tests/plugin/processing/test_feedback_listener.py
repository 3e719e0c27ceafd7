from __future__ import annotations

from qgis.core import QgsProcessingFeedback

from crossearth_qgis.processing import feedback_listener
from crossearth_qgis.processing.feedback_listener import FeedbackListener
from crossearth_qgis.processing.leftovers import Leftovers
from crossearth_qgis.processing.progress_texts import windows_text
from crossearth_qgis.shared import protocol


class Feedback(QgsProcessingFeedback):
    def __init__(self) -> None:
        super().__init__(False)
        self.texts: list[str] = []

    def setProgressText(self, text: str) -> None:
        self.texts.append(text)


def test_long_run_writes_few_lines_and_the_last_one(monkeypatch) -> None:
    feedback, clock = Feedback(), [0.0]
    monkeypatch.setattr(feedback_listener.time, "monotonic", lambda: clock[0])
    listener = FeedbackListener(feedback, windows_text, Leftovers())
    for done in range(1, 10_001):
        clock[0] += 0.1
        listener.on_progress(protocol.Progress("job", done, 10_000, done / 10_000))
    assert 90 < len(feedback.texts) < 120
    assert feedback.texts[-1] == "Window 10000 of 10000"
    assert feedback.progress() == 100


def test_every_stage_is_told_and_the_bar_is_that_of_the_whole_job(monkeypatch) -> None:
    feedback, clock, percents = Feedback(), [0.0], []
    feedback.progressChanged.connect(percents.append)
    monkeypatch.setattr(feedback_listener.time, "monotonic", lambda: clock[0])
    listener = FeedbackListener(feedback, windows_text, Leftovers())
    for done, total, left, stage, share in [
        (0, 9, None, "windows", 0.0),
        (9, 9, 40.0, "windows", 0.5),
        (0, 1000, None, "map", 0.5),
        (1000, 1000, 38.0, "map", 0.52),
        (0, 1000, None, "polygons", 0.52),
        (500, 1000, 21.0, "polygons", 0.7),
        (1000, 1000, 0.0, "files", 1.0),
    ]:
        clock[0] += 1
        listener.on_progress(protocol.Progress("job", done, total, share, left, stage))
    assert feedback.texts == [
        "Window 0 of 9",
        "Window 9 of 9, 40 s left",
        "Writing the map…",
        "Writing the map, 38 s left",
        "Drawing polygons…",
        "Drawing polygons, 21 s left",
        "Completing the files, 0 s left",
    ]
    assert percents == sorted(percents)
    assert feedback.progress() == 100
