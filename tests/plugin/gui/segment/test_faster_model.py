"""A compact model that learns where a map would take too long: when it is offered, what is told."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from crossearth_qgis import settings
from crossearth_qgis.gui.segment import faster_model
from tests.plugin.support import write_model

COSTS = {"teacher_window_s": 12.0, "student_window_s": 0.1} | dict.fromkeys(
    ("teacher_windows", "student_windows"), 900
)
BETTER = {"windows": 20, "share": 0.9512, "before": 0.88, "is_better": True}


class Dialog(QObject):
    algorithmFinished = pyqtSignal(bool, dict)  # noqa: N815 - QGIS's name


@pytest.fixture
def dialog(monkeypatch) -> Dialog:
    """Return the dialog that is opened; ``asked`` has what it was opened with."""
    dialog = Dialog()
    dialog.asked = []
    monkeypatch.setattr(
        faster_model, "open_dialog", lambda *asked: dialog.asked.append(asked) or dialog
    )
    settings.agree_to_torch()
    return dialog


@pytest.fixture
def panel(make_panel, scene, home, tiny_model):
    """Return a panel in which a model of PyTorch is chosen, beside the one that is included."""
    folder = write_model(home / "models" / "vast")
    item = folder / "model.json"
    item.write_text(item.read_text().replace("model.onnx", "model.safetensors"))
    (folder / "model.onnx").rename(folder / "model.safetensors")
    panel = make_panel("slow-to-map")
    panel.model_picker.set_value("vast")
    return panel


def finish(dialog: Dialog, agreement: dict, model: str = "mine") -> None:
    results = {"ID": model, "AGREEMENT": json.dumps(agreement), "COSTS": json.dumps(COSTS)}
    dialog.algorithmFinished.emit(True, {**results, "REPORT": "/models/mine/accuracy.html"})


def test_it_is_offered_where_the_model_needs_pytorch(panel) -> None:
    assert not panel.faster_model.isHidden()
    assert "takes too long" in panel.faster_model.hint.text()
    panel.model_picker.set_value("tiny")
    assert panel.faster_model.isHidden()


def test_a_slow_run_offers_it_and_says_how_long_it_takes(panel, home, qtbot) -> None:
    write_model(home / "models" / "wide")
    panel.model_picker.reload()
    panel.model_picker.set_value("wide")
    assert panel.faster_model.isHidden()
    with qtbot.waitSignal(panel._runner.time_left, timeout=10_000):
        panel.run_button.click()
    assert "2 h 0 min" in panel.faster_model.hint.text()
    with qtbot.waitSignal(panel._runner.canceled, timeout=10_000):
        panel.run_button.click()
    assert not panel.faster_model.isHidden()


def test_the_dialog_has_what_the_panel_has(panel, scene, dialog) -> None:
    panel.expert_group.nodata_edit.setText("0")
    panel.expert_group.nodata_edit.editingFinished.emit()
    panel.expert_group.tta_box.setChecked(True)
    panel.faster_model.button.click()
    [(algorithm, parameters)] = dialog.asked
    assert algorithm == "crossearth:distill"
    assert (parameters["INPUT"], parameters["TEACHER"]) == (scene.id(), "vast")
    assert (parameters["NODATA"], parameters["TTA"], parameters["BANDS"]) == ("0", True, "1,2,3")
    assert "STUDENT" not in parameters  # the included one


def test_the_new_model_is_chosen_and_its_agreement_told(panel, home, dialog, monkeypatch) -> None:
    panel.faster_model.button.click()
    write_model(home / "models" / "mine")
    finish(dialog, BETTER)
    assert panel.model_picker.value() == "mine"
    told = panel.faster_model.result_hint.text()
    assert "95.1 %" in told
    assert "before it learned, 88.0 %" in told
    assert "about 1 min 30 s, its teacher 3 h 0 min" in told
    opened = []
    monkeypatch.setattr(faster_model, "open_outside", lambda url: opened.append(url.toLocalFile()))
    panel.faster_model.report_button.click()
    assert opened == ["/models/mine/accuracy.html"]
    QgsProject.instance().clear()
    assert panel.faster_model.result_hint.text() == ""


def test_a_model_that_has_learned_nothing_is_not_chosen(panel, home, dialog) -> None:
    panel.faster_model.button.click()
    write_model(home / "models" / "mine")
    finish(dialog, {**BETTER, "share": 0.881, "is_better": False})
    assert panel.model_picker.value() == "vast"
    assert "Map with the student as it was" in panel.faster_model.result_hint.text()
    assert "mine" in [model.id for model in panel.model_picker.models()]


def test_another_choice_that_was_made_meanwhile_stays(panel, home, dialog) -> None:
    panel.faster_model.button.click()
    panel.model_picker.set_value("tiny")
    write_model(home / "models" / "mine")
    finish(dialog, {**BETTER, "before": None, "is_better": None})
    assert panel.model_picker.value() == "tiny"
    assert "its teacher on" not in panel.faster_model.result_hint.text()
    assert not panel.faster_model.isHidden()


def test_a_canceled_dialog_tells_nothing(panel, dialog) -> None:
    panel.faster_model.button.click()
    dialog.algorithmFinished.emit(False, {})
    assert panel.faster_model.result_hint.text() == ""
