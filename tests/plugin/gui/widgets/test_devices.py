from __future__ import annotations

import json

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from crossearth_qgis import settings
from crossearth_qgis.gui.widgets.devices import (
    add_devices,
    device_of,
    renew_devices,
    show_device,
)
from crossearth_qgis.processing.parameters import device_parameter
from crossearth_qgis.shared import device_list

WORKS = {"works": True, "as": "cuda:0", "finding": None}


def fails(code: str, **details: str) -> dict[str, object]:
    return {
        "works": False,
        "as": None,
        "finding": {"code": code, "details": details, "sentence": "English.", "is_doubt": False},
    }


CARD, OLD, EVIL = "NVIDIA RTX 4090", "NVIDIA GTX 1070", "<img src='http://evil.example'>"
LIST = [
    {
        "id": "gpu:0",
        "name": CARD,
        "libraries": {"torch": WORKS, "onnxruntime": fails("card-no-way", card=CARD, library="X")},
    },
    {
        "id": "gpu:1",
        "name": OLD,
        "libraries": {
            "torch": fails("card-driver-old", card=OLD, driver="470.1", library="PyTorch 2.9"),
            "onnxruntime": fails("a-code-of-tomorrow"),
        },
    },
    {"id": "gpu:2", "name": EVIL, "libraries": {"torch": WORKS}},
    {"id": "cpu", "name": "A processor", "libraries": {"torch": WORKS}},
]


@pytest.fixture
def kept(home):
    """Keep a list as the engine does."""

    def keep(devices: list[dict[str, object]]) -> None:
        path = device_list.list_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"key": "k", "libraries": {}, "devices": devices}))

    return keep


@pytest.fixture
def combo(qtbot) -> QComboBox:
    combo = QComboBox()
    qtbot.addWidget(combo)
    return combo


def names(combo: QComboBox) -> list[str]:
    return [combo.itemData(index) for index in range(combo.count())]


def test_nothing_is_offered_that_nobody_has_seen(home, combo) -> None:
    add_devices(combo)
    assert names(combo) == ["auto", "cpu"]


def test_cards_are_offered_by_name_and_those_of_no_use_say_why(kept, combo) -> None:
    kept(LIST)
    add_devices(combo)
    assert names(combo) == ["auto", "cpu", "gpu:0", "gpu:1", "gpu:2"]
    assert combo.itemText(2) == f"{CARD} (gpu:0)"
    assert combo.model().item(2).isEnabled()
    assert not combo.model().item(3).isEnabled()
    assert combo.itemText(3) == f"{OLD} (gpu:1): cannot be used"
    reason = combo.itemData(3, Qt.ItemDataRole.ToolTipRole)
    assert "its driver 470.1 is too old for PyTorch 2.9" in reason
    assert "onnxruntime: English." in reason
    assert "torch: works" in combo.itemData(2, Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in str(combo.itemData(4, Qt.ItemDataRole.ToolTipRole))


def test_what_is_chosen_or_typed_stays_when_the_list_is_renewed(kept, combo) -> None:
    add_devices(combo)
    show_device(combo, "gpu:1")
    kept(LIST)
    renew_devices(combo)
    assert device_of(combo) == "gpu:1"
    combo.setEditText("cuda:3")
    renew_devices(combo)
    assert (device_of(combo), combo.currentText()) == ("cuda:3", "cuda:3")
    show_device(combo, "cpu")
    renew_devices(combo)
    assert combo.currentText() == "Processor"


def test_algorithms_offer_what_can_compute(kept) -> None:
    kept(LIST)
    settings.set_device("auto")
    parameter = device_parameter("DEVICE")
    choices = parameter.metadata()["widget_wrapper"]["choices"]
    assert [value for _, value in choices] == ["auto", "cpu", "gpu:0", "gpu:2"]


@pytest.mark.parametrize("content", ["", "{", '{"devices": 3}', '{"key": "k", "devices": [{}]}'])
def test_a_list_that_is_damaged_is_none(home, combo, content: str) -> None:
    device_list.list_file().parent.mkdir(parents=True, exist_ok=True)
    device_list.list_file().write_text(content)
    add_devices(combo)
    assert names(combo) == ["auto", "cpu"]


def test_of_a_device_that_has_no_room_the_beginning_is_seen(qtbot) -> None:
    combo = QComboBox()
    qtbot.addWidget(combo)
    add_devices(combo)
    show_device(combo, "cpu")
    assert combo.lineEdit().cursorPosition() == 0
    renew_devices(combo)
    show_device(combo, "auto")
    assert combo.lineEdit().cursorPosition() == 0
