"""One model.json, two readers: picker and dock show what the engine makes a map with."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from crossearth_qgis import paths
from crossearth_qgis.bridge.engine import Engine
from crossearth_qgis.errors import JobFailed
from crossearth_qgis.gui.segment.expert_options import ExpertOptions
from crossearth_qgis.models import catalog
from crossearth_qgis.models.catalog import CatalogModel
from crossearth_qgis.shared import model_places

Item = dict[str, Any]
Change = Callable[[Item, Item, Item, Item], object]


@pytest.fixture(scope="module")
def warm_engine() -> Any:
    engine = Engine()
    yield engine
    engine.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a model as the bundled one says of itself, without its network."""
    folder = tmp_path / "dyn"
    folder.mkdir()
    bundled = paths.BUNDLED_MODELS / model_places.DEFAULT_ID / "model.json"
    (folder / "model.json").write_bytes(bundled.read_bytes())
    (folder / "model.onnx").write_bytes(b"not looked into")
    return folder


def change_item(path: Path, change: Change) -> None:
    """Change an item by a function of it, its properties, its input and its classes."""
    item = json.loads(path.read_text(encoding="utf-8"))
    properties = item["properties"]
    output = properties["mlm:output"][0]
    change(item, properties, properties["mlm:input"][0], output["classification:classes"])
    path.write_text(json.dumps(item), encoding="utf-8")


def facts(model: CatalogModel) -> dict[str, Any]:
    """Return what the picker knows, as the engine tells it."""
    names = ("id", "name", "description", "license", "trained_on", "gsd_m", "window_size")
    return {
        **{name: getattr(model, name) for name in (*names, "overlap", "size_bytes")},
        "bands": list(model.bands),
        "window_sizes": list(model.window_sizes),
        "gsd_range_m": model.gsd_range_m and list(model.gsd_range_m),
        "classes": [vars(item) for item in model.classes],
    }


def without(*keys: str) -> Change:
    def change(item: Item, properties: Item, source: Item, classes: Any) -> None:
        for key in keys:
            properties.pop(key)

    return change


def without_colors(item: Item, properties: Item, source: Item, classes: Any) -> None:
    for entry in classes:
        del entry["color_hint"]


def with_any_window(item: Item, properties: Item, source: Item, classes: Any) -> None:
    without("crossearth:window_size", "crossearth:overlap")(item, properties, source, classes)
    source["input"]["shape"] = [-1, 3, -1, -1]


def bare(item: Item, properties: Item, source: Item, classes: Any) -> None:
    with_any_window(item, properties, source, classes)
    without_colors(item, properties, source, classes)
    for key in [key for key in properties if key.startswith(("crossearth:", "gsd", "license"))]:
        del properties[key]
    del source["bands"], source["value_scaling"]


UNDERSTOOD: dict[str, Change] = {
    "as it is": lambda *_: None,
    "bare": bare,
    "any window": with_any_window,
    "no window": without("crossearth:window_size", "crossearth:overlap"),
    "no overlap": without("crossearth:overlap"),
    "overlap of null": lambda item, properties, *_: properties.update({"crossearth:overlap": None}),
    "huge window": lambda item, properties, *_: properties.update(
        {"crossearth:window_size": 20_000}
    ),
    "one window": without("crossearth:window_sizes"),
    "tiny window": lambda item, properties, *_: properties.update(
        {"crossearth:window_size": 8, "crossearth:overlap": 2}
    ),
    "no colours": without_colors,
    "old spelling of a colour": lambda item, properties, source, classes: classes[0].update(
        {"color-hint": "#" + classes[0].pop("color_hint")}
    ),
    "no bands": lambda item, properties, source, classes: source.pop("bands"),
    "bands as objects": lambda item, properties, source, classes: source.update(
        bands=[{"name": name, "expression": None} for name in source["bands"]]
    ),
    "four bands": lambda item, properties, source, classes: source.update(
        bands=[], value_scaling=None, input={"shape": [-1, 4, 64, 64]}
    ),
    "titles": lambda item, properties, source, classes: [
        entry.update(title=entry.pop("name").title()) for entry in classes
    ],
    "descriptions": lambda item, properties, source, classes: [
        entry.pop("name") for entry in classes
    ],
    "no pixel sizes": without("gsd", "crossearth:gsd_range_m"),
    "from minimum to maximum": lambda item, properties, source, classes: source.update(
        value_scaling=[{"type": "min-max", "minimum": 0, "maximum": 10_000}]
    ),
    "no classes": lambda item, properties, source, classes: classes.clear(),
    "odd things beside": lambda item, properties, *_: properties.update(
        {"crossearth:origin": [], "crossearth:accuracy": "good", "crossearth:assumed": 3.5}
    ),
}

