"""Vector files on a server, whose features might come in part."""

import pytest

from crossearth_engine.errors import UnreadableMask
from crossearth_engine.raster.mask import PolygonMask
from crossearth_engine.raster.vector import field_types, read_attributes, read_layer
from crossearth_engine.raster.vector_copy import VectorLayer

NAMES = (
    "s3://bucket/area.gpkg",
    "https://example.com/area.geojson?sig=1",
    "/vsicurl/https://example.com/area.fgb|layername=area",
    "/vsizip//vsis3/bucket/area.zip/area.shp",
    "/vsizip/{/vsicurl/https://example.com/area.zip}/area.shp",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_vector_file_on_a_server_is_refused_with_a_remedy(name):
    with pytest.raises(UnreadableMask, match="download it"):
        PolygonMask.read(name, None)
    for ask in (read_layer, field_types, VectorLayer.of, lambda path: read_attributes(path, ())):
        with pytest.raises(OSError, match="download it"):
            ask(name)
