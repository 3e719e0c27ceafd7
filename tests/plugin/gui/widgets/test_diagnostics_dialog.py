from __future__ import annotations

import time

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QWidget

from crossearth_qgis.errors import JobCanceled
from crossearth_qgis.gui.widgets.diagnostics_dialog import DiagnosticsDialog, diagnostics_button
from crossearth_qgis.processing import diagnostics


@pytest.fixture
def window(qtbot, qgis_processing, monkeypatch) -> QWidget:
    monkeypatch.setattr(diagnostics, "report_text", lambda is_canceled: "<b>the report</b>")
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_the_report_is_shown_as_it_will_be_copied(window, qtbot) -> None:
    diagnostics_button(window).click()
    dialog = window.findChild(DiagnosticsDialog)
    assert not dialog.copy_button.isEnabled()
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=10_000)
    assert dialog.text_edit.toPlainText() == "<b>the report</b>"
    QgsApplication.clipboard().setText("before")
    dialog.copy_button.click()
    assert QgsApplication.clipboard().text() == "<b>the report</b>"
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(DiagnosticsDialog) is None, timeout=10_000)


def test_closing_stops_the_question(window, qtbot, monkeypatch) -> None:
    asked: list[bool] = []
    ended: list[bool] = []

    def ask(is_canceled) -> str:
        asked.append(True)
        while not is_canceled():
            time.sleep(0.01)
        ended.append(True)
        raise JobCanceled

    monkeypatch.setattr(diagnostics, "report_text", ask)
    dialog = DiagnosticsDialog(window)
    dialog.open()
    qtbot.waitUntil(lambda: bool(asked), timeout=10_000)
    dialog.reject()
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
