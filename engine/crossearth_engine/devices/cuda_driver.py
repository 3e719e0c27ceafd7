"""What NVIDIA's driver says of its cards, by the library that every such driver brings.

In the order in which CUDA counts them, so that a number means the same card here, in PyTorch and in
onnxruntime. Nothing is computed, and no memory of a card is taken.
"""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass

# By what the libraries are found; the last one where Linux runs inside Windows.
_CUDA = {"win32": ("nvcuda.dll",)}
_CUDA_LINUX = ("libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1")
_NVML = {"win32": ("nvml.dll",)}
_NVML_LINUX = ("libnvidia-ml.so.1", "/usr/lib/wsl/lib/libnvidia-ml.so.1")

# CUdevice_attribute.
_CAPABILITY_MAJOR, _CAPABILITY_MINOR = 75, 76


@dataclass(frozen=True)
class CudaCard:
    """A card; ``place`` is its address on the bus, on Windows its LUID in hexadecimal digits."""

    name: str
    memory_bytes: int
    capability: str
    driver_cuda: str
    place: str


class DriverError(OSError):
    """The driver is there and does not answer as it should."""


def cards() -> list[CudaCard]:
    """Return the cards that CUDA counts, in its order.

    Raises:
        OSError: if there is no driver, or it is broken.
    """
    cuda = _load(_CUDA.get(sys.platform, _CUDA_LINUX))
    _call(cuda.cuInit, 0)
    count, version = ctypes.c_int(), ctypes.c_int()
    _call(cuda.cuDeviceGetCount, ctypes.byref(count))
    _call(cuda.cuDriverGetVersion, ctypes.byref(version))
    driver_cuda = f"{version.value // 1000}.{version.value % 1000 // 10}"
    return [_card(cuda, number, driver_cuda) for number in range(count.value)]


def version() -> str:
    """Return the version of the driver.

    Raises:
        OSError: if it does not say.
    """
    nvml = _load(_NVML.get(sys.platform, _NVML_LINUX))
    _call(nvml.nvmlInit_v2)
    try:
        text = ctypes.create_string_buffer(80)
        _call(nvml.nvmlSystemGetDriverVersion, text, 80)
    finally:
        nvml.nvmlShutdown()
    return text.value.decode()


def _card(cuda: ctypes.CDLL, number: int, driver_cuda: str) -> CudaCard:
    device = ctypes.c_int()
    _call(cuda.cuDeviceGet, ctypes.byref(device), number)
    name = ctypes.create_string_buffer(256)
    _call(cuda.cuDeviceGetName, name, 256, device)
    memory = ctypes.c_size_t()
    _call(cuda.cuDeviceTotalMem_v2, ctypes.byref(memory), device)
    return CudaCard(
        name=name.value.decode(errors="replace"),
        memory_bytes=memory.value,
        capability=f"{_attribute(cuda, _CAPABILITY_MAJOR, device)}."
        f"{_attribute(cuda, _CAPABILITY_MINOR, device)}",
        driver_cuda=driver_cuda,
        place=_place(cuda, device),
    )


def _attribute(cuda: ctypes.CDLL, attribute: int, device: ctypes.c_int) -> int:
    value = ctypes.c_int()
    _call(cuda.cuDeviceGetAttribute, ctypes.byref(value), attribute, device)
    return value.value


def _place(cuda: ctypes.CDLL, device: ctypes.c_int) -> str:
    if sys.platform == "win32":
        luid, mask = ctypes.create_string_buffer(8), ctypes.c_uint()
        _call(cuda.cuDeviceGetLuid, luid, ctypes.byref(mask), device)
        return luid.raw.hex()
    address = ctypes.create_string_buffer(32)
    _call(cuda.cuDeviceGetPCIBusId, address, 32, device)
    return address.value.decode().lower()


def _load(names: tuple[str, ...]) -> ctypes.CDLL:
    """Load the first library that is there."""
    for name in names[:-1]:
        try:
            return ctypes.CDLL(name)
        except OSError:
            continue
    return ctypes.CDLL(names[-1])


def _call(function: ctypes._NamedFuncPointer, *arguments: object) -> None:
    status = function(*arguments)
    if status != 0:
        raise DriverError(status, f"{function.__name__} failed")
