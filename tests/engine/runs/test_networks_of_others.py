"""Networks that others have made: axes, numbers, sizes and outputs that ours do not have.

All look at nothing but the pixel, so that what the map has to be is known: the brightest band.
"""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
import rasterio
from onnx import TensorProto, helper

from crossearth_engine.errors import IncompatibleModel, InvalidRequest
from crossearth_engine.exchange.importing import Description, import_model
from crossearth_engine.models.catalog import find_model
from tests.engine.conftest import RecordedJob, read, run

FLOAT, HALF, DOUBLE = TensorProto.FLOAT, TensorProto.FLOAT16, TensorProto.DOUBLE
BYTE, INT32, INT64, BOOL = TensorProto.UINT8, TensorProto.INT32, TensorProto.INT64, TensorProto.BOOL
NAMES = ("red", "green", "blue", "nir", "more")
TWO = {"axes": [2, 3], "from7": [7, 7]}
TWO |= {f"from{n}": [n, n] for n in (8, 16, 24)} | {f"to-{n}": [-n, -n] for n in (8, 16, 24)}
NUMBERS = {"zero": 0, "c100": 100, "c255": 255, "c1/255": 1 / 255, "c127.5": 127.5, "c0.5": 0.5}
EXTENT = (500_010, 3_999_970, 500_030, 3_999_990)
HARD = {
    "as it is": {},
    "windows in threes": {"window": 24, "overlap": 7, "batch": 3},
    "turned": {"window": 31, "overlap": 15, "join": "average", "tta": True},
}


