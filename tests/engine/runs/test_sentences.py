"""Whatever a file of others holds, and whatever is asked: a sentence, and no text of a library."""

from __future__ import annotations

import json
import os
import time
import zipfile
from collections.abc import Callable
from dataclasses import make_dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from affine import Affine
from rasterio.errors import RasterioIOError

from crossearth_engine import commands, errors, publishing
from crossearth_engine.errors import EngineError
from crossearth_engine.exchange.importing import import_model
from crossearth_engine.faults import told
from crossearth_engine.map.pyramid import plain
from crossearth_engine.models.metadata import read_item
from crossearth_engine.publishing import writing
from crossearth_engine.raster.opening import reading
from crossearth_engine.raster.source import RasterSource
from tests.engine.conftest import SHARES, RecordedJob, read, run, save_network
from tests.engine.models.test_metadata import broken, write_item

WEIGHTS = np.random.default_rng(7).normal(size=(4, 3, 1, 1)).astype(np.float32)


@pytest.fixture(autouse=True)
def _own_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))


def outcome(command: str, **arguments: Any) -> str:
    """Return the code of the error that ends a command, or done; any other exception passes."""
    try:
        commands.run(command, arguments, RecordedJob())
    except EngineError as error:
        is_sentence = "Error:" not in str(error) and len(str(error)) < 2000
        return error.code if is_sentence else f"no sentence: {error}"
    return "done"


# Models


@pytest.mark.parametrize("location", ["a\0b", "x" * 6000, "a/" * 3000, "\0"])
@pytest.mark.parametrize("command", ["describe-model", "import-model"])
def test_data_with_a_name_that_no_file_can_have_are_missing(
    tmp_path: Path, color_model: Path, location: str, command: str
) -> None:
    model = onnx.load(str(color_model))
    (tensor,) = model.graph.initializer
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.ClearField("raw_data")
    tensor.external_data.add(key="location", value=location)
    path = tmp_path / "external.onnx"
    path.write_bytes(model.SerializeToString())
    key = "model" if command == "describe-model" else "file"
    assert outcome(command, **{key: str(path)}) == "incompatible-model"


@pytest.mark.parametrize("text", [b"model_type", b"Segmentor", b"Softmax", b"standardization_std"])
def test_a_name_that_is_no_text_is_damage(tmp_path: Path, color_model: Path, text: bytes) -> None:
    path = tmp_path / "damaged.onnx"
    path.write_bytes(color_model.read_bytes().replace(text, b"\xff" + text[1:]))
    with pytest.raises(errors.UnreadableModel, match="no text"):
        import_model(path)


@pytest.mark.parametrize(
    "properties",
    [{"datetime": "x"}, {"datetime": 5}, {"datetime": "0000-00-00T00:00:00Z"},
     {"crossearth:origin": {"note": [1]}}, {"crossearth:origin": {"benchmarks": [{}]}},
     {"crossearth:origin": {"benchmarks": 5, "imported": "2020"}}],
    ids=["datetime", "number", "year 0", "note", "benchmark", "benchmarks"],
)  # fmt: skip
def test_what_an_item_says_in_another_shape_is_left_out(
    tmp_path: Path, properties: dict[str, Any]
) -> None:
    item = write_item(tmp_path / "m")
    broken(item, lambda content: content["properties"].update(properties, title="kept"))
    model = import_model(item, model_id="mine").model
    made = read_item(model.description_file)["properties"]
    assert made["title"] == "kept"
    assert made["datetime"].startswith("20")
    assert (model.window_size, [entry.name for entry in model.classes]) == (64, ["a", "b", "c"])


@pytest.mark.parametrize("extensions", [5, [5], {"a": 1}])
def test_extensions_that_are_no_list_of_texts_are_left_out(tmp_path: Path, extensions: Any) -> None:
    item = write_item(tmp_path / "m", stac_extensions=extensions)
    assert outcome("import-model", file=str(item), id="mine") == "done"
    assert outcome("export-model", model="mine", folder=str(tmp_path / "out")) == "done"


