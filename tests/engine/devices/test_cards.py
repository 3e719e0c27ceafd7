"""The cards that a system tells of: a bus in files, a driver and a Windows that are made up."""

import ctypes
import subprocess
import time
import uuid

import pytest

from crossearth_engine.devices import cards, cuda_driver, dxgi
from crossearth_engine.devices.cards import Card

GB = 1024**3


@pytest.fixture(autouse=True)
def forgotten():
    cards.find_cards.cache_clear()
    yield
    cards.find_cards.cache_clear()


def put_on_bus(folder, address, kind, vendor, device, memory=None):
    place = folder / address
    place.mkdir(parents=True)
    for name, value in {"class": kind, "vendor": vendor, "device": device}.items():
        (place / name).write_text(f"0x{value:04x}\n")
    if memory is not None:
        (place / "mem_info_vram_total").write_text(f"{memory}\n")


def test_cards_on_the_bus_are_found_without_a_driver(tmp_path, monkeypatch):
    put_on_bus(tmp_path, "0000:00:02.0", 0x030000, 0x8086, 0x3E92)  # Intel, in the processor
    put_on_bus(tmp_path, "0000:01:00.0", 0x030200, 0x10DE, 0x2204)  # NVIDIA, no screen on it
    put_on_bus(tmp_path, "0000:03:00.0", 0x038000, 0x1002, 0x744C, 24 * GB)
    put_on_bus(tmp_path, "0000:04:00.0", 0x030000, 0x1002, 0x1638, GB // 2)  # AMD's, likewise
    put_on_bus(tmp_path, "0000:05:00.0", 0x030000, 0x1A03, 0x2000)  # a server's own
    put_on_bus(tmp_path, "0000:06:00.0", 0x020000, 0x10DE, 0x1234)  # NVIDIA, but no graphics
    (tmp_path / "0000:00:01.0").mkdir()  # hidden by a container
    monkeypatch.setattr(cards, "_pci_name", lambda vendor, device: f"{device:04x}")
    monkeypatch.setattr(cards, "_nvidia_driver", lambda: None)
    found = cards._on_the_bus(tmp_path)
    assert [(card.name, card.is_integrated) for card in found] == [
        ("Intel 3e92", True),
        ("NVIDIA 2204", False),
        ("AMD 744c", False),
        ("AMD 1638", True),
    ]
    order = [card.name for card in cards.merged((), found)]
    assert order == ["AMD 744c", "NVIDIA 2204", "AMD 1638", "Intel 3e92"]


def test_a_computer_without_a_bus_has_no_cards(tmp_path):
    assert cards._on_the_bus(tmp_path / "nowhere") == ()


def test_names_come_from_the_list_of_the_system(tmp_path, monkeypatch):
    listed = tmp_path / "pci.ids"
    listed.write_text(
        "# a list\n10de  NVIDIA Corporation\n\t2204  GA102 [GeForce RTX 3090]\n\t\t10de 1  Sub\n"
        "\t2684  AD102\n1002  AMD\n\t2204  Another\n"
    )
    monkeypatch.setattr(cards, "Path", lambda path: listed)
    assert cards._pci_name(0x10DE, 0x2204) == "GeForce RTX 3090"
    assert cards._pci_name(0x10DE, 0x2684) == "AD102"
    assert cards._pci_name(0x1002, 0x2204) == "Another"
    assert cards._pci_name(0x10DE, 0xFFFF) == "graphics card ffff"


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("NVRM version: NVIDIA UNIX x86_64 Kernel Module  535.183.01  Sun May 12", "535.183.01"),
        (
            "NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  580.65.06  Release",
            "580.65.06",
        ),
        ("nothing of the kind", None),
    ],
)
def test_the_version_of_the_driver_is_read(tmp_path, text, version):
    path = tmp_path / "version"
    path.write_text(text)
    assert cards._nvidia_driver(path) == version
    assert cards._nvidia_driver(tmp_path / "none") is None


