"""Every form in which the metadata of Deepness is written, and what comes of it in a map."""

import json

import numpy as np
import pytest

from crossearth_engine.errors import IncompatibleModel
from crossearth_engine.exchange.importing import Description, import_model
from crossearth_engine.models.catalog import find_model
from tests.engine.conftest import read, run
from tests.engine.runs.test_networks_of_others import (
    CONV,
    FIRST,
    FLOAT,
    IN,
    INT64,
    KINDS,
    PLAIN,
    save,
    scene,
)

ROAD = [[20.0, 0, 0]]
FORMS = {
    "dictionary": '{"0": "red", "1": "green", "2": "blue"}',
    "list of one dictionary": '[{"0": "red", "1": "green", "2": "blue"}]',
    "list of names": '["red", "green", "blue"]',
    "list of a list": '[["red", "green", "blue"]]',
    "Python's dictionary": "{0: 'red', 1: 'green', 2: 'blue'}",
    "Python's list of one": "[{0: 'red', 1: 'green', 2: 'blue'}]",
    "Python's names": "['red', 'green', 'blue']",
    "Python's tuple": "('red', 'green', 'blue')",
    "unsorted": '{"2": "blue", "0": "red", "1": "green"}',
    "numbers by name": '{"red": 0, "green": 1, "blue": 2}',
    "from one": '{"1": "red", "2": "green", "3": "blue"}',
    "text": "red, green, blue",
    "an entry for each class": '[{"id": 2, "name": "blue"}, {"id": 0, "name": "red"}, '
    '{"id": 1, "name": "green"}]',
    "entries in order": "[{'label': 'red', 'color': 1}, {'label': 'green'}, {'label': 'blue'}]",
    "a dictionary for each class": '[{"0": "red"}, {"1": "green"}, {"2": "blue"}]',
    "a comma in a name": "{0: 'red', 1: 'green', 2: 'blue'}",
}


@pytest.mark.parametrize("key", ["class_names", "names"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_class_names_is_read(tmp_path, raster_factory, form, key):
    metadata = {"class_names": "", key: FORMS[form]}
    model = save(tmp_path / "m.onnx", *PLAIN, **metadata)
    info = find_model(str(model))
    assert [item.name for item in info.classes] == ["red", "green", "blue"]
    assert ("numbered from 1" in " ".join(info.remarks)) == (form == "from one")
    data = scene()
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))
    assert [item["name"] for item in result["classes"]] == ["red", "green", "blue"]
    assert any("numbered from 1" in text for text in result["warnings"]) == (form == "from one")


def test_names_with_commas_and_quotes_stay_whole(tmp_path):
    names = {0: "roads, paths", 1: "farmer's fields", 2: "Bäume"}
    model = save(tmp_path / "m.onnx", *PLAIN, class_names=str(names))
    assert [item.name for item in find_model(str(model)).classes] == [*names.values()]


def yes_or_no(path, shape, names, last="Sigmoid", **metadata):
    nodes = [IN, CONV, (last, "z", "s", {})]
    ends = {"y": ("Identity", "s", "y", {}), "flat": ("Squeeze", "s one", "y", {})}
    nodes.append(ends["y" if len(shape) == 4 else "flat"])
    return save(path, nodes, (FLOAT, FIRST), {"y": (FLOAT, shape)}, weights=ROAD, bias=[-10.0],
                class_names=names, **metadata)  # fmt: skip


@pytest.mark.parametrize("shape", [["B", 1, "S", "S"], ["B", "S", "S"]], ids=str)
@pytest.mark.parametrize(
    "names", ['{"0": "road"}', '[{"0": "road"}]', "{0: 'road'}", '["road"]', '{"1": "road"}',
              '"road"', "road"],
)  # fmt: skip
def test_the_only_name_is_that_of_pixels_above_the_threshold(
    tmp_path, raster_factory, shape, names
):
    model = yes_or_no(tmp_path / "m.onnx", shape, names)
    data = scene()
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    is_road = data[0] / 255 * 20 - 10 > 0
    assert np.array_equal(read(tmp_path / "map.tif"), is_road)
    area = {item["name"]: item["pixels"] for item in result["classes"]}
    assert area == {"not road": (~is_road).sum(), "road": is_road.sum()}


@pytest.mark.parametrize("names", ['{"0": "rest", "1": "road"}', '["rest", "road"]',
                                   '{"1": "rest", "2": "road"}'])  # fmt: skip
@pytest.mark.parametrize("threshold", [0.5, 0.9])
def test_two_names_are_those_below_and_above(tmp_path, raster_factory, names, threshold):
    model = yes_or_no(tmp_path / "m.onnx", ["B", "S", "S"], names, seg_thresh=str(threshold))
    data = scene()
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    score = 1 / (1 + np.exp(-(data[0] / 255 * 20 - 10)))
    assert np.array_equal(read(tmp_path / "map.tif"), score > threshold)
    assert [item["name"] for item in result["classes"]] == ["rest", "road"]


