"""A piece of the live preview: the engine's file of it, as a picture that has its place."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from osgeo import gdal
from qgis.core import QgsPointXY
from qgis.PyQt.QtGui import QImage, qRgba


@dataclass(frozen=True)
class PreviewPiece:
    """A piece.

    Attributes:
        name: as the engine calls it.
        image: in the colours of the classes.
        corners: upper left, upper right and lower left, in the raster's CRS.
    """

    name: str
    image: QImage
    corners: tuple[QgsPointXY, QgsPointXY, QgsPointXY]


def take_piece(path: Path) -> PreviewPiece:
    """Read a file that the engine has written, and remove it; in any thread.

    Args:
        path: of the file.

    Raises:
        OSError: if it cannot be read.
    """
    dataset = gdal.Open(str(path))
    if dataset is None:
        raise OSError(f"{path} cannot be read")
    band, width, height = dataset.GetRasterBand(1), dataset.RasterXSize, dataset.RasterYSize
    left, across, skew, top, tilt, down = dataset.GetGeoTransform()
    values, table, nodata = band.ReadRaster(), band.GetColorTable(), int(band.GetNoDataValue())
    image = QImage(values, width, height, width, QImage.Format.Format_Indexed8)
    colors = [table.GetColorEntry(value) for value in range(table.GetCount())]
    image.setColorTable(
        [qRgba(*color[:3], 0 if value == nodata else 255) for value, color in enumerate(colors)]
    )
    # It is painted often, and a copy needs the bytes of the file no more.
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    corners = tuple(
        QgsPointXY(left + x * across + y * skew, top + x * tilt + y * down)
        for x, y in ((0, 0), (width, 0), (0, height))
    )
    del band, dataset
    path.unlink(missing_ok=True)
    return PreviewPiece(path.stem, image, corners)
