"""A combo box for a Processing parameter: choices in words, and what is not in its list.

QGIS's own hints for string parameters make a closed list: a model given by its path would silently
become the first model of the list when a run is repeated from the history.
"""

from __future__ import annotations

from typing import Any

from processing.gui.wrappers import DIALOG_MODELER, WidgetWrapper
from qgis.core import QgsProcessingOutputString, QgsProcessingParameterString
from qgis.PyQt.QtWidgets import QComboBox


class ChoiceWidgetWrapper(WidgetWrapper):
    """Shows choices by their text and returns their value, or what was typed.

    Named in a parameter's metadata, with ``choices``: pairs of text and value; with ``is_closed``
    nothing else can be chosen.
    """

    def createWidget(self, choices: list[list[str]], *, is_closed: bool = False) -> QComboBox:
        combo = QComboBox()
        combo.setEditable(not is_closed)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for text, value in choices:
            combo.addItem(text, value)
        if self.dialogType == DIALOG_MODELER:
            for source in self.dialog.getAvailableValuesOfType(
                QgsProcessingParameterString, QgsProcessingOutputString
            ):
                combo.addItem(self.dialog.resolveValueDescription(source), source)
        combo.currentTextChanged.connect(lambda: self.widgetValueHasChanged.emit(self))
        return combo

    def setValue(self, value: Any) -> None:
        self.setComboValue(value)

    def value(self) -> Any:
        return self.comboValue()
