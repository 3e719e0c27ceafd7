from __future__ import annotations

from collections.abc import Iterator

import pytest
from qgis.PyQt.QtCore import QLocale

from crossearth_qgis.gui.options_page import OptionsPage
from crossearth_qgis.gui.setup import trials_dialog
from crossearth_qgis.gui.setup.trials_dialog import TrialsDialog
from crossearth_qgis.shared import library_trials

LibraryTrial = library_trials.LibraryTrial
OPENVINO = "OpenVINO 2026.4"
FOUND = {"precision": "bf16", "windows": 8, "threads": 2}
TRIALS = [
    LibraryTrial(
        "Town", OPENVINO, False, same=0.9899, time_share=0.4, reason="labels", day="", **FOUND
    ),
    LibraryTrial("Fields", OPENVINO, False, reason="no MaxUnpool"),
    LibraryTrial("Roads", OPENVINO, False, reason=library_trials.BEGUN),
    LibraryTrial(
        "Base", OPENVINO, True, same=0.996199, time_share=0.412, day="2026-12-02", **FOUND
    ),
]


@pytest.fixture
def trials(home) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_US"))
    for number, trial in enumerate(TRIALS):
        library_trials.keep_trial(str(number), trial)
    yield
    QLocale.setDefault(before)


def rows(dialog: TrialsDialog) -> list[list[str]]:
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_each_trial_is_listed_with_what_was_found_and_when(trials, qtbot) -> None:
    dialog = TrialsDialog()
    qtbot.addWidget(dialog)
    base, roads, fields, town = rows(dialog)
    assert base[:6] == ["Base", "OpenVINO 2026.4, bf16", "taken", "99.61 %", "41 %", "2"]
    assert "26" in base[6]
    assert "end" in roads[2]
    assert fields[1:4] == ["OpenVINO 2026.4", "not taken: no MaxUnpool", "–"]
    assert town[2:4] == ["not taken: too many pixels change their class", "98.99 %"]


def test_a_click_forgets_all_and_the_page_says_so(trials, qtbot, fake_engine, monkeypatch) -> None:
    page = OptionsPage(fake_engine("succeed"))
    qtbot.addWidget(page)
    assert "4" in page.trials_label.text()
    assert page.trials_label.text().endswith("1.")

    def work(dialog: TrialsDialog) -> None:
        dialog.forget_button.click()
        assert rows(dialog) == []
        assert not dialog.forget_button.isEnabled()

    monkeypatch.setattr(TrialsDialog, "exec", work)
    page.trials_button.click()
    assert library_trials.read_trials() == {}
    assert page.trials_label.text() == trials_dialog.summary()
    assert "yet" in page.trials_label.text()


def test_what_cannot_be_forgotten_is_told(trials, qtbot, monkeypatch) -> None:
    def refuse() -> int:
        raise PermissionError(13, "Permission denied")

    dialog = TrialsDialog()
    qtbot.addWidget(dialog)
    monkeypatch.setattr(library_trials, "forget_trials", refuse)
    dialog.forget_button.click()
    assert "Permission denied" in dialog.hint.text()
    assert len(rows(dialog)) == len(TRIALS)
