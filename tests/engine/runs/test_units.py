"""A model that takes a unit gives one map, whatever numbers the raster holds the unit in."""

import json

import numpy as np
import pytest
import rasterio
from affine import Affine
from click.testing import CliRunner

from crossearth_engine.cli.main import main
from crossearth_engine.errors import InvalidRequest
from crossearth_engine.models.catalog import find_model
from tests.engine.conftest import RecordedJob, read, run, save_network

BANDS = ("blue", "green", "red", "nir")
MEAN, STD = (0.08, 0.1, 0.12, 0.3), (0.05, 0.05, 0.07, 0.1)
NAMES = {
    "L1C before": "S2A_MSIL1C_20211231T105441_N0301_R051_T31UFS_20211231T125520.tif",
    "L1C after": "S2A_MSIL1C_20220301T105441_N0400_R051_T31UFS_20220301T125520.tif",
    "L2A before": "S2B_MSIL2A_20200601T105629_N0214_R094_T31UFS_20200601T135805.tif",
    "L2A after": "S2B_MSIL2A_20230601T105629_N0509_R094_T31UFS_20230601T135805.tif",
    "Landsat": "LC08_L2SP_042034_20200101_20200823_02_T1.tif",
    "HLS": "HLS.L30.T31UFS.2023152T105629.v2.0.tif",
    "unknown": "scene.tif",
}


def reflectance(shape=(60, 70), seed=0):
    """Patches of reflectance in four bands, some brighter than white, a few a little below 0."""
    rng = np.random.default_rng(seed)
    patches = rng.gamma(2.0, 0.5, (4, shape[0] // 5, shape[1] // 5))
    values = patches * np.array(MEAN)[:, None, None] - 0.004
    values[:, 2:4, 2:5] = 1.3
    return np.kron(values, np.ones((1, 5, 5))).round(4)


def stored(values, kind):
    """The integers of a product, and of which type they are."""
    scale, added = (2.75e-5, 0.2) if kind == "Landsat" else (1e-4, 0.1 * kind.endswith("after"))
    return np.round((values + added) / scale).astype(np.uint16 if added else np.int16)


def write(path, data, names=BANDS, tags=None, scale=None, crs="EPSG:32631", **more):
    path.parent.mkdir(parents=True, exist_ok=True)
    profile = {"driver": "GTiff", "count": len(data), "height": data.shape[1], "crs": crs, **more}
    profile |= {"width": data.shape[2], "dtype": data.dtype, "photometric": "MINISBLACK"}
    if crs:
        profile["transform"] = Affine(30, 0, 500_000, 0, -30, 4_000_000)
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(data)
        dataset.update_tags(**(tags or {}))
        for index, name in enumerate(names, 1):
            dataset.set_band_description(index, name)
        if scale:
            dataset.scales, dataset.offsets = ([value] * len(data) for value in scale)
    return path


@pytest.fixture
def model(tmp_path, monkeypatch):
    """A network without context that takes reflectance, imported on the command line."""
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path / "home"))
    weights = np.random.default_rng(7).normal(size=(4, 4, 1, 1)).astype(np.float32)
    file = save_network(tmp_path / "network.onnx", weights, {"tile_size": "32"})
    command = ["models", "import", str(file), "--id", "mine", "--bands", ",".join(BANDS)]
    command += ["--values", "reflectance", "--mean", ",".join(map(str, MEAN))]
    done = CliRunner().invoke(main, [*command, "--std", ",".join(map(str, STD)), "--json"])
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["values"] == "reflectance"
    return "mine"


def expected(values, model="mine"):
    """The map of the reflectance itself, computed in one go."""
    info = find_model(model)
    mean, std = (np.array(v)[:, None, None] for v in (info.mean, info.std))
    from crossearth_engine.inference.load import load_backend

    x = ((values - mean) / std).astype(np.float32)
    return load_backend(info, "cpu", 1).run(x[None])[0].argmax(axis=0)


def same(path, values, least=0.995):
    """Whether the map is that of the reflectance, but for what rounding decides."""
    wanted = expected(values)
    assert len(np.unique(wanted)) == 4
    return (read(path) == wanted).mean() >= least


