"""Sessions of onnxruntime on one device, without its own ways of going on elsewhere.

By itself onnxruntime computes on the processor when a card fails, prints so, and says nothing to
who called. Here that is an error, which others can answer.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import sys
from pathlib import Path
from typing import Any

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as ort_errors

# All that the library defines, for they share no class; what the Python around it raises, also for
# texts that are none; and what becomes of C++'s bad_alloc.
ONNX_ERRORS: tuple[type[Exception], ...] = (
    RuntimeError,
    MemoryError,
    UnicodeError,
    *(
        kind
        for kind in vars(ort_errors).values()
        if isinstance(kind, type) and issubclass(kind, Exception)
    ),
)

PROVIDERS = {
    "cuda": "CUDAExecutionProvider",
    "dml": "DmlExecutionProvider",
    "cpu": "CPUExecutionProvider",
}
"""What onnxruntime calls the ways to compute, by what our names of devices begin with."""

# Whether this onnxruntime tells which operators run where; older ones do not.
_TELLS_WHERE = hasattr(onnxruntime.InferenceSession, "get_provider_graph_assignment_info")


class LibrariesMissing(RuntimeError):
    """What onnxruntime needs for a card is not there; it has left the card out."""


def new_session(
    content: str | bytes, device: str, options: onnxruntime.SessionOptions | None = None
) -> onnxruntime.InferenceSession:
    """Return a session of an ONNX file, or of what would be in it, on one device.

    Args:
        content: path or bytes.
        device: ``cpu``, ``cuda:0``, ``dml:0``, …
        options: of the session; changed as the device needs it.

    Raises:
        LibrariesMissing: if onnxruntime was made for the device and cannot load what it needs.
        ONNX_ERRORS: if the session cannot be made.
    """
    if isinstance(content, str):
        content.encode()  # of what it cannot take it tells only how its constructor is called
    options = options or onnxruntime.SessionOptions()
    options.log_severity_level = 4  # what goes wrong is raised, and need not be printed, too
    kind, _, number = device.partition(":")
    settings: dict[str, Any] = {"device_id": int(number or 0)}
    if kind == "cuda":
        _load_libraries()
        # What would otherwise be rounded on newer cards without being asked for; a search that
        # times all ways anew for each shape, and takes the winner, another one each time; and
        # memory that is taken twice over.
        settings |= {"use_tf32": 0, "cudnn_conv_algo_search": "HEURISTIC"}
        settings |= {"arena_extend_strategy": "kSameAsRequested"}
    elif kind == "dml":
        # So that library wants it.
        options.enable_mem_pattern = False
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    name = PROVIDERS[kind]
    provider = name if kind == "cpu" else (name, settings)
    if kind != "cpu" and _TELLS_WHERE:
        options.add_session_config_entry("session.record_ep_graph_assignment_info", "1")
    session = onnxruntime.InferenceSession(
        content, options, providers=[provider], enable_fallback=0
    )
    if session.get_providers()[0] != name:
        raise LibrariesMissing(_what_is_missing(kind))
    return session


def left_to_cpu(session: onnxruntime.InferenceSession, device: str) -> tuple[int, int, list[str]]:
    """Return how many operators of a session on a card the processor computes all the same.

    Returns:
        Those, all, and the types of those; zeros where this onnxruntime does not tell.
    """
    if device == "cpu" or not _TELLS_WHERE:
        return 0, 0, []
    elsewhere: list[str] = []
    total = 0
    for part in session.get_provider_graph_assignment_info():
        types = [node.op_type for node in part.get_nodes()]
        total += len(types)
        elsewhere += types if part.ep_name == PROVIDERS["cpu"] else []
    return len(elsewhere), total, sorted(set(elsewhere))


@functools.cache
def _load_libraries() -> None:
    """Load CUDA and cuDNN from where packages have put them, which the system does not search."""
    if hasattr(onnxruntime, "preload_dlls"):
        # It prints what it does not find, which is told better when a session needs it.
        with contextlib.redirect_stdout(sys.stderr):
            onnxruntime.preload_dlls()


def _what_is_missing(kind: str) -> str:
    """Return why onnxruntime has left a provider out, which it tells nobody but its log."""
    folder = Path(onnxruntime.__file__).parent / "capi"
    pattern = (
        "onnxruntime_providers_{}.dll"
        if sys.platform == "win32"
        else ("libonnxruntime_providers_{}.so")
    )
    for name in ("shared", kind):
        path = folder / pattern.format(name)
        try:
            ctypes.CDLL(str(path), ctypes.RTLD_GLOBAL)
        except OSError as error:
            return str(error).replace(f"{folder}", "").strip("/\\")
    return "the driver may be too old for it"
