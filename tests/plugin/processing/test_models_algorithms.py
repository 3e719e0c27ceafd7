from __future__ import annotations

import json
import re
from pathlib import Path

import processing
import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsNetworkAccessManager,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsVectorLayer,
)
from qgis.PyQt.QtNetwork import QNetworkProxy

from crossearth_qgis import paths, settings
from crossearth_qgis.errors import EngineSetupFailed
from crossearth_qgis.processing.downloadmodel import size_text
from crossearth_qgis.setup import engine_environment, installation
from crossearth_qgis.setup.engine_environment import EngineEnvironment
from crossearth_qgis.shared import model_places
from tests.plugin.support import is_running, wait_until

DOWNLOAD, IMPORT = "crossearth:downloadmodel", "crossearth:importmodel"
EXPORT = "crossearth:exportmodel"
ID = "crossearth-potsdam-rgb"
BUNDLED = paths.BUNDLED_MODELS


class Feedback(QgsProcessingFeedback):
    """Remembers what it was told; cancels itself at the first progress if asked to."""

    def __init__(self, *, cancels: bool = False) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.texts: list[str] = []
        self.errors: list[str] = []
        self._cancels = cancels

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N803
        self.errors.append(error)

    def setProgressText(self, text: str) -> None:
        self.texts.append(text)
        if self._cancels:
            self.cancel()


@pytest.fixture(autouse=True)
def _catalogue(tiny_model, monkeypatch) -> None:
    monkeypatch.setattr(paths, "BUNDLED_MODELS", BUNDLED)


@pytest.fixture
def engines(use_provider, fake_engine):
    use_provider(fake_engine("install"))
    return fake_engine


def request(engines) -> dict:
    return next(item for item in engines.requests() if item["type"] == "run")


@pytest.mark.parametrize("algorithm_id", [DOWNLOAD, IMPORT, EXPORT, "crossearth:distill"])
def test_algorithms_are_explained(engines, algorithm_id: str) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
    assert algorithm.shortHelpString()
    assert algorithm.shortDescription()
    assert algorithm.tags()
    assert algorithm.group() == "Models"
    assert Path(algorithm.svgIconPath()).is_file()


def test_download_names_the_model_and_its_folder(engines) -> None:
    feedback = Feedback()
    result = processing.run(DOWNLOAD, {"MODEL": ID}, feedback=feedback)
    assert result == {"ID": ID, "PATH": str(Path(f"/models/{ID}"))}
    asked = request(engines)
    assert asked["command"] == "download-model"
    assert asked["arguments"] == {"model": ID, "address": None, "proxy": None}
    half, whole = size_text(850_000_000), size_text(1_700_000_000)
    assert feedback.texts[2:] == [f"{half} of {whole}", f"{whole} of {whole}, 40 s left"]


def test_models_are_offered_by_their_ids(engines) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(DOWNLOAD)
    parameter = algorithm.parameterDefinition("MODEL")
    assert parameter.usesStaticStrings()
    assert ID in parameter.options()
    with pytest.raises(QgsProcessingException):
        processing.run(DOWNLOAD, {"MODEL": "nothing"})


def test_address_of_the_options_is_used_unless_another_is_given(engines) -> None:
    settings.set_models_address("/srv/models")
    processing.run(DOWNLOAD, {"MODEL": ID})
    assert request(engines)["arguments"]["address"] == "/srv/models"
    processing.run(DOWNLOAD, {"MODEL": ID, "BASE_ADDRESS": " https://mirror.example "})
    runs = [item for item in engines.requests() if item["type"] == "run"]
    assert runs[-1]["arguments"]["address"] == "https://mirror.example"


def test_address_is_an_advanced_parameter(engines) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(DOWNLOAD)
    flags = algorithm.parameterDefinition("BASE_ADDRESS").flags()
    assert flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced


def test_proxy_of_qgis_is_handed_over(engines) -> None:
    manager = QgsNetworkAccessManager.instance()
    before = manager.fallbackProxy()
    try:
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.HttpProxy, "proxy.example", 3128)
        manager.setFallbackProxyAndExcludes(proxy, [], [])
        processing.run(DOWNLOAD, {"MODEL": ID})
        assert request(engines)["arguments"]["proxy"] == "http://proxy.example:3128"
        proxy = QNetworkProxy(QNetworkProxy.ProxyType.Socks5Proxy, "proxy.example", 1080)
        manager.setFallbackProxyAndExcludes(proxy, [], [])
        feedback = Feedback()
        with pytest.raises(QgsProcessingException):
            processing.run(DOWNLOAD, {"MODEL": ID}, feedback=feedback)
        assert "SOCKS" in feedback.errors[0]
    finally:
        manager.setFallbackProxyAndExcludes(before, [], [])


def test_download_leaves_the_engine_to_the_runs(use_provider, fake_engine) -> None:
    engine = fake_engine("install")
    use_provider(engine)
    processing.run(DOWNLOAD, {"MODEL": ID})
    assert engine.pid is None