def test_a_decision_between_two_is_taken_as_it_is(tmp_path, raster_factory):
    nodes = [IN, CONV, ("Greater", "z zero", "g", {}), ("Cast", "g", "y", {"to": INT64})]
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, FIRST), {"y": (INT64, ["B", 1, "S", "S"])},
                 weights=ROAD, bias=[-10.0], class_names='{"0": "road"}')  # fmt: skip
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    assert np.array_equal(read(tmp_path / "map.tif"), data[0] / 255 * 20 - 10 > 0)
    assert [item.name for item in find_model(str(model)).classes] == ["not road", "road"]


def test_heads_have_names_of_their_own_and_the_first_is_taken(tmp_path, raster_factory):
    nodes = [IN, CONV, ("Softmax", "z", "y", {"axis": 1}),
             ("ReduceMax", "z", "top", {"axes": [1]})]  # fmt: skip
    maps = {"y": (FLOAT, FIRST), "top": (FLOAT, ["B", 1, "S", "S"])}
    names = json.dumps([{"0": "red", "1": "green", "2": "blue"}, {"0": "top"}])
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, FIRST), maps, class_names=names)
    data = scene()
    result = run(raster_factory(data=data), tmp_path / "map.tif", model=str(model))
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))
    assert any("y is taken, and top left out" in text for text in result["warnings"])


NOT_UNDERSTOOD = {
    "more names than channels": ('["a", "b", "c", "d"]', "scores 3 classes, but .* names 4"),
    "a number too high": ('{"0": "a", "7": "b"}', r"numbered \[0, 7\]"),
    "half a list": ("[1, 2", "class names"),
    "twice the same": ('["a", "a", "b"]', "distinct names, .* one is called 'a'. .*--classes"),
    "a number": ("3", "class names"),
    "entries without names": (
        '[{"value": 0, "color": "red"}, {"value": 1}]',
        "understood: .*--classes",
    ),
    "a name of line breaks": ("{0: 'a', 1: 'b', 2: 'c\\nd'}", "needs a name that can be read"),
}


@pytest.mark.parametrize(("names", "reason"), NOT_UNDERSTOOD.values(), ids=NOT_UNDERSTOOD)
def test_names_that_do_not_fit_are_told(tmp_path, names, reason):
    model = save(tmp_path / "m.onnx", *PLAIN, class_names=names)
    with pytest.raises(IncompatibleModel, match=reason):
        find_model(str(model))


@pytest.mark.parametrize(
    ("names", "wanted", "is_told"),
    [('["a", "", "c"]', ["a", "class 1", "c"], True),
     ("{0: 'a', 1: None, 2: '  '}", ["a", "class 1", "class 2"], False),
     ('{"0": ["lake", "river"], "1": "road", "2": "rest"}', ["lake, river", "road", "rest"], True),
     ('["", "", ""]', ["class 0", "class 1", "class 2"], False)],
)  # fmt: skip
def test_a_class_without_a_name_is_called_by_its_number(tmp_path, names, wanted, is_told):
    info = find_model(str(save(tmp_path / "m.onnx", *PLAIN, class_names=names)))
    assert [item.name for item in info.classes] == wanted
    assert ("classes" not in info.assumed) == is_told


@pytest.mark.parametrize(
    ("key", "text", "option"),
    [("tiles_overlap", '{"x": 10, "y": 10}', "--overlap"), ("tiles_overlap", "200", "--overlap"),
     ("tiles_overlap", "-5", "--overlap"), ("tiles_overlap", "much", "--overlap"),
     ("tile_size", '{"w": 64}', "--window"), ("tile_size", "[64, 32]", "--window"),
     ("tile_size", "0", "--window"), ("resolution", '["10", "20"]', "--gsd"),
     ("resolution", "fine", "--gsd")],
)  # fmt: skip
def test_a_number_that_is_none_is_told_and_left_out(tmp_path, key, text, option):
    plain = find_model(str(save(tmp_path / "p.onnx", *PLAIN, **{key: ""})))
    info = find_model(str(save(tmp_path / "m.onnx", *PLAIN, **{key: text})))
    (remark,) = info.remarks
    assert key in remark
    assert option in remark
    for name in ("window_size", "overlap", "gsd_m", "assumed"):
        assert getattr(info, name) == getattr(plain, name)


@pytest.mark.parametrize(("text", "window"), [('"64.0"', 64), ("[48, 48]", 48), ("'32'", 32)])
def test_a_size_for_height_and_width_is_one(tmp_path, text, window):
    info = find_model(str(save(tmp_path / "m.onnx", *PLAIN, tile_size=text)))
    assert (info.window_size, info.remarks) == (window, ())


