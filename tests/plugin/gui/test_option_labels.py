"""Options in the words of the panel."""

import pytest

from crossearth_qgis.gui.option_labels import with_labels
from crossearth_qgis.processing.finetune import FinetuneAlgorithm
from crossearth_qgis.processing.segment import SegmentAlgorithm


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("Say so (NODATA 0): it is imagery.", "Say so (“NoData values” 0): it is imagery."),
        ("If you know, say so (PIXEL_SIZE).", "If you know, say so (“Raster pixel size”)."),
        ("Leave out GSD.", "Leave out “Model pixel size”."),
        (
            "If it is the wrong CRS, say so (CRS).",
            "If it is the wrong CRS, say so (“CRS of the raster”).",
        ),
        ("/data/STRETCH/NODATA.tif is no raster.", "/data/STRETCH/NODATA.tif is no raster."),
        ("The model “MATCH” is no ONNX file.", "The model “MATCH” is no ONNX file."),
    ],
)
def test_options_are_called_as_the_form_labels_them(told, shown) -> None:
    assert with_labels(told, SegmentAlgorithm().create()) == shown


def test_what_only_the_layer_has_is_called_as_qgis_does() -> None:
    shown = with_labels("Say that the value is no data (NODATA 22).", FinetuneAlgorithm().create())
    assert shown == ("Say that the value is no data (“Additional no data value” of the layer: 22).")
    shown = with_labels("Say so (NODATA).", FinetuneAlgorithm().create())
    assert shown == "Say so (“Additional no data value” of the layer)."