def scene(bands=3, height=83, width=107, seed=0):
    """Patches of 5 x 5 pixels in random bytes, at odd sizes."""
    shape = (bands, -(-height // 5), -(-width // 5))
    patches = np.random.default_rng(seed).integers(1, 255, shape)
    return np.kron(patches, np.ones((1, 5, 5)))[:, :height, :width].astype(np.uint8)


def save(path: Path, nodes, image, maps, *, bands=3, weights=None, bias=None, **metadata) -> Path:
    """Save a network whose nodes lead from ``i`` to ``y``; ``w`` and ``b`` make the scores.

    Args:
        path: of the file.
        nodes: (operator, input, output, attributes), one after the other.
        image: type and shape of ``i``.
        maps: type and shape of the outputs, by name.
        bands: of the image.
        weights: (K, C); by default the class of a pixel is its brightest band.
        bias: (K,).
        metadata: text by key.
    """
    weights = np.eye(bands) * 20 if weights is None else np.asarray(weights, float)
    bias = np.zeros(len(weights)) if bias is None else np.asarray(bias, float)
    made = [
        helper.make_node(op, inputs.split(), outputs.split(), **attributes)
        for op, inputs, outputs, attributes in nodes
    ]
    constants = [
        helper.make_tensor("w", FLOAT, (*weights.shape, 1, 1), weights.ravel()),
        helper.make_tensor("b", FLOAT, bias.shape, bias),
        helper.make_tensor("one", INT64, [1], [1]),
        helper.make_tensor("axis2", INT64, [1], [2]),
        *(helper.make_tensor(n, FLOAT, [], [v]) for n, v in NUMBERS.items()),
        helper.make_tensor("caffe", FLOAT, [1, 3, 1, 1], [123.7, 116.8, 103.9]),
        *(helper.make_tensor(n, INT64, [2], v) for n, v in TWO.items()),
        helper.make_tensor("row", INT64, [3], [0, -1, len(weights)]),
    ]  # fmt: skip
    used = {name for node in made for name in node.input}
    graph = helper.make_graph(
        made,
        "network",
        [helper.make_tensor_value_info("i", *image)],
        [helper.make_tensor_value_info(name, *entry) for name, entry in maps.items()],
        [constant for constant in constants if constant.name in used],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    names = {str(i): name for i, name in enumerate(NAMES[: len(weights)])}
    keys = {"model_type": '"Segmentor"', "class_names": json.dumps(names), "tile_size": "64"}
    keys |= metadata
    helper.set_model_props(model, {key: text for key, text in keys.items() if text})
    onnx.save(model, path)
    return path


CONV = ("Conv", "x w b", "z", {})
FIRST = ["B", 3, "S", "S"]
LAST = ["B", "S", "S", 3]
TO_FIRST, TO_LAST = {"perm": [0, 3, 1, 2]}, {"perm": [0, 2, 3, 1]}
NHWC_IN = ("Transpose", "i", "x", TO_FIRST)
IN = ("Identity", "i", "x", {})
ARGMAX = ("ArgMax", "z", "a", {"axis": 1, "keepdims": 1})
FLAT_ARGMAX = ("ArgMax", "z", "a", {"axis": 1, "keepdims": 0})

KINDS = {
    "channels last, free sizes": ([NHWC_IN, CONV, ("Transpose", "z", "y", TO_LAST)],
                                  (FLOAT, LAST), {"y": (FLOAT, LAST)}),
    "channels last, nothing told of the map": (
        [NHWC_IN, CONV, ("Transpose", "z", "y", TO_LAST)],
        (FLOAT, [None, None, None, 3]), {"y": (FLOAT, [None, None, None, None])}),
    "channels last, in only": ([NHWC_IN, CONV, ("Softmax", "z", "y", {"axis": 1})],
                               (FLOAT, LAST), {"y": (FLOAT, FIRST)}),
    "channels last, out only": ([IN, CONV, ("Transpose", "z", "y", TO_LAST)],
                                (FLOAT, FIRST), {"y": (FLOAT, LAST)}),
    "channels last, class numbers": (
        [NHWC_IN, CONV, ("Transpose", "z", "t", TO_LAST),
         ("ArgMax", "t", "y", {"axis": 3, "keepdims": 0})],
        (FLOAT, LAST), {"y": (INT64, ["B", "S", "S"])}),
    "pixels in a row": ([NHWC_IN, CONV, ("Transpose", "z", "t", TO_LAST),
                         ("Reshape", "t row", "y", {})],
                        (FLOAT, LAST), {"y": (FLOAT, ["B", "N", 3])}),
    "int64 class numbers": ([IN, CONV, ("ArgMax", "z", "y", {"axis": 1, "keepdims": 1})],
                            (FLOAT, FIRST), {"y": (INT64, ["B", 1, "S", "S"])}),
    "int32 class numbers, no channel": ([IN, CONV, FLAT_ARGMAX, ("Cast", "a", "y", {"to": INT32})],
                                        (FLOAT, FIRST), {"y": (INT32, ["B", "S", "S"])}),
    "byte class numbers": ([IN, CONV, ARGMAX, ("Cast", "a", "y", {"to": BYTE})],
                           (FLOAT, FIRST), {"y": (BYTE, ["B", 1, "S", "S"])}),
    "float class numbers": ([IN, CONV, FLAT_ARGMAX, ("Cast", "a", "y", {"to": FLOAT})],
                            (FLOAT, FIRST), {"y": (FLOAT, ["B", "S", "S"])}),
    "a one for the class": ([IN, CONV, ("Hardmax", "z", "y", {"axis": 1})],
                            (FLOAT, FIRST), {"y": (FLOAT, FIRST)}),
    "half in and out": ([("Cast", "i", "x", {"to": FLOAT}), CONV, ("Cast", "z", "y", {"to": HALF})],
                        (HALF, FIRST), {"y": (HALF, FIRST)}),
    "half out": ([IN, CONV, ("Cast", "z", "y", {"to": HALF})],
                 (FLOAT, FIRST), {"y": (HALF, FIRST)}),
    "double in and out": ([("Cast", "i", "x", {"to": FLOAT}), CONV,
                           ("Cast", "z", "y", {"to": DOUBLE})],
                          (DOUBLE, FIRST), {"y": (DOUBLE, FIRST)}),
    "bytes in": ([("Cast", "i", "x", {"to": FLOAT}), CONV, ("Identity", "z", "y", {})],
                 (BYTE, FIRST), {"y": (FLOAT, FIRST)}),
    "whole numbers in, class numbers out": (
        [("Cast", "i", "x", {"to": FLOAT}), CONV, ("ArgMax", "z", "y", {"axis": 1, "keepdims": 0})],
        (INT32, FIRST), {"y": (INT64, ["B", "S", "S"])}),
    "scores behind numbers of the scene": (
        [IN, CONV, ("Identity", "z", "y", {}),
         ("ReduceMean", "z", "scene", {"axes": [2, 3], "keepdims": 0})],
        (FLOAT, FIRST), {"scene": (FLOAT, ["B", 3]), "y": (FLOAT, FIRST)}),
    "an auxiliary map before the scores": (
        [IN, CONV, ("Neg", "z", "aux_out", {}), ("Identity", "z", "y", {})],
        (FLOAT, FIRST), {"aux_out": (FLOAT, FIRST), "y": (FLOAT, FIRST)}),
    "edges before the scores": (
        [IN, CONV, ("ReduceMax", "z", "edges", {"axes": [1]}), ("Identity", "z", "y", {})],
        (FLOAT, FIRST), {"edges": (FLOAT, ["B", 1, "S", "S"]), "y": (FLOAT, FIRST)}),
    "class numbers before the scores": (
        [IN, CONV, ("ArgMin", "z", "numbers", {"axis": 1, "keepdims": 1}),
         ("Identity", "z", "y", {})],
        (FLOAT, FIRST), {"numbers": (INT64, ["B", 1, "S", "S"]), "y": (FLOAT, FIRST)}),
    "a date that is one": ([IN, CONV, ("Unsqueeze", "z axis2", "y", {})],
                           (FLOAT, FIRST), {"y": (FLOAT, ["B", 3, 1, "S", "S"])}),
}  # fmt: skip
PLAIN = ([IN, CONV, ("Softmax", "z", "y", {"axis": 1})], (FLOAT, FIRST), {"y": (FLOAT, FIRST)})


@pytest.mark.parametrize("options", HARD.values(), ids=HARD)
@pytest.mark.parametrize("kind", KINDS)
def test_the_brightest_band_is_the_class(tmp_path, raster_factory, kind, options):
    model = save(tmp_path / "m.onnx", *KINDS[kind])
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(model), **options)
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))


