"""What Qt 6 and QGIS 4 no longer take, found in sources of Python without either of them.

The kinds are those of QGIS's own `pyqt5_to_pyqt6.py` and of Qt's and PyQt's lists of what changed.
Names that are gone were found by comparing PyQt 5.15 with PyQt 6.11: no class has them any more.
The script of QGIS rewrites, and needs a QGIS 4 to know enums; this one only says what it sees, so
it looks at how names are written: a class of Qt or QGIS is followed by the name of an enum, and
that by its value. Whether the two exist is what `tests/qt6` and `tests/plugin` ask Qt 6 and QGIS.
Standard library only.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

BINDINGS = {"PyQt4", "PyQt5", "PyQt6", "PySide2", "PySide6", "sip"}
GONE_MODULES = {"QtWebKit", "QtWebKitWidgets", "QtScript", "QtXmlPatterns", "QtWinExtras"}
GONE_MODULES |= {"QtX11Extras", "QtMacExtras", "QtNetworkAuth", "Qt"}
MOVED = {"QAction", "QActionGroup", "QShortcut", "QUndoCommand", "QUndoGroup", "QUndoStack"}
MOVED |= {"QFileSystemModel", "QOpenGLWidget"}
GONE = {
    "QDesktopWidget": "QScreen",
    "QGLWidget": "QOpenGLWidget",
    "QMatrix": "QTransform",
    "QNetworkConfigurationManager": "QNetworkInformation",
    "QRegExp": "QRegularExpression, or Python's re",
    "QRegExpValidator": "QRegularExpressionValidator",
    "QStringRef": "str",
    "QTextCodec": "str.encode",
    "QVariant": "the value itself, NULL of qgis.core, or QMetaType.Type",
    "QXmlInputSource": "QXmlStreamReader",
    "QXmlSimpleReader": "QXmlStreamReader",
    "QDirModel": "QFileSystemModel",
    "qApp": "QApplication.instance()",
}
GONE_METHODS = {
    "addDefaultCaCertificate": "QSslConfiguration",
    "byteCount": "sizeInBytes()",
    "exec_": "exec()",
    "filterRegExp": "filterRegularExpression()",
    "fromTime_t": "fromSecsSinceEpoch()",
    "hasPendingEvents": "processEvents()",
    "localPos": "position(), where there is one",
    "longDayName": "QLocale.dayName()",
    "longMonthName": "QLocale.monthName()",
    "networkAccessible": "QNetworkInformation",
    "posF": "position()",
    "print_": "print()",
    "setCodec": "setEncoding()",
    "setFilterRegExp": "setFilterRegularExpression()",
    "setIniCodec": "nothing: settings are UTF-8",
    "setNetworkAccessible": "nothing",
    "setResizeMode": "setSectionResizeMode()",
    "setTabStopWidth": "setTabStopDistance()",
    "setTextColor": "setForeground()",
    "setBackgroundColor": "setBackground()",
    "setTime_t": "setSecsSinceEpoch()",
    "shortDayName": "QLocale.dayName()",
    "shortMonthName": "QLocale.monthName()",
    "smoothScaled": "scaled()",
    "tabStopWidth": "tabStopDistance()",
    "toTime_t": "toSecsSinceEpoch()",
    "viewOptions": "initViewItemOption()",
    "visitedPages": "visitedIds()",
    "widthChar": "horizontalAdvance()",
    "windowPos": "scenePosition()",
    # QGIS's own, announced to go with 4.
    "setMinimal": "setNull(), which QGIS has from 3.34 on",
    "saveStyleToDatabase": "saveStyleToDatabaseV2(), which QGIS has from 3.44 on",
    "writeAsVectorFormat": "writeAsVectorFormatV3()",
    "writeAsVectorFormatV2": "writeAsVectorFormatV3()",
}
RENAMED = {
    "MidButton": "MiddleButton",
    "TextColorRole": "ForegroundRole",
    "BackgroundColorRole": "BackgroundRole",
    "HighQualityAntialiasing": "Antialiasing",
    "NonCosmeticDefaultPen": "Antialiasing",
    "SystemLocaleShortDate": "QLocale.system()",
    "SystemLocaleLongDate": "QLocale.system()",
    "DefaultLocaleShortDate": "QLocale()",
    "DefaultLocaleLongDate": "QLocale()",
}
OVERLOADS = {"activated", "highlighted", "currentIndexChanged", "buttonClicked", "buttonPressed"}
OVERLOADS |= {"buttonReleased", "buttonToggled", "valueChanged", "linkActivated", "finished"}
# Enums of PyQt6 that are numbers as well; all others no longer are.
NUMBERS = {"AlignmentFlag", "ItemDataRole", "Key", "FocusPolicy", "WindowType", "TextFlag", "Type"}
NUMBERS |= {"DialogCode", "StandardButton", "Shape", "Shadow", "Weight", "Stretch", "ItemType"}
NUMBERS |= {"PixelMetric", "StyleHint", "StandardPixmap", "Version", "PolicyFlag", "Property"}
# Properties of GDAL's things that are written like values.
GDAL = {"DataType", "RasterCount", "RasterXSize", "RasterYSize", "XSize", "YSize"}

_CLASS = r"Qt|Qgis|Q[A-Z]\w*|Qgs\w+"
_ENUM = rf"({_CLASS})\.[A-Z]\w*"
_FLAGS = (
    r"(?!SaveVectorOptions)(Alignment|OpenMode|AutoFormatting|StepEnabled|\w*(Actions|Areas|Buttons|"
    r"Capabilities|Controls|Edges|Features|Filters|Flags|Hints|Modes|Modifiers|Options|"
    r"Orientations|Permissions|Policies|States|Triggers|Types|Widgets))"
)


def offences(text: str) -> list[tuple[int, str]]:
    """Return line and sentence of each thing in a source that Qt 6 or QGIS 4 would not take."""
    tree = ast.parse(text)
    found: list[tuple[int, str]] = []
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    called = {id(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    enums = _names_of_enums(tree)
    inner |= enums.keys() | _classes_asked_for(tree)
    modules = _names_of_modules(tree) | set(enums.values())
    for node in ast.walk(tree):
        sentences: Iterator[str] = iter(())
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            sentences = _of_import(node)
        elif isinstance(node, ast.Call):
            sentences = _of_call(node)
        elif isinstance(node, ast.Attribute):
            sentences = _of_attribute(node, id(node) in inner, id(node) in called, modules)
        elif isinstance(node, ast.Subscript):
            sentences = _of_subscript(node)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
            sentences = _of_sum(node)
        elif isinstance(node, ast.Name) and node.id in GONE:
            sentences = iter([f"{node.id} is gone: {GONE[node.id]}"])
        elif isinstance(node, ast.FunctionDef) and node.name in ("exec_", "print_"):
            sentences = iter([f"{node.name} is called {node.name[:-1]}"])
        found += [(node.lineno, sentence) for sentence in sentences]
    return sorted(set(found))


def _names_of_modules(tree: ast.Module) -> set[str]:
    """Return what a source calls modules: those may have functions with capitals."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {(alias.asname or alias.name).split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name for alias in node.names if alias.name.islower()}

    return names


