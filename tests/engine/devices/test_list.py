"""The list of devices, on computers that are made up; the libraries answer for what these are like.

Nothing of a library is faked but what it says of itself and of the cards: what it counts, what it
was built for, and what comes of a small product.
"""

import io
import json
import time
from dataclasses import replace

import onnxruntime
import pytest

from crossearth_engine.devices import choice, onnx_cards, trial
from crossearth_engine.devices.cards import Card
from crossearth_engine.devices.onnx_session import LibrariesMissing
from crossearth_engine.inference import devices
from crossearth_engine.job import Job
from crossearth_engine.shared import device_list
from crossearth_engine.shared.findings import SENTENCES, Finding

torch = pytest.importorskip("torch", reason="torch is an extra")
torch_cards = pytest.importorskip("crossearth_engine.devices.torch_cards")

GTX = Card("NVIDIA GTX 1070", "NVIDIA", 8192, False, 0, None, "6.1", "580.65", "13.0")
OLD_DRIVER = Card("NVIDIA RTX 2080", "NVIDIA", 8192, False, 0, None, "7.5", "470.86", "11.4")
RTX = Card("NVIDIA RTX 4090", "NVIDIA", 24564, False, 0, None, "8.9", "580.65", "13.0")
SECOND = Card("NVIDIA RTX 3060", "NVIDIA", 12288, False, 1, None, "8.6", "580.65", "13.0")
SMALL = Card("NVIDIA GT 1030", "NVIDIA", 2048, False, 0, None, "7.5", "580.65", "13.0")
NO_DRIVER = Card("NVIDIA RTX 4090", "NVIDIA")
HIDDEN = Card("NVIDIA RTX 4090", "NVIDIA", driver="580.65")
ON_WINDOWS = Card("NVIDIA RTX 4090", "NVIDIA", 24564, False, 0, 1, "8.9", "580.65", "13.0")
RADEON = Card("AMD Radeon RX 7600", "AMD", 8176, directml=0)
UHD = Card("Intel UHD 630", "Intel", 128, is_integrated=True, directml=0)
APPLE = Card("Apple M2", "Apple", is_integrated=True)

CPU_ORT, GPU_ORT = ["CPUExecutionProvider"], ["CUDAExecutionProvider", "CPUExecutionProvider"]
DIRECTML = ["DmlExecutionProvider", "CPUExecutionProvider"]
WHEEL = ["sm_75", "sm_80", "sm_86", "sm_90", "sm_120"]
TOO_OLD = RuntimeError("The NVIDIA driver on your system is too old (found version 11040).")
MEMORY = torch.OutOfMemoryError("CUDA out of memory.")

# By name: the cards; what is said of the libraries; and of each device what each can do, as a code
# of a finding or "works".
COMPUTERS = {
    "no card": ((), {}, {"cpu": ("works", "works")}),
    "a card beside libraries for processors": (
        (RTX,),
        {"cuda": None, "providers": CPU_ORT},
        {"gpu:0": ("card-without-library", "card-without-library"), "cpu": ("works", "works")},
    ),
    "a card without a driver": (
        (NO_DRIVER,),
        {"cuda": None, "providers": CPU_ORT},
        {"gpu:0": ("card-without-driver", "card-without-driver"), "cpu": ("works", "works")},
    ),
    "an old card, and a wheel without kernels for it": (
        (GTX,),
        {"providers": GPU_ORT, "capability": (6, 1), "session": "no kernel image is available"},
        {"gpu:0": ("card-old", "card-old"), "cpu": ("works", "works")},
    ),
    "a card that is newer than the wheel": (
        (RTX,),
        {"providers": GPU_ORT, "capability": (14, 0)},
        {"gpu:0": ("card-new", "works"), "cpu": ("works", "works")},
    ),
    "an old driver": (
        (OLD_DRIVER,),
        {
            "providers": GPU_ORT,
            "capability": TOO_OLD,
            "session": "CUDA failure 35: CUDA driver version is insufficient for CUDA runtime",
        },
        {"gpu:0": ("card-driver-old", "card-driver-old"), "cpu": ("works", "works")},
    ),
    "two cards": (
        (RTX, SECOND),
        {"providers": GPU_ORT, "count": 2},
        {"gpu:0": ("works", "works"), "gpu:1": ("works", "works"), "cpu": ("works", "works")},
    ),
    "a card of 2 GB that is full": (
        (SMALL,),
        {"providers": GPU_ORT, "product": MEMORY, "session": "Failed to allocate memory for X"},
        {"gpu:0": ("card-memory", "card-memory"), "cpu": ("works", "works")},
    ),
    "a laptop with Intel's graphics only": (
        (UHD,),
        {"cuda": None, "providers": CPU_ORT},
        {"gpu:0": ("card-no-way", "card-no-way"), "cpu": ("works", "works")},
    ),
    "a Mac": (
        (APPLE,),
        {"cuda": None, "providers": ["CoreMLExecutionProvider", *CPU_ORT], "mps": True},
        {"gpu:0": ("works", "card-unproved"), "cpu": ("works", "works")},
    ),
    "Windows with DirectML": (
        (ON_WINDOWS, RADEON),
        {"cuda": None, "providers": DIRECTML, "platform": "win32"},
        {
            "gpu:0": ("card-without-library", "works"),
            "gpu:1": ("card-no-way", "works"),
            "cpu": ("works", "works"),
        },
    ),
    "a card of AMD on Windows, idle": (
        (RADEON,),
        {"cuda": None, "providers": CPU_ORT, "platform": "win32"},
        {"gpu:0": ("card-no-way", "card-without-library"), "cpu": ("works", "works")},
    ),
    "onnxruntime-gpu without its libraries": (
        (RTX,),
        {
            "providers": GPU_ORT,
            "session": LibrariesMissing("libcublasLt.so.12: cannot open shared object file"),
        },
        {"gpu:0": ("works", "card-libraries-missing"), "cpu": ("works", "works")},
    ),
    "a card that an environment variable hides": (
        (HIDDEN,),
        {"providers": GPU_ORT, "count": 0, "visible": "-1"},
        {"gpu:0": ("card-hidden", "card-hidden"), "cpu": ("works", "works")},
    ),
    "a card that computes wrong numbers": (
        (RTX,),
        {"providers": GPU_ORT, "product": 1.5, "factor": 1.5},
        {"gpu:0": ("card-wrong", "card-wrong"), "cpu": ("works", "works")},
    ),
}


