"""How far a job is and what it takes, in one line each."""

from __future__ import annotations

from qgis.PyQt.QtCore import QLocale

from ..quantities import number_text
from ..translation import translate


def stage_name(stage: str) -> str:
    """Return what the engine does in a stage, or nothing where the count itself says it."""
    names = {
        "features": translate("CrossEarth", "Looking at the raster"),
        "map": translate("CrossEarth", "Writing the map"),
        "majority": translate("CrossEarth", "Smoothing the map"),
        "sieve": translate("CrossEarth", "Giving small patches to their neighbours"),
        "polygons": translate("CrossEarth", "Drawing polygons"),
        "files": translate("CrossEarth", "Completing the files"),
        "compare": translate("CrossEarth", "Comparing with the reference"),
        "corruptions": translate("CrossEarth", "Mapping spoiled imagery"),
        "change": translate("CrossEarth", "Comparing the maps"),
        "objects": translate("CrossEarth", "Giving the objects their classes"),
        "places": translate("CrossEarth", "Choosing places"),
    }
    return names.get(stage, "")


def stage_text(name: str, seconds_left: float | None) -> str:
    """Return one line for what goes on and the time left; the bar says how far it is."""
    if seconds_left is None:
        return translate("CrossEarth", "{stage}…").format(stage=name)
    return translate("CrossEarth", "{stage}, {time} left").format(
        stage=name, time=duration_text(seconds_left)
    )


def windows_text(done: int, total: int, seconds_left: float | None) -> str:
    """Return one line for the windows done and the time left."""
    if seconds_left is None:
        return translate("CrossEarth", "Window {done} of {total}").format(done=done, total=total)
    return translate("CrossEarth", "Window {done} of {total}, {time} left").format(
        done=done, total=total, time=duration_text(seconds_left)
    )


def percent_text(done: int, total: int, seconds_left: float | None) -> str:
    """Return one line for what is done and the time left, where parts of it mean nothing."""
    percent = QLocale().toString(100 * done // max(total, 1))
    if seconds_left is None:
        return translate("CrossEarth", "{percent} %").format(percent=percent)
    return translate("CrossEarth", "{percent} %, {time} left").format(
        percent=percent, time=duration_text(seconds_left)
    )


def duration_text(seconds: float) -> str:
    """Return a duration as people say it: 0.4 s, 40 s, 3 min 20 s, 2 h 5 min."""
    if 0 < seconds < 1:
        return translate("CrossEarth", "{seconds} s").format(seconds=number_text(seconds, 1))
    whole = round(seconds)
    minutes, rest = divmod(whole, 60)
    hours, minutes_rest = divmod(minutes, 60)
    if hours:
        return translate("CrossEarth", "{hours} h {minutes} min").format(
            hours=hours, minutes=minutes_rest
        )
    if minutes:
        return translate("CrossEarth", "{minutes} min {seconds} s").format(
            minutes=minutes, seconds=rest
        )
    return translate("CrossEarth", "{seconds} s").format(seconds=rest)
