"""STAC Items of others, in the spellings of the extension's versions and its official examples."""

import json

import numpy as np
import pytest

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.models.catalog import find_model
from crossearth_engine.models.metadata import read_stac_item
from tests.engine.conftest import read, run, save_network
from tests.engine.runs.test_networks_of_others import CONV as CONVOLUTION
from tests.engine.runs.test_networks_of_others import (
    FIRST,
    FLAT_ARGMAX,
    FLOAT,
    IN,
    INT32,
    KINDS,
    save,
    scene,
)

COLORS = [
    {"value": 0, "name": "red", "color_hint": [255, 0, 0]},
    {"value": 1, "name": "green", "color_hint": None},
    {"value": 2, "name": None, "title": "blue"},
]
HIGHEST = np.eye(3, dtype=np.float32)[:, :, None, None] * 20


def write(folder, source=None, output=None, asset=None, network=True, **properties):
    """Write an item of others beside a network; entries replace those of a usual one."""
    if network:
        save_network(folder / "net.onnx", HIGHEST)
    item = {
        "id": "theirs",
        "properties": {
            "mlm:name": "Theirs",
            "mlm:tasks": ["semantic-segmentation"],
            "mlm:input": [
                {
                    "name": "image",
                    "bands": ["B04", "B03", "B02"],
                    "input": {
                        "shape": [-1, 3, 64, 64],
                        "dim_order": ["batch", "channel", "height", "width"],
                        "data_type": "float32",
                    },
                    **(source or {}),
                }
            ],
            "mlm:output": [
                {
                    "tasks": ["semantic-segmentation"],
                    "result": {
                        "shape": [-1, 3, 64, 64],
                        "dim_order": ["batch", "class", "height", "width"],
                        "data_type": "float32",
                    },
                    "classification:classes": COLORS,
                    **(output or {}),
                }
            ],
            **properties,
        },
        "assets": {
            "weights": {
                "href": "./net.onnx",
                "roles": ["mlm:model", "mlm:weights"],
                **(asset or {}),
            }
        },
    }
    path = folder / "item.json"
    path.write_text(json.dumps(item))
    return path


@pytest.mark.parametrize("spelling", ["classification:classes", "classification_classes"])
def test_both_spellings_of_the_classes_are_read(tmp_path, raster_factory, spelling):
    item = write(tmp_path, output={"classification:classes": [], spelling: COLORS})
    model = find_model(str(item))
    assert [(c.name, c.color) for c in model.classes][:2] == [
        ("red", "#ff0000"), ("green", model.classes[1].color),
    ]  # fmt: skip
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(item), bands=[1, 2, 3])
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))


@pytest.mark.parametrize("place", ["properties", "asset", "result"])
def test_classes_may_stand_elsewhere(tmp_path, place):
    entries = {"classification:classes": COLORS}
    given = {"properties": {}, "asset": {}, "output": {"classification:classes": []}}
    if place == "result":
        given["output"]["result"] = {"shape": [-1, 3, 64, 64], **entries}
    else:
        given[place] = entries
    item = write(tmp_path, output=given["output"], asset=given["asset"], **given["properties"])
    assert [c.name for c in read_stac_item(item).classes] == ["red", "green", "blue"]


def test_classes_out_of_order_belong_to_the_channels_of_their_values(tmp_path, raster_factory):
    item = write(tmp_path, output={"classification:classes": COLORS[::-1]})
    assert [c.name for c in find_model(str(item)).classes] == ["red", "green", "blue"]
    data = scene()
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(item), bands=[1, 2, 3])
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))
    assert [c["name"] for c in result["classes"]] == ["red", "green", "blue"]


def test_class_numbers_are_the_values_of_the_classes(tmp_path, raster_factory):
    # The network returns 0 to 2, and its classes are 1, 2 and 5: 0 is none of them.
    save(tmp_path / "net.onnx", *KINDS["int64 class numbers"])
    entries = [{**entry, "value": value} for entry, value in zip(COLORS, (1, 2, 5), strict=True)]
    item = write(tmp_path, network=False, output={"classification:classes": entries})
    with pytest.raises(IncompatibleModel, match=r"number 0, .* 1, 2, 5\. Import it .*--classes"):
        run(raster_factory(data=scene()), tmp_path / "map.tif", model=str(item), bands=[1, 2, 3])


