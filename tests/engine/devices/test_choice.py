"""The device that a run takes, on computers that are made up."""

import json
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import onnxruntime
import pytest
from onnxruntime.capi import onnxruntime_inference_collection as collection

from crossearth_engine import errors
from crossearth_engine.devices import choice, onnx_cards
from crossearth_engine.devices.cards import Card
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.catalog import find_model
from crossearth_engine.shared.findings import Finding
from tests.engine.conftest import run

GTX = Card("NVIDIA GTX 1070", "NVIDIA", 8192, cuda=0, capability="6.1", driver="535.54")
RTX = Card("NVIDIA RTX 4090", "NVIDIA", 24564, cuda=1, capability="8.9", driver="580.65")
INTEL = Card("Intel UHD 630", "Intel", 128, is_integrated=True, directml=1)


@pytest.fixture
def has_cards(monkeypatch):
    def say(*cards):
        monkeypatch.setattr(choice, "find_cards", lambda: cards)

    return say


class FakeLibrary:
    """A library that knows cards of NVIDIA only, and fails on those that it is told to."""

    NAME = "Fake"

    def __init__(self, **refused):
        self.refused, self.tried = refused, []

    def reach(self, cards):
        return {f"cuda:{card.cuda}": card for card in cards if card.cuda is not None}

    def absence(self, card):
        return Finding("card-no-way", {"card": card.name, "library": "Fake 1.0"})

    def refusal(self, device, card):
        self.tried.append(device)
        reason = self.refused.get(device.replace(":", ""))
        details = {"card": card.name, "library": "Fake 1.0", "reason": reason}
        return Finding("card-failed", details) if reason else None

    def versions(self):
        return {"fake": "1.0"}


def test_the_best_card_that_works_is_taken_and_the_others_are_told(has_cards):
    has_cards(GTX, RTX, INTEL)
    library = FakeLibrary(cuda0="it burns")
    device, findings = choice.first_that_works("auto", library, str)
    assert (device, [finding.code for finding in findings]) == ("cuda:1", ["card-failed"])
    assert "GTX 1070 is not used: Fake 1.0 fails on it (it burns)" in findings[0].sentence
    expected = {"device_name": RTX.name, "driver": "580.65", "libraries": {"fake": "1.0"}}
    assert choice.Choice("auto", library).hardware("cuda:1") == expected


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.OutOfMemory(device="cuda:0", window=512, options="--model"), "card-memory"),
        (errors.DeviceFailed(device="cuda:0", reason="cuDNN error"), "card-failed"),
    ],
)
def test_a_card_on_which_the_model_fails_is_passed_over(has_cards, error, code):
    has_cards(replace(GTX, memory_mb=2048))

    def open_on(device):
        if device != "cpu":
            raise error
        return device

    device, findings = choice.first_that_works("auto", FakeLibrary(), open_on)
    assert (device, [finding.code for finding in findings]) == ("cpu", [code])
    with pytest.raises(type(error)):
        choice.first_that_works("gpu:0", FakeLibrary(), open_on)


@pytest.mark.parametrize("asked", ["gpu:1", "cuda:1"])
def test_a_card_has_one_name_for_all_libraries_and_those_of_each(has_cards, asked):
    has_cards(GTX, RTX, INTEL)
    assert choice.first_that_works(asked, FakeLibrary(), str)[0] == "cuda:1"


@pytest.mark.parametrize("asked", ["gpu", "cuda", "gpu:0", "cuda:0"])
def test_no_number_means_the_first(has_cards, asked):
    has_cards(GTX, RTX)
    assert choice.first_that_works(asked, FakeLibrary(), str)[0] == "cuda:0"


@pytest.mark.parametrize("asked", ["gpu:2", "dml:1"])
def test_a_named_card_that_the_library_cannot_reach_is_refused_with_the_reason(has_cards, asked):
    has_cards(GTX, RTX, INTEL)
    with pytest.raises(errors.DeviceUnusable, match="has no way to compute on it") as caught:
        choice.first_that_works(asked, FakeLibrary(), str)
    finding = json.loads(caught.value.plain_details()["finding"])
    assert (finding["code"], finding["details"]["card"]) == ("card-no-way", INTEL.name)


def test_a_named_card_that_fails_is_refused_and_nothing_else_is_taken(has_cards):
    has_cards(GTX, RTX)
    with pytest.raises(errors.DeviceUnusable, match=r"it burns.*Available: auto, gpu:1, cpu"):
        choice.first_that_works("cuda:0", FakeLibrary(cuda0="it burns"), str)


@pytest.mark.parametrize("asked", ["gpu:3", "cuda:9", "tpu", "cuda:one", "", "cpu:1", "gpu:-1"])
def test_a_name_of_nothing_is_refused(has_cards, asked):
    has_cards(GTX, RTX, INTEL)
    with pytest.raises(errors.DeviceUnavailable, match="auto, gpu:0, gpu:1, cpu"):
        choice.first_that_works(asked, FakeLibrary(), str)


def test_the_processor_is_taken_without_a_look_at_cards(monkeypatch):
    monkeypatch.setattr(choice, "find_cards", lambda: pytest.fail("looked for cards"))
    assert choice.first_that_works("cpu", FakeLibrary(), str) == ("cpu", [])


