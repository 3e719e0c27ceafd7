"""What an error of a library means: memory that does not suffice, a device lost.

PyTorch, onnxruntime and the libraries below them raise the same few classes for everything; what
happened is in their texts, of which there are many. The tests have a table of them.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator

from crossearth_engine.errors import (
    DeviceLost,
    EngineError,
    FileRefused,
    MissingPackage,
    NotEnoughMemory,
)

# By name, which needs no library: PyTorch's own, and Python's.
_OUT_OF_MEMORY_CLASSES = {"OutOfMemoryError", "MemoryError"}
_LOST_CLASSES = {"DeviceReset"}

# The names of codes and what is said in sentences, by whoever says it. Not just "alloc": that is in
# the names of source files that errors of all kinds come from.
_OUT_OF_MEMORY = re.compile(
    r"""
    out[ _-]?of[ _-]?(device[ _-]?|host[ _-]?|gpu[ _-]?)?memory\b      # nearly everybody
    | OutOfMemory\b                                                    # Metal, Rust
    | CU\w+_(STATUS|ERROR)_\w*ALLOC(ATION)?_?FAILED                    # cuBLAS, cuDNN, cuSOLVER
    # Where there is no room for what the libraries themselves need.
    | CUBLAS_STATUS_NOT_INITIALIZED\ when\ calling\ `cublasCreate
    | unable\ to\ find\ a\ valid\ cuDNN\ algorithm
    | CUFFT_ALLOC_FAILED | cudaErrorMemoryAllocation | hipErrorMemoryAllocation
    | (can't|cannot|unable\ to|failed\ to|could\ not)\ allocate\ (\w+\ )?memory   # CPU, arenas
    | unable\ to\ allocate\ [\d.]+\ [KMGTPE]i?B\ for\ an\ array        # numpy
    | (not\ enough|insufficient)\ (\w+\ ){0,2}memory\b                  # PyTorch on Windows
    | invalid\ buffer\ size:\ [\d.]+ | failed\ to\ allocate\ \w+\ MTLBuffer   # Metal
    | std::bad_alloc\b | \bbad\ allocation\b                           # C++, and C++ on Windows
    # GDAL, threads, and libraries that cannot be loaded.
    | \bCPL[CM]alloc\b | VSI_?(M|C|RE)ALLOC\w*_VERBOSE | can't\ start\ new\ thread
    | failed\ to\ map\ segment | cannot\ map\ zero-fill\ pages
    | E_OUTOFMEMORY | \b(0x)?8007000E\b | 0x887A0023                   # DirectX
    | (os\ error|Errno)\ (12|1455)\b | WinError\ (8|14|1455)\b | paging\ file\ is\ too\ small
    """,
    re.IGNORECASE | re.VERBOSE,
)

# After these a process cannot use the device again, whatever it asks of it.
_LOST = re.compile(
    r"""
    illegal\ (memory\ access|instruction|address)\b | cudaErrorIllegal\w+
    | device-side\ assert | cudaErrorAssert\b
    | misaligned\ address | cudaErrorMisalignedAddress | invalid\ program\ counter
    | unspecified\ launch\ failure | cudaErrorLaunchFailure | launch\ timed\ out
    | cudaErrorLaunchTimeout | hardware\ stack\ error
    | uncorrectable\ (ECC|NVLink)\ error | cudaErrorECCUncorrectable
    | CUDA_ERROR_(ILLEGAL|LAUNCH|MISALIGNED|ECC|ASSERT|HARDWARE|UNKNOWN)\w* | ERROR_DEVICE_LOST
    | context\ is\ destroyed | driver\ shutting\ down | cudaErrorCudartUnloading
    | (GPU|device)\ (is|has\ been|was)\ lost | fallen\ off\ the\ bus
    | CUDA\ (error|failure\ 999):\ unknown\ error | cudaErrorUnknown
    | \b(0x)?887A00(05|06|07|20)\b | DXGI_ERROR_(DEVICE_(REMOVED|HUNG|RESET)|DRIVER_INTERNAL_ERROR)
    | GPU\ device\ instance\ has\ been\ suspended
    """,
    re.IGNORECASE | re.VERBOSE,
)


def told(error: Exception) -> EngineError:
    """Return one of our errors for whatever was raised: what nobody turned into a sentence."""
    if isinstance(error, EngineError):
        return error
    if isinstance(error, ModuleNotFoundError):
        # An environment that somebody chose, or that lost a package since it was made.
        name = error.name or "?"
        return MissingPackage(package=name, requirement=name)
    if is_device_lost(error):
        return DeviceLost(device="GPU", reason=str(error).partition("\n")[0])
    if is_out_of_memory(error):
        return NotEnoughMemory()
    if isinstance(error, OSError) and error.strerror:
        names = [str(name) for name in (error.filename, error.filename2) if name is not None]
        return FileRefused(reason=": ".join([error.strerror, *names]))
    return EngineError(reason=f"{type(error).__name__}: {error}")


def is_out_of_memory(error: BaseException) -> bool:
    """Whether an error, or one that it was raised from, says that memory does not suffice."""
    return not is_device_lost(error) and any(
        _is_of(cause, _OUT_OF_MEMORY_CLASSES)
        or (isinstance(cause, OSError) and cause.errno == errno.ENOMEM)
        or _OUT_OF_MEMORY.search(str(cause)) is not None
        for cause in _causes(error)
    )


def is_device_lost(error: BaseException) -> bool:
    """Whether an error, or one that it was raised from, leaves the device unusable to a process.

    A kernel that did what it must not, a card that was reset, removed or found a broken bit: every
    later call fails, too, and only a new process gets a new context.
    """
    return any(
        _is_of(cause, _LOST_CLASSES) or _LOST.search(str(cause)) is not None
        for cause in _causes(error)
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__


def _is_of(error: BaseException, names: set[str]) -> bool:
    return any(kind.__name__ in names for kind in type(error).__mro__)