def _names_of_enums(tree: ast.Module) -> dict[int, str]:
    """Return what is given a name of its own, and has values by that: ``kinds = Qgs….Filter``."""
    owners = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    return {
        id(node.value): target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and re.fullmatch(_ENUM, ast.unparse(node.value))
        for target in node.targets
        if isinstance(target, ast.Name) and target.id in owners
    }


def _classes_asked_for(tree: ast.Module) -> set[int]:
    """Return what stands where a class does: isinstance, hasattr, except and annotations."""
    places: list[ast.expr | None] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("isinstance", "issubclass"):
            places += node.args[1:]
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("hasattr", "getattr"):
            places += node.args[:1]
        elif isinstance(node, ast.ExceptHandler):
            places.append(node.type)
        elif isinstance(node, (ast.AnnAssign, ast.arg)):
            places.append(node.annotation)
        elif isinstance(node, ast.FunctionDef):
            places.append(node.returns)
    return {id(inner) for place in places if place is not None for inner in ast.walk(place)}


def _of_import(node: ast.Import | ast.ImportFrom) -> Iterator[str]:
    module = (node.module or "") if isinstance(node, ast.ImportFrom) else ""
    for alias in node.names:
        whole = f"{module}.{alias.name}" if module else alias.name
        parts = whole.split(".")
        if parts[0] in BINDINGS:
            yield f"imports {whole}: take it from qgis.PyQt, which is the Qt that QGIS runs on"
        if parts[:2] == ["qgis", "PyQt"] and len(parts) > 2 and parts[2] in GONE_MODULES:
            yield f"imports qgis.PyQt.{parts[2]}, which is gone"
        if alias.name.endswith("_rc"):
            yield f"imports {alias.name}: compiled resources are gone; take files by their paths"
        if module.startswith("qgis.PyQt") and alias.name in MOVED:
            yield f"imports {alias.name}, which has moved: let addAction() or its like make one"
        if alias.name in GONE:
            yield f"imports {alias.name}, which is gone: {GONE[alias.name]}"