REFUSED: dict[str, Change] = {
    "no input": without("mlm:input"),
    "another scaling": lambda item, properties, source, classes: source.update(
        value_scaling=[{"type": "processing", "format": "python", "expression": "x / 2"}]
    ),
    "colour by name": lambda item, properties, source, classes: classes[0].update(color_hint="red"),
    "two of a value": lambda item, properties, source, classes: classes[0].update(value=2),
    "weights elsewhere": lambda item, *_: item["assets"]["model"].update(href="../model.onnx"),
    "overlap of a window": lambda item, properties, *_: properties.update(
        {"crossearth:overlap": 512}
    ),
    "not JSON": lambda item, properties, *_: properties.update(gsd=float("nan")),
}


@pytest.mark.parametrize("change", UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_picker_dock_and_engine_agree(
    warm_engine: Engine, folder: Path, change: Change, qtbot: Any
) -> None:
    change_item(folder / "model.json", change)
    told = warm_engine.run("describe-model", {"model": catalog.engine_name(str(folder))})
    model = catalog.find(str(folder))
    assert facts(model) == {name: told[name] for name in facts(model)}

    options = ExpertOptions()
    qtbot.addWidget(options)
    options.set_model(model)
    if told["window_sizes"]:
        assert options.window_box.text() == "By the raster"
    else:
        assert options.window_box.value() == told["window_size"]
    assert options.overlap_box.value() == told["overlap"]
    # Nobody has chosen any: the engine shall take the model's own.
    assert not {"WINDOW_SIZE", "OVERLAP"} & set(options.parameters())


@pytest.mark.parametrize("change", REFUSED.values(), ids=REFUSED)
def test_what_the_engine_refuses_is_not_on_offer(
    warm_engine: Engine, folder: Path, change: Change
) -> None:
    change_item(folder / "model.json", change)
    with pytest.raises(JobFailed):
        warm_engine.run("describe-model", {"model": str(folder)})
    assert catalog.find(str(folder)) is None


def test_a_byte_order_mark_is_no_obstacle_to_either(warm_engine: Engine, folder: Path) -> None:
    path = folder / "model.json"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    told = warm_engine.run("describe-model", {"model": str(folder)})
    assert catalog.find(str(folder)).name == told["name"]


def test_both_find_the_same_item(warm_engine: Engine, folder: Path) -> None:
    def name(item: Path, text: str, weights: str) -> None:
        def change(content: Item, properties: Item, *_: Any) -> None:
            content["id"] = properties["crossearth:name"] = text
            content["assets"]["model"]["href"] = weights

        item.write_bytes((folder / "model.json").read_bytes())
        change_item(item, change)
        (folder / weights).touch()

    name(folder / "other.json", "other", "other.bin")
    name(folder / "net.json", "net", "net.onnx")
    (folder / "alone.onnx").write_bytes(b"")
    for file, expected in (
        ("", "crossearth-base-rgb"),
        ("model.json", "crossearth-base-rgb"),
        ("model.onnx", "crossearth-base-rgb"),
        ("other.json", "other"),
        ("net.json", "net"),
        ("net.onnx", "net"),
    ):
        path = str(folder / file)
        told = warm_engine.run("describe-model", {"model": catalog.engine_name(path)})
        assert told["id"] == catalog.find(path).id == expected
    assert catalog.find(str(folder / "alone.onnx")) is None


def test_an_installed_model_has_the_id_of_its_folder_for_both(
    warm_engine: Engine, folder: Path, tmp_path: Path
) -> None:
    # The item still has the id of the bundled model, which nobody else can take.
    models = tmp_path / "home" / "models"
    models.mkdir(parents=True)
    folder.rename(models / "dyn")
    # The worker that is warm has the home of another test.
    engine = Engine()
    try:
        told = engine.run("describe-model", {"model": catalog.engine_name("dyn")})
    finally:
        engine.stop()
    assert told["id"] == catalog.find("dyn").id == "dyn"
    assert [model.id for model in catalog.models()] == [model_places.DEFAULT_ID, "dyn"]