class Session:
    """A session on a card that answers as the processor does, times a factor."""

    def __init__(self, session, factor):
        self._session, self._factor = session, factor

    def run(self, names, given):
        return [self._factor * self._session.run(names, given)[0]]

    def get_provider_graph_assignment_info(self):
        return []


@pytest.fixture
def computer(monkeypatch):
    """Return what makes this computer one of those above."""
    new_session, product = onnx_cards.new_session, torch_cards._product

    def make(cards, count=1, cuda="13.0", mps=False, platform="linux", visible=None, **said):
        monkeypatch.setattr(choice, "find_cards", lambda: cards)
        monkeypatch.setattr(devices, "find_cards", lambda: cards)
        monkeypatch.setattr(onnx_cards.sys, "platform", platform)
        monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
        if visible is not None:
            monkeypatch.setenv("CUDA_VISIBLE_DEVICES", visible)
        monkeypatch.setattr(torch.version, "cuda", cuda)
        is_counted = cuda is not None and cards
        monkeypatch.setattr(torch.cuda, "device_count", lambda: count if is_counted else 0)
        monkeypatch.setattr(torch.cuda, "get_arch_list", lambda: WHEEL)
        monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)
        monkeypatch.setattr(torch.Tensor, "to", lambda tensor, *_, **__: tensor)
        providers = said.get("providers", CPU_ORT)
        monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: providers)

        def capability(device):
            told = said.get("capability", (8, 6))
            if isinstance(told, Exception):
                raise told
            return told

        tries = []

        def compute(*numbers):
            tries.append(numbers)
            is_on_card = len(tries) % 2 == 0 and len(tries) <= 2 * len(cards)
            answer = said.get("product", 1.0) if is_on_card and cuda else 1.0
            if isinstance(answer, Exception):
                raise answer
            return answer * product(*numbers)

        def session(content, device, options=None):
            fault = said.get("session")
            if device != "cpu" and fault is not None:
                raise fault if isinstance(fault, Exception) else RuntimeError(fault)
            factor = 1.0 if device == "cpu" else said.get("factor", 1.0)
            return Session(new_session(content, "cpu", options), factor)

        monkeypatch.setattr(torch.cuda, "get_device_capability", capability)
        monkeypatch.setattr(torch_cards, "_product", compute)
        monkeypatch.setattr(onnx_cards, "new_session", session)
        # In this process, where what is made up is known.
        monkeypatch.setattr(trial, "_told_by_child", lambda package: (0, told_here(package, cards)))

    return make


def told_here(package, cards):
    output = io.StringIO()
    trial.tell(package, cards, output)
    return [json.loads(line) for line in output.getvalue().splitlines()]


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("CROSSEARTH_HOME", str(tmp_path))


def listed():
    logs = []
    job = Job(lambda *_: None, lambda level, text: logs.append(text))
    return devices.list_devices(devices.DevicesRequest(), job), logs


