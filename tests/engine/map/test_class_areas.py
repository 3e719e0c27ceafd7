import numpy as np
from affine import Affine
from rasterio.crs import CRS

from crossearth_engine.map.class_areas import AreaCount
from crossearth_engine.raster.area import PixelArea
from crossearth_engine.raster.windows import Window
from crossearth_engine.shared.palette import ClassInfo


def test_areas_are_the_same_in_whichever_order_they_are_summed():
    rng = np.random.default_rng(0)
    transform = Affine(1e-4, 0, 10, 0, -1e-4, 60)
    area = PixelArea(CRS.from_epsg(4326), transform, 300, 9000)
    classes = tuple(ClassInfo(value, str(value), "#000000") for value in range(3))
    pieces = [
        (rng.integers(0, 3, (90, 100)).astype(np.uint8), Window(100 * col, 90 * row, 100, 90))
        for row in range(100)
        for col in range(3)
    ]
    whole, upper, lower = (AreaCount(classes, area) for _ in range(3))
    for piece in pieces:
        whole.add(*piece)
    for piece in pieces[150:]:
        lower.add(*piece)
    for piece in reversed(pieces[:150]):
        upper.add(*piece)
    resumed = AreaCount(classes, area)
    resumed.resume(upper.save())
    resumed.include(lower)
    assert resumed.table() == whole.table()