class FakeDriver:
    """The functions of libcuda and NVML that are called, and what they answer."""

    def __init__(self, found, version="580.65.06", cuda=13000, broken=()):
        self._found, self._version, self._cuda, self._broken = found, version, cuda, broken

    def __getattr__(self, name):
        answer = getattr(type(self), f"_{name}", None)

        def call(*arguments):
            if name in self._broken:
                return 999
            if answer is not None:
                answer(self, *[getattr(argument, "_obj", argument) for argument in arguments])
            return 0

        call.__name__ = name
        return call

    def _cuDeviceGetCount(self, count):
        count.value = len(self._found)

    def _cuDriverGetVersion(self, version):
        version.value = self._cuda

    def _cuDeviceGet(self, device, number):
        device.value = number

    def _cuDeviceGetName(self, text, size, device):
        text.value = self._found[device.value]["name"].encode()

    def _cuDeviceTotalMem_v2(self, memory, device):
        memory.value = self._found[device.value]["memory"]

    def _cuDeviceGetAttribute(self, value, attribute, device):
        value.value = self._found[device.value]["capability"][attribute - 75]

    def _cuDeviceGetPCIBusId(self, text, size, device):
        text.value = self._found[device.value]["place"].encode()

    def _cuDeviceGetLuid(self, luid, mask, device):
        luid.raw = bytes.fromhex(self._found[device.value]["place"])

    def _nvmlSystemGetDriverVersion(self, text, size):
        text.value = self._version.encode()


TWO = [
    {"name": "NVIDIA RTX A6000", "memory": 48 * GB, "capability": (8, 6), "place": "0000:65:00.0"},
    {"name": "GeForce GT 1030", "memory": 2 * GB, "capability": (6, 1), "place": "0000:17:00.0"},
]


def test_cards_have_the_numbers_that_cuda_gives_them(tmp_path, monkeypatch):
    # On the bus the other way round, beside graphics in the processor.
    put_on_bus(tmp_path, "0000:00:02.0", 0x030000, 0x8086, 0x3E92)
    put_on_bus(tmp_path, "0000:17:00.0", 0x030000, 0x10DE, 0x1D01)
    put_on_bus(tmp_path, "0000:65:00.0", 0x030000, 0x10DE, 0x2230)
    bus = cards._on_the_bus
    monkeypatch.setattr(cards.sys, "platform", "linux")
    monkeypatch.setattr(cards, "_on_the_bus", lambda: bus(tmp_path))
    monkeypatch.setattr(cuda_driver, "_load", lambda names: FakeDriver(TWO, cuda=12040))
    first, second, third = cards.find_cards()
    assert first == Card(
        "NVIDIA RTX A6000",
        "NVIDIA",
        49152,
        cuda=0,
        capability="8.6",
        driver="580.65.06",
        driver_cuda="12.4",
        place="0000:65:00.0",
    )
    assert (second.name, second.cuda) == ("NVIDIA GeForce GT 1030", 1)
    assert (third.vendor, third.is_integrated, third.cuda) == ("Intel", True, None)


def test_a_driver_that_is_broken_leaves_the_cards_of_the_bus(tmp_path, monkeypatch):
    put_on_bus(tmp_path, "0000:65:00.0", 0x030000, 0x10DE, 0x2230)
    bus = cards._on_the_bus
    monkeypatch.setattr(cards.sys, "platform", "linux")
    monkeypatch.setattr(cards, "_on_the_bus", lambda: bus(tmp_path))
    monkeypatch.setattr(cards, "_nvidia_driver", lambda: "470.1")
    monkeypatch.setattr(cards.shutil, "which", lambda name: None)
    monkeypatch.setattr(cuda_driver, "_load", lambda names: FakeDriver(TWO, broken=("cuInit",)))
    (card,) = cards.find_cards()
    assert (card.vendor, card.cuda, card.driver) == ("NVIDIA", None, "470.1")


