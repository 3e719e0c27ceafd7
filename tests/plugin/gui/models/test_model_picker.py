from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.PyQt.QtGui import QTextDocument

from crossearth_qgis import paths
from crossearth_qgis.gui.models.model_list import BRIEF_ROLE
from crossearth_qgis.gui.models.model_picker import ModelDetails, ModelPicker
from crossearth_qgis.models import catalog, published
from tests.plugin.support import write_model


@pytest.fixture
def picker(tiny_model, home, qtbot) -> ModelPicker:
    write_model(home / "models" / "zebra", **{"mlm:name": "Zebra"})
    picker = ModelPicker()
    qtbot.addWidget(picker)
    return picker


@pytest.fixture
def details(tiny_model, qtbot) -> ModelDetails:
    details = ModelDetails()
    qtbot.addWidget(details)
    return details


def read(details: ModelDetails) -> str:
    document = QTextDocument()
    document.setHtml(details.text())
    return document.toPlainText()


def test_the_catalogue_is_offered_by_name(picker) -> None:
    assert [picker.combo.itemText(index) for index in range(picker.combo.count())] == [
        "Tiny",
        "Zebra",
    ]
    assert picker.value() == "tiny"
    assert picker.model().name == "Tiny"


def test_the_list_tells_a_model_from_others_before_a_click(tiny_model, home, qtbot) -> None:
    # Names of the bands would fill the line.
    bands = [f"B{number}" for number in range(1, 14)]
    write_model(
        home / "models" / "many",
        **{
            "mlm:name": "Many",
            "mlm:input": [{"bands": bands, "input": {"shape": [-1, 13, 64, 64]}}],
        },
    )
    picker = ModelPicker()
    qtbot.addWidget(picker)
    lines = {
        picker.combo.itemText(index): picker.combo.itemData(index, BRIEF_ROLE)
        for index in range(picker.combo.count())
    }
    assert lines["Tiny"][0] == "Water, Trees"
    assert lines["Tiny"][1].startswith("red, green, blue · 0.2 to 1 m · ")
    assert lines["Tiny"][1].endswith(" bytes, on disk")
    assert lines["Many"][1].startswith("13 bands · ")


def test_a_model_to_be_downloaded_says_how_much_that_is(tiny_model, qtbot, monkeypatch) -> None:
    model = replace(catalog.find("tiny"), id="far", name="Far", download_bytes=(10**6, 3 * 10**6))
    bare = replace(model, id="bare", name="Bare", needs_adapting=True, classes=())
    monkeypatch.setattr(published, "models", lambda: [model, bare])
    picker = ModelPicker()
    qtbot.addWidget(picker)
    far = picker.combo.itemData(picker.combo.findText("Far"), BRIEF_ROLE)
    assert far[0] == "Water, Trees"
    assert far[1].endswith("1.0 MB to 3.0 MB to download")
    bare = picker.combo.itemData(picker.combo.findText("Bare"), BRIEF_ROLE)
    assert "adapted first" in bare[0]


def test_a_choice_is_told(picker, qtbot) -> None:
    with qtbot.waitSignal(picker.model_changed):
        picker.combo.setCurrentIndex(1)
    assert picker.value() == "zebra"


def test_a_model_that_has_come_is_offered(picker, home, qtbot) -> None:
    picker.combo.setCurrentIndex(1)
    write_model(home / "models" / "younger")
    with qtbot.waitSignal(picker.model_changed):
        picker.reload()
    assert picker.combo.count() == 3
    assert picker.value() == "zebra"


def test_reading_an_unchanged_catalogue_changes_nothing(picker, qtbot) -> None:
    with qtbot.assertNotEmitted(picker.model_changed):
        picker.reload()


def test_a_folder_outside_the_catalogue_can_be_chosen(picker, tmp_path) -> None:
    folder = write_model(tmp_path / "elsewhere", **{"mlm:name": "Elsewhere"})
    picker.set_value(str(folder))
    assert picker.value() == str(folder)
    assert picker.model().name == "Elsewhere"
    picker.set_value(str(folder))
    assert picker.combo.count() == 3


def test_a_bare_file_can_be_chosen_unseen(picker, tmp_path) -> None:
    path = tmp_path / "foreign.onnx"
    path.write_bytes(b"not a network")
    picker.set_value(str(path))
    assert picker.value() == str(path)
    assert picker.model() is None


def test_what_is_nowhere_changes_nothing(picker) -> None:
    picker.set_value("/nowhere/model.onnx")
    assert picker.value() == "tiny"


def test_an_empty_catalogue_gives_no_value(home, monkeypatch, qtbot) -> None:
    monkeypatch.setattr(paths, "BUNDLED_MODELS", home / "none")
    picker = ModelPicker()
    qtbot.addWidget(picker)
    assert picker.value() == ""
    assert picker.model() is None


def test_the_details_say_what_a_model_is_for(details) -> None:
    details.set_model(catalog.find("tiny"), "tiny")
    text = read(details)
    for words in ("Knows water and trees.", "Water", "Trees", "Nothing at all.", "CC0-1.0"):
        assert words in text
    assert "0.2 to 1 m" in text
    assert "on disk" in text
    assert details.text().count("<img") == 2


def test_the_details_say_in_which_windows_a_model_is_as_accurate(details) -> None:
    details.set_model(replace(catalog.find("tiny"), window_sizes=(48, 64, 80)), "tiny")
    assert "48 to 80 px, overlap 16 px" in read(details)


def test_markup_in_metadata_stays_text(details) -> None:
    model = replace(catalog.find("tiny"), description="<b>1 < 2</b>", license="<i>x")
    details.set_model(model, "tiny")
    assert "<b>1 < 2</b>" in read(details)
    assert "<i>x" in read(details)


def test_what_is_unknown_is_left_out(details) -> None:
    model = replace(catalog.find("tiny"), license="", trained_on="", gsd_range_m=None, gsd_m=None)
    details.set_model(model, "tiny")
    text = read(details)
    assert "Licence" not in text
    assert "Pixel size" not in text


def test_a_bare_file_is_named(details) -> None:
    details.set_model(None, "/models/foreign.onnx")
    assert "/models/foreign.onnx" in read(details)


def test_without_a_choice_nothing_is_shown(details) -> None:
    details.set_model(None, "")
    assert details.isHidden()
