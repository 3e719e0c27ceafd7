"""Lists of STAC Items that are empty or damaged."""

import pytest

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.raster.stac_items import is_list, rasters_listed


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "is empty"), (b'{"type": "Featu', "is damaged"), (b"\xff\xfe", "is damaged")],
)
@pytest.mark.parametrize("name", ["items.json", "items.geojson"])
def test_a_damaged_list_is_called_a_list(name, content, said, tmp_path):
    path = tmp_path / name
    path.write_bytes(content)
    assert is_list(path)
    with pytest.raises(InvalidRequest, match=f"The list .* {said}"):
        rasters_listed(path, None)


def test_a_list_without_items_is_a_list(tmp_path):
    path = tmp_path / "items.json"
    path.write_text('{"type": "FeatureCollection", "features": []}')
    assert is_list(path)
    assert rasters_listed(path, None).rasters == []