@pytest.mark.parametrize("options", [{"scales": [0.5, 1.0, 1.5]}, {"gsd": 0.8}], ids=str)
@pytest.mark.parametrize("kind", ["channels last, in only", "float class numbers", "half out"])
def test_other_sizes_of_pixels_are_seen_as_by_our_networks(tmp_path, raster_factory, kind, options):
    raster = raster_factory(data=scene())
    maps = []
    for name, parts in (("plain", PLAIN), ("other", KINDS[kind])):
        model = save(tmp_path / f"{name}.onnx", *parts)
        run(raster, tmp_path / f"{name}.tif", model=str(model), **options)
        maps.append(read(tmp_path / f"{name}.tif"))
    # Class numbers vote where scores would be averaged.
    assert (maps[0] == maps[1]).mean() > 0.9


@pytest.mark.parametrize("kind", KINDS)
def test_an_import_is_the_same_network(tmp_path, raster_factory, monkeypatch, kind):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    said = Description.from_arguments({"bands": ["red", "green", "blue"]})
    import_model(save(tmp_path / "m.onnx", *KINDS[kind]), description=said)
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model="m")
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))


DECIDING = [kind for kind in KINDS if "class numbers" in kind and "before" not in kind]


@pytest.mark.parametrize("kind", [*DECIDING, "a one for the class"])
@pytest.mark.parametrize("product", ["confidence", "probabilities"])
def test_no_one_is_told_how_sure_a_network_is_that_does_not_say(
    tmp_path, raster_factory, kind, product
):
    model = save(tmp_path / "m.onnx", *KINDS[kind])
    with pytest.raises(InvalidRequest, match=f"not how likely it is. Leave out: {product}"):
        run(raster_factory(data=scene()), tmp_path / "map.tif", model=str(model),
            **{product: str(tmp_path / "more.tif")})  # fmt: skip
    assert not list(tmp_path.glob("map*"))


