"""QGIS's packages for Python, with Qt 6 below them and nothing else in them.

Qt is the real one. Of QGIS there are widgets, which are the Qt widgets that they extend, settings
in memory, and for every other name a class that has every attribute and answers whatever is asked.
So what is tried with it is how the plugin's code gets on with Qt 6; how it gets on with QGIS is
what the tests in a QGIS say.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any
from unittest.mock import MagicMock

from PyQt6 import QtCore, QtGui, QtNetwork, QtWidgets, QtXml, sip, uic

QT_MODULES = {
    "QtCore": QtCore,
    "QtGui": QtGui,
    "QtNetwork": QtNetwork,
    "QtWidgets": QtWidgets,
    "QtXml": QtXml,
}


class _Answers(type(QtCore.QObject)):
    """Gives a class whatever attribute is asked of it: enums, nested classes, static methods."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = MagicMock(name=f"{cls.__name__}.{name}")
        setattr(cls, name, value)
        return value


class _Extended:
    """Gives an instance whatever attribute Qt's class lacks, or of a widget what QGIS adds."""

    added: frozenset[str] | None = None  # any

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or (self.added is not None and name not in self.added):
            raise AttributeError(f"{type(self).__name__} has no {name} in Qt 6")
        value = MagicMock(name=f"{type(self).__name__}.{name}")
        self.__dict__[name] = value
        return value


class Thing(_Extended, metaclass=_Answers):
    """Any class of QGIS that is no widget."""

    def __init__(self, *_: object, **__: object) -> None:
        pass


class QgsSettings(_Extended):
    """Settings that are forgotten with the process."""

    stored: dict[str, Any] = {}  # noqa: RUF012 - shared by all, as QGIS's are

    def value(self, key: str, default: Any = None, **_: object) -> Any:
        return self.stored.get(key, default)

    def setValue(self, key: str, value: Any) -> None:
        self.stored[key] = value

    def remove(self, key: str) -> None:
        self.stored.pop(key, None)

    def contains(self, key: str) -> bool:
        return key in self.stored


class _Object(_Extended, QtCore.QObject, metaclass=_Answers):
    """Any class of QGIS that is an object of Qt."""

    def __init__(self, *_: object, **__: object) -> None:
        QtCore.QObject.__init__(self)


def _widget(name: str, base: type, added: str = "", **signals: object) -> type:
    """Return a widget of QGIS: Qt's, which takes its parent last, and what QGIS adds, by name."""

    def init(self: Any, *arguments: object, **_: object) -> None:
        parents = [item for item in arguments if isinstance(item, QtWidgets.QWidget)]
        base.__init__(self, parents[-1] if parents else None)

    members = {"__init__": init, "added": frozenset(added.split()), **signals}
    return _Answers(name, (_Extended, base), members)


class QgsApplication(_Extended, QtWidgets.QApplication, metaclass=_Answers):
    """The application, with the icons of no theme."""

    def translation(self) -> str:
        return "en"

    @staticmethod
    def getThemeIcon(_: str) -> QtGui.QIcon:
        pixmap = QtGui.QPixmap(16, 16)
        pixmap.fill(QtGui.QColor("gray"))
        return QtGui.QIcon(pixmap)


class QgsProject(Thing):
    """The one project, which knows nothing yet."""

    @classmethod
    def instance(cls) -> QgsProject:
        if "_instance" not in vars(cls):
            cls._instance = cls()
        return cls._instance

    def readEntry(self, _scope: str, _key: str, default: str = "") -> tuple[str, bool]:
        return default, False

    def fileName(self) -> str:
        return ""


class QgsProcessingAlgorithm(Thing):
    """An algorithm that is content with whatever it gets."""

    def canExecute(self) -> tuple[bool, str]:
        return True, ""

    def checkParameterValues(self, *_: object) -> tuple[bool, str]:
        return True, ""


