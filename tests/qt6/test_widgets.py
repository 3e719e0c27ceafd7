"""Every form, widget and page of the plugin is made, drawn and used with Qt 6."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import MagicMock

import pytest
from PyQt6 import sip
from PyQt6.QtCore import QEvent, Qt, QTimer
from PyQt6.QtGui import QColor, QKeyEvent, QPalette
from PyQt6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QMainWindow,
    QMessageBox,
    QSpinBox,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
from qgis.gui import QgsMapCanvas

import crossearth_qgis
from crossearth_qgis.bridge.engine import Engine
from crossearth_qgis.gui.segment.class_table import ClassTable
from crossearth_qgis.gui.training.accuracy_table import AccuracyTable
from crossearth_qgis.gui.training.curves import Curves
from crossearth_qgis.gui.widgets.plain_text import is_agreed
from crossearth_qgis.processing.provider import CrossEarthProvider
from tests.qt6.test_imports import MODULES, PLUGIN

FORMS = sorted(path.stem for path in PLUGIN.rglob("*.ui"))
CHANGES = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)
CHANGES += (QEvent.Type.LanguageChange, QEvent.Type.EnabledChange)
KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_C, Qt.Key.Key_Return, Qt.Key.Key_Delete)

pytestmark = pytest.mark.usefixtures("application")


def widget_classes() -> list[type[QWidget]]:
    found = {
        value
        for name in MODULES
        if ".gui" in name
        for value in vars(importlib.import_module(name)).values()
        if isinstance(value, type) and issubclass(value, QWidget) and value.__module__ == name
    }
    return sorted(found, key=lambda widget: widget.__qualname__)


WIDGETS = widget_classes()


@pytest.fixture(params=WIDGETS, ids=lambda widget: widget.__name__)
def widget(request: pytest.FixtureRequest, application: QApplication) -> Iterator[QWidget]:
    """Give each widget in turn, made with what its constructor asks for by name, and shown."""
    engine = Engine(lambda: [])
    known = {"provider": CrossEarthProvider(engine), "map_canvas": QgsMapCanvas()}
    known.update(engine=engine, text="Some text")
    arguments = {}
    for name, parameter in inspect.signature(request.param.__init__).parameters.items():
        if name in known:
            is_made_later = str(parameter.annotation).startswith("Callable")
            arguments[name] = (lambda name=name: known[name]) if is_made_later else known[name]
    made = request.param(**arguments)
    made.resize(360, 700)
    made.show()
    application.processEvents()
    yield made
    if not sip.isdeleted(made):  # a dialog deletes itself
        made.close()
        application.processEvents()
    if not sip.isdeleted(made):
        sip.delete(made)


def colors_of(widget: QWidget) -> set[QColor]:
    image = widget.grab().toImage()
    across, down = range(0, image.width(), 3), range(0, image.height(), 3)
    return {image.pixelColor(x, y).name() for x in across for y in down}


def test_every_form_is_of_a_widget_that_is_tried() -> None:
    pages = {"accuracy_panel", "segment_panel", "setup_page", "training_panel"}
    assert set(FORMS) == {*pages, "expert_options"}
    modules = {widget.__module__.rpartition(".")[2] for widget in WIDGETS}
    assert set(FORMS) <= modules
    assert len(WIDGETS) > 20


def test_every_page_of_a_widget_is_drawn(widget: QWidget, application: QApplication) -> None:
    pages = [widget, *widget.findChildren(QStackedWidget), *widget.findChildren(QTabWidget)]
    for book in pages:
        for index in range(book.count() if isinstance(book, (QStackedWidget, QTabWidget)) else 1):
            if book is not widget:
                book.setCurrentIndex(index)
            application.processEvents()
            assert not widget.grab().isNull()
    if type(widget).__name__ in ("CrossEarthDock", "SegmentPanel", "TrainingPanel", "SetupPage"):
        assert len(colors_of(widget)) > 5  # text, frames, fields: not an empty page


def test_a_widget_takes_every_change_and_key(widget: QWidget, application: QApplication) -> None:
    for kind in CHANGES:
        application.sendEvent(widget, QEvent(kind))
    dark = QPalette(QColor("#202020"), QColor("#101010"))
    widget.setPalette(dark)
    for key in KEYS:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            for modifier in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.ControlModifier,
            ):
                application.sendEvent(widget, QKeyEvent(kind, key, modifier))
    application.processEvents()
    if not sip.isdeleted(widget):
        assert not widget.grab().isNull()


def test_fields_of_a_widget_take_every_value(widget: QWidget, application: QApplication) -> None:
    for combo in widget.findChildren(QComboBox):
        for index in range(combo.count()):
            combo.setCurrentIndex(index)
            combo.activated.emit(index)
    for box in widget.findChildren(QCheckBox):
        for _ in range(2):
            box.click()
    for kind in (QSpinBox, QDoubleSpinBox):
        for spin in widget.findChildren(kind):
            for value in (spin.maximum(), spin.minimum()):
                spin.setValue(value)
    application.processEvents()
    assert not widget.grab().isNull()


def test_tables_and_curves_show_figures() -> None:
    classes = [
        {"name": name, "color": color, "pixels": 10, "percent": 50.0, "area_m2": area}
        for name, color, area in (("Water", "#0000ff", 2e7), ("Trees <b>", "#00ff00", 3.5))
    ]
    table = ClassTable()
    table.set_classes(classes)
    assert [table.item(row, 0).text() for row in range(2)] == ["Water", "Trees <b>"]
    table.selectRow(1)
    copied = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(table, copied)
    assert QApplication.clipboard().text().splitlines()[1] == "Trees <b>\t3.50\t50.000\t10"
    table.clearSelection()
    assert {"#0000ff", "#00ff00"} <= colors_of(table)
    accuracy = AccuracyTable()
    accuracy.set_classes([{"name": "Water", "precision": 0.5, "recall": None, "iou": 0.25}])
    assert [accuracy.item(0, column).text() for column in range(4)] == [
        "Water",
        "0.50",
        "–",
        "0.25",
    ]
    curves = Curves()
    curves.resize(300, 130)
    for step in (1, 2, 3):
        curves.add(step, {"loss": 1 / step, "val_loss": 2 / step, "val_miou": step / 4})
    assert {"#d55e00", "#0f9d76"} <= colors_of(curves)


@pytest.mark.parametrize(("button", "answer"), [("Yes", True), ("No", False)])
def test_a_question_is_answered(button: str, answer: bool) -> None:
    def click() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        box.button(QMessageBox.StandardButton[button]).click()

    QTimer.singleShot(0, click)
    assert is_agreed(QDialog(), "A title", "Really?") is answer


def test_plugin_comes_and_goes(application: QApplication, tmp_path: Path) -> None:
    window = QMainWindow()
    window.restoreDockWidget = lambda _: False  # as QGIS's, which has never seen it
    iface = MagicMock(mainWindow=lambda: window, mapCanvas=lambda: QgsMapCanvas())
    iface.addDockWidget.side_effect = window.addDockWidget
    iface.removeDockWidget.side_effect = window.removeDockWidget
    plugin = crossearth_qgis.classFactory(iface)
    plugin.initGui()
    action = iface.addToolBarIcon.call_args.args[0]
    window.show()
    action.trigger()
    application.processEvents()
    dock = iface.addDockWidget.call_args.args[1]
    assert dock.isVisible()
    assert len(colors_of(dock)) > 5
    plugin.unload()
    application.processEvents()
    iface.removeToolBarIcon.assert_called_once_with(action)
    window.close()