def test_class_numbers_beyond_the_classes_are_told(tmp_path, raster_factory):
    model = save(tmp_path / "m.onnx", *KINDS["int64 class numbers"],
                 class_names='{"0": "a", "1": "b"}')  # fmt: skip
    with pytest.raises(IncompatibleModel, match=r"number 2, but there are 2 classes, .* 0, 1\."):
        run(raster_factory(data=scene()), tmp_path / "map.tif", model=str(model))


def test_a_single_number_that_is_no_class_is_told(tmp_path, raster_factory):
    nodes = [IN, CONV, ("ReduceMean", "z", "y", {"axes": [1]})]
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, FIRST), {"y": (FLOAT, ["B", 1, "S", "S"])})
    with pytest.raises(IncompatibleModel, match="no class number, and there are 3 classes"):
        run(raster_factory(data=scene()), tmp_path / "map.tif", model=str(model))


STRIDED = [IN, CONV, ("Identity", "z", "y", {})]
CROPS = {
    "by 8": [IN, CONV, ("Slice", "z from8 to-8 axes", "y", {})],
    "by 7 and 8": [IN, CONV, ("Slice", "z from7 to-8 axes", "y", {})],
    "class numbers": [IN, CONV, ARGMAX, ("Slice", "a from8 to-8 axes", "y", {})],
}


@pytest.mark.parametrize(
    "options", [*HARD.values(), {"overlap": 30}, {"overlap": 0}, {"extent": EXTENT}], ids=str
)  # fmt: skip
@pytest.mark.parametrize("crop", CROPS)
def test_a_network_that_tells_the_middle_is_shown_more(tmp_path, raster_factory, crop, options):
    kind = (INT64, ["B", 1, "T", "T"]) if crop == "class numbers" else (FLOAT, ["B", 3, "T", "T"])
    model = save(tmp_path / "m.onnx", CROPS[crop], (FLOAT, FIRST), {"y": kind})
    data, job = scene(), RecordedJob()
    run(raster_factory(data=data), tmp_path / "map.tif", job, model=str(model), **options)
    wanted = data.argmax(0)
    if "extent" in options:
        wanted = wanted[20:60, 20:60]
    made = read(tmp_path / "map.tif")
    is_right = made == wanted
    assert is_right.all()
    assert any("are only looked at" in text for _, text in job.logs)


@pytest.mark.parametrize("cropped", [8, 16, 24])
@pytest.mark.parametrize("is_labelled", [False, True])
def test_a_fixed_map_of_the_middle_is_told_from_a_coarse_one_of_all(
    tmp_path, raster_factory, cropped, is_labelled
):
    # Of a window of 64 pixels, 32 and 16 could as well be each second or fourth.
    size = 64 - 2 * cropped
    crop = ("Slice", f"{'a' if is_labelled else 'z'} from{cropped} to-{cropped} axes", "y", {})
    kind = (INT64, [1, 1, size, size]) if is_labelled else (FLOAT, [1, 3, size, size])
    nodes = [IN, CONV, *([ARGMAX] if is_labelled else []), crop]
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, [1, 3, 64, 64]), {"y": kind})
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))


def test_the_context_of_a_window_is_that_of_the_raster(tmp_path, raster_factory):
    # A valid convolution of 9 by 9: what it sees around a pixel decides.
    weights = np.random.default_rng(3).normal(size=(3, 3, 9, 9)).astype(np.float32)
    maps = []
    for name, window in (("small", 40), ("large", 400)):
        graph = helper.make_graph(
            [helper.make_node("Conv", ["i", "w"], ["y"])], "valid",
            [helper.make_tensor_value_info("i", FLOAT, FIRST)],
            [helper.make_tensor_value_info("y", FLOAT, ["B", 3, "T", "T"])],
            [helper.make_tensor("w", FLOAT, weights.shape, weights.tobytes(), raw=True)],
        )  # fmt: skip
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        helper.set_model_props(model, {"tile_size": str(window)})
        onnx.save(model, tmp_path / "m.onnx")
        run(raster_factory(data=scene()), tmp_path / f"{name}.tif", model=str(tmp_path / "m.onnx"),
            overlap=8)  # fmt: skip
        maps.append(read(tmp_path / f"{name}.tif"))
    assert np.array_equal(*maps)


