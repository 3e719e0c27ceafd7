"""Every exception the plugin raises. ``str(error)`` is the sentence for the user, translated.

What the engine reports arrives as `JobFailed`; its sentences are in `error_sentences`.
"""

from __future__ import annotations

from typing import Any

from .error_sentences import engine_sentence
from .translation import translate


class CrossEarthError(Exception):
    """Root of everything the plugin reports."""


class EngineNotInstalled(CrossEarthError):
    """There is no usable Python environment for the engine."""


class EngineSetupFailed(CrossEarthError):
    """The engine's environment could not be created."""


class SetupStopped(EngineSetupFailed):
    """The same would come of every Python: the disk, the network, a file that is held."""


class UnsuitablePython(EngineSetupFailed):
    """This Python cannot make the engine's environment; another one may."""


class PythonNotAgreed(EngineSetupFailed):
    """No Python of this computer will do, and nobody has agreed to the download of one.

    Attributes:
        reason: why none of this computer will do.
        version: of the Python that would be downloaded.
        host: where from.
        size_bytes: of the download; None if the server does not say.
    """

    def __init__(self, reason: str, version: str, host: str, size_bytes: int | None) -> None:
        super().__init__(
            translate(
                "CrossEarth",
                "{reason} Or have Python {version} downloaded from {host}: the CrossEarth panel "
                "asks for it; without a window: qgis_process run crossearth:setupengine "
                "--DOWNLOAD_PYTHON=true",
            ).format(reason=reason, version=version, host=host)
        )
        self.reason = reason
        self.version = version
        self.host = host
        self.size_bytes = size_bytes


class TorchNotAgreed(CrossEarthError):
    """A model needs PyTorch, and nobody has agreed to its download."""

    def __init__(self) -> None:
        super().__init__(
            translate(
                "CrossEarth",
                "This needs PyTorch, which is not installed: a download of up to 3 GB. The "
                "CrossEarth panel installs it on request; without a window: qgis_process run "
                "crossearth:setupengine --TORCH=true",
            )
        )


class EngineStartFailed(CrossEarthError):
    """The engine's process did not start, or did not say hello in time."""


class EngineCrashed(CrossEarthError):
    """The engine's process ended in mid-job.

    Attributes:
        exit_code: as `subprocess` gives it; None if the process had not been reaped.
        stderr_tail: the last lines that it wrote, for the log.
    """

    def __init__(self, exit_code: int | None, stderr_tail: str) -> None:
        super().__init__(describe_exit(exit_code))
        self.exit_code = exit_code
        self.stderr_tail = stderr_tail


class SamplesNotWritable(CrossEarthError):
    """A layer for sample polygons could not be created."""


class ProtocolMismatch(CrossEarthError):
    """The process at the other end is not an engine of this version."""


class JobFailed(CrossEarthError):
    """The engine refused or gave up the job, and is ready for the next.

    Attributes:
        code: the engine's error code.
        message: its English sentence.
        details: what fills the placeholders of the sentence.
    """

    def __init__(self, code: str, message: str, details: dict[str, Any]) -> None:
        super().__init__(engine_sentence(code, message, details))
        self.code = code
        self.message = message
        self.details = details


class JobCanceled(CrossEarthError):
    """The job was stopped on request."""

    def __init__(self) -> None:
        super().__init__(translate("CrossEarth", "Canceled."))


class UnsupportedLayer(CrossEarthError):
    """The engine cannot open what this layer shows."""


class UnsupportedProxy(CrossEarthError):
    """The engine cannot use the proxy that QGIS is set to."""


def describe_exit(exit_code: int | None) -> str:
    """Say what an exit code means to a person, and what to do."""
    # A Windows status arrives as an unsigned number; a POSIX signal as its negative.
    if exit_code in (-9, 137):
        return translate(
            "CrossEarth",
            "The engine was killed by the system, probably because memory ran out. "
            "Close other programs or use a smaller window, then run again.",
        )
    if exit_code in (0xC0000135, 0xC000007B):
        return translate(
            "CrossEarth",
            "The engine lacks a system library. Install the Microsoft Visual C++ Redistributable "
            "(x64), then run again.",
        )
    if exit_code in (-11, -6, -7, -4, 0xC0000005, 0xC0000409):
        return translate(
            "CrossEarth",
            "The engine crashed inside a native library (exit code {code}). The log has the "
            "details; setting the engine up again often helps.",
        ).format(code=exit_code)
    if exit_code is None:
        return translate("CrossEarth", "The engine ended unexpectedly. The log has the details.")
    return translate(
        "CrossEarth", "The engine ended unexpectedly (exit code {code}). The log has the details."
    ).format(code=exit_code)
