"""What PyTorch is found able to do on cards that are made up."""

import numpy as np
import pytest

from crossearth_engine import errors
from crossearth_engine.devices import choice
from crossearth_engine.devices.cards import Card
from crossearth_engine.inference.load import load_backend
from crossearth_engine.models.catalog import find_model
from tests.engine.inference.test_torch_backend import ARCHITECTURE, save_model

torch = pytest.importorskip("torch", reason="torch is an extra")
torch_cards = pytest.importorskip("crossearth_engine.devices.torch_cards")

GTX = Card("NVIDIA GTX 1070", "NVIDIA", 8192, cuda=0, capability="6.1", driver="535.54")
NEWEST_WHEEL = ["sm_75", "sm_80", "sm_86", "sm_90", "sm_100", "sm_120"]
TOO_OLD = (
    "The NVIDIA driver on your system is too old (found version 12020). Please update your GPU "
    "driver by downloading and installing a new version."
)


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return find_model(str(save_model(tmp_path_factory.mktemp("models") / "torch", ARCHITECTURE)))


class FakeCuda:
    """PyTorch with CUDA and one card, as far as can be said without one."""

    def __init__(self, monkeypatch):
        self._monkeypatch = monkeypatch
        monkeypatch.setattr(choice, "find_cards", lambda: (GTX,))
        monkeypatch.setattr(torch.version, "cuda", "13.0")
        self.say(device_count=1, get_device_capability=(6, 1), get_arch_list=NEWEST_WHEEL)

    def say(self, **answers):
        for name, answer in answers.items():

            def speak(*_, answer=answer):
                if isinstance(answer, Exception):
                    raise answer
                return answer

            self._monkeypatch.setattr(torch.cuda, name, speak)

    def product(self, answer):
        """Say what comes of the small product on the card."""
        real, seen = torch_cards._product, []

        def compute(*numbers):
            seen.append(numbers)
            if len(seen) % 2:
                return real(*numbers)
            if isinstance(answer, Exception):
                raise answer
            return real(*numbers) * answer

        self._monkeypatch.setattr(torch_cards, "_product", compute)
        self._monkeypatch.setattr(torch.Tensor, "to", lambda tensor, *_, **__: tensor)


@pytest.fixture
def cuda(monkeypatch):
    return FakeCuda(monkeypatch)


FAULTS = {
    "the driver is too old": (
        {"get_device_capability": RuntimeError(TOO_OLD)},
        None,
        ("card-driver-old", "its driver 535.54 is too old for PyTorch"),
    ),
    "the wheel has no kernels": ({}, None, ("card-old", "(compute capability 6.1; it has sm_75,")),
    "the card is newer than the wheel": (
        {"get_device_capability": (13, 0)},
        None,
        ("card-new", "as new as this (compute capability 13.0;"),
    ),
    "the first kernel fails": (
        {"get_device_capability": (8, 6)},
        RuntimeError("CUDA error: no kernel image is available for execution on the device\nMore"),
        ("card-old", "An older PyTorch"),
    ),
    "memory is full": (
        {"get_device_capability": (8, 6)},
        torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 MiB."),
        ("card-memory", "its memory (8192 MB) does not suffice now"),
    ),
    "cuDNN is broken": (
        {"get_device_capability": (8, 6)},
        RuntimeError("cuDNN error: CUDNN_STATUS_NOT_INITIALIZED"),
        ("card-failed", "(cuDNN error: CUDNN_STATUS_NOT_INITIALIZED)"),
    ),
    "an operator is missing": (
        {"get_device_capability": (8, 6)},
        NotImplementedError("The operator 'aten::conv2d' is not implemented."),
        ("card-failed", "aten::conv2d"),
    ),
    "numbers are wrong": ({"get_device_capability": (8, 6)}, 1.1, ("card-wrong", "wrong numbers")),
    "nothing is a number": ({"get_device_capability": (8, 6)}, np.nan, ("card-wrong", "wrong")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_auto_goes_on_where_it_works_and_a_name_is_refused(cuda, model, fault):
    answers, product, (code, words) = FAULTS[fault]
    cuda.say(**answers)
    if product is not None:
        cuda.product(product)
    backend = load_backend(model, "auto", 1)
    assert (backend.device, [finding.code for finding in backend.findings]) == ("cpu", [code])
    assert words in backend.findings[0].sentence
    with pytest.raises(errors.DeviceUnusable) as caught:
        load_backend(model, "cuda:0", 1)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("capability", "kernels", "works"),
    [
        ((8, 6), ["sm_80"], True),  # of its own generation
        ((8, 0), ["sm_86"], False),
        ((9, 0), ["sm_80"], False),
        ((9, 0), ["sm_80", "compute_80"], True),  # compiled on the card
        ((7, 5), ["sm_80", "compute_80"], False),
        ((12, 1), ["sm_120"], True),
        ((9, 0), ["sm_90a"], True),
        ((8, 6), [], True),  # it says nothing: the product will tell
    ],
)
def test_kernels_are_those_of_a_generation_or_compiled(cuda, capability, kernels, works):
    cuda.say(get_device_capability=capability, get_arch_list=kernels)
    assert (torch_cards._unknown_kind("cuda:0", GTX) is None) == works


@pytest.mark.parametrize(
    "error", [torch.OutOfMemoryError("CUDA out of memory."), RuntimeError("CUDA error: unknown")]
)
def test_a_model_that_cannot_be_loaded_on_the_card_is_loaded_elsewhere(
    cuda, model, monkeypatch, error
):
    """Of a card that works: the small product does, the network does not."""
    from crossearth_engine.inference import torch_backend

    load = torch_backend.safetensors.torch.load_file

    def load_file(path, device):
        if device != "cpu":
            raise error
        return load(path, device=device)

    monkeypatch.setattr(torch_cards, "refusal", lambda device, card: None)
    monkeypatch.setattr(torch_backend.safetensors.torch, "load_file", load_file)
    backend = load_backend(model, "auto", 1)
    assert backend.device == "cpu"
    assert "cuda:0" in backend.fallbacks[0]
    assert "runs on cpu" in backend.fallbacks[-1]
    with pytest.raises((errors.OutOfMemory, errors.DeviceFailed)):
        load_backend(model, "gpu:0", 1)


def test_a_torch_without_cuda_beside_a_card_is_told(monkeypatch, model):
    monkeypatch.setattr(choice, "find_cards", lambda: (GTX,))
    backend = load_backend(model, "auto", 1)
    (finding,) = backend.findings
    assert (finding.code, finding.details["package"]) == ("card-without-library", "torch (CUDA)")


def test_a_card_that_an_environment_variable_hides_is_not_called_broken(cuda, monkeypatch):
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    hidden = Card(GTX.name, "NVIDIA", driver="580.65")
    assert torch_cards.absence(hidden).code == "card-hidden"
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    cuda.say(init=RuntimeError("CUDA unknown error - this may be due to an incorrectly set up"))
    assert torch_cards.absence(hidden).code == "card-failed"


def test_a_card_of_amd_is_reached_by_the_name_that_rocm_gives_it(monkeypatch):
    amd = Card("AMD Radeon RX 7900", "AMD", 24000)
    monkeypatch.setattr(torch.version, "hip", "6.2")
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    assert torch_cards.reach((amd,)) == {"cuda:0": amd}
