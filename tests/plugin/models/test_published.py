from __future__ import annotations

import pytest

from crossearth_qgis import paths, settings
from crossearth_qgis.models import catalog, published
from tests.plugin.support import write_model

ID = "crossearth-potsdam-irrg"


def test_every_published_checkpoint_is_on_offer() -> None:
    models = {m.id: m for m in published.models() if m.id.startswith("crossearth")}
    assert set(models) < set(published.ids())
    model = models[ID]
    assert not model.is_on_disk
    assert model.trained_on == "ISPRS Potsdam, infrared-red-green"
    assert model.bands == ("nir", "red", "green")
    assert (model.window_size, model.overlap, model.license) == (512, 171, "MIT")
    assert model.gsd_m == 0.05
    assert model.classes[3].name == "tree"
    assert model.classes[3].color == "#00ff00"
    assert model.download_bytes == (1_700_000_000, 4_300_000_000)
    assert model.published_scores[0] == ("P(i)2V, ISPRS Vaihingen, infrared-red-green", 67.5)
    assert "head of this file" in models["crossearth-deepglobe-roads-mtp"].note
    assert models["crossearth-whu-satellite"].published_scores[0][1] is None


def test_networks_without_a_head_are_to_be_adapted_first() -> None:
    models = [m for m in published.models() if m.needs_adapting and m.takes == "bytes"]
    assert [m.id for m in models] == [
        "dinov2-vits14",
        "dinov2-vitb14",
        "dinov2-vitl14",
        "dinov2-vitl14-1024",
    ]
    for model in models:
        assert "adapted" in model.description
        assert model.classes == ()
    assert models[0].name == "CrossEarth-S, to be adapted first"
    assert models[0].download_bytes == (88_283_115, 88_283_115)


def test_encoders_of_other_sensors_are_told_by_what_they_take() -> None:
    models = {m.id: m for m in published.models()}
    radar = models["softcon-s1"]
    assert (radar.bands, radar.takes, radar.gsd_m) == (("VV", "VH"), "dB", 10)
    assert (radar.needs_adapting, radar.trained_on) == (True, "Sentinel-1 GRD, without labels")
    assert "Sentinel-1 GRD" in radar.description
    floods = models["prithvi-floods"]
    assert (floods.needs_adapting, floods.takes) == (False, "reflectance")
    assert [item.name for item in floods.classes] == ["no water", "water"]
    assert published.address("prithvi-floods").endswith("-TL-Sen1Floods11/resolve/main")


def test_models_of_a_package_come_with_what_they_take() -> None:
    models = {m.id: m for m in published.models() if m.in_same_file > 1}
    assert list(models) == ["csmask-6b-l1c", "csmask-6b-l2a", "csmask-4b-l1c", "csmask-4b-l2a"]
    model = models["csmask-4b-l2a"]
    assert model.bands == ("blue", "green", "red", "nir")
    assert (model.takes, model.gsd_m, model.gsd_range_m) == ("reflectance", 30, (30, 30))
    assert [item.name for item in model.classes] == ["clear", "cloud", "cloud shadow"]
    assert model.download_bytes == (144_901_442, 144_901_442)
    assert (model.in_same_file, model.needs_torch) == (4, False)
    others = [m for m in published.models() if m.id not in models]
    assert {(m.in_same_file, m.needs_torch) for m in others} == {(1, True)}


def test_a_package_comes_from_the_index_of_pip(monkeypatch) -> None:
    clouds = "csmask-6b-l1c"
    monkeypatch.setenv("PIP_INDEX_URL", "https://me:secret@packages.example/simple/")
    assert published.address(clouds) == "https://me:secret@packages.example/simple"
    assert published.shown_address(clouds) == "https://packages.example/simple"
    settings.set_models_address("/srv/models")
    assert published.address(clouds) == "/srv/models"


def test_a_paused_download_is_noticed(home) -> None:
    model = next(m for m in published.models() if m.id == ID)
    assert published.arrived_bytes(model) == 0
    part = home / "downloads" / "abc" / "Potsdam(i)-source.pth.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(bytes(1000))
    assert published.arrived_bytes(model) == 1000


def test_downloaded_model_is_no_longer_among_them(home) -> None:
    write_model(
        home / "models" / ID,
        **{"crossearth:accuracy": {"published_miou_percent": {"P(i)2V": 67.5}}},
    )
    assert ID not in [model.id for model in published.models()]
    assert ID in published.ids()
    assert catalog.find(ID).published_scores == (("P(i)2V", 67.5),)


def test_downloaded_backbone_is_still_to_be_adapted(home) -> None:
    folder = write_model(home / "models" / "dinov2-vits14", **{"mlm:output": [{"name": "none"}]})
    model = catalog.find("dinov2-vits14")
    assert model is not None, folder
    assert model.needs_adapting
    assert model.is_on_disk
    assert model.download_bytes is None


def test_address_is_the_users_then_the_environments_then_the_hub(monkeypatch) -> None:
    assert published.address(ID) == "https://huggingface.co/Cusyoung/CrossEarth"
    own = "https://dl.fbaipublicfiles.com/dinov2/dinov2_vits14"
    assert published.address("dinov2-vits14") == own
    monkeypatch.setenv("CROSSEARTH_MODELS_URL", "https://mirror.example/models")
    assert published.address(ID) == "https://mirror.example/models"
    settings.set_models_address("/srv/models")
    assert published.address(ID) == "/srv/models"


def test_datasets_have_titles_and_ids() -> None:
    assert ("CASID tropical monsoon", "casid_troms") in published.datasets()


@pytest.mark.parametrize(
    "text", ["", "[1]", '{"checkpoints": [{}], "backbones": [{}]}', '{"checkpoints": [1]}']
)
def test_broken_catalogue_offers_nothing(tmp_path, monkeypatch, caplog, text: str) -> None:
    (tmp_path / "catalog.json").write_text(text)
    monkeypatch.setattr(paths, "BUNDLED_MODELS", tmp_path)
    assert published.models() == []
    assert "catalogue" in caplog.text


def test_missing_catalogue_offers_nothing(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(paths, "BUNDLED_MODELS", tmp_path)
    assert published.models() == []
    assert published.datasets() == []
