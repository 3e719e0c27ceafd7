"""What came of trying another way to compute each model, and a button that has all tried anew."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import QDate, QLocale, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...shared import library_trials
from ...translation import translate
from ..widgets.hint import Hint
from ..widgets.plain_text import PlainLabel

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MODEL, _RESULT = 0, 2


def summary() -> str:
    """Return in a sentence how many models were tried, and for how many it was worth it."""
    trials = library_trials.read_trials().values()
    if not trials:
        return translate("CrossEarth", "Nothing was tried on this computer yet.")
    return translate(
        "CrossEarth", "Trials on this computer: {count}. Something faster was found in {taken}."
    ).format(count=len(trials), taken=sum(trial.is_taken for trial in trials))


class TrialsDialog(QDialog):
    """Lists the trials, the latest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("CrossEarth", "Trials on This Computer"))
        self.resize(960, 360)
        introduction = PlainLabel(
            self,
            translate(
                "CrossEarth",
                "With precision auto the processor computes a model in another library, or in "
                "less precision, where that takes less time and 99.5 % of the pixels keep their "
                "class. That is tried once for each model, on windows of what you map, and holds "
                "from then on.",
            ),
        )
        introduction.setWordWrap(True)
        self.table = QTableWidget(self)
        titles = [
            translate("CrossEarth", "Model"),
            translate("CrossEarth", "Tried"),
            translate("CrossEarth", "Result"),
            translate("CrossEarth", "Same classes"),
            translate("CrossEarth", "Time needed"),
            translate("CrossEarth", "Cores"),
            translate("CrossEarth", "Date"),
        ]
        self.table.setColumnCount(len(titles))
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setAccessibleName(translate("CrossEarth", "Trials"))
        rows = self.table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        # What there is to read; a name or a reason may be long.
        header.setSectionResizeMode(_MODEL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)
        self.hint = Hint(self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.forget_button = QPushButton(translate("CrossEarth", "&Try All Anew"), self)
        self.forget_button.setAutoDefault(False)
        self.forget_button.setToolTip(
            translate("CrossEarth", "Forget what was found; each model is tried at its next run")
        )
        buttons.addButton(self.forget_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.forget_button.clicked.connect(self._forget)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (introduction, self.table, self.hint, buttons):
            layout.addWidget(widget)
        self._show()

    def _show(self) -> None:
        trials = list(reversed(library_trials.read_trials().values()))
        self.forget_button.setEnabled(bool(trials))
        self.table.setRowCount(len(trials))
        for row, trial in enumerate(trials):
            for column, text in enumerate(_cells(trial)):
                cell = QTableWidgetItem(text)
                if column > _RESULT:
                    cell.setTextAlignment(_RIGHT)
                self.table.setItem(row, column, cell)

    def _forget(self) -> None:
        try:
            library_trials.forget_trials()
        except OSError as error:
            sentence = translate("CrossEarth", "What was found cannot be deleted: {reason}.")
            self.hint.set_text(sentence.format(reason=error.strerror))
        self._show()


def _cells(trial: library_trials.LibraryTrial) -> list[str]:
    locale = QLocale()
    # Rounded down: what changes is not rounded away.
    same = locale.toString(math.floor(trial.same * 10_000) / 100, "f", 2) + " %"
    time = locale.toString(round(trial.time_share * 100)) + " %"
    day = QDate.fromString(trial.day, Qt.DateFormat.ISODate)
    return [
        trial.model,
        f"{trial.library}, {trial.precision}" if trial.precision else trial.library,
        _result(trial),
        same if trial.windows else "–",
        time if trial.windows else "–",
        str(trial.threads or "–"),
        locale.toString(day, QLocale.FormatType.ShortFormat) if day.isValid() else "–",
    ]


def _result(trial: library_trials.LibraryTrial) -> str:
    if trial.is_taken:
        return translate("CrossEarth", "taken")
    reasons = {
        "labels": translate("CrossEarth", "not taken: too many pixels change their class"),
        "time": translate("CrossEarth", "not taken: it saves too little time"),
        library_trials.BEGUN: translate(
            "CrossEarth", "not taken: the trial did not come to its end"
        ),
    }
    return reasons.get(trial.reason) or translate("CrossEarth", "not taken: {reason}").format(
        reason=trial.reason
    )
