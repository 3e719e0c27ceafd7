"""Several processes of torchrun: which device each takes, and how they speak; cards are made up."""
# ruff: noqa: E402 - what may be absent is asked for first

import pytest

torch = pytest.importorskip("torch", reason="torch is an extra")

from crossearth_engine.errors import InvalidRequest
from crossearth_engine.training.full import processes
from crossearth_engine.training.full.processes import Processes


@pytest.fixture
def torchrun(monkeypatch):
    """Start as one of several processes, with so many cards; return what PyTorch was told."""

    def start(asked, rank=1, here=2, cards=2, count=None, nccl=True):
        told = []
        for name, value in {
            "WORLD_SIZE": count or here,
            "RANK": rank,
            "LOCAL_RANK": rank % here,
            "LOCAL_WORLD_SIZE": here,
        }.items():
            monkeypatch.setenv(name, str(value))
        monkeypatch.setattr(torch.cuda, "device_count", lambda: cards)
        monkeypatch.setattr(torch.cuda, "set_device", lambda device: told.append(("set", device)))
        dist = processes.dist
        monkeypatch.setattr(dist, "is_initialized", lambda: False)
        monkeypatch.setattr(dist, "is_nccl_available", lambda: nccl)
        monkeypatch.setattr(
            dist,
            "init_process_group",
            lambda backend, **options: told.append((backend, options.get("device_id"))),
        )
        return Processes.join(asked), told

    return start


CARD = torch.device("cuda", 1)


@pytest.mark.parametrize("asked", ["auto", "cuda", "gpu"])
def test_each_process_takes_the_card_of_its_number_before_it_speaks(torchrun, asked):
    joined, told = torchrun(asked)
    assert told == [("set", CARD), ("nccl", CARD)]
    assert (joined.rank, joined.count, joined.device) == (1, 2, CARD)


def test_on_the_second_computer_cards_are_counted_anew(torchrun):
    joined, _ = torchrun("auto", rank=3, here=2, count=4)
    assert (joined.rank, joined.count, joined.device) == (3, 4, CARD)


def test_without_nccl_as_on_windows_cards_speak_through_gloo(torchrun):
    assert torchrun("auto", nccl=False)[1] == [("set", CARD), ("gloo", None)]


@pytest.mark.parametrize(("asked", "cards"), [("cpu", 2), ("auto", 0), ("cpu", 0)])
def test_processors_speak_through_gloo_even_beside_cards(torchrun, asked, cards):
    joined, told = torchrun(asked, cards=cards)
    assert told == [("gloo", None)]
    assert joined.device == torch.device("cpu")


@pytest.mark.parametrize("rank", [0, 3])
def test_too_few_cards_are_told_by_every_process(torchrun, rank):
    with pytest.raises(InvalidRequest, match=r"4 processes.*with 2 graphics cards") as caught:
        torchrun("auto", rank=rank, here=4)
    assert "--nproc_per_node 2, or --device cpu" in str(caught.value)


def test_no_card_is_told_where_one_was_asked_for(torchrun):
    with pytest.raises(InvalidRequest, match=r"with 0 graphics cards.*Start it with --device cpu"):
        torchrun("cuda", cards=0)


@pytest.mark.parametrize("asked", ["cuda:1", "gpu:0", "mps", "dml:0"])
def test_one_card_cannot_be_asked_for_by_all(torchrun, asked):
    with pytest.raises(InvalidRequest, match=f"{asked} is one for all.*CUDA_VISIBLE_DEVICES"):
        torchrun(asked)


def test_a_single_process_speaks_to_nobody(monkeypatch):
    monkeypatch.delenv("WORLD_SIZE", raising=False)
    joined = Processes.join("cuda:1")
    assert (joined.count, joined.device, joined.is_first) == (1, None, True)
    assert joined.from_first(7) == 7
    joined.wait()


def test_processes_share_the_cores(torchrun, monkeypatch):
    monkeypatch.setattr(processes, "usable_cores", lambda: 8)
    joined, _ = torchrun("cpu", here=4)
    assert joined.threads(None) == 2
    assert joined.threads(3) == 3


@pytest.mark.parametrize(("backend", "device"), [("nccl", CARD), ("gloo", torch.device("cpu"))])
def test_what_processes_share_lies_where_they_speak(torchrun, monkeypatch, backend, device):
    joined, _ = torchrun("auto" if backend == "nccl" else "cpu")
    places, ended = [], []

    def tensor(number, device):
        places.append(torch.device(device))
        return number

    monkeypatch.setattr(processes.torch, "tensor", tensor)
    monkeypatch.setattr(processes.dist, "get_backend", lambda: backend)
    monkeypatch.setattr(processes.dist, "broadcast", lambda *_: None)
    monkeypatch.setattr(
        processes.dist, "barrier", lambda device_ids: ended.append(("barrier", device_ids))
    )
    monkeypatch.setattr(processes.dist, "destroy_process_group", lambda: ended.append("end"))
    assert joined.from_first(5) == 5
    joined.wait()
    assert places == [device]
    assert ended == [("barrier", [1] if backend == "nccl" else None), "end"]
