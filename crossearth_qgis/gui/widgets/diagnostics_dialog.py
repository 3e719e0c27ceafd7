"""What to paste into a report of a fault, shown before it is copied."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QFontDatabase
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...processing.diagnostics import DiagnosticsAlgorithm
from ...translation import translate
from ..algorithm_runner import AlgorithmRunner
from .plain_text import PlainLabel


def diagnostics_button(parent: QWidget) -> QPushButton:
    """Return a button that shows the report in a dialog of its own."""
    button = QPushButton(translate("CrossEarth", "Diagnostics…"), parent)
    button.setToolTip(
        translate("CrossEarth", "Versions, settings and the log, to paste in a report of a fault")
    )
    # The window, not the button: what the dialog is shown above may go while it is open.
    button.clicked.connect(lambda: DiagnosticsDialog(button.window()).open())
    return button


class DiagnosticsDialog(QDialog):
    """Collects the report when it is opened; nothing leaves it but by its button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("CrossEarth", "CrossEarth Diagnostics"))
        self.resize(QSize(720, 560))
        introduction = PlainLabel(
            self,
            translate(
                "CrossEarth",
                "Copy this into a report of a fault. Names, your home folder and passwords have "
                "been left out; read it before you send it. Nothing is sent by itself.",
            ),
        )
        introduction.setWordWrap(True)
        self.text_edit = QPlainTextEdit(self)
        self.text_edit.setReadOnly(True)
        self.text_edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text_edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text_edit.setPlaceholderText(translate("CrossEarth", "Asking QGIS and the engine…"))
        self.text_edit.setAccessibleName(translate("CrossEarth", "Report"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.copy_button = buttons.addButton(
            translate("CrossEarth", "&Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.setEnabled(False)
        self.copy_button.clicked.connect(self._copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(introduction)
        layout.addWidget(self.text_edit, 1)
        layout.addWidget(buttons)
        self._runner = AlgorithmRunner(self)
        self._runner.succeeded.connect(self._show)
        self._runner.failed.connect(self.text_edit.setPlainText)
        self._runner.start(DiagnosticsAlgorithm(), {})

    def done(self, result: int) -> None:
        self._runner.cancel()
        super().done(result)
        self.deleteLater()

    def _show(self, results: dict[str, Any]) -> None:
        self.text_edit.setPlainText(results[DiagnosticsAlgorithm.TEXT])
        self.copy_button.setEnabled(True)

    def _copy(self) -> None:
        QgsApplication.clipboard().setText(self.text_edit.toPlainText())
        self.copy_button.setText(translate("CrossEarth", "Copied"))