@pytest.mark.parametrize("name", COMPUTERS)
def test_each_device_is_listed_with_what_each_library_can_do(computer, name):
    cards, said, expected = COMPUTERS[name]
    computer(cards, **said)
    result, _ = listed()
    found = {
        device["id"]: tuple(
            "works" if entry["works"] else entry["finding"]["code"]
            for entry in (device["libraries"]["torch"], device["libraries"]["onnxruntime"])
        )
        for device in result["devices"]
    }
    assert found == expected
    json.dumps(result)
    for device in result["devices"]:
        for package, entry in device["libraries"].items():
            if not entry["works"]:
                sentence = entry["finding"]["sentence"]
                # Of what, why, and what to do; nothing is left open in it.
                assert device["name"] in sentence
                assert "{" not in sentence
                code = entry["finding"]["code"]
                assert code in ("card-no-way", "card-unproved") or sentence.count(". ") >= 1
                assert "?" not in sentence or (code, package) == ("card-old", "onnxruntime")


@pytest.mark.parametrize("name", COMPUTERS)
def test_auto_takes_the_first_device_of_the_list_that_works(computer, name):
    cards, said, expected = COMPUTERS[name]
    for place, library in enumerate((torch_cards, onnx_cards)):
        computer(cards, **said)
        if library is onnx_cards or said.get("product") is None:
            device, findings = choice.first_that_works("auto", library, str)
            works = [number for number, answers in expected.items() if answers[place] == "works"]
            every = dict(zip(expected, [*cards, None], strict=True))
            wanted = every[works[0]]
            assert device == "cpu" if wanted is None else device in choice.names_of(0, wanted)
            told = [finding.code for finding in findings]
            passed = [answers[place] for answers in expected.values()]
            assert all(code in passed for code in told)


def test_sentences_say_which_driver_kernels_or_package(computer):
    said = {}
    for name, (cards, facts, _) in COMPUTERS.items():
        computer(cards, **facts)
        for device in listed()[0]["devices"]:
            for package, entry in device["libraries"].items():
                said[name, device["id"], package] = (entry["finding"] or {}).get("sentence", "")
    ort = f"onnxruntime {onnxruntime.__version__}"
    for key, words in {
        ("an old driver", "gpu:0", "torch"): "its driver 470.86 is too old for PyTorch",
        ("an old driver", "gpu:0", "onnxruntime"): f"its driver 470.86 is too old for {ort}",
        ("an old card, and a wheel without kernels for it", "gpu:0", "torch"): "sm_75, sm_80",
        ("a card of 2 GB that is full", "gpu:0", "torch"): "its memory (2048 MB)",
        ("a card of AMD on Windows, idle", "gpu:0", "onnxruntime"): "onnxruntime-directml",
        ("a card beside libraries for processors", "gpu:0", "onnxruntime"): "onnxruntime-gpu",
        ("onnxruntime-gpu without its libraries", "gpu:0", "onnxruntime"): "libcublasLt.so.12",
        ("a card that an environment variable hides", "gpu:0", "torch"): "CUDA_VISIBLE_DEVICES",
        ("a Mac", "gpu:0", "onnxruntime"): "by CoreML",
    }.items():
        assert words in said[key], key


def test_names_of_a_card_are_those_of_all_libraries(computer):
    cards, said, _ = COMPUTERS["Windows with DirectML"]
    computer(cards, **said)
    first, second, cpu = listed()[0]["devices"]
    assert first["names"] == ["gpu:0", "cuda:0", "dml:1"]
    assert first["libraries"]["onnxruntime"]["as"] == "dml:1"
    assert (second["names"], cpu["names"]) == (["gpu:1", "dml:0"], ["cpu"])
    assert choice.first_that_works("cuda:0", onnx_cards, str)[0] == "dml:1"


def test_the_list_is_kept_until_a_driver_or_a_package_is_another(computer, monkeypatch):
    cards, said, _ = COMPUTERS["two cards"]
    computer(cards, **said)
    result, _ = listed()
    assert device_list.read_list()["devices"] == result["devices"]
    monkeypatch.setattr(trial, "_told_by_child", lambda package: pytest.fail("tried again"))
    again, logs = listed()
    assert again == result
    assert logs == ["Nothing has changed since the devices were tried last."]
    newer = Card(**{**vars(RTX), "driver": "590.10"})
    monkeypatch.setattr(devices, "find_cards", lambda: (newer, SECOND))
    with pytest.raises(pytest.fail.Exception):
        listed()


@pytest.mark.parametrize("content", ["", "[]", '{"key": 1}', '{"key": "a", "devices": [1]}'])
def test_a_list_that_is_damaged_is_made_anew(computer, content):
    computer(())
    device_list.list_file().write_text(content)
    assert device_list.read_list() is None
    assert listed()[0]["devices"][-1]["id"] == "cpu"