def test_class_numbers_from_one_keep_their_names(tmp_path, raster_factory):
    nodes = [IN, CONVOLUTION, FLAT_ARGMAX, ("Add", "a one", "n", {}),
             ("Cast", "n", "y", {"to": INT32})]  # fmt: skip
    save(tmp_path / "net.onnx", nodes, (FLOAT, FIRST), {"y": (INT32, ["B", "S", "S"])})
    entries = [{**entry, "value": entry["value"] + 1} for entry in COLORS]
    item = write(tmp_path, network=False, output={"classification:classes": entries})
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(item), bands=[1, 2, 3])
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0) + 1)


@pytest.mark.parametrize(
    ("key", "entries"),
    [
        ("eo:bands", [{"name": "B5", "common_name": "nir"}, {"name": "B4", "common_name": "red"},
                      {"name": "B3", "common_name": "green"}]),
        ("raster:bands", [{"name": "B5", "eo:common_name": "nir"}, {"name": "B4"}, {"name": "B3"}]),
        ("bands", [{"name": "B5", "eo:common_name": "nir"}, {"name": "B4"}, {"name": "B3"}]),
    ],
)  # fmt: skip
def test_bands_of_another_sensor_are_what_the_item_says(tmp_path, key, entries):
    item = write(tmp_path, {"bands": ["B5", "B4", "B3"]}, asset={key: entries})
    assert read_stac_item(item).bands == ("nir", "B4", "B3")


def test_bands_that_only_the_asset_names_are_the_model_s(tmp_path):
    names = [{"name": name} for name in ("B08", "B04", "B03")]
    assert read_stac_item(write(tmp_path, {"bands": []}, asset={"eo:bands": names})).bands == (
        "B08", "B04", "B03",
    )  # fmt: skip


@pytest.mark.parametrize("names", [["batch", "height", "width", "channel"],
                                   ["batch", "y", "x", "bands"]])  # fmt: skip
def test_the_order_of_axes_is_read(tmp_path, raster_factory, names):
    save(tmp_path / "net.onnx", *KINDS["channels last, free sizes"])
    source = {"bands": [], "input": {"shape": [-1, 96, 96, 3], "dim_order": names}}
    item = write(tmp_path, source, network=False)
    model = find_model(str(item))
    assert (model.window_size, len(model.bands)) == (96, 3)
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(item))
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))


def test_scalings_of_old_versions_are_applied(tmp_path):
    statistics = [{"mean": m, "stddev": s} for m, s in ((10, 2), (20, 4), (30, 5))]
    model = read_stac_item(write(tmp_path, {"norm_type": "z-score", "statistics": statistics}))
    assert (model.mean, model.std) == ((10, 20, 30), (2, 4, 5))
    ends = [{"minimum": 0, "maximum": 10_000}]
    model = read_stac_item(write(tmp_path, {"norm_type": "min-max", "statistics": ends}))
    assert (model.mean, model.std) == ((0,) * 3, (10_000,) * 3)
    scaling = [{"type": "z-score", "mean": 7, "stddev": 3}]
    assert read_stac_item(write(tmp_path, {"scaling": scaling})).mean == (7,) * 3


def test_one_channel_with_two_classes_or_one_has_a_threshold(tmp_path, raster_factory):
    weights = np.array([[1.0, 0, 0]], np.float32)[:, :, None, None] * 20
    data = scene()
    for entries in (COLORS[:2], [{"value": 1, "name": "road"}]):
        output = {"result": {"shape": [-1, 1, 64, 64]}, "classification:classes": entries}
        item = write(tmp_path, output=output, network=False)
        nodes = [IN, CONVOLUTION, ("Sigmoid", "z", "y", {})]
        save(tmp_path / "net.onnx", nodes, (FLOAT, FIRST), {"y": (FLOAT, ["B", 1, "S", "S"])},
             weights=weights[:, :, 0, 0], bias=[-10.0])  # fmt: skip
        # Pixels are taken as they are: 20 times 0.5 is 10.
        run(raster_factory(data=data), tmp_path / "map.tif", model=str(item), bands=[1, 2, 3])
        assert np.array_equal(read(tmp_path / "map.tif"), data[0] > 0.5)
    assert [c.name for c in find_model(str(item)).classes] == ["not road", "road"]


