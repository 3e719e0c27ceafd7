"""One engine process: its streams, the tail of its stderr, and its end."""

from __future__ import annotations

import collections
import contextlib
import logging
import subprocess  # one call site, see EngineProcess  # nosec B404
import threading
from collections.abc import Sequence
from typing import BinaryIO, cast

from ..errors import EngineStartFailed
from ..translation import translate
from .conversation import Conversation

logger = logging.getLogger(__name__)

TERMINATE_TIMEOUT_S = 0.4
"""How long the process may take to end after terminate(), before kill()."""
STDERR_LINES = 60


class EngineProcess:
    """One engine process: its streams, the tail of its stderr, and its end.

    Args:
        command: the program and its arguments.
        variables: its environment.

    Raises:
        EngineStartFailed: if the program cannot be started.
    """

    def __init__(self, command: Sequence[str], variables: dict[str, str]) -> None:
        try:
            self._process = subprocess.Popen(  # a list, no shell, our own arguments  # nosec B603
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=variables,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise EngineStartFailed(
                translate(
                    "CrossEarth",
                    "The engine cannot be started with {python}: {reason}. Set it up again.",
                ).format(python=command[0], reason=error)
            ) from error
        self.program = command[0]
        # Pipes were asked for, so that none of them is None.
        self._stdin = cast("BinaryIO", self._process.stdin)
        self._stdout = cast("BinaryIO", self._process.stdout)
        self._stderr = cast("BinaryIO", self._process.stderr)
        self._stderr_lines: collections.deque[str] = collections.deque(maxlen=STDERR_LINES)
        self._stderr_thread = threading.Thread(
            target=self._drain_stderr, name="crossearth-stderr", daemon=True
        )
        self._stderr_thread.start()
        self.conversation = Conversation(self._stdout, self._stdin)

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """True until the process has ended."""
        return self._process.poll() is None

    def stderr_tail(self) -> str:
        """Return the last lines that the process wrote to stderr."""
        # Of a dead process, everything: the thread ends when it has read it all.
        if not self.is_alive:
            self._stderr_thread.join(timeout=1.0)
        return "\n".join(list(self._stderr_lines))

    def reap(self) -> int | None:
        """Wait for a process whose streams have ended and return its exit code."""
        try:
            return self._process.wait(timeout=1.0)
        except subprocess.TimeoutExpired:
            return None

    def stop(self, *, grace_s: float = 0.0) -> None:
        """End the process: by request within ``grace_s``, else terminate, else kill."""
        if grace_s > 0:
            self.conversation.shut_down()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=grace_s)
        if self.is_alive:
            self._process.terminate()
            try:
                self._process.wait(timeout=TERMINATE_TIMEOUT_S)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        # ValueError: another thread is closing it.
        with contextlib.suppress(OSError, ValueError):
            self._stdin.close()

    def _drain_stderr(self) -> None:
        with self._stderr as stream:
            for line in stream:
                text = line.decode("utf-8", errors="replace").rstrip()
                self._stderr_lines.append(text)
                logger.debug("engine: %s", text)
