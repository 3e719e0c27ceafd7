"""Reading model.json: what it says, what is usual where it says nothing, and what is refused."""

import json

import pytest

from crossearth_engine.shared import model_item
from crossearth_engine.shared.model_item import ItemError, UnreadableItem
from crossearth_engine.shared.palette import distinct_color


def full_item():
    return {
        "id": "three-classes",
        "properties": {
            "description": "A test.",
            "license": "CC0-1.0",
            "gsd": 0.5,
            "mlm:name": "Three classes",
            "mlm:architecture": "one layer",
            "mlm:input": [
                {
                    "bands": [{"name": "red"}, "green", "blue"],
                    "input": {"shape": [-1, 3, 64, 64]},
                    "value_scaling": [{"type": "z-score", "mean": 100, "stddev": 50}],
                }
            ],
            "mlm:output": [
                {
                    "classification:classes": [
                        {"value": 10, "name": "a", "color_hint": "FF0000"},
                        {"value": 20, "name": "b", "color_hint": "00FF00"},
                        {"value": 0, "name": "c", "color_hint": "0000FF"},
                    ]
                }
            ],
            "crossearth:window_size": 48,
            "crossearth:overlap": 16,
            "crossearth:scores": "probabilities",
            "crossearth:gsd_range_m": [0.3, 1.0],
        },
        "assets": {
            "thumbnail": {"href": "./picture.png", "roles": ["thumbnail"]},
            "model": {
                "href": "./model.onnx",
                "roles": ["mlm:model"],
                "file:checksum": "1220" + 64 * "a",
                "file:size": 5,
            },
        },
    }


@pytest.fixture
def read(tmp_path):
    """Write the full item, changed by a function of item, properties, input and output; read it."""

    def write_and_read(change=lambda *_: None):
        item = full_item()
        properties = item["properties"]
        change(item, properties, properties["mlm:input"][0], properties["mlm:output"][0])
        path = tmp_path / "model.json"
        path.write_text(json.dumps(item))
        return model_item.read(path)

    return write_and_read


def classes_of(output):
    return output["classification:classes"]


def test_what_the_item_says(read, tmp_path):
    model = read()
    assert (model.id, model.name, model.license) == ("three-classes", "Three classes", "CC0-1.0")
    assert model.bands == ("red", "green", "blue")
    assert (model.mean, model.std) == ((100,) * 3, (50,) * 3)
    assert (model.window_size, model.overlap, model.overhang) == (48, 16, 0)
    assert (model.gsd_m, model.gsd_range_m) == (0.5, (0.3, 1.0))
    assert [(c.value, c.name, c.color) for c in model.classes] == [
        (10, "a", "#ff0000"),
        (20, "b", "#00ff00"),
        (0, "c", "#0000ff"),
    ]
    assert (model.scores, model.threshold) == ("probabilities", None)
    assert model.weights == tmp_path / "model.onnx"
    assert (model.sha256, model.size_bytes) == (64 * "a", 5)
    assert model.assumed == ()


def strip(item, properties, source, output):
    """Leave only what MLM asks for, of a network that takes windows of any size."""
    for key in [key for key in properties if key.startswith("crossearth:")]:
        del properties[key]
    del properties["gsd"], properties["license"], properties["description"]
    source.pop("bands")
    source["input"]["shape"] = [-1, 3, -1, -1]
    source["value_scaling"] = None
    for entry in classes_of(output):
        del entry["color_hint"]


def test_what_a_bare_item_does_not_say_is_usual_and_told(read):
    model = read(strip)
    assert (model.window_size, model.overlap) == (512, 128)
    assert model.bands == ("red", "green", "blue")
    assert [c.color for c in model.classes] == [distinct_color(i, 3) for i in range(3)]
    assert (model.mean, model.std, model.value_range) == ((0,) * 3, (1,) * 3, (0, 255))
    assert (model.gsd_m, model.gsd_range_m, model.license) == (None, None, "unknown")
    assert (model.scores, model.threshold) == ("unknown", None)
    assert model.assumed == ("bands", "window")


@pytest.mark.parametrize(
    ("sizes", "complaint"),
    [
        ([40, 48, 64], None),
        ([16, 48], "overlap 16 does not fit window 16"),
        ([48, 10**6], "overlap 16 does not fit window 1000000"),
        (["large"], "invalid literal"),
        (48, "not iterable"),
    ],
)
def test_other_windows_are_as_stated_or_refused(read, sizes, complaint):
    def change(item, properties, source, output):
        properties["crossearth:window_sizes"] = sizes

    if complaint is None:
        assert read(change).window_sizes == tuple(sizes)
    else:
        with pytest.raises(ItemError, match=complaint):
            read(change)