@pytest.mark.parametrize("is_fixed", [False, True])
@pytest.mark.parametrize("stride", [2, 4])
def test_a_coarse_map_is_enlarged(tmp_path, raster_factory, stride, is_fixed):
    nodes = [IN, ("AveragePool", "x", "p", {"kernel_shape": [stride] * 2, "strides": [stride] * 2}),
             ("Conv", "p w b", "y", {})]  # fmt: skip
    image, size = ([1, 3, 64, 64], 64 // stride) if is_fixed else (FIRST, "T")
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, image), {"y": (FLOAT, ["B", 3, size, size])})
    patches = np.random.default_rng(1).integers(1, 255, (3, 5, 6))
    data = np.kron(patches, np.ones((1, 16, 16))).astype(np.uint8)
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    made = read(tmp_path / "map.tif")
    inside = np.zeros(made.shape, bool)
    for row in range(5):
        for col in range(6):
            inside[16 * row + 4 : 16 * row + 12, 16 * col + 4 : 16 * col + 12] = True
    assert np.array_equal(made[inside], data.argmax(0)[inside])
    assert (made == data.argmax(0)).mean() > 0.9


@pytest.mark.parametrize("options", [{"scales": [0.75, 1.0, 1.5]}, {"gsd": 0.8}], ids=str)
def test_a_cropped_map_is_placed_at_every_scale(tmp_path, raster_factory, options):
    raster = raster_factory(data=scene())
    crop = (CROPS["by 8"], (FLOAT, FIRST), {"y": (FLOAT, ["B", 3, "T", "T"])})
    maps = []
    for name, parts in (("plain", PLAIN), ("cropped", crop)):
        model = save(tmp_path / f"{name}.onnx", *parts)
        run(raster, tmp_path / f"{name}.tif", model=str(model), **options)
        maps.append(read(tmp_path / f"{name}.tif"))
    assert (maps[0] == maps[1]).mean() > 0.9


SCALING = {
    "divided by 255": [("Div", "i c255", "x", {})],
    "times 1/255, channels last": [("Mul", "i c1/255", "t", {}), ("Transpose", "t", "x", TO_FIRST)],
    "after a cast": [("Cast", "i", "t", {"to": FLOAT}), ("Mul", "t c1/255", "x", {})],
    "by a constant of a node": [
        ("Constant", "", "c", {"value": helper.make_tensor("v", FLOAT, [1], [255.0])}),
        ("Div", "i c", "x", {}),
    ],
    "to -1 to 1": [("Div", "i c127.5", "x", {})],
}


@pytest.mark.parametrize("scaling", SCALING)
def test_a_network_that_scales_bytes_itself_is_given_bytes(tmp_path, raster_factory, scaling):
    shape = LAST if "last" in scaling else FIRST
    half = 10.0 if "-1" not in scaling else 20.0
    model = save(tmp_path / "m.onnx", [*SCALING[scaling], ("Conv", "x w b", "y", {})],
                 (FLOAT, shape), {"y": (FLOAT, ["B", 2, "S", "S"])},
                 weights=[[20, 0, 0], [0, 0, 0]], bias=[-half, 0])  # fmt: skip
    data = scene()
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    assert np.array_equal(read(tmp_path / "map.tif"), data[0] < 127.5)
    assert "scaling-assumed" not in [finding["code"] for finding in result["findings"]]


