from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QTextDocument
from qgis.PyQt.QtTest import QTest

from crossearth_qgis import paths
from crossearth_qgis.gui.models import model_download
from crossearth_qgis.gui.models.model_download import download_size_text
from crossearth_qgis.gui.models.model_list import BRIEF_ROLE, HEADING_ROLE
from crossearth_qgis.gui.models.model_picker import ModelDetails, ModelPicker
from crossearth_qgis.models import catalog, published
from crossearth_qgis.processing.downloadmodel import size_text
from tests.plugin.support import write_model

ID = "crossearth-potsdam-rgb"
CLOUDS = "csmask-6b-l1c"
BUNDLED = paths.BUNDLED_MODELS


@pytest.fixture
def catalogue(tiny_model, monkeypatch, tmp_path) -> None:
    """Offer the published models, and of those on disk only the made-up one."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "catalog.json").write_bytes((BUNDLED / "catalog.json").read_bytes())
    monkeypatch.setattr(paths, "BUNDLED_MODELS", folder)


@pytest.fixture
def make_panel(make_panel, catalogue):
    return make_panel


def choose(panel, model_id: str) -> None:
    panel.model_picker.set_value(model_id)
    assert panel.model_picker.value() == model_id


def published_model(model_id: str = ID):
    return next(model for model in published.models() if model.id == model_id)


def text_of(model, qtbot) -> str:
    details = ModelDetails()
    qtbot.addWidget(details)
    details.set_model(model, model.id)
    document = QTextDocument()
    document.setHtml(details.text())
    return document.toPlainText()


def test_published_models_come_after_those_on_disk(catalogue, qtbot) -> None:
    picker = ModelPicker()
    qtbot.addWidget(picker)
    names = [picker.combo.itemText(index) for index in range(picker.combo.count())]
    first = "Clouds and shadows, 6 bands, top of the atmosphere (DLR)"
    assert names[:3] == ["Tiny", "Clouds and shadows", first]
    assert names[-1] == "DOFA base, any bands by wavelength"
    assert len(names) == 1 + 13 + 4 + 2 + 4 + 7 + 10
    assert picker.value() == "tiny"
    assert "to download" in picker.combo.itemData(2, Qt.ItemDataRole.ToolTipRole)


def test_models_to_be_downloaded_stand_under_what_they_find(catalogue, qtbot) -> None:
    picker = ModelPicker()
    qtbot.addWidget(picker)
    combo = picker.combo
    rows = range(combo.count())
    headings = [combo.itemText(row) for row in rows if combo.itemData(row, HEADING_ROLE)]
    below = [combo.itemData(row, BRIEF_ROLE) for row in rows if combo.itemData(row, HEADING_ROLE)]
    fine = "satellite imagery, 1 m or finer"
    assert list(zip(headings, below)) == [
        ("Clouds and shadows", ["Sentinel-2 and Landsat"]),
        ("Land cover, Buildings, Trees", ["aerial imagery"]),
        ("Land cover, Buildings", ["aerial imagery"]),
        ("Land cover, Buildings, Roads, Water, Trees", [fine]),
        ("Buildings", ["aerial imagery"]),
        ("Buildings", [fine]),
        ("Roads", [fine]),
        ("Floods, Water", ["Sentinel-2 Level-1C"]),
        ("Burn scars", ["HLS"]),
        ("To be adapted first", []),
    ]
    before = combo.findText("Prithvi-EO-2.0, floods") - 1
    assert combo.itemText(before).startswith("Floods")
    shown = [combo.itemText(index) for index in range(combo.count())]
    assert {*shown} == {*headings, *(model.name for model in picker.models())}
    assert len(shown) == len(headings) + len(picker.models())


def test_a_heading_cannot_be_chosen(catalogue, qtbot) -> None:
    picker = ModelPicker()
    qtbot.addWidget(picker)
    heading = picker.combo.findText("To be adapted first")
    assert picker.combo.model().item(heading).flags() == Qt.ItemFlag.NoItemFlags
    picker.combo.setCurrentIndex(heading - 1)
    QTest.keyClick(picker.combo, Qt.Key.Key_Down)
    assert picker.combo.currentIndex() == heading + 1


def test_details_tell_what_a_published_model_finds_and_whether_it_was_tried(
    catalogue, qtbot
) -> None:
    floods = text_of(published_model("prithvi-floods"), qtbot)
    assert "Floods, Water" in floods
    assert "neither fetched nor run" in floods
    assert "fetched and run by the makers" in text_of(published_model(CLOUDS), qtbot)
    assert "Finds" not in text_of(catalog.find("tiny"), qtbot)


def test_a_model_of_a_task_that_nobody_knows_is_offered_too(catalogue, qtbot, monkeypatch) -> None:
    models = [replace(model, tasks=("weeds",)) for model in published.models()[:2]]
    monkeypatch.setattr(published, "models", lambda: models)
    picker = ModelPicker()
    qtbot.addWidget(picker)
    for model in models:
        assert picker.combo.findText(model.name) > 0


def test_details_tell_what_a_published_model_is_for(catalogue, qtbot) -> None:
    text = text_of(published_model(), qtbot)
    for words in (
        "ISPRS Potsdam, red-green-blue",
        "low vegetation",
        "0.05 m",
        "512 px, overlap 171 px",
        "P(r)2V, ISPRS Vaihingen, infrared-red-green: 61.9 %",
        "In the paper",
        "not measured here",
        "MIT",
        "to download",
    ):
        assert words in text
    assert "head of this file" in text_of(published_model("crossearth-deepglobe-roads-mtp"), qtbot)
    assert "D2M, Massachusetts road: not known" in text_of(
        published_model("crossearth-deepglobe-roads"), qtbot
    )


def test_size_is_a_range_while_it_is_not_known(catalogue) -> None:
    low, high = size_text(1_700_000_000), size_text(4_300_000_000)
    assert download_size_text(published_model()) == f"{low} to {high}"


def test_details_tell_what_a_model_of_a_package_takes(catalogue, qtbot) -> None:
    text = text_of(published_model(CLOUDS), qtbot)
    for words in ("cloud shadow", "reflectance, 0 to 1", "30 m", "Apache-2.0", "DLR"):
        assert words in text
    assert "to 30 m" not in text


def test_all_models_of_a_package_may_be_kept(make_panel, scene, monkeypatch) -> None:
    panel = make_panel()
    download = panel.model_download
    choose(panel, ID)
    assert download.whole_file_box.isHidden()
    choose(panel, CLOUDS)
    assert not download.whole_file_box.isHidden()
    assert "4" in download.whole_file_box.text()
    assert size_text(144_901_442) in download.button.text()
    started = []
    monkeypatch.setattr(download._runner, "start", lambda _, values: started.append(values))
    # Nothing of it needs PyTorch, so that nobody is asked.
    monkeypatch.setattr(model_download, "may_use_torch", lambda _: False)
    download.button.click()
    download.whole_file_box.setChecked(True)
    download.button.click()
    assert started == [{"MODEL": CLOUDS, "WHOLE_FILE": whole} for whole in (False, True)]


def test_nothing_is_offered_for_a_model_on_disk(make_panel, scene) -> None:
    panel = make_panel()
    assert panel.model_download.isHidden()
    assert panel.run_button.isEnabled()


def test_published_model_is_downloaded_before_it_runs(make_panel, scene) -> None:
    panel = make_panel()
    choose(panel, ID)
    assert not panel.model_download.isHidden()
    assert download_size_text(published_model()) in panel.model_download.button.text()
    assert not panel.run_button.isEnabled()
    assert "Download the model “CrossEarth, Potsdam RGB” first" in panel.footer_hint.text()


def test_network_without_a_head_is_to_be_adapted_first(make_panel, scene) -> None:
    panel = make_panel()
    choose(panel, "dinov2-vits14")
    assert not panel.model_download.isHidden()
    assert not panel.run_button.isEnabled()
    assert "adapted first" in panel.footer_hint.text()


def test_downloaded_model_can_be_run(make_panel, scene, home, qtbot) -> None:
    panel = make_panel("install")
    choose(panel, ID)
    # What the real engine leaves behind.
    write_model(home / "models" / ID, **{"mlm:name": "Potsdam"})
    with qtbot.waitSignal(panel.model_download.downloaded, timeout=10_000) as downloaded:
        panel.model_download.button.click()
        assert panel.model_download.is_running
    assert downloaded.args == [ID]
    assert panel.model_picker.model().is_on_disk
    assert panel.model_download.isHidden()
    assert panel.run_button.isEnabled()


def test_download_can_be_paused_while_another_model_is_looked_at(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    download = panel.model_download
    choose(panel, ID)
    download.button.click()
    qtbot.waitUntil(lambda: "Potsdam RGB" in download.progress_label.text(), timeout=10_000)
    choose(panel, "tiny")
    assert not download.isHidden()
    assert panel.run_button.isEnabled()
    assert "Pause" in download.button.text()
    with qtbot.waitSignal(download._runner.canceled, timeout=10_000):
        download.button.click()
    assert "kept" in download.hint.text()
    choose(panel, ID)
    assert "Do&wnload" in download.button.text()


def test_paused_download_is_continued(make_panel, scene, home) -> None:
    part = home / "downloads" / "abc" / "Potsdam(r)-source.pth.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(bytes(2_000_000))
    panel = make_panel()
    choose(panel, ID)
    assert "Continue" in panel.model_download.button.text()
    assert size_text(2_000_000) in panel.model_download.button.text()


def test_failed_download_says_why_and_can_be_tried_again(make_panel, scene, qtbot) -> None:
    panel = make_panel("fail")
    choose(panel, ID)
    with qtbot.waitSignal(panel.news, timeout=10_000) as news:
        panel.model_download.button.click()
    assert "truncated" in news.args[0]
    assert "truncated" in panel.model_download.hint.text()
    assert panel.model_download.button.isEnabled()
    choose(panel, "tiny")
    assert panel.model_download.hint.text() == ""


def test_what_happens_beside_the_bytes_is_shown(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    download = panel.model_download
    choose(panel, ID)
    download.button.click()
    qtbot.waitUntil(lambda: download.progress_bar.maximum() == 100, timeout=10_000)
    download._runner.line_added.emit("Installing PyTorch… " + "x" * 1000, False)
    assert "Installing PyTorch" in download.progress_label.text()
    assert len(download.progress_label.text()) < 200
    download._runner.progress_changed.emit(100.0)
    assert download.progress_bar.maximum() == 0


def test_panel_that_goes_pauses_its_download(make_panel, scene, qtbot) -> None:
    panel = make_panel("wait-for-cancel")
    choose(panel, ID)
    panel.model_download.button.click()
    with qtbot.waitSignal(panel.model_download._runner.canceled, timeout=10_000):
        panel.stop()