@pytest.mark.parametrize("shape", [[-1, 3, 64, 64], [3, 64, 64]])
def test_a_fixed_shape_tells_the_window(read, shape):
    def change(item, properties, source, output):
        strip(item, properties, source, output)
        source["input"]["shape"] = shape

    model = read(change)
    assert (model.window_size, model.overlap, model.bands[0]) == (64, 16, "red")
    assert model.assumed == ("bands",)


@pytest.mark.parametrize("shape", [None, [], [-1, 3, None, None], [-1, 3, "h", "w"], [3]])
def test_a_shape_that_tells_no_window_leaves_the_usual_one(read, shape):
    def change(item, properties, source, output):
        del properties["crossearth:window_size"], properties["crossearth:overlap"]
        source["input"] = {"shape": shape}

    assert (read(change).window_size, read(change).assumed) == (512, ("window",))


def test_other_bands_are_numbered(read):
    def change(item, properties, source, output):
        strip(item, properties, source, output)
        source["input"]["shape"][1] = 4

    assert read(change).bands == ("band 1", "band 2", "band 3", "band 4")


@pytest.mark.parametrize("key", ["crossearth:overlap", "crossearth:gsd_range_m", "gsd"])
def test_null_is_as_good_as_nothing(read, key):
    with_null = read(lambda item, properties, *_: properties.update({key: None}))
    assert with_null == read(lambda item, properties, *_: properties.pop(key))


def test_classes_may_have_a_title_or_a_description_only(read):
    def change(item, properties, source, output):
        first, second, _ = classes_of(output)
        first["title"] = first.pop("name").upper()
        second["description"] = second.pop("name") * 2

    assert [c.name for c in read(change).classes] == ["A", "bb", "c"]


@pytest.mark.parametrize("hint", ["FF8000", "ff8000", "#ff8000"])
@pytest.mark.parametrize("key", ["color_hint", "color-hint"])
def test_colours_may_be_spelt_in_several_ways(read, key, hint):
    def change(item, properties, source, output):
        del classes_of(output)[0]["color_hint"]
        classes_of(output)[0][key] = hint

    assert read(change).classes[0].color == "#ff8000"


def test_a_network_without_classes_is_to_be_adapted(read):
    assert read(lambda item, properties, source, output: output.clear()).needs_adapting
    assert not read().needs_adapting


INF = float("inf")


@pytest.fixture
def read_scaled(read):
    """Read the item with other scalings, and properties."""

    def change(*scaling, **properties):
        def apply(item, own, source, output):
            source["value_scaling"] = list(scaling) or None
            own.update({f"crossearth:{name}": value for name, value in properties.items()})

        return read(apply)

    return change


@pytest.mark.parametrize(
    ("scaling", "mean", "std", "clip", "value_range"),
    [
        ({"type": "min-max", "minimum": 50, "maximum": 250}, 50, 200, None, (50, 250)),
        ({"type": "min-max", "minimum": -1, "maximum": 1}, -1, 2, None, (-1, 1)),
        ({"type": "z-score", "mean": 100, "stddev": 50}, 100, 50, None, (0, 255)),
        ({"type": "z-score", "mean": 3000, "stddev": 500}, 3000, 500, None, None),
        ({"type": "z-score", "mean": 0.27, "stddev": 0.2}, 0.27, 0.2, None, (0, 1)),
        ({"type": "clip", "minimum": 0, "maximum": 3000}, 0, 1, (0, 3000), (0, 3000)),
        ({"type": "clip-min", "minimum": -5}, 0, 1, (-5, INF), None),
        ({"type": "clip-max", "maximum": 900}, 0, 1, (-INF, 900), None),
        ({"type": "offset", "value": 1000}, 1000, 1, None, None),
        ({"type": "scale", "value": 10_000}, 0, 10_000, None, (0, 10_000)),
        ({"type": "scale", "value": 255}, 0, 255, None, (0, 255)),
        ({"type": None}, 0, 1, None, (0, 255)),
        (None, 0, 1, None, (0, 255)),
    ],
)
def test_the_scalings_of_the_extension(read_scaled, scaling, mean, std, clip, value_range):
    model = read_scaled(scaling)
    assert (model.mean, model.std) == ((mean,) * 3, (std,) * 3)
    assert model.clips == ((clip,) * 3 if clip else ())
    assert model.value_range == value_range
    assert model.unit is None


