"""Curves of a training while it goes on: loss falling, score rising."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ...translation import translate

_HEIGHT = 130
_MARGIN = 6

Points = list[tuple[int, float]]


class Curves(QWidget):
    """Losses on an axis of their own, scores between 0 and 1 on another.

    One plot and no axes with ticks: whether it still gets better is all that is asked of it. The
    latest figures stand in the legend.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: dict[str, Points] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("CrossEarth", "Curves of the training"))

    def clear(self) -> None:
        """Forget all figures."""
        self._points.clear()
        self.update()

    def add(self, step: int, values: dict[str, float]) -> None:
        """Take figures at a step.

        Args:
            step: of the training; increasing.
            values: by name: ``loss`` and ``val_loss``, or a score such as ``val_miou``.
        """
        for name, value in values.items():
            if name in _curves():
                self._points.setdefault(name, []).append((step, float(value)))
        self._describe()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _HEIGHT)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid)))
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(frame, 3, 3)
        line = painter.fontMetrics().height()
        names = [name for name in _curves() if name in self._points]
        plot = frame.adjusted(_MARGIN, _MARGIN + line * max(len(names), 1), -_MARGIN, -_MARGIN)
        losses = [self._points[name] for name in names if _is_loss(name)]
        steps = [step for name in names for step, _ in self._points[name]]
        top = max((value for points in losses for _, value in points), default=1.0)
        for row, name in enumerate(names):
            label, color = _curves()[name]
            points = self._points[name]
            painter.setPen(QPen(QColor(color), 2))
            y = frame.top() + _MARGIN + line * row
            painter.drawLine(
                QPointF(frame.left() + _MARGIN, y + line / 2),
                QPointF(frame.left() + _MARGIN + 14, y + line / 2),
            )
            highest = top if _is_loss(name) else 1.0
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolyline(_polyline(points, plot, min(steps), max(steps), highest))
            painter.setPen(palette.color(QPalette.ColorRole.Text))
            painter.drawText(
                QRectF(frame.left() + _MARGIN + 20, y, frame.width(), line),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
                f"{label} {points[-1][1]:.3f}",
            )
        painter.end()

    def _describe(self) -> None:
        # What the eye sees, for those who cannot.
        self.setAccessibleDescription(
            ", ".join(
                f"{_curves()[name][0]} {points[-1][1]:.3f}" for name, points in self._points.items()
            )
        )


def _curves() -> dict[str, tuple[str, str]]:
    """Return label and colour of each figure that is drawn; the colours read on light and dark."""
    return {
        "loss": (translate("CrossEarth", "Loss"), "#8c8c8c"),
        "val_loss": (translate("CrossEarth", "Loss on held-out polygons"), "#d55e00"),
        "val_miou": (translate("CrossEarth", "Mean IoU on held-out polygons"), "#0f9d76"),
    }


def _is_loss(name: str) -> bool:
    return name.endswith("loss")


def _polyline(
    points: Sequence[tuple[int, float]], plot: QRectF, first: int, last: int, highest: float
) -> QPolygonF:
    span = max(last - first, 1)
    return QPolygonF(
        [
            QPointF(
                plot.left() + plot.width() * (step - first) / span,
                plot.bottom() - plot.height() * min(max(value / highest, 0.0), 1.0)
                if highest > 0
                else plot.bottom(),
            )
            for step, value in points
        ]
    )