class QgsFileWidget(_Extended, QtWidgets.QWidget, metaclass=_Answers):
    """A field for a file, which is a line in a layout."""

    added = frozenset(("setStorageMode", "setConfirmOverwrite", "setFilter", "setDialogTitle"))
    fileChanged = QtCore.pyqtSignal(str)  # noqa: N815 - QGIS's name

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        QtWidgets.QWidget.__init__(self, parent)
        self._line = QtWidgets.QLineEdit(self)
        QtWidgets.QHBoxLayout(self).addWidget(self._line)
        self._line.textChanged.connect(self.fileChanged)

    def lineEdit(self) -> QtWidgets.QLineEdit:
        return self._line

    def filePath(self) -> str:
        return self._line.text()

    def setFilePath(self, path: str) -> None:
        self._line.setText(path)


_OBJECTS = ("QgsTask", "QgsProcessingAlgRunnerTask", "QgsProcessingFeedback", "QgsFeedback")
_OBJECTS += ("QgsProcessingProvider", "QgsRasterBlockFeedback", "QgsOptionsWidgetFactory")
CORE = {"QgsSettings": QgsSettings, "QgsApplication": QgsApplication, "NULL": None}
CORE.update({"QgsProcessingAlgorithm": QgsProcessingAlgorithm, "QgsProject": QgsProject})
CORE.update({name: _Answers(name, (_Object,), {}) for name in _OBJECTS})
signal = QtCore.pyqtSignal
LAYERS = (
    "setAllowEmptyLayer currentLayer setLayer setFilters setAdditionalLayers setExceptedLayerList"
)
GUI = {
    "QgsCollapsibleGroupBox": _widget(
        "QgsCollapsibleGroupBox",
        QtWidgets.QGroupBox,
        "isCollapsed setCollapsed setSaveCollapsedState",
        collapsedStateChanged=signal(bool),
    ),
    "QgsColorDialog": _widget("QgsColorDialog", QtWidgets.QDialog),
    "QgsDockWidget": _widget("QgsDockWidget", QtWidgets.QDockWidget, closed=signal()),
    "QgsFieldComboBox": _widget(
        "QgsFieldComboBox",
        QtWidgets.QComboBox,
        "currentField setField setFilters setLayer",
        fieldChanged=signal(str),
    ),
    "QgsFileWidget": QgsFileWidget,
    "QgsMapCanvas": _widget(
        "QgsMapCanvas",
        QtWidgets.QGraphicsView,
        "currentLayer currentLayerChanged extent extentsChanged",
    ),
    "QgsMapLayerComboBox": _widget(
        "QgsMapLayerComboBox", QtWidgets.QComboBox, LAYERS, layerChanged=signal(object)
    ),
    "QgsMessageBar": _widget("QgsMessageBar", QtWidgets.QFrame, "pushMessage"),
    "QgsOptionsPageWidget": _widget("QgsOptionsPageWidget", QtWidgets.QWidget),
    "QgsRasterBandComboBox": _widget(
        "QgsRasterBandComboBox",
        QtWidgets.QComboBox,
        "currentBand setBand setLayer",
        bandChanged=signal(int),
    ),
    "QgsScrollArea": _widget("QgsScrollArea", QtWidgets.QScrollArea),
}


class _Module(ModuleType):
    """A module that makes a class of every name that is imported from it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = _Answers(name, (Thing,), {})
        setattr(self, name, value)
        return value


def install() -> None:
    """Let ``import qgis``, ``osgeo`` and ``processing`` find the stand-ins."""
    modules = {name: _Module(name) for name in ("qgis", "qgis.core", "qgis.gui", "qgis.utils")}
    pyqt = ModuleType("qgis.PyQt")
    pyqt.__dict__.update(QT_MODULES, sip=sip, uic=uic)
    modules["qgis.PyQt"] = pyqt
    modules.update({f"qgis.PyQt.{name}": module for name, module in QT_MODULES.items()})
    for name in ("osgeo", "processing", "processing.gui", "processing.gui.wrappers"):
        modules[name] = _Module(name)
    modules["qgis.core"].__dict__.update(CORE)
    modules["qgis.gui"].__dict__.update(GUI)
    modules["qgis"].__dict__.update(utils=modules["qgis.utils"], PyQt=pyqt)
    sys.modules.update(modules)