def test_each_band_may_be_scaled_in_a_way_of_its_own(read_scaled):
    model = read_scaled(
        {"type": "min-max", "minimum": 0, "maximum": 200},
        {"type": "clip", "minimum": 10, "maximum": 300},
        {"type": "scale", "value": 100},
    )
    assert (model.mean, model.std) == ((0, 0, 0), (200, 1, 100))
    assert model.clips == ((-INF, INF), (10, 300), (-INF, INF))
    assert model.value_range == (0, 300)


@pytest.mark.parametrize(
    ("scaling", "text"),
    [
        (
            {"type": "processing", "format": "gdal-calc", "expression": "A * logical_or(A<=177)"},
            r"an expression in gdal-calc \(A \* logical_or\(A<=177\)\), which is not run here",
        ),
        ({"type": "clip"}, "value scaling clip does not tell its minimum"),
        ({"type": "z-score", "mean": 3}, "value scaling z-score does not tell its stddev"),
        ({"type": "log"}, "value scaling is log; known are min-max, z-score, clip"),
        ({"type": "scale", "value": 0}, "deviations must be more than 0"),
        ({"type": "clip", "minimum": 5, "maximum": 5}, "range of pixel values is none"),
    ],
)
def test_a_scaling_that_cannot_be_applied_is_refused_by_its_name(read_scaled, scaling, text):
    with pytest.raises(ItemError, match=text):
        read_scaled(scaling)


SMALL = {"type": "z-score", "mean": 0.3, "stddev": 0.1}


def test_a_model_says_what_it_takes(read_scaled):
    model = read_scaled(SMALL, values="reflectance")
    assert (model.unit, model.value_range, model.takes) == ("reflectance", (0, 1), "reflectance")
    model = read_scaled({"type": "z-score", "mean": -12, "stddev": 5}, values="dB")
    assert (model.unit, model.value_range, model.takes) == ("dB", None, "dB")
    model = read_scaled(SMALL, value_range=[0, 3000])
    assert (model.unit, model.takes, model.clips) == (None, "0,3000", ((0, 3000),) * 3)
    assert read_scaled(SMALL, value_range=None).takes == ""
    assert not model.assumed
    for wrong in ({"values": "kelvin"}, {"value_range": [2, 1]}, {"value_range": [0]}):
        with pytest.raises(ItemError):
            read_scaled(SMALL, **wrong)


def test_small_means_are_of_values_from_0_to_1_which_is_said(read_scaled):
    assert read_scaled(SMALL).assumed == ("values",)
    assert not read_scaled({"type": "z-score", "mean": 100, "stddev": 50}).assumed


@pytest.mark.parametrize(
    ("unit", "mean", "expected"),
    [("dB", -11, "dB"), ("DB", -11, "dB"), ("reflectance", 0.2, "reflectance")],
)
def test_the_unit_of_the_bands_is_that_of_the_model(read, unit, mean, expected):
    def change(item, properties, source, output):
        source["value_scaling"][0].update(mean=mean, stddev=0.5)
        properties["bands"] = [{"name": name, "unit": unit} for name in ("red", "green", "blue")]

    assert read(change).unit == expected


def test_a_byte_order_mark_is_no_part_of_the_item(read, tmp_path):
    expected = read()
    path = tmp_path / "model.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert model_item.read(path) == expected


@pytest.mark.parametrize(
    "text", ["", "[]", "3", '{"a": NaN}', '{"a": Infinity}', "[" * 100_000, '{"a": "\ud800"}']
)
def test_what_is_no_json_object_is_unreadable(tmp_path, text):
    path = tmp_path / "model.json"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(UnreadableItem, match="not JSON"):
        model_item.read(path)


def test_a_missing_file_is_unreadable(tmp_path):
    with pytest.raises(UnreadableItem, match="No such file"):
        model_item.read(tmp_path / "model.json")


@pytest.mark.parametrize("href", ["../model.onnx", "/etc/passwd", "a/../../model.onnx"])
def test_weights_lie_in_the_folder_of_their_item(read, href):
    with pytest.raises(ItemError, match="outside its own folder"):
        read(lambda item, *_: item["assets"]["model"].update(href=href))


@pytest.mark.parametrize("href", ["gone.onnx", ".", "a" * 5000])
def test_weights_may_be_missing(read, href):
    # The picker shows that they are; only a run needs them.
    assert not read(lambda item, *_: item["assets"]["model"].update(href=href)).is_on_disk


def test_weights_are_there(read, tmp_path):
    (tmp_path / "model.onnx").touch()
    assert read().is_on_disk