SCENE = {
    "tasks": ["classification"],
    "result": {"shape": [-1, 10], "dim_order": ["batch", "class"]},
}
AMOUNTS = {"tasks": ["regression", "downscaling"], "result": {"shape": [-1, 3, 128, 256]}}
URL = "https://huggingface.co/torchgeo/ftw/resolve/main/sentinel2_unet.pth"
TRUE_REASONS = {
    "scenes (item_basic, item_eo_bands)": (
        {"output": SCENE}, "made for classification and gives no class to every pixel"),
    "amounts (item_datacube_variables)": (
        {"output": AMOUNTS, "mlm:tasks": ["regression"]}, "made for regression, downscaling"),
    "weights on a server (item_pytorch_geo_unet)": (
        {"asset": {"href": URL, "mlm:artifact_type": "torch.save"}}, "not here but at https://hug"),
    "TorchScript": ({"asset": {"href": "./m.pt", "mlm:artifact_type": "torch.jit.save"}},
                    "a TorchScript archive. Only ONNX can be run"),
    "torch.export": ({"asset": {"href": "./m.pt2", "mlm:artifact_type": "torch.export.save"}},
                     "a program of torch.export"),
    "TensorFlow": ({"asset": {"href": "./m", "mlm:artifact_type": "tensorflow.saved_model"}},
                   "made for tensorflow"),
    "several inputs (item_multi_io)": (
        {"mlm:input": [{"name": "RGB"}, {"name": "NDVI"}, {"name": "DEM"}]},
        r"takes 3 inputs \(RGB, NDVI, DEM\)"),
    "a band to be computed (item_bands_expression)": (
        {"source": {"bands": ["B04", "B03", {"name": "NDVI", "expression": "(B08 - B04)"}]}},
        r"its band NDVI has to be computed \(\(B08 - B04\)\)"),
    "another normalization": ({"source": {"norm_type": "l2"}}, "normalized by l2"),
    "no statistics": ({"source": {"norm_type": "z-score"}}, "no statistics tell how"),
    "an older extension": ({"mlm:input": None, "dlm:inputs": {}}, "older extension dlm"),
    "no model": ({"mlm:input": None}, "no mlm:input"),
    "no classes": ({"output": {"classification:classes": []}}, "states no classes"),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "reason"), TRUE_REASONS.values(), ids=TRUE_REASONS)
def test_what_is_not_run_is_refused_with_the_true_reason(tmp_path, raster_factory, changes, reason):
    item = write(tmp_path, **changes)
    with pytest.raises(IncompatibleModel, match=reason):
        run(raster_factory(data=scene()), tmp_path / "map.tif", model=str(item), bands=[1, 2, 3])


def test_a_regression_of_others_makes_a_map_of_numbers(tmp_path, raster_factory):
    weights = np.array([1, 0, 2], np.float32)[None, :, None, None]
    save_network(tmp_path / "net.onnx", weights, activation="Identity")
    told = {
        "name": "canopy height",
        "tasks": ["regression"],
        "result": {"shape": [-1, 1, 64, 64], "dim_order": ["batch", "channel", "height", "width"]},
        "classification:classes": [],
    }
    item = write(tmp_path, output=told, network=False, **{"mlm:tasks": ["regression"]})
    model = find_model(str(item))
    assert model.quantity is not None
    assert (model.quantity.name, model.quantity.range) == ("canopy height", None)
    data = scene()
    facts = run(raster_factory(data=data), tmp_path / "map.tif", model=str(item), bands=[1, 2, 3])
    pixels = (data.astype(np.float32) - np.array(model.mean, np.float32)[:, None, None]) / np.array(
        model.std, np.float32
    )[:, None, None]
    np.testing.assert_allclose(read(tmp_path / "map.tif"), pixels[0] + 2 * pixels[2], rtol=1e-4)
    assert facts["numbers"]["name"] == "canopy height"


def test_a_regression_of_several_numbers_is_refused(tmp_path):
    told = {"tasks": ["regression"], "result": {"shape": [-1, 3, 64, 64]}}
    item = write(tmp_path, output=told, **{"mlm:tasks": ["regression"]})
    with pytest.raises(IncompatibleModel, match="no class to every pixel, nor one number"):
        find_model(str(item))