@pytest.mark.parametrize("kind", NAMES)
def test_the_integers_of_products_are_known_by_their_names(tmp_path, model, kind):
    values = reflectance()
    # What nobody explains is taken for ten thousandths, which is told.
    raster = write(tmp_path / NAMES[kind], stored(values, kind))
    result = run(raster, tmp_path / "map.tif", model=model)
    assert same(tmp_path / "map.tif", values)
    if kind == "unknown":
        assert "10000 was taken for 1" in result["warnings"][0]
        asked = run(raster, tmp_path / "map.tif", model=model, stretch="0,10000")
        assert same(tmp_path / "map.tif", values)
        assert not asked["warnings"]
    else:
        assert not result["warnings"]


def test_scaled_floats_and_scales_of_the_file_give_the_same_map(tmp_path, model):
    values = reflectance()
    for name, data, scale in (
        ("float32.tif", values.astype(np.float32), None),
        ("float64.tif", values, None),
        ("scaled.tif", stored(values, "L2A after"), (1e-4, -0.1)),
        ("falling.tif", np.round((1.5 - values) * 10_000).astype(np.int16), (-1e-4, 1.5)),
        ("bytes.tif", np.clip(values * 200 + 2, 0, 255).round().astype(np.uint8), (0.005, -0.01)),
    ):
        result = run(write(tmp_path / name, data, scale=scale), tmp_path / "map.tif", model=model)
        # Bytes are coarse.
        seen = values if data.dtype != np.uint8 else data * 0.005 - 0.01
        assert same(tmp_path / "map.tif", seen), name
        assert not result["warnings"], name


@pytest.mark.parametrize(
    ("tags", "kind"),
    [
        ({"PROCESSING_BASELINE": "05.09"}, "L2A after"),
        ({"PROCESSING_BASELINE": "03.01", "PRODUCT_TYPE": "S2MSI1C"}, "L1C before"),
        ({"BOA_ADD_OFFSET": "-1000"}, "L2A after"),
        ({"LANDSAT_PRODUCT_ID": NAMES["Landsat"].removesuffix(".tif")}, "Landsat"),
    ],
)
def test_the_integers_of_products_are_known_by_their_tags(tmp_path, model, tags, kind):
    values = reflectance()
    raster = write(tmp_path / "scene.tif", stored(values, kind), tags=tags)
    result = run(raster, tmp_path / "map.tif", model=model)
    assert same(tmp_path / "map.tif", values)
    assert not result["warnings"]


def test_a_metadata_file_and_a_stac_item_tell(tmp_path, model):
    values = reflectance()
    folder = tmp_path / "LC09_L1TP"
    raster = write(folder / "stack.tif", np.round((values * 0.5 + 0.1) / 2e-5).astype(np.uint16))
    lines = ["PROCESSING_LEVEL = L1TP", "COLLECTION_NUMBER = 02", "SUN_ELEVATION = 30.0"]
    for band in range(1, 8):
        lines += [f"REFLECTANCE_MULT_BAND_{band} = 2.0000E-05"]
        lines += [f"REFLECTANCE_ADD_BAND_{band} = -0.100000"]
    (folder / "LC09_L1TP_042034_20220101_20220823_02_T1_MTL.txt").write_text("\n".join(lines))
    run(raster, tmp_path / "map.tif", model=model)
    assert same(tmp_path / "map.tif", values)
    raster = write(tmp_path / "scene.tif", np.round((values + 0.3) / 2e-4).astype(np.uint16))
    bands = [{"scale": 2e-4, "offset": -0.3}] * 4
    item = {"assets": {"data": {"href": "./scene.tif", "raster:bands": bands}}}
    (tmp_path / "scene.json").write_text(json.dumps(item))
    result = run(raster, tmp_path / "map.tif", model=model)
    assert same(tmp_path / "map.tif", values)
    assert not result["warnings"]


def test_resampling_does_not_matter(tmp_path, model):
    values = reflectance((120, 140))
    options = {"model": model, "gsd": 55}
    run(write(tmp_path / "float.tif", values.astype(np.float32)), tmp_path / "a.tif", **options)
    raster = write(tmp_path / NAMES["L2A after"], stored(values, "L2A after"))
    run(raster, tmp_path / "b.tif", **options)
    assert (read(tmp_path / "a.tif") == read(tmp_path / "b.tif")).mean() > 0.995