@pytest.mark.parametrize(
    ("mean", "std", "reason"),
    [("[0.1, 0.2]", "1", "standardization_mean is to be 3 numbers, one for each band, and is"),
     ('{"a": 1}', "1", 'standardization_mean is .* and is {"a": 1}'),
     ("0", "[1, 1, 0]", "standardization_std is to be more than 0 in each band"),
     ("0", "[1, null, 1]", "standardization_std is to be 3 numbers"),
     ("0", "", "one of standardization_mean and standardization_std only")],
)  # fmt: skip
def test_a_scaling_that_is_none_is_refused_in_a_sentence(tmp_path, mean, std, reason):
    scaling = {"standardization_mean": mean, "standardization_std": std}
    with pytest.raises(IncompatibleModel, match=reason) as caught:
        find_model(str(save(tmp_path / "m.onnx", *PLAIN, **scaling)))
    assert "Error" not in str(caught.value)


def test_class_numbers_named_from_one_are_not_shifted(tmp_path, raster_factory, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    kind = KINDS["int64 class numbers"]
    model = save(tmp_path / "m.onnx", *kind, class_names='{"1": "a", "2": "b", "3": "c"}')
    with pytest.raises(IncompatibleModel, match="what 0 means is not told"):
        find_model(str(model))
    said = Description.from_arguments({"classes": ["a", "b", "c"]})
    assert [item.name for item in import_model(model, description=said).model.classes] == [
        "a", "b", "c",
    ]  # fmt: skip
    data = scene()
    run(raster_factory(data=data), tmp_path / "map.tif", model="m")
    assert np.array_equal(read(tmp_path / "map.tif"), data.argmax(0))


def test_numbers_are_read_in_every_form(tmp_path):
    model = save(tmp_path / "m.onnx", *PLAIN, tile_size="", tiles_size="128", tiles_overlap="25",
                 resolution="'20'", standardization_mean="0.5",
                 standardization_std="(0.1, 0.2, 0.3)",
                 model_type="'Segmentor'")  # fmt: skip
    info = find_model(str(model))
    assert (info.window_size, info.overlap, info.gsd_m) == (128, 32, 0.2)
    assert info.mean == pytest.approx((127.5,) * 3)
    assert info.std == pytest.approx((25.5, 51, 76.5))


@pytest.mark.parametrize("mean", ["0", "0.0", "[0, 0, 0]"])
def test_a_mean_of_nothing_is_a_mean(tmp_path, mean):
    model = save(tmp_path / "m.onnx", *PLAIN, standardization_mean=mean, standardization_std="1")
    info = find_model(str(model))
    assert (info.mean, info.std) == ((0.0,) * 3, (255.0,) * 3)
    assert "scaling" not in info.assumed


@pytest.mark.parametrize("threshold", ["90", "-0.5", "nan"])
def test_a_threshold_that_is_no_share_is_told(tmp_path, threshold):
    shape, names = ["B", 1, "S", "S"], '["rest", "road"]'
    model = yes_or_no(tmp_path / "m.onnx", shape, names, seg_thresh=threshold)
    with pytest.raises(IncompatibleModel, match="a share from 0 to 1"):
        find_model(str(model))


def test_what_deepness_does_besides_is_told_with_its_option(tmp_path, raster_factory):
    model = save(tmp_path / "m.onnx", *PLAIN, seg_small_segment="8", seg_thresh="0.4")
    result = run(raster_factory(data=scene()), tmp_path / "map.tif", model=str(model))
    assert any("--majority 9" in text for text in result["warnings"])
    assert any("threshold of 0.4" in text for text in result["warnings"])


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [({"model_type": "Regressor"}, "it is a regressor"), ({"model_type": "'Detector'"}, "detector"),
     ({"model_type": '"SuperResolution"'}, "superresolution"),
     ({"model_type": "", "task": "detect"}, "made for the task detect")],
)  # fmt: skip
def test_models_for_something_else_are_named(tmp_path, metadata, reason):
    model = save(tmp_path / "m.onnx", *PLAIN, **metadata)
    with pytest.raises(IncompatibleModel, match=reason):
        find_model(str(model))


def test_a_person_may_name_the_only_class(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    model = yes_or_no(tmp_path / "m.onnx", ["B", 1, "S", "S"], "")
    said = Description.from_arguments({"classes": ["road"]})
    made = import_model(model, description=said).model
    assert [item.name for item in made.classes] == ["not road", "road"]
    assert "classes" not in made.assumed


def test_no_more_classes_than_a_map_holds(tmp_path):
    model = save(tmp_path / "m.onnx", *KINDS["int64 class numbers"],
                 class_names=json.dumps([f"c{i}" for i in range(256)]))  # fmt: skip
    with pytest.raises(IncompatibleModel) as caught:
        find_model(str(model))
    assert len(str(caught.value)) < 300
    scores = (FLOAT, ["B", 256, "S", "S"])
    nodes, weights = [IN, CONV, ("Identity", "z", "y", {})], np.ones((256, 3))
    model = save(tmp_path / "m.onnx", nodes, (FLOAT, FIRST), {"y": scores}, weights=weights,
                 class_names="")  # fmt: skip
    with pytest.raises(IncompatibleModel, match="tells 256 classes apart, and a map holds at most"):
        find_model(str(model))
