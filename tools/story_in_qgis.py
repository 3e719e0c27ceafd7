"""Telling a story inside a real QGIS: a generator that yields what to wait for, and pictures.

Pictures are what the window draws of itself. A story that breaks leaves its traceback beside them.
"""

from __future__ import annotations

import os
import random
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import qgis.utils
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QDockWidget, QWidget
from qgis.utils import iface

SHOTS = Path(os.environ["CROSSEARTH_SHOTS"])
POLL_MS = 100
Story = Iterator[Callable[[], bool]]
RANDOM = random.Random(1)  # noqa: S311 - squares, not secrets


def dock() -> QDockWidget:
    """Return the plugin's panel."""
    return qgis.utils.plugins["crossearth_qgis"]._dock


def shoot(name: str, widget: QWidget | None = None) -> None:
    """Save a picture of a widget, or of the whole window."""
    (widget or iface.mainWindow()).grab().save(str(SHOTS / f"{name}.png"))


def ticks(count: int) -> Callable[[], bool]:
    """Wait that many polls: for layouts and hover effects to settle."""
    left = [count]

    def is_over() -> bool:
        left[0] -= 1
        return left[0] < 0

    return is_over


def is_drawn() -> bool:
    """Return whether the canvas shows everything."""
    return not iface.mapCanvas().isDrawing()


def draw_squares(
    samples: QgsVectorLayer, layer: QgsRasterLayer, count: int, threshold: float
) -> None:
    """Draw squares of 12 pixels: ``bright`` where band 1 is above a value, else ``dark``."""
    samples.startEditing()
    extent, size = layer.extent(), 12 * layer.rasterUnitsPerPixelX()
    for _ in range(count):
        x = RANDOM.uniform(extent.xMinimum(), extent.xMaximum() - size)
        y = RANDOM.uniform(extent.yMinimum(), extent.yMaximum() - size)
        square = QgsRectangle(x, y, x + size, y + size)
        value, _is_there = layer.dataProvider().sample(square.center(), 1)
        feature = QgsFeature(samples.fields())
        feature["class"] = "bright" if value > threshold else "dark"
        feature.setGeometry(QgsGeometry.fromRect(square))
        samples.addFeature(feature)


KEPT: list[object] = []


def tell(story: Story) -> None:
    """Step through a story; quit QGIS at its end, or when it breaks."""
    waiting = [lambda: True]

    def step() -> None:
        try:
            if waiting[0]():
                waiting[0] = next(story)
        except StopIteration:
            leave()
        except Exception:
            (SHOTS / "failure.txt").write_text(traceback.format_exc(), encoding="utf-8")
            leave()

    def leave() -> None:
        timer.stop()
        # Without layers there is nothing to lose, and QGIS asks nothing.
        QgsProject.instance().clear()
        iface.actionExit().trigger()

    timer = QTimer(iface.mainWindow())
    timer.timeout.connect(step)
    timer.start(POLL_MS)
    # The timer and its slot refer to each other only: Python would collect them in mid-story.
    KEPT.extend((timer, step))
