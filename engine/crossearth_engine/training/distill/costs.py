"""What distilling costs beside a map by the teacher, and from how many windows on it pays."""

from __future__ import annotations

import math
from dataclasses import dataclass

from crossearth_engine.job import duration_text
from crossearth_engine.shared.wording import say

WORTH = 0.2
"""Of the time of a map by the teacher: what distilling and mapping should take together at most."""


@dataclass(frozen=True)
class Costs:
    """Times that were measured, seconds; of windows of a map, overlaps included.

    Attributes:
        teacher_s: for a window by the teacher.
        student_s: for a window by the distilled model.
        distilling_s: for all of distilling: lessons, training, judging and writing.
        lessons_s: for the teacher's part of it.
        lessons: windows that the teacher looked at.
        teacher_windows: that a map of the raster by the teacher takes.
        student_windows: likewise by the student.
    """

    teacher_s: float
    student_s: float
    distilling_s: float
    lessons_s: float
    lessons: int
    teacher_windows: int
    student_windows: int

    @property
    def teacher_map_s(self) -> float:
        """What a map of the raster by the teacher takes."""
        return self.teacher_windows * self.teacher_s

    @property
    def student_map_s(self) -> float:
        """What a map of the raster by the distilled model takes."""
        return self.student_windows * self.student_s

    @property
    def share(self) -> float:
        """Distilling and mapping the raster by the student, of what a map by the teacher takes."""
        return (self.distilling_s + self.student_map_s) / self.teacher_map_s

    @property
    def worthwhile_windows(self) -> int | None:
        """Windows by the teacher from which on `share` is `WORTH` at most; None: never."""
        ratio = self.student_windows / self.teacher_windows
        saved_s = WORTH * self.teacher_s - ratio * self.student_s
        return None if saved_s <= 0 else math.ceil(self.distilling_s / saved_s)

    def sentences(self) -> list[str]:
        """Return it in sentences."""
        text = say(
            "Distilling took {distilling}, of which the teacher {lessons_time} for {lessons} "
            "windows, {teacher_s} s each. A map of this raster takes the teacher {teacher_windows} "
            "or {teacher_time}, the new model {student_windows} or {student_time}, at {student_s} "
            "s each: together with distilling {share} % of a map by the teacher.",
            distilling=duration_text(self.distilling_s),
            lessons_time=duration_text(self.lessons_s),
            lessons=self.lessons,
            teacher_s=f"{self.teacher_s:.3g}",
            teacher_windows=_windows(self.teacher_windows),
            teacher_time=duration_text(self.teacher_map_s),
            student_windows=_windows(self.student_windows),
            student_time=duration_text(self.student_map_s),
            student_s=f"{self.student_s:.3g}",
            share=f"{100 * self.share:.0f}",
        )
        windows = self.worthwhile_windows
        if windows is None:
            most = say(
                "However large the raster, it is more than a fifth of that: the new model itself "
                "takes too long."
            )
        else:
            most = say(
                "From {windows} of the teacher's on it is a fifth at most.",
                windows=_windows(windows),
            )
        return [text, most]

    def to_dict(self) -> dict[str, float | int | None]:
        """Return it, ready for JSON."""
        return {
            "teacher_window_s": round(self.teacher_s, 4),
            "student_window_s": round(self.student_s, 4),
            "distilling_s": round(self.distilling_s, 1),
            "lessons_s": round(self.lessons_s, 1),
            "lessons": self.lessons,
            "teacher_windows": self.teacher_windows,
            "student_windows": self.student_windows,
            "share": round(self.share, 3),
            "worthwhile_windows": self.worthwhile_windows,
        }


def _windows(count: int) -> str:
    return say("1 window") if count == 1 else say("{count} windows", count=count)
