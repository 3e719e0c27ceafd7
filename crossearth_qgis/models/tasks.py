"""What models find, and on which imagery, in the user's words."""

from __future__ import annotations

from collections.abc import Sequence

from ..translation import translate


def task_title(task: str) -> str:
    """Return what a task of the catalogue is called; one without words is called by its id."""
    titles = {
        "clouds": translate("CrossEarth", "Clouds and shadows"),
        "land-cover": translate("CrossEarth", "Land cover"),
        "buildings": translate("CrossEarth", "Buildings"),
        "roads": translate("CrossEarth", "Roads"),
        "water": translate("CrossEarth", "Water"),
        "trees": translate("CrossEarth", "Trees"),
        "fields": translate("CrossEarth", "Fields"),
        "floods": translate("CrossEarth", "Floods"),
        "burn-scars": translate("CrossEarth", "Burn scars"),
    }
    return titles.get(task, task)


def imagery_title(imagery: str) -> str:
    """Return what imagery is called; names of sensors are what they are."""
    titles = {
        "aerial": translate("CrossEarth", "aerial imagery"),
        "satellite": translate("CrossEarth", "satellite imagery, 1 m or finer"),
    }
    return titles.get(imagery, imagery)


def tasks_title(tasks: Sequence[str]) -> str:
    """Return what several tasks are called together."""
    return ", ".join(map(task_title, tasks)) or translate("CrossEarth", "Others")


def checked_text(checked: str) -> str:
    """Return what the makers of the plugin know of a published file."""
    texts = {
        "": "",
        "run": translate("CrossEarth", "fetched and run by the makers of this plugin"),
        "digest": translate("CrossEarth", "its checksum is known; not run by us"),
        "named": translate(
            "CrossEarth",
            "named by its authors; neither fetched nor run by the makers of this plugin",
        ),
    }
    return texts.get(checked, checked)
