"""Each kind of thing that Qt 6 or QGIS 4 no longer takes is found, and what both take is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools import qt6_rules

PLUGIN = Path(__file__).resolve().parents[1] / "crossearth_qgis"


def found(source: str) -> list[str]:
    return [sentence for _, sentence in qt6_rules.offences(source)]


def test_plugin_keeps_the_rules() -> None:
    for path in PLUGIN.rglob("*.py"):
        assert found(path.read_text(encoding="utf-8")) == [], path


@pytest.mark.parametrize(
    "source",
    [
        # Where things are imported from.
        "from PyQt5.QtCore import Qt",
        "import PyQt5.QtWidgets as w",
        "def f():\n    from PyQt6 import QtCore",
        "import sip",
        "from qgis.PyQt.Qt import QUrl",
        "from qgis.PyQt.QtWebKitWidgets import QWebView",
        "from qgis.PyQt import QtXmlPatterns",
        "from qgis.PyQt.QtWidgets import QAction",
        "from qgis.PyQt.QtWidgets import QWidget, QShortcut as Shortcut",
        "from qgis.PyQt import QtWidgets\naction = QtWidgets.QAction('a')",
        "from . import resources_rc",
        "from .icons_rc import *\nimport icons_rc",
        # What is gone.
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt import QtCore\nx = QtCore.QRegExp('a')",
        "from qgis.PyQt.QtGui import QRegExpValidator",
        "from qgis.PyQt.QtWidgets import QDesktopWidget, QLabel",
        "from qgis.PyQt.QtCore import QVariant",
        "field = QgsField('a', QVariant.Int)",
        "x = QVariant()",
        "if value == QVariant(QVariant.Double): pass",
        "kind = QVariant.Type.Int",
        "qApp.processEvents()",
        "dialog.exec_()",
        "QgsApplication.instance().exec_()",
        "class D(QDialog):\n    def exec_(self): ...",
        "document.print_(printer)",
        "screen = QApplication.desktop().screenGeometry()",
        "screen = QApplication.desktop()",
        "w = self.fontMetrics().width('a')",
        "w = QFontMetrics(font).width('a')",
        "box.fontMetrics().width(text) + 3",
        "stream.setCodec('UTF-8')",
        "seconds = when.toTime_t()",
        "header.setResizeMode(0, mode)",
        "edit.setTabStopWidth(4)",
        "item.setTextColor(red)",
        "bytes = image.byteCount()",
        # Ways to call.
        "menu.addAction(icon, 'a', self.run, 'Ctrl+A')",
        "QDateTime(2026, 1, 2, 3, 4, 5, 6, 7)",
        "QDateTime(QDate(2026, 1, 2))",
        "combo.activated[str].connect(f)",
        "combo.currentIndexChanged['QString'].connect(f)",
        "group.buttonClicked[int].connect(f)",
        "reply.error.connect(f)",
        "self._process.error.connect(self.f)",
        "box.stateChanged.connect(f)",
        # Enums.
        "label.setAlignment(Qt.AlignLeft)",
        "label.setAlignment(Qt.AlignLeft | Qt.AlignmentFlag.AlignTop)",
        "def f(a=Qt.AlignRight): ...",
        "x = {Qt.UserRole: 1}",
        "if event.key() == QtCore.Qt.Key_Escape: pass",
        "if dialog.exec() == QDialog.Accepted: pass",
        "if dialog.exec() == dialog.Accepted: pass",
        "if event.type() == event.KeyPress: pass",
        "self.setSelectionMode(self.SingleSelection)",
        "icon = style.standardIcon(QStyle.SP_DialogOkButton)",
        "icon = style.standardIcon(style.SP_DialogOkButton)",
        "bar.pushMessage('a', Qgis.Warning)",
        "task = QgsTask('a', QgsTask.CanCancel)",
        "combo.setFilters(QgsMapLayerProxyModel.RasterLayer)",
        "x = QgsWkbTypes.PolygonGeometry",
        "x = QPalette.Window",
        "role = Qt.UserRole\nf(role)",
        "button == Qt.MouseButton.MidButton",
        "item.data(Qt.ItemDataRole.BackgroundColorRole)",
        "painter.setRenderHint(QPainter.RenderHint.HighQualityAntialiasing)",
        "label.setAlignment(Qt.Alignment())",
        "widget.setWindowFlags(Qt.WindowFlags(1))",
        "flags = QgsTask.Flags()",
        "x = int(Qt.CheckState.Checked)",
        "x = int(Qgis.MessageLevel.Info)",
        "key = QKeySequence(Qt.CTRL + Qt.Key_P)",
        "key = QKeySequence(Qt.Modifier.CTRL + Qt.Key.Key_P)",
        # QGIS's own.
        "extent.setMinimal()",
        "layer.saveStyleToDatabase('a', '', True, '')",
        "QgsVectorFileWriter.writeAsVectorFormat(layer, path, 'utf-8')",
    ],
)
def test_what_is_no_longer_taken_is_found(source: str) -> None:
    assert found(source)


@pytest.mark.parametrize(
    "source",
    [
        "from qgis.PyQt.QtCore import Qt, pyqtSignal\nfrom qgis.PyQt import uic",
        "label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)",
        "if dialog.exec() == QDialog.DialogCode.Accepted: pass",
        "kinds = QgsMapLayerProxyModel.Filter\ncombo.setFilters(kinds.PolygonLayer)",
        "task = QgsTask('a', QgsTask.Flag(0))",
        "options = QgsVectorFileWriter.SaveVectorOptions()",
        "try: f()\nexcept QgsExpression.Error: pass",
        "def f(node: QgsLayerTree.Node) -> Qt.AlignmentFlag: ...",
        "isinstance(reply, messages.Welcome)",
        "can_be_silent = hasattr(QgsTask.Flag, 'Silent')",
        "from osgeo import gdal\nx = gdal.Open(path)\nn = x.RasterCount",
        "import json\njson.JSONDecodeError",
        "process.pid; event.pos(); box.width()",
        "menu.addAction('a', self.run)",
        "combo.activated.connect(f)",
        "box.toggled.connect(f)",
        "names['str']; x.rows[int]",
        "self.layout().setContentsMargins(0, 0, 0, 0)",
        "role = Qt.ItemDataRole.UserRole + 1",
        "x = int(Qt.AlignmentFlag.AlignLeft)",
        "x = Qt.CheckState.Checked.value + 1",
        "settings.exec_path = 1",
        "QDateTime(day, time)",
    ],
)
def test_what_is_taken_by_both_is_left_alone(source: str) -> None:
    assert found(source) == []


def test_place_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.py").write_text("x = 1\ndialog.exec_()\n", encoding="utf-8")
    assert qt6_rules.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == (
        f"{tmp_path / 'a.py'}:2: calls exec_(), which is gone: exec()\n"
    )
    (tmp_path / "a.py").write_text("dialog.exec()\n", encoding="utf-8")
    assert qt6_rules.main([str(tmp_path)]) == 0