def test_a_run_tells_of_an_idle_card_and_is_no_less_of_a_map(tmp_path, raster_factory, has_cards):
    has_cards(GTX)
    result = run(raster_factory(size=(40, 40)), tmp_path / "map.tif", strict=True)
    assert (result["device"], result["driver"]) == ("cpu", None)
    assert result["libraries"] == {"onnxruntime": onnxruntime.__version__}
    (note,) = (text for text in result["notes"] if "graphics card" in text)
    assert note.startswith(
        "A graphics card is present (NVIDIA GTX 1070); the engine was installed without its "
        f"support: this onnxruntime {onnxruntime.__version__} computes on processors only."
    )
    assert "onnxruntime-gpu" in note


class FakeSessions:
    """Stands for the C++ part of onnxruntime: a card in it fails as it is told to."""

    def __init__(
        self, monkeypatch, at_creation=None, at_run=None, is_left_out=False, assignment=()
    ):
        self.created = []
        real = collection.C.InferenceSession

        def create(*arguments):
            session = real(*arguments)
            fake = self

            class Session:
                def initialize_session(self, providers, options, disabled):
                    fake.created.append((list(providers), [dict(item) for item in options]))
                    self.providers = list(providers)
                    if at_creation and providers != ["CPUExecutionProvider"]:
                        raise at_creation
                    session.initialize_session(["CPUExecutionProvider"], [{}], disabled)

                def get_providers(self):
                    return ["CPUExecutionProvider"] if is_left_out else self.providers

                def run(self, *arguments):
                    if at_run and self.providers != ["CPUExecutionProvider"]:
                        raise at_run
                    return session.run(*arguments)

                def get_provider_graph_assignment_info(self):
                    return assignment

                def __getattr__(self, name):
                    return getattr(session, name)

            return Session()

        providers = ["CUDAExecutionProvider", "CPUExecutionProvider"]
        monkeypatch.setattr(collection.C, "InferenceSession", create)
        for module in (collection.C, onnxruntime):
            monkeypatch.setattr(module, "get_available_providers", lambda: providers)


FAIL = onnx_cards.ONNX_ERRORS[0]
EP_FAIL = onnxruntime.capi.onnxruntime_pybind11_state.EPFail


@pytest.mark.parametrize(
    ("fault", "code", "words"),
    [
        ({"at_creation": RuntimeError("cudaSetDevice failed")}, "card-failed", "cudaSetDevice"),
        ({"at_creation": FAIL("no kernel image is available")}, "card-old", "of its age"),
        (
            {"at_creation": FAIL("CUDA driver version is insufficient for CUDA runtime version")},
            "card-driver-old",
            "driver 535.54 is too old",
        ),
        ({"at_run": EP_FAIL("CUDNN failure 4000")}, "card-failed", "CUDNN failure 4000"),
        ({"is_left_out": True}, "card-libraries-missing", "onnxruntime-gpu[cuda,cudnn]"),
    ],
)
def test_onnxruntime_goes_on_elsewhere_only_if_we_say_so(
    has_cards, monkeypatch, capfd, fault, code, words
):
    has_cards(GTX)
    FakeSessions(monkeypatch, **fault)
    model = find_model("crossearth-base-rgb")
    with pytest.raises(errors.DeviceUnusable):
        load_backend(model, "cuda:0", 1)
    backend = load_backend(model, "auto", 1)
    assert (backend.device, [finding.code for finding in backend.findings]) == ("cpu", [code])
    assert words in backend.findings[0].sentence
    assert backend.run(np.zeros((1, 3, 64, 64), np.float32)).shape[0] == 1
    # Neither from Python nor from below it.
    assert capfd.readouterr().out == ""


def test_a_named_card_that_fails_in_the_middle_ends_the_run(has_cards, monkeypatch):
    has_cards(GTX)
    FakeSessions(monkeypatch)
    backend = load_backend(find_model("crossearth-base-rgb"), "cuda:0", 1)
    assert (backend.device, backend.findings) == ("cuda:0", [])
    assert backend.hardware["device_name"] == GTX.name

    def fail(*arguments):
        raise EP_FAIL("CUDA failure 700")

    monkeypatch.setattr(backend._session._sess, "run", fail, raising=False)
    with pytest.raises(errors.DeviceFailed, match="CUDA failure 700"):
        backend.run(np.zeros((1, 3, 512, 512), np.float32))


def test_a_card_is_asked_for_what_it_does_exactly_and_alike_each_time(has_cards, monkeypatch):
    has_cards(GTX, RTX)
    sessions = FakeSessions(monkeypatch)
    load_backend(find_model("crossearth-base-rgb"), "gpu:1", 1)
    providers, (options,) = sessions.created[-1]
    assert providers == ["CUDAExecutionProvider"]
    assert options == {
        "device_id": "1",
        "use_tf32": "0",
        "cudnn_conv_algo_search": "HEURISTIC",
        "arena_extend_strategy": "kSameAsRequested",
    }


def test_operators_that_a_card_leaves_to_the_processor_are_told(has_cards, monkeypatch):
    def part(provider, *types):
        nodes = [SimpleNamespace(op_type=name) for name in types]
        return SimpleNamespace(ep_name=provider, get_nodes=lambda: nodes)

    has_cards(GTX)
    monkeypatch.setattr(onnx_cards, "refusal", lambda device, card: None)
    parts = [part("CUDAExecutionProvider", "Conv", "Conv"), part("CPUExecutionProvider", "Resize")]
    FakeSessions(monkeypatch, assignment=parts)
    backend = load_backend(find_model("crossearth-base-rgb"), "cuda:0", 1)
    assert (
        "1 of its 3 operators are computed on the processor, as cuda:0 does not know them: Resize."
        in backend.remarks
    )