def test_what_was_taken_for_what_is_recorded(tmp_path, model):
    job = RecordedJob()
    raster = write(tmp_path / NAMES["L2A after"], stored(reflectance(), "L2A after"))
    report = tmp_path / "map.html"
    result = run(raster, tmp_path / "map.tif", job, model=model, report=str(report))
    values = "reflectance, by Sentinel-2's processing baseline 05.09"
    assert np.allclose(result["stretch"], [[1000, 11_000]] * 4)
    assert result["parameters"]["values"] == values
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_VALUES"] == values
    item = json.loads((tmp_path / "map.json").read_text())
    assert item["properties"]["crossearth:processing"]["parameters"]["values"] == values
    assert any(values in text for _, text in job.logs)
    assert "processing baseline 05.09" in report.read_text(encoding="utf-8")


def test_numbers_that_can_be_nothing_known_are_refused(tmp_path, model):
    raster = write(tmp_path / "scene.tif", stored(reflectance(), "Landsat") + np.uint16(3000))
    with pytest.raises(InvalidRequest, match=r"--stretch 0,10000 for most products.*Landsat"):
        run(raster, tmp_path / "map.tif", model=model)
    assert not (tmp_path / "map.tif").exists()


def test_another_scale_in_the_file_makes_another_raster(tmp_path, model):
    values = reflectance()
    raster = write(tmp_path / "scene.tif", stored(values, "L2A after"), scale=(1e-4, 0.0))
    run(raster, tmp_path / "map.tif", model=model)
    first = read(tmp_path / "map.tif")
    with rasterio.open(raster, "r+") as dataset:
        dataset.offsets = (-0.1,) * 4
    run(raster, tmp_path / "map.tif", model=model, resume=True)
    assert same(tmp_path / "map.tif", values)
    assert not np.array_equal(first, read(tmp_path / "map.tif"))


# The scalings of STAC items of others


SCALINGS = {
    "min-max": ({"minimum": 100, "maximum": 2100}, lambda x: (x - 100) / 2000),
    "z-score": ({"mean": 1500, "stddev": 400}, lambda x: (x - 1500) / 400),
    "clip": ({"minimum": 500, "maximum": 1800}, lambda x: np.clip(x, 500, 1800)),
    "clip-min": ({"minimum": 700}, lambda x: np.maximum(x, 700)),
    "clip-max": ({"maximum": 1200}, lambda x: np.minimum(x, 1200)),
    "offset": ({"value": 900}, lambda x: x - 900),
    "scale": ({"value": 3000}, lambda x: x / 3000),
}


@pytest.mark.parametrize("dtype", ["uint16", "float32"])
@pytest.mark.parametrize("kind", SCALINGS)
def test_the_scalings_of_items_of_others_are_applied(tmp_path, kind, dtype):
    values, scaled = SCALINGS[kind]
    weights = np.random.default_rng(3).normal(size=(4, 3, 1, 1)).astype(np.float32)
    # Classes depend on differences between bands, whatever their size.
    weights -= weights.mean(axis=1, keepdims=True)
    save_network(tmp_path / "network.onnx", weights, {})
    item = {
        **{"type": "Feature", "stac_version": "1.1.0", "id": "others", "geometry": None},
        "properties": {
            "datetime": "2026-01-01T00:00:00Z",
            "mlm:name": "others",
            "mlm:input": [
                {
                    "bands": ["red", "green", "blue"],
                    "input": {"shape": [-1, 3, 32, 32]},
                    "value_scaling": [{"type": kind, **values}],
                }
            ],
            "mlm:output": [
                {"classification:classes": [{"value": i, "name": f"c{i}"} for i in range(4)]}
            ],
        },
        "assets": {"model": {"href": "./network.onnx", "roles": ["mlm:model"]}},
    }
    (tmp_path / "item.json").write_text(json.dumps(item))
    numbers = np.random.default_rng(1).integers(300, 2600, (3, 60, 70)).astype(dtype)
    raster = write(tmp_path / "scene.tif", numbers, ("red", "green", "blue"))
    run(raster, tmp_path / "map.tif", model=str(tmp_path / "item.json"))
    scores = np.einsum("kc,chw->khw", weights[:, :, 0, 0], scaled(numbers.astype(np.float64)))
    assert (read(tmp_path / "map.tif") == scores.argmax(axis=0)).mean() > 0.99