@pytest.mark.parametrize("command", ["describe-model", "import-model"])
def test_half_a_letter_in_an_item_is_told(tmp_path: Path, command: str) -> None:
    item = write_item(tmp_path / "m")
    broken(item, lambda content: content["properties"].update(description="\udc80"))
    key = "model" if command == "describe-model" else "file"
    assert outcome(command, **{key: str(item)}) == "unreadable-model"


def test_an_item_without_an_input_is_told_without_words_of_python(tmp_path: Path) -> None:
    item = write_item(tmp_path / "m")
    broken(item, lambda content: content.pop("properties"))
    with pytest.raises(errors.IncompatibleModel, match=r"\(there is no 'properties'\)"):
        import_model(item)


def test_torchscript_is_called_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "scripted.pt"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("scripted/code/__torch__.py", "x" * 1000)
        archive.writestr("scripted/data.pkl", b"\x80\x02}.")
    with pytest.raises(errors.UnreadableModel, match="TorchScript") as caught:
        import_model(path)
    assert "very large" not in str(caught.value)


# Memory


@pytest.mark.parametrize(
    "error",
    [MemoryError("Unable to allocate 3.00 MiB"), ImportError("std::bad_alloc"),
     RuntimeError("can't start new thread"), OSError(12, "Cannot allocate memory"),
     ImportError("libx.so: failed to map segment from shared object"),
     ValueError("CPLMalloc(): Out of memory allocating 64 bytes.")],
)  # fmt: skip
def test_memory_has_one_sentence(error: Exception) -> None:
    assert isinstance(told(error), errors.NotEnoughMemory)
    with pytest.raises(errors.NotEnoughMemory), reading("a.tif"):
        raise ValueError("x") from error
    with pytest.raises(errors.NotEnoughMemory), writing(Path("a.tif")):
        raise OSError("x") from error


@pytest.mark.parametrize("batch", [1_000_000_000_000])
def test_a_batch_that_no_memory_holds_is_told(
    tmp_path: Path, raster_factory: Callable[..., Path], batch: int
) -> None:
    model = save_network(tmp_path / "many.onnx", WEIGHTS, SHARES, batch=batch)
    with pytest.raises(errors.OutOfMemory, match="--window"):
        run(raster_factory(), tmp_path / "map.tif", model=str(model))
    assert not list(tmp_path.glob("map*"))


@pytest.mark.parametrize(
    ("option", "value"), [("window", 10**30), ("window", 10**6), ("threads", 10**6)]
)
def test_more_than_any_machine_has_is_refused(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path, option: str, value: int
) -> None:
    with pytest.raises(errors.InvalidRequest, match="must be 1 to"):
        run(raster_factory(), tmp_path / "map.tif", model=str(color_model), **{option: value})


# Names and places


def test_outputs_that_no_file_can_be_called_are_told(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path
) -> None:
    raster, given = str(raster_factory()), {"model": str(color_model), "threads": 1}
    for name, code in (("m" * 5000, "output-not-writable"), ("\udc80", "output-not-writable"),
                       ("a\0b", "invalid-request")):  # fmt: skip
        output = str(tmp_path / f"{name}.tif")
        assert outcome("segment", input=raster, output=output, **given) == code
        assert not list(tmp_path.glob("*.partial"))
    for out_dir in ("\0", "x" * 5000):
        assert outcome("segment-batch", inputs=[raster], out_dir=out_dir, **given) != "done"
    assert outcome("import-model", file="x" * 5000) == "unreadable-model"


def test_a_model_that_no_folder_can_be_called_is_told(tmp_path: Path, color_model: Path) -> None:
    model, of_no_text = str(color_model), tmp_path / "\udc80"
    refused = "output-not-writable"
    assert outcome("export-model", model=model, folder=str(of_no_text)) == refused
    assert outcome("import-model", file=model, id="x" * 5000) == refused
    polygons = {"polygons": "p.gpkg", "field": "c"}
    for out in (tmp_path / ("x" * 5000), of_no_text / "m"):
        assert outcome("finetune", rasters=["r.tif"], out=str(out), **polygons) == refused
    assert not list(tmp_path.glob("*.partial"))
    of_no_text.mkdir()
    copy = of_no_text / "m.onnx"
    copy.write_bytes(color_model.read_bytes())
    assert outcome("describe-model", model=str(copy)) == "unreadable-model"


