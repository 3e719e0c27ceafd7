"""What a network knows of its training imagery, and what is told of a raster that is unlike it."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import onnxruntime
import pytest
import rasterio
from sklearn.covariance import LedoitWolf

from crossearth_engine.commands import run as run_command
from crossearth_engine.errors import DoubtfulRaster, InvalidRequest
from crossearth_engine.inference.onnx_backend import OnnxMaps
from crossearth_engine.inference.unfamiliar import Strangeness
from crossearth_engine.shared.findings import NOTES
from crossearth_engine.training.quick.onnx_encoder import Encoder, FeatureMap
from crossearth_engine.training.quick.reference import (
    ELSEWHERE,
    features_of,
    fit_reference,
    fit_spread,
    judged_maps,
    of_the_same_imagery,
    references_in,
    with_reference,
)
from tests.engine.conftest import RecordedJob, run
from tests.engine.training.quick.test_adapt import (  # noqa: F401 - fixtures
    SIZE,
    fit,
    home,
    network,
    truth,
)

BUNDLED = Path(__file__).parents[3] / "resources" / "models" / "crossearth-base-rgb"
DATA = Path(__file__).parents[4] / "shared" / "data"


@pytest.fixture
def adapted(tmp_path, network, truth):  # noqa: F811 - a fixture
    return fit(tmp_path, model=str(network))["path"]


def changed(source, path, change):
    """Write a raster whose pixels (C, H, W) were changed."""
    with rasterio.open(source) as dataset:
        profile, pixels = dataset.profile, dataset.read()
    with rasterio.open(path, "w", **profile) as dataset:
        dataset.write(change(pixels).clip(0, 255).astype(np.uint8))
    return path


def read(path):
    with rasterio.open(path) as dataset:
        return dataset.read(1)


def codes(told):
    return [finding["code"] for finding in told["findings"]]


def test_adapted_model_tells_a_raster_unlike_its_own(tmp_path, adapted):
    own = tmp_path / "scene.tif"
    result = run(own, tmp_path / "own.tif", model=adapted)
    assert codes(result) == []
    assert 0 < result["unlike_training"] < 0.95
    for name, change in {"dark": lambda p: p / 4, "inverse": lambda p: 255 - p}.items():
        other = changed(own, tmp_path / f"{name}.tif", change)
        page = tmp_path / "report.html"
        result = run(other, tmp_path / "map.tif", model=adapted, report=str(page))
        assert "unlike-training" in codes(result), name
        assert result["unlike_training"] > 0.95
        looked = run_command("look", {"input": str(other), "model": adapted}, RecordedJob())
        assert looked["findings"] == result["findings"]
        (finding,) = (item for item in result["findings"] if item["code"] == "unlike-training")
        assert not finding["is_doubt"]
        sentence = finding["sentence"]
        assert sentence in result["warnings"]
        assert "100 % of the places" in sentence
        assert sentence in json.dumps(json.loads((tmp_path / "map.json").read_text("utf-8")))
        assert "Unlike the training imagery" in page.read_text("utf-8")


def test_matching_is_advised_where_the_network_knows_what_comes_of_it(tmp_path, adapted):
    own = tmp_path / "scene.tif"
    run(own, tmp_path / "own.tif", model=adapted)
    changes = {"dark": lambda p: p / 4, "dull": lambda p: p / 2 + 90, "inverse": lambda p: 255 - p}
    for name, change in changes.items():
        other = changed(own, tmp_path / f"{name}.tif", change)
        told = run_command("look", {"input": str(other), "model": adapted}, RecordedJob())
        result = run(other, tmp_path / "matched.tif", model=adapted, match=True)
        is_mended = (read(tmp_path / "matched.tif") == read(tmp_path / "own.tif")).mean() > 0.99
        assert ("bands-moved" in codes(told)) == is_mended == (name != "inverse"), name
        assert "bands-moved" not in codes(result)
        # Of what was matched less is told, if anything.
        assert "unlike-training" not in codes(result) or name == "inverse"
    dark = {"input": str(tmp_path / "dark.tif"), "model": adapted, "strict": True}
    with pytest.raises(DoubtfulRaster, match="--match"):
        run_command("segment", {**dark, "output": str(tmp_path / "no.tif")}, RecordedJob())
    assert not (tmp_path / "no.tif").exists()


def test_of_what_was_matched_less_is_told():
    model = SimpleNamespace(name="Mine")
    (plain,), (matched,) = (
        Strangeness(0.99, 0.8, 0.9).findings(model, is_matched=is_matched)
        for is_matched in (False, True)
    )
    assert (plain.code, matched.code) == ("unlike-training", "unlike-though-matched")
    assert matched.code in NOTES
    assert plain.code not in NOTES
    assert "80 %" in matched.sentence
    assert not Strangeness(0.9, 0.1, 0.9).findings(model, is_matched=True)


def test_raster_of_unfamiliarity_shows_where_it_is_unlike(tmp_path, adapted):
    def half(pixels):
        pixels = pixels.astype(float)
        pixels[:, :, 320:] = 255 - pixels[:, :, 320:]
        pixels[:, :100, :100] = 0
        return pixels

    raster = changed(tmp_path / "scene.tif", tmp_path / "half.tif", half)
    plain, path = tmp_path / "plain.tif", tmp_path / "unlike.tif"
    run(raster, plain, model=adapted, nodata="0")
    run(raster, tmp_path / "map.tif", model=adapted, nodata="0", unfamiliarity=str(path))
    assert np.array_equal(read(plain), read(tmp_path / "map.tif"))
    unlike = read(path)
    with rasterio.open(path) as dataset:
        assert dataset.scales == (0.01,)
    assert (unlike[:100, :100] == 255).all()
    assert unlike[unlike != 255].max() <= 100
    assert np.median(unlike[120:, :250]) < 95
    assert (unlike[:, 390:] >= 95).mean() > 0.95
    # Over windows it goes from one to the other without a step.
    assert np.abs(np.diff(unlike[200:, 250:390].astype(int), axis=1)).max() < 25


@pytest.mark.parametrize("options", [{"tta": True}, {"scales": [0.5, 1.5]}, {"gsd": 1.0}])
def test_unfamiliarity_goes_with_other_options(tmp_path, adapted, options):
    path = tmp_path / "unlike.tif"
    other = changed(tmp_path / "scene.tif", tmp_path / "inverse.tif", lambda p: 255 - p)
    plain = run(other, tmp_path / "plain.tif", model=adapted, **options)
    run(other, tmp_path / "map.tif", model=adapted, unfamiliarity=str(path), **options)
    assert np.array_equal(read(tmp_path / "plain.tif"), read(tmp_path / "map.tif"))
    assert (read(path) >= 95).mean() > 0.9
    assert plain["unfamiliarity"] is None
    if "gsd" not in options:
        # However often the map asks the network, the look before asks once.
        once = run(other, tmp_path / "once.tif", model=adapted)
        assert plain["unlike_training"] == once["unlike_training"]


def test_model_that_does_not_know_its_training_says_so(tmp_path, color_model, raster_factory):
    raster, path = raster_factory(), str(tmp_path / "unlike.tif")
    with pytest.raises(InvalidRequest, match="Leave out: unfamiliarity"):
        run(raster, tmp_path / "map.tif", model=str(color_model), unfamiliarity=path)
    assert run(raster, tmp_path / "map.tif", model=str(color_model))["unlike_training"] is None


def test_network_computes_what_was_fitted(network):  # noqa: F811 - a fixture
    encoder = Encoder.read(network, SIZE)
    (maps,) = encoder.maps.values()
    images = np.random.default_rng(0).normal(size=(9, 3, SIZE, SIZE)).astype(np.float32)
    images *= np.linspace(0.5, 2, 9, dtype=np.float32)[:, None, None, None]
    valid = np.ones((SIZE, SIZE), bool)
    inner = OnnxMaps(network, encoder.exposing(maps), "cpu", 1)
    windows = [features_of([item[0] for item in inner.run(x[None])], valid) for x in images]
    reference = fit_reference(windows)
    content = with_reference(network.read_bytes(), maps, SIZE, reference)
    session = onnxruntime.InferenceSession(content)
    plain = onnxruntime.InferenceSession(network)
    for image, features in zip(images, windows, strict=True):
        scores, unlike = session.run(None, {"x": image[None]})
        assert np.array_equal(scores, plain.run(None, {"x": image[None]})[0])
        assert unlike.reshape(-1) == pytest.approx(reference.unfamiliarity(features), abs=1e-4)
    # Once in the file it is no part of what an adaptation starts from.
    network.write_bytes(content)
    again = Encoder.read(network, SIZE)
    assert again.maps == encoder.maps
    assert again.exposing(maps) == encoder.exposing(maps)


def test_what_a_base_knows_is_familiar_to_what_is_adapted_from_it(network):  # noqa: F811 - a fixture
    rng = np.random.default_rng(5)
    encoder = Encoder.read(network, SIZE)
    (maps,) = encoder.maps.values()
    assert references_in(encoder.forgotten, maps) == ()
    images = rng.normal(size=(12, 3, SIZE, SIZE)).astype(np.float32)
    images *= np.linspace(0.3, 3, 12, dtype=np.float32)[:, None, None, None]
    valid = np.ones((SIZE, SIZE), bool)
    inner = OnnxMaps(network, encoder.exposing(maps), "cpu", 1)
    windows = [features_of([item[0] for item in inner.run(x[None])], valid) for x in images]
    known, own = fit_reference(windows), fit_reference(windows[:5])
    network.write_bytes(with_reference(network.read_bytes(), maps, SIZE, known))
    base = Encoder.read(network, SIZE)
    found = references_in(base.forgotten, maps)
    assert references_in(base.forgotten, maps[1:]) == ()
    assert len(found) == 1
    assert of_the_same_imagery(found, windows[:5]) == found
    assert of_the_same_imagery(found, [100 * part for part in windows]) == ()
    content = with_reference(base.proto.SerializeToString(), maps, SIZE, own, *found)
    session = onnxruntime.InferenceSession(content)
    for image, features in zip(images, windows, strict=True):
        _, unlike = session.run(None, {"x": image[None]})
        alone, either = own.unfamiliarity(features), known.unfamiliarity(features)
        assert unlike.reshape(-1) == pytest.approx(np.minimum(alone, either), abs=1e-3)
    assert np.median(own.unfamiliarity(windows[-1])) > 0.95 > np.median(unlike)


def test_share_is_that_of_imagery_that_is_less_unusual():
    rng = np.random.default_rng(1)
    mixing = rng.normal(size=(6, 6))
    windows = [rng.normal(size=(64, 6)) @ mixing for _ in range(40)]
    reference = fit_reference(windows)
    new = (rng.normal(size=(20_000, 6)) @ mixing).astype(np.float32)
    assert (reference.unfamiliarity(new) < 0.5).mean() == pytest.approx(0.5, abs=0.04)
    # There is a margin for other places: of these here hardly anything is unusual.
    distances = reference.spread.distances(new)
    assert (distances < reference.limit / ELSEWHERE).mean() == pytest.approx(0.95, abs=0.02)
    assert (reference.unfamiliarity(new) < 0.95).mean() > 0.98
    assert fit_reference(windows[:3]) is None
    assert fit_reference([*windows[:3], np.empty((0, 6))]) is None


@pytest.mark.parametrize("values", [np.zeros(6), np.linspace(-3, 40, 6)])
def test_imagery_that_is_the_same_all_over_tells_nothing(values):
    assert fit_reference([np.tile(values, (64, 1)).astype(np.float32)] * 8) is None


def test_covariance_is_shrunk_as_ledoit_and_wolf_do():
    values = np.random.default_rng(2).normal(size=(12, 9)) * np.arange(1, 10)
    values = (values - values.mean(0)) / values.std(0)
    precision = np.linalg.inv(LedoitWolf(assume_centered=True).fit(values).covariance_)
    expected = np.sqrt(np.einsum("ni,ij,nj->n", values, precision, values))
    found = fit_spread(values.astype(np.float32)).distances(values.astype(np.float32))
    assert found == pytest.approx(expected, rel=1e-3)


def test_what_the_classifier_looks_at_is_judged_only_where_there_is_nothing_else():
    down, last = FeatureMap("a", 4, 8), FeatureMap("b", 4, 16, is_last=True)
    assert judged_maps([down, last]) == (down,)
    assert judged_maps([last]) == (last,)
    encoder = Encoder.read(BUNDLED / "model.onnx", 512)
    (maps,) = encoder.maps.values()
    assert [item.stride for item in judged_maps(maps)] == [4, 8, 16]
    assert len(maps) == 4


def test_cells_without_data_are_not_judged():
    maps = [np.random.default_rng(3).normal(size=(2, 16, 16)).astype(np.float32)]
    valid = np.zeros((SIZE, SIZE), bool)
    assert len(features_of(maps, ~valid)) == 64
    valid[:, : SIZE // 2] = True
    assert len(features_of(maps, valid)) == 32
    assert features_of(maps, np.zeros_like(valid)).shape == (0, 2)


def test_bundled_scores_do_not_depend_on_what_is_known_of_the_training():
    encoder = Encoder.read(BUNDLED / "model.onnx", 512)
    image = np.random.default_rng(4).normal(0, 0.5, (1, 3, 96, 96)).astype(np.float32)
    plain = onnxruntime.InferenceSession(encoder.proto.SerializeToString())
    assert [entry.name for entry in plain.get_outputs()] == ["logits"]
    (expected,) = plain.run(None, {"input": image})
    whole = onnxruntime.InferenceSession(BUNDLED / "model.onnx")
    for names in (["logits"], ["logits", "unfamiliarity"]):
        assert np.array_equal(whole.run(names, {"input": image})[0], expected)


@pytest.mark.skipif(not DATA.is_dir(), reason="needs imagery that is not part of the project")
@pytest.mark.parametrize(
    ("raster", "is_unlike"),
    [
        ("dubai_mbrsc/images/val/tile1_005.jpg", False),
        ("dubai_mbrsc/images/val/tile3_002.jpg", False),
        ("chesapeake_naip/images_old/m_3708035_ne-0.tif", True),
        ("oam_kampala_buildings/kampala_suburb.tif", True),
        ("scenes/landsat7_campeche_1999_int16.tif", True),
    ],
)
def test_bundled_model_tells_other_sensors_from_left_out_sites(raster, is_unlike):
    told = run_command("look", {"input": str(DATA / raster), "threads": 1}, RecordedJob())
    assert ("unlike-training" in codes(told)) == is_unlike