# Pixels without a CRS


def test_the_pixel_size_of_a_raster_without_a_crs_may_be_said(tmp_path, model):
    values = reflectance((120, 140)).astype(np.float32)
    here = write(tmp_path / "here.tif", values)
    nowhere = write(tmp_path / "nowhere.tif", values, crs=None)
    options = {"model": model, "gsd": 60}
    with pytest.raises(InvalidRequest, match="--pixel-size"):
        run(nowhere, tmp_path / "a.tif", **options)
    expected = run(here, tmp_path / "b.tif", **options, min_area=5000)
    result = run(nowhere, tmp_path / "a.tif", **options, min_area=5000, pixel_size=30)
    assert np.array_equal(read(tmp_path / "a.tif"), read(tmp_path / "b.tif"))
    assert result["parameters"]["gsd"] == expected["parameters"]["gsd"] == 60
    assert result["area_method"] == "planar"
    assert result["class_area_m2"] == pytest.approx(expected["class_area_m2"], rel=1e-6)
    assert not any("CRS" in text for text in result["warnings"])
    with rasterio.open(tmp_path / "a.tif") as dataset:
        assert dataset.tags()["CROSSEARTH_PIXEL_SIZE"] == "30.0"


def test_the_map_may_have_the_pixels_of_the_model(tmp_path, model):
    values = reflectance((120, 140)).astype(np.float32)
    nowhere = write(tmp_path / "nowhere.tif", values, crs=None)
    options = {"model": model, "gsd": 60, "grid": "model", "pixel_size": 30}
    result = run(nowhere, tmp_path / "map.tif", **options)
    assert read(tmp_path / "map.tif").shape == (60, 70)
    assert sum(result["class_area_m2"].values()) == pytest.approx(120 * 140 * 900)


def test_a_crs_goes_before_what_is_said(tmp_path, model):
    raster = write(tmp_path / "here.tif", reflectance().astype(np.float32))
    result = run(raster, tmp_path / "map.tif", model=model, pixel_size=2)
    assert result["parameters"]["gsd"] == 30
    assert any("2 m that were given (--pixel-size)" in text for text in result["notes"])
    agreed = run(raster, tmp_path / "map.tif", model=model, pixel_size=30.5)
    assert not agreed["warnings"] + agreed["notes"]


def test_without_a_crs_the_way_out_is_named(tmp_path, model):
    raster = write(tmp_path / "nowhere.tif", reflectance().astype(np.float32), crs=None)
    result = run(raster, tmp_path / "map.tif", model=model)
    assert any("--pixel-size" in text for text in result["notes"])
    assert result["area_method"] is None


# What other programs read


SHARES = {"confidence": 1, "lead": 1, "probabilities": 4}


def test_probabilities_are_shares_to_other_programs(tmp_path, model):
    raster = write(tmp_path / "scene.tif", reflectance().astype(np.float32))
    paths = {name: str(tmp_path / f"{name}.tif") for name in SHARES}
    run(raster, tmp_path / "map.tif", model=model, **paths)
    for name, bands in SHARES.items():
        with rasterio.open(paths[name]) as dataset:
            assert dataset.scales == pytest.approx([0.01] * bands)
            assert dataset.offsets == (0,) * bands
            shares = dataset.read() * dataset.scales[0]
        assert 0.2 <= shares[shares < 2.5].max() <= 1
        if bands == 4:
            assert np.allclose(shares.sum(axis=0), 1, atol=0.03)
    with rasterio.open(tmp_path / "map.tif") as dataset:
        assert dataset.scales == (1,)
    assets = json.loads((tmp_path / "map.json").read_text())["assets"]
    assert [assets[name]["raster:scale"] for name in SHARES] == [0.01] * 3