@pytest.mark.parametrize("address", ["http://[::1", "http://x:99999999/", "https://u:p@[/"])
def test_an_address_that_is_none_is_told(address: str) -> None:
    assert outcome("download-model", model="dinov2-vits14", address=address) == "invalid-request"


@pytest.mark.parametrize(
    ("transform", "crs"),
    [(Affine(1e308, 0, 0, 0, -1e308, 0), "EPSG:32636"),
     (Affine(1e-300, 0, 0, 0, -1e-300, 0), "EPSG:32636"),
     (Affine(0.1, 0, 10, 0, -0.1, 500), "EPSG:4326"),
     (Affine(1e9, 0, 1e9, 0, -1e9, 1e12), "EPSG:3857")],
    ids=["huge", "tiny", "latitude 500", "off the world"],
)  # fmt: skip
def test_impossible_places_give_the_same_classes_or_a_sentence(
    tmp_path: Path,
    raster_factory: Callable[..., Path],
    color_model: Path,
    transform: Affine,
    crs: str,
) -> None:
    usual = tmp_path / "usual.tif"
    run(raster_factory(), usual, model=str(color_model))
    odd = raster_factory(transform=transform, crs=crs, name="odd.tif")
    output = tmp_path / "odd map.tif"
    given = {"model": str(color_model), "threads": 1, "polygons": str(tmp_path / "odd.gpkg")}
    if outcome("segment", input=str(odd), output=str(output), **given) == "done":
        assert np.array_equal(read(output), read(usual))
    else:
        assert not output.exists()


# Disks


class _Failing:
    """Stands for a file on a disk that fails."""

    def __init__(self, *_: Any, **__: Any) -> None:
        raise OSError(5, os.strerror(5))


def test_a_disk_that_fails_is_told_and_not_a_format(
    raster_factory: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    raster = raster_factory()
    raster.write_bytes(b"")  # as GDAL sees it: in no format that it knows
    monkeypatch.setattr(Path, "open", _Failing)
    with pytest.raises(errors.UnreadableRaster, match=r"Input/output error\.$"):
        RasterSource(raster, ("red",), None)


def test_a_geopackage_on_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(errors.DiskFull), writing(tmp_path / "m.gpkg", RuntimeError):
        raise RuntimeError("Could not add feature to layer at index 7: database or disk is full")


def test_a_raster_on_a_full_disk_is_told_as_such(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = make_dataclass("Usage", ["free"])(1000)
    monkeypatch.setattr(publishing.shutil, "disk_usage", lambda path: usage)
    with pytest.raises(errors.DiskFull), writing(tmp_path / "m.tif"):
        raise RasterioIOError("TIFFAppendToStrip:Write error at scanline 0")


def test_an_id_of_blanks_is_no_damage(tmp_path: Path, raster_factory: Callable[..., Path]) -> None:
    item = write_item(tmp_path / "m", id="\n")
    run(raster_factory(), tmp_path / "map.tif", model=str(item))
    processing = json.loads((tmp_path / "map.json").read_text())["properties"]
    assert plain(json.dumps(processing))


def test_a_smallest_area_above_all_numbers_is_taken(
    tmp_path: Path, raster_factory: Callable[..., Path], color_model: Path
) -> None:
    run(raster_factory(), tmp_path / "map.tif", model=str(color_model), min_area=1e308)
    assert set(np.unique(read(tmp_path / "map.tif"))) <= {0, 1, 2, 3}


def test_thousands_of_bands_are_told_soon(tmp_path: Path) -> None:
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{number}"></VRTRasterBand>'
        for number in range(1, 5001)
    )
    raster = tmp_path / "bands.vrt"
    raster.write_text(f'<VRTDataset rasterXSize="8" rasterYSize="8">{bands}</VRTDataset>')
    began = time.process_time()
    with pytest.raises(errors.WrongBandCount), RasterSource(raster, ("a",), [1, 2]):
        pass
    assert time.process_time() - began < 5  # 20 where each band asks all the others
