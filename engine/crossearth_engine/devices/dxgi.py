"""What Windows says of the graphics cards, in the order in which DirectML counts them.

DXGI is spoken to as C would: an object is a pointer to a table of functions.
"""

from __future__ import annotations

import ctypes
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_IID_FACTORY_1 = uuid.UUID("770aae78-f26f-4dba-a829-253c83d1b387").bytes_le
# Places in the tables of IUnknown, IDXGIFactory1 and IDXGIAdapter1.
_RELEASE, _ENUM_ADAPTERS_1, _GET_DESC_1 = 2, 12, 10
_SOFTWARE = 2  # DXGI_ADAPTER_FLAG_SOFTWARE


@dataclass(frozen=True)
class Adapter:
    """A graphics card; ``place`` is its LUID in hexadecimal digits."""

    number: int
    name: str
    vendor: int
    memory_bytes: int
    place: str


class _Description(ctypes.Structure):
    """DXGI_ADAPTER_DESC1."""

    _fields_ = (
        ("description", ctypes.c_uint16 * 128),  # UTF-16
        ("vendor", ctypes.c_uint32),
        ("device", ctypes.c_uint32),
        ("subsystem", ctypes.c_uint32),
        ("revision", ctypes.c_uint32),
        ("dedicated_video_memory", ctypes.c_size_t),
        ("dedicated_system_memory", ctypes.c_size_t),
        ("shared_system_memory", ctypes.c_size_t),
        ("luid", ctypes.c_uint8 * 8),
        ("flags", ctypes.c_uint32),
    )


def adapters() -> list[Adapter]:
    """Return the cards, without those that are nothing but software.

    Raises:
        OSError: if Windows does not say.
    """
    create = ctypes.CDLL("dxgi.dll").CreateDXGIFactory1
    factory = ctypes.c_void_p()
    if create(_IID_FACTORY_1, ctypes.byref(factory)) != 0:
        raise OSError("DXGI gives no list of graphics cards.")
    try:
        return [
            Adapter(
                number,
                bytes(found.description).decode("utf-16-le").partition("\0")[0],
                found.vendor,
                found.dedicated_video_memory,
                bytes(found.luid).hex(),
            )
            for number, found in enumerate(_descriptions(factory))
            if not found.flags & _SOFTWARE
        ]
    finally:
        _method(factory, _RELEASE)(factory)


def _descriptions(factory: ctypes.c_void_p) -> Iterator[_Description]:
    number, adapter = 0, ctypes.c_void_p()
    enum_adapters = _method(factory, _ENUM_ADAPTERS_1, ctypes.c_uint, ctypes.c_void_p)
    while enum_adapters(factory, number, ctypes.byref(adapter)) == 0:
        description = _Description()
        _method(adapter, _GET_DESC_1, ctypes.c_void_p)(adapter, ctypes.byref(description))
        _method(adapter, _RELEASE)(adapter)
        yield description
        number += 1


def _method(instance: ctypes.c_void_p, place: int, *arguments: Any) -> Any:
    """Return a function of an object's table; all return a 32-bit status or count."""
    table = ctypes.cast(instance, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
    # On 64-bit Windows there is one calling convention, on 32-bit this is none of ours.
    return ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, *arguments)(table[place])