HOSTILE = {
    "no properties": lambda item, properties, source, output: item.pop("properties"),
    "no id": lambda item, *_: item.pop("id"),
    "no assets": lambda item, *_: item.pop("assets"),
    "no weights": lambda item, *_: item["assets"].pop("model"),
    "assets as list": lambda item, *_: item.update(assets=[]),
    "href as number": lambda item, *_: item["assets"]["model"].update(href=3),
    "href with null": lambda item, *_: item["assets"]["model"].update(href="a\0b"),
    "no input": lambda item, properties, *_: properties.update({"mlm:input": []}),
    "input as text": lambda item, properties, *_: properties.update({"mlm:input": "x"}),
    "bands as text": lambda item, properties, source, output: source.update(bands="rgb"),
    "bands without name": lambda item, properties, source, output: source.update(bands=[{}] * 3),
    "any number of bands": lambda item, properties, source, output: source.update(
        bands=[], input={"shape": [-1, -1, 64, 64]}
    ),
    "a billion bands": lambda item, properties, source, output: source.update(
        bands=[], input={"shape": [-1, 10**9, 64, 64]}
    ),
    "two scalings": lambda item, properties, source, output: source.update(
        value_scaling=source["value_scaling"] * 2
    ),
    "no deviation": lambda item, properties, source, output: source["value_scaling"][0].update(
        stddev=0
    ),
    "mean as text": lambda item, properties, source, output: source["value_scaling"][0].update(
        mean="nan"
    ),
    "window as text": lambda item, properties, *_: properties.update(
        {"crossearth:window_size": "big"}
    ),
    "window without end": lambda item, properties, *_: properties.update(
        {"crossearth:window_size": 10**400}
    ),
    "pixels without end": lambda item, properties, *_: properties.update(gsd=10**400),
    "overlap of a window": lambda item, properties, *_: properties.update(
        {"crossearth:overlap": 48}
    ),
    "pixels without size": lambda item, properties, *_: properties.update(gsd=0),
    "range upside down": lambda item, properties, *_: properties.update(
        {"crossearth:gsd_range_m": [2, 1]}
    ),
    "value 255": lambda item, properties, source, output: classes_of(output)[0].update(value=255),
    "two of a value": lambda item, properties, source, output: classes_of(output)[0].update(
        value=20
    ),
    "two of a name": lambda item, properties, source, output: classes_of(output)[0].update(
        name="b"
    ),
    "class without name": lambda item, properties, source, output: classes_of(output)[0].pop(
        "name"
    ),
    "class with a blank name": lambda item, properties, source, output: classes_of(output)[
        0
    ].update(name="  "),
    "unprintable name": lambda item, properties, source, output: classes_of(output)[0].update(
        name="a\nb"
    ),
    "colour by name": lambda item, properties, source, output: classes_of(output)[0].update(
        color_hint="red"
    ),
    "colour with a sign": lambda item, properties, source, output: classes_of(output)[0].update(
        color_hint="+1_2_3"
    ),
    "colour as number": lambda item, properties, source, output: classes_of(output)[0].update(
        color_hint=3
    ),
    "classes as object": lambda item, properties, source, output: output.update(
        {"classification:classes": {"a": 1}}
    ),
}


@pytest.mark.parametrize("change", HOSTILE.values(), ids=HOSTILE)
def test_what_no_run_could_be_made_with_is_refused_in_a_sentence(read, change, tmp_path):
    with pytest.raises(ItemError) as caught:
        read(change)
    assert caught.value.path == tmp_path / "model.json"
    assert caught.value.reason.endswith(".")
    assert not isinstance(caught.value, UnreadableItem)


@pytest.mark.parametrize(
    "changes",
    [
        {"crossearth:origin": ["a"], "crossearth:accuracy": "good"},
        {"crossearth:accuracy": {"published_miou_percent": {"a": None, "b": "c", "d": []}}},
        {"crossearth:assumed": "bands"},
        {"crossearth:assumed": 3.5},
    ],
)
def test_what_a_run_does_not_depend_on_is_left_out_where_it_is_not_understood(read, changes):
    assert read(lambda item, properties, *_: properties.update(changes)) == read()


def test_note_and_scores_of_the_authors_are_read(read):
    model = read(
        lambda item, properties, *_: properties.update(
            {
                "crossearth:origin": {"note": "Mind the gap."},
                "crossearth:accuracy": {"published_miou_percent": {"P(i)2V": 67.5}},
            }
        )
    )
    assert (model.note, model.published_scores) == ("Mind the gap.", (("P(i)2V", 67.5),))
