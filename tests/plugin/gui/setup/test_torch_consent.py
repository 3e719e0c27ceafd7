from __future__ import annotations

import sys

import pytest
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from crossearth_qgis import settings
from crossearth_qgis.gui.setup.torch_consent import may_use_torch
from crossearth_qgis.setup import addons, engine_environment


@pytest.fixture
def asked(monkeypatch, qtbot) -> list[str]:
    """Say no to every question, and note it."""
    questions: list[str] = []

    def refuse(box: QMessageBox) -> QMessageBox.StandardButton:
        questions.append(box.text())
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "exec", refuse)
    return questions


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_where_torch_is_nobody_is_asked(asked, parent, monkeypatch) -> None:
    monkeypatch.setattr(engine_environment, "lacks_torch", lambda: False)
    assert may_use_torch(parent)
    assert asked == []


def test_a_refusal_is_respected_and_not_remembered(asked, parent, monkeypatch) -> None:
    monkeypatch.setattr(engine_environment, "lacks_torch", lambda: True)
    assert not may_use_torch(parent)
    assert "MB" in asked[0]
    assert not settings.torch_is_agreed()


def test_consent_is_remembered(parent, monkeypatch) -> None:
    monkeypatch.setattr(engine_environment, "lacks_torch", lambda: True)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton.Yes)
    assert may_use_torch(parent)
    assert settings.torch_is_agreed()
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: pytest.fail("asked again"))
    assert may_use_torch(parent)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere other builds have CUDA")
def test_a_card_makes_it_the_larger_download_and_that_is_said(asked, parent, monkeypatch) -> None:
    monkeypatch.setattr(engine_environment, "lacks_torch", lambda: True)
    monkeypatch.setattr(addons, "nvidia_card", lambda: "NVIDIA L4")
    monkeypatch.setattr(addons, "python_version", lambda _: "3.12")
    assert not may_use_torch(parent)
    assert "PyTorch for NVIDIA cards" in asked[0]
    assert "GB" in asked[0]
