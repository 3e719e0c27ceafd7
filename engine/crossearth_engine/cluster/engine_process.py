"""An engine in a process of its own, spoken to over its pipes, as QGIS does.

A fault of a library takes that process and not the worker that it belongs to, a job is canceled
within a window, and between two jobs the network stays loaded.
"""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import subprocess  # one call site, of this engine  # nosec B404
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from crossearth_engine.shared import protocol

logger = logging.getLogger(__name__)

MAIN = Path(__file__).resolve().parents[1] / "__main__.py"
# How long it may take to end when it is asked to, and how long it stays without a job, seconds.
GRACE_S, IDLE_S = 3.0, 300.0


class EngineGone(Exception):
    """The process has ended in the middle of a job.

    Attributes:
        status: with which.
        words: the last line that it wrote; ``-`` if there was none.
    """

    def __init__(self, status: int, words: str) -> None:
        super().__init__(f"its engine ended with status {status}: {words}")
        self.status = status
        self.words = words


class EngineProcess:
    """Starts with the first job, and anew where it was lost. Does one job at a time.

    Args:
        folder: in which it works: what paths are seen from.
        environment: variables that it gets besides those of this process.
    """

    def __init__(self, folder: str, environment: Mapping[str, str]) -> None:
        self._folder = folder
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = threading.Lock()
        self._writing = threading.Lock()
        self._numbers = itertools.count(1)
        self._job_id = ""
        self._last_words: deque[str] = deque(maxlen=5)
        self._idle: threading.Timer | None = None

    def run(
        self, command: str, arguments: dict[str, Any], told: Callable[[protocol.Message], None]
    ) -> protocol.Done | protocol.Failed | protocol.Canceled:
        """Return how a job has ended.

        Args:
            command: its name among `commands.COMMANDS`.
            arguments: of its request, by name.
            told: is given all messages before the last one.

        Raises:
            EngineGone: if the process has ended before the job.
        """
        with self._turn:
            if self._idle is not None:
                self._idle.cancel()
            process = self._started()
            job_id = str(next(self._numbers))
            with contextlib.suppress(OSError):  # what has ended is found out below
                self._send(protocol.Run(job_id, command, arguments))
                self._job_id = job_id
            try:
                while (message := protocol.read_message(_pipe(process.stdout))) is not None:
                    if isinstance(message, (protocol.Done, protocol.Failed, protocol.Canceled)):
                        return message
                    told(message)
            except protocol.ProtocolError:
                logger.exception("The engine cannot be understood.")
                process.kill()
            finally:
                self._job_id = ""
                self._idle = threading.Timer(IDLE_S, self.close)
                self._idle.daemon = True
                self._idle.start()
            status = process.wait()
            raise EngineGone(status, self._last_words[-1] if self._last_words else "-")

    def cancel(self) -> None:
        """Ask the job to stop, if there is one."""
        if job_id := self._job_id:
            with contextlib.suppress(OSError):
                self._send(protocol.Cancel(job_id))

    def close(self) -> None:
        """End the process: a job is stopped, and what does not let go is killed."""
        if self._idle is not None:
            self._idle.cancel()
        process = self._process
        if process is None:
            return
        self.cancel()
        with contextlib.suppress(OSError):
            self._send(protocol.Shutdown())
        try:
            process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self._last_words.clear()
        process = subprocess.Popen(  # nothing is of others  # noqa: S603  # nosec B603
            [sys.executable, str(MAIN), "worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=self._folder if Path(self._folder).is_dir() else None,
            env={**os.environ, **self._environment},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        threading.Thread(target=self._listen, args=(_pipe(process.stderr),), daemon=True).start()
        self._process = process
        return process

    def _listen(self, stream: IO[bytes]) -> None:
        for line in stream:
            text = line.decode("utf-8", "replace").strip()
            if text:
                self._last_words.append(text)
                logger.debug("%s", text)

    def _send(self, message: protocol.Message) -> None:
        process = self._process
        if process is not None:
            with self._writing:
                protocol.write_message(_pipe(process.stdin), message)


def _pipe(stream: IO[bytes] | None) -> Any:
    """Return a stream of a process that was started with one."""
    return stream
