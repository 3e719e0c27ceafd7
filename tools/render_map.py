"""Draw an image beside its class raster, with a legend, into a PNG; run by QGIS's Python.

Usage: render_map.py IMAGE CLASSES PICTURE

Uses the style that lies beside the class raster, so that the picture shows what QGIS shows.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRasterLayer,
)

MAP_MM = 120.0
LEGEND_MM = 55.0
MARGIN_MM = 6.0
TITLE_MM = 8.0
DPI = 150


def place(item: QgsLayoutItem, x: float, y: float, width: float = 0, height: float = 0) -> None:
    """Add an item to its layout at a place in millimetres."""
    item.layout().addLayoutItem(item)
    item.attemptMove(QgsLayoutPoint(x, y))
    if width:
        item.attemptResize(QgsLayoutSize(width, height))


def open_raster(path: Path) -> QgsRasterLayer:
    """Return the layer, added to the project.

    Raises:
        SystemExit: if QGIS cannot open it.
    """
    layer = QgsRasterLayer(str(path), path.stem)
    if not layer.isValid():
        raise SystemExit(f"QGIS cannot open {path}.")
    QgsProject.instance().addMapLayer(layer)
    return layer


def draw(image: QgsRasterLayer, classes: QgsRasterLayer) -> QgsPrintLayout:
    """Return a page: image on the left, classes beside it, legend on the right."""
    QgsProject.instance().setCrs(image.crs())
    extent = image.extent()
    longest = max(extent.width(), extent.height())
    map_width, map_height = (MAP_MM * side / longest for side in (extent.width(), extent.height()))
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    page = layout.pageCollection().page(0)
    height = max(map_height, LEGEND_MM)
    page.setPageSize(
        QgsLayoutSize(2 * map_width + LEGEND_MM + 4 * MARGIN_MM, height + TITLE_MM + 2 * MARGIN_MM)
    )

    x = MARGIN_MM
    for layer in (image, classes):
        label = QgsLayoutItemLabel(layout)
        label.setText(layer.name())
        place(label, x, MARGIN_MM, map_width, TITLE_MM)
        view = QgsLayoutItemMap(layout)
        view.setLayers([layer])
        view.setKeepLayerSet(True)
        view.setFrameEnabled(True)
        place(view, x, MARGIN_MM + TITLE_MM, map_width, map_height)
        view.setExtent(extent)
        x += map_width + MARGIN_MM

    legend = QgsLayoutItemLegend(layout)
    legend.setAutoUpdateModel(False)  # from here on it has a tree of its own
    legend.model().rootGroup().removeLayer(image)
    node = legend.model().rootGroup().findLayer(classes.id())
    QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
    names = len(classes.renderer().legendSymbologyItems())
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, list(range(1, names + 1)))  # 0 says "Band 1"
    legend.model().refreshLayerLegend(node)
    place(legend, x, MARGIN_MM + TITLE_MM)
    scale = QgsLayoutItemScaleBar(layout)
    scale.setLinkedMap(view)
    scale.applyDefaultSize()
    scale.setNumberOfSegmentsLeft(0)
    place(scale, x, MARGIN_MM + TITLE_MM + height - 14)
    return layout


def main(image: Path, classes: Path, picture: Path) -> int:
    """Write the picture; return 0 if that went well."""
    application = QgsApplication([], True)
    application.initQgis()
    layout = draw(open_raster(image), open_raster(classes))
    rendered = QgsLayoutExporter(layout).renderPageToImage(0, dpi=DPI)
    is_written = rendered.save(str(picture))
    QgsProject.instance().clear()
    application.exitQgis()
    return 0 if is_written else 1


if __name__ == "__main__":
    if len(sys.argv) != 4:
        raise SystemExit(__doc__)
    sys.exit(main(*map(Path, sys.argv[1:])))