def test_the_tool_of_the_driver_is_asked_where_its_library_is_silent(monkeypatch):
    answer = "NVIDIA GeForce RTX 3090, 24576, 580.65\nTesla T4, [N/A], 580.65\n"
    monkeypatch.setattr(cards.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(
        cards.subprocess,
        "run",
        lambda command, **_: subprocess.CompletedProcess(command, 0, answer, ""),
    )
    found = cards._by_nvidia_smi()
    assert [(card.name, card.memory_mb, card.driver) for card in found] == [
        ("NVIDIA GeForce RTX 3090", 24576, "580.65"),
        ("NVIDIA Tesla T4", None, "580.65"),
    ]


def test_no_tool_of_the_current_folder_is_asked(monkeypatch):
    monkeypatch.setattr(cards.shutil, "which", lambda name: f"./{name}")
    monkeypatch.setattr(cards.subprocess, "run", lambda *_, **__: pytest.fail("it ran"))
    assert cards._by_nvidia_smi() == ()


def test_a_source_that_hangs_is_left_behind(monkeypatch):
    monkeypatch.setattr(cards, "SOURCE_S", 0.2)
    started = time.monotonic()
    assert cards._in_time(lambda: time.sleep(30) or ("late",)) == ()
    assert time.monotonic() - started < 5
    assert cards._in_time(lambda: ("in time",)) == ("in time",)


class FakeDxgi:
    """A Windows with adapters: objects of COM, made of tables of functions as C has them."""

    def __init__(self, found):
        self._kept, self.releases = [], 0
        kept = self._kept

        def instance(functions):
            table = (ctypes.c_void_p * 16)()
            for place, function in functions.items():
                table[place] = ctypes.cast(function, ctypes.c_void_p).value
            pointer = ctypes.pointer(table)
            kept.extend([table, pointer, *functions.values()])
            return ctypes.addressof(pointer)

        @ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p)
        def release(this):
            self.releases += 1
            return 0

        def adapter(facts):
            @ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p)
            def get_desc(this, target):
                name, vendor, memory, luid, flags = facts
                made = dxgi._Description(vendor=vendor, dedicated_video_memory=memory, flags=flags)
                text = name.encode("utf-16-le")
                ctypes.memmove(ctypes.addressof(made), text, len(text))
                ctypes.memmove(made.luid, bytes.fromhex(luid), 8)
                ctypes.memmove(target, ctypes.addressof(made), ctypes.sizeof(made))
                return 0

            return instance({2: release, 10: get_desc})

        adapters = [adapter(facts) for facts in found]

        @ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_uint, ctypes.c_void_p)
        def enum_adapters(this, number, target):
            if number >= len(adapters):
                return -2005270526  # DXGI_ERROR_NOT_FOUND
            ctypes.c_void_p.from_address(target).value = adapters[number]
            return 0

        self._factory = instance({2: release, 12: enum_adapters})

    def CreateDXGIFactory1(self, identity, target):
        assert uuid.UUID(bytes_le=identity) == uuid.UUID("770aae78-f26f-4dba-a829-253c83d1b387")
        target._obj.value = self._factory
        return 0


def test_cards_of_windows_are_known_by_both_numbers(monkeypatch):
    windows = FakeDxgi(
        [
            ("Intel(R) UHD Graphics 630", 0x8086, 128 * 1024**2, "01" * 8, 0),
            ("NVIDIA GeForce RTX 4090", 0x10DE, 24 * GB, "02" * 8, 0),
            ("Microsoft Basic Render Driver", 0x1414, 0, "03" * 8, 2),
            ("AMD Radeon RX 7600", 0x1002, 8 * GB, "04" * 8, 0),
        ]
    )
    monkeypatch.setattr(dxgi.ctypes, "CDLL", lambda name: windows)
    found = dxgi.adapters()
    assert [(item.number, item.vendor) for item in found] == [(0, 0x8086), (1, 0x10DE), (3, 0x1002)]
    assert windows.releases == 5  # each adapter, and what lists them
    geforce = {
        "name": "NVIDIA GeForce RTX 4090",
        "memory": 24 * GB,
        "capability": (8, 9),
        "place": "02" * 8,
    }
    monkeypatch.setattr(cards.sys, "platform", "win32")
    monkeypatch.setattr(cuda_driver, "_load", lambda names: FakeDriver([geforce]))
    assert [(card.name, card.cuda, card.directml) for card in cards.find_cards()] == [
        ("NVIDIA GeForce RTX 4090", 0, 1),
        ("AMD Radeon RX 7600", None, 3),
        ("Intel(R) UHD Graphics 630", None, 0),
    ]


@pytest.mark.parametrize(("machine", "names"), [("arm64", ["Apple M2"]), ("x86_64", [])])
def test_macs_have_the_card_in_their_processor_or_none(monkeypatch, machine, names):
    monkeypatch.setattr(cards.sys, "platform", "darwin")
    monkeypatch.setattr(cards.platform, "machine", lambda: machine)
    done = subprocess.CompletedProcess([], 0, "Apple M2\n", "")
    monkeypatch.setattr(cards.subprocess, "run", lambda *_, **__: done)
    assert [card.name for card in cards.find_cards()] == names
