"""A walk in the panel: the button that begins, goes on and ends, the others, and what is told.

Places are gone to one after another on the canvas, whose keys are the walk's meanwhile. Another
tool pauses the walk; it ends only where that is asked for.
"""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ...translation import translate
from .hint import Hint
from .walk import Walk
from .walk_canvas import WalkCanvas
from .walk_steps import WalkSteps


class WalkBox(QWidget):
    """What all walks have; which places, what an answer does and how to look at one, they say.

    Attributes:
        walk_button: begins, goes on, or ends.
        end_button: ends while another tool has the keys.
        steps: the other buttons.
        hint: where the walk is.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walk = Walk()
        self.walk_button = QToolButton(self)
        self.end_button = QToolButton(self)
        self.end_button.setText(translate("CrossEarth", "End"))
        self.steps = WalkSteps(self)
        self.hint = Hint(self)

    @property
    def is_walking(self) -> bool:
        """Whether the canvas is the walk's, also while another tool has the keys."""
        return self._view.is_taken

    def stop(self) -> None:
        """Give the canvas back; the walk stays as far as it is."""
        if self._view.is_taken:
            self._view.give_back()
            self._show()

    def _set_canvas(self, canvas: QgsMapCanvas) -> None:
        """Tell where places are looked at; called once."""
        self._canvas = canvas
        self._view = WalkCanvas(canvas, self)
        self._view.class_chosen.connect(self._choose)
        self._view.commanded.connect(self._command)
        self._view.tool_left.connect(self._show)
        self._view.canvas_wanted.connect(self.stop)
        self.steps.commanded.connect(self._command)
        self.walk_button.clicked.connect(self._begin_or_end)
        self.end_button.clicked.connect(self.stop)

    def _begin_or_end(self) -> None:
        if self._view.has_keys:
            self.stop()
        elif self.is_walking:
            self._view.take()
            self._look()
        else:
            self._begin()

    def _choose(self, number: int) -> None:
        """Answer with a class, by its key or by a click while another tool has the keys."""
        if self.is_walking and number < len(self._walk.keys):
            self._view.take()
            self._answer(self._walk.keys[number])

    def _command(self, command: str) -> None:
        """Do what a key or a button says; who moves on wants the keys."""
        if command == "end":
            self.stop()
        elif command not in self._steps_of_walk:
            return
        elif command == "map":
            self._view.toggle_maps()
            self._show()
        else:
            if self.is_walking:
                self._view.take()
            if command == "skip":
                self._skip()
            elif command == "undo":
                self._undo()
            else:
                self._walk.go(1 if command == "next" else -1)
                self._look()

    def _show_buttons(self, text: str, *, at_rest: tuple[str, ...]) -> None:
        """Show the buttons.

        Args:
            text: of the one that begins, while there is no walk.
            at_rest: commands that are of use then.
        """
        if self._view.has_keys:
            text = translate("CrossEarth", "End")
        elif self.is_walking:
            text = translate("CrossEarth", "Go On")
        self.walk_button.setText(text)
        self.end_button.setVisible(self.is_walking and not self._view.has_keys)
        self.steps.show_only(self._steps_of_walk if self.is_walking else at_rest)

    def _state_sentences(self) -> list[str]:
        """Return what was said of the place, and that the walk is paused, as far as that is so."""
        walk, sentences = self._walk, []
        if walk.current_class:
            said = translate("CrossEarth", "You have said {name}.")
            sentences.append(said.format(name=walk.current_class))
        elif walk.index in walk.skipped:
            sentences.append(translate("CrossEarth", "Skipped."))
        if not self._view.has_keys and self._view.is_hiding:
            sentences.append(
                translate(
                    "CrossEarth",
                    "Another tool is chosen; the maps stay hidden. Press Go On for the keys.",
                )
            )
        elif not self._view.has_keys:
            sentences.append(
                translate("CrossEarth", "Another tool is chosen. Press Go On for the keys.")
            )
        return sentences

    def _crs(self) -> QgsCoordinateReferenceSystem:
        return QgsCoordinateReferenceSystem.fromWkt(self._walk.crs)

    @property
    def _steps_of_walk(self) -> tuple[str, ...]:
        """The commands that have buttons while one walks."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python

    def _begin(self) -> None:
        """Take the canvas, where there are places; or look for some."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python

    def _look(self) -> None:
        """Go to the place."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python

    def _answer(self, class_name: str) -> None:
        """Note what is at the place, and go on."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python

    def _skip(self) -> None:
        """Pass the place over, unless something is said of it, and go on."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python

    def _undo(self) -> None:
        """Take the last answer back, and go to its place."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python

    def _show(self) -> None:
        """Show where the walk is and what can be done."""
        raise NotImplementedError  # sip's classes cannot be abstract ones of Python
