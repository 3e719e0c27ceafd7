"""The outline of what lies at a place: the ground around it that looks alike.

A person says with a key what is there, and this is what that is said of. Read and grown in the GUI
thread, so it is small: a square of a few cells, whatever the pixels of the raster measure.
"""

from __future__ import annotations

import statistics
from pathlib import Path

from qgis.core import QgsGeometry, QgsPointXY, QgsRasterLayer, QgsRectangle

from .raster_source import needs_rendering

RADIUS = 12
"""How far an outline reaches from its place, cells."""

_EDGE = 2 * RADIUS + 1
_MOST_BANDS = 4
# Alike is what differs by less than so much of the deviation around, and of the value itself.
_DEVIATIONS, _SHARE = 0.8, 0.06

Cell = tuple[int, int]


def cell_size(layer: QgsRasterLayer, gsd_m: float | None, unit_m: float) -> float:
    """Return what a cell measures, units of the raster: a pixel, or more of a very fine one.

    Args:
        layer: the raster.
        gsd_m: what the model takes for a pixel, metres, if it says.
        unit_m: what a unit of the raster's CRS measures, metres.
    """
    pixel = float(min(layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY()))
    return max(pixel, 0.0 if gsd_m is None else gsd_m / unit_m / 2)


def similar_area(layer: QgsRasterLayer, place: QgsPointXY, cell: float) -> QgsGeometry:
    """Return the outline around a place of the raster, in its CRS.

    A square where nothing can be read at once, as of a file on a server; empty off the raster.

    Args:
        layer: the raster.
        place: in its CRS.
        cell: what a cell measures, units of that.
    """
    reach = cell * _EDGE / 2
    left, top = place.x() - reach, place.y() + reach
    bands = _read(layer, QgsRectangle(left, place.y() - reach, left + 2 * reach, top))
    near = [(row, column) for row in range(-2, 3) for column in range(-2, 3)]
    cells = {(RADIUS + row, RADIUS + column) for row, column in near}
    if bands:
        cells = _smooth(_grown(bands))
    rows: list[QgsGeometry] = []
    for row, first, last in _runs(cells):
        rows.append(
            QgsGeometry.fromRect(
                QgsRectangle(
                    left + first * cell,
                    top - (row + 1) * cell,
                    left + (last + 1) * cell,
                    top - row * cell,
                )
            )
        )
    return QgsGeometry.unaryUnion(rows).intersection(QgsGeometry.fromRect(layer.extent()))


def _read(layer: QgsRasterLayer, extent: QgsRectangle) -> list[list[list[float]]]:
    """Return the values of the first bands by rows and columns; none where that may take long."""
    provider = layer.dataProvider()
    if needs_rendering(layer) or not Path(provider.dataSourceUri().split("|")[0]).exists():
        return []
    bands = []
    for band in range(1, min(provider.bandCount(), _MOST_BANDS) + 1):
        block = provider.block(band, extent, _EDGE, _EDGE)
        if not block.isValid():
            return []
        bands.append(
            [[block.value(row, column) for column in range(_EDGE)] for row in range(_EDGE)]
        )
    return bands


def _grown(bands: list[list[list[float]]]) -> set[Cell]:
    """Return the cells that hang together with the middle, look like it, and are near it."""
    middle = range(RADIUS - 1, RADIUS + 2)
    seed = {(row, column) for row in middle for column in middle}
    limits = []
    for band in bands:
        values = [value for row in band for value in row if value == value]
        own = [band[row][column] for row, column in seed if band[row][column] == band[row][column]]
        if not own:
            return seed
        mean = statistics.fmean(own)
        within = max(_DEVIATIONS * statistics.pstdev(values), _SHARE * abs(mean))
        limits.append((band, mean - within, mean + within))
    cells, edge = set(seed), list(seed)
    while edge:
        row, column = edge.pop()
        for cell in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)):
            if cell in cells or (cell[0] - RADIUS) ** 2 + (cell[1] - RADIUS) ** 2 > RADIUS**2:
                continue
            if all(low <= band[cell[0]][cell[1]] <= high for band, low, high in limits):
                cells.add(cell)
                edge.append(cell)
    return cells


def _smooth(cells: set[Cell]) -> set[Cell]:
    """Return cells without holes of one and without hairs: those that most around them agree on."""
    around = [(row, column) for row in (-1, 0, 1) for column in (-1, 0, 1)]
    votes: dict[Cell, int] = {}
    for row, column in cells:
        for down, right in around:
            cell = row + down, column + right
            votes[cell] = votes.get(cell, 0) + 1
    smooth = {cell for cell, count in votes.items() if count >= 5}
    # What has come apart by that is another thing.
    found, edge = set(), [(RADIUS, RADIUS)]
    while edge:
        row, column = edge.pop()
        if (row, column) in smooth and (row, column) not in found:
            found.add((row, column))
            edge += [(row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1)]
    return found or {(RADIUS, RADIUS)}


def _runs(cells: set[Cell]) -> list[tuple[int, int, int]]:
    """Return row, first and last column of each run of cells."""
    runs: list[tuple[int, int, int]] = []
    for row, column in sorted(cells):
        if runs and runs[-1][0] == row and runs[-1][2] == column - 1:
            runs[-1] = (row, runs[-1][1], column)
        else:
            runs.append((row, column, column))
    return runs