def test_what_may_pass_is_kept_and_tried_again(computer):
    cards, said, _ = COMPUTERS["a card of 2 GB that is full"]
    computer(cards, **said)
    result, _ = listed()
    assert device_list.read_list()["devices"] == result["devices"]
    computer(cards, **{**said, "product": 1.0, "session": None})
    result, _ = listed()
    assert result["devices"][0]["libraries"]["torch"]["works"]


LINE = json.dumps({"card": vars(RTX), "device": "cuda:0", "is_begun": True, "finding": None})
CHILDREN = {
    "hangs": (f"print('{LINE}', flush=True); import time; time.sleep(60)", "card-silent"),
    "crashes": (f"print('{LINE}', flush=True); import os; os._exit(139)", "card-failed"),
    "hangs before the first device": ("import time; time.sleep(60)", "library-silent"),
    "ends in the middle of a line": ("print('{\"card\"', end=''); exit(3)", "library-broken"),
}


@pytest.mark.parametrize("name", CHILDREN)
def test_a_library_that_hangs_or_crashes_takes_nothing_with_it(tmp_path, monkeypatch, name):
    program, code = CHILDREN[name]
    script = tmp_path / "child.py"
    script.write_text(program.replace("null", "None") if "null" not in LINE else program)
    monkeypatch.setattr(trial, "MAIN", script)
    monkeypatch.setattr(trial, "LIMIT_S", 1.5)
    started = time.monotonic()
    _, tried = trial.try_devices("onnxruntime", (RTX,))
    assert time.monotonic() - started < 10
    by_card = {item.card: item.finding for item in tried}
    assert by_card[RTX].code == code
    assert set(by_card) == {RTX, None}
    kind = "library-silent" if code.endswith("silent") else "library-broken"
    assert by_card[None].code == kind


def test_a_library_that_is_not_there_is_told(monkeypatch):
    def fail(package):
        raise ImportError("libcudart.so.13: cannot open shared object file")

    monkeypatch.setattr(trial, "load", fail)
    (broken,) = told_here("torch", ())
    assert broken["finding"]["code"] == "library-broken"
    assert "libcudart.so.13" in Finding(**broken["finding"]).sentence
    monkeypatch.setattr(trial.importlib.util, "find_spec", lambda name: None)
    (absent,) = told_here("torch", ())
    assert absent["finding"]["code"] == "library-absent"


def test_a_real_child_tries_this_computer():
    versions, tried = trial.try_devices("onnxruntime", ())
    assert versions["onnxruntime"] == onnxruntime.__version__
    assert [(item.card, item.device, item.finding) for item in tried] == [(None, "cpu", None)]


def test_openvino_is_listed_where_it_was_added_and_asked_of_the_processor_only(
    computer, monkeypatch
):
    cards, said, _ = COMPUTERS["two cards"]
    computer(cards, **said)
    told = {"card": None, "device": "cpu", "is_begun": False, "finding": None}
    real = trial._told_by_child

    def child(package):
        lines = [{"versions": {"openvino": "2026.9"}}, told]
        return (0, lines) if package == "openvino" else real(package)

    monkeypatch.setattr(trial, "_told_by_child", child)
    for version in (None, "2026.9"):
        monkeypatch.setattr(devices, "openvino_version", lambda version=version: version)
        device_list.list_file().unlink(missing_ok=True)
        result, _ = listed()
        assert result["libraries"].get("openvino") == version
        *of_cards, cpu = result["devices"]
        assert not any("openvino" in card["libraries"] for card in of_cards)
        lines = devices.lines_on(cpu)
        assert ("       openvino: works" in lines) is (version is not None)


@pytest.mark.openvino
def test_a_real_child_tries_openvino():
    pytest.importorskip("openvino", reason="openvino is an extra")
    versions, tried = trial.try_devices("openvino", (RTX,))
    assert versions == {"openvino": devices.openvino_version()}
    assert [(item.card, item.device, item.finding) for item in tried] == [(None, "cpu", None)]


def test_reasons_have_sentences():
    answers = [pair for _, _, expected in COMPUTERS.values() for pair in expected.values()]
    assert {code for pair in answers for code in pair} - {"works"} <= set(SENTENCES)


def test_equal_cards_are_told_apart_by_name():
    told = devices.describe((RTX, replace(RTX, cuda=1), SECOND), {})
    names = [device["name"] for device in told[:-1]]
    assert names == ["NVIDIA RTX 4090 #1", "NVIDIA RTX 4090 #2", "NVIDIA RTX 3060"]