def test_means_of_bytes_are_taken_off_bytes(tmp_path, raster_factory):
    model = save(tmp_path / "m.onnx", [("Sub", "i caffe", "x", {}), ("Conv", "x w b", "y", {})],
                 (FLOAT, FIRST), {"y": (FLOAT, FIRST)})  # fmt: skip
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    wanted = (data - np.array([123.7, 116.8, 103.9])[:, None, None]).argmax(0)
    assert np.array_equal(read(tmp_path / "map.tif"), wanted)


def test_what_says_nothing_of_its_scaling_is_told(tmp_path, raster_factory):
    raster = raster_factory(data=scene())
    plain = save(tmp_path / "m.onnx", *PLAIN)
    half = [("Sub", "i c0.5", "x", {}), ("Conv", "x w b", "y", {})]
    centred = save(tmp_path / "c.onnx", half, (FLOAT, FIRST), {"y": (FLOAT, FIRST)})
    told = {"standardization_mean": "[0, 0, 0]", "standardization_std": "[1, 1, 1]"}
    said = save(tmp_path / "s.onnx", *PLAIN, **told)
    for model, is_told in ((plain, True), (centred, True), (said, False)):
        result = run(raster, tmp_path / "map.tif", model=str(model))
        assert ("scaling-assumed" in [f["code"] for f in result["findings"]]) == is_told
        assert np.array_equal(read(tmp_path / "map.tif"), scene().argmax(0))


NAMED = ("B08", "B04", "B03", "B02", "B11", "B12", "B05")


@pytest.mark.parametrize("kind", ["nothing", "names of Sentinel-2", "colours", "descriptions"])
@pytest.mark.parametrize("count", [2, 4, 5, 6])
def test_bands_that_nobody_named_are_taken_in_order(tmp_path, raster_factory, count, kind):
    data = scene(7)
    colors = ["blue", "green", "red", *["undefined"] * 4] if kind == "colours" else None
    raster = raster_factory(data=data, colorinterp=colors)
    names = {"names of Sentinel-2": NAMED, "descriptions": [f"Band {i}" for i in range(7, 0, -1)]}
    with rasterio.open(raster, "r+") as dataset:
        for index, name in enumerate(names.get(kind, ()), 1):
            dataset.set_band_description(index, name)
    shape = ["B", count, "S", "S"]
    labels = json.dumps([f"c{i}" for i in range(count)])
    model = save(tmp_path / "m.onnx", PLAIN[0], (FLOAT, shape), {"y": (FLOAT, shape)},
                 bands=count, class_names=labels)  # fmt: skip
    job = RecordedJob()
    result = run(raster, tmp_path / "map.tif", job, model=str(model))
    assert [band["index"] for band in result["bands"]] == [*range(1, count + 1)]
    assert np.array_equal(read(tmp_path / "map.tif"), data[:count].argmax(0))
    listed = ", ".join(map(str, range(1, count + 1)))
    assert "bands-assumed" in [finding["code"] for finding in result["findings"]]
    assert any(f"bands {listed}, in this order" in text for _, text in job.logs)
    asked = [*range(7, 7 - count, -1)]
    result = run(raster, tmp_path / "map.tif", model=str(model), bands=asked)
    assert np.array_equal(read(tmp_path / "map.tif"), data[[i - 1 for i in asked]].argmax(0))
    assert "bands-assumed" not in [finding["code"] for finding in result["findings"]]


def test_three_bands_are_colours(tmp_path, raster_factory):
    data = scene()
    raster = raster_factory(data=data, colorinterp=["blue", "green", "red"])
    result = run(raster, tmp_path / "map.tif", model=str(save(tmp_path / "m.onnx", *PLAIN)))
    assert [band["index"] for band in result["bands"]] == [3, 2, 1]
    assert np.array_equal(read(tmp_path / "map.tif"), data[::-1].argmax(0))


