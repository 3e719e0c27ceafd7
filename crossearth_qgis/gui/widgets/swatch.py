"""A small square of a class's colour, with an edge that shows on light and on dark ground."""

from __future__ import annotations

from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

_EDGE = 12
_SCALE = 3  # drawn larger than shown, for screens with a pixel ratio above 1


def swatch_icon(color: str) -> QIcon:
    """Return the swatch as an icon.

    Args:
        color: ``#rrggbb``.
    """
    return QIcon(_swatch(color))


def swatch_html(color: str) -> str:
    """Return the swatch as an image tag for a rich text label.

    Args:
        color: ``#rrggbb``.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _swatch(color).save(buffer, "PNG")
    encoded = bytes(data.toBase64()).decode("ascii")
    return f'<img width="{_EDGE}" height="{_EDGE}" src="data:image/png;base64,{encoded}"/>'


def _swatch(color: str) -> QPixmap:
    edge = _EDGE * _SCALE
    pixmap = QPixmap(edge, edge)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(color))
    painter.setPen(QPen(QColor(128, 128, 128), _SCALE))
    inset = _SCALE / 2
    painter.drawRoundedRect(
        QRectF(inset, inset, edge - 2 * inset, edge - 2 * inset), 2 * _SCALE, 2 * _SCALE
    )
    painter.end()
    return pixmap
