"""Whether OpenVINO is there, and what this processor would compute in with it; loads nothing.

OpenVINO is an add-on: a second library for ONNX models on the processor, beside onnxruntime.
"""

from __future__ import annotations

import functools
import importlib.util
import sys
from pathlib import Path

NAME = "openvino"


def openvino_version() -> str | None:
    """Return the version of OpenVINO, or None where it is not installed."""
    if importlib.util.find_spec(NAME) is None:
        return None
    # Takes a while to load, and few have the add-on.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(NAME)
    except PackageNotFoundError:
        return None


def precisions_to_try() -> tuple[str, ...]:
    """Return the precisions in which it may be faster here than onnxruntime, the fastest first."""
    return ("bf16", "fp32") if has_bf16_matrix_unit() else ("fp32",)


@functools.cache
def has_bf16_matrix_unit() -> bool:
    """Whether this processor multiplies matrices in bf16 (Intel's AMX).

    Others convert each number back and forth, and take up to four times as long as in fp32. Only
    Linux tells; a trial shows it elsewhere.
    """
    if sys.platform != "linux":
        return sys.platform == "win32"
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as lines:
            flags = next((line for line in lines if line.startswith("flags")), "")
    except OSError:
        return False
    return "amx_bf16" in flags.split()