def test_cancelled_download_is_paused(use_provider, fake_engine) -> None:
    use_provider(fake_engine("wait-for-cancel"))
    feedback = Feedback(cancels=True)
    assert processing.run(DOWNLOAD, {"MODEL": ID}, feedback=feedback) == {}
    assert any("what has arrived is kept" in info for info in feedback.infos)


def test_engine_that_is_stopped_stops_its_siblings(fake_engine) -> None:
    engine = fake_engine("install")
    with engine.sibling() as other:
        pid = other.run("download-model", {})["pid"]
        assert is_running(pid)
        engine.stop()
        assert wait_until(lambda: not is_running(pid))
    with engine.sibling() as other:
        pid = other.run("download-model", {})["pid"]
    assert wait_until(lambda: not is_running(pid))


def test_failed_download_is_its_sentence(use_provider, fake_engine) -> None:
    use_provider(fake_engine("fail"))
    with pytest.raises(QgsProcessingException, match="truncated"):
        processing.run(DOWNLOAD, {"MODEL": ID})


def test_import_hands_over_what_was_chosen(engines, tmp_path) -> None:
    file = tmp_path / "a.pth"
    file.touch()
    feedback = Feedback()
    parameters = {"FILE": str(file), "MODEL_ID": "mine", "DATASET": "casid_troms"}
    result = processing.run(IMPORT, parameters, feedback=feedback)
    assert result == {"ID": "mine", "PATH": str(Path("/models/mine"))}
    assert request(engines)["arguments"] == {
        "file": str(file),
        "backbone": None,
        "id": "mine",
        "dataset": "casid_troms",
    }
    assert any("Water, Trees" in info for info in feedback.infos)
    assert any("2 tensors" in info and "b.bias" in info for info in feedback.infos)


def test_import_leaves_open_what_was_not_chosen(engines, tmp_path) -> None:
    file, backbone = tmp_path / "a.pth", tmp_path / "b.pth"
    file.touch()
    backbone.touch()
    processing.run(IMPORT, {"FILE": str(file), "BACKBONE": str(backbone)})
    asked = request(engines)
    assert asked["command"] == "import-model"
    assert asked["arguments"] == {
        "file": str(file),
        "backbone": str(backbone),
        "dataset": None,
    }


def test_import_hands_over_what_the_file_does_not_tell(engines, tmp_path) -> None:
    file = tmp_path / "a.onnx"
    file.touch()
    said = {"NAME": "Küste", "CLASSES": "water, trees", "BANDS": "nir,red", "MEAN": "0",
            "STD": "255, 255", "VALUES": "0, 10000", "WINDOW": 256, "GSD": 0.5}  # fmt: skip
    processing.run(IMPORT, {"FILE": str(file), **said})
    arguments = request(engines)["arguments"]
    assert {name: arguments[name] for name in ("name", "classes", "bands", "mean", "std")} == {
        "name": "Küste",
        "classes": ["water", "trees"],
        "bands": ["nir", "red"],
        "mean": [0],
        "std": [255, 255],
    }
    assert (arguments["window"], arguments["gsd"]) == (256, 0.5)
    assert arguments["values"] == "0, 10000"


def test_all_models_of_a_file_may_be_asked_for(engines) -> None:
    processing.run(DOWNLOAD, {"MODEL": "csmask-4b-l1c", "WHOLE_FILE": True})
    assert request(engines)["arguments"]["whole_file"]


@pytest.mark.parametrize("name", ["MEAN", "STD", "VALUES"])
def test_import_tells_what_is_no_number(engines, name) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(IMPORT)
    parameters = {"FILE": "a.onnx", name: "1, two"}
    is_fine, problem = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not is_fine
    assert "“1, two” " in problem
    assert "not understood" in problem


def test_export_names_the_model_and_the_folder(engines, tmp_path) -> None:
    result = processing.run(EXPORT, {"MODEL": "crossearth-base-rgb", "OUTPUT": str(tmp_path / "a")})
    asked = request(engines)
    assert asked["command"] == "export-model"
    assert asked["arguments"] == {
        "model": "crossearth-base-rgb",
        "folder": str(tmp_path / "a"),
        "half": False,
    }
    assert result["OUTPUT"] == str(tmp_path / "a")
    assert result["PATH"].endswith(".safetensors")


def test_canceled_export_writes_nothing(use_provider, fake_engine, tmp_path) -> None:
    use_provider(fake_engine("wait-for-cancel"))
    feedback = Feedback(cancels=True)
    parameters = {"MODEL": "crossearth-base-rgb", "OUTPUT": str(tmp_path / "a")}
    assert processing.run(EXPORT, parameters, feedback=feedback) == {}
    assert not (tmp_path / "a").exists()


def test_import_needs_a_file(engines) -> None:
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(IMPORT)
    assert not algorithm.checkParameterValues({}, QgsProcessingContext())[0]