@pytest.mark.parametrize(
    ("operator", "domain", "versions", "kind", "reason"),
    [("Conv", "", (17, 8), DOUBLE, "operator Conv .* single precision"),
     ("Foo", "my.own", (17, 8), FLOAT, "my.own:Foo is none of ONNX"),
     ("Identity", "", (99, 8), FLOAT, "newer form of ONNX .Opset 99. .* older opset"),
     ("Identity", "", (17, 99), FLOAT, "newer form of ONNX .IR version: 99. .* older opset")],
)  # fmt: skip
def test_what_onnxruntime_has_not_is_told_with_the_way_out(
    tmp_path, operator, domain, versions, kind, reason
):
    constants = [helper.make_tensor("w", kind, (3, 3, 1, 1), np.eye(3).ravel())]
    inputs = ["i", "w"] if operator == "Conv" else ["i"]
    graph = helper.make_graph(
        [helper.make_node(operator, inputs, ["y"], domain=domain)],
        "network",
        [helper.make_tensor_value_info("i", kind, FIRST)],
        [helper.make_tensor_value_info("y", kind, FIRST)],
        constants if operator == "Conv" else [],
    )
    opset, ir_version = versions
    domains = [helper.make_opsetid(name, opset if not name else 1) for name in {"", domain}]
    model = helper.make_model(graph, opset_imports=domains, ir_version=ir_version)
    onnx.save(model, tmp_path / "m.onnx")
    with pytest.raises(IncompatibleModel, match=reason):
        find_model(str(tmp_path / "m.onnx"))


def softmax_of(data):
    shares = np.exp((data - data.max(axis=0).astype(float)) / 255 * 20)
    return shares / shares.sum(axis=0)


@pytest.mark.parametrize("whole", ["one", "a hundred", "a byte"])
def test_shares_of_a_hundred_are_shares(tmp_path, raster_factory, whole):
    scaled = [("Mul", f"s {factor}", "y", {}) for factor in ("c100", "c255")]
    last = {"one": ("Identity", "s", "y", {}), "a hundred": scaled[0], "a byte": scaled[1]}[whole]
    nodes = [IN, CONV, ("Softmax", "z", "s", {"axis": 1}), last]
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, FIRST), {"y": (FLOAT, FIRST)})
    data = scene()
    confidence = tmp_path / "confidence.tif"
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(model),
                 confidence=str(confidence))  # fmt: skip
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))
    assert np.abs(read(confidence) - 100 * softmax_of(data).max(axis=0)).max() <= 1
    assert not any("sum to one" in text for text in result["warnings"])


@pytest.mark.parametrize("bias", [-10.0, -20.0])
@pytest.mark.parametrize("product", ["confidence", "probabilities", "lead", None])
def test_shares_of_each_class_by_itself_are_told(tmp_path, raster_factory, product, bias):
    nodes = [IN, CONV, ("Sigmoid", "z", "y", {})]
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, FIRST), {"y": (FLOAT, FIRST)}, bias=[bias] * 3)
    data = scene()
    made = {product: str(tmp_path / "shares.tif")} if product else {}
    job = RecordedJob()
    result = run(raster_factory(data=data), tmp_path / "map.tif", job, model=str(model), **made)
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))
    assert any("do not sum to one" in text for text in result["warnings"]) == bool(product)
    assert any("do not sum to one" in text for _, text in job.logs) == bool(product)
    if product == "confidence":
        shares = 1 / (1 + np.exp(-bias - data / 255 * 20))
        wanted = 100 * shares.max(axis=0) / shares.sum(axis=0)
        is_exact = shares.max(axis=0) > 1e-3  # onnxruntime's sigmoid is not, near 0
        assert np.abs(read(tmp_path / "shares.tif") - wanted)[is_exact].max() <= 1


@pytest.mark.parametrize("last", ["c100", "c255"])
def test_a_single_score_in_percent_is_told(tmp_path, raster_factory, last):
    nodes = [IN, CONV, ("Sigmoid", "z", "s", {}), ("Mul", f"s {last}", "y", {})]
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, FIRST), {"y": (FLOAT, ["B", 1, "S", "S"])},
                 weights=[[20.0, 0, 0]], bias=[-10.0])  # fmt: skip
    result = run(raster_factory(data=scene()), tmp_path / "map.tif", model=str(model))
    assert any("as percent or bytes do" in text for text in result["warnings"])
