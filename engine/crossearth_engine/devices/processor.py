"""The processor: its name, the cores this process may use, and how much memory it took."""

from __future__ import annotations

import contextlib
import ctypes
import os
import platform
import sys
from pathlib import Path

CORES_VARIABLE = "CROSSEARTH_CORES"
"""Variable of the environment: how many cores a process may use at most."""

LITTLE_MEMORY_BYTES = 1_500_000_000
"""With less a run asks for less by itself: one thread, a small cache."""

LEAST_MEMORY_BYTES = 240 * 1024**2
"""With less the libraries cannot even be loaded, and end the process in words of their own."""

LARGE_BYTES = 16 * 1024**2
"""What is larger goes back to the system as soon as it is freed."""

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD, _M_ARENA_MAX = -1, -3, -8  # of malloc.h


def cpu_name() -> str:
    """Return the processor's name as people know it."""
    if sys.platform == "linux":
        try:
            with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
                for line in lines:
                    if line.startswith("model name"):
                        return line.partition(":")[2].strip()
        except OSError:
            return platform.machine()
    return platform.processor() or platform.machine()


def usable_cores() -> int:
    """Return how many cores this process may use, which a container or taskset may limit.

    With little memory it is one: each thread takes some. Who starts an engine may give it fewer.
    """
    if has_little_memory():
        return 1
    has_affinity = hasattr(os, "sched_getaffinity")
    cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    given = os.environ.get(CORES_VARIABLE, "")
    return min(cores, int(given)) if given.isdecimal() and int(given) else cores


def has_little_memory() -> bool:
    """Whether this process may take so little memory that it has to do with less."""
    limit = memory_limit()
    return limit is not None and limit < LITTLE_MEMORY_BYTES


def memory_limit() -> int | None:
    """Return the bytes that this process may take by what the machine has and who limits it."""
    if sys.platform == "win32":
        return None
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_AS)
    limits = [] if soft == resource.RLIM_INFINITY else [soft]
    with contextlib.suppress(OSError, ValueError):
        limits.append(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"))
    for name in ("memory.max", "memory/memory.limit_in_bytes"):  # of cgroups, version 2 and 1
        with contextlib.suppress(OSError, ValueError):
            limits.append(int(Path("/sys/fs/cgroup", name).read_text(encoding="ascii")))
    return min(limits, default=None)


def spare_memory() -> None:
    """Have libraries keep less, and reserve less where there is little; before they are loaded.

    By itself glibc keeps arrays of up to 32 MB, once there was one, for the thread that freed them:
    the scores of many classes, summed by several threads, then take half as much memory again. And
    it reserves 64 MB of addresses for each thread that asks.
    """
    has_little = has_little_memory()
    if has_little:
        # What numpy takes for each core, before it is used.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            libc = ctypes.CDLL(None)
            libc.mallopt(_M_MMAP_THRESHOLD, LARGE_BYTES)
            libc.mallopt(_M_TRIM_THRESHOLD, 2 * LARGE_BYTES)
            if has_little:
                libc.mallopt(_M_ARENA_MAX, 1)


def give_back_memory() -> None:
    """Give the system what this process has freed.

    glibc keeps it, for each thread that there ever was: after some hundred jobs of a worker more
    than what is in use.
    """
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)


def peak_rss_mb() -> float | None:
    """Return the largest resident size of this process so far, in MB, or None if unknown."""
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in kilobytes, macOS in bytes.
    return peak / (1024 * 1024) if sys.platform == "darwin" else peak / 1024


def resident_mb() -> float | None:
    """Return the resident size of this process, in MB, or None where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / (1024 * 1024)
    except (OSError, ValueError, AttributeError):
        return None