def test_published_model_cannot_be_run_before_it_is_downloaded(engines, raster_factory) -> None:
    parameters = {"INPUT": str(raster_factory()), "MODEL": ID, "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match=r"downloaded first.*downloadmodel"):
        processing.run("crossearth:segment", parameters)


@pytest.fixture
def lacks_torch(use_provider, fake_engine, monkeypatch) -> None:
    """Register an engine without torch, in an environment that is the plugin's own."""
    use_provider(fake_engine("lack-torch"))
    own = EngineEnvironment(Path("/engine/bin/python"), "installed")
    monkeypatch.setattr(engine_environment, "find", lambda: own)


def test_torch_is_not_fetched_unless_somebody_has_agreed(lacks_torch, monkeypatch) -> None:
    monkeypatch.setattr(installation, "add_torch", lambda *_: pytest.fail("fetched it"))
    with pytest.raises(QgsProcessingException, match="setupengine --TORCH=true"):
        processing.run(DOWNLOAD, {"MODEL": ID})


def test_torch_is_installed_when_a_model_first_needs_it(lacks_torch, monkeypatch, tmp_path) -> None:
    settings.agree_to_torch()

    def add_torch(on_line, is_canceled) -> None:
        on_line("Installing PyTorch…")
        (tmp_path / "torch").touch()

    monkeypatch.setattr(installation, "add_torch", add_torch)
    feedback = Feedback()
    assert processing.run(DOWNLOAD, {"MODEL": ID}, feedback=feedback)["ID"] == ID
    assert "Installing PyTorch…" in feedback.infos
    assert any(re.fullmatch(r"Downloading PyTorch.*: [\d.]+ [MG]B…", t) for t in feedback.texts)


def test_torch_that_cannot_be_installed_is_told(lacks_torch, monkeypatch) -> None:
    settings.agree_to_torch()

    def add_torch(on_line, is_canceled) -> None:
        raise EngineSetupFailed("No internet.")

    monkeypatch.setattr(installation, "add_torch", add_torch)
    with pytest.raises(QgsProcessingException, match="No internet"):
        processing.run(DOWNLOAD, {"MODEL": ID})


def test_nothing_is_fetched_unasked_for_adapting(
    use_provider, fake_engine, monkeypatch, raster_layer
) -> None:
    use_provider(fake_engine("lack-sklearn"))
    own = EngineEnvironment(Path("/engine/bin/python"), "installed")
    monkeypatch.setattr(engine_environment, "find", lambda: own)
    monkeypatch.setattr(installation, "add", lambda *_: pytest.fail("fetched it"))
    settings.agree_to_torch()
    samples = QgsVectorLayer("Polygon?crs=EPSG:32643&field=class:string", "Samples", "memory")
    feature = QgsFeature(samples.fields())
    feature["class"] = "water"
    feature.setGeometry(QgsGeometry.fromRect(raster_layer.extent()))
    samples.dataProvider().addFeatures([feature])
    parameters = {"RASTERS": [raster_layer.source()], "POLYGONS": samples, "MODEL": "tiny"}
    with pytest.raises(QgsProcessingException, match="scikit-learn"):
        processing.run("crossearth:finetune", parameters)


def test_student_is_taught_on_the_raster_as_its_layer_is_set(
    use_provider, fake_engine, raster_layer, home
) -> None:
    engine = fake_engine("teach")
    use_provider(engine)
    feedback = Feedback()
    parameters = {"INPUT": raster_layer, "TEACHER": "tiny", "STUDENT": "tiny", "SCALES": "0.5, 1"}
    parameters["NODATA"] = "0"
    result = processing.run("crossearth:distill", {**parameters, "TTA": True}, feedback=feedback)
    arguments = request(fake_engine)["arguments"]
    assert arguments["raster"] == raster_layer.source()
    assert Path(arguments["out"]).parent == model_places.user_models_folder()
    assert Path(arguments["out"]).name == model_places.as_id(arguments["name"])
    assert (arguments["tta"], arguments["scales"]) == (True, [0.5, 1.0])
    assert arguments["nodata"] == "0"
    assert "windows" not in arguments
    assert result["ID"] == "mine"
    assert json.loads(result["COSTS"])["worthwhile_windows"] == 640
    assert any("20 windows held out: 95.1%; before: –" in info for info in feedback.infos)


def test_polygons_without_the_field_are_refused(engines, raster_layer) -> None:
    samples = QgsVectorLayer("Polygon?crs=EPSG:32643&field=kind:string", "Samples", "memory")
    parameters = {"RASTERS": [raster_layer.source()], "POLYGONS": samples, "MODEL": "tiny"}
    with pytest.raises(QgsProcessingException, match="no field “class”"):
        processing.run("crossearth:finetune", parameters)


def test_environment_of_the_user_is_not_changed(use_provider, fake_engine, monkeypatch) -> None:
    use_provider(fake_engine("lack-torch"))
    monkeypatch.setattr(installation, "add_torch", lambda *_: pytest.fail("changed it"))
    with pytest.raises(QgsProcessingException, match="pip install torch safetensors"):
        processing.run(DOWNLOAD, {"MODEL": ID})