def _of_call(node: ast.Call) -> Iterator[str]:
    name = ast.unparse(node.func)
    method = name.rpartition(".")[2]
    if isinstance(node.func, ast.Attribute):
        if method in GONE_METHODS:
            yield f"calls {method}(), which is gone: {GONE_METHODS[method]}"
        if method == "addAction" and len(node.args) >= 4:
            yield "calls addAction() with a shortcut, whose place has moved: setShortcut()"
        if method == "desktop" and not node.args:
            yield "calls desktop(), which is gone: screen()"
        if method == "width" and re.search(r"fontMetrics\(\)$|^QFontMetricsF?\(", name[:-6]):
            yield "calls width() of a QFontMetrics, which is gone: horizontalAdvance()"
    if method == "QDateTime":
        is_of_a_day = len(node.args) == 1 and ast.unparse(node.args[0]).startswith("QDate(")
        if len(node.args) == 8 or is_of_a_day:
            yield "makes a QDateTime as Qt 6 does not: of a QDate and a QTime"
    if name == "int" and node.args and _is_no_number(node.args[0]):
        yield f"takes {ast.unparse(node.args[0])} for a number, which it no longer is: .value"


def _of_attribute(
    node: ast.Attribute, is_inner: bool, is_called: bool, modules: set[str]
) -> Iterator[str]:
    name, owner = ast.unparse(node), ast.unparse(node.value)
    last = owner.rpartition(".")[2]
    if node.attr in GONE or node.attr in MOVED:
        yield f"{name} is gone or has moved: {GONE.get(node.attr, 'addAction() or its like')}"
    elif node.attr in RENAMED:
        yield f"{name} is gone: {RENAMED[node.attr]}"
    elif node.attr == "stateChanged":
        yield f"{name} gives a number that equals no Qt.CheckState: toggled"
    elif node.attr == "connect" and owner.endswith(".error"):
        yield f"{owner} is called errorOccurred"
    elif last == "Qt" and node.attr.isupper() and not is_inner:
        yield f"{name} names no enum: Qt.Modifier.{node.attr}"
    elif _is_constant(node.attr) and last not in modules:
        is_class = re.fullmatch(_CLASS, last)
        if is_class and re.fullmatch(_FLAGS, node.attr) and not is_inner:
            yield f"{name} is gone: flags are made of the enum itself, whose name has no s"
        elif is_class and not is_inner and not is_called:
            yield f"{name} names no enum: {owner}.<its enum>.{node.attr}"
        elif not last[:1].isupper() and not is_inner and not is_called:
            yield f"{name} takes a constant from a thing: name its class and enum"


def _of_subscript(node: ast.Subscript) -> Iterator[str]:
    if isinstance(node.value, ast.Attribute) and node.value.attr in OVERLOADS:
        kind = ast.unparse(node.slice).strip("'\"")
        if kind in ("str", "int", "QString", "QAbstractButton"):
            yield f"{ast.unparse(node)} is one of several signals of a name, of which one is left"


def _of_sum(node: ast.BinOp) -> Iterator[str]:
    for side in (node.left, node.right):
        if _is_no_number(side):
            yield f"adds {ast.unparse(side)}, which is no number: | joins flags and keys"


def _is_constant(name: str) -> bool:
    """Tell whether a name is written as Qt and QGIS write values: AlignLeft, SP_DialogOk."""
    return bool(re.fullmatch(r"[A-Z]\w*[a-z]\w*", name)) and name not in GDAL


def _is_enum(node: ast.expr) -> bool:
    """Tell whether this is a class of Qt or QGIS, one of its enums, and a value."""
    return bool(re.fullmatch(rf"{_ENUM}\.[A-Z]\w*", ast.unparse(node)))


def _is_no_number(node: ast.expr) -> bool:
    enum = ast.unparse(node).split(".")[-2:-1]
    return _is_enum(node) and not NUMBERS.intersection(enum)


def main(folders: list[str]) -> int:
    """Print each offence in the folders; return 1 if there is one."""
    count = 0
    for path in sorted(path for folder in folders for path in Path(folder).rglob("*.py")):
        for line, sentence in offences(path.read_text(encoding="utf-8")):
            print(f"{path}:{line}: {sentence}")
            count += 1
    return 1 if count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
